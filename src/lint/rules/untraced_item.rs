//! An item that hangs in the air, in a plan that otherwise leads from milestones down to stories.

use crate::analyze::Analysis;
use crate::analyze::trace::{self, Gap, Lack};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, place};
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::model::status::Status;
use crate::theme::tongue::key;

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
            let message = lacks(gap.lack).words("item", name(item));
            let example = plan.item(gap.example);
            findings.add(Diagnostic {
                severity: weight(gap.lack, item.status()),
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

/// What can still be written before the work begins is only worth knowing.
fn weight(lack: Lack, status: Status) -> Severity {
    let is_begun = matches!(status, Status::Active | Status::Blocked);
    match lack {
        Lack::Work | Lack::Document if !is_begun => Severity::Note,
        _ => Severity::Warning,
    }
}

fn lacks(lack: Lack) -> Reason {
    Reason::new(match lack {
        Lack::Feature => key("`{item}` is a story that belongs to no PRD"),
        Lack::Milestone => key("`{item}` is in no milestone"),
        Lack::Work => key("`{item}` has its turn, but no stories"),
        Lack::Document => key("`{item}` has its turn, but its PRD is not written"),
    })
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

fn help(lack: Lack) -> Reason {
    match lack {
        Lack::Feature => {
            Reason::new("name its PRD in the story (`**PRD:** …`), or list the story there")
        }
        Lack::Milestone => Reason::new(
            "name its milestone (`**Milestone:** …`), add it to the features of one, or drop it",
        ),
        Lack::Work => Reason::new("write the first story of it, or move it to a later milestone"),
        Lack::Document => Reason::new(
            "write the PRD and link it from this row, or move the row to a later milestone",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_begun_is_only_worth_knowing() {
        assert_eq!(weight(Lack::Document, Status::Planned), Severity::Note);
        assert_eq!(weight(Lack::Document, Status::Active), Severity::Warning);
        assert_eq!(weight(Lack::Feature, Status::Planned), Severity::Warning);
    }
}
