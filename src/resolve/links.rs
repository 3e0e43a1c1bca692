//! References to items: parents, dependencies, what blocks and what became of it, sprints, parts, what weeks did.

use crate::diagnostic::Diagnostic;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::movement::Movement;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::read::field::FieldName;
use crate::read::mention::{Mention, Raw};
use crate::resolve::found::From;
use crate::resolve::group::is_alike;
use crate::resolve::linker::{Led, Linker};
use crate::resolve::report;
use crate::resolve::values::{Member, said, saying};
use crate::text::similar::fold;
use crate::text::span::Place;

/// Everything that one item says of others.
#[derive(Debug, Default)]
pub struct Linked {
    /// What it is a part of.
    pub parent: Option<Reference>,
    /// What must be finished first.
    pub depends_on: Vec<Reference>,
    /// What waits for it.
    pub blocks: Vec<Reference>,
    /// What it turned into.
    pub became: Vec<Reference>,
    /// The sprint it is in.
    pub sprint: Option<Reference>,
    /// The sprints whose documents list it.
    pub sprints: Vec<Reference>,
    /// Of a week: what it did with items.
    pub movements: Vec<Movement>,
    /// What it names as its parts, each with the reference back to it.
    pub parts: Vec<(ItemId, Reference)>,
    /// What keeps it from going on, in words.
    pub obstacles: Vec<(String, Stated<String>)>,
    /// What is wrong with all that.
    pub findings: Vec<Diagnostic>,
}

impl Linker<'_> {
    /// Looks up everything that one item says of others.
    pub fn link(&self, id: ItemId, members: &[Member<'_>]) -> Linked {
        let mut findings = Vec::new();
        let mut depends_on = self.list(id, members, FieldName::DependsOn, &mut findings);
        let (references, obstacles) = self.blocked_by(id, members);
        depends_on.extend(references);
        depends_on.extend(self.outside(members));
        Linked {
            parent: self.parent(id, members, &mut findings),
            depends_on,
            blocks: self.list(id, members, FieldName::Blocks, &mut findings),
            became: self.list(id, members, FieldName::Became, &mut findings),
            sprint: self.sprint(id, members, &mut findings),
            sprints: self.sprints(id, members),
            movements: self.movements(members),
            parts: self.parts(id, members, &mut findings),
            obstacles,
            findings,
        }
    }

    /// The references of one list: dependencies, what it blocks, what it became.
    fn list(
        &self,
        id: ItemId,
        members: &[Member<'_>],
        name: FieldName,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Reference> {
        let mut out: Vec<Reference> = Vec::new();
        for member in members {
            let from = self.from(id, member, None);
            for (_, raw) in member
                .mention
                .values
                .iter()
                .filter(|(other, _)| *other == name)
            {
                for reference in self.references(raw, member.file, &from, findings) {
                    let repeated =
                        reference.to.is_some() && out.iter().any(|other| other.to == reference.to);
                    if !repeated {
                        out.push(reference);
                    }
                }
            }
        }
        out
    }

    /// What keeps an item from going on: the items among it, and the rest in words.
    fn blocked_by(
        &self,
        id: ItemId,
        members: &[Member<'_>],
    ) -> (Vec<Reference>, Vec<(String, Stated<String>)>) {
        let mut references = Vec::new();
        let mut obstacles = Vec::new();
        for member in members {
            let from = self.from(id, member, None);
            for raw in member.mention.values_of(FieldName::BlockedBy) {
                let found = self.references(raw, member.file, &from, &mut Vec::new());
                let led: Vec<Reference> = found
                    .into_iter()
                    .filter(|found| found.to.is_some() || found.external)
                    .collect();
                if led.is_empty() {
                    let stated = Stated {
                        value: raw.text.clone(),
                        said: vec![saying(member.file, raw)],
                    };
                    obstacles.push(("Blocked by".to_string(), stated));
                }
                references.extend(led);
            }
        }
        (references, obstacles)
    }

    /// What is outside the plan and must come first.
    fn outside(&self, members: &[Member<'_>]) -> Vec<Reference> {
        said(members, FieldName::DependsOutside)
            .map(|(file, raw)| Reference {
                raw: raw.text.clone(),
                to: None,
                inferred: false,
                external: true,
                place: Place {
                    file,
                    span: raw.slot.span,
                },
            })
            .collect()
    }

    /// What an item is a part of: the nearest level that it names, else what it stands in.
    fn parent(
        &self,
        id: ItemId,
        members: &[Member<'_>],
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Reference> {
        let kind = self.stands[id.0 as usize].2;
        let mut named: Vec<(Option<u8>, Reference)> = Vec::new();
        let mut unfit: Vec<(Option<Kind>, Reference)> = Vec::new();
        let mut asked: Vec<(&Raw, Vec<Led>)> = Vec::new();
        for member in members {
            for (name, raw) in &member.mention.values {
                let FieldName::Parent(wanted) = name else {
                    continue;
                };
                let from = self.from(id, member, *wanted);
                let led = self.lead(raw, member.file, &from);
                for reference in led.iter().flat_map(|led| &led.references) {
                    let found = reference.to.map(|to| self.stands[to.0 as usize].2);
                    let level = found.and_then(Kind::level);
                    let fits = |found: Kind| {
                        let spans = matches!(found, Kind::Phase | Kind::Milestone);
                        found.holds(kind) || found == kind || spans && kind == Kind::Sprint
                    };
                    if found.is_none_or(fits) {
                        named.push((level, reference.clone()));
                    } else {
                        unfit.push((found, reference.clone()));
                    }
                }
                asked.push((raw, led));
            }
        }
        // Of several levels the nearest counts; of several words for one level the first.
        let nearest = named.iter().filter_map(|(level, _)| *level).max();
        let told = named
            .iter()
            .find(|(level, _)| nearest.is_some() && *level == nearest)
            .map(|(_, reference)| reference.clone());
        if told.is_none() {
            // One name that leads to a parent is enough; the others may be words for something else.
            let troubles = asked.iter().flat_map(|(raw, led)| self.troubles(raw, led));
            findings.extend(troubles);
            findings.extend(unfit.iter().filter_map(|(found, reference)| {
                Some(report::unfit_parent(
                    reference.place,
                    &reference.raw,
                    (*found)?,
                    kind,
                ))
            }));
        }
        told.or_else(|| self.nest_beneath(id, members, kind))
            .or_else(|| {
                self.nest(id, members.iter(), |above| {
                    above.nests(kind) && (above != Kind::Sprint || kind == Kind::Phase)
                })
            })
            .or_else(|| named.into_iter().next().map(|(_, reference)| reference))
    }

    /// What stands below a heading "Sub-issues" belongs to an item of its own kind, whatever else lists it.
    fn nest_beneath(&self, id: ItemId, members: &[Member<'_>], kind: Kind) -> Option<Reference> {
        let beneath = members.iter().filter(|member| member.mention.beneath);
        self.nest(id, beneath, |above| above == kind)
    }

    /// The item that a mention stands in, where its kind fits.
    fn nest<'a>(
        &self,
        id: ItemId,
        mut members: impl Iterator<Item = &'a Member<'a>>,
        fits: impl Fn(Kind) -> bool,
    ) -> Option<Reference> {
        members.find_map(|member| {
            let file = member.file.0 as usize;
            let above = member
                .mention
                .nest
                .and_then(|nest| self.homes[file][nest])
                .filter(|above| *above != id)?;
            let place = Place {
                file: member.file,
                span: member.mention.span,
            };
            fits(self.stands[above.0 as usize].2).then(|| Reference {
                raw: String::new(),
                to: Some(above),
                inferred: false,
                external: false,
                place,
            })
        })
    }

    /// The sprint that an item names, else the one whose document lists it.
    fn sprint(
        &self,
        id: ItemId,
        members: &[Member<'_>],
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Reference> {
        if self.stands[id.0 as usize].2 == Kind::Sprint {
            return None;
        }
        for member in members {
            let from = self.from(id, member, Some(Kind::Sprint));
            let raws = member
                .mention
                .values
                .iter()
                .filter(|(name, _)| *name == FieldName::Sprint);
            if let Some(reference) = raws
                .flat_map(|(_, raw)| self.references(raw, member.file, &from, findings))
                .next()
            {
                return Some(reference);
            }
        }
        self.nest(id, members.iter().rev(), |above| above == Kind::Sprint)
    }

    /// The sprints in whose documents an item stands.
    fn sprints(&self, id: ItemId, members: &[Member<'_>]) -> Vec<Reference> {
        let single = members.iter().map(std::iter::once);
        let listed = |one| self.nest(id, one, |above| above == Kind::Sprint);
        match self.stands[id.0 as usize].2 {
            Kind::Sprint => Vec::new(),
            _ => single.filter_map(listed).collect(),
        }
    }

    /// What items name as their parts: the part and the reference back to the whole.
    fn parts(
        &self,
        id: ItemId,
        members: &[Member<'_>],
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<(ItemId, Reference)> {
        let mut out = Vec::new();
        for member in members {
            let from = From {
                loose: false,
                ..self.from(id, member, None)
            };
            for raw in &member.mention.parts {
                for reference in self.references(raw, member.file, &from, findings) {
                    out.extend(reference.to.map(|part| {
                        (
                            part,
                            Reference {
                                to: Some(id),
                                ..reference
                            },
                        )
                    }));
                }
            }
        }
        out
    }

    /// "T-3 — waits for the architect": words behind an id that are not the title of the item are the reason.
    fn reason(&self, mention: &Mention, to: Option<ItemId>) -> Option<String> {
        let title = &self.stands[to?.0 as usize].1;
        let words = &mention.title.text;
        let id = &mention.id.as_ref()?.text;
        (!is_alike(title, words) && fold(words) != fold(id)).then(|| words.clone())
    }

    /// What a week did with items.
    fn movements(&self, members: &[Member<'_>]) -> Vec<Movement> {
        let mut out = Vec::new();
        for member in members {
            let file = member.file.0 as usize;
            for raw in &member.mention.movements {
                let mention: &Mention = &self.all[file].found[raw.mention];
                let text = mention.id.as_ref().unwrap_or(&mention.title).text.clone();
                let place = Place {
                    file: member.file,
                    span: mention.span,
                };
                let to = self.homes[file][raw.mention];
                let inferred = to.is_some_and(|to| {
                    mention.id.is_none()
                        && mention.target.is_none()
                        && fold(&self.stands[to.0 as usize].1) != fold(&text)
                });
                let told = || self.reason(mention, to);
                out.push(Movement {
                    change: raw.change,
                    item: Reference {
                        raw: text,
                        to,
                        inferred,
                        external: false,
                        place,
                    },
                    reason: raw.reason.clone().or_else(told),
                });
            }
        }
        out
    }
}
