//! Checkboxes: an item each below *Tasks* or with an id, else steps that count for the item above.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::label;
use crate::read::mention::Mentions;
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::words::{Topic, Words};
use crate::syntax::outline::{Checkbox, Entry, List, Outline, Shape};

/// Reads checklists.
pub struct Checklist;

impl Reader for Checklist {
    fn name(&self) -> &'static str {
        "checklist"
    }

    fn page(&self) -> &'static str {
        include_str!("checklist.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            let Shape::List(list) = &block.shape else {
                continue;
            };
            if mentions.claimed(at).is_some() {
                continue;
            }
            let owner = mentions.owner(outline, block.section);
            let above = owner.map(|owner| mentions.found[owner].kind);
            let topic = scope::topic(outline, block.section, mentions);
            let kind = match topic {
                Some(Topic::Items(kind)) => Some(kind),
                _ => None,
            };
            let kind = kind.filter(|kind| {
                above.is_none_or(|above| above == Kind::Sprint || above.holds(*kind))
            });
            let free = above.is_none_or(|above| above.holds(Kind::Task));
            let before = mentions.found.len();
            let counted = self.read_list(list, at, kind, free, owner, words, mentions);
            if counted || mentions.found.len() > before {
                mentions.claim(at, self.name());
            }
            if mentions.found.len() > before {
                mentions.claim_heading(block.section, self.name());
            }
        }
    }
}

impl Checklist {
    /// Reads one list, and answers whether a box of it was counted for the item above.
    fn read_list(
        &self,
        list: &List,
        block: usize,
        kind: Option<Kind>,
        free: bool,
        owner: Option<usize>,
        words: &Words,
        mentions: &mut Mentions,
    ) -> bool {
        let mut counted = false;
        let mut item: Option<(usize, usize)> = None;
        for entry in &list.entries {
            if item.is_some_and(|(depth, _)| entry.depth <= depth) {
                item = None;
            }
            let taken = item
                .is_none()
                .then(|| what(entry, kind, free, words))
                .flatten();
            let found =
                taken.and_then(|kind| boxed::mention(entry, self.name(), kind, words, mentions));
            if let Some(mut mention) = found {
                mention.nest = owner;
                mention.block = Some(block);
                mention.sure = kind.is_some();
                if owner.is_none_or(|owner| !mentions.found[owner].kind.holds(mention.kind)) {
                    mention.role = Role::Elsewhere;
                }
                item = Some((entry.depth, mentions.add(mention)));
            } else if let (Some(checkbox), Some(above)) =
                (entry.checkbox, item.map(|(_, above)| above).or(owner))
            {
                mentions.found[above].checks.count(Checkbox::done(checkbox));
                counted = true;
            }
        }
        counted
    }
}

/// What an entry is: with a box, what the heading says, or a task if it bears an id; without a box an id is needed too.
fn what(entry: &Entry, kind: Option<Kind>, free: bool, words: &Words) -> Option<Kind> {
    let id = || label::label(&entry.text.value, words).id.is_some();
    match (entry.checkbox, kind) {
        (Some(_), Some(kind)) if entry.depth == 0 || id() => Some(kind),
        (Some(_), None) if free && id() => Some(Kind::Task),
        (None, Some(kind)) if entry.depth == 0 && id() => Some(kind),
        _ => None,
    }
}
