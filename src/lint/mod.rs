//! What is wrong with the plan: what was found while reading, what the rules find, and how much it weighs.

pub mod allowance;
pub mod baseline;
pub mod fold;
pub mod rule;
pub mod rules;

use rayon::prelude::*;

use crate::analyze::Analysis;
use crate::config::Config;
use crate::config::level::Action;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::Findings;
use crate::lint::rules::{RULES, severity};
use crate::model::plan::Plan;

/// All findings with their weights, in the order of the documents.
pub fn check(
    plan: &Plan,
    analysis: &Analysis,
    found: Vec<Diagnostic>,
    config: &Config,
) -> Vec<Diagnostic> {
    let mut findings: Vec<_> = found.into_iter().map(weighed).collect();
    let by_rule = RULES.par_iter().map(|rule| {
        let mut findings = Findings::default();
        rule.check(plan, analysis, &mut findings);
        findings.into_vec()
    });
    let by_rule: Vec<_> = by_rule.collect();
    findings.extend(by_rule.into_iter().flatten());
    let judged = allowance::heed(plan, findings).into_iter();
    let mut judged: Vec<_> = judged
        .filter_map(|finding| judged_by(config, finding))
        .collect();
    judged.sort_by(|a, b| (a.place, a.rule, &*a.message).cmp(&(b.place, b.rule, &*b.message)));
    judged.dedup();
    judged
}

fn weighed(finding: Diagnostic) -> Diagnostic {
    Diagnostic {
        severity: severity(finding.rule).unwrap_or(finding.severity),
        ..finding
    }
}

/// The finding as the configuration wants it: first by its own rule, then among all warnings.
fn judged_by(config: &Config, mut finding: Diagnostic) -> Option<Diagnostic> {
    for name in [finding.rule, "warnings"] {
        let of_all = name == "warnings";
        match action(config, name) {
            Some(_) if of_all && finding.severity != Severity::Warning => {}
            Some(Action::Deny) => finding.severity = Severity::Error,
            Some(Action::Warn) => finding.severity = Severity::Warning,
            Some(Action::Allow) => return None,
            None => {}
        }
    }
    Some(finding)
}

fn action(config: &Config, name: &str) -> Option<Action> {
    config
        .lint
        .iter()
        .rev()
        .find(|level| level.rule == name)
        .map(|level| level.action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::level::Level;
    use crate::diagnostic::Message;
    use crate::text::span::Place;

    fn weight(rule: &'static str, levels: &[(&str, Action)]) -> Option<Severity> {
        let levels = levels.iter();
        let level = |(rule, action): &(&str, Action)| Level {
            rule: (*rule).to_string(),
            action: *action,
            span: None,
        };
        let config = Config {
            lint: levels.map(level).collect(),
            ..Config::default()
        };
        let finding = Diagnostic {
            rule,
            severity: Severity::Note,
            message: Message::default(),
            place: Place::default(),
            label: String::new(),
            others: Vec::new(),
            help: None,
            fix: None,
        };
        judged_by(&config, weighed(finding)).map(|finding| finding.severity)
    }

    #[test]
    fn a_rule_weighs_what_the_table_or_the_configuration_says() {
        assert_eq!(weight("broken-link", &[]), Some(Severity::Warning));
        assert_eq!(
            weight("broken-link", &[("broken-link", Action::Deny)]),
            Some(Severity::Error)
        );
        assert_eq!(
            weight("broken-link", &[("broken-link", Action::Allow)]),
            None
        );
        let both = [
            ("broken-link", Action::Allow),
            ("broken-link", Action::Warn),
        ];
        assert_eq!(weight("broken-link", &both), Some(Severity::Warning));
    }

    #[test]
    fn all_warnings_can_be_denied_and_notes_stay() {
        let all = [("warnings", Action::Deny)];
        assert_eq!(weight("broken-link", &all), Some(Severity::Error));
        assert_eq!(weight("mojibake", &all), Some(Severity::Note));
        let raised = [("warnings", Action::Deny), ("mojibake", Action::Warn)];
        assert_eq!(weight("mojibake", &raised), Some(Severity::Error));
    }
}
