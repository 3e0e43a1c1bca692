//! An open task that is estimated at more than can be done in one go.

use crate::analyze::Analysis;
use crate::analyze::size::{self, Bound, Oversized, Unit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, place};
use crate::model::plan::Plan;
use crate::model::stated::Stated;

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
            let message = format!("`{}` is estimated at {said}, {}", name(task), over(&large));
            findings.add(Diagnostic {
                label: "more than one task".into(),
                help: Some(split(&large)),
                ..self.finding(estimate.map_or_else(|| place(task), Stated::place), message)
            });
        }
    }
}

fn over(large: &Oversized) -> String {
    match large.bound {
        Bound::Session => "but a task should fit into one session".into(),
        Bound::Sprint(hours) => format!("but a sprint has {}", amount(hours, large.unit)),
        Bound::Usual(size) => format!("but the usual task here at {}", amount(size, large.unit)),
    }
}

fn split(large: &Oversized) -> String {
    match large.bound {
        Bound::Session => {
            let parts = large.amount.ceil();
            format!("split it into {parts} tasks of one session each")
        }
        Bound::Sprint(hours) => {
            let parts = (large.amount / hours).ceil();
            format!("split it into {parts} tasks or more, so that each can be finished in a sprint")
        }
        Bound::Usual(size) => format!(
            "split it into tasks of about {}, so that it can be seen how far it is",
            amount(size, large.unit)
        ),
    }
}

/// "6 hours", "2 days", "3 points".
fn amount(amount: f64, unit: Unit) -> String {
    let (amount, word) = match unit {
        Unit::Session => (amount, "session"),
        Unit::Point => (amount, "point"),
        Unit::Hour if amount >= 16.0 => (amount / 8.0, "day"),
        Unit::Hour if amount < 1.0 => (amount * 60.0, "minute"),
        Unit::Hour => (amount, "hour"),
    };
    let rounded = (amount * 10.0).round() / 10.0;
    let plural = if (rounded - 1.0).abs() < f64::EPSILON {
        ""
    } else {
        "s"
    };
    format!("{rounded} {word}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_in_a_fitting_unit() {
        assert_eq!(amount(0.5, Unit::Hour), "30 minutes");
        assert_eq!(amount(1.0, Unit::Hour), "1 hour");
        assert_eq!(amount(80.0, Unit::Hour), "10 days");
        assert_eq!(amount(3.0, Unit::Point), "3 points");
    }
}
