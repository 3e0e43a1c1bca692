//! The folders that a team's templates draw in their links: `../prd/[feature]/[feature]-prd.md`.

use crate::model::kind::Kind;
use crate::start::folder::Parts;
use crate::start::ground::Ground;
use crate::start::sort::Sort;
use crate::start::way;
use crate::text::path::{Target, target};

/// Where the templates say that documents of a sort lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The folder.
    pub base: String,
    /// What the folders in it are for.
    pub parts: Parts,
    /// The word at the end of file names.
    pub tail: Option<String>,
}

/// The layout that the first link to a document of this sort draws.
pub fn layout(ground: &Ground<'_>, sort: Sort) -> Option<Layout> {
    let both = ground.files.iter().zip(ground.documents);
    let templates = both.filter(|(_, document)| document.is_template());
    let mut links = templates.flat_map(|(file, document)| {
        let links = document.links.iter();
        links.map(|link| target(&file.path, &link.target))
    });
    links.find_map(|link| match link {
        Target::Path(path) => drawn(ground, sort, &path),
        Target::Outside | Target::Here => None,
    })
}

/// `docs/prd/[feature]/[feature]-prd.md`: a folder of the kind, a gap, a name.
fn drawn(ground: &Ground<'_>, sort: Sort, path: &str) -> Option<Layout> {
    let part = way::folder(path);
    let base = way::folder(part);
    let is_gap = |name: &str| name.contains(['[', '<', '{']);
    let is_kind = ground.words.folder(way::name(base)) == Some(sort.kind);
    if !is_kind || !is_gap(way::name(part)) || base.split('/').any(is_gap) {
        return None;
    }
    let tail = way::stem(path).rsplit_once([']', '>', '}']);
    let tail = tail.map(|(_, tail)| tail.trim_start_matches(['-', '_', ' ']));
    let tail = tail.filter(|tail| ground.words.kind(tail) == Some(sort.kind));
    Some(Layout {
        base: base.to_string(),
        parts: match sort.kind {
            Kind::Feature => Parts::Own,
            _ => Parts::Parent,
        },
        tail: tail.map(str::to_string),
    })
}
