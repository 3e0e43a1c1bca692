//! What most things of one sort do in a plan, and the few that do not.

use crate::model::key::ItemId;

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

/// Whether each of a group does something, or is none of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It need not: it is over, or was never meant.
    Excused,
}

/// The habit of a group in which at least `few` do what at least two of three do; else there is none.
pub fn habit(group: impl Iterator<Item = (ItemId, Keeps)>, few: usize) -> Option<Habit> {
    let mut kept = 0;
    let mut example = None;
    let mut breaks = Vec::new();
    for (id, keeps) in group {
        match keeps {
            Keeps::Yes => {
                kept += 1;
                example.get_or_insert(id);
            }
            Keeps::No => breaks.push(id),
            Keeps::Excused => {}
        }
    }
    let is_habit = kept >= few && breaks.len() * 2 <= kept;
    example.filter(|_| is_habit).map(|example| Habit {
        kept,
        example,
        breaks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaks(group: &str) -> Option<Vec<u32>> {
        let group = group.chars().zip(0..).map(|(sign, at)| {
            let keeps = match sign {
                '+' => Keeps::Yes,
                '-' => Keeps::No,
                _ => Keeps::Excused,
            };
            (ItemId(at), keeps)
        });
        let found = habit(group, 3)?;
        Some(found.breaks.iter().map(|id| id.0).collect())
    }

    #[test]
    fn two_of_three_make_a_habit() {
        assert_eq!(breaks("+-++"), Some(vec![1]));
        assert_eq!(breaks("+++-+-"), Some(vec![3, 5]));
        assert_eq!(breaks("++-"), None);
        assert_eq!(breaks("+++--"), None);
        assert_eq!(breaks("+++.-..."), Some(vec![4]));
        assert_eq!(breaks(""), None);
    }
}
