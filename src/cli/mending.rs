//! `plansite check --fix` and `--diff`: what is mended in the documents, what would be, and what stays.

use std::io::{self, IsTerminal, Write};

use serde::Serialize;

use crate::change;
use crate::change::diff::unified;
use crate::change::draft::{Draft, Left};
use crate::change::save;
use crate::cli::args::Global;
use crate::cli::plain::plain;
use crate::cli::report::{FindingJson, several};
use crate::cli::terminal::Terminal;
use crate::diagnostic::Safety;
use crate::edit::edits;
use crate::pipeline::{Checked, Request};
use crate::source::folder::folder;
use crate::text::file::SourceFile;

/// Says that there is something to mend, where there is.
pub fn hint(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let files: Vec<&SourceFile> = checked.files.iter().map(AsRef::as_ref).collect();
    let safe = checked.findings.iter().filter_map(|finding| {
        let fix = finding.fix.as_ref();
        edits(fix.filter(|fix| fix.safety == Safety::Safe)?, &files)
    });
    match safe.count() {
        0 => Ok(()),
        count => writeln!(
            out,
            "{} can be fixed with `--fix`; `--diff` shows how",
            several(count, "finding")
        ),
    }
}

/// What was mended.
#[derive(Debug)]
pub struct Mended {
    /// The documents that were saved.
    pub drafts: Vec<Draft>,
    left: Vec<Left>,
}

/// A document that stays as it is.
#[derive(Debug, Serialize)]
pub struct LeftJson<'a> {
    file: &'a str,
    why: &'a str,
}

/// Mends what can be mended safely.
pub fn save(request: &Request, checked: &Checked) -> Mended {
    let mending = change::mend(request, checked);
    let mut mended = Mended {
        drafts: Vec::new(),
        left: mending.left,
    };
    for draft in mending.drafts {
        match save::save(folder(&request.root), &draft) {
            Ok(()) => mended.drafts.push(draft),
            Err(left) => mended.left.push(left),
        }
    }
    mended
}

/// Shows what would be mended, and writes nothing.
pub fn show(
    global: &Global,
    request: &Request,
    checked: &Checked,
    terminal: &mut Terminal,
) -> io::Result<()> {
    let mending = change::mend(request, checked);
    let is_watched = io::stdout().is_terminal();
    for draft in &mending.drafts {
        let told = unified(draft);
        match is_watched {
            true => told
                .lines()
                .try_for_each(|line| writeln!(terminal.out, "{}", plain(line)))?,
            false => write!(terminal.out, "{told}")?,
        }
    }
    terminal.out.flush()?;
    if !global.quiet {
        tell_left(&mending.left, &mut terminal.err)?;
        let words = sum(&mending.drafts);
        writeln!(terminal.err, "{words} would be fixed; nothing was written")?;
    }
    Ok(())
}

impl Mended {
    /// Says what was fixed and what was left alone.
    pub fn tell(&self, before: &Checked, out: &mut dyn Write) -> io::Result<()> {
        for finding in self.drafts.iter().flat_map(|draft| &draft.findings) {
            let file = &before.files[finding.place.file.0 as usize];
            let (line, column) = file.line_column(finding.place.span.start);
            let (path, message) = (plain(&file.path), plain(&finding.message));
            let rule = finding.rule;
            writeln!(out, "fixed[{rule}]: {message}\n --> {path}:{line}:{column}")?;
        }
        tell_left(&self.left, out)?;
        writeln!(out, "{} fixed", sum(&self.drafts))
    }

    /// What was fixed, for programs; the places are those before.
    pub fn fixed<'a>(&'a self, files: &[&'a SourceFile]) -> Vec<FindingJson<'a>> {
        let findings = self.drafts.iter().flat_map(|draft| &draft.findings);
        findings
            .map(|finding| FindingJson::of(finding, files))
            .collect()
    }

    /// What was left alone, for programs.
    pub fn left(&self) -> Vec<LeftJson<'_>> {
        let left = self.left.iter();
        let told = left.map(|left| LeftJson {
            file: &left.path,
            why: &left.why,
        });
        told.collect()
    }
}

fn tell_left(left: &[Left], out: &mut dyn Write) -> io::Result<()> {
    for Left { path, why } in left {
        writeln!(out, "left as it is: `{}`: {}", plain(path), plain(why))?;
    }
    Ok(())
}

/// "2 findings in 1 document".
fn sum(drafts: &[Draft]) -> String {
    let findings: usize = drafts.iter().map(|draft| draft.findings.len()).sum();
    match findings {
        0 => "nothing".into(),
        findings => {
            let documents = several(drafts.len(), "document");
            format!("{} in {documents}", several(findings, "finding"))
        }
    }
}
