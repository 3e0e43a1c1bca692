//! One item with all that is known of it: values and their lines, parts, what it waits for, what is in doubt.

use serde::Serialize;

use crate::analyze::turn::Queue;
use crate::diagnostic::Message;
use crate::edition::entry::{Claim, Entry, Finding, Readiness, Source, Speaker};
use crate::edition::otherwise::Otherwise;
use crate::page::answer::excerpt::Excerpt;
use crate::page::answer::named::{Called, Listed, Named, Place};
use crate::page::answer::reason::{Why, above, names, position};
use crate::page::answer::status::Done;
use crate::page::answer::stuck::Stuck;
use crate::page::book::Book;
use crate::page::json;
use crate::page::mark;

/// The JSON Schema of this answer.
pub const SCHEMA: &str = include_str!("item.schema.json");

/// No more of a body is told.
const BODY: usize = 8_000;

/// No list is longer; its count says how long it is in truth.
const LISTED: usize = 200;

/// The answer.
#[derive(Debug, Serialize)]
pub struct Item {
    schema: &'static str,
    as_of: String,
    audience: String,
    /// The item as plan.json has it.
    item: serde_json::Value,
    /// What it is a part of, the nearest first.
    pub path: Vec<Named>,
    /// Its parts, and how far each is.
    pub parts: Listed<Part>,
    /// Whether it can be begun, in words; only of open work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub readiness: Option<String>,
    /// What it depends on.
    pub depends_on: Vec<Called>,
    /// What waits for it.
    pub waiting: Listed<Named>,
    /// Why it is blocked, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocked: Option<Stuck>,
    /// Places that say something else than the one that won.
    pub contradictions: Vec<Contradiction>,
    /// What is wrong on the lines that tell of it.
    pub findings: Vec<Told>,
    /// Who speaks of it.
    pub mentioned_by: Listed<Mention>,
    /// What is written of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Excerpt>,
    /// Names, values and where each is stated, for people.
    #[serde(skip)]
    pub values: Vec<Value>,
    /// How it is called, for people.
    #[serde(skip)]
    pub named: Named,
}

/// A part, and how far it is.
#[derive(Debug, Serialize)]
pub struct Part {
    /// Which it is.
    #[serde(flatten)]
    pub item: Named,
    /// How far it is, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Done>,
}

/// A place that says something else than the one that won.
#[derive(Debug, Serialize)]
pub struct Contradiction {
    /// What it is about.
    pub field: String,
    /// What counts.
    pub counts: String,
    /// What this place says.
    pub said: String,
    /// Where.
    pub source: Place,
}

/// Something that is wrong.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where.
    pub source: Place,
}

/// Who speaks of an item, and where.
#[derive(Debug, Serialize)]
pub struct Mention {
    /// The item, or none where a plain document speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Named>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
}

/// A value with its name.
#[derive(Debug)]
pub struct Value {
    /// Its name.
    pub name: String,
    /// The words as written, and what they were taken for where that says more.
    pub words: String,
    /// Where they stand.
    pub source: Option<Place>,
}

impl Item {
    /// The item at this position.
    pub fn new(book: &Book, queue: &Queue, at: usize) -> serde_json::Result<Self> {
        let edition = &book.edition;
        let item = book.item(at);
        let record = edition.record.as_ref();
        let otherwise = record.map_or_else(Vec::new, |record| record.otherwise(at));
        let is_blocked = book.views.is_blocked(at);
        let findings = edition.findings.iter();
        let findings = findings.filter(|finding| speaks_of(item, &finding.source));
        Ok(Self {
            schema: "plansite/item/1",
            as_of: edition.as_of.to_string(),
            audience: edition.audience.name.clone(),
            item: serde_json::to_value(json::item(edition, &book.routes, at))?,
            path: above(book, at)
                .into_iter()
                .map(|whole| Named::at(book, whole))
                .collect(),
            parts: Listed::first(&item.children, LISTED, |part| Part {
                item: Named::at(book, *part),
                progress: Done::of(book.item(*part)),
            }),
            readiness: readiness(book, queue, at),
            depends_on: item
                .depends_on
                .iter()
                .map(|lead| Called::of(book, lead))
                .collect(),
            waiting: Listed::first(&item.waiting, LISTED, |other| Named::at(book, *other)),
            blocked: is_blocked.then(|| Stuck::at(book, at)),
            contradictions: otherwise.into_iter().map(Contradiction::of).collect(),
            findings: findings.map(Told::of).collect(),
            mentioned_by: Listed::first(&item.backlinks, LISTED, |link| Mention {
                item: match link.from {
                    Speaker::Item(from) => Some(Named::at(book, from)),
                    Speaker::Paper(_) => None,
                },
                source: link.source.as_ref().map(Place::of),
            }),
            body: Excerpt::of(book, at, BODY),
            values: values(item, book),
            named: Named::of(item),
        })
    }
}

impl Contradiction {
    fn of(other: Otherwise) -> Self {
        Self {
            field: other.field.to_string(),
            counts: other.won,
            said: other.said,
            source: Place::of(&other.source),
        }
    }
}

impl Told {
    fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity.word(),
            message: finding.message.to_string(),
            help: finding.help.as_ref().map(Message::to_string),
            source: Place::of(&finding.source),
        }
    }
}

/// Whether a finding stands on a line that tells of an item.
fn speaks_of(item: &Entry, place: &Source) -> bool {
    let stated = [&item.status.as_ref().and_then(source)];
    let words = [
        &item.priority,
        &item.rank,
        &item.owner,
        &item.estimate,
        &item.velocity,
    ];
    let words = words
        .into_iter()
        .filter_map(|said| said.as_ref()?.source.as_ref());
    let dates = [&item.start, &item.due, &item.done];
    let dates = dates
        .into_iter()
        .filter_map(|said| said.as_ref()?.source.as_ref());
    let leads = item.parent.iter().chain(&item.sprint);
    let leads = leads
        .chain(&item.depends_on)
        .chain(&item.blocks)
        .chain(&item.became);
    let leads = leads.filter_map(|lead| lead.source.as_ref());
    let facts = item.fields.iter().filter_map(|fact| fact.source.as_ref());
    let declared = item.progress.as_ref().and_then(|progress| {
        let declared = progress.declared.as_ref()?;
        declared.source.as_ref()
    });
    let stated = stated.into_iter().flatten().copied();
    let mut all = item.sources.iter().chain(stated).chain(words).chain(dates);
    let is_here = |source: &Source| source.file == place.file && source.line == place.line;
    all.any(is_here) || leads.chain(facts).chain(declared).any(is_here)
}

fn source<T>(said: &Claim<T>) -> Option<&Source> {
    said.source.as_ref()
}

/// Whether open work can be begun.
fn readiness(book: &Book, queue: &Queue, at: usize) -> Option<String> {
    let mut can = queue.begun.iter().chain(&queue.ready);
    if let Some(turn) = can.find(|turn| position(turn.item) == at) {
        let why = Why::new(book, queue, turn).ready;
        return Some(format!("it can be done now: {}", why.join("; ")));
    }
    let mut early = queue.early.iter();
    if let Some(turn) = early.find(|turn| position(turn.item) == at) {
        let phases: Vec<usize> = turn.early.iter().copied().map(position).collect();
        return Some(format!(
            "its turn has not come: {} is not complete",
            names(book, &phases)
        ));
    }
    let mut waits = queue.waiting.iter().chain(&queue.blocked);
    let needs = waits.find(|turn| position(turn.item) == at);
    let needs = needs.map(|turn| turn.needs.iter().copied().map(position).collect());
    let needs: Vec<usize> = match (needs, &book.item(at).readiness) {
        (Some(needs), _) => needs,
        (None, Some(Readiness::Waiting(needs) | Readiness::Blocked(needs))) => needs.clone(),
        _ => return None,
    };
    Some(match needs.is_empty() {
        true => "it is blocked by its own word".into(),
        false => format!("it waits for {}", names(book, &needs)),
    })
}

fn values(item: &Entry, book: &Book) -> Vec<Value> {
    let mut all = Vec::new();
    let mut add = |name: &str, words: String, source: Option<&Source>| {
        if !words.is_empty() {
            all.push(Value {
                name: name.to_string(),
                words,
                source: source.map(Place::of),
            });
        }
    };
    if let Some(said) = &item.status {
        let (_, word) = mark::state(item);
        let words = match mark::status_as_written(item) {
            Some(raw) => format!("{word} (written “{raw}”)"),
            None => word.to_string(),
        };
        add("Status", words, said.source.as_ref());
    }
    for (name, said) in [
        ("Priority", &item.priority),
        ("Rank", &item.rank),
        ("Owner", &item.owner),
        ("Estimate", &item.estimate),
        ("Velocity", &item.velocity),
    ] {
        if let Some(said) = said {
            add(name, said.raw.clone(), said.source.as_ref());
        }
    }
    for (name, said) in [
        ("Start", &item.start),
        ("Due", &item.due),
        ("Finished", &item.done),
    ] {
        let Some(said) = said else { continue };
        let day = said.value.day.map(|day| day.to_string());
        let words = match day {
            Some(day) if day != said.raw => format!("{} ({day})", said.raw),
            _ => said.raw.clone(),
        };
        add(name, words, said.source.as_ref());
    }
    for (name, lead) in [("Part of", &item.parent), ("Sprint", &item.sprint)] {
        let Some(lead) = lead else { continue };
        let called = Called::of(book, lead);
        let words = match called.inferred {
            true => format!("{} (written “{}”, inferred)", called.words(), lead.raw),
            false => called.words(),
        };
        add(name, words, lead.source.as_ref());
    }
    let declared = item
        .progress
        .as_ref()
        .and_then(|progress| progress.declared.as_ref());
    if let Some(said) = declared {
        add("Declared", said.raw.clone(), said.source.as_ref());
    }
    add("Labels", item.labels.join(", "), None);
    let became: Vec<String> = item
        .became
        .iter()
        .map(|lead| Called::of(book, lead).words())
        .collect();
    let first = item.became.first().and_then(|lead| lead.source.as_ref());
    add("Became", became.join(", "), first);
    for fact in &item.fields {
        add(
            &fact.name,
            fact.raw.trim().to_string(),
            fact.source.as_ref(),
        );
    }
    all
}
