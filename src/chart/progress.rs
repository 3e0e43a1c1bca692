//! The bar that shows how far something is, in parts.

use crate::chart::escape::escape;
use crate::chart::number::{number, percent};

/// How far something is, in percent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// What is done.
    pub done: f64,
    /// What is in progress or in review.
    pub doing: f64,
    /// What cannot go on.
    pub blocked: f64,
    /// What the document claims to be done.
    pub declared: Option<f64>,
    /// The bar in words, as a full sentence.
    pub aria: String,
    /// The figure behind the bar: 11/20; without one there is only the bar.
    pub figure: String,
    /// Where the figure leads: to the rows that it counts.
    pub href: Option<String>,
}

/// Draws the bar and its figure.
pub fn progress(progress: &Progress) -> String {
    let mut room = 100.0;
    let mut part = |class: &str, value: f64| {
        let value = percent(value).min(room);
        room -= value;
        match value > 0.0 {
            true => format!("<i class=\"{class}\" style=\"--v:{}\"></i>", number(value)),
            false => String::new(),
        }
    };
    let parts = [
        part("p-done", progress.done),
        part("p-doing", progress.doing),
        part("p-blocked", progress.blocked),
        progress.declared.map(declared).unwrap_or_default(),
    ];
    let bar = bar("pb", &progress.aria, &parts.concat());
    match progress.figure.is_empty() {
        true => bar,
        false => match &progress.href {
            Some(href) => with_link(&bar, &progress.figure, href),
            None => with_figure(&bar, &progress.figure),
        },
    }
}

/// Draws the bar of something of which it is unknown how far it is.
pub fn unknown(aria: &str, word: &str) -> String {
    with_figure(&bar("pb unk", aria, ""), word)
}

fn declared(value: f64) -> String {
    let value = number(percent(value));
    format!("<span class=\"decl\" style=\"--v:{value}\"></span>")
}

fn bar(class: &str, aria: &str, parts: &str) -> String {
    let aria = escape(aria);
    format!("<span class=\"{class}\" role=\"img\" aria-label=\"{aria}\">{parts}</span>")
}

fn with_figure(bar: &str, figure: &str) -> String {
    let figure = escape(figure);
    format!("<span class=\"pbl\">{bar}<span class=\"num\">{figure}</span></span>")
}

fn with_link(bar: &str, figure: &str, href: &str) -> String {
    let (figure, href) = (escape(figure), escape(href));
    format!("<span class=\"pbl\">{bar}<a class=\"num\" href=\"{href}\">{figure}</a></span>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_in_order_and_the_claim_is_a_tick() {
        let shown = Progress {
            done: 55.0,
            doing: 10.0,
            blocked: 15.0,
            declared: Some(65.0),
            aria: "11 of 20 complete, \"so far\"".into(),
            figure: "11/20".into(),
            href: None,
        };
        let wanted = "<span class=\"pbl\"><span class=\"pb\" role=\"img\" aria-label=\"11 of 20 complete, &quot;so far&quot;\">\
            <i class=\"p-done\" style=\"--v:55\"></i><i class=\"p-doing\" style=\"--v:10\"></i>\
            <i class=\"p-blocked\" style=\"--v:15\"></i><span class=\"decl\" style=\"--v:65\"></span></span>\
            <span class=\"num\">11/20</span></span>";
        assert_eq!(progress(&shown), wanted);
        let linked = Progress {
            href: Some("a.html#tasks".into()),
            ..shown
        };
        assert!(
            progress(&linked).ends_with("<a class=\"num\" href=\"a.html#tasks\">11/20</a></span>")
        );
    }

    #[test]
    fn parts_never_overflow_and_nothing_is_no_part() {
        let shown = Progress {
            done: 80.0,
            doing: 50.0,
            blocked: f64::NAN,
            ..Progress::default()
        };
        let wanted = "<span class=\"pb\" role=\"img\" aria-label=\"\"><i class=\"p-done\" style=\"--v:80\"></i>\
            <i class=\"p-doing\" style=\"--v:20\"></i></span>";
        assert_eq!(progress(&shown), wanted);
    }

    #[test]
    fn unknown_is_a_word() {
        let wanted = "<span class=\"pbl\"><span class=\"pb unk\" role=\"img\" aria-label=\"Progress unknown\"></span>\
            <span class=\"num\">unknown</span></span>";
        assert_eq!(unknown("Progress unknown", "unknown"), wanted);
    }
}
