//! health.html: what was found to be wrong with the plan, and where.

mod fold;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::Severity;
use crate::edition::entry::Finding;
use crate::lint::rules;
use crate::page::book::{Book, relative};
use crate::page::declared::declared;
use crate::page::lines;
use crate::page::mark;
use crate::page::noun::documents as so_many;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{links, pages as page_count, range};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::spoken;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// What is wrong with the plan.
pub struct Health;

impl Page for Health {
    fn name(&self) -> &'static str {
        "health"
    }

    /// Only who sees all sees findings; then the page is there even if nothing was found.
    fn add(&self, book: &Book, pages: &mut Pages) {
        let Some(record) = &book.edition.record else {
            return;
        };
        let findings = &book.edition.findings;
        let index = Arc::new(Index {
            rows: fold::rows(&order(findings), findings),
            readings: (0..record.len())
                .map(|at| (record.path(at).to_string(), at))
                .collect(),
        });
        for page in 0..page_count(index.rows.len()) {
            pages.leaves.push(leaf(book, page, index.clone()));
        }
    }
}

/// The findings as they are shown, and the pages of the documents.
struct Index {
    /// The findings of each row, by position.
    rows: Vec<Vec<usize>>,
    readings: BTreeMap<String, usize>,
}

/// The positions of findings as they are shown: what weighs most first, then by rule.
pub fn order(findings: &[Finding]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| (Reverse(findings[*at].severity), findings[*at].rule));
    order
}

/// The address of the finding that stands in this row.
fn address(at: usize, row: usize) -> String {
    format!("{}#f{}", list_page("health", row / ROWS), at + 1)
}

/// What the template is given.
#[derive(Serialize)]
struct Context {
    sheet: Sheet,
    pager: Option<Markup>,
    is_first: bool,
}

fn leaf(book: &Book, page: usize, index: Arc<Index>) -> Leaf {
    let is_first = page == 0;
    let rows = range(page, index.rows.len());
    let title = match is_first {
        true => book.tongue.say("Plan health").into_owned(),
        false => book.tongue.tell(
            "Plan health, {first} to {last}",
            &[("first", &(rows.start + 1)), ("last", &rows.end)],
        ),
    };
    Leaf {
        address: list_page("health", page),
        title,
        description: book
            .tongue
            .say("What contradicts itself or leads nowhere in the plan")
            .into_owned(),
        entry: Some("health.html".into()),
        branch: None,
        is_wide: false,
        crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
        style: None,
        fill: Box::new(move |book| {
            let telling = Telling {
                book,
                index: &index,
                page,
            };
            let context = Context {
                sheet: telling.sheet(),
                pager: links(&book.tongue, "health", page, index.rows.len()),
                is_first,
            };
            let main = book.render("health", &context)?;
            let mut inner = context.sheet.inner(&book.tongue, main);
            if is_first {
                inner.sections.push((
                    "run".into(),
                    book.tongue.say("Run it yourself").into_owned(),
                ));
            }
            Ok(inner)
        }),
    }
}

/// What is told on one page.
struct Telling<'a> {
    book: &'a Book,
    index: &'a Index,
    page: usize,
}

impl Telling<'_> {
    fn sheet(&self) -> Sheet {
        let is_first = self.page == 0;
        let declared = is_first.then(|| declared(self.book)).flatten();
        let rules = is_first.then(|| self.rules()).flatten();
        Sheet {
            drawing: None,
            head: Head {
                title: Markup::text(&self.book.tongue.say("Plan health")),
                lead: Some(self.lead()),
                ..Head::default()
            },
            sections: declared
                .into_iter()
                .chain(self.findings())
                .chain(rules)
                .collect(),
            write: Vec::new(),
            ..Sheet::default()
        }
    }

    fn lead(&self) -> Markup {
        let findings = &self.book.edition.findings;
        let read = self.book.edition.read.as_ref();
        let documents = read.map_or(0, |read| read.documents);
        let first = self.index.rows.first().map(|row| row[0]);
        let first = first.filter(|at| findings[*at].severity > Severity::Note);
        let mut words = escape(&sentence(&self.book.tongue, findings, documents)).into_owned();
        if let Some(at) = first {
            let to = format!("{}#f{}", list_page("health", 0), at + 1);
            let from = list_page("health", self.page);
            words.push_str(&format!(
                " {}",
                self.first(&relative(&from, &to), &findings[at]).as_str()
            ));
        }
        Markup::html(words)
    }

    /// The finding that is mended first, and the way to it.
    fn first(&self, href: &str, finding: &Finding) -> Markup {
        let tongue = &self.book.tongue;
        let link = mark::anchor(href, &tongue.say("Mend this first"), "");
        let words = spoken::sentence(tongue, &finding.message);
        tongue.mark("{link}: {words}", &[("link", &link), ("words", &words)])
    }

    fn findings(&self) -> Option<Section> {
        let rows = range(self.page, self.index.rows.len());
        let shown = &self.index.rows[rows];
        let table = Table {
            caption: self.book.tongue.say("Findings").into_owned(),
            head: Column::all([("Severity", ""), ("Finding", "grow"), ("Rule", "")]),
            rows: shown.iter().map(|row| self.row(row)).collect(),
        };
        (!shown.is_empty()).then(|| {
            Section::new("findings", "Findings")
                .count(self.book.edition.findings.len())
                .with(Part::table(table))
        })
    }

    /// The first of the findings of a row, and the places of the others.
    fn row(&self, findings: &[usize]) -> Row {
        let (tongue, at) = (&self.book.tongue, findings[0]);
        let finding = &self.book.edition.findings[at];
        let help = finding.help.as_ref().map_or(String::new(), |help| {
            let help = spoken::sentence(tongue, help);
            format!("<span class=\"sub\">{}</span>", help.as_str())
        });
        let words = format!(
            "{}{help}{}{}",
            spoken::sentence(tongue, &finding.message).as_str(),
            self.place(finding),
            self.others(&findings[1..])
        );
        // What the rules mean stands on the first page.
        let first = match self.page {
            0 => String::new(),
            page => relative(&list_page("health", page), &list_page("health", 0)),
        };
        let rule = format!(
            "<a class=\"quiet\" href=\"{}#rule-{1}\"><code>{1}</code></a>",
            escape(&first),
            finding.rule
        );
        Row {
            id: Some(format!("f{}", at + 1)),
            cells: vec![
                severity(tongue, finding.severity),
                Markup::html(words),
                Markup::html(rule),
            ],
        }
    }

    /// The further places of one cause.
    fn others(&self, findings: &[usize]) -> String {
        let findings = findings.iter();
        let places = findings.map(|at| (*at, self.place(&self.book.edition.findings[*at])));
        fold::places(&self.book.tongue, places.collect())
    }

    /// Where it is: the line as it was read, and the document where it can be seen.
    fn place(&self, finding: &Finding) -> String {
        let source = &finding.source;
        let words = format!("{}:{}", source.file, source.line);
        let from = list_page("health", self.page);
        let reading = self.index.readings.get(&*source.file);
        let reading = reading.map(|at| {
            let page = self.book.routes.reading(*at);
            relative(&from, &lines::address(page, source.line as usize))
        });
        let mut out = match reading {
            Some(href) => mark::anchor(&href, &words, "mono").as_str().to_string(),
            None => format!("<span class=\"mono\">{}</span>", escape(&words)),
        };
        if let Some(href) = self.book.source(&source.file, source.line) {
            out.push_str(" · ");
            out.push_str(mark::anchor(&href, &self.book.tongue.say("source"), "quiet").as_str());
        }
        out
    }

    /// What the rules mean whose findings there are.
    fn rules(&self) -> Option<Section> {
        let findings = &self.book.edition.findings;
        let mut found: BTreeMap<&str, (String, usize)> = BTreeMap::new();
        for (place, row) in self.index.rows.iter().enumerate() {
            let first = || (address(row[0], place), 0);
            let (_, count) = found.entry(findings[row[0]].rule).or_insert_with(first);
            *count += row.len();
        }
        let from = list_page("health", 0);
        let row = |(rule, (first, count)): (&str, (String, usize))| {
            let to = relative(&from, &first);
            Row {
                id: Some(format!("rule-{rule}")),
                cells: vec![
                    Markup::html(format!("<code>{}</code>", escape(rule))),
                    meaning(&self.book.tongue, rule),
                    mark::anchor(&to, &count.to_string(), ""),
                ],
            }
        };
        let tongue = &self.book.tongue;
        let table = Table {
            caption: tongue.tell("The rules whose findings stand here", &[]),
            head: Column::all([
                ("Rule", ""),
                ("What it looks for", "grow"),
                ("Findings", "r"),
            ]),
            rows: found.into_iter().map(row).collect(),
        };
        (!table.rows.is_empty())
            .then(|| Section::new("rules", "What the rules look for").with(Part::table(table)))
    }
}

/// What the page of a rule says before its first example: what it finds, why that matters, what to do.
fn meaning(tongue: &Tongue, rule: &str) -> Markup {
    let page = rules::find(rule).map_or("", |rule| rule.page());
    let paragraphs = page.split("\n\n").skip(1);
    let words = paragraphs.take_while(|words| !words.starts_with(['`', '#', '-', '|']));
    let words = words.map(|words| mark::told(&tongue.say(words.trim())));
    let words: Vec<Markup> = words.collect();
    let Some((what, why)) = words.split_first() else {
        return Markup::default();
    };
    let why = why
        .iter()
        .map(|words| format!("<span class=\"sub\">{}</span>", words.as_str()));
    Markup::html(what.as_str().to_string() + &why.collect::<String>())
}

/// "12 findings in 86 documents: 2 errors, 8 warnings and 2 notes."
fn sentence(tongue: &Tongue, findings: &[Finding], documents: usize) -> String {
    let of = |severity| {
        let found = findings
            .iter()
            .filter(|finding| finding.severity == severity);
        match found.count() {
            0 => None,
            number => Some(so_grave(tongue, severity, number)),
        }
    };
    let weights = [Severity::Error, Severity::Warning, Severity::Note];
    let counts: Vec<String> = weights.into_iter().filter_map(of).collect();
    let read = so_many(tongue, documents);
    let documents: (&str, &dyn Display) = ("documents", &read);
    match counts.as_slice() {
        [] => tongue.tell("Nothing was found in {documents}.", &[documents]),
        [one] => tongue.tell(
            "{findings} in {documents}.",
            &[("findings", one), documents],
        ),
        _ => tongue.count(
            findings.len(),
            "{number} finding in {documents}: {counts}.",
            "{number} findings in {documents}: {counts}.",
            &[documents, ("counts", &tongue.list(&counts))],
        ),
    }
}

fn so_grave(tongue: &Tongue, severity: Severity, number: usize) -> String {
    match severity {
        Severity::Error => tongue.count(number, "{number} error", "{number} errors", &[]),
        Severity::Warning => tongue.count(number, "{number} warning", "{number} warnings", &[]),
        Severity::Note => tongue.count(number, "{number} note", "{number} notes", &[]),
    }
}

fn severity(tongue: &Tongue, severity: Severity) -> Markup {
    let (style, icon, word) = match severity {
        Severity::Error => ("error", "error", key("Error")),
        Severity::Warning => ("warning", "warn", key("Warning")),
        Severity::Note => ("info", "info", key("Note")),
    };
    let word = tongue.say(word);
    let word = escape(&word);
    Markup::html(format!(
        "<span class=\"chip sev-{style}\"><i class=\"i i-{icon}\"></i>{word}</span>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::entry::Source;

    fn finding(severity: Severity, rule: &'static str) -> Finding {
        Finding {
            rule,
            severity,
            message: "`a` is no status".into(),
            help: None,
            source: Source {
                file: "a.md".into(),
                line: 1,
                column: 1,
            },
        }
    }

    #[test]
    fn findings_are_counted_by_weight() {
        let english = Tongue::english();
        let [note, warning, error] =
            [Severity::Note, Severity::Warning, Severity::Error].map(|weight| finding(weight, "a"));
        let all = [note.clone(), warning.clone(), error, warning];
        assert_eq!(
            sentence(&english, &[], 86),
            "Nothing was found in 86 documents."
        );
        assert_eq!(sentence(&english, &[note], 1), "1 note in 1 document.");
        assert_eq!(
            sentence(&english, &all, 2),
            "4 findings in 2 documents: 1 error, 2 warnings and 1 note."
        );
    }

    #[test]
    fn what_weighs_most_stands_first_and_keeps_its_number() {
        let findings = [
            finding(Severity::Note, "a"),
            finding(Severity::Warning, "c"),
            finding(Severity::Warning, "b"),
            finding(Severity::Error, "z"),
        ];
        let order = order(&findings);
        assert_eq!(order, [3, 2, 1, 0]);
        assert_eq!(address(2, 1), "health.html#f3");
    }

    #[test]
    fn a_finding_is_a_sentence() {
        let html = spoken::sentence(&Tongue::english(), &"there is no `a`".into());
        assert_eq!(html.as_str(), "There is no <code>a</code>.");
    }

    #[test]
    fn every_rule_says_what_it_looks_for_and_what_to_do() {
        for rule in rules::RULES {
            let words = meaning(&Tongue::english(), rule.name());
            assert!(words.as_str().contains('.'), "{}", rule.name());
            assert!(!words.as_str().contains("```"), "{}", words.as_str());
        }
        assert_eq!(meaning(&Tongue::english(), "no-such-rule").as_str(), "");
    }
}
