//! The items that the overview is about, and which of them is under way.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;

/// The items that the overview is about, and the one that counts now.
pub struct Course {
    /// Milestones, or phases where there are no two milestones; in the order of the plan.
    pub stops: Vec<usize>,
    /// The one that is under way, by its place among the stops.
    pub current: Option<usize>,
}

impl Course {
    /// Of this plan.
    pub fn new(book: &Book) -> Self {
        let of = |kind: Kind| -> Vec<usize> { book.of_kind(kind).map(|(at, _)| at).collect() };
        let kinds = [Kind::Milestone, Kind::Phase, Kind::Feature];
        let mut rows: Vec<Vec<usize>> = kinds.into_iter().map(of).collect();
        rows.retain(|row| !is_of_few(book, row));
        let several = rows.iter().find(|row| row.len() > 1);
        let stops = several.or_else(|| rows.iter().find(|row| !row.is_empty()));
        let mut stops = stops.cloned().unwrap_or_default();
        if stops.iter().all(|at| book.item(*at).due_day().is_some()) {
            stops.sort_by_key(|at| book.item(*at).due_day());
        }
        let state = |at: &usize| book.item(*at).state();
        let is_over = |at: &usize| matches!(state(at), Status::Done | Status::Dropped);
        let today = book.edition.as_of;
        let is_ahead = |at: &usize| book.item(*at).due_day().is_some_and(|due| due >= today);
        let is_active = |at: &usize| state(at) == Status::Active;
        let unfinished = |at: &usize| is_active(at) && !is_finished(book.item(*at));
        let active = stops.iter().position(unfinished);
        let active = active.or_else(|| stops.iter().position(is_active));
        let open = || {
            stops
                .iter()
                .position(|at| !is_over(at) && state(at) != Status::Unknown)
        };
        let ahead = || stops.iter().position(|at| !is_over(at) && is_ahead(at));
        Self {
            current: active.or_else(open).or_else(ahead),
            stops,
        }
    }

    /// Those near the one that is under way, as many as fit.
    pub fn near(&self, most: usize) -> &[usize] {
        let place = self.current.unwrap_or_default();
        let last = self.stops.len().saturating_sub(most);
        let start = place.saturating_sub(1).min(last);
        &self.stops[start..self.stops.len().min(start + most)]
    }

    /// The item that is under way.
    pub fn current_item(&self) -> Option<usize> {
        self.current.map(|place| self.stops[place])
    }
}

/// Whether nothing of an item is left to do.
fn is_finished(item: &Entry) -> bool {
    let tally = item.progress.as_ref().and_then(|progress| progress.tally);
    tally.is_some_and(|tally| tally.of > 0 && tally.done == tally.of)
}

/// Whether all of these are parts of a few features among many: they tell of those, and not of the plan.
fn is_of_few(book: &Book, row: &[usize]) -> bool {
    let above = row.iter().map(|at| book.item(*at).parent_item());
    let Some(mut above) = above.collect::<Option<Vec<usize>>>() else {
        return false;
    };
    above.sort_unstable();
    above.dedup();
    let features = || book.of_kind(Kind::Feature).map(|(at, _)| at);
    let are_features = above.iter().all(|at| book.item(*at).kind == Kind::Feature);
    are_features && above.len() * FEW < features().count()
}

/// One in as many is few.
pub const FEW: usize = 10;
