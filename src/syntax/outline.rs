//! What a document looks like to a reader: sections, and in them fields, tables, lists and prose, each with its span.

use std::ops::Range;

use crate::model::reason::Reason;
use crate::text::slot::Form;
use crate::text::span::Span;

/// Visible text: markup taken away, double encoding repaired, line breaks kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The words a reader sees.
    pub value: String,
    /// Where they stand, markup at the ends left out.
    pub span: Span,
    /// The links among the words.
    pub links: Vec<Link>,
}

impl Text {
    /// Whether nothing is there to see.
    pub fn is_empty(&self) -> bool {
        self.value.trim().is_empty()
    }
}

/// A link as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: String,
    /// The words it stands on.
    pub text: String,
    /// Where the link stands.
    pub span: Span,
}

/// `Key: value`, in whatever form it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: Text,
    /// The value; of a list, its entries with commas between.
    pub value: Text,
    /// The entries, where the value is a list.
    pub entries: Vec<Text>,
    /// The form of the value.
    pub form: Form,
    /// Whether the key is marked as one (bold, in a table, in front matter) and not just a word before a colon.
    pub marked: bool,
}

/// A checkbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkbox {
    /// The character between the brackets.
    pub mark: char,
    /// Where that character stands.
    pub span: Span,
    /// Whether a star behind it says that this may be left out: `- [ ]* 2.1 Paint`.
    pub optional: bool,
}

impl Checkbox {
    /// Whether it is ticked; the Cyrillic letter looks like the Latin one.
    pub fn done(self) -> bool {
        matches!(
            self.mark,
            'x' | 'X' | 'х' | 'Х' | 'v' | 'V' | '✓' | '✔' | '✅' | '☑'
        )
    }
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How deep it is nested; 0 is the list itself.
    pub depth: usize,
    /// Its number, in a numbered list.
    pub number: Option<u64>,
    /// Its checkbox.
    pub checkbox: Option<Checkbox>,
    /// Its words, those of nested entries left out.
    pub text: Text,
    /// The bold words that it begins with.
    pub lead: Option<Text>,
    /// Words in code that stand last on its first line, the very last one first: "Beds `M` `DONE`".
    pub badges: Vec<String>,
    /// Whether most of its words are struck through.
    pub struck: bool,
    /// The fields that its lines spell (`**Status:** done`).
    pub fields: Vec<Field>,
}

/// A list with everything nested in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The entries, in the order of the document.
    pub entries: Vec<Entry>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The cells of the heading row.
    pub head: Vec<Text>,
    /// The other rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The whole row.
    pub span: Span,
    /// Its cells; there may be fewer than the table has columns.
    pub cells: Vec<Text>,
}

/// An element of markup that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is: the word behind `<`.
    pub tag: String,
    /// What stands between `<name>` and `</name>`.
    pub name: Text,
    /// Its attributes.
    pub fields: Vec<Field>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A paragraph or a table that consists of fields.
    Fields(Vec<Field>),
    /// A table.
    Table(Table),
    /// A list.
    List(List),
    /// A paragraph.
    Prose(Text),
    /// Elements of markup that have a name: `<task id="4"><name>Paint</name>`.
    Elements(Vec<Element>),
    /// A quotation's words, or those of an alert.
    Quote(Text),
    /// Code that may be a drawing, line by line.
    Drawing(Vec<Text>),
    /// Other code, rules and HTML: not read.
    Other,
}

impl Shape {
    /// Whether it is more than code, a rule or HTML.
    pub fn has_words(&self) -> bool {
        !matches!(self, Self::Drawing(_) | Self::Other)
    }
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// All of it.
    pub span: Span,
    /// The section it stands in.
    pub section: usize,
    /// What it is.
    pub shape: Shape,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// 1 to 6; 0 for what stands before the first heading.
    pub level: u8,
    /// Whether its heading is only a bold line.
    pub is_bold: bool,
    /// The words of the heading.
    pub heading: Text,
    /// From the heading to the next one of its level or above.
    pub span: Span,
    /// The section it lies in.
    pub parent: Option<usize>,
    /// Its own blocks, those of sections within it left out.
    pub blocks: Range<usize>,
}

/// A bold line at the head of a paragraph: it may be meant as a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoldLine {
    /// The block of its paragraph.
    pub block: usize,
    /// The bold words.
    pub lead: String,
    /// The whole line.
    pub line: Text,
    /// What the paragraph says below it.
    pub rest: Option<Block>,
}

/// How a document stands to those in its folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It tells of what it tells of.
    #[default]
    Alone,
    /// Its folder is one item, and it says what that is.
    Leads,
    /// It tells of the item that the document at this path leads.
    Follows(String),
    /// It lies in the folder of the item that the document at this path leads, and tells of something else.
    Beside(String),
    /// It says what becomes of other things where the item that the document at this path leads is done.
    Beneath(String),
}

impl Standing {
    /// The document that leads the folder, if that is another one.
    pub fn leader(&self) -> Option<&str> {
        match self {
            Self::Alone | Self::Leads => None,
            Self::Follows(path) | Self::Beside(path) | Self::Beneath(path) => Some(path),
        }
    }
}

/// One of the items that a file of data lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What is stated of it.
    pub fields: Vec<Field>,
    /// All of it.
    pub span: Span,
    /// The record that it stands in.
    pub within: Option<usize>,
    /// The block of its list.
    pub block: usize,
    /// What its list is called, in small letters; nothing where it has no name.
    pub list: String,
}

/// What a document could not be read for, at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The rule that it breaks.
    pub rule: &'static str,
    /// What is wrong.
    pub message: Reason,
    /// Where.
    pub span: Span,
    /// What to do.
    pub help: &'static str,
}

/// A document as sections and blocks.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The path of the document.
    pub path: String,
    /// How it stands to those beside it.
    pub standing: Standing,
    /// The fields of its front matter.
    pub front: Vec<Field>,
    /// The front matter, with its fences.
    pub front_span: Option<Span>,
    /// The sections, in order; the first one (level 0) stands before the first heading and is always there.
    pub sections: Vec<Section>,
    /// The blocks, in order.
    pub blocks: Vec<Block>,
    /// Bold lines that stand for themselves, in order.
    pub bold: Vec<BoldLine>,
    /// Of a file of data: the items that it lists, each behind the one that it stands in.
    pub records: Vec<Record>,
    /// Of a file of data: names of items, each with the word for its state.
    pub states: Vec<(Text, Text)>,
    /// Every link of the document.
    pub links: Vec<Link>,
    /// Every picture of the document: where it lies, and where it is shown.
    pub pictures: Vec<(String, Span)>,
    /// HTML comments: private; none but those for plansite are read.
    pub comments: Vec<Span>,
    /// What could not be read as it is meant.
    pub faults: Vec<Fault>,
}

impl Outline {
    /// The own blocks of a section, with their numbers.
    pub fn blocks_of(&self, section: usize) -> impl Iterator<Item = (usize, &Block)> {
        self.sections[section]
            .blocks
            .clone()
            .map(|at| (at, &self.blocks[at]))
    }

    /// The sections directly below this one.
    pub fn below(&self, section: usize) -> impl Iterator<Item = usize> {
        let end = self.sections[section].span.end;
        (section + 1..self.sections.len())
            .take_while(move |at| self.sections[*at].span.start < end)
            .filter(move |at| self.sections[*at].parent == Some(section))
    }

    /// The section that carries the document's title: its first heading of the first level, if there is one.
    pub fn title_section(&self) -> Option<usize> {
        self.sections.iter().position(|section| section.level == 1)
    }
}
