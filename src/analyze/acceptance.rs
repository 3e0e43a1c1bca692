//! Stories that do not say when they are finished, in plans whose other stories do.

use crate::analyze::habit::{Habit, Keeps, Member, habits};
use crate::model::item::{Item, Role};
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// So many stories must have criteria.
const FEW: usize = 3;

/// The habits of stories that are documents, and of those that are sections: rows have no room for criteria.
pub fn without_criteria(plan: &Plan) -> Vec<Habit> {
    let stories = plan.of_kind(Kind::Story).filter_map(|(id, story)| {
        let source = story.sources.first().filter(|_| story.has_page())?;
        Some((source.role, Member::new(plan, id, keeps(story), *source)))
    });
    let (documents, sections): (Vec<_>, Vec<_>) =
        stories.partition(|(role, _)| *role <= Role::Part);
    let alike = [documents, sections].into_iter().flat_map(|alike| {
        let alike: Vec<Member<'_>> = alike.into_iter().map(|(_, member)| member).collect();
        habits(&alike, FEW)
    });
    alike.collect()
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
