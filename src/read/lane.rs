//! A board written as lists: sections named after states, *To do*, *Doing*, *Done*, and in them a task a line.

use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::boxed;
use crate::read::checklist;
use crate::read::field::FieldName;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::tasklist;
use crate::read::words::Words;
use crate::syntax::outline::{Entry, List, Outline, Shape};
use crate::text::similar::fold;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Names of lanes that are no states behind a title.
const LANES: &[(Status, &[&str])] = &[
    (
        Status::Planned,
        &["backlog", "next", "next up", "later", "soon"],
    ),
    (Status::Active, &["code review", "review", "testing"]),
    (Status::Done, &["fait", "faits", "feitas", "gemacht"]),
];

/// Headings further down that may stand over lanes; elsewhere lanes stand below the title.
const BOARDS: &[&str] = &[
    "board",
    "kanban",
    "kanban board",
    "task board",
    "status",
    "current status",
    "current work",
    "work",
    "tablero",
    "quadro",
    "tableau",
    "看板",
    "보드",
];

/// The longest line that is a card and no prose.
const LONG: usize = 160;

/// Reads boards.
pub struct Lanes;

impl Reader for Lanes {
    fn name(&self) -> &'static str {
        key("lane")
    }

    fn page(&self) -> &'static str {
        include_str!("lane.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        let lanes = lanes(outline, words, mentions);
        if lanes.iter().all(Option::is_none) {
            return;
        }
        for (at, block) in outline.blocks.iter().enumerate() {
            let Shape::List(list) = &block.shape else {
                continue;
            };
            let Some(lane) = lane(outline, block.section, &lanes, mentions) else {
                continue;
            };
            if mentions.claimed(at).is_none() && are_cards(list) {
                self.cards(outline, at, list, lane, words, mentions);
            }
        }
    }
}

impl Lanes {
    fn cards(
        &self,
        outline: &Outline,
        at: usize,
        list: &List,
        lane: usize,
        words: &Words,
        mentions: &mut Mentions,
    ) {
        let heading = &outline.sections[lane].heading;
        let owner = mentions.owner(outline, outline.blocks[at].section);
        let state = Raw::of(heading, Form::Heading);
        let mut card: Option<usize> = None;
        for entry in &list.entries {
            let above = card.filter(|_| entry.depth > 0);
            match (above, entry.checkbox) {
                (Some(above), Some(checkbox)) => {
                    mentions.found[above].checks.count(checkbox.done());
                }
                (Some(above), None) => checklist::fields_below(entry, above, words, mentions),
                (None, _) => {
                    let found = boxed::mention(entry, self.name(), Kind::Task, words, mentions);
                    card = found.map(|mut mention| {
                        put_in_lane(entry, &state, &mut mention);
                        mention.nest = owner;
                        mention.block = Some(at);
                        mentions.add(mention)
                    });
                }
            }
        }
        if card.is_some() {
            mentions.claim(at, self.name());
            mentions.claim_heading(lane, self.name());
        }
    }
}

/// A card lies where it lies; a tick says more, and an empty box less.
fn put_in_lane(entry: &Entry, state: &Raw, mention: &mut Mention) {
    let is_open = entry.checkbox.is_some_and(|checkbox| checkbox.mark == ' ');
    if is_open && !entry.struck {
        mention
            .values
            .retain(|(name, raw)| *name != FieldName::Status || raw.slot.form != Form::Checkbox);
    }
    mention.values.push((FieldName::Status, state.clone()));
}

/// For each section the state that it is a lane for.
fn lanes(outline: &Outline, words: &Words, mentions: &Mentions) -> Vec<Option<Status>> {
    let mut lanes = vec![None; outline.sections.len()];
    for parent in 0..outline.sections.len() {
        let above = mentions
            .owner(outline, parent)
            .map(|owner| mentions.found[owner].kind);
        let takes_tasks = above.is_none_or(|above| above.holds(Kind::Task));
        let section = &outline.sections[parent];
        let may_be_board = section.level < 2
            || BOARDS.contains(&fold(&section.heading.value).as_str())
            || tasklist::announces(&section.heading.value, words);
        if !takes_tasks || above == Some(Kind::Story) || !may_be_board {
            continue;
        }
        let sections: Vec<usize> = outline.below(parent).collect();
        let states: Vec<Option<Status>> = sections
            .iter()
            .map(|at| state(&outline.sections[*at].heading.value, words))
            .collect();
        if is_board(&states) {
            for (at, state) in sections.into_iter().zip(states) {
                lanes[at] = state;
            }
        }
    }
    lanes
}

/// Lanes for what is to be done and for what is under way or done; a report has no lane for what is to be done.
fn is_board(states: &[Option<Status>]) -> bool {
    let known: Vec<Status> = states.iter().flatten().copied().collect();
    let moves = [Status::Active, Status::Done];
    known.len() * 2 >= states.len()
        && known.contains(&Status::Planned)
        && moves.iter().any(|state| known.contains(state))
}

/// The state that a heading names and nothing else; "Done (3)" counts.
fn state(heading: &str, words: &Words) -> Option<Status> {
    let head = heading.split(['(', ':']).next().unwrap_or_default();
    let folded = fold(head);
    let lane = LANES
        .iter()
        .find(|(_, names)| names.contains(&folded.as_str()));
    let named = (!folded.is_empty())
        .then(|| words.status_alone(head))
        .flatten();
    named
        .or(lane.map(|(state, _)| *state))
        .filter(|state| *state != Status::Dropped)
}

/// The lane that a section lies in, unless another item is told of there; a version or a stretch of the roadmap
/// within a lane only sorts its cards.
fn lane(
    outline: &Outline,
    section: usize,
    lanes: &[Option<Status>],
    mentions: &Mentions,
) -> Option<usize> {
    let mut at = Some(section);
    while let Some(here) = at {
        let owner = mentions
            .owner(outline, here)
            .filter(|_| mentions.owns(here));
        let sorts = |owner: usize| {
            let is_lane = |at: usize| lanes[at].is_some();
            matches!(mentions.found[owner].kind, Kind::Phase | Kind::Milestone)
                && outline.sections[here].parent.is_some_and(is_lane)
        };
        if owner.is_some_and(|owner| !sorts(owner)) {
            return None;
        }
        if lanes[here].is_some() {
            return Some(here);
        }
        at = outline.sections[here].parent;
    }
    None
}

/// Boxes, or short lines; a question waits for an answer, not for somebody to do it.
fn are_cards(list: &List) -> bool {
    let mut top = list.entries.iter().filter(|entry| entry.depth == 0);
    let is_card = |entry: &Entry| {
        let text = entry.text.value.trim_end();
        !text.ends_with('?') && text.chars().count() <= LONG
    };
    top.all(|entry| entry.checkbox.is_some() || is_card(entry))
}
