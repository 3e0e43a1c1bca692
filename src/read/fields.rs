//! Adds what a field says to a mention: under its own meaning where the key has one, else under the author's name.

use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::gap::is_placeholder;
use crate::read::label::Label;
use crate::read::mention::{Mention, Mentions, Raw, RawCriterion};
use crate::read::states::mark;
use crate::read::tail::is_time;
use crate::read::topic::Topic;
use crate::read::words::{Words, is_none, looks_like_id};
use crate::syntax::outline::{Field, Link, Text};
use crate::text::similar::fold;
use crate::text::slot::{Form, Slot};

/// Adds a field to a mention. Placeholders and words for "none" add nothing.
pub fn add(field: &Field, words: &Words, mention: &mut Mention, mentions: &mut Mentions) {
    if field.value.is_empty() && field.entries.is_empty() {
        return;
    }
    if is_placeholder(&field.value.value) {
        mentions.placeholder(field.value.span);
        return;
    }
    match name(&field.key.value, words) {
        Some(FieldName::Parent(Some(kind)))
            if kind == mention.kind && is_own_id(field, mention, words) =>
        {
            mention
                .id
                .get_or_insert_with(|| Raw::of(&field.value, field.form));
        }
        Some(FieldName::Goal) => own(field, mention),
        Some(FieldName::Document) => {
            document(&field.key.value, Raw::of(&field.value, field.form), mention);
        }
        Some(name) => state(name, field, mention),
        None if !field.entries.is_empty()
            && words.topic(&field.key.value) == Some(Topic::Criteria) =>
        {
            mention.criteria.extend(criteria(field));
        }
        None if names_itself(field, mention, words) || is_own_id(field, mention, words) => {
            mention
                .id
                .get_or_insert_with(|| Raw::of(&field.value, field.form));
        }
        None if names_parts(field, mention, words) => mention.parts.extend(linked(&field.value)),
        None if words.topic(&field.key.value) == Some(Topic::Criteria) || field.marked => {
            own(field, mention);
        }
        None => {}
    }
}

/// `milestone_id` in the front matter of a milestone, `sprint_sequence_id` in that of a sprint.
fn is_own_id(field: &Field, mention: &Mention, words: &Words) -> bool {
    let key = fold(&field.key.value);
    let first = key.split(' ').next().unwrap_or_default();
    key.ends_with(" id")
        && words.kind(first) == Some(mention.kind)
        && looks_like_id(&field.value.value)
}

/// The entries of a list of criteria in front matter or in a file of data.
fn criteria(field: &Field) -> impl Iterator<Item = RawCriterion> + '_ {
    field.entries.iter().map(|entry| RawCriterion {
        text: Raw::of(entry, field.form),
        done: None,
        group: field.key.value.clone(),
        notes: Vec::new(),
    })
}

/// `**Features:** [A](a.md), [B](b.md)`: the links name parts of the item.
fn names_parts(field: &Field, mention: &Mention, words: &Words) -> bool {
    match words.topic(&field.key.value) {
        Some(Topic::Items(part)) => {
            !field.value.links.is_empty()
                && (mention.kind == Kind::Sprint || mention.kind.is_above(part))
        }
        _ => false,
    }
}

/// `* Proposal: RFC-12` at the head of a proposal.
fn names_itself(field: &Field, mention: &Mention, words: &Words) -> bool {
    words.kind(&field.key.value) == Some(mention.kind) && names_one(&field.value.value)
}

/// An id that begins with letters.
fn names_one(text: &str) -> bool {
    looks_like_id(text) && text.starts_with(char::is_alphabetic) && !text.contains('/')
}

/// The links of a text that lead into the plan.
pub fn linked(text: &Text) -> Vec<Raw> {
    let inside = text
        .links
        .iter()
        .filter(|link| !link.target.contains("://") && !link.target.starts_with('#'));
    let slot = |link: &Link| Slot {
        span: link.span,
        form: Form::Line,
    };
    inside
        .map(|link| Raw {
            text: link.text.clone(),
            slot: slot(link),
            links: vec![link.target.clone()],
        })
        .collect()
}

/// Adds what a title says beside its words: the id, unless there is one already, a status and a priority at its end.
pub fn take_label(label: &Label, text: &Text, form: Form, mention: &mut Mention) {
    let part = |words: &String| Raw::within(text, words, form);
    mention.id = mention.id.take().or(label.id.as_ref().map(part));
    if let Some(time) = &label.time {
        let is_day = mention.kind == Kind::Milestone && !is_span(time);
        let name = if is_day {
            FieldName::Due
        } else {
            FieldName::Span
        };
        mention.values.push((name, Raw::within(text, time, form)));
    } else if mention.kind == Kind::Sprint && is_range(&text.value) {
        mention.values.push((FieldName::Span, Raw::of(text, form)));
        if let Some(id) = mention.id.clone().filter(|_| is_range(&mention.title.text)) {
            mention.title = id.part(format!("Sprint {}", id.text));
        }
    }
    let tail = [
        (FieldName::Status, &label.status),
        (FieldName::Priority, &label.priority),
        (FieldName::Estimate, &label.estimate),
    ];
    let other = label.other.as_ref();
    mention
        .values
        .extend(other.map(|id| (FieldName::Aliases, Raw::ending(text, id, form))));
    let when = label
        .when
        .iter()
        .map(|(name, words)| (*name, Raw::ending(text, words, form)));
    mention.values.extend(when);
    for (name, words) in tail {
        mention.values.extend(
            words
                .as_ref()
                .map(|words| (name, Raw::ending(text, words, form))),
        );
    }
}

/// Whether a time has two ends that are written.
fn is_span(time: &str) -> bool {
    is_range(time)
        || time.contains(['–', '—', '→', '~'])
        || [" - ", " to ", " bis ", " a ", " au "]
            .iter()
            .any(|dash| time.contains(dash))
}

/// Whether the words hold two dates: `2025-03-08 to 2025-03-15`.
fn is_range(text: &str) -> bool {
    let is_date = |word: &&str| {
        word.len() == 10
            && word.matches('-').count() == 2
            && word.starts_with(|c: char| c.is_ascii_digit())
    };
    text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')'))
        .filter(is_date)
        .count()
        == 2
}

/// What a key says; "Phase 1 progress" is progress, "Cycle 2 due" is a date.
pub fn name(key: &str, words: &Words) -> Option<FieldName> {
    words.field(key).or_else(|| {
        let folded = fold(key);
        let (before, last) = folded.rsplit_once(' ')?;
        let own = words.field(last).filter(|name| {
            matches!(
                name,
                FieldName::Progress | FieldName::Start | FieldName::Due | FieldName::Span
            )
        })?;
        let mut before = before.split(' ');
        let kind = before.next().and_then(|word| words.kind(word));
        let number = before.all(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        kind.filter(|_| number).map(|_| own)
    })
}

fn state(name: FieldName, field: &Field, mention: &mut Mention) {
    if field.entries.is_empty() || !is_list(name) {
        return value(name, Raw::of(&field.value, field.form), mention);
    }
    for entry in &field.entries {
        value(name, Raw::of(entry, field.form), mention);
    }
}

/// Whether each entry of a list is a value of its own.
fn is_list(name: FieldName) -> bool {
    use FieldName as Name;
    matches!(
        name,
        Name::Labels
            | Name::DependsOn
            | Name::BlockedBy
            | Name::Blocks
            | Name::Aliases
            | Name::Became
            | Name::Parent(_)
    )
}

/// What an item turned into, in words such as "Split into T-8 and T-9".
pub fn became(raw: &Raw) -> Option<Raw> {
    const LEADS: [&str; 5] = [
        "split into",
        "replaced by",
        "superseded by",
        "became",
        "merged into",
    ];
    let lower = raw.text.to_ascii_lowercase();
    let (at, lead) = LEADS
        .iter()
        .find_map(|lead| lower.find(lead).map(|at| (at, lead)))?;
    let rest = raw
        .text
        .get(at + lead.len()..)?
        .split(['.', ';', '(', '—'])
        .next()?;
    let rest = rest.trim_start_matches(':').trim();
    (!rest.is_empty()).then(|| Raw {
        links: raw.links.clone(),
        ..raw.part(rest)
    })
}

/// Adds one value under a name, unless the words say that there is none.
pub fn value(name: FieldName, raw: Raw, mention: &mut Mention) {
    if name == FieldName::Status {
        mention
            .values
            .extend(became(&raw).map(|raw| (FieldName::Became, raw)));
    }
    let name = match name {
        // "Target release: 2026-05-01".
        FieldName::Parent(Some(Kind::Milestone)) if Date::iso(raw.text.trim()).is_some() => {
            FieldName::Due
        }
        // "Story: As a member …" and the like tell of the item; they do not lead to another.
        // `milestone_id: M01` in the milestone itself.
        FieldName::Parent(Some(kind)) if kind == mention.kind && names_one(&raw.text) => {
            mention.id = Some(raw);
            return;
        }
        FieldName::Sprint if mention.kind == Kind::Sprint && names_one(&raw.text) => {
            mention.id = Some(raw);
            return;
        }
        FieldName::Parent(Some(Kind::Phase | Kind::Milestone)) if mention.kind == Kind::Sprint => {
            name
        }
        FieldName::Parent(Some(kind)) if !kind.is_above(mention.kind) => {
            return mention.own.push((kind.name().to_string(), raw));
        }
        FieldName::Done if matches!(mention.kind, Kind::Sprint) && is_figure(&raw.text) => {
            FieldName::Completed
        }
        // A tick in the place of a date.
        FieldName::Done
            if !raw.text.contains(|c: char| c.is_ascii_digit())
                && (raw.text.chars().any(|c| mark(c).is_some()) || raw.text.starts_with('[')) =>
        {
            FieldName::Status
        }
        FieldName::Completed if mention.kind != Kind::Sprint => FieldName::Done,
        // A milestone is on one day.
        FieldName::Span
            if mention.kind == Kind::Milestone && !is_span(&raw.text) && is_time(&raw.text) =>
        {
            FieldName::Due
        }
        FieldName::Committed | FieldName::Velocity if mention.kind != Kind::Sprint => {
            return mention.own.push((format!("{name:?}"), raw));
        }
        // A tick in the place of a priority.
        FieldName::Priority if raw.text.contains('✅') => FieldName::Status,
        name => name,
    };
    let raw = match name {
        FieldName::Parent(_) | FieldName::Sprint => unbracketed(raw),
        name if is_list(name) => unbracketed(raw),
        _ => raw,
    };
    let is_box = raw.text.starts_with('[') && raw.text.ends_with(']');
    let is_mark =
        name == FieldName::Status && (is_box || raw.text.chars().any(|c| mark(c).is_some()));
    if !is_none(&raw.text) || !raw.links.is_empty() || is_mark {
        mention.values.push((name, raw));
    }
}

/// `11`, `11 points`: a count and no date.
fn is_figure(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_number = words.next().is_some_and(|word| word.parse::<f64>().is_ok());
    is_number
        && words.next().is_none_or(|word| {
            matches!(
                fold(word).as_str(),
                "points" | "pts" | "sp" | "story" | "tasks"
            )
        })
}

/// What a link in double brackets leads to: `[[Epics/EP-02 Map|the map]]`.
fn unbracketed(raw: Raw) -> Raw {
    let inside = raw
        .text
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
        .filter(|inside| !inside.contains("[["));
    let name = inside.and_then(|inside| inside.split(['|', '#']).next());
    let last = name.and_then(|name| name.rsplit('/').next());
    match last.map(str::to_string) {
        Some(name) => raw.part(name),
        None => raw,
    }
}

/// Whether the words lead to an item: an id, a link, or a kind and a number.
pub fn is_reference(raw: &Raw, words: &Words) -> bool {
    let first = raw.text.split([',', ';', ' ']).next().unwrap_or_default();
    !raw.links.is_empty()
        || looks_like_id(first)
        || (words.kind(first).is_some() && raw.text.contains(|c: char| c.is_ascii_digit()))
}

/// A link to the document that tells of the item; the words stay under the author's name for them.
pub fn document(key: &str, raw: Raw, mention: &mut Mention) {
    let link = raw.links.first().filter(|link| !link.contains("://"));
    mention.target = mention.target.take().or(link.cloned());
    if !is_none(&raw.text) || !raw.links.is_empty() {
        mention.own.push((key.to_string(), raw));
    }
}

fn own(field: &Field, mention: &mut Mention) {
    let raw = Raw::of(&field.value, field.form);
    if !is_none(&raw.text) {
        mention.own.push((field.key.value.clone(), raw));
    }
}

/// A field made of a short section: its heading is the key, its words are the value.
pub fn of_section(heading: &Text, value: Text, entries: Vec<Text>) -> Field {
    Field {
        key: heading.clone(),
        value,
        entries,
        form: Form::Section,
        marked: true,
    }
}
