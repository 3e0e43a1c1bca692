//! A declared progress that the rows of the plan do not bear out.

use crate::analyze::Analysis;
use crate::analyze::below::below;
use crate::analyze::declared::Stale;
use crate::analyze::progress::is_counted;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::stated::Stated;
use crate::model::tally::Tally;
use crate::text::span::Place;

/// So many counted rows are shown; more would hide what is wrong.
const SHOWN: usize = 8;

/// A declared progress that the rows of the plan do not bear out.
pub struct StaleTally;

impl Rule for StaleTally {
    fn name(&self) -> &'static str {
        "stale-tally"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("stale_tally.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        for stale in &analysis.stale {
            let place = plan.item(stale.item).declared.as_ref().map(Stated::place);
            findings.add(Diagnostic {
                label: format!("declares {}", told(stale.declared)),
                others: rows(plan, analysis, stale),
                help: Some(help(stale)),
                ..self.finding(place.unwrap_or_default(), message(plan, analysis, stale))
            });
        }
    }
}

fn message(plan: &Plan, analysis: &Analysis, stale: &Stale) -> String {
    let leaves = analysis.progress(stale.item).leaves;
    format!(
        "`{}` declares {}, but {}/{} of its {} are done",
        name(plan.item(stale.item)),
        told(stale.declared),
        stale.computed.done,
        stale.computed.of,
        leaves.map_or("parts", plural),
    )
}

fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Feature => "features",
        kind => kind.folder(),
    }
}

fn help(stale: &Stale) -> String {
    let Tally { done, of } = stale.computed;
    let now = match stale.declared.of {
        100 => format!("{}%", stale.computed.percent().unwrap_or_default()),
        _ => format!("{done}/{of}"),
    };
    format!("write {now}, or take the figure out: plansite counts by itself")
}

/// A declared share as it was written.
fn told(tally: Tally) -> String {
    match tally.of {
        100 => format!("{}%", tally.done),
        of => format!("{}/{of}", tally.done),
    }
}

/// The rows that were counted, each with its status.
fn rows(plan: &Plan, analysis: &Analysis, stale: &Stale) -> Vec<(Place, String)> {
    let kind = analysis.progress(stale.item).leaves;
    let is_leaf = |item: &Item| Some(item.kind) == kind && is_counted(item);
    let has_leaves = |id: ItemId| below(plan, id).iter().any(|part| is_leaf(plan.item(*part)));
    let parts = below(plan, stale.item).into_iter();
    let leaves = parts.filter(|id| is_leaf(plan.item(*id)) && !has_leaves(*id));
    let row = |id| {
        let item = plan.item(id);
        (status_place(item), item.status().name().to_string())
    };
    leaves.take(SHOWN).map(row).collect()
}
