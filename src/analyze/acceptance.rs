//! Stories that do not say when they are finished, in plans whose other stories do.

use crate::analyze::habit::{Habit, Keeps, habit};
use crate::model::item::{Item, Role};
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// So many stories must have criteria.
const FEW: usize = 3;

/// The habit of stories that are documents, and of those that are sections: rows have no room for criteria.
pub fn without_criteria(plan: &Plan) -> Vec<Habit> {
    let habits = [true, false].into_iter().filter_map(|is_document| {
        let stories = plan.of_kind(Kind::Story);
        let alike = stories.filter(|(_, item)| item.has_page() && is_own(item) == is_document);
        habit(alike.map(|(id, item)| (id, keeps(item))), FEW)
    });
    habits.collect()
}

fn is_own(story: &Item) -> bool {
    let first = story.sources.first();
    first.is_some_and(|source| source.role <= Role::Part)
}

fn keeps(story: &Item) -> Keeps {
    let has_some = !story.criteria.is_empty() || story.checks.is_some();
    let is_over = matches!(story.status(), Status::Done | Status::Dropped);
    match (has_some, is_over || story.discovered) {
        (true, _) => Keeps::Yes,
        (false, true) => Keeps::Excused,
        (false, false) => Keeps::No,
    }
}
