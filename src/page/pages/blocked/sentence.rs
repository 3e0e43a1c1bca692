//! The sentences over what is blocked.

use std::fmt::Display;

use crate::model::kind::Kind;
use crate::page::figure::number;
use crate::page::noun::spelled;
use crate::page::words::{capital, clip};
use crate::theme::tongue::{Tongue, key};

/// How much cannot proceed, and how much of it waits for a decision or for somebody outside.
pub(super) fn sentence(
    tongue: &Tongue,
    kinds: &[(Kind, usize)],
    (deciding, outside): (usize, usize),
    oldest: Option<i64>,
) -> String {
    let (obstacles, items): (Vec<_>, Vec<_>) =
        kinds.iter().partition(|(kind, _)| *kind == Kind::Blocker);
    let obstacles: usize = obstacles.iter().map(|(_, count)| count).sum();
    let all: usize = items.iter().map(|(_, count)| count).sum();
    let told = items
        .iter()
        .map(|(kind, count)| spelled(tongue, *count, *kind));
    let items = capital(&tongue.list(&told.collect::<Vec<_>>()));
    let mut out = Vec::new();
    if all > 0 {
        out.push(stopped(tongue, &items, deciding, all));
        out.extend(waiting_outside(tongue, outside, all + obstacles));
    }
    if obstacles > 0 {
        let word = capital(&number(tongue, obstacles));
        out.push(tongue.count(
            obstacles,
            "One obstacle names nothing in the plan that it blocks.",
            "{spelled} obstacles name nothing in the plan that they block.",
            &[("spelled", &word)],
        ));
    }
    if out.is_empty() {
        return tongue.say("Nothing is blocked now.").into_owned();
    }
    let days = oldest.and_then(|days| usize::try_from(days).ok());
    out.extend(
        days.filter(|days| *days > 0)
            .map(|days| match all + obstacles {
                1 => tongue.count(
                    days,
                    "It has waited 1 day.",
                    "It has waited {number} days.",
                    &[],
                ),
                _ => tongue.count(
                    days,
                    "The oldest has waited 1 day.",
                    "The oldest has waited {number} days.",
                    &[],
                ),
            }),
    );
    out.join(" ")
}

/// "Four tasks cannot proceed; three of them wait for a decision."
fn stopped(tongue: &Tongue, items: &str, deciding: usize, all: usize) -> String {
    let some = number(tongue, deciding);
    let parts: [(&str, &dyn Display); 2] = [("items", &items), ("spelled", &some)];
    match (deciding, all) {
        (0, _) => tongue.tell("{items} cannot proceed.", &parts),
        (1, 1) => tongue.tell("{items} cannot proceed; it waits for a decision.", &parts),
        (2, 2) => tongue.tell("{items} cannot proceed; both wait for a decision.", &parts),
        (some, all) if some == all => {
            tongue.tell("{items} cannot proceed; all wait for a decision.", &parts)
        }
        (some, _) => tongue.count(
            some,
            "{items} cannot proceed; one of them waits for a decision.",
            "{items} cannot proceed; {spelled} of them wait for a decision.",
            &parts,
        ),
    }
}

fn waiting_outside(tongue: &Tongue, outside: usize, all: usize) -> Option<String> {
    let some = capital(&number(tongue, outside));
    Some(match (outside, all) {
        (0, _) => return None,
        (1, 1) => tongue
            .say("It waits for somebody outside the plan.")
            .into_owned(),
        (some, all) if some == all => tongue
            .say("All wait for somebody outside the plan.")
            .into_owned(),
        (count, _) => tongue.count(
            count,
            "One waits for somebody outside the plan.",
            "{spelled} wait for somebody outside the plan.",
            &[("spelled", &some)],
        ),
    })
}

/// More names make no sentence.
const NAMES: usize = 5;

/// Longer names are no names.
const LONGEST: usize = 40;

/// "Who can free them: @ops-team (2), @api-team (1). Nobody is named for one." Nothing where nobody is named.
pub(super) fn whom(tongue: &Tongue, names: &[(String, usize)], unnamed: usize) -> Option<String> {
    let told = names.iter().take(NAMES);
    let mut told: Vec<String> = told
        .map(|(name, count)| format!("{} ({count})", clip(name, LONGEST)))
        .collect();
    if names.len() > NAMES {
        let more = names.len() - NAMES;
        told.push(tongue.tell("{number} more", &[("number", &more)]));
    }
    let names = tongue.row(&told);
    let mut out = vec![tongue.tell("Who can free them: {names}.", &[("names", &names)])];
    if unnamed > 0 {
        let word = number(tongue, unnamed);
        out.push(tongue.tell("Nobody is named for {spelled}.", &[("spelled", &word)]));
    }
    (!told.is_empty()).then(|| out.join(" "))
}

/// What the chart shows.
pub(super) fn caption(tongue: &Tongue, oldest: i64, is_heaviest: bool, undated: usize) -> String {
    let days = usize::try_from(oldest).unwrap_or_default();
    let mut out = vec![match is_heaviest {
        true => tongue.count(
            days,
            "The oldest block is 1 day old and holds up the most work.",
            "The oldest block is {number} days old and holds up the most work.",
            &[],
        ),
        false => tongue.count(
            days,
            "The oldest block is 1 day old.",
            "The oldest block is {number} days old.",
            &[],
        ),
    }];
    if undated > 0 {
        let word = number(tongue, undated);
        let words = key("Of {spelled} it is not written since when.");
        out.push(tongue.tell(words, &[("spelled", &word)]));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_proceed_is_said() {
        assert_eq!(
            sentence(&Tongue::english(), &[(Kind::Task, 4)], (3, 1), None),
            "Four tasks cannot proceed; three of them wait for a decision. One waits for somebody outside the plan."
        );
        assert_eq!(
            sentence(
                &Tongue::english(),
                &[(Kind::Story, 1), (Kind::Task, 2)],
                (0, 0),
                Some(28)
            ),
            "One story and two tasks cannot proceed. The oldest has waited 28 days."
        );
        assert_eq!(
            sentence(&Tongue::english(), &[(Kind::Task, 1)], (1, 0), Some(1)),
            "One task cannot proceed; it waits for a decision. It has waited 1 day."
        );
        assert_eq!(
            sentence(
                &Tongue::english(),
                &[(Kind::Task, 1), (Kind::Blocker, 1)],
                (0, 0),
                Some(0)
            ),
            "One task cannot proceed. One obstacle names nothing in the plan that it blocks."
        );
        assert_eq!(
            sentence(&Tongue::english(), &[], (0, 0), None),
            "Nothing is blocked now."
        );
        let names = [("@ops".to_string(), 2), ("@api".to_string(), 1)];
        assert_eq!(
            whom(&Tongue::english(), &names, 1).as_deref(),
            Some("Who can free them: @ops (2), @api (1). Nobody is named for one.")
        );
        assert_eq!(whom(&Tongue::english(), &[], 3), None);
    }

    #[test]
    fn the_chart_says_what_it_does_not_know() {
        assert_eq!(
            caption(&Tongue::english(), 28, true, 0),
            "The oldest block is 28 days old and holds up the most work."
        );
        assert_eq!(
            caption(&Tongue::english(), 1, false, 1),
            "The oldest block is 1 day old. Of one it is not written since when."
        );
    }
}
