//! A small plan to begin with, in one of three styles, with dates that count from this week.

use crate::model::date::Date;
use crate::start::draft::Draft;

/// How a first plan is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A roadmap with milestones, issues without dates, a sheet for each week.
    FourTiers,
    /// Milestones, features and user stories, each a document with its template.
    Milestones,
    /// One document with phases, tables of tasks and a history of sprints.
    ProjectPlan,
}

/// A document's path and its text, both with places for dates.
type Sheet = (&'static str, &'static str);

const FOUR_TIERS: [Sheet; 3] = [
    ("ROADMAP.md", include_str!("plans/four-tiers/ROADMAP.md")),
    ("ISSUES.md", include_str!("plans/four-tiers/ISSUES.md")),
    (
        "weeks/{week}.md",
        include_str!("plans/four-tiers/weeks/week.md"),
    ),
];

const PROJECT_PLAN: [Sheet; 1] = [(
    "PROJECT_PLAN.md",
    include_str!("plans/project-plan/PROJECT_PLAN.md"),
)];

macro_rules! docs {
    ($($path:literal),* $(,)?) => {
        [$((concat!("docs/", $path), include_str!(concat!("plans/milestones/docs/", $path)))),*]
    };
}

const MILESTONES: [Sheet; 11] = docs![
    "README.md",
    "milestones/current-milestone.md",
    "milestones/milestone-2.md",
    "prd/hand-out/hand-out-prd.md",
    "prd/take-in/take-in-prd.md",
    "prd/template.md",
    "templates/milestone-overview.md",
    "user-stories/hand-out/us-3-fetch-a-parcel.md",
    "user-stories/take-in/us-1-scan-a-parcel.md",
    "user-stories/take-in/us-2-hear-of-a-parcel.md",
    "user-stories/template.md",
];

impl Style {
    /// The plan, as it begins on this day.
    pub fn drafts(self, today: Date) -> Vec<Draft> {
        let sheets: &[Sheet] = match self {
            Self::FourTiers => &FOUR_TIERS,
            Self::Milestones => &MILESTONES,
            Self::ProjectPlan => &PROJECT_PLAN,
        };
        let sheets = sheets.iter();
        let drafts = sheets.map(|(path, text)| Draft {
            path: dated(path, today),
            text: dated(text, today),
        });
        drafts.collect()
    }
}

/// The text with its places filled: `{today}`, `{week}`, and `{+32}` or `{+32 words}` for the day so many days after
/// the Monday of this week.
fn dated(text: &str, today: Date) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let filled = after.split_once('}');
        let filled = filled.and_then(|(place, after)| Some((fill(place, today)?, after)));
        match filled {
            Some((date, after)) => {
                out.push_str(&date);
                rest = after;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out + rest
}

fn fill(place: &str, today: Date) -> Option<String> {
    let day = |days: &str| moved(today.week().monday(), days.parse().ok()?);
    match place.split_once(' ') {
        Some((days, "words")) => day(days).map(Date::words),
        Some(_) => None,
        None if place == "today" => Some(today.to_string()),
        None if place == "week" => Some(today.week().to_string()),
        None => day(place).map(|day| day.to_string()),
    }
}

fn moved(day: Date, days: i64) -> Option<Date> {
    Date::from_unix((day.number() + days) * 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SATURDAY: &str = "2026-11-21";

    #[test]
    fn dates_count_from_the_monday_of_the_week() {
        let today = Date::iso(SATURDAY).unwrap();
        let dated = |text| dated(text, today);
        assert_eq!(dated("{today} {week}"), "2026-11-21 2026-W47");
        assert_eq!(dated("{+0}-{-3}"), "2026-11-16-2026-11-13");
        assert_eq!(dated("by {+32 words}."), "by 18 December 2026.");
        assert_eq!(dated("{a} {{+1} {"), "{a} {2026-11-17 {");
    }

    #[test]
    fn no_place_is_left_open() {
        let today = Date::iso(SATURDAY).unwrap();
        for style in [Style::FourTiers, Style::Milestones, Style::ProjectPlan] {
            for Draft { path, text } in style.drafts(today) {
                assert!(!path.contains('{') && !text.contains(['{', '}']), "{path}");
            }
        }
    }
}
