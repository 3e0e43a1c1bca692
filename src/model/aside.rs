//! Why nothing is taken from a document: it tells of work, or how to work, and is no plan.

/// What a document is that stands beside a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    /// A form to be copied.
    Template,
    /// What a tool or an agent is told to do.
    Instruction,
    /// What came of work: summaries, test records, looks back.
    Report,
    /// What happened day by day, or from version to version.
    Log,
    /// How to do something.
    Guide,
    /// What the configuration leaves aside.
    Chosen,
}

impl Aside {
    /// Its name, in the singular.
    pub fn name(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Instruction => "instruction",
            Self::Report => "report",
            Self::Log => "log",
            Self::Guide => "guide",
            Self::Chosen => "left aside",
        }
    }
}
