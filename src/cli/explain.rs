//! `plansite explain`: how a document was read, line by line, or what a rule is about.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::cli::args::{ExplainArgs, ExplainFormat, Global};
use crate::cli::fault::Fault;
use crate::cli::request::{full, request, under};
use crate::cli::sheet::{self, Sheet};
use crate::cli::sheet_json;
use crate::cli::terminal::Terminal;
use crate::edition::record::Record;
use crate::lint::rules;
use crate::pipeline::{self, Checked, Request};
use crate::source::absence::{Absence, absence};
use crate::text::similar::nearest;

/// Explains a document or a rule.
pub fn run(global: &Global, args: &ExplainArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let target = args.target.to_string_lossy();
    if let Some(rule) = rules::find(&target) {
        write!(terminal.out, "{}", rule.page())?;
        return Ok(true);
    }
    let request = request(global, None)?;
    let checked = pipeline::check(&request)?;
    let places = [
        full(&under(global, &args.target)),
        full(&full(&request.root).join(&args.target)),
    ];
    let Some(at) = places
        .iter()
        .find_map(|place| at(&checked, &request, place))
    else {
        let place = places.iter().find(|place| place.exists());
        let place = place.unwrap_or(&places[0]);
        return Err(refused(&target, &checked, &request, place));
    };
    let record = Record::new(
        checked.plan.clone(),
        checked.files.clone(),
        checked.documents.clone(),
        checked.findings.clone(),
    );
    match args.format {
        ExplainFormat::Human => {
            let width = sheet::width();
            let record = &record;
            Sheet { record, at, width }.print(&mut terminal.out)?;
        }
        ExplainFormat::Json => {
            let text = sheet_json::json(&record, at).map_err(pipeline::Stop::from)?;
            writeln!(terminal.out, "{text}")?;
        }
    }
    Ok(true)
}

/// The folder in which the paths of documents begin.
fn folder(request: &Request) -> PathBuf {
    let root = full(&request.root);
    match root.parent().filter(|_| root.is_file()) {
        Some(folder) => folder.to_path_buf(),
        None => root,
    }
}

/// The number of the document at this place.
fn at(checked: &Checked, request: &Request, place: &Path) -> Option<usize> {
    let below = place.strip_prefix(folder(request)).ok()?;
    let wanted = below.to_string_lossy().replace('\\', "/");
    checked.files.iter().position(|file| file.path == wanted)
}

/// Why there is nothing to explain.
fn refused(target: &str, checked: &Checked, request: &Request, place: &Path) -> Fault {
    let typed = |message: String, help: String| Fault::Typed { message, help };
    let root = folder(request);
    let below = place.strip_prefix(&root).unwrap_or(place);
    let below = below.to_string_lossy().replace('\\', "/");
    if let Some((_, why)) = checked.skipped.iter().find(|(path, _)| *path == below) {
        let help = near(target, checked).unwrap_or_default();
        return typed(format!("`{target}` was not read: {why}"), help);
    }
    let absence = absence(&root, place, &checked.config);
    let (why, help) = told(&absence, &below);
    match absence {
        Absence::Missing => {
            let help = near(target, checked).unwrap_or(help);
            typed(
                format!("no such document and no such rule: `{target}`"),
                help,
            )
        }
        _ => typed(
            format!("`{target}` is no document of the plan: {why}"),
            help,
        ),
    }
}

/// Why a path is no document, and what to do.
fn told(absence: &Absence, below: &str) -> (String, String) {
    let (why, help) = match absence {
        Absence::Missing => (
            "there is no such file",
            "name a document of the plan, or a rule that `check` has named",
        ),
        Absence::Folder => (
            "it is a folder",
            "name one of its documents; `plansite check --reading` tells of all",
        ),
        Absence::Outside => (
            "it lies outside of the folder that is read",
            "name the folder of its plan with `--root`",
        ),
        Absence::NoDocument => (
            "its ending is not that of a document",
            "`plansite check --reading` lists the documents",
        ),
        Absence::Closed(name) => {
            let why = format!("`{name}` is not looked into");
            let help = format!("`[sources] include = [\"**\", \"{below}\"]` reads it all the same");
            return (why, help);
        }
        Absence::NoPlan => (
            "no plan is found in this file of data, or .gitignore leaves it out",
            "a file of data is read if it lists items with titles, or states by name",
        ),
        Absence::NotIncluded => (
            "`[sources] include` does not name it",
            "add it there, or take `include` away to read all",
        ),
        Absence::Excluded => (
            "`[sources] exclude` leaves it out",
            "take the pattern away to read it",
        ),
        Absence::Linked => (
            "it is a link, and links are not followed",
            "name the document that it leads to",
        ),
        Absence::Ignored => (
            ".gitignore leaves it out",
            "what git ignores is not read; `git check-ignore -v` names the pattern",
        ),
    };
    (why.to_string(), help.to_string())
}

/// The rule or the document that was likely meant.
fn near(target: &str, checked: &Checked) -> Option<String> {
    let name = target.rsplit(['/', '\\']).next().unwrap_or(target);
    let files = || checked.files.iter().map(|file| file.path.as_str());
    let same = files().find(|path| path.rsplit('/').next() == Some(name));
    let rules = rules::names().into_iter();
    let all = rules.filter(|rule| *rule != "warnings").chain(files());
    let near = same.or_else(|| nearest(target, all))?;
    Some(format!("did you mean `{near}`?"))
}
