//! Blocks of code in a document that are views: those that are called `plansite`.

use std::ops::Range;

/// What the blocks are called.
pub const NAME: &str = "plansite";

/// Where the words of each such block stand.
pub fn fences(text: &str) -> Vec<Range<usize>> {
    // Most documents have none, and nothing of them is looked at twice.
    if !text.contains(NAME) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Option<Open> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        match &open {
            Some(fence) if fence.is_closed_by(line) => {
                found.extend(fence.is_view.then_some(fence.begins..start));
                open = None;
            }
            Some(_) => {}
            None => open = Open::by(line, end),
        }
        start = end;
    }
    let last = open.filter(|fence| fence.is_view);
    found.extend(last.map(|fence| fence.begins..text.len()));
    found
}

/// What a block of code is called: the first word behind its marks, as far as it can be a class.
pub fn name(info: &str) -> String {
    let word = info.split([' ', ',', '{', '\t']).next().unwrap_or_default();
    let fits = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#' | '_' | '.');
    let name: String = word.chars().filter(fits).take(30).collect();
    name.to_lowercase()
}

/// A block that has begun.
struct Open {
    mark: char,
    length: usize,
    is_view: bool,
    begins: usize,
}

impl Open {
    fn by(line: &str, begins: usize) -> Option<Self> {
        let line = line.trim();
        let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let info = line.trim_start_matches(mark);
        let length = line.len() - info.len();
        (length >= 3 && !(mark == '`' && info.contains('`'))).then(|| Self {
            mark,
            length,
            is_view: name(info.trim()) == NAME,
            begins,
        })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.chars().all(|c| c == self.mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<&str> {
        let found = fences(text).into_iter();
        found.map(|range| text[range].trim_end()).collect()
    }

    #[test]
    fn blocks_are_found_by_their_name() {
        assert_eq!(
            told("a\n```plansite\nfilter: open\n```\n\n~~~ Plansite x\nb\n```\n~~~\n"),
            ["filter: open", "b\n```"]
        );
        assert_eq!(told("```plansite\nfilter: open"), ["filter: open"]);
    }

    #[test]
    fn a_name_can_be_a_class() {
        assert_eq!(name("C++ title=\"x\""), "c++");
        assert_eq!(name("\"><script>"), "script");
    }

    #[test]
    fn blocks_within_blocks_are_examples() {
        assert!(told("````md\n```plansite\nx\n```\n````\n").is_empty());
        assert!(told("```sh\nplansite build\n```").is_empty());
        assert!(told("`` ```plansite `` is said").is_empty());
    }
}
