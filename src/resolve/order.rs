//! The order of the plan: by path, numbers in it by value, then by place.

use std::sync::Arc;

use crate::read::mention::Mentions;
use crate::resolve::identity::Groups;

/// Brings the groups into the order of the plan: by path, numbers in it by value, then by place.
pub fn sort(groups: &mut Groups<'_>, all: &[Arc<Mentions>], paths: &[String]) {
    let mut by_path: Vec<usize> = (0..paths.len()).collect();
    by_path.sort_by_cached_key(|file| natural(&paths[*file]));
    let mut rank = vec![0; paths.len()];
    by_path
        .iter()
        .enumerate()
        .for_each(|(at, file)| rank[*file] = at);
    let mut order: Vec<usize> = (0..groups.groups.len()).collect();
    order.sort_by_key(|group| {
        groups.groups[*group]
            .members
            .first()
            .map(|(file, at)| (rank[*file], all[*file].found[*at].span.start))
    });
    groups.reorder(&order);
}

/// A path with its numbers filled up, so that `milestone-10` comes behind `milestone-2`.
fn natural(path: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in path.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            out.push_str(&format!("{:0>12}", digits.trim_start_matches('0')));
            digits.clear();
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_by_value() {
        let mut paths = ["m-10.md", "m-2.md", "m-02.md", "a.md"];
        paths.sort_by_cached_key(|path| natural(path));
        assert_eq!(paths, ["a.md", "m-2.md", "m-02.md", "m-10.md"]);
    }
}
