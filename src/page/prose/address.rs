//! Addresses of the web that stand in words as they are, without any marking.

use std::ops::Range;

/// The addresses in these words, in order.
pub(super) fn addresses(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = words[from..].find("http").map(|at| from + at) {
        from = start + 4;
        let apart = !words[..start].ends_with(char::is_alphanumeric);
        if let Some(length) = apart.then(|| length(&words[start..])).flatten() {
            from = start + length;
            found.push(start..from);
        }
    }
    found
}

/// How long the address at the head of these words is, without the marks that close the sentence round it.
fn length(words: &str) -> Option<usize> {
    let host = words
        .strip_prefix("https://")
        .or_else(|| words.strip_prefix("http://"))?;
    let head = words.len() - host.len();
    let ends =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '`' | '|');
    let mut address = &words[..head + host.find(ends).unwrap_or(host.len())];
    let mut unpaired = address
        .matches(')')
        .count()
        .saturating_sub(address.matches('(').count());
    while let Some(last) = address.chars().next_back() {
        match last {
            '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '*' | '_' | '~' | ']' | '}' | '”' | '’'
            | '»' => {}
            ')' if unpaired > 0 => unpaired -= 1,
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    let named = address
        .get(head..)?
        .starts_with(|c: char| c.is_alphanumeric() || c == '[');
    named.then_some(address.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<&str> {
        addresses(words)
            .into_iter()
            .map(|range| &words[range])
            .collect()
    }

    #[test]
    fn addresses_end_before_the_sentence_does() {
        assert_eq!(
            found("see https://a.org/b_c, (http://d.org)."),
            ["https://a.org/b_c", "http://d.org"]
        );
        assert_eq!(
            found("https://a.org/b_(c)?d=e&f=g!"),
            ["https://a.org/b_(c)?d=e&f=g"]
        );
        assert_eq!(found("“https://a.org/ü”"), ["https://a.org/ü"]);
    }

    #[test]
    fn other_words_are_none() {
        for words in [
            "xhttp://a.org",
            "http://",
            "https://)",
            "http",
            "https:a.org",
            "http:// a",
        ] {
            assert_eq!(found(words), [""; 0], "{words}");
        }
    }
}
