//! No word of ours is on a page that its language did not say: sites in a made-up language, walked word by word.
//!
//! In that language each word of the catalog stands between brackets. What stands outside them on a page must be
//! written in the plan.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod printed;
mod scratch;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use harness::plans;
use plansite::pipeline;
use plansite::theme::tongue::sentence::{Piece, pieces};
use printed::Printed;
use rayon::prelude::*;
use scratch::Scratch;
use toml_edit::DocumentMut;

/// Begin and end what a catalog said.
const SAID: (char, char) = ('⟦', '⟧');

/// A language in which everything is said as in English, between brackets.
fn made_up() -> String {
    let path = plans::home().join("themes/default/words/de.toml");
    let german: DocumentMut = fs::read_to_string(path).unwrap().parse().unwrap();
    let mut made = DocumentMut::new();
    for (words, _) in german.iter() {
        made[words] = toml_edit::value(bracketed(words));
    }
    made.to_string()
}

/// Each run of words between brackets; what fills the holes stays outside.
fn bracketed(words: &str) -> String {
    let piece = |piece| match piece {
        Piece::Hole(name) => format!("{{{name}}}"),
        Piece::Words(words) => {
            let runs = words.split('*').map(|run| match has_letters(run) {
                true => format!("{}{run}{}", SAID.0, SAID.1),
                false => run.to_string(),
            });
            runs.collect::<Vec<_>>().join("*")
        }
    };
    // What stands between backticks is code.
    let parts = words.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => pieces(part).map(piece).collect(),
        _ => part.to_string(),
    });
    parts.collect::<Vec<String>>().join("`")
}

fn has_letters(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
}

/// What is outside of all brackets, run by run.
fn outside(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut runs = vec![String::new()];
    for c in text.chars() {
        match c {
            c if c == SAID.0 => {
                depth += 1;
                runs.push(String::new());
            }
            c if c == SAID.1 => depth = depth.saturating_sub(1),
            c if depth == 0 => runs.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    runs.retain(|run| has_letters(run));
    runs
}

/// Words in one line, without what stands between them.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" ").to_lowercase())
}

/// Everything that the author wrote.
struct Author {
    written: String,
    known: HashMap<String, bool>,
}

impl Author {
    fn new(plan: &Printed) -> Self {
        let checked = &plan.checked;
        let files = checked.files.iter();
        let mut written: String = files
            .map(|file| format!("{}\n{}", file.path, file.text))
            .collect();
        let config = checked.config.file.as_ref();
        written.push_str(config.map_or("", |file| file.text.as_str()));
        for (_, item) in checked.plan.items() {
            let id = item.id.as_deref().unwrap_or_default();
            written.push_str(&format!("\n{id} {}\n{}\n", item.title, item.key));
            let criteria = item
                .criteria
                .iter()
                .map(|criterion| criterion.text.as_str());
            let fields = item.fields.iter().map(|(name, _)| name.as_str());
            for words in criteria.chain(fields) {
                written.push_str(words);
                written.push('\n');
            }
        }
        Self {
            written: plain(&written),
            known: HashMap::new(),
        }
    }

    /// Whether these words stand in the documents, in this order; what was cut off at its end may miss a part of a word.
    fn wrote(&mut self, run: &str) -> bool {
        if let Some(known) = self.known.get(run) {
            return *known;
        }
        let wrote = self.covers(run);
        self.known.insert(run.to_string(), wrote);
        wrote
    }

    fn covers(&self, run: &str) -> bool {
        let words = plain(run);
        let words = words.trim_end();
        // Behind the path of a document stands the line.
        let line = words.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_cut = run.trim_end().ends_with('…');
        self.has(&format!("{words} ")) || is_cut && self.has(words) || {
            let is_place = line.trim_end().ends_with(" md") && line.len() < words.len();
            is_place && self.has(&format!("{} ", line.trim_end()))
        }
    }

    fn has(&self, words: &str) -> bool {
        self.written.contains(words)
    }

    /// The parts of a run that are not the author's: cut where the page puts several of his words together.
    fn strange(&mut self, run: &str) -> Vec<String> {
        if self.wrote(run) {
            return Vec::new();
        }
        let parts = run.split(['·', '“', '”', '"', '(', ')', ',', ';', ':', '.', '#', '-']);
        let parts: Vec<&str> = parts.filter(|part| has_letters(part)).collect();
        let strange = parts.iter().filter(|part| !self.wrote(part));
        strange.map(|part| part.trim().to_string()).collect()
    }
}

/// What readers of a page read or hear: the element or attribute, and the words. Code is in no language.
fn texts(html: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut rest, mut code, mut last) = (html, 0_usize, String::new());
    while let Some((text, after)) = rest.split_once('<') {
        if code == 0 && has_letters(text) {
            found.push((last.clone(), unescaped(text)));
        }
        let (tag, after) = split_tag(after);
        rest = after;
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let is_code = matches!(&*name, "script" | "style" | "code" | "pre");
        match (is_code, tag.starts_with('/')) {
            (true, true) => code = code.saturating_sub(1),
            (true, false) => code += 1,
            _ => {}
        }
        let is_described = tag.contains("description") || tag.contains("og:title");
        for (attribute, value) in attributes(tag) {
            let is_read = matches!(
                attribute,
                "aria-label" | "title" | "placeholder" | "alt" | "label" | "summary"
            );
            let is_told = attribute.starts_with("data-") && !MACHINES.contains(&attribute);
            if is_read || is_told || attribute == "content" && is_described {
                found.push((format!("{name}[{attribute}]"), unescaped(value)));
            }
        }
        last = name;
    }
    found
}

/// Attributes for scripts and styles, which nobody reads.
const MACHINES: [&str; 2] = ["data-at", "data-url"];

/// A tag, and what stands behind it.
fn split_tag(text: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return (&text[..at], &text[at + 1..]),
            _ => {}
        }
    }
    (text, "")
}

/// The attributes of a tag that have quoted values.
fn attributes(tag: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = tag.split('"');
    std::iter::from_fn(move || {
        let name = parts.next()?.strip_suffix('=')?;
        let value = parts.next()?;
        Some((name.rsplit(char::is_whitespace).next()?, value))
    })
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_string(), |text, (code, plain)| {
        text.replace(code, plain)
    })
}

/// What readers see of the lines of a calendar.
fn events(text: &str) -> Vec<(String, String)> {
    let text = text.replace("\r\n ", "");
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    let told = lines.filter(|(name, _)| {
        matches!(
            *name,
            "SUMMARY" | "DESCRIPTION" | "CATEGORIES" | "NAME" | "X-WR-CALNAME"
        )
    });
    told.map(|(name, words)| {
        (
            name.to_string(),
            words.replace("\\n", " · ").replace('\\', ""),
        )
    })
    .collect()
}

/// Lines of markdown without where their links lead.
fn lines(text: &str) -> Vec<(String, String)> {
    let told = text.lines().map(|line| {
        let mut parts = line.split("](");
        let mut told = parts.next().unwrap_or_default().to_string();
        for part in parts {
            told.push_str(" · ");
            told.push_str(part.split_once(')').map_or("", |(_, rest)| rest));
        }
        let told: Vec<&str> = told.split('`').step_by(2).collect();
        ("line".to_string(), told.join(" · ").replace('[', ""))
    });
    told.collect()
}

/// The site of a plan in the made-up language, with everything that a site can have.
fn site(root: &Path, theme: &Path) -> Printed {
    let request = plans::request(root);
    let mut checked = pipeline::check(&request).unwrap();
    let site = &mut checked.config.site;
    site.language = Some("qps".into());
    site.theme = Some(theme.display().to_string());
    (site.machines.badges, site.machines.markdown) = (true, true);
    let beside = pipeline::beside(&request, &checked, false);
    Printed { checked, beside }
}

/// What a site says that its language did not, and where first.
fn unsaid(plan: &Printed) -> BTreeMap<String, String> {
    let mut author = Author::new(plan);
    let mut unsaid = BTreeMap::new();
    for (address, bytes) in plan.sheets("internal") {
        let text = String::from_utf8_lossy(&bytes);
        let told = match address.rsplit('.').next().unwrap() {
            "html" | "svg" => texts(&text),
            "xml" if address == "feed.xml" => {
                let mut told = texts(&text);
                told.retain(|(element, _)| matches!(&**element, "title" | "summary" | "name"));
                told
            }
            "ics" => events(&text),
            "txt" | "md" => lines(&text),
            _ => continue,
        };
        for (place, words) in told {
            for run in outside(&words) {
                // A hole that a script fills, and the name of a file.
                let run = run.replace("{shown}", "");
                let is_file = FILES.contains(&run.trim_matches(['-', ' ', '·', ':']));
                let strange = if is_file {
                    Vec::new()
                } else {
                    author.strange(&run)
                };
                for words in strange {
                    let at = || format!("{address} {place}");
                    unsaid.entry(words).or_insert_with(at);
                }
            }
        }
    }
    unsaid
}

/// Names of files, which are the same in every language.
const FILES: [&str; 3] = ["feed.xml", "plan.ics", "plan.json"];

/// What may be said in English: `words | why`.
const LEFT: &str = include_str!("tongue/left.txt");

#[test]
fn no_page_says_what_its_language_does_not() {
    let theme = Scratch::new("made-up").file("words/qps.toml", made_up());
    let left: BTreeSet<&str> = LEFT
        .lines()
        .filter_map(|line| Some(line.split_once(" | ")?.0))
        .collect();
    let mut met = BTreeSet::new();
    let mut faults = Vec::new();
    let found: Vec<_> = plans::all()
        .into_par_iter()
        .map(|folder| {
            let unsaid = unsaid(&site(&folder.join("plan"), theme.root()));
            (folder.display().to_string(), unsaid)
        })
        .collect();
    for (name, unsaid) in found {
        for (words, place) in unsaid {
            match left.get(words.as_str()) {
                Some(words) => _ = met.insert(*words),
                None => faults.push(format!("{words}  ({name}/{place})")),
            }
        }
    }
    let gone = left
        .difference(&met)
        .map(|words| format!("{words}  (no page says it any more)"));
    faults.extend(gone);
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn what_is_outside_of_the_brackets_is_found() {
    assert_eq!(bracketed("{a} *is* late, {b}"), "{a} *⟦is⟧*⟦ late, ⟧{b}");
    assert_eq!(outside("⟦due ⟧3 March⟦ as⟧ x"), ["3 March", " x"]);
    let html = "<p title=\"a &lt; b\" data-at=\"n\">one<code>two</code> three</p>";
    let found = texts(html);
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        found,
        [("p[title]", "a < b"), ("p", "one"), ("code", " three")]
    );
}
