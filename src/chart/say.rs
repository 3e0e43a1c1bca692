//! How a chart says its words: it is given English, and who draws it knows the language of the page.

/// Says words in the language of the page.
pub type Say<'a> = &'a dyn Fn(&'static str) -> String;

/// Words that `Say` is given at another place.
pub(crate) const fn key(words: &'static str) -> &'static str {
    words
}

/// Says them as they are.
pub fn english(words: &'static str) -> String {
    words.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_said_as_it_stands() {
        assert_eq!(english(key("Today")), "Today");
    }
}
