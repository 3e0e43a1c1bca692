//! What waits for what, as one line says it: "#195 (pages) → requires #194; unblocks #184", "T1 → T2", "US2: after Phase 2".

use crate::read::vocabulary::ties::{AFTER, BEFORE, ENDINGS};

/// A longer name is a sentence (in bytes).
const LONGEST: usize = 90;

/// More things in one line tie nothing.
const MOST: usize = 32;

/// Things that wait for others, as they are named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tie<'a> {
    /// What comes later.
    pub after: Vec<&'a str>,
    /// What it waits for.
    pub before: Vec<&'a str>,
    /// Whether an arrow says so, and no word.
    pub drawn: bool,
}

/// What stands between two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Right,
    Left,
    Stroke,
}

/// The ties that a line tells of; none where it tells of none.
pub fn ties(line: &str) -> Vec<Tie<'_>> {
    let line = line.trim();
    let Some((first, joint, rest)) = cut(line) else {
        return said(line, "");
    };
    if first.is_empty() || first.len() > LONGEST {
        return Vec::new();
    }
    match verb(rest) {
        Some(_) => said(rest, first),
        None if joint == Joint::Stroke => Vec::new(),
        None => chain(first, joint, rest),
    }
}

/// Names with arrows between them.
fn chain<'a>(first: &'a str, mut joint: Joint, mut rest: &'a str) -> Vec<Tie<'a>> {
    let mut found = Vec::new();
    let mut here = names(first);
    while found.len() < MOST {
        let (next, after) = match cut(rest) {
            Some((next, joint, rest)) => (next, Some((joint, rest))),
            None => (rest, None),
        };
        let there = names(next);
        if there.is_empty() || next.len() > LONGEST {
            break;
        }
        match joint {
            Joint::Right => found.push(tie(there.clone(), here, true)),
            Joint::Left => found.push(tie(here, there.clone(), true)),
            Joint::Stroke => break,
        }
        let Some((then, behind)) = after else { break };
        (here, joint, rest) = (there, then, behind);
    }
    found
}

/// What words say of the thing named before them, or at their head.
fn said<'a>(words: &'a str, before: &'a str) -> Vec<Tie<'a>> {
    let mut subject = names(before);
    let mut found = Vec::new();
    for clause in words.split([';', '。', '；']).take(MOST) {
        let (head, rest) = match verb(clause) {
            Some(found) => ("", found),
            None => match within(clause) {
                Some((head, found)) => (head, found),
                None => continue,
            },
        };
        if !head.is_empty() && subject.is_empty() {
            subject = names(head);
        }
        let (comes_after, objects) = rest;
        let others = names(end(objects));
        if subject.is_empty() || others.is_empty() {
            continue;
        }
        found.push(match comes_after {
            true => tie(subject.clone(), others, false),
            false => tie(others, subject.clone(), false),
        });
    }
    found
}

fn tie<'a>(after: Vec<&'a str>, before: Vec<&'a str>, drawn: bool) -> Tie<'a> {
    Tie {
        after,
        before,
        drawn,
    }
}

/// Whether words begin by saying that what went before comes later (or earlier), and what they say it of.
fn verb(words: &str) -> Option<(bool, &str)> {
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let words = strip_word(words, "also").unwrap_or(words).trim_start();
    let begins =
        |list: &'static [&'static str]| list.iter().find_map(|verb| strip_word(words, verb));
    let found = begins(AFTER).map(|rest| (true, rest));
    found.or_else(|| begins(BEFORE).map(|rest| (false, rest)))
}

/// A short name, and behind it words that tie it: "US2 depends on US1", "Walls (Phase 2): Can start after Phase 1".
fn within(clause: &str) -> Option<(&str, (bool, &str))> {
    let lead = clause
        .split_once(": ")
        .filter(|(head, _)| head.len() <= LONGEST);
    if let Some((head, found)) = lead.and_then(|(head, rest)| Some((head, verb(rest)?))) {
        return Some((head, found));
    }
    let starts = clause.char_indices().filter(|(at, c)| {
        *at > 0
            && *at <= LONGEST
            && (!c.is_whitespace() && clause[..*at].ends_with(' ') || !c.is_ascii())
    });
    starts
        .filter(|(at, _)| clause.as_bytes().get(at - 1) != Some(&b'('))
        .find_map(|(at, _)| verb(&clause[at..]).map(|found| (clause[..at].trim(), found)))
        .filter(|(head, _)| !is_denied(head))
}

/// "E-19 does not wait for E-18" ties nothing.
fn is_denied(head: &str) -> bool {
    const DENIALS: [&str; 7] = [
        "not",
        "never",
        "longer",
        "cannot",
        "doesn't",
        "doesn’t",
        "nicht",
    ];
    let last = head.rsplit(' ').next().unwrap_or_default();
    DENIALS.contains(&last.to_lowercase().as_str())
}

fn strip_word<'a>(words: &'a str, word: &str) -> Option<&'a str> {
    let head = words.get(..word.len())?;
    let rest = &words[word.len()..];
    let is_latin = word.is_ascii() || word.ends_with(|c: char| c.is_ascii());
    let ends = !is_latin || !rest.starts_with(char::is_alphanumeric);
    (ends && head.to_lowercase() == word).then_some(rest)
}

/// Words up to what explains them: a dash, a full stop, a remark in parentheses at the end.
fn end(words: &str) -> &str {
    let stops = [
        " — ",
        " – ",
        " - ",
        ". ",
        " because ",
        " so that ",
        " for ",
        " → ",
    ];
    let at = stops.iter().filter_map(|stop| words.find(stop)).min();
    words[..at.unwrap_or(words.len())].trim_end_matches(['.', ' '])
}

/// The names of a list; what explains one in parentheses belongs to it.
fn names(words: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    for (at, c) in words.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' | '+' | '&' | '、' | '，' if depth == 0 => {
                parts.push(&words[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&words[start..]);
    let parts = parts.into_iter().flat_map(|part| part.split(" and "));
    let parts = parts.map(|part| part.trim().trim_start_matches("and ").trim());
    let is_name = |part: &&str| part.len() <= LONGEST && part.contains(char::is_alphanumeric);
    parts.filter(is_name).take(MOST).collect()
}

/// What a name may be known by: as written, without what explains it or says that it is done, and the explanation.
pub fn spellings(name: &str) -> Vec<&str> {
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '*' | '`'));
    let mut all = vec![name];
    if let Some((head, rest)) = name.split_once(['(', '[']) {
        let inside = rest.split([')', ']']).next().unwrap_or(rest);
        all.extend([head.trim(), inside.trim()]);
    }
    for at in 0..all.len() {
        let mut short = all[at];
        while let Some(rest) = ENDINGS.iter().find_map(|word| strip_ending(short, word)) {
            short = rest;
        }
        all.push(short);
    }
    all.retain(|name| name.contains(char::is_alphanumeric));
    all.dedup();
    all
}

fn strip_ending<'a>(name: &'a str, word: &str) -> Option<&'a str> {
    let at = name.len().checked_sub(word.len())?;
    let tail = name.get(at..)?;
    let head = name[..at].trim_end();
    let is_apart = head.len() < at || !word.is_ascii();
    (is_apart && !head.is_empty() && tail.to_lowercase() == word).then_some(head)
}

/// A line at its first arrow or stroke: what stands before, what it is, what stands behind.
fn cut(line: &str) -> Option<(&str, Joint, &str)> {
    let mut from = 0;
    while let Some(at) = line[from..].find(is_stroke) {
        let start = from + at;
        let rest = &line[start..];
        let length = rest
            .find(|c| !is_stroke(c) && c != '>')
            .unwrap_or(rest.len());
        let token = &rest[..length];
        if let Some(joint) = joint(token) {
            let behind = label(rest[length..].trim_start());
            return Some((line[..start].trim(), joint, behind.trim()));
        }
        from = start + length.max(1);
        while !line.is_char_boundary(from) {
            from += 1;
        }
    }
    None
}

/// What stands behind the words on an arrow: `-->|then| B`.
fn label(behind: &str) -> &str {
    let rest = behind
        .strip_prefix('|')
        .and_then(|rest| rest.split_once('|'));
    rest.map_or(behind, |(_, rest)| rest)
}

fn is_stroke(c: char) -> bool {
    matches!(
        c,
        '-' | '='
            | '<'
            | '─'
            | '━'
            | '═'
            | '→'
            | '⟶'
            | '⇒'
            | '➔'
            | '➜'
            | '►'
            | '▶'
            | '←'
            | '⇐'
            | '◄'
    )
}

fn joint(token: &str) -> Option<Joint> {
    let has = |marks: &[char]| token.contains(marks);
    let strokes = token.chars().count();
    if has(&['→', '⟶', '⇒', '➔', '➜', '►', '▶'])
        || token.ends_with("->")
        || token.ends_with("=>")
        || (token.ends_with('>') && strokes > 1)
    {
        Some(Joint::Right)
    } else if has(&['←', '⇐', '◄']) || token.starts_with("<-") {
        Some(Joint::Left)
    } else if strokes > 1 && has(&['─', '━', '═']) || token.starts_with("--") {
        Some(Joint::Stroke)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> String {
        let found = ties(line);
        let one = |tie: &Tie| format!("{} < {}", tie.before.join(","), tie.after.join(","));
        found.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn arrows_tie() {
        assert_eq!(told("T1 → T2 → T3"), "T1 < T2; T2 < T3");
        assert_eq!(told("A (well) --> B, C"), "A (well) < B,C");
        assert_eq!(told("T2 <- T1"), "T1 < T2");
        assert_eq!(told("A -->|then| B"), "A < B");
        assert_eq!(told("a well-known word"), "");
        assert_eq!(told("T1 --- T2"), "");
    }

    #[test]
    fn verbs_tie() {
        assert_eq!(
            told("#195 (pages) → requires #194; unblocks #184, #185 (both)"),
            "#194 < #195 (pages); #195 (pages) < #184,#185 (both)"
        );
        assert_eq!(
            told("#121 ─── depends on #73 + #74–#77 — code complete"),
            "#73,#74–#77 < #121"
        );
        assert_eq!(told("#70 ─── (none) — code complete"), "");
        assert_eq!(
            told("#8 → prerequisite for #9 (needs it)"),
            "#8 < #9 (needs it)"
        );
        assert_eq!(told("US2 depends on US1"), "US1 < US2");
        assert_eq!(told("US2 does not depend on US1"), "");
        assert_eq!(told("E-19 does not wait for E-18 to ship"), "");
        assert_eq!(
            told("Walls (Phase 2): Depends on Digging completion - BLOCKS all"),
            "Digging completion < Walls (Phase 2)"
        );
        assert_eq!(told("T004 must complete before T005"), "T004 < T005");
        assert_eq!(told("任务2 依赖 任务1"), "任务1 < 任务2");
        assert_eq!(
            told("We went home after the rain had come down on all of us"),
            "the rain had come down on all of us < We went home"
        );
    }

    #[test]
    fn names_have_spellings() {
        assert_eq!(spellings("Digging phase completion")[1..], ["Digging"]);
        assert!(spellings("Walls (Phase 2)").contains(&"Phase 2"));
    }
}
