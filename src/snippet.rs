//! A finding with its lines, as rustc shows what it finds.

use std::iter;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::edit::edits;
use crate::text::file::SourceFile;
use crate::text::span::Place;

/// The finding with colours, for a terminal.
pub fn styled(finding: &Diagnostic, files: &[&SourceFile]) -> String {
    Renderer::styled().render(&groups(finding, files))
}

/// The finding as plain text.
pub fn plain(finding: &Diagnostic, files: &[&SourceFile]) -> String {
    Renderer::plain().render(&groups(finding, files))
}

/// The finding, and the lines that would mend it.
fn groups<'a>(finding: &'a Diagnostic, files: &[&'a SourceFile]) -> Vec<Group<'a>> {
    match mended(finding, files) {
        Some(mended) => vec![group(finding, files), mended],
        None => {
            let help = finding.help.as_ref();
            let help = help.map(|help| Level::HELP.message(&**help));
            vec![group(finding, files).elements(help)]
        }
    }
}

/// The lines as they are and as they would be, below what to do.
fn mended<'a>(finding: &'a Diagnostic, files: &[&'a SourceFile]) -> Option<Group<'a>> {
    let (id, edits) = edits(finding.fix.as_ref()?, files)?;
    let file = files[id.0 as usize];
    let lines = edits.iter().map(|edit| file.line(edit.span.start) as usize);
    let (first, last) = (lines.clone().min()?, lines.max()?);
    let start = file.line_span(first).start as usize;
    let end = file.line_span(last).end as usize;
    let patches = edits.into_iter().map(|edit| {
        let range = edit.span.range();
        Patch::new(range.start - start..range.end - start, edit.text)
    });
    let snippet = Snippet::source(&file.text[start..end])
        .line_start(first)
        .path(file.path.as_str())
        .patches(patches);
    let help = finding.help.as_deref().unwrap_or("write it anew");
    Some(Level::HELP.secondary_title(help).element(snippet))
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
    let mut group = Group::with_title(level.primary_title(&*finding.message).id(finding.rule));
    for (at, (place, ..)) in places.iter().enumerate() {
        let same = |(other, ..): &&(Place, _, _)| other.file == place.file;
        if !places[..at].iter().any(|other| same(&other)) {
            let here: Vec<_> = places.iter().filter(same).copied().collect();
            group = group.element(snippet(files[place.file.0 as usize], &here));
        }
    }
    group
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
            fix: None,
        }
    }

    fn shown(finding: &Diagnostic, files: &[&SourceFile]) -> String {
        plain(finding, files)
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
}
