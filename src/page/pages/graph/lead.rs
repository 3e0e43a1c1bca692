//! What one would say of a graph first: a circle, what is blocked on the path that decides, or what comes next.

use crate::page::book::Book;
use crate::page::graph::picture::{Extent, is_blocked};
use crate::page::graph::scene::Scene;
use crate::page::name;

/// The sentence under the title.
pub(super) fn sentence(book: &Book, scene: &Scene) -> String {
    match scene.circles.as_slice() {
        [] => of_path(book, scene),
        [one] if one.len() == 1 => format!(
            "{} waits for itself and can never begin.",
            spoken(book, one[0])
        ),
        [one] => format!(
            "{} items wait for one another in a circle: none of them can begin.",
            one.len()
        ),
        more => format!(
            "{} circles of items wait for one another: none of these can begin.",
            more.len()
        ),
    }
}

fn of_path(book: &Book, scene: &Scene) -> String {
    let path = decisive(book, scene);
    let goal = scene.of.map(|at| name::title(book.item(at)));
    let open = scene
        .rows
        .iter()
        .filter(|at| !book.item(**at).finished)
        .count();
    let stuck = path.iter().position(|at| is_blocked(&book.edition, *at));
    match (path, stuck) {
        ([], _) | ([_], _) => resting(open),
        (path, Some(stuck)) => blocked(&spoken(book, path[stuck]), path.len() - stuck - 1, goal),
        (path, None) => next(&spoken(book, path[0]), path.len(), goal),
    }
}

/// The longest chain of open work, whether drawn or not.
pub(super) fn decisive<'a>(book: &'a Book, scene: &Scene) -> &'a [usize] {
    match scene.of {
        Some(at) => &book.item(at).longest_path,
        None => &book.edition.longest_path,
    }
}

fn resting(open: usize) -> String {
    match open {
        0 => "Everything that waited for something is complete.".into(),
        _ => "No open work waits for other open work.".into(),
    }
}

fn blocked(what: &str, behind: usize, goal: Option<String>) -> String {
    match (goal, behind) {
        (Some(goal), 0) => format!("{what} decides when {goal} ends, and it is blocked."),
        (Some(goal), 1) => {
            format!(
                "{what} decides when {goal} ends: it is blocked, and one more step waits behind it."
            )
        }
        (Some(goal), more) => {
            format!(
                "{what} decides when {goal} ends: it is blocked, and {more} more steps wait behind it."
            )
        }
        (None, 0) => {
            format!("{what} is the last step of the longest chain of open work, and it is blocked.")
        }
        (None, 1) => format!(
            "{what} is blocked on the longest chain of open work, and one more step waits behind it."
        ),
        (None, more) => {
            format!(
                "{what} is blocked on the longest chain of open work, and {more} more steps wait behind it."
            )
        }
    }
}

fn next(first: &str, steps: usize, goal: Option<String>) -> String {
    match goal {
        Some(goal) => {
            format!(
                "{steps} steps, one after the other, decide when {goal} ends. The first of them is {first}."
            )
        }
        None => {
            format!(
                "The longest chain of open work has {steps} steps. The first of them is {first}."
            )
        }
    }
}

/// With its id where that says more than a number.
fn spoken(book: &Book, at: usize) -> String {
    let item = book.item(at);
    let tells = |id: &String| id.contains(char::is_alphabetic);
    match item.id.as_ref().is_some_and(tells) {
        true => name::short(item),
        false => name::title(item),
    }
}

/// What of it is drawn, where it is not all, and where all of it is.
pub(super) fn extent(book: &Book, scene: &Scene) -> Option<String> {
    let (shown, all) = (scene.picture.shown.len(), scene.picture.all);
    let is_lifted = !scene.between.is_empty();
    let words = match scene.picture.extent {
        Extent::All if is_lifted => return Some(lifted(book, scene)),
        Extent::All => return None,
        Extent::Open => format!(
            "{shown} of {all} are drawn: those that are not complete. All of them are in the tables below."
        ),
        Extent::Near => format!(
            "{shown} of {all} are drawn: the critical path, what stands beside it, what is blocked and what is in a circle. All of them are in the tables below."
        ),
        Extent::Start => format!(
            "{shown} of {all} are drawn: the first of those that decide. All of them are in the tables below."
        ),
    };
    Some(words)
}

fn lifted(book: &Book, scene: &Scene) -> String {
    let areas = scene
        .picture
        .shown
        .iter()
        .filter(|at| book.graph.of(**at).is_some());
    format!(
        "The whole is too much for one drawing: each of {} stands for the items below it, which have a graph of their own.",
        areas.count()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_what_is_stuck_and_what_waits_behind_it() {
        let goal = || Some("The Quay".to_string());
        assert_eq!(
            blocked("T-2", 1, goal()),
            "T-2 decides when The Quay ends: it is blocked, and one more step waits behind it."
        );
        assert!(blocked("T-2", 0, None).ends_with("and it is blocked."));
        assert!(next("T-1", 3, goal()).starts_with("3 steps"));
        assert!(resting(0).contains("complete"));
    }
}
