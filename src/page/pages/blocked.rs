//! What cannot proceed: why, since when, what it holds up and what would free it.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::ages::{Age, ages};
use crate::edition::entry::{Fact, Lead};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::blockage::{Blockage, SINCE, WAY_OUT, WHY};
use crate::page::book::Book;
use crate::page::filter;
use crate::page::mark;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{pager, rows};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Chart, Column, Head, Line, Part, Row, Section, Sheet, Table};
use crate::page::stated;
use crate::page::table::anchor;
use crate::page::words::{capital, count, list, number, several, spelled};
use crate::theme::markup::{Markup, escape};

/// How many that wait behind a row are named.
const NAMED: usize = 3;

/// More bars than this make no picture.
const BARS: usize = 20;

/// What cannot proceed.
pub struct Blocked;

impl Page for Blocked {
    fn name(&self) -> &'static str {
        "blocked"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let obstacles = book.of_kind(Kind::Blocker).count();
        let rows = obstacles.max(book.views.blocked.len());
        for page in 0..rows.div_ceil(ROWS) {
            let title = match page {
                0 => "Blocked".to_string(),
                page => format!("Blocked, page {}", page + 1),
            };
            pages.leaves.push(Leaf {
                address: list_page("blocked", page),
                title,
                description: "What cannot proceed, and what would free it".into(),
                entry: Some("blocked.html".into()),
                branch: None,
                is_wide: false,
                crumbs: vec![("Plan".into(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let sheet = Ward::new(book, page).sheet();
                    let main = book.render("blocked", &sheet)?;
                    Ok(sheet.inner(main))
                }),
            });
        }
    }
}

/// What is blocked on one page.
struct Ward<'a> {
    book: &'a Book,
    page: usize,
    from: String,
    today: Date,
    /// The open decisions that hold up an item.
    decisions: BTreeMap<usize, Vec<usize>>,
}

impl<'a> Ward<'a> {
    fn new(book: &'a Book, page: usize) -> Self {
        let mut decisions: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in &book.views.open_decisions {
            for lead in &book.item(*at).blocks {
                let held = lead.to.map(|to| decisions.entry(to).or_default());
                held.into_iter().for_each(|held| held.push(*at));
            }
        }
        Self {
            book,
            page,
            from: list_page("blocked", page),
            today: book.edition.as_of,
            decisions,
        }
    }

    fn sheet(&self) -> Sheet {
        let all = &self.book.views.blocked;
        let mut placed = BTreeSet::new();
        let now = rows(all, self.page);
        let sections = [
            self.now(now, &mut placed),
            self.ageing(now),
            self.others(&placed),
            self.freed(),
        ];
        let obstacles = self.book.of_kind(Kind::Blocker).count();
        Sheet {
            head: Head {
                title: Markup::text("Blocked"),
                lead: Some(Markup::text(&self.sentence(all))),
                ..Head::default()
            },
            sections: sections.into_iter().flatten().collect(),
            pager: pager("blocked", self.page, obstacles.max(all.len())),
            ..Sheet::default()
        }
    }

    fn sentence(&self, all: &[usize]) -> String {
        let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
        for at in all {
            *kinds.entry(self.book.item(*at).kind).or_default() += 1;
        }
        let deciding = all.iter().filter(|at| self.decisions.contains_key(at));
        let oldest = all.iter().filter_map(|at| self.days(*at)).max();
        let kinds: Vec<(Kind, usize)> = kinds.into_iter().collect();
        sentence(&kinds, deciding.count(), oldest)
    }

    // What is blocked now.

    fn now(&self, now: &[usize], placed: &mut BTreeSet<usize>) -> Option<Section> {
        let kinds: BTreeSet<Kind> = now.iter().map(|at| self.book.item(*at).kind).collect();
        let title = match kinds.first() {
            Some(kind) if kinds.len() == 1 => capital(kind.name()),
            _ => "Item".to_string(),
        };
        let mut table = Table {
            caption: "Blocked now".into(),
            head: Column::all([
                (&*title, "grow"),
                ("Since", ""),
                ("Waits for", "wrap"),
                ("Holds up", "wrap"),
                ("Way out", "grow also"),
            ]),
            rows: now.iter().map(|at| self.row(*at, placed)).collect(),
        };
        table.drop_empty_columns();
        let all = self.book.views.blocked.len();
        (!now.is_empty()).then(|| {
            let section = Section::new("now", "Blocked now").count(all);
            section.with(Part::table(table))
        })
    }

    fn row(&self, at: usize, placed: &mut BTreeSet<usize>) -> Row {
        let obstacles = self.book.obstacles(at);
        let here = |at: usize| anchor(self.book, &self.from, at);
        // The row of an obstacle is that of the first item that it blocks.
        let mut open: Vec<usize> = [at]
            .into_iter()
            .chain(obstacles.iter().map(|(obstacle, _)| *obstacle))
            .filter(|at| here(*at).is_some() && !placed.contains(at))
            .collect();
        open.dedup();
        let id = open.first().copied();
        placed.extend(id);
        let mut title = self.title(at);
        for (obstacle, lead) in obstacles {
            let own = here(*obstacle).filter(|_| placed.insert(*obstacle));
            title.push_str(&self.why(*obstacle, lead, own));
        }
        title.push_str(&self.own_words(at, obstacles.is_empty()));
        Row {
            id: id.and_then(here),
            cells: vec![
                Markup::html(title),
                self.since(at),
                self.waits_for(at),
                self.holds_up(at),
                self.way_out(at),
            ],
        }
    }

    fn title(&self, at: usize) -> String {
        let item = self.book.item(at);
        let words = name::title(item);
        let title = match anchor(self.book, &self.from, at) {
            Some(_) => format!("<span class=\"title\">{}</span>", escape(&words)),
            None => mark::anchor(&self.book.link(&self.from, at), &words, "title")
                .as_str()
                .to_string(),
        };
        let id = item.id.as_ref().map_or(String::new(), |id| {
            format!(" <span class=\"id\">{}</span>", escape(id))
        });
        format!("{title}{id}")
    }

    /// An obstacle, and how the item is named by it.
    fn why(&self, obstacle: usize, lead: &Lead, id: Option<String>) -> String {
        let item = self.book.item(obstacle);
        let words = name::title(item);
        let told = match item.has_page {
            true => mark::anchor(&self.book.link(&self.from, obstacle), &words, "")
                .as_str()
                .to_string(),
            false => escape(&words).into_owned(),
        };
        let id = id.map_or(String::new(), |id| format!(" id=\"{}\"", escape(&id)));
        let inferred = match lead.to.filter(|_| lead.inferred) {
            Some(to) => format!(
                "<span class=\"sub\">named as “{}” <span class=\"inf\" title=\"{}\"><i class=\"i i-near\"></i>inferred</span></span>",
                escape(&lead.raw),
                escape(&mark::inferred(self.book, lead, to))
            ),
            None => String::new(),
        };
        let rest = stated::rest(item, &[&SINCE, &WAY_OUT]);
        format!("<span class=\"sub\"{id}>{told}</span>{inferred}{rest}")
    }

    /// What the item says itself: why, where no obstacle does; and that it is not blocked, where that is what it says.
    fn own_words(&self, at: usize, is_alone: bool) -> String {
        let item = self.book.item(at);
        let sub = |words: &str| format!("<span class=\"sub\">{}</span>", escape(words));
        if item.kind == Kind::Blocker {
            let named = item.blocks.iter().map(|lead| lead.raw.trim());
            let named: Vec<&str> = named.filter(|raw| !raw.is_empty()).collect();
            let about = match named.is_empty() {
                true => "names nothing that it blocks".to_string(),
                false => format!("blocks “{}”, which was not found", named.join("”, “")),
            };
            return sub(&about) + &stated::rest(item, &[&SINCE, &WAY_OUT]);
        }
        let (_, word) = mark::state(item);
        match item.state() {
            Status::Planned | Status::Active => {
                sub(&format!("its own status says {}", word.to_lowercase()))
            }
            Status::Blocked if is_alone => match stated::field(item, &WHY) {
                Some(field) => sub(&field.raw),
                None if self.decisions.contains_key(&at) => String::new(),
                None => sub("no reason is written"),
            },
            _ => String::new(),
        }
    }

    /// The fields of the item and of its obstacles under one of several names.
    fn fields(&self, at: usize, names: &[&str]) -> Vec<&Fact> {
        let obstacles = self.book.obstacles(at).iter();
        let items = obstacles.map(|(obstacle, _)| *obstacle).chain([at]);
        let mut told: Vec<&Fact> = Vec::new();
        for fact in items.filter_map(|at| stated::field(self.book.item(at), names)) {
            if !told.iter().any(|other| other.raw == fact.raw) {
                told.push(fact);
            }
        }
        told
    }

    fn days(&self, at: usize) -> Option<i64> {
        let since = Blockage::new(self.book, &self.from, at).since?;
        Some(self.today.days_since(since)).filter(|days| *days >= 0)
    }

    fn since(&self, at: usize) -> Markup {
        let told = Blockage::new(self.book, &self.from, at);
        let Some(day) = told.since else {
            return Markup::text(&told.since_written.unwrap_or_default());
        };
        let age = told.age(self.today).unwrap_or_default();
        Markup::html(format!(
            "{}<span class=\"sub\">{}</span>",
            mark::day(day, self.today).as_str(),
            escape(&age)
        ))
    }

    /// Open decisions; else what its obstacles wait for; else what must be finished first.
    fn waits_for(&self, at: usize) -> Markup {
        let decisions = self.decisions.get(&at).into_iter().flatten();
        let mut told: Vec<String> = decisions.map(|decision| self.decision(*decision)).collect();
        let obstacles = self.book.obstacles(at).iter();
        let needs = obstacles.flat_map(|(obstacle, _)| &self.book.item(*obstacle).depends_on);
        told.extend(needs.map(|lead| self.need(lead)));
        if told.is_empty() {
            let needs = self.book.item(at).depends_on.iter();
            let open =
                needs.filter(|lead| lead.external || lead.to.is_some_and(|to| self.is_open(to)));
            told.extend(open.map(|lead| self.need(lead)));
        }
        Markup::html(told.join(", "))
    }

    fn need(&self, lead: &Lead) -> String {
        mark::lead(self.book, &self.from, lead).as_str().to_string()
    }

    fn decision(&self, at: usize) -> String {
        let item = self.book.item(at);
        let words = item
            .id
            .as_ref()
            .map_or_else(|| "a decision".to_string(), |id| format!("Decision {id}"));
        let href = self.book.link(&self.from, at);
        let link = mark::anchor(&href, &words, "");
        match item.id {
            Some(_) => link.as_str().to_string(),
            None => format!(
                "{}<span class=\"sub\">{}</span>",
                link.as_str(),
                escape(&name::title(item))
            ),
        }
    }

    fn is_open(&self, at: usize) -> bool {
        !matches!(self.book.item(at).state(), Status::Done | Status::Dropped)
    }

    /// How many open items wait for it, with the way to them.
    fn holds_up(&self, at: usize) -> Markup {
        let waiting = self.waiting(at);
        if waiting.is_empty() {
            return Markup::text("nothing");
        }
        let kind = self.book.item(waiting[0]).kind;
        let is_same = waiting.iter().all(|at| self.book.item(*at).kind == kind);
        let words = match is_same {
            true => count(waiting.len(), kind),
            false => several(waiting.len(), "item"),
        };
        let words = match self.book.item(at).has_page {
            true => {
                let href = format!("{}#holds-up", self.book.link(&self.from, at));
                mark::anchor(&href, &words, "").as_str().to_string()
            }
            false => words,
        };
        let named = waiting.iter().take(NAMED).map(|at| {
            let words = filter::short(self.book.item(*at));
            let link = mark::anchor(&self.book.link(&self.from, *at), &words, "");
            link.as_str().to_string()
        });
        let mut named: Vec<String> = named.collect();
        if waiting.len() > NAMED {
            named.push(format!("{} more", waiting.len() - NAMED));
        }
        Markup::html(format!(
            "{words}<span class=\"sub\">{}</span>",
            list(&named)
        ))
    }

    fn waiting(&self, at: usize) -> Vec<usize> {
        let waiting = self.book.item(at).waiting.iter().copied();
        waiting
            .filter(|at| {
                let item = self.book.item(*at);
                let is_work = !matches!(item.kind, Kind::Decision | Kind::Blocker);
                is_work && !item.discovered && self.is_open(*at)
            })
            .collect()
    }

    fn way_out(&self, at: usize) -> Markup {
        let fields = self.fields(at, &WAY_OUT);
        let told: Vec<_> = fields.iter().map(|fact| escape(&fact.raw)).collect();
        Markup::html(told.join("<br>"))
    }

    // How long, and what else.

    fn ageing(&self, now: &[usize]) -> Option<Section> {
        let mut waits: Vec<(Option<i64>, usize)> =
            now.iter().map(|at| (self.days(*at), *at)).collect();
        waits.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
        let (oldest, first) = *waits.first()?;
        let oldest = oldest.filter(|days| *days > 0)?;
        if waits.len() < 2 {
            return None;
        }
        let held = |at: usize| self.waiting(at).len();
        let is_heaviest = waits[1..].iter().all(|(_, at)| held(*at) < held(first));
        let undated = waits.iter().filter(|(days, _)| days.is_none()).count();
        let bars = waits.iter().take(BARS).map(|(days, at)| Age {
            name: filter::short(self.book.item(*at)),
            days: days.and_then(|days| u32::try_from(days).ok()),
        });
        let bars: Vec<Age> = bars.collect();
        let has_titles = waits.iter().any(|(_, at)| self.book.item(*at).id.is_none());
        let class = if has_titles { " class=\"titled\"" } else { "" };
        let chart = Chart {
            caption: Some(caption(oldest, is_heaviest, undated)),
            drawing: Markup::html(format!("<div{class}>{}</div>", ages(&bars))),
        };
        let part = Part {
            chart: Some(chart),
            ..Part::default()
        };
        let section = Section::new("ageing", "How long they have waited").with(part);
        Some(match waits.len() > BARS {
            true => section.note(&format!(
                "The {BARS} oldest of {}; the table has all.",
                waits.len()
            )),
            false => section,
        })
    }

    /// The obstacles that have their place on this page.
    fn obstacles(&self) -> Vec<usize> {
        let all: Vec<usize> = self.book.of_kind(Kind::Blocker).map(|(at, _)| at).collect();
        rows(&all, self.page).to_vec()
    }

    /// Open obstacles that block nothing that is open, or what is told of on another page.
    fn others(&self, placed: &BTreeSet<usize>) -> Option<Section> {
        let mut others = self.obstacles();
        others.retain(|at| {
            self.is_open(*at)
                && !placed.contains(at)
                && anchor(self.book, &self.from, *at).is_some()
        });
        let lines = others.iter().map(|at| self.line(*at));
        (!others.is_empty()).then(|| {
            let section = Section::new("others", "Further obstacles").count(others.len());
            section.with(Part::rows("", lines.collect()))
        })
    }

    fn freed(&self) -> Option<Section> {
        let mut freed = self.obstacles();
        freed.retain(|at| !self.is_open(*at));
        let lines = freed.iter().map(|at| self.line(*at));
        (!freed.is_empty()).then(|| {
            let section = Section::new("freed", "No longer in the way").count(freed.len());
            section.with(Part::rows("stcol", lines.collect()))
        })
    }

    fn line(&self, at: usize) -> Line {
        let item = self.book.item(at);
        let blocked: Vec<String> = item.blocks.iter().map(|lead| self.need(lead)).collect();
        let blocked = blocked.into_iter().filter(|words| !words.is_empty());
        let blocked = blocked.collect::<Vec<_>>().join(", ");
        let rest = stated::rest(item, &[]);
        let blocks = match (blocked.is_empty(), self.is_open(at)) {
            (true, _) => String::new(),
            (false, true) => format!("blocks {blocked}"),
            (false, false) => format!("blocked {blocked}"),
        };
        let done = item.done.as_ref();
        Line {
            id: anchor(self.book, &self.from, at),
            lead: match self.is_open(at) {
                true => Markup::html("<i class=\"i i-blocked\"></i>".into()),
                false => mark::status(item),
            },
            title: Markup::html(self.title(at)),
            end: done.map(|said| mark::when(said, self.today)),
            why: [blocks, rest]
                .into_iter()
                .filter(|words| !words.is_empty())
                .map(Markup::html)
                .collect(),
        }
    }
}

/// How much cannot proceed, and how much of it waits for a decision.
fn sentence(kinds: &[(Kind, usize)], deciding: usize, oldest: Option<i64>) -> String {
    let (obstacles, items): (Vec<_>, Vec<_>) =
        kinds.iter().partition(|(kind, _)| *kind == Kind::Blocker);
    let obstacles: usize = obstacles.iter().map(|(_, count)| count).sum();
    let all: usize = items.iter().map(|(_, count)| count).sum();
    let told: Vec<String> = items
        .iter()
        .map(|(kind, count)| spelled(*count, *kind))
        .collect();
    let mut out = String::new();
    if all > 0 {
        out.push_str(&format!("{} cannot proceed", capital(&list(&told))));
        let deciding = match (deciding, all) {
            (0, _) => String::new(),
            (1, 1) => "; it waits for a decision".into(),
            (2, 2) => "; both wait for a decision".into(),
            (some, all) if some == all => "; all wait for a decision".into(),
            (1, _) => "; one of them waits for a decision".into(),
            (some, _) => format!("; {} of them wait for a decision", number(some)),
        };
        out.push_str(&deciding);
        out.push('.');
    }
    if obstacles > 0 {
        let words = match obstacles {
            1 => "One obstacle names nothing in the plan that it blocks.".to_string(),
            some => format!(
                "{} obstacles name nothing in the plan that they block.",
                capital(&number(some))
            ),
        };
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(&words);
    }
    if out.is_empty() {
        return "Nothing is blocked now.".into();
    }
    let days = oldest.and_then(|days| usize::try_from(days).ok());
    if let Some(days) = days.filter(|days| *days > 0) {
        let who = if all + obstacles == 1 {
            "It"
        } else {
            "The oldest"
        };
        out.push_str(&format!(" {who} has waited {}.", several(days, "day")));
    }
    out
}

/// What the chart shows.
fn caption(oldest: i64, is_heaviest: bool, undated: usize) -> String {
    let days = several(usize::try_from(oldest).unwrap_or_default(), "day");
    let most = if is_heaviest {
        " and holds up the most work"
    } else {
        ""
    };
    let undated = match undated {
        0 => String::new(),
        1 => " Of one it is not written since when.".into(),
        some => format!(" Of {} it is not written since when.", number(some)),
    };
    format!("The oldest block is {days} old{most}.{undated}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_proceed_is_said() {
        assert_eq!(
            sentence(&[(Kind::Task, 4)], 3, None),
            "Four tasks cannot proceed; three of them wait for a decision."
        );
        assert_eq!(
            sentence(&[(Kind::Story, 1), (Kind::Task, 2)], 0, Some(28)),
            "One story and two tasks cannot proceed. The oldest has waited 28 days."
        );
        assert_eq!(
            sentence(&[(Kind::Task, 1)], 1, Some(1)),
            "One task cannot proceed; it waits for a decision. It has waited 1 day."
        );
        assert_eq!(
            sentence(&[(Kind::Task, 1), (Kind::Blocker, 1)], 0, Some(0)),
            "One task cannot proceed. One obstacle names nothing in the plan that it blocks."
        );
        assert_eq!(sentence(&[], 0, None), "Nothing is blocked now.");
    }

    #[test]
    fn the_chart_says_what_it_does_not_know() {
        assert_eq!(
            caption(28, true, 0),
            "The oldest block is 28 days old and holds up the most work."
        );
        assert_eq!(
            caption(1, false, 1),
            "The oldest block is 1 day old. Of one it is not written since when."
        );
    }
}
