//! Which graphs a plan has: one of all, and one of each milestone where that would be too much.

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::Edition;
use crate::model::kind::Kind;
use crate::page::graph::home::home;
use crate::page::graph::link::{Link, links};
use crate::page::graph::need::Needs;
use crate::page::graph::picture::{MOST, Picture};
use crate::page::prose::ids::{Ids, slug};
use crate::page::route::{ROWS, list_page};

/// The name of the graph of all.
const WHOLE: &str = "graph";

/// A plan of so few needs is looked at as a whole.
const FEW: usize = 24;

/// A milestone with fewer has no graph of its own.
const LEAST: usize = 3;

/// What waits for what in a plan.
#[derive(Debug, Default)]
pub struct Graph {
    /// What every item waits for.
    pub needs: Needs,
    /// The graph of all, then those of milestones.
    pub scenes: Vec<Scene>,
    anchors: BTreeMap<usize, String>,
    places: BTreeMap<usize, Place>,
}

/// Where an item is told of.
#[derive(Clone, Copy, Debug)]
struct Place {
    scene: usize,
    /// The number of its row.
    row: Option<usize>,
}

/// A page with a graph.
#[derive(Debug, Default)]
pub struct Scene {
    /// The name of its pages.
    pub name: String,
    /// The milestone, phase or feature whose graph it is; none of the whole plan.
    pub of: Option<usize>,
    /// What is drawn.
    pub picture: Picture,
    /// The items whose needs are told here, open ones first.
    pub rows: Vec<usize>,
    /// The circles with an item of it.
    pub circles: Vec<Vec<usize>>,
    /// Of the whole plan, where milestones are drawn in place of their items: all links between them.
    pub between: Vec<Link>,
}

impl Graph {
    /// Of this edition; without scenes where nothing waits for anything.
    pub fn new(edition: &Edition) -> Self {
        let needs = Needs::new(edition);
        if !needs.lead_anywhere() {
            return Self::default();
        }
        let homes: Vec<Option<usize>> = (0..edition.items.len())
            .map(|at| home(edition, at))
            .collect();
        let all = links(edition, &needs, Some);
        let mut graph = Self {
            anchors: anchors(edition, &needs),
            needs,
            ..Self::default()
        };
        let ends = ends(&all);
        let areas = graph.areas(edition, &homes, &all, &ends);
        let told: BTreeSet<usize> = areas.iter().filter_map(|area| area.of).collect();
        let lifted = |at: usize| homes[at].filter(|home| told.contains(home)).or(Some(at));
        let between = links(edition, &graph.needs, lifted);
        let alone = ends.iter().filter(|at| lifted(**at) == Some(**at)).count();
        // Of many things most of which belong to milestones, the milestones are drawn, where one waits for another.
        let is_told = |at: usize| told.contains(&at);
        let leads = between
            .iter()
            .any(|link| is_told(link.from) || is_told(link.to));
        let is_lifted = ends.len() > MOST && alone * 2 < ends.len() && leads;
        let mut whole = graph.whole(edition, &all, &ends);
        if is_lifted {
            let path = lift_path(&edition.longest_path, lifted);
            let ends = self::ends(&between);
            whole.picture = Picture::new(edition, &ends, &between, &path, false);
            whole.between = between;
        }
        if !areas.is_empty() {
            let is_told = |at: &usize| homes[*at].is_some_and(|home| told.contains(&home));
            if is_lifted {
                whole.rows.retain(|at| !is_told(at));
            }
        }
        graph.scenes = std::iter::once(whole).chain(areas).collect();
        graph.places = graph.places(&homes);
        graph.share();
        graph
    }

    fn whole(&self, edition: &Edition, all: &[Link], ends: &[usize]) -> Scene {
        Scene {
            name: WHOLE.into(),
            of: None,
            picture: Picture::new(edition, ends, all, &edition.longest_path, false),
            rows: rows(edition, self.needs.waiting()),
            circles: stuck(edition),
            between: Vec::new(),
        }
    }

    /// The graphs of milestones, in the order of the plan.
    fn areas(
        &self,
        edition: &Edition,
        homes: &[Option<usize>],
        all: &[Link],
        ends: &[usize],
    ) -> Vec<Scene> {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in ends {
            if let Some(home) = homes[*at] {
                members.entry(home).or_default().push(*at);
            }
        }
        let mut waiting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in self.needs.waiting() {
            if let Some(home) = homes[at] {
                waiting.entry(home).or_default().push(at);
            }
        }
        let mut inside: BTreeMap<usize, Vec<Link>> = BTreeMap::new();
        for link in all {
            if let Some(home) = homes[link.from].filter(|home| homes[link.to] == Some(*home)) {
                inside.entry(home).or_default().push(*link);
            }
        }
        members.retain(|_, members| members.len() >= LEAST);
        if ends.len() <= FEW || members.len() < 2 {
            return Vec::new();
        }
        let mut ids = Ids::default();
        let scene = |(home, members): (usize, Vec<usize>)| {
            let item = &edition.items[home];
            let none = Vec::new();
            let links = inside.get(&home).unwrap_or(&none);
            Scene {
                name: format!("{WHOLE}/{}", ids.take(&item.key)),
                of: Some(home),
                picture: Picture::new(edition, &members, links, &item.longest_path, !item.finished),
                rows: rows(
                    edition,
                    waiting.remove(&home).unwrap_or_default().into_iter(),
                ),
                circles: Vec::new(),
                between: Vec::new(),
            }
        };
        members.into_iter().map(scene).collect()
    }

    /// Where each item that waits or is waited for is told of: in the graph of its milestone, else in that of all.
    fn places(&self, homes: &[Option<usize>]) -> BTreeMap<usize, Place> {
        let areas = self.scenes.iter().enumerate();
        let areas: BTreeMap<usize, usize> = areas
            .filter_map(|(number, scene)| Some((scene.of?, number)))
            .collect();
        let scene = |at: usize| {
            homes[at]
                .and_then(|home| areas.get(&home))
                .copied()
                .unwrap_or(0)
        };
        let mut places: BTreeMap<usize, Place> = BTreeMap::new();
        for at in self.anchors.keys() {
            let scene = scene(*at);
            places.insert(*at, Place { scene, row: None });
        }
        for (number, told) in self.scenes.iter().enumerate() {
            for (row, at) in told.rows.iter().enumerate() {
                if let Some(place) = places.get_mut(at).filter(|place| place.scene == number) {
                    place.row = Some(row);
                }
            }
        }
        places
    }

    /// Tells each circle where its items are told of.
    fn share(&mut self) {
        for circle in self.scenes[0].circles.clone() {
            let places = circle.iter().filter_map(|at| self.places.get(at));
            let scenes: BTreeSet<usize> = places.map(|place| place.scene).collect();
            for scene in scenes.into_iter().filter(|scene| *scene > 0) {
                self.scenes[scene].circles.push(circle.clone());
            }
        }
    }

    /// The anchor of an item, on every graph that shows it.
    pub fn anchor(&self, at: usize) -> Option<&str> {
        self.anchors.get(&at).map(String::as_str)
    }

    /// Where an item stands in a graph, or in the table below it.
    pub fn place(&self, at: usize) -> Option<String> {
        let place = self.places.get(&at)?;
        let scene = self.scenes.get(place.scene)?;
        let anchor = self.anchor(at)?;
        if scene.picture.has(at) {
            return Some(format!("{}#{anchor}", list_page(&scene.name, 0)));
        }
        let page = list_page(&scene.name, place.row? / ROWS);
        Some(format!("{page}#{anchor}"))
    }

    /// The graph of a milestone.
    pub fn of(&self, at: usize) -> Option<&Scene> {
        self.scenes.iter().find(|scene| scene.of == Some(at))
    }
}

/// The circles that hold something up: what is finished has left its circle.
fn stuck(edition: &Edition) -> Vec<Vec<usize>> {
    let is_open = |at: &usize| !edition.items[*at].finished;
    let circles = edition.circles.iter();
    circles
        .filter(|circle| circle.iter().all(is_open))
        .cloned()
        .collect()
}

/// Those that wait or are waited for, in the order of the plan.
fn ends(links: &[Link]) -> Vec<usize> {
    let ends: BTreeSet<usize> = links.iter().flat_map(|link| [link.from, link.to]).collect();
    ends.into_iter().collect()
}

/// Open ones first, each in the order of the plan.
fn rows(edition: &Edition, waiting: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut rows: Vec<usize> = waiting.collect();
    rows.sort_by_key(|at| edition.items[*at].finished);
    rows
}

fn lift_path(path: &[usize], lifted: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    let mut path: Vec<usize> = path.iter().filter_map(|at| lifted(*at)).collect();
    path.dedup();
    path
}

/// An anchor for everything that waits or is waited for, and for what it belongs to.
fn anchors(edition: &Edition, needs: &Needs) -> BTreeMap<usize, String> {
    let waiting = needs.waiting();
    let known: BTreeSet<usize> = waiting
        .chain(needs.pairs().map(|(need, _, _)| need))
        .chain(tops(edition))
        .collect();
    let mut ids = Ids::default();
    let anchor = |at: usize| (at, format!("n.{}", ids.give(&slug(&edition.items[at].key))));
    known.into_iter().map(anchor).collect()
}

fn tops(edition: &Edition) -> impl Iterator<Item = usize> {
    let items = edition.items.iter().enumerate();
    let is_top = |kind: Kind| matches!(kind, Kind::Phase | Kind::Milestone | Kind::Feature);
    items
        .filter(move |(_, item)| is_top(item.kind))
        .map(|(at, _)| at)
}
