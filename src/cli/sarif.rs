//! Findings in SARIF 2.1.0, as code scanning reads them.

use std::cmp::Reverse;

use rustc_hash::FxHashMap as HashMap;
use serde::Serialize;

use crate::cli::sarif_place::{Change, Location, Message};
use crate::cli::sarif_rule::{RuleJson, index, rules};
use crate::diagnostic::{Diagnostic, Safety};
use crate::edit::edits;
use crate::page::mark::sentence;
use crate::pipeline::Checked;
use crate::text::file::SourceFile;
use crate::text::span::Place;

/// GitHub takes no log with more results in it.
const MOST: usize = 25_000;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of one run. `folder` is where the documents lie in the repository, with a slash at its end.
pub fn log(checked: &Checked, folder: &str) -> serde_json::Result<String> {
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "plansite",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: rules(),
            },
        },
        automation_details: Details {
            id: format!("plansite/{folder}"),
        },
        column_kind: "utf16CodeUnits",
        original_uri_base_ids: Bases {
            root: Base {
                description: Message::new("The root of the repository."),
            },
        },
        invocations: [Invocation {
            execution_successful: true,
            tool_execution_notifications: notifications(checked, folder),
        }],
        results: results(checked, folder),
    };
    serde_json::to_string(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [run],
    })
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    automation_details: Details,
    column_kind: &'static str,
    original_uri_base_ids: Bases,
    invocations: [Invocation; 1],
    results: Vec<ResultJson>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<RuleJson>,
}

/// Tells the plans of one repository apart.
#[derive(Serialize)]
struct Details {
    id: String,
}

#[derive(Serialize)]
struct Bases {
    #[serde(rename = "%SRCROOT%")]
    root: Base,
}

#[derive(Serialize)]
struct Base {
    description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultJson {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Prints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix {
    description: Message,
    artifact_changes: [Change; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Prints {
    primary_location_line_hash: String,
}

/// What was not read, and what there is no room for.
fn notifications(checked: &Checked, folder: &str) -> Vec<Notification> {
    let warning = |words: &str, locations| Notification {
        level: "warning",
        message: Message::new(&sentence(words)),
        locations,
    };
    let skipped = checked.skipped.iter().map(|(path, why)| {
        let place = Location::document(&format!("{folder}{path}"));
        warning(&format!("left out: {why}"), vec![place])
    });
    let rest = checked.findings.len().saturating_sub(MOST);
    let rest = (rest > 0).then(|| warning(&format!("{rest} lesser findings are left out"), vec![]));
    let nothing = "no item is found in these documents";
    let nothing = checked
        .plan
        .is_empty()
        .then(|| warning(nothing, Vec::new()));
    skipped.chain(rest).chain(nothing).collect()
}

/// The findings in the order of the documents; of too many, the gravest.
fn results(checked: &Checked, folder: &str) -> Vec<ResultJson> {
    let findings = &checked.findings;
    let mut kept: Vec<usize> = (0..findings.len()).collect();
    kept.sort_by_key(|at| Reverse(findings[*at].severity));
    kept.truncate(MOST);
    kept.sort_unstable();
    let mut seen = HashMap::default();
    let files: Vec<&SourceFile> = checked.files.iter().map(AsRef::as_ref).collect();
    let findings = kept.into_iter().map(|at| &findings[at]);
    findings
        .map(|finding| result(finding, &files, folder, &mut seen))
        .collect()
}

fn result(
    finding: &Diagnostic,
    files: &[&SourceFile],
    folder: &str,
    seen: &mut HashMap<u64, u32>,
) -> ResultJson {
    let file = files[finding.place.file.0 as usize];
    let others = finding.others.iter().enumerate();
    let other = |(at, (place, label)): (usize, &(Place, String))| {
        let file = files[place.file.0 as usize];
        Location::new(folder, file, place.span).labelled(at + 1, label)
    };
    ResultJson {
        rule_id: finding.rule,
        rule_index: index(finding.rule),
        level: finding.severity.word(),
        message: message(finding),
        locations: [Location::new(folder, file, finding.place.span)],
        related_locations: others.map(other).collect(),
        partial_fingerprints: Prints {
            primary_location_line_hash: print(finding, file, seen),
        },
        fixes: fix(finding, files, folder).into_iter().collect(),
    }
}

/// What would mend it, where what stands there is what the fix expects.
fn fix(finding: &Diagnostic, files: &[&SourceFile], folder: &str) -> Option<Fix> {
    let fix = finding.fix.as_ref()?;
    let (file, edits) = edits(fix, files)?;
    let words = match fix.safety {
        Safety::Safe => "`plansite check --fix` makes this change.",
        Safety::Unsafe => "Look at this change before you make it.",
    };
    Some(Fix {
        description: Message::new(words),
        artifact_changes: [Change::new(folder, files[file.0 as usize], edits)?],
    })
}

/// What is wrong, and what to do.
fn message(finding: &Diagnostic) -> Message {
    let help = finding.help.iter().map(|help| sentence(help));
    let words: Vec<String> = [sentence(&finding.message)]
        .into_iter()
        .chain(help)
        .collect();
    Message::new(&words.join("\n"))
}

/// The same as long as rule, document and words of the line are the same, wherever in the document the line stands;
/// of several on lines alike, the number tells which.
fn print(finding: &Diagnostic, file: &SourceFile, seen: &mut HashMap<u64, u32>) -> String {
    let line = file.line_span(file.line(finding.place.span.start) as usize);
    let words = file.text[line.range()].split_whitespace();
    let parts = [finding.rule, &file.path].into_iter().chain(words);
    let hash = parts.fold(BASIS, added);
    let number = seen.entry(hash).or_default();
    *number += 1;
    format!("{hash:016x}:{number}")
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: a hash of the standard library may change, and then every known finding would be a new one.
fn added(hash: u64, part: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    part.bytes().chain([0]).fold(hash, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::sarif_place::ROOT;
    use crate::diagnostic::Severity;
    use crate::text::span::{FileId, Span};

    fn finding(start: usize) -> Diagnostic {
        Diagnostic {
            rule: "stale-tally",
            severity: Severity::Warning,
            message: "declares 1/3".into(),
            place: Place {
                file: FileId(0),
                span: Span::new(start..start + 1),
            },
            label: String::new(),
            others: Vec::new(),
            help: Some("correct it".into()),
            fix: None,
        }
    }

    fn prints(text: &str, starts: &[usize]) -> Vec<String> {
        let file = SourceFile::new("a.md", text.as_bytes().to_vec());
        let mut seen = HashMap::default();
        let starts = starts.iter();
        starts
            .map(|start| print(&finding(*start), &file, &mut seen))
            .collect()
    }

    #[test]
    fn a_finding_keeps_its_print_when_its_line_moves() {
        assert_eq!(prints("a b\n", &[0]), prints("new\n\n  a  b\r\n", &[7]));
        assert_ne!(prints("a b\n", &[0]), prints("ab\n", &[0]));
        let twins = prints("x\nx\n", &[0, 2]);
        assert_eq!(
            twins[0].trim_end_matches('1'),
            twins[1].trim_end_matches('2')
        );
        assert_ne!(twins[0], twins[1]);
    }

    #[test]
    fn the_hash_is_the_one_that_everybody_knows() {
        // The published value of FNV-1a for `a` and a zero.
        let plain = |text: &str| {
            let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            text.bytes().fold(BASIS, step)
        };
        assert_eq!(plain("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(added(BASIS, "a"), plain("a\0"));
    }

    #[test]
    fn a_message_says_what_is_wrong_and_what_to_do() {
        let json = serde_json::to_value(message(&finding(0))).unwrap();
        assert_eq!(json["text"], "Declares 1/3.\nCorrect it.");
    }

    #[test]
    fn the_root_has_one_name() {
        let base = Bases {
            root: Base {
                description: Message::new(""),
            },
        };
        assert!(serde_json::to_value(base).unwrap().get(ROOT).is_some());
    }
}
