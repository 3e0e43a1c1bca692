//! A declared progress that the rows of the plan do not bear out.

use crate::analyze::Analysis;
use crate::analyze::below::below;
use crate::analyze::declared::Stale;
use crate::analyze::progress::is_counted;
use crate::diagnostic::{Change, Diagnostic, Fix, Safety, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
use crate::model::stated::{Saying, Stated};
use crate::model::tally::Tally;
use crate::text::similar::fold;
use crate::text::slot::Form;
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
                help: Some(help(stale).into()),
                fix: fix(plan, analysis, stale),
                ..self.finding(place.unwrap_or_default(), message(plan, analysis, stale))
            });
        }
    }
}

fn message(plan: &Plan, analysis: &Analysis, stale: &Stale) -> Reason {
    let Tally { done, of } = stale.computed;
    let reason = match analysis.progress(stale.item).leaves {
        Some(Kind::Milestone) => {
            Reason::new("`{item}` declares {declared}, but {done}/{of} of its milestones are done")
        }
        Some(Kind::Feature) => {
            Reason::new("`{item}` declares {declared}, but {done}/{of} of its features are done")
        }
        Some(Kind::Story) => {
            Reason::new("`{item}` declares {declared}, but {done}/{of} of its stories are done")
        }
        Some(Kind::Task) => {
            Reason::new("`{item}` declares {declared}, but {done}/{of} of its tasks are done")
        }
        _ => Reason::new("`{item}` declares {declared}, but {done}/{of} of its parts are done"),
    };
    reason
        .words("item", name(plan.item(stale.item)))
        .words("declared", &told(stale.declared))
        .with("done", Part::Number(done))
        .with("of", Part::Number(of))
}

fn help(stale: &Stale) -> Reason {
    let Tally { done, of } = stale.computed;
    let now = match stale.declared.of {
        100 => format!("{}%", stale.computed.percent().unwrap_or_default()),
        _ => format!("{done}/{of}"),
    };
    match stale.declared.done > stale.computed.done {
        true => Reason::new("write {figure}, or correct the rows: one of them was forgotten"),
        false => Reason::new("write {figure}, or take the figure out: plansite counts by itself"),
    }
    .words("figure", &now)
}

/// The figures that were counted, where it is clear that the same things are counted.
///
/// Where more is declared than was counted, somebody may have forgotten the rows and not the figure; where two places
/// state how a row stands, one of them may be wrong.
fn fix(plan: &Plan, analysis: &Analysis, stale: &Stale) -> Option<Fix> {
    let (declared, computed) = (stale.declared, stale.computed);
    let progress = analysis.progress(stale.item);
    let is_whole = progress.without_status == 0 && progress.uncounted.is_empty();
    let said = &plan.item(stale.item).declared.as_ref()?.said;
    let file = said.first()?.place.file;
    let is_near = said.iter().all(|said| said.place.file == file);
    if declared.of != computed.of || !is_whole || !is_near {
        return None;
    }
    let is_sure = || leaves(plan, analysis, stale).all(is_of_one_voice);
    let safety = match declared.done < computed.done && is_sure() {
        true => Safety::Safe,
        false => Safety::Unsafe,
    };
    Some(Fix {
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

/// A declared share as it was written.
fn told(tally: Tally) -> String {
    match tally.of {
        100 => format!("{}%", tally.done),
        of => format!("{}/{of}", tally.done),
    }
}

/// The rows that were counted, each with its status.
fn rows(plan: &Plan, analysis: &Analysis, stale: &Stale) -> Vec<(Place, String)> {
    let row = |item: &Item| (status_place(item), item.status().name().to_string());
    leaves(plan, analysis, stale).take(SHOWN).map(row).collect()
}

/// What was counted.
fn leaves<'a>(
    plan: &'a Plan,
    analysis: &Analysis,
    stale: &Stale,
) -> impl Iterator<Item = &'a Item> + use<'a> {
    let kind = analysis.progress(stale.item).leaves;
    let is_leaf = move |item: &Item| Some(item.kind) == kind && is_counted(item);
    let has_leaves = move |id: ItemId| below(plan, id).iter().any(|part| is_leaf(plan.item(*part)));
    let parts = below(plan, stale.item).into_iter();
    let leaves = parts.filter(move |id| is_leaf(plan.item(*id)) && !has_leaves(*id));
    leaves.map(|id| plan.item(id))
}

/// Whether an item states how it stands, and all places that do say the same; a word in a heading may be about
/// something else.
fn is_of_one_voice(item: &Item) -> bool {
    let said = item.status.as_ref().map(|status| status.said.as_slice());
    let said = said.unwrap_or_default();
    let is_plain = |form: Form| !matches!(form, Form::Heading | Form::Path);
    let voice = |said: &Saying| is_plain(said.form).then(|| fold(&said.raw));
    let first = said.first().and_then(voice);
    first.is_some() && said.iter().all(|said| voice(said) == first)
}
