//! `plansite init`: looks at what is there, asks who may see it, and sets up what publishes it.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::account;
use crate::cli::args::{Global, InitArgs, Style as Typed};
use crate::cli::choice;
use crate::cli::fault::Fault;
use crate::cli::ground::Ground;
use crate::cli::notice;
use crate::cli::report::Counts;
use crate::cli::setup::Piece;
use crate::cli::terminal::Terminal;
use crate::model::audience::Audience;
use crate::start::origin::Origin;
use crate::start::settings::Settings;
use crate::start::starter::Style;
use crate::start::workflow::{self, MAIN, Workflow};

/// Where releases of plansite are; nothing where this one is in none.
const RELEASES: &str = env!("CARGO_PKG_REPOSITORY");

/// Sets the plan up.
pub fn run(global: &Global, args: &InitArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let ground = Ground::look(global, args)?;
    if let Some(checked) = ground.checked.as_ref().filter(|_| !global.quiet) {
        let counts = Counts::of(&checked.findings);
        account::tell(&ground.survey, counts, &mut terminal.err)?;
    }
    let style = choice::style(&ground, args, terminal)?;
    let audience = choice::audience(&ground, args, terminal)?;
    let published = audience.as_ref().filter(|_| !args.no_workflow);
    let mut pieces = documents(&ground, style)?;
    pieces.push(settings(&ground, audience.as_ref(), style)?);
    if let Some(audience) = published {
        pieces.push(workflow(&ground, audience)?);
    }
    for piece in &pieces {
        put(global, args, piece, terminal)?;
    }
    if !global.quiet {
        tell(&ground, args, &pieces, published, &mut terminal.err)?;
    }
    Ok(true)
}

fn put(
    global: &Global,
    args: &InitArgs,
    piece: &Piece,
    terminal: &mut Terminal,
) -> Result<(), Fault> {
    if args.dry_run {
        piece.show(&mut terminal.out)?;
    } else if piece.write()? && !global.quiet {
        writeln!(terminal.err, "wrote {}", piece.name())?;
    }
    Ok(())
}

fn tell(
    ground: &Ground,
    args: &InitArgs,
    pieces: &[Piece],
    published: Option<&Audience>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for piece in pieces {
        piece.tell(out)?;
    }
    if let Some(audience) = published {
        notice::notes(ground, audience, out)?;
    }
    if args.dry_run {
        writeln!(out, "nothing was written")
    } else {
        notice::next(args, published.is_some(), out)
    }
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

fn settings(
    ground: &Ground,
    audience: Option<&Audience>,
    style: Option<Typed>,
) -> Result<Piece, Fault> {
    let site = &ground.config.site;
    let origin = ground.origin();
    let has_title = style.is_some() || ground.survey.title.is_some() || site.title.is_some();
    let settings = Settings {
        title: ground.name().filter(|_| !has_title),
        base_url: origin.as_ref().and_then(Origin::pages),
        repository: origin.as_ref().map(Origin::address),
        audience: audience.map(|audience| audience.name.clone()),
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

fn workflow(ground: &Ground, audience: &Audience) -> Result<Piece, Fault> {
    let workflow = Workflow {
        folder: ground.folder(),
        branch: ground.branch().unwrap_or(MAIN),
        audience: &audience.name,
        version: env!("CARGO_PKG_VERSION"),
        releases: RELEASES,
    };
    let mut piece = Piece::new(ground.top(), workflow.draft())?;
    if let Some(standing) = piece.standing() {
        piece.against = against(&standing, piece.text(), &audience.name);
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

impl From<Typed> for Style {
    fn from(typed: Typed) -> Self {
        match typed {
            Typed::FourTiers => Self::FourTiers,
            Typed::Milestones => Self::Milestones,
            Typed::ProjectPlan => Self::ProjectPlan,
        }
    }
}
