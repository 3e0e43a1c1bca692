//! `plansite check`: what is wrong with the plan, and who read what.

use std::io::{self, Write};
use std::path::{Component, Path};

use serde::Serialize;

use crate::cli::actions::Actions;
use crate::cli::annotation::annotations;
use crate::cli::args::{CheckArgs, CheckFormat, Global};
use crate::cli::baseline::{self, Held};
use crate::cli::dozen::{self, dozen};
use crate::cli::fault::Fault;
use crate::cli::mending::{self, LeftJson, Mended};
use crate::cli::reading::{Reading, ReadingJson, ReadsJson};
use crate::cli::report::{self, Counts, FindingJson, several};
use crate::cli::request::{levels, request};
use crate::cli::sarif;
use crate::cli::summary::summary;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::fold::fold;
use crate::pipeline::{self, Checked, Stop};
use crate::source::repository::repository;
use crate::text::file::SourceFile;

/// Says what is wrong; fine is a plan without errors.
pub fn run(global: &Global, args: &CheckArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let mut request = request(global, args.path.as_deref())?;
    request.levels = levels(args)?;
    let mut before = pipeline::check(&request)?;
    if args.diff {
        mending::show(global, &request, &before, terminal)?;
        return Ok(Counts::of(&before.findings).errors == 0);
    }
    let mended = args.fix.then(|| mending::save(&request, &before));
    // What was written is read as it is now, and not as it was meant.
    let is_changed = mended
        .as_ref()
        .is_some_and(|mended| !mended.drafts.is_empty());
    let mut read = is_changed.then(|| pipeline::check(&request)).transpose()?;
    let now = read.as_mut().unwrap_or(&mut before);
    let held = baseline::hide(global, args, &request, now)?;
    let checked = read.as_ref().unwrap_or(&before);
    let outcome = Outcome {
        checked,
        before: &before,
        mended: mended.as_ref(),
        held: held.as_ref(),
        counts: Counts::of(&checked.findings),
    };
    let actions = Actions::here();
    let format = format(args, &actions);
    // Lines for GitHub are commands; what the documents are called must not become one.
    if format != CheckFormat::Github {
        report::read(global, &request, checked, &mut terminal.err)?;
    }
    let folder = || in_repository(global, &request.root);
    match format {
        CheckFormat::Human => human(global, args, checked, terminal)?,
        CheckFormat::Json => writeln!(terminal.out, "{}", json(args, &outcome)?)?,
        CheckFormat::Github => {
            annotations(checked, &folder(), global.quiet, &mut terminal.out)?;
        }
        CheckFormat::Sarif => {
            let log = sarif::log(checked, &folder()).map_err(Stop::from)?;
            writeln!(terminal.out, "{log}")?;
        }
    }
    actions.summarize(|| summary(checked, &folder(), actions.files.as_deref()))?;
    if !global.quiet {
        tell(&outcome, format, &mut terminal.err)?;
    }
    Ok(outcome.counts.errors == 0)
}

/// What came of a run.
struct Outcome<'a> {
    checked: &'a Checked,
    /// The plan before it was mended.
    before: &'a Checked,
    mended: Option<&'a Mended>,
    held: Option<&'a Held>,
    counts: Counts,
}

/// Says in a few lines what was read, found, mended and left out.
fn tell(outcome: &Outcome<'_>, format: CheckFormat, out: &mut dyn Write) -> io::Result<()> {
    if let Some(mended) = outcome.mended {
        mended.tell(outcome.before, out)?;
    }
    let documents = several(outcome.checked.files.len(), "document");
    let items = several(outcome.checked.plan.len(), "item");
    writeln!(out, "{documents}, {items}: {}", outcome.counts.words())?;
    if let Some(held) = outcome.held {
        baseline::tell(held, out)?;
    }
    if outcome.mended.is_none() && format == CheckFormat::Human {
        mending::hint(outcome.checked, out)?;
    }
    Ok(())
}

/// The format that was asked for; in GitHub Actions, where nothing was, the one that is shown beside the lines.
fn format(args: &CheckArgs, actions: &Actions) -> CheckFormat {
    let usual = match actions.is_on {
        true => CheckFormat::Github,
        false => CheckFormat::Human,
    };
    args.format.unwrap_or(usual)
}

/// Where the documents lie in their repository, with a slash at its end; where nobody knows, as typed.
pub fn in_repository(global: &Global, root: &Path) -> String {
    let known = Some(root).filter(|_| !global.no_git);
    if let Some(repository) = known.and_then(repository) {
        return repository.prefix;
    }
    let above = || root.parent().unwrap_or(Path::new(""));
    let folder = if root.is_file() { above() } else { root };
    let names = folder.components();
    let names = names.filter(|name| !matches!(name, Component::CurDir | Component::RootDir));
    let names = names.map(|name| format!("{}/", name.as_os_str().to_string_lossy()));
    let root = if folder.has_root() { "/" } else { "" };
    root.to_string() + &names.collect::<String>()
}

fn human(
    global: &Global,
    args: &CheckArgs,
    checked: &Checked,
    terminal: &mut Terminal,
) -> io::Result<()> {
    if args.reading {
        Reading::new(checked).print(&mut terminal.out)?;
        terminal.out.flush()?;
    }
    let wanted = |finding: &&Diagnostic| !global.quiet || finding.severity == Severity::Error;
    let findings: Vec<Diagnostic> = checked.findings.iter().filter(wanted).cloned().collect();
    // A reader wants to hear of one cause once; programs want each place.
    let findings = fold(findings);
    let files = files(checked);
    let Some(most) = dozen(&findings, &files).filter(|_| !args.all && !global.quiet) else {
        return report::findings(&findings, &files, &mut terminal.err);
    };
    report::findings(&most, &files, &mut terminal.err)?;
    let path = args.path.iter();
    let path: String = path.map(|path| format!(" {}", path.display())).collect();
    dozen::tell(&findings, most.len(), &path, &mut terminal.err)
}

fn json(args: &CheckArgs, outcome: &Outcome<'_>) -> Result<String, Fault> {
    let checked = outcome.checked;
    let (files, before) = (files(checked), files(outcome.before));
    let findings = checked.findings.iter();
    let reading = args.reading.then(|| Reading::new(checked));
    let text = serde_json::to_string(&CheckJson {
        schema: "plansite/check/1",
        as_of: checked.today.to_string(),
        documents: checked.files.len(),
        items: checked.plan.len(),
        findings: findings
            .map(|finding| FindingJson::of(finding, &files))
            .collect(),
        counts: outcome.counts,
        fixed: outcome.mended.map(|mended| mended.fixed(&before)),
        left: outcome.mended.map(Mended::left),
        baseline: outcome.held,
        read: reading.as_ref().map(Reading::whole),
        reading: reading.as_ref().map(Reading::documents),
    });
    Ok(text.map_err(Stop::from)?)
}

fn files(checked: &Checked) -> Vec<&SourceFile> {
    checked.files.iter().map(AsRef::as_ref).collect()
}

#[derive(Serialize)]
struct CheckJson<'a> {
    schema: &'static str,
    as_of: String,
    documents: usize,
    items: usize,
    findings: Vec<FindingJson<'a>>,
    counts: Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<Vec<FindingJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<Vec<LeftJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<&'a Held>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<ReadsJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<Vec<ReadingJson<'a>>>,
}
