//! A document as it was read: its sections, who took what from it, and where its links lead.

use std::sync::Arc;

use crate::model::allow::Allow;
use crate::model::aside::Aside;
use crate::model::unclaimed::Unclaimed;
use crate::text::path::{Target, target};
use crate::text::span::Span;

/// A heading and what stands below it.
#[derive(Clone, Debug)]
pub struct Section {
    /// 1 to 6.
    pub level: u8,
    /// From the heading to the next one of its level or above.
    pub span: Span,
    /// The words of the heading.
    pub heading: Span,
    /// Who read the heading.
    pub reader: Option<&'static str>,
}

/// A link as written.
#[derive(Clone, Debug)]
pub struct Link {
    /// The words that say where it leads.
    pub target: String,
    /// Where it leads.
    pub to: Target,
    /// Where it stands.
    pub span: Span,
}

impl Link {
    /// A link in the document `from`.
    pub fn new(from: &str, written: &str, span: Span) -> Self {
        Self {
            target: written.to_string(),
            to: target(from, written),
            span,
        }
    }
}

/// One document.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What its first heading calls it.
    pub title: Option<String>,
    /// The front matter, with its fences.
    pub front: Option<Span>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// Blocks that a reader claimed, in order; the front matter is one of them.
    pub claims: Vec<(Span, &'static str)>,
    /// Words that a reader was in doubt about, and why.
    pub notes: Vec<(Span, &'static str)>,
    /// Comments, which are private; none but those for plansite are read.
    pub comments: Vec<Span>,
    /// What it says may be found in it.
    pub allows: Vec<Allow>,
    /// The links.
    pub links: Arc<[Link]>,
    /// The pictures that are shown in it.
    pub pictures: Vec<Link>,
    /// How many blocks were left as prose.
    pub prose: usize,
    /// Why nothing is taken from it.
    pub aside: Option<Aside>,
    /// Tables and lists that look like part of a plan and that nobody read.
    pub unclaimed: Vec<Unclaimed>,
}

impl Document {
    /// Whether it is a form to be copied.
    pub fn is_template(&self) -> bool {
        self.aside == Some(Aside::Template)
    }

    /// Blocks and headings that were read, and by whom.
    pub fn taken(&self) -> impl Iterator<Item = (Span, &'static str)> {
        let headings = self.sections.iter().filter_map(|section| {
            let line = Span {
                start: section.span.start,
                end: section.heading.end.max(section.span.start),
            };
            Some((line, section.reader?))
        });
        headings.chain(self.claims.iter().copied())
    }
}
