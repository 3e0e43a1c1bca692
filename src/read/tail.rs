//! The time that a title names in brackets at its end: `Set up (1–14 March 2026)`, `Tour (Q2 2026)`, `Word of mouth (Weeks 1-3)`.

/// Words that stand between times, in the languages that write them.
const BETWEEN: [&str; 18] = [
    "to", "until", "till", "through", "from", "and", "bis", "vom", "al", "a", "au", "du", "del",
    "de", "até", "e", "of", "am",
];

/// Words that count time, and need a number behind them.
const COUNTED: [&str; 22] = [
    "week", "weeks", "wk", "day", "days", "month", "months", "woche", "wochen", "tag", "tage",
    "semana", "semanas", "semaine", "semaines", "jour", "jours", "día", "días", "dia", "dias",
    "mes",
];

/// The beginnings of the names of months, in the languages that write them.
const MONTHS: [&str; 45] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mai",
    "mär", "okt", "dez", "ene", "abr", "ago", "dic", "fév", "avr", "juin", "juil", "aoû", "déc",
    "fev", "set", "out", "gen", "mag", "giu", "lug", "ott", "янв", "фев", "мар", "апр", "июн",
    "июл", "авг", "сен", "окт", "ноя", "дек",
];

/// The longest word for a month.
const LONGEST: usize = 10;

/// The words in the brackets at the end of a title, where they name a time and nothing else.
pub fn times(title: &str) -> Option<&str> {
    let end = title.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '）'));
    let (_, inside) = end.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
    is_time(inside).then_some(inside.trim())
}

/// Whether words name a time and nothing else: a month, a day, a quarter, a counted week.
fn is_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| {
            c.is_whitespace() || matches!(c, '–' | '—' | '-' | '→' | '~' | ',' | '/' | '.')
        })
        .filter(|word| !word.is_empty())
        .collect();
    let named = words.iter().any(|word| is_month(word) || is_quarter(word));
    let counted = words
        .windows(2)
        .any(|pair| COUNTED.contains(&pair[0]) && is_number(pair[1]));
    let dated = words.len() >= 3
        && words.iter().any(|word| is_year(word))
        && words
            .iter()
            .all(|word| is_number(word) || BETWEEN.contains(word));
    let plain = |word: &&str| {
        is_number(word)
            || is_month(word)
            || is_quarter(word)
            || COUNTED.contains(word)
            || BETWEEN.contains(word)
    };
    (named || counted || dated) && words.iter().all(|word| plain(&word))
}

/// `3`, `14th`, `2026年`: a number with no more than an ending.
fn is_number(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < word.len()
        && (matches!(rest, "" | "st" | "nd" | "rd" | "th") || word.contains(['年', '년']))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && is_number(word)
}

fn is_month(word: &str) -> bool {
    word.chars().count() <= LONGEST
        && word.chars().all(char::is_alphabetic)
        && MONTHS.iter().any(|month| word.starts_with(month))
}

/// `q2`, `h1`, `2026q2`.
fn is_quarter(word: &str) -> bool {
    let bare = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = bare.strip_prefix(['q', 'h']);
    number.is_some_and(|number| matches!(number, "1" | "2" | "3" | "4"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_stand_in_brackets() {
        for (title, inside) in [
            (
                "Set up (2026-03-01 to 2026-03-14)",
                "2026-03-01 to 2026-03-14",
            ),
            ("Open (March 16–20, 2026) ✅", "March 16–20, 2026"),
            ("Tour (Q2 2026)", "Q2 2026"),
            ("Word (Weeks 1–3)", "Weeks 1–3"),
            ("Markt (1. bis 3. Mai 2026)", "1. bis 3. Mai 2026"),
        ] {
            assert_eq!(times(title), Some(inside), "{title}");
        }
    }

    #[test]
    fn other_brackets_are_words() {
        for title in [
            "Boats (2 weeks)",
            "Desk (v1.2)",
            "Map (may be late)",
            "Hut (Phase 2)",
            "Door (INSERTED)",
            "Oven",
        ] {
            assert_eq!(times(title), None, "{title}");
        }
    }
}
