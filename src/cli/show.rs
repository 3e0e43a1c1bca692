//! `plansite show KEY`: one item, and all that is known of it.

use std::io::{self, Write};

use crate::cli::args::Global;
use crate::cli::ask::{ask, is_json, json};
use crate::cli::fault::Fault;
use crate::cli::inquiry::ShowArgs;
use crate::cli::meant::{meant, quoted};
use crate::cli::measure::{
    BAD, Cell, DIM, STRONG, WARN, heading, labelled, paragraph, rows, table,
};
use crate::cli::plain::plain;
use crate::cli::status::{blocked, figures, rest};
use crate::cli::terminal::Terminal;
use crate::page::answer::item::{Item, Value};
use crate::page::answer::named::{Called, Named, Place};
use crate::page::answer::next::Criterion;
use crate::page::answer::status::Done;
use crate::page::words::{capital, many};
use crate::pipeline::Stop;

/// So many rows has a list.
const ROWS: usize = 20;

/// So many lines of what is written are shown.
const LINES: usize = 16;

/// Where values begin.
const BESIDE: usize = 14;

/// Answers.
pub fn run(global: &Global, args: &ShowArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let asked = ask(global, args.path.as_deref(), &args.ask, terminal)?;
    let at = meant(&asked, &args.key)?;
    let item = Item::new(&asked.book, &asked.queue, at).map_err(Stop::from)?;
    match is_json(&args.ask) {
        true => json(&item, terminal)?,
        false => {
            let entry = asked.book.item(at);
            let about = About {
                item: &item,
                kind: capital(entry.kind.name()),
                done: Done::of(entry),
                health: entry.health.as_ref().map(|health| {
                    let words = format!("{}: {}", capital(health.value), health.why);
                    (health.value, words)
                }),
                criteria: entry.criteria.iter().map(Criterion::of).collect(),
            };
            about.print(&mut terminal.out)?;
        }
    }
    Ok(true)
}

struct About<'a> {
    item: &'a Item,
    kind: String,
    done: Option<Done>,
    health: Option<(&'static str, String)>,
    criteria: Vec<Criterion>,
}

impl About<'_> {
    fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let item = self.item;
        paragraph(&item.named.words, 0, STRONG, out)?;
        let place = item.named.place();
        let words = format!("{}, key {}  {place}", self.kind, quoted(&item.named.key));
        paragraph(&words, 0, DIM, out)?;
        writeln!(out)?;
        for value in &item.values {
            self.value(value, out)?;
        }
        self.figures(out)?;
        self.path(out)?;
        self.criteria(out)?;
        self.ties(out)?;
        self.parts(out)?;
        self.doubts(out)?;
        self.words(out)
    }

    /// A value, and at the right the line that states it, where both fit.
    fn value(&self, value: &Value, out: &mut dyn Write) -> io::Result<()> {
        let place = value.source.as_ref().map(Place::words);
        // Of the document where the item stands, the line is enough.
        let here = self.item.named.source.as_ref();
        let place = match (&value.source, here) {
            (Some(place), Some(here)) if place.file == here.file => {
                Some(format!("line {}", place.line))
            }
            _ => place,
        };
        let place = place.unwrap_or_default();
        let name = format!("{}:", value.name);
        if name.chars().count() < BESIDE
            && rows(&format!("{}  {place}", value.words), 78 - BESIDE).len() < 2
        {
            let cells = [
                Cell::new(&format!("{name:<width$}", width = BESIDE - 2), DIM),
                Cell::new(&value.words, ""),
                Cell::new(&place, DIM),
            ];
            return table(&[cells], 0, out);
        }
        let words = match place.is_empty() {
            true => value.words.clone(),
            false => format!("{} ({place})", value.words),
        };
        if name.chars().count() < BESIDE {
            return labelled(&plain(&name), &words, BESIDE, "", out);
        }
        paragraph(&name, 0, DIM, out)?;
        paragraph(&words, BESIDE, "", out)
    }

    fn figures(&self, out: &mut dyn Write) -> io::Result<()> {
        if let Some(done) = self.done {
            let mut words = done.words();
            if let Some(leaves) = done.leaves {
                words.push_str(&format!(" of its {}", many(leaves)));
            }
            if done.without_status > 0 {
                words.push_str(&format!(", {} without status", done.without_status));
            }
            labelled("Progress:", &words, BESIDE, "", out)?;
        }
        match &self.health {
            Some((value, words)) => {
                let style = match *value {
                    "late" => BAD,
                    "at risk" => WARN,
                    _ => "",
                };
                labelled("Health:", words, BESIDE, style, out)
            }
            None => Ok(()),
        }
    }

    fn path(&self, out: &mut dyn Write) -> io::Result<()> {
        let path: Vec<&str> = self.item.path.iter().map(|up| up.words.as_str()).collect();
        match path.len() > 1 {
            true => labelled("Path:", &path.join(" < "), BESIDE, "", out),
            false => Ok(()),
        }
    }

    fn criteria(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.criteria.is_empty() {
            return Ok(());
        }
        heading(&format!("Done when ({})", self.criteria.len()), out)?;
        for one in self.criteria.iter().take(ROWS) {
            let mark = match one.done {
                Some(true) => "  [x]",
                Some(false) => "  [ ]",
                None => "  -",
            };
            labelled(mark, &one.text, 6, "", out)?;
        }
        rest(self.criteria.len(), self.criteria.len().min(ROWS), out)
    }

    fn ties(&self, out: &mut dyn Write) -> io::Result<()> {
        let item = self.item;
        if let Some(stuck) = &item.blocked {
            blocked(std::slice::from_ref(stuck), 1, 1, out)?;
        }
        if let Some(words) = &item.readiness {
            heading("Can it be begun?", out)?;
            paragraph(&capital(words), 2, "", out)?;
        }
        if !item.depends_on.is_empty() {
            heading(&format!("Depends on ({})", item.depends_on.len()), out)?;
            for called in item.depends_on.iter().take(ROWS) {
                lead(called, out)?;
            }
            rest(item.depends_on.len(), item.depends_on.len().min(ROWS), out)?;
        }
        let waiting = &item.waiting;
        if waiting.count > 0 {
            heading(&format!("What waits for it ({})", waiting.count), out)?;
            let some: Vec<&Named> = waiting.items.iter().take(ROWS).collect();
            named(&some, out)?;
            rest(waiting.count, some.len(), out)?;
        }
        Ok(())
    }

    fn parts(&self, out: &mut dyn Write) -> io::Result<()> {
        let parts = &self.item.parts;
        if parts.count == 0 {
            return Ok(());
        }
        heading(&format!("Parts ({})", parts.count), out)?;
        let some = parts.items.iter().take(ROWS);
        let rows: Vec<[Cell; 4]> = some
            .map(|part| {
                let [of, percent] = figures(part.progress, "");
                [
                    Cell::new(&part.item.words, ""),
                    Cell::new(state(&part.item), DIM),
                    of,
                    percent,
                ]
            })
            .collect();
        table(&rows, 2, out)?;
        rest(parts.count, rows.len(), out)
    }

    fn doubts(&self, out: &mut dyn Write) -> io::Result<()> {
        let item = self.item;
        if !item.contradictions.is_empty() {
            heading("Said otherwise elsewhere", out)?;
            for other in item.contradictions.iter().take(ROWS) {
                let words = format!(
                    "{}: “{}” counts; {} says “{}”",
                    other.field,
                    other.counts,
                    other.source.words(),
                    other.said
                );
                paragraph(&words, 2, WARN, out)?;
            }
        }
        if !item.findings.is_empty() {
            heading(&format!("Findings ({})", item.findings.len()), out)?;
            for told in item.findings.iter().take(ROWS) {
                let words = format!("{}: {}", told.rule, told.message);
                paragraph(&words, 2, WARN, out)?;
                paragraph(&told.source.words(), 4, DIM, out)?;
            }
        }
        let mentions = &item.mentioned_by;
        if mentions.count > 0 {
            heading(&format!("Mentioned by ({})", mentions.count), out)?;
            for mention in mentions.items.iter().take(ROWS) {
                let place = mention.source.as_ref().map(Place::words);
                let place = place.unwrap_or_default();
                let who = mention.item.as_ref().map(|item| item.words.as_str());
                let words = who.unwrap_or("a document");
                table(&[[Cell::new(words, ""), Cell::new(&place, DIM)]], 2, out)?;
            }
            rest(mentions.count, mentions.items.len().min(ROWS), out)?;
        }
        Ok(())
    }

    /// The beginning of what is written of it.
    fn words(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(body) = &self.item.body else {
            return Ok(());
        };
        heading("Written of it", out)?;
        let lines: Vec<&str> = body.text.lines().collect();
        for line in lines.iter().take(LINES) {
            match line.trim().is_empty() {
                true => writeln!(out)?,
                false => paragraph(line, 2, "", out)?,
            }
        }
        let left = lines.len().saturating_sub(LINES);
        match left > 0 || body.truncated {
            true => paragraph("… the document has the rest", 2, DIM, out),
            false => Ok(()),
        }
    }
}

fn state(item: &Named) -> &str {
    item.status.as_ref().map_or("unknown", |state| state.value)
}

fn lead(called: &Called, out: &mut dyn Write) -> io::Result<()> {
    match &called.item {
        Some(item) => named(&[item], out)?,
        None => paragraph(&called.words(), 2, "", out)?,
    }
    match called.inferred {
        true => paragraph(&format!("written “{}”, inferred", called.raw), 4, DIM, out),
        false => Ok(()),
    }
}

fn named(items: &[&Named], out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<[Cell; 2]> = items
        .iter()
        .map(|item| [Cell::new(&item.words, ""), Cell::new(state(item), DIM)])
        .collect();
    table(&rows, 2, out)
}
