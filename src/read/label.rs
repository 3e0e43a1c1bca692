//! What a title says beside its words: "Milestone 0.1 – The Engine", "US-101: Search", "M0 — Core — ✅ COMPLETE".

use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::bracket;
use crate::read::field::FieldName;
use crate::read::numeral::{glued, ordinal};
use crate::read::prefix::{
    self, bare, is_hyphen, is_regular, is_standard, is_tracked, number, separated,
};
use crate::read::tail;
use crate::read::term;
use crate::read::undated;
use crate::read::words::{Words, looks_like_id};

/// A title taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The kind that a word before the number or the colon names.
    pub kind: Option<Kind>,
    /// The id, as written.
    pub id: Option<String>,
    /// What is left; the whole where nothing else is.
    pub title: String,
    /// A status at the end, as written.
    pub status: Option<String>,
    /// A priority at the end, as written.
    pub priority: Option<String>,
    /// How much work it is, in brackets at the end.
    pub estimate: Option<String>,
    /// When it runs or was finished, in brackets at the end.
    pub when: Option<(FieldName, String)>,
    /// The time at the end of a phase, a milestone or a sprint, as written.
    pub time: Option<String>,
    /// A second id in brackets at the end, as written.
    pub other: Option<String>,
}

/// Takes a title apart. Without a word for a kind, an id is only taken as one if it is apart from the title or its letters are known.
pub fn label(text: &str, words: &Words) -> Label {
    let line = text.lines().next().unwrap_or_default();
    let line = bracket::unrevised(line);
    let (line, fronted) = prefix::status(line, words);
    let (line, finished) = bracket::finished(line, words);
    let (line, marked) = tail::mark(line, words);
    let (line, status) = tail::status(bare(line), words);
    let (line, priority) = tail::priority(line, words);
    let (line, priority) = match tail::marked_priority(line).filter(|_| priority.is_none()) {
        Some((title, word)) => (title, Some(word.to_string())),
        None => (line, priority),
    };
    let (line, estimate) = bracket::estimate(line);
    let line = bracket::uncounted(line);
    let mut label = counted(line, words)
        .or_else(|| kind_first(line, words))
        .or_else(|| chapter(line, words))
        .or_else(|| id_first(line, words))
        .unwrap_or_default();
    if label.title.is_empty() {
        label.title = line.to_string();
    }
    let holds = matches!(
        label.kind,
        Some(Kind::Phase | Kind::Milestone | Kind::Sprint)
    );
    if let Some((title, time)) = holds.then(|| tail::time(&label.title)).flatten() {
        (label.title, label.time) = (title.to_string(), Some(time.to_string()));
    }
    if let Some(name) = before_time(&label, line).filter(|_| holds) {
        label.time = Some(std::mem::replace(&mut label.title, name));
    }
    label.title = bare(&label.title).trim_end_matches([':', '：']).to_string();
    if let Some((title, other)) = second_id(&label) {
        (label.title, label.other) = (title.to_string(), Some(other.to_string()));
    }
    let (told, done) = finished.unzip();
    let span = || bracket::span(line).filter(|_| label.time.is_none());
    let when = done.flatten().or_else(span);
    let status = told
        .flatten()
        .or(marked)
        .or(status)
        .or(label.status)
        .or(fronted);
    let when = when.or_else(|| finished_on(status.as_deref()?, words));
    Label {
        status,
        priority,
        estimate,
        when,
        ..label
    }
}

/// The day behind a state that ends: "Concluído em 12/03/2026".
fn finished_on(status: &str, words: &Words) -> Option<(FieldName, String)> {
    let (state, day) = undated::split(status)?;
    let is_done = words.status_alone(state) == Some(Status::Done);
    (is_done && !day.contains('%')).then(|| (FieldName::Done, day.to_string()))
}

/// "Sprint 4 — du 2 au 13 mars 2026": a time is no name, what stands before it is.
fn before_time(label: &Label, line: &str) -> Option<String> {
    let is_told = label.id.is_some() && label.time.is_none() && tail::is_time(&label.title);
    let at = line.rfind(&label.title).filter(|_| is_told)?;
    let name = line[..at].trim_end_matches(|c: char| !c.is_alphanumeric());
    (!name.is_empty()).then(|| name.to_string())
}

/// "M2 — Piers (KIT-12)": the title, and the id that others know the item by.
fn second_id(label: &Label) -> Option<(&str, &str)> {
    let (title, other) = label.title.strip_suffix(')')?.rsplit_once(" (")?;
    let is_id = looks_like_id(other)
        && other.contains('-')
        && other.starts_with(char::is_alphabetic)
        && !is_standard(other);
    (label.id.is_some() && is_id && !title.trim().is_empty()).then(|| (title.trim(), other))
}

/// "First milestone: Piers", "Zweite Phase: Stege".
fn spelled(id: &str, rest: &str, words: &Words) -> Option<Label> {
    let (kind, behind) = kind_word(rest, words)?;
    let title = separated(behind).filter(|title| !title.is_empty())?;
    Some(Label {
        kind: Some(kind),
        id: Some(id.to_string()),
        title: title.to_string(),
        ..Label::default()
    })
}

/// The number of a chapter before the name of an item: "2. Phase 1 — Opening".
fn chapter(line: &str, words: &Words) -> Option<Label> {
    let (number, rest) = line.split_once(' ')?;
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let label = counted(rest, words).or_else(|| kind_first(rest, words));
    label.filter(|label| is_number && label.id.is_some())
}

/// In a table of this kind, a number behind its name needs no mark: "Phase 1 Opening".
pub fn spaced(text: &str, kind: Option<Kind>, words: &Words) -> Option<(String, String)> {
    let (named, rest) = kind_word(bare(text), words)?;
    let (id, title) = number(rest.trim_start())?;
    let is_apart = title.starts_with(' ') && title.contains(char::is_alphabetic);
    (Some(named) == kind && is_apart).then(|| (id.to_string(), title.trim().to_string()))
}

/// "1단계: 준비", "阶段一：准备".
fn counted(line: &str, words: &Words) -> Option<Label> {
    let (kind, id, rest) = glued(line, words)?;
    // "第1周（3月2日 - 3月6日）": a time is no name.
    let title = match rest.trim().starts_with(['(', '（']) {
        true => line.trim(),
        false => separated(rest).unwrap_or(rest.trim()),
    };
    Some(Label {
        kind: Some(kind),
        id: Some(id),
        title: title.to_string(),
        ..Label::default()
    })
}

/// "Milestone 0.1 – The Engine", "PRD: Search", "User story US-3: Search".
fn kind_first(line: &str, words: &Words) -> Option<Label> {
    let line = past_time(line);
    if let Some((id, rest)) = ordinal(line) {
        return spelled(id, rest, words);
    }
    let (kind, rest) = kind_word(line, words)?;
    let behind = rest.trim_start();
    if let Some((id, after)) = number(behind).or_else(|| prefix::counting(behind)) {
        let apart = separated(after);
        if apart.is_some() || after.trim().is_empty() {
            return Some(Label {
                kind: Some(kind),
                id: Some(id.to_string()),
                title: apart.unwrap_or_default().to_string(),
                ..Label::default()
            });
        }
        // "Week 3 (Days 15-21): Walls"; without words behind the bracket the whole is the title.
        let bracket = after.trim_start().strip_prefix('(')?;
        let (inside, rest) = bracket.split_once(')').unwrap_or((bracket, ""));
        let behind = separated(rest).filter(|title| !title.is_empty());
        // "Milestone 0 (Harbour): In progress": what stands behind is no name.
        let status = behind.filter(|behind| words.status_alone(behind).is_some());
        let title = if status.is_some() {
            Some(inside)
        } else {
            behind
        };
        // "Sprint 2 (16.03.2026 – 27.03.2026): Nets".
        let time = Some(inside).filter(|_| title.is_some() && tail::is_time(inside));
        return Some(Label {
            kind: Some(kind),
            id: Some(id.to_string()),
            title: title.unwrap_or(line).to_string(),
            status: status.map(str::to_string),
            time: time.map(str::to_string),
            ..Label::default()
        });
    }
    let behind = behind
        .strip_prefix([':', '：', '–', '—'])
        .or_else(|| behind.strip_prefix("- "))?
        .trim();
    let version = || term::version(behind).filter(|term| term.plain && !term.title.is_empty());
    let named = |term: term::Term<'_>| Label {
        id: Some(term.id.to_string()),
        title: term.title.to_string(),
        ..Label::default()
    };
    let inner = id_first(behind, words)
        .or_else(|| version().map(named))
        .unwrap_or_else(|| Label {
            title: behind.to_string(),
            ..Label::default()
        });
    (!inner.title.is_empty()).then_some(Label {
        kind: Some(kind),
        ..inner
    })
}

/// "Active sprint: Nets" without the word for its time, which is no part of its name.
fn past_time(line: &str) -> &str {
    let (first, rest) = line.split_once(' ').unwrap_or_default();
    let is_time = ["active", "current", "ongoing", "upcoming"]
        .iter()
        .any(|word| first.eq_ignore_ascii_case(word));
    let is_named = rest
        .split_once(':')
        .is_some_and(|(kind, name)| !kind.contains(' ') && !name.trim().is_empty());
    if is_time && is_named { rest } else { line }
}

/// The word or the two or three words for a kind at the head of the line.
fn kind_word<'a>(line: &'a str, words: &Words) -> Option<(Kind, &'a str)> {
    let first = line.trim_start();
    let end = first.find(|c: char| !c.is_alphabetic());
    if !words.begins_kind(&first[..end.unwrap_or(first.len())]) {
        return None;
    }
    let mut ends: Vec<usize> = line
        .char_indices()
        .filter(|(_, c)| !c.is_alphabetic())
        .map(|(at, _)| at)
        .take(3)
        .collect();
    ends.push(line.len());
    ends.sort_unstable();
    ends.into_iter().rev().find_map(|end| {
        let name = line[..end].trim();
        if name.contains(|c: char| !c.is_alphabetic() && !c.is_whitespace()) {
            return None;
        }
        let plural = name.ends_with('s') && name.len() > 2 && !name.contains(' ');
        (!plural)
            .then(|| words.heading_kind(name))
            .flatten()
            .map(|kind| (kind, &line[end..]))
            .filter(|(_, rest)| rest.is_empty() || rest.starts_with([' ', ':', '：', '\t']))
    })
}

/// "US-101: Search", "[T-4] Reserve", "M0 — Core", "T001 Create the project".
fn id_first(line: &str, words: &Words) -> Option<Label> {
    let open = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if let Some((id, rest)) = open.filter(|(id, _)| looks_like_id(id)) {
        let title = separated(rest).unwrap_or(rest.trim());
        return Some(Label {
            kind: prefix::kind(id, words),
            id: Some(id.to_string()),
            title: title.to_string(),
            ..Label::default()
        });
    }
    let (id, rest) = number(line)?;
    if !id.starts_with(char::is_alphabetic)
        || !id.starts_with(char::is_uppercase) && !id.contains(is_hyphen)
    {
        return None;
    }
    if !is_regular(id) || is_standard(id) || is_range(rest) {
        return None;
    }
    let kind = prefix::kind(id, words);
    let hyphened = id.contains(is_hyphen);
    let blank = rest.starts_with(char::is_whitespace)
        && (kind.is_some() && (hyphened || id.len() > 3) || is_tracked(id));
    let marked = hyphened
        && rest
            .trim_start()
            .starts_with(|c: char| !c.is_ascii() && !c.is_alphanumeric());
    let title = separated(rest)
        .or_else(|| (blank || marked).then(|| bare(rest)))
        .or_else(|| rest.trim().is_empty().then_some(""))?;
    (kind.is_some() || hyphened).then(|| Label {
        kind,
        id: Some(id.to_string()),
        title: title.to_string(),
        ..Label::default()
    })
}

/// "M-1–M-3 complete when": what follows an id without a blank is the last one of a range.
fn is_range(rest: &str) -> bool {
    let last = rest.strip_prefix(['–', '—']).unwrap_or_default();
    let last = last.split([' ', ':', ',']).next().unwrap_or_default();
    last.starts_with(char::is_alphabetic) && looks_like_id(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn parts(text: &str) -> (Option<Kind>, Option<String>, String, Option<String>) {
        let label = label(text, &Words::new(&Config::default()));
        (label.kind, label.id, label.title, label.status)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_string())
    }

    #[test]
    fn kinds_and_numbers_stand_first() {
        assert_eq!(
            parts("Milestone 0.1 – The Engine"),
            (
                Some(Kind::Milestone),
                some("0.1"),
                "The Engine".into(),
                None
            )
        );
        let range = "M-1–M-3 (both) complete when";
        assert_eq!(parts(range), (None, None, range.into(), None));
        assert_eq!(
            parts("Phase 1: Foundation"),
            (Some(Kind::Phase), some("1"), "Foundation".into(), None)
        );
        assert_eq!(
            parts("🎯 Phase 2 — Hardening — ✅ COMPLETE"),
            (
                Some(Kind::Phase),
                some("2"),
                "Hardening".into(),
                some("✅ COMPLETE")
            )
        );
        assert_eq!(
            parts("User Story: Search"),
            (Some(Kind::Story), None, "Search".into(), None)
        );
        assert_eq!(
            parts("PRD: PRD-3 Search"),
            (Some(Kind::Feature), some("PRD-3"), "Search".into(), None)
        );
        assert_eq!(
            parts("Milestone A1: Open"),
            (Some(Kind::Milestone), some("A1"), "Open".into(), None)
        );
        assert_eq!(
            parts("Sprint 4"),
            (Some(Kind::Sprint), some("4"), "Sprint 4".into(), None)
        );
    }

    #[test]
    fn ids_stand_first() {
        assert_eq!(
            parts("US-101: Search"),
            (Some(Kind::Story), some("US-101"), "Search".into(), None)
        );
        assert_eq!(
            parts("T-4 Reserve a tool"),
            (Some(Kind::Task), some("T-4"), "Reserve a tool".into(), None)
        );
        assert_eq!(
            parts("[T-4] Reserve (done)"),
            (
                Some(Kind::Task),
                some("T-4"),
                "Reserve".into(),
                some("done")
            )
        );
        assert_eq!(
            parts("M0 — Core"),
            (Some(Kind::Milestone), some("M0"), "Core".into(), None)
        );
    }

    #[test]
    fn marks_and_priorities_stand_last() {
        assert_eq!(
            parts("Phase 1: Pier ✅"),
            (Some(Kind::Phase), some("1"), "Pier".into(), some("✅"))
        );
        assert_eq!(
            parts("Phase 3: Week one (Days 1-7) ✅ COMPLETE").2,
            "Week one (Days 1-7)"
        );
        assert_eq!(
            parts("User Story 1 - Borrow (Priority: P1) 🎯 MVP").2,
            "Borrow"
        );
        assert_eq!(
            parts("História de Usuário 1 - Borrow (Prioridade: P1)").2,
            "Borrow"
        );
        assert_eq!(parts("2. Phase 1 — Nets（已完成）").2, "Nets");
        assert_eq!(parts("Sprint 4 — du 2 au 13 mars 2026").2, "Sprint 4");
        assert_eq!(parts("Sprint 4 (02.03.2026 – 13.03.2026): Nets").2, "Nets");
        assert_eq!(parts("[DONE] Nets").3, some("DONE"));
    }

    #[test]
    fn plain_titles_stay() {
        for title in [
            "Milestone Planning Process",
            "What is a Milestone?",
            "UTF-8 everywhere",
            "S3 buckets",
            "Plan next milestone",
            "1. Define the Milestone",
            "Phases and dates",
        ] {
            assert_eq!(
                parts(title),
                (
                    None,
                    None,
                    title.trim_end_matches('?').to_string()
                        + if title.ends_with('?') { "?" } else { "" },
                    None
                ),
                "{title}"
            );
        }
    }
}
