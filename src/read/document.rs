//! A whole document is an item: its front matter, its head, its folder or its name says so.

use crate::model::date::Week;
use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::label::{self, Label};
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::words::Words;
use crate::syntax::outline::{Field, Outline, Text};
use crate::text::slot::{Form, Slot};
use crate::text::span::Span;

/// Reads documents that are items.
pub struct Document;

impl Reader for Document {
    fn name(&self) -> &'static str {
        "document"
    }

    fn page(&self) -> &'static str {
        include_str!("document.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        let head = Head::of(outline, words);
        let Some((kind, sure)) = kind(outline, &head, words) else {
            return;
        };
        if head.label.title.is_empty()
            && head.front_title.is_none()
            && outline.blocks.is_empty()
            && outline.front.is_empty()
        {
            return;
        }
        let mut mention = Mention::new(
            self.name(),
            role(&outline.path),
            kind,
            title(outline, &head),
            head.span,
        );
        mention.sure = sure;
        if is_placeholder(&mention.title.text) {
            mentions.note(
                mention.title.slot.span,
                "placeholder: nothing is taken from this document",
            );
            return;
        }
        name_it(outline, &head, &mut mention);
        for field in &outline.front {
            fields::add(field, words, &mut mention, mentions);
        }
        mentions.claim_heading(0, self.name());
        for section in [Some(0), head.section].into_iter().flatten() {
            mentions.claim_heading(section, self.name());
            scope::add_fields(outline, section, self.name(), words, &mut mention, mentions);
            scope::add_short_sections(outline, section, self.name(), words, &mut mention, mentions);
        }
        settle(&mut mention);
        let number = mentions.add(mention);
        for section in [Some(0), head.section].into_iter().flatten() {
            mentions.own(section, number);
        }
    }
}

/// What the first heading and the front matter say of the whole document.
struct Head {
    section: Option<usize>,
    label: Label,
    heading: Text,
    front_title: Option<Text>,
    /// Where the document names its item: the title of the front matter, else the heading.
    span: Span,
}

impl Head {
    fn of(outline: &Outline, words: &Words) -> Self {
        let section = outline.title_section();
        let heading = section
            .map(|at| outline.sections[at].heading.clone())
            .unwrap_or_default();
        let label = label::label(&heading.value, words);
        let titled = |field: &&Field| {
            words.field(&field.key.value) == Some(FieldName::Title)
                && !field.value.is_empty()
                && !is_placeholder(&field.value.value)
        };
        let front_title = outline
            .front
            .iter()
            .find(titled)
            .map(|field| field.value.clone());
        let headed = section
            .map(|at| outline.sections[at].heading.span)
            .filter(|span| span.end > 0);
        let span = front_title
            .as_ref()
            .map(|title: &Text| title.span)
            .or(headed)
            .unwrap_or_default();
        Self {
            section,
            label,
            heading,
            front_title,
            span,
        }
    }
}

/// What the document is, and whether it says so itself.
fn kind(outline: &Outline, head: &Head, words: &Words) -> Option<(Kind, bool)> {
    let (folders, stem) = split(&outline.path);
    if matches!(
        stem.to_lowercase().as_str(),
        "readme" | "index" | "changelog" | "summary"
    ) && outline.front.is_empty()
    {
        return None;
    }
    let stated = outline
        .front
        .iter()
        .filter(|field| words.field(&field.key.value) == Some(FieldName::Kind))
        .find_map(|field| words.kind(&field.value.value));
    if let Some(kind) = stated.or(head.label.kind.filter(|_| {
        outline
            .sections
            .iter()
            .filter(|section| section.level == 1)
            .count()
            == 1
    })) {
        return Some((kind, true));
    }
    if stem.ends_with('s') && words.kind(stem).is_some() || stem.eq_ignore_ascii_case("todo") {
        return None;
    }
    let is_id = |field: &&Field| words.field(&field.key.value) == Some(FieldName::Id);
    let id = outline
        .front
        .iter()
        .find(is_id)
        .map(|field| field.value.value.as_str());
    let id = id
        .or(head.label.id.as_deref())
        .filter(|id| id.contains('-'));
    let prefix = || id.and_then(|id| label::prefix(id, words));
    // "PRD-11" says what it is wherever it lies; "S-1" may be anything, and the folder that it lies in knows better.
    let is_word = id.is_some_and(|id| id.chars().take_while(|c| c.is_alphabetic()).count() > 1);
    let own_folder = folders
        .last()
        .and_then(|folder| words.folder(folder))
        .filter(|_| !is_word);
    let folder = || folders.iter().rev().find_map(|folder| words.folder(folder));
    own_folder
        .or_else(prefix)
        .or_else(folder)
        .or_else(|| stem_kind(stem, words))
        .map(|kind| (kind, false))
}

/// The folders and the stem of a path.
fn split(path: &str) -> (Vec<&str>, &str) {
    let mut parts: Vec<&str> = path.split('/').collect();
    let file = parts.pop().unwrap_or_default();
    (parts, file.rsplit_once('.').map_or(file, |(stem, _)| stem))
}

/// The kind that a file name tells: `milestone-1`, `search-prd`, `2026-W07`.
fn stem_kind(stem: &str, words: &Words) -> Option<Kind> {
    if week(stem).is_some() {
        return Some(Kind::Sprint);
    }
    let parts: Vec<&str> = stem
        .split(['-', '_', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    match parts.as_slice() {
        [.., last] if last.eq_ignore_ascii_case("prd") => Some(Kind::Feature),
        [first, number, ..] if number.starts_with(|c: char| c.is_ascii_digit()) => {
            words.kind(first).filter(|_| !first.ends_with('s'))
        }
        _ => None,
    }
}

/// The ISO week that a file name tells: `2026-W07`, `2026w7`.
pub fn week(stem: &str) -> Option<Week> {
    let (year, number) = stem.split_once(['W', 'w'])?;
    let year = year.trim_end_matches(['-', '_', ' ']);
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    (year.len() == 4 && matches!(digits.len(), 1 | 2))
        .then(|| Week::new(year.parse().ok()?, digits.parse().ok()?))
        .flatten()
}

/// `current-milestone.md` may repeat another document.
fn role(path: &str) -> Role {
    let (_, stem) = split(path);
    let stem = stem.to_lowercase();
    let repeats = stem == "current"
        || stem.starts_with("current-")
        || stem.starts_with("current_")
        || stem.starts_with("latest-");
    if repeats { Role::Alias } else { Role::Document }
}

fn title(outline: &Outline, head: &Head) -> Raw {
    if let Some(title) = &head.front_title {
        return Raw::of(title, Form::Scalar);
    }
    if !head.label.title.is_empty() {
        return Raw::within(&head.heading, &head.label.title, Form::Heading);
    }
    let (_, stem) = split(&outline.path);
    let words = stem.replace(['-', '_'], " ");
    Raw {
        text: words.trim().to_string(),
        slot: Slot {
            span: Span::default(),
            form: Form::Path,
        },
        links: Vec::new(),
    }
}

/// Adds the id and the tail of the heading; the file name tells the week.
fn name_it(outline: &Outline, head: &Head, mention: &mut Mention) {
    fields::take_label(&head.label, &head.heading, Form::Heading, mention);
    let (_, stem) = split(&outline.path);
    if let Some(week) = week(stem).filter(|_| mention.kind == Kind::Sprint) {
        let raw = |text: String| Raw {
            text,
            slot: Slot {
                span: Span::default(),
                form: Form::Path,
            },
            links: Vec::new(),
        };
        mention.id = Some(raw(week.to_string()));
        mention
            .values
            .push((FieldName::Start, raw(week.monday().to_string())));
        mention
            .values
            .push((FieldName::Due, raw(week.sunday().to_string())));
    }
}

/// An id or a title among the fields wins over the heading.
fn settle(mention: &mut Mention) {
    if let Some(id) = mention.value(FieldName::Id).cloned() {
        mention.id = Some(id);
    }
    if let Some(title) = mention
        .value(FieldName::Title)
        .filter(|title| !title.text.is_empty())
        .cloned()
    {
        mention.title = title;
    }
    mention
        .values
        .retain(|(name, _)| !matches!(name, FieldName::Id | FieldName::Title | FieldName::Kind));
}
