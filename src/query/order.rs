//! In which order what was asked for stands.

use std::cmp::Ordering;

/// Words in the order in which one reads them: "T-9" before "T-10", case apart.
pub fn natural(one: &str, other: &str) -> Ordering {
    let (mut a, mut b) = (one.chars().peekable(), other.chars().peekable());
    loop {
        let ordering = match (a.peek(), b.peek()) {
            (None, None) => return one.cmp(other),
            (None, _) => Ordering::Less,
            (_, None) => Ordering::Greater,
            (Some(x), Some(y)) if x.is_ascii_digit() && y.is_ascii_digit() => {
                digits(&mut a).cmp(&digits(&mut b))
            }
            _ => lower(a.next()).cmp(&lower(b.next())),
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

/// A number as its length and its digits, which order like the number, however long it is.
fn digits(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> (usize, String) {
    let mut found = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        found.push(digit);
    }
    let found = found.trim_start_matches('0').to_string();
    (found.len(), found)
}

fn lower(letter: Option<char>) -> Option<char> {
    letter.and_then(|letter| letter.to_lowercase().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_count_as_numbers() {
        let mut words = ["T-10", "t-9", "T-1.2", "T-1.10", "A", "", "T-009"];
        words.sort_by(|a, b| natural(a, b));
        assert_eq!(words, ["", "A", "T-1.2", "T-1.10", "T-009", "t-9", "T-10"]);
    }
}
