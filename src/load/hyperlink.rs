//! Links and pictures that lead nowhere: to a document, a folder, a file or a heading that is not there.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::diagnostic::{Change, Diagnostic, Fix, Severity};
use crate::load::ground::{Ground, Lies};
use crate::model::document::{Document, Link};
use crate::model::reason::Reason;
use crate::resolve::meant::Meant;
use crate::text::file::SourceFile;
use crate::text::path::Target;
use crate::text::span::{FileId, Place, Span};

/// So many places of one dead link are shown; the rest is counted.
const SHOWN: usize = 8;

/// Every dead link, one finding for each target in each document. A form to be copied leads nowhere yet.
pub fn broken(
    files: &[Arc<SourceFile>],
    documents: &[Arc<Document>],
    lies: &Lies<'_>,
) -> Vec<Diagnostic> {
    let ground = Ground::new(files, documents, lies);
    let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    let meant = OnceLock::new();
    let meant = || meant.get_or_init(|| Meant::of(&paths));
    let told = documents.par_iter().enumerate();
    let told = told.filter(|(_, document)| !document.is_template());
    told.flat_map_iter(|(at, document)| {
        let links = document.links.iter().chain(document.pictures.iter());
        of_one(&ground, &meant, at, links)
    })
    .collect()
}

/// The dead links of one document, each target once, in the order of their first places.
fn of_one<'m, 'l>(
    ground: &Ground<'_>,
    meant: &impl Fn() -> &'m Meant<'m>,
    at: usize,
    links: impl Iterator<Item = &'l Link>,
) -> Vec<Diagnostic> {
    let mut dead: BTreeMap<&str, (Fault, &Link, Vec<Span>)> = BTreeMap::new();
    for link in links {
        if let Some((_, _, places)) = dead.get_mut(link.target.as_str()) {
            places.push(link.span);
        } else if let Some(fault) = fault(ground, meant, at, link) {
            dead.insert(&link.target, (fault, link, vec![link.span]));
        }
    }
    let file = FileId(u32::try_from(at).unwrap_or(u32::MAX));
    let findings = dead.into_values();
    findings
        .map(|(fault, link, places)| {
            let fix = fix(ground, meant, at, link, &places);
            let found = finding(file, fault, &places);
            // What is told and what is mended must be one document.
            let told = fix.as_ref().and_then(|fix| match &fix.change {
                Change::Target { now, .. } => Some(is_meant(ground, at, now).into()),
                Change::Figures { .. } => None,
            });
            Diagnostic {
                help: told.or(found.help),
                fix,
                ..found
            }
        })
        .collect()
}

/// What leads all links to one document that is not there to the one that is meant.
fn fix<'m>(
    ground: &Ground<'_>,
    meant: &impl Fn() -> &'m Meant<'m>,
    at: usize,
    link: &Link,
    places: &[Span],
) -> Option<Fix> {
    let Target::Path(path) = &link.to else {
        return None;
    };
    let file = FileId(u32::try_from(at).unwrap_or(u32::MAX));
    let places = places.iter().map(|span| Place { file, span: *span });
    let is_missing = ground.document(path).is_none();
    is_missing
        .then(|| meant().fix(ground.path(at), link, path, places.collect()))
        .flatten()
}

/// What is wrong with a link, and what to do.
struct Fault {
    what: Reason,
    help: Reason,
}

fn fault<'m>(
    ground: &Ground<'_>,
    meant: &impl Fn() -> &'m Meant<'m>,
    at: usize,
    link: &Link,
) -> Option<Fault> {
    let fragment = || link.target.split_once('#').map(|(_, name)| name);
    match &link.to {
        Target::Outside => None,
        Target::Here => no_heading(ground, at, at, fragment()?),
        Target::Path(path) => match ground.document(path) {
            Some(to) => no_heading(ground, at, to, fragment()?),
            None => nothing_there(ground, meant, at, link, path),
        },
    }
}

fn nothing_there<'m>(
    ground: &Ground<'_>,
    meant: &impl Fn() -> &'m Meant<'m>,
    at: usize,
    link: &Link,
    path: &str,
) -> Option<Fault> {
    let what = ground.missing(path, &link.target)?;
    let written = link.target.split('#').next().unwrap_or_default();
    let help = match meant().likely(path) {
        Some(other) => is_meant(ground, at, other),
        None if what == "document" => Reason::new("write the document, or take the link out"),
        None => Reason::new("correct the link, or take it out"),
    };
    let what = match what {
        "document" => Reason::new("there is no document `{written}`"),
        "folder" => Reason::new("there is no folder `{written}`"),
        _ => Reason::new("there is no file `{written}`"),
    };
    Some(Fault {
        what: what.words("written", written),
        help,
    })
}

fn is_meant(ground: &Ground<'_>, at: usize, other: &str) -> Reason {
    Reason::new("there is `{other}`: if that is meant, write `{way}`")
        .words("other", other)
        .words("way", &ground.way(at, other))
}

fn no_heading(ground: &Ground<'_>, from: usize, to: usize, name: &str) -> Option<Fault> {
    let headings = ground.headings(to)?;
    if headings.has(name) {
        return None;
    }
    let what = match from == to {
        true => Reason::new("no heading of this document is `#{name}`"),
        false => Reason::new("no heading of `{document}` is `#{name}`")
            .words("document", ground.path(to)),
    };
    let help = match headings.likely(name) {
        Some(other) => Reason::new("there is `#{other}`: is that meant?").words("other", other),
        None => Reason::new("name a heading that is there, or take `#{name}` off the link")
            .words("name", name),
    };
    Some(Fault {
        what: what.words("name", name),
        help,
    })
}

fn finding(file: FileId, fault: Fault, places: &[Span]) -> Diagnostic {
    let place = |span: &Span| Place { file, span: *span };
    let others = places.iter().skip(1).take(SHOWN - 1);
    let message = match places.len() {
        1 => fault.what,
        count => Reason::count(
            count,
            "{what}, and {number} link of this document leads there",
            "{what}, and {number} links of this document lead there",
        )
        .and("what", fault.what),
    };
    Diagnostic {
        rule: "broken-link",
        severity: Severity::Warning,
        message: message.into(),
        place: places.first().map(place).unwrap_or_default(),
        label: "leads nowhere".to_string(),
        others: others
            .map(|span| (place(span), "here too".to_string()))
            .collect(),
        help: Some(fault.help.into()),
        fix: None,
    }
}
