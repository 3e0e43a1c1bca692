//! What a heading stands in: a roadmap, a history, a log of decisions; and whether something below it tells of work.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::mention::Mentions;
use crate::read::prefix;
use crate::read::topic::Topic;
use crate::read::vocabulary::terms::{FORWARD, HISTORIES, ROADMAPS};
use crate::read::words::Words;
use crate::syntax::outline::{Entry, Outline, Shape};
use crate::text::similar::fold;

/// Whether a document, or a chapter around this section, says that it looks ahead and not back.
pub fn is_roadmap(outline: &Outline, section: usize) -> bool {
    let mut said = around(outline, section);
    !is_history(outline, section) && said.any(|words| holds(&words, ROADMAPS))
}

/// Whether the words of a heading say that it looks ahead.
pub fn says_roadmap(heading: &str) -> bool {
    holds(&fold(heading), ROADMAPS)
}

/// Whether the document or a chapter around this section tells what was, version by version.
pub fn is_history(outline: &Outline, section: usize) -> bool {
    // RELEASES.md tells what was; a chapter of that name in a plan need not.
    around(outline, section).any(|words| holds(&words, HISTORIES) && !holds(&words, FORWARD))
        || around(outline, section).last().as_deref() == Some("releases")
}

/// The headings around a section and the name of the document, folded.
fn around(outline: &Outline, section: usize) -> impl Iterator<Item = String> {
    let stem = outline.path.rsplit('/').next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let mut at = outline.sections[section].parent;
    let above = std::iter::from_fn(move || {
        let here = at?;
        at = outline.sections[here].parent;
        Some(fold(&outline.sections[here].heading.value))
    });
    above.chain(std::iter::once(fold(stem)))
}

/// Whether one of these words, or several in a row, stand in the line; those of scripts without blanks within a word too.
fn holds(line: &str, words: &[&str]) -> bool {
    let blanks = line.match_indices(' ').map(|(at, _)| at + 1);
    let mut starts = std::iter::once(0).chain(blanks).map(|at| &line[at..]);
    let stands = |rest: &str| {
        // The first letter is looked at before the whole word: it nearly always differs.
        let first = rest.as_bytes().first();
        let words = words.iter().filter(|word| word.as_bytes().first() == first);
        let mut behind = words.filter_map(|word| rest.strip_prefix(word));
        behind.any(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let is_latin = |word: &str| word.chars().all(|c| c == ' ' || (c as u32) < 0x250);
    // Most lines are of ASCII, and hold no word of another script.
    let within = || {
        let mut foreign = words.iter().filter(|word| !is_latin(word));
        foreign.any(|word| line.contains(word))
    };
    starts.any(stands) || !line.is_ascii() && within()
}

/// Whether the document is a log of decisions: its title or its name says so, and it is no decision itself.
pub fn is_decision_log(outline: &Outline, words: &Words, mentions: &Mentions) -> bool {
    let title = outline.title_section().filter(|at| !mentions.owns(*at));
    let named = title.map(|at| fold(&outline.sections[at].heading.value));
    let stem = outline.path.rsplit('/').next().unwrap_or_default();
    let stem = fold(stem.rsplit_once('.').map_or(stem, |(stem, _)| stem));
    [named, Some(stem)].into_iter().flatten().any(|line| {
        let known = |word: &str| words.kind(word) == Some(Kind::Decision);
        let is_many = |word: &str| known(word) && word.ends_with('s');
        let is_log = |word: &str| matches!(word, "log" | "register" | "record" | "journal");
        let last = line.rsplit(' ').next().unwrap_or_default();
        is_many(last)
            || is_log(last) && line.split(' ').any(known)
            || line.split(' ').next().is_some_and(is_many) && line.split(' ').count() < 4
    })
}

/// What stands directly below a heading that only stands below items.
pub fn tells_of_work(
    outline: &Outline,
    section: usize,
    words: &Words,
    mentions: &Mentions,
) -> bool {
    states(outline, section, words)
        || boxes(outline, section)
        || tells_stories(outline, section, words, mentions)
}

/// Whether a field below the heading says where the item stands, when, or how much.
pub fn states(outline: &Outline, section: usize, words: &Words) -> bool {
    use FieldName as Name;
    let tells = |key: &str| {
        matches!(
            fields::name(key, words),
            Some(
                Name::Status
                    | Name::Priority
                    | Name::Owner
                    | Name::Due
                    | Name::Start
                    | Name::Span
                    | Name::Estimate
                    | Name::DependsOn
                    | Name::Done
                    | Name::Progress
            )
        )
    };
    outline
        .blocks_of(section)
        .any(|(_, block)| match &block.shape {
            Shape::Fields(fields) => fields.iter().any(|field| tells(&field.key.value)),
            Shape::List(list) => list
                .entries
                .iter()
                .filter_map(|entry| entry.fields.first())
                .any(|field| field.marked && tells(&field.key.value)),
            _ => false,
        })
}

/// Whether boxes stand directly below the heading, or bullets with numbers of two parts: "01-02: Dig".
pub fn boxes(outline: &Outline, section: usize) -> bool {
    let is_work = |entry: &Entry| {
        let numbered = || prefix::numbered(&entry.text.value);
        entry.checkbox.is_some() || numbered().is_some_and(|(id, _)| id.contains('-'))
    };
    outline
        .blocks_of(section)
        .any(|(_, block)| match &block.shape {
            Shape::List(list) => list.entries.iter().any(is_work),
            _ => false,
        })
}

/// Whether user stories or criteria stand below the heading, under a key or a heading of their own.
pub fn tells_stories(
    outline: &Outline,
    section: usize,
    words: &Words,
    mentions: &Mentions,
) -> bool {
    let is_told =
        |topic: Option<Topic>| matches!(topic, Some(Topic::Items(Kind::Story) | Topic::Criteria));
    let is_key = |key: &str| is_told(words.topic(key));
    let leads = outline
        .blocks_of(section)
        .any(|(_, block)| match &block.shape {
            Shape::Fields(fields) => fields.iter().any(|field| is_key(&field.key.value)),
            Shape::Prose(text) => text.value.strip_suffix(':').is_some_and(is_key),
            _ => false,
        });
    leads
        || outline
            .below(section)
            .any(|below| is_told(mentions.topic(below)))
}

/// How many headings beside this one, itself included, are written the same way.
pub fn siblings(outline: &Outline, section: usize, like: impl Fn(&str) -> bool) -> usize {
    let here = &outline.sections[section];
    let parent = here.parent.unwrap_or_default();
    outline
        .below(parent)
        .filter(|at| outline.sections[*at].level == here.level)
        .take(MANY)
        .filter(|at| like(&outline.sections[*at].heading.value))
        .take(SOME)
        .count()
}

/// As many siblings as are ever asked for, and as many as are looked at.
const SOME: usize = 3;
const MANY: usize = 200;
