//! What the heading row of a table says: which column names the item, and what the others state of it.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::label;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::words::{Words, is_none, looks_like_id};
use crate::syntax::outline::{Row, Table, Text};
use crate::text::similar::fold;
use crate::text::slot::Form;

/// The meaning of one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// It names the item.
    Title,
    /// It holds its id.
    Id,
    /// It states something of the item.
    States(FieldName),
    /// It is kept under its own name.
    Own,
}

/// A heading row that was understood.
#[derive(Clone, Debug)]
pub struct Grid {
    columns: Vec<Column>,
    /// The kind that the heading row names.
    pub kind: Option<Kind>,
    title: Option<usize>,
}

/// Words over a column that names things without saying what they are.
const ITEMS: &[&str] = &[
    "item",
    "work item",
    "title",
    "name",
    "summary",
    "description",
    "what",
    "topic",
    "work",
    "titel",
    "titulo",
    "título",
    "titre",
    "제목",
    "标题",
];

impl Grid {
    /// Understands a heading row; none where no column names an item.
    pub fn of(head: &[Text], words: &Words) -> Option<Self> {
        let kinds: Vec<Option<Kind>> = head.iter().map(|cell| words.column(&cell.value)).collect();
        let subject = subject(&kinds);
        let titled = head.iter().position(is_title);
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
        let has_name = title.is_some() || columns.contains(&Column::Id) && kind.is_some();
        has_name.then_some(Self {
            columns,
            kind,
            title,
        })
    }

    /// Whether a column holds ids.
    pub fn has_id(&self) -> bool {
        self.columns.contains(&Column::Id)
    }

    /// Whether some column states this.
    pub fn states(&self, name: FieldName) -> bool {
        self.columns.contains(&Column::States(name))
    }

    /// How many columns state something of the item.
    pub fn weight(&self) -> usize {
        self.columns
            .iter()
            .filter(|column| matches!(column, Column::States(_)))
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
        let id = cells()
            .find(|((column, cell), _)| **column == Column::Id && !is_none(&cell.value))
            .map(|((_, cell), _)| cell);
        let mut mention = Mention::new(reader, Role::Row, kind, Raw::default(), row.span);
        mention.id = id.map(|cell| Raw {
            text: cell.value.trim_start_matches('#').trim().to_string(),
            ..Raw::of(cell, Form::Cell)
        });
        if let Some(link) = id.and_then(|cell| cell.links.first()) {
            mention.target = Some(link.target.clone());
        }
        self.entitle(table, row, &mut mention, words, mentions)?;
        for ((column, cell), head) in cells() {
            match column {
                Column::States(FieldName::Document) if !is_placeholder(&cell.value) => {
                    fields::document(&head.value, Raw::of(cell, Form::Cell), &mut mention);
                }
                Column::States(name) => add(*name, cell, &mut mention, mentions),
                Column::Own => add_own(&head.value, cell, &mut mention, mentions),
                Column::Title | Column::Id => {}
            }
        }
        Some(mention)
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
            let id = mention.id.clone()?;
            mention.title = id.part(format!("{} {}", capital(mention.kind.name()), id.text));
            return Some(());
        };
        if is_placeholder(&cell.value) {
            mentions.note(cell.span, "placeholder: nothing is taken from it");
            return None;
        }
        if matches!(
            fold(&cell.value).as_str(),
            "total" | "totals" | "sum" | "subtotal" | "average" | "gesamt" | "summe" | "suma"
        ) {
            return None;
        }
        let mut label = label::label(&cell.value.replace('\n', " "), words);
        if let Some((id, title)) =
            label::numbered(&cell.value).filter(|_| self.kind.is_some() && label.id.is_none())
        {
            (label.id, label.title) = (Some(id.to_string()), title.to_string());
        }
        let is_number = self.kind.is_some() && looks_like_id(&cell.value) && label.id.is_none();
        if mention.id.is_none() && is_number {
            mention.id = Some(Raw::of(cell, Form::Cell));
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

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn is_title(head: &Text) -> bool {
    matches!(
        fold(&head.value).as_str(),
        "title" | "name" | "titel" | "titulo" | "título" | "titre" | "제목" | "标题"
    )
}

/// The column whose kind the rows are: the one lowest in the plan.
fn subject(kinds: &[Option<Kind>]) -> Option<usize> {
    let level = |kind: Kind| kind.level().map_or(-1, i32::from);
    kinds
        .iter()
        .enumerate()
        .filter_map(|(at, kind)| kind.map(|kind| (at, level(kind))))
        .max_by_key(|(at, level)| (*level, std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}

fn column(
    at: usize,
    head: &str,
    kind: Option<Kind>,
    subject: Option<usize>,
    title: Option<usize>,
    words: &Words,
) -> Column {
    if Some(at) == title {
        return Column::Title;
    }
    match (kind, words.field(head)) {
        (Some(_), _) if Some(at) == subject => Column::Id,
        (_, Some(FieldName::Id)) => Column::Id,
        (_, _) if matches!(fold(head).as_str(), "item" | "work item") => Column::Id,
        (Some(Kind::Sprint), _) => Column::States(FieldName::Sprint),
        (Some(Kind::Blocker), _) => Column::States(FieldName::BlockedBy),
        (Some(kind), _) if kind.level().is_some() => Column::States(FieldName::Parent(Some(kind))),
        (_, Some(FieldName::Title | FieldName::Kind | FieldName::Goal)) => Column::Own,
        (_, Some(name)) => Column::States(name),
        _ => Column::Own,
    }
}

fn add(name: FieldName, cell: &Text, mention: &mut Mention, mentions: &mut Mentions) {
    if cell.is_empty() {
        return;
    }
    if is_placeholder(&cell.value) {
        mentions.note(cell.span, "placeholder: nothing is taken from it");
        return;
    }
    fields::value(name, Raw::of(cell, Form::Cell), mention);
}

fn add_own(head: &str, cell: &Text, mention: &mut Mention, mentions: &mut Mentions) {
    if is_placeholder(&cell.value) {
        mentions.note(cell.span, "placeholder: nothing is taken from it");
    } else if !is_none(&cell.value) || cell.value.eq_ignore_ascii_case("no") {
        mention
            .own
            .push((head.to_string(), Raw::of(cell, Form::Cell)));
    }
}
