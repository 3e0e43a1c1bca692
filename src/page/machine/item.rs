//! An item in markdown, for programs that read: what is stated of it, what hangs on it, and its own words.

use std::fmt::Display;

use crate::edition::entry::{Condition, Entry, Lead, Source};
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::guide;
use crate::page::name;
use crate::page::noun;
use crate::page::prose::literal::escaped;
use crate::page::route::twin;
use crate::page::told::because;
use crate::page::words::capital;
use crate::theme::tongue::key;

/// So many parts are named.
const MOST: usize = 500;

/// Everything that is told of an item.
pub fn told(book: &Book, at: usize) -> String {
    let item = book.item(at);
    let from = book.routes.url(at);
    let telling = Telling { book, item, from };
    let mut out = format!("# {}\n\n", line(&name::short(item)));
    for (name, words) in telling.facts() {
        out.push_str(&format!("- **{}:** {words}\n", line(&name)));
    }
    out.push_str(&telling.criteria());
    out.push_str(&telling.parts());
    out.push_str(&telling.moves());
    if let Some(body) = guide::markdown(book, from, item.body.as_ref()) {
        out.push_str(&format!("\n{body}\n"));
    }
    out
}

/// Words of an author in one line, in which nothing is markup.
fn line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    escaped(&words.join(" "), false)
}

struct Telling<'a> {
    book: &'a Book,
    item: &'a Entry,
    from: &'a str,
}

impl Telling<'_> {
    /// What is stated, by name.
    fn facts(&self) -> Vec<(String, String)> {
        let item = self.item;
        let mut facts = Vec::new();
        let tongue = &self.book.tongue;
        let mut put = |name: &str, words: Option<String>| {
            let words = words.filter(|words| !words.is_empty());
            facts.extend(words.map(|words| (name.to_string(), words)));
        };
        let say = |words: &'static str| tongue.say(words);
        let raw = |raw: &str| line(raw);
        put(&say("Kind"), Some(noun::one(tongue, item.kind)));
        put(&say("Status"), Some(self.status()));
        put(
            &say("Priority"),
            item.priority.as_ref().map(|said| raw(&said.raw)),
        );
        for (name, said) in [
            (key("Start"), &item.start),
            (key("Due"), &item.due),
            (key("Done"), &item.done),
        ] {
            let day = said.as_ref().map(|said| match said.value.day {
                Some(day) => day.to_string(),
                None => raw(&said.raw),
            });
            put(&say(name), day);
        }
        put(
            &say("Owner"),
            item.owner.as_ref().map(|said| raw(&said.raw)),
        );
        put(
            &say("Estimate"),
            item.estimate.as_ref().map(|said| raw(&said.raw)),
        );
        put(
            &say("Part of"),
            item.parent.as_ref().map(|lead| self.lead(lead)),
        );
        put(
            &say("Sprint"),
            item.sprint.as_ref().map(|lead| self.lead(lead)),
        );
        put(&say("Depends on"), Some(self.leads(&item.depends_on)));
        put(&say("Blocks"), Some(self.leads(&item.blocks)));
        put(&say("Became"), Some(self.leads(&item.became)));
        put(&say("Labels"), Some(raw(&item.labels.join(", "))));
        put(&say("Progress"), self.progress());
        let health = item.health.as_ref();
        put(
            &say("Health"),
            health.map(|health| {
                let word = badge::health_word(tongue, health);
                let why = because(tongue, &health.reason);
                raw(&tongue.tell("{name}: {words}", &[("name", &word), ("words", &why)]))
            }),
        );
        for fact in &item.fields {
            put(&fact.name, Some(raw(&fact.raw)));
        }
        put(
            &say("Stands in"),
            item.sources.first().map(|source| self.place(source)),
        );
        facts
    }

    /// Its state, with the word of the author's where that is another.
    fn status(&self) -> String {
        let tongue = &self.book.tongue;
        let word = tongue.say(badge::shape(self.item).1);
        match badge::status_as_written(tongue, self.item) {
            Some(raw) => tongue.tell(
                "{status} (“{words}”)",
                &[("status", &word), ("words", &line(raw))],
            ),
            None => word.into_owned(),
        }
    }

    fn progress(&self) -> Option<String> {
        let progress = self.item.progress.as_ref()?;
        let tally = progress.tally?;
        let of = usize::try_from(tally.of).ok()?;
        let leaves = progress.leaves.unwrap_or(Kind::Task);
        let tongue = &self.book.tongue;
        let items = noun::count(tongue, of, leaves);
        let parts: [(&str, &dyn Display); 2] = [("done", &tally.done), ("items", &items)];
        Some(tongue.tell("{done} of {items} complete", &parts))
    }

    fn place(&self, source: &Source) -> String {
        let place = line(&format!("{}:{}", source.file, source.line));
        match self.book.source(&source.file, source.line) {
            Some(href) => format!("[{place}]({href})"),
            None => place,
        }
    }

    fn leads(&self, leads: &[Lead]) -> String {
        let leads = leads.iter().map(|lead| self.lead(lead));
        self.book.tongue.row(&leads.collect::<Vec<String>>())
    }

    fn lead(&self, lead: &Lead) -> String {
        match lead.to {
            Some(to) if lead.inferred => {
                let parts: [(&str, &dyn Display); 2] =
                    [("item", &self.link(to)), ("words", &line(&lead.raw))];
                self.book
                    .tongue
                    .tell("{item} (inferred from “{words}”)", &parts)
            }
            Some(to) => self.link(to),
            None => line(&lead.raw),
        }
    }

    /// To the twin of an item; a row is told on the page that it stands on.
    fn link(&self, to: usize) -> String {
        let item = self.book.item(to);
        let url = self.book.routes.url(to);
        let address = match item.has_page {
            true => relative(self.from, &twin(url, "md")),
            false => relative(self.from, url),
        };
        format!("[{}]({address})", line(&name::short(item)))
    }

    fn criteria(&self) -> String {
        let mut out = String::new();
        let mut group = None;
        for condition in &self.item.criteria {
            if group != Some(&condition.group) {
                let title = match condition.group.as_str() {
                    "" => self.book.tongue.say("Criteria"),
                    title => capital(title).into(),
                };
                out.push_str(&format!("\n## {}\n\n", line(&title)));
                group = Some(&condition.group);
            }
            out.push_str(&condition_line(condition));
        }
        out
    }

    fn parts(&self) -> String {
        let children = &self.item.children;
        if children.is_empty() {
            return String::new();
        }
        let tongue = &self.book.tongue;
        let mut out = format!("\n## {}\n\n", tongue.say("Parts"));
        for at in children.iter().take(MOST) {
            let word = tongue.say(badge::shape(self.book.item(*at)).1);
            out.push_str(&format!("- {}: {word}\n", self.link(*at)));
        }
        if children.len() > MOST {
            let more = tongue.tell("and {number} more", &[("number", &(children.len() - MOST))]);
            out.push_str(&format!("- {more}\n"));
        }
        out
    }

    fn moves(&self) -> String {
        if self.item.movements.is_empty() {
            return String::new();
        }
        let tongue = &self.book.tongue;
        let mut out = format!("\n## {}\n\n", tongue.say("What moved"));
        for movement in &self.item.movements {
            let reason = movement.reason.as_deref();
            let reason = reason.map_or(String::new(), |reason| format!(" ({})", line(reason)));
            let change = tongue.say(movement.change.name());
            let item = self.lead(&movement.item);
            out.push_str(&format!("- {change}: {item}{reason}\n"));
        }
        out
    }
}

fn condition_line(condition: &Condition) -> String {
    let mark = match condition.done {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    format!("- {mark}{}\n", line(&condition.text))
}
