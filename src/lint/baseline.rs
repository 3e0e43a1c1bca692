//! The findings that a team lives with for now, in a file that only gets shorter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::text::file::SourceFile;

/// The first line of the file: it says what the file is, so that no other one is ever written over.
const HEAD: &str = r#"{"schema":"plansite/baseline/1"}"#;

/// A finding as it is known again: by no number of a line, and by no figure that changes from day to day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Known {
    /// The document, seen from the folder of the file.
    pub path: String,
    /// The rule.
    pub rule: String,
    /// What is wrong, its figures left out.
    pub says: String,
    /// What stands in its line, in a few digits.
    pub words: String,
}

/// The findings that are known, and how many there are of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline(BTreeMap<Known, usize>);

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    known: Known,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: usize,
}

/// Why a text is no baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It does not begin like one.
    Other,
    /// This line, counted from one, cannot be read.
    Line(usize),
}

impl Known {
    /// A finding in this document, whose path from the folder of the file begins with `folder`.
    pub fn of(finding: &Diagnostic, file: &SourceFile, folder: &str) -> Self {
        let line = file.line_span(file.line(finding.place.span.start) as usize);
        let words = file.text.get(line.range()).unwrap_or_default();
        Self {
            path: format!("{folder}{}", file.path),
            rule: finding.rule.to_string(),
            says: lasting(&finding.message),
            words: digits(words),
        }
    }
}

impl Baseline {
    /// The baseline of all these.
    pub fn of(found: &[Known]) -> Self {
        let mut counts = BTreeMap::new();
        for known in found {
            *counts.entry(known.clone()).or_default() += 1;
        }
        Self(counts)
    }

    /// What this text lists; of lines that a merge has doubled, the greater count.
    pub fn parse(text: &str) -> Result<Self, Unfit> {
        if !Self::is_one(text) {
            return Err(Unfit::Other);
        }
        let mut counts = BTreeMap::new();
        for (at, line) in text.lines().enumerate().skip(1) {
            if line.trim().is_empty() || line == HEAD {
                continue;
            }
            let line: Line = serde_json::from_str(line).map_err(|_| Unfit::Line(at + 1))?;
            let count: &mut usize = counts.entry(line.known).or_default();
            *count = line.count.max(*count);
        }
        Ok(Self(counts))
    }

    /// Whether this text begins like a baseline; an empty one may become one.
    pub fn is_one(text: &str) -> bool {
        text.trim().is_empty() || text.lines().next() == Some(HEAD)
    }

    /// The text: a line each, in their order, so that changes of two people meet only where they are the same.
    pub fn text(&self) -> String {
        let line = |(known, count): (&Known, &usize)| {
            let (known, count) = (known.clone(), *count);
            // A struct of texts and a number can always be written.
            serde_json::to_string(&Line { known, count }).unwrap_or_default() + "\n"
        };
        let lines: String = self.0.iter().map(line).collect();
        format!("{HEAD}\n{lines}")
    }

    /// How many findings it lists.
    pub fn len(&self) -> usize {
        self.0
            .values()
            .fold(0, |all, count| all.saturating_add(*count))
    }

    /// Whether it lists none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Of each finding, whether it is new: the first of several equal ones are those that are known.
    pub fn are_new(&self, found: &[Known]) -> Vec<bool> {
        let mut left: BTreeMap<&Known, usize> =
            self.0.iter().map(|(known, n)| (known, *n)).collect();
        let is_new = |known| match left.get_mut(known) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        found.iter().map(is_new).collect()
    }

    /// The baseline without what is gone; of documents that are not looked at, nothing is known to be gone.
    pub fn shrunk(&self, found: &[Known], looks_at: impl Fn(&str) -> bool) -> Self {
        let there = Self::of(found).0;
        let left = |(known, count): (&Known, &usize)| {
            let found = there.get(known).copied().unwrap_or(0);
            let left = if looks_at(&known.path) {
                found.min(*count)
            } else {
                *count
            };
            (left > 0).then(|| (known.clone(), left))
        };
        Self(self.0.iter().filter_map(left).collect())
    }

    /// What is found now, and what is known of documents that are not looked at.
    pub fn anew(&self, found: &[Known], looks_at: impl Fn(&str) -> bool) -> Self {
        let mut all = Self::of(found).0;
        let others = self.0.iter().filter(|(known, _)| !looks_at(&known.path));
        all.extend(others.map(|(known, count)| (known.clone(), *count)));
        Self(all)
    }
}

fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_one(count: &usize) -> bool {
    *count == 1
}

/// A message without the figures that another day or another row changes; what stands in backticks is a name.
fn lasting(message: &str) -> String {
    let quoted = message.split('`').enumerate();
    let parts = quoted.map(|(at, part)| match at % 2 {
        0 => part.split(' ').map(figure).collect::<Vec<_>>().join(" "),
        _ => part.to_string(),
    });
    parts.collect::<Vec<_>>().join("`")
}

/// `#` for a word that is a figure: `12`, `2/3`, `(40%)`.
fn figure(word: &str) -> String {
    let is_mark = |c: char| c.is_ascii_digit() || "/.,%():;-".contains(c);
    let is_figure = word.contains(|c: char| c.is_ascii_digit()) && word.chars().all(is_mark);
    if is_figure {
        "#".into()
    } else {
        word.to_string()
    }
}

/// Words in sixteen digits, the same on every machine (FNV-1a); blanks between them do not count.
fn digits(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", words.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(path: &str, words: &str) -> Known {
        Known {
            path: path.into(),
            rule: "overdue".into(),
            says: "is late".into(),
            words: words.into(),
        }
    }

    #[test]
    fn figures_do_not_last_and_names_do() {
        assert_eq!(
            lasting("`US-1 2` was due 12 days ago"),
            "`US-1 2` was due # days ago"
        );
        assert_eq!(
            lasting("declares 1/3, computed 2/3"),
            "declares # computed #"
        );
        assert_eq!(lasting("US-101 (40%) ends"), "US-101 # ends");
    }

    #[test]
    fn words_are_the_same_on_every_machine() {
        assert_eq!(digits(""), "cbf29ce484222325");
        assert_eq!(digits("a"), "af63dc4c8601ec8c");
        assert_eq!(digits(" a\t b"), digits("a b"));
        assert_ne!(digits("a b"), digits("ab"));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let all = Baseline::of(&[known("b", "2"), known("a", "1"), known("b", "2")]);
        let text = all.text();
        let wanted = "{\"schema\":\"plansite/baseline/1\"}\n\
             {\"path\":\"a\",\"rule\":\"overdue\",\"says\":\"is late\",\"words\":\"1\"}\n\
             {\"path\":\"b\",\"rule\":\"overdue\",\"says\":\"is late\",\"words\":\"2\",\"count\":2}\n";
        assert_eq!(text, wanted);
        assert_eq!(Baseline::parse(&text), Ok(all.clone()));
        let doubled = format!(
            "{text}{}",
            text.replace('\n', "\r\n").split_once("\r\n").unwrap().1
        );
        assert_eq!(Baseline::parse(&doubled), Ok(all));
        assert_eq!(Baseline::parse(""), Ok(Baseline::default()));
    }

    #[test]
    fn what_is_none_is_told() {
        assert_eq!(Baseline::parse("# Plan\n"), Err(Unfit::Other));
        let text = format!("{HEAD}\n\n<<<<<<< ours\n");
        assert_eq!(Baseline::parse(&text), Err(Unfit::Line(3)));
    }

    #[test]
    fn several_equal_ones_are_counted() {
        let base = Baseline::of(&[known("a", "1"), known("a", "1")]);
        let found = [
            known("a", "1"),
            known("a", "1"),
            known("b", "1"),
            known("a", "1"),
        ];
        assert_eq!(base.are_new(&found), [false, false, true, true]);
    }

    #[test]
    fn it_only_gets_shorter_unless_it_is_asked_for_all() {
        let base = Baseline::of(&[
            known("a", "1"),
            known("a", "1"),
            known("a", "2"),
            known("x", "1"),
        ]);
        let found = [known("a", "1"), known("b", "1")];
        let looks_at = |path: &str| path != "x";
        let shorter = base.shrunk(&found, looks_at);
        assert_eq!(shorter, Baseline::of(&[known("a", "1"), known("x", "1")]));
        let all = base.anew(&found, looks_at);
        assert_eq!(
            all,
            Baseline::of(&[known("a", "1"), known("b", "1"), known("x", "1")])
        );
        assert_eq!((base.len(), shorter.len()), (4, 2));
    }
}
