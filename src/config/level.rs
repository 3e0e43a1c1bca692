//! `[lint]`: how much findings weigh.

use crate::config::choice::LEVELS;
use crate::config::entry::{Entry, Faults};
use crate::text::similar::nearest;
use crate::text::span::Span;

/// How much the findings of a rule weigh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The name of the rule, or `warnings` for all of them.
    pub rule: String,
    /// What becomes of its findings.
    pub action: Action,
    /// Where the file says so; none where the command line does.
    pub span: Option<Span>,
}

/// What becomes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It is an error.
    Deny,
    /// It is a warning.
    Warn,
    /// It is not shown.
    Allow,
}

/// Reads the table of the levels.
pub(super) fn lint(
    entry: &Entry<'_>,
    levels: &mut Vec<Level>,
    baseline: &mut Option<String>,
    faults: &mut Faults,
) {
    for part in entry.parts(faults) {
        if part.name == "baseline" {
            *baseline = part.text(faults).map(str::to_string);
            continue;
        }
        if nearest(part.name, ["baseline"]).is_some() {
            faults.unknown_key(&part, &["baseline"]);
            continue;
        }
        let action = match part.choice("level", LEVELS, faults) {
            Some("deny") => Action::Deny,
            Some("warn") => Action::Warn,
            Some(_) => Action::Allow,
            None => continue,
        };
        levels.push(Level {
            rule: part.name.to_string(),
            action,
            span: Some(part.key),
        });
    }
}
