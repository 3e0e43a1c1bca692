//! Why nothing was taken from a document.

use crate::theme::tongue::key;

/// Why nothing was taken from a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It stands beside the plan: the name of what it is.
    Aside(&'static str),
    /// Something in it looks like part of a plan, and nobody claimed it.
    Unclaimed,
    /// Nothing in it looks like part of a plan.
    Nothing,
}

impl Why {
    /// What a document is of which this is true.
    pub fn name(self) -> &'static str {
        match self {
            Self::Aside(name) => name,
            Self::Unclaimed => key("unclaimed"),
            Self::Nothing => key("prose"),
        }
    }

    /// Why, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Aside("template") => key("a template: nothing is taken from it"),
            Self::Aside("instruction") => key("an instruction for people or tools, not a plan"),
            Self::Aside("report") => key("a report about work, not a plan"),
            Self::Aside("log") => key("a log of what happened, not a plan"),
            Self::Aside("guide") => key("a guide, not a plan"),
            Self::Aside("left aside") => key("left aside by plansite.toml"),
            Self::Aside(_) => key("it stands beside the plan"),
            Self::Unclaimed => key("a table or a list looks like a plan, and no reader knows it"),
            Self::Nothing => key("nothing in it looks like a plan"),
        }
    }
}
