//! Words of others, made fit for a line in a terminal.

/// So much of a title is shown.
const WIDTH: usize = 100;

/// The text in one line, without marks that a terminal obeys.
pub fn plain(text: &str) -> String {
    let plain = text.chars().map(|c| if obeyed(c) { ' ' } else { c });
    plain.collect()
}

/// The same, shortened where it is long.
pub fn short(text: &str) -> String {
    let plain = plain(text);
    if plain.chars().count() <= WIDTH {
        return plain;
    }
    plain.chars().take(WIDTH - 1).chain(['…']).collect()
}

/// Control characters, and those that turn the order of the letters round.
fn obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_obeys_no_title() {
        assert_eq!(plain("a\u{1b}[2Jb\nc\u{202e}d"), "a [2Jb c d");
        assert_eq!(short(&"é".repeat(100)), "é".repeat(100));
        assert!(short(&"é".repeat(101)).ends_with("é…"));
    }
}
