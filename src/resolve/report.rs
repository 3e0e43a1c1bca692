//! What resolving finds wrong, in words.

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::stated::Saying;
use crate::text::span::Place;

fn finding(
    rule: &'static str,
    place: Place,
    message: String,
    label: impl Into<String>,
    help: impl Into<String>,
) -> Diagnostic {
    Diagnostic {
        rule,
        severity: Severity::Warning,
        message,
        place,
        label: label.into(),
        others: Vec::new(),
        help: Some(help.into()),
        fix: None,
    }
}

/// A word for a state that is not in the vocabulary.
pub fn unknown_status(place: Place, raw: &str) -> Diagnostic {
    finding(
        "unknown-status",
        place,
        format!("`{}` is no status that is known", short(raw)),
        "taken for unknown",
        "use a word such as planned, in progress, blocked, done, dropped, or give this one a meaning in `[status]`",
    )
}

/// A date of a day that does not exist.
pub fn impossible_date(place: Place, raw: &str) -> Diagnostic {
    finding(
        "impossible-date",
        place,
        format!("there is no such day as `{}`", short(raw)),
        "no date is taken from it",
        "write a date that exists, as YYYY-MM-DD",
    )
}

/// A date without a year, or with a month that may as well be the day.
pub fn unclear_date(place: Place, raw: &str, taken: Option<Date>) -> Diagnostic {
    finding(
        "unclear-date",
        place,
        format!("`{}` may be more than one day", short(raw)),
        match taken {
            Some(day) => format!("taken for {day}, by the year of the document"),
            None => "no date is taken from it".to_string(),
        },
        "write the year, and the date as YYYY-MM-DD",
    )
}

/// A reference of an item to itself.
pub fn self_reference(place: Place, raw: &str) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        format!("`{}` is the item that says it", short(raw)),
        "an item cannot wait for itself",
        "name the item that is meant, or take the reference away",
    )
}

/// Two places that state different things.
pub fn conflict(name: &str, won: &Saying, other: &Saying) -> Diagnostic {
    let mut found = finding(
        "conflicting-mentions",
        other.place,
        format!(
            "the {name} is `{}` here and `{}` elsewhere",
            short(&other.raw),
            short(&won.raw)
        ),
        format!("says `{}`", short(&other.raw)),
        "make both say the same; the more specific place counts until then",
    );
    found
        .others
        .push((won.place, format!("says `{}`, and counts", short(&won.raw))));
    found
}

/// A link to a document that is not there.
pub fn broken_link(place: Place, link: &str, nearest: Option<&str>) -> Diagnostic {
    let help = nearest.map_or_else(
        || "write the document, or take the link out".to_string(),
        |path| format!("there is `{path}`: is that meant?"),
    );
    finding(
        "broken-link",
        place,
        format!("there is no document `{link}`"),
        "leads nowhere",
        help,
    )
}

/// A reference that leads to no item.
pub fn broken_reference(place: Place, raw: &str, nearest: Option<&str>) -> Diagnostic {
    let help = nearest.map_or_else(|| "name an item by its id or its title, or write `External:` before what is outside the plan".to_string(), |title| format!("is `{title}` meant?"));
    finding(
        "broken-reference",
        place,
        format!("no item is found for `{}`", short(raw)),
        "leads to no item",
        help,
    )
}

/// A reference that may mean several items.
pub fn ambiguous_reference(
    place: Place,
    raw: &str,
    count: usize,
    candidates: Vec<(Place, String)>,
) -> Diagnostic {
    let mut found = finding(
        "ambiguous-reference",
        place,
        format!("`{}` may mean {count} items", short(raw)),
        "left open",
        "name one of them by its id or its whole title",
    );
    found.others = candidates
        .into_iter()
        .take(4)
        .map(|(place, title)| (place, format!("may be `{}`", short(&title))))
        .collect();
    found
}

/// Two documents with one id.
pub fn duplicate_id(place: Place, id: &str, first: Place) -> Diagnostic {
    let mut found = finding(
        "duplicate-id",
        place,
        format!("the id `{}` is taken", short(id)),
        "has it too",
        "give one of them another id",
    );
    found.others.push((first, "has it first".to_string()));
    found
}

/// A parent that stands below its part.
pub fn unfit_parent(place: Place, raw: &str, found: Kind, kind: Kind) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        format!(
            "`{}` is a {}, which holds no {}",
            short(raw),
            found.name(),
            kind.name()
        ),
        "not taken for its parent",
        "name a parent of a higher level, or correct the kind of one of the two",
    )
}

/// Items that are parts of one another.
pub fn parent_loop(place: Place, raw: &str) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        format!("`{}` is itself a part of this item", short(raw)),
        "not taken for its parent",
        "let one of the two name another parent",
    )
}

/// The beginning of long words.
fn short(raw: &str) -> String {
    let line = raw.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_string(),
    }
}
