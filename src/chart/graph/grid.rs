//! The nodes in their columns, with a place kept free wherever an edge passes a column.

/// So many places are kept free; edges beyond that pass behind nodes.
const FREE: usize = 3_000;

/// Nodes come first, by their places in the list; the free places follow.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// How many of the cells are nodes.
    pub(crate) nodes: usize,
    /// The column of each cell.
    pub(crate) column: Vec<usize>,
    /// The cells of each column, from top to bottom.
    pub(crate) columns: Vec<Vec<usize>>,
    /// The neighbours of each cell in the column before it.
    pub(crate) before: Vec<Vec<usize>>,
    /// The neighbours of each cell in the column after it.
    pub(crate) after: Vec<Vec<usize>>,
    /// The cells of each way, from its first node to its last.
    pub(crate) ways: Vec<Vec<usize>>,
    /// Which cells are on the way that decides: at most one in a column, which stands first there.
    pub(crate) is_main: Vec<bool>,
}

impl Grid {
    /// The grid of these ways, each of which leads to a later column.
    pub(crate) fn new(column: Vec<usize>, ways: &[(usize, usize)]) -> Self {
        let nodes = column.len();
        let mut grid = Self {
            nodes,
            column,
            ..Self::default()
        };
        for (from, to) in ways {
            let cells = grid.way(*from, *to);
            grid.ways.push(cells);
        }
        grid.before = vec![Vec::new(); grid.column.len()];
        grid.after = grid.before.clone();
        grid.is_main = vec![false; grid.column.len()];
        for way in &grid.ways {
            for pair in way.windows(2) {
                grid.after[pair[0]].push(pair[1]);
                grid.before[pair[1]].push(pair[0]);
            }
        }
        let last = grid.column.iter().max().map_or(0, |last| last + 1);
        grid.columns = vec![Vec::new(); last];
        for (cell, column) in grid.column.iter().enumerate() {
            grid.columns[*column].push(cell);
        }
        grid
    }

    fn way(&mut self, from: usize, to: usize) -> Vec<usize> {
        let (first, last) = (self.column[from], self.column[to]);
        let passed = last.saturating_sub(first + 1);
        let is_full = self.column.len() - self.nodes + passed > FREE;
        let mut cells = vec![from];
        for column in (first + 1..last).filter(|_| !is_full) {
            cells.push(self.column.len());
            self.column.push(column);
        }
        cells.push(to);
        cells
    }

    /// Takes the ways between these pairs for the one that decides; of several in a column only the first.
    pub(crate) fn choose(&mut self, pairs: &[(usize, usize)]) {
        let mut taken = vec![false; self.columns.len()];
        for way in &self.ways {
            let ends = way.first().copied().zip(way.last().copied());
            for cell in way
                .iter()
                .filter(|_| ends.is_some_and(|ends| pairs.contains(&ends)))
            {
                let is_first = !std::mem::replace(&mut taken[self.column[*cell]], true);
                self.is_main[*cell] |= is_first;
            }
        }
    }

    /// Whether a cell is a node.
    pub(crate) fn is_node(&self, cell: usize) -> bool {
        cell < self.nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_that_decides_has_one_cell_in_a_column() {
        let mut grid = Grid::new(vec![0, 1, 1, 3], &[(0, 1), (0, 2), (1, 3)]);
        grid.choose(&[(0, 1), (0, 2), (1, 3)]);
        assert_eq!(grid.is_main, [true, true, false, true, true]);
    }

    #[test]
    fn long_ways_keep_a_place_in_each_column() {
        let grid = Grid::new(vec![0, 1, 3], &[(0, 2), (0, 1)]);
        assert_eq!(grid.ways, [vec![0, 3, 4, 2], vec![0, 1]]);
        assert_eq!(grid.columns, [vec![0], vec![1, 3], vec![4], vec![2]]);
        assert_eq!(grid.before[4], [3]);
        assert!(grid.is_node(2) && !grid.is_node(3));
    }
}
