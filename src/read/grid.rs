//! What the heading row of a table says: which column names the item, and what the others state of it.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::column::{Column, ITEMS, column, is_delivered, refined, subject};
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::label;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::outcome::is_state;
use crate::read::prefix;
use crate::read::states::mark;
use crate::read::sum;
use crate::read::words::{Words, is_none, looks_like_id};
use crate::syntax::outline::{Row, Table, Text};
use crate::text::similar::fold;
use crate::text::slot::Form;

/// A heading row that was understood.
#[derive(Clone, Debug)]
pub struct Grid {
    columns: Vec<Column>,
    /// The kind that the heading row names.
    pub kind: Option<Kind>,
    title: Option<usize>,
}

/// Words over a first column that in a roadmap names what the rows are.
const TERMS: &[(Kind, &[&str])] = &[
    (
        Kind::Milestone,
        &[
            "version",
            "release",
            "versión",
            "versão",
            "版本",
            "버전",
            "バージョン",
        ],
    ),
    (
        Kind::Phase,
        &[
            "quarter",
            "quartal",
            "trimestre",
            "half",
            "half year",
            "semester",
            "季度",
            "분기",
        ],
    ),
];

impl Grid {
    /// Understands a heading row; none where no column names an item.
    pub fn of(head: &[Text], words: &Words) -> Option<Self> {
        Self::below(None, head, words)
    }

    /// The same below words for a kind: the weeks beside milestones tell when they are.
    pub fn below(said: Option<Kind>, head: &[Text], words: &Words) -> Option<Self> {
        let mut kinds: Vec<Option<Kind>> =
            head.iter().map(|cell| words.column(&cell.value)).collect();
        for at in 1..kinds.len() {
            // What a phase or a sprint delivers tells of it, and so does what a part of the system is for.
            let name = &head[at].value;
            let is_told = is_delivered(name) && kinds[..at].iter().any(Option::is_some)
                || fold(name) == "funktion" && words.field(&head[0].value).is_none();
            kinds[at] = kinds[at].filter(|_| !is_told);
        }
        Self::among(&kinds, said, head, words)
    }

    /// Understands a heading row in a roadmap, where versions are milestones and quarters are phases.
    pub fn ahead(head: &[Text], words: &Words) -> Option<Self> {
        let mut kinds: Vec<Option<Kind>> =
            head.iter().map(|cell| words.column(&cell.value)).collect();
        let first = head.first()?;
        let term = TERMS
            .iter()
            .find(|(_, names)| names.contains(&fold(&first.value).as_str()));
        let (kind, _) = term?;
        kinds
            .iter_mut()
            .for_each(|kind| *kind = kind.filter(|kind| kind.level().is_none()));
        kinds[0] = Some(*kind);
        Self::among(&kinds, None, head, words)
    }

    fn among(
        kinds: &[Option<Kind>],
        said: Option<Kind>,
        head: &[Text],
        words: &Words,
    ) -> Option<Self> {
        let titled = head
            .iter()
            .position(|cell| words.field(&cell.value) == Some(FieldName::Title));
        let subject = subject(kinds, titled, head, words).map(|at| {
            let is_time = kinds[at] == Some(Kind::Sprint) && said == Some(Kind::Milestone);
            let told = kinds.iter().position(|kind| *kind == said);
            told.filter(|_| is_time).unwrap_or(at)
        });
        let named = || {
            head.iter()
                .position(|cell| ITEMS.contains(&fold(&cell.value).as_str()))
        };
        let title = titled.or(subject).or_else(named);
        let columns: Vec<Column> = head
            .iter()
            .enumerate()
            .map(|(at, cell)| column(at, &cell.value, kinds[at], subject, title, words))
            .collect();
        let kind = subject.and_then(|at| kinds[at]);
        let columns = refined(columns, kind, head);
        let has_name = title.is_some() || columns.contains(&Column::Id) && kind.is_some();
        has_name.then_some(Self {
            columns,
            kind,
            title,
        })
    }

    /// Whether a column holds ids.
    pub fn has_id(&self) -> bool {
        self.columns.contains(&Column::Id) || self.columns.contains(&Column::Count)
    }

    /// The kind that the id in a row stands for: `US-12` in a table of anything.
    pub fn kind_of(&self, row: &Row, words: &Words) -> Option<Kind> {
        let mut cells = self.columns.iter().zip(&row.cells);
        let (_, cell) = cells.find(|(column, _)| **column == Column::Id)?;
        let id = cell.value.trim();
        (looks_like_id(id) && id.contains('-'))
            .then(|| prefix::kind(id, words))
            .flatten()
    }

    /// Whether the rows are of several kinds: "Story / task". The id of each says of which.
    fn is_mixed(&self, table: &Table) -> bool {
        let head = self.title.and_then(|at| table.head.get(at));
        self.kind.is_some() && head.is_some_and(|head| head.value.contains('/'))
    }

    /// Whether some column states this.
    pub fn states(&self, name: FieldName) -> bool {
        self.columns.contains(&Column::States(name))
    }

    /// How many columns state something of the item.
    pub fn weight(&self) -> usize {
        self.columns
            .iter()
            .filter(|column| matches!(column, Column::States(_) | Column::Outcome))
            .count()
    }

    /// The mention that a row makes; none where its title is missing or waits to be written.
    pub fn mention(
        &self,
        reader: &'static str,
        kind: Kind,
        table: &Table,
        row: &Row,
        words: &Words,
        mentions: &mut Mentions,
    ) -> Option<Mention> {
        let cells = || self.columns.iter().zip(&row.cells).zip(&table.head);
        let id = [Column::Id, Column::Count].into_iter().find_map(|wanted| {
            let mut cells = self.columns.iter().zip(&row.cells);
            cells.find(|(column, cell)| **column == wanted && !is_none(&cell.value))
        });
        let is_count = id.is_some_and(|(column, _)| *column == Column::Count);
        let id = id.map(|(_, cell)| cell);
        if id.is_some_and(|cell| sum::is_sum(&cell.value)) {
            return None;
        }
        let mut mention = Mention::new(reader, Role::Row, kind, Raw::default(), row.span);
        mention.id = id.map(|cell| Raw::of(cell, Form::Cell));
        if let Some(link) = id.and_then(|cell| cell.links.first()) {
            mention.target = Some(link.target.clone());
        }
        let own = self.own_id(row, words).filter(|_| is_count);
        if own.is_some() {
            mention.id = own;
        }
        self.entitle(table, row, &mut mention, words, mentions)?;
        for ((column, cell), head) in cells() {
            match column {
                Column::States(FieldName::Document) if !is_placeholder(&cell.value) => {
                    fields::document(&head.value, Raw::of(cell, Form::Cell), &mut mention);
                }
                // "Released" in the place of a date.
                Column::States(FieldName::Due) if words.status_alone(&cell.value).is_some() => {
                    add(FieldName::Status, cell, &mut mention, mentions);
                }
                Column::States(name) => add(*name, cell, &mut mention, mentions),
                Column::Outcome if is_state(&cell.value, kind, words) => {
                    add(FieldName::Status, cell, &mut mention, mentions);
                }
                Column::Own if head.is_empty() && is_box(&cell.value) => {
                    add(FieldName::Status, cell, &mut mention, mentions);
                }
                Column::Own | Column::Outcome => {
                    add_own(&head.value, cell, &mut mention, mentions);
                }
                Column::Title | Column::Id | Column::Count => {}
            }
        }
        Some(mention)
    }

    /// The id that the title begins with, where the rows are only counted: "✅ #12 — Paint the hull".
    fn own_id(&self, row: &Row, words: &Words) -> Option<Raw> {
        let cell = self.title.and_then(|at| row.cells.get(at))?;
        let id = prefix::issue(&cell.value).map(|(id, _)| id.to_string());
        let id = id.or_else(|| label::label(&cell.value, words).id)?;
        Some(Raw::within(cell, &id, Form::Cell))
    }

    /// A mark or a box before the title is the state, where no column tells it.
    fn take_mark(&self, cell: &Text, mention: &mut Mention) {
        let head = cell.value.trim_start();
        let lead = head.find(char::is_alphanumeric).unwrap_or(0);
        let sign = match head.get(..3).filter(|sign| is_box(sign)) {
            Some(sign) => sign,
            None => head[..lead].trim_end_matches(['#', ' ']),
        };
        if is_box(sign) && !self.states(FieldName::Status) {
            let raw = Raw::within(cell, sign, Form::Cell);
            mention.values.push((FieldName::Status, raw));
        }
    }

    /// Takes the title from its cell, and the id from the title where there is no column for it.
    fn entitle(
        &self,
        table: &Table,
        row: &Row,
        mention: &mut Mention,
        words: &Words,
        mentions: &mut Mentions,
    ) -> Option<()> {
        let cell = self
            .title
            .and_then(|at| row.cells.get(at))
            .filter(|cell| !is_none(&cell.value));
        let is_gap =
            |cell: &Text| cell.value.trim_matches(['.', '…', ' ']).is_empty() && !cell.is_empty();
        let Some(cell) = cell else {
            let named = self.title.and_then(|at| row.cells.get(at));
            if named.is_some_and(is_gap) {
                return None;
            }
            // A number alone counts a row that waits to be written.
            let is_counted = self.columns.contains(&Column::Count);
            let is_named = |id: &Raw| !is_counted && !sum::is_sum(&id.text);
            let id = mention.id.clone().filter(is_named)?;
            mention.title = id.part(format!("{} {}", capital(mention.kind.name()), id.text));
            return Some(());
        };
        if is_placeholder(&cell.value) {
            mentions.placeholder(cell.span);
            return None;
        }
        if sum::is_sum(&cell.value) {
            return None;
        }
        let mut label = label::label(&cell.value.replace('\n', " "), words);
        self.take_mark(cell, mention);
        if let Some((id, title)) = prefix::issue(&cell.value).filter(|(_, title)| !title.is_empty())
        {
            (label.id, label.title) = (Some(id.to_string()), title.to_string());
        }
        if let Some((id, title)) =
            prefix::numbered(&cell.value).filter(|_| self.kind.is_some() && label.id.is_none())
        {
            (label.id, label.title) = (Some(id.to_string()), title.to_string());
        }
        if let Some((id, title)) =
            label::spaced(&cell.value, self.kind, words).filter(|_| label.id.is_none())
        {
            (label.id, label.title) = (Some(id), title);
        }
        if let Some((id, title)) =
            counted(&cell.value, mention.kind, words).filter(|_| label.id.is_none())
        {
            (label.id, label.title) = (Some(id.to_string()), title.to_string());
        }
        let is_number = self.kind.is_some() && looks_like_id(&cell.value) && label.id.is_none();
        if mention.id.is_none() && is_number {
            mention.id = Some(Raw::of(cell, Form::Cell));
        }
        if let Some(kind) = label.kind.filter(|_| self.is_mixed(table)) {
            mention.kind = kind;
        }
        fields::take_label(&label, cell, Form::Cell, mention);
        if let Some(link) = cell
            .links
            .first()
            .filter(|link| !link.target.contains("://") && !link.target.starts_with('#'))
        {
            mention.target.get_or_insert_with(|| link.target.clone());
        }
        mention.title = Raw::within(cell, &label.title, Form::Cell);
        if self.kind.is_some()
            && mention
                .title
                .text
                .chars()
                .all(|c| c.is_ascii_digit() || c == '.')
        {
            let named = self
                .title
                .and_then(|at| table.head.get(at))
                .map_or("", |head| head.value.as_str());
            mention.title.text = format!("{named} {}", label.title);
        }
        Some(())
    }
}

/// In a table of milestones, "M1 Plans agreed" and "J1 : Plans agreed" begin with their ids.
fn counted<'a>(text: &'a str, kind: Kind, words: &Words) -> Option<(&'a str, &'a str)> {
    let text = prefix::bare(text);
    let (id, title) = prefix::lettered(text).filter(|_| kind == Kind::Milestone)?;
    let behind = &text[id.len()..];
    let is_apart = behind.starts_with(' ') && prefix::kind(id, words) == Some(kind)
        || behind.trim_start().starts_with([':', '：', '–', '—']);
    (is_apart && title.contains(char::is_alphabetic)).then_some((id, title))
}

/// Whether a cell holds a box or a mark and no word.
fn is_box(text: &str) -> bool {
    let text = text.trim();
    let boxed = text.starts_with('[') && text.ends_with(']') && text.chars().count() == 3;
    boxed || !text.contains(char::is_alphanumeric) && text.chars().any(|c| mark(c).is_some())
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn add(name: FieldName, cell: &Text, mention: &mut Mention, mentions: &mut Mentions) {
    if cell.is_empty() {
        return;
    }
    if is_placeholder(&cell.value) && !is_box(&cell.value) {
        mentions.placeholder(cell.span);
        return;
    }
    fields::value(name, Raw::of(cell, Form::Cell), mention);
}

fn add_own(head: &str, cell: &Text, mention: &mut Mention, mentions: &mut Mentions) {
    if is_placeholder(&cell.value) {
        mentions.placeholder(cell.span);
    } else if !is_none(&cell.value) || cell.value.eq_ignore_ascii_case("no") {
        mention
            .own
            .push((head.to_string(), Raw::of(cell, Form::Cell)));
    }
}
