//! Where a document states its fields.

use crate::syntax::front_matter;
use crate::syntax::key::Format;
use crate::text::file::SourceFile;

/// Where a document states its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Front matter in YAML.
    Yaml,
    /// Front matter in TOML.
    Toml,
    /// Lines `**Key:** value` below the heading.
    Lines,
}

impl Form {
    /// Where this document does.
    pub fn of(file: &SourceFile) -> Self {
        match front_matter::split(&file.text).map(|front| front.format) {
            Some(Format::Yaml) => Self::Yaml,
            Some(Format::Toml) => Self::Toml,
            None => Self::Lines,
        }
    }
}
