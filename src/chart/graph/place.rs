//! How far down each cell stands: near to its neighbours, and never over another one of its column.

use crate::chart::graph::grid::Grid;

/// The height of a node, in pixels.
pub(crate) const NODE: f64 = 62.0;

/// What is free between cells of a column.
const GAP: f64 = 16.0;

/// What is free above the first and below the last node.
const EDGE: f64 = 14.0;

/// The way that decides stands where it stands, whatever others wish.
const FIRM: f64 = 1e6;

/// How often all columns are gone through.
const SWEEPS: usize = 8;

/// The middle of each cell, and the height of all.
pub(crate) fn place(grid: &Grid) -> (Vec<f64>, f64) {
    let mut y = vec![0.0; grid.column.len()];
    for column in &grid.columns {
        let offsets = offsets(grid, column);
        for (cell, offset) in column.iter().zip(offsets) {
            y[*cell] = offset;
        }
    }
    for sweep in 0..SWEEPS {
        let near = |cell: usize| match sweep % 2 {
            0 => grid.before[cell].as_slice(),
            _ => grid.after[cell].as_slice(),
        };
        let count = grid.columns.len();
        for step in 0..count {
            let at = if sweep % 2 == 0 {
                step
            } else {
                count - 1 - step
            };
            settle(grid, &grid.columns[at], near, &mut y);
        }
    }
    fit(grid, y)
}

/// How many nodes have room above one another in this height.
pub(crate) fn lanes(height: f64) -> usize {
    ((height - 2.0 * EDGE + GAP) / (NODE + GAP)).ceil() as usize
}

/// Moves all so that it begins at the upper edge, on whole pixels.
fn fit(grid: &Grid, mut y: Vec<f64>) -> (Vec<f64>, f64) {
    let half = |cell: usize| height(grid, cell) / 2.0;
    let cells = || 0..grid.column.len();
    let top = cells()
        .map(|cell| y[cell] - half(cell))
        .fold(f64::MAX, f64::min);
    y.iter_mut().for_each(|y| *y = (*y - top + EDGE).round());
    let bottom = cells().map(|cell| y[cell] + half(cell)).fold(0.0, f64::max);
    (y, bottom + EDGE)
}

fn height(grid: &Grid, cell: usize) -> f64 {
    if grid.is_node(cell) { NODE } else { 0.0 }
}

/// The middle of each cell of a column where all stand as close as they may.
fn offsets(grid: &Grid, column: &[usize]) -> Vec<f64> {
    let mut bottom = 0.0;
    let mut found = Vec::with_capacity(column.len());
    for cell in column {
        let height = height(grid, *cell);
        found.push(bottom + height / 2.0);
        bottom += height + GAP;
    }
    found
}

/// Moves the cells of a column as near to their neighbours as their order lets them.
fn settle<'a>(grid: &Grid, column: &[usize], near: impl Fn(usize) -> &'a [usize], y: &mut [f64]) {
    let offsets = offsets(grid, column);
    let wishes = column.iter().zip(&offsets).map(|(cell, offset)| {
        let (mean, weight) = match grid.is_main[*cell] {
            true => (NODE / 2.0, FIRM),
            false => wish(grid, *cell, near(*cell), y),
        };
        (mean - offset, weight)
    });
    let wishes: Vec<(f64, f64)> = wishes.collect();
    let levels = rising(&wishes);
    for ((cell, offset), level) in column.iter().zip(&offsets).zip(levels) {
        y[*cell] = offset + level;
    }
}

/// Where a cell would like to stand, and how much: long edges should be straight.
fn wish(grid: &Grid, cell: usize, near: &[usize], y: &[f64]) -> (f64, f64) {
    let weight = |other: usize| match (grid.is_node(cell), grid.is_node(other)) {
        (true, true) => 1.0,
        (false, false) => 8.0,
        _ => 2.0,
    };
    let total: f64 = near.iter().map(|other| weight(*other)).sum();
    if total == 0.0 {
        return (y[cell], 0.1);
    }
    let sum: f64 = near.iter().map(|other| weight(*other) * y[*other]).sum();
    (sum / total, total)
}

/// The numbers nearest to the wished ones of which none is less than the one before it: neighbours in the wrong order
/// are pooled at their mean.
fn rising(wishes: &[(f64, f64)]) -> Vec<f64> {
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for (value, weight) in wishes {
        let mut pool = (*value, *weight, 1);
        while let Some(last) = pools.pop_if(|last| last.0 > pool.0) {
            let weight = last.1 + pool.1;
            pool = (
                (last.0 * last.1 + pool.0 * pool.1) / weight,
                weight,
                last.2 + pool.2,
            );
        }
        pools.push(pool);
    }
    let spread = |(value, _, count): (f64, f64, usize)| std::iter::repeat_n(value, count);
    pools.into_iter().flat_map(spread).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_in_the_wrong_order_meet_in_the_middle() {
        let wish = |value| (value, 1.0);
        assert_eq!(rising(&[wish(3.0), wish(1.0), wish(5.0)]), [2.0, 2.0, 5.0]);
        assert_eq!(rising(&[(4.0, 3.0), (0.0, 1.0)]), [3.0, 3.0]);
        assert!(rising(&[]).is_empty());
    }

    #[test]
    fn the_way_that_decides_is_a_straight_line_along_the_edge() {
        let mut grid = Grid::new(vec![0, 0, 1, 1, 2], &[(0, 2), (1, 3), (3, 4), (2, 4)]);
        grid.choose(&[(1, 3), (3, 4)]);
        crate::chart::graph::order::order(&mut grid);
        let (y, _) = place(&grid);
        let edge = EDGE + NODE / 2.0;
        assert_eq!([y[1], y[3], y[4]], [edge; 3]);
        assert!(y[0] > edge && y[2] > edge);
    }

    #[test]
    fn lanes_are_counted_from_the_height() {
        assert_eq!(lanes(2.0 * EDGE + NODE), 1);
        assert_eq!(lanes(2.0 * EDGE + 3.0 * NODE + 2.0 * GAP), 3);
    }

    #[test]
    fn neighbours_stand_at_one_height_and_columns_do_not_overlap() {
        let grid = Grid::new(vec![0, 1, 1, 2], &[(0, 1), (0, 2), (2, 3)]);
        let (y, height) = place(&grid);
        assert_eq!(y[2] - y[1], NODE + GAP);
        assert_eq!(y[3], y[2]);
        assert_eq!(y[1], EDGE + NODE / 2.0);
        assert_eq!(height, y[2] + NODE / 2.0 + EDGE);
    }
}
