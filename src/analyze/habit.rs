//! What most things of one sort do that stand together in a plan, and the few that do not.

use std::collections::BTreeMap;

use crate::model::item::{Role, Source};
use crate::model::key::ItemId;
use crate::model::plan::Plan;

/// A habit, and what breaks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Habit {
    /// How many keep it.
    pub kept: usize,
    /// One that keeps it.
    pub example: ItemId,
    /// Those that do not, in the order of the plan.
    pub breaks: Vec<ItemId>,
}

/// Whether an item does what others do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It need not: it is over, or was never meant.
    Excused,
}

/// An item among others that may have a habit.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The item.
    pub item: ItemId,
    /// Whether it does what is asked.
    pub keeps: Keeps,
    /// Those beside it: in its document; of documents, in its folder.
    pub near: &'a str,
    /// Those around it: in its folder; of documents, in the folder above.
    pub wide: &'a str,
}

impl<'a> Member<'a> {
    /// An item that stands at this place. One repository may hold several plans with habits of their own.
    pub fn new(plan: &'a Plan, item: ItemId, keeps: Keeps, source: Source) -> Self {
        let path = plan.paths.get(source.place.file.0 as usize);
        let path = path.map_or("", String::as_str);
        let near = if source.role <= Role::Part {
            above(path)
        } else {
            path
        };
        Self {
            item,
            keeps,
            near,
            wide: above(near),
        }
    }
}

/// The folder of a path; empty at the root.
fn above(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The habits of those beside one another, and of those around them where too few stand beside one another to tell.
pub fn habits(members: &[Member<'_>], few: usize) -> Vec<Habit> {
    let is_told = |group: &[Member<'_>]| {
        let judged = group.iter().filter(|one| one.keeps != Keeps::Excused);
        judged.count() > few
    };
    let mut found = Vec::new();
    let mut wide: BTreeMap<&str, Vec<Member<'_>>> = BTreeMap::new();
    for group in groups(members, |one| one.near).into_values() {
        let is_told = is_told(&group);
        found.extend(habit(&group, few).filter(|_| is_told));
        for member in group {
            // Those that were judged are examples for others.
            let keeps = match member.keeps {
                Keeps::No if is_told => Keeps::Excused,
                keeps => keeps,
            };
            wide.entry(member.wide)
                .or_default()
                .push(Member { keeps, ..member });
        }
    }
    found.extend(wide.into_values().filter_map(|group| habit(&group, few)));
    found.retain(|habit| !habit.breaks.is_empty());
    found
}

fn groups<'a>(
    members: &[Member<'a>],
    by: impl Fn(&Member<'a>) -> &'a str,
) -> BTreeMap<&'a str, Vec<Member<'a>>> {
    let mut groups: BTreeMap<&str, Vec<Member<'_>>> = BTreeMap::new();
    for member in members {
        groups.entry(by(member)).or_default().push(*member);
    }
    groups
}

/// The habit of a group in which at least `few` do what at least two of three do; else there is none.
fn habit(group: &[Member<'_>], few: usize) -> Option<Habit> {
    let of = |keeps: Keeps| group.iter().filter(move |one| one.keeps == keeps);
    let kept = of(Keeps::Yes).count();
    let breaks: Vec<ItemId> = of(Keeps::No).map(|one| one.item).collect();
    let is_habit = kept >= few && breaks.len() * 2 <= kept;
    let example = of(Keeps::Yes).next().filter(|_| is_habit)?.item;
    Some(Habit {
        kept,
        example,
        breaks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of them break a habit: `+` keeps it, `-` does not, `.` is excused; `/` begins another folder.
    fn breaks(signs: &str) -> Vec<u32> {
        let folders = ["a/1", "a/2", "a/3"];
        let groups = signs.split('/').zip(folders);
        let mut members = Vec::new();
        for (group, near) in groups {
            for sign in group.chars() {
                members.push(Member {
                    item: ItemId(u32::try_from(members.len()).unwrap()),
                    keeps: match sign {
                        '+' => Keeps::Yes,
                        '-' => Keeps::No,
                        _ => Keeps::Excused,
                    },
                    near,
                    wide: above(near),
                });
            }
        }
        let found = habits(&members, 3);
        found
            .iter()
            .flat_map(|one| &one.breaks)
            .map(|id| id.0)
            .collect()
    }

    #[test]
    fn two_of_three_make_a_habit() {
        assert_eq!(breaks("+-++"), [1]);
        assert_eq!(breaks("+++-+-+"), [3, 5]);
        assert!(breaks("++-").is_empty());
        assert!(breaks("+++--").is_empty());
        assert_eq!(breaks("+++.-..."), [4]);
        assert!(breaks("++++").is_empty() && breaks("").is_empty());
    }

    #[test]
    fn few_look_at_those_around_them_and_many_do_not() {
        assert_eq!(breaks("++/-/+"), [2]);
        assert!(breaks("++++++++/----").is_empty());
        assert_eq!(breaks("++++/---+++++++"), [4, 5, 6]);
    }
}
