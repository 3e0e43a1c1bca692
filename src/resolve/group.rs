//! Mentions that are one item, and what may speak for or against one more.

use crate::model::item::Role;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::read::mention::Mention;
use crate::read::prefix::is_counting;
use crate::text::similar::{fold, stems, within};

/// The number of the item that a group becomes.
pub fn number(group: usize) -> ItemId {
    ItemId(u32::try_from(group).unwrap_or(u32::MAX))
}

/// Where a mention is: its file and its number in it.
pub type At = (usize, usize);

/// Mentions that are one item, the most specific first.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// What the item is.
    pub kind: Kind,
    /// The id as written.
    pub id: Option<&'a str>,
    /// The id as it is compared.
    pub folded_id: Option<&'a str>,
    /// The title as written.
    pub title: &'a str,
    /// The mentions.
    pub members: Vec<At>,
    /// The title as it is compared.
    pub folded: &'a str,
    /// The file of the document that it is, if it is one.
    pub document: Option<usize>,
    /// Whether what it is, is certain.
    pub sure: bool,
    /// Where the mentions stand.
    pub places: Vec<Standing>,
}

/// Where in a document a mention stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// The file.
    pub file: usize,
    /// What the mention is in it.
    pub role: Role,
    /// The table or list.
    pub block: Option<usize>,
    /// The mention that it stands in.
    pub nest: Option<usize>,
}

impl Standing {
    /// Of a mention in this file.
    pub fn of(file: usize, mention: &Mention) -> Self {
        Self {
            file,
            role: mention.role,
            block: mention.block,
            nest: mention.nest,
        }
    }
}

impl Group<'_> {
    /// Whether one id in one document means one item. The number of a phase, a milestone or a sprint does; tasks are
    /// numbered anew in each table, and two headings with different titles are two things.
    pub fn agrees_by_id(&self, mention: &Mention, id: &str) -> bool {
        let is_counted = matches!(self.kind, Kind::Phase | Kind::Milestone | Kind::Sprint);
        let headings = mention.role == Role::Heading
            && self.places.iter().any(|place| place.role == Role::Heading);
        let is_enough = if is_number(id) { is_counted } else { true };
        (is_enough && !headings)
            || names_itself(&mention.title.text, id)
            || names_itself(self.title, id)
            || is_alike(self.title, &mention.title.text)
    }

    /// Whether a mention in the same document can be the same item: two rows of one table are never one, nor are
    /// rows below different items.
    pub fn meets(&self, file: usize, mention: &Mention) -> bool {
        let here = || {
            self.places
                .iter()
                .rev()
                .take(256)
                .filter(|place| place.file == file)
        };
        let is_neighbour =
            here().any(|place| place.block.is_some() && place.block == mention.block);
        let same_nest = |place: &Standing| {
            place.nest == mention.nest || place.nest.is_none() || mention.nest.is_none()
        };
        !is_neighbour && here().any(same_nest)
    }
}

/// Whether an id is a bare number or a letter that counts, which say something only beside their kind.
pub fn is_number(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_digit()) && !id.contains('-') || is_counting(id)
}

/// Whether a title says no more than the id does: "Phase 1", "Sprint 4", "US-101".
pub fn names_itself(title: &str, id: &str) -> bool {
    let (title, id) = (fold(title), fold(id));
    title
        .strip_suffix(id.as_str())
        .is_some_and(|rest| rest.split(' ').filter(|word| !word.is_empty()).count() <= 1)
}

/// Whether the words of one title are within the other.
pub fn is_alike(a: &str, b: &str) -> bool {
    let (a, b) = (stems(a), stems(b));
    within(&a, &b) || within(&b, &a)
}
