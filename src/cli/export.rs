//! `plansite export`: the plan, to standard output.

use crate::cli::args::{ExportArgs, ExportFormat, Global};
use crate::cli::fault::Fault;
use crate::cli::report;
use crate::cli::request::request;
use crate::cli::terminal::Terminal;
use crate::page::pages::data::Layout;
use crate::pipeline::{self, Form};

/// Writes the plan.
pub fn run(global: &Global, args: &ExportArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let request = request(global, args.path.as_deref())?;
    let checked = pipeline::check(&request)?;
    report::read(global, &request, &checked, &mut terminal.err)?;
    let audience = checked.config.audience(args.audience.as_deref())?;
    let told = |form| pipeline::exported(&checked, &audience, form);
    let text = match args.format {
        ExportFormat::Json => pipeline::plan_json(&checked, &audience, Layout::Compact)? + "\n",
        ExportFormat::Ndjson => told(Form::Lines)?,
        ExportFormat::Csv => told(Form::Table)?,
        ExportFormat::Ics => told(Form::Calendar)?,
    };
    write!(terminal.out, "{text}")?;
    Ok(true)
}
