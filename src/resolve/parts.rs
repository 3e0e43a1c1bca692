//! References in one value: one for the whole, or one for each part of a list.

use crate::read::mention::Raw;
use crate::read::words::looks_like_id;
use crate::resolve::finder::{Finder, LONGEST};
use crate::resolve::found::{Found, From};
use crate::resolve::phrase;
use crate::resolve::series;

impl Finder<'_> {
    /// Everything that the words lead to: one answer for the whole, or one for each part of a list.
    pub fn find(&self, raw: &Raw, from: &From<'_>) -> Vec<(String, Found)> {
        let text = raw.text.trim();
        let whole = || {
            (
                text.to_string(),
                self.find_one(text, raw.links.first().map(String::as_str), from),
            )
        };
        if phrase::is_nothing(text) && raw.links.is_empty() {
            return vec![(text.to_string(), Found::Nothing)];
        }
        if let Some(heads) = series::heads(text).filter(|heads| heads.len() <= LONGEST) {
            let found = |id: &&str| ((*id).to_string(), self.find_one(id, None, from));
            let all: Vec<(String, Found)> = heads.iter().map(found).collect();
            return match all.as_slice() {
                // Nothing bears this id: the words as written may say more.
                [(_, Found::Missing)] => vec![whole()],
                _ => all,
            };
        }
        let parts = parts(text);
        if parts.len() > LONGEST || parts.len() < 2 {
            return vec![whole()];
        }
        let exact: Vec<(String, Found)> = parts
            .iter()
            .map(|part| {
                (
                    (*part).to_string(),
                    self.find_one(
                        part,
                        None,
                        &From {
                            loose: false,
                            ..*from
                        },
                    ),
                )
            })
            .collect();
        let leads = |(text, found): &(String, Found)| {
            matches!(found, Found::Item(..) | Found::Outside) || looks_like_id(text)
        };
        if exact.iter().all(leads) {
            return exact;
        }
        let strict = self.find_one(
            text,
            None,
            &From {
                loose: false,
                ..*from
            },
        );
        if strict != Found::Missing {
            return vec![(text.to_string(), strict)];
        }
        let linked = raw.links.len() == parts.len();
        let each: Vec<(String, Found)> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| {
                let link = if linked {
                    raw.links.get(at).map(String::as_str)
                } else {
                    None
                };
                ((*part).to_string(), self.find_one(part, link, from))
            })
            .collect();
        let resolved = each
            .iter()
            .filter(|(_, found)| *found != Found::Missing)
            .count();
        if resolved > 0 && (resolved == each.len() || text.contains([',', ';', '\n'])) {
            each
        } else {
            vec![whole()]
        }
    }
}

/// The parts of a list in words: "T-1, T-2 and T-3".
fn parts(text: &str) -> Vec<&str> {
    let pieces = text
        .split([',', ';', '\n'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(" + "));
    pieces
        .map(|part| part.trim().trim_start_matches("and "))
        .filter(|part| !part.is_empty())
        .collect()
}
