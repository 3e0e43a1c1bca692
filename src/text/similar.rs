//! Likeness of names: the stemmed words of one within the other, and edit distance for "did you mean".

/// The text in lower case, its marks as single blanks: the form in which names are compared.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\'' | '’' => {}
            c if !c.is_ascii() && c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The words of a name that carry meaning, stemmed.
pub fn stems(text: &str) -> Vec<String> {
    fold(text)
        .split(' ')
        .filter(|word| !word.is_empty() && !LIGHT.contains(word))
        .map(stem)
        .collect()
}

const LIGHT: &[&str] = &[
    "a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
];

/// A word without its common endings: *integration* and *integrate* are `integr`, *delays* and *delay* are `dela`.
fn stem(word: &str) -> String {
    const ENDINGS: &[&str] = &[
        "ization", "ation", "ating", "ated", "ment", "ate", "ing", "ion", "al", "er", "ed", "e",
        "y",
    ];
    let long = |rest: &&str| rest.chars().count() >= 3;
    let one = match word.strip_suffix("ies").filter(long) {
        Some(rest) => rest,
        None => word
            .strip_suffix('s')
            .filter(|rest| long(rest) && !rest.ends_with('s'))
            .unwrap_or(word),
    };
    let bare = ENDINGS
        .iter()
        .find_map(|ending| one.strip_suffix(ending).filter(long))
        .unwrap_or(one);
    // *shipping* is *ship*.
    let doubled = bare.len() > 3
        && bare.is_ascii()
        && bare.as_bytes()[bare.len() - 1] == bare.as_bytes()[bare.len() - 2];
    bare[..bare.len() - usize::from(doubled)].to_string()
}

/// Whether every one of `wanted` is among `found`, each used once.
pub fn within(wanted: &[String], found: &[String]) -> bool {
    let mut left: Vec<&String> = found.iter().collect();
    !wanted.is_empty()
        && wanted.iter().all(|word| {
            left.iter()
                .position(|other| *other == word)
                .map(|at| left.swap_remove(at))
                .is_some()
        })
}

/// The candidate that is spelt most like `word`, if one is near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        // A name that is much longer or shorter cannot be near, and is not compared letter by letter.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be changed, put in, taken out or exchanged with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contained(a: &str, b: &str) -> bool {
        within(&stems(a), &stems(b))
    }

    #[test]
    fn names_are_known_by_their_stems() {
        assert!(contained(
            "Payment integration",
            "Integrate payment provider"
        ));
        assert!(contained(
            "Observability",
            "Add observability: logging, tracing, metrics"
        ));
        assert!(contained(
            "Local environment",
            "Configure local development environment"
        ));
        assert!(contained(
            "Performance",
            "Performance testing and optimization"
        ));
        assert!(!contained("Payment refunds", "Integrate payment provider"));
        assert!(!contained("", "anything"));
    }

    #[test]
    fn the_nearest_word_is_suggested() {
        assert_eq!(nearest("tilte", ["title", "theme"]), Some("title"));
        assert_eq!(nearest("zzz", ["title", "theme"]), None);
    }
}
