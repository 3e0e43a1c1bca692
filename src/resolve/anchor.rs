//! The weeks of a plan that says when it begins: they get the days that they are counted to.

use crate::model::item::Item;
use crate::model::plan::Fact;
use crate::model::when::When;
use crate::resolve::when;
use crate::text::similar::fold;

/// What a plan calls its beginning.
const BEGINNINGS: [&str; 14] = [
    "start",
    "start date",
    "project start",
    "plan start",
    "kick off",
    "kickoff",
    "begins",
    "projektstart",
    "projektbeginn",
    "fecha de inicio",
    "début du projet",
    "data de início",
    "开始日期",
    "시작일",
];

/// Gives the counted times of all items their days, where the plan states the day of its beginning.
pub fn place(facts: &[Fact], items: &mut [Item]) {
    let beginning = facts
        .iter()
        .filter(|fact| BEGINNINGS.contains(&fold(&fact.name).as_str()))
        .find_map(|fact| when::read(&fact.value.value, None).first.day);
    let Some(beginning) = beginning else {
        return;
    };
    let day = |when: &mut When, is_last: bool| {
        if let Some(count) = when.count.filter(|_| when.day.is_none()) {
            let (first, last) = count.days();
            when.day = Some(beginning.plus_days(if is_last { last } else { first }));
            when.derived = true;
        }
    };
    for item in items {
        if let Some(start) = &mut item.start {
            day(&mut start.value, false);
        }
        if let Some(due) = &mut item.due {
            day(&mut due.value, true);
        }
    }
}
