//! A body as clean markdown: without comments and raw HTML, its links leading where the guide says.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use crate::page::prose::heading::words as plain;
use crate::page::prose::lead::{self, Guide, Lead};
use crate::page::prose::literal::escaped;
use crate::page::prose::raw::{Raw, read};
use crate::page::prose::step::{Step, steps};

/// No heading stands above this level: the title of what it is about does.
const TOP: usize = 2;

/// Writes a body as markdown that says the same as its page.
pub fn markdown(text: &str, guide: &dyn Guide) -> String {
    let mut walk = Walk {
        guide,
        out: String::new(),
        margins: Vec::new(),
        lists: Vec::new(),
        links: Vec::new(),
        images: Vec::new(),
        columns: Vec::new(),
        row: 0,
        is_code: false,
        is_fresh: true,
    };
    steps(text).iter().for_each(|step| walk.step(step));
    walk.out.trim().to_string()
}

struct Walk<'a> {
    guide: &'a dyn Guide,
    out: String,
    /// What stands before each line, from the outside in.
    margins: Vec<&'static str>,
    /// Of each open list, the number of its next entry.
    lists: Vec<Option<u64>>,
    /// What stands behind each open link.
    links: Vec<String>,
    /// Images under way: their words, and where they are.
    images: Vec<(String, Option<String>)>,
    columns: Vec<Alignment>,
    row: usize,
    is_code: bool,
    /// Whether nothing stands in the line yet.
    is_fresh: bool,
}

impl Walk<'_> {
    fn step(&mut self, step: &Step<'_>) {
        if !self.images.is_empty() {
            return self.depict(step);
        }
        match step {
            Step::Words(words) if self.is_code => self.lines(words),
            Step::Words(words) => self.words(words),
            Step::List(first, _) => {
                // A list within an entry stands close to its words.
                if self.lists.is_empty() {
                    self.block();
                }
                self.lists.push(*first);
            }
            Step::Entry(mark) => self.entry(*mark),
            Step::Cell(_) => self.put("| "),
            Step::Tag(html) => self.tag(html),
            Step::Html(html) => self.html(html),
            Step::Event(Event::Start(tag)) => self.start(tag),
            Step::Event(Event::End(tag)) => self.end(*tag),
            Step::Event(Event::Code(words)) => self.code(words),
            Step::Event(Event::SoftBreak) => self.line(),
            Step::Event(Event::HardBreak) => {
                self.put("\\");
                self.line();
            }
            Step::Event(Event::Rule) => {
                self.block();
                self.put("---");
            }
            Step::Event(Event::FootnoteReference(label)) => self.put(&format!("[^{label}]")),
            Step::Event(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.block(),
            Tag::Heading { level, .. } => {
                self.block();
                self.put(&"#".repeat((*level as usize).max(TOP)));
                self.put(" ");
            }
            Tag::BlockQuote(kind) => {
                self.block();
                self.margins.push("> ");
                self.put("> ");
                self.is_fresh = true;
                if let Some(kind) = kind {
                    self.put(alert(*kind));
                    self.line();
                }
            }
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::Table(columns) => {
                self.block();
                self.columns.clone_from(columns);
                self.row = 0;
            }
            Tag::TableHead | Tag::TableRow if self.row > 0 => self.line(),
            Tag::Emphasis => self.put("*"),
            Tag::Strong => self.put("**"),
            Tag::Strikethrough => self.put("~~"),
            Tag::Link { dest_url, .. } => self.link(dest_url),
            Tag::Image { dest_url, .. } => {
                let (_, lead) = lead::image(self.guide, dest_url);
                self.images.push((String::new(), to(lead)));
            }
            Tag::FootnoteDefinition(label) => {
                self.block();
                self.put(&format!("[^{label}]: "));
                self.margins.push("    ");
                self.is_fresh = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::Item => {
                self.margins.pop();
                self.is_fresh = false;
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.line();
                self.put("````");
            }
            TagEnd::TableHead => self.ruled(),
            TagEnd::TableRow => {
                self.put("|");
                self.row += 1;
            }
            TagEnd::TableCell => self.put(" "),
            TagEnd::Emphasis => self.put("*"),
            TagEnd::Strong => self.put("**"),
            TagEnd::Strikethrough => self.put("~~"),
            TagEnd::Link => {
                let behind = self.links.pop().unwrap_or_default();
                self.put(&behind);
            }
            _ => {}
        }
    }

    /// The line below the headings of a table.
    fn ruled(&mut self) {
        self.put("|");
        self.line();
        let marks = self.columns.iter().map(|alignment| match alignment {
            Alignment::Left => "|:---",
            Alignment::Center => "|:---:",
            Alignment::Right => "|---:",
            Alignment::None => "|---",
        });
        let marks: String = marks.collect();
        self.put(&marks);
        self.put("|");
        self.row = 1;
    }

    fn entry(&mut self, mark: Option<char>) {
        // Entries of one list stand close together.
        if !self.is_fresh {
            self.line();
        }
        let number = self.lists.last_mut().and_then(Option::as_mut);
        match number {
            Some(number) => {
                let words = format!("{number}. ");
                *number += 1;
                self.put(&words);
                self.margins.push("   ");
            }
            None => {
                self.put("- ");
                self.margins.push("  ");
            }
        }
        if let Some(mark) = mark {
            self.put(&format!("[{mark}] "));
        }
        self.is_fresh = true;
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.block();
        self.put("````");
        if let CodeBlockKind::Fenced(info) = kind {
            let word = info.split_whitespace().next().unwrap_or_default();
            self.put(&word.replace('`', ""));
        }
        self.line();
        self.is_code = true;
    }

    /// Code, in which a row of marks must not end it.
    fn lines(&mut self, words: &str) {
        let words = words.strip_suffix('\n').unwrap_or(words);
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.line();
            }
            let ends = line.trim_start().starts_with("````");
            self.put(if ends { "\u{200b}" } else { "" });
            self.put(line.trim_end_matches('\r'));
        }
    }

    fn code(&mut self, words: &str) {
        let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let space = if longest > 0 { " " } else { "" };
        self.put(&format!("{fence}{space}{words}{space}{fence}"));
    }

    fn link(&mut self, target: &str) {
        let (_, lead) = lead::link(self.guide, target);
        match to(lead) {
            Some(address) => {
                self.put("[");
                self.links.push(format!("]({address})"));
            }
            None => self.links.push(String::new()),
        }
    }

    fn depict(&mut self, step: &Step<'_>) {
        match step {
            Step::Event(Event::Start(Tag::Image { .. })) => {
                self.images.push((String::new(), None));
            }
            Step::Event(Event::End(TagEnd::Image)) => {
                let Some((alt, to)) = self.images.pop() else {
                    return;
                };
                let alt = escaped(&alt, false);
                let told = match to {
                    Some(to) => format!("![{alt}]({to})"),
                    None => alt,
                };
                match self.images.last_mut() {
                    Some((outer, _)) => outer.push_str(&told),
                    None => self.put(&told),
                }
            }
            step => {
                if let Some((alt, _)) = self.images.last_mut() {
                    alt.push_str(plain(step));
                }
            }
        }
    }

    /// A tag within a line: nothing is told of it, and a break is one.
    fn tag(&mut self, html: &str) {
        if html.to_ascii_lowercase().starts_with("<br") {
            self.put("\\");
            self.line();
        }
    }

    /// Of raw HTML, the words that a page shows.
    fn html(&mut self, html: &str) {
        let mut dark: Option<String> = None;
        let mut told = String::new();
        for raw in read(html) {
            match raw {
                Raw::Start(name, _) if is_dark(&name) => _ = dark.get_or_insert(name),
                Raw::End(name) if dark.as_ref() == Some(&name) => dark = None,
                Raw::Words(words) if dark.is_none() => {
                    told.push_str(&words);
                    told.push(' ');
                }
                _ => {}
            }
        }
        let told: Vec<&str> = told.split_whitespace().collect();
        if !told.is_empty() {
            self.block();
            self.words(&told.join(" "));
        }
    }

    fn words(&mut self, words: &str) {
        let words = words.replace('\n', " ");
        let told = escaped(&words, self.is_fresh);
        // In a cell, a bar would begin the next one.
        let told = match self.columns.is_empty() {
            true => told,
            false => told.replace('|', "\\|"),
        };
        self.put(&told);
    }

    /// Begins a paragraph or another block: an empty line before it, but not behind what has just begun a line.
    fn block(&mut self) {
        self.columns.clear();
        if self.is_fresh {
            return;
        }
        let margin = self.margins.concat();
        self.out.push('\n');
        self.out.push_str(margin.trim_end());
        self.line();
    }

    fn line(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
            self.out.push_str(&self.margins.concat());
        }
        self.is_fresh = true;
    }

    fn put(&mut self, text: &str) {
        if !text.is_empty() {
            self.out.push_str(text);
            self.is_fresh = false;
        }
    }
}

fn to(lead: Lead) -> Option<String> {
    match lead {
        // A bracket or a blank would end the address.
        Lead::To(address) => {
            let address = address.replace(' ', "%20").replace('(', "%28");
            Some(address.replace(')', "%29").replace('<', "%3C"))
        }
        Lead::Dead | Lead::Hidden => None,
    }
}

/// Elements whose words no page shows.
fn is_dark(name: &str) -> bool {
    ["script", "style", "svg", "title", "template", "textarea"].contains(&name)
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "[!NOTE]",
        BlockQuoteKind::Tip => "[!TIP]",
        BlockQuoteKind::Important => "[!IMPORTANT]",
        BlockQuoteKind::Warning => "[!WARNING]",
        BlockQuoteKind::Caution => "[!CAUTION]",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Shy;

    impl Guide for Shy {
        fn link(&self, target: &str) -> Lead {
            match target {
                "secret.md" => Lead::Hidden,
                _ => Lead::To(target.replace(".md", ".html")),
            }
        }

        fn image(&self, target: &str) -> Lead {
            self.link(target)
        }
    }

    fn told(text: &str) -> String {
        markdown(text, &Shy)
    }

    #[test]
    fn what_is_plain_stays() {
        for text in [
            "a *b* **c** `d` ~~e~~",
            "## a\n\nb\n\n---\n\nc",
            "- a\n- b\n  - c\n\nd",
            "1. a\n2. b",
            "> a\n> b",
            "> [!NOTE]\n> a",
            "| a | b |\n|---|---:|\n| c | d\\|e |",
            "a[^1]\n\n[^1]: b",
            "a\\\nb",
        ] {
            assert_eq!(told(text), text);
        }
    }

    #[test]
    fn boxes_and_code_stay() {
        assert_eq!(told("- [x] a\n- [ ] b"), "- [x] a\n- [ ] b");
        assert_eq!(
            told("```rust\nfn a() {}\n\n```"),
            "````rust\nfn a() {}\n\n````"
        );
        assert_eq!(told("`` a`b ``"), "`` a`b ``");
    }

    #[test]
    fn comments_markup_and_secrets_go() {
        assert_eq!(told("a <!-- b --> c\n\n<!-- d -->"), "a  c");
        assert_eq!(told("[a](secret.md) [b](c.md \"t\")"), "a [b](c.html)");
        assert_eq!(told("![a](secret.md) ![b](c.png)"), "a ![b](c.png)");
        assert_eq!(told("<div>\n<b>a</b><script>x</script>\n</div>"), "a");
        assert_eq!(told("a <b>c</b>"), "a c");
    }

    #[test]
    fn words_are_no_markup() {
        assert_eq!(told("\\# a \\*b\\* a_b \\_c_"), "\\# a \\*b\\* a_b \\_c_");
        assert_eq!(told("1\\. a"), "1\\. a");
        let twice = told(&told("&lt;b> \\[x](y) 2\\) \\> \\- z"));
        assert_eq!(twice, told("&lt;b> \\[x](y) 2\\) \\> \\- z"));
    }
}
