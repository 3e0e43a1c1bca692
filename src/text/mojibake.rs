//! Text that was encoded twice: UTF-8 that somebody read as Windows-1252 and saved as UTF-8 again.

use std::borrow::Cow;

/// The characters of Windows-1252 from 0x80 to 0x9f; the five that it leaves open are read as control characters.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text with every doubly encoded character put right.
pub fn repair(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        match sequence(&text[at..], first) {
            Some((right, length)) => {
                out.push_str(&text[kept..at]);
                out.push(right);
                at += length;
                kept = at;
            }
            None => at += first.len_utf8(),
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[kept..]);
    Cow::Owned(out)
}

/// Where the first doubly encoded character stands, and how many there are.
pub fn find(text: &str) -> Option<(usize, usize)> {
    if text.is_ascii() {
        return None;
    }
    let mut at = 0;
    let mut first_at = None;
    let mut count = 0;
    while let Some(first) = text[at..].chars().next() {
        let step = sequence(&text[at..], first).map(|(_, length)| {
            first_at.get_or_insert(at);
            count += 1;
            length
        });
        at += step.unwrap_or(first.len_utf8());
    }
    first_at.map(|at| (at, count))
}

/// The character that the head of `text` stood for, and how many bytes spell it now.
fn sequence(text: &str, first: char) -> Option<(char, usize)> {
    let lead = byte(first)?;
    let wanted = match lead {
        // Only letters of Latin-1: other pairs may well be meant as written.
        0xc2..=0xc3 => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    let mut length = 0;
    for (slot, c) in bytes[..wanted].iter_mut().zip(text.chars()) {
        *slot = byte(c)?;
        length += c.len_utf8();
    }
    let right = std::str::from_utf8(&bytes[..wanted]).ok()?.chars().next()?;
    Some((right, length))
}

/// The byte that Windows-1252 has for this character.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        _ => HIGH
            .iter()
            .position(|high| *high == c)
            .and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_arrows_and_emoji_are_put_right() {
        assert_eq!(
            repair("Milestone 0.1 â€“ The Engine"),
            "Milestone 0.1 – The Engine"
        );
        assert_eq!(
            repair("each phase â†’ one, ðŸ‘‰ go, cafÃ©"),
            "each phase → one, 👉 go, café"
        );
    }

    #[test]
    fn good_text_stays() {
        for good in [
            "Größe – naïve “quoted” €5",
            "Ação",
            "Ça ira",
            "日本語",
            "plain",
        ] {
            assert_eq!(repair(good), good);
            assert_eq!(find(good), None);
        }
    }

    #[test]
    fn the_first_place_is_found() {
        assert_eq!(find("a â€” b â€” c"), Some((2, 2)));
    }
}
