//! Comments and pictures in raw HTML.

use std::ops::Range;

use crate::text::span::Span;

/// Comments that begin in this range, behind other markup; one that goes on behind a blank line is none for
/// markdown, but for browsers.
pub fn comments(source: &str, range: Range<usize>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(next) = source.get(at..range.end).and_then(|html| html.find("<!--")) {
        let start = at + next;
        let end = source[start..].find("-->");
        at = end.map_or(source.len(), |end| start + end + "-->".len());
        found.push(Span::new(start..at));
    }
    found
}

/// Where pictures lie, by their quoted `src`.
pub fn pictures(html: &str) -> impl Iterator<Item = &str> {
    html.split("src=").skip(1).filter_map(|rest| {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split_once(quote).map(|(target, _)| target)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_end_where_they_say() {
        let text = "<p><!-- a --><!-- b\n\nc";
        let found = comments(text, 0..20);
        let words: Vec<&str> = found.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(words, ["<!-- a -->", "<!-- b\n\nc"]);
    }

    #[test]
    fn pictures_have_quotes() {
        let found: Vec<&str> =
            pictures("<img src='a.png'><img src=b.png><img src=\"c\">").collect();
        assert_eq!(found, ["a.png", "c"]);
    }
}
