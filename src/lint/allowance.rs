//! Leaves out what the documents themselves allow, and says where they allow it in vain.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::lint::rule::Rule;
use crate::lint::rules;
use crate::lint::rules::unclear_allow::UnclearAllow;
use crate::lint::rules::unused_allow::UnusedAllow;
use crate::model::allow::Allowed;
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::text::similar::nearest;
use crate::text::span::{FileId, Span};

/// The findings that no document allows, with those about allowing.
pub fn heed(plan: &Plan, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut used = vec![false; plan.allowed.len()];
    let by = by_finding(plan, &findings);
    for at in by.iter().flatten() {
        used[*at] = true;
    }
    let kept = findings.into_iter().zip(by);
    let kept = kept
        .filter(|(_, by)| by.is_none())
        .map(|(finding, _)| finding);
    let vain = plan.allowed.iter().zip(used).filter(|(_, used)| !used);
    kept.chain(vain.map(|(allowed, _)| vain_finding(allowed)))
        .collect()
}

/// What is allowed and what is found of one rule in one document.
#[derive(Default)]
struct Group {
    allows: Vec<usize>,
    found: Vec<usize>,
}

/// Of each finding, which allowance leaves it out.
fn by_finding(plan: &Plan, findings: &[Diagnostic]) -> Vec<Option<usize>> {
    let mut groups: BTreeMap<(FileId, &str), Group> = BTreeMap::new();
    for (at, allowed) in plan.allowed.iter().enumerate() {
        let group = groups.entry((allowed.place.file, &allowed.rule));
        group.or_default().allows.push(at);
    }
    for (at, finding) in findings.iter().enumerate() {
        if let Some(group) = groups.get_mut(&(finding.place.file, finding.rule)) {
            group.found.push(at);
        }
    }
    let mut by = vec![None; findings.len()];
    for Group {
        mut allows,
        mut found,
    } in groups.into_values()
    {
        let scope = |at: &usize| plan.allowed[*at].scope;
        allows.sort_by_key(|at| (scope(at).start, Reverse(scope(at).end)));
        found.sort_by_key(|at| findings[*at].place.span.start);
        let starts = found.iter().map(|at| findings[*at].place.span.start);
        let scopes: Vec<Span> = allows.iter().map(scope).collect();
        for (at, inner) in found.iter().zip(innermost(&scopes, starts)) {
            by[*at] = inner.map(|inner| allows[inner]);
        }
    }
    by
}

/// Of each place, the innermost scope that holds it; both in their order, scopes within one another or apart.
fn innermost(scopes: &[Span], places: impl Iterator<Item = u32>) -> Vec<Option<usize>> {
    let (mut next, mut open) = (0, Vec::<usize>::new());
    let inner = places.map(|place| {
        while scopes.get(next).is_some_and(|scope| scope.start <= place) {
            // What has ended before the next one begins holds nothing that comes.
            while open
                .last()
                .is_some_and(|at| scopes[*at].end <= scopes[next].start)
            {
                open.pop();
            }
            open.push(next);
            next += 1;
        }
        while open.last().is_some_and(|at| scopes[*at].end <= place) {
            open.pop();
        }
        open.last().copied()
    });
    inner.collect()
}

fn vain_finding(allowed: &Allowed) -> Diagnostic {
    let names: Vec<&str> = rules::RULES.iter().map(|rule| rule.name()).collect();
    let rule = &allowed.rule;
    if names.contains(&rule.as_str()) {
        return Diagnostic {
            label: "allows nothing".into(),
            help: Some(
                Reason::new("take it out, so that it does not hide what comes later").into(),
            ),
            ..UnusedAllow.finding(
                allowed.place,
                Reason::new("`{rule}` is allowed here and not found any more").words("rule", rule),
            )
        };
    }
    let help = match nearest(rule, names) {
        Some(near) => Reason::new("did you mean `{near}`?").words("near", near),
        None => Reason::new("the rule is the word in brackets at the head of a finding"),
    };
    Diagnostic {
        label: "no rule".into(),
        help: Some(help.into()),
        ..UnclearAllow.finding(
            allowed.place,
            Reason::new("there is no rule `{rule}` to allow").words("rule", rule),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(scopes: &[(usize, usize)], places: &[u32]) -> Vec<Option<usize>> {
        let scopes: Vec<Span> = scopes.iter().map(|(a, b)| Span::new(*a..*b)).collect();
        innermost(&scopes, places.iter().copied())
    }

    #[test]
    fn the_innermost_scope_counts() {
        let scopes = [(0, 100), (10, 50), (20, 30), (60, 70)];
        let found = inner(&scopes, &[0, 10, 25, 30, 50, 60, 70, 100]);
        let all = [
            Some(0),
            Some(1),
            Some(2),
            Some(1),
            Some(0),
            Some(3),
            Some(0),
            None,
        ];
        assert_eq!(found, all);
        assert_eq!(inner(&[(5, 6)], &[4, 5, 6]), [None, Some(0), None]);
    }
}
