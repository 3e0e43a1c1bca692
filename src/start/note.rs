//! What the author of a new document may want to know.

use crate::model::kind::Kind;
use crate::start::gap;
use crate::start::ground::{Ground, Neighbour, most};
use crate::start::matter::Matter;
use crate::start::sort::Sort;
use crate::text::similar::fold;

/// What the document does not have and others do, what is called like it, and where else its kind is told of.
pub fn notes(ground: &Ground<'_>, matter: &Matter, neighbours: &[Neighbour<'_>]) -> Vec<String> {
    let found = [
        nothing_above(ground, matter, neighbours),
        same_title(matter, neighbours),
        rows(ground, matter.sort, neighbours),
    ];
    found.into_iter().flatten().collect()
}

/// How much of a filled template still waits for its author.
pub fn waiting(text: &str) -> Option<String> {
    let waits = |line: &&str| line.len() < 400 && (line.contains("YYYY") || gap::is_waiting(line));
    match text.lines().filter(waits).count() {
        0 => None,
        1 => Some("1 line of it waits to be filled in".to_string()),
        count => Some(format!("{count} lines of it wait to be filled in")),
    }
}

fn nothing_above(
    ground: &Ground<'_>,
    matter: &Matter,
    neighbours: &[Neighbour<'_>],
) -> Option<String> {
    let parents = neighbours
        .iter()
        .filter_map(|one| ground.plan.parent(one.number));
    let kinds: Vec<Kind> = parents
        .map(|parent| ground.plan.item(parent).kind)
        .collect();
    let is_usual = kinds.len() * 2 > neighbours.len();
    let above = most(kinds).filter(|_| is_usual && matter.parent.is_none())?;
    Some(format!(
        "it belongs to no {} yet: name it in the document, or begin again with `--parent KEY`",
        above.name()
    ))
}

fn same_title(matter: &Matter, neighbours: &[Neighbour<'_>]) -> Option<String> {
    let title = fold(&matter.title);
    let is_same = |one: &&Neighbour<'_>| !title.is_empty() && fold(&one.item.title) == title;
    let same = neighbours.iter().find(is_same)?;
    Some(format!("{} has the same title", same.file.path))
}

/// Where there is no such document yet, and the plan tells of its kind in rows or headings.
fn rows(ground: &Ground<'_>, sort: Sort, neighbours: &[Neighbour<'_>]) -> Option<String> {
    let of_kind = ground.plan.of_kind(sort.kind);
    let without = of_kind.filter(|(number, _)| ground.document(*number).is_none());
    let places: Vec<&str> = without
        .filter_map(|(_, item)| item.sources.first())
        .filter_map(|source| ground.files.get(source.place.file.0 as usize))
        .map(|file| file.path.as_str())
        .collect();
    let is_new = neighbours.is_empty() && !sort.is_week;
    let place = most(places.iter().copied()).filter(|_| is_new)?;
    let (noun, stand) = match places.iter().filter(|other| **other == place).count() {
        1 => (format!("1 {}", sort.name()), "stands"),
        count => (format!("{count} {}", plural(sort)), "stand"),
    };
    Some(format!(
        "{noun} of this plan {stand} in {place}: a line there may be all that it takes"
    ))
}

fn plural(sort: Sort) -> String {
    match sort.name() {
        "story" => "stories".to_string(),
        name => format!("{name}s"),
    }
}
