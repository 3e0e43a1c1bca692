//! The shapes of a criterion that is no entry of a list: a heading, a row, a sentence with *given* or *shall* in it.

use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::field::FieldName;
use crate::read::label;
use crate::read::words::Words;
use crate::syntax::outline::{Field, Outline, Shape, Table, Text};
use crate::text::similar::fold;

/// Words before the number of a criterion.
const LETTERS: [&str; 6] = [
    "ac",
    "criterion",
    "scenario",
    "criterio",
    "critère",
    "kriterium",
];

/// Words that a scenario or a rule begins with.
const OPENINGS: &[&str] = &[
    "given",
    "when",
    "if",
    "while",
    "where",
    "then",
    "dado",
    "dada",
    "cuando",
    "quando",
    "soit",
    "étant",
    "lorsque",
    "angenommen",
    "gegeben",
    "wenn",
];

/// Columns that hold the words of a criterion.
const COLUMNS: &[&str] = &[
    "criterion",
    "criteria",
    "acceptance criterion",
    "acceptance criteria",
    "success criterion",
    "success criteria",
    "criterio",
    "criterio de aceptación",
    "critère",
    "kriterium",
    "akzeptanzkriterium",
    "기준",
    "标准",
    "验收标准",
];

/// Whether a column names criteria, by their letters or in words: the rows say how they were met.
pub fn is_column(head: &Text) -> bool {
    let folded = fold(&head.value);
    let name = folded.trim_end_matches([' ', '#']);
    name == "ac" || name == "acs" || COLUMNS.contains(&name)
}

/// A criterion as it was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Its words.
    pub text: Text,
    /// Whether it holds, where that is said.
    pub done: Option<bool>,
    /// What is written below it or beside it: evidence, figures, reasons.
    pub notes: Vec<String>,
}

impl Found {
    /// A criterion of these words.
    pub fn new(text: &Text, done: Option<bool>) -> Self {
        Self {
            text: text.clone(),
            done,
            notes: Vec::new(),
        }
    }

    /// With what is written below it or beside it.
    pub fn noting(mut self, notes: Vec<String>) -> Self {
        self.notes = notes;
        self
    }
}

/// Whether a heading is a criterion by itself: "AC-1: The boat is free", "Scenario: Late return". Boxes below it are
/// criteria of their own.
pub fn is_heading(outline: &Outline, section: usize) -> bool {
    let folded = fold(&outline.sections[section].heading.value);
    let first = folded.split(' ').next().unwrap_or_default();
    let letters = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let has_boxes = outline
        .blocks_of(section)
        .any(|(_, block)| match &block.shape {
            Shape::List(list) => list.entries.iter().any(|entry| entry.checkbox.is_some()),
            _ => false,
        });
    LETTERS.contains(&letters) && folded.len() > first.len() && !has_boxes
}

/// Whether it holds, as the mark behind a heading says.
pub fn of_heading(heading: &Text, words: &Words) -> Found {
    let status = label::label(&heading.value, words).status;
    let done = status.and_then(|status| words.status(&status, Kind::Task));
    Found::new(heading, done.map(|done| done == Status::Done))
}

/// The rows of a table that has a column for criteria, or stands below a heading for them.
pub fn of_table(table: &Table, below: bool, words: &Words) -> Vec<Found> {
    let position =
        |wanted: &dyn Fn(&str) -> bool| table.head.iter().position(|head| wanted(&head.value));
    let is_named = |head: &str| COLUMNS.contains(&fold(head).as_str());
    let is_state = |head: &str| words.field(head) == Some(FieldName::Status);
    let is_id = |head: &str| {
        matches!(
            fold(head).as_str(),
            "ac" | "id" | "no" | "nr" | "ac id" | ""
        ) || head == "#"
    };
    let other = |head: &str| below && !is_state(head) && !is_id(head);
    let names_items = |head: &Text| words.column(&head.value).is_some();
    if !below && table.head.iter().any(names_items) {
        // Criteria of the items in the rows.
        return Vec::new();
    }
    let Some(column) = position(&is_named).or_else(|| position(&other)) else {
        return Vec::new();
    };
    let state = position(&is_state);
    let rows = table.rows.iter();
    rows.filter_map(|row| {
        let text = row.cells.get(column).filter(|cell| !cell.is_empty())?;
        let cell = state
            .and_then(|at| row.cells.get(at))
            .filter(|cell| !cell.is_empty());
        let done = cell.map(|cell| words.status(&cell.value, Kind::Task) == Some(Status::Done));
        let cells = table.head.iter().zip(&row.cells).enumerate();
        let is_told = |at: usize, cell: &Text| {
            Some(at) == state && words.status(&cell.value, Kind::Task).is_some()
        };
        let others = cells.filter(|(at, (head, cell))| {
            *at != column && !is_id(&head.value) && !cell.is_empty() && !is_told(*at, cell)
        });
        let notes = others.map(|(_, (head, cell))| format!("{}: {}", head.value, cell.value));
        Some(Found::new(text, done).noting(notes.collect()))
    })
    .collect()
}

/// A paragraph that is a scenario or a rule.
pub fn of_prose(text: &Text) -> Option<Found> {
    let folded = fold(text.value.lines().next().unwrap_or_default());
    let first = folded.split(' ').next().unwrap_or_default();
    let rules = folded.contains(" shall ") || folded.contains(" deberá ");
    (OPENINGS.contains(&first) || rules).then(|| Found::new(text, None))
}

/// "**AC1:** The boat is free", "Given: a boat": one criterion a number, one in all of a scenario.
pub fn of_fields(fields: &[Field]) -> Vec<Found> {
    let first = |field: &Field| {
        fold(&field.key.value)
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_string()
    };
    let is_numbered = |field: &&Field| {
        let word = first(field);
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        LETTERS.contains(&letters) && !field.value.is_empty()
    };
    let numbered: Vec<Found> = fields
        .iter()
        .filter(is_numbered)
        .map(|field| Found::new(&field.value, None))
        .collect();
    if numbered.is_empty()
        && fields
            .iter()
            .all(|field| OPENINGS.contains(&first(field).as_str()))
    {
        let whole = fields
            .iter()
            .map(|field| field.key.span.join(field.value.span));
        let said = fields
            .iter()
            .map(|field| format!("{} {}", field.key.value, field.value.value));
        let text = Text {
            value: said.collect::<Vec<_>>().join(" "),
            span: whole
                .reduce(crate::text::span::Span::join)
                .unwrap_or_default(),
            links: Vec::new(),
        };
        return vec![Found::new(&text, None)];
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::syntax::markdown;

    fn outline(text: &str) -> Outline {
        let mut outline = Outline::default();
        markdown::read(text, 0, &mut outline);
        outline
    }

    fn texts(found: &[Found]) -> Vec<(&str, Option<bool>)> {
        found
            .iter()
            .map(|found| (found.text.value.as_str(), found.done))
            .collect()
    }

    #[test]
    fn headings_with_a_number_are_criteria() {
        let is_one = |heading: &str| is_heading(&outline(heading), 1);
        assert!(is_one("### AC-1: Lit\n\n- lamps\n"));
        assert!(is_one("### Scenario: Late\n"));
        assert!(!is_one("### AC-1: Lit\n\n- [ ] lamps\n"));
        assert!(!is_one("### Acting\n") && !is_one("### AC1\n"));
    }

    #[test]
    fn rows_tell_whether_they_hold() {
        let words = Words::new(&Config::default());
        let rows = |text: &str, below| match &outline(text).blocks[0].shape {
            Shape::Table(table) => of_table(table, below, &words),
            _ => Vec::new(),
        };
        let named = rows(
            "| AC | Criterion | Status |\n|-|-|-|\n| 1 | Lit | Done |\n| 2 | Dry | |\n",
            false,
        );
        assert_eq!(texts(&named), [("Lit", Some(true)), ("Dry", None)]);
        let text = "| Metric | Target | Status |\n|-|-|-|\n| Calls | < 10 | 7 a week |\n";
        assert_eq!(
            rows(text, true)[0].notes,
            ["Target: < 10", "Status: 7 a week"]
        );
        let other = "| ID | What |\n|-|-|\n| 1 | Lit |\n";
        assert!(rows(other, false).is_empty());
        assert_eq!(texts(&rows(other, true)), [("Lit", None)]);
    }

    #[test]
    fn sentences_are_criteria_by_their_first_word() {
        let text = |value: &str| Text {
            value: value.into(),
            ..Text::default()
        };
        assert!(of_prose(&text("Given a boat, when it rains, then it floats")).is_some());
        assert!(of_prose(&text("The pier SHALL bear ten people")).is_some());
        assert!(of_prose(&text("A word about lamps")).is_none());
    }
}
