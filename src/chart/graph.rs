//! A graph in columns, from what comes first to what waits for it: the nodes are links, the edges are lines.

mod grid;
mod layer;
pub mod node;
mod order;
mod place;

use crate::chart::escape::escape;
use crate::chart::graph::grid::Grid;
use crate::chart::graph::node::{Edge, Look, Node};
use crate::chart::graph::place::NODE;
use crate::chart::number::number;

/// Where a node begins and ends in its column, which is a hundred wide.
const SIDES: (f64, f64) = (9.0, 91.0);

/// So many nodes stand side by side on a wide screen.
const WIDEST: usize = 7;

/// Where everything stands.
#[derive(Debug)]
struct Plot {
    grid: Grid,
    /// The middle of each cell.
    y: Vec<f64>,
    height: f64,
}

/// The graph, under a name for those who do not see it.
pub fn draw(nodes: &[Node], edges: &[Edge], label: &str) -> String {
    let is_there = |edge: &&Edge| edge.from < nodes.len() && edge.to < nodes.len();
    let edges: Vec<Edge> = edges.iter().filter(is_there).copied().collect();
    let plot = plot(nodes.len(), &edges);
    let ways = lines(&plot, &edges);
    let listed: String = reading(&plot)
        .into_iter()
        .map(|at| plot.node(at, &nodes[at], &edges))
        .collect();
    let (columns, height) = (plot.grid.columns.len(), number(plot.height));
    let turn = plot.turn();
    format!(
        "<div class=\"dag-x{turn}\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><div class=\"dag\" \
         style=\"--cols:{columns};--h:{height}\"><svg viewBox=\"0 0 {} {height}\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\">{ways}</svg><ul>{listed}</ul></div></div>",
        escape(label),
        columns * 100,
    )
}

fn plot(count: usize, edges: &[Edge]) -> Plot {
    let pairs: Vec<(usize, usize)> = edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let forward = layer::forward(count, &pairs);
    let mut grid = Grid::new(layer::columns(count, &forward), &forward);
    grid.choose(&main(edges));
    order::order(&mut grid);
    let (y, height) = place::place(&grid);
    Plot { grid, y, height }
}

/// The steps of the way that decides, in either direction: of a circle one of them was turned round.
fn main(edges: &[Edge]) -> Vec<(usize, usize)> {
    let main = edges.iter().filter(|edge| edge.look == Look::Critical);
    main.flat_map(|edge| [(edge.from, edge.to), (edge.to, edge.from)])
        .collect()
}

/// The nodes from left to right, in each column from top to bottom.
fn reading(plot: &Plot) -> Vec<usize> {
    let columns = plot.grid.columns.iter().flatten().copied();
    columns.filter(|cell| plot.grid.is_node(*cell)).collect()
}

/// One path for each look.
fn lines(plot: &Plot, edges: &[Edge]) -> String {
    let path = |look: Look| {
        let alike = plot
            .grid
            .ways
            .iter()
            .filter(|way| plot.look(way, edges) == Some(look));
        let lines: String = alike.map(|way| plot.line(way)).collect();
        match lines.is_empty() {
            true => lines,
            false => format!("<path class=\"{}\" d=\"{lines}\"/>", look.class()),
        }
    };
    Look::ALL.into_iter().map(path).collect()
}

impl Plot {
    /// Long and narrow drawings are turned to lead downwards, where the page scrolls anyway: everywhere, or on phones.
    fn turn(&self) -> &'static str {
        let columns = self.grid.columns.len();
        let lanes = place::lanes(self.height);
        match lanes <= WIDEST {
            true if columns > WIDEST => " deep slim",
            _ if lanes < columns => " slim",
            _ => "",
        }
    }

    /// The look of the edges that take this way, in either direction: of the one that lies on top.
    fn look(&self, way: &[usize], edges: &[Edge]) -> Option<Look> {
        let ends = (*way.first()?, *way.last()?);
        let takes = |edge: &&Edge| (edge.from, edge.to) == ends || (edge.to, edge.from) == ends;
        edges.iter().filter(takes).map(|edge| edge.look).max()
    }

    fn line(&self, way: &[usize]) -> String {
        let mut line = String::new();
        for pair in way.windows(2) {
            let [from, to] = [pair[0], pair[1]];
            let side = |cell: usize, share: f64| self.grid.column[cell] as f64 * 100.0 + share;
            let (start, end) = (side(from, SIDES.1), side(to, SIDES.0));
            let bend = 11.0;
            match line.is_empty() {
                true => line += &format!("M{} {}", number(start), number(self.y[from])),
                false => line += &format!("H{}", number(start)),
            }
            line += &format!(
                "C{} {} {} {} {} {}",
                number(start + bend),
                number(self.y[from]),
                number(end - bend),
                number(self.y[to]),
                number(end),
                number(self.y[to])
            );
        }
        line
    }

    fn node(&self, at: usize, node: &Node, edges: &[Edge]) -> String {
        let column = self.grid.column[at];
        let icon = match node.icon.is_empty() {
            true => String::new(),
            false => format!("<i class=\"i i-{}\"></i>", escape(&node.icon)),
        };
        let inner = format!(
            "<span class=\"m\">{icon}<b>{}</b><span class=\"w\">{}</span></span><span class=\"t\">{}</span>",
            escape(&node.name),
            escape(&node.word),
            escape(&node.title)
        );
        let inner = match &node.href {
            Some(href) => format!("<a href=\"{}\">{inner}</a>", escape(href)),
            None => format!("<span class=\"b\">{inner}</span>"),
        };
        let id = match node.id.is_empty() {
            true => String::new(),
            false => format!(" id=\"{}\"", escape(&node.id)),
        };
        format!(
            "<li class=\"n {}{}\"{id} style=\"--x:{column};--y:{}\">{inner}</li>",
            escape(&node.class),
            self.heads(at, edges),
            number(self.y[at] - NODE / 2.0)
        )
    }

    /// Where edges end at a node: on its left, or on its right where they lead back.
    fn heads(&self, at: usize, edges: &[Edge]) -> &'static str {
        let ending = edges.iter().filter(|edge| edge.to == at && edge.from != at);
        let (mut onward, mut back) = (None, false);
        for edge in ending {
            if self.grid.column[edge.from] < self.grid.column[at] {
                onward = onward.max(Some(edge.look));
            } else {
                back = true;
            }
        }
        match (onward, back) {
            (None, false) => "",
            (None, true) => " back",
            (Some(Look::Circle), false) => " in in-loop",
            (Some(Look::Circle), true) => " in in-loop back",
            (Some(Look::Critical), false) => " in in-crit",
            (Some(Look::Critical), true) => " in in-crit back",
            (Some(_), false) => " in",
            (Some(_), true) => " in back",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn nodes(count: usize) -> Vec<Node> {
        let node = |at| Node {
            id: format!("n{at}"),
            title: format!("Node <{at}>"),
            ..Node::default()
        };
        (0..count).map(node).collect()
    }

    fn edge(from: usize, to: usize, look: Look) -> Edge {
        Edge { from, to, look }
    }

    #[test]
    fn nodes_are_read_from_left_to_right_and_their_words_are_words() {
        let chain = [edge(1, 0, Look::Critical), edge(0, 7, Look::Plain)];
        let drawn = draw(&nodes(2), &chain, "A & B");
        assert!(drawn.contains("aria-label=\"A &amp; B\""));
        assert!(drawn.find("id=\"n1\"") < drawn.find("id=\"n0\""));
        assert!(drawn.contains("Node &lt;1&gt;"));
        assert!(
            drawn.contains("<path class=\"e crit\" d=\"M91 45C102 45 98 45 109 45\"/>"),
            "{drawn}"
        );
        assert!(
            drawn.contains("class=\"n  in in-crit\" id=\"n0\""),
            "{drawn}"
        );
    }

    #[test]
    fn a_circle_leads_back_over_its_own_line() {
        let round = [edge(0, 1, Look::Circle), edge(1, 0, Look::Circle)];
        let drawn = draw(&nodes(2), &round, "");
        assert_eq!(drawn.matches("class=\"e loop\"").count(), 1);
        assert!(drawn.contains("class=\"n  back\" id=\"n0\""), "{drawn}");
    }

    #[test]
    fn a_long_chain_leads_downwards_and_a_short_one_only_on_phones() {
        let chain = |count: usize| {
            let edges: Vec<Edge> = (1..count).map(|at| edge(at - 1, at, Look::Plain)).collect();
            draw(&nodes(count), &edges, "")
        };
        assert!(chain(8).contains("class=\"dag-x deep slim\""));
        assert!(chain(7).contains("class=\"dag-x slim\""));
        assert!(draw(&nodes(3), &[], "").contains("class=\"dag-x\""));
    }

    #[test]
    fn titles_of_every_script_are_whole() {
        let title = "搜索渡轮航班 البحث عن رحلة 🛳️ ".repeat(6);
        let node = Node {
            title: title.clone(),
            ..Node::default()
        };
        assert!(draw(&[node], &[], "").contains(&title));
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert!(draw(&[], &[], "").contains("--cols:0;--h:"));
    }

    proptest! {
        #[test]
        fn no_two_nodes_overlap_and_edges_lead_on(
            count in 1usize..60,
            ends in prop::collection::vec((0usize..60, 0usize..60), 0..200),
        ) {
            let edges: Vec<Edge> = ends
                .into_iter()
                .map(|(from, to)| edge(from % count, to % count, Look::Plain))
                .collect();
            let plot = plot(count, &edges);
            for column in &plot.grid.columns {
                let nodes: Vec<f64> = column
                    .iter()
                    .filter(|cell| plot.grid.is_node(**cell))
                    .map(|cell| plot.y[*cell])
                    .collect();
                for pair in nodes.windows(2) {
                    prop_assert!(pair[1] - pair[0] > NODE, "{pair:?}");
                }
            }
            prop_assert_eq!(reading(&plot).len(), count);
            for way in &plot.grid.ways {
                let columns: Vec<usize> = way.iter().map(|cell| plot.grid.column[*cell]).collect();
                prop_assert!(columns.windows(2).all(|pair| pair[0] < pair[1]));
            }
            prop_assert!(plot.y.iter().all(|y| y.is_finite() && *y >= 0.0 && *y <= plot.height));
        }
    }
}
