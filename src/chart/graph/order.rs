//! In which order the cells of a column stand, so that few edges cross.

use crate::chart::graph::grid::Grid;

/// How often all columns are gone through.
const SWEEPS: usize = 24;

/// Orders every column by where the neighbours of its cells stand, and keeps the order with the fewest crossings.
pub(crate) fn order(grid: &mut Grid) {
    let mut place = places(grid);
    let mut best = (crossings(grid, &place), grid.columns.clone());
    for sweep in 0..SWEEPS {
        if best.0 == 0 {
            break;
        }
        let count = grid.columns.len();
        for step in 1..count {
            let (column, near) = match sweep % 2 {
                0 => (step, &grid.before),
                _ => (count - 1 - step, &grid.after),
            };
            sort(&mut grid.columns[column], near, &mut place);
        }
        let found = crossings(grid, &place);
        if found < best.0 {
            best = (found, grid.columns.clone());
        }
    }
    grid.columns = best.1;
    // What decides is read first: in a straight line along the edge.
    for column in &mut grid.columns {
        column.sort_by_key(|cell| !grid.is_main[*cell]);
    }
}

fn places(grid: &Grid) -> Vec<usize> {
    let mut place = vec![0; grid.column.len()];
    for column in &grid.columns {
        for (at, cell) in column.iter().enumerate() {
            place[*cell] = at;
        }
    }
    place
}

/// By the mean place of the neighbours; a cell without any stays about where it is.
fn sort(column: &mut [usize], near: &[Vec<usize>], place: &mut [usize]) {
    let mean = |cell: usize| match near[cell].len() {
        0 => place[cell] as f64,
        count => near[cell].iter().map(|near| place[*near]).sum::<usize>() as f64 / count as f64,
    };
    let mut keyed: Vec<(f64, usize)> = column.iter().map(|cell| (mean(*cell), *cell)).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (at, (_, cell)) in keyed.into_iter().enumerate() {
        column[at] = cell;
        place[cell] = at;
    }
}

/// How many edges cross one another between neighbouring columns.
fn crossings(grid: &Grid, place: &[usize]) -> usize {
    let columns = grid.columns.windows(2);
    let between = columns.map(|pair| {
        let mut ends: Vec<usize> = Vec::new();
        for cell in &pair[0] {
            let mut far: Vec<usize> = grid.after[*cell].iter().map(|to| place[*to]).collect();
            far.sort_unstable();
            ends.extend(far);
        }
        inversions(&ends, pair[1].len())
    });
    between.sum()
}

/// How many pairs stand in the wrong order, counted with a tree of sums.
fn inversions(ends: &[usize], size: usize) -> usize {
    let mut sums = vec![0usize; size + 1];
    let mut found = 0;
    for (seen, end) in ends.iter().enumerate() {
        let mut not_after = 0;
        let mut at = end + 1;
        while at > 0 {
            not_after += sums[at];
            at &= at - 1;
        }
        found += seen - not_after;
        at = end + 1;
        while at <= size {
            sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crossed(grid: &Grid) -> usize {
        crossings(grid, &places(grid))
    }

    #[test]
    fn crossings_are_counted_and_undone() {
        let mut grid = Grid::new(vec![0, 0, 1, 1], &[(0, 3), (1, 2)]);
        assert_eq!(crossed(&grid), 1);
        order(&mut grid);
        assert_eq!(crossed(&grid), 0);
    }

    #[test]
    fn what_cannot_be_undone_stays() {
        let all = [(0, 2), (0, 3), (1, 2), (1, 3)];
        let mut grid = Grid::new(vec![0, 0, 1, 1], &all);
        order(&mut grid);
        assert_eq!(crossed(&grid), 1);
    }

    #[test]
    fn pairs_in_the_wrong_order_are_counted() {
        assert_eq!(inversions(&[2, 1, 0], 3), 3);
        assert_eq!(inversions(&[0, 1, 1, 2], 3), 0);
        assert_eq!(inversions(&[1, 0, 2, 0], 3), 3);
    }
}
