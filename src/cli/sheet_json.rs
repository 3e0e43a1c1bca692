//! The lines of a document as JSON, and with each what it was taken for.

use std::ops::Range;

use serde::Serialize;

use crate::edition::line::{Line, Taken};
use crate::edition::nature::{Counts, Nature};
use crate::edition::record::Record;
use crate::edition::why::Why;

/// A document.
#[derive(Serialize)]
struct SheetJson<'a> {
    schema: &'static str,
    file: &'a str,
    /// Why nothing was taken from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    counts: CountsJson,
    lines: Vec<LineJson<'a>>,
}

#[derive(Serialize)]
struct CountsJson {
    taken: usize,
    prose: usize,
    comments: usize,
    silent: usize,
    doubts: usize,
}

#[derive(Serialize)]
struct LineJson<'a> {
    line: usize,
    text: &'a str,
    nature: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reader: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    taken: Vec<TakenJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doubts: Vec<DoubtJson>,
}

#[derive(Serialize)]
struct TakenJson<'a> {
    /// Where in the line the words begin and end, in bytes.
    start: usize,
    end: usize,
    /// The field; of an item itself, its kind.
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    value: &'a str,
    /// The key of the item that this is said of; none where it is the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    /// The key of the item that it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
}

#[derive(Serialize)]
struct DoubtJson {
    start: usize,
    end: usize,
    why: String,
}

/// The lines of a document.
pub fn json(record: &Record, at: usize) -> serde_json::Result<String> {
    let lines = record.lines(at);
    let counts = Counts::of(&lines);
    let told = lines.iter().enumerate();
    serde_json::to_string(&SheetJson {
        schema: "plansite/explain/1",
        file: record.path(at),
        why: record.why(at).map(Why::words),
        counts: CountsJson {
            taken: counts.taken,
            prose: counts.prose,
            comments: counts.comments,
            silent: counts.silent,
            doubts: counts.doubts,
        },
        lines: told
            .map(|(at, line)| one(record, at + 1, line, lines.get(at + 1)))
            .collect(),
    })
}

fn one<'a>(record: &Record, number: usize, line: &'a Line, next: Option<&Line>) -> LineJson<'a> {
    let nature = Nature::of(line, next);
    let doubts = line.doubts.iter().map(|doubt| DoubtJson {
        start: doubt.range.start,
        end: end(&doubt.range),
        why: doubt.words(),
    });
    LineJson {
        line: number,
        text: &line.text,
        nature: name(nature),
        reader: line.reader.filter(|_| nature.is_taken()),
        taken: line.taken.iter().map(|one| taken(record, one)).collect(),
        doubts: doubts.collect(),
    }
}

fn taken<'a>(record: &Record, taken: &'a Taken) -> TakenJson<'a> {
    TakenJson {
        start: taken.range.start,
        end: end(&taken.range),
        name: &taken.name,
        value: &taken.value,
        item: taken.item.map(|item| record.key(item)),
        to: taken.to.map(|item| record.key(item)),
    }
}

fn end(range: &Range<usize>) -> usize {
    range.end.max(range.start)
}

/// The name of what a line is, as one word.
fn name(nature: Nature) -> &'static str {
    match nature {
        Nature::Taken => "taken",
        Nature::Columns => "columns",
        Nature::Read => "read",
        Nature::Comment => "comment",
        Nature::Blank => "blank",
        Nature::Rule => "rule",
        Nature::Grid => "grid",
        Nature::Heading => "heading",
        Nature::Prose => "prose",
    }
}
