//! What an item answers when it is asked for a field.

use crate::model::date::Date;
use crate::query::field::Field;

/// An item that can be asked.
pub trait Answers {
    /// Everything that the field may be called, each in words: of a milestone its id and its title; nothing where
    /// nothing is stated.
    fn words(&self, field: &Field) -> Vec<String>;

    /// The day.
    fn day(&self, field: &Field) -> Option<Date>;

    /// The number.
    fn number(&self, field: &Field) -> Option<f64>;

    /// Whether it holds.
    fn holds(&self, field: &Field) -> bool;
}

/// The number with which words begin: 3 of "3 days", 2.5 of "~2.5 h".
pub fn number_at(words: &str) -> Option<f64> {
    let rest = words.trim_start_matches(['~', '≈', ' ']);
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.');
    let digits = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
    digits
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_at_the_beginning() {
        assert_eq!(number_at("~2.5 h"), Some(2.5));
        assert_eq!(number_at("3."), Some(3.0));
        assert_eq!(number_at("1.2.3"), None);
        assert_eq!(number_at("T-7"), None);
        assert_eq!(number_at("soon"), None);
    }
}
