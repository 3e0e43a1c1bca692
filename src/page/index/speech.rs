//! The words by which a target is found, the most telling first.

use crate::edition::entry::Entry;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::index::role::Role;
use crate::page::index::target::Target;
use crate::page::index::words::{joined, words};
use crate::page::name;
use crate::page::noun;
use crate::page::prose;

/// Tells the words of a target.
pub(super) fn speak(book: &Book, target: &Target, tell: &mut impl FnMut(&str, Role)) {
    match target {
        Target::Item(at) => item(book, book.item(*at), tell),
        Target::Paper(at) => {
            let paper = &book.edition.papers[*at];
            title(&paper.title, tell);
            if book.edition.audience.sources {
                words(&paper.body.from, &mut |word| tell(word, Role::Mark));
            }
            text(&paper.body.text, tell);
        }
        Target::Heading(_, words, _) | Target::Page(words, _) => title(words, tell),
    }
}

fn item(book: &Book, item: &Entry, tell: &mut impl FnMut(&str, Role)) {
    item.id.iter().for_each(|written| id(written, tell));
    title(&name::title(item), tell);
    for alias in &item.aliases {
        words(alias, &mut |word| tell(word, Role::Title));
    }
    let kind = noun::one(&book.tongue, item.kind);
    let state = badge::word(&book.tongue, item);
    let owner = item.owner.as_ref().map(|owner| owner.raw.as_str());
    let sprint = item.sprint.as_ref().and_then(|sprint| sprint.to);
    let sprint = sprint.map(|at| name::short(book.item(at)));
    let labels = item.labels.iter().map(String::as_str);
    let marks = [kind.as_str(), &state].into_iter().chain(owner);
    for words_of in marks.chain(labels).chain(sprint.as_deref()) {
        words(words_of, &mut |word| tell(word, Role::Mark));
    }
    item.body.iter().for_each(|body| text(&body.text, tell));
    let criteria = item.criteria.iter().map(|criterion| &criterion.text);
    let facts = item.fields.iter().map(|fact| &fact.raw);
    for words_of in criteria.chain(facts) {
        words(words_of, &mut |word| said(word, tell));
    }
}

/// `T-029` is found by `t029`, `029`, and without its zeros by `t29` and `29`.
fn id(written: &str, tell: &mut impl FnMut(&str, Role)) {
    let at = written.find(char::is_numeric).unwrap_or(written.len());
    let (letters, number) = written.split_at(at);
    let number = joined(number);
    let bare = number.trim_start_matches('0');
    let short = format!("{}{bare}", joined(letters));
    for word in [&joined(written), &short, &number, bare] {
        if !word.is_empty() {
            tell(word, Role::Id);
        }
    }
    words(written, &mut |word| tell(word, Role::Id));
}

fn title(title: &str, tell: &mut impl FnMut(&str, Role)) {
    let mut role = Role::First;
    words(title, &mut |word| {
        tell(word, role);
        role = Role::Title;
    });
}

fn text(markdown: &str, tell: &mut impl FnMut(&str, Role)) {
    let mut texts = Vec::new();
    for (is_heading, told) in prose::told(markdown) {
        match is_heading {
            true => words(&told, &mut |word| tell(word, Role::Mark)),
            false => texts.push(told),
        }
    }
    for told in texts {
        words(&told, &mut |word| said(word, tell));
    }
}

/// A single letter of a text says nothing.
fn said(word: &str, tell: &mut impl FnMut(&str, Role)) {
    if word.len() > 1 {
        tell(word, Role::Text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_by_its_number() {
        let mut told = Vec::new();
        id("T-029", &mut |word, _| told.push(word.to_string()));
        assert_eq!(told, ["t029", "t29", "029", "29", "t", "029", "t029"]);
    }

    #[test]
    fn the_first_word_of_a_title_is_told_apart() {
        let mut told = Vec::new();
        title("Live reload", &mut |word, role| {
            told.push((word.to_string(), role));
        });
        assert_eq!(
            told,
            [("live".into(), Role::First), ("reload".into(), Role::Title)]
        );
    }
}
