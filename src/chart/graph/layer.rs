//! In which column each node stands: after all that lead to it.

/// Ways from node to node without circles: of each circle one way is turned round, and what leads to itself is left out.
pub(crate) fn forward(count: usize, edges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut onward = vec![Vec::new(); count];
    for (from, to) in edges.iter().filter(|(from, to)| from != to) {
        onward[*from].push(*to);
    }
    let mut found = Vec::with_capacity(edges.len());
    let mut state = vec![State::New; count];
    for root in 0..count {
        walk(root, &onward, &mut state, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Closed,
}

/// A walk in depth without recursion; a way back to what is still open closes a circle.
fn walk(root: usize, onward: &[Vec<usize>], state: &mut [State], found: &mut Vec<(usize, usize)>) {
    if state[root] != State::New {
        return;
    }
    state[root] = State::Open;
    let mut path = vec![(root, 0)];
    while let Some((node, next)) = path.last_mut() {
        let (here, to) = (*node, onward[*node].get(*next).copied());
        *next += 1;
        match to {
            Some(to) if state[to] == State::Open => found.push((to, here)),
            Some(to) => {
                found.push((here, to));
                if state[to] == State::New {
                    state[to] = State::Open;
                    path.push((to, 0));
                }
            }
            None => {
                state[here] = State::Closed;
                path.pop();
            }
        }
    }
}

/// The column of each node: one after the last of those that lead to it. What has more ways on than ways to it moves
/// towards those.
pub(crate) fn columns(count: usize, forward: &[(usize, usize)]) -> Vec<usize> {
    let (mut before, mut after) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for (from, to) in forward {
        before[*to].push(*from);
        after[*from].push(*to);
    }
    let mut missing: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut order: Vec<usize> = (0..count).filter(|at| missing[*at] == 0).collect();
    let mut column = vec![0usize; count];
    let mut next = 0;
    while let Some(node) = order.get(next).copied() {
        next += 1;
        for to in &after[node] {
            column[*to] = column[*to].max(column[node] + 1);
            missing[*to] -= 1;
            if missing[*to] == 0 {
                order.push(*to);
            }
        }
    }
    for node in order.into_iter().rev() {
        let nearest = after[node].iter().map(|to| column[*to]).min();
        if let Some(nearest) = nearest.filter(|_| after[node].len() > before[node].len()) {
            column[node] = nearest.saturating_sub(1);
        }
    }
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(count: usize, edges: &[(usize, usize)]) -> Vec<usize> {
        columns(count, &forward(count, edges))
    }

    #[test]
    fn a_node_stands_after_all_that_lead_to_it() {
        assert_eq!(of(4, &[(0, 1), (1, 2), (0, 2), (2, 3)]), [0, 1, 2, 3]);
        assert_eq!(of(2, &[]), [0, 0]);
    }

    #[test]
    fn what_only_leads_on_stands_near_to_it() {
        assert_eq!(of(4, &[(0, 1), (1, 2), (3, 2)]), [0, 1, 2, 1]);
    }

    #[test]
    fn circles_are_opened_at_one_place() {
        assert_eq!(
            forward(3, &[(0, 1), (1, 2), (2, 0)]),
            [(0, 1), (0, 2), (1, 2)]
        );
        assert_eq!(of(3, &[(0, 1), (1, 2), (2, 0)]), [0, 1, 2]);
        assert_eq!(of(1, &[(0, 0)]), [0]);
        assert_eq!(of(2, &[(0, 1), (1, 0)]), [0, 1]);
    }
}
