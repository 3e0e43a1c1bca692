//! A table under way.

use crate::syntax::outline::{Row, Table, Text};
use crate::text::span::Span;

/// A table under way.
#[derive(Default)]
pub struct Grid {
    table: Table,
    row: Row,
    in_head: bool,
}

impl Grid {
    /// Begins a row that stands here.
    pub fn start_row(&mut self, span: Span, in_head: bool) {
        self.in_head = in_head;
        self.row = Row {
            span,
            cells: Vec::new(),
        };
    }

    /// Adds a cell to the row; where it has no words, between the bars that span these bytes.
    pub fn cell(&mut self, mut cell: Text, span: Span) {
        if cell.is_empty() {
            // An empty cell still has a place to write to: between its bars, behind the first blank.
            let at = (span.start + 1).min(span.end);
            cell.span = Span { start: at, end: at };
        }
        self.row.cells.push(cell);
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if self.in_head {
            self.table.head = row.cells;
        } else {
            self.table.rows.push(row);
        }
    }

    /// The table, as far as it was told.
    pub fn table(self) -> Table {
        self.table
    }
}
