//! What the head of a file of data promises, before the whole is read.

use crate::syntax::data::vocabulary::{IDS, LISTS, OTHERS, STATES, TITLES, is_state, worded};

/// Whether the first bytes of a file of data speak of titles and states, so that the whole is worth reading.
pub fn promises(head: &str) -> bool {
    let mut keys: Vec<String> = keys(head).map(worded).collect();
    keys.sort();
    keys.dedup();
    let known = |key: &&String| {
        [&TITLES[..], &STATES, &IDS, &LISTS, &OTHERS]
            .iter()
            .any(|table| table.contains(&key.as_str()))
    };
    let states = || {
        let values = head.lines().filter_map(|line| line.split_once(": "));
        values.filter(|(_, value)| is_state(value)).take(2).count()
    };
    keys.iter().filter(known).take(2).count() == 2 || states() == 2
}

/// The words that stand before a colon: `- id: 1`, `"id": 1`.
fn keys(head: &str) -> impl Iterator<Item = &str> {
    head.match_indices(':').filter_map(|(at, _)| {
        let before = head[..at].trim_end();
        let quoted = before.strip_suffix(['"', '\'']).unwrap_or(before);
        // A key is short; a sentence before a colon is none.
        let mut from = quoted.len().saturating_sub(24);
        while !quoted.is_char_boundary(from) {
            from += 1;
        }
        let start = quoted[from..].rfind(['"', '\'', '\n', '{', ',']);
        let key = quoted[start.map_or(from, |start| from + start + 1)..].trim();
        Some(key.strip_prefix("- ").unwrap_or(key)).filter(|key| !key.is_empty())
    })
}
