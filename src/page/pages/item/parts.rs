//! What hangs below an item: its parts by kind, and the members of a sprint.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::model::kind::Kind;
use crate::page::mark;
use crate::page::name;
use crate::page::noun::titles;
use crate::page::pages::item::telling::Telling;
use crate::page::rows::section_id;
use crate::page::section::{Part, Section};
use crate::page::table::{anchor, table};
use crate::theme::markup::Markup;
use crate::theme::tongue::Tongue;

/// The sections of the parts, by kind and whether they were found on the way.
pub(super) type Parts = BTreeMap<(Kind, bool), Section>;

impl Telling<'_> {
    /// The parts by kind, and the parts of parts that have no page of their own.
    pub(super) fn parts(&self) -> Parts {
        let mut sections = Parts::new();
        self.add_parts(self.at, None, &mut sections, 0);
        self.add_below(&mut sections);
        self.add_choice(&mut sections);
        sections
    }

    pub(super) fn add_parts(
        &self,
        at: usize,
        heading: Option<&Markup>,
        sections: &mut Parts,
        depth: usize,
    ) {
        let mut kinds: BTreeMap<(Kind, bool), Vec<usize>> = BTreeMap::new();
        for part in &self.book.item(at).children {
            let item = self.book.item(*part);
            let is_here = depth == 0 || anchor(self.book, self.from, *part).is_some();
            if is_here {
                kinds
                    .entry((item.kind, item.discovered))
                    .or_default()
                    .push(*part);
            }
        }
        let mut rows: Vec<usize> = Vec::new();
        for (key, parts) in kinds {
            let section = sections
                .entry(key)
                .or_insert_with(|| part_section(&self.book.tongue, key));
            let tongue = &self.book.tongue;
            let (titles, name) = (titles(tongue, key.0), name::short(self.book.item(at)));
            let parts_of: [(&str, &dyn Display); 2] = [("items", &titles), ("name", &name)];
            let caption = tongue.tell("{items} of {name}", &parts_of);
            let (shown, more) = self.on_page(&parts);
            let mut part = Part::table(self.part_table(key.0, shown, caption));
            part.items = shown.to_vec();
            part.heading = heading.cloned();
            section.note = more.or(section.note.take());
            if depth == 0 {
                section.count = Some(Markup::text(&self.tally(key, &parts)));
            }
            section.parts.push(part);
            rows.extend(parts);
        }
        let hosts = rows
            .into_iter()
            .filter(|part| depth < 6 && anchor(self.book, self.from, *part).is_some());
        for part in hosts {
            let words = name::short(self.book.item(part));
            let heading = mark::anchor(&self.book.link(self.from, part), &words, "quiet");
            self.add_parts(part, Some(&heading), sections, depth + 1);
        }
    }

    /// "1 of 5 complete" where these are what progress counts; else how many there are.
    pub(super) fn tally(&self, (kind, discovered): (Kind, bool), parts: &[usize]) -> String {
        let progress = self.item.progress.as_ref();
        let counted = progress.filter(|progress| progress.leaves == Some(kind) && !discovered);
        match counted.and_then(|progress| progress.tally) {
            Some(tally) if tally.of as usize == parts.len() => self.book.tongue.tell(
                "{done} of {of} complete",
                &[("done", &tally.done), ("of", &tally.of)],
            ),
            _ => parts.len().to_string(),
        }
    }

    /// Of a sprint: the items that are in it.
    pub(super) fn members(&self) -> Option<Section> {
        let members = self.book.members(self.at);
        let tongue = &self.book.tongue;
        let name = name::called(tongue, self.item);
        let caption = tongue.tell("In {sprint}", &[("sprint", &name)]);
        (!members.is_empty() && self.item.kind == Kind::Sprint).then(|| {
            let tasks = table(self.book, self.from, members, caption).without("Sprint");
            Section::new("tasks", "In this sprint")
                .count(members.len())
                .with(Part::table(tasks))
        })
    }
}

pub(super) fn part_section(tongue: &Tongue, key: (Kind, bool)) -> Section {
    match key.1 {
        true => {
            Section::new("discovered", "Discovered, not planned").lead(&tongue.say(
                "Found while working; not in the plan and counted in no figure until promoted.",
            ))
        }
        false => Section::new(section_id(key), &titles(tongue, key.0)),
    }
}
