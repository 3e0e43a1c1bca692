//! The walk over the events of the YAML parser, from which nodes are made with their places.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};

use crate::model::reason::Reason;
use crate::syntax::field::RULE;
use crate::syntax::node::{DEEPEST, Node, is_null, text_of};
use crate::syntax::outline::{Fault, Text};
use crate::text::span::Span;
use crate::theme::tongue::key;

/// The parser's events and what is known of the place between two of them.
pub struct Cursor<'a> {
    text: &'a str,
    range: Range<usize>,
    parser: Parser<'a, StrInput<'a>>,
    /// Where the event before this one ends.
    before: usize,
    last: usize,
    /// The end of a key whose value is not finished.
    open: Option<usize>,
}

impl<'a> Cursor<'a> {
    /// Over the YAML in this range.
    pub fn new(text: &'a str, range: Range<usize>) -> Self {
        let mut options = Options::default();
        options.set_emit_comments(false);
        let inner = text.get(range.clone()).unwrap_or_default();
        let parser = Parser::new_from_str_with_options(inner, options);
        Self {
            text,
            before: range.start,
            last: range.start,
            open: None,
            range,
            parser,
        }
    }

    /// The next event, and where it stands.
    pub fn step(&mut self) -> Result<(Event<'a>, Range<usize>), Fault> {
        let (event, span) = match self.parser.next_event() {
            Some(Ok(step)) => step,
            Some(Err(error)) => return Err(self.broken(&error)),
            None => return Ok((Event::StreamEnd, self.last..self.last)),
        };
        let at = span
            .byte_range()
            .map(|at| at.start + self.range.start..at.end + self.range.start);
        let at = at
            .filter(|at| self.text.get(at.clone()).is_some())
            .unwrap_or(self.last..self.last);
        self.before = self.last;
        self.last = at.end;
        Ok((event, at))
    }

    /// The fault of a parser's error, on the line of the value that it began with.
    fn broken(&self, error: &ScanError) -> Fault {
        let noticed = error
            .marker()
            .byte_offset()
            .map_or(self.last, |at| at + self.range.start);
        let begun = self.open.and_then(|end| {
            let rest = self.text[end..self.range.end].strip_prefix(':')?;
            let line = rest.lines().next()?;
            let value = line.trim_start();
            let at = end + 1 + line.len() - value.len();
            (!value.is_empty() && !value.starts_with('#')).then_some(at)
        });
        let at = begun.unwrap_or(noticed).min(self.range.end);
        invalid(&error.info(), Span::new(at..at))
    }

    /// The value that begins with this event.
    pub fn node(
        &mut self,
        event: Event<'a>,
        at: Range<usize>,
        depth: usize,
    ) -> Result<Node, Fault> {
        match event {
            Event::Scalar(value, style, ..) => Ok(Node::Scalar(self.scalar(&value, style, at))),
            Event::SequenceStart(..) | Event::MappingStart(..) if depth == DEEPEST => {
                self.skip(at.start)
            }
            Event::SequenceStart(style, ..) => self.list(style, &at, depth),
            Event::MappingStart(style, ..) => self.map(style, &at, depth),
            _ => Ok(Node::Scalar(text_of(&self.text[at.clone()], at))),
        }
    }

    fn scalar(&self, value: &str, style: ScalarStyle, at: Range<usize>) -> Text {
        match style {
            ScalarStyle::Plain if is_null(value) => text_of("", at),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let end = at.start + self.text[at.clone()].trim_end().len();
                let (start, least) = self
                    .mark(at.start)
                    .map_or((at.start, end), |mark| (mark, mark + 1));
                text_of(value, start..end.max(least))
            }
            _ => text_of(value, at),
        }
    }

    /// The `|` or `>` of a block whose words begin at `start`.
    fn mark(&self, start: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[..start];
        (self.before..start).find(|at| {
            matches!(bytes[*at], b'|' | b'>') && *at > 0 && bytes[*at - 1].is_ascii_whitespace()
        })
    }

    /// The first dash of a list; of one that is not indented, the parser only tells where the first entry begins.
    fn dash(&self, start: usize) -> usize {
        let gap = self.text.get(self.before..start).unwrap_or_default();
        let mut at = self.before;
        for line in gap.split_inclusive('\n') {
            let entry = line.trim_start();
            if at > self.before && entry.starts_with('-') {
                return at + line.len() - entry.len();
            }
            at += line.len();
        }
        start
    }

    fn list(
        &mut self,
        style: StructureStyle,
        at: &Range<usize>,
        depth: usize,
    ) -> Result<Node, Fault> {
        let start = if style == StructureStyle::Block {
            self.dash(at.start)
        } else {
            at.start
        };
        let mut nodes = Vec::new();
        let mut end = at.end;
        loop {
            let (event, at) = self.step()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                let end = if style == StructureStyle::Flow {
                    at.end
                } else {
                    end
                };
                return Ok(Node::List(nodes, Span::new(start..end).trimmed(self.text)));
            }
            let node = self.node(event, at, depth + 1)?;
            end = end.max(node.span().range().end);
            nodes.push(node);
        }
    }

    fn map(
        &mut self,
        style: StructureStyle,
        at: &Range<usize>,
        depth: usize,
    ) -> Result<Node, Fault> {
        let mut pairs = Vec::new();
        let mut end = at.end;
        loop {
            let (event, key_at) = self.step()?;
            match event {
                Event::MappingEnd | Event::StreamEnd => {
                    let end = if style == StructureStyle::Flow {
                        key_at.end
                    } else {
                        end
                    };
                    return Ok(self.finished(pairs, at.start..end));
                }
                Event::SequenceStart(..) | Event::MappingStart(..) => {
                    return Err(invalid(
                        "braces or brackets stand where a key is expected",
                        Span::new(key_at),
                    ));
                }
                _ => {}
            }
            let key_end = key_at.end;
            let Node::Scalar(key) = self.node(event, key_at, depth)? else {
                continue;
            };
            let node = self.value(key_end, depth)?;
            end = end.max(node.span().range().end);
            pairs.push((key, node));
        }
    }

    fn value(&mut self, key_end: usize, depth: usize) -> Result<Node, Fault> {
        self.open = Some(key_end);
        let (event, mut at) = self.step()?;
        if at.is_empty() && matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..)) {
            let place = at.start.max(self.after_colon(key_end));
            at = place..place;
        }
        let node = self.node(event, at, depth + 1)?;
        self.open = None;
        Ok(node)
    }

    /// Where an empty value would be written.
    fn after_colon(&self, key_end: usize) -> usize {
        let rest = &self.text[key_end..self.range.end];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        match rest[blanks..].strip_prefix(':') {
            Some(value) => key_end + blanks + 1 + usize::from(value.starts_with([' ', '\t'])),
            None => key_end,
        }
    }

    /// A map, or the words of a placeholder: `{status}` has no value.
    fn finished(&self, pairs: Vec<(Text, Node)>, at: Range<usize>) -> Node {
        let written = &self.text[at.clone()];
        if written.starts_with('{') && !pairs.is_empty() && !written.contains(':') {
            return Node::Scalar(text_of(written, at));
        }
        Node::Map(pairs, Span::new(at))
    }

    /// Passes over a list or map that lies too deep.
    fn skip(&mut self, start: usize) -> Result<Node, Fault> {
        let mut open = 1;
        let mut end = start;
        while open > 0 {
            let (event, at) = self.step()?;
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => open += 1,
                Event::SequenceEnd | Event::MappingEnd => open -= 1,
                Event::StreamEnd => open = 0,
                _ => {}
            }
            end = end.max(at.end);
        }
        let at = start..start + self.text[start..end].trim_end().len();
        Ok(Node::Scalar(text_of(&self.text[at.clone()], at)))
    }
}

/// What is wrong with YAML, in words.
pub fn invalid(words: &str, span: Span) -> Fault {
    let message = Reason::new("not valid YAML: {words}").words("words", &words.replace('\'', "`"));
    Fault {
        rule: RULE,
        message,
        span,
        help: key("put the value in quotes"),
    }
}
