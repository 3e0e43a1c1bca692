//! What the front matter and the first heading say of a whole document.

use crate::read::field::FieldName;
use crate::read::gap::is_placeholder;
use crate::read::label::{self, Label};
use crate::read::words::Words;
use crate::syntax::outline::{Field, Outline, Text};
use crate::text::span::Span;

/// What the first heading and the front matter say of the whole document.
pub struct Head {
    /// The section of the first heading.
    pub section: Option<usize>,
    /// The first heading, taken apart.
    pub label: Label,
    /// The first heading as written.
    pub heading: Text,
    /// The title of the front matter.
    pub front_title: Option<Text>,
    /// Where the document names its item: the title of the front matter, else the heading.
    pub span: Span,
}

impl Head {
    /// Whether the document names its item in words.
    pub fn has_title(&self) -> bool {
        self.front_title.is_some() || !self.label.title.is_empty()
    }

    /// What is said at the head of this document.
    pub fn of(outline: &Outline, words: &Words) -> Self {
        let section = outline.title_section();
        let heading = section
            .map(|at| outline.sections[at].heading.clone())
            .unwrap_or_default();
        let label = label::label(&heading.value, words);
        let titled = |field: &&Field| {
            words.field(&field.key.value) == Some(FieldName::Title)
                && !field.value.is_empty()
                && !is_placeholder(&field.value.value)
        };
        let front_title = outline
            .front
            .iter()
            .find(titled)
            .map(|field| field.value.clone());
        let headed = section
            .map(|at| outline.sections[at].heading.span)
            .filter(|span| span.end > 0);
        let span = front_title
            .as_ref()
            .map(|title: &Text| title.span)
            .or(headed)
            .unwrap_or_default();
        Self {
            section,
            label,
            heading,
            front_title,
            span,
        }
    }
}
