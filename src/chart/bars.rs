//! Pairs of columns: what was committed and what was completed, sprint by sprint.

use crate::chart::axis::{axis, tamed};
use crate::chart::escape::escape;
use crate::chart::key;
use crate::chart::number::number;
use crate::chart::say::{self, Say};

/// At most so many columns have a label, so that labels stay apart on a phone.
const LABELS: usize = 8;

/// A chart of columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The average at some columns, by their place in the list; empty where there is no trend.
    pub average: Vec<(usize, f64)>,
}

/// A column; one without any figure is a place that is kept for it, dashed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its short name: S1.
    pub name: String,
    /// The figures in words: 5 of 6.
    pub note: String,
    /// What was planned.
    pub committed: Option<f64>,
    /// What was done.
    pub completed: Option<f64>,
    /// What is expected, for a column that has not begun.
    pub likely: Option<f64>,
    /// Whether more may be done yet.
    pub running: bool,
}

/// Draws the columns with their grid and their key; empty where there is no column.
pub fn bars(bars: &Bars, say: Say<'_>) -> String {
    if bars.columns.is_empty() {
        return String::new();
    }
    let lines = axis(bars.values());
    let top = lines.last().copied().unwrap_or(1.0);
    let height = if bars.columns.len() > 3 { 15 } else { 11 };
    format!(
        "<div class=\"plot two\" style=\"--ph:{height}\">{}{}{}</div>\n{}",
        grid(&lines, top),
        columns(&bars.columns, top),
        average(bars, top),
        key(bars, say)
    )
}

impl Bars {
    fn values(&self) -> impl Iterator<Item = f64> + Clone + '_ {
        let figures = |column: &Column| [column.committed, column.completed, column.likely];
        self.columns.iter().flat_map(figures).flatten()
    }
}

impl Column {
    /// The bars of the column: a class and a value.
    fn bars(&self) -> Vec<(&'static str, f64)> {
        let done = if self.running { "b-open" } else { "b-done" };
        let bars = [
            ("b-commit", self.committed),
            (done, self.completed),
            ("b-next", self.likely),
        ];
        let known = bars.into_iter();
        known
            .filter_map(|(class, value)| Some((class, value?)))
            .collect()
    }
}

fn grid(lines: &[f64], top: f64) -> String {
    let line = |value: &f64| {
        format!(
            "<div class=\"y\" style=\"--v:{}\"><span>{}</span></div>\n",
            share(*value, top),
            number(*value)
        )
    };
    lines.iter().map(line).collect()
}

fn columns(columns: &[Column], top: f64) -> String {
    let width = 100.0 / columns.len() as f64;
    let every = columns.len().div_ceil(LABELS);
    let draw = |(at, column): (usize, &Column)| {
        let x = at as f64 * width;
        // Counted from the last one, which matters most.
        let label = match (columns.len() - 1 - at) % every {
            0 => label(column, x + width / 2.0),
            _ => String::new(),
        };
        format!(
            "<span class=\"grp\" style=\"--x:{};--w:{}\">{}</span>{label}",
            number(x),
            number(width),
            pair(column, top)
        )
    };
    columns.iter().enumerate().map(draw).collect()
}

fn pair(column: &Column, top: f64) -> String {
    let bars = column.bars();
    if bars.is_empty() {
        return "<i class=\"b-none\"></i>".to_string();
    }
    bars.into_iter()
        .map(|(class, value)| {
            format!(
                "<i class=\"{class}\" style=\"--v:{}\"></i>",
                share(value, top)
            )
        })
        .collect()
}

fn label(column: &Column, x: f64) -> String {
    // The last of many has no room to its right.
    let class = if x > 95.0 { "x end" } else { "x" };
    format!(
        "<span class=\"{class}\" style=\"--v:{}\">{}<small>{}</small></span>",
        number(x),
        escape(&column.name),
        escape(&column.note)
    )
}

/// A line from average to average, with a dot at each; among many columns only at the last.
fn average(bars: &Bars, top: f64) -> String {
    let width = 100.0 / bars.columns.len() as f64;
    let points = bars
        .average
        .iter()
        .filter(|(at, _)| *at < bars.columns.len());
    let points: Vec<(f64, f64)> = points
        .map(|(at, value)| {
            let share = 100.0 * tamed(*value) / top;
            ((*at as f64 + 0.5) * width, share.min(100.0))
        })
        .collect();
    let dotted = match bars.columns.len() > 2 * LABELS {
        true => points.len().saturating_sub(1),
        false => 0,
    };
    let dots = points[dotted..].iter().map(|(x, y)| {
        format!(
            "<span class=\"dot ink\" style=\"--x:{};--y:{}\"></span>",
            number(*x),
            number(*y)
        )
    });
    let dots: String = dots.collect();
    match points.len() {
        0 | 1 => dots,
        _ => line(&points) + &dots,
    }
}

fn line(points: &[(f64, f64)]) -> String {
    let steps: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{} {}", number(*x), number(100.0 - y)))
        .collect();
    format!(
        "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path class=\"l-scope\" d=\"M{}\"/></svg>",
        steps.join(" L")
    )
}

/// What the columns mean; only those that occur.
fn key(bars: &Bars, say: Say<'_>) -> String {
    let has = |class: &str| {
        let mut all = bars.columns.iter().flat_map(Column::bars);
        all.any(|(other, _)| other == class)
    };
    let entries = [
        ("b-commit", say::key("Committed"), has("b-commit")),
        ("b-done", say::key("Completed"), has("b-done")),
        ("b-open", say::key("Completed so far"), has("b-open")),
        ("b-next", say::key("Likely next"), has("b-next")),
        (
            "k-avg",
            say::key("Average of three"),
            !bars.average.is_empty(),
        ),
    ];
    key::key(say, "key", &entries)
}

fn share(value: f64, top: f64) -> String {
    number(100.0 * tamed(value) / top)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(committed: f64, completed: f64) -> Column {
        Column {
            name: "S<1>".into(),
            note: "1 of 5".into(),
            committed: Some(committed),
            completed: Some(completed),
            ..Column::default()
        }
    }

    #[test]
    fn one_sprint_keeps_the_places_of_the_next_two() {
        let empty = Column {
            name: "S2".into(),
            note: "not written".into(),
            ..Column::default()
        };
        let chart = Bars {
            columns: vec![column(5.0, 1.0), empty.clone(), empty],
            average: Vec::new(),
        };
        let wanted = "<div class=\"plot two\" style=\"--ph:11\"><div class=\"y\" style=\"--v:0\"><span>0</span></div>\n\
            <div class=\"y\" style=\"--v:33.33\"><span>2</span></div>\n\
            <div class=\"y\" style=\"--v:66.67\"><span>4</span></div>\n\
            <div class=\"y\" style=\"--v:100\"><span>6</span></div>\n\
            <span class=\"grp\" style=\"--x:0;--w:33.33\"><i class=\"b-commit\" style=\"--v:83.33\"></i>\
            <i class=\"b-done\" style=\"--v:16.67\"></i></span><span class=\"x\" style=\"--v:16.67\">S&lt;1&gt;<small>1 of 5</small></span>\
            <span class=\"grp\" style=\"--x:33.33;--w:33.33\"><i class=\"b-none\"></i></span>\
            <span class=\"x\" style=\"--v:50\">S2<small>not written</small></span>\
            <span class=\"grp\" style=\"--x:66.67;--w:33.33\"><i class=\"b-none\"></i></span>\
            <span class=\"x\" style=\"--v:83.33\">S2<small>not written</small></span></div>\n\
            <ul class=\"key\"><li><i class=\"b-commit\"></i>Committed</li>\n<li><i class=\"b-done\"></i>Completed</li>\n</ul>";
        assert_eq!(bars(&chart, &say::english), wanted);
    }

    #[test]
    fn an_average_is_a_line_with_dots() {
        let chart = Bars {
            columns: vec![column(6.0, 5.0), column(8.0, 4.0)],
            average: vec![(0, 5.0), (1, 4.5), (7, 1.0)],
        };
        let drawn = bars(&chart, &say::english);
        assert!(drawn.contains("d=\"M25 50 L75 55\""), "{drawn}");
        assert_eq!(drawn.matches("dot ink").count(), 2);
        assert!(drawn.contains("Average of three"));
    }

    #[test]
    fn labels_thin_out_and_the_last_one_stays() {
        let mut columns = vec![column(5.0, 1.0); 60];
        columns[59].name = "S60".into();
        let drawn = bars(
            &Bars {
                columns,
                average: vec![(2, 1.0), (3, 1.0)],
            },
            &say::english,
        );
        assert_eq!(drawn.matches("class=\"dot ink\"").count(), 1);
        assert_eq!(drawn.matches("class=\"x").count(), 8);
        assert_eq!(drawn.matches("class=\"grp\"").count(), 60);
        assert!(drawn.contains(">S60<"));
    }

    #[test]
    fn mad_figures_are_drawn_as_numbers() {
        let drawn = bars(
            &Bars {
                columns: vec![column(f64::NAN, f64::INFINITY), column(-1.0, f64::MAX)],
                average: vec![(0, f64::NAN)],
            },
            &say::english,
        );
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
        assert!(drawn.len() < 2_000);
        assert_eq!(bars(&Bars::default(), &say::english), "");
    }
}
