//! What could be written next on the page of a milestone or phase of which little is known.

use crate::model::kind::Kind;
use crate::page::pages::item::telling::Telling;
use crate::page::section::Advice;

/// No more criteria are written out.
const CRITERIA: usize = 20;

impl Telling<'_> {
    /// Only for those who may see the documents, and only of work that is not over.
    pub(super) fn advice(&self) -> Vec<Advice> {
        let is_above = matches!(self.item.kind, Kind::Phase | Kind::Milestone);
        let is_stated = self.item.status.is_some();
        let Some(source) = self.item.sources.first() else {
            return Vec::new();
        };
        if !is_above || !self.book.edition.audience.sees_all() {
            return Vec::new();
        }
        let tongue = &self.book.tongue;
        let place = format!("{}:{}", source.file, source.line);
        let status = (!is_stated).then(|| Advice {
            strong: tongue.say("Say where it stands.").into_owned(),
            text: tongue
                .say("One line below its heading; it may also be planned, blocked or complete.")
                .into_owned(),
            place: place.clone(),
            paste: "**Status:** In progress".into(),
        });
        let criteria = &self.item.criteria;
        let are_bullets = !criteria.is_empty() && criteria.iter().all(|one| one.done.is_none());
        let boxes = are_bullets.then(|| Advice {
            strong: tongue.say("Make its criteria checkable.").into_owned(),
            text: tongue
                .say("A box for a bullet; it never changes the status by itself.")
                .into_owned(),
            place,
            paste: self.boxes(),
        });
        status.into_iter().chain(boxes).collect()
    }

    fn boxes(&self) -> String {
        let criteria = self.item.criteria.iter().take(CRITERIA);
        let lines = criteria.map(|one| {
            let words = one.text.lines().next().unwrap_or_default();
            format!("- [ ] {words}")
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}
