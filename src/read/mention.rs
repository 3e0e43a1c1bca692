//! What readers find in one document: mentions of items, with everything as written and nothing decided.

use std::sync::Arc;

use crate::model::aside::Aside;
use crate::model::document::Link;
use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::model::movement::Change;
use crate::model::tally::Tally;
use crate::model::unclaimed::Unclaimed;
use crate::read::field::FieldName;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Fault, Outline, Text};
use crate::text::similar::fold;
use crate::text::slot::{Form, Slot};
use crate::text::span::Span;
use crate::theme::tongue::key;

/// Words as written, where they stand, and the targets of the links among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Raw {
    /// The words.
    pub text: String,
    /// Where they stand, and in which form.
    pub slot: Slot,
    /// Where the links among them lead.
    pub links: Vec<String>,
}

impl Raw {
    /// A part of this text, found in it: its own bytes where the text stands as it is shown, else those of the whole.
    pub fn within(text: &Text, part: &str, form: Form) -> Self {
        Self::at(text, text.value.find(part), part, form)
    }

    /// The same for words at the end of the text.
    pub fn ending(text: &Text, part: &str, form: Form) -> Self {
        Self::at(text, text.value.rfind(part), part, form)
    }

    fn at(text: &Text, found: Option<usize>, part: &str, form: Form) -> Self {
        let as_shown = found.filter(|_| text.value.len() == text.span.range().len());
        let own = as_shown.map(|at| {
            let start = text.span.start as usize + at;
            Span::new(start..start + part.len())
        });
        let slot = Slot {
            span: own.unwrap_or(text.span),
            form,
        };
        Self {
            text: part.to_string(),
            slot,
            links: Vec::new(),
        }
    }

    /// The words of this text, written in this form.
    pub fn of(text: &Text, form: Form) -> Self {
        let links = text.links.iter().map(|link| link.target.clone()).collect();
        Self {
            text: text.value.trim().to_string(),
            slot: Slot {
                span: text.span,
                form,
            },
            links,
        }
    }

    /// The same place with other words: a part of what stands there.
    pub fn part(&self, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            slot: self.slot,
            links: Vec::new(),
        }
    }
}

/// A criterion or an outcome as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawCriterion {
    /// The words.
    pub text: Raw,
    /// Whether its box is ticked.
    pub done: Option<bool>,
    /// The heading or key it stands under.
    pub group: String,
    /// What is written below it or beside it.
    pub notes: Vec<String>,
}

/// What a chapter on dependencies says of things that stand elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTie {
    /// What comes later: of each thing the names that it may go by.
    pub after: Vec<Vec<String>>,
    /// What it waits for.
    pub before: Vec<Vec<String>>,
    /// The line.
    pub span: Span,
    /// Whether an arrow says so, and no word.
    pub drawn: bool,
}

/// What a week says of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawMovement {
    /// What happened.
    pub change: Change,
    /// The mention of the item.
    pub mention: usize,
    /// Why.
    pub reason: Option<String>,
}

/// The names of a mention in the form in which names are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The id.
    pub id: Option<String>,
    /// Other ids that it has: as written, and as they are compared.
    pub others: Vec<(String, String)>,
    /// The title; *C++* is not *C#*.
    pub title: String,
}

impl Folded {
    /// The title without what tells *C++* from *C#*.
    pub fn plain_title(&self) -> &str {
        self.title.trim_end_matches(MARKS)
    }
}

/// What two names may differ by beside their letters and digits.
const MARKS: [char; 2] = ['+', '#'];

/// One place that mentions an item.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The reader that found it.
    pub reader: &'static str,
    /// How it stands there.
    pub role: Role,
    /// What it is taken for.
    pub kind: Kind,
    /// Whether the document says so; else the kind is only assumed.
    pub sure: bool,
    /// The id as written.
    pub id: Option<Raw>,
    /// The title, id and marks taken away.
    pub title: Raw,
    /// Both as they are compared, once the document is read.
    pub folded: Folded,
    /// The document, heading line, row or entry that mentions it.
    pub span: Span,
    /// The mention in this document that it stands in.
    pub nest: Option<usize>,
    /// Whether its heading calls it a part of what it stands in, though that is of its own kind: sub-issues.
    pub beneath: bool,
    /// The block that it is a row or an entry of.
    pub block: Option<usize>,
    /// The document that tells of it, as a link.
    pub target: Option<String>,
    /// What is stated of it.
    pub values: Vec<(FieldName, Raw)>,
    /// What is stated of it under names of the author's own.
    pub own: Vec<(String, Raw)>,
    /// What must hold for it to be finished.
    pub criteria: Vec<RawCriterion>,
    /// The checkboxes that belong to it.
    pub checks: Tally,
    /// What it names as its parts.
    pub parts: Vec<Raw>,
    /// Of a week: what it did with items.
    pub movements: Vec<RawMovement>,
    /// Whether it was found during work.
    pub discovered: bool,
    /// The year of the document, for dates without one.
    pub year: Option<i32>,
    /// Whether the day stands before the month in the dates of the document, where that can be told.
    pub day_first: Option<bool>,
}

impl Mention {
    /// A mention of which nothing but its title is known.
    pub fn new(reader: &'static str, role: Role, kind: Kind, title: Raw, span: Span) -> Self {
        Self {
            reader,
            role,
            kind,
            sure: true,
            id: None,
            title,
            folded: Folded::default(),
            span,
            nest: None,
            beneath: false,
            block: None,
            target: None,
            values: Vec::new(),
            own: Vec::new(),
            criteria: Vec::new(),
            checks: Tally::default(),
            parts: Vec::new(),
            movements: Vec::new(),
            discovered: false,
            year: None,
            day_first: None,
        }
    }

    /// Works out how its names are compared.
    pub fn fold(&mut self) {
        let title = &self.title.text;
        let mut folded = fold(title);
        folded.extend(title.chars().filter(|c| MARKS.contains(c)));
        self.folded = Folded {
            id: self.id.as_ref().map(|id| fold(&id.text)),
            others: self.others(),
            title: folded,
        };
    }

    fn others(&self) -> Vec<(String, String)> {
        let aliases = self.values_of(FieldName::Aliases);
        aliases
            .flat_map(|raw| raw.text.split([',', ';']))
            .map(|id| (id.trim().to_string(), fold(id)))
            .filter(|(_, folded)| !folded.is_empty())
            .collect()
    }

    /// Everything that is stated of it under this name.
    pub fn values_of(&self, name: FieldName) -> impl Iterator<Item = &Raw> {
        self.values
            .iter()
            .filter(move |(other, _)| *other == name)
            .map(|(_, raw)| raw)
    }

    /// What is stated of it under this name, first.
    pub fn value(&self, name: FieldName) -> Option<&Raw> {
        self.values
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, raw)| raw)
    }
}

/// A remark of a reader on words it was in doubt about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The words.
    pub span: Span,
    /// The remark.
    pub text: String,
}

/// Everything that was found in one document, and who claimed which of its blocks.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// The path of the document.
    pub path: String,
    /// The document that leads the folder, if that is another one.
    pub leader: Option<String>,
    /// The mentions, in the order in which readers found them.
    pub found: Vec<Mention>,
    /// Facts of the plan itself: name and value.
    pub facts: Vec<(String, Raw)>,
    /// What waits for what, wherever it stands.
    pub ties: Vec<RawTie>,
    /// The title of the document, where it is not an item.
    pub title: Option<Raw>,
    /// What readers were in doubt about.
    pub notes: Vec<(Span, &'static str)>,
    /// What could not be read as it is meant.
    pub faults: Vec<Fault>,
    /// The links of the document.
    pub links: Arc<[Link]>,
    /// Why nothing is taken from the document.
    pub aside: Option<Aside>,
    /// Tables and lists that look like part of a plan and that nobody claimed.
    pub unclaimed: Vec<Unclaimed>,
    /// Words of a template that were not replaced.
    pub leftovers: Vec<Note>,
    blocks: Vec<Option<&'static str>>,
    headings: Vec<Option<&'static str>>,
    owners: Vec<Option<usize>>,
    topics: Vec<Option<Topic>>,
}

impl Mentions {
    /// Nothing found yet in this document.
    pub fn new(outline: &Outline, words: &Words) -> Self {
        Self {
            path: outline.path.clone(),
            leader: outline.standing.leader().map(str::to_string),
            faults: outline.faults.clone(),
            links: outline
                .links
                .iter()
                .map(|link| Link::new(&outline.path, &link.target, link.span))
                .collect(),
            blocks: vec![None; outline.blocks.len()],
            headings: vec![None; outline.sections.len()],
            owners: vec![None; outline.sections.len()],
            topics: outline
                .sections
                .iter()
                .map(|section| words.topic(&section.heading.value))
                .collect(),
            ..Self::default()
        }
    }

    /// Adds a mention and answers its number.
    pub fn add(&mut self, mention: Mention) -> usize {
        self.found.push(mention);
        self.found.len() - 1
    }

    /// Claims a block for a reader.
    pub fn claim(&mut self, block: usize, reader: &'static str) {
        self.blocks[block].get_or_insert(reader);
    }

    /// Claims the heading of a section for a reader.
    pub fn claim_heading(&mut self, section: usize, reader: &'static str) {
        self.headings[section].get_or_insert(reader);
    }

    /// Who claimed this block.
    pub fn claimed(&self, block: usize) -> Option<&'static str> {
        self.blocks[block]
    }

    /// Who claimed the heading of this section.
    pub fn heading_claimed(&self, section: usize) -> Option<&'static str> {
        self.headings[section]
    }

    /// Says that a section tells of a mention.
    pub fn own(&mut self, section: usize, mention: usize) {
        self.owners[section] = Some(mention);
    }

    /// What stands below the heading of a section, as its own words say.
    pub fn topic(&self, section: usize) -> Option<Topic> {
        self.topics[section]
    }

    /// Whether a section tells of a mention.
    pub fn owns(&self, section: usize) -> bool {
        self.owners[section].is_some()
    }

    /// The mention that a section stands in: its own, or that of the nearest section around it.
    pub fn owner(&self, outline: &Outline, section: usize) -> Option<usize> {
        let mut at = Some(section);
        while let Some(here) = at {
            if self.owners[here].is_some() {
                return self.owners[here];
            }
            at = outline.sections[here].parent;
        }
        None
    }

    /// Remarks on words that a reader was in doubt about.
    pub fn note(&mut self, span: Span, text: &'static str) {
        self.notes.push((span, text));
    }

    /// Remarks that words wait for others in their place.
    pub fn placeholder(&mut self, span: Span) {
        self.note(span, key("placeholder: nothing is taken from it"));
    }
}
