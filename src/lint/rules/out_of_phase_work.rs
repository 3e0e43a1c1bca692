//! Work that was taken up before its phase had its turn.

use std::collections::BTreeMap;

use crate::analyze::Analysis;
use crate::analyze::phases::OutOfPhase;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
use crate::text::span::Place;

/// So many tasks and phases are shown; more would hide what is wrong.
const SHOWN: usize = 8;

/// Work that was taken up before its phase had its turn.
pub struct OutOfPhaseWork;

impl Rule for OutOfPhaseWork {
    fn name(&self) -> &'static str {
        "out-of-phase-work"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("out_of_phase_work.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        let mut phases: BTreeMap<ItemId, Vec<&OutOfPhase>> = BTreeMap::new();
        for early in &analysis.out_of_phase {
            phases.entry(early.phase).or_default().push(early);
        }
        for early in phases.into_values() {
            let task = plan.item(early[0].task);
            findings.add(Diagnostic {
                label: stated(task),
                others: others(plan, &early),
                help: Some(
                    Reason::new(
                        "finish or close the earlier phase first, or move the work into it",
                    )
                    .into(),
                ),
                ..self.finding(status_place(task), message(plan, &early))
            });
        }
    }
}

fn message(plan: &Plan, early: &[&OutOfPhase]) -> Reason {
    let phase = name(plan.item(early[0].phase));
    let task = plan.item(early[0].task);
    let begun = match early.len() {
        1 => Reason::new("`{item}` is {status}")
            .words("item", name(task))
            .with("status", Part::Word(task.status().name())),
        count => Reason::count(
            count,
            "{number} task of `{item}` is begun or done",
            "{number} tasks of `{item}` are begun or done",
        )
        .words("item", phase),
    };
    let earlier = early[0].unfinished.iter().map(|id| plan.item(*id));
    let named = |phase| Reason::new("`{item}`").words("item", name(phase));
    let earlier: Vec<Part> = earlier.map(|phase| Part::Reason(named(phase))).collect();
    let but = Reason::count(
        earlier.len(),
        "{begun}, but {names} is not finished",
        "{begun}, but {names} are not finished",
    );
    but.and("begun", begun).with("names", Part::Row(earlier))
}

/// The other tasks, and the phases that they should have waited for.
fn others(plan: &Plan, early: &[&OutOfPhase]) -> Vec<(Place, String)> {
    let tasks = early.iter().skip(1).map(|early| plan.item(early.task));
    let tasks = tasks
        .take(SHOWN)
        .map(|task| (status_place(task), stated(task)));
    let phases = early[0].unfinished.iter().take(SHOWN);
    let phases = phases.map(|id| (status_place(plan.item(*id)), "not finished".into()));
    phases.chain(tasks).collect()
}

fn stated(task: &Item) -> String {
    format!("{} already", task.status().name())
}
