//! Headings of a roadmap that name no kind: a version, a quarter, a term such as *Later*.

use crate::model::kind::Kind;
use crate::read::vocabulary::terms::HORIZONS;
use crate::text::similar::fold;

/// A heading taken for a version, a quarter or a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term<'a> {
    /// What it stands for.
    pub kind: Kind,
    /// Its name: "v0.4.0", "Q2 2026".
    pub id: &'a str,
    /// The words behind it, where there are any.
    pub title: &'a str,
    /// Whether it needs no other sign to be taken for one.
    pub plain: bool,
}

/// What the words of a heading name.
pub fn term(text: &str) -> Option<Term<'_>> {
    version(text)
        .or_else(|| quarter(text))
        .or_else(|| horizon(text))
}

/// "v0.4.0 — Tooling", "1.2 (March 2026)", "Release 2.0: Boats", "v1.0 Core".
pub fn version(text: &str) -> Option<Term<'_>> {
    let text = text.trim();
    let bare = ["Version ", "version ", "Release ", "release "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let digits = bare.strip_prefix(['v', 'V']).unwrap_or(bare);
    let plain = digits.len() < text.len();
    let end = digits
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | 'x'))
        .unwrap_or(digits.len());
    let number = digits[..end].trim_end_matches('.');
    let parts = || number.split('.');
    let is_number = |part: &str| part.parse::<u16>().is_ok();
    let is_version = (2..=4).contains(&parts().count())
        && parts().next().is_some_and(is_number)
        && parts().skip(1).all(|part| part == "x" || is_number(part));
    let id = &bare[..bare.len() - digits.len() + number.len()];
    let rest = &digits[number.len()..];
    let title = behind(rest).or_else(|| (plain && rest.starts_with(' ')).then(|| rest.trim()))?;
    is_version.then_some(Term {
        kind: Kind::Milestone,
        id,
        title,
        plain,
    })
}

/// "Q2 2026: Foundation", "2026-Q2", "H1 2026", "Q3: Growth".
fn quarter(text: &str) -> Option<Term<'_>> {
    let text = text.trim();
    let end = text
        .find([':', '：', '(', '—', '–', '|'])
        .or_else(|| text.find(" - "))
        .unwrap_or(text.len());
    let id = text[..end].trim();
    let upper = id.to_uppercase();
    let words: Vec<&str> = upper
        .split([' ', '-', '/', '\'', '’', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let is_year =
        |word: &str| matches!(word.len(), 2 | 4) && word.chars().all(|c| c.is_ascii_digit());
    let plain = match words.as_slice() {
        [part] => match part.get(..4).filter(|year| is_year(year)) {
            Some(_) => part.get(4..).is_some_and(is_part).then_some(true)?,
            None => is_part(part).then_some(false)?,
        },
        [first, second] => ((is_part(first) && is_year(second))
            || (is_year(first) && is_part(second)))
        .then_some(true)?,
        _ => return None,
    };
    Some(Term {
        kind: Kind::Phase,
        id,
        title: behind(&text[end..])?,
        plain,
    })
}

/// A part of a year: Q1 to Q4, H1 and H2.
fn is_part(word: &str) -> bool {
    matches!(word, "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2")
}

/// "Now", "Later (2027)", "Short-term: Repairs". Another one must stand beside it.
fn horizon(text: &str) -> Option<Term<'_>> {
    let text = text.trim();
    let end = text
        .find([':', '：', '(', '（', '—', '–', '/'])
        .or_else(|| text.find(" - "))
        .unwrap_or(text.len());
    let folded = fold(&text[..end]);
    let bare = folded.strip_suffix(" goals").unwrap_or(&folded);
    HORIZONS.contains(&bare).then_some(Term {
        kind: Kind::Phase,
        id: "",
        title: text,
        plain: false,
    })
}

/// The words behind a separator; nothing behind nothing or before a bracket.
fn behind(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    if rest.is_empty() || rest.starts_with(['(', '[']) {
        return Some("");
    }
    let title = rest.trim_start_matches([':', '：', '-', '–', '—', '|', '·']);
    (title.len() < rest.len()).then(|| title.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str, bool)> {
        term(text).map(|term| (term.id, term.title, term.plain))
    }

    #[test]
    fn versions() {
        assert_eq!(parts("v0.4.0 — Nets"), Some(("v0.4.0", "Nets", true)));
        assert_eq!(parts("v1.0 -- Core"), Some(("v1.0", "Core", true)));
        assert_eq!(parts("v1.0 Boats"), Some(("v1.0", "Boats", true)));
        assert_eq!(parts("Release 2.0: Boats"), Some(("2.0", "Boats", true)));
        assert_eq!(parts("1.2 (March 2026)"), Some(("1.2", "", false)));
        assert_eq!(parts("1.3.x"), Some(("1.3.x", "", false)));
        assert_eq!(parts("1.2 Requirements"), None);
        assert_eq!(parts("vendor list"), None);
        assert_eq!(parts("2026-05-04: Lock"), None);
        assert_eq!(parts("3. Boats"), None);
    }

    #[test]
    fn quarters_and_terms() {
        assert_eq!(parts("Q2 2026: Boats"), Some(("Q2 2026", "Boats", true)));
        assert_eq!(parts("2026-Q2"), Some(("2026-Q2", "", true)));
        assert_eq!(parts("2026H1 — Nets"), Some(("2026H1", "Nets", true)));
        assert_eq!(parts("Q3: Nets"), Some(("Q3", "Nets", false)));
        assert_eq!(parts("Q2 2026 results"), None);
        assert_eq!(
            parts("Long-term (2028)"),
            Some(("", "Long-term (2028)", false))
        );
        assert_eq!(parts("Next steps"), None);
        assert_eq!(parts("längst"), None);
    }
}
