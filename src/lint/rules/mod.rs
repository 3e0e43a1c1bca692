//! The rules, one a file, each with its page.

pub mod ambiguous_reference;
pub mod blocked_without_way_out;
pub mod broken_front_matter;
pub mod broken_link;
pub mod broken_reference;
pub mod broken_view;
pub mod conflicting_mentions;
pub mod contested_alias;
pub mod dependency_cycle;
pub mod dependency_due_later;
pub mod done_with_open_criteria;
pub mod duplicate_id;
pub mod hidden_reference;
pub mod impossible_date;
pub mod mojibake;
pub mod out_of_phase_work;
pub mod overcommitted_sprint;
pub mod overdue;
pub mod oversized_task;
pub mod phase_without_milestone;
pub mod placeholder_left;
pub mod planned_but_blocked;
pub mod stale_document;
pub mod stale_tally;
pub mod status_against_children;
pub mod story_without_criteria;
pub mod unclaimed_table;
pub mod unclear_allow;
pub mod unclear_date;
pub mod unknown_status;
pub mod untraced_item;
pub mod unused_allow;

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// Every rule, by name.
pub const RULES: &[&dyn Rule] = &[
    &ambiguous_reference::AmbiguousReference,
    &blocked_without_way_out::BlockedWithoutWayOut,
    &broken_front_matter::BrokenFrontMatter,
    &broken_link::BrokenLink,
    &broken_reference::BrokenReference,
    &broken_view::BrokenView,
    &conflicting_mentions::ConflictingMentions,
    &contested_alias::ContestedAlias,
    &dependency_cycle::DependencyCycle,
    &dependency_due_later::DependencyDueLater,
    &done_with_open_criteria::DoneWithOpenCriteria,
    &duplicate_id::DuplicateId,
    &hidden_reference::HiddenReference,
    &impossible_date::ImpossibleDate,
    &mojibake::Mojibake,
    &out_of_phase_work::OutOfPhaseWork,
    &overcommitted_sprint::OvercommittedSprint,
    &overdue::PastDue,
    &oversized_task::OversizedTask,
    &phase_without_milestone::PhaseWithoutMilestone,
    &placeholder_left::PlaceholderLeft,
    &planned_but_blocked::PlannedButBlocked,
    &stale_document::StaleDocument,
    &stale_tally::StaleTally,
    &status_against_children::StatusAgainstChildren,
    &story_without_criteria::StoryWithoutCriteria,
    &unclaimed_table::UnclaimedTable,
    &unclear_allow::UnclearAllow,
    &unclear_date::UnclearDate,
    &unknown_status::UnknownStatus,
    &untraced_item::UntracedItem,
    &unused_allow::UnusedAllow,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static dyn Rule> {
    RULES.iter().find(|rule| rule.name() == name).copied()
}

/// How much the findings of this rule weigh, where nobody says otherwise.
pub fn severity(name: &str) -> Option<Severity> {
    find(name).map(Rule::severity)
}

/// What `--deny`, `--warn`, `--allow` and `[lint]` know: every rule, and all warnings together.
pub fn names() -> Vec<&'static str> {
    RULES
        .iter()
        .map(|rule| rule.name())
        .chain(["warnings"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_in_order() {
        let names: Vec<_> = RULES.iter().map(|rule| rule.name()).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }

    #[test]
    fn every_page_opens_with_the_name_of_its_rule() {
        for rule in RULES {
            assert!(
                rule.page().starts_with(&format!("# {}\n", rule.name())),
                "{}",
                rule.name()
            );
        }
    }
}
