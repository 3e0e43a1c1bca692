//! `plansite init`: looks at what is there, asks who may see it, and sets up what publishes it.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::cli::account;
use crate::cli::args::{Global, InitArgs, Style as Typed};
use crate::cli::choice;
use crate::cli::fault::Fault;
use crate::cli::ground::{Ground, shown};
use crate::cli::report::Counts;
use crate::cli::setup::Piece;
use crate::cli::terminal::Terminal;
use crate::config::FILE_NAME;
use crate::start::origin::Origin;
use crate::start::settings::Settings;
use crate::start::starter::Style;
use crate::start::workflow::{self, Workflow};

/// Where releases of plansite are; nothing where this one is in none.
const RELEASES: &str = env!("CARGO_PKG_REPOSITORY");

/// The branch that is published where git knows none.
const BRANCH: &str = "main";

/// Sets the plan up.
pub fn run(global: &Global, args: &InitArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let ground = Ground::look(global, args)?;
    if let Some(checked) = ground.checked.as_ref().filter(|_| !global.quiet) {
        let counts = Counts::of(&checked.findings);
        account::tell(&ground.survey, counts, &mut terminal.err)?;
    }
    let style = choice::style(&ground, args, terminal)?;
    let audience = choice::audience(&ground, args, terminal)?;
    let documents = documents(&ground, style)?;
    let settings = settings(&ground, audience.as_deref(), style)?;
    let published = audience.as_deref().filter(|_| !args.no_workflow);
    let workflow = published
        .map(|audience| workflow(&ground, audience))
        .transpose()?;
    let pieces: Vec<&Piece> = documents
        .iter()
        .chain([&settings])
        .chain(&workflow)
        .collect();
    for piece in &pieces {
        if args.dry_run {
            piece.show(&mut terminal.out)?;
        } else if piece.write()? && !global.quiet {
            writeln!(terminal.err, "wrote {}", piece.name())?;
        }
    }
    if global.quiet {
        return Ok(true);
    }
    for piece in &pieces {
        piece.tell(&mut terminal.err)?;
    }
    if let Some(audience) = published {
        warn(&ground, audience, &mut terminal.err)?;
    }
    if args.dry_run {
        writeln!(terminal.err, "nothing was written")?;
    } else {
        next(args, published.is_some(), &mut terminal.err)?;
    }
    Ok(true)
}

/// The documents of a first plan; they are written together or not at all.
fn documents(ground: &Ground, style: Option<Typed>) -> Result<Vec<Piece>, Fault> {
    let drafts = style.map(|style| Style::from(style).drafts(ground.request.today));
    let drafts = drafts.into_iter().flatten();
    let pieces = drafts.map(|draft| Piece::new(&ground.request.root, draft));
    let pieces: Vec<Piece> = pieces.collect::<Result<_, _>>()?;
    match pieces.iter().find(|piece| piece.stands) {
        None => Ok(pieces),
        Some(piece) => Err(Fault::Typed {
            message: format!("`{}` is there already", piece.name()),
            help: "choose another `--style`, or name an empty folder for the plan".into(),
        }),
    }
}

fn settings(ground: &Ground, audience: Option<&str>, style: Option<Typed>) -> Result<Piece, Fault> {
    let site = &ground.config.site;
    let origin = ground.origin();
    let has_title = style.is_some() || ground.survey.title.is_some() || site.title.is_some();
    let settings = Settings {
        title: ground.name().filter(|_| !has_title),
        base_url: origin.as_ref().and_then(Origin::pages),
        repository: origin.as_ref().map(Origin::address),
        audience: audience.map(str::to_string),
        include: ground.survey.only_folder().map(str::to_string),
    };
    let standing = ground.request.config.as_deref();
    let folder = standing
        .and_then(Path::parent)
        .unwrap_or(&ground.request.root);
    let mut piece = Piece::new(folder, settings.draft())?;
    if standing.is_some() {
        piece.against = settings.against(site);
    }
    Ok(piece)
}

fn workflow(ground: &Ground, audience: &str) -> Result<Piece, Fault> {
    let workflow = Workflow {
        folder: ground.folder(),
        branch: ground.branch().unwrap_or(BRANCH),
        audience,
        version: env!("CARGO_PKG_VERSION"),
        releases: RELEASES,
    };
    let mut piece = Piece::new(ground.top(), workflow.draft())?;
    if let Some(standing) = piece.standing() {
        piece.against = against(&standing, piece.text(), audience);
    }
    Ok(piece)
}

/// What a workflow that exists does otherwise.
fn against(standing: &str, wanted: &str, audience: &str) -> Vec<String> {
    match workflow::audience(standing) {
        _ if standing == wanted => Vec::new(),
        Some(theirs) if theirs != audience => vec![format!(
            "it publishes for `{theirs}`, and you chose `{audience}`: change its `AUDIENCE`"
        )],
        Some(_) => vec!["it differs from what would be written: compare with `--dry-run`".into()],
        None => vec!["it does not say for which audience it publishes".into()],
    }
}

/// What may surprise whoever publishes.
fn warn(ground: &Ground, audience: &str, out: &mut dyn Write) -> Result<(), Fault> {
    let chosen = ground.config.audience(Some(audience))?;
    if chosen.sees_all() {
        writeln!(
            out,
            "note: the site shows {}, to whoever can open it; GitHub Pages can be read by everybody \
             unless your plan lets you restrict them",
            workflow::sees(audience)
        )?;
    } else if ground.open_to(&chosen).is_none_or(|(open, _)| open == 0) {
        writeln!(
            out,
            "note: nothing is open to `{audience}` yet: the site says nothing of the plan until a \
             document says `audience: {audience}` or {FILE_NAME} opens it"
        )?;
    }
    if ground.branch().is_none() {
        writeln!(
            out,
            "note: git names no main branch here: the workflow publishes `{BRANCH}`"
        )?;
    }
    if !ground.is_in_repository() {
        writeln!(
            out,
            "note: there is no git repository here: the workflow belongs into its root"
        )?;
    }
    for other in others(ground) {
        writeln!(
            out,
            "note: {other} deploys to GitHub Pages too: the later of two sites replaces the other"
        )?;
    }
    Ok(())
}

/// Other workflows that deploy to GitHub Pages.
fn others(ground: &Ground) -> Vec<String> {
    let ours = ground.top().join(workflow::PATH);
    let folder = ours.parent().unwrap_or(ground.top());
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries
        .map(|entry| entry.path())
        .filter(|path| *path != ours);
    let files = files.filter(|path| {
        path.extension()
            .is_some_and(|end| end == "yml" || end == "yaml")
    });
    let deploys = |path: &std::path::PathBuf| {
        fs::read_to_string(path).is_ok_and(|text| text.contains("actions/deploy-pages"))
    };
    let mut others: Vec<String> = files.filter(deploys).map(|path| shown(&path)).collect();
    others.sort();
    others
}

fn next(args: &InitArgs, publishes: bool, out: &mut dyn Write) -> Result<(), Fault> {
    let path = args
        .path
        .as_ref()
        .map(|path| format!(" {}", path.display()));
    let serve = format!("plansite serve{}", path.unwrap_or_default());
    writeln!(out, "\nnext:")?;
    writeln!(out, "  {serve} shows the plan while you write it")?;
    if publishes {
        writeln!(out, "  commit and push what was written")?;
        writeln!(
            out,
            "  on GitHub: Settings -> Pages -> Source: GitHub Actions"
        )?;
    } else {
        writeln!(out, "  commit what was written")?;
    }
    Ok(())
}

impl From<Typed> for Style {
    fn from(typed: Typed) -> Self {
        match typed {
            Typed::FourTiers => Self::FourTiers,
            Typed::Milestones => Self::Milestones,
            Typed::ProjectPlan => Self::ProjectPlan,
        }
    }
}
