//! To which milestone, phase or feature an item belongs, where a graph is made for each.

use crate::edition::Edition;
use crate::model::kind::Kind;

/// No plan has more levels.
const LEVELS: usize = 32;

/// The nearest milestone around an item, else its phase, else the feature on top. What is one of these itself, with none
/// around it, belongs to nothing; a milestone in a phase is told beside others of its kind.
pub fn home(edition: &Edition, at: usize) -> Option<usize> {
    if edition.items[at].kind == Kind::Milestone {
        return None;
    }
    let (mut phase, mut feature) = (None, None);
    let mut next = edition.items[at].parent_item();
    for _ in 0..LEVELS {
        let Some(here) = next.filter(|here| *here != at) else {
            break;
        };
        match edition.items[here].kind {
            Kind::Milestone => return Some(here),
            Kind::Phase => phase = phase.or(Some(here)),
            Kind::Feature => feature = Some(here),
            _ => {}
        }
        next = edition.items[here].parent_item();
    }
    phase.or(feature)
}
