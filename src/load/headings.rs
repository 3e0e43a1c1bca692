//! The headings of a document as links name them, and what else in it has a name.

use crate::model::document::Section;
use crate::text::similar::nearest;

/// The names that links into a document may bear.
#[derive(Debug, Default)]
pub struct Headings {
    /// As hosts of repositories write them: `#what-is-next`.
    names: Vec<String>,
    /// The same without all signs, and names that are given by hand.
    bare: Vec<String>,
}

impl Headings {
    /// Of a document with these sections.
    pub fn of(text: &str, sections: &[Section]) -> Self {
        let headings = sections.iter();
        let headings = headings.filter_map(|section| text.get(section.heading.range()));
        let headings: Vec<&str> = headings.filter(|words| !words.is_empty()).collect();
        let names: Vec<String> = headings.iter().map(|words| name(&plain(words))).collect();
        let mut bare: Vec<String> = names.iter().map(|name| letters(name)).collect();
        // `Any<P>` in code is no tag.
        bare.extend(headings.iter().map(|words| letters(words)));
        for lead in ["id=\"", "name=\"", "id='", "name='", "{#", "id=", "name="] {
            let given = text.split(lead).skip(1);
            let ends = ['"', '\'', '}', ' ', '>', '\n'];
            bare.extend(given.filter_map(|rest| Some(letters(rest.split(ends).next()?))));
        }
        bare.sort_unstable();
        bare.dedup();
        Self { names, bare }
    }

    /// Whether a link may bear this name. Signs are passed over, for every host has its own way with them.
    pub fn has(&self, written: &str) -> bool {
        let written = written.strip_prefix("user-content-").unwrap_or(written);
        let is_heading = !written.contains(['=', '/', ':', '%', '?', '&']);
        let wanted = letters(written);
        let known = |name: &str| {
            self.bare
                .binary_search_by(|bare| bare.as_str().cmp(name))
                .is_ok()
        };
        let unnumbered = wanted.trim_end_matches(|c: char| c.is_ascii_digit());
        !is_heading || wanted.is_empty() || is_line(written) || wanted == "top" || known(&wanted)
            // The second heading of one name has a number behind it.
            || known(unnumbered)
    }

    /// The heading that is spelt most like this.
    pub fn likely(&self, written: &str) -> Option<&str> {
        nearest(written, self.names.iter().take(500).map(String::as_str))
    }
}

/// `L12`, `L3-L9`: lines, not headings.
fn is_line(written: &str) -> bool {
    let rest = written.strip_prefix('L').unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_digit())
}

/// The words of a heading without tags and the targets of links.
fn plain(heading: &str) -> String {
    let mut out = String::with_capacity(heading.len());
    let mut rest = heading;
    while let Some(at) = rest.find(['<', ']', '&']) {
        out.push_str(&rest[..at]);
        let behind = &rest[at..];
        let end = match behind.as_bytes() {
            [b'<', ..] => behind.find('>').map(|end| end + 1),
            [b']', b'(', ..] => behind.find(')').map(|end| end + 1),
            [b'&', ..] => behind.find(';').filter(|end| *end < 8).map(|end| end + 1),
            _ => None,
        };
        rest = &behind[end.unwrap_or(1)..];
    }
    out.push_str(rest);
    out.trim().trim_matches('#').trim().to_string()
}

/// In lower case, blanks as hyphens, other signs left out.
fn name(words: &str) -> String {
    let kept = words.chars().flat_map(char::to_lowercase);
    let kept = kept.filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

fn letters(name: &str) -> String {
    let letters = name.chars().flat_map(char::to_lowercase);
    letters.filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::Span;

    fn headings(text: &str) -> Headings {
        let lines = text.split_inclusive('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            Some(Section {
                level: 2,
                span: Span::new(start..*at),
                heading: Span::new(start + 3..*at - 1),
                reader: None,
            })
        });
        Headings::of(text, &lines.collect::<Vec<_>>())
    }

    #[test]
    fn links_name_headings_in_many_ways() {
        let found = headings("## What's `next`? 🚀\n## [Plan](a.md) & <b>goal</b> {#goal}\n");
        for name in [
            "whats-next",
            "whats-next-",
            "what-s-next-1",
            "plan--goal-goal",
            "goal",
            "top",
            "L12",
        ] {
            assert!(found.has(name), "{name}");
        }
        assert!(!found.has("what-was"));
        assert_eq!(found.likely("whats-mext"), Some("whats-next-"));
    }
}
