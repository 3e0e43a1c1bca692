//! The shape of the whole file.

use serde::{Serialize, Serializer};

use crate::page::json::cast::Cast;
use crate::page::json::facts::Facts;
use crate::page::json::file::PlanJson;
use crate::page::json::part::{FindingJson, VelocityJson};

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

/// The whole file.
pub(super) fn plan<'a>(cast: Cast<'a>) -> PlanFile<'a> {
    let edition = cast.edition;
    PlanFile {
        schema: "plansite/plan/1",
        generator: concat!("plansite ", env!("CARGO_PKG_VERSION")),
        as_of: edition.as_of.to_string(),
        audience: &edition.audience.name,
        plan: PlanJson {
            title: edition.title.as_deref(),
            facts: Facts(&edition.facts),
            velocity: edition.velocity.map(VelocityJson::of),
        },
        items: Items(cast),
        findings: edition.findings.iter().map(FindingJson::of).collect(),
    }
}
