//! The walk over the events of the markdown parser: what each adds to the outline.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::syntax::bullet;
use crate::syntax::chapters;
use crate::syntax::drawing;
use crate::syntax::element;
use crate::syntax::inline::{Inline, Piece};
use crate::syntax::markdown::grid::Grid;
use crate::syntax::markdown::list::{Finished, Lists};
use crate::syntax::outline::{Block, BoldLine, Link, List, Outline, Shape};
use crate::syntax::raw;
use crate::syntax::sheet;
use crate::text::slot::Form;
use crate::text::span::Span;

/// The walk over one document.
pub struct Walk<'a> {
    source: &'a str,
    outline: &'a mut Outline,
    inline: Inline<'a>,
    lists: Lists<'a>,
    table: Option<Grid>,
    /// Links that are open: where they lead, where they begin, how many pieces stood before.
    links: Vec<(String, Span, usize)>,
    strong: usize,
    struck: usize,
    quotes: usize,
    skipping: bool,
    /// Whether the code under way may be a drawing.
    drawing: bool,
}

impl<'a> Walk<'a> {
    /// A walk that has not begun.
    pub fn new(source: &'a str, outline: &'a mut Outline) -> Self {
        Self {
            source,
            outline,
            inline: Inline::default(),
            lists: Lists::default(),
            table: None,
            links: Vec::new(),
            strong: 0,
            struck: 0,
            quotes: 0,
            skipping: false,
            drawing: false,
        }
    }

    /// Takes the next event in.
    pub fn step(&mut self, event: Event<'a>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(words) if !self.skipping => self.words(words, span),
            Event::Code(words) => self.words(words, span),
            Event::SoftBreak | Event::HardBreak => self.line_break(span),
            Event::InlineHtml(html) => self.inline_html(&html, span),
            Event::Rule => self.block(span, Shape::Other),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Heading { .. } | Tag::Paragraph if self.lists.is_outside() => {
                self.inline = Inline::default();
            }
            Tag::Heading { .. } | Tag::Paragraph => self.between_paragraphs(span),
            Tag::List(first) => self.lists.start(first, span),
            Tag::Item => self.lists.start_entry(span),
            Tag::Table(_) => self.table = Some(Grid::default()),
            Tag::TableHead => self.start_row(span, true),
            Tag::TableRow => self.start_row(span, false),
            Tag::TableCell => self.inline = Inline::default(),
            Tag::CodeBlock(kind) => {
                self.skipping = true;
                self.drawing = match kind {
                    CodeBlockKind::Fenced(language) => drawing::may_be(&language),
                    CodeBlockKind::Indented => false,
                };
            }
            Tag::HtmlBlock => self.html_block(span),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Strong | Tag::Emphasis => self.strong += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.start_link(link_type, dest_url.into_string(), span),
            Tag::Image { dest_url, .. } => {
                self.outline.pictures.push((dest_url.into_string(), span));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Heading(level) if self.lists.is_outside() && self.quotes == 0 => {
                self.end_heading(level, span);
            }
            TagEnd::Heading(_) | TagEnd::Paragraph if self.lists.is_outside() => {
                self.end_paragraph(span);
            }
            TagEnd::List(_) => self.end_list(span),
            TagEnd::Item => self.lists.end_entry(),
            TagEnd::Table => self.end_table(span),
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(),
            TagEnd::TableCell => self.end_cell(span),
            TagEnd::CodeBlock => self.end_code(span),
            TagEnd::HtmlBlock => self.end_skipped(span),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::Strong | TagEnd::Emphasis => self.strong = self.strong.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link => self.end_link(),
            _ => {}
        }
    }

    /// Where words go: the cell, else the innermost list entry, else the paragraph or heading.
    fn target(&mut self) -> &mut Inline<'a> {
        match self.lists.entry() {
            Some(begun) if self.table.is_none() => &mut begun.inline,
            _ => &mut self.inline,
        }
    }

    fn words(&mut self, words: CowStr<'a>, span: Span) {
        if let Some(begun) = self.lists.entry().filter(|_| self.struck > 0) {
            begun.struck += words.len();
        }
        let piece = Piece {
            words: borrowed(words),
            span,
            strong: self.strong > 0,
            line_break: false,
            struck: self.struck > 0,
        };
        self.target().pieces.push(piece);
    }

    fn line_break(&mut self, span: Span) {
        let piece = Piece {
            words: "\n".into(),
            span,
            strong: false,
            line_break: true,
            struck: false,
        };
        self.target().pieces.push(piece);
    }

    fn between_paragraphs(&mut self, span: Span) {
        if !self.target().pieces.is_empty() {
            self.line_break(Span {
                start: span.start,
                end: span.start,
            });
        }
    }

    fn block(&mut self, span: Span, shape: Shape) {
        let section = self.outline.sections.len() - 1;
        self.outline.blocks.push(Block {
            span: span.trimmed(self.source),
            section,
            shape,
        });
    }

    fn end_heading(&mut self, level: HeadingLevel, span: Span) {
        let mut heading = std::mem::take(&mut self.inline).text();
        heading
            .value
            .truncate(chapters::named(&heading.value).len());
        let first_block = self.outline.blocks.len();
        let level = u8::try_from(level as usize).unwrap_or(6);
        self.outline.sections.push(chapters::section(
            level,
            heading,
            span.trimmed(self.source),
            first_block,
        ));
    }

    fn end_paragraph(&mut self, span: Span) {
        let inline = std::mem::take(&mut self.inline);
        if let Some((line, rest)) = inline.bold_line().filter(|_| self.quotes == 0) {
            self.bold_line(&line, &rest, span);
        }
        let shape = self.paragraph(&inline);
        self.block(span, shape);
    }

    fn paragraph(&self, inline: &Inline<'_>) -> Shape {
        let mut fields = inline.fields(Form::Line);
        if self.quotes > 0 {
            // A quotation is somebody's words: only keys with a meaning are read from it.
            fields.iter_mut().for_each(|field| field.marked = false);
        }
        match (fields.is_empty(), self.quotes) {
            (false, _) => Shape::Fields(fields),
            (true, 0) => Shape::Prose(inline.text()),
            (true, _) => Shape::Quote(inline.text()),
        }
    }

    /// Keeps the line and what stands below it, for who knows whether it names something.
    fn bold_line(&mut self, line: &Inline<'_>, rest: &Inline<'_>, paragraph: Span) {
        let below = rest.pieces.first().map(|first| Block {
            span: Span {
                start: first.span.start,
                end: paragraph.end,
            }
            .trimmed(self.source),
            section: self.outline.sections.len() - 1,
            shape: self.paragraph(rest),
        });
        let mut words = line.text();
        let source = &self.source[paragraph.range()];
        let length = source.find('\n').unwrap_or(source.len());
        words.span = Span {
            start: paragraph.start,
            end: paragraph.start + u32::try_from(length).unwrap_or(0),
        }
        .trimmed(self.source);
        self.outline.bold.push(BoldLine {
            block: self.outline.blocks.len(),
            lead: line.lead().unwrap_or_default().value,
            line: words,
            rest: below,
        });
    }

    fn end_list(&mut self, span: Span) {
        let Some(list) = self.lists.end(self.source) else {
            return;
        };
        let Finished {
            start,
            entries,
            inner,
        } = list;
        let shape = if self.quotes > 0 {
            bullet::quoted(entries)
        } else {
            Shape::List(List { entries })
        };
        let end = span.end;
        self.block(Span { start, end }, shape);
        for (span, shape) in inner {
            self.block(span, shape);
        }
    }

    fn start_row(&mut self, span: Span, in_head: bool) {
        if let Some(grid) = &mut self.table {
            grid.start_row(span.trimmed(self.source), in_head);
        }
    }

    fn end_cell(&mut self, span: Span) {
        let cell = std::mem::take(&mut self.inline).text();
        if let Some(grid) = &mut self.table {
            grid.cell(cell, span);
        }
    }

    fn end_row(&mut self) {
        if let Some(grid) = &mut self.table {
            grid.end_row();
        }
    }

    fn end_table(&mut self, span: Span) {
        let Some(grid) = self.table.take() else {
            return;
        };
        let shape = match sheet::fields(grid.table(), span) {
            Ok(fields) => Shape::Fields(fields),
            Err(_) if self.quotes > 0 => Shape::Other,
            Err(table) => Shape::Table(table),
        };
        match (self.lists.is_outside(), &shape) {
            (true, _) => self.block(span, shape),
            // Fields in an entry would say something of the document; nobody knows of what.
            (false, Shape::Table(_)) => self.lists.keep(span, shape),
            (false, _) => {}
        }
    }

    fn end_code(&mut self, span: Span) {
        let stands_alone = self.lists.is_outside() && self.quotes == 0;
        let lines = (self.drawing && stands_alone).then(|| drawing::lines(self.source, span));
        match lines.flatten() {
            Some(lines) => {
                self.skipping = false;
                self.block(span, Shape::Drawing(lines));
            }
            None => self.end_skipped(span),
        }
    }

    fn end_skipped(&mut self, span: Span) {
        self.skipping = false;
        if self.lists.is_outside() {
            self.block(span, Shape::Other);
        }
    }

    fn html_block(&mut self, span: Span) {
        self.skipping = true;
        let html = &self.source[span.range()];
        if !html.trim_start().starts_with("<!--") {
            let found = raw::pictures(html).map(|target| (target.to_string(), span));
            self.outline.pictures.extend(found);
            let elements = element::within(html, span.start as usize);
            if !elements.is_empty() && self.lists.is_outside() && self.quotes == 0 {
                self.block(span, Shape::Elements(elements));
            }
        }
        let known = self.outline.comments.last().map_or(0, |last| last.end);
        let from = span.start.max(known) as usize;
        let found = raw::comments(self.source, from..span.end as usize);
        self.outline.comments.extend(found);
    }

    fn inline_html(&mut self, html: &str, span: Span) {
        if html.starts_with("<!--") {
            self.outline.comments.push(span);
        } else if html.starts_with("<img") {
            let found = raw::pictures(html).map(|target| (target.to_string(), span));
            self.outline.pictures.extend(found);
        } else if html.len() >= 3
            && html[1..]
                .trim_start_matches('/')
                .to_ascii_lowercase()
                .starts_with("br")
        {
            self.line_break(span);
        }
    }

    fn start_link(&mut self, kind: LinkType, target: String, span: Span) {
        let before = self.target().pieces.len();
        let target = if matches!(kind, LinkType::Email) {
            format!("mailto:{target}")
        } else {
            target
        };
        self.links.push((target, span, before));
    }

    fn end_link(&mut self) {
        let Some((target, span, before)) = self.links.pop() else {
            return;
        };
        let inline = self.target();
        let text = inline
            .pieces
            .iter()
            .skip(before)
            .map(|piece| piece.words.as_ref())
            .collect();
        let link = Link { target, text, span };
        inline.links.push(link.clone());
        self.outline.links.push(link);
    }
}

/// The parser's words without a copy, where they stand in the source as they are shown.
fn borrowed(words: CowStr<'_>) -> Cow<'_, str> {
    match words {
        CowStr::Borrowed(words) => Cow::Borrowed(words),
        other => Cow::Owned(other.into_string()),
    }
}
