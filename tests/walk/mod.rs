//! What must hold for every page of every site.
#![allow(dead_code)]

use std::collections::{BTreeMap, BTreeSet};

use crate::dom::{Content, Dom};
use crate::printed::Sheets;

/// The page that stands wherever there is none: its links are made for one place, the root.
const LOST: &str = "404.html";

/// A frame may not cost more.
const CHROME: usize = 6_000;

/// A navigation may not have more links.
const LINKS: usize = 20;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: https:; connect-src 'self'";

/// Every page of a site, and the ids on it.
pub(crate) struct Pages<'a> {
    sheets: &'a Sheets,
    pages: BTreeMap<&'a str, Walk<'a>>,
    ids: BTreeMap<&'a str, BTreeSet<String>>,
}

impl<'a> Pages<'a> {
    /// Reads them.
    pub(crate) fn new(sheets: &'a Sheets) -> Self {
        let pages = sheets
            .iter()
            .filter(|(address, _)| address.ends_with(".html"))
            .map(|(address, bytes)| (address.as_str(), Walk::new(address, bytes)));
        let pages: BTreeMap<&str, Walk<'_>> = pages.collect();
        let ids = pages.iter().map(|(address, page)| (*address, page.ids()));
        Self {
            ids: ids.collect(),
            sheets,
            pages,
        }
    }

    /// The ids on a page, if it is there.
    pub(crate) fn ids(&self, address: &str) -> Option<&BTreeSet<String>> {
        self.ids.get(address)
    }

    /// Every fault of every page: `tasks/t-1.html: the id "a" twice`.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut all = Vec::new();
        for (address, page) in &self.pages {
            let bytes = &self.sheets[*address];
            let mut found = Vec::new();
            page.read(bytes, &mut found);
            page.shape(&mut found);
            page.names(&self.ids[address], &mut found);
            page.chrome(bytes, &mut found);
            if *address != LOST {
                page.links(self.sheets, &self.ids, &mut found);
            }
            found.dedup();
            all.extend(found.into_iter().map(|fault| format!("{address}: {fault}")));
        }
        all
    }
}

/// One page.
pub(crate) struct Walk<'a> {
    address: &'a str,
    pub(crate) dom: Dom,
}

impl<'a> Walk<'a> {
    /// Reads the page at this address.
    pub(crate) fn new(address: &'a str, bytes: &[u8]) -> Self {
        let dom = Dom::parse(bytes);
        Self { address, dom }
    }

    /// Every id.
    pub(crate) fn ids(&self) -> BTreeSet<String> {
        let elements = self.dom.elements().iter();
        let ids = elements.filter_map(|at| self.dom.get(*at, "id"));
        ids.map(str::to_string).collect()
    }

    /// Whether an element has a class; every one has the empty one.
    pub(crate) fn has_class(&self, at: usize, class: &str) -> bool {
        let classes = self.dom.get(at, "class").unwrap_or_default();
        class.is_empty() || classes.split_whitespace().any(|other| other == class)
    }

    /// The words of the first element of this name and class; what stands above a title is told apart from it.
    pub(crate) fn first(&self, name: &str, class: &str) -> String {
        let mut found = self.dom.all(name).into_iter();
        let Some(at) = found.find(|at| self.has_class(*at, class)) else {
            return "-".into();
        };
        let words = self.dom.words(at);
        let mut above = self.dom.children(at).filter(|at| self.has_class(*at, "id"));
        let above = above.next().map(|at| self.dom.words(at));
        match above.and_then(|above| Some((words.strip_prefix(&above)?.trim(), above))) {
            Some((words, above)) => format!("{above}: {words}"),
            None => words,
        }
    }

    /// An element as one would find it: `<td>` "words".
    fn show(&self, at: usize) -> String {
        let words: String = self.dom.words(at).chars().take(40).collect();
        format!("<{}> {words:?}", self.dom.name(at))
    }

    /// Whether an element is among the words of a document, whose HTML may be odd.
    fn is_authors(&self, at: usize) -> bool {
        self.dom.around(at).any(|at| self.has_class(at, "prose"))
    }

    fn is_within(&self, at: usize, name: &str) -> bool {
        self.dom.around(at).any(|at| self.dom.name(at) == name)
    }

    // What the bytes and the parser say.

    fn read(&self, bytes: &[u8], found: &mut Vec<String>) {
        for fault in &self.dom.faults {
            found.push(format!("the parser says: {fault}"));
        }
        match str::from_utf8(bytes) {
            Err(fault) => found.push(format!("no text: {fault}")),
            Ok(text) => found.extend(control("a byte", text)),
        }
        for node in &self.dom.nodes {
            match &node.content {
                Content::Text(text) => found.extend(control("a text", text)),
                Content::Element(name, attributes) => {
                    for attribute in attributes {
                        let place = format!("{} of <{}>", &*attribute.name.local, &*name.local);
                        found.extend(control(&place, &attribute.value));
                    }
                }
                _ => {}
            }
        }
    }

    // What stands in what.

    fn shape(&self, found: &mut Vec<String>) {
        let dom = &self.dom;
        for at in dom.elements().iter().copied() {
            let parent = dom.around(at).next().map_or("", |parent| dom.name(parent));
            let name = dom.name(at);
            let show = || self.show(at);
            match name {
                "li" if !matches!(parent, "ul" | "ol") => {
                    found.push(format!("{} in <{parent}>", show()));
                }
                "ul" | "ol" | "dl" if dom.children(at).next().is_none() && !self.is_authors(at) => {
                    found.push(format!("an empty <{name}>"));
                }
                "img" if dom.get(at, "alt").is_none() => found.push("an <img> without alt".into()),
                "table" => self.table(at, found),
                "a" | "button" if self.is_within(at, "a") || self.is_within(at, "button") => {
                    found.push(format!("{} within a link or a button", show()));
                }
                "a" if dom.get(at, "href").is_none() && !self.is_authors(at) => {
                    found.push(format!("{} leads nowhere", show()));
                }
                "a" | "button" if self.is_mute(at) => found.push(format!("a mute <{name}>")),
                "style" => found.push("a <style>".into()),
                "script" if dom.get(at, "src").is_none() || !dom.words(at).is_empty() => {
                    found.push(format!("an inline script: {}", show()));
                }
                _ => {}
            }
            let is_list = matches!(parent, "ul" | "ol");
            let is_part = matches!(name, "dt" | "dd" | "div");
            if is_list && name != "li"
                || parent == "dl" && !is_part
                || parent == "p" && is_block(name)
            {
                found.push(format!("{} in <{parent}>", show()));
            }
            if matches!(parent, "table" | "tr" | "tbody" | "thead")
                && !matches!(
                    name,
                    "caption" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "colgroup"
                )
            {
                found.push(format!("{} in <{parent}>", show()));
            }
            if matches!(
                parent,
                "span" | "a" | "h1" | "h2" | "h3" | "small" | "strong"
            ) && is_block(name)
            {
                let is_card = parent == "a";
                found.extend((!is_card).then(|| format!("{} in <{parent}>", show())));
            }
            for (attribute, value) in dom.attributes(at) {
                if attribute.starts_with("on") {
                    found.push(format!("{attribute} on <{name}>"));
                }
                if attribute == "style" && !is_plain_style(value) {
                    found.push(format!("style={value:?} on <{name}>"));
                }
            }
        }
        self.headings(found);
        self.head(found);
    }

    /// Whether a link or a button says nothing to those who do not see it.
    fn is_mute(&self, at: usize) -> bool {
        let below = self.dom.below(at);
        let speaks = |at: &usize| {
            ["aria-label", "alt"].iter().any(|name| {
                self.dom
                    .get(*at, name)
                    .is_some_and(|words| !words.trim().is_empty())
            })
        };
        self.dom.words(at).is_empty() && !speaks(&at) && !below.iter().any(speaks)
    }

    fn table(&self, at: usize, found: &mut Vec<String>) {
        let dom = &self.dom;
        let rows: Vec<usize> = dom
            .below(at)
            .into_iter()
            .filter(|at| dom.name(*at) == "tr")
            .collect();
        let width = |row: &usize| -> usize {
            let cells = dom
                .children(*row)
                .filter(|at| matches!(dom.name(*at), "td" | "th"));
            cells
                .map(|at| {
                    dom.get(at, "colspan")
                        .and_then(|span| span.parse().ok())
                        .unwrap_or(1)
                })
                .sum()
        };
        let widths: BTreeSet<usize> = rows.iter().map(width).collect();
        if widths.len() > 1 {
            found.push(format!("rows of {widths:?} cells in {}", self.show(at)));
        }
        if rows.is_empty() {
            found.push(format!("a table without rows: {}", self.show(at)));
        }
    }

    fn headings(&self, found: &mut Vec<String>) {
        let dom = &self.dom;
        let mut last = 0;
        let mut firsts = 0;
        for at in dom.elements().iter().copied() {
            let level = match dom.name(at).as_bytes() {
                [b'h', level @ b'1'..=b'6'] => usize::from(level - b'0'),
                _ => continue,
            };
            firsts += usize::from(level == 1);
            if dom.words(at).is_empty() {
                found.push(format!("an empty <h{level}>"));
            }
            if !self.is_within(at, "main") {
                continue;
            }
            if level > last + 1 {
                found.push(format!("{} follows <h{last}>", self.show(at)));
            }
            last = level;
        }
        if firsts != 1 {
            found.push(format!("{firsts} <h1>"));
        }
    }

    fn head(&self, found: &mut Vec<String>) {
        let dom = &self.dom;
        let html = dom.all("html");
        if html.iter().any(|at| {
            dom.get(*at, "lang")
                .is_none_or(|lang| lang.trim().is_empty())
        }) {
            found.push("no language".into());
        }
        if dom
            .all("title")
            .first()
            .is_none_or(|at| dom.words(*at).is_empty())
        {
            found.push("no title".into());
        }
        if dom.all("main").len() != 1 {
            found.push("not one <main>".into());
        }
        let head: Vec<usize> = dom
            .all("head")
            .into_iter()
            .flat_map(|at| dom.children(at))
            .collect();
        // What names the encoding may stand before it; it loads nothing.
        let mut first = head.iter().filter(|at| dom.get(**at, "charset").is_none());
        let policy = first
            .next()
            .map(|at| (dom.get(*at, "http-equiv"), dom.get(*at, "content")));
        let own = policy.map(|(name, words)| {
            // Fonts are let in where a look has some.
            (
                name,
                words.map(|words| words.trim_end_matches("; font-src 'self'")),
            )
        });
        if own != Some((Some("Content-Security-Policy"), Some(POLICY))) {
            found.push(format!("the policy is not first in the head: {policy:?}"));
        }
    }

    // What names what.

    fn names(&self, ids: &BTreeSet<String>, found: &mut Vec<String>) {
        let dom = &self.dom;
        let mut seen = BTreeSet::new();
        for at in dom.elements().iter().copied() {
            if let Some(id) = dom.get(at, "id") {
                if !seen.insert(id) {
                    found.push(format!("the id {id:?} twice"));
                }
                if id.is_empty() || id.contains(char::is_whitespace) {
                    found.push(format!("the id {id:?}"));
                }
            }
            let naming = [
                "aria-controls",
                "for",
                "popovertarget",
                "aria-labelledby",
                "aria-describedby",
            ];
            for name in naming {
                for id in dom.get(at, name).unwrap_or_default().split_whitespace() {
                    if !ids.contains(id) {
                        found.push(format!("{name}={id:?} on {}", self.show(at)));
                    }
                }
            }
        }
    }

    fn chrome(&self, bytes: &[u8], found: &mut Vec<String>) {
        let text = String::from_utf8_lossy(bytes);
        let before = text.find("<main").unwrap_or_default();
        let behind = text.rfind("</main>").map_or("", |end| &text[end..]);
        // The list of a document's headings is as long as they are many.
        let list = behind.find("<aside").zip(behind.find("</aside>"));
        let behind = behind.len() - list.map_or(0, |(start, end)| end - start);
        if before + behind > CHROME {
            found.push(format!("the frame has {before} + {behind} bytes"));
        }
        let navigation = self.dom.all("nav").into_iter();
        let links = navigation.filter(|at| self.dom.get(*at, "id") == Some("nav"));
        let links = links.flat_map(|at| self.dom.below(at));
        let links = links.filter(|at| self.dom.name(*at) == "a").count();
        if links > LINKS {
            found.push(format!("{links} links in the navigation"));
        }
    }

    // Where links lead.

    fn links(
        &self,
        sheets: &Sheets,
        ids: &BTreeMap<&str, BTreeSet<String>>,
        found: &mut Vec<String>,
    ) {
        for at in self.dom.elements().iter().copied() {
            let links = [
                "href",
                "src",
                "action",
                "poster",
                "srcset",
                "data",
                "cite",
                "background",
            ];
            for name in links {
                let Some(link) = self.dom.get(at, name) else {
                    continue;
                };
                if let Some(fault) = self.link(link, sheets, ids) {
                    found.push(format!("{name}={link:?} {fault} on {}", self.show(at)));
                }
            }
        }
    }

    fn link(
        &self,
        link: &str,
        sheets: &Sheets,
        ids: &BTreeMap<&str, BTreeSet<String>>,
    ) -> Option<&'static str> {
        if link.starts_with('/') || link.starts_with('\\') {
            return Some("is no relative address");
        }
        let before = link.split(['/', '?', '#']).next().unwrap_or_default();
        if let Some((scheme, _)) = before.split_once(':') {
            let is_known =
                matches!(scheme, "http" | "https" | "mailto") || link.starts_with("data:image/");
            return (!is_known).then_some("has a scheme that nobody should follow");
        }
        let (path, fragment) = link
            .split_once('#')
            .map_or((link, None), |(path, fragment)| (path, Some(fragment)));
        let target = match path {
            "" if fragment.is_none() => return Some("is empty"),
            "" => self.address.to_string(),
            path => match self.resolved(&decoded(path)) {
                Some(target) => target,
                None => return Some("leaves the site"),
            },
        };
        if !sheets.contains_key(&target) {
            return Some("leads to no page");
        }
        match (fragment, ids.get(target.as_str())) {
            (None, _) => None,
            (Some(fragment), Some(ids)) if ids.contains(&decoded(fragment)) => None,
            _ => Some("leads to no place on its page"),
        }
    }

    fn resolved(&self, path: &str) -> Option<String> {
        let mut parts: Vec<&str> = self.address.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                ".." => drop(parts.pop()?),
                "." => {}
                part => parts.push(part),
            }
        }
        Some(parts.join("/"))
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "details"
            | "div"
            | "dl"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "table"
            | "ul"
    )
}

/// Properties of our own with plain numbers: `--v:12.5`.
fn is_plain_style(style: &str) -> bool {
    let mut parts = style
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    parts.all(|part| {
        let (name, value) = part.split_once(':').unwrap_or((part, ""));
        let value = value.trim();
        name.starts_with("--")
            && !value.is_empty()
            && value.parse::<f64>().is_ok_and(f64::is_finite)
    })
}

fn control(place: &str, text: &str) -> Option<String> {
    let is_bad = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t') || matches!(u32::from(c), 0xfffe | 0xffff)
    };
    let bad = text.chars().find(|c| is_bad(*c))?;
    Some(format!("{place} holds {bad:?}"))
}

/// With `%20` and the like put back.
pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        match rest
            .get(at + 1..at + 3)
            .and_then(|code| u8::from_str_radix(code, 16).ok())
        {
            Some(byte) => {
                bytes.push(byte);
                rest = &rest[at + 3..];
            }
            None => {
                bytes.push(b'%');
                rest = &rest[at + 1..];
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}
