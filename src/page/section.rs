//! What pages are put together from, as their templates are given it: sections with tables, rows, checks and words.

use serde::Serialize;

use crate::page::page::Inner;
use crate::theme::markup::Markup;

/// A part of a page with a heading.
#[derive(Debug, Default, Serialize)]
pub struct Section {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub title: Markup,
    /// Its heading in plain words, for the list of sections.
    #[serde(skip)]
    pub words: String,
    /// Whether the heading is one of ours, which is said in the language of the pages.
    pub is_ours: bool,
    /// A figure beside the heading.
    pub count: Option<Markup>,
    /// A sentence below the heading.
    pub lead: Option<Markup>,
    /// What stands in it, in order.
    pub parts: Vec<Part>,
    /// A sentence at its end.
    pub note: Option<Markup>,
}

/// Something in a section. Just one of these is there.
#[derive(Debug, Default, Serialize)]
pub struct Part {
    /// A heading of its own.
    pub heading: Option<Markup>,
    /// Words of the author's, finished.
    pub prose: Option<Markup>,
    /// Words of the author's that no field was made of.
    pub said: Option<String>,
    /// A table.
    pub table: Option<Table>,
    /// The positions of the items in its rows, where these are items.
    #[serde(skip)]
    pub items: Vec<usize>,
    /// What chooses among the rows of the table, finished.
    pub filter: Option<Markup>,
    /// The style of each row of the table, where they can be chosen.
    pub styles: Vec<&'static str>,
    /// A list of rows.
    pub rows: Option<Rows>,
    /// Criteria and outcomes.
    pub checks: Option<Vec<Check>>,
    /// A chain, one step after the other.
    pub steps: Option<Vec<Step>>,
    /// A chart, finished.
    pub chart: Option<Chart>,
    /// Anything else, finished.
    pub markup: Option<Markup>,
}

/// A table.
#[derive(Debug, Default, Serialize)]
pub struct Table {
    /// What it holds, for those who do not see it.
    pub caption: String,
    /// The headings of its columns.
    pub head: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// How it behaves: `grow`, `r`, `wrap`.
    pub class: &'static str,
}

/// A row of a table.
#[derive(Debug, Default, Serialize)]
pub struct Row {
    /// Its anchor.
    pub id: Option<String>,
    /// Its cells, one for each column.
    pub cells: Vec<Markup>,
}

/// A list of rows.
#[derive(Debug, Default, Serialize)]
pub struct Rows {
    /// How its first column behaves: `stcol`, `dcol`, or nothing.
    pub class: &'static str,
    /// The rows.
    pub items: Vec<Line>,
}

/// A row of a list.
#[derive(Debug, Default, Serialize)]
pub struct Line {
    /// Its anchor.
    pub id: Option<String>,
    /// What it begins with: an icon, a status, a date, an id.
    pub lead: Markup,
    /// What it is about.
    pub title: Markup,
    /// What stands at its end.
    pub end: Option<Markup>,
    /// More about it, each in a line of its own.
    pub why: Vec<Markup>,
}

/// A criterion or an outcome.
#[derive(Debug, Serialize)]
pub struct Check {
    /// The words.
    pub text: Markup,
    /// `y`, `n`, or nothing where its state is not known.
    pub class: &'static str,
    /// The icon.
    pub icon: &'static str,
    /// The word for the icon.
    pub word: &'static str,
}

/// A step of a chain.
#[derive(Debug, Serialize)]
pub struct Step {
    /// What it is about.
    pub title: Markup,
    /// Its status.
    pub status: Markup,
    /// How much work it is.
    pub estimate: Option<String>,
}

/// A chart with the sentence that says what it shows.
#[derive(Debug, Serialize)]
pub struct Chart {
    /// The sentence.
    pub caption: Option<String>,
    /// The drawing.
    pub drawing: Markup,
}

/// A fact of the head of a page.
#[derive(Debug, Serialize)]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Markup,
    /// What is said beside it.
    pub note: Option<Markup>,
    /// Whether the value is a bar.
    pub is_bar: bool,
}

/// The head of a page.
#[derive(Debug, Default, Serialize)]
pub struct Head {
    /// What stands above the title.
    pub kicker: Option<Markup>,
    /// The title.
    pub title: Markup,
    /// The sentence that says what the page shows.
    pub lead: Option<Markup>,
    /// A smaller sentence below it.
    pub sub: Option<Markup>,
    /// The one note that a page may have.
    pub note: Option<Note>,
    /// Facts.
    pub facts: Vec<Fact>,
    /// Links to where it is written.
    pub actions: Vec<Action>,
}

/// The one note that a page may have.
#[derive(Debug, Serialize)]
pub struct Note {
    /// `ok`, `warn`, `bad` or `unknown`.
    pub style: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its first words.
    pub strong: String,
    /// The rest.
    pub text: Markup,
}

/// A link that looks like a button.
#[derive(Debug, Serialize)]
pub struct Action {
    /// Where it leads.
    pub href: String,
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub words: &'static str,
}

/// A page that is a head and sections: what most templates are given.
#[derive(Debug, Default, Serialize)]
pub struct Sheet {
    /// The head.
    pub head: Head,
    /// A drawing below the head, finished.
    pub drawing: Option<Markup>,
    /// The sections.
    pub sections: Vec<Section>,
    /// The way to the other pages of a list.
    pub pager: Option<Markup>,
    /// What to write next, where something is missing.
    pub write: Vec<Advice>,
}

/// Something to write, and the text to paste.
#[derive(Debug, Serialize)]
pub struct Advice {
    /// What to do.
    pub strong: String,
    /// What comes of it.
    pub text: String,
    /// Where the text goes.
    pub place: String,
    /// The text.
    pub paste: String,
}

impl Section {
    /// A section of this heading.
    pub fn new(id: &str, title: &str) -> Self {
        Self {
            id: id.to_string(),
            title: Markup::text(title),
            words: title.to_string(),
            is_ours: true,
            ..Self::default()
        }
    }

    /// With a figure beside the heading.
    pub fn count(mut self, count: impl std::fmt::Display) -> Self {
        self.count = Some(Markup::text(&count.to_string()));
        self
    }

    /// With a sentence below the heading.
    pub fn lead(mut self, words: &str) -> Self {
        self.lead = Some(Markup::text(words));
        self
    }

    /// With a sentence at its end.
    pub fn note(mut self, words: &str) -> Self {
        self.note = Some(Markup::text(words));
        self
    }

    /// With something in it.
    pub fn with(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }
}

impl Part {
    /// A table.
    pub fn table(table: Table) -> Self {
        Self {
            table: Some(table),
            ..Self::default()
        }
    }

    /// A list of rows.
    pub fn rows(class: &'static str, items: Vec<Line>) -> Self {
        Self {
            rows: Some(Rows { class, items }),
            ..Self::default()
        }
    }

    /// Finished words.
    pub fn prose(html: String) -> Self {
        Self {
            prose: Some(Markup::html(html)),
            ..Self::default()
        }
    }

    /// Anything else, finished.
    pub fn markup(html: String) -> Self {
        Self {
            markup: Some(Markup::html(html)),
            ..Self::default()
        }
    }

    /// Words of the author's as a quotation.
    pub fn said(words: &str) -> Self {
        Self {
            said: Some(words.to_string()),
            ..Self::default()
        }
    }

    /// Under a heading of its own.
    pub fn under(mut self, heading: Markup) -> Self {
        self.heading = Some(heading);
        self
    }
}

impl Table {
    /// Leaves out a column that says the same in every row.
    pub fn without(mut self, label: &str) -> Self {
        let which: Vec<bool> = self
            .head
            .iter()
            .map(|column| column.label != label)
            .collect();
        keep(&mut self.head, &which);
        for row in &mut self.rows {
            keep(&mut row.cells, &which);
        }
        self
    }

    /// Leaves out columns in which nothing stands.
    pub fn drop_empty_columns(&mut self) {
        let is_full = |at: usize| self.rows.iter().any(|row| !row.cells[at].is_empty());
        let full: Vec<bool> = (0..self.head.len()).map(is_full).collect();
        keep(&mut self.head, &full);
        for row in &mut self.rows {
            keep(&mut row.cells, &full);
        }
    }
}

fn keep<T>(cells: &mut Vec<T>, which: &[bool]) {
    let mut which = which.iter();
    cells.retain(|_| which.next().copied().unwrap_or_default());
}

impl Column {
    /// Columns of these labels and ways.
    pub fn all<const N: usize>(columns: [(&str, &'static str); N]) -> Vec<Self> {
        let column = |(label, class): (&str, &'static str)| Self {
            label: label.to_string(),
            class,
        };
        columns.into_iter().map(column).collect()
    }
}

impl Sheet {
    /// The middle of a page, made by a template.
    pub fn inner(&self, main: String) -> Inner {
        let mut sections: Vec<(String, String)> = self
            .sections
            .iter()
            .filter(|section| !section.words.is_empty())
            .map(|section| (section.id.clone(), section.words.clone()))
            .collect();
        if !self.write.is_empty() {
            sections.push(("write".into(), "What to write next".into()));
        }
        Inner { main, sections }
    }
}
