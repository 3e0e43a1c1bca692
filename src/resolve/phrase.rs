//! The words of a reference: what stands round them, and those that lead outside or to all above.

use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::words::{Words, is_none, looks_like_id};
use crate::text::similar::fold;

/// The words without quotes, brackets and number signs round them.
pub fn clean(text: &str) -> &str {
    let text = text
        .trim()
        .trim_end_matches('.')
        .trim_matches(['`', '"', '“', '”']);
    let text = text
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
        .unwrap_or(text);
    text.trim_start_matches('#').trim()
}

/// What words such as "after T-1" and "blocked until T-2 ships" wait for.
pub fn waiting(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let begins = WAITS.iter().find(|lead| lower.starts_with(**lead));
    let start = begins.map_or(0, |lead| lead.len());
    let ends = ENDS.iter().find(|tail| lower[start..].ends_with(**tail));
    let end = text.len() - ends.map_or(0, |tail| tail.len());
    let inner = text.get(start..end)?.trim();
    (inner.len() < text.len() && !inner.is_empty()).then_some(inner)
}

/// "Phase 1 (the walls)" without the remark.
pub fn unremarked(text: &str) -> &str {
    let remark = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("));
    remark.map_or(text, |(head, _)| head.trim())
}

/// Words that only say that something must be over.
pub fn is_ending(word: &str, words: &Words) -> bool {
    matches!(
        fold(word).as_str(),
        "completion" | "ready" | "is" | "must" | "be" | "all" | "of"
    ) || words.status_alone(word) == Some(Status::Done)
}

/// Whether words name something: an id with what is said of it, or a few words. More are a sentence.
pub fn is_name(text: &str) -> bool {
    const MOST: usize = 6;
    let first = text.split_whitespace().next().unwrap_or_default();
    let mut depth = 0_u32;
    let outside = text.chars().filter(|c| {
        depth += u32::from(*c == '(');
        let is_outside = depth == 0;
        depth = depth.saturating_sub(u32::from(*c == ')'));
        is_outside
    });
    let bare: String = outside.collect();
    looks_like_id(first) || bare.split_whitespace().count() <= MOST
}

/// "None — but it overlaps with #216": what stands behind is a remark.
pub fn is_nothing(text: &str) -> bool {
    const DENIALS: [&str; 6] = [
        "no dependency on",
        "no dependencies on",
        "not dependent on",
        "does not depend on",
        "independent of",
        "no hard dependency on",
    ];
    let lower = text.to_lowercase();
    if DENIALS.iter().any(|denial| lower.starts_with(denial)) {
        return true;
    }
    let ends = [" — ", " – ", " - ", " -- ", "; ", " technically"];
    let end = ends.iter().filter_map(|end| text.find(end)).min();
    end.is_some_and(|end| {
        let head = text[..end].trim();
        head.contains(char::is_alphanumeric) && is_none(head)
    })
}

/// Words before what is waited for; the longer ones first.
const WAITS: [&str; 17] = [
    "blocked until ",
    "blocked by ",
    "blocked on ",
    "waiting for ",
    "waiting on ",
    "waits for ",
    "depends on ",
    "starts after ",
    "start after ",
    "only after ",
    "requires ",
    "needs ",
    "until ",
    "after ",
    "once ",
    "when ",
    "nach ",
];

/// Words behind it.
const ENDS: [&str; 15] = [
    " is complete",
    " is completed",
    " is finished",
    " is merged",
    " is shipped",
    " is done",
    " is ready",
    " completes",
    " finishes",
    " merges",
    " ships",
    " lands",
    " landed",
    " shipped",
    " merged",
];

/// "owner/repo#12", "PR #5", "pull request 7": numbers of another place than the plan.
pub fn is_outside(text: &str) -> bool {
    let lower = text.to_lowercase();
    let behind = [
        "pr #",
        "pr-",
        "pull request",
        "pull/",
        "mr !",
        "merge request",
        "upstream #",
    ];
    let foreign = text.split_once('#').is_some_and(|(before, number)| {
        before.contains('/')
            && !before.contains(char::is_whitespace)
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !number.is_empty()
    });
    foreign
        || behind.iter().any(|word| lower.starts_with(word))
            && lower.contains(|c: char| c.is_ascii_digit())
}

const ALL: [&str; 12] = [
    "all", "every", "alle", "todos", "todas", "tous", "toutes", "tutti", "tutte", "所有", "全部",
    "모든",
];

/// "All Phase 1 tasks", "All of Phase 1": what holds all of them.
pub fn whole(text: &str, words: &Words) -> Option<String> {
    let (first, rest) = text.split_once(' ')?;
    let all: Vec<&str> = rest.split_whitespace().collect();
    let is_filler = |word: &&&str| ["of", "the"].contains(&fold(word).as_str());
    let from = all.iter().take_while(is_filler).count();
    let is_part = |word: &&&str| words.kind(word).is_some() || is_ending(word, words);
    let after = all[from..].iter().rev().take_while(is_part).count();
    let held = &all[from..all.len() - after];
    let is_whole = ALL.contains(&fold(first).as_str()) && held.len() > 1;
    is_whole.then(|| held.join(" "))
}

/// "All sprints complete", "all other tasks": the kind of which all are meant.
pub fn all_of(text: &str, words: &Words) -> Option<Kind> {
    const FILLERS: [&str; 8] = ["the", "other", "los", "las", "os", "as", "les", "autres"];
    let folded = fold(text);
    let mut parts = folded.split(' ').filter(|word| !FILLERS.contains(word));
    parts.next().filter(|first| ALL.contains(first))?;
    let kind = words.kind(parts.next()?)?;
    let is_end = |word: &str| {
        matches!(
            word,
            "completion" | "is" | "are" | "be" | "must" | "previous" | "above"
        ) || words.status_alone(word) == Some(Status::Done)
    };
    parts.all(is_end).then_some(kind)
}

/// "all above", "alle oben": the rows that stand before.
pub fn is_above(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "all above"
            | "all of the above"
            | "everything above"
            | "above"
            | "all previous"
            | "previous"
            | "all preceding"
            | "all tasks above"
            | "alle oben"
            | "todo lo anterior"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_name_nothing() {
        assert!(is_name("T-7") && is_name("Payment provider (see the long list of what is asked)"));
        assert!(is_name(
            "M-10.02 lands both of the two options in the engine"
        ));
        assert!(!is_name("Stable surfaces of the service and its client"));
    }

    #[test]
    fn nothing_may_have_a_remark() {
        assert!(
            is_nothing("None — but it overlaps with #216") && is_nothing("none technically; x")
        );
        assert!(is_nothing("No dependency on T-1 or T-2"));
        assert!(!is_nothing("None") && !is_nothing("T-1 — done") && !is_nothing("-- - T-1"));
    }

    #[test]
    fn what_is_waited_for() {
        assert_eq!(waiting("after T-1"), Some("T-1"));
        assert_eq!(waiting("Blocked until T-2 ships"), Some("T-2"));
        assert_eq!(waiting("T-2 is done"), Some("T-2"));
        assert_eq!(waiting("T-2"), None);
    }
}
