//! How much of something was complete, day by day, below how much there is.

use crate::chart::axis::axis;
use crate::chart::escape::escape;
use crate::chart::number::{number, percent};

/// What is drawn; places are in percent of the width.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Burnup {
    /// How much there is.
    pub scope: u32,
    /// Where more was complete, and how much from there on; from left to right.
    pub steps: Vec<(f64, u32)>,
    /// How far the line of what is complete goes.
    pub until: f64,
    /// Names of days below the axis.
    pub days: Vec<(f64, String)>,
    /// Days that are marked across the plot.
    pub marks: Vec<Mark>,
    /// The words at the end of what is complete.
    pub complete: String,
    /// The words at the line of how much there is.
    pub all: String,
}

/// A day that is marked across the plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Where.
    pub at: f64,
    /// Its words.
    pub label: String,
    /// Whether it is the day on which all is due; else it is today.
    pub is_due: bool,
}

/// Draws the plot; empty where there is nothing to be completed.
pub fn burnup(shown: &Burnup) -> String {
    if shown.scope == 0 {
        return String::new();
    }
    let lines = axis([f64::from(shown.scope)].into_iter());
    let top = lines.last().copied().unwrap_or(1.0);
    let grid = lines.iter().map(|line| {
        format!(
            "<div class=\"y\" style=\"--v:{}\"><span>{}</span></div>\n",
            number(share(*line, top)),
            number(*line)
        )
    });
    let days = shown.days.iter().map(|(at, words)| {
        format!(
            "<span class=\"x\" style=\"--v:{}\">{}</span>",
            number(percent(*at)),
            escape(words)
        )
    });
    format!(
        "<div class=\"plot mt5\" style=\"--ph:13\">{}{}{}{}{}</div>",
        grid.collect::<String>(),
        days.collect::<String>(),
        curves(shown, top),
        shown.marks.iter().map(mark).collect::<String>(),
        labels(shown, top)
    )
}

fn share(value: f64, top: f64) -> f64 {
    percent(value * 100.0 / top)
}

/// The line of all there is, and the stairs of what is complete.
fn curves(shown: &Burnup, top: f64) -> String {
    let height = |value: u32| number(100.0 - share(f64::from(value), top));
    let mut path = format!("M0 {}", height(0));
    for (at, complete) in &shown.steps {
        path.push_str(&format!(
            " H{} V{}",
            number(percent(*at)),
            height(*complete)
        ));
    }
    path.push_str(&format!(" H{}", number(percent(shown.until))));
    format!(
        "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path class=\"l-scope\" d=\"M0 {0} H100\"/><path class=\"l-done\" d=\"{path}\"/></svg>",
        height(shown.scope)
    )
}

fn mark(mark: &Mark) -> String {
    let class = if mark.is_due { "vline due" } else { "vline" };
    format!(
        "<span class=\"{class}\" style=\"--x:{}\"><span>{}</span></span>",
        number(percent(mark.at)),
        escape(&mark.label)
    )
}

fn labels(shown: &Burnup, top: f64) -> String {
    let complete = shown.steps.last().map_or(0, |(_, complete)| *complete);
    let label = |class: &str, at: f64, value: u32, words: &str| {
        format!(
            "<span class=\"lab {class}\" style=\"--x:{};--y:{}\">{}</span>",
            number(percent(at)),
            number(share(f64::from(value), top)),
            escape(words)
        )
    };
    // Words at the right edge stand before their point, not behind it.
    let side = if shown.until > 70.0 { "lab-s" } else { "lab-b" };
    let is_all = complete >= shown.scope;
    let own = match is_all {
        true => String::new(),
        false => label(side, shown.until, complete, &shown.complete),
    };
    own + &label("lab-t", 0.0, shown.scope, &shown.all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stairs_stand_below_what_there_is() {
        let shown = Burnup {
            scope: 4,
            steps: vec![(10.0, 1), (50.0, 3)],
            until: 60.0,
            days: vec![(0.0, "30 Mar".into())],
            marks: vec![Mark {
                at: 120.0,
                label: "<due>".into(),
                is_due: true,
            }],
            complete: "3 complete".into(),
            all: "4 tasks".into(),
        };
        let html = burnup(&shown);
        assert!(html.contains("d=\"M0 100 H10 V80 H50 V40 H60\""), "{html}");
        assert!(
            html.contains("class=\"l-scope\" d=\"M0 20 H100\""),
            "{html}"
        );
        assert!(
            html.contains("vline due\" style=\"--x:100\"><span>&lt;due&gt;"),
            "{html}"
        );
        assert!(
            html.contains("lab-b\" style=\"--x:60;--y:60\">3 complete"),
            "{html}"
        );
        assert_eq!(burnup(&Burnup::default()), "");
    }
}
