//! Questions put to an item that is made up.

use crate::model::date::Date;
use crate::query::answer::Answers;
use crate::query::field::Field;
use crate::query::parser;

/// Names of fields with what is stated there.
struct Item(&'static [(&'static str, &'static str)]);

impl Answers for Item {
    fn words(&self, field: &Field) -> Vec<String> {
        let mine = |name: &str| Field::named(name) == *field || field.is_own(name);
        let told = self.0.iter().filter(|(name, _)| mine(name));
        told.map(|(_, words)| (*words).to_string()).collect()
    }

    fn day(&self, field: &Field) -> Option<Date> {
        self.words(field).iter().find_map(|words| Date::iso(words))
    }

    fn number(&self, field: &Field) -> Option<f64> {
        self.words(field)
            .iter()
            .find_map(|words| words.parse().ok())
    }

    fn holds(&self, field: &Field) -> bool {
        !self.words(field).is_empty()
    }
}

fn holds(filter: &str) -> bool {
    let item = Item(&[
        ("kind", "task"),
        ("status", "blocked"),
        ("status", "Waits for legal"),
        ("title", "Search: the API"),
        ("owner", "@api-team"),
        ("owner", "Jürgen"),
        ("due", "2026-11-25"),
        ("progress", "40"),
        ("estimate", "3 days"),
        ("Risk level", "high"),
        ("blocked", "yes"),
        ("sprint", "2026-W47"),
    ]);
    let filter = parser::filter(filter).unwrap_or_else(|fault| panic!("{filter}: {fault:?}"));
    filter.holds(&item, Date::iso("2026-11-20").unwrap())
}

#[test]
fn words_are_compared_without_case_and_marks() {
    assert!(holds("kind is task") && holds("kind is Issues"));
    assert!(holds("status is blocked") && holds("status is \"waits for legal\""));
    assert!(holds("owner is API-Team") && holds("owner is jürgen"));
    assert!(!holds("owner is api") && holds("owner contains api"));
    assert!(holds("title contains \"the api\"") && holds("risk-level is High"));
    assert!(holds("kind is not story") && !holds("kind != task"));
    assert!(holds("kind in (story, task)") && holds("kind not in (story, phase)"));
}

#[test]
fn days_and_numbers_are_compared() {
    assert!(holds("due < today + 14 days") && !holds("due < today"));
    assert!(holds("due is next week") && holds("due <= next week") && !holds("due < next week"));
    assert!(holds("due after this week") && holds("due >= 2026-11-25"));
    assert!(holds("progress < 50") && holds("progress >= 40%") && holds("estimate = 3"));
    assert!(holds("estimate > 2") && !holds("start < today"));
}

#[test]
fn what_is_not_stated_can_be_asked_for() {
    assert!(holds("start is empty") && holds("due is not empty") && holds("owner"));
    assert!(!holds("start") && holds("not start") && holds("risk level"));
    assert!(holds("blocked") && holds("blocked is yes") && !holds("not blocked"));
    assert!(holds("overdue is no"));
    assert!(holds("sprint is 2026-W47") && !holds("sprint is 2026-W48"));
}

#[test]
fn parts_are_joined_as_one_reads_them() {
    assert!(holds("kind is story and overdue or blocked"));
    assert!(!holds("kind is story and (overdue or blocked)"));
    assert!(holds("not (kind is story or overdue)"));
    assert!(holds("") && holds("not not blocked"));
}

#[test]
fn found_during_work_is_asked_for_by_name() {
    assert!(
        parser::filter("not discovered")
            .unwrap()
            .asks_for_discovered()
    );
    assert!(
        !parser::filter("kind is task")
            .unwrap()
            .asks_for_discovered()
    );
}
