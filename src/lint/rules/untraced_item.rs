//! An item that hangs in the air, in a plan that otherwise leads from milestones down to stories.

use crate::analyze::Analysis;
use crate::analyze::trace::{self, Gap, Lack};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, place};
use crate::model::plan::Plan;

/// An item that hangs in the air.
pub struct UntracedItem;

impl Rule for UntracedItem {
    fn name(&self) -> &'static str {
        "untraced-item"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("untraced_item.md")
    }

    fn check(&self, plan: &Plan, _analysis: &Analysis, findings: &mut Findings) {
        for gap in trace::gaps(plan) {
            let item = plan.item(gap.item);
            let message = format!("`{}` {}", name(item), lacks(gap.lack));
            let example = plan.item(gap.example);
            findings.add(Diagnostic {
                label: label(gap),
                others: vec![(
                    place(example),
                    format!("`{}` {}", name(example), has(gap.lack)),
                )],
                help: Some(help(gap.lack).into()),
                ..self.finding(place(item), message)
            });
        }
    }
}

fn lacks(lack: Lack) -> &'static str {
    match lack {
        Lack::Feature => "is a story that belongs to no PRD",
        Lack::Milestone => "is in no milestone",
        Lack::Work => "has its turn, but no stories",
        Lack::Document => "has its turn, but its PRD is not written",
    }
}

fn has(lack: Lack) -> &'static str {
    match lack {
        Lack::Feature => "belongs to one",
        Lack::Milestone => "is in one",
        Lack::Work => "has some",
        Lack::Document => "has its own",
    }
}

fn label(gap: Gap) -> String {
    let what = match gap.lack {
        Lack::Feature => "stories beside it belong to one",
        Lack::Milestone => "others beside it are in one",
        Lack::Work => "others beside it have some",
        Lack::Document => "others beside it have one",
    };
    format!("{} {what}", gap.kept)
}

fn help(lack: Lack) -> &'static str {
    match lack {
        Lack::Feature => "name its PRD in the story (`**PRD:** …`), or list the story there",
        Lack::Milestone => {
            "name its milestone (`**Milestone:** …`), add it to the features of one, or drop it"
        }
        Lack::Work => "write the first story of it, or move it to a later milestone",
        Lack::Document => {
            "write the PRD and link it from this row, or move the row to a later milestone"
        }
    }
}
