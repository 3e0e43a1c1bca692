//! reading/x.html: how one document was read, line by line.

use serde::Serialize;

use crate::edition::nature::Counts;
use crate::edition::record::Record;
use crate::page::book::Book;
use crate::page::lines::{self, LINES};
use crate::page::page::{Inner, Leaf};
use crate::page::section::{Action, Head};
use crate::theme::markup::Markup;
use crate::theme::tongue::{Tongue, forms, key};

/// What the template of a document is given.
#[derive(Serialize)]
struct Lines {
    head: Head,
    rows: Markup,
    all: usize,
    taken: usize,
    doubt: usize,
    rest: Option<String>,
    command: String,
}

/// The page of a document.
pub(super) fn document(book: &Book, record: &Record, at: usize) -> Leaf {
    let path = record.path(at);
    let crumb = |words: &'static str, address: &str| {
        (book.tongue.say(words).into_owned(), address.to_string())
    };
    Leaf {
        address: book.routes.reading(at).to_string(),
        title: path.to_string(),
        description: book.tongue.tell("How {path} was read", &[("path", &path)]),
        entry: Some("reading.html".into()),
        branch: None,
        is_wide: true,
        crumbs: vec![
            crumb(key("Plan"), "index.html"),
            crumb(key("How it was read"), "reading.html"),
        ],
        style: None,
        fill: Box::new(move |book| {
            let Some(record) = &book.edition.record else {
                return Ok(Inner {
                    main: String::new(),
                    sections: Vec::new(),
                });
            };
            Ok(Inner {
                main: book.render("lines", &lines_of(book, record, at))?,
                sections: Vec::new(),
            })
        }),
    }
}

fn lines_of(book: &Book, record: &Record, at: usize) -> Lines {
    let (path, tongue) = (record.path(at), &*book.tongue);
    let found = record.lines(at);
    let shown = &found[..found.len().min(LINES)];
    let all = Counts::of(&found);
    let counts = match shown.len() == found.len() {
        true => all,
        false => Counts::of(shown),
    };
    let left = found.len() - shown.len();
    let kicker = match left {
        0 => path.to_string(),
        _ => tongue.tell(
            "{path}, lines 1 to {last} of {all}",
            &[("path", &path), ("last", &LINES), ("all", &found.len())],
        ),
    };
    Lines {
        head: Head {
            kicker: Some(Markup::text(&kicker)),
            title: Markup::text(&tongue.say("How it was read")),
            lead: Some(Markup::text(&told(tongue, all, record.is_template(at)))),
            actions: actions(book, path),
            ..Head::default()
        },
        rows: Markup::html(lines::rows(book, book.routes.reading(at), &found)),
        all: shown.len(),
        taken: counts.taken,
        doubt: counts.doubts,
        rest: (left > 0).then(|| {
            tongue.count(
                left,
                "{number} further line is left out here.",
                "{number} further lines are left out here.",
                &[],
            )
        }),
        command: format!("plansite explain {}", shell(path)),
    }
}

fn actions(book: &Book, path: &str) -> Vec<Action> {
    let action = |href, icon, words| Action { href, icon, words };
    let see = book.source(path, 1);
    let edit = book.edit(path);
    see.map(|href| action(href, "file", key("Source")))
        .into_iter()
        .chain(edit.map(|href| action(href, "edit", key("Edit"))))
        .collect()
}

/// "25 lines were taken for something, 12 are comments and 23 are blank or rules. 8 are in doubt."
fn told(tongue: &Tongue, counts: Counts, is_template: bool) -> String {
    if counts.prose + counts.comments + counts.silent + counts.taken == 0 {
        return tongue
            .say("Nothing is written in this document.")
            .into_owned();
    }
    let taken = match counts.taken {
        _ if is_template => None,
        0 => Some(tongue.say("No line was taken for anything").into_owned()),
        number => Some(tongue.count(
            number,
            "{number} line was taken for something",
            "{number} lines were taken for something",
            &[],
        )),
    };
    let rest = [
        (
            counts.prose,
            forms(
                "{number} is prose or headings",
                "{number} are prose or headings",
            ),
        ),
        (
            counts.comments,
            forms(
                "{number} is private comments",
                "{number} are private comments",
            ),
        ),
        (
            counts.silent,
            forms("{number} is blank or rules", "{number} are blank or rules"),
        ),
    ];
    let rest = rest.into_iter().filter(|(number, _)| *number > 0);
    let rest = rest.map(|(number, (one, many))| tongue.count(number, one, many, &[]));
    let parts: Vec<String> = taken.into_iter().chain(rest).collect();
    let lines = tongue.tell("{words}.", &[("words", &tongue.list(&parts))]);
    let doubt = match counts.doubts {
        0 => tongue.say("Nothing is in doubt.").into_owned(),
        number => tongue.count(
            number,
            "{number} is in doubt.",
            "{number} are in doubt.",
            &[],
        ),
    };
    let template = is_template.then(|| {
        tongue
            .say("This is a template: nothing is taken from it.")
            .into_owned()
    });
    let told: Vec<String> = template.into_iter().chain([lines, doubt]).collect();
    told.join(" ")
}

/// A path as one word of a command line.
fn shell(path: &str) -> String {
    let path = match path.starts_with('-') {
        true => format!("./{path}"),
        false => path.to_string(),
    };
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,@:".contains(c);
    match path.chars().all(is_plain) {
        true => path,
        false => format!("'{}'", path.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_by_what_they_are() {
        let counts = Counts {
            taken: 25,
            comments: 12,
            silent: 23,
            prose: 0,
            doubts: 8,
        };
        assert_eq!(
            told(&Tongue::english(), counts, false),
            "25 lines were taken for something, 12 are private comments and 23 are blank or rules. 8 are in doubt."
        );
        let prose = Counts {
            prose: 2,
            ..Counts::default()
        };
        assert_eq!(
            told(&Tongue::english(), prose, false),
            "No line was taken for anything and 2 are prose or headings. Nothing is in doubt."
        );
        assert!(
            told(&Tongue::english(), prose, true)
                .starts_with("This is a template: nothing is taken from it. 2 are")
        );
        assert_eq!(
            told(&Tongue::english(), Counts::default(), false),
            "Nothing is written in this document."
        );
    }

    #[test]
    fn a_path_is_one_word_of_the_command() {
        assert_eq!(shell("docs/a.md"), "docs/a.md");
        assert_eq!(shell("it's a.md"), "'it'\\''s a.md'");
        assert_eq!(shell("-x.md"), "./-x.md");
    }
}
