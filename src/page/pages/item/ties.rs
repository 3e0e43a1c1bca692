//! What an item hangs on: the longest path below it, what it waits for, and which references were inferred.

use crate::theme::tongue::{Tongue, key};
use std::collections::BTreeMap;

use crate::edition::entry::Lead;
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::relative;
use crate::page::mark;
use crate::page::noun;
use crate::page::pages::item::shelf::{Shelf, Topic};
use crate::page::pages::item::telling::{SPEAKERS, Telling};
use crate::page::rows::section_of;
use crate::page::section::{Column, Line, Part, Row, Section, Step, Table};
use crate::theme::markup::{Markup, escape};

impl Telling<'_> {
    pub(super) fn longest_path(&self) -> Option<Section> {
        let path = &self.item.longest_path;
        let is_above = matches!(
            self.item.kind,
            Kind::Phase | Kind::Milestone | Kind::Feature
        );
        if path.len() < 2 || !is_above {
            return None;
        }
        let steps = path.iter().map(|at| {
            let item = self.book.item(*at);
            Step {
                title: mark::item(self.book, self.from, *at),
                status: badge::status(&self.book.tongue, item),
                estimate: item.estimate.as_ref().map(|said| said.raw.clone()),
            }
        });
        let part = Part {
            steps: Some(steps.collect()),
            ..Part::default()
        };
        let lead =
            key("The longest chain of open work below it: each step waits for the one before it.");
        Some(
            Section::new("order", "Longest path")
                .count(path.len())
                .lead(&self.book.tongue.say(lead))
                .with(part),
        )
    }

    pub(super) fn declared(&self) -> Option<Section> {
        let tongue = &self.book.tongue;
        let progress = self.item.progress.as_ref()?;
        let declared = progress.declared.as_ref()?;
        let figure = |label: &str, done: u32, of: u32, percent: Option<u32>, from: Markup| Row {
            id: None,
            cells: vec![
                Markup::text(label),
                Markup::text(&format!("{done}/{of}")),
                Markup::text(&percent.map_or(String::new(), |percent| format!("{percent}%"))),
                from,
            ],
        };
        let said = declared.value;
        let place = declared
            .source
            .as_ref()
            .map(|source| mark::place(self.book, source));
        let place = place.unwrap_or_default();
        let quoted = Markup::html(format!("“{}” {}", escape(&declared.raw), place.as_str()));
        let mut rows = vec![figure(
            &tongue.say("Declared"),
            said.done,
            said.of,
            said.percent(),
            quoted,
        )];
        let anchor = section_of(self.book, self.at).unwrap_or("main");
        let same = progress.tally.map(|tally| {
            let leaves = progress.leaves.unwrap_or(Kind::Task);
            let items = noun::count(tongue, tally.of as usize, leaves);
            let link = mark::anchor(&format!("#{anchor}"), &items, "");
            let number = |number: u32| Markup::text(&number.to_string());
            let (done, silent) = (number(tally.done), number(progress.without_status));
            let from = match progress.without_status {
                0 => tongue.mark(
                    "{items} below it: {done} complete",
                    &[("items", &link), ("done", &done)],
                ),
                _ => tongue.mark(
                    "{items} below it: {done} complete, {silent} without status",
                    &[("items", &link), ("done", &done), ("silent", &silent)],
                ),
            };
            rows.push(figure(
                &tongue.say("Computed"),
                tally.done,
                tally.of,
                tally.percent(),
                from,
            ));
            tally == said
        });
        let note = match same {
            Some(true) => key("Both are the same."),
            Some(false) => key("They differ: the document and its parts do not say the same."),
            None => key("Nothing below it has a status, so nothing can be computed."),
        };
        let head = Column::all([
            ("Figure", "head"),
            ("Complete", "r"),
            ("Percent", "r"),
            ("From", "grow"),
        ]);
        let table = Table {
            caption: key("Declared and computed progress").into(),
            head,
            rows,
        };
        Some(
            Section::new("declared", "Declared and computed")
                .with(Part::table(table))
                .note(&self.book.tongue.say(note)),
        )
    }

    /// What must be finished first, in the plan and outside of it; then the author's own words.
    pub(super) fn depends(&self, shelf: &mut Shelf) -> Option<Section> {
        let leads = &self.item.depends_on;
        let (outside, inside): (Vec<&Lead>, Vec<&Lead>) =
            leads.iter().partition(|lead| lead.external);
        let has_both = !outside.is_empty() && !inside.is_empty();
        let groups = [
            (key("In the plan"), inside),
            (key("Outside the plan"), outside),
        ];
        let parts = groups.into_iter().filter(|(_, leads)| !leads.is_empty());
        let lists = parts.map(|(words, leads)| {
            let lines = leads.into_iter().map(|lead| self.lead_line(lead));
            let mut part = Part::rows("", lines.collect());
            part.heading = has_both.then(|| Markup::text(&self.book.tongue.say(words)));
            part
        });
        let ours = (!leads.is_empty()).then(|| Section {
            parts: self.around().into_iter().chain(lists).collect(),
            note: self.in_graph(),
            ..Section::new("depends", "Depends on").count(leads.len())
        });
        shelf.place(Topic::Dependencies, ours)
    }

    pub(super) fn lead_line(&self, lead: &Lead) -> Line {
        match lead.to {
            Some(to) => Line {
                why: inferred_note(lead).into_iter().collect(),
                ..self.line(to)
            },
            None => Line {
                lead: Markup::html("<i class=\"i i-link\"></i>".into()),
                title: Markup::text(&lead.raw),
                end: lead
                    .external
                    .then(|| Markup::text(&self.book.tongue.say("outside the plan"))),
                ..Line::default()
            },
        }
    }

    pub(super) fn line(&self, at: usize) -> Line {
        let item = self.book.item(at);
        Line {
            lead: badge::status(&self.book.tongue, item),
            title: mark::item(self.book, self.from, at),
            end: item.id.as_deref().map(Markup::text),
            ..Line::default()
        }
    }

    pub(super) fn holds_up(&self) -> Option<Section> {
        let waiting = &self.item.waiting;
        let lines: Vec<Line> = waiting
            .iter()
            .take(SPEAKERS)
            .map(|at| self.line(*at))
            .collect();
        (!waiting.is_empty()).then(|| {
            let section = Section::new("holds-up", "Waits for it").count(waiting.len());
            let is_told = !self.item.depends_on.is_empty();
            let section = Section {
                note: self.in_graph().filter(|_| !is_told),
                ..section
            };
            let drawing = self.around().filter(|_| !is_told);
            let parts = drawing.into_iter().chain([Part::rows("", lines)]);
            let section = Section {
                parts: parts.collect(),
                ..section
            };
            more(&self.book.tongue, section, waiting.len())
        })
    }

    /// The way to where it stands among all dependencies.
    fn in_graph(&self) -> Option<Markup> {
        let place = self.book.graph.place(self.at)?;
        let href = relative(self.from, &place);
        Some(mark::anchor(
            &href,
            &self.book.tongue.say("See it among the dependencies"),
            "",
        ))
    }

    /// Every reference on this page that was found by likeness.
    pub(super) fn inferred(&self) -> Option<Section> {
        let mut leads: Vec<&Lead> = self
            .item
            .depends_on
            .iter()
            .chain(&self.item.became)
            .collect();
        let rows = self.book.routes.rows(self.from);
        let rows = rows
            .iter()
            .chain(&self.item.children)
            .chain(self.book.members(self.at));
        leads.extend(rows.flat_map(|at| &self.book.item(*at).depends_on));
        let mut lines: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        let mut places: BTreeMap<u32, Markup> = BTreeMap::new();
        for lead in leads.into_iter().filter(|lead| lead.inferred) {
            let (Some(to), Some(source)) = (lead.to, &lead.source) else {
                continue;
            };
            let told = lines.entry(source.line).or_default();
            let sentence = mark::inferred(self.book, lead, to);
            if !told.contains(&sentence) {
                told.push(sentence);
            }
            places
                .entry(source.line)
                .or_insert_with(|| mark::near_place(self.book, source));
        }
        let count: usize = lines.values().map(Vec::len).sum();
        let rows = lines.into_iter().map(|(line, told)| Line {
            id: Some(format!("inf.{line}")),
            lead: Markup::html(format!(
                "<span class=\"id\">{}</span>",
                places.get(&line).map_or("", |place| place.as_str())
            )),
            title: Markup::text(&told.join(" ")),
            ..Line::default()
        });
        let rows: Vec<Line> = rows.collect();
        (count > 0).then(|| {
            Section::new("inferred", "Inferred references")
                .count(count)
                .lead(&self.book.tongue.say("Written in prose and matched by the words of a title, with exactly one candidate. Write the exact title to make one certain."))
                .with(Part::rows("infs", rows))
        })
    }
}

pub(super) fn more(tongue: &Tongue, section: Section, all: usize) -> Section {
    if all > SPEAKERS {
        section.note(&tongue.tell("And {number} more.", &[("number", &(all - SPEAKERS))]))
    } else {
        section
    }
}

fn inferred_note(lead: &Lead) -> Option<Markup> {
    let line = lead.source.as_ref().filter(|_| lead.inferred)?.line;
    Some(Markup::html(format!(
        "Written as “{}” <a class=\"inf\" href=\"#inf.{line}\"><i class=\"i i-near\"></i>inferred</a>",
        escape(&lead.raw)
    )))
}
