//! `plansite new`: writes one new document where the team keeps such documents.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use crate::cli::args::{Global, NewArgs};
use crate::cli::fault::Fault;
use crate::cli::put;
use crate::cli::request::{full, request, under};
use crate::cli::stock::Stock;
use crate::cli::terminal::Terminal;
use crate::pipeline::Request;
use crate::read::words::Words;
use crate::start::proposal::{Proposal, Wish, propose};
use crate::start::refusal::Refusal;
use crate::start::sort::Sort;

/// Writes the document.
pub fn run(global: &Global, args: &NewArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let request = request(global, None)?;
    let standing = Stock::read(&request)?;
    let proposal = proposal(global, args, &request, &standing)?;
    let draft = &proposal.draft;
    let place = put::place(&request.root, draft);
    stays_inside(&request.root, &place)?;
    if put::is_taken(&request.root, draft) {
        return Err(taken(&place));
    }
    let shown = shown(&place);
    let text = match args.dry_run {
        true => format!("\n{}", draft.text),
        false if put::put(&request.root, draft)? => String::new(),
        false => return Err(taken(&place)),
    };
    writeln!(terminal.out, "{shown}")?;
    write!(terminal.out, "{text}")?;
    if global.quiet {
        return Ok(true);
    }
    let done = if args.dry_run { "would write" } else { "wrote" };
    let err = &mut terminal.err;
    tell(&request.root, &proposal, &format!("{done} {shown}"), err)?;
    // What was written is read once more, with all that may leave it out.
    let read = match args.dry_run {
        true => standing.with(&proposal),
        false => Stock::read(&request)?,
    };
    for doubt in read.doubts(&proposal) {
        writeln!(err, "warning: {doubt}")?;
    }
    Ok(true)
}

fn proposal(
    global: &Global,
    args: &NewArgs,
    request: &Request,
    standing: &Stock,
) -> Result<Proposal, Fault> {
    let words = Words::new(&standing.config);
    let names = |folder: &str| names(&request.root.join(folder));
    let folder = args.folder.as_deref();
    let folder = folder.map(|folder| inside(global, &request.root, folder));
    let folder = folder.transpose()?;
    let wish = Wish {
        sort: Sort::named(&args.kind, &words)?,
        title: args.title.as_deref(),
        parent: args.parent.as_deref(),
        id: args.id.as_deref(),
        folder: folder.as_deref(),
    };
    Ok(propose(&standing.ground(&words, &names), &wish)?)
}

/// The names of what lies in a folder; none where there is no such folder.
fn names(folder: &Path) -> Vec<String> {
    let names: BTreeSet<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.into_iter().collect()
}

/// A folder that was typed, as a path of the plan.
fn inside(global: &Global, root: &Path, typed: &Path) -> Result<String, Fault> {
    let here = plain(&full(&under(global, Path::new("."))).join(typed));
    let root = full(root);
    // A path is meant from here; what is no path of the plan from here may be one from its folder.
    let seen = [here, plain(&root.join(typed))];
    let below = seen.iter().find_map(|place| place.strip_prefix(&root).ok());
    let below = below.ok_or_else(|| Fault::Typed {
        message: format!("`{}` lies outside of the plan", typed.display()),
        help: "name a folder below that of the plan".into(),
    })?;
    let parts = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    Ok(parts.collect::<Vec<_>>().join("/"))
}

/// The path with `.` and `..` worked out by its letters.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// Refuses a place that a link leads out of the plan.
fn stays_inside(root: &Path, place: &Path) -> Result<(), Fault> {
    let standing = place.ancestors().skip(1).find(|folder| folder.exists());
    let stays = standing.is_none_or(|folder| full(folder).starts_with(full(root)));
    stays.then_some(()).ok_or_else(|| Fault::Typed {
        message: format!("`{}` leads out of the plan", place.display()),
        help: "name another folder with `--in`".into(),
    })
}

fn taken(place: &Path) -> Fault {
    Fault::Typed {
        message: format!("`{}` is there already", shown(place)),
        help: "nothing was written; give it another title, another `--id` or another folder with `--in`"
            .into(),
    }
}

/// The path as one would type it here.
fn shown(place: &Path) -> String {
    let here = full(Path::new("."));
    let root = place.ancestors().find(|folder| here.starts_with(folder));
    let path = match root.and_then(|root| Some((here.strip_prefix(root).ok()?, root))) {
        // The plan lies above: `/home/x/plan/a.md` is `../a.md`.
        Some((down, root)) if place.is_absolute() && root.parent().is_some() => {
            let up: PathBuf = down.components().map(|_| Component::ParentDir).collect();
            up.join(place.strip_prefix(root).unwrap_or(place))
        }
        _ => place.to_path_buf(),
    };
    let parts = path.components().filter(|part| *part != Component::CurDir);
    parts.collect::<PathBuf>().display().to_string()
}

fn tell(root: &Path, proposal: &Proposal, done: &str, out: &mut dyn Write) -> Result<(), Fault> {
    let from = match &proposal.template {
        Some(template) => format!("from your template {template}"),
        None => "from plansite's own template".to_string(),
    };
    writeln!(out, "{done}: {}, {from}", proposal.name())?;
    if let Some((from, line)) = proposal.link() {
        let from = shown(&root.join(from));
        writeln!(out, "link it from {from}: `{line}`")?;
    }
    for note in &proposal.notes {
        writeln!(out, "note: {note}")?;
    }
    Ok(())
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Typed {
            message: refusal.message,
            help: refusal.help,
        }
    }
}
