//! The small parts that all pages show: status, health, priority, progress, dates, places. Each has a shape and a word.

use crate::edition::entry::{Claim, Entry, Health, Lead, Progress, Source};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::when::When;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::name;
use crate::page::words;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// The style, the icon and the word of a state.
pub fn state(item: &Entry) -> (&'static str, &'static str) {
    badge::shape(item)
}

/// An id in a cell of its own.
pub fn id(id: &str) -> Markup {
    let class = id_class(id);
    Markup::html(format!("<span class=\"{class}\">{}</span>", escape(id)))
}

/// The class of an id: a long one goes on in the next line, a short one is never cut at its hyphen.
pub fn id_class(id: &str) -> &'static str {
    match id.chars().count() > 16 {
        true => "id far",
        false => "id",
    }
}

/// The status, with its shape and its word.
pub fn status(item: &Entry) -> Markup {
    badge::status(&Tongue::english(), item)
}

/// The author's word for the status, where it says more than ours.
pub fn status_as_written(item: &Entry) -> Option<&str> {
    badge::status_as_written(&Tongue::english(), item)
}

/// The status for a cell, below it the author's word.
pub fn status_cell(item: &Entry) -> Markup {
    badge::status_cell(&Tongue::english(), item)
}

/// The health, with its shape and its word.
pub fn health(health: &Health) -> Markup {
    badge::health(&Tongue::english(), health)
}

/// The style, the icon and the first words of the note that tells how an item stands.
pub fn health_note(health: &Health) -> (&'static str, &'static str, &'static str) {
    match health.value {
        "done" => ("ok", "done", "Complete."),
        "on track" => ("ok", "ok", "On track."),
        "at risk" => ("warn", "warn", "At risk."),
        "late" => ("bad", "late", "Late."),
        _ => ("unknown", "unknown", "Unknown."),
    }
}

/// A reason as a sentence: with a capital and a full stop.
pub fn sentence(reason: &str) -> String {
    let end = if reason.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    format!("{}{end}", words::capital(reason))
}

/// A priority, with bars where its word is one that everybody knows.
pub fn priority(raw: &str) -> Markup {
    let lower = raw.to_lowercase();
    let says = |names: &[&str]| names.iter().any(|name| lower.contains(name));
    let style = if says(&["high", "must", "critical", "urgent", "p0", "p1"]) {
        "high"
    } else if says(&["medium", "should", "normal", "p2"]) {
        "medium"
    } else if says(&["low", "could", "won", "p3", "p4"]) {
        "low"
    } else {
        return Markup::text(raw);
    };
    Markup::html(format!(
        "<span class=\"pri pri-{style}\">{}</span>",
        escape(raw)
    ))
}

/// How far something is, as a bar with its figure; unknown has a shape of its own.
pub fn bar(progress: &Progress) -> Markup {
    badge::bar(&Tongue::english(), progress)
}

/// The bar of something of which nothing is known.
pub fn unknown_bar() -> Markup {
    badge::unknown_bar(&Tongue::english())
}

/// A day, as machines and as people read it.
pub fn time(date: Date, words: &str) -> Markup {
    Markup::html(format!(
        "<time datetime=\"{date}\">{}</time>",
        escape(words)
    ))
}

/// A day as short as it is clear.
pub fn day(date: Date, today: Date) -> Markup {
    time(date, &words::day(date, today))
}

/// A date as a document gives it: the day, or the words where no day is in them.
pub fn when(said: &Claim<When>, today: Date) -> Markup {
    badge::when(&Tongue::english(), said, today)
}

/// Words that stand for a line of a document, and which one that is: the preview makes a way into the editor of it.
pub fn at(source: &Source, words: &str) -> Markup {
    Markup::html(format!(
        "<span data-at=\"{}:{}\">{}</span>",
        escape(&source.file),
        source.line,
        escape(words)
    ))
}

/// A line of a document, with a link to it where there is one.
pub fn place(book: &Book, source: &Source) -> Markup {
    let words = format!("{}:{}", source.file, source.line);
    match book.source(&source.file, source.line) {
        Some(href) => Markup::html(format!(
            "<a class=\"mono\" href=\"{}\">{}</a>",
            escape(&href),
            escape(&words)
        )),
        None => Markup::html(format!("<span class=\"mono\">{}</span>", escape(&words))),
    }
}

/// A line of a document without the folders above it, with a link to it where there is one.
pub fn near_place(book: &Book, source: &Source) -> Markup {
    let words = short_place(source);
    match book.source(&source.file, source.line) {
        Some(href) => Markup::html(format!(
            "<a class=\"mono\" data-at=\"{}:{}\" href=\"{}\">{}</a>",
            escape(&source.file),
            source.line,
            escape(&href),
            escape(&words)
        )),
        None => Markup::html(format!(
            "<span class=\"mono\" data-at=\"{}:{}\">{}</span>",
            escape(&source.file),
            source.line,
            escape(&words)
        )),
    }
}

/// The quiet way from a row to its line, for an item that has no page of its own: the preview makes one into the editor
/// of its name.
pub fn line(book: &Book, at: usize) -> String {
    let item = book.item(at);
    let Some(source) = item.sources.first().filter(|_| !item.has_page) else {
        return String::new();
    };
    let place = escape(&format!("{}:{}", source.file, source.line)).into_owned();
    match book.source(&source.file, source.line) {
        Some(href) => format!(
            "<a class=\"at i-file\" href=\"{}\" aria-label=\"{place}\"></a>",
            escape(&href)
        ),
        None => format!("<span class=\"at\" data-at=\"{place}\"></span>"),
    }
}

/// The last part of a path with its line, for places where the whole is too long.
fn short_place(source: &Source) -> String {
    let name = source.file.rsplit('/').next().unwrap_or(&source.file);
    format!("{name}:{}", source.line)
}

/// An item by its title, as a link.
pub fn item(book: &Book, from: &str, at: usize) -> Markup {
    let words = name::title(book.item(at));
    anchor(&book.link(from, at), &words, "title")
}

/// Its id, and a link with its title.
pub fn named(book: &Book, from: &str, at: usize) -> Markup {
    let link = item(book, from, at);
    match &book.item(at).id {
        Some(id) => Markup::html(format!(
            "<span class=\"id\">{}</span> {}",
            escape(id),
            link.as_str()
        )),
        None => link,
    }
}

/// A link.
pub fn anchor(href: &str, words: &str, class: &str) -> Markup {
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    Markup::html(format!(
        "<a{class} href=\"{}\">{}</a>",
        escape(href),
        escape(words)
    ))
}

/// An item by its id, or by its title where it has none.
pub fn short_item(book: &Book, from: &str, at: usize) -> Markup {
    let item = book.item(at);
    let href = book.link(from, at);
    match &item.id {
        Some(id) if item.kind != Kind::Phase && item.kind != Kind::Sprint => {
            anchor(&href, id, "id")
        }
        _ => anchor(&href, &name::short(item), ""),
    }
}

/// Where a reference leads: the item, the words as written, and whether it was inferred.
pub fn lead(book: &Book, from: &str, lead: &Lead) -> Markup {
    let Some(to) = lead.to else {
        let words = Markup::text(&lead.raw);
        return match lead.external {
            true => outside(book, &words),
            false => words,
        };
    };
    let link = short_item(book, from, to);
    if !lead.inferred {
        return link;
    }
    let title = inferred(book, lead, to);
    let line = lead.source.as_ref().map(|source| source.line);
    let word = book.tongue.say("inferred");
    let (title, word) = (escape(&title), escape(&word));
    let note = match line.filter(|_| lists_inferred(from)) {
        Some(line) => format!(
            "<a class=\"inf\" href=\"#inf.{line}\" title=\"{title}\"><i class=\"i i-near\"></i>{word}</a>"
        ),
        None => {
            format!("<span class=\"inf\" title=\"{title}\"><i class=\"i i-near\"></i>{word}</span>")
        }
    };
    Markup::html(format!(
        "{}<span class=\"sub\">{} {note}</span>",
        escape(&lead.raw),
        link.as_str()
    ))
}

/// Words that lead out of the plan.
fn outside(book: &Book, words: &Markup) -> Markup {
    Markup::html(format!(
        "{} <span class=\"sub\">{}</span>",
        words.as_str(),
        escape(&book.tongue.say("outside"))
    ))
}

/// The mark of what was inferred.
pub fn is_inferred(tongue: &Tongue) -> Markup {
    Markup::html(format!(
        "<span class=\"inf\"><i class=\"i i-near\"></i>{}</span>",
        escape(&tongue.say("inferred"))
    ))
}

/// Whether a page has a list of what was inferred on it: those of items have.
pub fn lists_inferred(from: &str) -> bool {
    Kind::all().any(|kind| {
        let rest = from.strip_prefix(kind.folder());
        rest.is_some_and(|rest| rest.starts_with('/'))
    })
}

/// Why a reference was taken for an item.
pub fn inferred(book: &Book, lead: &Lead, to: usize) -> String {
    book.tongue.tell(
        "“{written}” was taken for “{title}”, the only title here that is like it.",
        &[
            ("written", &lead.raw),
            ("title", &name::title(book.item(to))),
        ],
    )
}

/// How an item stands, for the tables: nothing where it is not judged.
pub fn health_cell(item: &Entry) -> Markup {
    badge::health_cell(&Tongue::english(), item)
}

/// The icon of a kind.
pub fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Phase | Kind::Milestone => "flag",
        Kind::Feature => "prd",
        Kind::Story => "story",
        Kind::Task => "list",
        Kind::Sprint => "sprint",
        Kind::Decision => "fork",
        Kind::Blocker => "blocked",
    }
}

/// Words of a finding: what stands between backticks is code.
pub fn told(words: &str) -> Markup {
    let mut out = String::with_capacity(words.len() + 32);
    let mut parts = words.split('`').peekable();
    let mut is_code = false;
    while let Some(part) = parts.next() {
        let closes = parts.peek().is_some();
        match (is_code, closes) {
            (true, true) => out.push_str(&format!("<code>{}</code>", escape(part))),
            (true, false) => out.push_str(&format!("`{}", escape(part))),
            (false, _) => out.push_str(&escape(part)),
        }
        is_code = !is_code;
    }
    Markup::html(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_backticks_are_code() {
        let html = |words| told(words).as_str().to_string();
        assert_eq!(html("`<a>` is not"), "<code>&lt;a&gt;</code> is not");
        assert_eq!(html("a ` b & c"), "a ` b &amp; c");
        assert_eq!(html(""), "");
    }
}
