//! The rows of a timeline: sprints, bars and due dates, and where in its row each one stands.

use crate::chart::calendar::Day;
use crate::chart::escape::escape;
use crate::chart::number::{number, percent};
use crate::chart::scale::Scale;

/// A row of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The label: finished markup.
    pub label: String,
    /// Where the bar of a top row leads.
    pub href: Option<String>,
    /// The time it takes, where both its ends are known.
    pub bar: Option<Bar>,
    /// When it is due. A part that has a bar does not show it.
    pub due: Option<Mark>,
    /// Whether it stands for itself.
    pub level: Level,
    /// Whether its label has two lines at most, so that a top row without a bar may be low; it is not where there are
    /// links, because the height of low rows depends on the screen.
    pub slim: bool,
}

/// Whether a row stands for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A row that stands for itself.
    Top,
    /// A part of the top row above it.
    Part,
}

/// A bar of a timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its first day.
    pub start: Day,
    /// Its last day; a bar that ends before it starts is not drawn.
    pub end: Day,
    /// How much of it is done, in percent.
    pub done_percent: f64,
    /// How much of it is in progress, in percent; only a top row shows it.
    pub doing_percent: f64,
    /// The figure in the bar of a top row; may be empty.
    pub text: String,
    /// The bar in words.
    pub aria: String,
}

/// A due date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub day: Day,
    /// The day in words: 27 Jan.
    pub label: String,
    /// How far away it is: in 7 days; may be empty.
    pub note: String,
    /// Whether what was due is done.
    pub done: bool,
    /// Whether it is overdue.
    pub late: bool,
}

/// A sprint in the first row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sprint {
    /// Its short name: S1.
    pub name: String,
    /// Its first day.
    pub start: Day,
    /// Its last day.
    pub end: Day,
}

impl Sprint {
    /// Whether it can be drawn: one that ends before it starts is not.
    pub(crate) fn is_drawn(&self) -> bool {
        self.start <= self.end
    }
}

/// The height of the row of sprints. This and the other heights are those of the stylesheet, in pixels.
pub(crate) const SPRINTS: i64 = 40;

/// What is drawn in a row, and how far from the row's upper edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The first day of the bar, or the day of the mark.
    pub(crate) start: Day,
    /// The last day of the bar, or the day of the mark.
    pub(crate) end: Day,
    /// Whether it is a bar, not a mark.
    pub(crate) bar: bool,
    /// The middle of the bar or mark.
    pub(crate) middle: i64,
    /// From the middle to the edge.
    pub(crate) half: i64,
}

impl Row {
    /// The bar, if it can be drawn.
    pub(crate) fn drawn_bar(&self) -> Option<&Bar> {
        self.bar.as_ref().filter(|bar| bar.start <= bar.end)
    }

    /// The due date, if it is shown.
    pub(crate) fn drawn_due(&self) -> Option<&Mark> {
        let hidden = self.level == Level::Part && self.drawn_bar().is_some();
        self.due.as_ref().filter(|_| !hidden)
    }

    /// All days that are drawn.
    pub(crate) fn days(&self) -> impl Iterator<Item = Day> + Clone + '_ {
        let bar = self.drawn_bar().map(|bar| [bar.start, bar.end]);
        let due = self.drawn_due().map(|due| due.day);
        bar.into_iter().flatten().chain(due)
    }

    /// The height in the stylesheet, where there are links.
    pub(crate) fn height(&self) -> i64 {
        match self.level {
            Level::Top => 76,
            Level::Part => 32,
        }
    }

    /// Where paths begin and end in this row; none where nothing is drawn in it.
    pub(crate) fn place(&self) -> Option<Place> {
        let place = |start, end, bar, middle, half| Place {
            start,
            end,
            bar,
            middle,
            half,
        };
        match (self.drawn_bar(), self.drawn_due()) {
            (Some(bar), _) if self.level == Level::Top => {
                Some(place(bar.start, bar.end, true, 21, 9))
            }
            (Some(bar), _) => Some(place(bar.start, bar.end, true, 16, 6)),
            (None, Some(due)) => Some(place(due.day, due.day, false, 21, 8)),
            (None, None) => None,
        }
    }

    /// The row as a list entry; it may be low where there are no links.
    pub(crate) fn draw(&self, scale: &Scale, links: bool) -> String {
        let class = match self.level {
            Level::Top if self.slim && !links && self.drawn_bar().is_none() => "ms slim",
            Level::Top => "ms",
            Level::Part => "prd",
        };
        let bar = self.drawn_bar().map(|bar| match self.level {
            Level::Top => top_bar(bar, self.href.as_deref(), scale),
            Level::Part => part_bar(bar, scale),
        });
        let due = self.drawn_due().map(|due| mark(due, scale));
        let track = bar.unwrap_or_default() + &due.unwrap_or_default();
        entry(class, &self.label, &track)
    }
}

/// The row of sprints; the one that runs today stands out, those to come are dashed.
pub(crate) fn sprints(label: &str, sprints: &[Sprint], scale: &Scale, today: Day) -> String {
    let bar = |sprint: &Sprint| {
        let class = if sprint.start > today {
            " next"
        } else if sprint.end >= today {
            " cur"
        } else {
            ""
        };
        format!(
            "<span class=\"at bar-sp{class}\" style=\"{}\">{}</span>",
            span(sprint.start, Day(sprint.end.tamed().0 + 1), scale),
            escape(&sprint.name)
        )
    };
    let drawn = sprints.iter().filter(|sprint| sprint.is_drawn());
    let track: String = drawn.map(bar).collect();
    entry("sp", label, &track)
}

fn entry(class: &str, label: &str, track: &str) -> String {
    format!(
        "<li class=\"rm-row {class}\"><div class=\"rm-label\">{label}</div>\n<div class=\"rm-track\">{track}</div></li>\n"
    )
}

fn top_bar(bar: &Bar, href: Option<&str>, scale: &Scale) -> String {
    let (tag, role) = match href {
        Some(href) => ("a", format!("href=\"{}\"", escape(href))),
        None => ("span", "role=\"img\"".to_string()),
    };
    let done = percent(bar.done_percent);
    let doing = percent(bar.doing_percent).min(100.0 - done);
    let doing = match doing > 0.0 {
        true => format!(
            "<i class=\"w\" style=\"--v0:{};--v:{}\"></i>",
            number(done),
            number(doing)
        ),
        false => String::new(),
    };
    let text = match bar.text.is_empty() {
        true => String::new(),
        false => format!("<b>{}</b>", escape(&bar.text)),
    };
    format!(
        "<{tag} class=\"at bar-ms\" {role} aria-label=\"{}\" style=\"{}\"><i style=\"--v:{}\"></i>{doing}{text}</{tag}>",
        escape(&bar.aria),
        span(bar.start, bar.end, scale),
        number(done)
    )
}

fn part_bar(bar: &Bar, scale: &Scale) -> String {
    format!(
        "<span class=\"at bar-prd\" role=\"img\" aria-label=\"{}\" style=\"{}\"><i style=\"--v:{}\"></i></span>",
        escape(&bar.aria),
        span(bar.start, bar.end, scale),
        number(percent(bar.done_percent))
    )
}

/// A diamond, and the words to its right.
fn mark(due: &Mark, scale: &Scale) -> String {
    let at = number(scale.at(due.day));
    let done = match (due.done, due.late) {
        (true, _) => " done",
        (false, true) => " late",
        (false, false) => "",
    };
    let note = match due.note.is_empty() {
        true => String::new(),
        false => format!(" <span class=\"sub\">{}</span>", escape(&due.note)),
    };
    format!(
        "<span class=\"pt dia{done}\" style=\"--s:{at}\"></span><span class=\"pt lbl\" style=\"--s:{at}\">{}{note}</span>",
        escape(&due.label)
    )
}

/// From one day to another, and never without a width.
fn span(start: Day, end: Day, scale: &Scale) -> String {
    let from = scale.at(start);
    let width = (scale.at(end) - from).max(scale.width(1));
    format!("--s:{};--n:{}", number(from), number(width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(level: Level) -> Row {
        Row {
            label: "<b>M</b>".into(),
            href: Some("m.html?a=\"1\"".into()),
            bar: Some(Bar {
                start: Day(20_542),
                end: Day(20_623),
                done_percent: 55.0,
                doing_percent: 10.0,
                text: "55%".into(),
                aria: "M: \"55%\" <done>".into(),
            }),
            due: Some(Mark {
                day: Day(20_623),
                label: "19 Jun".into(),
                note: String::new(),
                done: false,
                late: false,
            }),
            level,
            slim: true,
        }
    }

    fn scale() -> Scale {
        Scale::around([Day(20_507), Day(20_756)].into_iter(), Day(20_585)).unwrap()
    }

    #[test]
    fn a_top_row_has_a_bar_that_leads_somewhere_and_a_diamond() {
        let wanted = "<li class=\"rm-row ms\"><div class=\"rm-label\"><b>M</b></div>\n<div class=\"rm-track\">\
            <a class=\"at bar-ms\" href=\"m.html?a=&quot;1&quot;\" aria-label=\"M: &quot;55%&quot; &lt;done&gt;\" style=\"--s:42;--n:81\">\
            <i style=\"--v:55\"></i><i class=\"w\" style=\"--v0:55;--v:10\"></i><b>55%</b></a>\
            <span class=\"pt dia\" style=\"--s:123\"></span><span class=\"pt lbl\" style=\"--s:123\">19 Jun</span></div></li>\n";
        assert_eq!(row(Level::Top).draw(&scale(), false), wanted);
    }

    #[test]
    fn without_both_ends_there_is_a_diamond_in_a_low_row() {
        let mut row = row(Level::Top);
        row.bar = None;
        row.due.as_mut().unwrap().note = "in 38 days".into();
        let drawn = row.draw(&scale(), false);
        assert!(drawn.starts_with("<li class=\"rm-row ms slim\">"));
        assert!(drawn.contains("19 Jun <span class=\"sub\">in 38 days</span></span>"));
        assert!(!row.draw(&scale(), true).contains("slim"));
    }

    #[test]
    fn impossible_bars_are_not_drawn_and_mad_shares_are_bounded() {
        let mut row = row(Level::Top);
        row.bar.as_mut().unwrap().done_percent = f64::NAN;
        row.bar.as_mut().unwrap().doing_percent = 900.0;
        assert!(row.draw(&scale(), false).contains("--v0:0;--v:100\""));
        row.bar.as_mut().unwrap().end = Day(0);
        assert!(!row.draw(&scale(), false).contains("bar-ms"));
        assert_eq!(row.days().count(), 1);
    }

    #[test]
    fn sprints_are_past_current_or_to_come() {
        let sprint = |start: i64| Sprint {
            name: "S".into(),
            start: Day(start),
            end: Day(start + 11),
        };
        let mut all = [20_507, 20_577, 20_591, 20_605].map(sprint);
        all[3].end = Day(20_604);
        let drawn = sprints("Sprints", &all, &scale(), Day(20_585));
        assert!(drawn.contains("<span class=\"at bar-sp\" style=\"--s:7;--n:12\">S</span>"));
        assert!(drawn.contains("bar-sp cur\" style=\"--s:77;--n:12\""));
        assert!(drawn.contains("bar-sp next\" style=\"--s:91;"));
        assert_eq!(drawn.matches("bar-sp").count(), 3);
    }
}
