//! The words of a body on a page: where their links lead from there.

use crate::edition::body::Body;
use crate::page::book::Book;
use crate::page::section::{Part, Section};
use crate::theme::markup::Markup;

/// What a body gives a page: what stands before its first heading, and its sections.
pub struct Passages {
    sections: Vec<Section>,
}

impl Passages {
    /// The opening, and the rest.
    pub fn split(self) -> (Option<Section>, Vec<Section>) {
        let mut sections = self.sections.into_iter();
        let first = sections.next();
        (first, sections.collect())
    }
}

/// The passages of a body.
pub fn passages(_book: &Book, _from: &str, body: Option<&Body>) -> Passages {
    let sections = body.map(|body| Section {
        id: "text".into(),
        parts: vec![Part {
            prose: Some(Markup::text(&body.text)),
            ..Part::default()
        }],
        ..Section::default()
    });
    Passages {
        sections: sections.into_iter().collect(),
    }
}
