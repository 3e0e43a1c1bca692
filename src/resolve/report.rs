//! What resolving finds wrong, in words.

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::stated::Saying;
use crate::text::slot::Form;
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
        "counts as unknown",
        "begin with planned, in progress, blocked, done or dropped, or explain the word in `[status]`",
    )
}

/// A mark in a box that may mean anything.
pub fn unknown_mark(place: Place, raw: &str) -> Diagnostic {
    finding(
        "unknown-status",
        place,
        format!("`{}` is no mark of a box that is known", short(raw)),
        "counts as unknown",
        "write `[ ]` planned, `[~]` in progress, `[!]` blocked, `[x]` done or `[>]` dropped",
    )
}

/// A date of a day that does not exist.
pub fn impossible_date(place: Place, raw: &str) -> Diagnostic {
    finding(
        "impossible-date",
        place,
        format!("there is no such day as `{}`", short(raw)),
        "the item has no date",
        "write a day of the calendar, as YYYY-MM-DD",
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
            None => "the item has no date".to_string(),
        },
        match taken {
            Some(day) => format!("write {day} if that is meant"),
            None => "write it as YYYY-MM-DD".to_string(),
        },
    )
}

/// A reference of an item to itself.
pub fn self_reference(place: Place, raw: &str) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        format!("`{}` refers to itself", short(raw)),
        "this is the item itself",
        "name the other item that is meant, or take the reference out",
    )
}

/// Two places that state different things.
pub fn conflict(
    item: &str,
    fact: &str,
    (won, is_done): (&Saying, bool),
    other: &Saying,
) -> Diagnostic {
    let (here, there) = (short(&other.raw), short(&won.raw));
    let mut found = finding(
        "conflicting-mentions",
        other.place,
        format!(
            "the {fact} of `{}` is `{here}` here, but `{there}` where it counts",
            short(item)
        ),
        format!("says `{here}`"),
        match (other.form, is_done) {
            (Form::Checkbox, true) => "tick the box, or correct the other place".to_string(),
            (Form::Checkbox, false) => "clear the box, or correct the other place".to_string(),
            _ => format!("write `{there}` here too, or correct the other place"),
        },
    );
    found
        .others
        .push((won.place, format!("says `{there}`, and counts")));
    found
}

/// More items than are followed.
pub fn too_many(place: Place, raw: &str, count: usize, most: usize) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        format!(
            "`{}` means {count} items, and at most {most} are followed",
            short(raw)
        ),
        "waits for none of them",
        "name what it really waits for, or the phase or milestone that holds all of them",
    )
}

/// References that lead to no item.
pub fn broken_reference(place: Place, raws: &[&str], nearest: Option<&str>) -> Diagnostic {
    const NAMED: usize = 4;
    let named = raws
        .iter()
        .take(NAMED)
        .map(|raw| format!("`{}`", short(raw)));
    let mut names = named.collect::<Vec<_>>().join(", ");
    if raws.len() > NAMED {
        names.push_str(&format!(" and {} more", raws.len() - NAMED));
    }
    let label = match raws {
        [_] => "leads to no item",
        _ => "these lead to no item",
    };
    let help = match (nearest, raws) {
        (Some(title), _) => format!("write `{title}` if that is meant"),
        (None, [one]) if one.chars().count() <= 30 => format!(
            "name an item by its id or title, or write `External: {one}` for what is not planned here"
        ),
        _ => "name items by id or title, or write `External:` before what is not planned here"
            .to_string(),
    };
    let message = format!("no item is found for {names}");
    finding("broken-reference", place, message, label, help)
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
        "leads to none of them",
        "name the one that is meant by its id or its whole title",
    );
    found.others = candidates
        .into_iter()
        .take(4)
        .map(|(place, title)| (place, format!("may be `{}`", short(&title))))
        .collect();
    found
}

/// Two documents with one id.
pub fn duplicate_id(
    place: Place,
    id: &str,
    first: Place,
    title: &str,
    is_same: bool,
) -> Diagnostic {
    let (id, title) = (short(id), short(title));
    let (message, help) = match is_same {
        true => (
            format!("`{title}` with the id `{id}` is told by two documents"),
            "keep one of them and delete the other; until then both count",
        ),
        false => (
            format!("the id `{id}` is that of `{title}` too"),
            "give one of them another id: a reference to it may mean either",
        ),
    };
    let mut found = finding("duplicate-id", place, message, "the second", help);
    found.others.push((first, "the first".to_string()));
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
