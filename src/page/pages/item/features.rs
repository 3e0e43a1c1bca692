//! The features of a milestone or phase: how many stories each has, and whether its document is written.

use crate::edition::entry::{Entry, Speaker};
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::item::risks::is_open;
use crate::page::pages::item::telling::Telling;
use crate::page::section::{Column, Line, Part, Section, Table};
use crate::page::table::table;
use crate::page::words::many;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// Names of columns that hold only the link to the document of a feature.
const LINKS: [&str; 8] = [
    "prd link", "prd", "link", "links", "document", "doc", "spec", "details",
];

impl Telling<'_> {
    /// The table of the parts of a kind.
    pub(super) fn part_table(&self, kind: Kind, parts: &[usize], caption: String) -> Table {
        let mut found = table(self.book, self.from, parts, caption);
        if kind == Kind::Feature {
            self.add_stories(&mut found, parts);
            self.add_documents(&mut found, parts);
        }
        found
    }

    /// How many stories each has, with the way to them.
    fn add_stories(&self, found: &mut Table, parts: &[usize]) {
        let counts: Vec<usize> = parts.iter().map(|at| self.stories(*at)).collect();
        if counts.iter().all(|count| *count == 0) {
            return;
        }
        let before = found
            .head
            .iter()
            .position(|column| column.label == "Status");
        let place = before.unwrap_or(found.head.len());
        let column = Column::all([("Stories", "r")]);
        found.head.splice(place..place, column);
        for (row, (at, count)) in found.rows.iter_mut().zip(parts.iter().zip(counts)) {
            let words = count.to_string();
            let cell = match self.book.item(*at).has_page && count > 0 {
                true => {
                    let to = format!("{}#{}", self.book.link(self.from, *at), many(Kind::Story));
                    mark::anchor(&to, &words, "num")
                }
                false => Markup::text(&words),
            };
            row.cells.insert(place, cell);
        }
    }

    fn stories(&self, at: usize) -> usize {
        let parts = self.book.item(at).children.iter();
        let parts = parts.map(|part| self.book.item(*part));
        parts
            .filter(|part| part.kind == Kind::Story && !part.discovered)
            .count()
    }

    /// Where some have a document, those without one say so; the column that only linked to them is not needed.
    fn add_documents(&self, found: &mut Table, parts: &[usize]) {
        let items = || parts.iter().map(|at| self.book.item(*at));
        let link = items()
            .flat_map(|item| &item.fields)
            .find(|fact| is_link(&fact.name));
        let link = link.map(|fact| fact.name.clone());
        let has_documents = items().any(|item| item.has_document);
        let is_missing = |item: &Entry| !item.has_page && is_open(item);
        if let Some(name) = &link {
            let taken = std::mem::take(found);
            *found = taken.without(name);
        }
        if !(has_documents || link.is_some()) || !items().any(is_missing) {
            return;
        }
        found.head.extend(Column::all([("Document", "wrap")]));
        for (row, item) in found.rows.iter_mut().zip(items()) {
            row.cells.push(match is_missing(item) {
                true => unwritten(&self.book.tongue, item),
                false => Markup::default(),
            });
        }
    }

    /// The decisions that speak of a feature, a story or a task, or hold it up.
    pub(super) fn decisions(&self) -> Option<Section> {
        let speakers = self
            .item
            .backlinks
            .iter()
            .filter_map(|said| match said.from {
                Speaker::Item(at) => Some(at),
                Speaker::Paper(_) => None,
            });
        let mut found: Vec<usize> = speakers
            .chain(self.item.depends_on.iter().filter_map(|lead| lead.to))
            .filter(|at| self.book.item(*at).kind == Kind::Decision)
            .collect();
        found.extend(self.book.around.deciding(self.at));
        found.sort_unstable();
        found.dedup();
        found.retain(|at| self.book.item(*at).parent_item() != Some(self.at));
        let lines: Vec<Line> = found.iter().map(|at| self.decision(*at)).collect();
        let is_work = self.item.kind.level().is_some();
        (is_work && !lines.is_empty()).then(|| {
            let section = Section::new("shaped", "Decisions").count(lines.len());
            section.with(Part::rows("", lines))
        })
    }

    fn decision(&self, at: usize) -> Line {
        let item = self.book.item(at);
        let id = item
            .id
            .as_deref()
            .map(|id| Markup::html(format!("<span class=\"id\">{}</span>", escape(id))));
        Line {
            lead: id.unwrap_or_else(|| Markup::html("<i class=\"i i-fork\"></i>".into())),
            title: mark::anchor(&self.book.link(self.from, at), &name::title(item), "title"),
            end: Some(badge::status(&self.book.tongue, item)),
            ..Line::default()
        }
    }
}

/// Whether a field holds only the link to the document of a feature.
pub(super) fn is_link(name: &str) -> bool {
    LINKS.contains(&&*name.trim().to_lowercase())
}

/// That its document is still to be written, in the author's words where there are some.
fn unwritten(tongue: &Tongue, item: &Entry) -> Markup {
    let mut fields = item.fields.iter();
    let said = fields.find(|fact| is_link(&fact.name));
    let said = said.map(|fact| fact.raw.trim());
    let said = said.filter(|raw| raw.contains(char::is_alphabetic));
    let unsaid = tongue.say("to be written");
    let words = said.unwrap_or(&unsaid);
    Markup::html(format!(
        "<span class=\"gapw\"><i class=\"i i-warn\"></i>{}</span>",
        escape(words)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_links_is_known_by_its_name() {
        assert!(is_link("PRD Link") && is_link("Document"));
        assert!(!is_link("Priority"));
    }
}
