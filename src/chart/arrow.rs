//! The paths of a timeline from each row to those that wait for it. Days run from left to right, pixels from top to bottom.

use crate::chart::number::number;
use crate::chart::row::{Place, Row};
use crate::chart::scale::Scale;

/// One row waits for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The place in the list of the row that comes first.
    pub from: usize,
    /// The place in the list of the row that waits for it.
    pub to: usize,
    /// Whether the link is on the critical path.
    pub critical: bool,
}

/// The rows as paths see them.
pub(crate) struct Field<'a> {
    scale: &'a Scale,
    stops: Vec<Option<Stop>>,
    height: i64,
}

/// Where paths leave and reach a row; pixels count from the first row of all.
#[derive(Clone, Copy)]
struct Stop {
    top: i64,
    bottom: i64,
    place: Place,
}

impl<'a> Field<'a> {
    /// The field of these rows, the first of which begins at `top`.
    pub(crate) fn new(rows: &[Row], top: i64, scale: &'a Scale) -> Self {
        let mut height = top;
        let stops = rows.iter().map(|row| {
            let top = height;
            height += row.height();
            let bottom = height;
            row.place().map(|place| Stop { top, bottom, place })
        });
        Self {
            stops: stops.collect(),
            scale,
            height,
        }
    }

    /// Whether both ends of a link are drawn.
    pub(crate) fn has(&self, link: &Link) -> bool {
        self.ends(link).is_some()
    }

    /// All links as one drawing, and a head for each; nothing where there is none.
    pub(crate) fn draw(&self, links: &[Link]) -> String {
        let (mut paths, mut heads) = (String::new(), String::new());
        for link in links {
            let Some((from, to)) = self.ends(link) else {
                continue;
            };
            let (path, critical) = match link.critical {
                true => ("<path class=\"crit\"", " crit"),
                false => ("<path", ""),
            };
            paths += &format!("{path} d=\"{}\"/>", self.path(from, to));
            heads += &format!(
                "<span class=\"rm-arrow{critical}\" style=\"--s:{};--y:{}\"></span>",
                number(self.head(to)),
                to.middle()
            );
        }
        if paths.is_empty() {
            return String::new();
        }
        let (total, height) = (number(self.scale.total()), self.height);
        format!(
            "<svg viewBox=\"0 0 {total} {height}\" preserveAspectRatio=\"none\">{paths}</svg>{heads}"
        )
    }

    fn ends(&self, link: &Link) -> Option<(Stop, Stop)> {
        let stop = |at: usize| self.stops.get(at).copied().flatten();
        (link.from != link.to)
            .then(|| Some((stop(link.from)?, stop(link.to)?)))
            .flatten()
    }

    /// The length of the last piece of a path: about ten pixels where the whole range is seen.
    fn elbow(&self) -> f64 {
        (self.scale.total() / 75.0).round().max(1.0)
    }

    /// Where a path ends; it stops before a diamond, which would hide its head.
    fn head(&self, to: Stop) -> f64 {
        let start = self.scale.at(to.place.start);
        match to.place.bar {
            true => start,
            false => (start - 0.75 * self.elbow()).max(0.0),
        }
    }

    /// From the end of the first to the start of the second.
    ///
    /// Where the second starts too early for a curve, the path leaves from an edge of the first; so it does from a
    /// diamond, which has its words to the right.
    fn path(&self, from: Stop, to: Stop) -> String {
        let (start, end) = (
            self.scale.at(from.place.start),
            self.scale.at(from.place.end),
        );
        let (head, elbow) = (self.head(to), self.elbow());
        let target = to.middle();
        if from.place.bar && head >= end {
            return self.curve((end, from.middle()), (head, target));
        }
        let turn = match from.place.bar {
            true => (head - elbow).max(0.0),
            false => end,
        };
        if turn > start || head > end {
            let edge = from.edge(target > from.middle());
            return format!("M{} {edge} V{target} H{}", number(turn), number(head));
        }
        self.detour(from, to)
    }

    /// Out of the row, back to before the second, and into it.
    fn detour(&self, from: Stop, to: Stop) -> String {
        let place = from.place;
        let (start, end) = (self.scale.at(place.start), self.scale.at(place.end));
        let (head, target) = (self.head(to), to.middle());
        let down = target > from.middle();
        let gap = if down { from.bottom } else { from.top };
        let out = (start + self.elbow()).min((start + end) / 2.0);
        let [out, turn, head] = [out, (head - self.elbow()).max(0.0), head].map(number);
        let edge = from.edge(down);
        format!("M{out} {edge} V{gap} H{turn} V{target} H{head}")
    }

    /// A curve bends less where it is flat, so that it makes no loop.
    fn curve(&self, (end, y): (f64, i64), (head, target): (f64, i64)) -> String {
        let most = 2.0 * self.elbow();
        let steep = (target - y).abs() as f64 / 128.0;
        let bend = (most * steep).max((head - end) / 2.0).min(most);
        let [end, out, back, head] = [end, end + bend, head - bend, head].map(number);
        format!("M{end} {y} C{out} {y} {back} {target} {head} {target}")
    }
}

impl Stop {
    fn middle(&self) -> i64 {
        self.top + self.place.middle
    }

    /// The lower edge of the bar or diamond, or the upper one.
    fn edge(&self, lower: bool) -> i64 {
        let half = self.place.half;
        self.middle() + if lower { half } else { -half }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::calendar::Day;
    use crate::chart::row::{Bar, Level, Mark};

    const FIRST: i64 = 20_500;

    fn part(start: i64, end: i64) -> Row {
        let bar = Bar {
            start: Day(FIRST + start),
            end: Day(FIRST + end),
            done_percent: 0.0,
            doing_percent: 0.0,
            text: String::new(),
            aria: String::new(),
        };
        Row {
            label: String::new(),
            href: None,
            bar: Some(bar),
            due: None,
            level: Level::Part,
            slim: false,
        }
    }

    fn drawn(rows: &[Row], from: usize, to: usize) -> String {
        let days = [Day(FIRST + 7), Day(FIRST + 256)];
        let scale = Scale::around(days.into_iter(), days[0]).unwrap();
        let critical = from > to;
        Field::new(rows, 40, &scale).draw(&[Link { from, to, critical }])
    }

    #[test]
    fn a_path_bends_from_end_to_start() {
        let mut rows = vec![part(49, 123); 5];
        rows.push(part(126, 158));
        let wanted = "<svg viewBox=\"0 0 301 232\" preserveAspectRatio=\"none\">\
            <path d=\"M123 56 C131 56 118 216 126 216\"/></svg><span class=\"rm-arrow\" style=\"--s:126;--y:216\"></span>";
        assert_eq!(drawn(&rows, 0, 5), wanted);
        assert!(drawn(&rows, 4, 5).contains("d=\"M123 184 C125 184 124 216 126 216\""));
    }

    #[test]
    fn a_path_leaves_from_the_edge_where_two_overlap() {
        let rows = [part(21, 51), part(42, 95), part(10, 30)];
        assert!(drawn(&rows, 0, 1).contains("d=\"M38 62 V88 H42\""));
        assert!(drawn(&rows, 1, 0).contains("class=\"crit\" d=\"M46 82 V72 H17 V56 H21\""));
        assert!(drawn(&rows, 0, 2).contains("d=\"M25 62 V72 H6 V120 H10\""));
    }

    #[test]
    fn a_path_stops_before_a_diamond_and_leaves_from_below_it() {
        let mut due = part(60, 60);
        due.bar = None;
        due.due = Some(Mark {
            day: Day(FIRST + 60),
            label: String::new(),
            note: String::new(),
            done: false,
            late: false,
        });
        let rows = [part(21, 51), due, part(90, 95), part(10, 30)];
        assert!(drawn(&rows, 0, 1).contains("style=\"--s:57;--y:93\""));
        assert!(drawn(&rows, 1, 2).contains("d=\"M60 101 V120 H90\""));
        assert!(drawn(&rows, 1, 3).contains("d=\"M60 101 V104 H6 V152 H10\""));
    }

    #[test]
    fn links_to_nowhere_are_left_out() {
        let mut empty = part(0, 0);
        empty.bar = None;
        let rows = [part(21, 51), empty];
        for (from, to) in [(0, 0), (0, 1), (0, 9), (9, 0)] {
            assert_eq!(drawn(&rows, from, to), "");
        }
    }
}
