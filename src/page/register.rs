//! A long list in two orders, for finding something in it: one line an item, with filters.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;

use crate::model::kind::Kind;
use crate::output::RenderFault;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::filter::{self, Filter};
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::optional::{Optional, columns};
use crate::page::page::Inner;
use crate::page::pager::{labelled, range, rows};
use crate::page::route::{ROWS, list_page};
use crate::page::state_row::{ORDERED, open_first, state_anchor};
use crate::page::table::{anchor, obstacles};
use crate::page::tally::states;
use crate::theme::markup::Markup;
use crate::theme::tongue::{Tongue, key};

/// Shorter lists need no filters.
const FILTERED: usize = 12;

/// Longer lists have links to first rows.
const JUMPED: usize = 100;

/// More links to first rows than this help nobody.
const JUMPS: usize = 60;

/// In longer lists only rows that stand nowhere else have a link to their line.
const LINES: usize = 100;

/// The orders of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the documents have them; each row has its anchor.
    Plan,
    /// What is blocked or begun before what is finished.
    OpenFirst,
}

/// A long list.
pub struct Register {
    kind: Kind,
    name: &'static str,
    items: Vec<usize>,
    /// The same, open ones first; empty where there is no second order.
    open_first: Vec<usize>,
    filter: Option<Filter>,
    states: String,
    columns: Vec<&'static Optional>,
    above_label: &'static str,
    /// Whether the order of the documents is that of the ids.
    is_by_id: bool,
    /// Of each milestone the number of its first row.
    firsts: BTreeMap<usize, usize>,
}

/// What the template is given.
#[derive(Serialize)]
struct Long {
    title: String,
    orders: Vec<Link>,
    lead: String,
    sub: Option<String>,
    groups: Vec<filter::Group>,
    pager: Option<Markup>,
    jumps: Vec<Link>,
    jump_label: String,
    name: String,
    caption: String,
    is_bare: bool,
    head: Vec<Head>,
    rows: Vec<Row>,
    tally: String,
    is_part: bool,
    pager_below: Option<Markup>,
}

#[derive(Serialize)]
struct Link {
    href: String,
    words: String,
    is_here: bool,
}

#[derive(Serialize)]
struct Head {
    label: String,
    class: &'static str,
    is_sorted: bool,
}

#[derive(Serialize)]
struct Row {
    class: String,
    id: Option<String>,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    class: String,
    words: Markup,
}

impl Register {
    /// The list of all items of a kind.
    pub fn new(book: &Book, kind: Kind, name: &'static str, items: Vec<usize>) -> Self {
        let mut firsts = BTreeMap::new();
        for (number, at) in items.iter().enumerate() {
            if let Some(above) = filter::above(book, *at) {
                firsts.entry(above).or_insert(number);
            }
        }
        if items.len() <= JUMPED || firsts.len() > JUMPS || firsts.len() < 2 {
            firsts.clear();
        }
        let mut open_first = Vec::new();
        if items.len() > ORDERED {
            open_first.clone_from(&items);
            open_first.sort_by_key(|at| filter::rank(book.item(*at)));
        }
        Self {
            kind,
            name,
            open_first,
            filter: (items.len() >= FILTERED).then(|| Filter::new(book, &items)),
            states: states(book, kind, &items),
            columns: columns(book, &items),
            above_label: filter::above_label(book, &items),
            is_by_id: items.is_sorted_by_key(|at| {
                let id = book.item(*at).id.as_ref();
                id.map(|id| (id.len(), id))
            }),
            firsts,
            items,
        }
    }

    /// The pages of the list: each with its order and its number.
    pub fn pages(&self) -> Vec<(Order, usize)> {
        let orders = [Order::Plan, Order::OpenFirst];
        let pages = |order: Order| {
            let pages = self.all(order).len().div_ceil(ROWS);
            (0..pages).map(move |page| (order, page))
        };
        orders.into_iter().flat_map(pages).collect()
    }

    /// The address of a page.
    pub fn address(&self, order: Order, page: usize) -> String {
        list_page(&self.stem(order), page)
    }

    /// The title of a page.
    pub fn title(&self, tongue: &Tongue, order: Order, page: usize) -> String {
        let titles = noun::titles(tongue, self.kind);
        let title = match order {
            Order::Plan => titles,
            Order::OpenFirst => tongue.tell("{items}, open first", &[("items", &titles)]),
        };
        match page {
            0 => title,
            page => tongue.tell(
                "{title}, page {page}",
                &[("title", &title), ("page", &(page + 1))],
            ),
        }
    }

    /// The style sheet of its pages: what it is called, and its rules.
    pub fn style(&self) -> Option<(String, String)> {
        let filter = self.filter.as_ref()?;
        Some((format!("{}.css", self.name), filter.rules())).filter(|(_, rules)| !rules.is_empty())
    }

    fn stem(&self, order: Order) -> String {
        match order {
            Order::Plan => self.name.to_string(),
            Order::OpenFirst => open_first(self.name),
        }
    }

    fn all(&self, order: Order) -> &[usize] {
        match order {
            Order::Plan => &self.items,
            Order::OpenFirst => &self.open_first,
        }
    }

    /// The middle of a page.
    pub fn inner(&self, book: &Book, order: Order, page: usize) -> Result<Inner, RenderFault> {
        let main = book.render("list", &self.long(book, order, page))?;
        Ok(Inner {
            main,
            sections: Vec::new(),
        })
    }

    fn long(&self, book: &Book, order: Order, page: usize) -> Long {
        let from = self.address(order, page);
        let shown = rows(self.all(order), page);
        let all = self.items.len();
        let range = range(page, all);
        let (first, last) = (range.start + 1, range.end);
        let tongue = &*book.tongue;
        let title = noun::titles(tongue, self.kind);
        let told = self.in_words(book, order);
        let stem = self.stem(order);
        let is_part = shown.len() < all;
        let has_ids = self.items.iter().any(|at| book.item(*at).id.is_some());
        let groups = self
            .filter
            .as_ref()
            .map(|filter| filter.groups(book, shown));
        let groups = groups.unwrap_or_default();
        // What is shown of them is counted by the style sheet.
        let tally = match is_part {
            true => tongue.count(
                shown.len(),
                " of {number} row on this page shown",
                " of {number} rows on this page shown",
                &[],
            ),
            false => tongue.tell(
                " of {items} shown",
                &[("items", &noun::count(tongue, shown.len(), self.kind))],
            ),
        };
        let named: [(&str, &dyn Display); 5] = [
            ("title", &title),
            ("first", &first),
            ("last", &last),
            ("all", &all),
            ("order", &told),
        ];
        Long {
            orders: self.orders(tongue, &from, order),
            lead: self.states.clone(),
            sub: (is_part || !self.open_first.is_empty())
                .then(|| tongue.tell("Rows {first} to {last} of {all}, {order}.", &named)),
            tally: if groups.is_empty() {
                String::new()
            } else {
                tally
            },
            groups,
            pager: labelled(tongue, &stem, page, all, key("Pages, above the list")),
            jumps: match order {
                Order::Plan => self.jumps(book, &from),
                Order::OpenFirst => Vec::new(),
            },
            jump_label: tongue.say(self.jump_label()).into_owned(),
            name: tongue.tell("{title} {first} to {last}", &named),
            caption: tongue.tell("{title} {first} to {last} of {all}, {order}", &named),
            is_bare: !has_ids,
            head: self.head(tongue, order, has_ids),
            rows: shown
                .iter()
                .zip(page * ROWS..)
                .map(|(at, number)| self.row(book, &from, order, has_ids, *at, number))
                .collect(),
            is_part,
            pager_below: labelled(tongue, &stem, page, all, key("Pages, below the list")),
            title,
        }
    }

    /// The order in words.
    fn in_words(&self, book: &Book, order: Order) -> String {
        match order {
            Order::Plan => book
                .tongue
                .say("in the order of the documents")
                .into_owned(),
            Order::OpenFirst => {
                let states = book.tongue.row(&filter::occurring(book, &self.items));
                let states: [(&str, &dyn Display); 1] = [("states", &states)];
                book.tongue.tell("open ones first: {states}", &states)
            }
        }
    }

    fn jump_label(&self) -> &'static str {
        match self.above_label {
            "Phase" => key("Jump to a phase"),
            _ => key("Jump to a milestone"),
        }
    }

    fn orders(&self, tongue: &Tongue, from: &str, order: Order) -> Vec<Link> {
        let link = |to: Order, words: &'static str| Link {
            href: relative(from, &self.address(to, 0)),
            words: tongue.say(words).into_owned(),
            is_here: to == order,
        };
        match self.open_first.is_empty() {
            true => Vec::new(),
            false => vec![
                link(Order::Plan, key("In plan order")),
                link(Order::OpenFirst, key("Open first")),
            ],
        }
    }

    fn head(&self, tongue: &Tongue, order: Order, has_ids: bool) -> Vec<Head> {
        let column = |label: &str, class| Head {
            label: tongue.say(label).into_owned(),
            class,
            is_sorted: false,
        };
        let mut head = vec![Head {
            is_sorted: order == Order::Plan && self.is_by_id,
            ..column(key("ID"), "")
        }];
        head.push(column(&noun::title(tongue, self.kind), "grow"));
        head.push(Head {
            is_sorted: order == Order::OpenFirst,
            ..column(key("Status"), "")
        });
        for optional in &self.columns {
            let label = match optional.label {
                "Milestone" => self.above_label,
                label => label,
            };
            head.push(column(label, ""));
        }
        head.into_iter().skip(usize::from(!has_ids)).collect()
    }

    fn row(
        &self,
        book: &Book,
        from: &str,
        order: Order,
        has_ids: bool,
        at: usize,
        number: usize,
    ) -> Row {
        let item = book.item(at);
        let filter = self.filter.as_ref();
        let href = book.link(from, at);
        let title = mark::anchor(&href, &name::title(item), "title");
        let id = item.id.as_deref().unwrap_or_default();
        // In a long list the row where it stands has it.
        let is_here = || anchor(book, from, at).is_some();
        let line = match self.items.len() <= LINES || is_here() {
            true => mark::line(book, at),
            false => String::new(),
        };
        let mut cells = vec![
            cell(mark::id_class(id), Markup::text(id)),
            cell(
                "grow",
                Markup::html(format!("{}{line}{}", title.as_str(), obstacles(book, at))),
            ),
            cell("a", badge::status_cell(&book.tongue, item)),
        ];
        for (place, optional) in self.columns.iter().enumerate() {
            // On a phone every second one begins a line.
            let line = if place % 2 == 1 { "a" } else { "" };
            let words = (optional.cell)(book, from, at);
            // There a number alone would not say that it is a sprint.
            let is_bare = words.as_str().bytes().all(|byte| byte.is_ascii_digit());
            let sprint = if optional.label == "Sprint" && is_bare && !words.is_empty() {
                "sp"
            } else {
                ""
            };
            let class = [optional.class, line, sprint].join(" ");
            cells.push(cell(class.trim(), words));
        }
        Row {
            class: filter
                .map(|filter| filter.classes(book, at))
                .unwrap_or_default(),
            id: match order {
                Order::Plan => self.row_id(book, from, at, number),
                Order::OpenFirst => self.begins(book, number).map(state_anchor),
            },
            cells: cells.into_iter().skip(usize::from(!has_ids)).collect(),
        }
    }

    /// The state that begins with a row, where open ones come first.
    fn begins(&self, book: &Book, number: usize) -> Option<&'static str> {
        let style = |number: usize| {
            let at = self.open_first.get(number)?;
            Some(badge::style(book.item(*at)))
        };
        let before = number.checked_sub(1).and_then(style);
        style(number).filter(|own| before != Some(own))
    }

    /// The anchor of a row: that of the item where it stands here, else one for links to the first row of a milestone.
    fn row_id(&self, book: &Book, from: &str, at: usize, number: usize) -> Option<String> {
        let own = anchor(book, from, at);
        let is_first = || {
            let above = filter::above(book, at)?;
            (self.firsts.get(&above) == Some(&number)).then(|| row_anchor(number))
        };
        own.or_else(is_first)
    }

    fn jumps(&self, book: &Book, from: &str) -> Vec<Link> {
        let jump = |(above, number): (&usize, &usize)| {
            let page = list_page(self.name, number / ROWS);
            let anchor =
                anchor(book, &page, self.items[*number]).unwrap_or_else(|| row_anchor(*number));
            Link {
                href: relative(from, &format!("{page}#{anchor}")),
                words: filter::short(book.item(*above)),
                is_here: false,
            }
        };
        self.firsts.iter().map(jump).collect()
    }
}

/// No item has an anchor with a dot.
fn row_anchor(number: usize) -> String {
    format!("row.{}", number + 1)
}

fn cell(class: &str, words: Markup) -> Cell {
    Cell {
        class: class.to_string(),
        words,
    }
}
