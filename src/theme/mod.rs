//! How a site looks: templates and assets, in layers.

pub mod markup;
mod template;

use std::borrow::Cow;
use std::path::Path;

use rust_embed::RustEmbed;
use serde::Serialize;
use thiserror::Error;

use template::Templates;

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Default;

/// A theme that cannot be used.
#[derive(Debug, Error)]
pub enum ThemeFault {
    /// A template is broken, or asks for what is not there.
    #[error("{0}")]
    Template(String),
}

/// Templates and assets.
#[derive(Debug)]
pub struct Theme {
    templates: Templates,
}

impl Theme {
    /// The theme of this folder, over the default one.
    pub fn open(_folder: Option<&Path>) -> Result<Self, ThemeFault> {
        let files = Default::iter().filter_map(|name| {
            let file = Default::get(&name)?;
            let name = name.strip_prefix("templates/")?.to_string();
            Some((name, String::from_utf8_lossy(&file.data).into_owned()))
        });
        let templates = Templates::new(files).map_err(ThemeFault::Template)?;
        Ok(Self { templates })
    }

    /// A template with its values put in.
    pub fn render(&self, template: &str, context: &impl Serialize) -> Result<String, ThemeFault> {
        self.templates
            .render(template, context)
            .map_err(ThemeFault::Template)
    }

    /// The assets, by address.
    pub fn assets(&self) -> impl Iterator<Item = (String, Cow<'static, [u8]>)> {
        Default::iter().filter_map(|name| {
            let file = Default::get(&name)?;
            name.starts_with("assets/")
                .then(|| (name.to_string(), file.data))
        })
    }
}
