//! Finds in sources and templates what they say in the language of the pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// What is said, and whether it has a form for each number.
pub(crate) type Said = BTreeMap<String, bool>;

/// What is given to these is said; the place of the words among the arguments.
const PLAIN: [(&str, usize); 7] = [
    ("say", 0),
    ("key", 0),
    ("tell", 0),
    ("mark", 0),
    ("Reason::new", 0),
    ("Section::new", 1),
    ("Panel::new", 1),
];

/// What is given to these is said with a number: the place of the words for many.
const COUNTED: [(&str, usize); 3] = [("forms", 1), ("count", 2), ("mark_count", 2)];

/// What these files say.
pub(crate) fn said(files: &[PathBuf]) -> Said {
    let mut said = Said::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("rs") => source(&text, &mut said),
            Some("html") => template(&text, &mut said),
            _ => {}
        }
    }
    said
}

/// `{{ "Overview" | say }}`
fn template(text: &str, said: &mut Said) {
    let parts: Vec<&str> = text.split('"').collect();
    for pair in parts.windows(2) {
        let after = pair[1].trim_start();
        let is_said = after.strip_prefix('|').map(str::trim_start);
        if is_said.is_some_and(|after| after.starts_with("say")) {
            add(said, pair[0].to_string(), false);
        }
    }
}

fn source(text: &str, said: &mut Said) {
    // What tests say is no part of the pages.
    let text = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let text = code.collect::<Vec<_>>().join("\n");
    let calls = PLAIN.map(|(name, place)| (name, place, false)).into_iter();
    let calls = calls.chain(COUNTED.map(|(name, place)| (name, place, true)));
    for (name, place, is_counted) in calls {
        for (at, _) in text.match_indices(&format!("{name}(")) {
            let before = text[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let arguments = arguments(&text[at + name.len() + 1..]);
            if let Some(words) = arguments.get(place).and_then(|words| literal(words)) {
                add(said, words, is_counted);
            }
        }
    }
    columns(&text, said);
}

/// `Column::all([("ID", ""), ("Title", "grow")])`
fn columns(text: &str, said: &mut Said) {
    for (at, call) in text.match_indices("Column::all([") {
        for row in arguments(&text[at + call.len()..]) {
            let row = row.trim().strip_prefix('(').map(arguments);
            let first = row.and_then(|row| literal(row.first()?));
            if let Some(words) = first {
                add(said, words, false);
            }
        }
    }
}

fn add(said: &mut Said, words: String, is_counted: bool) {
    if words.chars().any(char::is_alphabetic) {
        *said.entry(words).or_default() |= is_counted;
    }
}

/// The arguments of a call, from behind its bracket.
fn arguments(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let (mut depth, mut is_quoted, mut is_escaped) = (0, false, false);
    for c in text.chars() {
        let last = found.last_mut().unwrap();
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(String::new());
                continue;
            }
            _ => {}
        }
        last.push(c);
    }
    found
}

/// The words of a literal.
fn literal(code: &str) -> Option<String> {
    let words = code.trim().strip_prefix('"')?.strip_suffix('"')?;
    Some(words.replace("\\\"", "\"").replace("\\u{a0}", "\u{a0}"))
}

#[test]
fn calls_are_read() {
    let mut found = Said::new();
    let text = "a.say(\"One\"); tongue.count(f(1, 2), \"{number} a\", \"{number} b\", &[]); x.count();\n// say(\"no\")\nColumn::all([(\"ID\", \"\"), (&*other, \"\")]);\n#[cfg(test)]\nmod tests { say(\"Not\") }";
    source(text, &mut found);
    template(
        "<a title=\"{{ \"Two \" | say }}\">{{ x | say }}",
        &mut found,
    );
    let found: Vec<(&str, bool)> = found
        .iter()
        .map(|(words, counted)| (words.as_str(), *counted))
        .collect();
    assert_eq!(
        found,
        [
            ("ID", false),
            ("One", false),
            ("Two ", false),
            ("{number} b", true)
        ]
    );
}
