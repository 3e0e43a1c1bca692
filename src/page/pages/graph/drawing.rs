//! The drawing of a graph: its items, what they wait for elsewhere, and the milestone that they lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::graph;
use crate::chart::graph::node::{Edge, Look, Node};
use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::filter;
use crate::page::graph::link::Link;
use crate::page::graph::picture::is_blocked;
use crate::page::graph::scene::Scene;
use crate::page::mark;
use crate::page::name;
use crate::page::route::list_page;
use crate::page::words::{clip, day};

/// So many things that stand elsewhere are drawn.
const ELSEWHERE: usize = 12;

/// The name of a node is no longer than this.
const NAME: usize = 18;

/// A finished drawing.
pub(super) struct Drawing {
    /// The markup.
    pub(super) html: String,
    /// What its lines mean: a class and words.
    pub(super) key: Vec<(&'static str, &'static str)>,
}

/// The drawing of this graph; none where nothing would lead from one to the other.
pub(super) fn drawing(book: &Book, from: &str, scene: &Scene) -> Option<Drawing> {
    let mut sketch = Sketch::new(book, from, scene);
    sketch.items();
    sketch.elsewhere();
    sketch.outside();
    sketch.goal();
    sketch.drop_lone();
    if sketch.edges.is_empty() {
        return None;
    }
    let label = match scene.of {
        Some(at) => format!(
            "Graph of the dependencies of {}. The table below says the same.",
            name::title(book.item(at))
        ),
        None => "Graph of the dependencies. The table below says the same.".into(),
    };
    Some(Drawing {
        html: graph::draw(&sketch.nodes, &sketch.edges, &label),
        key: sketch.key(),
    })
}

struct Sketch<'a> {
    book: &'a Book,
    from: &'a str,
    scene: &'a Scene,
    rounds: BTreeSet<(usize, usize)>,
    places: BTreeMap<usize, usize>,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

impl<'a> Sketch<'a> {
    fn new(book: &'a Book, from: &'a str, scene: &'a Scene) -> Self {
        Self {
            book,
            from,
            scene,
            rounds: rounds(scene),
            places: BTreeMap::new(),
            nodes: Vec::new(),
            edges: Vec::new(),
        }
    }

    fn push(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// The items, and what leads from one to the other.
    fn items(&mut self) {
        for at in &self.scene.picture.shown {
            let place = self.push(self.node(*at));
            self.places.insert(*at, place);
        }
        for link in &self.scene.picture.links {
            if let (Some(from), Some(to)) = (self.places.get(&link.from), self.places.get(&link.to))
            {
                let look = self.look(link);
                self.edges.push(Edge {
                    from: *from,
                    to: *to,
                    look,
                });
            }
        }
    }

    fn look(&self, link: &Link) -> Look {
        if self.rounds.contains(&(link.from, link.to)) {
            Look::Circle
        } else if self.scene.picture.is_step(link.from, link.to) {
            Look::Critical
        } else if link.open == 0 {
            Look::Past
        } else if link.guessed {
            Look::Guessed
        } else {
            Look::Plain
        }
    }

    fn node(&self, at: usize) -> Node {
        let item = self.book.item(at);
        let is_blocked = is_blocked(&self.book.edition, at) && !item.finished;
        let (style, word) = match item.kind {
            _ if item.finished && mark::state(item).0 != "left" => ("done", "Complete"),
            Kind::Blocker if !item.finished => ("blocked", "Obstacle"),
            Kind::Decision if !item.finished => ("unknown", "To decide"),
            _ if is_blocked => ("blocked", "Blocked"),
            _ => mark::state(item),
        };
        let mut class = format!("st-{style}");
        for (holds, name) in [
            (item.finished, " done"),
            (is_blocked, " blocked"),
            (self.scene.picture.path.contains(&at), " crit"),
            (self.rounds.iter().any(|(from, _)| *from == at), " loop"),
        ] {
            class.push_str(if holds { name } else { "" });
        }
        Node {
            id: self.anchor(at),
            href: Some(self.href(at)),
            class,
            icon: style.into(),
            name: short_id(item),
            word: word.into(),
            title: name::title(item),
        }
    }

    fn anchor(&self, at: usize) -> String {
        let anchor = self.book.graph.anchor(at);
        anchor.map_or_else(|| format!("n.{at}"), ToString::to_string)
    }

    /// To the graph of a milestone where it stands for its items, else to the item.
    fn href(&self, at: usize) -> String {
        let own = self
            .book
            .graph
            .of(at)
            .filter(|_| !self.scene.between.is_empty());
        match own {
            Some(scene) => relative(self.from, &list_page(&scene.name, 0)),
            None => self.book.link(self.from, at),
        }
    }

    /// What open items wait for in other milestones.
    fn elsewhere(&mut self) {
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
    fn outside(&mut self) {
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
                        word: "Outside the plan".into(),
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
    fn goal(&mut self) {
        let goal = self.scene.of.filter(|at| !self.book.item(*at).finished);
        let Some(goal) = goal.filter(|goal| !self.places.contains_key(goal)) else {
            return;
        };
        let item = self.book.item(goal);
        let today = self.book.edition.as_of;
        let due = item.due_day().map(|due| format!("due {}", day(due, today)));
        let place = self.push(Node {
            id: self.anchor(goal),
            href: Some(self.book.link(self.from, goal)),
            class: "goal".into(),
            name: short_id(item),
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

    /// What is linked with nothing stands in the table alone.
    fn drop_lone(&mut self) {
        let linked: BTreeSet<usize> = self
            .edges
            .iter()
            .flat_map(|edge| [edge.from, edge.to])
            .collect();
        let place: BTreeMap<usize, usize> = linked
            .iter()
            .enumerate()
            .map(|(new, old)| (*old, new))
            .collect();
        let nodes = std::mem::take(&mut self.nodes).into_iter().enumerate();
        self.nodes = nodes
            .filter(|(at, _)| linked.contains(at))
            .map(|(_, node)| node)
            .collect();
        for edge in &mut self.edges {
            (edge.from, edge.to) = (place[&edge.from], place[&edge.to]);
        }
    }

    fn key(&self) -> Vec<(&'static str, &'static str)> {
        let has = |look: Look| self.edges.iter().any(|edge| edge.look == look);
        let is_far = |class: &str| self.nodes.iter().any(|node| node.class.ends_with(class));
        let all = [
            (has(Look::Critical), ("k-crit", "Critical path")),
            (true, ("k-dep", "Waits for it")),
            (has(Look::Past), ("k-past", "Complete, holds nothing up")),
            (has(Look::Guessed), ("k-guess", "Inferred from words")),
            (has(Look::Circle), ("k-loop", "In a circle")),
            (is_far(" far"), ("k-far", "Elsewhere in the plan")),
        ];
        let told = all.into_iter().filter(|(holds, _)| *holds);
        told.map(|(_, words)| words).collect()
    }
}

/// The steps of the circles that are drawn as such: from what is needed to what waits for it.
fn rounds(scene: &Scene) -> BTreeSet<(usize, usize)> {
    let circles = scene.circles.iter();
    let circles = circles.filter(|circle| circle.iter().all(|at| scene.picture.has(*at)));
    let steps = circles.flat_map(|circle| {
        let next = circle.iter().cycle().skip(1);
        circle.iter().zip(next).map(|(waits, need)| (*need, *waits))
    });
    steps.collect()
}

/// The id, where it says more than a number; else with its kind.
fn short_id(item: &Entry) -> String {
    let name = item
        .id
        .as_ref()
        .map(|id| match id.contains(char::is_alphabetic) {
            true => id.clone(),
            false => name::kicker(item),
        });
    clip(&name.unwrap_or_default(), NAME).into_owned()
}
