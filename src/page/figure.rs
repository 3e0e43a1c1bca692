//! Numbers, as the language of the pages writes them.

use crate::model::reason::Part;
use crate::theme::tongue::{Tongue, key};

const SPELLED: [&str; 13] = [
    key("no"),
    key("one"),
    key("two"),
    key("three"),
    key("four"),
    key("five"),
    key("six"),
    key("seven"),
    key("eight"),
    key("nine"),
    key("ten"),
    key("eleven"),
    key("twelve"),
];

/// A number as a word, up to twelve.
pub fn number(tongue: &Tongue, number: usize) -> String {
    SPELLED
        .get(number)
        .map_or_else(|| number.to_string(), |word| tongue.say(word).into_owned())
}

/// A number without needless digits: "4", "4.5".
pub fn amount(tongue: &Tongue, value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    pointed(tongue, &rounded.to_string())
}

/// A mean, which is no whole number: "4.0".
pub fn mean(tongue: &Tongue, value: f64) -> String {
    pointed(tongue, &format!("{value:.1}"))
}

/// A number in tenths without needless digits: "4", "4.5".
pub fn tenths(tongue: &Tongue, tenths: i64) -> String {
    pointed(tongue, &Part::Tenths(tenths).to_string())
}

fn pointed(tongue: &Tongue, digits: &str) -> String {
    match digits.split_once('.') {
        Some((whole, fraction)) => tongue.tell(
            "{whole}.{fraction}",
            &[("whole", &whole), ("fraction", &fraction)],
        ),
        None => digits.to_string(),
    }
}

/// "20%".
pub fn percent(tongue: &Tongue, percent: u32) -> String {
    tongue.tell("{percent}%", &[("percent", &percent)])
}

/// "1 of 5".
pub fn of(tongue: &Tongue, part: impl std::fmt::Display, whole: impl std::fmt::Display) -> String {
    tongue.tell("{part} of {whole}", &[("part", &part), ("whole", &whole)])
}

/// "1 of 5 tasks".
pub fn share(tongue: &Tongue, done: impl std::fmt::Display, items: &str) -> String {
    tongue.tell("{done} of {items}", &[("done", &done), ("items", &items)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_like_people_say_them() {
        let english = &Tongue::english();
        assert_eq!(
            (number(english, 12), number(english, 13)),
            ("twelve".into(), "13".into())
        );
        assert_eq!(
            (amount(english, 4.0), amount(english, 4.504)),
            ("4".into(), "4.5".into())
        );
        assert_eq!(mean(english, 4.0), "4.0");
        assert_eq!(of(english, 1, 5), "1 of 5");
    }
}
