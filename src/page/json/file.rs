//! The shapes of the file, of the plan and of an item.

use serde::{Serialize, Serializer};

use crate::page::json::cast::Cast;
use crate::page::json::facts::Facts;
use crate::page::json::part::{
    ClaimJson, CriterionJson, FigureJson, FindingJson, HealthJson, LeadJson, Line, MoveJson,
    ProgressJson, TallyJson, VelocityJson, WhenJson,
};

#[derive(Serialize)]
pub(super) struct PlanFile<'a> {
    pub(super) schema: &'static str,
    pub(super) generator: &'static str,
    pub(super) as_of: String,
    pub(super) audience: &'a str,
    pub(super) plan: PlanJson<'a>,
    pub(super) items: Items<'a>,
    pub(super) findings: Vec<FindingJson<'a>>,
}

/// The items, each put into its shape when it is written: all shapes at once take as much memory as the file.
pub(super) struct Items<'a>(pub(super) Cast<'a>);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.items())
    }
}

#[derive(Serialize)]
pub(super) struct PlanJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<&'a str>,
    pub(super) facts: Facts<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) velocity: Option<VelocityJson>,
}

#[derive(Serialize)]
pub(super) struct ItemJson<'a> {
    pub(super) key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<&'a str>,
    pub(super) kind: &'static str,
    pub(super) title: &'a str,
    pub(super) url: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<ClaimJson<'a, &'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) priority: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rank: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<WhenJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due: Option<WhenJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) done: Option<WhenJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) estimate: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sprint: Option<LeadJson<'a>>,
    pub(super) labels: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<LeadJson<'a>>,
    pub(super) children: Vec<&'a str>,
    pub(super) depends_on: Vec<LeadJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) blocks: Option<Vec<LeadJson<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) became: Vec<LeadJson<'a>>,
    pub(super) fields: Facts<'a>,
    pub(super) criteria: Vec<CriterionJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) checks: Option<TallyJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) committed: Option<FigureJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) completed: Option<FigureJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) velocity: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) movements: Vec<MoveJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) progress: Option<ProgressJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) health: Option<HealthJson<'a>>,
    pub(super) discovered: bool,
    pub(super) audience: &'a str,
    pub(super) sources: Vec<Line<'a>>,
}
