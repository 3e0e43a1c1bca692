//! The user's theme over the built-in one: the topmost file of a path counts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::theme::layer::{Layer, Origin, TEMPLATES};

/// A file, and whose it is.
pub(super) type Found<'a> = (&'a Cow<'static, [u8]>, &'a Origin);

/// The user's theme over the built-in one.
#[derive(Debug)]
pub(super) struct Layers {
    /// The user's theme.
    pub(super) own: Option<Layer>,
    /// The built-in theme.
    pub(super) base: Layer,
}

impl Layers {
    /// The files of a folder, each from the topmost theme that has it, in the order of their paths.
    pub(super) fn below(&self, folder: &str) -> BTreeMap<&str, Found<'_>> {
        let layers = [Some(&self.base), self.own.as_ref()];
        let mut found = BTreeMap::new();
        for layer in layers.into_iter().flatten() {
            for (path, bytes) in &layer.files {
                if path.starts_with(folder) {
                    found.insert(path.as_str(), (bytes, &layer.origin));
                }
            }
        }
        found
    }

    /// What the user's theme holds in vain: no page has such a template, and no template names it.
    pub(super) fn remarks(&self) -> Vec<String> {
        let Some(own) = &self.own else {
            return Vec::new();
        };
        let templates = own.files.keys().filter(|path| path.starts_with(TEMPLATES));
        let mut unknown = templates
            .filter(|path| !self.base.files.contains_key(*path))
            .peekable();
        let mut remarks = own.remarks.clone();
        if unknown.peek().is_some() {
            let named = self.named();
            let vain = unknown.filter(|path| !named.contains(&path[TEMPLATES.len()..]));
            remarks.extend(vain.map(|path| self.vain(path)));
        }
        remarks
    }

    fn vain(&self, path: &str) -> String {
        let templates = self.base.files.keys().map(String::as_str);
        let mut likely =
            templates.filter(|known| known.starts_with(TEMPLATES) && alike(path, known));
        match likely.next() {
            Some(known) => format!("`{path}` is used by no page; did you mean `{known}`?"),
            None => format!("`{path}` is used by no page and named by no template"),
        }
    }

    /// Everything in quotes in any template that could be the name of one.
    fn named(&self) -> BTreeSet<&str> {
        let texts = self.below(TEMPLATES).into_values();
        texts
            .filter_map(|(bytes, _)| str::from_utf8(bytes).ok())
            .flat_map(|text| text.split(['"', '\'']))
            .filter(|part| part.ends_with(".html"))
            .collect()
    }
}

/// Whether two names are the same, but for case and at most two letters in one place.
fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let same = |(x, y): &(u8, u8)| x == y;
    let ahead = short.bytes().zip(long.bytes()).take_while(same).count();
    let behind = short.bytes().rev().zip(long.bytes().rev()).take_while(same);
    long.len() <= ahead + behind.count() + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(origin: Origin, files: &[(&str, &'static str)]) -> Layer {
        let file = |(path, text): &(&str, &'static str)| (path.to_string(), text.as_bytes().into());
        Layer {
            origin,
            files: files.iter().map(file).collect(),
            remarks: vec!["`notes` is left out".into()],
        }
    }

    fn layers() -> Layers {
        let base = [
            ("assets/site.css", "base"),
            ("templates/item.html", "{% include 'parts/status.html' %}"),
            ("templates/parts/status.html", "base"),
            ("theme.toml", ""),
        ];
        let own = [
            ("assets/logo.svg", "own"),
            ("templates/head.html", "own"),
            ("templates/itme.html", "own"),
            ("templates/overview.html", "own"),
            ("templates/parts/status.html", "{% include \"head.html\" %}"),
        ];
        let folder = Origin::Folder {
            name: "mine".into(),
            path: "mine".into(),
        };
        Layers {
            own: Some(layer(folder, &own)),
            base: layer(Origin::BuiltIn, &base),
        }
    }

    #[test]
    fn the_topmost_file_counts() {
        let layers = layers();
        let found = layers.below("templates/parts/");
        let (bytes, origin) = found["templates/parts/status.html"];
        assert!(bytes.starts_with(b"{%") && *origin != Origin::BuiltIn);
        let assets: Vec<&str> = layers.below("assets/").into_keys().collect();
        assert_eq!(assets, ["assets/logo.svg", "assets/site.css"]);
    }

    #[test]
    fn what_lies_there_in_vain_is_said() {
        assert_eq!(
            layers().remarks(),
            [
                "`notes` is left out",
                "`templates/itme.html` is used by no page; did you mean `templates/item.html`?",
                "`templates/overview.html` is used by no page and named by no template",
            ]
        );
        let base = Layers {
            own: None,
            ..layers()
        };
        assert!(base.remarks().is_empty());
    }

    #[test]
    fn alike_is_near() {
        assert!(alike("items.html", "item.html") && alike("Item.html", "item.html"));
        assert!(!alike("home.html", "item.html") && !alike("a.html", "item.html"));
    }
}
