//! The key that begins a line of YAML or TOML.

use std::ops::Range;

use crate::syntax::line::BLANK;

/// The language between the fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `key: value` between `---`.
    Yaml,
    /// `key = value` between `+++`.
    Toml,
}

/// Whether a line begins with a key, or is a map in braces.
pub fn has_key(line: &str) -> bool {
    let is_flow = line.starts_with('{') && !line.starts_with("{{") && line.contains(':');
    is_flow
        || (!line.starts_with([' ', '\t'])
            && key(line, Format::Yaml).is_some_and(|(key, _)| key.len() <= 64))
}

/// The key of a line, and where what follows its mark begins.
pub fn key(line: &str, format: Format) -> Option<(Range<usize>, usize)> {
    let start = line.len() - line.trim_start_matches(BLANK).len();
    let first = line[start..].chars().next()?;
    if matches!(first, '"' | '\'') {
        let end = start + 2 + line[start + 1..].find(first)?;
        let blanks = line[end..].len() - line[end..].trim_start_matches(BLANK).len();
        return mark(line, end + blanks, format).map(|value| (start..end, value));
    }
    let is_markup = "#*>|[]{}<!&%@`,?=+:".contains(first)
        || line[start..].starts_with("- ")
        || line[start..].starts_with("--");
    if is_markup {
        return None;
    }
    let sign = if format == Format::Toml { '=' } else { ':' };
    let (end, value) = line[start..]
        .match_indices(sign)
        .find_map(|(at, _)| Some((start + at, mark(line, start + at, format)?)))?;
    let end = start + line[start..end].trim_end().len();
    (end > start).then_some((start..end, value))
}

/// Where the value begins, if a mark that ends a key stands here: a blank follows it, or the key is one plain word.
fn mark(line: &str, at: usize, format: Format) -> Option<usize> {
    let rest = line[at..].strip_prefix(if format == Format::Toml { '=' } else { ':' })?;
    let is_word = || {
        let key = line[..at].trim_start();
        key.len() <= 64
            && key
                .chars()
                .all(|c| c.is_alphabetic() || c == '_' || c == '-')
    };
    let ends = rest.is_empty()
        || rest.starts_with(BLANK)
        || format == Format::Toml
        || (!rest.starts_with(['/', '\\', ':']) && is_word());
    ends.then_some(at + 1 + usize::from(rest.starts_with([' ', '\t'])))
}
