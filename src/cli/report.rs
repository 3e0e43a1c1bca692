//! Findings and faults in the terminal, and findings as JSON.

use std::error::Error;
use std::io::{self, Write};

use annotate_snippets::{Group, Level, Renderer};
use serde::Serialize;

use crate::cli::args::Global;
use crate::cli::fault::Fault;
use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Severity};
use crate::edit::edits;
use crate::pipeline::{Checked, Request, Stop};
use crate::snippet;
use crate::text::file::SourceFile;
use crate::text::span::Place;

/// How many findings there are of each weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// The counts of these findings.
    pub fn of(findings: &[Diagnostic]) -> Self {
        let count = |wanted| {
            findings
                .iter()
                .filter(|finding| finding.severity == wanted)
                .count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// The counts in words.
    pub fn words(self) -> String {
        let parts = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.notes, "note"),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<_> = parts.map(|(count, noun)| several(count, noun)).collect();
        if parts.is_empty() {
            "nothing found".into()
        } else {
            parts.join(", ")
        }
    }
}

/// So many of something: `1 error`, `2 stories`.
pub fn several(count: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if count == 1 => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}

/// What was read, if somebody wants to know, and what was not.
pub fn read(
    global: &Global,
    request: &Request,
    checked: &Checked,
    out: &mut dyn Write,
) -> io::Result<()> {
    if global.verbose {
        let config = request
            .config
            .as_ref()
            .map_or("none".into(), |path| path.display().to_string());
        let documents = several(checked.files.len(), "document");
        writeln!(
            out,
            "read {documents} in {}, configuration: {config}",
            request.root.display()
        )?;
    }
    if global.quiet {
        return Ok(());
    }
    for (path, why) in &checked.skipped {
        message(
            Level::WARNING,
            &format!("`{path}` is left out: {why}"),
            None,
            out,
        )?;
    }
    if checked.plan.is_empty() {
        let help = "a heading like `## Milestone 1: Search`, a table with a column `Task` or front \
                    matter with a `kind` makes an item";
        message(
            Level::WARNING,
            "no item is found in these documents",
            Some(help),
            out,
        )?;
    }
    Ok(())
}

/// What a theme holds in vain, and what of the look can hardly be read.
pub fn remarks(global: &Global, remarks: &[String], out: &mut dyn Write) -> io::Result<()> {
    let help =
        "templates that may be replaced are those of the built-in theme; assets lie in assets/";
    for remark in remarks.iter().filter(|_| !global.quiet) {
        // Of a look nothing is replaced.
        let help = Some(help).filter(|_| !remark.contains("[theme]"));
        message(Level::WARNING, remark, help, out)?;
    }
    Ok(())
}

/// The findings, each with its lines.
pub fn findings(
    findings: &[Diagnostic],
    files: &[&SourceFile],
    out: &mut dyn Write,
) -> io::Result<()> {
    for finding in findings {
        writeln!(out, "{}\n", snippet::styled(finding, files))?;
    }
    Ok(())
}

/// Why a command could not run.
pub fn fault(fault: &Fault, out: &mut dyn Write) -> io::Result<()> {
    let help = match fault {
        Fault::Stop(stop) => return stopped(stop, out),
        Fault::Typed { help, .. } => Some(help.clone()),
        Fault::Emit(fault) => Some(fault.help()),
        Fault::Serve(fault) => fault.help(),
        Fault::Put { .. } | Fault::Write(_) => None,
    };
    message(Level::ERROR, &chain(fault), help.as_deref(), out)
}

/// Why no site can be made.
pub fn stopped(stop: &Stop, out: &mut dyn Write) -> io::Result<()> {
    match stop {
        Stop::Config(ConfigFault::Wrong { file, faults }) => findings(faults, &[file], out),
        stop => message(Level::ERROR, &chain(stop), stop.help().as_deref(), out),
    }
}

/// Why a preview does not follow everything.
pub fn unwatched(fault: &dyn Error, out: &mut dyn Write) -> io::Result<()> {
    let text = format!("not every folder can be watched: {}", chain(fault));
    let help = "what is saved there is seen after a second instead of at once; on Linux, \
                fs.inotify.max_user_watches says how many folders can be watched";
    message(Level::WARNING, &text, Some(help), out)
}

/// The fault and what led to it, in one line.
fn chain(fault: &dyn Error) -> String {
    let mut text = fault.to_string();
    let mut cause = fault.source();
    while let Some(deeper) = cause {
        text.push_str(&format!(": {deeper}"));
        cause = deeper.source();
    }
    text
}

fn message(
    level: Level<'_>,
    text: &str,
    help: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut group = Group::with_title(level.primary_title(text));
    if let Some(help) = help {
        group = group.element(Level::HELP.message(help));
    }
    writeln!(out, "{}", Renderer::styled().render(&[group]))
}

/// A finding as JSON.
#[derive(Debug, Serialize)]
pub struct FindingJson<'a> {
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    spot: Spot<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<OtherJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixJson<'a>>,
}

#[derive(Debug, Serialize)]
struct FixJson<'a> {
    safety: &'static str,
    edits: Vec<EditJson<'a>>,
}

#[derive(Debug, Serialize)]
struct EditJson<'a> {
    #[serde(flatten)]
    spot: Spot<'a>,
    was: &'a str,
    now: String,
}

#[derive(Debug, Serialize)]
struct OtherJson<'a> {
    #[serde(flatten)]
    spot: Spot<'a>,
    label: &'a str,
}

#[derive(Debug, Serialize)]
struct Spot<'a> {
    file: &'a str,
    line: u32,
    column: u32,
}

impl<'a> FindingJson<'a> {
    /// This finding, with its places resolved.
    pub fn of(finding: &'a Diagnostic, files: &[&'a SourceFile]) -> Self {
        let other = |(place, label): &'a (Place, String)| OtherJson {
            spot: spot(*place, files),
            label,
        };
        Self {
            rule: finding.rule,
            severity: finding.severity.word(),
            message: &finding.message,
            spot: spot(finding.place, files),
            label: &finding.label,
            others: finding.others.iter().map(other).collect(),
            help: finding.help.as_deref(),
            fix: fix(finding, files),
        }
    }
}

fn fix<'a>(finding: &Diagnostic, files: &[&'a SourceFile]) -> Option<FixJson<'a>> {
    let fix = finding.fix.as_ref()?;
    let (file, edits) = edits(fix, files)?;
    let edits = edits.into_iter().map(|edit| {
        let span = edit.span;
        let text = &files[file.0 as usize].text;
        EditJson {
            spot: spot(Place { file, span }, files),
            was: text.get(span.range()).unwrap_or_default(),
            now: edit.text,
        }
    });
    Some(FixJson {
        safety: fix.safety.word(),
        edits: edits.collect(),
    })
}

fn spot<'a>(place: Place, files: &[&'a SourceFile]) -> Spot<'a> {
    let file = files[place.file.0 as usize];
    let (line, column) = file.line_column(place.span.start);
    Spot {
        file: &file.path,
        line,
        column,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_in_words() {
        let counts = Counts {
            errors: 1,
            warnings: 2,
            notes: 0,
        };
        assert_eq!(counts.words(), "1 error, 2 warnings");
        assert_eq!(Counts::default().words(), "nothing found");
    }
}
