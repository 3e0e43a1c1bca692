//! `plansite export`: the plan, to standard output.

use crate::cli::args::{ExportArgs, ExportFormat, Global};
use crate::cli::fault::Fault;
use crate::cli::report;
use crate::cli::request::request;
use crate::cli::terminal::Terminal;
use crate::page::pages::data::Layout;
use crate::pipeline;

/// Writes the plan.
pub fn run(global: &Global, args: &ExportArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let request = request(global, args.path.as_deref())?;
    let checked = pipeline::check(&request)?;
    report::read(global, &request, &checked, &mut terminal.err)?;
    let audience = checked.config.audience(args.audience.as_deref())?;
    let text = match args.format {
        ExportFormat::Json => pipeline::plan_json(&checked, &audience, Layout::Compact)?,
    };
    writeln!(terminal.out, "{text}")?;
    Ok(true)
}
