//! Words to values: the most specific mention wins, the others stay in what was said.

use std::iter;
use std::sync::Arc;

use rustc_hash::FxHashSet as HashSet;

use crate::diagnostic::Diagnostic;
use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::model::reason::Reason;
use crate::model::stated::{Saying, Stated};
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::model::when::When;
use crate::read::count;
use crate::read::field::FieldName;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::states::tick;
use crate::read::words::Words;
use crate::resolve::group::{Group, is_number};
use crate::resolve::report;
use crate::resolve::when;
use crate::text::slot::Form;
use crate::text::span::{FileId, Place};
use crate::theme::tongue::key;

/// One mention of an item and the file it is in.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The file.
    pub file: FileId,
    /// The mention.
    pub mention: &'a Mention,
}

/// The members of a group.
pub fn members<'a>(all: &'a [Arc<Mentions>], group: &Group<'_>) -> Vec<Member<'a>> {
    let members = group.members.iter();
    members
        .map(|(file, at)| Member {
            file: FileId(u32::try_from(*file).unwrap_or(u32::MAX)),
            mention: &all[*file].found[*at],
        })
        .collect()
}

/// Where raw words stand.
pub fn place(file: FileId, raw: &Raw) -> Place {
    Place {
        file,
        span: raw.slot.span,
    }
}

/// What a mention says, with its place.
pub fn saying(file: FileId, raw: &Raw) -> Saying {
    Saying {
        raw: raw.text.clone(),
        place: place(file, raw),
        form: raw.slot.form,
    }
}

/// Everything that is said of an item under one name, the most specific first.
pub fn said<'a>(
    members: &'a [Member<'a>],
    name: FieldName,
) -> impl Iterator<Item = (FileId, &'a Raw)> {
    members.iter().flat_map(move |member| {
        member
            .mention
            .values
            .iter()
            .filter(move |(other, _)| *other == name)
            .map(|(_, raw)| (member.file, raw))
    })
}

/// The words as they stand, under one name.
pub fn words(members: &[Member<'_>], name: FieldName) -> Option<Stated<String>> {
    let said: Vec<Saying> = said(members, name)
        .map(|(file, raw)| saying(file, raw))
        .collect();
    said.first()
        .map(|first| first.raw.clone())
        .map(|value| Stated { value, said })
}

/// The words of all values under one name, each once.
pub fn list(members: &[Member<'_>], name: FieldName) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut known = HashSet::default();
    for (_, raw) in said(members, name) {
        for part in raw
            .text
            .split([',', ';'])
            .map(|part| part.trim().trim_matches('`').trim_start_matches('#'))
        {
            if !part.is_empty() && known.insert(part.to_string()) {
                out.push(part.to_string());
            }
        }
    }
    out
}

/// The state of an item. A mention whose words are not known is passed over where another one says more.
pub fn status(
    members: &[Member<'_>],
    kind: Kind,
    words: &Words,
    findings: &mut Vec<Diagnostic>,
) -> Option<Stated<Status>> {
    let mut read: Vec<(Option<Status>, Saying)> = Vec::new();
    let mut ends = Vec::new();
    let mut own = 0;
    for member in members {
        for (file, raw) in spoken(member) {
            let value = one_status(raw, kind, words);
            if value.is_none() {
                findings.push(unknown(file, raw));
            }
            read.push((value, saying(file, raw)));
        }
        ends.push(read.len());
        // A log of the work stands beside the description, and either may be the one that was not kept up.
        if member.mention.role <= Role::Alias {
            own = read.len();
        }
    }
    let is_done = |(value, _): &(Option<Status>, Saying)| *value == Some(Status::Done);
    let finished = || read[..own].iter().position(is_done);
    let known = read.iter().position(|(value, _)| value.is_some());
    let is_open = known
        .is_some_and(|at| at < own && matches!(read[at].0, Some(Status::Planned | Status::Active)));
    let finished = is_open.then(finished).flatten();
    let first = finished.or(known).unwrap_or(0);
    let won = read.get(first)?;
    // What one place says in several ways is one contradiction.
    let starts = iter::once(0).chain(ends.iter().copied());
    for (start, end) in starts.zip(&ends) {
        let other = read[start..*end]
            .iter()
            .find(|other| contradicts(won, other));
        findings.extend(other.map(|(_, other)| {
            let fact = Reason::new(
                "the status of `{item}` is `{here}` here, but `{there}` where it counts",
            );
            report::conflict(name(members), fact, (&won.1, is_done(won)), other)
        }));
    }
    let value = won.0.unwrap_or_default();
    if first > 0 {
        read.swap(0, first);
    }
    Some(Stated {
        value,
        said: read.into_iter().map(|(_, saying)| saying).collect(),
    })
}

/// What an item is called where its places disagree.
fn name<'a>(members: &[Member<'a>]) -> &'a str {
    let Some(mention) = members.first().map(|member| member.mention) else {
        return "";
    };
    let id = mention.id.as_ref().map(|id| id.text.as_str());
    let title = mention.title.text.as_str();
    id.filter(|id| !is_number(id) || title.is_empty())
        .unwrap_or(title)
}

/// Whether two places say what cannot both be true. A box and a mark say no more than whether it is over.
fn contradicts(one: &(Option<Status>, Saying), other: &(Option<Status>, Saying)) -> bool {
    let (Some(first), Some(second)) = (one.0, other.0) else {
        return false;
    };
    let is_rough = |saying: &Saying| {
        saying.form == Form::Checkbox || !saying.raw.contains(char::is_alphanumeric)
    };
    let is_over = |status| matches!(status, Status::Done | Status::Dropped);
    match is_rough(&one.1) || is_rough(&other.1) {
        true => is_over(first) != is_over(second),
        false => first != second,
    }
}

fn unknown(file: FileId, raw: &Raw) -> Diagnostic {
    let is_box = raw.text.starts_with('[') && raw.text.chars().nth(2) == Some(']');
    match raw.slot.form == Form::Checkbox || is_box {
        true => report::unknown_mark(place(file, raw), &raw.text),
        false => report::unknown_status(place(file, raw), &raw.text),
    }
}

/// What one place says of the state: fields before headings, and words before marks alone.
fn spoken<'a>(member: &Member<'a>) -> Vec<(FileId, &'a Raw)> {
    let values = member.mention.values_of(FieldName::Status);
    let mut values: Vec<(FileId, &Raw)> = values.map(|raw| (member.file, raw)).collect();
    values.sort_by_key(|(_, raw)| {
        let is_mark = raw.slot.form != Form::Checkbox && !raw.text.contains(char::is_alphanumeric);
        (is_mark, raw.slot.form == Form::Heading)
    });
    values
}

fn one_status(raw: &Raw, kind: Kind, words: &Words) -> Option<Status> {
    if raw.slot.form != Form::Checkbox {
        return words.status(&raw.text, kind);
    }
    // A mark that nobody agrees on is no empty box.
    let mark = raw.text.trim_matches(['[', ']']).chars().next();
    mark.map_or(Some(Status::Planned), tick)
}

/// Start and due: from their own words, else from the range that is stated.
pub fn dates(
    members: &[Member<'_>],
    findings: &mut Vec<Diagnostic>,
) -> (Option<Stated<When>>, Option<Stated<When>>) {
    let mut start = Vec::new();
    let mut due = Vec::new();
    for member in members {
        // A field says it more exactly than the title does.
        let is_title = |(_, raw): &&(FieldName, Raw)| raw.slot.form == Form::Heading;
        let values = member.mention.values.iter();
        let (titles, fields): (Vec<_>, Vec<_>) = values.partition(is_title);
        for (name, raw) in fields.into_iter().chain(titles) {
            if !matches!(
                name,
                FieldName::Start | FieldName::Due | FieldName::Span | FieldName::Done
            ) {
                continue;
            }
            let dated = when::told(&raw.text, member.mention.year, member.mention.day_first);
            let ends = match name {
                FieldName::Start => vec![(&mut start, dated.first)],
                FieldName::Due => vec![(&mut due, dated.last.unwrap_or(dated.first))],
                FieldName::Span => match dated.last {
                    Some(last) => vec![(&mut start, dated.first), (&mut due, last)],
                    None => Vec::new(),
                },
                _ => Vec::new(),
            };
            if dated.impossible {
                findings.push(report::impossible_date(place(member.file, raw), &raw.text));
            }
            if dated.is_unclear || dated.is_yearless {
                let place = place(member.file, raw);
                findings.push(report::unclear_date(place, &raw.text, dated.first.day));
            }
            for (list, when) in ends {
                list.push((when, saying(member.file, raw)));
            }
        }
    }
    (
        dated(
            members,
            Some(key(
                "the start of `{item}` is `{here}` here, but `{there}` where it counts",
            )),
            start,
            findings,
        ),
        dated(
            members,
            Some(key(
                "the due date of `{item}` is `{here}` here, but `{there}` where it counts",
            )),
            due,
            findings,
        ),
    )
}

/// When an item was finished.
pub fn done(members: &[Member<'_>]) -> Option<Stated<When>> {
    let said = members.iter().flat_map(|member| {
        let values = member.mention.values_of(FieldName::Done);
        values.map(|raw| {
            let dated = when::told(&raw.text, member.mention.year, member.mention.day_first);
            (dated.first, saying(member.file, raw))
        })
    });
    let said = said.collect();
    dated(members, None, said, &mut Vec::new())
}

fn dated(
    members: &[Member<'_>],
    fact: Option<&'static str>,
    mut said: Vec<(When, Saying)>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Stated<When>> {
    let first = said
        .iter()
        .position(|(when, _)| when.day.is_some())
        .unwrap_or(0);
    if first > 0 {
        said.swap(0, first);
    }
    let value = said.first()?.0;
    for (other, saying) in said.iter().skip(1) {
        let fact = fact.filter(|_| other.day.is_some() && other.day != value.day);
        if let Some(fact) = fact {
            findings.push(report::conflict(
                name(members),
                Reason::new(fact),
                (&said[0].1, false),
                saying,
            ));
        }
    }
    Some(Stated {
        value,
        said: said.into_iter().map(|(_, saying)| saying).collect(),
    })
}

/// A figure at the head of the words: "20 SP" is 20.
pub fn number(members: &[Member<'_>], name: FieldName) -> Option<Stated<f64>> {
    let read: Vec<(f64, Saying)> = said(members, name)
        .filter_map(|(file, raw)| Some((figure(&raw.text)?, saying(file, raw))))
        .collect();
    let value = read.first()?.0;
    Some(Stated {
        value,
        said: read.into_iter().map(|(_, saying)| saying).collect(),
    })
}

fn figure(raw: &str) -> Option<f64> {
    let digits: String = raw
        .trim()
        .trim_start_matches(['~', '≈'])
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    digits
        .trim_end_matches('.')
        .parse()
        .ok()
        .filter(|value: &f64| *value < 1e9)
}

/// Declared progress: "1/5 tasks complete (20%)", "3 of 7 (42%)".
pub fn declared(members: &[Member<'_>]) -> Option<Stated<Tally>> {
    let by_state =
        said(members, FieldName::Status).filter(|(_, raw)| count::counts_work(&raw.text));
    let read: Vec<(Tally, Saying)> = said(members, FieldName::Progress)
        .chain(by_state)
        .filter_map(|(file, raw)| Some((tally(&raw.text)?, saying(file, raw))))
        .collect();
    let value = read.first()?.0;
    Some(Stated {
        value,
        said: read.into_iter().map(|(_, saying)| saying).collect(),
    })
}

fn tally(raw: &str) -> Option<Tally> {
    let words: Vec<&str> = raw
        .split(|c: char| !c.is_ascii_digit() && c != '/')
        .collect::<Vec<_>>();
    let pair = words.iter().find_map(|word| {
        word.split_once('/')
            .filter(|(done, of)| !done.is_empty() && !of.is_empty())
    });
    let lower = raw.to_lowercase();
    let spoken = || {
        [" out of ", " of ", " von ", " de ", " / "]
            .iter()
            .find_map(|gap| lower.split_once(gap))
    };
    let Some((done, of)) = pair.or_else(spoken) else {
        return percent(raw);
    };
    let last: String = done
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let first: String = of
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    Some(Tally {
        done: last.parse().ok()?,
        of: first.parse().ok()?,
    })
    .filter(|tally| tally.done <= tally.of && tally.of > 0)
}

/// "60%", "~ 60 % done": a share of a hundred.
fn percent(raw: &str) -> Option<Tally> {
    let before = raw.split_once('%')?.0.trim_end();
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let done = before[digits.len()..].parse().ok()?;
    (done <= 100 && !digits.ends_with(['.', ','])).then_some(Tally { done, of: 100 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_progress_in_words() {
        assert_eq!(
            tally("1/5 tasks complete (20%)"),
            Some(Tally { done: 1, of: 5 })
        );
        assert_eq!(tally("3 of 7 (42%)"), Some(Tally { done: 3, of: 7 }));
        assert_eq!(
            tally("**32 of 37 stories complete (~86%)**"),
            Some(Tally { done: 32, of: 37 })
        );
        let share = Some(Tally { done: 80, of: 100 });
        assert_eq!((tally("80%"), tally("[####] 80 % (v1.0)")), (share, share));
        assert_eq!(
            tally("3 out of 4 plans done"),
            Some(Tally { done: 3, of: 4 })
        );
        assert_eq!(tally("██████░░░░ HIGH"), None);
        assert_eq!(tally("75/45"), None);
    }

    #[test]
    fn figures_have_units() {
        assert_eq!(figure("20 SP"), Some(20.0));
        assert_eq!(figure("0.5"), Some(0.5));
        assert_eq!(figure("none"), None);
    }
}
