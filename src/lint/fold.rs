//! Findings with one cause are told once, with their places.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::lint::rule::Rule;
use crate::lint::rules::find;

/// So many further places are shown; the rest is counted.
const SHOWN: usize = 7;

/// The findings; of those of one message, where the rule says that one cause makes all of them, only the first, which
/// names the places of the others.
pub fn fold(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(findings.len());
    let mut more: Vec<usize> = Vec::with_capacity(findings.len());
    let mut known: HashMap<(&'static str, String), usize> = HashMap::new();
    for finding in findings {
        let folds = find(finding.rule).is_some_and(Rule::folds);
        let name = folds.then(|| (finding.rule, finding.message.to_string()));
        match name.as_ref().and_then(|name| known.get(name)) {
            Some(at) => {
                more[*at] += 1;
                if more[*at] <= SHOWN {
                    let here = (finding.place, "here too".to_string());
                    kept[*at].others.push(here);
                }
            }
            None => {
                known.extend(name.map(|name| (name, kept.len())));
                kept.push(finding);
                more.push(0);
            }
        }
    }
    kept.into_iter().zip(more).map(told).collect()
}

fn told((finding, more): (Diagnostic, usize)) -> Diagnostic {
    let message = match more {
        0 => finding.message,
        1 => format!("{}, and the same in 1 more place", finding.message).into(),
        more => format!("{}, and the same in {more} more places", finding.message).into(),
    };
    Diagnostic { message, ..finding }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::text::span::Place;

    fn told(rule: &'static str, messages: &[&str]) -> Vec<(String, usize)> {
        let finding = |message: &&str| Diagnostic {
            rule,
            severity: Severity::Note,
            message: (*message).into(),
            place: Place::default(),
            label: String::new(),
            others: Vec::new(),
            fix: None,
            help: None,
        };
        let folded = fold(messages.iter().map(finding).collect()).into_iter();
        folded
            .map(|finding| (finding.message.to_string(), finding.others.len()))
            .collect()
    }

    #[test]
    fn one_cause_is_told_once() {
        let many = vec!["a"; 20];
        let more = "a, and the same in 19 more places".to_string();
        assert_eq!(told("unknown-status", &many), [(more, SHOWN)]);
        assert_eq!(told("broken-link", &many).len(), 20);
        let two = [("a".to_string(), 0), ("b".to_string(), 0)];
        assert_eq!(told("unknown-status", &["a", "b"]), two);
    }
}
