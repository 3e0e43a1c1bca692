//! The ring that shows one share.

use std::f64::consts::TAU;

use crate::chart::escape::escape;
use crate::chart::number::number;
use crate::chart::say::Say;

/// The radius in the units of the drawing.
const RADIUS: f64 = 21.0;

/// Draws a ring for so many percent; more than a hundred is a full one.
pub fn ring(percent: u32, say: Say<'_>) -> String {
    let percent = percent.min(100);
    let length = TAU * RADIUS;
    let done = length * f64::from(percent) / 100.0;
    let figure = say("{percent}%").replace("{percent}", &percent.to_string());
    let words = say("{percent} complete").replace("{percent}", &figure);
    let (figure, words) = (escape(&figure), escape(&words));
    let circle = format!("cx=\"25\" cy=\"25\" r=\"{}\"", number(RADIUS));
    format!(
        "<svg class=\"ring\" style=\"--ring:4.5\" viewBox=\"0 0 50 50\" role=\"img\" aria-label=\"{words}\"><circle {circle}/><circle class=\"v\" {circle} stroke-dasharray=\"{} {}\"/><text x=\"25\" y=\"29.5\">{figure}</text></svg>",
        number(done),
        number(length)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::say::english;

    #[test]
    fn the_arc_is_the_share() {
        let wanted = "<svg class=\"ring\" style=\"--ring:4.5\" viewBox=\"0 0 50 50\" role=\"img\" aria-label=\"55% complete\">\
            <circle cx=\"25\" cy=\"25\" r=\"21\"/><circle class=\"v\" cx=\"25\" cy=\"25\" r=\"21\" stroke-dasharray=\"72.57 131.95\"/>\
            <text x=\"25\" y=\"29.5\">55%</text></svg>";
        assert_eq!(ring(55, &english), wanted);
        assert_eq!(ring(900, &english), ring(100, &english));
    }
}
