//! What a whole document is: its front matter says so, its title, an id, its folder or its name.

use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::head::Head;
use crate::read::place::Place;
use crate::read::prefix;
use crate::read::tasklist;
use crate::read::topic::Topic;
use crate::read::words::{Words, looks_like_id};
use crate::syntax::outline::{Field, Outline, Shape};
use crate::text::similar::fold;
use crate::text::slot::Form;

/// What a document is, and whether it says so itself.
pub fn kind(outline: &Outline, head: &Head, words: &Words) -> Option<(Kind, bool)> {
    if let Some(kind) = words.chosen.kind_of(&outline.path) {
        return Some((kind, true));
    }
    let place = Place::of(&outline.path);
    let said = stated(outline, words)
        .or_else(|| titled(outline, head, &place))
        .or_else(|| identified(outline, &place, words));
    if let Some(kind) = said {
        return Some((kind, true));
    }
    if is_collection(&place, outline, words) || is_list(outline, head, words) {
        return None;
    }
    if place.is_release() {
        let is_planned = head.dated.is_some() || states(outline, words);
        return is_planned.then_some((Kind::Milestone, false));
    }
    let id = id(outline, head, words);
    let prefix = id.as_deref().and_then(|id| prefix::kind(id, words));
    // "PRD-11" says what it is wherever it lies; "S-1" may be anything, and the folder that it lies in knows better.
    let is_word = id
        .as_deref()
        .is_some_and(|id| id.chars().take_while(|c| c.is_alphabetic()).count() > 1);
    let folder = place.folder(words);
    let own = folder
        .filter(|(_, up)| *up == 0 && !is_word)
        .filter(|_| !place.is_beside() || has_own_id(outline, words))
        .map(|(kind, _)| kind);
    own.or(prefix)
        .or_else(|| folder.and_then(|(kind, up)| below(kind, up, outline, head, &place, words)))
        .or_else(|| place.stem_kind(words).filter(|_| !place.is_first_page()))
        .or_else(|| {
            let is_planned = place.is_plan() && head.has_name(&place) && states(outline, words);
            is_planned.then_some(Kind::Feature)
        })
        .or_else(|| id.and(stands_alone(outline, &place, words)))
        .or_else(|| proposed(outline, &place, words).then_some(Kind::Feature))
        .map(|kind| (kind, false))
}

/// What the front matter calls it.
fn stated(outline: &Outline, words: &Words) -> Option<Kind> {
    outline
        .front
        .iter()
        .filter(|field| words.field(&field.key.value) == Some(FieldName::Kind))
        .find_map(|field| words.kind(&field.value.value))
}

/// What the key of its id calls it, where its file is named by that id: `milestone_id: M02` in `M02_milestone_meta`.
fn identified(outline: &Outline, place: &Place<'_>, words: &Words) -> Option<Kind> {
    let stem = fold(place.stem);
    outline.front.iter().find_map(|field| {
        let key = fold(&field.key.value);
        let id = fold(&field.value.value);
        let is_named = !id.is_empty()
            && stem
                .strip_prefix(&id)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let kind = words.kind(key.strip_suffix(" id")?)?;
        is_named.then_some(kind)
    })
}

/// What the title calls it, where it is the only one of its level; what was found out for a phase is not the phase.
fn titled(outline: &Outline, head: &Head, place: &Place<'_>) -> Option<Kind> {
    let titles = outline.sections.iter().filter(|section| section.level == 1);
    let is_item = |kind: &Kind| {
        !matches!(kind, Kind::Phase | Kind::Milestone | Kind::Sprint) || !place.is_note()
    };
    head.label
        .kind
        .filter(is_item)
        .filter(|_| titles.count() == 1)
}

/// Whether the document is about many things: the first page of a folder, a list of what lies beside it.
fn is_collection(place: &Place<'_>, outline: &Outline, words: &Words) -> bool {
    let stem = place.stem.to_lowercase();
    let is_first = place.is_first_page() && !is_numbered(place.folders.last().copied());
    let is_listed = matches!(stem.as_str(), "changelog" | "summary");
    let is_many = stem.ends_with('s') && words.kind(&stem).is_some() || stem == "todo";
    let is_list = outline.front.is_empty() && tasklist::leads_with_list(&outline.path);
    (is_first || is_listed) && outline.front.is_empty() || is_many || is_list
}

/// "Epic list": the title names many things of one kind.
fn is_list(outline: &Outline, head: &Head, words: &Words) -> bool {
    let is_many = || {
        matches!(
            words.topic(&head.label.title),
            Some(Topic::Items(_) | Topic::Sprints | Topic::Decisions)
        )
    };
    outline.front.is_empty() && head.label.id.is_none() && is_many()
}

/// `0012-lend-tools`, `003_desk`: the folder of one item.
fn is_numbered(folder: Option<&str>) -> bool {
    folder.is_some_and(|folder| {
        let digits = folder.chars().take_while(char::is_ascii_digit).count();
        digits >= 3 && folder[digits..].starts_with(['-', '_', ' '])
    })
}

/// Whether the front matter names it as an item: "m1-one-exact-plan" with an id is a milestone like its siblings.
fn has_own_id(outline: &Outline, words: &Words) -> bool {
    let is_id = |field: &Field| words.field(&field.key.value) == Some(FieldName::Id);
    let mut front = outline.front.iter();
    front.any(|field| is_id(field) && looks_like_id(&field.value.value))
}

/// The id that the front matter or the title gives.
fn id(outline: &Outline, head: &Head, words: &Words) -> Option<String> {
    let is_id = |field: &&Field| words.field(&field.key.value) == Some(FieldName::Id);
    let front = outline.front.iter().find(is_id);
    front
        .map(|field| field.value.value.clone())
        .or_else(|| head.label.id.clone())
        .filter(|id| id.contains(['-', '\u{2010}', '\u{2011}', '_']) && looks_like_id(id))
}

/// What a document is that lies in a folder below one of a kind: a record as its siblings are; of a folder of an
/// item, only what stands for it or says of itself where it stands; a number beside it is an issue.
fn below(
    kind: Kind,
    up: usize,
    outline: &Outline,
    head: &Head,
    place: &Place<'_>,
    words: &Words,
) -> Option<Kind> {
    let is_leaf = matches!(kind, Kind::Story | Kind::Task | Kind::Decision);
    if up > 0 && !is_leaf && !place.is_main() && place.issue().is_some() {
        return (kind == Kind::Milestone || kind == Kind::Sprint).then_some(Kind::Task);
    }
    if place.is_beside() {
        return None;
    }
    let is_its_item = place.is_main() || up == 0 || is_leaf;
    let has_name = head.has_name(place) || is_numbered(place.folders.last().copied());
    (has_name && (is_its_item || kind == Kind::Feature && states(outline, words))).then_some(kind)
}

/// Whether the head of a document says where it stands.
fn states(outline: &Outline, words: &Words) -> bool {
    let is_state = |field: &Field| words.field(&field.key.value) == Some(FieldName::Status);
    let head = outline
        .blocks
        .iter()
        .take_while(|block| outline.sections[block.section].level <= 1);
    outline.front.iter().any(is_state)
        || head.into_iter().any(|block| match &block.shape {
            Shape::Fields(fields) => fields.iter().any(is_state),
            Shape::List(list) => list
                .entries
                .iter()
                .flat_map(|entry| &entry.fields)
                .any(is_state),
            _ => false,
        })
}

/// Whether a document is a proposal wherever it lies: numbered and with a state, or with a sheet at its head that
/// tells its state and who looks after it.
fn proposed(outline: &Outline, place: &Place<'_>, words: &Words) -> bool {
    let is_numbered = place.issue().is_some_and(|number| number.len() > 3);
    is_numbered && states(outline, words)
        || has_sheet(outline, words)
        || is_of_series(outline, place, words)
}

/// Whether the front matter counts the document as its file does, and says where it stands: `cip: 44` in `cip-0044`.
fn is_of_series(outline: &Outline, place: &Place<'_>, words: &Words) -> bool {
    let counts = |field: &Field| place.counts(&field.key.value, &field.value.value);
    outline.front.iter().any(counts) && states(outline, words)
}

/// Whether a table of two columns at the head tells a known state and who looks after the item.
fn has_sheet(outline: &Outline, words: &Words) -> bool {
    let head = outline
        .blocks
        .iter()
        .take_while(|block| outline.sections[block.section].level <= 1);
    head.into_iter().any(|block| match &block.shape {
        Shape::Fields(fields) => {
            let says = |name| {
                let mut fields = fields.iter().filter(|field| field.form == Form::Cell);
                fields.find(|field| words.field(&field.key.value) == Some(name))
            };
            let state = says(FieldName::Status)
                .is_some_and(|state| words.status(&state.value.value, Kind::Feature).is_some());
            state && says(FieldName::Owner).is_some()
        }
        _ => false,
    })
}

/// Front matter with an id and a known state, stated or told by the folder: a record, wherever it lies.
fn stands_alone(outline: &Outline, place: &Place<'_>, words: &Words) -> Option<Kind> {
    let has = |name| {
        outline
            .front
            .iter()
            .any(|field| words.field(&field.key.value) == Some(name) && !field.value.is_empty())
    };
    let is_known = outline.front.iter().any(|field| {
        words.field(&field.key.value) == Some(FieldName::Status)
            && words.status(&field.value.value, Kind::Task).is_some()
    });
    let is_placed = || has(FieldName::Title) && place.folder_state(words).is_some();
    (has(FieldName::Id) && (is_known || is_placed())).then_some(Kind::Task)
}
