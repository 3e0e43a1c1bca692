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

/// More rows stand on the pages of what they belong to; those of finished parts make room for those of open ones.
const ROWS: usize = 120;

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
        let groups = self.groups_below(kind);
        let sizes: Vec<(bool, usize)> = groups
            .iter()
            .map(|(whole, below)| (self.book.item(*whole).finished, below.len()))
            .collect();
        let shares = shares(&sizes, ROWS);
        let all: usize = sizes.iter().map(|(_, size)| size).sum();
        let left = all - shares.iter().sum::<usize>();
        let shown = groups.iter().zip(shares).filter(|(_, share)| *share > 0);
        let parts: Vec<Part> = shown
            .map(|((whole, below), share)| self.group(*whole, kind, &below[..share]))
            .collect();
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

    /// The parts that have pages of their own, each with what is below it.
    fn groups_below(&self, kind: Kind) -> Vec<(usize, Vec<usize>)> {
        let wholes = self.item.children.iter().copied();
        let told = wholes.filter(|whole| {
            let item = self.book.item(*whole);
            let is_host = anchor(self.book, self.from, *whole).is_some();
            !is_host && !item.discovered && item.kind < Kind::Story
        });
        told.map(|whole| (whole, self.of_kind_below(whole, kind)))
            .collect()
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

/// How many rows each group has: what is not finished comes first, each in its order.
fn shares(sizes: &[(bool, usize)], room: usize) -> Vec<usize> {
    let mut shares = vec![0; sizes.len()];
    let mut room = room;
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|at| sizes[*at].0);
    for at in order {
        shares[at] = sizes[at].1.min(room);
        room -= shares[at];
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn finished_parts_make_room_for_open_ones() {
        let sizes = [(true, 4), (false, 3), (true, 2), (false, 5)];
        assert_eq!(shares(&sizes, 10), [2, 3, 0, 5]);
        assert_eq!(shares(&sizes, 100), [4, 3, 2, 5]);
        assert_eq!(shares(&[(false, 9)], 4), [4]);
    }
}
