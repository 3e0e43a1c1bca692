//! Lists of all items of one kind, 500 rows a page: phases, milestones, features, stories and tasks.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::output::RenderFault;
use crate::page::book::{Book, relative};
use crate::page::filter::{self, Filter};
use crate::page::mark;
use crate::page::name;
use crate::page::page::{Inner, Leaf, Page, Pages};
use crate::page::route::{ROWS, list, list_page};
use crate::page::section::{Head, Part, Section, Sheet};
use crate::page::table::{anchor, table};
use crate::page::tally::states;
use crate::page::words::{capital, many};
use crate::theme::markup::Markup;

/// Shorter lists need no filters.
const FILTERED: usize = 12;

/// More links to first rows than this help nobody.
const JUMPS: usize = 60;

/// The lists.
pub struct List;

impl Page for List {
    fn name(&self) -> &'static str {
        "list"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        for kind in [
            Kind::Phase,
            Kind::Milestone,
            Kind::Feature,
            Kind::Story,
            Kind::Task,
        ] {
            let items: Vec<usize> = book.of_kind(kind).map(|(at, _)| at).collect();
            if let Some(first) = items.first() {
                let name = list(book.item(*first));
                add(book, pages, kind, name, &Arc::new(items));
            }
        }
    }
}

fn add(book: &Book, pages: &mut Pages, kind: Kind, name: &'static str, items: &Arc<Vec<usize>>) {
    let is_long = matches!(kind, Kind::Story | Kind::Task);
    let filter = (is_long && items.len() >= FILTERED).then(|| Arc::new(Filter::new(book, items)));
    let style = format!("assets/{name}.css");
    if let Some(filter) = &filter {
        let rules = filter.rules().into_bytes();
        let sheet = crate::output::Sheet::Bytes(rules.into());
        pages.sheets.push((style.clone(), sheet));
    }
    for page in 0..items.len().div_ceil(ROWS) {
        let part = Listed {
            kind,
            name,
            items: items.clone(),
            filter: filter.clone(),
            page,
        };
        let title = capital(many(kind));
        pages.leaves.push(Leaf {
            address: list_page(name, page),
            description: format!("All {} of the plan", many(kind)),
            title: match page {
                0 => title,
                page => format!("{title}, page {}", page + 1),
            },
            entry: Some(list_page(name, 0)),
            branch: None,
            is_wide: true,
            crumbs: vec![("Plan".into(), "index.html".into())],
            style: filter.is_some().then(|| style.clone()),
            fill: Box::new(move |book| match is_long {
                true => part.long(book),
                false => part.short(book),
            }),
        });
    }
}

/// One page of a list.
struct Listed {
    kind: Kind,
    name: &'static str,
    items: Arc<Vec<usize>>,
    filter: Option<Arc<Filter>>,
    page: usize,
}

/// What the template of a long list is given.
#[derive(Serialize)]
struct Long {
    head: Head,
    rows: Vec<Row>,
    columns: Columns,
    groups: Vec<filter::Group>,
    noun: &'static str,
    caption: String,
    pager: Option<Pager>,
    jumps: Vec<Jump>,
    of: usize,
}

/// Which columns say something.
#[derive(Serialize)]
struct Columns {
    id: bool,
    above: bool,
    owner: bool,
    sprint: bool,
    estimate: bool,
    progress: bool,
    above_label: &'static str,
}

/// A row of a long list.
#[derive(Serialize)]
struct Row {
    class: String,
    anchor: Option<String>,
    id: Option<String>,
    href: String,
    title: String,
    status: Markup,
    above: Option<String>,
    owner: Option<String>,
    sprint: Option<String>,
    estimate: Option<String>,
    progress: Option<Markup>,
}

/// The way to the other pages of a list.
#[derive(Serialize)]
struct Pager {
    pages: Vec<Jump>,
    previous: Option<String>,
    next: Option<String>,
    next_count: usize,
}

/// A link to a page or to the first row of something.
#[derive(Serialize)]
struct Jump {
    href: String,
    words: String,
    is_here: bool,
}

impl Listed {
    fn from(&self) -> String {
        list_page(self.name, self.page)
    }

    fn rows(&self) -> &[usize] {
        let start = self.page * ROWS;
        &self.items[start..self.items.len().min(start + ROWS)]
    }

    fn head(&self, book: &Book) -> Head {
        let shown = self.rows().len();
        let first = self.page * ROWS + 1;
        let all = self.items.len();
        let sub = format!(
            "Rows {first} to {} of {all}, in the order of the documents.",
            first + shown - 1
        );
        Head {
            title: Markup::text(&capital(many(self.kind))),
            lead: Some(Markup::text(&states(book, self.kind, &self.items))),
            sub: (shown < all).then(|| Markup::text(&sub)),
            ..Head::default()
        }
    }

    /// A list with everything that is known of each item.
    fn short(&self, book: &Book) -> Result<Inner, RenderFault> {
        let from = self.from();
        let caption = capital(many(self.kind));
        let part = Part::table(table(book, &from, self.rows(), caption));
        let sheet = Sheet {
            head: self.head(book),
            sections: vec![
                Section::new("list", "In order")
                    .count(self.items.len())
                    .with(part),
            ],
            ..Sheet::default()
        };
        let main = book.render("sheet", &sheet)?;
        Ok(sheet.inner(main))
    }

    /// A list for finding something in it.
    fn long(&self, book: &Book) -> Result<Inner, RenderFault> {
        let from = self.from();
        let items = self.rows();
        let any = |tells: fn(&Entry) -> bool| items.iter().any(|at| tells(book.item(*at)));
        let columns = Columns {
            id: any(|item| item.id.is_some()),
            above: items.iter().any(|at| filter::above(book, *at).is_some()),
            owner: any(|item| item.owner.is_some()),
            sprint: any(|item| item.sprint.is_some()),
            estimate: any(|item| item.estimate.is_some()),
            progress: any(|item| item.progress.is_some()),
            above_label: filter::above_label(book, items),
        };
        let rows = items.iter().map(|at| self.row(book, &from, *at));
        let first = self.page * ROWS + 1;
        let context = Long {
            head: self.head(book),
            rows: rows.collect(),
            columns,
            groups: self
                .filter
                .as_ref()
                .map(|filter| filter.groups(book, items))
                .unwrap_or_default(),
            noun: many(self.kind),
            caption: format!(
                "{} {first} to {} of {}, in the order of the documents",
                capital(many(self.kind)),
                first + items.len() - 1,
                self.items.len()
            ),
            pager: self.pager(&from),
            jumps: self.jumps(book, &from),
            of: items.len(),
        };
        let main = book.render("list", &context)?;
        Ok(Inner {
            main,
            sections: Vec::new(),
        })
    }

    fn row(&self, book: &Book, from: &str, at: usize) -> Row {
        let item = book.item(at);
        let classes = self.filter.as_ref().map(|filter| filter.classes(book, at));
        let sprint = item.sprint.as_ref().map(|lead| match lead.to {
            Some(to) => name::spoken(book.item(to)),
            None => lead.raw.clone(),
        });
        Row {
            class: classes.unwrap_or_default(),
            anchor: anchor(book, from, at),
            id: item.id.clone(),
            href: book.link(from, at),
            title: name::title(item),
            status: mark::status(item),
            above: filter::above(book, at).map(|above| name::short(book.item(above))),
            owner: item.owner.as_ref().map(|owner| owner.raw.clone()),
            sprint,
            estimate: item.estimate.as_ref().map(|said| said.raw.clone()),
            progress: item.progress.as_ref().map(mark::bar),
        }
    }

    fn pager(&self, from: &str) -> Option<Pager> {
        let all = self.items.len();
        let pages = all.div_ceil(ROWS);
        let link = |page: usize| relative(from, &list_page(self.name, page));
        let last = |page: usize| all.min((page + 1) * ROWS);
        (pages > 1).then(|| Pager {
            pages: (0..pages)
                .map(|page| Jump {
                    href: link(page),
                    words: format!("{} to {}", page * ROWS + 1, last(page)),
                    is_here: page == self.page,
                })
                .collect(),
            previous: self.page.checked_sub(1).map(link),
            next: (self.page + 1 < pages).then(|| link(self.page + 1)),
            next_count: last(self.page + 1).saturating_sub(last(self.page)),
        })
    }

    /// Links to the first row of each milestone, where the list is long and rows can be pointed at.
    fn jumps(&self, book: &Book, from: &str) -> Vec<Jump> {
        if self.items.len() <= 100 {
            return Vec::new();
        }
        let mut firsts: BTreeMap<usize, Option<Jump>> = BTreeMap::new();
        for (number, at) in self.items.iter().enumerate() {
            if let Some(above) = filter::above(book, *at) {
                firsts
                    .entry(above)
                    .or_insert_with(|| self.jump(book, from, number, above));
            }
        }
        let jumps: Vec<Jump> = firsts.into_values().flatten().collect();
        if jumps.len() > JUMPS {
            Vec::new()
        } else {
            jumps
        }
    }

    /// The way to a row, if it stands in this list and not on a page of its own.
    fn jump(&self, book: &Book, from: &str, number: usize, above: usize) -> Option<Jump> {
        let page = list_page(self.name, number / ROWS);
        let anchor = anchor(book, &page, self.items[number])?;
        let above = book.item(above);
        Some(Jump {
            href: relative(from, &format!("{page}#{anchor}")),
            words: above.id.clone().unwrap_or_else(|| name::title(above)),
            is_here: false,
        })
    }
}
