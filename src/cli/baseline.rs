//! The file of the findings that a team lives with: where it is, what it hides, and how it is written.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;

use serde::Serialize;

use crate::cli::args::{CheckArgs, Global, Update};
use crate::cli::fault::Fault;
use crate::cli::plain::plain;
use crate::cli::report::{Counts, several};
use crate::cli::request::under;
use crate::diagnostic::Diagnostic;
use crate::lint::baseline::{Baseline, Known, Unfit};
use crate::pipeline::{Checked, Request};
use crate::source::walk::below;

/// The name of the file, where nobody gives it another one.
pub const NAME: &str = "plansite-baseline.jsonl";

/// What the file has done to the findings.
#[derive(Debug, Serialize)]
pub struct Held {
    /// The file, as it is called here.
    pub file: String,
    /// How many findings it hides.
    pub hidden: usize,
    /// How many findings that it lists are gone.
    pub gone: usize,
    /// What became of the file, where it was to be written.
    #[serde(skip)]
    written: Option<String>,
}

/// Leaves out of the findings what the file lists, after it is written anew where that is asked for.
pub fn hide(
    global: &Global,
    args: &CheckArgs,
    request: &Request,
    checked: &mut Checked,
) -> Result<Option<Held>, Fault> {
    let typed = args.baseline.as_deref().map(|path| under(global, path));
    let update = args.update_baseline;
    let Some(path) = place(typed, update.is_some(), request, checked) else {
        return Ok(None);
    };
    let shelf = Shelf::new(path, request);
    let found = shelf.known(checked);
    let before = shelf.read(update)?;
    let (base, written) = match update {
        Some(update) => shelf.update(before, update, &found)?,
        None => (before.ok_or_else(|| shelf.missing())?, None),
    };
    let left = base.shrunk(&found, |path| shelf.looks_at(path)).len();
    let gone = base.len().saturating_sub(left);
    let new = unlisted(&base, &found, checked);
    let hidden = checked.findings.len() - new.len();
    checked.findings = Arc::new(new);
    Ok(Some(Held {
        file: shelf.name(),
        hidden,
        gone,
        written,
    }))
}

/// What is found and not listed in the file, if there is one, where nothing of it is typed.
pub fn new(request: &Request, checked: &Checked) -> Result<Counts, Fault> {
    let Some(path) = place(None, false, request, checked) else {
        return Ok(Counts::of(&checked.findings));
    };
    let shelf = Shelf::new(path, request);
    let base = shelf.read(None)?.ok_or_else(|| shelf.missing())?;
    let found = shelf.known(checked);
    Ok(Counts::of(&unlisted(&base, &found, checked)))
}

/// The file that is typed; else the one that is set; else the usual one, if it is there or is to be written.
fn place(
    typed: Option<PathBuf>,
    is_written: bool,
    request: &Request,
    checked: &Checked,
) -> Option<PathBuf> {
    let home = checked
        .config
        .home
        .as_deref()
        .unwrap_or_else(|| folder(&request.root));
    let set = checked.config.baseline.as_ref().map(|path| home.join(path));
    let usual = || Some(home.join(NAME)).filter(|path| is_written || path.is_file());
    typed.or(set).or_else(usual)
}

/// The folder of what is read.
fn folder(root: &Path) -> &Path {
    match root.parent() {
        Some(above) if root.is_file() => above,
        _ => root,
    }
}

fn unlisted(base: &Baseline, found: &[Known], checked: &Checked) -> Vec<Diagnostic> {
    let all = checked.findings.iter().zip(base.are_new(found));
    let new = all.filter(|(_, is_new)| *is_new);
    new.map(|(finding, _)| finding.clone()).collect()
}

/// The file, and the documents as seen from its folder.
struct Shelf {
    path: PathBuf,
    folder: String,
    /// The only document that is read, if it is one.
    only: Option<String>,
}

impl Shelf {
    fn new(path: PathBuf, request: &Request) -> Self {
        let home = path.parent().filter(|home| !home.as_os_str().is_empty());
        let folder = below(&request.root, Some(home.unwrap_or(Path::new("."))));
        let name = request.root.file_name().filter(|_| request.root.is_file());
        let only = name.map(|name| format!("{folder}{}", name.to_string_lossy()));
        Self { path, folder, only }
    }

    fn known(&self, checked: &Checked) -> Vec<Known> {
        let known = |finding: &Diagnostic| {
            let file = &checked.files[finding.place.file.0 as usize];
            Known::of(finding, file, &self.folder)
        };
        checked.findings.iter().map(known).collect()
    }

    /// Whether the document of this path is read, or would be if it were still there.
    fn looks_at(&self, path: &str) -> bool {
        match &self.only {
            Some(only) => path == only,
            None => path.starts_with(&self.folder),
        }
    }

    /// What the file lists; nothing where there is none. Where all is written anew, it need only be the right file.
    fn read(&self, update: Option<Update>) -> Result<Option<Baseline>, Fault> {
        let text = match fs::read(&self.path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
            Err(fault) => {
                return Err(self.fault(&format!("cannot be read: {fault}"), "name another file"));
            }
        };
        match Baseline::parse(&text) {
            Ok(base) => Ok(Some(base)),
            Err(Unfit::Line(_)) if update == Some(Update::All) => Ok(Some(Baseline::default())),
            Err(Unfit::Line(line)) => Err(self.fault(
                &format!("cannot be understood in line {line}"),
                "take the line out, or write all of it anew with `--update-baseline=all`",
            )),
            Err(Unfit::Other) => Err(self.fault(
                "is no baseline, and is left as it is",
                "name another file; `plansite check --update-baseline` makes one",
            )),
        }
    }

    /// The file as it is called here.
    fn name(&self) -> String {
        let path: PathBuf = self.path.components().collect();
        let path = path.strip_prefix(".").unwrap_or(&path);
        plain(&path.display().to_string())
    }

    fn missing(&self) -> Fault {
        self.fault("is not there", "`--update-baseline` writes it")
    }

    fn fault(&self, what: &str, help: &str) -> Fault {
        Fault::Typed {
            message: format!("the baseline `{}` {what}", self.name()),
            help: help.to_string(),
        }
    }

    /// The new baseline, and what became of the file.
    fn update(
        &self,
        before: Option<Baseline>,
        update: Update,
        found: &[Known],
    ) -> Result<(Baseline, Option<String>), Fault> {
        let is_there = before.is_some();
        let before = before.unwrap_or_default();
        let looks_at = |path: &str| self.looks_at(path);
        let base = match update {
            Update::Gone if is_there => before.shrunk(found, looks_at),
            Update::Gone | Update::All => before.anew(found, looks_at),
        };
        let refused = |source| Fault::Put {
            path: self.path.clone(),
            source,
        };
        let text = base.text();
        let is_same = fs::read(&self.path).is_ok_and(|old| old == text.as_bytes());
        if !is_same {
            replace(&self.path, &text).map_err(refused)?;
        }
        let became = match (before.len(), base.len()) {
            _ if is_same => "nothing has changed".to_string(),
            (old, new) if new < old => format!("{} fewer", old - new),
            (_, 0) => "written".to_string(),
            (old, new) if new > old && is_there => format!("{} more", new - old),
            _ => "written".to_string(),
        };
        let told = format!("{}, {became}", several(base.len(), "finding"));
        Ok((base, Some(told)))
    }
}

/// Puts the text in place of the file in one step: a reader, a crash or a full disk never meets half of it.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    // Where the file is a link, what it leads to is meant.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let new = path.with_file_name(format!(".{name}.{}", process::id()));
    let written = write(&new, &path, text);
    if written.is_err() {
        // It may never have been made.
        let _ = fs::remove_file(&new);
    }
    written
}

fn write(new: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    if let Ok(old) = fs::metadata(path) {
        fs::set_permissions(new, old.permissions())?;
    }
    fs::rename(new, path)
}

/// Says what the file hides and what of it is gone.
pub fn tell(held: &Held, out: &mut dyn Write) -> io::Result<()> {
    let Held {
        file,
        hidden,
        gone,
        written,
    } = held;
    if let Some(written) = written {
        writeln!(out, "{file}: {written}")?;
    } else if *hidden > 0 {
        writeln!(out, "{file} hides {}", several(*hidden, "finding"))?;
    }
    if *gone > 0 {
        let (are, them) = if *gone == 1 {
            ("is", "it")
        } else {
            ("are", "them")
        };
        let gone = several(*gone, "finding");
        writeln!(
            out,
            "{file}: {gone} {are} gone; `--update-baseline` takes {them} out"
        )?;
    }
    Ok(())
}
