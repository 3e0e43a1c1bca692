//! Checkboxes: an item each below *Tasks* or with an id, else steps that count for the item above.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::lead;
use crate::read::line;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::prefix;
use crate::read::reach;
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::setting;
use crate::read::stretches;
use crate::read::tasklist;
use crate::read::topic::Topic;
use crate::read::vocabulary::topics::{LEGENDS, SELF_CHECKS};
use crate::read::wish;
use crate::read::words::Words;
use crate::syntax::outline::{Entry, Field, List, Outline, Shape};
use crate::text::similar::fold;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// The name of this reader.
const NAME: &str = key("checklist");

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
            if is_legend(list, words)
                || below_legend(outline, block.section)
                || checks_itself(outline, at)
            {
                continue;
            }
            let before = mentions.found.len();
            let owner = lead::add(outline, at, NAME, words, mentions)
                .or_else(|| mentions.owner(outline, block.section));
            let around = Around::of(outline, at, owner, words, mentions);
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
    /// What the owner is.
    above: Option<Kind>,
    /// The kind that the heading says.
    kind: Option<Kind>,
    /// Whether a task may stand here.
    takes_tasks: bool,
    /// Whether its boxes tell of something beside the plan.
    is_beside: bool,
    /// Whether the document looks ahead.
    is_ahead: bool,
    /// Whether bullets that begin with bold words are things to be done.
    is_backlog: bool,
}

impl Around {
    fn of(
        outline: &Outline,
        at: usize,
        owner: Option<usize>,
        words: &Words,
        mentions: &Mentions,
    ) -> Self {
        let section = outline.blocks[at].section;
        let above = owner.map(|owner| mentions.found[owner].kind);
        let lead = scope::lead(outline, at);
        let led = lead.as_deref().and_then(|lead| words.topic(lead));
        let topic = led.or_else(|| scope::topic(outline, section, mentions));
        let is_aside = matches!(topic, Some(Topic::Aside | Topic::Criteria));
        let kind = match topic {
            Some(Topic::Items(kind)) => Some(kind),
            Some(Topic::Members) if above == Some(Kind::Sprint) => Some(Kind::Task),
            Some(Topic::Aside | Topic::Criteria) => None,
            _ => {
                let tells = lead.is_some_and(|lead| tasklist::announces(&lead, words))
                    || tasklist::holds_tasks(outline, section, words, mentions);
                tells.then_some(Kind::Task)
            }
        };
        // What comes before what is told of tasks; it names none.
        let kind = kind.filter(|_| !tells_order(outline, section, words));
        let takes =
            |kind: Kind| above.is_none_or(|above| above == Kind::Sprint || above.holds(kind));
        Self {
            owner,
            above,
            kind: kind.filter(|kind| takes(*kind)),
            takes_tasks: takes(Kind::Task) && !is_aside,
            is_beside: topic == Some(Topic::Aside),
            is_ahead: setting::is_roadmap(outline, section),
            is_backlog: wish::is_list(&outline.path)
                || tasklist::announces(&outline.sections[section].heading.value, words),
        }
    }

    /// Reads one list, and answers whether a box of it was counted for an item above.
    fn read(&self, list: &List, block: usize, words: &Words, mentions: &mut Mentions) -> bool {
        let mut counted = false;
        let mut item: Option<(usize, usize)> = None;
        let is_counted = self.is_ahead && stretches::are_counted(list);
        if let Some(kind @ (Kind::Phase | Kind::Milestone)) = self.kind.filter(|_| is_counted) {
            for mention in stretches::of(list, kind, NAME, words, mentions) {
                self.add(mention, block, mentions);
            }
            return false;
        }
        let plans = self.lists_plans(list);
        let named = self.named(list, words);
        let tells = named.is_some() && tells(list);
        for (at, entry) in list.entries.iter().enumerate() {
            if item.is_some_and(|(depth, _)| entry.depth <= depth) {
                item = None;
            }
            let kind = if plans && entry.depth == 0 || self.heads_steps(list, at) {
                Some(Kind::Task)
            } else if named.is_some() && entry.depth == 0 {
                named
            } else {
                self.kind_of(entry, item.is_some(), words)
            };
            let found = kind.and_then(|kind| boxed::mention(entry, NAME, kind, words, mentions));
            if let Some(mut mention) = found {
                if entry.depth == 0 && tells {
                    cut(entry, &mut mention);
                }
                item = Some((entry.depth, self.add(mention, block, mentions)));
            } else if let (Some(checkbox), Some(above)) =
                (entry.checkbox, item.map(|(_, above)| above).or(self.owner))
            {
                if !self.is_beside {
                    mentions.found[above].checks.count(checkbox.done());
                    counted = true;
                }
            } else if let Some((_, above)) = item {
                fields_below(entry, above, words, mentions);
            }
        }
        counted
    }

    /// What an entry is: with a box, what its own words or the heading say, or a task if it bears an id; without a
    /// box, or within another item, an id is needed.
    fn kind_of(&self, entry: &Entry, nested: bool, words: &Words) -> Option<Kind> {
        let text = &entry.text.value;
        let label = line::line(entry, words).label;
        if is_step(text) || is_requirement(label.id.as_deref()) && self.kind.is_none() {
            return None;
        }
        let named = label
            .kind
            .filter(|_| label.id.as_deref().is_some_and(|id| !text.starts_with(id)));
        let is_numbered = label
            .id
            .as_deref()
            .is_some_and(|id| id.starts_with(|c: char| c.is_ascii_digit()));
        if nested && is_numbered && self.above == Some(Kind::Story) {
            // The tasks of a story have steps.
            return None;
        }
        let has_id = label.id.is_some();
        let is_issue = label.id.as_deref().is_some_and(|id| id.starts_with('#'));
        match (entry.checkbox, self.kind) {
            (Some(_), _) if named.is_some_and(|kind| kind != Kind::Task) => named,
            (Some(_), Some(kind)) if entry.depth == 0 && !nested || has_id => Some(kind),
            (Some(_), None) if self.takes_tasks && has_id => Some(Kind::Task),
            // "Task: Dig", "Feature: Boats".
            (Some(_), _) if entry.depth == 0 && !nested && self.takes_tasks => label.kind,
            (None, Some(Kind::Milestone)) if entry.depth == 0 && reach::is_release(text, words) => {
                self.kind
            }
            // The number of an issue makes tasks; elsewhere a link to an issue is a remark.
            (None, Some(kind))
                if entry.depth == 0 && has_id && (kind == Kind::Task || !is_issue) =>
            {
                Some(kind)
            }
            (None, Some(Kind::Task)) if !nested && self.is_told(entry, words) => Some(Kind::Task),
            _ => None,
        }
    }

    /// "**Lock the cellar** — the door has no lock": a bullet with a bold title and what it means, below *Backlog*.
    fn is_told(&self, entry: &Entry, words: &Words) -> bool {
        let line = line::line(entry, words);
        let title = line.label.title.trim();
        let may_stand = matches!(
            self.above,
            None | Some(Kind::Phase | Kind::Milestone | Kind::Sprint)
        );
        may_stand
            && self.is_backlog
            && entry.depth == 0
            && entry.number.is_none()
            && entry.lead.is_some()
            && line.rest.is_some()
            && title.contains(' ')
            && !title.ends_with(['?', '.'])
            && words.status_alone(title).is_none()
            && words.topic(title).is_none()
    }

    /// "1. **Ground**" with boxes below it: a task with its steps, where tasks are to be expected.
    fn heads_steps(&self, list: &List, at: usize) -> bool {
        let entry = &list.entries[at];
        let expected = self.kind == Some(Kind::Task) && self.above != Some(Kind::Story)
            || matches!(
                self.above,
                Some(Kind::Phase | Kind::Milestone | Kind::Sprint)
            );
        let below = || {
            let below = list.entries[at + 1..].iter();
            below.take_while(|other| other.depth > entry.depth)
        };
        expected
            && entry.depth == 0
            && entry.checkbox.is_none()
            && entry.number.is_some()
            && entry.lead.is_some()
            && below().any(|entry| entry.checkbox.is_some())
    }

    /// Bullets below a phase that all begin with a number of two parts: "01-02: Dig".
    fn lists_plans(&self, list: &List) -> bool {
        let mut top = list.entries.iter().filter(|entry| entry.depth == 0);
        let is_plan = |entry: &Entry| {
            entry.checkbox.is_none()
                && prefix::numbered(&entry.text.value).is_some_and(|(id, _)| id.contains('-'))
        };
        matches!(self.above, Some(Kind::Phase | Kind::Milestone))
            && !list.entries.is_empty()
            && top.all(is_plan)
    }

    /// What entries are that all say it before a number: "1. **Epic 1 — Doors:** In by day", "- Story 2.1: Write a slip".
    /// Outside of what they are parts of, they must be bold.
    fn named(&self, list: &List, words: &Words) -> Option<Kind> {
        let top = || list.entries.iter().filter(|entry| entry.depth == 0);
        let kind = name(top().next()?, words)?;
        let is_part = self.above.is_some_and(|above| above.holds(kind));
        let is_bold = || self.above.is_none() && top().all(|entry| entry.lead.is_some());
        let alike = top().all(|entry| name(entry, words) == Some(kind));
        let several = top().nth(1).is_some();
        let is_said = self.kind == Some(kind);
        (several && alike && !self.is_beside && (is_part || is_said || is_bold())).then_some(kind)
    }

    fn add(&self, mut mention: Mention, block: usize, mentions: &mut Mentions) -> usize {
        let is_part = self.above.is_some_and(|above| above.holds(mention.kind));
        mention.nest = self.owner;
        mention.block = Some(block);
        mention.sure = self.kind.is_some() && self.above != Some(Kind::Sprint);
        if !is_part {
            mention.role = Role::Elsewhere;
        }
        mentions.add(mention)
    }
}

/// The kind that an entry without a box says before its number, with a title behind.
fn name(entry: &Entry, words: &Words) -> Option<Kind> {
    let text = entry.text.value.as_str();
    let bold = entry.lead.as_ref().map(|lead| lead.value.as_str());
    let label = line::line(entry, words).label;
    let id = label.id.as_deref()?;
    let behind = text.split_once(id)?.1.trim_start();
    let is_apart = behind.starts_with([':', '：', '—', '–', '-']);
    let is_titled = bold.is_none_or(|bold| bold.contains(id));
    let is_level = |kind: &Kind| {
        matches!(
            kind,
            Kind::Phase | Kind::Milestone | Kind::Feature | Kind::Story
        )
    };
    let fits = entry.checkbox.is_none() && !text.starts_with(id) && is_apart && is_titled;
    label.kind.filter(is_level).filter(|_| fits)
}

/// What stands between a name and what is told of it.
const GAPS: [&str; 3] = [" — ", " – ", " - "];

/// Whether each entry says behind a dash what the item is about: "Epic 1: Doors — Hand out codes by day".
fn tells(list: &List) -> bool {
    let is_told = |entry: &Entry| {
        let text = entry.text.value.as_str();
        let gap = GAPS.iter().find_map(|gap| text.split_once(gap));
        gap.is_some_and(|(_, told)| told.split_whitespace().count() > 2)
    };
    let mut top = list.entries.iter().filter(|entry| entry.depth == 0);
    top.all(is_told)
}

/// Takes away what is told behind the title.
fn cut(entry: &Entry, mention: &mut Mention) {
    let title = mention.title.text.as_str();
    let apart = GAPS.iter().find_map(|gap| title.split_once(gap));
    let name = apart.map(|(name, _)| name.trim().to_string());
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        mention.title = Raw::within(&entry.text, &name, Form::Entry);
    }
}

/// A step says so itself: "Subtask 1.1: Dig".
fn is_step(text: &str) -> bool {
    let folded = fold(text.split([':', '.']).next().unwrap_or_default());
    folded.starts_with("subtask ") || folded.starts_with("sub task ")
}

/// Ids of what must hold or is tried: `AC-1`, `FR-2`, `TC3`.
fn is_requirement(id: Option<&str>) -> bool {
    const LETTERS: [&str; 10] = ["AC", "FR", "NFR", "SC", "BR", "UC", "TC", "REQ", "CR", "R"];
    let letters: Option<String> =
        id.map(|id| id.chars().take_while(|c| c.is_alphabetic()).collect());
    letters.is_some_and(|letters| LETTERS.contains(&letters.to_uppercase().as_str()))
}

/// What bullets below an item say of it: "- _Requirements: 1.1_", "- **Depends on:** T-3".
pub fn fields_below(entry: &Entry, item: usize, words: &Words, mentions: &mut Mentions) {
    let is_said = |field: &Field| {
        field.marked || entry.lead.is_some() || fields::name(&field.key.value, words).is_some()
    };
    if entry.number.is_some() || !entry.fields.iter().all(is_said) {
        return;
    }
    let mut said = Mention::new(
        NAME,
        Role::Row,
        mentions.found[item].kind,
        Raw::default(),
        entry.text.span,
    );
    for field in &entry.fields {
        // Slanted words are meant as a key, too: "_Requirements: 1.1_".
        let marked = field.marked || entry.lead.is_some();
        let field = Field {
            marked,
            ..field.clone()
        };
        fields::add(&field, words, &mut said, mentions);
    }
    let item = &mut mentions.found[item];
    item.values.extend(said.values);
    item.own.extend(said.own);
    item.parts.extend(said.parts);
}

/// Whether a heading such as *Dependencies & execution order* stands over it.
fn tells_order(outline: &Outline, section: usize, words: &Words) -> bool {
    let heading = &outline.sections[section].heading.value;
    let head = heading.split(['&', '(', ':']).next().unwrap_or_default();
    words.field(head) == Some(FieldName::DependsOn)
}

fn below_legend(outline: &Outline, section: usize) -> bool {
    let heading = fold(&outline.sections[section].heading.value);
    LEGENDS.contains(&heading.as_str())
}

/// Whether the words over a list, or a heading around it, say that the document checks itself.
fn checks_itself(outline: &Outline, at: usize) -> bool {
    let is_check = |words: &str| {
        let head = words.split([':', '(', '*']).next().unwrap_or_default();
        SELF_CHECKS.contains(&fold(head).as_str())
    };
    if scope::lead(outline, at).is_some_and(|lead| is_check(&lead)) {
        return true;
    }
    let mut section = Some(outline.blocks[at].section);
    while let Some(here) = section {
        if is_check(&outline.sections[here].heading.value) {
            return true;
        }
        section = outline.sections[here].parent;
    }
    false
}

/// `- [ ] = open`, `- [x] done`: boxes that are explained.
fn is_legend(list: &List, words: &Words) -> bool {
    let explains = |entry: &&Entry| {
        let text = entry.text.value.trim_matches('`').trim_start();
        let bare = text.trim_start_matches(['=', ':', '-', '–', '—', '→', ' ']);
        text.starts_with(['=', ':', '→']) || words.status_alone(bare).is_some()
    };
    let boxes = || list.entries.iter().filter(|entry| entry.checkbox.is_some());
    boxes().count() > 1 && boxes().all(|entry| explains(&entry))
}
