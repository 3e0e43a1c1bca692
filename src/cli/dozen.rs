//! The findings that tell most, where there are too many to read.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::cli::plain::plain;
use crate::cli::report::several;
use crate::cli::sheet;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rules;
use crate::page::words::first_sentence;
use crate::text::span::FileId;

/// So many are read to their end.
const READ: usize = 20;
/// Of more, so many are shown.
const SHOWN: usize = 12;

/// The findings of one rule and one weight.
struct Group<'a> {
    severity: Severity,
    rule: &'static str,
    findings: Vec<&'a Diagnostic>,
}

/// The findings that tell most, by rule; none where all can be read.
pub fn dozen(findings: &[Diagnostic]) -> Option<Vec<Diagnostic>> {
    (findings.len() > READ).then(|| {
        let groups = groups(findings);
        let chosen = chosen(&groups);
        let shown = groups.iter().zip(chosen);
        let shown =
            shown.flat_map(|(group, chosen)| chosen.into_iter().map(|at| group.findings[at]));
        shown.cloned().collect()
    })
}

/// What weighs most comes first, then the rule that finds least: one of three findings tells more than one of three
/// hundred.
fn groups(findings: &[Diagnostic]) -> Vec<Group<'_>> {
    let mut by: BTreeMap<(Reverse<Severity>, &'static str), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        let key = (Reverse(finding.severity), finding.rule);
        by.entry(key).or_default().push(finding);
    }
    let group = |((severity, rule), findings): ((Reverse<Severity>, _), _)| Group {
        severity: severity.0,
        rule,
        findings,
    };
    let mut groups: Vec<Group<'_>> = by.into_iter().map(group).collect();
    groups.sort_by_key(|group| (Reverse(group.severity), group.findings.len()));
    groups
}

/// Of each group, which are shown: one of each in turn, those of one weight before those of less.
fn chosen(groups: &[Group<'_>]) -> Vec<Vec<usize>> {
    let mut chosen = vec![Vec::new(); groups.len()];
    let mut seen: BTreeMap<FileId, usize> = BTreeMap::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for turn in 0..SHOWN {
            let has_more =
                |group: &Group<'_>| group.severity == severity && group.findings.len() > turn;
            for at in (0..groups.len()).filter(|at| has_more(&groups[*at])) {
                if chosen.iter().map(Vec::len).sum::<usize>() < SHOWN {
                    let next = next(&groups[at], &chosen[at], &seen);
                    *seen
                        .entry(groups[at].findings[next].place.file)
                        .or_default() += 1;
                    chosen[at].push(next);
                }
            }
        }
    }
    for at in &mut chosen {
        at.sort_unstable();
    }
    chosen
}

/// The first that is not chosen yet, in a document of which least is shown.
fn next(group: &Group<'_>, chosen: &[usize], seen: &BTreeMap<FileId, usize>) -> usize {
    let left = (0..group.findings.len()).filter(|at| !chosen.contains(at));
    let shown = |at: &usize| {
        seen.get(&group.findings[*at].place.file)
            .copied()
            .unwrap_or(0)
    };
    left.min_by_key(shown).unwrap_or(0)
}

/// Counts all of them by rule, and says how to see them; `path` is what was typed.
pub fn tell(
    findings: &[Diagnostic],
    shown: usize,
    path: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let groups = groups(findings);
    let all = several(findings.len(), "finding");
    writeln!(out, "{shown} of {all} are shown. All of them, by rule:\n")?;
    let names = groups
        .iter()
        .map(|group| group.rule.len())
        .max()
        .unwrap_or(0);
    let room = sheet::width().saturating_sub(names + 22);
    for group in &groups {
        let (weight, rule, count) = (group.severity.word(), group.rule, group.findings.len());
        let about = about(rule, room);
        writeln!(out, "  {weight:<7}  {rule:<names$} {count:>6}  {about}")?;
    }
    let most = groups.iter().max_by_key(|group| group.findings.len());
    let most = most.map_or("", |group| group.rule);
    let path = plain(path);
    let ways = [
        ("see all", format!("plansite check{path} --all")),
        ("read about a rule", format!("plansite explain {most}")),
        (
            "leave a rule out",
            format!("plansite check{path} --allow {most}"),
        ),
        (
            "see only new ones",
            format!("plansite check{path} --update-baseline"),
        ),
    ];
    writeln!(out)?;
    for (what, typed) in ways {
        writeln!(out, "  {what:<18} {typed}")?;
    }
    writeln!(out)
}

/// What a rule is about, in one line.
fn about(rule: &str, room: usize) -> String {
    let page = rules::find(rule).map(|rule| rule.page());
    let words = page.and_then(|page| first_sentence(page.split("\n\n").nth(1)?));
    let words = words.unwrap_or_default().replace('\n', " ");
    if words.chars().count() <= room {
        return words;
    }
    let cut: String = words.chars().take(room.saturating_sub(1)).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    cut.to_string() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::span::{Place, Span};

    fn findings(all: &[(&'static str, Severity, &[u32])]) -> Vec<Diagnostic> {
        let one = |rule, severity, file: u32, at: usize| Diagnostic {
            rule,
            severity,
            message: String::new(),
            place: Place {
                file: FileId(file),
                span: Span::new(at..at),
            },
            label: String::new(),
            others: Vec::new(),
            help: None,
            fix: None,
        };
        let of = |(rule, severity, files): &(&'static str, Severity, &[u32])| {
            let files = files.iter().enumerate();
            let found: Vec<_> = files
                .map(|(at, file)| one(*rule, *severity, *file, at))
                .collect();
            found
        };
        all.iter().flat_map(of).collect()
    }

    fn shown(all: &[(&'static str, Severity, &[u32])]) -> Vec<(&'static str, u32)> {
        let found = dozen(&findings(all)).unwrap_or_default();
        let named = found
            .iter()
            .map(|finding| (finding.rule, finding.place.file.0));
        named.collect()
    }

    #[test]
    fn few_are_all_shown() {
        assert_eq!(dozen(&findings(&[("a", Severity::Error, &[0; 20])])), None);
        assert_eq!(shown(&[("a", Severity::Error, &[0; 21])]).len(), SHOWN);
    }

    #[test]
    fn each_rule_has_its_turn_and_errors_come_first() {
        let found = shown(&[
            ("many", Severity::Warning, &[0; 30]),
            ("few", Severity::Warning, &[0; 2]),
            ("grave", Severity::Error, &[0; 3]),
            ("small", Severity::Note, &[0; 9]),
        ]);
        let count = |rule| found.iter().filter(|(name, _)| *name == rule).count();
        assert_eq!(
            (count("grave"), count("few"), count("many"), count("small")),
            (3, 2, 7, 0)
        );
        let mut order: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
        order.dedup();
        assert_eq!(order, ["grave", "few", "many"]);
    }

    #[test]
    fn documents_have_their_turn_too() {
        let files: Vec<u32> = (0..30).map(|at| if at < 20 { 0 } else { at }).collect();
        let found = shown(&[("a", Severity::Warning, &files)]);
        let first = found.iter().filter(|(_, file)| *file == 0).count();
        assert_eq!((first, found.len()), (2, SHOWN));
    }

    #[test]
    fn a_rule_is_told_in_one_line() {
        assert_eq!(
            about("dependency-cycle", 80),
            "Items that wait for one another in a circle."
        );
        assert_eq!(about("dependency-cycle", 17), "Items that wait…");
        assert_eq!(about("nothing", 80), "");
    }
}
