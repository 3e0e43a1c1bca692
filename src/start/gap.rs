//! Gaps in the first heading of a template: what waits for a title, and what waits for an id.

use std::ops::Range;

use crate::read::words::Words;
use crate::start::scheme::Scheme;
use crate::text::similar::fold;

/// What waits to be filled in a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Where the title goes.
    pub title: Option<Range<usize>>,
    /// Where the id goes.
    pub id: Option<Range<usize>>,
    /// Whether the title takes the place of words that are no gap: of the whole heading.
    pub is_whole: bool,
}

/// A longer heading is none that somebody fills.
const LONGEST: usize = 400;

/// Words for what a gap is for.
const TITLES: [&str; 3] = ["title", "name", "titel"];
const IDS: [&str; 8] = ["id", "number", "no", "nr", "n", "nn", "nnn", "nnnn"];

/// The gaps of a heading, as it stands in the document.
pub fn gaps(raw: &str, words: &Words) -> Gaps {
    if raw.len() > LONGEST {
        return Gaps::default();
    }
    let groups = groups(raw);
    let is_id = |group: &Range<usize>| is_id(&raw[group.clone()]);
    let titles: Vec<&Range<usize>> = groups.iter().filter(|group| !is_id(group)).collect();
    let says_title = |group: &&&Range<usize>| {
        let folded = fold(&raw[(**group).clone()]);
        folded.split(' ').any(|word| TITLES.contains(&word))
    };
    let title = titles.iter().find(says_title).or_else(|| titles.last());
    let id = groups
        .iter()
        .find(|group| is_id(group))
        .cloned()
        .or_else(|| token(raw, &groups));
    if let Some(title) = title {
        return Gaps {
            title: Some((*title).clone()),
            id,
            is_whole: false,
        };
    }
    rest(raw, id, words)
}

/// Whether a line has a gap in brackets; a box is none.
pub fn is_waiting(line: &str) -> bool {
    let is_gap = |group: &Range<usize>| {
        let words = line[group.clone()].chars().filter(|c| c.is_alphabetic());
        words.count() > 1
    };
    !line.trim_start().starts_with("<!--") && groups(line).iter().any(is_gap)
}

/// Without a gap in brackets, what stands behind the id or the word for the kind waits for the title; else all does.
fn rest(raw: &str, id: Option<Range<usize>>, words: &Words) -> Gaps {
    let is_plain =
        !raw.contains(['[', '`', '*', '<', '\n', '|', '!', '\\']) && !raw.trim().is_empty();
    let from = id.as_ref().map(|id| id.end).or_else(|| {
        let (word, _) = raw.split_once(':')?;
        words.kind(word).map(|_| word.len())
    });
    let start = from.map(|from| {
        let behind = raw[from..].trim_start_matches([' ', ':', '-', '–', '—', '.', ')', '|']);
        raw.len() - behind.len()
    });
    let title = match start {
        Some(start) if start < raw.len() => Some(start..raw.len()),
        Some(_) => None,
        None => Some(0..raw.len()),
    };
    Gaps {
        title: title.filter(|_| is_plain),
        is_whole: from.is_none(),
        id,
    }
}

/// The groups in brackets, brackets and all; links are none.
fn groups(raw: &str) -> Vec<Range<usize>> {
    const PAIRS: [(&str, &str); 4] = [("{{", "}}"), ("{", "}"), ("[", "]"), ("<", ">")];
    let mut found = Vec::new();
    let mut at = 0;
    while at < raw.len() {
        let here = &raw[at..];
        let group = PAIRS.iter().find_map(|(open, close)| {
            let inner = here.strip_prefix(open)?;
            let length = inner.find(close)?;
            let end = at + open.len() + length + close.len();
            let is_gap = inner[..length].contains(char::is_alphanumeric)
                && !inner[..length].starts_with(['!', '/'])
                && !raw[end..].starts_with('(');
            is_gap.then_some(end)
        });
        match group {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += here.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

fn is_id(group: &str) -> bool {
    let inner = group.trim_matches(['[', ']', '<', '>', '{', '}', ' ']);
    let folded = fold(inner);
    let mut parts = folded.split(' ');
    is_token(inner) || parts.any(|part| IDS.contains(&part))
}

/// `US-XXX`, `ADR-000`, or the `N` of "Milestone N: …", outside of brackets.
fn token(raw: &str, groups: &[Range<usize>]) -> Option<Range<usize>> {
    let mut at = 0;
    for part in raw.split_inclusive(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—'))
    {
        let word = part
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | '.'));
        let range = at..at + word.len();
        at += part.len();
        if is_token(word) && !groups.iter().any(|group| group.contains(&range.start)) {
            return Some(range);
        }
    }
    None
}

/// Whether a word stands for an id: `US-NNN`, `PRD-0`, `XXX`, `#`.
fn is_token(word: &str) -> bool {
    let (letters, run) = word.split_at(word.rfind(['-', '_']).map_or(0, |at| at + 1));
    let is_run = |marks: &[char]| !run.is_empty() && run.chars().all(|c| marks.contains(&c));
    let is_prefix = letters.len() > 1
        && letters
            .trim_end_matches(['-', '_'])
            .chars()
            .all(char::is_alphabetic);
    match letters {
        "" => is_run(&['N']) || is_run(&['X']) || is_run(&['#']) || is_run(&['0']) && run.len() > 2,
        _ => {
            is_prefix
                && (is_run(&['N', 'n']) || is_run(&['X', 'x']) || is_run(&['#']) || is_run(&['0']))
        }
    }
}

/// How the ids of the documents are written that a template is for: `US-NNN` is `US-` and three digits.
pub fn scheme(gap: &str) -> Option<Scheme> {
    let inner = gap.trim_matches(['[', ']', '<', '>', '{', '}', ' ']);
    let (letters, run) = inner.split_at(inner.rfind(['-', '_']).map_or(0, |at| at + 1));
    (is_token(inner) && !letters.is_empty()).then(|| Scheme {
        prefix: letters.to_string(),
        width: run.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn parts(raw: &str) -> (Option<&str>, Option<&str>, bool) {
        let gaps = gaps(raw, &Words::new(&Config::default()));
        let part = |range: Option<Range<usize>>| range.map(|range| &raw[range]);
        (part(gaps.title), part(gaps.id), gaps.is_whole)
    }

    #[test]
    fn gaps_in_brackets_are_found() {
        assert_eq!(
            parts("[Feature name] PRD"),
            (Some("[Feature name]"), None, false)
        );
        assert_eq!(
            parts("Milestone N: [Milestone Name]"),
            (Some("[Milestone Name]"), Some("N"), false)
        );
        assert_eq!(
            parts("US-NNN: [Story Title]"),
            (Some("[Story Title]"), Some("US-NNN"), false)
        );
        assert_eq!(
            parts("{{id}}: {{ title }}"),
            (Some("{{ title }}"), Some("{{id}}"), false)
        );
        assert_eq!(parts("<Name>"), (Some("<Name>"), None, false));
        assert_eq!(
            parts("[Kind]: [Title] of it"),
            (Some("[Title]"), None, false)
        );
        assert_eq!(
            parts("[US-XXX] [What]"),
            (Some("[What]"), Some("[US-XXX]"), false)
        );
    }

    #[test]
    fn words_behind_an_id_or_a_kind_wait_for_the_title() {
        assert_eq!(
            parts("US-XXX: Title"),
            (Some("Title"), Some("US-XXX"), false)
        );
        assert_eq!(
            parts("ADR-000: short title"),
            (Some("short title"), Some("ADR-000"), false)
        );
        assert_eq!(parts("PRD: Template"), (Some("Template"), None, false));
        assert_eq!(parts("Sprint N"), (None, Some("N"), false));
    }

    #[test]
    fn a_plain_heading_makes_room_as_a_whole() {
        assert_eq!(
            parts("Feature specification"),
            (Some("Feature specification"), None, true)
        );
        assert_eq!(parts("See [this](x.md)"), (None, None, true));
    }

    #[test]
    fn gaps_tell_how_ids_are_written() {
        let scheme = |gap| scheme(gap).map(|scheme| scheme.id(1));
        assert_eq!(scheme("US-NNN"), Some("US-001".into()));
        assert_eq!(scheme("[PRD-X]"), Some("PRD-1".into()));
        assert_eq!(scheme("N"), None);
    }
}
