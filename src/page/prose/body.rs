//! What stands within a passage, step by step: paragraphs, lists, tables, code, pictures, links.

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use crate::page::prose::address::addresses;
use crate::page::prose::alert::{alert, mark};
use crate::page::prose::code;
use crate::page::prose::foreign;
use crate::page::prose::heading::words;
use crate::page::prose::lead::Guide;
use crate::page::prose::link::{self, Hand, Image};
use crate::page::prose::markup::Markup;
use crate::page::prose::step::Step;
use crate::page::prose::table::Table;
use crate::query::fence::{NAME, name};

/// What is written of a body, and what is open in it.
pub(super) struct Body<'a> {
    /// The HTML under way.
    pub(super) markup: Markup,
    pub(super) guide: &'a dyn Guide,
    picture: Option<Picture>,
    table: Table,
    /// Of each open list, whether it is one of boxes.
    lists: Vec<bool>,
    /// A box that stands before the words to come, within their paragraph.
    mark: Option<char>,
    /// The language of the block of code that is open, and its words.
    code: Option<(String, String)>,
}

/// An image under way, whose words are collected.
struct Picture {
    target: String,
    title: String,
    alt: String,
    /// How many images in its words are open.
    inner: usize,
}

impl<'a> Body<'a> {
    /// A body of which nothing is written yet.
    pub(super) fn new(guide: &'a dyn Guide) -> Self {
        Self {
            markup: Markup::default(),
            guide,
            picture: None,
            table: Table::default(),
            lists: Vec::new(),
            mark: None,
            code: None,
        }
    }

    /// Writes one step.
    pub(super) fn step(&mut self, step: &Step<'_>) {
        if self.picture.is_some() {
            return self.depict(step);
        }
        if !matches!(step, Step::Event(Event::Start(Tag::Paragraph))) {
            self.mark();
        }
        match step {
            Step::Words(words) => self.words(words),
            Step::List(first, boxes) => self.list(*first, *boxes),
            Step::Entry(mark) => self.entry(*mark),
            Step::Cell(is_long) => self.table.cell(&mut self.markup, *is_long),
            Step::Tag(html) if foreign::is_no_tag(html) => self.markup.text(html),
            Step::Tag(html) => foreign::write(&mut self.markup, self.guide, html),
            Step::Html(html) => self.html(html),
            Step::Event(Event::Start(tag)) => self.start(tag),
            Step::Event(Event::End(tag)) => self.end(*tag),
            Step::Event(Event::Code(words)) => {
                self.markup.begin("code", &[]);
                self.markup.text(words);
                self.markup.end("code");
            }
            Step::Event(Event::SoftBreak) => self.markup.text("\n"),
            Step::Event(Event::HardBreak) => self.markup.void("br", &[]),
            Step::Event(Event::Rule) => self.markup.void("hr", &[]),
            Step::Event(_) => {}
        }
    }

    fn html(&mut self, html: &str) {
        if foreign::is_no_tag(html) {
            self.markup.begin("p", &[]);
            self.markup.text(html.trim());
            return self.markup.end("p");
        }
        foreign::write(&mut self.markup, self.guide, html);
        self.markup.end_muted();
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.markup.begin("p", &[]);
                self.mark();
            }
            Tag::Heading { .. } => {
                self.markup.begin("p", &[]);
                self.markup.begin("strong", &[]);
            }
            Tag::BlockQuote(None) => self.markup.begin("blockquote", &[]),
            Tag::BlockQuote(Some(kind)) => self.start_alert(*kind),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::Table(alignments) => {
                self.table = Table::begin(&mut self.markup, self.guide, alignments);
            }
            Tag::TableHead => self.table.head(&mut self.markup),
            Tag::TableRow => self.table.row(&mut self.markup),
            Tag::Emphasis => self.markup.begin("em", &[]),
            Tag::Strong => self.markup.begin("strong", &[]),
            Tag::Strikethrough => self.markup.begin("del", &[]),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let mail = if *link_type == LinkType::Email {
                    "mailto:"
                } else {
                    ""
                };
                let target = format!("{mail}{dest_url}");
                link::begin(&mut self.markup, self.guide, &target, title, Hand::Markdown);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                self.picture = Some(Picture {
                    target: dest_url.to_string(),
                    title: title.to_string(),
                    alt: String::new(),
                    inner: 0,
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.markup.end("p"),
            TagEnd::Heading(_) => self.markup.end("p"),
            TagEnd::BlockQuote(None) => self.markup.end("blockquote"),
            TagEnd::BlockQuote(Some(_)) => {
                self.markup.end("div");
                self.markup.end("div");
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::List(ordered) => {
                self.lists.pop();
                self.markup.end(if ordered { "ol" } else { "ul" });
            }
            TagEnd::Item => self.markup.end("li"),
            TagEnd::Table => Table::end(&mut self.markup),
            TagEnd::TableHead => self.markup.end("thead"),
            TagEnd::TableRow => self.markup.end("tr"),
            TagEnd::TableCell => self.table.end_cell(&mut self.markup),
            TagEnd::Emphasis => self.markup.end("em"),
            TagEnd::Strong => self.markup.end("strong"),
            TagEnd::Strikethrough => self.markup.end("del"),
            TagEnd::Link => self.markup.end("a"),
            _ => {}
        }
    }

    /// Words, with the addresses of the web in them as links.
    fn words(&mut self, words: &str) {
        if let Some((_, code)) = &mut self.code {
            return code.push_str(words);
        }
        let found = match self.markup.in_link() {
            true => Vec::new(),
            false => addresses(words),
        };
        let mut told = 0;
        for range in found {
            self.markup.text(&words[told..range.start]);
            told = range.end;
            let address = &words[range];
            link::begin(&mut self.markup, self.guide, address, "", Hand::Markdown);
            self.markup.text(address);
            self.markup.end("a");
        }
        self.markup.text(&words[told..]);
    }

    fn list(&mut self, first: Option<u64>, boxes: bool) {
        self.lists.push(boxes);
        match first {
            None if boxes => self.markup.begin("ul", &[("class", "check")]),
            None => self.markup.begin("ul", &[]),
            Some(1) => self.markup.begin("ol", &[]),
            Some(first) => self
                .markup
                .begin("ol", &[("start", first.to_string().as_str())]),
        }
    }

    /// An entry of a list of boxes is a box and what stands beside it; elsewhere a box stands before the words.
    fn entry(&mut self, what: Option<char>) {
        let beside = self.lists.last().copied().unwrap_or(false);
        let Some(what) = what.filter(|_| beside) else {
            self.markup.begin("li", &[]);
            self.mark = what;
            return;
        };
        let class = [("class", "y")];
        let done = usize::from(mark(what).1 == "Done");
        self.markup.begin("li", &class[..done]);
        self.icon(what);
        self.markup.begin("div", &[]);
    }

    fn mark(&mut self) {
        if let Some(what) = self.mark.take() {
            self.icon(what);
            self.markup.text(" ");
        }
    }

    fn icon(&mut self, what: char) {
        let (icon, word) = mark(what);
        let word = self.guide.tell(word, &[]);
        let attributes = [
            ("class", icon),
            ("role", "img"),
            ("aria-label", word.as_str()),
        ];
        self.markup.begin("i", &attributes);
        self.markup.end("i");
    }

    fn start_alert(&mut self, kind: BlockQuoteKind) {
        let (class, icon, word) = alert(kind);
        self.markup.begin("div", &[("class", class)]);
        self.markup.begin("i", &[("class", icon)]);
        self.markup.end("i");
        self.markup.begin("div", &[]);
        self.markup.begin("p", &[]);
        self.markup.begin("strong", &[]);
        self.markup.text(&self.guide.tell(word, &[]));
        self.markup.end("p");
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => name(info),
            CodeBlockKind::Indented => String::new(),
        };
        self.code = Some((language, String::new()));
    }

    fn end_code(&mut self) {
        let Some((language, code)) = self.code.take() else {
            return;
        };
        let view = (language == NAME).then(|| self.guide.view(&code)).flatten();
        match view {
            Some(html) => self.markup.block(html),
            None => code::write(&mut self.markup, &language, &code),
        }
    }

    /// Collects the words of an image, and writes it when they end.
    fn depict(&mut self, step: &Step<'_>) {
        let Some(picture) = &mut self.picture else {
            return;
        };
        match step {
            Step::Event(Event::Start(Tag::Image { .. })) => picture.inner += 1,
            Step::Event(Event::End(TagEnd::Image)) if picture.inner > 0 => picture.inner -= 1,
            Step::Event(Event::End(TagEnd::Image)) => {
                if let Some(picture) = self.picture.take() {
                    self.picture(&picture);
                }
            }
            step => picture.alt.push_str(words(step)),
        }
    }

    fn picture(&mut self, picture: &Picture) {
        let image = Image {
            target: &picture.target,
            alt: picture.alt.trim(),
            title: &picture.title,
            size: &[],
        };
        link::image(&mut self.markup, self.guide, &image, Hand::Markdown);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::prose::lead::Lead;
    use crate::page::prose::step::steps;

    /// Knows that some things are gone and some are secret.
    struct Half;

    impl Guide for Half {
        fn link(&self, target: &str) -> Lead {
            match target {
                "gone.md" => Lead::Dead,
                "secret.md" => Lead::Hidden,
                _ => Lead::To(target.to_string()),
            }
        }

        fn image(&self, target: &str) -> Lead {
            self.link(target)
        }
    }

    fn html(markdown: &str) -> String {
        let mut body = Body::new(&Half);
        steps(markdown).iter().for_each(|step| body.step(step));
        body.markup.finish().0
    }

    #[test]
    fn links_lead_where_the_guide_says() {
        let dead = "<span class=\"broken\" title=\"gone.md was not found\">b<span class=\"vh\"> (link goes nowhere: gone.md)</span></span>";
        assert_eq!(
            html("[a](x%20y.md#z \"t\") [b](gone.md) [c](secret.md \"t\") [d]( )"),
            format!("<p><a href=\"x%20y.md#z\" title=\"t\">a</a> {dead} c d</p>")
        );
        assert_eq!(
            html("[[x]] [[x|y]] <z@example.org>"),
            "<p><a href=\"x\">x</a> <a href=\"x\">y</a> <a href=\"mailto:z@example.org\">z@example.org</a></p>"
        );
    }

    #[test]
    fn addresses_are_links_outside_of_links_and_code() {
        let link = "<a href=\"https://a.example/b_c\">https://a.example/b_c</a>";
        assert_eq!(html("https://a.example/b_c."), format!("<p>{link}.</p>"));
        assert_eq!(html("[https://b](secret.md)"), "<p>https://b</p>");
        assert_eq!(html("`https://b`"), "<p><code>https://b</code></p>");
    }

    #[test]
    fn images_have_words() {
        assert_eq!(
            html("![a *b* `c`](d.png \"e\")"),
            "<p><img src=\"d.png\" alt=\"a b c\" title=\"e\" loading=\"lazy\"></p>"
        );
        let lost = "<span class=\"broken\" title=\"gone.md was not found\">image<span class=\"vh\"> (image not found: gone.md)</span></span>";
        assert_eq!(
            html("![](gone.md) ![a](secret.md)"),
            format!("<p>{lost} a</p>")
        );
    }

    #[test]
    fn lists_of_boxes_are_checklists() {
        let open = "<i class=\"i i-box\" role=\"img\" aria-label=\"Open\"></i>";
        let done = "<i class=\"i i-boxed\" role=\"img\" aria-label=\"Done\"></i>";
        assert_eq!(
            html("- [ ] a\n  1. b\n- [x] c"),
            format!(
                "<ul class=\"check\"><li>{open}<div>a<ol><li>b</li>\n</ol>\n</div>\n</li>\n<li class=\"y\">{done}<div>c</div>\n</li>\n</ul>"
            )
        );
        assert_eq!(
            html("- [x] a\n- b"),
            format!("<ul><li>{done} a</li>\n<li>b</li>\n</ul>")
        );
        assert_eq!(
            html("3. [x] a\n\n   b"),
            format!("<ol start=\"3\"><li><p>{done} a</p>\n<p>b</p>\n</li>\n</ol>")
        );
        assert_eq!(html("1. [ ] "), format!("<ol><li>{open} </li>\n</ol>"));
    }

    #[test]
    fn alerts_have_a_word() {
        assert_eq!(
            html("> [!CAUTION]\n> a"),
            "<div class=\"note hl-bad\"><i class=\"i i-error\"></i><div><p><strong>Caution</strong></p>\n<p>a</p>\n</div>\n</div>"
        );
        assert!(html("> [!Other]\n> a").starts_with("<blockquote>"));
    }

    #[test]
    fn lines_break_where_the_author_says() {
        assert_eq!(
            html("a\nb  \nc \"d\" -- e ~~f~~"),
            "<p>a\nb<br>c &quot;d&quot; -- e <del>f</del></p>"
        );
    }

    #[test]
    fn placeholders_are_kept_as_words() {
        assert_eq!(
            html("a <name> b\n\n<milestone-name>"),
            "<p>a &lt;name&gt; b</p>\n<p>&lt;milestone-name&gt;</p>"
        );
    }
}
