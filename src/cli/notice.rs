//! What `init` says at its end: what may surprise whoever publishes, and what to do next.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::args::InitArgs;
use crate::cli::ground::{Ground, shown};
use crate::cli::plain::plain;
use crate::cli::standing::text_of;
use crate::config::FILE_NAME;
use crate::model::audience::Audience;
use crate::start::workflow::{self, MAIN, sees};

/// So many other workflows are looked at.
const MOST: usize = 200;

/// Says what may surprise.
pub fn notes(ground: &Ground, audience: &Audience, out: &mut dyn Write) -> io::Result<()> {
    let notes = [
        shown_to(ground, audience),
        branch(ground),
        host(ground),
        no_repository(ground),
    ];
    for note in notes.into_iter().flatten().chain(others(ground)) {
        writeln!(out, "note: {note}")?;
    }
    Ok(())
}

fn shown_to(ground: &Ground, audience: &Audience) -> Option<String> {
    let name = &audience.name;
    if audience.sees_all() {
        return Some(format!(
            "the site shows {}; GitHub Pages can be read by everybody, unless you pay for restricting them",
            sees(name)
        ));
    }
    let is_open = ground.open_to(audience).is_some_and(|(open, _)| open > 0);
    (!is_open).then(|| {
        format!(
            "nothing is open to `{name}` yet: the site says nothing of the plan until a document \
             says `audience: {name}` or {FILE_NAME} opens it"
        )
    })
}

fn branch(ground: &Ground) -> Option<String> {
    let unknown = ground.branch().is_none();
    unknown.then(|| format!("git names no main branch here: the workflow publishes `{MAIN}`"))
}

fn host(ground: &Ground) -> Option<String> {
    let origin = ground.origin().filter(|origin| origin.pages().is_none())?;
    let address = origin.address();
    Some(format!(
        "{address} is not on github.com: elsewhere `--no-workflow` leaves out what only GitHub runs"
    ))
}

fn no_repository(ground: &Ground) -> Option<String> {
    let text = "there is no git repository here: the workflow works only in the root of one";
    (!ground.is_in_repository()).then(|| text.to_string())
}

/// Other workflows that deploy to GitHub Pages.
fn others(ground: &Ground) -> Vec<String> {
    let ours = ground.top().join(workflow::PATH);
    let folder = ours.parent().unwrap_or(ground.top());
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path()).take(MOST);
    let deploys = |path: &Path| {
        let is_workflow = path
            .extension()
            .is_some_and(|end| end == "yml" || end == "yaml");
        let text = text_of(path).filter(|_| is_workflow && path != ours);
        text.is_some_and(|text| text.contains("actions/deploy-pages"))
    };
    let others = paths.filter(|path| deploys(path));
    let mut others: Vec<String> = others
        .map(|path| deploys_too(&plain(&shown(&path))))
        .collect();
    others.sort();
    others
}

fn deploys_too(name: &str) -> String {
    format!("{name} deploys to GitHub Pages too: of two sites the later replaces the other")
}

/// Says what to do next.
pub fn next(args: &InitArgs, publishes: bool, out: &mut dyn Write) -> io::Result<()> {
    let path = args.path.iter();
    let path: String = path.map(|path| format!(" {}", path.display())).collect();
    writeln!(out, "\nnext:")?;
    writeln!(
        out,
        "  `plansite serve{path}` shows the plan while you write it"
    )?;
    if publishes {
        writeln!(out, "  commit and push what was written")?;
        writeln!(
            out,
            "  on GitHub: Settings -> Pages -> Source: GitHub Actions"
        )
    } else {
        writeln!(out, "  commit what was written")
    }
}
