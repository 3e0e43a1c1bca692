//! `plansite check --reading`: what was read as what, document by document and as a whole.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::cli::plain::{plain, short};
use crate::cli::report::several;
use crate::edition::reads::Reads;
use crate::edition::record::Record;
use crate::edition::why::Why;
use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::page::words::{count, list};
use crate::pipeline::Checked;

/// How one document was read.
#[derive(Serialize)]
pub struct ReadingJson<'a> {
    file: &'a str,
    /// Its kind, where the document as a whole is an item; else what became of it.
    read_as: &'static str,
    /// Why nothing was taken from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    /// How many blocks each reader claimed.
    readers: BTreeMap<&'static str, usize>,
    /// How many items are mentioned in it.
    items: BTreeMap<&'static str, usize>,
    /// How many blocks were left as prose.
    prose: usize,
    /// How many words readers were in doubt about.
    doubts: usize,
}

/// What was read as a whole.
#[derive(Serialize)]
pub struct ReadsJson<'a> {
    documents: usize,
    with_items: usize,
    items: BTreeMap<&'static str, usize>,
    /// Documents from which nothing was taken.
    left: Vec<LeftJson<'a>>,
    /// Tables and lists that nobody claimed.
    unclaimed: Vec<UnclaimedJson<'a>>,
    frameworks: Vec<FrameworkJson<'a>>,
    /// Files that were not read.
    skipped: Vec<SkippedJson<'a>>,
}

#[derive(Serialize)]
struct LeftJson<'a> {
    read_as: &'static str,
    why: &'static str,
    files: Vec<&'a str>,
}

#[derive(Serialize)]
struct UnclaimedJson<'a> {
    file: &'a str,
    line: usize,
    shape: &'static str,
    words: &'a str,
    heading: &'a str,
}

#[derive(Serialize)]
struct FrameworkJson<'a> {
    name: &'static str,
    units: &'static str,
    count: usize,
    folder: &'a str,
}

#[derive(Serialize)]
struct SkippedJson<'a> {
    file: &'a str,
    why: &'a str,
}

/// The documents and what became of them.
pub struct Reading<'a> {
    checked: &'a Checked,
    record: Record,
    reads: Reads,
}

impl<'a> Reading<'a> {
    /// Of what was read.
    pub fn new(checked: &'a Checked) -> Self {
        let record = Record::new(
            checked.plan.clone(),
            checked.files.clone(),
            checked.documents.clone(),
            checked.findings.clone(),
        );
        let reads = Reads::of(&record);
        Self {
            checked,
            record,
            reads,
        }
    }

    /// Each document, for programs.
    pub fn documents(&self) -> Vec<ReadingJson<'_>> {
        let checked = self.checked;
        let mut read: Vec<Option<Kind>> = vec![None; checked.files.len()];
        for (_, item) in checked.plan.items() {
            let whole = item.sources.iter();
            for source in whole.filter(|source| source.role <= Role::Alias) {
                read[source.place.file.0 as usize] = Some(item.kind);
            }
        }
        let all = checked.documents.iter().enumerate();
        all.map(|(at, document)| {
            let mut readers = BTreeMap::new();
            for (_, reader) in document.taken() {
                *readers.entry(reader).or_default() += 1;
            }
            let why = self.record.why(at);
            ReadingJson {
                file: self.record.path(at),
                read_as: match (why, read[at]) {
                    (Some(why), _) => why.name(),
                    (None, Some(kind)) => kind.name(),
                    (None, None) => "plan",
                },
                why: why.map(Why::words),
                readers,
                items: named(self.record.kinds_in(at)),
                prose: document.prose,
                doubts: document.notes.len(),
            }
        })
        .collect()
    }

    /// The whole, for programs.
    pub fn whole(&self) -> ReadsJson<'_> {
        let reads = &self.reads;
        let path = |at: &usize| self.record.path(*at);
        let left = reads.left.iter().map(|(why, files)| LeftJson {
            read_as: why.name(),
            why: why.words(),
            files: files.iter().map(path).collect(),
        });
        let unclaimed = reads.unclaimed.iter();
        let unclaimed = unclaimed.map(|(at, line, one)| UnclaimedJson {
            file: path(at),
            line: *line,
            shape: one.shape,
            words: &one.words,
            heading: &one.heading,
        });
        let frameworks = reads.frameworks.iter().map(|one| FrameworkJson {
            name: one.name,
            units: one.units,
            count: one.count,
            folder: &one.folder,
        });
        ReadsJson {
            documents: reads.documents,
            with_items: reads.with_items,
            items: named(reads.items.clone()),
            left: left.collect(),
            unclaimed: unclaimed.collect(),
            frameworks: frameworks.collect(),
            skipped: self
                .skipped()
                .map(|(file, why)| SkippedJson { file, why })
                .collect(),
        }
    }

    fn skipped(&self) -> impl Iterator<Item = (&str, &str)> {
        let skipped = self.checked.skipped.iter().chain(&self.checked.links);
        skipped.map(|(path, why)| (path.as_str(), why.as_str()))
    }

    /// All of it, for people.
    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        for document in self.documents() {
            document.print(out)?;
        }
        writeln!(out)?;
        self.sums(out)?;
        self.left(out)?;
        self.unclaimed(out)?;
        let frameworks = self.reads.frameworks.iter();
        let frameworks: Vec<String> = frameworks.map(|one| plain(&one.words())).collect();
        section(
            out,
            "Recognised, and read like everything else",
            &frameworks,
        )?;
        let skipped = self
            .skipped()
            .map(|(path, why)| plain(&format!("{path}: {why}")));
        section(out, "Not read", &skipped.collect::<Vec<_>>())
    }

    fn sums(&self, out: &mut dyn Write) -> io::Result<()> {
        let Reads {
            documents,
            with_items,
            items,
            ..
        } = &self.reads;
        let kinds: Vec<String> = items.iter().map(|(kind, n)| count(*n, *kind)).collect();
        let kinds = match kinds.is_empty() {
            true => "no item".to_string(),
            false => list(&kinds),
        };
        let hold = if *with_items == 1 { "holds" } else { "hold" };
        let all = several(*documents, "document");
        writeln!(out, "{all} read, {with_items} {hold} items: {kinds}")
    }

    fn left(&self, out: &mut dyn Write) -> io::Result<()> {
        let left = self.reads.left.iter().map(|(why, files)| {
            let all = several(files.len(), "document");
            format!("{all}: {}", why.words())
        });
        section(out, "Left as prose", &left.collect::<Vec<_>>())
    }

    fn unclaimed(&self, out: &mut dyn Write) -> io::Result<()> {
        let lines = self.reads.unclaimed.iter().map(|(at, line, one)| {
            let below = match one.heading.is_empty() {
                true => String::new(),
                false => format!(" below “{}”", one.heading),
            };
            let told = short(&format!("{}{below}: {}", one.shape, one.words));
            format!("{}:{line}: {told}", plain(self.record.path(*at)))
        });
        let title = "Looks like a plan, and nobody read it";
        section(out, title, &lines.collect::<Vec<_>>())
    }
}

fn named(kinds: BTreeMap<Kind, usize>) -> BTreeMap<&'static str, usize> {
    let named = kinds.into_iter();
    named.map(|(kind, count)| (kind.name(), count)).collect()
}

fn section(out: &mut dyn Write, title: &str, lines: &[String]) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{title}")?;
    for line in lines {
        writeln!(out, "    {line}")?;
    }
    Ok(())
}

impl ReadingJson<'_> {
    fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}: {}", plain(self.file), self.read_as)?;
        let kinds = Kind::all().map(Kind::name);
        let kinds = kinds.filter_map(|kind| Some(several(*self.items.get(kind)?, kind)));
        line(out, "items", &kinds.collect::<Vec<_>>())?;
        let readers = self.readers.iter();
        let readers = readers.map(|(name, count)| format!("{name} {count}"));
        line(out, "read by", &readers.collect::<Vec<_>>())?;
        let prose = (self.prose > 0).then(|| format!("{} of prose", several(self.prose, "block")));
        let doubts = (self.doubts > 0).then(|| several(self.doubts, "doubt"));
        let left: Vec<String> = prose.into_iter().chain(doubts).collect();
        line(out, "left", &left)
    }
}

fn line(out: &mut dyn Write, name: &str, parts: &[String]) -> io::Result<()> {
    if parts.is_empty() {
        return Ok(());
    }
    writeln!(out, "    {name:8} {}", parts.join(", "))
}
