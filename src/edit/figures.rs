//! The figures in words that count what is done: "1/5 tasks complete (20%)".

use std::ops::Range;

/// A count, as the plan has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// So many were done.
    pub was: u32,
    /// So many are done.
    pub now: u32,
    /// Of so many.
    pub of: u32,
}

/// What the kinds that are counted are called.
const NOUNS: [(&str, &[&str]); 4] = [
    ("task", &["task", "tasks", "issues", "tickets", "items"]),
    ("story", &["story", "stories", "user stories"]),
    ("feature", &["feature", "features", "prds", "epics"]),
    ("milestone", &["milestone", "milestones"]),
];

/// Words behind it that say it is finished.
const FINISHED: [&str; 8] = [
    "complete",
    "completed",
    "done",
    "finished",
    "closed",
    "delivered",
    "shipped",
    "✅",
];

/// Which bytes of some words become which figures; none unless every one of the words is understood.
pub fn figures(words: &str, count: Count, kind: &str) -> Option<Vec<(Range<usize>, String)>> {
    let mut cursor = Cursor { words, at: 0 };
    // A scalar stands in quotes.
    let quote = ["\"", "'"].into_iter().find(|quote| cursor.takes(quote));
    let bracket = cursor.takes("(");
    let done = cursor.number(count.was)?;
    let is_pair = ["/", "of ", "out of "].iter().any(|gap| cursor.takes(gap));
    if !is_pair {
        return None;
    }
    cursor.number(count.of)?;
    cursor.takes_one(nouns(kind));
    cursor.takes_one(&FINISHED);
    let mut edits = vec![(done, count.now.to_string())];
    let inner = cursor.takes("(");
    let behind = inner || cursor.takes_one(&[",", ":", "=", "–", "—", "-"]);
    let roughly = cursor.takes_one(&["~", "≈"]);
    if behind || roughly || cursor.is_at_digit() {
        edits.push(cursor.share(count)?);
        cursor.takes_one(&FINISHED);
    }
    let closed = !inner || cursor.takes(")");
    cursor.takes(".");
    let closed = closed && (!bracket || cursor.takes(")"));
    let closed = closed && quote.is_none_or(|quote| cursor.takes(quote));
    (closed && cursor.is_at_end()).then_some(edits)
}

fn nouns(kind: &str) -> &'static [&'static str] {
    let known = NOUNS.iter().find(|(name, _)| *name == kind);
    known.map_or(&[], |(_, nouns)| nouns)
}

/// Goes through the words; blanks and marks of emphasis say nothing.
struct Cursor<'a> {
    words: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn skip(&mut self) {
        let rest = &self.words[self.at..];
        self.at = self.words.len() - rest.trim_start_matches([' ', '\t', '*', '_']).len();
    }

    fn is_at_end(&mut self) -> bool {
        self.skip();
        self.at == self.words.len()
    }

    fn is_at_digit(&mut self) -> bool {
        self.skip();
        self.words[self.at..].starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether these words stand here, whole; then they are passed.
    fn takes(&mut self, wanted: &str) -> bool {
        self.skip();
        let rest = &self.words[self.at..];
        let Some(head) = rest.get(..wanted.len()) else {
            return false;
        };
        let is_word = wanted.ends_with(char::is_alphabetic);
        let goes_on = rest[wanted.len()..].starts_with(char::is_alphanumeric);
        let fits = head.eq_ignore_ascii_case(wanted) && !(is_word && goes_on);
        if fits {
            self.at += wanted.len();
        }
        fits
    }

    fn takes_one(&mut self, wanted: &[&str]) -> bool {
        wanted.iter().any(|word| self.takes(word))
    }

    /// Where this number stands, if it is the next; "05" is a number of another kind.
    fn number(&mut self, wanted: u32) -> Option<Range<usize>> {
        self.skip();
        let rest = &self.words[self.at..];
        let length = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if rest[..length] != wanted.to_string() {
            return None;
        }
        let range = self.at..self.at + length;
        self.at = range.end;
        Some(range)
    }

    /// The share in percent, rounded as the author rounds.
    fn share(&mut self, count: Count) -> Option<(Range<usize>, String)> {
        let whole = u64::from(count.of);
        let down = |done: u32| u64::from(done) * 100 / whole.max(1);
        let near = |done: u32| (u64::from(done) * 200 + whole) / (whole * 2).max(1);
        let mut found = None;
        for round in [&down as &dyn Fn(u32) -> u64, &near] {
            let wanted = u32::try_from(round(count.was)).ok()?;
            found = found.or_else(|| Some((self.number(wanted)?, round(count.now).to_string())));
        }
        found.filter(|_| self.takes("%"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "1/5" becomes "2/5", of tasks.
    fn told(words: &str) -> Option<String> {
        let (was, now, of) = (1, 2, 5);
        let mut out = words.to_string();
        let edits = figures(words, Count { was, now, of }, "task")?;
        for (range, text) in edits.into_iter().rev() {
            out.replace_range(range, &text);
        }
        Some(out)
    }

    #[test]
    fn figures_change_and_words_stay() {
        for (words, wanted) in [
            ("1/5 tasks complete (20%)", "2/5 tasks complete (40%)"),
            ("**1 / 5** tasks *done*", "**2 / 5** tasks *done*"),
            ("1 of 5", "2 of 5"),
            ("1 out of 5 Issues closed.", "2 out of 5 Issues closed."),
            ("(1/5)", "(2/5)"),
            ("\"1/5 (20%)\"", "\"2/5 (40%)\""),
            ("1/5 — ~20 % done", "2/5 — ~40 % done"),
            ("1/5 tasks ✅", "2/5 tasks ✅"),
        ] {
            assert_eq!(told(words).as_deref(), Some(wanted), "{words}");
        }
    }

    #[test]
    fn what_is_not_understood_whole_stays() {
        for words in [
            "1/5 tasks complete (25%)",
            "1/5 stories complete",
            "1/5 tasks, 2 in flight",
            "1/5 tasks (commit pending)",
            "01/5",
            "'1/5\"",
            "1/50",
            "11/5",
            "20%",
            "[##---] 1/5",
            "1/5 tasks complete (20%",
            "1/5 taskstodo",
            "1/5 20",
            "",
        ] {
            assert_eq!(told(words), None, "{words}");
        }
    }

    #[test]
    fn shares_are_rounded_as_before() {
        let share = |words: &str| {
            let (was, now, of) = (1, 2, 3);
            Some(figures(words, Count { was, now, of }, "task")?[1].1.clone())
        };
        assert_eq!(share("1/3 (33%)").as_deref(), Some("66"));
        let (was, now, of) = (2, 1, 3);
        let rounded = figures("2/3 (67%)", Count { was, now, of }, "task").unwrap();
        assert_eq!(rounded[1].1, "33");
    }
}
