//! The review of a milestone or phase: which criteria were met, what was built, and what was learned.

use std::fmt::Display;

use crate::edition::entry::{Condition, Entry};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::pages::item::shelf::{Shelf, Topic};
use crate::page::pages::item::telling::Telling;
use crate::page::pages::item::written::check;
use crate::page::section::{Part, Section};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

impl Telling<'_> {
    /// The review. Where it is over and nobody wrote one, the page says what to write.
    pub(super) fn review(&self, shelf: &mut Shelf) -> Option<Section> {
        let is_above = matches!(self.item.kind, Kind::Phase | Kind::Milestone);
        let is_over = is_above && self.item.state() == Status::Done;
        let is_written = shelf.has(Topic::Review);
        let mut ours = Section::new("review", "Review");
        if is_over {
            ours.parts.extend(self.results());
            ours.parts.extend(self.built());
        }
        let is_milestone = self.item.kind == Kind::Milestone;
        if !is_written && (is_milestone || is_over) {
            ours.parts.extend(self.unreviewed());
        }
        let ours = (!ours.parts.is_empty()).then_some(ours);
        shelf.place(Topic::Review, ours)
    }

    /// How many criteria were met, and which were not.
    fn results(&self) -> Vec<Part> {
        let criteria = &self.item.criteria;
        let tongue = &self.book.tongue;
        let Some(words) = met(tongue, criteria) else {
            return Vec::new();
        };
        let sentence = format!(
            "<p><a class=\"quiet\" href=\"#criteria\"><strong>{}</strong></a></p>",
            escape(&words)
        );
        let left = criteria.iter().filter(|one| one.done == Some(false));
        let left: Vec<_> = left.map(check).collect();
        let mut parts = vec![Part::markup(sentence)];
        if !left.is_empty() {
            parts.push(
                Part {
                    checks: Some(left),
                    ..Part::default()
                }
                .under(Markup::text(&tongue.say("Not met"))),
            );
        }
        parts
    }

    /// What to write, once it is over; before that, where it will stand.
    fn unreviewed(&self) -> Option<Part> {
        let is_told = self.item.has_page && self.book.edition.audience.sees_all();
        let source = self.item.sources.first().filter(|_| is_told)?;
        let tongue = &self.book.tongue;
        let words = match self.item.state() {
            Status::Done => key(
                "It is over, and nobody wrote down what came of it. Write it into {file}; it is shown here.",
            ),
            Status::Active => {
                key("When it is over, write what came of it into {file}; it is shown here.")
            }
            _ => return None,
        };
        let file = Markup::html(format!("<code>{}</code>", escape(&source.file)));
        let words = tongue.mark(words, &[("file", &file)]);
        let heading = tongue.say("Not reviewed yet");
        let level = if self.item.has_document { 2 } else { 4 };
        Some(Part::markup(format!(
            "<div class=\"empty mt4\"><h3>{heading}</h3><p>{}</p><pre tabindex=\"0\">{}</pre></div>",
            words.as_str(),
            escape(&paste(self.item, level))
        )))
    }
}

/// "3 of 4 success criteria were met."
fn met(tongue: &Tongue, criteria: &[Condition]) -> Option<String> {
    let boxed = criteria.iter().filter_map(|one| one.done);
    let (met, of) = boxed.fold((0, 0), |(met, of), done| (met + usize::from(done), of + 1));
    if criteria.is_empty() {
        return None;
    }
    let parts: [(&str, &dyn Display); 2] = [("met", &met), ("of", &of)];
    Some(match (met, of) {
        (_, 0) => {
            let words =
                tongue.say("None of its criteria has a box, so it is not known which were met.");
            words.into_owned()
        }
        (1, 1) => tongue.say("Its one criterion was met.").into_owned(),
        (0, 1) => tongue.say("Its one criterion was not met.").into_owned(),
        (met, of) if met == of => tongue.tell("All {of} criteria were met.", &parts),
        (0, _) => tongue.tell("None of {of} criteria was met.", &parts),
        (met, _) => tongue.count(
            met,
            "{met} of {of} criteria was met.",
            "{met} of {of} criteria were met.",
            &parts,
        ),
    })
}

/// A review to be filled in: each criterion waits for its result.
fn paste(item: &Entry, level: usize) -> String {
    let hashes = "#".repeat(level);
    let mut out = format!("{hashes} Review\n");
    let criteria = item.criteria.iter().map(|one| {
        let state = match one.done {
            Some(true) => "met",
            Some(false) => "not met",
            None => "met or not",
        };
        let words = one.text.lines().next().unwrap_or_default();
        format!("- {words} ({state}): …\n")
    });
    let criteria: String = criteria.collect();
    if !criteria.is_empty() {
        out.push_str(&format!("\n{criteria}"));
    }
    out.push_str(&format!(
        "\n{hashes}# Lessons learned\n\n- Went well: …\n- To improve: …\n- Carried into the next plan: …"
    ));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criteria(states: &[Option<bool>]) -> Vec<Condition> {
        let one = |done: &Option<bool>| Condition {
            text: "Quick".into(),
            done: *done,
            group: String::new(),
            notes: Vec::new(),
        };
        states.iter().map(one).collect()
    }

    #[test]
    fn only_boxes_say_what_was_met() {
        let said = |states: &[Option<bool>]| met(&Tongue::english(), &criteria(states));
        assert_eq!(said(&[]), None);
        let three = said(&[Some(true), Some(true), Some(false), None]);
        assert_eq!(three.as_deref(), Some("2 of 3 criteria were met."));
        assert_eq!(
            said(&[Some(true); 3]).as_deref(),
            Some("All 3 criteria were met.")
        );
        assert!(said(&[None]).is_some_and(|words| words.contains("not known")));
    }
}
