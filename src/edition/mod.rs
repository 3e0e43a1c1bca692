//! What one audience may know of a plan: owned values, every place resolved; pages are given this and nothing else.

mod about;
mod backlink;
pub mod body;
mod children;
mod cut;
pub mod entry;
pub mod find;
pub mod framework;
mod hide;
pub mod hint;
mod home;
pub mod line;
mod named;
pub mod nature;
pub mod otherwise;
pub mod paper;
mod place;
mod press;
pub mod reads;
pub mod record;
mod sheet;
mod sight;
mod stated;
pub mod why;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::analyze::turn::Queue;
use crate::analyze::{self, Analysis};
use crate::config::Config;
use crate::config::address::BaseUrl;
use crate::config::forge::Forge;
use crate::config::site::Machines;
use crate::diagnostic::Diagnostic;
use crate::model::audience::Audience;
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::picture::Picture;
use crate::model::plan::Plan;
use crate::query::view::Named;
use crate::text::file::SourceFile;
use cut::Teller;
use entry::{Entry, Fact, Finding, Velocity};
use hide::Cut;
use home::Homes;
use paper::{Addresses, Paper};
use place::Places;
use press::{Positions, Press};
use record::Record;
use sight::Sight;

/// All that pages need.
#[derive(Debug)]
pub struct Edition {
    /// What the plan is called.
    pub title: Option<String>,
    /// The day that counts as today.
    pub as_of: Date,
    /// Who it is for.
    pub audience: Audience,
    /// Facts of the plan itself, in the order of the documents.
    pub facts: Vec<Fact>,
    /// How much the team completes in a sprint.
    pub velocity: Option<Velocity>,
    /// The items, in the order of the plan.
    pub items: Vec<Entry>,
    /// What can be begun and is not taken up yet, by position, what comes first at first; only where work is planned
    /// by sprints or weeks.
    pub ready: Vec<usize>,
    /// What is wrong, in the order of the documents.
    pub findings: Vec<Finding>,
    /// Of each knot of items that wait for one another the shortest circle, each followed by what it waits for.
    pub circles: Vec<Vec<usize>>,
    /// The longest chain of open work in the whole plan, the first to be done first.
    pub longest_path: Vec<usize>,
    /// Documents that are shown as they are.
    pub papers: Vec<Paper>,
    /// Where links between documents lead.
    pub addresses: Addresses,
    /// What was read, where the audience may know.
    pub read: Option<Read>,
    /// How each line was read, for those who see all.
    pub record: Option<Record>,
    /// The commit of the documents, where the audience may know.
    pub revision: Option<Revision>,
    /// Where the documents can be seen and edited, where the audience may know.
    pub forge: Option<String>,
    /// The kind of host that they lie on.
    pub forge_kind: Forge,
    /// Where the site will stand.
    pub base_url: Option<BaseUrl>,
    /// The language of the documents.
    pub language: String,
    /// Views of the team's own that the audience sees.
    pub views: Vec<Named>,
    /// Which files for programs are wanted beside those that are always there.
    pub machines: Machines,
}

/// How much was read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// How many documents.
    pub documents: usize,
    /// Documents that were skipped: the path, and why.
    pub skipped: Vec<(String, String)>,
}

/// The state of the documents in their repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The commit, shortened.
    pub commit: String,
    /// The folder that was read, from the root of the repository; empty, or with a slash behind it.
    pub prefix: String,
    /// Its main branch, as far as git knows one.
    pub branch: Option<String>,
}

/// What an edition is cut from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The plan.
    pub plan: &'a Arc<Plan>,
    /// Its numbers.
    pub analysis: &'a Analysis,
    /// What is wrong with it.
    pub findings: &'a Arc<Vec<Diagnostic>>,
    /// The documents as they are.
    pub files: &'a Arc<Vec<Arc<SourceFile>>>,
    /// The documents as they were read.
    pub documents: &'a Arc<Vec<Arc<Document>>>,
    /// Documents that were skipped: the path, and why.
    pub skipped: &'a [(String, String)],
    /// Links, which are not followed: the path, and why.
    pub links: &'a [(String, String)],
    /// The pictures that are there, and other files that are copied, by path.
    pub pictures: &'a BTreeMap<String, Picture>,
    /// Other files that documents lead to and that are there.
    pub lying: &'a BTreeSet<String>,
    /// The state of the documents in their repository.
    pub revision: Option<&'a Revision>,
    /// What was set.
    pub config: &'a Config,
    /// The day that counts as today.
    pub today: Date,
}

impl Edition {
    /// Cuts the edition of one audience.
    pub fn cut(material: &Material<'_>, audience: &Audience) -> Self {
        let Material {
            plan,
            files,
            documents,
            ..
        } = *material;
        let homes = Homes::new(plan, files, documents);
        let sight = Sight::new(plan, files, documents, &homes, audience);
        if audience.sees_all() {
            let from: Vec<ItemId> = plan.items().map(|(id, _)| id).collect();
            return told(
                material,
                audience,
                &homes,
                &sight,
                plan,
                material.analysis,
                &from,
            );
        }
        let Cut { plan: cut, from } = hide::hide(plan, files, &homes, &sight, audience);
        // Every number is made again, from what the audience sees.
        let analysis = analyze::analyze(&cut, material.today);
        told(material, audience, &homes, &sight, &cut, &analysis, &from)
    }

    /// What of the plan can be begun, as far as this audience may know; items are numbered as they stand in its edition.
    pub fn queue(material: &Material<'_>, audience: &Audience) -> Queue {
        let Material {
            plan,
            files,
            documents,
            today,
            ..
        } = *material;
        if audience.sees_all() {
            return material.analysis.queue(plan, today);
        }
        let homes = Homes::new(plan, files, documents);
        let sight = Sight::new(plan, files, documents, &homes, audience);
        let Cut { plan: cut, .. } = hide::hide(plan, files, &homes, &sight, audience);
        analyze::analyze(&cut, today).queue(&cut, today)
    }
}

/// The edition of a plan that holds nothing hidden any more; `from` are its items' numbers in the whole plan.
fn told(
    material: &Material<'_>,
    audience: &Audience,
    homes: &Homes,
    sight: &Sight<'_>,
    plan: &Plan,
    analysis: &Analysis,
    from: &[ItemId],
) -> Edition {
    let places = Places::new(material.files);
    let teller = Teller {
        plan,
        analysis,
        places: &places,
        tells_sources: audience.sources,
        audience: &audience.name,
    };
    let press = Press {
        files: material.files,
        documents: material.documents,
        homes,
        sight,
        places: &places,
        tells_sources: audience.sources,
        positions: Positions::new(from, material.plan.len()),
    };
    let entries = || {
        let whole: Vec<(ItemId, &Item)> = plan.items().collect();
        let whole = whole.into_par_iter();
        let mut items: Vec<Entry> = whole.map(|(id, item)| teller.entry(id, item)).collect();
        press.bodies(&mut items);
        items
    };
    let links = || {
        let shown = press.shown(material.config.sources.pages, !plan.is_empty());
        let addresses = press.addresses(&shown, material.plan, material.pictures, material.lying);
        let spoken = press.spoken(&shown, &addresses);
        (shown, addresses, spoken)
    };
    let ready = || ready(plan, analysis, material.today);
    let ((mut items, ready), (shown, addresses, spoken)) =
        rayon::join(|| rayon::join(entries, ready), links);
    if audience.hidden_progress {
        count_hidden(&mut items, from, material.analysis);
    }
    backlink::turn_round(&mut items, &teller, spoken);
    let config = &material.config.site;
    let sources = |known: bool| known && audience.sources;
    Edition {
        title: config
            .title
            .clone()
            .or_else(|| plan.title.clone())
            .or_else(|| {
                material
                    .config
                    .repository
                    .clone()
                    .filter(|_| audience.sources)
            }),
        as_of: material.today,
        facts: plan
            .facts
            .iter()
            .map(|fact| teller.fact(&fact.name, &fact.value))
            .collect(),
        velocity: teller.velocity(),
        ready,
        items,
        // A finding may name what is hidden; only who sees all sees findings, and which documents were skipped.
        findings: if audience.sees_all() {
            material
                .findings
                .iter()
                .map(|finding| teller.finding(finding))
                .collect()
        } else {
            Vec::new()
        },
        circles: teller.circles(),
        longest_path: teller.longest_path(),
        papers: press.papers(&shown),
        addresses,
        read: audience.sources.then(|| Read {
            documents: material.files.len(),
            skipped: material
                .skipped
                .iter()
                .chain(material.links)
                .filter(|_| audience.sees_all())
                .cloned()
                .collect(),
        }),
        record: audience.sees_all().then(|| {
            Record::new(
                material.plan.clone(),
                material.files.clone(),
                material.documents.clone(),
                material.findings.clone(),
            )
        }),
        revision: material.revision.filter(|_| sources(true)).cloned(),
        forge: config.repository.clone().filter(|_| sources(true)),
        forge_kind: config.forge.unwrap_or_else(|| {
            let address = config.repository.as_deref();
            address.map_or(Forge::default(), Forge::of)
        }),
        base_url: config.base_url.clone(),
        language: config.language.clone().unwrap_or_else(|| "en".into()),
        views: views(material.config, audience),
        machines: config.machines,
        audience: audience.clone(),
    }
}

/// What can be begun next.
fn ready(plan: &Plan, analysis: &Analysis, today: Date) -> Vec<usize> {
    let turns = analysis.queue(plan, today).ready;
    let free = turns.iter().filter(|turn| !turn.is_now);
    free.map(|turn| cut::position(turn.item)).collect()
}

/// What a view is called and asks for is the team's own business, unless it names an audience.
fn views(config: &Config, audience: &Audience) -> Vec<Named> {
    let views = config.views.iter().map(|view| &view.named);
    let sees = |view: &&Named| audience.sees_all() || view.audiences.contains(&audience.name);
    views.filter(sees).cloned().collect()
}

/// Where the configuration says so, progress is that of the whole plan; the page says that it is.
fn count_hidden(items: &mut [Entry], from: &[ItemId], analysis: &Analysis) {
    for (item, id) in items.iter_mut().zip(from) {
        let whole = analysis.progress(*id);
        if let (Some(progress), Some(tally)) = (&mut item.progress, whole.tally) {
            progress.counts_hidden = progress.tally != Some(tally);
            progress.tally = Some(tally);
            progress.leaves = whole.leaves;
            progress.without_status = whole.without_status;
            progress.active = whole.active;
            progress.blocked = whole.blocked;
        }
    }
}
