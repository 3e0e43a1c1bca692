//! Tables and lists that look like part of a plan and that no reader claimed: items may be missed there.

use crate::model::kind::Kind;
use crate::model::reason::Reason;
use crate::model::unclaimed::Unclaimed;
use crate::read::field::FieldName;
use crate::read::mention::Mentions;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Block, Fault, List, Outline, Shape, Table, Text};
use crate::text::similar::fold;
use crate::text::span::Span;
use crate::theme::tongue::key;

/// How much of a list is told.
const WORDS: usize = 60;

/// Remembers what nobody claimed; a table with a column for states is a finding.
pub fn report(outline: &Outline, words: &Words, mentions: &mut Mentions) {
    for (at, block) in outline.blocks.iter().enumerate() {
        let is_aside = || scope::topic(outline, block.section, mentions) == Some(Topic::Aside);
        if mentions.claimed(at).is_some() || is_aside() {
            continue;
        }
        let unclaimed = match &block.shape {
            Shape::Table(table) if is_planned(table, words) => rows(table, block),
            Shape::List(list) if is_listed(block, list, mentions) => entries(list, block),
            _ => continue,
        };
        if let Shape::Table(table) = &block.shape
            && holds_states(table, words)
        {
            mentions.faults.push(fault(&unclaimed));
        }
        let heading = outline.sections[block.section].heading.value.trim();
        mentions.unclaimed.push(Unclaimed {
            heading: heading.to_string(),
            ..unclaimed
        });
    }
}

/// What is said of work, and of little else.
fn is_planning(name: &FieldName) -> bool {
    matches!(
        name,
        FieldName::Due
            | FieldName::Start
            | FieldName::Span
            | FieldName::Owner
            | FieldName::Estimate
            | FieldName::Priority
            | FieldName::Sprint
            | FieldName::DependsOn
            | FieldName::BlockedBy
            | FieldName::Progress
    )
}

/// Headings of columns that number the rows.
const COUNTS: [&str; 7] = ["id", "no", "nr", "number", "key", "issue", "ticket"];

fn names(table: &Table, words: &Words) -> impl Iterator<Item = FieldName> {
    let heads = table.head.iter();
    heads.filter_map(|head| words.field(&head.value))
}

/// Whether a column for states holds some, for half of the rows at least, and another one counts the rows or says what
/// plans say. Where states come first, the table says what they mean.
fn holds_states(table: &Table, words: &Words) -> bool {
    let is_status = |head: &Text| words.field(&head.value) == Some(FieldName::Status);
    let Some(at) = table.head.iter().position(is_status).filter(|at| *at > 0) else {
        return false;
    };
    let counts = |head: &Text| {
        let folded = fold(&head.value);
        folded.is_empty() && head.value.contains('#') || COUNTS.contains(&folded.as_str())
    };
    let counted = table.head.iter().any(counts);
    if !counted && !names(table, words).any(|name| is_planning(&name)) {
        return false;
    }
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
    let is_state = |cell: &&Text| words.status(&cell.value, Kind::Task).is_some();
    cells.filter(is_state).count() * 2 >= table.rows.len()
}

/// A table with a column for states or with two others that plans have, or whose first column names a kind of items.
fn is_planned(table: &Table, words: &Words) -> bool {
    let has_states = || names(table, words).any(|name| name == FieldName::Status);
    let others = || names(table, words).filter(is_planning).count();
    let first = table.head.first();
    let is_kind = || first.is_some_and(|head| words.column(&head.value).is_some());
    let is_table = table.head.len() > 1 && !table.rows.is_empty();
    is_table && (has_states() || others() > 1 || is_kind())
}

/// A list with boxes, or one right below a heading that names a kind of items.
fn is_listed(block: &Block, list: &List, mentions: &Mentions) -> bool {
    let topic = mentions.topic(block.section);
    let boxes = list.entries.iter().filter(|entry| entry.checkbox.is_some());
    boxes.count() > 1 || list.entries.len() > 1 && matches!(topic, Some(Topic::Items(_)))
}

fn rows(table: &Table, block: &Block) -> Unclaimed {
    let heads: Vec<&str> = table.head.iter().map(|head| head.value.trim()).collect();
    let spans = table.head.iter().map(|head| head.span);
    Unclaimed {
        shape: "table",
        words: heads.join(" | "),
        heading: String::new(),
        span: spans.reduce(Span::join).unwrap_or(block.span),
    }
}

fn entries(list: &List, block: &Block) -> Unclaimed {
    let first = list.entries.first();
    let words = first.map_or("", |entry| entry.text.value.lines().next().unwrap_or(""));
    let shown: String = words.chars().take(WORDS).collect();
    let more = if shown.len() < words.len() { "…" } else { "" };
    Unclaimed {
        shape: "list",
        words: shown + more,
        heading: String::new(),
        span: first.map_or(block.span, |entry| entry.text.span),
    }
}

fn fault(unclaimed: &Unclaimed) -> Fault {
    Fault {
        rule: "unclaimed-table",
        message: Reason::new(
            "the rows of this table (`{columns}`) look like work and are not read",
        )
        .words("columns", &unclaimed.words),
        span: unclaimed.span,
        help: key(
            "call the column of their names `Task`, or list its heading in `[kinds.task] columns`",
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::read::mention::Mentions;
    use crate::read::words::Words;
    use crate::syntax;
    use crate::text::file::SourceFile;

    fn unclaimed(text: &str) -> Vec<(&'static str, String, String)> {
        let file = SourceFile::new("notes.md", text.into());
        let words = Words::new(&Config::default());
        let outline = syntax::outline(&file);
        let mut mentions = Mentions::new(&outline, &words);
        super::report(&outline, &words, &mut mentions);
        let told = mentions.unclaimed.into_iter();
        told.map(|one| (one.shape, one.words, one.heading))
            .collect()
    }

    #[test]
    fn a_table_with_columns_of_a_plan_is_missed() {
        let table = "## Moorings\n\n| Quay | Owner | Deadline |\n|---|---|---|\n| East | Ana | 2026-05-01 |\n";
        let found = unclaimed(table);
        assert_eq!(
            found,
            [("table", "Quay | Owner | Deadline".into(), "Moorings".into())]
        );
    }

    #[test]
    fn tables_and_lists_of_other_things_are_not() {
        for table in [
            "| Quay | Depth |\n|---|---|\n| East | 4 m |\n",
            "| Tide | When |\n|---|---|\n| high | noon |\n",
        ] {
            assert_eq!(unclaimed(table), []);
        }
        assert_eq!(unclaimed("## Fish\n\n- cod\n- herring\n"), []);
    }
}
