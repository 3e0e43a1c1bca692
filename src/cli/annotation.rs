//! Findings as GitHub shows them beside the lines of a pull request.

use std::cmp::Reverse;
use std::io::{self, Write};

use crate::cli::report::several;
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::Checked;

/// GitHub shows no more of one job.
const MOST: usize = 50;

/// Writes one workflow command a finding, the gravest first; only errors if the rest shall be quiet. `folder` is where
/// the documents lie in the repository, with a slash at its end.
pub fn annotations(
    checked: &Checked,
    folder: &str,
    quiet: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let found = findings(checked, folder, quiet);
    let lines = match quiet {
        true => found,
        false => reading(checked, folder).into_iter().chain(found).collect(),
    };
    for line in shortened(lines) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// What was not read.
fn reading(checked: &Checked, folder: &str) -> Vec<String> {
    let skipped = checked.skipped.iter();
    let skipped = skipped.map(|(path, why)| skipped_line(&format!("{folder}{path}"), why));
    let nothing = "::warning title=plansite::no item is found in these documents".to_string();
    skipped
        .chain(checked.plan.is_empty().then_some(nothing))
        .collect()
}

fn findings(checked: &Checked, folder: &str, quiet: bool) -> Vec<String> {
    let wanted = |finding: &&Diagnostic| !quiet || finding.severity == Severity::Error;
    let mut findings: Vec<&Diagnostic> = checked.findings.iter().filter(wanted).collect();
    findings.sort_by_key(|finding| Reverse(finding.severity));
    let lines = findings.into_iter();
    lines
        .map(|finding| line(finding, checked, folder))
        .collect()
}

fn shortened(mut lines: Vec<String>) -> Vec<String> {
    if lines.len() > MOST {
        let rest = several(lines.len() - (MOST - 1), "more finding");
        lines.truncate(MOST - 1);
        lines.push(format!(
            "::notice title=plansite::{rest}: run `plansite check` to see all"
        ));
    }
    lines
}

fn line(finding: &Diagnostic, checked: &Checked, folder: &str) -> String {
    let file = &checked.files[finding.place.file.0 as usize];
    let (line, column) = file.line_column(finding.place.span.start);
    let help = finding.help.iter().map(|help| format!("\nhelp: {help}"));
    let message = format!("{}{}", finding.message, help.collect::<String>());
    format!(
        "::{} file={},line={line},col={column},title={}::{}",
        word(finding.severity),
        property(&format!("{folder}{}", file.path)),
        property(finding.rule),
        text(&message),
    )
}

fn skipped_line(path: &str, why: &str) -> String {
    let file = property(path);
    format!(
        "::warning file={file},title=plansite::left out: {}",
        text(why)
    )
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// A message ends with its line, so the ends of its own lines are written as codes.
fn text(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// A property ends with a comma, and all of them with a colon.
fn property(text: &str) -> String {
    self::text(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place() {
        assert_eq!(text("50 %\r\n::error::x"), "50 %25%0D%0A::error::x");
        assert_eq!(property("a,b:c%0A.md"), "a%2Cb%3Ac%250A.md");
        assert_eq!(
            skipped_line("a\n::stop-commands::x.md", "it has 17 MiB"),
            "::warning file=a%0A%3A%3Astop-commands%3A%3Ax.md,title=plansite::left out: it has 17 MiB"
        );
    }
}
