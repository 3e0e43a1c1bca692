//! What is blocked on one page, by what it waits for; what holds up most comes first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::page::blockage::Blockage;
use crate::page::book::Book;
use crate::page::noun;
use crate::page::pager::{links, rows};
use crate::page::pages::blocked::ageing::{Wait, ageing};
use crate::page::pages::blocked::held::{held, told};
use crate::page::pages::blocked::sentence::{sentence, whom};
use crate::page::route::list_page;
use crate::page::section::{Column, Head, Part, Section, Sheet, Table};
use crate::page::whom::{Cause, Whom};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// Everything that is blocked, what holds up most first, then what has waited longest.
pub(super) fn in_order(book: &Book) -> Vec<usize> {
    let mut all = book.views.blocked.clone();
    all.sort_by_cached_key(|at| {
        let since = Blockage::new(book, "blocked.html", *at).since;
        (Reverse(held(book, *at).len()), since.is_none(), since)
    });
    all
}

/// What is blocked on one page.
pub(super) struct Ward<'a> {
    pub(super) book: &'a Book,
    pub(super) page: usize,
    pub(super) from: String,
    pub(super) today: Date,
    all: &'a [usize],
}

impl<'a> Ward<'a> {
    pub(super) fn new(book: &'a Book, all: &'a [usize], page: usize) -> Self {
        Self {
            book,
            page,
            from: list_page("blocked", page),
            today: book.edition.as_of,
            all,
        }
    }

    pub(super) fn sheet(&self) -> Sheet {
        let mut placed = BTreeSet::new();
        let now = rows(self.all, self.page);
        let sections = [
            self.now(now, &mut placed),
            self.ageing(now),
            self.others(&placed),
            self.freed(),
        ];
        let obstacles = self.book.of_kind(Kind::Blocker).count();
        Sheet {
            head: Head {
                title: Markup::text(&self.book.tongue.say("Blocked")),
                lead: Some(Markup::text(&self.sentence())),
                sub: self.whom().map(|words| Markup::text(&words)),
                ..Head::default()
            },
            sections: sections.into_iter().flatten().collect(),
            pager: links(
                &self.book.tongue,
                "blocked",
                self.page,
                obstacles.max(self.all.len()),
            ),
            ..Sheet::default()
        }
    }

    fn sentence(&self) -> String {
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        for at in self.all {
            *kinds.entry(self.book.item(*at).kind).or_default() += 1;
        }
        let causes = self.all.iter().map(|at| Whom::new(self.book, *at).cause());
        let (mut deciding, mut outside) = (0, 0);
        for cause in causes {
            deciding += usize::from(cause == Cause::Decision);
            outside += usize::from(cause == Cause::Outside);
        }
        let oldest = self.all.iter().filter_map(|at| self.days(*at)).max();
        let kinds: Vec<(Kind, usize)> = kinds.into_iter().collect();
        sentence(&self.book.tongue, &kinds, (deciding, outside), oldest)
    }

    /// Who can free how many.
    fn whom(&self) -> Option<String> {
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for name in self
            .all
            .iter()
            .filter_map(|at| Whom::new(self.book, *at).name())
        {
            *names.entry(name).or_default() += 1;
        }
        let mut names: Vec<(String, usize)> = names.into_iter().collect();
        names.sort_by_key(|(_, count)| Reverse(*count));
        let named: usize = names.iter().map(|(_, count)| count).sum();
        whom(&self.book.tongue, &names, self.all.len() - named)
    }

    /// A table for each cause; all in one where there is one cause.
    fn now(&self, now: &[usize], placed: &mut BTreeSet<usize>) -> Option<Section> {
        let mut causes: BTreeMap<Cause, Vec<usize>> = BTreeMap::new();
        for at in now {
            causes
                .entry(Whom::new(self.book, *at).cause())
                .or_default()
                .push(*at);
        }
        let has_several = causes.len() > 1;
        let mut tables: Vec<Table> = causes
            .iter()
            .map(|(cause, items)| self.table(items, heading(*cause), placed))
            .collect();
        drop_empty(&mut tables);
        let mut section = Section::new("now", "Blocked now").count(self.all.len());
        for table in tables {
            let (words, count) = (self.book.tongue.say(&table.caption), table.rows.len());
            let heading = format!("{words} <span class=\"count\">{count}</span>");
            let mut part = Part::table(table);
            part.heading = has_several.then(|| Markup::html(heading));
            section.parts.push(part);
        }
        (!now.is_empty()).then_some(section)
    }

    fn table(&self, items: &[usize], caption: &str, placed: &mut BTreeSet<usize>) -> Table {
        let kinds: BTreeSet<Kind> = items.iter().map(|at| self.book.item(*at).kind).collect();
        let title = match kinds.first() {
            Some(kind) if kinds.len() == 1 => noun::title(&self.book.tongue, *kind),
            _ => key("Item").to_string(),
        };
        Table {
            caption: caption.to_string(),
            head: Column::all([
                (&*title, "grow"),
                ("Waits for", "wrap"),
                ("Who can free it", "wrap"),
                ("Since", ""),
                ("Holds up", "wrap"),
                ("Way out", "grow also"),
            ]),
            rows: items.iter().map(|at| self.row(*at, placed)).collect(),
        }
    }

    pub(super) fn freeing(&self, at: usize) -> Markup {
        let name = Whom::new(self.book, at).name();
        name.map_or_else(Markup::default, |name| {
            Markup::html(format!("<span class=\"who\">{}</span>", escape(&name)))
        })
    }

    pub(super) fn holds_up(&self, at: usize) -> Markup {
        told(self.book, &self.from, at)
    }

    fn ageing(&self, now: &[usize]) -> Option<Section> {
        let wait = |at: &usize| Wait {
            at: *at,
            days: self.days(*at),
            held: held(self.book, *at).len(),
        };
        ageing(self.book, now.iter().map(wait).collect())
    }
}

/// Leaves out the columns in which nothing stands in any of the tables, so that all of them have the same.
fn drop_empty(tables: &mut Vec<Table>) {
    let columns = tables.first().map_or(0, |table| table.head.len());
    let is_full = |at: usize| {
        let mut rows = tables.iter().flat_map(|table| &table.rows);
        rows.any(|row| !row.cells[at].is_empty())
    };
    let empty: Vec<usize> = (0..columns).filter(|at| !is_full(*at)).collect();
    let mut labels: Vec<String> = Vec::new();
    if let Some(table) = tables.first() {
        labels.extend(empty.iter().map(|at| table.head[*at].label.clone()));
    }
    let told = std::mem::take(tables).into_iter();
    *tables = told
        .map(|table| {
            labels
                .iter()
                .fold(table, |table, label| table.without(label))
        })
        .collect();
}

fn heading(cause: Cause) -> &'static str {
    match cause {
        Cause::Decision => key("Waiting for a decision"),
        Cause::Obstacle => key("Obstacles"),
        Cause::Plan => key("Waiting on others in the plan"),
        Cause::Outside => key("Waiting on somebody outside"),
    }
}
