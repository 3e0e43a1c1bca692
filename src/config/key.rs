//! A table of `plansite.toml` and its keys, as the reference tells of them.

/// A table of the file.
#[derive(Debug)]
pub struct Table {
    /// Its name; a part in capitals stands for a word of the reader's own, and a list of tables stands in brackets.
    pub name: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// How it is named in an example.
    pub example: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// Its name; in capitals, it stands for words of the reader's own.
    pub name: &'static str,
    /// What may stand there.
    pub value: Value,
    /// What holds where nothing is said: a value between backticks, or words.
    pub default: &'static str,
    /// What it is for, in a sentence.
    pub meaning: &'static str,
    /// A line of the file with a value that is not the default.
    pub example: &'static str,
}

/// What may stand behind a key.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// A text.
    Text,
    /// A list of texts, or one.
    Texts,
    /// A list of kinds of items, or one.
    Kinds,
    /// An address on the web.
    Address,
    /// The path of a folder.
    Folder,
    /// The path of a file.
    Path,
    /// A colour.
    Colour,
    /// The name of an audience.
    Audience,
    /// Yes or no.
    Flag,
    /// A number of days.
    Days,
    /// A number.
    Amount,
    /// A list of some of these, or one.
    Words(&'static [&'static str]),
    /// One of these.
    Choice(&'static [&'static str]),
}

impl Table {
    /// The key that comes before the first dot.
    pub fn head(&self) -> &'static str {
        let name = self.name.trim_matches(['[', ']']);
        name.split_once('.').map_or(name, |(head, _)| head)
    }

    /// Whether there can be several of it: `[[views]]`.
    pub fn is_list(&self) -> bool {
        self.name.starts_with('[')
    }

    /// The names of its keys.
    pub fn names(&self) -> Vec<&'static str> {
        self.keys.iter().map(|key| key.name).collect()
    }
}

impl Value {
    /// What may stand there, in words.
    pub fn words(self) -> String {
        let words = match self {
            Self::Text => "text",
            Self::Texts => "list of texts",
            Self::Kinds => "list of kinds",
            Self::Address => "address",
            Self::Folder => "folder",
            Self::Path => "file",
            Self::Colour => "colour",
            Self::Audience => "audience",
            Self::Flag => "`true` or `false`",
            Self::Days => "number of days",
            Self::Amount => "number",
            Self::Words(words) => return format!("list of {}", quoted(words)),
            Self::Choice(words) => return quoted(words),
        };
        words.to_string()
    }
}

fn quoted(words: &[&str]) -> String {
    let words = words.iter().map(|word| format!("`\"{word}\"`"));
    words.collect::<Vec<_>>().join(", ")
}
