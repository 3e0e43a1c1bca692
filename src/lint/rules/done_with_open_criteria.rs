//! An item that is said to be done while criteria of it are not ticked.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::Analysis;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::criterion::Criterion;
use crate::model::item::Item;
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::text::span::{FileId, Place};

/// So many criteria are shown; more would hide what is wrong.
const SHOWN: usize = 8;

/// So many characters of a criterion are told.
const SHORT: usize = 60;

/// Words by which authors say that a criterion is not asked for any more, or not always.
const EXCUSES: [&str; 23] = [
    "deferred",
    "postponed",
    "descoped",
    "dropped",
    "skipped",
    "cancelled",
    "canceled",
    "superseded",
    "moved to",
    "follow-up",
    "followup",
    "out of scope",
    "not applicable",
    "n/a",
    "optional",
    "non-blocking",
    "let be",
    "waived",
    "won't",
    "if applicable",
    "if needed",
    "if required",
    "~~",
];

/// Words by which a line that many items share says that it does not hold for all of them.
const CONDITIONS: [&str; 3] = [" when ", " if ", " where "];

/// An item that is said to be done while criteria of it are not ticked.
pub struct DoneWithOpenCriteria;

impl Rule for DoneWithOpenCriteria {
    fn name(&self) -> &'static str {
        "done-with-open-criteria"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("done_with_open_criteria.md")
    }

    fn check(&self, plan: &Plan, _: &Analysis, findings: &mut Findings) {
        let conditional = conditional(plan);
        let done = plan.items().map(|(_, item)| item);
        for item in done.filter(|item| item.status() == Status::Done) {
            let open = open(item, &conditional);
            if open.is_empty() {
                continue;
            }
            findings.add(Diagnostic {
                label: "said to be done".into(),
                others: open.iter().take(SHOWN).map(place).collect(),
                help: Some(
                    Reason::new("tick what holds, or write behind it why it is let be").into(),
                ),
                ..self.finding(status_place(item), message(item, &open))
            });
        }
    }
}

fn message(item: &Item, open: &[&Criterion]) -> Reason {
    let reason = match open {
        [one] => Reason::new("`{item}` is done, but `{criterion}` is not ticked")
            .words("criterion", &short(&one.text)),
        open => Reason::count(
            open.len(),
            "`{item}` is done, but {number} of its criteria is not ticked",
            "`{item}` is done, but {number} of its criteria are not ticked",
        ),
    };
    reason.words("item", name(item))
}

/// The beginning of a text.
fn short(text: &str) -> String {
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_string(),
    }
}

fn place(criterion: &&Criterion) -> (Place, String) {
    (criterion.place, "not ticked".into())
}

/// What is open in a list of which at least half is ticked: one that nobody ever ticked, or only began to, says
/// nothing.
fn open<'a>(item: &'a Item, conditional: &BTreeSet<&str>) -> Vec<&'a Criterion> {
    let list = |criterion: &'a Criterion| (criterion.place.file, criterion.group.as_str());
    let mut lists: BTreeMap<(FileId, &str), Tally> = BTreeMap::new();
    for criterion in &item.criteria {
        if let Some(done) = criterion.done {
            lists.entry(list(criterion)).or_default().count(done);
        }
    }
    let is_used = |tally: &Tally| tally.done > 0 && tally.done >= tally.of - tally.done;
    let is_open = |criterion: &&'a Criterion| {
        criterion.done == Some(false) && lists.get(&list(criterion)).is_some_and(is_used)
    };
    let open = item.criteria.iter().filter(is_open);
    open.filter(|criterion| !is_excused(criterion, conditional))
        .collect()
}

fn is_excused(criterion: &Criterion, conditional: &BTreeSet<&str>) -> bool {
    let text = criterion.text.to_lowercase();
    let says = |word: &&str| text.contains(*word);
    EXCUSES.iter().any(says) || conditional.contains(criterion.text.as_str())
}

/// The lines of a form that do not hold for every item: those with a condition that stand under several.
fn conditional(plan: &Plan) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    let criteria = plan.items().flat_map(|(_, item)| &item.criteria);
    let texts = criteria.map(|criterion| criterion.text.as_str());
    texts
        .filter(|text| CONDITIONS.iter().any(|word| text.contains(word)))
        .filter(|text| !seen.insert(*text))
        .collect()
}
