//! Which form of a word goes with a number: each language has its own rule.

/// The forms, by the names that the Unicode project gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For none.
    Zero,
    /// For one, and what is said like it.
    One,
    /// For two.
    Two,
    /// For a few.
    Few,
    /// For many.
    Many,
    /// For all the rest.
    Other,
}

/// All forms, in the order of their numbers.
pub const FORMS: [(&str, Form); 6] = [
    ("zero", Form::Zero),
    ("one", Form::One),
    ("two", Form::Two),
    ("few", Form::Few),
    ("many", Form::Many),
    ("other", Form::Other),
];

/// Chooses a form for a number.
pub type Rule = fn(usize) -> Form;

/// The rule of a language, by its tag. One that is not known has a form for one and a form for the rest.
pub fn rule(tag: &str) -> Rule {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    match language.to_ascii_lowercase().as_str() {
        "ar" | "ars" => arabic,
        "cs" | "sk" => czech,
        "pl" => polish,
        "be" | "ru" | "uk" => russian,
        "bs" | "hr" | "sh" | "sr" => serbian,
        "sl" => slovenian,
        "lt" => lithuanian,
        "lv" => latvian,
        "ro" | "mo" => romanian,
        "he" | "iw" => hebrew,
        "ga" => irish,
        "am" | "bn" | "fa" | "fr" | "gu" | "hi" | "hy" | "kn" | "pt" | "zu" => none_as_one,
        "id" | "ja" | "km" | "ko" | "lo" | "ms" | "my" | "th" | "vi" | "yo" | "yue" | "zh" => same,
        _ => english,
    }
}

fn english(number: usize) -> Form {
    match number {
        1 => Form::One,
        _ => Form::Other,
    }
}

fn none_as_one(number: usize) -> Form {
    match number {
        0 | 1 => Form::One,
        _ => Form::Other,
    }
}

fn same(_: usize) -> Form {
    Form::Other
}

fn arabic(number: usize) -> Form {
    match (number, number % 100) {
        (0, _) => Form::Zero,
        (1, _) => Form::One,
        (2, _) => Form::Two,
        (_, 3..=10) => Form::Few,
        (_, 11..=99) => Form::Many,
        _ => Form::Other,
    }
}

fn hebrew(number: usize) -> Form {
    match number {
        1 => Form::One,
        2 => Form::Two,
        _ => Form::Other,
    }
}

fn irish(number: usize) -> Form {
    match number {
        1 => Form::One,
        2 => Form::Two,
        3..=6 => Form::Few,
        7..=10 => Form::Many,
        _ => Form::Other,
    }
}

fn czech(number: usize) -> Form {
    match number {
        1 => Form::One,
        2..=4 => Form::Few,
        _ => Form::Other,
    }
}

fn polish(number: usize) -> Form {
    match (number, number % 10, number % 100) {
        (1, _, _) => Form::One,
        (_, _, 12..=14) => Form::Many,
        (_, 2..=4, _) => Form::Few,
        _ => Form::Many,
    }
}

fn russian(number: usize) -> Form {
    match (number % 10, number % 100) {
        (_, 11..=14) => Form::Many,
        (1, _) => Form::One,
        (2..=4, _) => Form::Few,
        _ => Form::Many,
    }
}

fn serbian(number: usize) -> Form {
    match russian(number) {
        Form::Many => Form::Other,
        form => form,
    }
}

fn slovenian(number: usize) -> Form {
    match number % 100 {
        1 => Form::One,
        2 => Form::Two,
        3 | 4 => Form::Few,
        _ => Form::Other,
    }
}

fn lithuanian(number: usize) -> Form {
    match (number % 10, number % 100) {
        (_, 11..=19) | (0, _) => Form::Other,
        (1, _) => Form::One,
        _ => Form::Few,
    }
}

fn latvian(number: usize) -> Form {
    match (number % 10, number % 100) {
        (0, _) | (_, 11..=19) => Form::Zero,
        (1, _) => Form::One,
        _ => Form::Other,
    }
}

fn romanian(number: usize) -> Form {
    match (number, number % 100) {
        (1, _) => Form::One,
        (0, _) | (_, 1..=19) => Form::Few,
        _ => Form::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The forms of these numbers, by their names.
    fn forms(tag: &str, numbers: &[usize]) -> String {
        let name = |number: &usize| {
            let form = rule(tag)(*number);
            let found = FORMS.iter().find(|(_, other)| *other == form);
            found.map_or("", |(name, _)| *name)
        };
        numbers.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_language_has_its_own_rule() {
        assert_eq!(forms("de-AT", &[0, 1, 2]), "other one other");
        assert_eq!(forms("fr", &[0, 1, 2]), "one one other");
        assert_eq!(forms("ja", &[0, 1]), "other other");
        let some = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103];
        assert_eq!(
            forms("ar", &some),
            "zero one two few few many many other other few"
        );
        assert_eq!(forms("pl", &[1, 2, 5, 12, 22]), "one few many many few");
        assert_eq!(forms("ru", &[1, 2, 5, 11, 21]), "one few many many one");
        assert_eq!(forms("sr", &[1, 2, 5]), "one few other");
        assert_eq!(forms("sl", &[1, 2, 3, 5]), "one two few other");
        assert_eq!(forms("cs", &[1, 2, 5]), "one few other");
        assert_eq!(forms("lt", &[1, 2, 10]), "one few other");
        assert_eq!(forms("lv", &[0, 1, 2]), "zero one other");
        assert_eq!(forms("ro", &[1, 2, 20]), "one few other");
        assert_eq!(forms("he", &[1, 2, 3]), "one two other");
        assert_eq!(forms("ga", &[1, 2, 3, 7, 11]), "one two few many other");
    }
}
