//! The part of a link in markdown that says where it leads.

use std::ops::Range;

use crate::edit::address::Manner;

/// Brackets deeper than that end no target.
const DEEPEST: usize = 32;

/// Where the target `was` stands in the words of a link, and how it is set off. None where the link names its target
/// elsewhere, or writes it in another way than it is read.
pub fn destination(link: &str, was: &str) -> Option<(Range<usize>, Manner)> {
    let starts = link.match_indices("](").map(|(at, _)| at + 2);
    let mut found = starts.filter_map(|start| {
        let (range, manner) = parsed(&link[start..])?;
        let range = start + range.start..start + range.end;
        (&link[range.clone()] == was).then_some((range, manner))
    });
    match (found.next(), found.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    }
}

/// A target with or without a title, up to the bracket that ends all of it.
fn parsed(tail: &str) -> Option<(Range<usize>, Manner)> {
    let start = tail.len() - tail.trim_start().len();
    let (range, manner, rest) = match tail[start..].strip_prefix('<') {
        Some(inner) => {
            let length = inner.find(['>', '<', '\n', '\\'])?;
            let rest = inner[length..].strip_prefix('>')?;
            (start + 1..start + 1 + length, Manner::Angled, rest)
        }
        None => {
            let length = bare(&tail[start..])?;
            (start..start + length, Manner::Bare, &tail[start + length..])
        }
    };
    is_end(rest).then_some((range, manner))
}

/// The length of a target that ends with a blank or with a bracket that it has not opened.
fn bare(words: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in words.char_indices() {
        match c {
            '\\' => return None,
            '(' if depth == DEEPEST => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return (at > 0).then_some(at),
            ')' => depth -= 1,
            c if c.is_ascii_whitespace() => return (at > 0 && depth == 0).then_some(at),
            _ => {}
        }
    }
    None
}

/// Whether only a title and the closing bracket follow.
fn is_end(rest: &str) -> bool {
    let Some(inner) = rest.strip_suffix(')') else {
        return false;
    };
    let title = inner.trim();
    if title.is_empty() {
        return true;
    }
    let closing = match title.chars().next() {
        Some('(') => ')',
        Some(quote @ ('"' | '\'')) => quote,
        _ => return false,
    };
    let words = title[1..].strip_suffix(closing);
    // An escaped mark in a title is rare, and whoever wrote one can mend the link as well.
    inner.starts_with(char::is_whitespace) && words.is_some_and(|words| !words.contains(closing))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(link: &str, was: &str) -> Option<String> {
        let (range, manner) = destination(link, was)?;
        assert_eq!(&link[range.clone()], was);
        Some(format!("{range:?} {manner:?}"))
    }

    #[test]
    fn the_target_stands_behind_the_words() {
        assert_eq!(found("[a](b.md)", "b.md"), Some("4..8 Bare".into()));
        assert_eq!(found("[a]( b.md \"t\" )", "b.md"), Some("5..9 Bare".into()));
        assert_eq!(
            found("[a](<b c.md>)", "b c.md"),
            Some("5..11 Angled".into())
        );
        assert_eq!(
            found("[a](b(1).md 't')", "b(1).md"),
            Some("4..11 Bare".into())
        );
        let titled = "[a](b.md \"](b.md \")";
        assert_eq!(found(titled, "b.md"), Some("4..8 Bare".into()));
        let picture = "[![x](b.md)](b.md)";
        assert_eq!(found(picture, "b.md"), Some("13..17 Bare".into()));
    }

    #[test]
    fn what_is_not_sure_is_not_found() {
        for link in [
            "[a][b.md]",
            "[b.md]",
            "[[b.md]]",
            "<b.md>",
            "[a](b\\.md)",
            "[a](c.md)",
            "[a](b.md",
            "[a](b.md\"t\")",
            "[a](b.md \"t\" x)",
        ] {
            assert_eq!(found(link, "b.md"), None, "{link}");
        }
    }
}
