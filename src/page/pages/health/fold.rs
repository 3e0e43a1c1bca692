//! Findings with one cause stand in one row, with all their places.

use std::collections::HashMap;

use crate::edition::entry::Finding;
use crate::lint::rule::Rule;
use crate::lint::rules;
use crate::theme::tongue::Tongue;

/// The findings of each row, by position, in this order. Those of one message share a row where the rule says that one
/// cause makes all of them.
pub(super) fn rows(order: &[usize], findings: &[Finding]) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    for at in order {
        let finding = &findings[*at];
        let folds = rules::find(finding.rule).is_some_and(Rule::folds);
        let name = (finding.rule, &*finding.message);
        match known.get(&name).filter(|_| folds) {
            Some(row) => rows[*row].push(*at),
            None => {
                known.insert(name, rows.len());
                rows.push(vec![*at]);
            }
        }
    }
    rows
}

/// The further places of one cause, folded; each is that of the finding at its position.
pub(super) fn places(tongue: &Tongue, places: Vec<(usize, String)>) -> String {
    if places.is_empty() {
        return String::new();
    }
    let words = tongue.count(
        places.len(),
        "The same in one more place",
        "The same in {number} more places",
        &[],
    );
    let places = places.into_iter();
    let places = places.map(|(at, place)| format!("<li id=\"f{}\">{place}</li>", at + 1));
    format!(
        "<details class=\"more\"><summary>{words}</summary><ul>{}</ul></details>",
        places.collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::edition::entry::Source;

    #[test]
    fn one_cause_is_one_row() {
        let finding = |rule: &'static str, message: &str| Finding {
            rule,
            severity: Severity::Note,
            message: message.into(),
            help: None,
            source: Source {
                file: "a.md".into(),
                line: 1,
                column: 1,
            },
        };
        let findings = [
            finding("unknown-status", "a"),
            finding("broken-link", "a"),
            finding("unknown-status", "b"),
            finding("unknown-status", "a"),
            finding("broken-link", "a"),
        ];
        let rows = rows(&[0, 1, 2, 3, 4], &findings);
        assert_eq!(rows, [vec![0, 3], vec![1], vec![2], vec![4]]);
    }
}
