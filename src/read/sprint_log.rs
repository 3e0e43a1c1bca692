//! The sprints that were, a row or a line each: dates, goal, what was committed, what was completed, the velocity as written.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::grid::Grid;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::sprint_line;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{List, Outline, Row, Shape, Table};
use crate::text::similar::fold;
use crate::theme::tongue::key;

/// Reads sprint histories.
pub struct SprintLog;

impl Reader for SprintLog {
    fn name(&self) -> &'static str {
        key("sprint_log")
    }

    fn page(&self) -> &'static str {
        include_str!("sprint_log.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            if let Shape::List(list) = &block.shape {
                add_lines(list, at, block.section, self.name(), words, mentions);
            }
            let Shape::Table(table) = &block.shape else {
                continue;
            };
            let topic = scope::topic(outline, block.section, mentions);
            let below = topic == Some(Topic::Sprints);
            let said = match topic {
                Some(Topic::Items(kind)) => Some(kind),
                _ => None,
            };
            let grid = Grid::below(said, &table.head, words);
            let Some(grid) = grid.filter(|grid| is_log(grid, table, below, words)) else {
                continue;
            };
            if mentions.claimed(at).is_some() {
                continue;
            }
            mentions.claim(at, self.name());
            mentions.claim_heading(block.section, self.name());
            for row in &table.rows {
                if let Some(mut mention) = sprint(&grid, table, row, self.name(), words, mentions) {
                    mention.block = Some(at);
                    mentions.add(mention);
                }
            }
        }
    }
}

/// The sprints of a list in which each line is one.
fn add_lines(
    list: &List,
    at: usize,
    section: usize,
    reader: &'static str,
    words: &Words,
    mentions: &mut Mentions,
) {
    let sprints = match mentions.claimed(at) {
        Some(_) => Vec::new(),
        None => sprint_line::sprints(list, reader, words),
    };
    if !sprints.is_empty() {
        mentions.claim(at, reader);
        mentions.claim_heading(section, reader);
    }
    for mut mention in sprints {
        mention.block = Some(at);
        mentions.add(mention);
    }
}

/// Whether the rows are sprints: the heading row names them, and tells dates, a goal or figures.
fn is_log(grid: &Grid, table: &Table, below: bool, words: &Words) -> bool {
    let told = [
        FieldName::Span,
        FieldName::Committed,
        FieldName::Completed,
        FieldName::Velocity,
        FieldName::Start,
        FieldName::Status,
    ];
    let goal = table
        .head
        .iter()
        .any(|head| words.field(&head.value) == Some(FieldName::Goal));
    grid.kind == Some(Kind::Sprint) && (below || goal || told.iter().any(|name| grid.states(*name)))
}

fn sprint(
    grid: &Grid,
    table: &Table,
    row: &Row,
    reader: &'static str,
    words: &Words,
    mentions: &mut Mentions,
) -> Option<Mention> {
    let mut mention = grid.mention(reader, Kind::Sprint, table, row, words, mentions)?;
    rename(table, row, &mut mention);
    let is_numbered =
        mention.id.is_some() && mention.title.text.to_lowercase().starts_with("sprint ");
    let goal = mention
        .own
        .iter()
        .find(|(name, _)| words.field(name) == Some(FieldName::Goal))
        .map(|(_, raw)| raw.clone());
    if let Some(goal) = goal.filter(|_| is_numbered) {
        mention.title = goal;
    }
    Some(mention)
}

/// "Planned" and "Done" are figures in the row of a sprint.
fn rename(table: &Table, row: &Row, mention: &mut Mention) {
    for (head, cell) in table.head.iter().zip(&row.cells) {
        let number = cell
            .value
            .trim()
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_digit());
        let name = match fold(&head.value).split(' ').next() {
            Some("planned" | "plan" | "committed" | "commitment" | "selected") => {
                FieldName::Committed
            }
            Some("done" | "delivered" | "completed" | "finished") => FieldName::Completed,
            Some("velocity") => FieldName::Velocity,
            _ => continue,
        };
        if number && mention.value(name).is_none() {
            mention.own.retain(|(own, _)| *own != head.value);
            mention
                .values
                .retain(|(other, raw)| raw.slot.span != cell.span || *other == name);
            crate::read::fields::value(name, Raw::of(cell, crate::text::slot::Form::Cell), mention);
        }
    }
}
