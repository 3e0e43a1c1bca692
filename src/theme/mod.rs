//! How a site looks: templates and assets, the user's over those that are built in.

mod about;
pub mod colour;
pub mod dress;
pub mod layer;
mod layers;
pub mod look;
pub mod markup;
#[cfg(test)]
mod sample;
mod template;
mod token;
pub mod tongue;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use thiserror::Error;

use crate::theme::dress::Dress;
use crate::theme::layer::{ASSETS, Layer, LayerFault, Origin, TEMPLATES};
use crate::theme::layers::Layers;
use crate::theme::look::{Look, is_font};
use crate::theme::template::Templates;
use crate::theme::tongue::Tongue;

/// A theme that cannot be used.
#[derive(Debug, Error)]
pub enum ThemeFault {
    /// Its folder is none of a theme.
    #[error(transparent)]
    Layers(#[from] LayerFault),
    /// A template is broken, or asks for what is not there.
    #[error("{message}")]
    Template {
        /// The template, the line, what is wrong, and whose template it is.
        message: String,
        /// Whether it is one of the user's.
        is_users: bool,
    },
    /// The words of a language cannot be read.
    #[error("{0}")]
    Words(String),
}

impl ThemeFault {
    /// What to do.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Layers(LayerFault::Part { .. }) => {
                Some("write its path from the folder of plansite.toml, as `brand/logo.svg`".into())
            }
            Self::Layers(_) => {
                Some("set `[site] theme` to a folder with templates/, assets/ or words/".into())
            }
            Self::Template { is_users: true, .. } => Some(
                "mend this template of your theme, or delete it to have the built-in one".into(),
            ),
            Self::Words(_) => {
                Some("write `\"English\" = \"words\"`, as the guide to languages shows".into())
            }
            Self::Template { .. } => None,
        }
    }
}

/// Templates, assets and words.
#[derive(Debug)]
pub struct Theme {
    layers: Layers,
    templates: Templates,
    tongue: Arc<Tongue>,
    /// What the plan sets of its look.
    pub dress: Dress,
}

/// The names of all values of the look.
const TOKENS: &str = "assets/tokens.css";

impl Theme {
    /// The theme of this folder over the built-in one, in a language. A broken template is a fault at once, used or
    /// not.
    pub fn open(folder: Option<&Path>, language: &str) -> Result<Self, ThemeFault> {
        Self::over(Layer::built_in(), folder, language)
    }

    fn over(base: Layer, folder: Option<&Path>, language: &str) -> Result<Self, ThemeFault> {
        let own = folder.map(Layer::folder).transpose()?;
        let layers = Layers { own, base };
        let tongue = words::tongue(&layers, language);
        let tongue = tongue.map_err(|fault| {
            ThemeFault::Words(format!("{}, in {}", fault.message, fault.origin))
        })?;
        let tongue = Arc::new(tongue);
        let templates = compiled(&layers, &tongue)?;
        let dress = Dress::new(&Look::default(), Path::new(""), "")?;
        Ok(Self {
            layers,
            templates,
            tongue,
            dress,
        })
    }

    /// The language of the pages.
    pub fn tongue(&self) -> Arc<Tongue> {
        self.tongue.clone()
    }

    /// The theme with a look whose files lie in this folder.
    pub fn dressed(mut self, look: &Look, home: &Path) -> Result<Self, ThemeFault> {
        let found = self.layers.below(TOKENS).remove(TOKENS);
        let tokens = found.map_or(Cow::Borrowed(""), |(bytes, _)| {
            String::from_utf8_lossy(bytes)
        });
        self.dress = Dress::new(look, home, &tokens)?;
        Ok(self)
    }

    /// A template with its values put in: `item` is `templates/item.html`.
    pub fn render(&self, template: &str, context: &impl Serialize) -> Result<String, ThemeFault> {
        let rendered = self.templates.render(template, context);
        rendered.map_err(|fault| told(&self.layers, &fault))
    }

    /// What the user's theme holds in vain and what of the look can hardly be read, one sentence each.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = self.layers.remarks();
        remarks.extend(words::remarks(&self.layers, &self.tongue));
        remarks.extend(self.dress.remarks.iter().cloned());
        remarks
    }

    /// The assets, by address, in order; those of the look count more.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Cow<'static, [u8]>)> {
        let found = self.layers.below(ASSETS).into_iter();
        let mut assets: BTreeMap<&str, &Cow<'static, [u8]>> = found
            .map(|(address, (bytes, _))| (address, bytes))
            .collect();
        let files = self.dress.files.iter();
        assets.extend(files.map(|(address, bytes)| (address.as_str(), bytes)));
        assets.into_iter()
    }

    /// Whether it has fonts of its own.
    pub fn has_fonts(&self) -> bool {
        self.assets().any(|(address, _)| is_font(address))
    }
}

fn compiled(layers: &Layers, tongue: &Arc<Tongue>) -> Result<Templates, ThemeFault> {
    let mut texts = Vec::new();
    for (path, (bytes, origin)) in layers.below(TEMPLATES) {
        let name = &path[TEMPLATES.len()..];
        let Ok(text) = str::from_utf8(bytes) else {
            return Err(fault(&format!("{name} is not written in UTF-8"), origin));
        };
        texts.push((name, Cow::Borrowed(text)));
    }
    Templates::new(texts.into_iter(), tongue.clone()).map_err(|fault| told(layers, &fault))
}

fn told(layers: &Layers, what: &template::Fault) -> ThemeFault {
    let path = format!("{TEMPLATES}{}", what.file);
    let found = layers.below(&path).remove(path.as_str());
    let built_in = Origin::BuiltIn;
    let origin = found.map_or(&built_in, |(_, origin)| origin);
    fault(&what.to_string(), origin)
}

fn fault(what: &str, origin: &Origin) -> ThemeFault {
    ThemeFault::Template {
        message: format!("{what}, in {origin}"),
        is_users: *origin != Origin::BuiltIn,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::sample::Folder;

    /// A small built-in theme.
    fn base() -> Layer {
        let files = [
            ("assets/site.css", "a{}"),
            (
                "templates/item.html",
                "<h1>{{ title }}</h1>{% include 'foot.html' %}",
            ),
            ("templates/foot.html", "\n\n{{ date }}"),
        ];
        Layer {
            files: files
                .map(|(path, text)| (path.into(), text.as_bytes().into()))
                .into(),
            ..Layer::default()
        }
    }

    fn context() -> BTreeMap<&'static str, &'static str> {
        BTreeMap::from([("title", "A & B"), ("date", "12 May")])
    }

    fn rendered(folder: Option<&Folder>) -> String {
        let opened = Theme::over(base(), folder.map(Folder::path), "en");
        let page = opened.and_then(|theme| theme.render("item", &context()));
        page.unwrap_or_else(|fault| fault.to_string())
    }

    #[test]
    fn the_built_in_theme_is_whole() {
        let theme = Theme::open(None, "en").unwrap();
        assert!(theme.remarks().is_empty());
        let assets: Vec<&str> = theme.assets().map(|(path, _)| path).collect();
        assert!(assets.is_sorted() && assets.contains(&"assets/site.css"));
        fn shared(_: impl Send + Sync + 'static) {}
        shared(theme);
    }

    #[test]
    fn assets_ask_for_nothing_elsewhere() {
        let theme = Theme::open(None, "en").unwrap();
        for (address, bytes) in theme.assets() {
            let text = String::from_utf8_lossy(bytes).replace("http://www.w3.org/2000/svg", "");
            // `#m` is a part of the picture that asks for it.
            let urls = text.replace("url(%23m)", "").matches("url(").count();
            assert_eq!(urls, text.matches("url(\"data:").count(), "{address}");
            for asks in ["://", "@import", ".src =", ".innerHTML", "eval("] {
                assert!(!text.contains(asks), "{address}: {asks}");
            }
        }
    }

    #[test]
    fn a_user_replaces_what_they_like() {
        assert_eq!(rendered(None), "<h1>A &amp; B</h1>\n\n12 May");
        let mine = Folder::new("mine")
            .file("templates/foot.html", "<p>{{ date }}</p>")
            .file("templates/itme.html", "")
            .file("assets/site.css", "b{}")
            .file("assets/fonts/sea.woff2", [0, 159, 146])
            .file("assets/.DS_Store", "x");
        assert_eq!(rendered(Some(&mine)), "<h1>A &amp; B</h1><p>12 May</p>");
        let theme = Theme::over(base(), Some(mine.path()), "en").unwrap();
        let assets = theme.assets().map(|(path, bytes)| (path, &bytes[..]));
        let font = ("assets/fonts/sea.woff2", &[0, 159, 146][..]);
        let css = ("assets/site.css", &b"b{}"[..]);
        assert_eq!(assets.collect::<Vec<_>>(), [font, css]);
        let said = "`templates/itme.html` is used by no page; did you mean `templates/item.html`?";
        assert_eq!(theme.remarks(), [said]);
    }

    #[test]
    fn a_broken_template_is_told_at_once() {
        let broken = Folder::new("broken").file("templates/foot.html", "a\n{{ date");
        let at = broken.path().display();
        let fault = rendered(Some(&broken));
        assert!(fault.starts_with("foot.html:2: syntax error: "), "{fault}");
        assert!(fault.ends_with(&format!("in `{at}`")), "{fault}");
        let unread = Folder::new("latin").file("templates/foot.html", b"gr\xfc\xdfe");
        let fault = rendered(Some(&unread));
        assert!(
            fault.starts_with("foot.html is not written in UTF-8, in"),
            "{fault}"
        );
    }

    #[test]
    fn a_missing_value_names_the_theme() {
        let mine = Folder::new("wrong")
            .file("theme.toml", "name = 'sea'")
            .file("templates/foot.html", "\n{{ dat }}");
        let fault = format!(
            "foot.html:2: undefined value `dat`, while rendering `item.html`, in the theme `sea` in `{}`",
            mine.path().display()
        );
        assert_eq!(rendered(Some(&mine)), fault);
    }

    #[test]
    fn a_template_that_is_not_there_is_named() {
        let theme = Theme::over(base(), None, "en").unwrap();
        let fault = theme.render("home", &context()).unwrap_err().to_string();
        assert!(
            fault.starts_with("home.html: template not found"),
            "{fault}"
        );
    }
}
