//! From files to the plan: the left wing, put together.

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::plan::Plan;
use crate::read;
use crate::read::mention::Mentions;
use crate::read::words::Words;
use crate::resolve;
use crate::syntax;
use crate::syntax::outline::{Fault, Outline, Shape};
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Place, Span};

/// Who read what in one document.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Blocks and headings that a reader claimed, in the order of the document.
    pub claims: Vec<(Span, &'static str)>,
    /// Words that a reader was in doubt about, and why.
    pub notes: Vec<(Span, String)>,
    /// HTML comments, which are private and never read.
    pub comments: Vec<Span>,
    /// How many blocks were left as prose.
    pub prose: usize,
    /// Whether the document is a template, from which nothing is taken.
    pub template: bool,
}

/// A plan, and how it came about.
#[derive(Debug)]
pub struct Loaded {
    /// The plan.
    pub plan: Plan,
    /// What was found wrong while reading and resolving.
    pub diagnostics: Vec<Diagnostic>,
    /// How each document was read; one for each file, in the order of the files.
    pub readings: Vec<Reading>,
}

/// Reads every document, on all cores, and resolves what they say into one plan.
pub fn load(files: &[SourceFile], config: &Config) -> Loaded {
    let words = Words::new(config);
    let read: Vec<(Mentions, Reading)> = files.par_iter().map(|file| one(file, &words)).collect();
    let (mentions, readings): (Vec<Mentions>, Vec<Reading>) = read.into_iter().unzip();
    let (plan, mut diagnostics) = resolve::resolve(&mentions, &words);
    for (at, mentions) in mentions.iter().enumerate() {
        let file = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        diagnostics.extend(mentions.faults.iter().map(|fault| report(fault, file)));
    }
    // Nobody waits for hundreds of thousands of small pieces to be given back.
    rayon::spawn(move || drop(mentions));
    Loaded {
        plan,
        diagnostics,
        readings,
    }
}

fn one(file: &SourceFile, words: &Words) -> (Mentions, Reading) {
    let outline = syntax::outline(file);
    let mentions = read::read(&outline, words);
    let reading = reading(&outline, &mentions);
    (mentions, reading)
}

fn reading(outline: &Outline, mentions: &Mentions) -> Reading {
    let headings = outline
        .sections
        .iter()
        .enumerate()
        .skip(1)
        .filter_map(|(at, section)| {
            let line = Span {
                start: section.span.start,
                end: section.heading.span.end.max(section.span.start),
            };
            mentions.heading_claimed(at).map(|reader| (line, reader))
        });
    let blocks = outline
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(at, block)| mentions.claimed(at).map(|reader| (block.span, reader)));
    let front = outline.front_span.map(|span| {
        (
            span,
            if mentions
                .found
                .first()
                .is_some_and(|mention| mention.reader == "document")
            {
                "document"
            } else {
                "facts"
            },
        )
    });
    let mut claims: Vec<(Span, &'static str)> =
        front.into_iter().chain(headings).chain(blocks).collect();
    claims.sort_by_key(|(span, _)| span.start);
    let is_prose =
        |at: &usize| mentions.claimed(*at).is_none() && outline.blocks[*at].shape != Shape::Other;
    Reading {
        claims,
        notes: mentions
            .notes
            .iter()
            .map(|note| (note.span, note.text.clone()))
            .collect(),
        comments: outline.comments.clone(),
        prose: (0..outline.blocks.len()).filter(is_prose).count(),
        template: mentions.template,
    }
}

fn report(fault: &Fault, file: FileId) -> Diagnostic {
    Diagnostic {
        rule: fault.rule,
        severity: Severity::Warning,
        message: fault.message.clone(),
        place: Place {
            file,
            span: fault.span,
        },
        label: String::new(),
        others: Vec::new(),
        help: Some(fault.help.to_string()),
    }
}
