//! HTML under way: every text escaped, every element closed, whoever opened it.

use crate::page::prose::element::{Element, Sort, ended_by, whole_of};
use crate::theme::markup::escape_into;

/// Elements deeper than this are not written, only what is in them: parsers and browsers have limits.
const DEEPEST: usize = 100;

/// Attributes, in order.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// HTML under way.
#[derive(Debug, Default)]
pub(super) struct Markup {
    html: String,
    open: Vec<Open>,
    /// How many open elements are written.
    depth: usize,
    muted: usize,
    links: usize,
    /// Whether only what runs within a line may stand here.
    line: bool,
    foreign: bool,
    /// Finished blocks of the page's own; marks stand for them until nothing can touch them any more.
    blocks: Vec<String>,
}

/// What stands around the number of a block. No text has it, for text loses its control characters.
const MARK: char = '\u{1}';

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: &'static str,
    tag: &'static str,
    /// Whether the page wrote it, and not the author as raw HTML.
    ours: bool,
    shown: bool,
    mutes: bool,
    line: bool,
    /// Words to hear behind the content.
    aside: Option<String>,
}

impl Markup {
    /// For a heading: nothing but what runs within a line.
    pub(super) fn line() -> Self {
        Self {
            line: true,
            ..Self::default()
        }
    }

    /// Opens an element of the page's own.
    pub(super) fn begin(&mut self, tag: &'static str, attributes: Attributes<'_>) {
        if is_block(tag) {
            self.end_those(&["p"], &[]);
        }
        let shown = self.may_show(tag);
        self.push(tag, tag, attributes, true, shown);
    }

    /// Closes the innermost element of the page's own that has this name, and all that is open in it.
    pub(super) fn end(&mut self, tag: &'static str) {
        while let Some(last) = self.open.last() {
            let found = last.ours && last.name == tag;
            self.pop();
            if found {
                return;
            }
        }
    }

    /// Opens an element that stands for a link: `tag` is `a`, `span`, or nothing for plain text.
    pub(super) fn begin_link(
        &mut self,
        tag: Option<&'static str>,
        attributes: Attributes<'_>,
        aside: Option<String>,
        ours: bool,
    ) {
        if !ours {
            self.end_those(&["a"], &[]);
        }
        let shown = tag.is_some() && self.may_show("a");
        if ours || shown {
            self.foreign |= !ours;
            let at = self.open.len();
            self.push("a", tag.unwrap_or("a"), attributes, ours, shown);
            self.open[at].aside = aside.filter(|_| shown);
        }
    }

    /// Opens an element of the author's, where it may stand, and says whether it did.
    pub(super) fn begin_foreign(&mut self, element: Element, attributes: Attributes<'_>) -> bool {
        if self.muted > 0 {
            return false;
        }
        let (ends, stops) = ended_by(element);
        self.end_those(ends, stops);
        let stands = match element.sort {
            Sort::Part => self.has_foreign(whole_of(element.name)),
            Sort::Block => !self.is_line(),
            _ => true,
        };
        let muted = element.sort == Sort::Muted;
        let begins = stands && (self.depth < DEEPEST || muted);
        if begins {
            self.foreign = true;
            self.push(element.name, element.tag, attributes, false, !muted);
        }
        begins
    }

    /// Closes an element of the author's, if it is open within the innermost element of the page's own.
    pub(super) fn end_foreign(&mut self, name: &str) {
        let mine = self.open.iter().rev().take_while(|open| !open.ours);
        let Some(above) = mine.into_iter().position(|open| open.name == name) else {
            return;
        };
        for _ in 0..=above {
            self.pop();
        }
    }

    /// What was muted within a block of raw HTML is not muted behind it.
    pub(super) fn end_muted(&mut self) {
        while self.open.last().is_some_and(|open| open.mutes) {
            self.pop();
        }
    }

    /// Writes an element without content.
    pub(super) fn void(&mut self, tag: &str, attributes: Attributes<'_>) {
        if self.muted > 0 || tag == "hr" && self.is_line() {
            return;
        }
        if tag == "hr" {
            self.end_those(&["p"], &[]);
        }
        self.tag(tag, attributes);
        if tag == "hr" {
            self.html.push('\n');
        }
    }

    /// An element without content that the author wrote.
    pub(super) fn void_foreign(&mut self, tag: &str, attributes: Attributes<'_>) {
        self.foreign = true;
        self.void(tag, attributes);
    }

    /// Writes words.
    pub(super) fn text(&mut self, words: &str) {
        if self.muted == 0 {
            escape_into(&mut self.html, words);
        }
    }

    /// Writes a finished block of the page's own.
    pub(super) fn block(&mut self, html: String) {
        self.end_those(&["p"], &[]);
        if self.muted == 0 {
            let number = self.blocks.len();
            self.html.push_str(&format!("{MARK}{number}{MARK}"));
            self.blocks.push(html);
        }
    }

    /// HTML of this markup with its finished blocks in their places.
    pub(super) fn with_blocks(&mut self, html: String) -> String {
        let blocks = std::mem::take(&mut self.blocks).into_iter().enumerate();
        blocks.fold(html, |html, (number, block)| {
            html.replace(&format!("{MARK}{number}{MARK}"), &block)
        })
    }

    /// Whether the place is inside a link, also one that is not shown.
    pub(super) fn in_link(&self) -> bool {
        self.links > 0
    }

    /// Closes everything and hands the HTML over, with whether anything in it is the author's.
    pub(super) fn finish(&mut self) -> (String, bool) {
        while !self.open.is_empty() {
            self.pop();
        }
        let mut html = std::mem::take(&mut self.html);
        html.truncate(html.trim_end().len());
        (html, std::mem::take(&mut self.foreign))
    }

    fn is_line(&self) -> bool {
        self.open.last().map_or(self.line, |open| open.line)
    }

    fn may_show(&self, tag: &str) -> bool {
        let fits = match tag {
            "li" | "thead" | "tbody" | "tr" | "th" | "td" => {
                self.open.last().is_some_and(|open| open.shown)
            }
            "a" => self.links == 0 && self.depth < DEEPEST,
            _ => self.depth < DEEPEST,
        };
        fits && self.muted == 0
    }

    fn push(
        &mut self,
        name: &'static str,
        tag: &'static str,
        attributes: Attributes<'_>,
        ours: bool,
        shown: bool,
    ) {
        let mutes = !ours && !shown;
        let line = self.is_line()
            || matches!(name, "summary")
            || ours && matches!(tag, "p" | "pre" | "h3" | "h4" | "h5" | "h6");
        if shown {
            self.tag(tag, attributes);
        }
        self.depth += usize::from(shown);
        self.muted += usize::from(mutes);
        self.links += usize::from(name == "a");
        let aside = None;
        self.open.push(Open {
            name,
            tag,
            ours,
            shown,
            mutes,
            line,
            aside,
        });
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.depth -= usize::from(open.shown);
        self.muted -= usize::from(open.mutes);
        self.links -= usize::from(open.name == "a");
        if !open.shown {
            return;
        }
        if let Some(aside) = &open.aside {
            self.html.push_str("<span class=\"vh\">");
            escape_into(&mut self.html, aside);
            self.html.push_str("</span>");
        }
        self.html.push_str("</");
        self.html.push_str(open.tag);
        self.html.push('>');
        if is_block(open.tag) {
            self.html.push('\n');
        }
    }

    fn tag(&mut self, tag: &str, attributes: Attributes<'_>) {
        self.html.push('<');
        self.html.push_str(tag);
        for (name, value) in attributes {
            self.html.push(' ');
            self.html.push_str(name);
            self.html.push_str("=\"");
            escape_into(&mut self.html, value);
            self.html.push('"');
        }
        self.html.push('>');
    }

    /// Ends the author's elements of these names that are open within the page's own, looking no further than a stop.
    fn end_those(&mut self, names: &[&str], stops: &[&str]) {
        let mine = self
            .open
            .iter()
            .rev()
            .take_while(|open| !open.ours && !stops.contains(&open.name));
        let last = mine
            .enumerate()
            .filter(|(_, open)| ends(names, open))
            .last();
        for _ in 0..last.map_or(0, |(above, _)| above + 1) {
            self.pop();
        }
    }

    fn has_foreign(&self, names: &[&str]) -> bool {
        let mut mine = self.open.iter().rev().take_while(|open| !open.ours);
        mine.any(|open| names.contains(&open.name))
    }
}

/// A heading of raw HTML is written as a paragraph, and ends like one.
fn ends(names: &[&str], open: &Open) -> bool {
    names.contains(&open.name) || names.contains(&"p") && open.tag == "p"
}

fn is_block(tag: &str) -> bool {
    matches!(
        tag,
        "blockquote"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "figure"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ol"
            | "p"
            | "pre"
            | "summary"
            | "table"
            | "tbody"
            | "thead"
            | "tr"
            | "ul"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::prose::element::element;

    fn foreign(markup: &mut Markup, name: &str) {
        markup.begin_foreign(element(name).unwrap(), &[]);
    }

    #[test]
    fn words_and_values_are_escaped() {
        let mut markup = Markup::default();
        markup.begin("p", &[("title", "\"><b>&")]);
        markup.text("a<b>\u{0}\u{9b}&\u{fffe}\"");
        assert_eq!(
            markup.finish().0,
            "<p title=\"&quot;&gt;&lt;b&gt;&amp;\">a&lt;b&gt;&amp;&quot;</p>"
        );
    }

    #[test]
    fn an_author_closes_only_what_an_author_opened() {
        let mut markup = Markup::default();
        markup.begin("blockquote", &[]);
        markup.end_foreign("blockquote");
        foreign(&mut markup, "div");
        foreign(&mut markup, "b");
        markup.begin("p", &[]);
        markup.end_foreign("div");
        markup.text("a");
        markup.end("p");
        markup.end("blockquote");
        let html = "<blockquote><div><b><p>a</p>\n</b></div>\n</blockquote>";
        assert_eq!(markup.finish(), (html.to_string(), true));
    }

    #[test]
    fn paragraphs_end_where_blocks_begin() {
        let mut markup = Markup::default();
        foreign(&mut markup, "p");
        foreign(&mut markup, "b");
        markup.begin("ul", &[]);
        assert_eq!(markup.finish().0, "<p><b></b></p>\n<ul></ul>");
        markup.begin("p", &[]);
        foreign(&mut markup, "div");
        assert_eq!(markup.finish().0, "<p></p>");
    }

    #[test]
    fn parts_need_their_whole() {
        let mut markup = Markup::default();
        for name in ["td", "li", "ul", "li", "li", "table", "tr", "td", "td"] {
            foreign(&mut markup, name);
        }
        let html = "<ul><li></li>\n<li><table><tr><td></td><td></td></tr>\n</table>\n</li>\n</ul>";
        assert_eq!(markup.finish().0, html);
    }

    #[test]
    fn depth_has_an_end() {
        let mut markup = Markup::default();
        for _ in 0..500 {
            markup.begin("ul", &[]);
            markup.begin("li", &[]);
        }
        markup.text("a");
        foreign(&mut markup, "div");
        let html = markup.finish().0;
        assert_eq!(html.matches("<ul>").count(), DEEPEST / 2);
        assert_eq!(html.matches('<').count(), html.matches("</").count() * 2);
        assert!(html.contains("<li>a</li>"));
    }
}
