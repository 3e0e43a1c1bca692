//! reading/x.html: how one document was read, line by line.

use serde::Serialize;

use crate::edition::nature::Counts;
use crate::edition::record::Record;
use crate::page::book::Book;
use crate::page::lines::{self, LINES};
use crate::page::page::{Inner, Leaf};
use crate::page::section::{Action, Head};
use crate::page::words::{list, several};
use crate::theme::markup::Markup;

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
    let crumb = |words: &str, address: &str| (words.to_string(), address.to_string());
    Leaf {
        address: book.routes.reading(at).to_string(),
        title: path.to_string(),
        description: format!("How {path} was read"),
        entry: Some("reading.html".into()),
        branch: None,
        is_wide: true,
        crumbs: vec![
            crumb("Plan", "index.html"),
            crumb("How it was read", "reading.html"),
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
    let path = record.path(at);
    let found = record.lines(at);
    let shown = &found[..found.len().min(LINES)];
    let counts = Counts::of(shown);
    let left = found.len() - shown.len();
    let kicker = match left {
        0 => path.to_string(),
        _ => format!("{path}, lines 1 to {LINES} of {}", found.len()),
    };
    Lines {
        head: Head {
            kicker: Some(Markup::text(&kicker)),
            title: Markup::text("How it was read"),
            lead: Some(Markup::text(&told(
                Counts::of(&found),
                record.is_template(at),
            ))),
            actions: actions(book, path),
            ..Head::default()
        },
        rows: Markup::html(lines::rows(book, book.routes.reading(at), &found)),
        all: shown.len(),
        taken: counts.taken,
        doubt: counts.doubts,
        rest: (left > 0).then(|| {
            let are = if left == 1 { "is" } else { "are" };
            format!("{} {are} left out here.", several(left, "further line"))
        }),
        command: format!("plansite explain {}", shell(path)),
    }
}

fn actions(book: &Book, path: &str) -> Vec<Action> {
    let action = |href, icon, words| Action { href, icon, words };
    let see = book.source(path, 1);
    let edit = book.edit(path);
    see.map(|href| action(href, "file", "Source"))
        .into_iter()
        .chain(edit.map(|href| action(href, "edit", "Edit")))
        .collect()
}

/// "25 lines were taken for something, 12 are comments and 23 are blank or rules. 8 are in doubt."
fn told(counts: Counts, is_template: bool) -> String {
    let are = |count: usize, words: &str| match count {
        0 => None,
        1 => Some(format!("1 is {words}")),
        _ => Some(format!("{count} are {words}")),
    };
    let taken = match counts.taken {
        _ if is_template => None,
        0 => Some("No line was taken for anything".to_string()),
        1 => Some("1 line was taken for something".to_string()),
        count => Some(format!("{count} lines were taken for something")),
    };
    let rest = [
        are(counts.prose, "prose or headings"),
        are(counts.comments, "private comments"),
        are(counts.silent, "blank or rules"),
    ];
    let parts: Vec<String> = taken
        .into_iter()
        .chain(rest.into_iter().flatten())
        .collect();
    let doubt = are(counts.doubts, "in doubt");
    let doubt = doubt.unwrap_or_else(|| "Nothing is in doubt".into());
    let template = match is_template {
        true => "This is a template: nothing is taken from it. ",
        false => "",
    };
    match counts.prose + counts.comments + counts.silent + counts.taken {
        0 => "Nothing is written in this document.".into(),
        _ => format!("{template}{}. {doubt}.", list(&parts)),
    }
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
            told(counts, false),
            "25 lines were taken for something, 12 are private comments and 23 are blank or rules. 8 are in doubt."
        );
        let prose = Counts {
            prose: 2,
            ..Counts::default()
        };
        assert_eq!(
            told(prose, false),
            "No line was taken for anything and 2 are prose or headings. Nothing is in doubt."
        );
        assert!(
            told(prose, true).starts_with("This is a template: nothing is taken from it. 2 are")
        );
        assert_eq!(
            told(Counts::default(), false),
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
