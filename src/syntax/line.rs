//! Lines of a text by their places, and what is left of one without comment or dash.

use std::ops::Range;

/// What stands between words, and at the ends of lines.
pub const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

/// Where a text begins behind its byte order mark.
pub fn beginning(text: &str) -> usize {
    text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len()
}

/// The lines of a range, with their line breaks.
pub fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = range.start;
    text[range].split_inclusive('\n').map(move |line| {
        at += line.len();
        at - line.len()..at
    })
}

/// A line without what a ` #` opens.
pub fn uncommented(line: &str) -> &str {
    let opens = |(at, _): &(usize, &str)| *at == 0 || line[..*at].ends_with([' ', '\t']);
    let end = line
        .match_indices('#')
        .find(opens)
        .map_or(line.len(), |(at, _)| at);
    line[..end].trim_end_matches(BLANK)
}

/// What stands behind the dash of a list's entry.
pub fn after_dash(words: &str) -> Option<&str> {
    words
        .strip_prefix('-')
        .filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}
