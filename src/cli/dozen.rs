//! The findings that tell most, where there are too many to read.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use crate::cli::baseline::NAME;
use crate::cli::plain::plain;
use crate::cli::report::several;
use crate::cli::sheet;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::Rule;
use crate::lint::rules;
use crate::page::words::first_sentence;
use crate::text::file::SourceFile;
use crate::text::span::FileId;

/// So many are read to their end.
const READ: usize = 20;
/// Of more, so many are shown.
const SHOWN: usize = 12;
/// Of one rule, so many are shown before others have had their turn.
const FEW: usize = 3;
/// Folders of what is finished, beside archives: what is wrong there matters least.
const PUT_AWAY: [&str; 6] = ["closed", "completed", "deprecated", "done", "legacy", "old"];

/// The findings of one rule and one weight.
struct Group<'a> {
    severity: Severity,
    rule: &'static str,
    findings: Vec<&'a Diagnostic>,
}

/// The findings that tell most, by rule; none where all can be read.
pub fn dozen(findings: &[Diagnostic], files: &[&SourceFile]) -> Option<Vec<Diagnostic>> {
    let file = |finding: &Diagnostic| files.get(finding.place.file.0 as usize);
    let is_old = |finding: &Diagnostic| file(finding).is_some_and(|file| is_put_away(&file.path));
    (findings.len() > READ).then(|| {
        let groups = groups(findings);
        let chosen = chosen(&groups, is_old);
        let shown = groups.iter().zip(chosen);
        let shown =
            shown.flat_map(|(group, chosen)| chosen.into_iter().map(|at| group.findings[at]));
        shown.cloned().collect()
    })
}

/// Whether a document lies where teams put what they have finished.
fn is_put_away(path: &str) -> bool {
    let mut folders = path.rsplit('/').skip(1).map(str::to_lowercase);
    folders.any(|name| name.starts_with("archiv") || PUT_AWAY.contains(&name.as_str()))
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

/// Of each group, which are shown: one of each in turn, those of one weight before those of less; what one rule has
/// beyond its first few waits until all have had their turn.
fn chosen(groups: &[Group<'_>], is_old: impl Fn(&Diagnostic) -> bool) -> Vec<Vec<usize>> {
    let mut chosen = vec![Vec::new(); groups.len()];
    let mut seen: BTreeMap<FileId, usize> = BTreeMap::new();
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for (weight, turn) in turns() {
        let has_turn = |at: &usize| {
            let group: &Group<'_> = &groups[*at];
            group.severity == weight && group.findings.len() > turn
        };
        for at in (0..groups.len()).filter(has_turn) {
            if chosen.iter().map(Vec::len).sum::<usize>() < SHOWN && chosen[at].len() <= turn {
                let findings = &groups[at].findings;
                let left = (0..findings.len()).filter(|next| !chosen[at].contains(next));
                let next = left.min_by_key(|next| {
                    let finding = findings[*next];
                    let shown = seen.get(&finding.place.file).copied();
                    let is_told = said.contains(&*finding.message);
                    (is_old(finding), is_told, shown)
                });
                let next = next.unwrap_or(0);
                said.insert(&*findings[next].message);
                *seen.entry(findings[next].place.file).or_default() += 1;
                chosen[at].push(next);
            }
        }
    }
    for at in &mut chosen {
        at.sort_unstable();
    }
    chosen
}

/// The turns of the rules, by weight.
fn turns() -> impl Iterator<Item = (Severity, usize)> {
    let weights = || [Severity::Error, Severity::Warning, Severity::Note].into_iter();
    let turns = [0..FEW, FEW..SHOWN].into_iter();
    turns.flat_map(move |turns| {
        weights().flat_map(move |weight| turns.clone().map(move |turn| (weight, turn)))
    })
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
    let first = groups.first().map_or("", |group| group.rule);
    let most = groups.iter().max_by_key(|group| group.findings.len());
    let most = most.map_or("", |group| group.rule);
    let check = format!("plansite check{}", plain(path));
    let ways = [
        ("see all", format!("{check} --all")),
        ("read about a rule", format!("plansite explain {first}")),
        ("leave a rule out", format!("{check} --allow {most}")),
        (
            "see only new ones",
            format!("{check} --update-baseline (keeps these in {NAME})"),
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
    let page = rules::find(rule).map(Rule::page);
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
            message: String::new().into(),
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
        let found = dozen(&findings(all), &[]).unwrap_or_default();
        let named = found
            .iter()
            .map(|finding| (finding.rule, finding.place.file.0));
        named.collect()
    }

    #[test]
    fn few_are_all_shown() {
        assert_eq!(
            dozen(&findings(&[("a", Severity::Error, &[0; 20])]), &[]),
            None
        );
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
            (3, 2, 4, 3)
        );
        let mut order: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
        order.dedup();
        assert_eq!(order, ["grave", "few", "many", "small"]);
    }

    #[test]
    fn documents_have_their_turn_too() {
        let files: Vec<u32> = (0..30).map(|at| if at < 20 { 0 } else { at }).collect();
        let found = shown(&[("a", Severity::Warning, &files)]);
        let first = found.iter().filter(|(_, file)| *file == 0).count();
        assert_eq!((first, found.len()), (2, SHOWN));
    }

    #[test]
    fn what_is_put_away_comes_last() {
        for path in [
            "archived-epics/a.md",
            "x/Completed/a.md",
            "a/archive/b/c.md",
        ] {
            assert!(is_put_away(path), "{path}");
        }
        assert!(!is_put_away("docs/archive.md") && !is_put_away("folder/a.md"));
        let all = findings(&[("a", Severity::Error, &[0, 0, 0, 1, 1])]);
        let found = chosen(&groups(&all), |finding| finding.place.file.0 == 0);
        assert_eq!(found, [[0, 1, 2, 3, 4]]);
        let many = findings(&[("a", Severity::Error, &[&[0; 20][..], &[1; 11]].concat())]);
        let found = chosen(&groups(&many), |finding| finding.place.file.0 == 0);
        let new: Vec<usize> = (20..31).collect();
        assert_eq!(found, [[&[0], &new[..]].concat()]);
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
