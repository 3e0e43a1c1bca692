//! A file of data that gives the state of items by their names: ids, or the stems of their documents.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::words::Words;
use crate::syntax::outline::{Outline, Text};
use crate::text::similar::fold;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads maps from names to states.
pub struct Ledger;

impl Reader for Ledger {
    fn name(&self) -> &'static str {
        key("ledger")
    }

    fn page(&self) -> &'static str {
        include_str!("ledger.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        let mut epic = None;
        for (name, state) in &outline.states {
            let Some(mut mention) = self.item(name, state, words) else {
                continue;
            };
            if mention.kind == Kind::Story {
                mention.nest = epic;
            }
            let is_epic = mention.kind == Kind::Feature;
            let number = mentions.add(mention);
            epic = if is_epic { Some(number) } else { epic };
        }
        for block in 0..outline.blocks.len() {
            if !outline.states.is_empty() {
                mentions.claim(block, self.name());
            }
        }
    }
}

impl Ledger {
    /// The item that a name means: `epic-1`, `1-2-user-login`, `US-7`; a look back is none.
    fn item(&self, name: &Text, state: &Text, words: &Words) -> Option<Mention> {
        let folded = fold(&name.value);
        if folded.ends_with("retrospective") || words.status(&state.value, Kind::Story).is_none() {
            return None;
        }
        let (kind, id, title) = parts(&name.value, words)?;
        let raw = Raw::of(name, Form::Scalar);
        let title = match title.as_str() {
            "" => name.value.replace(['-', '_'], " "),
            title => title.to_string(),
        };
        let title = raw.part(capital(&title));
        let mut mention = Mention::new(self.name(), Role::Row, kind, title, name.span);
        mention.id = Some(raw.part(id));
        mention.target = Some(name.value.clone());
        let said = Raw::of(state, Form::Scalar);
        mention.values.push((FieldName::Status, said));
        Some(mention)
    }
}

/// A title begins with a capital letter; a name of a file does not.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The kind, the id and the title in a name.
fn parts(name: &str, words: &Words) -> Option<(Kind, String, String)> {
    let pieces: Vec<&str> = name.split(['-', '_']).collect();
    let is_number = |piece: &&str| piece.starts_with(|c: char| c.is_ascii_digit());
    if let [word, number, rest @ ..] = pieces.as_slice()
        && is_number(number)
        && let Some(kind) = words.kind(word)
    {
        return Some((kind, (*number).to_string(), rest.join(" ")));
    }
    let numbers = pieces.iter().take_while(|piece| is_number(piece)).count();
    if numbers > 0 {
        let id = pieces[..numbers].join(".");
        return Some((Kind::Story, id, pieces[numbers..].join(" ")));
    }
    let [letters, number, rest @ ..] = pieces.as_slice() else {
        return None;
    };
    let kind = words.prefix(letters).filter(|_| is_number(number))?;
    Some((kind, format!("{letters}-{number}"), rest.join(" ")))
}
