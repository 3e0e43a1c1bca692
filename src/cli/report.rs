//! Findings and faults in the terminal, and findings as JSON.

use std::error::Error;
use std::io::{self, Write};
use std::iter;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use crate::cli::args::Global;
use crate::cli::fault::Fault;
use crate::config::ConfigFault;
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::{Checked, Request, Stop};
use crate::source::walk::WalkFault;
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

/// What a theme holds in vain.
pub fn remarks(global: &Global, remarks: &[String], out: &mut dyn Write) -> io::Result<()> {
    let help =
        "templates that may be replaced are those of the built-in theme; assets lie in assets/";
    for remark in remarks.iter().filter(|_| !global.quiet) {
        message(Level::WARNING, remark, Some(help), out)?;
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
        writeln!(
            out,
            "{}\n",
            Renderer::styled().render(&[group(finding, files)])
        )?;
    }
    Ok(())
}

/// Why a command could not run.
pub fn fault(fault: &Fault, out: &mut dyn Write) -> io::Result<()> {
    if let Fault::Stop(Stop::Config(ConfigFault::Wrong { file, faults })) = fault {
        return findings(faults, &[file], out);
    }
    let help = match fault {
        Fault::Typed { help, .. } => Some(help.clone()),
        Fault::Stop(Stop::Walk(fault)) => Some(WalkFault::help(fault)),
        Fault::Stop(Stop::Theme(fault)) => fault.help(),
        Fault::Emit(fault) => Some(fault.help()),
        _ => None,
    };
    message(Level::ERROR, &chain(fault), help.as_deref(), out)
}

/// The fault and what led to it, in one line.
fn chain(fault: &Fault) -> String {
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

/// A finding as the renderer wants it: a snippet for each file, the finding's own file first.
fn group<'a>(finding: &'a Diagnostic, files: &[&'a SourceFile]) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let own = (
        finding.place,
        finding.label.as_str(),
        AnnotationKind::Primary,
    );
    let others = finding.others.iter();
    let others = others.map(|(place, label)| (*place, label.as_str(), AnnotationKind::Context));
    let places: Vec<_> = iter::once(own).chain(others).collect();
    let mut group = Group::with_title(level.primary_title(&finding.message).id(finding.rule));
    for (at, (place, ..)) in places.iter().enumerate() {
        let same = |(other, ..): &&(Place, _, _)| other.file == place.file;
        if !places[..at].iter().any(|other| same(&other)) {
            let here: Vec<_> = places.iter().filter(same).copied().collect();
            group = group.element(snippet(files[place.file.0 as usize], &here));
        }
    }
    match &finding.help {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

/// The lines from the first place to the last; the renderer leaves out what lies far between.
fn snippet<'a>(
    file: &'a SourceFile,
    places: &[(Place, &'a str, AnnotationKind)],
) -> Snippet<'a, Annotation<'a>> {
    let lines = places
        .iter()
        .map(|(place, ..)| file.line(place.span.start) as usize);
    let first = lines.clone().min().unwrap_or(1);
    let last = lines.max().unwrap_or(first);
    let start = file.line_span(first).start as usize;
    let end = file.line_span(last).end as usize;
    let annotations = places.iter().map(|(place, label, kind)| {
        let range = on_one_line(file, *place);
        let annotation = kind.span(range.start - start..range.end - start);
        if label.is_empty() {
            annotation
        } else {
            annotation.label(*label)
        }
    });
    Snippet::source(&file.text[start..end])
        .line_start(first)
        .path(file.path.as_str())
        .annotations(annotations)
}

/// The part of a place that stands on its first line: arms around whole documents help nobody.
fn on_one_line(file: &SourceFile, place: Place) -> Range<usize> {
    let line = file.line_span(file.line(place.span.start) as usize).range();
    let start = whole(&file.text, (place.span.start as usize).min(line.end), -1);
    let end = whole(&file.text, (place.span.end as usize).min(line.end), 1);
    start..end.max(start)
}

/// The nearest end of a character in this direction: the renderer cannot cut one in two.
fn whole(text: &str, at: usize, step: isize) -> usize {
    let places = iter::successors(Some(at), |at| at.checked_add_signed(step));
    places
        .take(4)
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
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
        }
    }
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
    use crate::text::span::{FileId, Span};

    fn finding(place: Span, others: Vec<(Place, String)>) -> Diagnostic {
        Diagnostic {
            rule: "stale-tally",
            severity: Severity::Warning,
            message: "declares 1/3, computed 1/2".into(),
            place: Place {
                file: FileId(0),
                span: place,
            },
            label: "here".into(),
            others,
            help: Some("correct it".into()),
        }
    }

    fn shown(finding: &Diagnostic, files: &[&SourceFile]) -> String {
        Renderer::plain().render(&[group(finding, files)])
    }

    #[test]
    fn a_finding_looks_like_one_of_rustc() {
        let file = SourceFile::new("plan.md", b"# A\n\n**Progress:** 1/3\nmore\n".to_vec());
        let text = shown(&finding(Span::new(19..22), Vec::new()), &[&file]);
        let wanted = "warning[stale-tally]: declares 1/3, computed 1/2\n --> plan.md:3:15\n  |\n\
                      3 | **Progress:** 1/3\n  |               ^^^ here\n  |\n  = help: correct it";
        assert_eq!(text, wanted);
    }

    #[test]
    fn long_places_are_shown_by_their_first_line_and_empty_ones_are_shown() {
        let file = SourceFile::new("plan.md", "größe\nb\nc".as_bytes().to_vec());
        let all = shown(
            &finding(Span::new(0..file.text.len()), Vec::new()),
            &[&file],
        );
        assert!(all.contains("1 | größe\n  | ^^^^^ here"), "{all}");
        let end = file.text.len();
        assert!(shown(&finding(Span::new(end..end), Vec::new()), &[&file]).contains("3 | c"));
        let empty = SourceFile::new("a.md", Vec::new());
        assert!(shown(&finding(Span::new(0..0), Vec::new()), &[&empty]).contains("a.md:1:1"));
    }

    #[test]
    fn no_character_is_cut_in_two() {
        let file = SourceFile::new("a.md", "1 â€”".as_bytes().to_vec());
        let text = shown(&finding(Span::new(3..5), Vec::new()), &[&file]);
        assert!(text.contains("  |   ^^ here"), "{text}");
    }

    #[test]
    fn places_in_other_files_are_shown_too() {
        let (a, b) = (
            SourceFile::new("a.md", b"one".to_vec()),
            SourceFile::new("b.md", b"two".to_vec()),
        );
        let other = Place {
            file: FileId(1),
            span: Span::new(0..3),
        };
        let text = shown(
            &finding(Span::new(0..3), vec![(other, "there".into())]),
            &[&a, &b],
        );
        assert!(
            text.contains("::: b.md:1:1") && text.contains("--- there"),
            "{text}"
        );
    }

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
