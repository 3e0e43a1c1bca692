//! The shapes of what is said of items: values, references, figures, findings, and where they stand.

use serde::Serialize;

use crate::edition::entry::{Claim, Condition, Fact, Finding, Source, Velocity};
use crate::model::tally::Tally;
use crate::model::when::{Count, Precision, When};

#[derive(Serialize)]
pub(super) struct VelocityJson {
    pub(super) mean: f64,
    pub(super) of: usize,
}

impl VelocityJson {
    pub(super) fn of(velocity: Velocity) -> Self {
        Self {
            mean: rounded(velocity.mean),
            of: velocity.of,
        }
    }
}

#[derive(Serialize)]
pub(super) struct ClaimJson<'a, T> {
    pub(super) value: T,
    pub(super) raw: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Spot<'a>>,
}

#[derive(Serialize)]
pub(super) struct FigureJson<'a> {
    pub(super) value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) raw: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Spot<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) counted: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
pub(super) struct WhenJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<String>,
    pub(super) raw: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) approximate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) counted: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) derived: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Spot<'a>>,
}

impl<'a> WhenJson<'a> {
    pub(super) fn of(said: &'a Claim<When>) -> Self {
        let precision = said.value.precision;
        Self {
            value: said.value.day.map(|day| day.to_string()),
            raw: &said.raw,
            approximate: said.value.approximate,
            precision: (said.value.day.is_some() && precision != Precision::Day)
                .then(|| precision.name()),
            counted: said.value.count.map(Count::words),
            derived: said.value.derived,
            source: said.source.as_ref().map(Spot::of),
        }
    }
}

#[derive(Serialize)]
pub(super) struct LeadJson<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) raw: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) inferred: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub(super) external: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Line<'a>>,
}

#[derive(Serialize)]
pub(super) struct FactJson<'a> {
    pub(super) raw: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Line<'a>>,
}

impl<'a> FactJson<'a> {
    pub(super) fn of(fact: &'a Fact) -> Self {
        Self {
            raw: &fact.raw,
            source: fact.source.as_ref().map(Line::of),
        }
    }
}

#[derive(Serialize)]
pub(super) struct CriterionJson<'a> {
    pub(super) text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) done: Option<bool>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) group: &'a str,
}

impl<'a> CriterionJson<'a> {
    pub(super) fn of(condition: &'a Condition) -> Self {
        Self {
            text: &condition.text,
            done: condition.done,
            group: &condition.group,
        }
    }
}

#[derive(Serialize)]
pub(super) struct MoveJson<'a> {
    pub(super) change: &'static str,
    #[serde(flatten)]
    pub(super) item: LeadJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct TallyJson {
    pub(super) done: u32,
    pub(super) of: u32,
}

impl TallyJson {
    pub(super) fn of(tally: Tally) -> Self {
        Self {
            done: tally.done,
            of: tally.of,
        }
    }
}

#[derive(Serialize)]
pub(super) struct ProgressJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) done: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) percent: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) leaves: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) without_status: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) not_counted: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) declared: Option<DeclaredJson<'a>>,
}

#[derive(Serialize)]
pub(super) struct DeclaredJson<'a> {
    pub(super) raw: &'a str,
    pub(super) done: u32,
    pub(super) of: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Line<'a>>,
}

impl<'a> DeclaredJson<'a> {
    pub(super) fn of(said: &'a Claim<Tally>) -> Self {
        let Tally { done, of } = said.value;
        Self {
            raw: &said.raw,
            done,
            of,
            source: said.source.as_ref().map(Line::of),
        }
    }
}

#[derive(Serialize)]
pub(super) struct HealthJson<'a> {
    pub(super) value: &'static str,
    pub(super) why: &'a str,
}

#[derive(Serialize)]
pub(super) struct FindingJson<'a> {
    pub(super) rule: &'static str,
    pub(super) severity: &'static str,
    pub(super) message: &'a str,
    #[serde(flatten)]
    pub(super) source: Spot<'a>,
}

impl<'a> FindingJson<'a> {
    pub(super) fn of(finding: &'a Finding) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity.word(),
            message: &finding.message,
            source: Spot::of(&finding.source),
        }
    }
}

/// Where something stands, by line.
#[derive(Serialize)]
pub(super) struct Line<'a> {
    pub(super) file: &'a str,
    pub(super) line: u32,
}

impl<'a> Line<'a> {
    pub(super) fn of(source: &'a Source) -> Self {
        Self {
            file: &source.file,
            line: source.line,
        }
    }
}

/// Where something stands, by line and column.
#[derive(Serialize)]
pub(super) struct Spot<'a> {
    pub(super) file: &'a str,
    pub(super) line: u32,
    pub(super) column: u32,
}

impl<'a> Spot<'a> {
    pub(super) fn of(source: &'a Source) -> Self {
        Self {
            file: &source.file,
            line: source.line,
            column: source.column,
        }
    }
}

pub(super) fn claim<'a, V, T>(claim: &'a Claim<V>, value: T) -> ClaimJson<'a, T> {
    ClaimJson {
        value,
        raw: &claim.raw,
        source: claim.source.as_ref().map(Spot::of),
    }
}

pub(super) fn words(said: &Claim<String>) -> ClaimJson<'_, &str> {
    claim(said, &said.value)
}

pub(super) fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}
