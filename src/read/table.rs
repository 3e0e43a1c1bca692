//! Each row of a plan-like table is an item; columns without a meaning stay as the item's own fields.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::criterion;
use crate::read::field::FieldName;
use crate::read::grid::Grid;
use crate::read::mention::Mentions;
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::setting;
use crate::read::tasklist;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Outline, Shape, Table, Text};
use crate::theme::tongue::key;

/// Reads tables of items.
pub struct Rows;

impl Reader for Rows {
    fn name(&self) -> &'static str {
        key("table")
    }

    fn page(&self) -> &'static str {
        include_str!("table.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            let Shape::Table(table) = &block.shape else {
                continue;
            };
            if mentions.claimed(at).is_some() {
                continue;
            }
            let owner = mentions.owner(outline, block.section);
            let topic = scope::topic(outline, block.section, mentions);
            let above = owner.map(|owner| mentions.found[owner].kind);
            let found = ahead(outline, block.section, table, topic, above, words)
                .or_else(|| understand(table, topic, above, words));
            let Some((grid, kind, sure)) = found else {
                continue;
            };
            let beneath = tasklist::is_sublist(&outline.sections[block.section].heading.value);
            mentions.claim(at, self.name());
            mentions.claim_heading(block.section, self.name());
            for row in &table.rows {
                let named = grid.kind_of(row, words).filter(|_| !sure);
                let kind = named.unwrap_or(kind);
                let Some(mut mention) =
                    grid.mention(self.name(), kind, table, row, words, mentions)
                else {
                    continue;
                };
                mention.sure = sure;
                mention.nest = owner;
                mention.beneath = beneath;
                mention.block = Some(at);
                if !owner.is_some_and(|owner| mentions.found[owner].kind.holds(kind)) {
                    mention.role = Role::Elsewhere;
                }
                mentions.add(mention);
            }
        }
    }
}

/// In a roadmap: the versions or the quarters that the rows are, if it is said where they stand or when they come.
fn ahead(
    outline: &Outline,
    section: usize,
    table: &Table,
    topic: Option<Topic>,
    above: Option<Kind>,
    words: &Words,
) -> Option<(Grid, Kind, bool)> {
    let heading = &outline.sections[section].heading.value;
    let is_ahead = setting::is_roadmap(outline, section) || setting::says_roadmap(heading);
    if !is_ahead || above.is_some() || topic == Some(Topic::Aside) {
        return None;
    }
    let grid = Grid::ahead(&table.head, words)?;
    let is_told = grid.states(FieldName::Status) || grid.states(FieldName::Due);
    let kind = grid.kind.filter(|_| is_told)?;
    Some((grid, kind, true))
}

/// The heading row, where a column such as *Tasks* only says how many there are.
fn without_counts(table: &Table, words: &Words) -> Vec<Text> {
    let is_count = |text: &str| {
        !text.trim().is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace())
    };
    let counts = |at: usize, head: &Text| {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        at > 0
            && head.value.trim_end().ends_with('s')
            && words.column(&head.value).is_some()
            && cells.all(|cell| is_count(&cell.value))
    };
    let cells = table.head.iter().enumerate();
    cells
        .map(|(at, head)| match counts(at, head) {
            true => Text::default(),
            false => head.clone(),
        })
        .collect()
}

/// What the rows are, and whether the document says so.
fn understand(
    table: &Table,
    topic: Option<Topic>,
    owner: Option<Kind>,
    words: &Words,
) -> Option<(Grid, Kind, bool)> {
    let tells_criteria = || table.head.first().is_some_and(criterion::is_column);
    if topic == Some(Topic::Aside) || tells_criteria() {
        return None;
    }
    let head = without_counts(table, words);
    let said = match topic {
        Some(Topic::Items(kind)) => Some(kind),
        Some(Topic::Decisions) => Some(Kind::Decision),
        _ => None,
    };
    let grid = Grid::below(said, &head, words)?;
    let kind = match (grid.kind, said) {
        // "Item" or "ID" under "User stories": the heading names the kind; "Task" in the row itself is stronger.
        (Some(kind), _) => kind,
        (None, Some(kind)) => kind,
        (None, None) => Kind::Task,
    };
    let sure = grid.kind.or(said).is_some();
    let fits = owner.is_none_or(|owner| {
        owner == Kind::Sprint || owner.holds(kind) || !sure || kind == Kind::Decision
    });
    let told = |names: &[FieldName]| names.iter().any(|name| grid.states(*name));
    let is_planned = matches!(owner, Some(Kind::Phase | Kind::Milestone | Kind::Sprint));
    let states = told(&[FieldName::Status, FieldName::Progress])
        || grid.has_id() && told(&[FieldName::DependsOn, FieldName::Sprint])
        || grid.has_id() && is_planned && told(&[FieldName::Priority, FieldName::Estimate]);
    let enough = if sure {
        grid.weight() >= 1 || said.is_some() && grid.has_id()
    } else {
        states && grid.weight() >= 1
    };
    (enough && fits).then_some((grid, kind, sure))
}
