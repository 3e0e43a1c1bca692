//! What stands around the items of a graph: what they wait for elsewhere and outside, and the milestone they lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::graph::node::{Edge, Look, Node};
use crate::page::calendar::day;
use crate::page::filter;
use crate::page::graph::node::{NAME, short_id};
use crate::page::name;
use crate::page::pages::graph::drawing::Sketch;
use crate::page::words::clip;

/// So many things that stand elsewhere are drawn.
const ELSEWHERE: usize = 12;

impl Sketch<'_> {
    /// What open items wait for in other milestones.
    pub(super) fn elsewhere(&mut self) {
        if self.scene.of.is_none() {
            return;
        }
        let mut far: BTreeMap<usize, usize> = BTreeMap::new();
        for at in &self.scene.picture.shown {
            for lead in self.book.graph.needs.of(*at) {
                let Some(to) = lead.to.filter(|to| self.is_elsewhere(*at, *to)) else {
                    continue;
                };
                if far.len() < ELSEWHERE && !far.contains_key(&to) {
                    let node = self.far(to);
                    far.insert(to, self.push(node));
                }
                if let Some(place) = far.get(&to) {
                    let look = if lead.inferred {
                        Look::Guessed
                    } else {
                        Look::Plain
                    };
                    self.edges.push(Edge {
                        from: *place,
                        to: self.places[at],
                        look,
                    });
                }
            }
        }
    }

    /// Whether an open item waits for something open that is none of those drawn.
    fn is_elsewhere(&self, at: usize, to: usize) -> bool {
        let is_open = |at: usize| !self.book.item(at).finished;
        let picture = &self.scene.picture;
        let is_own = self.scene.of == Some(to) || picture.has(to);
        is_open(at) && is_open(to) && !is_own && self.is_from_afar(to)
    }

    /// What is left out of a drawing because it is too much does not come back as something from elsewhere.
    fn is_from_afar(&self, at: usize) -> bool {
        let home = filter::above(self.book, at);
        home.is_none() || home != self.scene.of
    }

    fn far(&self, at: usize) -> Node {
        let above = filter::above(self.book, at).map(|above| filter::short(self.book.item(above)));
        let mut node = self.node(at);
        node.class.push_str(" far");
        node.word = above.map_or(node.word, |above| clip(&above, NAME).into_owned());
        node
    }

    /// What open items wait for outside the plan.
    pub(super) fn outside(&mut self) {
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for at in &self.scene.picture.shown {
            let is_open = !self.book.item(*at).finished && self.scene.between.is_empty();
            let leads = self.book.graph.needs.of(*at).iter();
            for lead in leads.filter(|lead| is_open && lead.external) {
                if known.len() < ELSEWHERE && !known.contains_key(&lead.raw) {
                    let node = Node {
                        id: format!("outside.{}", known.len() + 1),
                        class: "out".into(),
                        icon: "link".into(),
                        word: self.book.tongue.say("Outside the plan").into_owned(),
                        title: lead.raw.clone(),
                        ..Node::default()
                    };
                    known.insert(lead.raw.clone(), self.push(node));
                }
                if let Some(place) = known.get(&lead.raw) {
                    self.edges.push(Edge {
                        from: *place,
                        to: self.places[at],
                        look: Look::Plain,
                    });
                }
            }
        }
    }

    /// The milestone, after all that is open and that nothing open waits for.
    pub(super) fn goal(&mut self) {
        let goal = self.scene.of.filter(|at| !self.book.item(*at).finished);
        let Some(goal) = goal.filter(|goal| !self.places.contains_key(goal)) else {
            return;
        };
        let item = self.book.item(goal);
        let today = self.book.edition.as_of;
        let tongue = &self.book.tongue;
        let due = item.due_day().map(|due| day(tongue, due, today));
        let due = due.map(|due| tongue.tell("due {date}", &[("date", &due)]));
        let place = self.push(Node {
            id: self.anchor(goal),
            href: Some(self.book.link(self.from, goal)),
            class: "goal".into(),
            name: short_id(&self.book.tongue, item),
            word: due.unwrap_or_default(),
            title: name::title(item),
            ..Node::default()
        });
        let last = self.scene.picture.path.last();
        let leads_on: BTreeSet<usize> = self.edges.iter().map(|edge| edge.from).collect();
        let ends: Vec<(usize, usize)> = self
            .places
            .iter()
            .filter(|(at, end)| !self.book.item(**at).finished && !leads_on.contains(end))
            .map(|(at, end)| (*at, *end))
            .collect();
        let edges = ends.into_iter().map(|(at, end)| Edge {
            from: end,
            to: place,
            look: if last == Some(&at) {
                Look::Critical
            } else {
                Look::Plain
            },
        });
        self.edges.extend(edges);
    }
}
