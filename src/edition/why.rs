//! Why nothing was taken from a document.

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
            Self::Unclaimed => "unclaimed",
            Self::Nothing => "prose",
        }
    }

    /// Why, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Aside("template") => "a template: nothing is taken from it",
            Self::Aside("instruction") => "an instruction for people or tools, not a plan",
            Self::Aside("report") => "a report about work, not a plan",
            Self::Aside("log") => "a log of what happened, not a plan",
            Self::Aside("guide") => "a guide, not a plan",
            Self::Aside("left aside") => "left aside by plansite.toml",
            Self::Aside(_) => "it stands beside the plan",
            Self::Unclaimed => "a table or a list looks like a plan, and no reader knows it",
            Self::Nothing => "nothing in it looks like a plan",
        }
    }
}
