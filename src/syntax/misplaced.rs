//! Front matter that is not where it belongs: below the title or a comment, without its closing fence, or rewritten by a formatter.

use std::ops::Range;

use crate::model::reason::Reason;
use crate::syntax::field::RULE;
use crate::syntax::front_matter::Front;
use crate::syntax::key::{Format, has_key, key};
use crate::syntax::line::lines;
use crate::syntax::outline::Fault;
use crate::text::span::Span;
use crate::theme::tongue;

/// So many lines may stand above front matter.
const ABOVE: usize = 60;

/// What has happened to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// A title or a comment stands above it.
    Below,
    /// The line that closes it is missing.
    Open,
    /// Its last line has become a heading, as formatters make of a text with a line below it.
    Heading,
}

impl Mishap {
    /// The finding on front matter of which this is true.
    pub fn fault(self, front: &Front) -> Fault {
        let (message, help) = match self {
            Self::Below => (
                Reason::new("the front matter does not stand at the head of the document"),
                tongue::key("move it above everything else; until then it is read where it stands"),
            ),
            Self::Open => (
                Reason::new("the front matter is not closed"),
                tongue::key(
                    "add a line `---` behind its last key; until then it is read up to the first line that is none",
                ),
            ),
            Self::Heading => (
                Reason::new("the front matter has become a heading"),
                tongue::key(
                    "write the key between two lines `---`; until then it is read from the heading",
                ),
            ),
        };
        Fault {
            rule: RULE,
            message,
            span: Span::new(front.inner.clone()),
            help,
        }
    }
}

/// Front matter elsewhere than at the head, and what has happened to it.
pub fn find(text: &str, body: usize) -> Option<(Front, Mishap)> {
    let lines: Vec<Range<usize>> = lines(text, body..text.len()).take(ABOVE * 4).collect();
    let first = lines
        .iter()
        .position(|line| !text[line.clone()].trim().is_empty())?;
    if is_fence(text, &lines[first]) {
        return heading(text, &lines[first..]).or_else(|| open(text, &lines[first..]));
    }
    let fence = above(text, &lines)?;
    closed(text, &lines[fence..]).map(|front| (front, Mishap::Below))
}

fn is_fence(text: &str, line: &Range<usize>) -> bool {
    text[line.clone()].trim_end() == "---"
}

/// The fence below nothing but a title and comments.
fn above(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let mut commented = false;
    for (at, line) in lines.iter().enumerate().take(ABOVE) {
        let words = text[line.clone()].trim();
        let opens = words.starts_with("<!--");
        if commented || opens {
            commented = !words.ends_with("-->");
        } else if is_fence(text, line) {
            return Some(at);
        } else if !words.is_empty() && !words.starts_with("# ") {
            return None;
        }
    }
    None
}

/// Between two fences: keys at once, and nothing but keys and what belongs to them.
fn closed(text: &str, lines: &[Range<usize>]) -> Option<Front> {
    let (first, rest) = lines.split_first()?;
    let end = rest.iter().position(|line| is_fence(text, line))?;
    let inner = &rest[..end];
    let is_first = inner
        .first()
        .is_some_and(|line| is_plain_key(&text[line.clone()]));
    let fits = inner.iter().all(|line| belongs(&text[line.clone()]));
    (is_first && fits).then(|| front(first.start, first.end..rest[end].start, rest[end].end))
}

/// Two keys and more without a closing fence, up to a blank line.
fn open(text: &str, lines: &[Range<usize>]) -> Option<(Front, Mishap)> {
    let (first, rest) = lines.split_first()?;
    let block = rest
        .iter()
        .take_while(|line| !text[(*line).clone()].trim().is_empty());
    let block: Vec<&Range<usize>> = block.collect();
    let keys = block
        .iter()
        .filter(|line| is_plain_key(&text[(**line).clone()]));
    let fits = block.iter().all(|line| belongs(&text[(**line).clone()]));
    let last = block.last().filter(|_| keys.count() >= 2 && fits)?;
    Some((
        front(first.start, first.end..last.end, last.end),
        Mishap::Open,
    ))
}

/// `---`, nothing, `## description: "…"`: what stood above a closing fence has become a heading.
fn heading(text: &str, lines: &[Range<usize>]) -> Option<(Front, Mishap)> {
    let mut below = lines
        .iter()
        .skip(1)
        .skip_while(|line| text[(*line).clone()].trim().is_empty());
    let line = below.next()?;
    let words = text[line.clone()].strip_prefix("## ")?;
    let start = line.end - words.len();
    is_plain_key(words).then(|| {
        let front = front(lines[0].start, start..line.end, line.end);
        (front, Mishap::Heading)
    })
}

fn front(start: usize, inner: Range<usize>, end: usize) -> Front {
    Front {
        format: Format::Yaml,
        inner,
        whole: start..end,
    }
}

/// A key of one word, as front matter has them.
fn is_plain_key(line: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    has_key(line) && key(line, Format::Yaml).is_some_and(|(key, _)| line[key].chars().all(is_word))
}

/// A key, or a line that goes on with one.
fn belongs(line: &str) -> bool {
    let words = line.trim_end();
    words.is_empty()
        || words.starts_with([' ', '\t', '#', ']', '}'])
        || words.starts_with("- ")
        || has_key(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, Mishap)> {
        find(text, 0).map(|(front, mishap)| (&text[front.inner], mishap))
    }

    #[test]
    fn front_matter_below_a_title_is_found() {
        let keys = "status: open\nlabels:\n  - a\n";
        for above in ["# Desk\n\n", "<!-- x -->\n", "<!--\nx\n-->\n\n# Desk\n"] {
            let text = format!("{above}---\n{keys}---\n\nWords.\n");
            assert_eq!(found(&text), Some((keys, Mishap::Below)), "{text}");
        }
    }

    #[test]
    fn rules_across_the_page_are_left() {
        for text in [
            "# Desk\n\n---\n\nstatus: open\n\n---\n",
            "# Desk\n\n---\nNote this well: words.\n---\n",
            "# Desk\n\n---\nstatus: open\nand words\n---\n",
            "# Desk\n\nWords.\n\n---\nstatus: open\n---\n",
            "---\n\n## Desk\n",
            "---\n\n## What we lend: tools\n",
            "---\nstatus: open\nwords\n",
            "---\nstatus: open\n\n# Desk\n",
            "",
            "---",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn an_open_end_and_a_heading_are_mended() {
        assert_eq!(
            found("---\nid: T-1\nstatus: open\n\n# Desk\n"),
            Some(("id: T-1\nstatus: open\n", Mishap::Open))
        );
        assert_eq!(
            found("---\n\n## description: \"desk\"\n\n# Desk\n"),
            Some(("description: \"desk\"\n", Mishap::Heading))
        );
    }
}
