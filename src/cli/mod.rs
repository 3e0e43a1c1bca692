//! The command line: what was typed, done, and told in the terminal.

pub mod account;
pub mod actions;
pub mod addr;
pub mod annotation;
pub mod args;
pub mod ask;
pub mod baseline;
pub mod build;
pub mod check;
pub mod choice;
pub mod completions;
pub mod dozen;
pub mod exit;
pub mod explain;
pub mod export;
pub mod fault;
pub mod grid;
pub mod ground;
pub mod init;
pub mod inquiry;
pub mod jump;
pub mod man;
pub mod manual;
pub mod meant;
pub mod measure;
pub mod mending;
pub mod new;
pub mod next;
pub mod notice;
pub mod plain;
pub mod put;
pub mod question;
pub mod reading;
pub mod reference;
pub mod report;
pub mod request;
pub mod rulebook;
pub mod sarif;
pub mod sarif_place;
pub mod sarif_rule;
pub mod schema;
pub mod serve;
pub mod settings;
pub mod setup;
pub mod sheet;
pub mod sheet_json;
pub mod show;
pub mod standing;
pub mod status;
pub mod stock;
pub mod summary;
pub mod terminal;
pub mod typed;
pub mod uri;
pub mod week;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use rayon::ThreadPoolBuilder;

use crate::cli::args::{Command, Line};
use crate::cli::exit::{FAILED, FINDINGS, FINE};
use crate::cli::fault::Fault;
use crate::cli::terminal::Terminal;

/// Does what was typed; answers the exit code.
pub fn run(typed: impl Iterator<Item = OsString>) -> ExitCode {
    ExitCode::from(match Line::try_parse_from(typed) {
        Ok(line) => answer(&line),
        Err(fault) => {
            // Nobody may be there to read it.
            let _ = fault.print();
            if fault.use_stderr() { FAILED } else { FINE }
        }
    })
}

fn answer(line: &Line) -> u8 {
    if let Some(jobs) = line.global.jobs {
        // Fails only if threads run already; then there are as many as there are.
        let _ = ThreadPoolBuilder::new()
            .num_threads(jobs.get())
            .build_global();
    }
    let mut terminal = Terminal::new(line.global.color);
    let outcome = command(line, &mut terminal).and_then(|fine| {
        terminal.out.flush()?;
        terminal.err.flush()?;
        Ok(fine)
    });
    match outcome {
        Ok(true) => FINE,
        Ok(false) => FINDINGS,
        Err(fault) if fault.is_closed_pipe() => FINE,
        Err(fault) => {
            // There is no third place to say it.
            let _ = report::fault(&fault, &mut terminal.err);
            let _ = terminal.err.flush();
            FAILED
        }
    }
}

/// Whether the plan is without errors, where the command is about that.
fn command(line: &Line, terminal: &mut Terminal) -> Result<bool, Fault> {
    match &line.command {
        Command::Build(args) => build::run(&line.global, args, terminal),
        Command::Serve(args) => serve::run(&line.global, args, terminal),
        Command::Check(args) => check::run(&line.global, args, terminal),
        Command::Status(args) => status::run(&line.global, args, terminal),
        Command::Next(args) => next::run(&line.global, args, terminal),
        Command::Week(args) => week::run(&line.global, args, terminal),
        Command::Show(args) => show::run(&line.global, args, terminal),
        Command::Explain(args) => explain::run(&line.global, args, terminal),
        Command::Export(args) => export::run(&line.global, args, terminal),
        Command::Init(args) => init::run(&line.global, args, terminal),
        Command::New(args) => new::run(&line.global, args, terminal),
        Command::Schema(args) => schema::run(args, terminal),
        Command::Completions(args) => completions::run(args, terminal),
        Command::Man(args) => man::run(&line.global, args, terminal),
    }
}
