//! What the work of a whole plan adds up to, in a sentence or three.

use crate::model::kind::Kind;
use crate::page::figure;
use crate::page::noun;
use crate::page::words::capital;
use crate::theme::tongue::{Tongue, forms};

/// "1 of 13 tasks is complete (7%). Three discovered tasks are not counted until they are promoted."
pub fn total(
    tongue: &Tongue,
    done: u32,
    of: u32,
    kind: Kind,
    without_status: u32,
    discovered: usize,
) -> String {
    let percent = u64::from(done) * 100 / u64::from(of.max(1));
    let percent = figure::percent(tongue, u32::try_from(percent).unwrap_or(u32::MAX));
    let all = noun::count(tongue, of as usize, kind);
    let parts: [(&str, &dyn std::fmt::Display); 3] =
        [("done", &done), ("items", &all), ("percent", &percent)];
    let is_one = done == 1 || of == 1;
    let mut out = vec![tongue.count(
        if is_one { 1 } else { done as usize },
        "{done} of {items} is complete ({percent}).",
        "{done} of {items} are complete ({percent}).",
        &parts,
    )];
    if without_status > 0 {
        let number = figure::number(tongue, without_status as usize);
        out.push(tongue.tell("Of {spelled} no status is stated.", &[("spelled", &number)]));
    }
    if discovered > 0 {
        let number = capital(&figure::number(tongue, discovered));
        let (one, many) = found(kind);
        out.push(tongue.count(discovered, one, many, &[("spelled", &number)]));
    }
    out.join(" ")
}

/// That what was discovered is not counted.
fn found(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Task => forms(
            "One discovered task is not counted until it is promoted.",
            "{spelled} discovered tasks are not counted until they are promoted.",
        ),
        Kind::Story => forms(
            "One discovered story is not counted until it is promoted.",
            "{spelled} discovered stories are not counted until they are promoted.",
        ),
        _ => forms(
            "One discovered item is not counted until it is promoted.",
            "{spelled} discovered items are not counted until they are promoted.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_is_rounded_down_and_names_what_it_leaves_out() {
        let english = Tongue::english();
        let said = |done, of, silent, found| total(&english, done, of, Kind::Task, silent, found);
        assert_eq!(
            said(1, 13, 0, 3),
            "1 of 13 tasks is complete (7%). Three discovered tasks are not counted until they are promoted."
        );
        assert_eq!(
            said(2, 3, 1, 1),
            "2 of 3 tasks are complete (66%). Of one no status is stated. One discovered task is not counted until it is promoted."
        );
        assert_eq!(said(0, 1, 0, 0), "0 of 1 task is complete (0%).");
    }
}
