//! A declared progress that the rows of the plan do not bear out.

use crate::analyze::Analysis;
use crate::analyze::below::below;
use crate::analyze::declared::Stale;
use crate::analyze::progress::is_counted;
use crate::diagnostic::{Change, Diagnostic, Fix, Safety, Severity};
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
                fix: fix(plan, analysis, stale),
                ..self.finding(place.unwrap_or_default(), message)
            });
        }
    }
}

/// The figures that were counted, where it is clear that the same things are counted.
///
/// Where more is declared than was counted, somebody may have forgotten the rows and not the figure.
fn fix(plan: &Plan, analysis: &Analysis, stale: &Stale) -> Option<Fix> {
    let (declared, computed) = (stale.declared, stale.computed);
    let progress = analysis.progress(stale.item);
    let is_whole = progress.without_status == 0 && progress.uncounted.is_empty();
    let said = &plan.item(stale.item).declared.as_ref()?.said;
    let file = said.first()?.place.file;
    let is_near = said.iter().all(|said| said.place.file == file);
    let safety = match declared.done < computed.done {
        true => Safety::Safe,
        false => Safety::Unsafe,
    };
    (declared.of == computed.of && is_whole && is_near).then_some(Fix {
        change: Change::Figures {
            was: declared.done,
            now: computed.done,
            of: computed.of,
            kind: progress.leaves?.name(),
        },
        places: said.iter().map(|said| said.place).collect(),
        safety,
    })
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
