//! Phases, milestones and features as a table: when they are due, how far they are, and how they stand.

use std::collections::BTreeSet;

use crate::edition::entry::{Entry, Source};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::calendar::distance;
use crate::page::figure;
use crate::page::filter;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::section::{Column, Row, Table};
use crate::page::table::{anchor, obstacles};
use crate::page::words::{first_sentence, many};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, forms, key};

/// How many parts that are not counted are named.
const NAMED: usize = 3;

/// How many columns of the author's own are shown of rows that are told of nowhere else.
const OWN: usize = 4;

/// Longer words do not stand in a cell.
const LONG: usize = 240;

/// Names under which a document says what something is for.
const GOALS: [&str; 5] = ["goal", "objective", "theme", "summary", "outcome"];

/// The table of these items of one kind, for a page at `from`.
pub fn levels(book: &Book, from: &str, kind: Kind, items: &[usize]) -> Table {
    let list = Levels {
        book,
        from,
        kind,
        own: own(book, from, items),
    };
    let mut table = Table {
        caption: noun::titles(&book.tongue, kind),
        head: list.head(items),
        rows: items.iter().map(|at| list.row(*at)).collect(),
    };
    if items.iter().all(|at| book.item(*at).status.is_none()) {
        table = table.without("Status");
    }
    table.drop_empty_columns();
    table
}

struct Levels<'a> {
    book: &'a Book,
    from: &'a str,
    kind: Kind,
    own: Vec<String>,
}

impl Levels<'_> {
    fn tongue(&self) -> &Tongue {
        &self.book.tongue
    }

    fn head(&self, items: &[usize]) -> Vec<Column> {
        let declares = |at: &usize| declared(self.book.item(*at)).is_some();
        let progress = match items.iter().any(declares) {
            true => key("Computed"),
            false => key("Progress"),
        };
        let title = noun::title(&self.book.tongue, self.kind);
        let health = match self.kind {
            Kind::Feature => "wrap",
            _ => "grow also",
        };
        let mut head = Column::all([
            ("ID", ""),
            (&*title, "grow2"),
            ("Status", ""),
            ("Priority", ""),
            ("Due", ""),
            ("Done", ""),
            ("Owner", ""),
            (self.above_label(items), "wrap"),
            ("Parts", ""),
            ("Depends on", "wrap"),
            ("Criteria met", ""),
            ("Not counted, or named", "wrap"),
            (progress, ""),
            ("Declared", ""),
            ("Health", health),
        ]);
        head.extend(self.own.iter().map(|label| Column {
            label: label.clone(),
            class: "wrap",
        }));
        head
    }

    fn row(&self, at: usize) -> Row {
        let item = self.book.item(at);
        let today = self.book.edition.as_of;
        let text = |words: Option<&String>| {
            words.map_or_else(Markup::default, |words| Markup::text(words))
        };
        let priority = item.priority.as_ref();
        let done = item.done.as_ref();
        let above = filter::above(self.book, at);
        // What has a page tells the rest there.
        let is_here = anchor(self.book, self.from, at).is_some();
        let checks = item.checks.filter(|checks| checks.of > 0 && is_here);
        let mut cells = vec![
            self.id(item),
            self.title(at),
            badge::status_cell(self.tongue(), item),
            priority.map_or_else(Markup::default, |said| mark::priority(&said.raw)),
            self.due(item),
            done.map_or_else(Markup::default, |said| {
                badge::when(self.tongue(), said, today)
            }),
            item.owner.as_ref().map_or_else(Markup::default, |said| {
                let link = |to: &str| relative(self.from, to);
                let owners = self.book.slices.owners_in(&said.raw, link);
                Markup::html(format!("<span class=\"who\">{}</span>", owners.as_str()))
            }),
            above.map_or_else(Markup::default, |above| {
                let words = name::short(self.book.item(above));
                mark::anchor(&self.book.link(self.from, above), &words, "")
            }),
            self.parts(at),
            self.depends(item, is_here),
            checks.map_or_else(Markup::default, |checks| {
                Markup::text(&figure::of(self.tongue(), checks.done, checks.of))
            }),
            self.left_out(at),
            self.progress(item),
            self.declared(item),
            self.health(item),
        ];
        cells.extend(self.own.iter().map(|name| {
            let mut fields = item.fields.iter();
            let field = fields.find(|fact| fact.name == *name && is_short(&fact.raw));
            text(field.map(|fact| &fact.raw))
        }));
        Row {
            id: anchor(self.book, self.from, at),
            cells,
        }
    }

    fn above_label(&self, items: &[usize]) -> &'static str {
        match self.kind {
            Kind::Milestone => key("Phase"),
            _ => filter::above_label(self.book, items),
        }
    }

    /// Numbers stand before the title: "1 Foundation".
    fn id(&self, item: &Entry) -> Markup {
        let id = item.id.as_ref().filter(|_| self.kind != Kind::Phase);
        id.map_or_else(Markup::default, |id| mark::id(id))
    }

    fn title(&self, at: usize) -> Markup {
        let item = self.book.item(at);
        let words = match self.kind {
            Kind::Phase => name::short(item),
            _ => name::title(item),
        };
        let title = match anchor(self.book, self.from, at) {
            Some(_) => format!("<span class=\"title\">{}</span>", escape(&words)),
            None => mark::anchor(&self.book.link(self.from, at), &words, "title")
                .as_str()
                .to_string(),
        };
        let goal = goal(item).map_or(String::new(), |goal| {
            format!("<span class=\"sub\">{}</span>", escape(goal))
        });
        Markup::html(format!("{title}{goal}{}", obstacles(self.book, at)))
    }

    fn due(&self, item: &Entry) -> Markup {
        let Some(said) = &item.due else {
            return Markup::default();
        };
        let today = self.book.edition.as_of;
        let when = badge::when(self.tongue(), said, today);
        let is_open = !matches!(item.state(), Status::Done | Status::Dropped);
        match said.value.day.filter(|_| is_open) {
            Some(day) => Markup::html(format!(
                "{}<span class=\"sub\">{}</span>",
                when.as_str(),
                escape(&distance(self.tongue(), day, today))
            )),
            None => when,
        }
    }

    /// "2 features, 3 tasks", each with the way to them.
    fn parts(&self, at: usize) -> Markup {
        let item = self.book.item(at);
        let told = Kind::all().filter_map(|kind| {
            let children = item.children.iter().map(|part| self.book.item(*part));
            let parts = children.filter(|part| part.kind == kind && !part.discovered);
            let sum = parts.count();
            let words = noun::count(self.tongue(), sum, kind);
            let href = format!("{}#{}", self.book.link(self.from, at), many(kind));
            (sum > 0).then(|| match item.has_page {
                true => mark::anchor(&href, &words, "").as_str().to_string(),
                false => escape(&words).into_owned(),
            })
        });
        Markup::html(self.tongue().row(&told.collect::<Vec<_>>()))
    }

    fn depends(&self, item: &Entry, is_here: bool) -> Markup {
        if !is_here {
            return Markup::default();
        }
        let leads = item.depends_on.iter();
        let told: Vec<String> = leads
            .map(|lead| mark::lead(self.book, self.from, lead).as_str().to_string())
            .collect();
        let has_lines = item.depends_on.iter().any(|lead| lead.inferred);
        Markup::html(match has_lines {
            true => told.concat(),
            false => self.tongue().row(&told),
        })
    }

    /// What the figure leaves out, and what in it is not known.
    fn left_out(&self, at: usize) -> Markup {
        let Some(progress) = &self.book.item(at).progress else {
            return Markup::default();
        };
        let tongue = self.tongue();
        let mut told = Vec::new();
        let named = progress.uncounted.iter().take(NAMED).map(|part| {
            let words = filter::short(self.book.item(*part));
            let link = mark::anchor(&self.book.link(self.from, *part), &words, "");
            link.as_str().to_string()
        });
        let mut named: Vec<String> = named.collect();
        let more = progress.uncounted.len().saturating_sub(NAMED);
        if more > 0 {
            named.push(tongue.count(more, "{number} more", "{number} more", &[]));
        }
        if !named.is_empty() {
            let names = Markup::html(tongue.list(&named));
            let (one, many) = without(progress.leaves);
            let number = progress.uncounted.len();
            let words = tongue.mark_count(number, one, many, &[("names", &names)]);
            told.push(words.as_str().to_string());
        }
        if progress.without_status > 0 {
            let silent = progress.without_status;
            told.push(tongue.tell("{part} without status", &[("part", &silent)]));
        }
        let (dropped, discovered) = self.not_counted(at, progress.leaves);
        if dropped > 0 {
            told.push(tongue.count(dropped, "{number} dropped", "{number} dropped", &[]));
        }
        if discovered > 0 {
            let words = tongue.count(
                discovered,
                "{number} discovered",
                "{number} discovered",
                &[],
            );
            told.push(words);
        }
        if progress.counts_hidden {
            let words = tongue.say("counts work that is not shown here");
            told.push(words.into_owned());
        }
        match told.is_empty() {
            true => Markup::default(),
            false => Markup::html(format!("<span class=\"sub\">{}</span>", told.join("; "))),
        }
    }

    /// How many leaves below are dropped, and how many discovered.
    fn not_counted(&self, at: usize, leaves: Option<Kind>) -> (usize, usize) {
        let mut known = BTreeSet::from([at]);
        let mut open = vec![at];
        let mut counts = (0, 0);
        while let Some(at) = open.pop() {
            for part in &self.book.item(at).children {
                let item = self.book.item(*part);
                if !known.insert(*part) {
                    continue;
                }
                let is_leaf = Some(item.kind) == leaves;
                counts.0 +=
                    usize::from(is_leaf && !item.discovered && item.state() == Status::Dropped);
                counts.1 += usize::from(is_leaf && item.discovered);
                open.push(*part);
            }
        }
        counts
    }

    fn progress(&self, item: &Entry) -> Markup {
        match &item.progress {
            Some(progress) => badge::bar(self.tongue(), progress),
            None if self.kind == Kind::Feature => Markup::default(),
            None => badge::unknown_bar(self.tongue()),
        }
    }

    fn declared(&self, item: &Entry) -> Markup {
        let Some((words, source)) = declared(item) else {
            return Markup::default();
        };
        let line = source.map_or(String::new(), |source| {
            let words = self.tongue().tell("line {line}", &[("line", &source.line)]);
            let told = match self.book.source(&source.file, source.line) {
                Some(href) => mark::anchor(&href, &words, "").as_str().to_string(),
                None => escape(&words).into_owned(),
            };
            format!("<span class=\"sub\">{told}</span>")
        });
        Markup::html(format!("{}{line}", escape(&words)))
    }

    /// Of a feature only what needs care; its status says the rest.
    fn health(&self, item: &Entry) -> Markup {
        let health = item.health.as_ref();
        let needs_care = health.is_some_and(|health| matches!(health.value, "late" | "at risk"));
        match self.kind != Kind::Feature || needs_care {
            true => badge::health_cell(self.tongue(), item),
            false => Markup::default(),
        }
    }
}

fn declared(item: &Entry) -> Option<(String, Option<&Source>)> {
    let declared = item.progress.as_ref()?.declared.as_ref()?;
    let Some(percent) = declared.value.percent() else {
        return Some((declared.raw.clone(), declared.source.as_ref()));
    };
    let words = match declared.value.of {
        100 if declared.raw.contains('%') && !declared.raw.contains('/') => format!("{percent}%"),
        of => format!("{}/{of}", declared.value.done),
    };
    Some((words, declared.source.as_ref()))
}

fn goal(item: &Entry) -> Option<&str> {
    let is_goal = |name: &str| GOALS.iter().any(|goal| name.eq_ignore_ascii_case(goal));
    let mut fields = item.fields.iter();
    let field = fields.find(|fact| is_goal(&fact.name))?;
    first_sentence(&field.raw)
}

fn is_short(words: &str) -> bool {
    !words.trim().is_empty() && words.chars().count() <= LONG
}

/// The author's own columns of the rows that stand on this page and nowhere else.
fn own(book: &Book, from: &str, items: &[usize]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let here = items.iter().filter(|at| anchor(book, from, **at).is_some());
    for fact in here.flat_map(|at| &book.item(*at).fields) {
        let is_goal = GOALS
            .iter()
            .any(|goal| fact.name.eq_ignore_ascii_case(goal));
        let is_new = names.len() < OWN && !names.contains(&fact.name);
        if is_new && !is_goal && is_short(&fact.raw) {
            names.push(fact.name.clone());
        }
    }
    names
}

/// Of a part that is not counted: what it has none of.
fn without(leaves: Option<Kind>) -> (&'static str, &'static str) {
    match leaves {
        Some(Kind::Task) => forms("{names} has no tasks", "{names} have no tasks"),
        Some(Kind::Story) => forms("{names} has no stories", "{names} have no stories"),
        _ => forms("{names} has no parts", "{names} have no parts"),
    }
}
