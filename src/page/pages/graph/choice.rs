//! The way from one graph to the others.

use serde::Serialize;

use crate::page::book::{Book, relative};
use crate::page::filter::short;
use crate::page::route::list_page;
use crate::page::words::clip;

/// So many graphs stand side by side; of more, the neighbours.
const MOST: usize = 7;

/// How long a name may be here.
const LONGEST: usize = 28;

/// A graph that one can go to.
#[derive(Serialize)]
pub(super) struct Choice {
    href: String,
    words: String,
    is_here: bool,
}

/// The graph of all, and those near the shown one; none where there is but one.
pub(super) fn choices(book: &Book, from: &str, here: usize) -> Vec<Choice> {
    let scenes = &book.graph.scenes;
    if scenes.len() < 2 {
        return Vec::new();
    }
    let shown = near(here, scenes.len());
    let choice = |number: usize| Choice {
        href: relative(from, &list_page(&scenes[number].name, 0)),
        words: match scenes[number].of {
            Some(at) => clip(&short(book.item(at)), LONGEST).into_owned(),
            None => book.tongue.say("Whole plan").into_owned(),
        },
        is_here: number == here,
    };
    shown.into_iter().map(choice).collect()
}

/// The first one, and those around the shown one.
fn near(here: usize, count: usize) -> Vec<usize> {
    let room = MOST.min(count) - 1;
    let first = here.saturating_sub(room / 2).clamp(1, count - room);
    std::iter::once(0).chain(first..first + room).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neighbours_of_the_shown_one_are_near() {
        assert_eq!(near(0, 3), [0, 1, 2]);
        assert_eq!(near(0, 50), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(near(20, 50), [0, 17, 18, 19, 20, 21, 22]);
        assert_eq!(near(49, 50), [0, 44, 45, 46, 47, 48, 49]);
    }
}
