//! What a graph is drawn from: its nodes and what leads from one to another.

/// A node: a link with a mark, two short words and a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its anchor; none where it is empty.
    pub id: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Its classes.
    pub class: String,
    /// Its icon; none where it is empty.
    pub icon: String,
    /// What stands before the title on the left.
    pub name: String,
    /// What stands before the title on the right.
    pub word: String,
    /// Its title.
    pub title: String,
}

/// How an edge looks; later ones lie above earlier ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// It holds nothing up any more.
    Past,
    /// Like most.
    #[default]
    Plain,
    /// It is not certain.
    Guessed,
    /// It is on the way that decides.
    Critical,
    /// It is part of a circle.
    Circle,
}

/// A way from one node to another, by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// How it looks.
    pub look: Look,
}

impl Look {
    /// All of them, the lowest first.
    pub(crate) const ALL: [Self; 5] = [
        Self::Past,
        Self::Plain,
        Self::Guessed,
        Self::Critical,
        Self::Circle,
    ];

    /// Its classes.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Past => "e past",
            Self::Plain => "e",
            Self::Guessed => "e guess",
            Self::Critical => "e crit",
            Self::Circle => "e loop",
        }
    }
}
