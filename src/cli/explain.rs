//! `plansite explain`: how a document was read, line by line, or what a rule is about.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::{ExplainArgs, Global};
use crate::cli::fault::Fault;
use crate::cli::report::several;
use crate::cli::request::{full, request, under};
use crate::cli::terminal::Terminal;
use crate::edition::nature::{Counts, Nature};
use crate::edition::record::{Line, Record};
use crate::lint::rules;
use crate::pipeline::{self, Checked};
use crate::text::file::SourceFile;
use crate::text::similar::nearest;

/// How much of a line is shown.
const WIDTH: usize = 72;

/// Explains a document or a rule.
pub fn run(global: &Global, args: &ExplainArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let target = args.target.to_string_lossy();
    if let Some(rule) = rules::find(&target) {
        write!(terminal.out, "{}", rule.page())?;
        return Ok(true);
    }
    let mut request = request(global, None)?;
    let place = place(global, &request.root, &args.target)?;
    if let Ok(below) = place.strip_prefix(full(&request.root)) {
        let checked = pipeline::check(&request)?;
        let wanted = below.to_string_lossy().replace('\\', "/");
        let files = &checked.files;
        if let Some(at) = files.iter().position(|file| file.path == wanted) {
            document(&checked, at, &mut terminal.out)?;
            return Ok(true);
        }
    }
    // A document outside of the plan, or one that the plan leaves out, is read alone.
    request.root = place;
    document(&pipeline::check(&request)?, 0, &mut terminal.out)?;
    Ok(true)
}

/// The document that is meant: seen from here, or from the folder of the plan.
fn place(global: &Global, root: &Path, target: &Path) -> Result<PathBuf, Fault> {
    let places = [full(&under(global, target)), full(root).join(target)];
    let place = places.into_iter().find(|place| place.is_file());
    place.ok_or_else(|| {
        let name = target.to_string_lossy();
        let near = nearest(
            &name,
            rules::names()
                .into_iter()
                .filter(|name| *name != "warnings"),
        );
        Fault::Typed {
            message: format!("no such document and no such rule: `{name}`"),
            help: match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a document of the plan, or a rule that `check` has named".into(),
            },
        }
    })
}

fn document(checked: &Checked, at: usize, out: &mut dyn Write) -> io::Result<()> {
    let file = &checked.files[at];
    let record = Record::new(
        checked.plan.clone(),
        checked.files.clone(),
        checked.documents.clone(),
        checked.findings.clone(),
    );
    let template = record.is_template(at);
    let lines = record.lines(at);
    let number = lines.len().to_string().len();
    let widest = (1..=lines.len())
        .map(|line| text(file, line).chars().count())
        .max();
    let width = widest.unwrap_or(0).min(WIDTH);
    writeln!(out, "{}", file.path)?;
    if template {
        writeln!(out, "a template: nothing is taken from it")?;
    }
    for (at, line) in lines.iter().enumerate() {
        let text = text(file, at + 1);
        let words = told(line, Nature::of(line, lines.get(at + 1)));
        writeln!(out, "{}", row(at + 1, number, &text, width, &words))?;
        for (_, doubt) in &line.doubts {
            writeln!(out, "{:number$} │ {:width$} │ ? {doubt}", "", "")?;
        }
    }
    writeln!(out, "{}", summary(Counts::of(&lines)))
}

fn row(line: usize, number: usize, text: &str, width: usize, words: &str) -> String {
    let blank = " ".repeat(width.saturating_sub(text.chars().count()));
    format!("{line:number$} │ {text}{blank} │ {words}")
        .trim_end()
        .to_string()
}

/// The line as far as it is shown; tabs and control characters would break the columns.
fn text(file: &SourceFile, line: usize) -> String {
    let whole = &file.text[file.line_span(line).range()];
    let plain = whole.chars().map(|c| if c.is_control() { ' ' } else { c });
    if whole.chars().count() <= WIDTH {
        return plain.collect();
    }
    plain.take(WIDTH - 1).chain(['…']).collect()
}

/// What the line was taken for, and by whom.
fn told(line: &Line, nature: Nature) -> String {
    let words = match nature {
        Nature::Taken => line.words().join("; "),
        nature => nature.word().to_string(),
    };
    match line.reader {
        Some(reader) if !words.is_empty() && nature != Nature::Comment => {
            format!("{words}  [{reader}]")
        }
        _ => words,
    }
}

fn summary(counts: Counts) -> String {
    let are = |count| if count == 1 { "is" } else { "are" };
    let was = if counts.taken == 1 { "was" } else { "were" };
    format!(
        "{} {was} taken for something, {} {} prose or headings, {} {} private, {} {} blank or rules; {} in doubt",
        several(counts.taken, "line"),
        counts.prose,
        are(counts.prose),
        counts.comments,
        are(counts.comments),
        counts.silent,
        are(counts.silent),
        counts.doubts,
    )
}
