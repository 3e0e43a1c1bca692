//! `plansite build`: writes the site.

use std::io::Write;

use crate::cli::actions::Actions;
use crate::cli::args::{BuildArgs, Global};
use crate::cli::baseline;
use crate::cli::check::in_repository;
use crate::cli::fault::Fault;
use crate::cli::report::{self, Counts, several};
use crate::cli::request::{request, under};
use crate::cli::summary::summary;
use crate::cli::terminal::Terminal;
use crate::emit::manifest::Owner;
use crate::emit::{self, Written};
use crate::model::audience::Audience;
use crate::pipeline::{self, Checked};

/// What the manifest says of who wrote the folder.
const GENERATOR: &str = concat!("plansite ", env!("CARGO_PKG_VERSION"));

/// Builds the site; answers whether the plan is good enough.
pub fn run(global: &Global, args: &BuildArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let request = request(global, args.path.as_deref())?;
    let mut checked = pipeline::check(&request)?;
    if let Some(base) = &args.base_url {
        checked.config.site.base_url = Some(base.clone());
    }
    let audience = checked.config.audience(args.audience.as_deref())?;
    let new = match args.strict {
        true => baseline::new(&request, &checked)?,
        false => Counts::default(),
    };
    report::read(global, &request, &checked, &mut terminal.err)?;
    let (theme, beside) = rayon::join(
        || pipeline::theme(&checked.config),
        || pipeline::beside(&request, &checked, !global.no_git),
    );
    let theme = theme?;
    report::remarks(global, &theme.remarks(), &mut terminal.err)?;
    let site = pipeline::site(&checked, &audience, &beside, theme);
    let folder = under(global, &args.out_dir);
    let owner = Owner {
        generator: GENERATOR,
        audience: &audience.name,
    };
    let written = emit::emit(&site, &folder, &owner)?;
    let actions = Actions::here();
    let files = actions.files.as_deref();
    actions.summarize(|| {
        let lies_in = in_repository(global, &request.root);
        let built = format!(
            "{} for the audience `{}`",
            several(written.files, "file"),
            audience.name
        );
        summary(&checked, &lies_in, files) + &format!("The site: {built}.\n\n")
    })?;
    if !global.quiet {
        let folder = folder.display().to_string();
        tell(&checked, &audience, &written, &folder, &mut terminal.err)?;
        if args.strict && new != Counts::of(&checked.findings) {
            writeln!(terminal.err, "beside the baseline: {}", new.words())?;
        }
    }
    // Nobody waits for the pages of a whole site to be given back one by one.
    rayon::spawn(move || drop((site, checked)));
    Ok(new.errors + new.warnings == 0)
}

fn tell(
    checked: &Checked,
    audience: &Audience,
    written: &Written,
    folder: &str,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    let files = several(written.files, "file");
    let changed = match (written.written, written.removed) {
        (0, 0) => "nothing has changed".to_string(),
        (written, 0) => format!("{written} written"),
        (written, removed) => format!("{written} written, {removed} removed"),
    };
    let shown = match audience.sees_all() {
        true => String::new(),
        false => format!(" for the audience `{}`", audience.name),
    };
    writeln!(out, "{folder}: {files}{shown}, {changed}")?;
    let counts = Counts::of(&checked.findings);
    writeln!(out, "findings: {} (see `plansite check`)", counts.words())?;
    Ok(())
}
