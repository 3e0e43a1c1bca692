//! Tables and lists of what is blocked, by what, since when: each row is a blocker, titled by what blocks.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::entry;
use crate::read::field::FieldName;
use crate::read::gap::is_placeholder;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::{Words, is_none};
use crate::syntax::outline::{Entry, List, Outline, Row, Shape, Table, Text};
use crate::text::similar::fold;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads tables and lists of blockers.
pub struct Blockers;

impl Reader for Blockers {
    fn name(&self) -> &'static str {
        key("blockers")
    }

    fn page(&self) -> &'static str {
        include_str!("blockers.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            if mentions.claimed(at).is_some() {
                continue;
            }
            let below = scope::topic(outline, block.section, mentions) == Some(Topic::Blocked);
            let found = match &block.shape {
                Shape::Table(table) => Columns::of(table, below, words)
                    .map(|columns| columns.rows(table, self.name(), mentions)),
                Shape::List(list) if below => Some(lines(list, self.name(), words)),
                _ => None,
            };
            let Some(found) = found else { continue };
            mentions.claim(at, self.name());
            mentions.claim_heading(block.section, self.name());
            let owner = mentions.owner(outline, block.section);
            for mut mention in found {
                mention.block = Some(at);
                mention.nest = owner;
                mentions.add(mention);
            }
        }
    }
}

/// Which column holds what blocks, and which what is blocked.
struct Columns {
    blocker: usize,
    blocked: Option<usize>,
}

impl Columns {
    /// The whole heading row must say so: what blocks, and since when or what the way out is - or the section over it says so.
    fn of(table: &Table, below: bool, words: &Words) -> Option<Self> {
        let folded: Vec<String> = table.head.iter().map(|head| fold(&head.value)).collect();
        let position = |wanted: &dyn Fn(&str) -> bool| folded.iter().position(|head| wanted(head));
        let in_words = |head: &str| {
            below
                && matches!(
                    head,
                    "reason"
                        | "why"
                        | "cause"
                        | "problem"
                        | "issue"
                        | "description"
                        | "title"
                        | "what"
                        | "impediment"
                        | "obstacle"
                )
        };
        let blocker = position(&|head| words.field(head) == Some(FieldName::BlockedBy))
            .or_else(|| position(&in_words))?;
        let told = folded.iter().any(|head| {
            head.starts_with("since")
                || head.contains("resolution")
                || head.contains("way out")
                || head.starts_with("blocked since")
                || head.contains("unblock")
                || matches!(
                    head.as_str(),
                    "needs" | "next step" | "action" | "workaround" | "seit" | "desde"
                )
        });
        let has_status = table
            .head
            .iter()
            .any(|head| words.field(&head.value) == Some(FieldName::Status));
        let first = words.field(&table.head[0].value) == Some(FieldName::BlockedBy)
            && words.kind(&table.head[0].value) == Some(Kind::Blocker);
        let blocked = (0..table.head.len()).find(|at| {
            *at != blocker
                && (words.kind(&folded[*at]).is_some()
                    || matches!(
                        folded[*at].as_str(),
                        "item" | "work item" | "what" | "blocks" | "id"
                    ))
        });
        (below || first || (told && !has_status && blocked.is_some()))
            .then_some(Self { blocker, blocked })
    }

    fn rows(&self, table: &Table, reader: &'static str, mentions: &mut Mentions) -> Vec<Mention> {
        table
            .rows
            .iter()
            .filter_map(|row| self.row(table, row, reader, mentions))
            .collect()
    }

    fn row(
        &self,
        table: &Table,
        row: &Row,
        reader: &'static str,
        mentions: &mut Mentions,
    ) -> Option<Mention> {
        let title = row
            .cells
            .get(self.blocker)
            .filter(|cell| !is_none(&cell.value))?;
        if is_placeholder(&title.value) {
            mentions.placeholder(title.span);
            return None;
        }
        let mut mention = Mention::new(
            reader,
            Role::Row,
            Kind::Blocker,
            Raw::of(title, Form::Cell),
            row.span,
        );
        for (at, cell) in row
            .cells
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != self.blocker && *at < table.head.len())
        {
            if is_placeholder(&cell.value) {
                mentions.placeholder(cell.span);
            } else if Some(at) == self.blocked {
                mention
                    .values
                    .push((FieldName::Blocks, Raw::of(cell, Form::Cell)));
            } else if !is_none(&cell.value) {
                add(&table.head[at], cell, &mut mention);
            }
        }
        Some(mention)
    }
}

fn add(head: &Text, cell: &Text, mention: &mut Mention) {
    let raw = Raw::of(cell, Form::Cell);
    match fold(&head.value).as_str() {
        "status" | "state" => mention.values.push((FieldName::Status, raw)),
        "owner" => mention.values.push((FieldName::Owner, raw)),
        _ => mention.own.push((head.value.clone(), raw)),
    }
}

/// "Payment integration: no decision yet" below *Blocked*; the reason may be nested below what is blocked.
fn lines(list: &List, reader: &'static str, words: &Words) -> Vec<Mention> {
    let is_written = |entry: &Entry| {
        entry.depth == 0 && !is_none(&entry.text.value) && !is_placeholder(&entry.text.value)
    };
    let entries = list
        .entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| is_written(entry));
    entries
        .map(|(at, entry)| {
            line(
                entry,
                list.entries.get(at + 1).filter(|next| next.depth > 0),
                reader,
                words,
            )
        })
        .collect()
}

fn line(entry: &Entry, below: Option<&Entry>, reader: &'static str, words: &Words) -> Mention {
    let named = entry::named(&entry.text, words);
    let reason = named
        .reason
        .clone()
        .or_else(|| below.map(|below| Raw::of(&below.text, Form::Entry)));
    let title = reason.clone().unwrap_or_else(|| named.name.clone());
    let mut mention = Mention::new(reader, Role::Row, Kind::Blocker, title, entry.text.span);
    if reason.is_some() || named.id.is_some() {
        let links = named.target.into_iter().collect();
        mention.values.push((
            FieldName::Blocks,
            Raw {
                links,
                ..named.id.unwrap_or(named.name)
            },
        ));
    }
    mention.values.extend(
        entry
            .checkbox
            .map(|checkbox| (FieldName::Status, boxed::status(checkbox))),
    );
    mention
}
