//! The words of one item looked up as references, and what is wrong with them.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::reference::Reference;
use crate::read::mention::{Mentions, Raw};
use crate::resolve::finder::{Finder, LONGEST};
use crate::resolve::found::{Found, From};
use crate::resolve::phrase;
use crate::resolve::report;
use crate::resolve::values::Member;
use crate::text::span::{FileId, Place};

/// Where each mention went: the item of a file's mention.
pub type Homes = Vec<Vec<Option<ItemId>>>;

/// What is needed to look references up.
pub struct Linker<'a> {
    /// The documents, in order.
    pub all: &'a [Arc<Mentions>],
    /// The finder over all items.
    pub finder: &'a Finder<'a>,
    /// The item of each mention.
    pub homes: &'a Homes,
    /// Where each item stands, for findings.
    pub stands: &'a [(Place, String, Kind)],
}

/// Where one part of some words leads.
pub struct Led {
    /// The references that it makes.
    pub references: Vec<Reference>,
    /// What was found.
    pub found: Found,
}

impl Linker<'_> {
    /// From where the words of a mention are looked up.
    pub fn from<'b>(&'b self, item: ItemId, member: &Member<'_>, kind: Option<Kind>) -> From<'b> {
        let file = member.file.0 as usize;
        From {
            item: Some(item),
            file,
            path: &self.all[file].path,
            block: member.mention.block,
            kind,
            loose: true,
        }
    }

    /// The references that some words make; what is wrong with them is reported.
    pub fn references(
        &self,
        raw: &Raw,
        file: FileId,
        from: &From<'_>,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Reference> {
        let led = self.lead(raw, file, from);
        findings.extend(self.troubles(raw, &led));
        led.into_iter().flat_map(|led| led.references).collect()
    }

    /// Where some words lead, part by part.
    pub fn lead(&self, raw: &Raw, file: FileId, from: &From<'_>) -> Vec<Led> {
        let place = Place {
            file,
            span: raw.slot.span,
        };
        let parts = self.finder.find(raw, from).into_iter();
        parts
            .map(|(text, found)| {
                let open = Reference {
                    raw: text,
                    to: None,
                    inferred: false,
                    external: false,
                    place,
                };
                let references = match &found {
                    Found::Item(to, inferred) => vec![Reference {
                        to: Some(*to),
                        inferred: *inferred,
                        ..open
                    }],
                    Found::Several(items) => items
                        .iter()
                        .map(|to| Reference {
                            to: Some(*to),
                            ..open.clone()
                        })
                        .collect(),
                    Found::Outside => vec![Reference {
                        external: true,
                        ..open
                    }],
                    Found::Nothing => Vec::new(),
                    Found::Itself => vec![open],
                    Found::Document | Found::Ambiguous(_) | Found::TooMany(_) | Found::Missing => {
                        vec![open]
                    }
                };
                Led { references, found }
            })
            .collect()
    }

    /// What is wrong with words that do not lead to items; of several names that nothing has, all together.
    pub fn troubles(&self, raw: &Raw, led: &[Led]) -> Vec<Diagnostic> {
        let others = led.iter().filter_map(|led| self.trouble(led));
        others.chain(self.missing(raw, led)).collect()
    }

    /// The names that nothing has. A dead link is reported as that, not here; a sentence that names nothing is not meant
    /// to lead anywhere.
    fn missing(&self, raw: &Raw, led: &[Led]) -> Option<Diagnostic> {
        let missing = led.iter().filter(|led| led.found == Found::Missing);
        let open = missing.flat_map(|led| &led.references);
        let open: Vec<&Reference> = open.filter(|open| phrase::is_name(&open.raw)).collect();
        let first = open.first().filter(|_| raw.links.is_empty())?;
        let names: Vec<&str> = open.iter().map(|open| open.raw.as_str()).collect();
        let file = first.place.file.0 as usize;
        let nearest = match names.as_slice() {
            [one] => self.finder.suggestion(one, file),
            _ => None,
        };
        Some(report::broken_reference(first.place, &names, nearest))
    }

    /// What is wrong with a part that leads to no one item.
    fn trouble(&self, led: &Led) -> Option<Diagnostic> {
        let open = led.references.first()?;
        match &led.found {
            Found::Ambiguous(items) if phrase::is_name(&open.raw) => {
                Some(report::ambiguous_reference(
                    open.place,
                    &open.raw,
                    items.len(),
                    self.candidates(items),
                ))
            }
            Found::Itself => Some(report::self_reference(open.place, &open.raw)),
            Found::TooMany(count) => Some(report::too_many(open.place, &open.raw, *count, LONGEST)),
            _ => None,
        }
    }

    fn candidates(&self, items: &[ItemId]) -> Vec<(Place, String)> {
        items
            .iter()
            .take(4)
            .map(|item| &self.stands[item.0 as usize])
            .map(|(place, title, _)| (*place, title.clone()))
            .collect()
    }
}
