//! Footnotes: numbered as they are referred to, each with its way back.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag};

use crate::page::prose::ids::Ids;
use crate::page::prose::lead::Guide;
use crate::page::prose::step::Step;
use crate::theme::markup::escape;

/// The footnotes of a body.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    defined: BTreeSet<String>,
    numbers: BTreeMap<String, Number>,
    written: Vec<(String, String)>,
}

/// What a footnote is called, from its first reference on.
#[derive(Clone, Debug)]
struct Number {
    number: usize,
    /// The id of the footnote.
    note: String,
    /// The id of its first reference.
    back: String,
}

/// How a reference is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The number of the footnote.
    pub(super) number: usize,
    /// The id of the reference.
    pub(super) id: String,
    /// The id of the footnote.
    pub(super) note: String,
}

impl Footnotes {
    /// For a body of these steps.
    pub(super) fn new(steps: &[Step<'_>]) -> Self {
        let label = |step: &Step<'_>| match step {
            Step::Event(Event::Start(Tag::FootnoteDefinition(label))) => Some(label.to_lowercase()),
            _ => None,
        };
        Self {
            defined: steps.iter().filter_map(label).collect(),
            ..Self::default()
        }
    }

    /// A reference to this label; none where nothing defines it.
    pub(super) fn refer(&mut self, label: &str, ids: &mut Ids) -> Option<Reference> {
        let label = label.to_lowercase();
        if !self.defined.contains(&label) {
            return None;
        }
        let next = self.numbers.len() + 1;
        let wanted = self.numbers.get(&label).map_or(next, |known| known.number);
        // A colon keeps these apart from all ids that headings can have.
        let id = ids.give(&format!("fnref:{wanted}"));
        let known = self.numbers.entry(label).or_insert_with(|| Number {
            number: next,
            note: ids.give(&format!("fn:{next}")),
            back: id.clone(),
        });
        let (number, note) = (known.number, known.note.clone());
        Some(Reference { number, id, note })
    }

    /// Takes the HTML of a definition.
    pub(super) fn define(&mut self, label: &str, html: String) {
        self.written.push((label.to_lowercase(), html));
    }

    /// All of them as a list: by number, then those that nothing refers to.
    pub(super) fn list(self, guide: &dyn Guide) -> Option<String> {
        let mut numbered = BTreeMap::new();
        let mut others = String::new();
        for (label, html) in self.written {
            match self.numbers.get(&label) {
                Some(known) if !numbered.contains_key(&known.number) => {
                    numbered.insert(known.number, entry(guide, known, &html));
                }
                _ => others.push_str(&format!("<li>{html}</li>\n")),
            }
        }
        let entries: String = numbered.into_values().chain([others]).collect();
        (!entries.is_empty()).then(|| format!("<ol>{}</ol>", entries.trim_end()))
    }
}

fn entry(guide: &dyn Guide, known: &Number, html: &str) -> String {
    let Number { number, note, back } = known;
    let words = guide.tell("Back to reference {number}", &[("number", number)]);
    let words = escape(&words);
    let way = format!("<a href=\"#{back}\" aria-label=\"{words}\">↩</a>");
    match html.strip_suffix("</p>") {
        Some(head) => format!("<li id=\"{note}\">{head} {way}</p></li>\n"),
        None => format!("<li id=\"{note}\">{html} {way}</li>\n"),
    }
}
