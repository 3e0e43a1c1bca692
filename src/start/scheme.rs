//! How ids are written: the letters before the number, and the digits of it.

use crate::model::kind::Kind;
use crate::read::words::Words;
use crate::start::sort::Sort;

/// More digits are no number that somebody counts with.
pub const DIGITS: usize = 7;

/// How ids are written: `US-` and three digits, `M` and as many as it takes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scheme {
    /// What stands before the number.
    pub prefix: String,
    /// How many digits there are at least.
    pub width: usize,
}

impl Scheme {
    /// The scheme of an id, and its number.
    pub fn of(id: &str) -> Option<(Self, u64)> {
        let prefix = id.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &id[prefix.len()..];
        let letters = prefix.trim_end_matches(['-', '_']);
        let is_plain = letters.chars().all(char::is_alphabetic) && letters.chars().count() <= 12;
        if !is_plain || digits.is_empty() || digits.len() > DIGITS {
            return None;
        }
        let scheme = Self {
            prefix: prefix.to_string(),
            width: width(digits),
        };
        Some((scheme, digits.parse().ok()?))
    }

    /// Whether ids of this sort may be written so: a bare number says nothing, and `T15` is no PRD.
    pub fn suits(&self, sort: Sort, words: &Words) -> bool {
        let letters = self.prefix.trim_end_matches(['-', '_']);
        match (letters, words.prefix(letters)) {
            ("", _) => matches!(sort.kind, Kind::Phase | Kind::Sprint),
            (_, known) => known.is_none_or(|kind| kind == sort.kind),
        }
    }

    /// The id of a number.
    pub fn id(&self, number: u64) -> String {
        format!("{}{number:0width$}", self.prefix, width = self.width)
    }

    /// The number that a file name tells: `us-107-late-fee` of `US-`.
    pub fn number_in(&self, name: &str) -> Option<u64> {
        let name = name.to_lowercase();
        let letters = self.prefix.to_lowercase();
        let rest = name.strip_prefix(letters.trim_end_matches(['-', '_']))?;
        if letters.is_empty() {
            return leading(rest).map(|(number, _)| number);
        }
        leading(rest.trim_start_matches(['-', '_', ' '])).map(|(number, _)| number)
    }
}

/// How many digits are written at least, as a leading zero tells.
fn width(digits: &str) -> usize {
    if digits.starts_with('0') {
        digits.len()
    } else {
        1
    }
}

/// The number at the head of a name, and its digits; the year of a date is none.
pub fn leading(name: &str) -> Option<(u64, usize)> {
    let end = name
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(name.len());
    let (digits, rest) = name.split_at(end);
    let next = rest.strip_prefix(['-', '_', '.']);
    let is_date = digits.len() == 4
        && next
            .is_some_and(|next| leading_digits(next) == 2 || next.to_lowercase().starts_with('w'));
    let is_number = !digits.is_empty() && digits.len() <= DIGITS && !is_date;
    // "3d view" begins with no number of its own.
    let is_apart = !rest.starts_with(char::is_alphabetic);
    (is_number && is_apart)
        .then(|| digits.parse().ok().map(|number| (number, digits.len())))
        .flatten()
}

/// How many digits a text begins with.
pub fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_apart() {
        let parts =
            |id| Scheme::of(id).map(|(scheme, number)| (scheme.prefix, scheme.width, number));
        assert_eq!(parts("US-009"), Some(("US-".into(), 3, 9)));
        assert_eq!(parts("M3"), Some(("M".into(), 1, 3)));
        assert_eq!(parts("7"), Some((String::new(), 1, 7)));
        assert_eq!(parts("0.1"), None);
        assert_eq!(parts("US-12345678"), None);
        assert_eq!(parts("2026-W07"), None);
    }

    #[test]
    fn numbers_keep_their_width() {
        let (scheme, number) = Scheme::of("US-009").unwrap();
        assert_eq!(scheme.id(number + 1), "US-010");
        assert_eq!(scheme.id(1000), "US-1000");
    }

    #[test]
    fn names_of_files_tell_numbers() {
        let (scheme, _) = Scheme::of("US-1").unwrap();
        assert_eq!(scheme.number_in("us-107-late-fee"), Some(107));
        assert_eq!(scheme.number_in("usage"), None);
        assert_eq!(leading("0018-axum"), Some((18, 4)));
        assert_eq!(leading("2026-01-27-notes"), None);
        assert_eq!(leading("2026-W07"), None);
        assert_eq!(leading("3d-view"), None);
    }
}
