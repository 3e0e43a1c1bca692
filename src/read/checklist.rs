//! Checkboxes: an item each below *Tasks* or with an id, else steps that count for the item above.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::label;
use crate::read::mention::{Mention, Mentions};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::words::{Topic, Words};
use crate::syntax::outline::{Entry, List, Outline, Shape};

const NAME: &str = "checklist";

/// Reads checklists.
pub struct Checklist;

impl Reader for Checklist {
    fn name(&self) -> &'static str {
        NAME
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
            let around = Around::of(outline, block.section, mentions);
            let before = mentions.found.len();
            let counted = around.read(list, at, words, mentions);
            let found = mentions.found.len() > before;
            if counted || found {
                mentions.claim(at, NAME);
            }
            if found {
                mentions.claim_heading(block.section, NAME);
            }
        }
    }
}

/// What a list stands in, and so what its entries can be.
struct Around {
    owner: Option<usize>,
    /// The kind that the heading says.
    kind: Option<Kind>,
    /// Whether a task may stand here.
    takes_tasks: bool,
}

impl Around {
    fn of(outline: &Outline, section: usize, mentions: &Mentions) -> Self {
        let owner = mentions.owner(outline, section);
        let above = owner.map(|owner| mentions.found[owner].kind);
        let kind = match scope::topic(outline, section, mentions) {
            Some(Topic::Items(kind)) => Some(kind),
            _ => None,
        };
        let fits =
            |kind: &Kind| above.is_none_or(|above| above == Kind::Sprint || above.holds(*kind));
        Self {
            owner,
            kind: kind.filter(fits),
            takes_tasks: above.is_none_or(|above| above.holds(Kind::Task)),
        }
    }

    /// Reads one list, and answers whether a box of it was counted for an item above.
    fn read(&self, list: &List, block: usize, words: &Words, mentions: &mut Mentions) -> bool {
        let mut counted = false;
        let mut item: Option<(usize, usize)> = None;
        for entry in &list.entries {
            if item.is_some_and(|(depth, _)| entry.depth <= depth) {
                item = None;
            }
            let kind = item.is_none().then(|| self.kind_of(entry, words)).flatten();
            if let Some(mention) =
                kind.and_then(|kind| boxed::mention(entry, NAME, kind, words, mentions))
            {
                item = Some((entry.depth, self.add(mention, block, mentions)));
            } else if let (Some(checkbox), Some(above)) =
                (entry.checkbox, item.map(|(_, above)| above).or(self.owner))
            {
                mentions.found[above].checks.count(checkbox.done());
                counted = true;
            }
        }
        counted
    }

    /// What an entry is: with a box, what the heading says, or a task if it bears an id; without a box an id is needed too.
    fn kind_of(&self, entry: &Entry, words: &Words) -> Option<Kind> {
        let id = || label::label(&entry.text.value, words).id.is_some();
        match (entry.checkbox, self.kind) {
            (Some(_), Some(kind)) if entry.depth == 0 || id() => Some(kind),
            (Some(_), None) if self.takes_tasks && id() => Some(Kind::Task),
            (None, Some(kind)) if entry.depth == 0 && id() => Some(kind),
            _ => None,
        }
    }

    fn add(&self, mut mention: Mention, block: usize, mentions: &mut Mentions) -> usize {
        let is_part = self
            .owner
            .is_some_and(|owner| mentions.found[owner].kind.holds(mention.kind));
        mention.nest = self.owner;
        mention.block = Some(block);
        mention.sure = self.kind.is_some();
        if !is_part {
            mention.role = Role::Elsewhere;
        }
        mentions.add(mention)
    }
}
