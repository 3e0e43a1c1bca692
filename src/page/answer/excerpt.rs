//! The beginning of what is written of an item.

use serde::Serialize;

use crate::page::book::Book;
use crate::page::guide::passages;
use crate::page::section::Section;
use crate::theme::markup::Markup;

/// Words of the author's, in markdown, as far as there is room for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// Whether there are more.
    pub truncated: bool,
}

impl Excerpt {
    /// Of the item at this position, no longer than this.
    ///
    /// Who sees all is told the markdown. In markdown stand the targets of links too, which others may not know: they
    /// are told the words that its page shows.
    pub fn of(book: &Book, at: usize, most: usize) -> Option<Self> {
        let body = book.item(at).body.as_ref()?;
        let text = match book.edition.audience.sees_all() {
            true => uncommented(&body.text),
            false => {
                let page = book.routes.url(at).split('#').next().unwrap_or_default();
                let (opening, sections) = passages(book, page, Some(body)).split();
                let told: Vec<String> = opening.iter().chain(&sections).map(words).collect();
                told.join("\n\n")
            }
        };
        let text = tidy(&text);
        (!text.is_empty()).then(|| Self::cut(&text, most))
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

/// The words of a section as its page shows them.
fn words(section: &Section) -> String {
    let prose = section.parts.iter().filter_map(|part| part.prose.as_ref());
    let prose = prose.map(Markup::words);
    let title = section.title.words();
    let title = (!title.is_empty()).then_some(title);
    title
        .into_iter()
        .chain(prose)
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Without comments that end.
fn uncommented(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some(start) = rest.find("<!--") {
        let Some(end) = rest[start..].find("-->") else {
            break;
        };
        out.push_str(&rest[..start]);
        rest = &rest[start + end + 3..];
    }
    out + rest
}

/// With one empty line where there are several, and without a rule at the end.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.trim().lines() {
        let is_second = line.trim().is_empty() && out.ends_with("\n\n");
        if !is_second {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.trim_end_matches(['-', '\n', ' ']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_go() {
        assert_eq!(uncommented("a<!-- b -->c <!-- d"), "ac <!-- d");
        assert_eq!(tidy("a\n\n\n\nb  \n\n---\n"), "a\n\nb");
    }

    #[test]
    fn an_excerpt_ends_with_a_line() {
        assert_eq!(Excerpt::cut("one\ntwo\nthree", 9).text, "one\ntwo");
        assert_eq!(Excerpt::cut("语语语", 2).text, "语语");
        assert!(!Excerpt::cut("one", 3).truncated);
    }
}
