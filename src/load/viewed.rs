//! Views in documents that cannot be understood, or that ask for a field that nobody states.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::document::Document;
use crate::model::plan::Plan;
use crate::query::fault::Fault;
use crate::query::fence::fences;
use crate::query::view::View;
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Place, Span};

/// The rule.
const RULE: &str = "broken-view";

/// The names of the fields of the authors' own, each once, as it is written first.
pub fn own_fields(plan: &Plan) -> Vec<String> {
    let fields = plan.items().flat_map(|(_, item)| &item.fields);
    let names: BTreeSet<&str> = fields.map(|(name, _)| name.as_str()).collect();
    names.into_iter().map(str::to_string).collect()
}

/// One finding for each view that is broken. A form to be copied asks for nothing yet.
pub fn broken(
    files: &[Arc<SourceFile>],
    documents: &[Arc<Document>],
    plan: &Plan,
) -> Vec<Diagnostic> {
    let own = OnceLock::new();
    let own = || own.get_or_init(|| own_fields(plan)).as_slice();
    let read = files.iter().zip(documents).enumerate();
    let read = read.filter(|(_, (_, document))| !document.is_template());
    let found = read.flat_map(|(at, (file, _))| {
        let fences = fences(&file.text).into_iter();
        fences.filter_map(move |range| Some((at, fault(&file.text, range, own)?)))
    });
    found.map(|(at, fault)| told(at, fault)).collect()
}

/// What is wrong with the view that stands there.
fn fault<'o>(text: &str, range: Range<usize>, own: impl Fn() -> &'o [String]) -> Option<Fault> {
    let words = text.get(range.clone())?;
    let view = match View::read(words) {
        Ok(view) => view,
        Err(fault) => return Some(fault.within(range.start)),
    };
    let fault = view.faults(own()).into_iter().next()?;
    let placed = fault.clone().placed(words);
    Some(placed.unwrap_or(fault).within(range.start))
}

fn told(at: usize, fault: Fault) -> Diagnostic {
    Diagnostic {
        rule: RULE,
        severity: Severity::Warning,
        message: fault.message.into(),
        place: Place {
            file: FileId(u32::try_from(at).unwrap_or(u32::MAX)),
            span: Span::new(fault.range),
        },
        label: "the view is not shown".into(),
        others: Vec::new(),
        help: Some(fault.help.into()),
        fix: None,
    }
}
