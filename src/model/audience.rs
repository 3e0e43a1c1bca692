//! Who a site is for, and what is open to them.

use std::collections::BTreeSet;

use crate::model::kind::Kind;

/// The audience that sees all.
pub const INTERNAL: &str = "internal";

/// The audience that every plan has beside it.
pub const PUBLIC: &str = "public";

/// Stands for every field.
const EVERY: &str = "*";

/// An audience: a name and what it opens. Nothing is open unless someone says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// What it is called.
    pub name: String,
    /// The kinds whose items are open.
    pub kinds: BTreeSet<Kind>,
    /// The labels whose items are open, as [`folded`] has them.
    pub labels: BTreeSet<String>,
    /// The fields that are open beyond the basic ones, as [`folded`] has them; `*` is every field.
    pub fields: BTreeSet<String>,
    /// Whether paths, links to sources, commits and documents are open.
    pub sources: bool,
    /// Whether figures may count what is hidden.
    pub hidden_progress: bool,
}

impl Audience {
    /// The audience that sees all. Nothing is hidden from it, so no figure of it counts what is hidden.
    pub fn internal() -> Self {
        Self {
            fields: BTreeSet::from([EVERY.to_string()]),
            sources: true,
            ..Self::closed(INTERNAL)
        }
    }

    /// An audience of this name, to whom nothing is open.
    pub fn closed(name: &str) -> Self {
        Self {
            name: name.to_string(),
            kinds: BTreeSet::new(),
            labels: BTreeSet::new(),
            fields: BTreeSet::new(),
            sources: false,
            hidden_progress: false,
        }
    }

    /// Whether nothing is hidden from it.
    pub fn sees_all(&self) -> bool {
        self.name == INTERNAL
    }

    /// Whether every item of this kind is open.
    pub fn opens_kind(&self, kind: Kind) -> bool {
        self.sees_all() || self.kinds.contains(&kind)
    }

    /// Whether every item with this label is open.
    pub fn opens_label(&self, label: &str) -> bool {
        self.sees_all() || self.labels.contains(&folded(label))
    }

    /// Whether this field is open, where its item is.
    pub fn opens_field(&self, name: &str) -> bool {
        self.sees_all() || self.fields.contains(EVERY) || self.fields.contains(&folded(name))
    }
}

/// The form in which names of labels and fields are compared: `Depends on` is `depends-on`. Marks stay, since `C++`
/// must not open `C`.
pub fn folded(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| c.is_whitespace() || c == '-' || c == '_');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_open_unless_someone_says_so() {
        let public = Audience::closed(PUBLIC);
        assert!(!public.sees_all() && !public.sources && !public.hidden_progress);
        assert!(Kind::all().all(|kind| !public.opens_kind(kind)));
        assert!(!public.opens_label("") && !public.opens_label("public"));
        assert!(!public.opens_field("*") && !public.opens_field("owner"));
    }

    #[test]
    fn internal_sees_all() {
        let internal = Audience::internal();
        assert!(internal.sees_all() && internal.sources && !internal.hidden_progress);
        assert!(internal.opens_kind(Kind::Task) && internal.opens_label("any"));
        assert!(internal.opens_field("Notes"));
    }

    #[test]
    fn names_are_open_however_they_are_spelt() {
        let open = |name: &str| BTreeSet::from([folded(name)]);
        let partners = Audience {
            labels: open("Customer facing"),
            fields: open("depends_on"),
            ..Audience::closed("partners")
        };
        assert!(partners.opens_label("customer-facing") && !partners.opens_label("customer"));
        assert!(partners.opens_field("Depends  on") && !partners.opens_field("Depends on?"));
    }

    #[test]
    fn a_star_opens_every_field() {
        let fields = BTreeSet::from(["*".to_string()]);
        let open = Audience {
            fields,
            ..Audience::closed(PUBLIC)
        };
        assert!(open.opens_field("Notes") && !open.opens_label("Notes"));
    }
}
