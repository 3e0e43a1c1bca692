//! What all questions about the plan have in common: the plan as an audience may know it, and how it is answered.

use std::path::Path;

use serde::Serialize;

use crate::analyze::turn::Queue;
use crate::cli::args::Global;
use crate::cli::fault::Fault;
use crate::cli::inquiry::{AnswerFormat, AskArgs};
use crate::cli::report;
use crate::cli::request::request;
use crate::cli::terminal::Terminal;
use crate::page::book::Book;
use crate::pipeline::{self, Stop};

/// A plan that is asked about.
pub struct Asked {
    /// The plan as the audience may know it.
    pub book: Book,
    /// What of it can be begun.
    pub queue: Queue,
    /// The folder in which paths begin, as one would type it here.
    pub folder: String,
}

/// Reads the plan that is asked about.
pub fn ask(
    global: &Global,
    path: Option<&Path>,
    args: &AskArgs,
    terminal: &mut Terminal,
) -> Result<Asked, Fault> {
    let request = request(global, path)?;
    let checked = pipeline::check(&request)?;
    let audience = checked.config.audience(args.audience.as_deref())?;
    // Which documents were left out is told only to those who may know of them.
    if audience.sees_all() {
        report::read(global, &request, &checked, &mut terminal.err)?;
    }
    let (book, queue) = pipeline::told(&checked, &audience)?;
    let root = &request.root;
    let folder = match root.is_file() {
        true => root.parent().unwrap_or(Path::new("")),
        false => root,
    };
    let folder = folder.display().to_string().replace('\\', "/");
    Ok(Asked {
        book,
        queue,
        folder: if folder.is_empty() {
            ".".into()
        } else {
            folder
        },
    })
}

/// Whether programs are to read the answer.
pub fn is_json(args: &AskArgs) -> bool {
    args.json || args.format == AnswerFormat::Json
}

/// Writes an answer for programs, in one line.
pub fn json(answer: &impl Serialize, terminal: &mut Terminal) -> Result<(), Fault> {
    let text = serde_json::to_string(answer).map_err(Stop::from)?;
    writeln!(terminal.out, "{text}")?;
    Ok(())
}
