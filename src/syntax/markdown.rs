//! Markdown to outline: one walk over the parser's events.

use std::borrow::Cow;

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};

use crate::syntax::bullet::{self, Begun};
use crate::syntax::chapters;
use crate::syntax::element;
use crate::syntax::inline::{Inline, Piece};
use crate::syntax::outline::{
    Block, BoldLine, Entry, Fault, Link, List, Outline, Row, Shape, Table, Text,
};
use crate::syntax::raw;
use crate::syntax::sheet;
use crate::text::mojibake;
use crate::text::slot::Form;
use crate::text::span::Span;

/// Reads the markdown that begins at byte `body` into the outline.
pub fn read(source: &str, body: usize, outline: &mut Outline) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    outline.sections.push(chapters::section(
        0,
        Text::default(),
        Span::new(body..source.len()),
        0,
    ));
    let mut walk = Walk {
        source,
        outline,
        inline: Inline::default(),
        entries: Vec::new(),
        open: Vec::new(),
        lists: Vec::new(),
        table: None,
        links: Vec::new(),
        strong: 0,
        struck: 0,
        quotes: 0,
        skipping: false,
        list_start: 0,
        inner: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&source[body..], options).into_offset_iter() {
        walk.step(event, Span::new(range.start + body..range.end + body));
    }
    chapters::close(outline, source.len());
    if let Some((at, count)) = mojibake::find(source) {
        let wide = source[at..].chars().next().map_or(1, char::len_utf8);
        outline
            .faults
            .push(garbled(Span::new(at..at + wide), count));
    }
}

fn garbled(span: Span, count: usize) -> Fault {
    let times = if count == 1 {
        "once".to_string()
    } else {
        format!("{count} times")
    };
    Fault {
        rule: "mojibake",
        message: format!("this text was encoded twice, {times} in this document"),
        span,
        help: "save the document again as UTF-8; until then it is shown repaired",
    }
}

/// A table under way.
#[derive(Default)]
struct Grid {
    table: Table,
    row: Row,
    in_head: bool,
}

/// The walk over one document.
struct Walk<'a> {
    source: &'a str,
    outline: &'a mut Outline,
    inline: Inline<'a>,
    entries: Vec<Begun<'a>>,
    /// The entries that are open, innermost last.
    open: Vec<usize>,
    /// The next number of each open list.
    lists: Vec<Option<u64>>,
    table: Option<Grid>,
    /// Links that are open: where they lead, where they begin, how many pieces stood before.
    links: Vec<(String, Span, usize)>,
    strong: usize,
    struck: usize,
    quotes: usize,
    skipping: bool,
    list_start: u32,
    /// Tables in the entries of the list under way; they follow it.
    inner: Vec<(Span, Shape)>,
}

impl<'a> Walk<'a> {
    fn step(&mut self, event: Event<'a>, span: Span) {
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
            Tag::Heading { .. } | Tag::Paragraph if self.open.is_empty() => {
                self.inline = Inline::default();
            }
            Tag::Heading { .. } | Tag::Paragraph => self.between_paragraphs(span),
            Tag::List(first) => self.start_list(first, span),
            Tag::Item => self.start_item(span),
            Tag::Table(_) => self.table = Some(Grid::default()),
            Tag::TableHead => self.start_row(span, true),
            Tag::TableRow => self.start_row(span, false),
            Tag::TableCell => self.inline = Inline::default(),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.skipping = true;
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
            TagEnd::Heading(level) if self.open.is_empty() && self.quotes == 0 => {
                self.end_heading(level, span);
            }
            TagEnd::Heading(_) | TagEnd::Paragraph if self.open.is_empty() => {
                self.end_paragraph(span);
            }
            TagEnd::List(_) => self.end_list(span),
            TagEnd::Item => self.end_item(),
            TagEnd::Table => self.end_table(span),
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(),
            TagEnd::TableCell => self.end_cell(span),
            TagEnd::CodeBlock => self.end_skipped(span),
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
        match self.open.last() {
            Some(at) if self.table.is_none() => &mut self.entries[*at].inline,
            _ => &mut self.inline,
        }
    }

    fn words(&mut self, words: CowStr<'a>, span: Span) {
        if let Some(at) = self.open.last().filter(|_| self.struck > 0) {
            self.entries[*at].struck += words.len();
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
        let heading = std::mem::take(&mut self.inline).text();
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

    fn start_list(&mut self, first: Option<u64>, span: Span) {
        if self.lists.is_empty() {
            self.list_start = span.start;
        }
        self.lists.push(first);
    }

    fn start_item(&mut self, span: Span) {
        let depth = self.lists.len().saturating_sub(1);
        let number = self.lists.last().copied().flatten();
        if let Some(Some(next)) = self.lists.last_mut() {
            *next += 1;
        }
        self.open.push(self.entries.len());
        self.entries.push(Begun {
            depth,
            number,
            span,
            inline: Inline::default(),
            struck: 0,
        });
    }

    fn end_item(&mut self) {
        self.open.pop();
    }

    fn end_list(&mut self, span: Span) {
        self.lists.pop();
        if self.lists.is_empty() {
            let source = self.source;
            let entries: Vec<Entry> = self
                .entries
                .drain(..)
                .map(|begun| bullet::entry(begun, source))
                .collect();
            let shape = if self.quotes > 0 {
                bullet::quoted(entries)
            } else {
                Shape::List(List { entries })
            };
            self.block(
                Span {
                    start: self.list_start,
                    end: span.end,
                },
                shape,
            );
            for (span, shape) in std::mem::take(&mut self.inner) {
                self.block(span, shape);
            }
        }
    }

    fn start_row(&mut self, span: Span, in_head: bool) {
        if let Some(grid) = &mut self.table {
            grid.in_head = in_head;
            grid.row = Row {
                span: span.trimmed(self.source),
                cells: Vec::new(),
            };
        }
    }

    fn end_cell(&mut self, span: Span) {
        let mut cell = std::mem::take(&mut self.inline).text();
        if cell.is_empty() {
            // An empty cell still has a place to write to: between its bars, behind the first blank.
            let at = (span.start + 1).min(span.end);
            cell.span = Span { start: at, end: at };
        }
        if let Some(grid) = &mut self.table {
            grid.row.cells.push(cell);
        }
    }

    fn end_row(&mut self) {
        let Some(grid) = &mut self.table else { return };
        let row = std::mem::take(&mut grid.row);
        if grid.in_head {
            grid.table.head = row.cells;
        } else {
            grid.table.rows.push(row);
        }
    }

    fn end_table(&mut self, span: Span) {
        let Some(grid) = self.table.take() else {
            return;
        };
        let shape = match sheet::fields(grid.table, span) {
            Ok(fields) => Shape::Fields(fields),
            Err(_) if self.quotes > 0 => Shape::Other,
            Err(table) => Shape::Table(table),
        };
        match (self.open.is_empty(), &shape) {
            (true, _) => self.block(span, shape),
            // Fields in an entry would say something of the document; nobody knows of what.
            (false, Shape::Table(_)) => self.inner.push((span, shape)),
            (false, _) => {}
        }
    }

    fn end_skipped(&mut self, span: Span) {
        self.skipping = false;
        if self.open.is_empty() {
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
            if !elements.is_empty() && self.open.is_empty() && self.quotes == 0 {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Outline {
        let mut outline = Outline::default();
        read(text, 0, &mut outline);
        outline
    }

    fn all_fields(text: &str) -> Vec<(String, String, String)> {
        let found = outline(text);
        let fields = found
            .blocks
            .into_iter()
            .flat_map(|block| match block.shape {
                Shape::Fields(fields) => fields,
                Shape::List(list) => list
                    .entries
                    .into_iter()
                    .flat_map(|entry| entry.fields)
                    .collect(),
                _ => Vec::new(),
            });
        fields
            .map(|field| {
                (
                    field.key.value,
                    field.value.value,
                    text[field.value.span.range()].to_string(),
                )
            })
            .collect()
    }

    #[test]
    fn bold_lines_are_fields_with_spans() {
        let fields =
            all_fields("**Status:** In *review*  \n**Due date**: 2026-01-27\n**Empty:**\n");
        assert_eq!(
            fields[0],
            ("Status".into(), "In review".into(), "In *review".into())
        );
        assert_eq!(
            fields[1],
            ("Due date".into(), "2026-01-27".into(), "2026-01-27".into())
        );
        assert_eq!(fields[2], ("Empty".into(), String::new(), String::new()));
    }

    #[test]
    fn several_fields_stand_on_one_line() {
        let fields = all_fields("**Epic:** 15b | **Points:** 3 | **Status:** done");
        assert_eq!(
            fields
                .iter()
                .map(|field| field.1.as_str())
                .collect::<Vec<_>>(),
            ["15b", "3", "done"]
        );
    }

    #[test]
    fn values_run_on_to_the_next_key() {
        let fields = all_fields("**Description:**\nOne\ntwo.\n**Outcome:** x");
        assert_eq!(fields[0].1, "One\ntwo.");
        assert_eq!(fields[1].1, "x");
    }

    #[test]
    fn plain_lines_and_bullets_are_fields() {
        assert_eq!(all_fields("Status: done\nOwner: @web")[1].1, "@web");
        assert_eq!(all_fields("* Status: **Accepted**")[0].1, "Accepted");
        assert_eq!(all_fields("See https://example.org"), []);
    }

    #[test]
    fn a_key_is_written_where_its_span_says() {
        for (text, written) in [
            ("Status: done", "Status"),
            ("状態： 完了", "状態"),
            ("`aé:\n`", "`aé:\n`"),
            ("**`aé`:** b", "`aé`:"),
        ] {
            let found = outline(text);
            let Some(Shape::Fields(fields)) = found.blocks.first().map(|block| &block.shape) else {
                panic!("{text:?} is no field");
            };
            assert_eq!(text.get(fields[0].key.span.range()), Some(written));
        }
    }

    #[test]
    fn words_begin_behind_the_checkbox() {
        let found = outline("- [X]c\n- [ ]* m\n");
        let entries = &lists(&found)[0].entries;
        let words: Vec<&str> = entries
            .iter()
            .map(|entry| entry.text.value.as_str())
            .collect();
        assert_eq!(words, ["c", "m"]);
        assert!(
            entries[1]
                .checkbox
                .is_some_and(|checkbox| checkbox.optional)
        );
    }

    fn lists(outline: &Outline) -> Vec<&List> {
        let lists = outline
            .blocks
            .iter()
            .filter_map(|block| match &block.shape {
                Shape::List(list) => Some(list),
                _ => None,
            });
        lists.collect()
    }

    #[test]
    fn entries_know_their_bold_head_and_whether_they_are_struck() {
        let found = outline("- **a b** c\n- d **e**\n- ~~f g~~ h\n- i ~~j~~ klm\n");
        let entries = &lists(&found)[0].entries;
        let lead = |at: usize| entries[at].lead.as_ref().map(|lead| lead.value.as_str());
        assert_eq!([lead(0), lead(1)], [Some("a b"), None]);
        assert_eq!([entries[2].struck, entries[3].struck], [true, false]);
    }

    #[test]
    fn what_is_quoted_is_no_list_and_no_table() {
        let found =
            outline("> - [ ] a\n\n> | A | B |\n> |---|---|\n> | c | d |\n\n> - Status: done\n");
        assert!(lists(&found).is_empty());
        let is_table = |block: &Block| matches!(block.shape, Shape::Table(_));
        assert!(!found.blocks.iter().any(is_table));
        let last = found.blocks.last().map(|block| &block.shape);
        assert!(matches!(last, Some(Shape::Fields(fields)) if !fields[0].marked));
    }

    #[test]
    fn a_table_in_an_entry_follows_its_list() {
        let found = outline("- a\n\n  | A | B |\n  |---|---|\n  | c | d |\n\n- e\n");
        let kinds: Vec<bool> = found
            .blocks
            .iter()
            .map(|block| matches!(block.shape, Shape::Table(_)))
            .collect();
        assert_eq!(kinds, [false, true]);
    }

    #[test]
    fn cells_are_trimmed_and_empty_ones_have_a_place() {
        let text = "| A | B |\n|---|---|\n|  x  |  |\n| [l](t.md) |\n";
        let found = outline(text);
        let Shape::Table(table) = &found.blocks[0].shape else {
            panic!("no table")
        };
        assert_eq!(&text[table.rows[0].cells[0].span.range()], "x");
        assert!(table.rows[0].cells[1].is_empty());
        assert_eq!(table.rows[1].cells[0].links[0].target, "t.md");
    }

    #[test]
    fn sections_know_their_ends_and_parents() {
        let text = "intro\n# A\na\n## B\nb\n# C\nc\n";
        let found = outline(text);
        let parents: Vec<_> = found
            .sections
            .iter()
            .map(|section| section.parent)
            .collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(0)]);
        assert_eq!(&text[found.sections[1].span.range()], "# A\na\n## B\nb\n");
        assert_eq!(found.sections[3].blocks, 3..4);
    }

    #[test]
    fn comments_are_private() {
        let found = outline("<!-- **Status:** done\n\n| A |\n-->\n\ntext <!-- x --> more\n");
        assert_eq!(found.comments.len(), 2);
        assert!(
            found
                .blocks
                .iter()
                .all(|block| !matches!(block.shape, Shape::Fields(_) | Shape::Table(_)))
        );
    }

    #[test]
    fn comments_in_other_markup_are_private_up_to_their_end() {
        let text = "<div>a<!-- x -->b<!-- y\n\nmore -->\n\n<p><!-- open\n\nrest";
        let words = |span: &Span| &text[span.range()];
        let found = outline(text).comments;
        let found: Vec<&str> = found.iter().map(words).collect();
        assert_eq!(
            found,
            ["<!-- x -->", "<!-- y\n\nmore -->", "<!-- open\n\nrest"]
        );
    }

    #[test]
    fn garbage_does_no_harm() {
        for text in [
            "[".repeat(20_000),
            "> ".repeat(5_000),
            "- ".repeat(2_000),
            "|a|\n|-|\n".repeat(500),
            "**:** \n- [".into(),
            "\u{feff}#".into(),
        ] {
            outline(&text);
        }
    }
}
