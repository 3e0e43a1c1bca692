//! `plansite build`: as long as there is no site, the plan in the terminal.

use std::io::Write;

use crate::cli::args::{BuildArgs, Global};
use crate::cli::fault::Fault;
use crate::cli::report::{self, Counts};
use crate::cli::request::request;
use crate::cli::terminal::Terminal;
use crate::model::audience::Audience;
use crate::pipeline;

/// Prints the plan.
pub fn run(global: &Global, args: &BuildArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let request = request(global, args.path.as_deref())?;
    let checked = pipeline::check(&request)?;
    report::read(global, &request, &checked, &mut terminal.err)?;
    let edition = pipeline::edition(&checked, &Audience::internal());
    writeln!(terminal.out, "{}", edition.items.len())?;
    terminal.out.flush()?;
    if !global.quiet {
        let counts = Counts::of(&checked.findings);
        writeln!(
            terminal.err,
            "the site is not built yet: so far plansite reads and computes"
        )?;
        writeln!(
            terminal.err,
            "findings: {} (see `plansite check`)",
            counts.words()
        )?;
    }
    Ok(true)
}
