//! An open task that is estimated at more than can be done in one go.

use crate::analyze::Analysis;
use crate::analyze::size::{self, Bound, Oversized, Unit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, place};
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
use crate::model::stated::Stated;
use crate::theme::tongue::forms;

/// An open task that is estimated at more than can be done in one go.
pub struct OversizedTask;

impl Rule for OversizedTask {
    fn name(&self) -> &'static str {
        "oversized-task"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("oversized_task.md")
    }

    fn check(&self, plan: &Plan, _analysis: &Analysis, findings: &mut Findings) {
        for large in size::oversized(plan) {
            let task = plan.item(large.task);
            let estimate = task.estimate.as_ref();
            let said = estimate.map_or("", Stated::raw);
            let message = over(&large)
                .words("item", name(task))
                .words("estimate", said);
            findings.add(Diagnostic {
                label: "more than one task".into(),
                help: Some(split(&large).into()),
                ..self.finding(estimate.map_or_else(|| place(task), Stated::place), message)
            });
        }
    }
}

fn over(large: &Oversized) -> Reason {
    match large.bound {
        Bound::Session => Reason::new(
            "`{item}` is estimated at {estimate}, but a task should fit into one session",
        ),
        Bound::Sprint(hours) => {
            Reason::new("`{item}` is estimated at {estimate}, but a sprint has {amount}")
                .and("amount", amount(hours, large.unit))
        }
        Bound::Usual(size) => {
            Reason::new("`{item}` is estimated at {estimate}, but the usual task here at {amount}")
                .and("amount", amount(size, large.unit))
        }
    }
}

fn split(large: &Oversized) -> Reason {
    match large.bound {
        Bound::Session => Reason::count(
            whole(large.amount.ceil()),
            "split it into {number} task of one session each",
            "split it into {number} tasks of one session each",
        ),
        Bound::Sprint(hours) => Reason::count(
            whole((large.amount / hours).ceil()),
            "split it into {number} task or more, so that each can be finished in a sprint",
            "split it into {number} tasks or more, so that each can be finished in a sprint",
        ),
        Bound::Usual(size) => Reason::new(
            "split it into tasks of about {amount}, so that it can be seen how far it is",
        )
        .and("amount", amount(size, large.unit)),
    }
}

/// A whole number; what is no amount is none.
fn whole(number: f64) -> usize {
    // Estimates are far below what a whole number holds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = number.max(0.0) as usize;
    whole
}

/// "6 hours", "2 days", "3 points".
fn amount(amount: f64, unit: Unit) -> Reason {
    let (amount, (one, many)) = match unit {
        Unit::Session => (amount, forms("{number} session", "{number} sessions")),
        Unit::Point => (amount, forms("{number} point", "{number} points")),
        Unit::Hour if amount >= 16.0 => (amount / 8.0, forms("{number} day", "{number} days")),
        Unit::Hour if amount < 1.0 => {
            let many = forms("{number} minute", "{number} minutes");
            (amount * 60.0, many)
        }
        Unit::Hour => (amount, forms("{number} hour", "{number} hours")),
    };
    let rounded = (amount * 10.0).round() / 10.0;
    // What is no whole number has no form of its own.
    let form = match (rounded - rounded.trunc()).abs() < f64::EPSILON {
        true => whole(rounded),
        false => 0,
    };
    Reason::count(form, one, many).with("number", Part::rounded(amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_in_a_fitting_unit() {
        assert_eq!(amount(0.5, Unit::Hour).to_string(), "30 minutes");
        assert_eq!(amount(1.0, Unit::Hour).to_string(), "1 hour");
        assert_eq!(amount(80.0, Unit::Hour).to_string(), "10 days");
        assert_eq!(amount(3.0, Unit::Point).to_string(), "3 points");
    }
}
