//! The decisions: those that are still to be made, and those that were made.

mod sentence;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::edition::entry::{Entry, Lead, Speaker};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::distance;
use crate::page::decision;
use crate::page::filter;
use crate::page::mark;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{links, rows};
use crate::page::pages::decisions::sentence::sentence;
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::stated;
use crate::page::table::anchor;
use crate::page::words::clip;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// How many that a decision shapes are named.
const NAMED: usize = 6;

/// Longer words stand on the page of their decision.
const LONG: usize = 200;

/// Words for the state of a decision that make sense in a sentence.
const SAID: [&str; 12] = [
    key("accepted"),
    key("adopted"),
    key("agreed"),
    key("approved"),
    key("decided"),
    key("declined"),
    key("deprecated"),
    key("dropped"),
    key("implemented"),
    key("rejected"),
    key("superseded"),
    key("withdrawn"),
];

/// The decisions.
pub struct Decisions;

impl Page for Decisions {
    fn name(&self) -> &'static str {
        "decisions"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let all = book.of_kind(Kind::Decision).count();
        let tongue = &book.tongue;
        for page in 0..all.div_ceil(ROWS) {
            let title = match page {
                0 => tongue.say("Decisions").into_owned(),
                page => tongue.tell(
                    "{title}, page {page}",
                    &[("title", &tongue.say("Decisions")), ("page", &(page + 1))],
                ),
            };
            pages.leaves.push(Leaf {
                address: list_page("decisions", page),
                title,
                description: tongue
                    .say("Decisions that are needed, and those that were made")
                    .into_owned(),
                entry: Some("decisions.html".into()),
                branch: None,
                is_wide: false,
                crumbs: vec![(tongue.say("Plan").into_owned(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let sheet = Minutes::new(book, page).sheet();
                    let main = book.render("decisions", &sheet)?;
                    Ok(sheet.inner(&book.tongue, main))
                }),
            });
        }
    }
}

/// The decisions of one page.
struct Minutes<'a> {
    book: &'a Book,
    page: usize,
    from: String,
    today: Date,
    all: Vec<usize>,
}

impl<'a> Minutes<'a> {
    fn new(book: &'a Book, page: usize) -> Self {
        Self {
            book,
            page,
            from: list_page("decisions", page),
            today: book.edition.as_of,
            all: book.of_kind(Kind::Decision).map(|(at, _)| at).collect(),
        }
    }

    fn sheet(&self) -> Sheet {
        let is_open = |at: &usize| self.book.views.open_decisions.binary_search(at).is_ok();
        let here = rows(&self.all, self.page);
        let (open, made): (Vec<usize>, Vec<usize>) = here.iter().copied().partition(is_open);
        Sheet {
            head: Head {
                title: Markup::text(&self.book.tongue.say("Decisions")),
                lead: Some(Markup::text(&self.sentence())),
                ..Head::default()
            },
            sections: self
                .needed(open)
                .into_iter()
                .chain(self.records(&made))
                .chain(self.how())
                .collect(),
            pager: links(&self.book.tongue, "decisions", self.page, self.all.len()),
            ..Sheet::default()
        }
    }

    /// How one is added and how it is settled, for those who write the documents.
    fn how(&self) -> Option<Section> {
        let is_read = self.book.edition.audience.sees_all() && self.page == 0;
        let words = self.book.tongue.mark("A box or a row below a heading such as *Decisions needed* is listed above, as is a record whose status is *proposed*. Once it is settled, tick the box or write *accepted*, with the date; what it blocked is free on the next build.", &[]);
        let html = format!("<p>{}</p>", words.as_str());
        is_read.then(|| Section::new("how", "How to add one").with(Part::prose(html)))
    }

    fn sentence(&self) -> String {
        let open = &self.book.views.open_decisions;
        let mut held = BTreeSet::new();
        for at in open {
            held.extend(self.book.item(*at).blocks.iter().filter_map(|lead| lead.to));
        }
        held.retain(|at| !is_closed(self.book.item(*at)));
        let held: Vec<Kind> = held.iter().map(|at| self.book.item(*at).kind).collect();
        let due = open
            .iter()
            .filter_map(|at| decision::due(self.book.item(*at)))
            .min();
        let made = self.all.iter().filter(|at| open.binary_search(at).is_err());
        let mut words: Vec<(&str, usize)> = Vec::new();
        for at in made {
            let word = said(self.book.item(*at));
            match words.iter_mut().find(|(other, _)| *other == word) {
                Some((_, count)) => *count += 1,
                None => words.push((word, 1)),
            }
        }
        words.sort_by_key(|(_, count)| Reverse(*count));
        sentence(
            &self.book.tongue,
            open.len(),
            &held,
            due,
            &words,
            self.today,
        )
    }

    // Those that are needed.

    /// Those that are due first come first; the others as the documents have them.
    fn needed(&self, mut open: Vec<usize>) -> Option<Section> {
        open.sort_by_key(|at| {
            let due = decision::due(self.book.item(*at));
            (due.is_none(), due)
        });
        let mut table = Table {
            caption: key("Decisions needed").into(),
            head: Column::all([
                ("Decision", "grow"),
                ("Blocks", "grow also"),
                ("Asked", ""),
                ("By", ""),
                ("Owner", ""),
            ]),
            rows: open.iter().map(|at| self.question(*at)).collect(),
        };
        table.drop_empty_columns();
        (!open.is_empty()).then(|| {
            let section = Section::new("needed", "Needed").count(open.len());
            section.with(Part::table(table))
        })
    }

    fn question(&self, at: usize) -> Row {
        let item = self.book.item(at);
        let id = item.id.as_ref().map_or(String::new(), |id| {
            format!(" <span class=\"id\">{}</span>", escape(id))
        });
        let status = badge::status_as_written(&self.book.tongue, item)
            .map_or(String::new(), |raw| {
                format!("<span class=\"sub\">{}</span>", escape(raw))
            });
        let title = format!("{}{id}{status}{}", self.title(at), self.rest(at));
        let blocks: String = item.blocks.iter().map(|lead| self.held(lead)).collect();
        Row {
            id: anchor(self.book, &self.from, at),
            cells: vec![
                Markup::html(title),
                Markup::html(blocks),
                self.asked(item),
                self.by(item),
                decision::owner(item),
            ],
        }
    }

    /// What is told of nowhere else, for rows.
    fn rest(&self, at: usize) -> String {
        match anchor(self.book, &self.from, at) {
            Some(_) => stated::rest(
                self.book.item(at),
                &[
                    &decision::ASKED,
                    &decision::BY,
                    &decision::DATE,
                    &decision::WHO,
                ],
            ),
            None => self.chosen(at),
        }
    }

    /// Of a decision that has a page: what was decided, else between what.
    fn chosen(&self, at: usize) -> String {
        let item = self.book.item(at);
        let field = stated::field(item, &decision::RESULT);
        let field = field.or_else(|| stated::field(item, &decision::OPTIONS));
        field.map_or(String::new(), |fact| {
            let (name, words) = (escape(&fact.name), clip(&fact.raw, LONG));
            format!("<span class=\"sub\">{name}: {}</span>", escape(&words))
        })
    }

    fn title(&self, at: usize) -> String {
        let words = name::title(self.book.item(at));
        match anchor(self.book, &self.from, at) {
            Some(_) => format!(
                "<span class=\"title\">{}</span>{}",
                escape(&words),
                mark::line(self.book, at)
            ),
            None => mark::anchor(&self.book.link(&self.from, at), &words, "title")
                .as_str()
                .to_string(),
        }
    }

    /// What is held up, and its state in a line of its own.
    fn held(&self, lead: &Lead) -> String {
        let Some(to) = lead.to else {
            return format!("<span class=\"sub\">{}</span>", escape(&lead.raw));
        };
        let word = badge::word(&self.book.tongue, self.book.item(to));
        let link = mark::item(self.book, &self.from, to);
        let inferred = match lead.inferred {
            true => format!(
                " <span class=\"inf\" title=\"{}\"><i class=\"i i-near\"></i>inferred</span>",
                escape(&mark::inferred(self.book, lead, to))
            ),
            false => String::new(),
        };
        format!(
            "{}<span class=\"sub\">{}{inferred}</span>",
            link.as_str(),
            word.to_lowercase()
        )
    }

    fn asked(&self, item: &Entry) -> Markup {
        let start = item.start.as_ref().and_then(|start| start.value.day);
        let field = stated::field(item, &decision::ASKED);
        match (start.or_else(|| field.and_then(stated::day)), field) {
            (Some(day), _) => Markup::html(format!(
                "{}<span class=\"sub\">{}</span>",
                badge::day(&self.book.tongue, day, self.today).as_str(),
                distance(&self.book.tongue, day, self.today)
            )),
            (None, Some(field)) => Markup::text(&field.raw),
            (None, None) => Markup::default(),
        }
    }

    fn by(&self, item: &Entry) -> Markup {
        let late = decision::due(item).filter(|day| *day < self.today);
        let late = late.map_or(String::new(), |day| {
            format!(
                "<span class=\"sub c-bad\">{}</span>",
                distance(&self.book.tongue, day, self.today)
            )
        });
        let when = match (&item.due, stated::field(item, &decision::BY)) {
            (Some(said), _) => badge::when(&self.book.tongue, said, self.today),
            (None, Some(field)) => stated::date(&self.book.tongue, field, self.today),
            (None, None) => Markup::default(),
        };
        Markup::html(format!("{}{late}", when.as_str()))
    }

    // Those that were made.

    /// Those that hold, then those of which nothing says whether they do, then those that were left; the latest first.
    fn records(&self, made: &[usize]) -> Vec<Section> {
        let state = |at: &usize| match self.book.item(*at).state() {
            Status::Done => 0,
            Status::Dropped => 2,
            _ => 1,
        };
        let groups = [
            (0, "records", key("Decision records")),
            (1, "unsettled", key("Without a settled status")),
            (2, "superseded", key("Superseded or dropped")),
        ];
        let all = groups.into_iter().filter_map(|(wanted, id, title)| {
            let mut rows: Vec<usize> = made
                .iter()
                .copied()
                .filter(|at| state(at) == wanted)
                .collect();
            rows.sort_by_key(|at| Reverse(decision::date(self.book.item(*at))));
            self.group(id, title, &rows)
        });
        all.collect()
    }

    fn group(&self, id: &str, title: &str, made: &[usize]) -> Option<Section> {
        let mut table = Table {
            caption: title.into(),
            head: Column::all([
                ("ID", ""),
                ("Decision", "grow"),
                ("Status", ""),
                ("Date", ""),
                ("Owner", ""),
                ("Shapes", "wrap"),
            ]),
            rows: made.iter().map(|at| self.record(*at)).collect(),
        };
        table.drop_empty_columns();
        (!made.is_empty()).then(|| {
            let section = Section::new(id, title).count(made.len());
            section.with(Part::table(table))
        })
    }

    fn record(&self, at: usize) -> Row {
        let item = self.book.item(at);
        let id = item.id.as_ref().map_or_else(Markup::default, |id| {
            Markup::html(format!("<span class=\"id\">{}</span>", escape(id)))
        });
        let when = match (&item.done, stated::field(item, &decision::DATE)) {
            (Some(said), _) => badge::when(&self.book.tongue, said, self.today),
            (None, Some(field)) => stated::date(&self.book.tongue, field, self.today),
            (None, None) => Markup::default(),
        };
        Row {
            id: anchor(self.book, &self.from, at),
            cells: vec![
                id,
                Markup::html(self.title(at) + &self.rest(at)),
                self.status(item),
                when,
                decision::owner(item),
                self.shapes(at),
            ],
        }
    }

    /// The state by its shape, the word as written.
    fn status(&self, item: &Entry) -> Markup {
        let style = badge::style(item);
        let became: Vec<String> = item
            .became
            .iter()
            .map(|lead| mark::lead(self.book, &self.from, lead).as_str().to_string())
            .collect();
        let became = match became.is_empty() {
            true => String::new(),
            false => {
                let items = Markup::html(became.join(", "));
                let words = self
                    .book
                    .tongue
                    .mark("became {items}", &[("items", &items)]);
                format!("<span class=\"sub\">{}</span>", words.as_str())
            }
        };
        Markup::html(format!(
            "<span class=\"st st-{style}\"><i class=\"i i-{style}\"></i>{}</span>{became}",
            escape(&decision::word(&self.book.tongue, item))
        ))
    }

    /// The work that it names, and that names it.
    fn shapes(&self, at: usize) -> Markup {
        let item = self.book.item(at);
        let mut shaped: BTreeSet<usize> = item.blocks.iter().filter_map(|lead| lead.to).collect();
        shaped.extend(&item.waiting);
        shaped.extend(item.backlinks.iter().filter_map(|link| match link.from {
            Speaker::Item(from) => Some(from),
            Speaker::Paper(_) => None,
        }));
        shaped.retain(|to| self.book.item(*to).kind.level().is_some());
        let all = shaped.len();
        let links = shaped.into_iter().take(NAMED).map(|to| {
            let words = filter::short(self.book.item(to));
            let link = mark::anchor(&self.book.link(&self.from, to), &words, "");
            link.as_str().to_string()
        });
        let mut told: Vec<String> = links.collect();
        if all > NAMED {
            let more = all - NAMED;
            told.push(self.book.tongue.tell("{number} more", &[("number", &more)]));
        }
        Markup::html(self.book.tongue.list(&told))
    }
}

fn is_closed(item: &Entry) -> bool {
    matches!(item.state(), Status::Done | Status::Dropped)
}

/// The state as a sentence has it.
fn said(item: &Entry) -> &'static str {
    let raw = item.status.as_ref().map_or("", |status| status.raw.trim());
    let first = raw.split(|c: char| !c.is_alphabetic()).next();
    let first = first.unwrap_or_default().to_lowercase();
    let known = SAID.iter().find(|word| **word == first);
    known.copied().unwrap_or(match item.state() {
        Status::Done => key("decided"),
        Status::Dropped => key("dropped"),
        _ => key("without a status"),
    })
}
