//! A line that names something and says why: "T-4 Reserve a tool — waits for the payment decision".

use crate::model::kind::Kind;
use crate::read::label;
use crate::read::mention::Raw;
use crate::read::words::{Words, looks_like_id};
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
    let (head, tail) = halves(whole, text, words);
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

/// What stands before and behind the break. An id may have a break of its own behind it, and then the title.
fn halves<'a>(whole: &'a str, text: &Text, words: &Words) -> (&'a str, Option<&'a str>) {
    let linked = text
        .links
        .first()
        .map(|link| link.text.trim())
        .filter(|words| !words.is_empty() && whole.starts_with(words));
    let id = id_end(whole).filter(|_| linked.is_none());
    if let Some((id, rest)) = id.map(|end| whole.split_at(end)) {
        let behind = rest.trim_start_matches([',', '—', '–', '-', ':', ' ', ']']);
        let told = rest.starts_with(',') || !rest.starts_with(' ') && is_fate(behind, words);
        if told && !behind.is_empty() {
            return (id, Some(behind));
        }
        return cut(whole, whole.len() - behind.len(), words);
    }
    cut(whole, linked.map_or(0, str::len), words)
}

/// The halves at the first break behind this byte; at a comma only where it tells what happened; else at a bracket.
fn cut<'a>(whole: &'a str, from: usize, words: &Words) -> (&'a str, Option<&'a str>) {
    let first = |gap: &&str| {
        whole
            .get(from..)
            .and_then(|rest| rest.find(*gap))
            .map(|at| (from + at, gap.len()))
    };
    let at_comma = || first(&", ").filter(|(at, length)| is_fate(&whole[at + length..], words));
    match BREAKS.iter().filter_map(first).min().or_else(at_comma) {
        Some((at, length)) => (whole[..at].trim(), Some(whole[at + length..].trim())),
        None => bracketed(whole, from),
    }
}

/// "split into …", "discarded", "moved to …": what happened, not what it is called.
fn is_fate(behind: &str, words: &Words) -> bool {
    words.status(behind, Kind::Task).is_some()
        || behind.starts_with("moved ")
        || behind.starts_with("waits ")
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

/// Where the id at the head ends.
fn id_end(whole: &str) -> Option<usize> {
    let first = whole.split(' ').next().unwrap_or_default();
    let id = first.trim_end_matches([':', ',']).trim_matches(['[', ']']);
    let end = whole.find(id)? + id.len();
    looks_like_id(id).then_some(end)
}
