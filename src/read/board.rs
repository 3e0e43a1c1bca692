//! Boards: rows and entries without a state of their own take it from the heading above them, `### In progress`.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::field::FieldName;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::words::Words;
use crate::syntax::outline::Outline;
use crate::text::similar::fold;
use crate::text::slot::Form;

/// Gives each mention that states nothing the state of the headings above it.
pub fn add_states(outline: &Outline, words: &Words, mentions: &mut Mentions) {
    let states: Vec<bool> = (0..outline.sections.len())
        .map(|at| state(&outline.sections[at].heading.value, words).is_some())
        .collect();
    if !states.contains(&true) {
        return;
    }
    let owners: Vec<(usize, usize)> = (0..outline.sections.len())
        .filter(|section| mentions.owns(*section))
        .filter_map(|section| Some((mentions.owner(outline, section)?, section)))
        .collect();
    let headed = owners
        .into_iter()
        .filter_map(|(mention, section)| Some((mention, outline.sections[section].parent?)));
    let listed = mentions
        .found
        .iter()
        .enumerate()
        .filter_map(|(at, mention)| {
            let block = mention.block?;
            Some((at, outline.blocks[block].section))
        });
    let all: Vec<(usize, usize)> = headed.chain(listed).collect();
    for (mention, section) in all {
        let above = above(outline, section, &states, mentions);
        if let Some(above) = above.filter(|_| is_silent(&mentions.found[mention])) {
            let raw = Raw::of(&outline.sections[above].heading, Form::Heading);
            mentions.found[mention]
                .values
                .push((FieldName::Status, raw));
        }
    }
}

/// Whether a mention may take a state from above: work of which no state is told.
fn is_silent(mention: &Mention) -> bool {
    let is_listed = matches!(mention.role, Role::Heading | Role::Row | Role::Elsewhere);
    let is_work = !matches!(mention.kind, Kind::Blocker | Kind::Decision);
    is_listed && is_work && mention.value(FieldName::Status).is_none() && mention.reader != "week"
}

/// The nearest heading with a state, below the item that the section stands in.
fn above(outline: &Outline, section: usize, states: &[bool], mentions: &Mentions) -> Option<usize> {
    let mut at = Some(section);
    while let Some(here) = at.filter(|here| !mentions.owns(*here)) {
        if states[here] {
            return Some(here);
        }
        at = outline.sections[here].parent;
    }
    None
}

/// The state that a heading says: "In progress", "✅ Done (3)", "Completed milestones", "Deferred requirements".
fn state(heading: &str, words: &Words) -> Option<Status> {
    let name = heading.split(['(', '[']).next().unwrap_or_default();
    let folded = fold(name);
    if folded == "backlog" {
        return Some(Status::Planned);
    }
    let alone = || words.status_alone(name).filter(|_| !folded.is_empty());
    alone().or_else(|| {
        let (before, last) = folded.rsplit_once(' ')?;
        let is_work = words
            .kind(last)
            .is_some_and(|kind| kind.level().is_some() || kind == Kind::Sprint);
        (is_work
            || matches!(
                last,
                "requirements" | "items" | "work" | "changes" | "cards"
            ))
        .then(|| match before {
            "open" => Some(Status::Planned),
            before => words.status_alone(before),
        })?
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn headings_say_states() {
        let words = Words::new(&Config::default());
        let state = |heading| state(heading, &words);
        for heading in [
            "✅ Done (3)",
            "Completed Milestones",
            "Completed sprints",
            "Fertig",
        ] {
            assert_eq!(state(heading), Some(Status::Done), "{heading}");
        }
        assert_eq!(state("En curso"), Some(Status::Active));
        assert_eq!(state("Backlog"), Some(Status::Planned));
        assert_eq!(state("Open issues"), Some(Status::Planned));
        assert_eq!(state("Deferred Requirements (2/24)"), Some(Status::Dropped));
        for heading in [
            "New features",
            "Testing",
            "Overview",
            "Open questions",
            "Phase 1 ✅",
        ] {
            assert_eq!(state(heading), None, "{heading}");
        }
    }
}
