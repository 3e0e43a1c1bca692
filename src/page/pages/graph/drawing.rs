//! The drawing of a graph: its items, what they wait for elsewhere, and the milestone that they lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::graph;
use crate::chart::graph::node::{Edge, Look, Node};
use crate::page::book::{Book, relative};
use crate::page::graph::link::Link;
use crate::page::graph::node::node;
use crate::page::graph::scene::Scene;
use crate::page::name;
use crate::page::route::list_page;
use crate::theme::tongue::key;

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
        Some(at) => {
            let name = name::title(book.item(at));
            let words = key("Graph of the dependencies of {name}. The table below says the same.");
            book.tongue.tell(words, &[("name", &name)])
        }
        None => {
            let words = key("Graph of the dependencies. The table below says the same.");
            book.tongue.say(words).into_owned()
        }
    };
    Some(Drawing {
        html: graph::draw(&sketch.nodes, &sketch.edges, &label),
        key: sketch.key(),
    })
}

/// A drawing that is not finished.
pub(super) struct Sketch<'a> {
    pub(super) book: &'a Book,
    pub(super) from: &'a str,
    pub(super) scene: &'a Scene,
    rounds: BTreeSet<(usize, usize)>,
    /// Where the items stand in the list of nodes.
    pub(super) places: BTreeMap<usize, usize>,
    nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
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

    pub(super) fn push(&mut self, node: Node) -> usize {
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

    pub(super) fn node(&self, at: usize) -> Node {
        let mut node = node(self.book, at, self.href(at));
        for (holds, name) in [
            (self.scene.picture.path.contains(&at), " crit"),
            (self.rounds.iter().any(|(from, _)| *from == at), " loop"),
        ] {
            node.class.push_str(if holds { name } else { "" });
        }
        node.id = self.anchor(at);
        node
    }

    pub(super) fn anchor(&self, at: usize) -> String {
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
            (has(Look::Critical), ("k-crit", key("Critical path"))),
            (true, ("k-dep", key("Waits for it"))),
            (
                has(Look::Past),
                ("k-past", key("Complete, holds nothing up")),
            ),
            (has(Look::Guessed), ("k-guess", key("Inferred from words"))),
            (has(Look::Circle), ("k-loop", key("In a circle"))),
            (is_far(" far"), ("k-far", key("Elsewhere in the plan"))),
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
