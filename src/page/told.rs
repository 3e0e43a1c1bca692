//! Reasons and findings in the language of the pages.

use std::borrow::Cow;
use std::fmt::Display;

use crate::diagnostic::Message;
use crate::model::reason::{Part, Reason};
use crate::page::calendar;
use crate::page::figure;
use crate::theme::tongue::Tongue;

/// A reason as a part of a sentence.
pub fn because(tongue: &Tongue, reason: &Reason) -> String {
    let told = reason.parts.iter();
    let told: Vec<(&str, String)> = told
        .map(|(hole, said)| (*hole, part(tongue, said)))
        .collect();
    let parts = told
        .iter()
        .map(|(hole, words)| (*hole, words as &dyn Display));
    let parts: Vec<(&str, &dyn Display)> = parts.collect();
    match reason.counted {
        Some((number, one)) => tongue.count(number, one, reason.sentence, &parts),
        None => tongue.tell(reason.sentence, &parts),
    }
}

/// What fills a hole of a reason.
fn part(tongue: &Tongue, part: &Part) -> String {
    let all = |parts: &[Part]| -> Vec<String> {
        let parts = parts.iter();
        parts.map(|part| self::part(tongue, part)).collect()
    };
    match part {
        Part::Words(words) => tongue.part(words).into_owned(),
        Part::Word(word) => tongue.say(word).into_owned(),
        Part::Day(day) => calendar::full(tongue, *day),
        Part::When(when) => calendar::told(tongue, *when),
        Part::Number(number) => number.to_string(),
        Part::Tenths(tenths) => figure::tenths(tongue, *tenths),
        Part::Reason(reason) => because(tongue, reason),
        Part::Row(parts) => tongue.row(&all(parts)),
        Part::List(parts) => tongue.list(&all(parts)),
    }
}

/// What a finding says, as a part of a sentence; in English where nothing else is known.
pub fn message<'a>(tongue: &Tongue, message: &'a Message) -> Cow<'a, str> {
    match message.reason() {
        Some(reason) => Cow::Owned(because(tongue, reason)),
        None => Cow::Borrowed(message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Date;
    use crate::model::when::{Precision, When};

    #[test]
    fn the_pages_say_in_english_what_the_terminal_says() {
        let day = Date::iso("2026-10-31");
        let (precision, approximate) = (Precision::Month, true);
        let when = When {
            day,
            precision,
            approximate,
            ..When::default()
        };
        let words = ["a", "b"].map(|word| Part::Words(word.into()));
        let reason = Reason::count(1, "{number} is {row}, {list}: {when}, {figure}", "{number}")
            .with("row", Part::Row(words.to_vec()))
            .with("list", Part::List(words.to_vec()))
            .with("when", Part::When(when))
            .with("figure", Part::rounded(2.33));
        let english = reason.to_string();
        assert_eq!(english, "1 is a, b, a and b: about October 2026, 2.3");
        let told = message(&Tongue::english(), &reason.into()).into_owned();
        assert_eq!(told, english);
        assert!(matches!(
            message(&Tongue::english(), &"x".into()),
            Cow::Borrowed("x")
        ));
    }
}
