//! The beginning of what is written of an item.

use serde::Serialize;

use crate::edition::entry::Entry;

/// Words of the author's, in markdown, as far as there is room for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// Whether there are more.
    pub truncated: bool,
}

impl Excerpt {
    /// Of an item, no longer than this.
    pub fn of(item: &Entry, most: usize) -> Option<Self> {
        let text = item.body.as_ref()?.text.trim();
        (!text.is_empty()).then(|| Self::cut(text, most))
    }

    /// Whole lines as far as they fit; of a line that is too long, its beginning.
    fn cut(text: &str, most: usize) -> Self {
        let Some((end, _)) = text.char_indices().nth(most) else {
            return Self {
                text: text.to_string(),
                truncated: false,
            };
        };
        let start = &text[..end];
        let lines = start.rfind('\n').filter(|at| *at > end / 2);
        Self {
            text: start[..lines.unwrap_or(end)].trim_end().to_string(),
            truncated: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_ends_with_a_line() {
        assert_eq!(Excerpt::cut("one\ntwo\nthree", 9).text, "one\ntwo");
        assert_eq!(Excerpt::cut("语语语", 2).text, "语语");
        assert!(!Excerpt::cut("one", 3).truncated);
    }
}
