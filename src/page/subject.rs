//! What an item of the plan answers when a view asks it.

use crate::edition::entry::{Claim, Entry, Lead, Readiness};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::when::When;
use crate::page::blockage::Blockage;
use crate::page::book::Book;
use crate::page::name;
use crate::page::owner::owners;
use crate::query::answer::Answers;
use crate::query::field::{Field, Known};
use crate::theme::markup::Markup;

/// No way up is longer.
const HIGHEST: usize = 8;

/// An item that is asked.
pub struct Subject<'a> {
    /// The plan.
    pub book: &'a Book,
    /// Its position.
    pub at: usize,
}

impl Subject<'_> {
    fn item(&self) -> &Entry {
        self.book.item(self.at)
    }

    /// The nearest item of a kind above it.
    pub fn above(&self, kind: Kind) -> Option<usize> {
        let mut next = self.item().parent_item();
        for _ in 0..HIGHEST {
            let here = next?;
            if self.book.item(here).kind == kind {
                return Some(here);
            }
            next = self.book.item(here).parent_item();
        }
        None
    }

    /// The nearest milestone above it, else the nearest phase, else what it is a part of.
    pub fn nearest(&self) -> Option<usize> {
        let milestone = self.above(Kind::Milestone);
        milestone
            .or_else(|| self.above(Kind::Phase))
            .or_else(|| self.item().parent_item())
    }

    /// All that an item is called.
    fn names(&self, at: usize) -> Vec<String> {
        let item = self.book.item(at);
        let names = [
            item.id.clone(),
            Some(item.title.clone()),
            Some(item.key.clone()),
            Some(name::spoken(item)),
            Some(name::short(item)),
        ];
        let names = names.into_iter().flatten();
        names.filter(|name| !name.is_empty()).collect()
    }

    fn led(&self, lead: Option<&Lead>) -> Vec<String> {
        let Some(lead) = lead else {
            return Vec::new();
        };
        match lead.to {
            Some(to) => self.names(to),
            None => vec![lead.raw.clone()],
        }
    }

    fn sprint(&self) -> Vec<String> {
        let lead = self.item().sprint.as_ref();
        let mut names = self.led(lead);
        let now = [self.book.views.sprint, self.book.views.week];
        let to = lead.and_then(|lead| lead.to);
        if to.is_some() && now.contains(&to) {
            names.push("current".to_string());
        }
        names
    }

    fn known(&self, field: Known) -> Vec<String> {
        let item = self.item();
        let said = |said: &Option<Claim<String>>| {
            let said = said.as_ref().map(|said| said.raw.clone());
            said.into_iter().collect::<Vec<_>>()
        };
        let when = |said: &Option<Claim<When>>| {
            let said = said.as_ref().map(|said| said.raw.clone());
            said.into_iter().collect::<Vec<_>>()
        };
        let above = |kind| self.above(kind).map_or_else(Vec::new, |at| self.names(at));
        match field {
            Known::Id => item.id.iter().chain([&item.key]).cloned().collect(),
            Known::Title => vec![name::title(item)],
            Known::Kind => vec![item.kind.name().to_string()],
            Known::Status => {
                let raw = item.status.as_ref().map(|said| said.raw.clone());
                let state = item.state().name().to_string();
                [state].into_iter().chain(raw).collect()
            }
            Known::Health => {
                let health = item.health.as_ref();
                health
                    .map(|health| health.value.to_string())
                    .into_iter()
                    .collect()
            }
            Known::Priority => said(&item.priority),
            Known::Owner => {
                let raw = item.owner.as_ref().map_or("", |said| &said.raw);
                owners(raw).into_iter().map(str::to_string).collect()
            }
            Known::Label => item.labels.clone(),
            Known::Phase => above(Kind::Phase),
            Known::Milestone => above(Kind::Milestone),
            Known::Feature => above(Kind::Feature),
            Known::Story => above(Kind::Story),
            Known::Parent => self.led(item.parent.as_ref()),
            Known::Sprint => self.sprint(),
            Known::Estimate => said(&item.estimate),
            Known::Start => when(&item.start),
            Known::Due => when(&item.due),
            Known::Done => when(&item.done),
            Known::DependsOn => {
                let leads = item.depends_on.iter();
                leads.flat_map(|lead| self.led(Some(lead))).collect()
            }
            Known::Since | Known::BlockedBy | Known::WayOut => self.blockage(field),
            Known::Progress => {
                let percent = self.percent();
                percent
                    .map(|percent| percent.to_string())
                    .into_iter()
                    .collect()
            }
            Known::Open | Known::Ready | Known::Blocked | Known::Overdue | Known::Discovered => {
                Vec::new()
            }
        }
    }

    fn blockage(&self, field: Known) -> Vec<String> {
        let told = Blockage::new(self.book, "", self.at);
        match field {
            Known::Since => {
                let day = told.since.map(|day| day.to_string());
                day.or(told.since_written).into_iter().collect()
            }
            Known::WayOut => told.way_out.into_iter().collect(),
            _ => told.why.iter().map(Markup::words).collect(),
        }
    }

    fn percent(&self) -> Option<u32> {
        self.item().progress.as_ref()?.tally?.percent()
    }

    fn is_overdue(&self) -> bool {
        let item = self.item();
        let due = item.due.as_ref().filter(|_| item.state().is_open());
        due.is_some_and(|due| {
            // What is due about a day is late only after its week.
            let patience = if due.value.approximate { 7 } else { 0 };
            let today = self.book.edition.as_of;
            due.value
                .day
                .is_some_and(|day| day.plus_days(patience) < today)
        })
    }
}

impl Answers for Subject<'_> {
    fn words(&self, field: &Field) -> Vec<String> {
        match field {
            Field::Known(known) => self.known(*known),
            Field::Own(_) => {
                let facts = self.item().fields.iter();
                let mine =
                    facts.filter(|fact| field.is_own(&fact.name) && !fact.raw.trim().is_empty());
                mine.map(|fact| fact.raw.clone()).collect()
            }
        }
    }

    fn day(&self, field: &Field) -> Option<Date> {
        let item = self.item();
        let said = match field {
            Field::Known(Known::Start) => &item.start,
            Field::Known(Known::Due) => &item.due,
            Field::Known(Known::Done) => &item.done,
            Field::Known(Known::Since) => return Blockage::new(self.book, "", self.at).since,
            Field::Own(_) => {
                let words = self.words(field);
                return words.iter().find_map(|words| Date::iso(words.trim()));
            }
            Field::Known(_) => return None,
        };
        said.as_ref()?.value.day
    }

    fn number(&self, field: &Field) -> Option<f64> {
        let percent = self
            .percent()
            .filter(|_| *field == Field::Known(Known::Progress));
        percent.map(f64::from)
    }

    fn holds(&self, field: &Field) -> bool {
        let item = self.item();
        match field {
            Field::Known(Known::Open) => item.state().is_open(),
            Field::Known(Known::Ready) => item.readiness == Some(Readiness::Ready),
            Field::Known(Known::Blocked) => self.book.views.is_blocked(self.at),
            Field::Known(Known::Overdue) => self.is_overdue(),
            Field::Known(Known::Discovered) => item.discovered,
            field => !self.words(field).is_empty(),
        }
    }
}
