//! A table in markdown. A column in which nothing stands is left out.

/// A table in markdown.
pub struct Grid<const N: usize> {
    head: [&'static str; N],
    rows: Vec<[String; N]>,
}

impl<const N: usize> Grid<N> {
    /// A table without rows.
    pub fn new(head: [&'static str; N]) -> Self {
        let rows = Vec::new();
        Self { head, rows }
    }

    /// Adds a row of markdown.
    pub fn row(&mut self, cells: [String; N]) {
        self.rows.push(cells);
    }

    /// The table with a blank line behind it; nothing where there are no rows.
    pub fn text(&self) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let filled = |at: &usize| self.rows.iter().any(|row| !row[*at].is_empty());
        let columns: Vec<usize> = (0..N).filter(filled).collect();
        let line = |cell: &dyn Fn(usize) -> String| {
            let cells: Vec<String> = columns.iter().map(|at| cell(*at)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let mut out = line(&|at| self.head[at].to_string());
        out.push_str(&line(&|_| "---".to_string()));
        for row in &self.rows {
            out.push_str(&line(&|at| row[at].replace('|', "\\|")));
        }
        out.push('\n');
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_columns_are_left_out() {
        let mut grid = Grid::new(["A", "B", "C"]);
        assert_eq!(grid.text(), "");
        grid.row(["1".into(), String::new(), "x|y".into()]);
        grid.row(["2".into(), String::new(), String::new()]);
        let wanted = "| A | C |\n| --- | --- |\n| 1 | x\\|y |\n| 2 |  |\n\n";
        assert_eq!(grid.text(), wanted);
    }
}
