//! How a site looks: templates and assets, the user's over those that are built in.

pub mod layers;
pub mod markup;
mod template;

use std::borrow::Cow;
use std::path::Path;

use serde::Serialize;
use thiserror::Error;

use layers::{LayerFault, Layers};
use template::Templates;

/// A theme that cannot be used.
#[derive(Debug, Error)]
pub enum ThemeFault {
    /// Its folder is none of a theme.
    #[error(transparent)]
    Layers(#[from] LayerFault),
    /// A template is broken, or asks for what is not there.
    #[error("{message}")]
    Template {
        /// The template, the line, and what is wrong.
        message: String,
        /// Whether it is one of the user's.
        is_users: bool,
    },
}

impl ThemeFault {
    /// What to do.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Layers(_) => {
                Some("set `[site] theme` to a folder with templates/ or assets/".into())
            }
            Self::Template { is_users: true, .. } => Some(
                "mend this template of your theme, or delete it to have the built-in one".into(),
            ),
            Self::Template { .. } => None,
        }
    }
}

/// Templates and assets.
#[derive(Debug)]
pub struct Theme {
    layers: Layers,
    templates: Templates,
}

impl Theme {
    /// The theme of this folder over the built-in one. A broken template is a fault at once, used or not.
    pub fn open(folder: Option<&Path>) -> Result<Self, ThemeFault> {
        let layers = Layers::new(folder)?;
        let templates = Templates::new(layers.templates()).map_err(|fault| told(&layers, fault))?;
        Ok(Self { layers, templates })
    }

    /// A template with its values put in.
    pub fn render(&self, template: &str, context: &impl Serialize) -> Result<String, ThemeFault> {
        self.templates
            .render(template, context)
            .map_err(|fault| told(&self.layers, fault))
    }

    /// Files of the user's theme that nothing asks for.
    pub fn strays(&self) -> Vec<String> {
        self.layers.strays()
    }

    /// The assets, by address.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Cow<'static, [u8]>)> {
        self.layers.assets()
    }
}

fn told(layers: &Layers, fault: template::Fault) -> ThemeFault {
    ThemeFault::Template {
        is_users: layers.is_users(&fault.file),
        message: fault.to_string(),
    }
}
