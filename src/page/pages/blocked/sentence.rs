//! The sentences over what is blocked.

use crate::model::kind::Kind;
use crate::page::words::{capital, clip, list, number, several, spelled};

/// How much cannot proceed, and how much of it waits for a decision or for somebody outside.
pub(super) fn sentence(
    kinds: &[(Kind, usize)],
    deciding: usize,
    outside: usize,
    oldest: Option<i64>,
) -> String {
    let (obstacles, items): (Vec<_>, Vec<_>) =
        kinds.iter().partition(|(kind, _)| *kind == Kind::Blocker);
    let obstacles: usize = obstacles.iter().map(|(_, count)| count).sum();
    let all: usize = items.iter().map(|(_, count)| count).sum();
    let told: Vec<String> = items
        .iter()
        .map(|(kind, count)| spelled(*count, *kind))
        .collect();
    let mut out = String::new();
    if all > 0 {
        out.push_str(&format!("{} cannot proceed", capital(&list(&told))));
        let deciding = match (deciding, all) {
            (0, _) => String::new(),
            (1, 1) => "; it waits for a decision".into(),
            (2, 2) => "; both wait for a decision".into(),
            (some, all) if some == all => "; all wait for a decision".into(),
            (1, _) => "; one of them waits for a decision".into(),
            (some, _) => format!("; {} of them wait for a decision", number(some)),
        };
        out.push_str(&deciding);
        out.push('.');
        match (outside, all + obstacles) {
            (0, _) => {}
            (1, 1) => out.push_str(" It waits for somebody outside the plan."),
            (some, all) if some == all => out.push_str(" All wait for somebody outside the plan."),
            (1, _) => out.push_str(" One waits for somebody outside the plan."),
            (some, _) => out.push_str(&format!(
                " {} wait for somebody outside the plan.",
                capital(&number(some))
            )),
        }
    }
    if obstacles > 0 {
        let words = match obstacles {
            1 => "One obstacle names nothing in the plan that it blocks.".to_string(),
            some => format!(
                "{} obstacles name nothing in the plan that they block.",
                capital(&number(some))
            ),
        };
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(&words);
    }
    if out.is_empty() {
        return "Nothing is blocked now.".into();
    }
    let days = oldest.and_then(|days| usize::try_from(days).ok());
    if let Some(days) = days.filter(|days| *days > 0) {
        let who = if all + obstacles == 1 {
            "It"
        } else {
            "The oldest"
        };
        out.push_str(&format!(" {who} has waited {}.", several(days, "day")));
    }
    out
}

/// More names make no sentence.
const NAMES: usize = 5;

/// Longer names are no names.
const LONGEST: usize = 40;

/// "Who can free them: @ops-team (2), @api-team (1). Nobody is named for one." Nothing where nobody is named.
pub(super) fn whom(names: &[(String, usize)], unnamed: usize) -> Option<String> {
    let told = names.iter().take(NAMES);
    let mut told: Vec<String> = told
        .map(|(name, count)| format!("{} ({count})", clip(name, LONGEST)))
        .collect();
    if names.len() > NAMES {
        told.push(format!("{} more", names.len() - NAMES));
    }
    let left = match unnamed {
        0 => String::new(),
        1 => " Nobody is named for one.".into(),
        some => format!(" Nobody is named for {}.", number(some)),
    };
    (!told.is_empty()).then(|| format!("Who can free them: {}.{left}", told.join(", ")))
}

/// What the chart shows.
pub(super) fn caption(oldest: i64, is_heaviest: bool, undated: usize) -> String {
    let days = several(usize::try_from(oldest).unwrap_or_default(), "day");
    let most = if is_heaviest {
        " and holds up the most work"
    } else {
        ""
    };
    let undated = match undated {
        0 => String::new(),
        1 => " Of one it is not written since when.".into(),
        some => format!(" Of {} it is not written since when.", number(some)),
    };
    format!("The oldest block is {days} old{most}.{undated}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_proceed_is_said() {
        assert_eq!(
            sentence(&[(Kind::Task, 4)], 3, 1, None),
            "Four tasks cannot proceed; three of them wait for a decision. One waits for somebody outside the plan."
        );
        assert_eq!(
            sentence(&[(Kind::Story, 1), (Kind::Task, 2)], 0, 0, Some(28)),
            "One story and two tasks cannot proceed. The oldest has waited 28 days."
        );
        assert_eq!(
            sentence(&[(Kind::Task, 1)], 1, 0, Some(1)),
            "One task cannot proceed; it waits for a decision. It has waited 1 day."
        );
        assert_eq!(
            sentence(&[(Kind::Task, 1), (Kind::Blocker, 1)], 0, 0, Some(0)),
            "One task cannot proceed. One obstacle names nothing in the plan that it blocks."
        );
        assert_eq!(sentence(&[], 0, 0, None), "Nothing is blocked now.");
        let names = [("@ops".to_string(), 2), ("@api".to_string(), 1)];
        assert_eq!(
            whom(&names, 1).as_deref(),
            Some("Who can free them: @ops (2), @api (1). Nobody is named for one.")
        );
        assert_eq!(whom(&[], 3), None);
    }

    #[test]
    fn the_chart_says_what_it_does_not_know() {
        assert_eq!(
            caption(28, true, 0),
            "The oldest block is 28 days old and holds up the most work."
        );
        assert_eq!(
            caption(1, false, 1),
            "The oldest block is 1 day old. Of one it is not written since when."
        );
    }
}
