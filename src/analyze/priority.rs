//! How urgent an item is, by the word that is written for it.

/// The level of a priority that nobody states: below the middle, above what is called low.
pub const UNSTATED: u8 = 5;

/// Words that everybody reads in the same way, and their level: the lower, the sooner.
const WORDS: [(u8, &[&str]); 5] = [
    (
        0,
        &[
            "p0", "critical", "blocker", "urgent", "highest", "asap", "🔥",
        ],
    ),
    (2, &["p1", "high", "must", "🔴", "1"]),
    (4, &["p2", "medium", "should", "normal", "🟡", "2"]),
    (6, &["p3", "low", "could", "minor", "🟢", "3"]),
    (8, &["p4", "lowest", "wont", "won't", "trivial", "4"]),
];

/// The level of a priority as written, by its first word that has one.
pub fn level(raw: &str) -> Option<u8> {
    let lower = raw.to_lowercase();
    let mut words = lower.split(|c: char| c.is_whitespace() || ",;:/()-–—*_".contains(c));
    words.find_map(|word| {
        let mut levels = WORDS.iter();
        levels
            .find(|(_, names)| names.contains(&word))
            .map(|(level, _)| *level)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_that_says_it_counts() {
        assert_eq!(level("P1 - CRITICAL - core content"), Some(2));
        assert_eq!(level("**High**"), Some(2));
        assert!(level("could") > level("Should have"));
        assert_eq!(level("highly wanted"), None);
        assert_eq!(level(""), None);
    }
}
