//! HTML that authors wrote: what of it may stand in a page.
//!
//! Where a body holds any, its whole HTML is sanitised. What we wrote ourselves is told apart by a mark in the names
//! of its attributes that the body does not hold anywhere, so nobody can pretend to be us.

use std::collections::{BTreeMap, BTreeSet};

use ammonia::Builder;
use pulldown_cmark::{Event, Tag, TagEnd};

use crate::page::prose::guide::{self, Guide, Lead};

/// A body with more raw tags than this shows them as words: sanitising must not become slow.
const MOST: usize = 5_000;

/// Elements that go with everything in them.
const GONE: [&str; 20] = [
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "template",
    "select",
    "svg",
    "math",
    "noscript",
    "object",
    "embed",
    "form",
    "frameset",
    "head",
    "button",
];

/// Attributes that our own markup has.
const OURS: [&str; 12] = [
    "class",
    "id",
    "role",
    "aria-label",
    "tabindex",
    "href",
    "src",
    "alt",
    "loading",
    "title",
    "scope",
    "start",
];

/// What is known of the raw HTML of a body.
pub(super) struct Raw {
    /// Whether there is any that is shown.
    is_there: bool,
    /// Whether there is so much that it is shown as words.
    is_too_much: bool,
    mark: String,
    links: BTreeMap<String, Option<String>>,
    images: BTreeMap<String, Option<String>>,
}

impl Raw {
    /// Looks through the events of a body.
    pub(super) fn new(markdown: &str, events: &[Event<'_>], guide: &dyn Guide) -> Self {
        let chunks = chunks(events);
        let is_there = chunks.iter().any(|chunk| !chunk.trim().is_empty());
        let tags: usize = chunks.iter().map(|chunk| chunk.matches('<').count()).sum();
        let mut raw = Self {
            is_there,
            is_too_much: tags > MOST,
            mark: String::new(),
            links: BTreeMap::new(),
            images: BTreeMap::new(),
        };
        if is_there && !raw.is_too_much {
            raw.mark = mark(markdown);
            for chunk in &chunks {
                for value in values(chunk, "href") {
                    let to = to(guide::link(guide, &value));
                    raw.links.insert(value, to);
                }
                for value in values(chunk, "src") {
                    let to = to(guide::image(guide, &value));
                    raw.images.insert(value, to);
                }
            }
        }
        raw
    }

    /// The name of an attribute that we write.
    pub(super) fn ours(&self, name: &str) -> String {
        format!("{}{name}", self.mark)
    }

    /// A piece of raw HTML as it goes into the page, before that is sanitised.
    pub(super) fn piece(&self, html: &str) -> String {
        if self.is_too_much {
            crate::theme::markup::escape(&without(html)).into_owned()
        } else {
            without(html)
        }
    }

    /// A piece of the page, sanitised where that is needed.
    pub(super) fn clean(&self, html: &str) -> String {
        if !self.is_there || self.is_too_much || html.is_empty() {
            return html.to_string();
        }
        let ours: Vec<String> = OURS.iter().map(|name| self.ours(name)).collect();
        let (links, images) = (self.links.clone(), self.images.clone());
        let mut builder = Builder::default();
        builder
            .tags(tags())
            .tag_attributes(std::collections::HashMap::from([
                ("a", ["href", "title"].into()),
                ("img", ["src", "alt", "title", "width", "height"].into()),
                ("td", ["colspan", "rowspan", "align"].into()),
                ("th", ["colspan", "rowspan", "align"].into()),
                ("ol", ["start"].into()),
                ("details", ["open"].into()),
            ]))
            .generic_attributes(ours.iter().map(String::as_str).collect())
            .url_schemes(["http", "https", "mailto", "data"].into())
            .link_rel(None)
            .attribute_filter(move |element, attribute, value| {
                let known = match (element, attribute) {
                    ("a", "href") => &links,
                    ("img", "src") => &images,
                    _ => return Some(value.into()),
                };
                known.get(value)?.clone().map(Into::into)
            });
        builder.clean(html).to_string().replace(&self.mark, "")
    }
}

fn to(lead: Lead) -> Option<String> {
    match lead {
        Lead::To(address) => Some(address),
        Lead::Dead | Lead::Hidden => None,
    }
}

fn tags() -> std::collections::HashSet<&'static str> {
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "blockquote",
        "br",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
    ]
    .into()
}

/// A prefix that no attribute of the body can have.
fn mark(markdown: &str) -> String {
    let lower = markdown.to_ascii_lowercase();
    let mut number = 0_usize;
    loop {
        let mark = format!("data-own{number}-");
        if !lower.contains(&mark) {
            return mark;
        }
        number += 1;
    }
}

/// Every piece of raw HTML: a block as a whole, or a tag in a line.
fn chunks(events: &[Event<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    let mut block: Option<String> = None;
    for event in events {
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => found.extend(block.take().map(|text| without(&text))),
            Event::Html(html) => match &mut block {
                Some(block) => block.push_str(html),
                None => found.push(without(html)),
            },
            Event::InlineHtml(html) => found.push(without(html)),
            _ => {}
        }
    }
    found
}

/// HTML without its comments and without elements that go whole; what is not closed goes up to the end.
fn without(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let lower = html.to_ascii_lowercase();
    let mut at = 0;
    while let Some(open) = lower[at..].find('<').map(|open| at + open) {
        out.push_str(&html[at..open]);
        let rest = &lower[open..];
        at = if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = if rest.starts_with("<!--") { "-->" } else { ">" };
            rest.find(end)
                .map_or(html.len(), |found| open + found + end.len())
        } else if let Some(name) = gone(rest) {
            behind(&lower, open, name)
        } else {
            out.push('<');
            open + 1
        };
    }
    out.push_str(&html[at.min(html.len())..]);
    out
}

/// The element that begins or ends here and goes whole.
fn gone(rest: &str) -> Option<&'static str> {
    let name = rest[1..].trim_start_matches('/');
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    GONE.iter().find(|gone| **gone == &name[..end]).copied()
}

/// Behind the element: behind its closing tag, or behind the tag alone where that is a closing one.
fn behind(lower: &str, open: usize, name: &str) -> usize {
    let tag_end = |from: usize| {
        lower[from..]
            .find('>')
            .map_or(lower.len(), |end| from + end + 1)
    };
    if lower[open..].starts_with("</") {
        return tag_end(open);
    }
    lower[open..]
        .find(&format!("</{name}"))
        .map_or(lower.len(), |close| tag_end(open + close))
}

/// The quoted values of an attribute, as written and with its ampersands put back.
fn values(html: &str, attribute: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let lower = html.to_ascii_lowercase();
    for (at, _) in lower.match_indices(attribute) {
        let rest = html[at + attribute.len()..].trim_start();
        let Some(rest) = rest.strip_prefix('=').map(str::trim_start) else {
            continue;
        };
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match quote {
            Some(quote) => rest[1..].split(quote).next(),
            None => rest.split([' ', '>', '\n', '\t']).next(),
        };
        found.extend(value.map(|value| value.replace("&amp;", "&")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_whole_takes_its_words_along() {
        assert_eq!(without("a<script>x</script >b"), "ab");
        assert_eq!(without("a<SCRIPT>x"), "a");
        assert_eq!(without("a<!-- x --><b>c</b><!-- y"), "a<b>c</b>");
        assert_eq!(without("<scripty>a"), "<scripty>a");
        assert_eq!(without("a</script>b"), "ab");
    }

    #[test]
    fn the_mark_is_not_in_the_body() {
        assert_eq!(mark("<a DATA-OWN0-href=x>"), "data-own1-");
    }
}
