//! A whole document is an item: its front matter, its head, its folder or its name says so.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::bundle;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::head::Head;
use crate::read::label::{self, Label};
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::place::{self, Place};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::whole;
use crate::read::words::Words;
use crate::syntax::data;
use crate::syntax::outline::{Field, Outline, Shape, Standing};
use crate::text::similar::fold;
use crate::text::slot::{Form, Slot};
use crate::text::span::Span;
use crate::theme::tongue::key;

/// Reads documents that are items.
pub struct Document;

impl Reader for Document {
    fn name(&self) -> &'static str {
        key("document")
    }

    fn page(&self) -> &'static str {
        include_str!("document.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        let head = Head::of(outline, words);
        let place = Place::of(&outline.path);
        let Some(Seat { kind, sure, role }) = Seat::of(outline, &head, &place, words) else {
            return;
        };
        let Some(title) = title(outline, &head, &place, kind, words) else {
            return;
        };
        let mut mention = Mention::new(self.name(), role, kind, title, head.span);
        mention.sure = sure;
        if is_placeholder(&mention.title.text) {
            mentions.note(
                mention.title.slot.span,
                key("placeholder: nothing is taken from this document"),
            );
            return;
        }
        name_it(&head, &place, &mut mention);
        for field in &outline.front {
            if is_overruled(field, outline, words) {
                let raw = Raw::of(&field.value, field.form);
                mention.own.push((field.key.value.clone(), raw));
            } else {
                fields::add(field, words, &mut mention, mentions);
            }
        }
        mentions.claim_heading(0, self.name());
        for section in [Some(0), head.section].into_iter().flatten() {
            mentions.claim_heading(section, self.name());
            scope::add_fields(outline, section, self.name(), words, &mut mention, mentions);
            scope::add_short_sections(outline, section, self.name(), words, &mut mention, mentions);
        }
        settle(&mut mention);
        add_counted(&place, &mut mention);
        add_slug(outline, &place, &mut mention);
        add_path_id(&place, words, &mut mention);
        add_path_state(&place, words, &mut mention);
        let number = mentions.add(mention);
        for section in [Some(0), head.section].into_iter().flatten() {
            mentions.own(section, number);
        }
    }
}

/// What stands before the title of a proposal.
const ASKS: [&str; 4] = ["change", "change request", "change proposal", "enhancement"];

/// What a document is, and how it mentions its item.
struct Seat {
    kind: Kind,
    sure: bool,
    role: Role,
}

impl Seat {
    /// What the document says; of one in the folder of an item also what its neighbours make of it.
    fn of(outline: &Outline, head: &Head, place: &Place<'_>, words: &Words) -> Option<Self> {
        let said = whole::kind(outline, head, words);
        let of_folder = || place.folder(words).map_or(Kind::Feature, |(kind, _)| kind);
        let role = place::role(place.stem);
        let ((kind, sure), role) = match &outline.standing {
            Standing::Beneath(_) => return None,
            Standing::Leads => (said.unwrap_or((of_folder(), false)), role),
            Standing::Follows(_) if is_other(said) => (said?, role),
            Standing::Follows(_) if holds_tasks(place.stem) || is_stepped(outline, words) => {
                return None;
            }
            Standing::Follows(_) => ((of_folder(), false), Role::Part),
            Standing::Alone | Standing::Beside(_) => (said.or(record(outline))?, role),
        };
        Some(Self { kind, sure, role })
    }
}

/// Whether a document says that it is something else than what its folder is about.
fn is_other(said: Option<(Kind, bool)>) -> bool {
    said.is_some_and(|(kind, sure)| sure && kind != Kind::Feature)
}

fn holds_tasks(stem: &str) -> bool {
    matches!(stem.to_lowercase().as_str(), "tasks" | "todo" | "todos")
}

/// Whether a document is a plan in phases with boxes in them.
fn is_stepped(outline: &Outline, words: &Words) -> bool {
    let is_boxed = |section: usize| {
        outline.blocks_of(section).any(|(_, block)| {
            matches!(&block.shape, Shape::List(list) if list.entries.iter().any(|entry| entry.checkbox.is_some()))
        })
    };
    let is_phase = |section: &usize| {
        let label = label::label(&outline.sections[*section].heading.value, words);
        label.kind == Some(Kind::Phase) && label.id.is_some()
    };
    let mut phases = (1..outline.sections.len()).filter(is_phase);
    phases.any(is_boxed)
}

/// A file of data that is one item is a task, where nothing says otherwise.
fn record(outline: &Outline) -> Option<(Kind, bool)> {
    let is_record = data::is_data(&outline.path) && !outline.front.is_empty();
    is_record.then_some((Kind::Task, false))
}

/// Where there is a `status`, a `stage` beside it tells something else: how far a thing is out in the world.
fn is_overruled(field: &Field, outline: &Outline, words: &Words) -> bool {
    let is_status = |field: &Field| field.key.value.eq_ignore_ascii_case("status");
    let is_state = words.field(&field.key.value) == Some(FieldName::Status);
    let stated = |field: &Field| is_status(field) && !field.value.is_empty();
    is_state && !is_status(field) && !field.value.is_empty() && outline.front.iter().any(stated)
}

/// A folder that is one item is what others call it by; what is numbered in it goes by its number.
fn add_slug(outline: &Outline, place: &Place<'_>, mention: &mut Mention) {
    let is_counted = place.stem.chars().all(|c| c.is_ascii_digit());
    if matches!(outline.standing, Standing::Beside(_)) && is_counted {
        mention.id.get_or_insert_with(|| by_path(place.stem));
    }
    let Some(folder) = place
        .folders
        .last()
        .filter(|_| outline.standing == Standing::Leads)
    else {
        return;
    };
    if bundle::is_lead(place.stem) {
        let slug = bundle::undated(folder);
        mention.id.get_or_insert_with(|| by_path(slug));
    }
}

/// A title begins with a capital letter; the name of a folder does not.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Whether the id in a title is that of the document: no other one is stated.
fn is_own(label: &Label, outline: &Outline, words: &Words) -> bool {
    let is_id = |field: &&Field| words.field(&field.key.value) == Some(FieldName::Id);
    let stated = outline.front.iter().find(is_id);
    let same = |field: &Field| {
        label
            .id
            .as_deref()
            .is_none_or(|id| fold(id) == fold(&field.value.value))
    };
    stated.is_none_or(same)
}

/// The title of the front matter, of the first heading, or the words of the file's name; the folder's, where that
/// one only says what the document is for.
fn title(
    outline: &Outline,
    head: &Head,
    place: &Place<'_>,
    kind: Kind,
    words: &Words,
) -> Option<Raw> {
    if let Some(title) = &head.front_title {
        let told = label::label(&title.value, words);
        let is_rest = title.value.trim_end().ends_with(&told.title);
        let is_named = is_rest && !told.title.is_empty() && told.id.as_deref() != Some(&told.title);
        let is_led = told.kind == Some(kind) && is_named && is_own(&told, outline, words);
        return Some(match is_led {
            true => Raw::within(title, &told.title, Form::Scalar),
            false => Raw::of(title, Form::Scalar),
        });
    }
    let folder_title = || {
        Some(place.folders.last()?).and_then(|folder| Place::of(place::unnumbered(folder)).title())
    };
    let leads = outline.standing == Standing::Leads && place::is_generic(&head.label.title);
    if let Some(title) = folder_title().filter(|_| leads) {
        return Some(by_path(capital(&title)));
    }
    let asked = head
        .label
        .title
        .split_once(':')
        .filter(|(lead, _)| ASKS.contains(&fold(lead).as_str()));
    if let Some((_, title)) = asked.filter(|_| outline.standing == Standing::Leads) {
        return Some(Raw::ending(&head.heading, title.trim(), Form::Heading));
    }
    if !head.label.title.is_empty() {
        let is_large = matches!(
            kind,
            Kind::Phase | Kind::Milestone | Kind::Feature | Kind::Sprint
        );
        let title = match is_large {
            true => named(&head.label.title, words),
            false => &head.label.title,
        };
        return Some(Raw::within(&head.heading, title, Form::Heading));
    }
    let is_blank = outline.blocks.is_empty() && outline.front.is_empty() && head.label.id.is_none();
    let folder = || {
        let folder = place.folders.last().filter(|_| place.is_main())?;
        Place::of(folder).title()
    };
    let words = place.title().or_else(folder).filter(|_| !is_blank)?;
    Some(by_path(words))
}

/// How many letters a name has at least that stands alone.
const FULL: usize = 12;

/// A title without what the document is for: "Harbour and mole" of "Harbour and mole — Milestone Overview". A name of
/// one word says too little alone.
fn named<'a>(title: &'a str, words: &Words) -> &'a str {
    let says_use = |rest: &str| {
        let rest = fold(rest);
        !rest.is_empty()
            && rest.split(' ').all(|word| {
                place::is_generic(word)
                    || words.kind(word).is_some()
                    || matches!(word, "implementation" | "tracking" | "tracker")
            })
    };
    let split = |separator: &str| title.rsplit_once(separator);
    let mut parts = [" — ", " – ", " -- ", " - "].into_iter().filter_map(split);
    let is_full = |name: &str| name.len() >= FULL && name.trim().contains(' ') && !says_use(name);
    let found = parts.find(|(name, rest)| is_full(name) && says_use(rest));
    found.map_or(title, |(name, _)| name.trim())
}

/// Words that the path tells.
fn by_path(text: impl Into<String>) -> Raw {
    Raw {
        text: text.into(),
        slot: Slot {
            span: Span::default(),
            form: Form::Path,
        },
        links: Vec::new(),
    }
}

/// Adds the id and the tail of the heading; the file name tells the week.
fn name_it(head: &Head, place: &Place<'_>, mention: &mut Mention) {
    fields::take_label(&head.label, &head.heading, head.form, mention);
    if let Some((state, date)) = &head.dated {
        let part = |words: &str| Raw::ending(&head.heading, words, head.form);
        let when = match mention.kind {
            Kind::Milestone | Kind::Sprint | Kind::Phase => FieldName::Due,
            _ => FieldName::Done,
        };
        let told = [(FieldName::Status, part(state)), (when, part(date))];
        mention.values.extend(told);
    }
    if let Some(week) = place::week(place.stem).filter(|_| mention.kind == Kind::Sprint) {
        mention.id = Some(by_path(week.to_string()));
        let days = [
            (FieldName::Start, week.monday()),
            (FieldName::Due, week.sunday()),
        ];
        mention
            .values
            .extend(days.map(|(name, day)| (name, by_path(day.to_string()))));
    }
}

/// The id that the path tells, where the document itself tells none.
fn add_path_id(place: &Place<'_>, words: &Words, mention: &mut Mention) {
    let number = place.whole_number().filter(|_| mention.kind == Kind::Task);
    if let Some(number) = number {
        mention.id.get_or_insert_with(|| by_path(number));
    }
    if let Some((id, _)) = place.staged() {
        mention.id.get_or_insert_with(|| by_path(id));
    }
    if let Some(version) = version(&mention.title.text).filter(|_| place.is_release()) {
        let id = mention.title.part(version);
        mention.id.get_or_insert(id);
    }
    let is_bare = !place.stem.is_empty() && place.stem.bytes().all(|c| c.is_ascii_digit());
    if is_bare && mention.kind == Kind::Task {
        mention.id.get_or_insert_with(|| by_path(place.stem));
    }
    let number = match (place.folder(words), mention.kind) {
        (Some((kind, 0)), Kind::Decision | Kind::Feature) if kind == mention.kind => place.number(),
        (Some((Kind::Milestone | Kind::Sprint, 1..)), Kind::Task) => place.issue(),
        _ => None,
    };
    if let Some(number) = number {
        mention.id.get_or_insert_with(|| by_path(number));
    }
}

/// "Desk 2.2", "v2.2": the version that a title ends with.
fn version(title: &str) -> Option<&str> {
    let last = title.split(' ').next_back()?;
    let number = last.strip_prefix('v').unwrap_or(last);
    let is_version = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_version.then_some(number)
}

/// The number of a proposal under the letters of its series: `cip: 44`.
fn add_counted(place: &Place<'_>, mention: &mut Mention) {
    let told = mention
        .own
        .iter()
        .find(|(key, raw)| place.counts(key, &raw.text));
    if let Some(raw) = told.map(|(_, raw)| raw.clone()) {
        mention.id.get_or_insert(raw);
    }
}

/// The state that the path tells, where the document itself tells none.
fn add_path_state(place: &Place<'_>, words: &Words, mention: &mut Mention) {
    // The tool that writes `TX…` marks what is done by nothing else.
    if place.staged().is_some_and(|(_, done)| done) {
        mention
            .values
            .insert(0, (FieldName::Status, by_path("done")));
    }
    if mention.value(FieldName::Status).is_some() {
        return;
    }
    let told = place
        .stem_state(words)
        .or_else(|| place.folder_state(words));
    mention
        .values
        .extend(told.map(|word| (FieldName::Status, by_path(word))));
}

/// An id or a title among the fields wins over the heading.
fn settle(mention: &mut Mention) {
    let is_id = |id: &&Raw| id.text.split_whitespace().count() < 3;
    if let Some(id) = mention.value(FieldName::Id).filter(is_id).cloned() {
        mention.id = Some(id);
    }
    if let Some(title) = mention
        .value(FieldName::Title)
        .filter(|title| !title.text.is_empty() && title.slot.form != Form::Scalar)
        .cloned()
    {
        mention.title = title;
    }
    mention
        .values
        .retain(|(name, _)| !matches!(name, FieldName::Id | FieldName::Title | FieldName::Kind));
}
