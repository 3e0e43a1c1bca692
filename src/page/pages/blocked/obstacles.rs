//! Obstacles that stand in no row of what is blocked: they block nothing that is open, or are out of the way.

use std::collections::BTreeSet;

use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::pager::rows;
use crate::page::pages::blocked::ward::Ward;
use crate::page::section::{Line, Part, Section};
use crate::page::stated;
use crate::page::table::anchor;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

impl Ward<'_> {
    /// The obstacles that have their place on this page.
    fn obstacles(&self) -> Vec<usize> {
        let all: Vec<usize> = self.book.of_kind(Kind::Blocker).map(|(at, _)| at).collect();
        rows(&all, self.page).to_vec()
    }

    /// Open obstacles that block nothing that is open, or what is told of on another page.
    pub(super) fn others(&self, placed: &BTreeSet<usize>) -> Option<Section> {
        let mut others = self.obstacles();
        others.retain(|at| {
            self.is_open(*at)
                && !placed.contains(at)
                && anchor(self.book, &self.from, *at).is_some()
        });
        let lines = others.iter().map(|at| self.line(*at));
        (!others.is_empty()).then(|| {
            let section = Section::new("others", "Further obstacles").count(others.len());
            section.with(Part::rows("", lines.collect()))
        })
    }

    pub(super) fn freed(&self) -> Option<Section> {
        let mut freed = self.obstacles();
        freed.retain(|at| !self.is_open(*at));
        let lines = freed.iter().map(|at| self.line(*at));
        (!freed.is_empty()).then(|| {
            let section = Section::new("freed", "No longer in the way").count(freed.len());
            section.with(Part::rows("stcol", lines.collect()))
        })
    }

    fn line(&self, at: usize) -> Line {
        let item = self.book.item(at);
        let blocked: Vec<String> = item.blocks.iter().map(|lead| self.need(lead)).collect();
        let blocked = blocked.into_iter().filter(|words| !words.is_empty());
        let blocked = blocked.collect::<Vec<_>>().join(", ");
        let rest = stated::rest(item, &[]);
        let tongue = &self.book.tongue;
        let items = Markup::html(blocked.clone());
        let told = |words: &'static str| {
            tongue
                .mark(words, &[("items", &items)])
                .as_str()
                .to_string()
        };
        let blocks = match (blocked.is_empty(), self.is_open(at)) {
            (true, _) => String::new(),
            (false, true) => told(key("blocks {items}")),
            (false, false) => told(key("blocked {items}")),
        };
        let done = item.done.as_ref();
        Line {
            id: anchor(self.book, &self.from, at),
            lead: match self.is_open(at) {
                true => Markup::html("<i class=\"i i-blocked\"></i>".into()),
                false => badge::status(tongue, item),
            },
            title: Markup::html(self.title(at)),
            end: done.map(|said| badge::when(tongue, said, self.today)),
            why: [blocks, rest]
                .into_iter()
                .filter(|words| !words.is_empty())
                .map(Markup::html)
                .collect(),
        }
    }
}
