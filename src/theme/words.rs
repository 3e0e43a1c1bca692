//! The catalogs of a theme: the user's words over those that are built in.

use std::collections::BTreeSet;

use crate::theme::layer::{Layer, Origin, WORDS};
use crate::theme::layers::Layers;
use crate::theme::tongue::Tongue;
use crate::theme::tongue::catalog::Catalog;
use crate::theme::tongue::sentence::{Piece, pieces};

/// The language of the program itself.
const OWN: &str = "en";

/// A catalog that cannot be read.
#[derive(Debug)]
pub(super) struct Fault {
    /// The file, the line and what is wrong.
    pub(super) message: String,
    /// Whose it is.
    pub(super) origin: Origin,
}

/// The language of this tag: what `de-AT` does not say is said by `de`. All catalogs of the user's are read.
pub(super) fn tongue(layers: &Layers, tag: &str) -> Result<Tongue, Fault> {
    let lower = tag.to_ascii_lowercase().replace('_', "-");
    let language = lower.split('-').next().unwrap_or_default();
    let mut wanted = vec![language, lower.as_str()];
    wanted.dedup();
    let mut catalog = Catalog::default();
    let mut is_known = language == OWN;
    for wanted in wanted {
        for layer in [Some(&layers.base), layers.own.as_ref()]
            .into_iter()
            .flatten()
        {
            for (path, bytes) in files(layer).filter(|(path, _)| is_of(path, wanted)) {
                catalog.take(read(path, bytes, layer)?);
                is_known = true;
            }
        }
    }
    for (path, bytes) in layers.own.iter().flat_map(files) {
        read(path, bytes, layers.own.as_ref().unwrap_or(&layers.base))?;
    }
    Ok(Tongue::new(tag, catalog, is_known))
}

/// What is odd about the words: a language that nobody speaks, words that are said nowhere, holes that are not filled.
pub(super) fn remarks(layers: &Layers, tongue: &Tongue) -> Vec<String> {
    let mut remarks = Vec::new();
    if !tongue.is_known() {
        let known = known(layers);
        let tag = tongue.tag();
        remarks.push(format!(
            "the words of the pages are English, for none are there in `{tag}`; there are {known}; `words/{tag}.toml` in a theme of yours may hold them"
        ));
    }
    let Some(own) = &layers.own else {
        return remarks;
    };
    let mut catalogs = files(own).peekable();
    if catalogs.peek().is_none() {
        return remarks;
    }
    let said = said(&layers.base);
    for (path, bytes) in catalogs {
        let Ok(catalog) = read(path, bytes, own) else {
            continue;
        };
        for (words, phrase) in catalog.iter() {
            if !said.contains(words) && !is_in_template(own, words) {
                remarks.push(format!("`{path}`: no page says `{words}`"));
            }
            let holes = holes(words);
            let odd = phrase.all().into_iter().flat_map(self::holes);
            let odd: BTreeSet<&str> = odd.filter(|hole| !holes.contains(hole)).collect();
            for hole in odd {
                remarks.push(format!("`{path}`: `{words}` has no hole `{{{hole}}}`"));
            }
        }
    }
    remarks
}

/// The names of the holes in a sentence.
fn holes(sentence: &str) -> BTreeSet<&str> {
    let holes = pieces(sentence).filter_map(|piece| match piece {
        Piece::Hole(name) => Some(name),
        Piece::Words(_) => None,
    });
    holes.collect()
}

/// The languages that there are: "ar, de and en".
fn known(layers: &Layers) -> String {
    let layers = [Some(&layers.base), layers.own.as_ref()];
    let files = layers.into_iter().flatten().flat_map(files);
    let names = files.filter_map(|(path, _)| path[WORDS.len()..].strip_suffix(".toml"));
    let mut names: BTreeSet<&str> = names.collect();
    names.insert(OWN);
    let names: Vec<&str> = names.into_iter().collect();
    Tongue::english().list(&names)
}

/// Everything that pages say, as far as a built-in catalog tells: each is whole.
fn said(base: &Layer) -> BTreeSet<String> {
    let first = files(base).next();
    let catalog = first.and_then(|(path, bytes)| read(path, bytes, base).ok());
    let catalog = catalog.unwrap_or_default();
    catalog.iter().map(|(words, _)| words.to_string()).collect()
}

/// Whether a template of the user's holds these words.
fn is_in_template(own: &Layer, words: &str) -> bool {
    let mut templates = own.files.iter().filter(|(path, _)| path.ends_with(".html"));
    templates.any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(words))
}

fn files(layer: &Layer) -> impl Iterator<Item = (&str, &[u8])> {
    let files = layer
        .files
        .iter()
        .filter(|(path, _)| path.starts_with(WORDS));
    files.map(|(path, bytes)| (path.as_str(), &bytes[..]))
}

fn is_of(path: &str, wanted: &str) -> bool {
    let name = path[WORDS.len()..].strip_suffix(".toml");
    name.is_some_and(|name| name.eq_ignore_ascii_case(wanted))
}

fn read(path: &str, bytes: &[u8], layer: &Layer) -> Result<Catalog, Fault> {
    let catalog = match str::from_utf8(bytes) {
        Ok(text) => Catalog::parse(text),
        Err(_) => Err("is no text in UTF-8".into()),
    };
    catalog.map_err(|what| Fault {
        message: format!("{path}: {what}"),
        origin: layer.origin.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(files: &[(&str, &'static str)]) -> Layer {
        let file = |(path, text): &(&str, &'static str)| (path.to_string(), text.as_bytes().into());
        Layer {
            files: files.iter().map(file).collect(),
            ..Layer::default()
        }
    }

    fn layers(own: &[(&str, &'static str)]) -> Layers {
        let german = "Plan = 'Plan'\nOverview = 'Übersicht'\n'{a} of {b}' = '{a} von {b}'";
        Layers {
            own: (!own.is_empty()).then(|| layer(own)),
            base: layer(&[("words/de.toml", german)]),
        }
    }

    fn said(own: &[(&str, &'static str)], tag: &str, words: &str) -> String {
        let tongue = tongue(&layers(own), tag);
        tongue.map_or_else(
            |fault| fault.message,
            |tongue| tongue.say(words).into_owned(),
        )
    }

    #[test]
    fn a_region_takes_the_words_of_its_language() {
        let own = [
            ("words/de-AT.toml", "Overview = 'Überblick'"),
            ("words/en.toml", "Plan = 'Scheme'"),
        ];
        assert_eq!(said(&own, "de_at", "Overview"), "Überblick");
        assert_eq!(said(&own, "de-AT", "Plan"), "Plan");
        assert_eq!(said(&own, "de", "Overview"), "Übersicht");
        assert_eq!(said(&own, "en-GB", "Plan"), "Scheme");
        assert_eq!(said(&[], "fr", "Overview"), "Overview");
    }

    #[test]
    fn a_broken_catalog_is_told_though_it_is_not_used() {
        let own = [("words/fr.toml", "Plan = 1")];
        let fault = "words/fr.toml: line 1: `Plan` is neither text nor a table of forms";
        assert_eq!(said(&own, "de", "Plan"), fault);
    }

    #[test]
    fn what_is_odd_is_said() {
        let of = |own, tag| {
            let layers = layers(own);
            remarks(&layers, &tongue(&layers, tag).unwrap())
        };
        assert!(of(&[], "de").is_empty() && of(&[], "en-GB").is_empty());
        let [unknown] = &of(&[], "fr")[..] else {
            panic!("one remark")
        };
        assert!(unknown.contains("none are there in `fr`; there are de and en;"));
        let own = [
            ("templates/home.html", "{{ \"Mine\" | say }}"),
            (
                "words/fr.toml",
                "Mine = 'x'\nOvervew = 'x'\n'{a} of {b}' = '{a} {c}'",
            ),
        ];
        let said = [
            "`words/fr.toml`: no page says `Overvew`",
            "`words/fr.toml`: `{a} of {b}` has no hole `{c}`",
        ];
        let found = of(&own, "fr");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(said.iter().all(|said| found.contains(&said.to_string())));
    }
}
