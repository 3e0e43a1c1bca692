//! The shapes of plan.json, version 1: what an edition is in JSON. Facts that are absent are absent keys.

pub mod facts;
pub mod file;
pub mod part;

use serde::Serialize;

use crate::edition::Edition;
use crate::edition::entry::{Entry, Figure, Lead, Move, Progress};
use crate::model::kind::Kind;
use crate::model::tally::Tally;
use crate::page::route::Routes;
use facts::Facts;
use file::{ItemJson, PlanFile, PlanJson};
use part::{
    CriterionJson, DeclaredJson, FigureJson, FindingJson, HealthJson, LeadJson, Line, MoveJson,
    ProgressJson, Spot, TallyJson, VelocityJson, WhenJson, claim, rounded, words,
};

/// An edition in the shape of plan.json.
pub fn plan<'a>(edition: &'a Edition, routes: &'a Routes) -> impl Serialize + 'a {
    Cast { edition, routes }.plan()
}

/// One item of an edition in the same shape, by position.
pub fn item<'a>(edition: &'a Edition, routes: &'a Routes, at: usize) -> impl Serialize + 'a {
    Cast { edition, routes }.item(at, &edition.items[at])
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
