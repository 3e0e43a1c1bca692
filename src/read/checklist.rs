//! Checkboxes: an item each below *Tasks* or with an id, else steps that count for the item above.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::label;
use crate::read::mention::{Mention, Mentions};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::Words;
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
            let around = Around::of(outline, at, words, mentions);
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
    fn of(outline: &Outline, at: usize, words: &Words, mentions: &Mentions) -> Self {
        let section = outline.blocks[at].section;
        let owner = mentions.owner(outline, section);
        let above = owner.map(|owner| mentions.found[owner].kind);
        let lead = scope::lead(outline, at).and_then(|lead| words.topic(&lead));
        let topic = lead.or_else(|| scope::topic(outline, section, mentions));
        let kind = match topic {
            Some(Topic::Items(kind)) => Some(kind),
            Some(Topic::Members) if above == Some(Kind::Sprint) => Some(Kind::Task),
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
            let kind = self.kind_of(entry, item.is_some(), words);
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

    /// What an entry is: with a box, what the heading says, or a task if it bears an id; without a box, or within
    /// another item, an id is needed.
    fn kind_of(&self, entry: &Entry, nested: bool, words: &Words) -> Option<Kind> {
        let text = &entry.text.value;
        let id = || label::label(text, words).id.is_some() || label::numbered(text).is_some();
        match (entry.checkbox, self.kind) {
            (Some(_), Some(kind)) if entry.depth == 0 && !nested || id() => Some(kind),
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
        let in_sprint = self
            .owner
            .is_some_and(|owner| mentions.found[owner].kind == Kind::Sprint);
        mention.sure = self.kind.is_some() && !in_sprint;
        if !is_part {
            mention.role = Role::Elsewhere;
        }
        mentions.add(mention)
    }
}
