//! What one would say of a graph first: a circle, what is blocked on the path that decides, or what comes next.

use crate::page::book::Book;
use crate::page::graph::picture::{Extent, is_blocked};
use crate::page::graph::scene::Scene;
use crate::page::name;
use crate::theme::tongue::{Tongue, key};

/// The sentence under the title.
pub(super) fn sentence(book: &Book, scene: &Scene) -> String {
    let tongue = &book.tongue;
    match scene.circles.as_slice() {
        [] => of_path(book, scene),
        [one] if one.len() == 1 => tongue.tell(
            "{item} waits for itself and can never begin.",
            &[("item", &spoken(book, one[0]))],
        ),
        [one] => tongue.tell(
            "{count} items wait for one another in a circle: none of them can begin.",
            &[("count", &one.len())],
        ),
        more => tongue.tell(
            "{count} circles of items wait for one another: none of these can begin.",
            &[("count", &more.len())],
        ),
    }
}

fn of_path(book: &Book, scene: &Scene) -> String {
    let tongue = &book.tongue;
    let path = decisive(book, scene);
    let goal = scene.of.map(|at| name::title(book.item(at)));
    let mut rows = scene.rows.iter();
    let stuck = path.iter().position(|at| is_blocked(&book.edition, *at));
    match (path, stuck) {
        ([] | [_], _) if rows.all(|at| book.item(*at).finished) => tongue
            .say("Everything that waited for something is complete.")
            .into_owned(),
        ([] | [_], _) => tongue
            .say("No open work waits for other open work.")
            .into_owned(),
        (path, Some(stuck)) => {
            let behind = path.len() - stuck - 1;
            blocked(tongue, &spoken(book, path[stuck]), behind, goal)
        }
        (path, None) => next(tongue, &spoken(book, path[0]), path.len(), goal),
    }
}

/// The longest chain of open work, whether drawn or not.
pub(super) fn decisive<'a>(book: &'a Book, scene: &Scene) -> &'a [usize] {
    match scene.of {
        Some(at) => &book.item(at).longest_path,
        None => &book.edition.longest_path,
    }
}

fn blocked(tongue: &Tongue, what: &str, behind: usize, goal: Option<String>) -> String {
    match (goal, behind) {
        (Some(goal), 0) => tongue.tell(
            "{item} decides when {goal} ends, and it is blocked.",
            &[("item", &what), ("goal", &goal)],
        ),
        (Some(goal), more) => tongue.count(
            more,
            "{item} decides when {goal} ends: it is blocked, and one more step waits behind it.",
            "{item} decides when {goal} ends: it is blocked, and {number} more steps wait behind it.",
            &[("item", &what), ("goal", &goal)],
        ),
        (None, 0) => tongue.tell(
            "{item} is the last step of the longest chain of open work, and it is blocked.",
            &[("item", &what)],
        ),
        (None, more) => tongue.count(
            more,
            "{item} is blocked on the longest chain of open work, and one more step waits behind it.",
            "{item} is blocked on the longest chain of open work, and {number} more steps wait behind it.",
            &[("item", &what)],
        ),
    }
}

fn next(tongue: &Tongue, first: &str, steps: usize, goal: Option<String>) -> String {
    match goal {
        Some(goal) => tongue.tell(
            "{count} steps, one after the other, decide when {goal} ends. The first of them is {item}.",
            &[("count", &steps), ("goal", &goal), ("item", &first)],
        ),
        None => tongue.tell(
            "The longest chain of open work has {count} steps. The first of them is {item}.",
            &[("count", &steps), ("item", &first)],
        ),
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
    let sentence = match scene.picture.extent {
        Extent::All if is_lifted => key(
            "The whole is too much for one drawing: here a milestone stands for the items below it. Each has a graph of its own.",
        ),
        Extent::All => return None,
        Extent::Open => key(
            "{shown} of {all} are drawn: those that are not complete. All of them are in the tables below.",
        ),
        Extent::Near => key(
            "{shown} of {all} are drawn: the critical path, what stands beside it, what is blocked and what is in a circle. All of them are in the tables below.",
        ),
        Extent::Start => key(
            "{shown} of {all} are drawn: the first of those that decide. All of them are in the tables below.",
        ),
    };
    Some(
        book.tongue
            .tell(sentence, &[("shown", &shown), ("all", &all)]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_what_is_stuck_and_what_waits_behind_it() {
        let (english, goal) = (Tongue::english(), || Some("The Quay".to_string()));
        assert_eq!(
            blocked(&english, "T-2", 1, goal()),
            "T-2 decides when The Quay ends: it is blocked, and one more step waits behind it."
        );
        assert!(blocked(&english, "T-2", 3, None).ends_with("3 more steps wait behind it."));
        assert!(blocked(&english, "T-2", 0, None).ends_with("and it is blocked."));
        assert!(next(&english, "T-1", 3, goal()).starts_with("3 steps"));
    }
}
