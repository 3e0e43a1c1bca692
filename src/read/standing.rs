//! What a heading is: as its own words say, as the chapter around it says, or as its siblings and what lies below show.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::label::{self, Label};
use crate::read::mention::Mentions;
use crate::read::prefix;
use crate::read::scope;
use crate::read::setting;
use crate::read::stories;
use crate::read::tail;
use crate::read::tasklist;
use crate::read::term::{self, Term};
use crate::read::topic::Topic;
use crate::read::vocabulary::terms::{CHAPTERS, REQUIREMENTS};
use crate::read::wish;
use crate::read::words::Words;
use crate::syntax::outline::{Outline, Shape};
use crate::text::similar::fold;

/// A heading and everything that says what it is.
pub struct Standing<'a> {
    /// The document.
    pub outline: &'a Outline,
    /// The section of the heading.
    pub section: usize,
    /// The vocabulary.
    pub words: &'a Words,
    /// What was found so far.
    pub mentions: &'a Mentions,
    /// The item that it stands in.
    pub owner: Option<usize>,
}

impl Standing<'_> {
    /// The kind of the item that the heading is; what it says of its name is put into the label.
    pub fn kind(&self, label: &mut Label) -> Option<Kind> {
        if self.is_beside() {
            return None;
        }
        let kind = self
            .named(label)
            .or_else(|| self.term(label))
            .or_else(|| self.requirement(label))
            .or_else(|| self.listed(label))
            .or_else(|| self.sprint(label))
            .or_else(|| self.wanted(label))
            .or_else(|| self.decision(label))
            .or_else(|| self.step(label))
            .or_else(|| self.beside(label))?;
        self.fits(kind, label).then_some(kind)
    }

    /// Whether an item of this kind may stand here: a phase of a task is a step of it, a phase of a design a chapter.
    fn fits(&self, kind: Kind, label: &Label) -> bool {
        let Some(owner) = self.owner.map(|owner| &self.mentions.found[owner]) else {
            return kind != Kind::Phase || self.is_phase(label);
        };
        match (owner.kind, kind) {
            (Kind::Feature, Kind::Phase) => {
                setting::is_roadmap(self.outline, self.section) && self.below_roadmap()
            }
            (Kind::Feature, Kind::Feature) => self.has_evidence(label),
            (Kind::Phase, Kind::Phase) => is_part_of(
                label.id.as_deref(),
                owner.id.as_ref().map(|id| id.text.as_str()),
            ),
            (above, kind) => above.nests(kind),
        }
    }

    /// A chapter around the heading, up to the item that it stands in, tells of something beside the plan.
    fn is_beside(&self) -> bool {
        let mut at = self.outline.sections[self.section].parent;
        while let Some(here) = at.filter(|at| !self.mentions.owns(*at)) {
            if self.mentions.topic(here) == Some(Topic::Aside) {
                return true;
            }
            at = self.outline.sections[here].parent;
        }
        false
    }

    /// A chapter between the heading and the item that it stands in looks ahead.
    fn below_roadmap(&self) -> bool {
        let mut at = self.outline.sections[self.section].parent;
        while let Some(here) = at.filter(|at| !self.mentions.owns(*at)) {
            let words = &self.outline.sections[here].heading.value;
            if setting::says_roadmap(words) {
                return true;
            }
            at = self.outline.sections[here].parent;
        }
        false
    }

    /// Whether a heading with the word for a phase is one of a plan, and no chapter of a design.
    fn is_phase(&self, label: &Label) -> bool {
        let alike = |heading: &str| label::label(heading, self.words).kind == Some(Kind::Phase);
        setting::is_roadmap(self.outline, self.section)
            || self.has_evidence(label)
            || self
                .outline
                .below(
                    self.outline.sections[self.section]
                        .parent
                        .unwrap_or_default(),
                )
                .take(20)
                .any(|at| alike(&self.outline.sections[at].heading.value) && self.is_told(at))
    }

    fn has_evidence(&self, label: &Label) -> bool {
        label.status.is_some()
            || label.when.is_some()
            || label.priority.is_some()
            || self.is_told(self.section)
    }

    fn is_told(&self, section: usize) -> bool {
        let heading = &self.outline.sections[section].heading.value;
        let said = || label::label(heading, self.words).status.is_some();
        setting::tells_of_work(self.outline, section, self.words, self.mentions)
            || said()
            || self.outline.below(section).take(20).any(|below| {
                setting::boxes(self.outline, below)
                    || setting::states(self.outline, below, self.words)
            })
    }

    /// The word at its head: "Phase 2: Walls". A colon behind the words leads to a list: "Blockers - fix first:". An
    /// issue without a number is a difficulty, where nothing tells of work on it.
    fn named(&self, label: &Label) -> Option<Kind> {
        let heading = self.outline.sections[self.section].heading.value.trim();
        let leads = heading.ends_with([':', '：']);
        let first = heading.split([' ', ':']).next().unwrap_or_default();
        let is_issue = first.eq_ignore_ascii_case("issue") && label.id.is_none();
        label
            .kind
            .filter(|kind| *kind != Kind::Blocker || !leads)
            .filter(|_| !is_issue || self.has_evidence(label))
    }

    /// A version, a quarter or a term of a roadmap.
    fn term(&self, label: &mut Label) -> Option<Kind> {
        let title = label.title.clone();
        let term = term::term(&title).filter(|_| label.kind.is_none())?;
        if !self.is_term(&term, label) {
            return None;
        }
        label.id = Some(term.id.to_string()).filter(|id| !id.is_empty());
        if !term.title.is_empty() {
            label.title = term.title.to_string();
        }
        if let Some((title, time)) = tail::time(&title).filter(|_| !term.id.is_empty()) {
            label.time = Some(time.to_string());
            label.title = term::term(title)
                .map_or(title, |term| {
                    if term.title.is_empty() {
                        title
                    } else {
                        term.title
                    }
                })
                .to_string();
        }
        Some(term.kind)
    }

    fn is_term(&self, term: &Term<'_>, label: &Label) -> bool {
        let (outline, section) = (self.outline, self.section);
        if setting::is_history(outline, section) {
            return false;
        }
        let several = || {
            setting::siblings(outline, section, |heading| {
                term::term(&label::label(heading, self.words).title)
                    .is_some_and(|other| other.kind == term.kind)
            }) > 1
        };
        let is_horizon = term.id.is_empty();
        if is_horizon || !term.plain {
            return setting::is_roadmap(outline, section)
                && (several() || !is_horizon && self.has_evidence(label));
        }
        setting::is_roadmap(outline, section) || several() && self.has_evidence(label)
    }

    /// "Requirement 3: Door" with a story told below it.
    fn requirement(&self, label: &mut Label) -> Option<Kind> {
        let heading = &self.outline.sections[self.section].heading.value;
        let folded = fold(heading);
        let rest = REQUIREMENTS
            .iter()
            .find_map(|word| folded.strip_prefix(word))?
            .trim_start();
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let told = self
            .outline
            .blocks_of(self.section)
            .find_map(|(_, block)| match &block.shape {
                Shape::Prose(text) => stories::sentence(&text.value),
                Shape::Fields(fields) => fields
                    .iter()
                    .find_map(|field| stories::sentence(&field.value.value)),
                _ => None,
            });
        let sentence = told.filter(|_| digits > 0)?;
        label.id = Some(rest[..digits].to_string());
        let title = heading
            .split_once([':', '：', '—', '–'])
            .map(|(_, title)| title.trim());
        label.title = title
            .filter(|title| !title.is_empty())
            .map_or(sentence, str::to_string);
        Some(Kind::Story)
    }

    /// Below a heading in the plural: with an id, a number or fields.
    fn listed(&self, label: &mut Label) -> Option<Kind> {
        let parent = self.outline.sections[self.section]
            .parent
            .filter(|parent| {
                self.outline.sections[*parent].level > 0 && !self.mentions.owns(*parent)
            })?;
        let Some(Topic::Items(kind)) = self.mentions.topic(parent) else {
            return None;
        };
        let stated = label.status.is_some() || has_fields(self.outline, self.section, self.words);
        let numbered =
            prefix::numbered(&label.title).map(|(id, title)| (id.to_string(), title.to_string()));
        if let Some((id, title)) = headed(&label.title).filter(|_| label.id.is_none()) {
            (label.id, label.title) = (Some(id), title);
        }
        let told = numbered.is_some()
            && setting::tells_stories(self.outline, self.section, self.words, self.mentions);
        if !(stated || told || label.id.is_some()) {
            return None;
        }
        if let Some((id, title)) = numbered.filter(|_| label.id.is_none()) {
            (label.id, label.title) = (Some(id), title);
        }
        Some(kind)
    }

    /// "K0 — Own the frame" below "The sprints".
    fn sprint(&self, label: &mut Label) -> Option<Kind> {
        let parent = self.outline.sections[self.section].parent?;
        let below = self.mentions.topic(parent) == Some(Topic::Sprints);
        if !below || label.id.is_some() {
            return None;
        }
        let (id, title) = prefix::lettered(&label.title)?;
        (label.id, label.title) = (Some(id.to_string()), title.to_string());
        Some(Kind::Sprint)
    }

    /// "LAMP-19 - First evening" in a list of what is to be done.
    fn wanted(&self, label: &mut Label) -> Option<Kind> {
        let is_beside = matches!(
            scope::topic(self.outline, self.section, self.mentions),
            Some(Topic::Aside | Topic::Criteria)
        );
        let at = self.section;
        let is_listed = || tasklist::holds_tasks(self.outline, at, self.words, self.mentions);
        if label.kind.is_some() || is_beside || !is_listed() {
            return None;
        }
        if label.id.is_none()
            && let Some((id, title)) = self.lettered(&label.title)
        {
            (label.id, label.title) = (Some(id), title);
        }
        let is_task = label.id.is_some() || wish::is_wish(self.outline, at, self.words);
        is_task.then_some(Kind::Task)
    }

    /// "V1: Boats look alike", where something below it is stated and others beside it are named alike.
    fn lettered(&self, title: &str) -> Option<(String, String)> {
        let (id, rest) = prefix::lettered(title)?;
        // Boxes below it are the work, and it is the chapter.
        let is_chapter = setting::boxes(self.outline, self.section);
        let is_alike =
            |heading: &str| prefix::lettered(&label::label(heading, self.words).title).is_some();
        let told = setting::states(self.outline, self.section, self.words)
            || setting::siblings(self.outline, self.section, is_alike) > 1;
        (told && !is_chapter).then(|| (id.to_string(), rest.to_string()))
    }

    /// An entry of a log of decisions: with a date or an id before it, or with fields below it.
    fn decision(&self, label: &mut Label) -> Option<Kind> {
        let parent = self.outline.sections[self.section].parent?;
        let below = matches!(
            self.mentions.topic(parent),
            Some(Topic::Items(Kind::Decision) | Topic::Decisions)
        );
        if label.kind.is_some()
            || !(below || setting::is_decision_log(self.outline, self.words, self.mentions))
            || label.id.is_none() && (self.sums_up(label) || self.decisions_are_named())
        {
            return None;
        }
        let numbered = |text: &str| {
            prefix::lettered(text)
                .or_else(|| prefix::numbered(text))
                .map(|(id, title)| (id.to_string(), title.to_string()))
        };
        let own = prefix::dated(&label.title).map(|(_, title)| title.to_string());
        if let Some(title) = own {
            label.title = title;
        } else if let Some((id, title)) = numbered(&label.title) {
            (label.id, label.title) = (Some(id), title);
        } else if !(label.id.is_some()
            || label.when.is_some()
            || label.status.is_some()
            || setting::states(self.outline, self.section, self.words))
        {
            return None;
        }
        Some(Kind::Decision)
    }

    /// "Summary: all is decided" stands beside the entries of a log.
    fn sums_up(&self, label: &Label) -> bool {
        let lead = label.title.split([':', '：']).next().unwrap_or_default();
        let folded = fold(lead.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
        CHAPTERS.contains(&folded.as_str()) || self.words.topic(lead) == Some(Topic::Aside)
    }

    /// Whether the document calls its decisions so, "Decision 2: Ropes": what it does not call so is a chapter.
    fn decisions_are_named(&self) -> bool {
        let sections = self.outline.sections.iter().take(MANY);
        let mut labels = sections.map(|section| label::label(&section.heading.value, self.words));
        labels.any(|label| label.kind == Some(Kind::Decision) && label.id.is_some())
    }

    /// "2.1 Dig" with boxes or a state, in a phase, a milestone or a sprint: a task, if others beside it are numbered.
    fn step(&self, label: &mut Label) -> Option<Kind> {
        let owner = self.mentions.found[self.owner?].kind;
        if !matches!(owner, Kind::Phase | Kind::Milestone | Kind::Sprint)
            || label.kind.is_some()
            || label.id.is_some()
        {
            return None;
        }
        let aside = matches!(
            self.mentions.topic(self.section),
            Some(Topic::Aside | Topic::Criteria)
        );
        let (id, title) = prefix::numbered(&label.title).filter(|_| !aside)?;
        let told = label.status.is_some()
            || setting::boxes(self.outline, self.section)
            || setting::states(self.outline, self.section, self.words);
        let several = || {
            setting::siblings(self.outline, self.section, |heading| {
                prefix::numbered(&label::label(heading, self.words).title).is_some()
            }) > 1
        };
        if !(told && several()) {
            return None;
        }
        (label.id, label.title) = (Some(id.to_string()), title.to_string());
        Some(Kind::Task)
    }
}

/// "E11: Lamps": letters and a number apart from the title; below a heading that says the kind, any letters do.
fn headed(title: &str) -> Option<(String, String)> {
    let (id, rest) = prefix::lettered(title)?;
    let is_apart = title[id.len()..]
        .trim_start()
        .starts_with([':', '—', '–', '-']);
    let is_short = id.chars().take_while(|c| c.is_alphabetic()).count() < 5;
    (is_apart && is_short).then(|| (id.to_string(), rest.to_string()))
}

impl Standing<'_> {
    /// A chapter with a state and boxes among sprints, phases or milestones is one of them: "Before the launch".
    fn beside(&self, label: &Label) -> Option<Kind> {
        let is_one = |heading: &str| {
            let kind = label::label(heading, self.words).kind;
            matches!(kind, Some(Kind::Phase | Kind::Sprint | Kind::Milestone))
        };
        let has_boxes = || {
            let mut here = std::iter::once(self.section).chain(self.outline.below(self.section));
            here.any(|at| setting::boxes(self.outline, at))
        };
        let is_told = label.kind.is_none()
            && self.mentions.topic(self.section).is_none()
            && has_status(self.outline, self.section, self.words);
        let fits =
            is_told && has_boxes() && setting::siblings(self.outline, self.section, is_one) > 1;
        fits.then_some(Kind::Phase)
    }
}

/// Whether a field for the state stands directly below a heading.
fn has_status(outline: &Outline, section: usize, words: &Words) -> bool {
    let mut blocks = outline.blocks_of(section);
    blocks.any(|(_, block)| match &block.shape {
        Shape::Fields(fields) => fields
            .iter()
            .any(|field| words.field(&field.key.value) == Some(FieldName::Status)),
        _ => false,
    })
}

/// How many headings are looked at for what a document calls its entries.
const MANY: usize = 100;

/// Whether fields with known keys stand directly below a heading.
fn has_fields(outline: &Outline, section: usize, words: &Words) -> bool {
    outline
        .blocks_of(section)
        .any(|(_, block)| match &block.shape {
            Shape::Fields(fields) => fields
                .iter()
                .any(|field| words.field(&field.key.value).is_some()),
            Shape::List(list) => list
                .entries
                .iter()
                .flat_map(|entry| entry.fields.first())
                .any(|field| field.marked && words.field(&field.key.value).is_some()),
            _ => false,
        })
}

/// "2.1" is a part of "2", and everything with a number a part of what has none.
fn is_part_of(id: Option<&str>, whole: Option<&str>) -> bool {
    match (
        id,
        whole.filter(|id| id.starts_with(|c: char| c.is_ascii_digit())),
    ) {
        (Some(id), Some(whole)) => id.strip_prefix(whole).is_some_and(|rest| {
            rest.starts_with(['.', '-']) || rest.starts_with(char::is_alphabetic)
        }),
        (Some(_), None) => true,
        _ => false,
    }
}
