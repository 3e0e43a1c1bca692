//! The words of the pages: numbers, dates and kinds as one says them.

use std::borrow::Cow;

use crate::model::date::Date;
use crate::model::kind::Kind;

/// "1 task", "5 tasks".
pub fn count(number: usize, kind: Kind) -> String {
    format!(
        "{number} {}",
        if number == 1 { one(kind) } else { many(kind) }
    )
}

/// "1 document", "5 documents".
pub fn several(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// The word for one of a kind.
pub fn one(kind: Kind) -> &'static str {
    kind.name()
}

/// The word for several of a kind.
pub fn many(kind: Kind) -> &'static str {
    match kind {
        Kind::Phase => "phases",
        Kind::Milestone => "milestones",
        Kind::Feature => "features",
        Kind::Story => "stories",
        Kind::Task => "tasks",
        Kind::Sprint => "sprints",
        Kind::Decision => "decisions",
        Kind::Blocker => "blockers",
    }
}

/// The beginning of words that are long, up to the end of a word.
pub fn clip(words: &str, most: usize) -> Cow<'_, str> {
    let Some((end, _)) = words.char_indices().nth(most) else {
        return Cow::Borrowed(words);
    };
    let start = &words[..end];
    let kept = start.rfind(char::is_whitespace).filter(|at| *at > end / 2);
    Cow::Owned(format!("{}…", start[..kept.unwrap_or(end)].trim_end()))
}

/// A number as a word, up to twelve.
pub fn number(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_string())
}

/// "one task", "five tasks".
pub fn spelled(several: usize, kind: Kind) -> String {
    let noun = if several == 1 { one(kind) } else { many(kind) };
    format!("{} {noun}", number(several))
}

/// With a capital at its beginning, for the beginning of a sentence.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// "a", "a and b", "a, b and c".
pub fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A number without needless digits: "4", "4.5".
pub fn amount(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    format!("{rounded}")
}

/// A mean, which is no whole number: "4.0".
pub fn mean(value: f64) -> String {
    format!("{value:.1}")
}

/// A day as short as it is clear: the year only where it is another one than today's.
pub fn day(date: Date, today: Date) -> String {
    if date.year() == today.year() {
        date.short_words()
    } else {
        format!("{} {}", date.short_words(), date.year())
    }
}

/// A day in a sentence: "27 January", with the year where it is another one than today's.
pub fn long_day(date: Date, today: Date) -> String {
    if date.year() == today.year() {
        date.day_words()
    } else {
        date.words()
    }
}

/// Days in a sentence, the month once where it is the same: "16 to 22 November".
pub fn span(first: Date, last: Date) -> String {
    let (start, end) = (first.day_words(), last.day_words());
    match start.split_once(' ').zip(end.split_once(' ')) {
        Some(((day, month), (_, other))) if month == other => format!("{day} to {end}"),
        _ => format!("{start} to {end}"),
    }
}

/// How far away a day is: "in 7 days", "today", "3 days ago".
pub fn distance(date: Date, today: Date) -> String {
    match date.days_since(today) {
        0 => "today".into(),
        1 => "tomorrow".into(),
        -1 => "yesterday".into(),
        days if days > 0 => format!("in {days} days"),
        days => format!("{} days ago", -days),
    }
}

/// The first sentence of a text, or all of it where it is one; nothing where it is long.
pub fn first_sentence(text: &str) -> Option<&str> {
    let text = text.trim();
    let end = text
        .match_indices(['.', '!', '?'])
        .map(|(at, _)| at + 1)
        .filter(|at| text[*at..].starts_with(char::is_whitespace))
        .find(|at| !text[..*at].ends_with("e.g.") && !text[..*at].ends_with("i.e."));
    let sentence = &text[..end.unwrap_or(text.len())];
    (!sentence.is_empty() && sentence.chars().count() <= 280).then_some(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_like_people_say_them() {
        assert_eq!(count(1, Kind::Story), "1 story");
        assert_eq!(count(0, Kind::Story), "0 stories");
        assert_eq!(capital(&number(12)), "Twelve");
        assert_eq!((number(13), amount(4.0)), ("13".into(), "4".into()));
        let words = ["a".to_string(), "b".to_string(), "c".to_string()];
        assert_eq!(list(&words), "a, b and c");
    }

    #[test]
    fn days_are_as_short_as_they_are_clear() {
        let date = |text| Date::iso(text).unwrap();
        let today = date("2026-01-20");
        assert_eq!(day(date("2026-01-27"), today), "27 Jan");
        assert_eq!(day(date("2027-01-27"), today), "27 Jan 2027");
        assert_eq!(distance(date("2026-01-27"), today), "in 7 days");
        assert_eq!(distance(date("2026-01-18"), today), "2 days ago");
        let span = |first, last| span(date(first), date(last));
        assert_eq!(span("2026-11-16", "2026-11-22"), "16 to 22 November");
        assert_eq!(
            span("2026-11-30", "2026-12-06"),
            "30 November to 6 December"
        );
    }

    #[test]
    fn long_words_are_clipped_at_the_end_of_a_word() {
        assert_eq!(clip("one two three", 9), "one two…");
        assert_eq!(clip("one two", 7), "one two");
        assert_eq!(clip("語語語", 2), "語語…");
    }

    #[test]
    fn a_sentence_ends_at_its_full_stop() {
        assert_eq!(
            first_sentence("One, e.g. this. Two."),
            Some("One, e.g. this.")
        );
        assert_eq!(first_sentence("One.\nTwo."), Some("One."));
        assert_eq!(first_sentence("0.5 is out"), Some("0.5 is out"));
        assert_eq!(first_sentence(" "), None);
    }
}
