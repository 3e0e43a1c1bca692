//! The author's own sections of an item by what they are about, so that each stands once and in its place.

use crate::page::section::{Part, Section};
use crate::theme::markup::{Markup, escape};

/// What a section of the author's is about, where the page has a place for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// What may go wrong.
    Risks,
    /// What it hangs on.
    Dependencies,
    /// The time that is kept in hand.
    Buffer,
    /// How its dates moved.
    Dates,
    /// What came of it, and what was learned.
    Review,
}

/// Words that make a short heading one of a topic.
const WORDS: [(Topic, &[&str]); 5] = [
    (
        Topic::Risks,
        &["risk", "risks", "risiken", "riesgos", "risques", "riscos"],
    ),
    (
        Topic::Dependencies,
        &[
            "dependencies",
            "dependency",
            "abhängigkeiten",
            "dependencias",
            "dépendances",
            "dependências",
        ],
    ),
    (
        Topic::Buffer,
        &["buffer", "contingency", "slack", "puffer", "reserve"],
    ),
    (Topic::Dates, &["slips", "slippage", "rescheduling"]),
    (
        Topic::Review,
        &[
            "retrospective",
            "retro",
            "postmortem",
            "learnings",
            "lessons",
            "rückblick",
            "retrospektive",
            "retrospectiva",
            "rétrospective",
        ],
    ),
];

/// Whole headings of a topic.
const HEADINGS: [(Topic, &[&str]); 2] = [
    (
        Topic::Dates,
        &[
            "date history",
            "history of dates",
            "changes of date",
            "date changes",
            "schedule changes",
            "timeline changes",
        ],
    ),
    (
        Topic::Review,
        &[
            "review",
            "milestone review",
            "phase review",
            "sprint review",
            "final review",
            "review notes",
            "post mortem",
            "looking back",
            "what we learned",
            "what went well",
            "what could be improved",
            "milestone retrospective",
        ],
    ),
];

/// Longer headings are about more than one thing.
const SHORT: usize = 4;

/// The topic of a heading.
fn topic(heading: &str) -> Option<Topic> {
    let folded = plain(heading);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let whole = words.join(" ");
    let is_whole = |(_, headings): &&(Topic, &[&str])| headings.contains(&&*whole);
    let holds = |(_, known): &&(Topic, &[&str])| words.iter().any(|word| known.contains(word));
    let found = HEADINGS.iter().find(is_whole);
    let found = found.or_else(|| WORDS.iter().find(holds).filter(|_| words.len() <= SHORT));
    found.map(|(topic, _)| *topic)
}

/// The words of a heading in small letters, without marks and numbers.
fn plain(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_alphabetic());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// The author's sections of an item.
#[derive(Default)]
pub(super) struct Shelf {
    sections: Vec<(Option<Topic>, Section)>,
}

impl Shelf {
    /// Of these sections, in their order.
    pub(super) fn new(sections: impl IntoIterator<Item = Section>) -> Self {
        let sections = filled(sections).into_iter();
        let sections = sections.map(|section| (topic(&section.words), section));
        Self {
            sections: sections.collect(),
        }
    }

    /// Takes what is about a topic.
    fn take(&mut self, topic: Topic) -> Vec<Section> {
        let all = std::mem::take(&mut self.sections);
        let (found, rest): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|(own, _)| *own == Some(topic));
        self.sections = rest;
        found.into_iter().map(|(_, section)| section).collect()
    }

    /// Whether something is about a topic.
    pub(super) fn has(&self, topic: Topic) -> bool {
        self.sections.iter().any(|(own, _)| *own == Some(topic))
    }

    /// What no place was found for.
    pub(super) fn rest(self) -> impl Iterator<Item = Section> {
        self.sections.into_iter().map(|(_, section)| section)
    }

    /// The section of a topic: what the page tells, then the author's own, each under its heading where it is not the
    /// only one. Nothing where there is neither.
    pub(super) fn place(&mut self, topic: Topic, ours: Option<Section>) -> Option<Section> {
        let mut own = self.take(topic).into_iter();
        let Some(mut section) = ours else {
            let mut first = own.next()?;
            first.parts.extend(own.flat_map(under_heading));
            return Some(first);
        };
        for other in own {
            match plain(&other.words) == plain(&section.words) {
                true => adopt(&mut section, other),
                false => section.parts.extend(under_heading(other)),
            }
        }
        Some(section)
    }
}

/// The sections in which something stands. A heading above nothing is not shown, but links may lead to it: its anchor
/// stays at the end of the section before it, or else in the first one.
fn filled(sections: impl IntoIterator<Item = Section>) -> Vec<Section> {
    let mut filled: Vec<Section> = Vec::new();
    let mut early = Vec::new();
    for mut section in sections {
        match (section.parts.is_empty(), filled.last_mut()) {
            (true, Some(last)) => last.parts.push(anchor(&section)),
            (true, None) => early.push(anchor(&section)),
            (false, _) => {
                section.parts.append(&mut early);
                filled.push(section);
            }
        }
    }
    filled
}

/// The place that a section had.
fn anchor(section: &Section) -> Part {
    Part::markup(format!("<span id=\"{}\"></span>", escape(&section.id)))
}

/// The author's section of the same name: its anchor stays, its heading is not told twice.
fn adopt(section: &mut Section, other: Section) {
    section.parts.push(anchor(&other));
    section.parts.extend(other.parts);
}

fn under_heading(section: Section) -> Vec<Part> {
    let heading = format!(
        "<span id=\"{}\">{}</span>",
        escape(&section.id),
        section.title.as_str()
    );
    let mut parts = section.parts;
    let first = parts.first_mut();
    first
        .into_iter()
        .for_each(|part| part.heading = Some(Markup::html(heading.clone())));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_words() {
        assert_eq!(topic("Risks & Mitigations"), Some(Topic::Risks));
        assert_eq!(topic("5. Lessons learned"), Some(Topic::Review));
        assert_eq!(topic("External dependencies"), Some(Topic::Dependencies));
        assert_eq!(topic("Buffer time"), Some(Topic::Buffer));
        assert_eq!(topic("Date history"), Some(Topic::Dates));
        assert_eq!(topic("Review of the risks that we took last year"), None);
        assert_eq!(topic("Code review checklist"), None);
        assert_eq!(topic("Overview"), None);
    }

    #[test]
    fn a_heading_above_nothing_keeps_its_anchor() {
        let full = |id: &str| Section::new(id, id).with(Part::said(id));
        let shelf = Shelf::new([Section::new("a", "A"), full("b"), Section::new("c", "C")]);
        let sections: Vec<Section> = shelf.rest().collect();
        assert_eq!((sections.len(), &*sections[0].id), (1, "b"));
        let anchors = sections[0].parts.iter().flat_map(|part| &part.markup);
        let anchors: Vec<&str> = anchors.map(Markup::as_str).collect();
        let wanted = ["<span id=\"a\"></span>", "<span id=\"c\"></span>"];
        assert_eq!(anchors, wanted);
    }

    #[test]
    fn what_the_author_wrote_stands_once() {
        let own = |id: &str, title: &str| Section::new(id, title).with(Part::said(title));
        let shelf = || Shelf::new([own("a", "Review"), own("b", "Scope"), own("c", "Lessons")]);
        let mut alone = shelf();
        let section = alone.place(Topic::Review, None).unwrap();
        assert_eq!((&*section.id, section.parts.len()), ("a", 2));
        assert_eq!(alone.rest().count(), 1);
        let mut both = shelf();
        let ours = Section::new("review", "Review").with(Part::said("3 of 4"));
        let section = both.place(Topic::Review, Some(ours)).unwrap();
        let said: Vec<_> = section.parts.iter().flat_map(|part| &part.said).collect();
        assert_eq!(said, ["3 of 4", "Review", "Lessons"]);
        assert!(section.parts[2].heading.is_none() && section.parts[3].heading.is_some());
        assert!(both.place(Topic::Risks, None).is_none());
    }
}
