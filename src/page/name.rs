//! What an item is called: in a list, in a sentence, above its page.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::noun;
use crate::theme::tongue::Tongue;

/// Its id and its title: "M2 A site worth reading", "1 Foundation".
pub fn short(item: &Entry) -> String {
    match &item.id {
        Some(id) if !item.title.is_empty() && !ends_with_word(&item.title, id) => {
            format!("{id} {}", title(item))
        }
        _ => title(item),
    }
}

/// Whether a title ends with the id and need not be told it again: "Sprint 2".
fn ends_with_word(title: &str, id: &str) -> bool {
    let before = title.strip_suffix(id);
    before.is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace))
}

/// Its title, or what else it is known by.
pub fn title(item: &Entry) -> String {
    match (&item.title, &item.id) {
        (title, _) if !title.is_empty() => title.clone(),
        (_, Some(id)) => id.clone(),
        _ => item.key.clone(),
    }
}

/// Whether an id tells by letters what it is: `US-101`, and not `0.5`.
fn says_kind(id: &str) -> bool {
    id.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// What stands above its title in the language of the pages: "Milestone 0.5", "US-101".
pub fn above(tongue: &Tongue, item: &Entry) -> String {
    let kind = match item.week {
        true => tongue.say("Week").into_owned(),
        false => noun::title(tongue, item.kind),
    };
    match &item.id {
        Some(id) if says_kind(id) => id.clone(),
        Some(id) => tongue.tell("{kind} {id}", &[("kind", &kind), ("id", id)]),
        None => kind,
    }
}

/// What one calls it in a sentence in the language of the pages: "The Engine", "Sprint 6", "S-1".
pub fn called(tongue: &Tongue, item: &Entry) -> String {
    let numbered = |number: &String| tongue.tell("Sprint {which}", &[("which", number)]);
    match &item.id {
        Some(id) if item.kind == Kind::Sprint && is_bare(id) => numbered(id),
        Some(id) if item.kind == Kind::Sprint => id.clone(),
        None if item.kind == Kind::Sprint && is_bare(&item.title) => numbered(&item.title),
        _ => title(item),
    }
}

/// What one calls it in a sentence: "The Engine", "Sprint 6", "S-1".
pub fn spoken(item: &Entry) -> String {
    match &item.id {
        Some(id) if item.kind == Kind::Sprint && is_bare(id) => format!("Sprint {id}"),
        Some(id) if item.kind == Kind::Sprint => id.clone(),
        None if item.kind == Kind::Sprint && is_bare(&item.title) => {
            format!("Sprint {}", item.title)
        }
        _ => title(item),
    }
}

fn is_bare(title: &str) -> bool {
    title.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_at_the_end_of_a_title_is_told_once() {
        assert!(ends_with_word("Sprint 2", "2") && ends_with_word("M1", "M1"));
        assert!(!ends_with_word("Sprint 12", "2") && !ends_with_word("Slips", "2"));
    }
}
