//! The shapes of plan.json, version 1: what an edition is in JSON. Facts that are absent are absent keys.

use std::collections::BTreeSet;

use serde::Serialize as Derive;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::edition::Edition;
use crate::edition::entry::{
    Claim, Condition, Entry, Fact, Figure, Finding, Lead, Move, Progress, Source, Velocity,
};
use crate::model::kind::Kind;
use crate::model::tally::Tally;
use crate::model::when::{Count, Precision, When};
use crate::page::route::Routes;

/// An edition in the shape of plan.json.
pub fn plan<'a>(edition: &'a Edition, routes: &'a Routes) -> impl Serialize + 'a {
    Cast { edition, routes }.plan()
}

#[derive(Derive)]
struct PlanFile<'a> {
    schema: &'static str,
    generator: &'static str,
    as_of: String,
    audience: &'a str,
    plan: PlanJson<'a>,
    items: Vec<ItemJson<'a>>,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Derive)]
struct PlanJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    facts: Facts<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    velocity: Option<VelocityJson>,
}

#[derive(Derive)]
struct VelocityJson {
    mean: f64,
    of: usize,
}

#[derive(Derive)]
struct ItemJson<'a> {
    key: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    kind: &'static str,
    title: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<ClaimJson<'a, &'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<WhenJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<WhenJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<WhenJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sprint: Option<LeadJson<'a>>,
    labels: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<LeadJson<'a>>,
    children: Vec<&'a str>,
    depends_on: Vec<LeadJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    blocks: Option<Vec<LeadJson<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    became: Vec<LeadJson<'a>>,
    fields: Facts<'a>,
    criteria: Vec<CriterionJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    checks: Option<TallyJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    committed: Option<FigureJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completed: Option<FigureJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    velocity: Option<ClaimJson<'a, &'a str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    movements: Vec<MoveJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    progress: Option<ProgressJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    health: Option<HealthJson<'a>>,
    discovered: bool,
    audience: &'a str,
    sources: Vec<Line<'a>>,
}

#[derive(Derive)]
struct ClaimJson<'a, T> {
    value: T,
    raw: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Spot<'a>>,
}

#[derive(Derive)]
struct FigureJson<'a> {
    value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    raw: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Spot<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<Vec<&'a str>>,
}

#[derive(Derive)]
struct WhenJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    raw: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    approximate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    derived: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Spot<'a>>,
}

#[derive(Derive)]
struct LeadJson<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    raw: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    inferred: bool,
    #[serde(skip_serializing_if = "is_false")]
    external: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Line<'a>>,
}

#[derive(Derive)]
struct FactJson<'a> {
    raw: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Line<'a>>,
}

#[derive(Derive)]
struct CriterionJson<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<bool>,
    #[serde(skip_serializing_if = "str::is_empty")]
    group: &'a str,
}

#[derive(Derive)]
struct MoveJson<'a> {
    change: &'static str,
    #[serde(flatten)]
    item: LeadJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

#[derive(Derive)]
struct TallyJson {
    done: u32,
    of: u32,
}

#[derive(Derive)]
struct ProgressJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    done: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leaves: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without_status: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_counted: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declared: Option<DeclaredJson<'a>>,
}

#[derive(Derive)]
struct DeclaredJson<'a> {
    raw: &'a str,
    done: u32,
    of: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Line<'a>>,
}

#[derive(Derive)]
struct HealthJson<'a> {
    value: &'static str,
    why: &'a str,
}

#[derive(Derive)]
struct FindingJson<'a> {
    rule: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    source: Spot<'a>,
}

/// Where something stands, by line.
#[derive(Derive)]
struct Line<'a> {
    file: &'a str,
    line: u32,
}

/// Where something stands, by line and column.
#[derive(Derive)]
struct Spot<'a> {
    file: &'a str,
    line: u32,
    column: u32,
}

/// What is stated under names of the author's own, as one object in the order of the documents.
struct Facts<'a>(&'a [Fact]);

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut taken = BTreeSet::new();
        for fact in self.0 {
            map.serialize_entry(&free(&mut taken, &fact.name), &FactJson::of(fact))?;
        }
        map.end()
    }
}

/// A name that is stated twice keeps both values.
fn free(taken: &mut BTreeSet<String>, name: &str) -> String {
    let mut candidate = name.to_string();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = format!("{name} ({number})");
        number += 1;
    }
    candidate
}

/// An edition and its addresses: what an item needs to be put into JSON.
struct Cast<'a> {
    edition: &'a Edition,
    routes: &'a Routes,
}

impl<'a> Cast<'a> {
    fn plan(&self) -> PlanFile<'a> {
        let edition = self.edition;
        let items = edition.items.iter().enumerate();
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
            items: items.map(|(at, item)| self.item(at, item)).collect(),
            findings: edition.findings.iter().map(FindingJson::of).collect(),
        }
    }

    fn item(&self, at: usize, item: &'a Entry) -> ItemJson<'a> {
        ItemJson {
            key: &item.key,
            id: item.id.as_deref(),
            kind: item.kind.name(),
            title: &item.title,
            url: self.routes.url(at),
            aliases: &item.aliases,
            status: item
                .status
                .as_ref()
                .map(|status| claim(status, status.value.name())),
            priority: item.priority.as_ref().map(words),
            rank: item.rank.as_ref().map(words),
            start: item.start.as_ref().map(WhenJson::of),
            due: item.due.as_ref().map(WhenJson::of),
            done: item.done.as_ref().map(WhenJson::of),
            owner: item.owner.as_ref().map(words),
            estimate: item.estimate.as_ref().map(words),
            sprint: item.sprint.as_ref().map(|sprint| self.lead(sprint)),
            labels: &item.labels,
            parent: item.parent.as_ref().map(|parent| self.lead(parent)),
            children: self.keys(&item.children),
            depends_on: self.leads(&item.depends_on),
            blocks: self.blocks(item),
            became: self.leads(&item.became),
            fields: Facts(&item.fields),
            criteria: item.criteria.iter().map(CriterionJson::of).collect(),
            checks: item.checks.map(TallyJson::of),
            committed: item.committed.as_ref().map(|figure| self.figure(figure)),
            completed: item.completed.as_ref().map(|figure| self.figure(figure)),
            velocity: item.velocity.as_ref().map(words),
            movements: item
                .movements
                .iter()
                .map(|movement| self.movement(movement))
                .collect(),
            progress: item
                .progress
                .as_ref()
                .map(|progress| self.progress(progress)),
            health: item.health.as_ref().map(|health| HealthJson {
                value: health.value,
                why: &health.why,
            }),
            discovered: item.discovered,
            audience: &item.audience,
            sources: item.sources.iter().map(Line::of).collect(),
        }
    }

    fn key(&self, at: usize) -> &'a str {
        &self.edition.items[at].key
    }

    fn keys(&self, items: &[usize]) -> Vec<&'a str> {
        items.iter().map(|at| self.key(*at)).collect()
    }

    fn lead(&self, lead: &'a Lead) -> LeadJson<'a> {
        LeadJson {
            raw: &lead.raw,
            key: lead.to.map(|at| self.key(at)),
            inferred: lead.inferred,
            external: lead.external,
            source: lead.source.as_ref().map(Line::of),
        }
    }

    fn leads(&self, leads: &'a [Lead]) -> Vec<LeadJson<'a>> {
        leads.iter().map(|lead| self.lead(lead)).collect()
    }

    /// A blocker always says what it blocks, be it nothing.
    fn blocks(&self, item: &'a Entry) -> Option<Vec<LeadJson<'a>>> {
        let says = item.kind == Kind::Blocker || !item.blocks.is_empty();
        says.then(|| self.leads(&item.blocks))
    }

    fn movement(&self, movement: &'a Move) -> MoveJson<'a> {
        MoveJson {
            change: movement.change.name(),
            item: self.lead(&movement.item),
            reason: movement.reason.as_deref(),
        }
    }

    fn figure(&self, figure: &'a Figure) -> FigureJson<'a> {
        let stated = figure.stated.as_ref();
        FigureJson {
            value: rounded(figure.value),
            raw: stated.map(|(raw, _)| raw.as_str()),
            source: stated.and_then(|(_, source)| source.as_ref()).map(Spot::of),
            counted: stated.is_none().then(|| self.keys(&figure.rows)),
        }
    }

    fn progress(&self, progress: &'a Progress) -> ProgressJson<'a> {
        ProgressJson {
            done: progress.tally.map(|tally| tally.done),
            of: progress.tally.map(|tally| tally.of),
            percent: progress.tally.and_then(Tally::percent),
            leaves: progress.leaves.map(Kind::name),
            without_status: Some(progress.without_status).filter(|count| *count > 0),
            not_counted: self.keys(&progress.uncounted),
            declared: progress.declared.as_ref().map(DeclaredJson::of),
        }
    }
}

fn claim<'a, V, T>(claim: &'a Claim<V>, value: T) -> ClaimJson<'a, T> {
    ClaimJson {
        value,
        raw: &claim.raw,
        source: claim.source.as_ref().map(Spot::of),
    }
}

fn words(said: &Claim<String>) -> ClaimJson<'_, &str> {
    claim(said, &said.value)
}

fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl<'a> WhenJson<'a> {
    fn of(said: &'a Claim<When>) -> Self {
        let precision = said.value.precision;
        Self {
            value: said.value.day.map(|day| day.to_string()),
            raw: &said.raw,
            approximate: said.value.approximate,
            precision: (said.value.day.is_some() && precision != Precision::Day)
                .then(|| precision.name()),
            counted: said.value.count.map(Count::words),
            derived: said.value.derived,
            source: said.source.as_ref().map(Spot::of),
        }
    }
}

impl<'a> FactJson<'a> {
    fn of(fact: &'a Fact) -> Self {
        Self {
            raw: &fact.raw,
            source: fact.source.as_ref().map(Line::of),
        }
    }
}

impl<'a> CriterionJson<'a> {
    fn of(condition: &'a Condition) -> Self {
        Self {
            text: &condition.text,
            done: condition.done,
            group: &condition.group,
        }
    }
}

impl<'a> DeclaredJson<'a> {
    fn of(said: &'a Claim<Tally>) -> Self {
        let Tally { done, of } = said.value;
        Self {
            raw: &said.raw,
            done,
            of,
            source: said.source.as_ref().map(Line::of),
        }
    }
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity.word(),
            message: &finding.message,
            source: Spot::of(&finding.source),
        }
    }
}

impl TallyJson {
    fn of(tally: Tally) -> Self {
        Self {
            done: tally.done,
            of: tally.of,
        }
    }
}

impl VelocityJson {
    fn of(velocity: Velocity) -> Self {
        Self {
            mean: rounded(velocity.mean),
            of: velocity.of,
        }
    }
}

impl<'a> Line<'a> {
    fn of(source: &'a Source) -> Self {
        Self {
            file: &source.file,
            line: source.line,
        }
    }
}

impl<'a> Spot<'a> {
    fn of(source: &'a Source) -> Self {
        Self {
            file: &source.file,
            line: source.line,
            column: source.column,
        }
    }
}
