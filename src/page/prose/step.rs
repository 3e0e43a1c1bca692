//! A body as steps: the parser's events without private comments, with boxes of tasks and whole pieces of raw HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// One step through a body.
#[derive(Clone, Debug)]
pub(super) enum Step<'a> {
    /// An event as the parser gives it. Text, lists and raw HTML never come as such.
    Event(Event<'a>),
    /// Words.
    Words(String),
    /// A list begins: its first number, and whether every entry of it has a box and none a number.
    List(Option<u64>, bool),
    /// A list entry begins: what stands in its box, if it has one.
    Entry(Option<char>),
    /// A cell of a table begins: whether its words are many.
    Cell(bool),
    /// A tag within a line.
    Tag(String),
    /// A block of raw HTML.
    Html(String),
}

/// A cell with more letters is better read in several lines.
const LONG: usize = 40;

/// The same markdown that the reader of documents understands, so that both see the same.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// The steps through a body.
pub(super) fn steps(markdown: &str) -> Vec<Step<'_>> {
    let mut walk = Walk {
        source: markdown,
        steps: Vec::new(),
        kept: Vec::new(),
        lists: Vec::new(),
        cell: 0,
        html: None,
        code: false,
        dark: 0..0,
    };
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        walk.event(event, range);
    }
    walk.steps
}

/// A list under way.
struct Entries {
    /// The step that began it.
    step: usize,
    count: usize,
    boxed: usize,
}

struct Walk<'a> {
    source: &'a str,
    steps: Vec<Step<'a>>,
    /// Of each open element, whether it began outside what is dark.
    kept: Vec<bool>,
    lists: Vec<Entries>,
    /// The step that began the last cell.
    cell: usize,
    html: Option<String>,
    code: bool,
    /// Bytes of which nothing is told: a comment, or the box of a task.
    dark: Range<usize>,
}

impl<'a> Walk<'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                let keep = !self.is_dark(&range);
                self.kept.push(keep);
                if keep {
                    self.start(tag, &range);
                }
            }
            Event::End(tag) => {
                if self.kept.pop().unwrap_or(false) {
                    self.end(tag, &range);
                }
            }
            Event::Text(words) => self.words(&words, range),
            Event::Html(words) => {
                let words = self.lit(&words, &range).to_string();
                self.html.get_or_insert_default().push_str(&words);
            }
            _ if self.is_dark(&range)
                || range.start < self.dark.end && range.start >= self.dark.start => {}
            Event::InlineHtml(html) if html.starts_with("<!") || html.starts_with("<?") => {}
            Event::InlineHtml(html) => self.steps.push(Step::Tag(html.into_string())),
            other => self.steps.push(Step::Event(other)),
        }
    }

    fn is_dark(&self, range: &Range<usize>) -> bool {
        range.start >= self.dark.start && range.end <= self.dark.end
    }

    fn start(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        match tag {
            Tag::List(first) => {
                let step = self.steps.len();
                let (count, boxed) = (0, 0);
                self.lists.push(Entries { step, count, boxed });
                self.steps.push(Step::List(first, false));
            }
            Tag::Item => self.start_entry(range),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::TableCell => {
                self.cell = self.steps.len();
                self.steps.push(Step::Cell(false));
            }
            tag => {
                self.code |= matches!(tag, Tag::CodeBlock(_));
                self.steps.push(Step::Event(Event::Start(tag)));
            }
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::HtmlBlock => return self.end_html(range.end),
            TagEnd::CodeBlock => self.code = false,
            TagEnd::List(_) => self.end_list(),
            TagEnd::TableCell => self.end_cell(),
            _ => {}
        }
        self.steps.push(Step::Event(Event::End(tag)));
    }

    fn end_list(&mut self) {
        let Some(list) = self.lists.pop() else { return };
        if let Some(Step::List(None, checks)) = self.steps.get_mut(list.step) {
            *checks = list.count > 0 && list.boxed == list.count;
        }
    }

    /// Counts what is told of a cell, and nothing of a comment in it.
    fn end_cell(&mut self) {
        let letters = |step: &Step<'_>| match step {
            Step::Words(words) => words.chars().count(),
            Step::Event(Event::Code(words)) => words.chars().count(),
            _ => 0,
        };
        let told: usize = self.steps[self.cell..].iter().map(letters).sum();
        if let Some(Step::Cell(is_long)) = self.steps.get_mut(self.cell) {
            *is_long = told > LONG;
        }
    }

    fn start_entry(&mut self, range: &Range<usize>) {
        let mark = mark(&self.source[range.clone()]);
        if let Some(list) = self.lists.last_mut() {
            list.count += 1;
            list.boxed += usize::from(mark.is_some());
        }
        self.steps.push(Step::Entry(mark.map(|(mark, _)| mark)));
        if let Some((_, length)) = mark {
            self.darken(range.start..range.start + length);
        }
    }

    fn darken(&mut self, range: Range<usize>) {
        if range.end > self.dark.end {
            self.dark = range;
        }
    }

    /// The part of the words that is not dark. Words that stand otherwise in the source cannot be cut.
    fn lit<'w>(&self, words: &'w str, range: &Range<usize>) -> &'w str {
        if range.start < self.dark.start || range.start >= self.dark.end {
            return words;
        }
        let cut = self.dark.end.saturating_sub(range.start);
        match words.len() == range.len() {
            true => words.get(cut..).unwrap_or_default(),
            false => "",
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        let mut words = self.lit(words, &range);
        while let Some(at) = self.comment(words, range.end) {
            self.push(&words[..at]);
            let start = range.end - words.len() + at;
            self.darken(start..comment_end(self.source, start));
            let left = range.end.saturating_sub(self.dark.end);
            words = &words[words.len() - left.min(words.len())..];
        }
        self.push(words);
    }

    /// Where a comment begins that the parser took for words, since it does not end in the same paragraph.
    fn comment(&self, words: &str, end: usize) -> Option<usize> {
        if self.code || !words.contains('<') {
            return None;
        }
        let start = end.checked_sub(words.len())?;
        let source = self.source.as_bytes();
        let opens = |at: usize| {
            let before = source[..start + at].iter().rev();
            source[start + at..].starts_with(b"<!--")
                && before.take_while(|byte| **byte == b'\\').count() % 2 == 0
        };
        let mut places = words.match_indices('<').map(|(at, _)| at);
        places.find(|at| opens(*at))
    }

    fn push(&mut self, more: &str) {
        match self.steps.last_mut() {
            Some(Step::Words(words)) => words.push_str(more),
            _ if more.is_empty() => {}
            _ => self.steps.push(Step::Words(more.to_string())),
        }
    }

    fn end_html(&mut self, end: usize) {
        let html = self.html.take().unwrap_or_default();
        let (html, open) = uncommented(&html);
        if open {
            self.darken(end..comment_end(self.source, end));
        }
        let head = html.trim_start();
        if !head.is_empty() && !head.starts_with("<?") && !head.starts_with("<!") {
            self.steps.push(Step::Html(html));
        }
    }
}

/// Where a comment ends that is open at this byte; one without an end hides all that follows.
fn comment_end(source: &str, from: usize) -> usize {
    // Of `<!-->` the dashes open and close at once.
    let from = if source[from..].starts_with("<!--") {
        from + 2
    } else {
        from
    };
    source[from..]
        .find("-->")
        .map_or(usize::MAX, |at| from + at + 3)
}

/// A piece of raw HTML without its comments, and whether the last of them is left open.
fn uncommented(html: &str) -> (String, bool) {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        kept.push_str(&rest[..start]);
        let end = comment_end(rest, start);
        if end > rest.len() {
            return (kept, true);
        }
        rest = &rest[end..];
    }
    kept.push_str(rest);
    (kept, false)
}

/// The box behind the bullet of a list entry and how far it reaches: `[ ]`, `[x]`, `[-]`, also without a blank behind it.
fn mark(entry: &str) -> Option<(char, usize)> {
    let bullet = entry.find(|c: char| !c.is_ascii_digit()).unwrap_or(0) + 1;
    let behind = entry.get(bullet..)?.trim_start_matches([' ', '\t']);
    let inside = behind.strip_prefix('[')?;
    let (end, _) = inside.char_indices().take(3).find(|(_, c)| *c == ']')?;
    let (inside, rest) = (&inside[..end], &inside[end + 1..]);
    if rest.starts_with(['(', '[', ':']) {
        return None;
    }
    let mark = inside.chars().find(|c| !c.is_whitespace()).unwrap_or(' ');
    if mark.is_alphanumeric() && !matches!(mark, 'x' | 'X') {
        return None;
    }
    Some((
        mark,
        entry.len() - rest.trim_start_matches([' ', '\t']).len(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(markdown: &str) -> String {
        let steps = steps(markdown).into_iter();
        let words = steps.filter_map(|step| match step {
            Step::Words(words) | Step::Html(words) | Step::Tag(words) => Some(words),
            Step::Event(Event::Code(words)) => Some(words.into_string()),
            _ => None,
        });
        words.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn comments_are_not_told() {
        assert_eq!(words("a <!-- x --> b\n\n<!-- y -->\n\nc"), "a  b|c");
        assert_eq!(words("a\n\n<!-- x\n\ny\n\n# z"), "a");
        assert_eq!(words("<div><!-- x\n\ny\n\n- z --> b\n\nc"), "<div>| b|c");
        assert_eq!(words("a <!-- x\n\n# y\n\n`z` --> b `c`"), "a | b |c");
        assert_eq!(words("a **<!-- x** y\n\nz"), "a ");
        assert_eq!(words("| a |\n|---|\n| b <!-- x |\n| y |\n\nz"), "a|b ");
        assert_eq!(words("> <!-- x\n\ny --> a"), " a");
        assert_eq!(words("a <!-- x -- y --> b <!----> c <!--> d"), "a  b  c  d");
    }

    #[test]
    fn what_only_looks_like_a_comment_stays() {
        assert_eq!(words("`<!-- a -->` \\<!-- b"), "<!-- a -->| <!-- b");
        assert_eq!(words("```\n<!-- a\n```\n\nb"), "<!-- a\n|b");
        assert_eq!(words("&lt;!-- a"), "<!-- a");
    }

    #[test]
    fn boxes_are_taken_off() {
        let text = "- [ ] a\n- [x] b\n- [X]c\n- [-] **d**\n- [x](y) e\n- [1] f\n\n1. [ ] g";
        assert_eq!(words(text), "a|b|c|d|x| e|[1] f|g");
        let marks = steps(text).into_iter().filter_map(|step| match step {
            Step::Entry(mark) => mark,
            _ => None,
        });
        assert_eq!(marks.collect::<String>(), " xX- ");
    }

    #[test]
    fn a_checklist_has_a_box_in_every_entry() {
        let checks = |text| {
            steps(text)
                .iter()
                .any(|step| matches!(step, Step::List(_, true)))
        };
        assert!(checks("- [ ] a\n- [x] b"));
        assert!(checks("- a\n  - [ ] b"));
        assert!(!checks("- [ ] a\n- b"));
        assert!(!checks("1. [ ] a"));
    }

    #[test]
    fn a_cell_is_long_by_what_is_told_of_it() {
        let long = "x".repeat(30);
        let text = format!(
            "| {long} `{long}` |\n|---|\n| {long} <!-- {long} --> |\n| **{long}** {long} |"
        );
        let cells = steps(&text).into_iter().filter_map(|step| match step {
            Step::Cell(is_long) => Some(is_long),
            _ => None,
        });
        assert_eq!(cells.collect::<Vec<_>>(), [true, false, true]);
    }

    #[test]
    fn a_box_that_is_also_a_link_is_a_box() {
        assert_eq!(words("- [x] a\n\n[x]: b.md"), "a");
    }
}
