//! A table as it is written: a group that scrolls by itself, with the alignment of its columns and long cells as classes.

use pulldown_cmark::Alignment;

use crate::page::prose::lead::Guide;
use crate::page::prose::markup::Markup;

/// The table under way.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    /// How many rows have begun, the head among them.
    rows: usize,
}

impl Table {
    /// Opens a table with columns of these alignments.
    pub(super) fn begin(markup: &mut Markup, guide: &dyn Guide, alignments: &[Alignment]) -> Self {
        // A region would be a landmark, and a page has many tables.
        let label = guide.tell("Table", &[]);
        let scroll = [
            ("class", "tw-x"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", label.as_str()),
        ];
        markup.begin("div", &scroll);
        markup.begin("table", &[]);
        Self {
            alignments: alignments.to_vec(),
            ..Self::default()
        }
    }

    /// Opens the row of headings.
    pub(super) fn head(&mut self, markup: &mut Markup) {
        markup.begin("thead", &[]);
        self.start(markup);
    }

    /// Opens a row.
    pub(super) fn row(&mut self, markup: &mut Markup) {
        if self.rows == 1 {
            markup.begin("tbody", &[]);
        }
        self.start(markup);
    }

    fn start(&mut self, markup: &mut Markup) {
        markup.begin("tr", &[]);
        self.rows += 1;
        self.column = 0;
    }

    /// Opens the next cell of the row; a long one is read in several lines.
    pub(super) fn cell(&mut self, markup: &mut Markup, is_long: bool) {
        let class = match (self.alignments.get(self.column), is_long && self.rows > 1) {
            (Some(Alignment::Left), false) => "l",
            (Some(Alignment::Left), true) => "l wrap",
            (Some(Alignment::Center), false) => "c",
            (Some(Alignment::Center), true) => "c wrap",
            (Some(Alignment::Right), false) => "r",
            (Some(Alignment::Right), true) => "r wrap",
            (_, false) => "",
            (_, true) => "wrap",
        };
        self.column += 1;
        let attributes = [("scope", "col"), ("class", class)];
        let from = usize::from(self.rows > 1);
        let to = 2 - usize::from(class.is_empty());
        markup.begin(self.name(), &attributes[from..to]);
    }

    /// Closes the cell.
    pub(super) fn end_cell(&self, markup: &mut Markup) {
        markup.end(self.name());
    }

    /// Closes the table.
    pub(super) fn end(markup: &mut Markup) {
        markup.end("table");
        markup.end("div");
    }

    fn name(&self) -> &'static str {
        if self.rows > 1 { "td" } else { "th" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::prose::lead::Lead;

    struct English;

    impl Guide for English {
        fn link(&self, _: &str) -> Lead {
            Lead::Dead
        }

        fn image(&self, _: &str) -> Lead {
            Lead::Dead
        }
    }

    #[test]
    fn alignment_and_length_are_classes() {
        let mut markup = Markup::default();
        let mut table = Table::begin(&mut markup, &English, &[Alignment::None, Alignment::Right]);
        table.head(&mut markup);
        for words in ["a", "b"] {
            table.cell(&mut markup, true);
            markup.text(words);
            table.end_cell(&mut markup);
        }
        markup.end("thead");
        table.row(&mut markup);
        table.cell(&mut markup, false);
        table.end_cell(&mut markup);
        table.cell(&mut markup, true);
        Table::end(&mut markup);
        let html = markup.finish().0.replace('\n', "");
        let head =
            "<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"r\">b</th></tr></thead>";
        let body = "<tbody><tr><td></td><td class=\"r wrap\"></td></tr></tbody>";
        assert!(
            html.contains(&format!("<table>{head}{body}</table></div>")),
            "{html}"
        );
    }
}
