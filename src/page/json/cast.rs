//! Puts an edition into the shapes of plan.json.

use crate::edition::Edition;
use crate::edition::entry::{Entry, Figure, Lead, Move, Progress};
use crate::model::kind::Kind;
use crate::model::tally::Tally;
use crate::page::json::facts::Facts;
use crate::page::json::file::{ItemJson, Items, PlanFile, PlanJson};
use crate::page::json::part::{
    CriterionJson, DeclaredJson, FigureJson, FindingJson, HealthJson, LeadJson, Line, MoveJson,
    ProgressJson, Spot, TallyJson, VelocityJson, WhenJson, claim, rounded, words,
};
use crate::page::route::Routes;

/// An edition and its addresses: what an item needs to be put into JSON.
#[derive(Clone, Copy)]
pub(super) struct Cast<'a> {
    pub(super) edition: &'a Edition,
    pub(super) routes: &'a Routes,
}

impl<'a> Cast<'a> {
    /// The whole file.
    pub(super) fn plan(self) -> PlanFile<'a> {
        let edition = self.edition;
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
            items: Items(self),
            findings: edition.findings.iter().map(FindingJson::of).collect(),
        }
    }

    /// The items, in order.
    pub(super) fn items(self) -> impl Iterator<Item = ItemJson<'a>> {
        let items = self.edition.items.iter().enumerate();
        items.map(move |(at, item)| self.item(at, item))
    }

    /// An item, and its position.
    pub(super) fn item(&self, at: usize, item: &'a Entry) -> ItemJson<'a> {
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
