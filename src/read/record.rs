//! The entries of a list in a file of data are items: tasks of a tool, issues of a tracker.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::words::Words;
use crate::syntax::outline::{Field, Outline, Record, Text};
use crate::text::similar::fold;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads lists of items in files of data.
pub struct Records;

impl Reader for Records {
    fn name(&self) -> &'static str {
        key("record")
    }

    fn page(&self) -> &'static str {
        include_str!("record.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        let whole = mentions.owner(outline, 0);
        let mut numbers: Vec<Option<usize>> = Vec::with_capacity(outline.records.len());
        for record in &outline.records {
            let nest = match record.within {
                Some(above) => numbers[above],
                None => whole,
            };
            let is_part = record.within.is_some();
            let mention = (!is_part || nest.is_some())
                .then(|| self.item(record, nest, words, mentions))
                .flatten();
            mentions.claim(record.block, self.name());
            numbers.push(mention.map(|mention| mentions.add(mention)));
        }
        milestones(self.name(), outline, words, mentions);
    }
}

impl Records {
    fn item(
        &self,
        record: &Record,
        nest: Option<usize>,
        words: &Words,
        mentions: &mut Mentions,
    ) -> Option<Mention> {
        let tracked = is_tracked(record);
        if tracked && is_pull_request(record) {
            return None;
        }
        let title = title(record, words)?;
        let mut mention = Mention::new(
            self.name(),
            Role::Row,
            kind(record, words),
            Raw::of(title, Form::Scalar),
            title.span,
        );
        mention.nest = nest;
        mention.block = Some(record.block);
        for field in &record.fields {
            add(field, tracked, words, &mut mention, mentions);
        }
        settle(record, nest, tracked, &mut mention, mentions);
        Some(mention)
    }
}

/// Adds what one key says. Of an issue only what people say is taken, not what the tracker needs for itself.
fn add(
    field: &Field,
    tracked: bool,
    words: &Words,
    mention: &mut Mention,
    mentions: &mut Mentions,
) {
    let key = fold(&field.key.value);
    let is_inner = ["node id", "body", "id", "url", "author association"].contains(&key.as_str())
        || key.ends_with(" url")
        || words.field(&field.key.value).is_none() && key != "number" && key != "html url";
    if tracked && is_inner {
        return;
    }
    if !is_one_of_several_states(field, words, mention) {
        fields::add(field, words, mention, mentions);
    }
}

/// `state: closed` and `stateReason: NOT_PLANNED` are one state.
fn is_one_of_several_states(field: &Field, words: &Words, mention: &Mention) -> bool {
    words.field(&field.key.value) == Some(FieldName::Status)
        && mention.value(FieldName::Status).is_some()
}

/// The id, and what nesting and a tracker's own words make of it.
fn settle(
    record: &Record,
    nest: Option<usize>,
    tracked: bool,
    mention: &mut Mention,
    mentions: &Mentions,
) {
    mention.id = mention.value(FieldName::Id).cloned();
    let own = [FieldName::Id, FieldName::Title, FieldName::Kind];
    mention.values.retain(|(name, _)| !own.contains(name));
    if tracked {
        if let Some(id) = &mut mention.id {
            id.text.insert(0, '#');
        }
        let reason = field(record, &["state reason"]).filter(|text| is_given_up(&text.value));
        if let Some(reason) = reason {
            mention
                .values
                .retain(|(name, _)| *name != FieldName::Status);
            let raw = Raw::of(reason, Form::Scalar);
            let said = raw.part(reason.value.to_lowercase().replace('_', " "));
            mention.values.push((FieldName::Status, said));
        }
    }
    let above = nest
        .filter(|_| record.within.is_some())
        .map(|above| &mentions.found[above]);
    let Some(above) = above else { return };
    scope(above, mention);
    if above.kind == mention.kind {
        let name = above.id.as_ref().unwrap_or(&above.title);
        mention.values.push((FieldName::Parent(None), name.clone()));
    }
}

/// The parts of task 3 are numbered anew: their 1 is 3.1, also where they name each other.
fn scope(above: &Mention, mention: &mut Mention) {
    let is_plain =
        |raw: &Raw| !raw.text.is_empty() && raw.text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(outer) = above.id.as_ref().map(|id| id.text.clone()) else {
        return;
    };
    let within = |raw: &mut Raw| raw.text = format!("{outer}.{}", raw.text);
    mention
        .id
        .iter_mut()
        .filter(|id| is_plain(id))
        .for_each(within);
    let named = mention.values.iter_mut();
    named
        .filter(|(name, raw)| *name == FieldName::DependsOn && is_plain(raw))
        .for_each(|(_, raw)| within(raw));
}

fn title<'a>(record: &'a Record, words: &Words) -> Option<&'a Text> {
    let titled = |field: &&Field| words.field(&field.key.value) == Some(FieldName::Title);
    let said = |text: &&Text| !text.is_empty() && !is_placeholder(&text.value);
    let title = record.fields.iter().find(titled).map(|field| &field.value);
    title
        .or_else(|| field(record, &["summary", "subject", "content"]))
        .filter(said)
}

/// What it says that it is, else what its list is called; what is only listed is a task.
fn kind(record: &Record, words: &Words) -> Kind {
    let stated = record
        .fields
        .iter()
        .filter(|field| words.field(&field.key.value) == Some(FieldName::Kind))
        .find_map(|field| words.kind(&field.value.value));
    stated
        .or_else(|| words.kind(&record.list))
        .unwrap_or(Kind::Task)
}

fn field<'a>(record: &'a Record, keys: &[&str]) -> Option<&'a Text> {
    let found = |field: &&Field| keys.contains(&fold(&field.key.value).as_str());
    record.fields.iter().find(found).map(|field| &field.value)
}

/// Whether it is an issue as trackers give them out: a number, and open or closed.
fn is_tracked(record: &Record) -> bool {
    let state = field(record, &["state"]).map(|text| fold(&text.value));
    let is_state =
        state.is_some_and(|state| matches!(state.as_str(), "open" | "closed" | "opened"));
    let is_linked = ["url", "html url", "web url"]
        .iter()
        .any(|key| field(record, &[key]).is_some_and(|text| text.value.contains("/issues/")));
    field(record, &["number", "iid"]).is_some() && (is_state || is_linked)
}

fn is_pull_request(record: &Record) -> bool {
    let links = field(record, &["url", "html url"]).into_iter();
    let named = |field: &Field| field.key.value.starts_with("pull_request");
    links.into_iter().any(|text| text.value.contains("/pull/")) || record.fields.iter().any(named)
}

fn is_given_up(reason: &str) -> bool {
    matches!(fold(reason).as_str(), "not planned" | "duplicate")
}

/// The milestones that issues name are items: the export of a tracker tells of them nowhere else.
fn milestones(reader: &'static str, outline: &Outline, words: &Words, mentions: &mut Mentions) {
    let mut seen: Vec<String> = Vec::new();
    for record in outline.records.iter().filter(|record| is_tracked(record)) {
        let Some(name) = field(record, &["milestone"]) else {
            continue;
        };
        let folded = fold(&name.value);
        if folded.is_empty()
            || seen.contains(&folded)
            || seen.len() == MANY
            || is_pull_request(record)
        {
            continue;
        }
        seen.push(folded);
        let raw = Raw::of(name, Form::Scalar);
        let mut mention = Mention::new(reader, Role::Row, Kind::Milestone, raw, name.span);
        let due = record.fields.iter().find(|field| {
            field.key.value.starts_with("milestone.")
                && words.field(&field.key.value["milestone.".len()..]) == Some(FieldName::Due)
        });
        if let Some(due) = due {
            let raw = Raw::of(&due.value, Form::Scalar);
            mention.values.push((FieldName::Due, raw));
        }
        mentions.add(mention);
    }
}

/// How many milestones one file names; each is compared with those before it.
const MANY: usize = 200;
