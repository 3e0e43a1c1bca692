//! Writes the events of a body as HTML.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd,
};

use crate::page::prose::guide::{self, Guide, Lead};
use crate::page::prose::ids::Ids;
use crate::page::prose::passage::{Passage, Prose, words};
use crate::page::prose::raw::Raw;

use crate::theme::markup::escape;

/// Deeper quotations and lists are shown, but not nested any further.
const DEEPEST: usize = 40;

/// Whether headings inside of it are none of the body.
pub(super) fn is_container(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::BlockQuote(_) | Tag::List(_) | Tag::FootnoteDefinition(_) | Tag::Table(_)
    )
}

/// The end of one.
pub(super) fn is_container_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::FootnoteDefinition | TagEnd::Table
    )
}

/// What a closing tag is, and whether its opening one was written.
type Close = Option<String>;

/// The walk over one body.
pub(super) struct Writer<'a> {
    events: &'a [Event<'a>],
    ids: &'a mut Ids,
    guide: &'a dyn Guide,
    raw: &'a Raw,
    out: String,
    passages: Vec<Passage>,
    current: Passage,
    top: HeadingLevel,
    /// The level of the last heading that was written.
    last: usize,
    depth: usize,
    closes: Vec<Close>,
    /// What was written before a picture began, whose words become its other text.
    pictures: Vec<(String, Lead, String)>,
    block: Option<String>,
    table: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    tables: usize,
    notes: Notes,
}

/// The footnotes of a body.
#[derive(Default)]
struct Notes {
    /// The names that have words somewhere.
    defined: BTreeSet<String>,
    /// The number and the anchor of each, by name.
    known: BTreeMap<String, (usize, String)>,
    /// How often each is referred to.
    uses: BTreeMap<String, usize>,
    /// What was written before a definition began, and its name.
    open: Option<(String, String)>,
    /// The words of each.
    words: BTreeMap<usize, String>,
}

impl<'a> Writer<'a> {
    /// Over these events.
    pub(super) fn new(
        events: &'a [Event<'a>],
        ids: &'a mut Ids,
        guide: &'a dyn Guide,
        raw: &'a Raw,
    ) -> Self {
        Self {
            top: top(events),
            events,
            ids,
            guide,
            raw,
            out: String::new(),
            passages: Vec::new(),
            current: Passage::default(),
            last: 2,
            depth: 0,
            closes: Vec::new(),
            pictures: Vec::new(),
            block: None,
            table: Vec::new(),
            cell: 0,
            in_head: false,
            tables: 0,
            notes: Notes {
                defined: events.iter().filter_map(defined).collect(),
                ..Notes::default()
            },
        }
    }

    /// Writes everything.
    pub(super) fn run(&mut self) {
        for at in 0..self.events.len() {
            self.step(at);
        }
    }

    /// What was written.
    pub(super) fn finish(mut self) -> Prose {
        self.close_passage();
        let notes = std::mem::take(&mut self.notes.words);
        let mut list = String::new();
        for (number, words) in notes {
            let mut known = self.notes.known.iter();
            let Some((name, (_, id))) = known.find(|(_, (other, _))| *other == number) else {
                continue;
            };
            let is_used = self.notes.uses.contains_key(name);
            let back = format!(
                " <a class=\"quiet\" href=\"#{id}-ref\" aria-label=\"Back to the text\">↩</a>"
            );
            let words = self.raw.clean(&words);
            let back = if is_used { back } else { String::new() };
            list.push_str(&format!(
                "<li id=\"{id}\" value=\"{number}\">{words}{back}</li>\n"
            ));
        }
        Prose {
            passages: self.passages,
            footnotes: (!list.is_empty()).then_some(list),
        }
    }

    fn step(&mut self, at: usize) {
        let events = self.events;
        match &events[at] {
            Event::Start(tag) => self.start(tag, at),
            Event::End(end) => self.end(*end),
            Event::Text(text) => self.text(text),
            Event::Code(code) => self.code(code),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak if self.pictures.is_empty() => self.out.push_str("<br>\n"),
            Event::HardBreak => self.text(" "),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(html),
            Event::FootnoteReference(name) => self.reference(name),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, _, alt)) = self.pictures.last_mut() {
            alt.push_str(text);
        } else {
            self.out.push_str(&escape(text));
        }
    }

    fn code(&mut self, code: &str) {
        if self.pictures.is_empty() {
            self.out.push_str("<code>");
            self.out.push_str(&escape(code));
            self.out.push_str("</code>");
        } else {
            self.text(code);
        }
    }

    fn raw_html(&mut self, html: &CowStr<'_>) {
        match &mut self.block {
            Some(block) => block.push_str(html),
            None if self.pictures.is_empty() => {
                let piece = self.raw.piece(html);
                self.out.push_str(&piece);
            }
            None => {}
        }
    }

    // Blocks.

    fn start(&mut self, tag: &Tag<'a>, at: usize) {
        if is_container(tag) {
            self.depth += 1;
        }
        match tag {
            Tag::Paragraph => self.open("<p>", "</p>\n"),
            Tag::Heading { level, .. } => self.start_heading(*level, at),
            Tag::BlockQuote(kind) => self.start_quote(*kind),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::HtmlBlock => self.block = Some(String::new()),
            Tag::List(first) => self.start_list(*first, at),
            Tag::Item => self.start_item(at),
            Tag::FootnoteDefinition(name) => self.start_note(name),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => {
                self.in_head = true;
                self.cell = 0;
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.open_inline("<em>", "</em>"),
            Tag::Strong => self.open_inline("<strong>", "</strong>"),
            Tag::Strikethrough => self.open_inline("<del>", "</del>"),
            Tag::Link { dest_url, .. } => self.start_link(dest_url),
            Tag::Image { dest_url, .. } => {
                let lead = guide::image(self.guide, dest_url);
                self.pictures
                    .push((dest_url.to_string(), lead, String::new()));
            }
            _ => self.closes.push(None),
        }
    }

    fn end(&mut self, end: TagEnd) {
        if is_container_end(end) {
            self.depth = self.depth.saturating_sub(1);
        }
        match end {
            TagEnd::HtmlBlock => self.end_block(),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::TableHead => {
                self.in_head = false;
                self.out.push_str("</tr></thead><tbody>");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::Image => self.end_picture(),
            TagEnd::Heading(_) if self.closes.last() == Some(&Some(TOP.into())) => {
                self.closes.pop();
                self.end_top_heading();
            }
            _ => self.close(),
        }
    }

    fn open(&mut self, open: &str, close: &str) {
        self.out.push_str(open);
        self.closes.push(Some(close.to_string()));
    }

    fn open_inline(&mut self, open: &str, close: &str) {
        if self.pictures.is_empty() {
            self.open(open, close);
        } else {
            self.closes.push(None);
        }
    }

    fn close(&mut self) {
        if let Some(Some(close)) = self.closes.pop() {
            self.out.push_str(&close);
        }
    }

    fn start_heading(&mut self, level: HeadingLevel, at: usize) {
        if self.depth > 0 {
            return self.open("<p><strong>", "</strong></p>\n");
        }
        let title = words(&self.events[at + 1..]);
        let id = self.ids.take(&title);
        if level <= self.top {
            self.close_passage();
            self.last = 2;
            self.current = Passage {
                id,
                heading: Some(String::new()),
                title,
                html: String::new(),
            };
            self.closes.push(Some(TOP.into()));
            return;
        }
        let wanted = level as usize - self.top as usize + 2;
        let level = wanted.min(self.last + 1).min(6);
        self.last = level;
        let (id_name, class) = (self.raw.ours("id"), self.raw.ours("class"));
        self.open(
            &format!("<h{level} {class}=\"h3s\" {id_name}=\"{id}\">"),
            &format!("</h{level}>\n"),
        );
    }

    fn end_top_heading(&mut self) {
        let heading = std::mem::take(&mut self.out);
        self.current.heading = Some(self.raw.clean(&heading));
    }

    fn close_passage(&mut self) {
        let html = std::mem::take(&mut self.out);
        let mut passage = std::mem::take(&mut self.current);
        passage.html = without_rules(&self.raw.clean(&html)).to_string();
        if passage.heading.is_some() || !passage.html.is_empty() {
            self.passages.push(passage);
        }
    }

    fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let class = self.raw.ours("class");
        match kind {
            _ if self.depth > DEEPEST => self.closes.push(None),
            None => self.open("<blockquote>\n", "</blockquote>\n"),
            Some(kind) => {
                let (style, icon, word) = match kind {
                    BlockQuoteKind::Note => ("unknown", "info", "Note"),
                    BlockQuoteKind::Tip => ("ok", "ok", "Tip"),
                    BlockQuoteKind::Important => ("warn", "info", "Important"),
                    BlockQuoteKind::Warning => ("warn", "warn", "Warning"),
                    BlockQuoteKind::Caution => ("bad", "error", "Caution"),
                };
                self.open(
                    &format!(
                        "<div {class}=\"note hl-{style}\"><i {class}=\"i i-{icon}\"></i><div><p><strong>{word}</strong></p>\n"
                    ),
                    "</div></div>\n",
                );
            }
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '#');
        let language: String = language.chars().filter(|c| is_plain(*c)).take(30).collect();
        let (class, tab) = (self.raw.ours("class"), self.raw.ours("tabindex"));
        let class = match language.is_empty() {
            true => String::new(),
            false => format!(" {class}=\"language-{language}\""),
        };
        self.open(
            &format!("<pre {tab}=\"0\"><code{class}>"),
            "</code></pre>\n",
        );
    }

    fn end_block(&mut self) {
        let block = self.block.take().unwrap_or_default();
        let piece = self.raw.piece(&block);
        if !piece.trim().is_empty() {
            self.out.push_str(&piece);
        }
    }

    fn start_list(&mut self, first: Option<u64>, at: usize) {
        let has_boxes = self.box_of(at + 1).is_some();
        let class = self.raw.ours("class");
        match first {
            _ if self.depth > DEEPEST => self.closes.push(None),
            _ if has_boxes => self.open(&format!("<ul {class}=\"check\">\n"), "</ul>\n"),
            None => self.open("<ul>\n", "</ul>\n"),
            Some(1) => self.open("<ol>\n", "</ol>\n"),
            Some(first) => {
                let start = self.raw.ours("start");
                self.open(&format!("<ol {start}=\"{first}\">\n"), "</ol>\n");
            }
        }
    }

    /// The state of the box of the entry that begins here.
    fn box_of(&self, item: usize) -> Option<bool> {
        let inside = self.events.get(item + 1..)?;
        let inside = match inside.first()? {
            Event::Start(Tag::Paragraph) => &inside[1..],
            _ => inside,
        };
        match inside.first()? {
            Event::TaskListMarker(done) => Some(*done),
            _ => None,
        }
    }

    fn start_item(&mut self, at: usize) {
        if self.depth > DEEPEST {
            return self.open("", "<br>\n");
        }
        let Some(done) = self.box_of(at) else {
            return self.open("<li>", "</li>\n");
        };
        let (icon, word) = if done {
            ("boxed", "Done")
        } else {
            ("box", "Open")
        };
        let (class, role, label) = (
            self.raw.ours("class"),
            self.raw.ours("role"),
            self.raw.ours("aria-label"),
        );
        let style = if done { "y" } else { "n" };
        self.open(
            &format!(
                "<li {class}=\"{style}\"><i {class}=\"i i-{icon}\" {role}=\"img\" {label}=\"{word}\"></i><div>"
            ),
            "</div></li>\n",
        );
    }

    fn start_table(&mut self, alignments: &[Alignment]) {
        self.table = alignments.to_vec();
        self.tables += 1;
        let (class, role, label, tab) = (
            self.raw.ours("class"),
            self.raw.ours("role"),
            self.raw.ours("aria-label"),
            self.raw.ours("tabindex"),
        );
        let number = self.tables;
        let open = format!(
            "<div {class}=\"tw-x\" {tab}=\"0\" {role}=\"region\" {label}=\"Table {number}\"><table>"
        );
        self.open(&open, "</tbody></table></div>\n");
    }

    fn start_cell(&mut self) {
        let alignment = self.table.get(self.cell).copied();
        self.cell += 1;
        let class = match alignment {
            Some(Alignment::Right) => format!(" {}=\"r\"", self.raw.ours("class")),
            _ => String::new(),
        };
        let scope = self.raw.ours("scope");
        if self.in_head {
            self.open(&format!("<th {scope}=\"col\"{class}>"), "</th>");
        } else {
            self.open(&format!("<td{class}>"), "</td>");
        }
    }

    // What stands in a line.

    fn start_link(&mut self, target: &str) {
        if !self.pictures.is_empty() {
            return self.closes.push(None);
        }
        match guide::link(self.guide, target) {
            Lead::To(address) => {
                let href = self.raw.ours("href");
                self.open(&format!("<a {href}=\"{}\">", escape(&address)), "</a>");
            }
            Lead::Hidden => self.closes.push(None),
            Lead::Dead => {
                let (class, title) = (self.raw.ours("class"), self.raw.ours("title"));
                let target = escape(target);
                self.open(
                    &format!("<span {class}=\"broken\" {title}=\"{target} was not found\">"),
                    &format!("<span {class}=\"vh\"> (link goes nowhere: {target})</span></span>"),
                );
            }
        }
    }

    fn end_picture(&mut self) {
        let Some((target, lead, alt)) = self.pictures.pop() else {
            return;
        };
        if let Some((_, _, outer)) = self.pictures.last_mut() {
            return outer.push_str(&alt);
        }
        let words = escape(&alt);
        let html = match lead {
            Lead::To(address) => format!(
                "<img {}=\"{}\" {}=\"{words}\" {}=\"lazy\">",
                self.raw.ours("src"),
                escape(&address),
                self.raw.ours("alt"),
                self.raw.ours("loading")
            ),
            Lead::Hidden => words.into_owned(),
            Lead::Dead => {
                let words = if words.is_empty() {
                    "picture".into()
                } else {
                    words
                };
                let (class, title) = (self.raw.ours("class"), self.raw.ours("title"));
                format!(
                    "<span {class}=\"broken\" {title}=\"{} was not found\">{words}<span {class}=\"vh\"> (the picture is missing)</span></span>",
                    escape(&target)
                )
            }
        };
        self.out.push_str(&html);
    }

    // Footnotes.

    fn note(&mut self, name: &str) -> (usize, String) {
        if let Some(known) = self.notes.known.get(name) {
            return known.clone();
        }
        let number = self.notes.known.len() + 1;
        let id = self.ids.take(&format!("note {number}"));
        let note = (number, id);
        self.notes.known.insert(name.to_string(), note.clone());
        note
    }

    fn reference(&mut self, name: &str) {
        if !self.pictures.is_empty() {
            return;
        }
        if !self.notes.defined.contains(name) {
            return self.text(&format!("[^{name}]"));
        }
        let (number, id) = self.note(name);
        let uses = self.notes.uses.entry(name.to_string()).or_default();
        *uses += 1;
        let own = match *uses {
            1 => format!(" {}=\"{id}-ref\"", self.raw.ours("id")),
            _ => String::new(),
        };
        let href = self.raw.ours("href");
        self.out
            .push_str(&format!("<sup{own}><a {href}=\"#{id}\">{number}</a></sup>"));
    }

    fn start_note(&mut self, name: &str) {
        let before = std::mem::take(&mut self.out);
        self.notes.open = Some((before, name.to_string()));
    }

    fn end_note(&mut self) {
        let Some((before, name)) = self.notes.open.take() else {
            return;
        };
        let words = std::mem::replace(&mut self.out, before);
        let (number, _) = self.note(&name);
        self.notes.words.entry(number).or_insert(words);
    }
}

/// Rules part what stands around them; at the edge of a passage there is nothing to part.
fn without_rules(html: &str) -> &str {
    let mut html = html.trim();
    while let Some(rest) = html.strip_prefix("<hr>").or(html.strip_suffix("<hr>")) {
        html = rest.trim();
    }
    html
}

fn defined(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Start(Tag::FootnoteDefinition(name)) => Some(name.to_string()),
        _ => None,
    }
}

/// Stands for the end of a top heading among the closing tags.
const TOP: &str = "\u{0}";

/// The highest level of the headings of a body.
fn top(events: &[Event<'_>]) -> HeadingLevel {
    let mut depth = 0_usize;
    let mut top = HeadingLevel::H6;
    for event in events {
        match event {
            Event::Start(tag) if is_container(tag) => depth += 1,
            Event::End(end) if is_container_end(*end) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => top = top.min(*level),
            _ => {}
        }
    }
    top
}
