//! What the configuration says of whole documents, by their paths.

use crate::config::Config;
use crate::config::patterns::Patterns;
use crate::model::kind::Kind;

/// What the configuration says of whole documents.
#[derive(Debug, Default)]
pub struct Chosen {
    /// What stands before a path where patterns begin.
    below: String,
    aside: Patterns,
    plans: Patterns,
    kinds: Vec<(Kind, Patterns)>,
}

impl Chosen {
    /// What this configuration says.
    pub fn new(config: &Config) -> Self {
        let kinds = config.kinds.iter();
        Self {
            below: config.below.clone(),
            aside: config.sources.aside.clone(),
            plans: config.sources.plans.clone(),
            kinds: kinds
                .map(|(kind, words)| (*kind, words.paths.clone()))
                .collect(),
        }
    }

    /// The kind that a document is of.
    pub fn kind_of(&self, path: &str) -> Option<Kind> {
        let mut kinds = self.kinds.iter();
        let found = kinds.find(|(_, patterns)| self.fits(patterns, path));
        found.map(|(kind, _)| *kind)
    }

    /// Whether a document is read, whatever it looks like.
    pub fn is_plan(&self, path: &str) -> bool {
        self.fits(&self.plans, path) || self.kind_of(path).is_some()
    }

    /// Whether nothing is taken from a document.
    pub fn is_aside(&self, path: &str) -> bool {
        self.fits(&self.aside, path)
    }

    fn fits(&self, patterns: &Patterns, path: &str) -> bool {
        patterns.fit(&format!("{}{path}", self.below))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::file::SourceFile;

    #[test]
    fn patterns_begin_in_the_folder_of_the_configuration() {
        let text = "[sources]\naside = '/plan/notes'\n[kinds.story]\npaths = 'plan/a/*.md'";
        let mut config = Config::parse(SourceFile::new("plansite.toml", text.into())).unwrap();
        config.below = "plan/".into();
        let chosen = Chosen::new(&config);
        assert!(chosen.is_aside("notes/a.md") && !chosen.is_aside("plan/notes/a.md"));
        assert_eq!(chosen.kind_of("a/b.md"), Some(Kind::Story));
        assert!(chosen.is_plan("a/b.md") && !chosen.is_plan("b.md"));
    }
}
