//! From files to the plan: the left wing, put together.

pub mod ground;
pub mod headings;
pub mod hyperlink;
pub mod viewed;

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::config::kind::KindWords;
use crate::config::sources::Sources;
use crate::diagnostic::{Diagnostic, Severity};
use crate::load::ground::Lies;
use crate::model::allow::Allowed;
use crate::model::document::{Document, Link, Section};
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::model::status::Status;
use crate::read;
use crate::read::bundle;
use crate::read::leftover;
use crate::read::mention::{Mentions, Note};
use crate::read::raise;
use crate::read::words::Words;
use crate::resolve;
use crate::syntax;
use crate::syntax::allow;
use crate::syntax::outline::{Fault, Outline, Standing};
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Place, Span};

/// A plan, and how it came about.
#[derive(Debug)]
pub struct Loaded {
    /// The plan.
    pub plan: Plan,
    /// What was found wrong while reading and resolving.
    pub diagnostics: Vec<Diagnostic>,
    /// The documents as they were read; one for each file, in the order of the files.
    pub documents: Vec<Arc<Document>>,
}

/// What was read of each document, kept so that only what has changed is read again.
#[derive(Debug, Default)]
pub struct Memo {
    wording: Wording,
    words: Option<Arc<Words>>,
    readings: FxHashMap<String, Reading>,
}

/// The words of a configuration: other words read a document differently.
#[derive(Debug, Default, PartialEq)]
struct Wording {
    kinds: Vec<(Kind, KindWords)>,
    status: Vec<(String, Status)>,
    fields: Vec<(String, &'static str)>,
    headings: Vec<(String, &'static str)>,
    sources: Sources,
    below: String,
}

/// What was read of one document.
#[derive(Clone, Debug)]
struct Reading {
    file: Arc<SourceFile>,
    standing: Standing,
    mentions: Arc<Mentions>,
    document: Arc<Document>,
}

/// The plan of these documents, where nobody can look what lies beside them.
pub fn load(files: &[Arc<SourceFile>], config: &Config, memo: &mut Memo) -> Loaded {
    load_among(files, config, memo, &|_| None)
}

/// Reads every document that is not in the memo, on all cores, and resolves what all say into one plan; `lies` knows
/// what lies beside the documents.
pub fn load_among(
    files: &[Arc<SourceFile>],
    config: &Config,
    memo: &mut Memo,
    lies: &Lies<'_>,
) -> Loaded {
    let wording = Wording::of(config);
    if memo.wording != wording {
        *memo = Memo::default();
    }
    let words = memo.words.take();
    let words = words.unwrap_or_else(|| Arc::new(Words::new(config)));
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let standings = bundle::standings(&paths, &words);
    let readings: Vec<Reading> = files
        .par_iter()
        .zip(standings)
        .map(|(file, standing)| {
            let known = memo.known(file, &standing);
            known.unwrap_or_else(|| one(file, standing, &words))
        })
        .collect();
    let mentions: Vec<Arc<Mentions>> = readings.iter().map(|one| one.mentions.clone()).collect();
    let documents: Vec<Arc<Document>> = readings.iter().map(|one| one.document.clone()).collect();
    let (mut plan, mut diagnostics) = resolve::resolve(&mentions, &words);
    diagnostics.extend(hyperlink::broken(files, &documents, lies));
    diagnostics.extend(viewed::broken(files, &documents, &plan));
    plan.paths = mentions.iter().map(|one| one.path.clone()).collect();
    for (at, mentions) in mentions.iter().enumerate() {
        let file = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        diagnostics.extend(mentions.faults.iter().map(|fault| report(fault, file)));
        diagnostics.extend(left(&mentions.leftovers, file));
    }
    plan.allowed = allowed(&documents);
    *memo = Memo {
        wording,
        words: Some(words),
        readings: readings
            .into_iter()
            .map(|one| (one.file.path.clone(), one))
            .collect(),
    };
    Loaded {
        plan,
        diagnostics,
        documents,
    }
}

impl Memo {
    fn known(&self, file: &Arc<SourceFile>, standing: &Standing) -> Option<Reading> {
        let reading = self.readings.get(&file.path)?;
        let before = &reading.file;
        let has_same_text = || before.text == file.text && before.damaged == file.damaged;
        let is_same = Arc::ptr_eq(before, file) || has_same_text();
        (is_same && reading.standing == *standing).then(|| reading.clone())
    }
}

impl Wording {
    fn of(config: &Config) -> Self {
        Self {
            kinds: config.kinds.clone(),
            status: config.status.clone(),
            fields: config.fields.clone(),
            headings: config.headings.clone(),
            sources: config.sources.clone(),
            below: config.below.clone(),
        }
    }
}

fn one(file: &Arc<SourceFile>, standing: Standing, words: &Words) -> Reading {
    let mut outline = Outline {
        standing: standing.clone(),
        ..syntax::outline(file)
    };
    raise::raise(&mut outline, words);
    let (allows, faults) = allow::take(&file.text, &mut outline);
    outline.faults.extend(faults);
    let mut mentions = read::read(&outline, words);
    mentions.leftovers = leftover::leftovers(&outline, &mentions, words, &file.text);
    let document = Document {
        allows,
        ..document(outline, &mentions)
    };
    Reading {
        file: file.clone(),
        standing,
        mentions: Arc::new(mentions),
        document: Arc::new(document),
    }
}

/// What the documents say may be found in them.
fn allowed(documents: &[Arc<Document>]) -> Vec<Allowed> {
    let all = documents.iter().enumerate();
    let all = all.flat_map(|(at, document)| document.allows.iter().map(move |allow| (at, allow)));
    let place = |at, span| Place {
        file: FileId(u32::try_from(at).unwrap_or(u32::MAX)),
        span,
    };
    let allowed = all.map(|(at, allow)| Allowed {
        rule: allow.rule.clone(),
        place: place(at, allow.span),
        scope: allow.scope,
    });
    allowed.collect()
}

fn document(outline: Outline, mentions: &Mentions) -> Document {
    let sections = outline.sections.iter().enumerate().skip(1);
    let sections = sections.map(|(at, section)| Section {
        level: section.level,
        span: section.span,
        heading: section.heading.span,
        reader: mentions.heading_claimed(at),
    });
    let is_prose =
        |at: &usize| mentions.claimed(*at).is_none() && outline.blocks[*at].shape.has_words();
    Document {
        title: outline
            .title_section()
            .map(|at| outline.sections[at].heading.value.trim().to_string())
            .filter(|title| !title.is_empty()),
        front: outline.front_span,
        sections: sections.collect(),
        claims: claims(&outline, mentions),
        notes: mentions.notes.clone(),
        prose: (0..outline.blocks.len()).filter(is_prose).count(),
        aside: mentions.aside,
        unclaimed: mentions.unclaimed.clone(),
        comments: outline.comments,
        allows: Vec::new(),
        links: mentions.links.clone(),
        pictures: outline
            .pictures
            .iter()
            .map(|(target, span)| Link::new(&outline.path, target, *span))
            .collect(),
    }
}

fn claims(outline: &Outline, mentions: &Mentions) -> Vec<(Span, &'static str)> {
    let is_item = mentions
        .found
        .first()
        .is_some_and(|mention| mention.reader == "document");
    let front = outline
        .front_span
        .map(|span| (span, if is_item { "document" } else { "facts" }));
    let blocks = outline
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(at, block)| mentions.claimed(at).map(|reader| (block.span, reader)));
    let mut claims: Vec<(Span, &'static str)> = front.into_iter().chain(blocks).collect();
    // Front matter may stand below other blocks.
    claims.sort_by_key(|(span, _)| span.start);
    claims
}

/// So many leftovers are shown; the rest is only counted.
const SHOWN: usize = 8;

/// One finding for all that is left of a template in a document: they are filled in together.
fn left(leftovers: &[Note], file: FileId) -> Option<Diagnostic> {
    let (first, others) = leftovers.split_first()?;
    let place = |note: &Note| Place {
        file,
        span: note.span,
    };
    let message = match others.len() {
        0 => Reason::new("`{written}` is left of a template"),
        more => Reason::count(
            more,
            "`{written}` and {number} more are left of a template",
            "`{written}` and {number} more are left of a template",
        ),
    };
    let message = message.words("written", &first.text);
    let help = Reason::new(
        "write what is meant, or take the line out; what is to be copied lies in a folder `templates`",
    );
    let others = others.iter().take(SHOWN);
    Some(Diagnostic {
        rule: "placeholder-left",
        severity: Severity::Warning,
        message: message.into(),
        place: place(first),
        label: "waits for your words".into(),
        others: others
            .map(|note| (place(note), "waits, too".into()))
            .collect(),
        fix: None,
        help: Some(help.into()),
    })
}

fn report(fault: &Fault, file: FileId) -> Diagnostic {
    Diagnostic {
        rule: fault.rule,
        severity: Severity::Warning,
        message: fault.message.clone().into(),
        place: Place {
            file,
            span: fault.span,
        },
        label: String::new(),
        others: Vec::new(),
        help: Some(Reason::new(fault.help).into()),
        fix: None,
    }
}
