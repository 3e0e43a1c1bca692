//! A declared progress that the rows of the plan do not bear out.

use crate::analyze::Analysis;
use crate::analyze::below::below;
use crate::analyze::declared::Stale;
use crate::analyze::progress::is_counted;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
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
            let (declared, computed) = (told(stale.declared), told(stale.computed));
            let message = format!("declares {declared}, computed {computed}");
            findings.add(Diagnostic {
                label: "declared here".into(),
                others: rows(plan, analysis, stale),
                help: Some("correct it, or take it out: plansite counts by itself".into()),
                ..self.finding(place.unwrap_or_default(), message)
            });
        }
    }
}

fn told(tally: Tally) -> String {
    format!("{}/{}", tally.done, tally.of)
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
