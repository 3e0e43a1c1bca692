//! A line that names something and says why: "T-4 Reserve a tool — waits for the payment decision".

use crate::read::label;
use crate::read::mention::Raw;
use crate::read::words::Words;
use crate::syntax::outline::Text;
use crate::text::slot::Form;

/// The two halves of such a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The id at its head.
    pub id: Option<Raw>,
    /// What is named.
    pub name: Raw,
    /// Where it leads.
    pub target: Option<String>,
    /// What is said of it.
    pub reason: Option<Raw>,
}

const BREAKS: [&str; 6] = [" — ", " – ", " -- ", " - ", " → ", ": "];

/// Takes a line apart: a link or an id with a title first, then a dash or a colon, then the reason.
pub fn named(text: &Text, words: &Words) -> Named {
    let whole = text.value.replace('\n', " ");
    let whole = whole.trim().trim_start_matches(['~', '*']).trim();
    let (head, tail) = halves(whole, text);
    let label = label::label(head, words);
    let raw = |part: &str| Raw::within(text, part, Form::Entry);
    let target = text
        .links
        .first()
        .filter(|link| head.contains(link.text.trim()) && !link.target.contains("://"))
        .map(|link| link.target.clone());
    let name = if label.title.is_empty() {
        head
    } else {
        &label.title
    };
    Named {
        id: label.id.as_deref().map(raw),
        name: raw(name),
        target,
        reason: tail.filter(|tail| !tail.is_empty()).map(raw),
    }
}

/// What stands before and behind the break. An id may have a break of its own behind it.
fn halves<'a>(whole: &'a str, text: &Text) -> (&'a str, Option<&'a str>) {
    let linked = text
        .links
        .first()
        .map(|link| link.text.trim())
        .filter(|words| !words.is_empty() && whole.starts_with(words));
    let from = linked.map_or_else(|| id_end(whole), str::len);
    let found = BREAKS
        .iter()
        .filter_map(|gap| {
            whole
                .get(from..)?
                .find(gap)
                .map(|at| (from + at, gap.len()))
        })
        .min();
    match found {
        Some((at, length)) => (whole[..at].trim(), Some(whole[at + length..].trim())),
        None => bracketed(whole, from),
    }
}

/// "US-3 Search (waits for the index)": the reason in brackets at the end.
fn bracketed(whole: &str, from: usize) -> (&str, Option<&str>) {
    let inside = whole
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("));
    match inside.filter(|(head, _)| head.len() >= from.max(1)) {
        Some((head, reason)) => (head.trim(), Some(reason.trim())),
        None => (whole, None),
    }
}

/// How long the id at the head is, with the break behind it: "T-4: " or "T-4 — ".
fn id_end(whole: &str) -> usize {
    let first = whole.split(' ').next().unwrap_or_default();
    let id = first.trim_end_matches(':').trim_matches(['[', ']']);
    if !crate::read::words::looks_like_id(id) {
        return 0;
    }
    let behind = whole[first.len()..].trim_start_matches([' ']);
    let gap = behind.trim_start_matches(['—', '–', '-', ':', ' ']);
    whole.len() - gap.len()
}
