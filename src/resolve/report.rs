//! What resolving finds wrong, in words.

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::reason::{Part, Reason};
use crate::model::stated::Saying;
use crate::text::slot::Form;
use crate::text::span::Place;

fn finding(
    rule: &'static str,
    place: Place,
    message: Reason,
    label: impl Into<String>,
    help: Reason,
) -> Diagnostic {
    Diagnostic {
        rule,
        severity: Severity::Warning,
        message: message.into(),
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
        Reason::new("`{written}` is no status that is known").words("written", &short(raw)),
        "counts as unknown",
        Reason::new(
            "begin with planned, in progress, blocked, done or dropped, or explain the word in `[status]`",
        ),
    )
}

/// A mark in a box that may mean anything.
pub fn unknown_mark(place: Place, raw: &str) -> Diagnostic {
    finding(
        "unknown-status",
        place,
        Reason::new("`{written}` is no mark of a box that is known").words("written", &short(raw)),
        "counts as unknown",
        Reason::new(
            "write `[ ]` planned, `[~]` in progress, `[!]` blocked, `[x]` done or `[>]` dropped",
        ),
    )
}

/// A date of a day that does not exist.
pub fn impossible_date(place: Place, raw: &str) -> Diagnostic {
    finding(
        "impossible-date",
        place,
        Reason::new("there is no such day as `{written}`").words("written", &short(raw)),
        "the item has no date",
        Reason::new("write a day of the calendar, as YYYY-MM-DD"),
    )
}

/// A date without a year, or with a month that may as well be the day.
pub fn unclear_date(place: Place, raw: &str, taken: Option<Date>) -> Diagnostic {
    finding(
        "unclear-date",
        place,
        Reason::new("`{written}` may be more than one day").words("written", &short(raw)),
        match taken {
            Some(day) => format!("taken for {day}, by the year of the document"),
            None => "the item has no date".to_string(),
        },
        match taken {
            Some(day) => {
                Reason::new("write {date} if that is meant").words("date", &day.to_string())
            }
            None => Reason::new("write it as YYYY-MM-DD"),
        },
    )
}

/// A reference of an item to itself.
pub fn self_reference(place: Place, raw: &str) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        Reason::new("`{written}` refers to itself").words("written", &short(raw)),
        "this is the item itself",
        Reason::new("name the other item that is meant, or take the reference out"),
    )
}

/// Two places that state different things.
pub fn conflict(
    item: &str,
    fact: Reason,
    (won, is_done): (&Saying, bool),
    other: &Saying,
) -> Diagnostic {
    let (here, there) = (short(&other.raw), short(&won.raw));
    let mut found = finding(
        "conflicting-mentions",
        other.place,
        fact.words("item", &short(item))
            .words("here", &here)
            .words("there", &there),
        format!("says `{here}`"),
        match (other.form, is_done) {
            (Form::Checkbox, true) => Reason::new("tick the box, or correct the other place"),
            (Form::Checkbox, false) => Reason::new("clear the box, or correct the other place"),
            _ => Reason::new("write `{there}` here too, or correct the other place")
                .words("there", &there),
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
        Reason::count(
            count,
            "`{written}` means {number} item, and at most {most} are followed",
            "`{written}` means {number} items, and at most {most} are followed",
        )
        .words("written", &short(raw))
        .words("most", &most.to_string()),
        "waits for none of them",
        Reason::new(
            "name what it really waits for, or the phase or milestone that holds all of them",
        ),
    )
}

/// References that lead to no item.
pub fn broken_reference(place: Place, raws: &[&str], nearest: Option<&str>) -> Diagnostic {
    const NAMED: usize = 4;
    let named = |raw: &&str| Reason::new("`{written}`").words("written", &short(raw));
    let named = raws.iter().take(NAMED).map(named).map(Part::Reason);
    let message = match raws.len().saturating_sub(NAMED) {
        0 => Reason::new("no item is found for {names}"),
        more => Reason::count(
            more,
            "no item is found for {names} and {number} more",
            "no item is found for {names} and {number} more",
        ),
    };
    let message = message.with("names", Part::Row(named.collect()));
    let label = match raws {
        [_] => "leads to no item",
        _ => "these lead to no item",
    };
    let help = match (nearest, raws) {
        (Some(title), _) => Reason::new("write `{title}` if that is meant").words("title", title),
        (None, [one]) if one.chars().count() <= 30 => Reason::new("name an item by its id or title, or write `External: {written}` for what is not planned here").words("written", one),
        _ => Reason::new("name items by id or title, or write `External:` before what is not planned here"),
    };
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
        Reason::count(
            count,
            "`{written}` may mean {number} item",
            "`{written}` may mean {number} items",
        )
        .words("written", &short(raw)),
        "leads to none of them",
        Reason::new("name the one that is meant by its id or its whole title"),
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
            Reason::new("`{title}` with the id `{id}` is told by two documents"),
            Reason::new("keep one of them and delete the other; until then both count"),
        ),
        false => (
            Reason::new("the id `{id}` is that of `{title}` too"),
            Reason::new("give one of them another id: a reference to it may mean either"),
        ),
    };
    let message = message.words("id", &id).words("title", &title);
    let mut found = finding("duplicate-id", place, message, "the second", help);
    found.others.push((first, "the first".to_string()));
    found
}

/// A parent that stands below its part.
pub fn unfit_parent(place: Place, raw: &str, found: Kind, kind: Kind) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        Reason::new("`{written}` is a {kind}, which holds no {part}")
            .words("written", &short(raw))
            .with("kind", Part::Word(found.name()))
            .with("part", Part::Word(kind.name())),
        "not taken for its parent",
        Reason::new("name a parent of a higher level, or correct the kind of one of the two"),
    )
}

/// Items that are parts of one another.
pub fn parent_loop(place: Place, raw: &str) -> Diagnostic {
    finding(
        "broken-reference",
        place,
        Reason::new("`{written}` is itself a part of this item").words("written", &short(raw)),
        "not taken for its parent",
        Reason::new("let one of the two name another parent"),
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
