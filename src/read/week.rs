//! What a week did with items: sections or tables *Entered*, *Left*, *Blocked*, *Done*, *Carried over*, with reasons.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::read::entry::{self, Named};
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::mention::{Mention, Mentions, Raw, RawMovement};
use crate::read::reader::Reader;
use crate::read::topic::Topic;
use crate::read::words::{Words, is_none};
use crate::syntax::outline::{Outline, Row, Shape, Table, Text};
use crate::text::slot::Form;
use crate::text::span::Span;
use crate::theme::tongue::key;

/// Reads what weeks did.
pub struct Week;

impl Reader for Week {
    fn name(&self) -> &'static str {
        key("week")
    }

    fn page(&self) -> &'static str {
        include_str!("week.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            let owner = mentions
                .owner(outline, block.section)
                .filter(|owner| mentions.found[*owner].kind == Kind::Sprint);
            let Some(owner) = owner.filter(|_| mentions.claimed(at).is_none()) else {
                continue;
            };
            let change = change(&outline.sections[block.section].heading.value, words);
            let lines = match (&block.shape, change) {
                (Shape::List(list), Some(change)) => list
                    .entries
                    .iter()
                    .filter(|entry| entry.depth == 0)
                    .map(|entry| (change, entry::named(&entry.text, words), entry.text.span))
                    .collect(),
                (Shape::Table(table), _) => rows(table, change, words),
                _ => Vec::new(),
            };
            if lines.is_empty() {
                continue;
            }
            mentions.claim(at, self.name());
            mentions.claim_heading(block.section, self.name());
            for (change, named, span) in lines {
                self.add(owner, change, named, span, words, mentions);
            }
        }
    }
}

/// What happened to the items below a heading of these words.
fn change(heading: &str, words: &Words) -> Option<Change> {
    match words.topic(heading)? {
        Topic::Movement(change) => Some(change),
        Topic::Blocked => Some(Change::Blocked),
        _ => None,
    }
}

/// The rows of a table: the first column names the item, a column *Reason* says why, a column *Change* what happened.
fn rows(table: &Table, change: Option<Change>, words: &Words) -> Vec<(Change, Named, Span)> {
    let column = |names: &[&str]| {
        table
            .head
            .iter()
            .position(|head| names.contains(&crate::text::similar::fold(&head.value).as_str()))
    };
    let moved = column(&["change", "what", "movement", "moved"]);
    let reason = column(&[
        "reason",
        "why",
        "because",
        "note",
        "notes",
        "comment",
        "blocked by",
        "waiting for",
        "grund",
        "motivo",
    ]);
    let subject = (0..table.head.len())
        .find(|at| Some(*at) != moved && Some(*at) != reason)
        .unwrap_or(0);
    let line = |row: &Row| {
        let cell = |at: Option<usize>| {
            at.and_then(|at| row.cells.get(at))
                .filter(|cell| !cell.is_empty())
        };
        let change = cell(moved)
            .and_then(|cell| self::change(&cell.value, words))
            .or(change)?;
        let mut named = entry::named(cell(Some(subject))?, words);
        add_title(row, subject, table, &mut named);
        let why = cell(reason).map(|cell| Raw::of(cell, Form::Cell));
        named.reason = why.or(named.reason);
        Some((change, named, row.span))
    };
    table.rows.iter().filter_map(line).collect()
}

/// Where the first column holds nothing but an id, a column *Title* beside it names the item.
fn add_title(row: &Row, subject: usize, table: &Table, named: &mut Named) {
    let titled = |head: &Text| {
        matches!(
            crate::text::similar::fold(&head.value).as_str(),
            "title" | "name" | "task" | "story" | "summary"
        )
    };
    let at = table
        .head
        .iter()
        .position(titled)
        .filter(|at| *at != subject);
    let has_no_title = named
        .id
        .as_ref()
        .is_some_and(|id| id.text == named.name.text);
    if let Some(cell) = at
        .and_then(|at| row.cells.get(at))
        .filter(|cell| has_no_title && !cell.is_empty())
    {
        named.name = Raw::of(cell, Form::Cell);
    }
}

impl Week {
    fn add(
        &self,
        owner: usize,
        change: Change,
        named: Named,
        span: Span,
        words: &Words,
        mentions: &mut Mentions,
    ) {
        if is_none(&named.name.text) || is_placeholder(&named.name.text) {
            return;
        }
        let mut mention = Mention::new(self.name(), Role::Elsewhere, Kind::Task, named.name, span);
        mention.sure = false;
        mention.id = named.id;
        mention.target = named.target;
        if let Some(reason) = &named.reason {
            state(reason, change, words, &mut mention);
        }
        let reason = named.reason.map(|reason| reason.text);
        let mention = mentions.add(mention);
        mentions.found[owner].movements.push(RawMovement {
            change,
            mention,
            reason,
        });
    }
}

/// "split into T-8 and T-9", "discarded: …": the end of an item, and what it turned into.
fn state(reason: &Raw, change: Change, words: &Words, mention: &mut Mention) {
    if let Some(became) = fields::became(reason) {
        mention.values.push((FieldName::Status, reason.clone()));
        mention.values.push((FieldName::Became, became));
        return;
    }
    let fate = words.status(&reason.text, Kind::Task);
    if fate == Some(Status::Dropped) && change == Change::Left {
        mention.values.push((FieldName::Status, reason.clone()));
    }
}
