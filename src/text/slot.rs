//! The place and the form in which a value is written.

use crate::text::span::Span;

/// How a value is written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// A cell of a table.
    Cell,
    /// A checkbox, brackets and all.
    Checkbox,
    /// A scalar of YAML or TOML.
    Scalar,
    /// The value of a line `Key: value`.
    #[default]
    Line,
    /// The body of a short section, such as `## Status`.
    Section,
    /// A part of a heading.
    Heading,
    /// An entry of a list, or a part of it.
    Entry,
    /// The name of the file or of its folder.
    Path,
}

/// Where and how one value is written, within its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The bytes of the value as written.
    pub span: Span,
    /// The form it is written in.
    pub form: Form,
}
