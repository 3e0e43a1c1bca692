//! What stands around the middle of a page: head, bar, navigation and foot. Pages that have the same are given the
//! same: it is rendered once, and only the words that differ are put in.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::Serialize;

use crate::output::RenderFault;
use crate::page::badge::time;
use crate::page::book::{Book, relative};
use crate::page::calendar::{full, short};
use crate::page::forge::Repository;
use crate::page::machine::calendar::CALENDAR;
use crate::page::machine::feed::FEED;
use crate::page::machine::social::{self, social};
use crate::page::machine::twin;
use crate::page::nav::Nav;
use crate::page::noun;
use crate::page::page::{Inner, Leaf, Pages};
use crate::page::percent::encoded;
use crate::page::route::SEARCH;
use crate::page::words::clip;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// Stands around the name of a slot. It cannot be in any text, for text loses its control characters.
const MARK: char = '\u{1}';

/// Pages with the same way to the first page, whose navigation shows the same items.
type Family = (String, Vec<(usize, usize)>);

/// The frames of a site, each made when the first page asks for it.
#[derive(Debug, Default)]
pub struct Frames {
    by_family: BTreeMap<Family, OnceLock<Result<Frame, String>>>,
    /// The pages of items.
    items: HashSet<String>,
    has_feed: bool,
    has_calendar: bool,
    has_picture: bool,
}

/// A rendered frame, cut at its slots.
#[derive(Debug)]
struct Frame {
    pieces: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Title,
    Description,
    Canonical,
    Style,
    Wide,
    Crumbs,
    Main,
    Sections,
    /// Says that this link leads to the page itself, or to what it belongs to.
    Current(String),
}

/// What the template is given.
#[derive(Serialize)]
struct Context<'a> {
    language: &'a str,
    direction: &'static str,
    /// The language of the words around the middle, where it is another one.
    around: Option<&'static str>,
    policy: String,
    home: String,
    search: String,
    assets: String,
    icon: &'a str,
    sheets: &'a [&'static str],
    logo: Option<&'a str>,
    logo_words: &'a str,
    feed: Option<String>,
    calendar: Option<String>,
    brand: &'a str,
    is_named_plan: bool,
    as_of: Markup,
    state: Markup,
    nav: Nav,
    read: Option<String>,
    findings: Option<Findings>,
    audience: Option<&'a str>,
    slot: Slots,
}

#[derive(Serialize)]
struct Findings {
    href: String,
    words: String,
}

/// The slots, as the template writes them.
#[derive(Serialize)]
struct Slots {
    title: Markup,
    description: Markup,
    canonical: Markup,
    style: Markup,
    wide: Markup,
    crumbs: Markup,
    main: Markup,
    sections: Markup,
    current: Markup,
    end: Markup,
}

/// How many letters a title may have around the page whose title it is.
const LONGEST: usize = 60;

/// Nothing from elsewhere but pictures, no script that is not a file of the site.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: https:; connect-src 'self'";

/// The policy; fonts are let in where the look has some.
fn policy(book: &Book) -> String {
    let fonts = if book.theme.has_fonts() {
        "; font-src 'self'"
    } else {
        ""
    };
    format!("{POLICY}{fonts}")
}

impl Frames {
    /// The frames that these pages ask for.
    pub fn new(book: &Book, pages: &Pages) -> Self {
        let families = pages.leaves.par_iter().map(|leaf| family(book, leaf));
        // There are far fewer families than pages.
        let mut by_family = BTreeMap::new();
        for family in families.collect::<Vec<_>>() {
            by_family.entry(family).or_default();
        }
        let has = |name: &str| pages.files.iter().any(|(address, _)| address == name);
        Self {
            by_family,
            items: twin::pages(book),
            has_feed: has(FEED),
            has_calendar: has(CALENDAR),
            has_picture: social::has_picture(book),
        }
    }

    /// A page with its frame.
    pub fn page(&self, book: &Book, leaf: &Leaf, inner: &Inner) -> Result<Vec<u8>, RenderFault> {
        let family = family(book, leaf);
        let make = || Frame::new(self, book, leaf, &family.1).map_err(|fault| fault.to_string());
        let own = OnceLock::new();
        let place = self.by_family.get(&family).unwrap_or(&own);
        match place.get_or_init(make) {
            Ok(frame) => Ok(frame.fill(self, book, leaf, inner).into_bytes()),
            Err(fault) => Err(fault.clone().into()),
        }
    }
}

impl Frames {
    /// What a page is known by elsewhere: its one address, its twins, and what a link to it shows.
    fn links(&self, book: &Book, leaf: &Leaf, out: &mut String) {
        canonical(book, leaf, out);
        if self.items.contains(&leaf.address) {
            twin::links(book, &leaf.address, out);
        }
        social(book, leaf, self.has_picture, out);
    }
}

fn family(book: &Book, leaf: &Leaf) -> Family {
    let root = relative(&book.place(&leaf.address), "");
    (root, Nav::shown(book, leaf.branch))
}

impl Frame {
    fn new(
        frames: &Frames,
        book: &Book,
        leaf: &Leaf,
        shown: &[(usize, usize)],
    ) -> Result<Self, RenderFault> {
        let edition = &book.edition;
        let from = &*book.place(&leaf.address);
        let (today, tongue) = (edition.as_of, &*book.tongue);
        let plan = tongue.say("Plan");
        let title = edition.title.as_deref();
        let findings = edition.record.is_some().then(|| Findings {
            href: relative(from, "health.html"),
            words: tongue.count(
                edition.findings.len(),
                "{number} finding",
                "{number} findings",
                &[],
            ),
        });
        let context = Context {
            language: tongue.tag(),
            direction: tongue.direction().as_str(),
            around: (!tongue.is_known()).then_some("en"),
            policy: policy(book),
            icon: &book.theme.dress.icon,
            sheets: &book.theme.dress.sheets,
            logo: book.theme.dress.logo.as_deref(),
            logo_words: &book.theme.dress.logo_words,
            home: relative(from, "index.html"),
            search: relative(from, SEARCH),
            assets: relative(from, "assets"),
            feed: frames.has_feed.then(|| relative(from, FEED)),
            calendar: frames.has_calendar.then(|| relative(from, CALENDAR)),
            brand: title.unwrap_or(&plan),
            is_named_plan: title.is_some_and(wants_noun),
            as_of: time(today, &short(tongue, today)),
            state: state(book),
            nav: Nav::new(book, from, shown),
            read: edition
                .read
                .as_ref()
                .map(|read| documents(tongue, read.documents, read.skipped.len())),
            findings,
            audience: (!edition.audience.sees_all()).then_some(edition.audience.name.as_str()),
            slot: slots(),
        };
        Ok(Self::cut(&book.render("frame", &context)?))
    }

    fn cut(text: &str) -> Self {
        let mut pieces = Vec::new();
        for (at, part) in text.split(MARK).enumerate() {
            pieces.push(match (at % 2, part) {
                (0, text) => Piece::Text(text.to_string()),
                (_, "title") => Piece::Title,
                (_, "description") => Piece::Description,
                (_, "canonical") => Piece::Canonical,
                (_, "style") => Piece::Style,
                (_, "wide") => Piece::Wide,
                (_, "crumbs") => Piece::Crumbs,
                (_, "main") => Piece::Main,
                (_, "sections") => Piece::Sections,
                (_, current) => Piece::Current(current.trim_start_matches("current ").to_string()),
            });
        }
        Self { pieces }
    }

    fn fill(&self, frames: &Frames, book: &Book, leaf: &Leaf, inner: &Inner) -> String {
        let mut out = String::with_capacity(inner.main.len() + 6_000);
        let is_entry = |piece: &Piece| matches!(piece, Piece::Current(to) if *to == leaf.address);
        // A page that is in the navigation itself needs no other entry to stand for it.
        let entry = leaf.entry.as_deref();
        let entry = entry.filter(|_| !self.pieces.iter().any(is_entry));
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Title => title(book, leaf, &mut out),
                Piece::Description => out.push_str(&escape(&clip(&leaf.description, 3 * LONGEST))),
                Piece::Canonical => frames.links(book, leaf, &mut out),
                Piece::Style => style(book, leaf, &mut out),
                Piece::Wide if leaf.is_wide => out.push_str(" wide"),
                Piece::Wide => {}
                Piece::Crumbs => crumbs(book, leaf, &mut out),
                Piece::Main => out.push_str(&inner.main),
                Piece::Sections => sections(book, leaf, inner, &mut out),
                Piece::Current(address) => current(leaf, entry, address, &mut out),
            }
        }
        out
    }
}

/// "12 documents, 0 skipped".
fn documents(tongue: &Tongue, number: usize, skipped: usize) -> String {
    let read = noun::documents(tongue, number);
    let skipped = tongue.count(skipped, "{number} skipped", "{number} skipped", &[]);
    tongue.row(&[read, skipped])
}

/// Of which day the plan is, and of which commit as far as the audience may know.
fn state(book: &Book) -> Markup {
    let (edition, tongue) = (&book.edition, &book.tongue);
    let date = time(edition.as_of, &full(tongue, edition.as_of));
    if edition.read.is_none() {
        return tongue.mark("Plan as of {date}", &[("date", &date)]);
    }
    let Some(revision) = &edition.revision else {
        return tongue.mark("Plan as of {date}, no commit", &[("date", &date)]);
    };
    let commit = escape(&revision.commit);
    let commit = Markup::html(match Repository::of(edition) {
        Some(repository) => format!(
            "<a class=\"mono\" href=\"{}\">{commit}</a>",
            escape(&repository.commit(&revision.commit))
        ),
        None => format!("<span class=\"mono\">{commit}</span>"),
    });
    tongue.mark(
        "Plan as of {date}, commit {commit}",
        &[("date", &date), ("commit", &commit)],
    )
}

/// Whether "plan" stands behind a title: not where the title says so itself, or is long.
fn wants_noun(title: &str) -> bool {
    let says_so = title.to_lowercase().contains("plan");
    !says_so && title.chars().count() <= 20
}

fn slots() -> Slots {
    let slot = |name: &str| Markup::html(format!("{MARK}{name}{MARK}"));
    Slots {
        title: slot("title"),
        description: slot("description"),
        canonical: slot("canonical"),
        style: slot("style"),
        wide: slot("wide"),
        crumbs: slot("crumbs"),
        main: slot("main"),
        sections: slot("sections"),
        current: Markup::html(format!("{MARK}current ")),
        end: Markup::html(MARK.to_string()),
    }
}

fn title(book: &Book, leaf: &Leaf, out: &mut String) {
    out.push_str(&escape(&leaf.title));
    if let Some(plan) = book
        .edition
        .title
        .as_deref()
        .filter(|plan| *plan != leaf.title)
    {
        out.push_str(" · ");
        out.push_str(&escape(plan));
    }
}

fn canonical(book: &Book, leaf: &Leaf, out: &mut String) {
    if let Some(href) = book.canonical(&leaf.address) {
        out.push_str(&format!(
            "<link rel=\"canonical\" href=\"{}\">\n",
            escape(&href)
        ));
    }
}

fn style(book: &Book, leaf: &Leaf, out: &mut String) {
    if let Some(address) = &leaf.style {
        let href = relative(&book.place(&leaf.address), address);
        out.push_str(&format!(
            "<link rel=\"stylesheet\" href=\"{}\">\n",
            escape(&href)
        ));
    }
}

fn current(leaf: &Leaf, entry: Option<&str>, address: &str, out: &mut String) {
    if address == leaf.address {
        out.push_str(" aria-current=\"page\"");
    } else if entry == Some(address) {
        out.push_str(" aria-current=\"true\"");
    }
}

fn crumbs(book: &Book, leaf: &Leaf, out: &mut String) {
    if leaf.crumbs.is_empty() {
        return;
    }
    out.push_str(&format!(
        "<nav class=\"crumbs\" aria-label=\"{}\"><ol>",
        escape(&book.tongue.say("Breadcrumb"))
    ));
    for (words, address) in &leaf.crumbs {
        let href = relative(&book.place(&leaf.address), address);
        out.push_str(&format!(
            "<li><a href=\"{}\">{}</a></li>",
            escape(&href),
            escape(&clip(words, LONGEST))
        ));
    }
    out.push_str(&format!(
        "<li><span aria-current=\"page\">{}</span></li></ol></nav>\n",
        escape(&clip(&leaf.title, LONGEST))
    ));
}

fn sections(book: &Book, leaf: &Leaf, inner: &Inner, out: &mut String) {
    if leaf.is_wide || inner.sections.len() < 2 {
        return;
    }
    let words = book.tongue.say("On this page");
    let words = escape(&words);
    out.push_str(&format!(
        "<aside class=\"toc\" aria-label=\"{words}\"><h2>{words}</h2><ul>"
    ));
    for (id, words) in &inner.sections {
        out.push_str(&format!(
            "<li><a href=\"#{}\">{}</a></li>",
            escape(&encoded(id)),
            escape(words)
        ));
    }
    out.push_str("</ul></aside>");
}
