//! What an item waits for, itself, and what waits for it, as a small drawing above the lists that say the same.

use crate::chart::graph;
use crate::chart::graph::node::{Edge, Look, Node};
use crate::edition::entry::Lead;
use crate::page::graph::node::node;
use crate::page::name;
use crate::page::pages::item::telling::Telling;
use crate::page::section::Part;

/// Fewer ties are read faster than seen.
const LEAST: usize = 2;

/// About so many of each side are drawn; all stand in the lists.
const MOST: usize = 6;

impl Telling<'_> {
    /// The drawing, where there are enough ties.
    pub(super) fn around(&self) -> Option<Part> {
        let (leads, waiting) = (&self.item.depends_on, &self.item.waiting);
        if leads.len() + waiting.len() < LEAST {
            return None;
        }
        let (before, after) = room(leads.len(), waiting.len());
        let mut nodes = vec![self.itself()];
        let mut edges = Vec::new();
        for lead in self.open_first(leads).into_iter().take(before) {
            edges.push(Edge {
                from: nodes.len(),
                to: 0,
                look: self.look(lead),
            });
            nodes.push(self.need(lead));
        }
        let mut waiting = waiting.clone();
        waiting.sort_by_key(|at| self.book.item(*at).finished);
        for at in waiting.into_iter().take(after) {
            edges.push(Edge {
                from: 0,
                to: nodes.len(),
                look: if self.item.finished {
                    Look::Past
                } else {
                    Look::Plain
                },
            });
            nodes.push(node(self.book, at, self.book.link(self.from, at)));
        }
        let name = name::title(self.item);
        let label = self.book.tongue.tell(
            "What {name} waits for, and what waits for it. The lists below say the same.",
            &[("name", &name)],
        );
        Some(Part::markup(graph::draw(&nodes, &edges, &label)))
    }

    /// The item in the middle, which leads nowhere: its page is this one.
    fn itself(&self) -> Node {
        let mut own = node(self.book, self.at, String::new());
        own.class.push_str(" own");
        Node { href: None, ..own }
    }

    fn open_first<'a>(&self, leads: &'a [Lead]) -> Vec<&'a Lead> {
        let mut leads: Vec<&Lead> = leads.iter().collect();
        leads.sort_by_key(|lead| lead.to.is_some_and(|at| self.book.item(at).finished));
        leads
    }

    fn look(&self, lead: &Lead) -> Look {
        match lead.to {
            Some(to) if self.book.item(to).finished => Look::Past,
            _ if lead.inferred => Look::Guessed,
            _ => Look::Plain,
        }
    }

    fn need(&self, lead: &Lead) -> Node {
        match lead.to {
            Some(to) => node(self.book, to, self.book.link(self.from, to)),
            None => Node {
                class: "out".into(),
                icon: "link".into(),
                title: lead.raw.clone(),
                ..Node::default()
            },
        }
    }
}

/// How many of each side are drawn: what one side leaves free is the other's.
fn room(before: usize, after: usize) -> (usize, usize) {
    let all = MOST * 2 - 1;
    let first = before.min(all - after.min(MOST - 1));
    (first, after.min(all - first))
}

#[cfg(test)]
mod tests {
    use super::room;

    #[test]
    fn twelve_are_drawn_at_most_and_none_is_left_out_in_vain() {
        assert_eq!(room(1, 2), (1, 2));
        assert_eq!(room(20, 20), (6, 5));
        assert_eq!(room(20, 1), (10, 1));
        assert_eq!(room(2, 30), (2, 9));
        assert_eq!(room(0, 30), (0, 11));
    }
}
