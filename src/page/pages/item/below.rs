//! What stands two levels below a milestone or phase: the stories of its features, and work that hangs on no story.

use crate::model::kind::Kind;
use crate::page::mark;
use crate::page::name;
use crate::page::noun::{count, titles};
use crate::page::pages::item::parts::{Parts, part_section};
use crate::page::pages::item::telling::Telling;
use crate::page::section::{Part, Section};
use crate::page::table::{anchor, brief};
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// What stands on the page of the whole, where there is room for it.
const LEFT_OUT: [&str; 6] = [
    "Priority",
    "Estimate",
    "Owner",
    "Depends on",
    "Sprint",
    "Declared",
];

/// More rows stand on the pages of what they belong to.
const ROWS: usize = 500;

impl Telling<'_> {
    /// Adds the stories and tasks of the parts that have pages of their own, under the names of these.
    pub(super) fn add_below(&self, sections: &mut Parts) {
        if !matches!(self.item.kind, Kind::Phase | Kind::Milestone) {
            return;
        }
        for kind in [Kind::Story, Kind::Task] {
            self.add_kind_below(kind, sections);
        }
        let has_stories = sections.contains_key(&(Kind::Story, false));
        let tasks = sections.get_mut(&(Kind::Task, false));
        if let Some(tasks) = tasks.filter(|_| has_stories) {
            let named = Section::new("tasks", "Tasks without a story");
            (tasks.title, tasks.words) = (named.title, named.words);
        }
    }

    fn add_kind_below(&self, kind: Kind, sections: &mut Parts) {
        let mut room = ROWS;
        let (mut parts, mut all, mut left) = (Vec::new(), 0, 0);
        for whole in &self.item.children {
            let item = self.book.item(*whole);
            let is_host = anchor(self.book, self.from, *whole).is_some();
            if is_host || item.discovered || item.kind >= Kind::Story {
                continue;
            }
            let below: Vec<usize> = self.of_kind_below(*whole, kind);
            let shown = &below[..below.len().min(room)];
            (all, left, room) = (
                all + below.len(),
                left + below.len() - shown.len(),
                room - shown.len(),
            );
            if !shown.is_empty() {
                parts.push(self.group(*whole, kind, shown));
            }
        }
        if parts.is_empty() {
            return;
        }
        let which = (kind, false);
        let section = sections
            .entry(which)
            .or_insert_with(|| part_section(&self.book.tongue, which));
        let direct = self.item.children.iter();
        let direct = direct.filter(|at| {
            let item = self.book.item(**at);
            item.kind == kind && !item.discovered
        });
        section.count = Some(Markup::text(&(direct.count() + all).to_string()));
        section.parts.extend(parts);
        if left > 0 {
            let tongue = &self.book.tongue;
            let rows = count(tongue, left, kind);
            let words = key("{rows} more stand on the pages of the above.");
            section.note = Some(Markup::text(&tongue.tell(words, &[("rows", &rows)])));
        }
    }

    fn of_kind_below(&self, whole: usize, kind: Kind) -> Vec<usize> {
        let parts = self.book.item(whole).children.iter().copied();
        parts
            .filter(|at| {
                let item = self.book.item(*at);
                item.kind == kind && !item.discovered
            })
            .collect()
    }

    fn group(&self, whole: usize, kind: Kind, rows: &[usize]) -> Part {
        let words = name::short(self.book.item(whole));
        let heading = mark::anchor(&self.book.link(self.from, whole), &words, "quiet");
        let tongue = &self.book.tongue;
        let titles = titles(tongue, kind);
        let caption = tongue.tell("{items} of {name}", &[("items", &titles), ("name", &words)]);
        let table = brief(self.book, self.from, rows, caption);
        Part::table(
            LEFT_OUT
                .iter()
                .fold(table, |table, name| table.without(name)),
        )
        .under(heading)
    }
}
