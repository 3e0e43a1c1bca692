//! The markdown of a body as HTML, cut at its top headings. Nothing that an author writes can run, leave its place, or
//! pass for the page's own.

mod address;
mod alert;
mod body;
mod code;
mod element;
mod footnote;
mod foreign;
mod heading;
mod highlight;
pub mod ids;
pub mod lead;
mod link;
pub mod literal;
mod markup;
pub mod plain;
mod raw;
mod sanitise;
mod step;
mod table;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::page::prose::body::Body;
use crate::page::prose::footnote::Footnotes;
use crate::page::prose::heading::{Depth, Heading, headings};
use crate::page::prose::ids::Ids;
use crate::page::prose::lead::Guide;
use crate::page::prose::markup::Markup;
use crate::page::prose::sanitise::sanitise;
use crate::page::prose::step::{Step, steps};

/// A body as HTML, cut at its top headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The passages, in order; the first has no heading where something stands before the first one.
    pub passages: Vec<Passage>,
    /// The footnotes, as a list.
    pub footnotes: Option<String>,
}

/// What stands below one top heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The id for its section; empty without a heading.
    pub id: String,
    /// The HTML of the heading's words.
    pub heading: Option<String>,
    /// The plain words of the heading.
    pub title: String,
    /// The HTML of what stands below it.
    pub html: String,
}

/// Writes a body as HTML. Its headings take their ids in order, before anything else.
pub fn prose(markdown: &str, ids: &mut Ids, guide: &dyn Guide) -> Prose {
    let steps = steps(markdown);
    let mut walk = Walk {
        headings: headings(&steps, ids).into_iter().peekable(),
        ids,
        body: Body::new(guide),
        passages: vec![Passage::default()],
        depth: Depth::default(),
        open: None,
        footnotes: Footnotes::new(&steps),
        outer: Vec::new(),
    };
    for (at, step) in steps.iter().enumerate() {
        walk.step(at, step);
    }
    walk.finish()
}

/// The words and ids of the headings that `prose` gives ids to, in the same order.
pub fn anchors(markdown: &str, ids: &mut Ids) -> Vec<(String, String)> {
    let found = headings(&steps(markdown), ids).into_iter();
    found.map(|heading| (heading.title, heading.id)).collect()
}

/// The plain words of a body, in order, and whether they stand in a heading. Raw HTML is left out.
pub fn told(markdown: &str) -> Vec<(bool, String)> {
    let mut is_heading = false;
    let mut told = Vec::new();
    for step in steps(markdown) {
        match step {
            Step::Event(Event::Start(Tag::Heading { .. })) => is_heading = true,
            Step::Event(Event::End(TagEnd::Heading(_))) => is_heading = false,
            Step::Words(words) => told.push((is_heading, words)),
            Step::Event(Event::Code(words)) => told.push((is_heading, words.into_string())),
            _ => {}
        }
    }
    told
}

/// The elements of the headings below the top ones.
const INNER: [&str; 4] = ["h3", "h4", "h5", "h6"];

/// A heading of the outline that is open.
enum Open {
    Top(Heading),
    Inner(&'static str),
}

/// The walk over the steps: it cuts passages and sets footnotes apart; the body writes the rest.
struct Walk<'a> {
    headings: std::iter::Peekable<std::vec::IntoIter<Heading>>,
    ids: &'a mut Ids,
    body: Body<'a>,
    passages: Vec<Passage>,
    depth: Depth,
    open: Option<Open>,
    footnotes: Footnotes,
    /// What was under way when a footnote began, and the label of that footnote.
    outer: Vec<(String, Markup)>,
}

impl Walk<'_> {
    fn step(&mut self, at: usize, step: &Step<'_>) {
        if let Some(heading) = self.headings.next_if(|heading| heading.step == at) {
            return self.start_heading(heading);
        }
        match step {
            Step::Event(Event::End(TagEnd::Heading(_))) if self.open.is_some() => {
                self.end_heading();
            }
            Step::Event(Event::Start(Tag::FootnoteDefinition(label))) => {
                let markup = std::mem::take(&mut self.body.markup);
                self.outer.push((label.to_string(), markup));
            }
            Step::Event(Event::End(TagEnd::FootnoteDefinition)) => self.end_footnote(),
            Step::Event(Event::FootnoteReference(label)) => self.refer(label),
            step => self.body.step(step),
        }
    }

    fn start_heading(&mut self, heading: Heading) {
        match self.depth.of(heading.level) {
            0 => {
                self.cut();
                self.body.markup = Markup::line();
                self.open = Some(Open::Top(heading));
            }
            depth => {
                let tag = INNER[(depth - 1).min(INNER.len() - 1)];
                let attributes = [("class", "h3s"), ("id", heading.id.as_str())];
                self.body.markup.begin(tag, &attributes);
                self.open = Some(Open::Inner(tag));
            }
        }
    }

    fn end_heading(&mut self) {
        match self.open.take() {
            Some(Open::Top(Heading { title, id, .. })) => {
                let heading = Some(self.taken());
                self.body.markup = Markup::default();
                let html = String::new();
                self.passages.push(Passage {
                    id,
                    heading,
                    title,
                    html,
                });
            }
            Some(Open::Inner(tag)) => self.body.markup.end(tag),
            None => {}
        }
    }

    fn end_footnote(&mut self) {
        let html = self.taken();
        if let Some((label, markup)) = self.outer.pop() {
            self.footnotes.define(&label, html);
            self.body.markup = markup;
        }
    }

    fn refer(&mut self, label: &str) {
        let markup = &mut self.body.markup;
        let Some(reference) = self.footnotes.refer(label, self.ids) else {
            return markup.text(&format!("[^{label}]"));
        };
        let number = reference.number.to_string();
        let (to, aria) = (format!("#{}", reference.note), format!("Footnote {number}"));
        let attributes = [
            ("href", to.as_str()),
            ("id", reference.id.as_str()),
            ("aria-label", aria.as_str()),
        ];
        markup.begin("sup", &[]);
        markup.begin("a", &attributes);
        markup.text(&number);
        markup.end("sup");
    }

    /// The HTML so far, everything in it closed; if any of it is the author's own, it passes the last gate.
    fn taken(&mut self) -> String {
        let (html, foreign) = self.body.markup.finish();
        let html = if foreign { sanitise(&html) } else { html };
        self.body.markup.with_blocks(html)
    }

    /// Ends the passage under way.
    fn cut(&mut self) {
        let html = self.taken();
        if let Some(passage) = self.passages.last_mut() {
            passage.html = html;
        }
    }

    fn finish(mut self) -> Prose {
        self.cut();
        let said = |passage: &Passage| passage.heading.is_some() || !passage.html.is_empty();
        self.passages.retain(said);
        Prose {
            passages: self.passages,
            footnotes: self.footnotes.list(self.body.guide),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::prose::lead::Lead;

    struct Found;

    impl Guide for Found {
        fn link(&self, target: &str) -> Lead {
            Lead::To(target.to_string())
        }

        fn image(&self, target: &str) -> Lead {
            self.link(target)
        }
    }

    fn written(markdown: &str) -> Prose {
        prose(markdown, &mut Ids::default(), &Found)
    }

    #[test]
    fn top_headings_cut_passages() {
        let prose = written("a\n\n## B *c*\n\nd\n\n#### E\n\n## B *c*\n");
        let [intro, first, second] = prose.passages.as_slice() else {
            panic!("{prose:?}")
        };
        assert_eq!(
            (intro.heading.as_deref(), intro.html.as_str()),
            (None, "<p>a</p>")
        );
        assert_eq!(first.heading.as_deref(), Some("B <em>c</em>"));
        assert_eq!((first.id.as_str(), first.title.as_str()), ("b-c", "B c"));
        assert_eq!(first.html, "<p>d</p>\n<h3 class=\"h3s\" id=\"e\">E</h3>");
        assert_eq!((second.id.as_str(), second.html.as_str()), ("b-c-1", ""));
    }

    #[test]
    fn an_empty_body_is_nothing() {
        for text in ["", "\n\n", "<!-- a -->", "[a]: b"] {
            assert_eq!(written(text), Prose::default());
        }
    }

    #[test]
    fn only_what_can_be_read_is_told() {
        let text = "# A `b`\n\nc [d](e.md) <i class=\"f\">g</i> <!-- h -->\n\n<p>i</p>\n\n[j]: k";
        let told: Vec<String> = told(text)
            .into_iter()
            .map(|(is_heading, words)| format!("{is_heading} {words}"))
            .collect();
        let wanted = [
            "true A ", "true b", "false c ", "false d", "false  ", "false g", "false  ",
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn headings_in_quotes_and_lists_make_no_outline() {
        let prose = written("> # a\n\n- ## b");
        let html = "<blockquote><p><strong>a</strong></p>\n</blockquote>\n<ul><li><p><strong>b</strong></p>\n</li>\n</ul>";
        assert_eq!(prose.passages[0].html, html);
        assert_eq!(anchors("> # a\n\n- ## b", &mut Ids::default()), []);
    }

    #[test]
    fn an_element_of_the_author_ends_with_its_passage() {
        let prose = written("<div>\n\n# a <b>b\n\nc\n\n</div>");
        assert_eq!(prose.passages[0].html, "<div>\n</div>");
        assert_eq!(prose.passages[1].heading.as_deref(), Some("a <b>b</b>"));
        assert_eq!(prose.passages[1].html, "<p>c</p>");
    }

    #[test]
    fn footnotes_of_two_bodies_stand_on_one_page() {
        let mut ids = Ids::default();
        let text = "a[^x] b[^y] c[^X] d[^z]\n\n[^y]: two\n[^x]: one\n[^w]: three";
        let one = prose(text, &mut ids, &Found);
        let two = prose(text, &mut ids, &Found);
        let notes = one.footnotes.unwrap();
        let back = "<a href=\"#fnref:1\" aria-label=\"Back to reference 1\">↩</a>";
        assert!(notes.starts_with(&format!(
            "<ol><li id=\"fn:1\"><p>one {back}</p></li>\n<li id=\"fn:2\">"
        )));
        assert!(notes.ends_with("<li><p>three</p></li></ol>"));
        let html = &one.passages[0].html;
        assert!(html.contains("href=\"#fn:1\" id=\"fnref:1-1\""), "{html}");
        assert!(html.ends_with(" d[^z]</p>"));
        assert!(
            two.passages[0]
                .html
                .contains("href=\"#fn:1-1\" id=\"fnref:1-2\""),
            "{two:?}"
        );
    }
}
