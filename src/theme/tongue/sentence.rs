//! Sentences with named holes.

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that stand there.
    Words(&'a str),
    /// A hole, by its name.
    Hole(&'a str),
}

/// The pieces of a sentence, in order. A brace that opens no hole is a word like others.
pub fn pieces(sentence: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = hole(rest) {
            rest = after;
            return Some(Piece::Hole(name));
        }
        let next = rest.match_indices('{').map(|(at, _)| at);
        let mut next = next.filter(|at| *at > 0 && hole(&rest[*at..]).is_some());
        let (words, after) = rest.split_at(next.next().unwrap_or(rest.len()));
        rest = after;
        Some(Piece::Words(words))
    })
}

/// The name of the hole that a text begins with, and what follows.
fn hole(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_name.then_some((name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_have_names() {
        let of = |text| pieces(text).collect::<Vec<_>>();
        let words = Piece::Words;
        assert_eq!(
            of("{done} of {of_all}."),
            [
                Piece::Hole("done"),
                words(" of "),
                Piece::Hole("of_all"),
                words(".")
            ]
        );
        assert_eq!(of("a {b c} {1} {"), [words("a {b c} {1} {")]);
        assert_eq!(of(""), []);
    }
}
