//! One row of what is blocked: what it is and why, what it waits for, since when, and the way out.

use std::collections::BTreeSet;

use crate::edition::entry::{Fact, Lead};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::blockage::{Blockage, SINCE, WAY_OUT, WHY};
use crate::page::mark;
use crate::page::name;
use crate::page::pages::blocked::ward::Ward;
use crate::page::section::Row;
use crate::page::stated;
use crate::page::table::anchor;
use crate::theme::markup::{Markup, escape};

/// Names under which it is written what something waits for.
const FOR: [&str; 3] = ["waits for", "waiting for", "waiting on"];

impl Ward<'_> {
    pub(super) fn row(&self, at: usize, placed: &mut BTreeSet<usize>) -> Row {
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
                self.waits_for(at),
                self.freeing(at),
                self.since(at),
                self.holds_up(at),
                self.way_out(at),
            ],
        }
    }

    pub(super) fn title(&self, at: usize) -> String {
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
        format!("{title}{id}{}", mark::line(self.book, at))
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
        let tongue = &self.book.tongue;
        let inferred = match lead.to.filter(|_| lead.inferred) {
            Some(to) => format!(
                "<span class=\"sub\">{} <span class=\"inf\" title=\"{}\"><i class=\"i i-near\"></i>{}</span></span>",
                escape(&tongue.tell("named as “{words}”", &[("words", &lead.raw)])),
                escape(&mark::inferred(self.book, lead, to)),
                tongue.say("inferred")
            ),
            None => String::new(),
        };
        let rest = stated::rest(item, &[&SINCE, &WAY_OUT, &FOR]);
        let line = mark::line(self.book, obstacle);
        format!("<span class=\"sub\"{id}>{told}{line}</span>{inferred}{rest}")
    }

    /// What the item says itself: why, where no obstacle does; and that it is not blocked, where that is what it says.
    fn own_words(&self, at: usize, is_alone: bool) -> String {
        let item = self.book.item(at);
        let tongue = &self.book.tongue;
        let sub = |words: &str| format!("<span class=\"sub\">{}</span>", escape(words));
        if item.kind == Kind::Blocker {
            let named = item.blocks.iter().map(|lead| lead.raw.trim());
            let named: Vec<&str> = named.filter(|raw| !raw.is_empty()).collect();
            let about = match named.is_empty() {
                true => tongue.say("names nothing that it blocks").into_owned(),
                false => tongue.tell(
                    "blocks “{words}”, which was not found",
                    &[("words", &named.join("”, “"))],
                ),
            };
            return sub(&about) + &stated::rest(item, &[&SINCE, &WAY_OUT, &FOR]);
        }
        let word = badge::word(tongue, item);
        match item.state() {
            Status::Planned | Status::Active => {
                sub(&tongue.tell("its own status says {status}", &[("status", &word)]))
            }
            Status::Blocked if is_alone => match stated::field(item, &WHY) {
                Some(field) => sub(&field.raw),
                None if !self.book.around.deciding(at).is_empty() => String::new(),
                None => sub(&tongue.say("no reason is written")),
            },
            _ => String::new(),
        }
    }

    /// The fields of the item and of its obstacles under one of several names.
    pub(super) fn fields(&self, at: usize, names: &[&str]) -> Vec<&Fact> {
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

    pub(super) fn days(&self, at: usize) -> Option<i64> {
        let since = Blockage::new(self.book, &self.from, at).since?;
        Some(self.today.days_since(since)).filter(|days| *days >= 0)
    }

    fn since(&self, at: usize) -> Markup {
        let told = Blockage::new(self.book, &self.from, at);
        let Some(day) = told.since else {
            return Markup::text(&told.since_written.unwrap_or_default());
        };
        let age = told
            .since(&self.book.tongue, self.today)
            .unwrap_or_default();
        Markup::html(format!(
            "{}<span class=\"sub\">{}</span>",
            badge::day(&self.book.tongue, day, self.today).as_str(),
            escape(&age)
        ))
    }

    /// Open decisions; else what its obstacles wait for; else what must be finished first.
    fn waits_for(&self, at: usize) -> Markup {
        let decisions = self.book.around.deciding(at).iter();
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
        if told.is_empty() {
            let fields = self.fields(at, &FOR).into_iter();
            told.extend(fields.map(|fact| escape(&fact.raw).into_owned()));
        }
        Markup::html(told.join(", "))
    }

    pub(super) fn need(&self, lead: &Lead) -> String {
        mark::lead(self.book, &self.from, lead).as_str().to_string()
    }

    fn decision(&self, at: usize) -> String {
        let item = self.book.item(at);
        let tongue = &self.book.tongue;
        let words = match &item.id {
            None => tongue.say("a decision").into_owned(),
            Some(id) => tongue.tell("Decision {id}", &[("id", id)]),
        };
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

    pub(super) fn is_open(&self, at: usize) -> bool {
        !matches!(self.book.item(at).state(), Status::Done | Status::Dropped)
    }

    fn way_out(&self, at: usize) -> Markup {
        let fields = self.fields(at, &WAY_OUT);
        let told: Vec<_> = fields.iter().map(|fact| escape(&fact.raw)).collect();
        Markup::html(told.join("<br>"))
    }
}
