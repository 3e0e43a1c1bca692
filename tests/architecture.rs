//! The law of the house: floors, front doors, nevers, no circles, complete lists, no file too long.
//!
//! The floors stand in the module docs of `src/lib.rs` and are read from there. Every law is a function from a
//! [`House`] to the faults it finds, so the tests at the foot can show each law a small house that breaks it.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Rooms that may ask the machine for files and programs; `main` hands over its exit code.
const MACHINE: [&str; 8] = [
    "config", "source", "theme", "emit", "change", "serve", "cli", "main",
];

/// Of a source file, tests included; most have a third of that.
const MOST_LINES: usize = 450;

#[test]
fn every_import_runs_down() {
    hold(upward_imports);
}

#[test]
fn no_file_imports_its_front_door() {
    hold(front_doors);
}

#[test]
fn what_must_never_be_named_is_not() {
    hold(nevers);
}

#[test]
fn no_files_of_a_room_stand_in_a_circle() {
    hold(circles);
}

#[test]
fn every_file_says_what_it_is_for() {
    hold(silent_files);
}

#[test]
fn no_file_gathers() {
    hold(gathering_files);
}

#[test]
fn every_file_is_compiled() {
    hold(strays);
}

#[test]
fn every_reader_is_listed_and_has_its_page() {
    hold(unlisted_readers);
}

#[test]
fn every_rule_is_listed_and_has_its_page() {
    hold(unlisted_rules);
}

fn hold(law: fn(&House) -> Vec<String>) {
    let faults = law(&House::standing());
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

// The laws.

fn upward_imports(house: &House) -> Vec<String> {
    let floors = house.floors();
    let mut faults = Vec::new();
    for file in house.rooms() {
        let Some(mine) = floors.get(&file.room) else {
            faults.push(format!(
                "{}: no floor names the room `{}`",
                file.path, file.room
            ));
            continue;
        };
        for import in file.own_imports().filter(|import| import[0] != file.room) {
            let fault = match floors.get(&import[0]) {
                Some(theirs) if theirs < mine => continue,
                Some(_) => "is not below it",
                None => "no floor names",
            };
            faults.push(format!(
                "{} imports `{}`, which {fault}",
                file.path,
                import.join("::")
            ));
        }
    }
    faults
}

/// A front door is the file whose module holds the importing file's module: `mod.rs`, or `lib.rs` for all.
fn front_doors(house: &House) -> Vec<String> {
    let mut faults = Vec::new();
    for file in house.rooms() {
        for import in &file.imports {
            let Some(target) = house.owner(import) else {
                continue;
            };
            if target.module.len() < file.module.len() && file.module.starts_with(&target.module) {
                let import = import.join("::");
                faults.push(format!(
                    "{} imports `{import}` from {}",
                    file.path, target.path
                ));
            }
        }
    }
    faults
}

fn nevers(house: &House) -> Vec<String> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.path != "lib.rs") {
        for import in &file.imports {
            let names: Vec<&str> = import.iter().map(String::as_str).collect();
            let machine = matches!(names[..], ["std", "fs" | "process", ..]);
            let source = file.room == "page" && matches!(names[..], ["text" | "source", ..]);
            if source || machine && !MACHINE.contains(&file.room.as_str()) {
                faults.push(format!(
                    "{} must never name `{}`",
                    file.path,
                    import.join("::")
                ));
            }
        }
    }
    faults
}

/// A `mod.rs` knows the files that it declares, whether it imports them or not.
fn circles(house: &House) -> Vec<String> {
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in house.rooms() {
        let declared = file
            .declares
            .iter()
            .map(|name| [file.module.as_slice(), std::slice::from_ref(name)].concat());
        let near = file.imports.iter().cloned().chain(declared);
        let near = near
            .filter_map(|path| house.owner(&path))
            .filter(|other| other.room == file.room);
        let near = near
            .map(|other| other.path.as_str())
            .filter(|other| *other != file.path);
        known.insert(&file.path, near.collect());
    }
    let mut faults = Vec::new();
    let mut clear = BTreeSet::new();
    for start in known.keys() {
        follow(start, &known, &mut Vec::new(), &mut clear, &mut faults);
    }
    faults
}

/// Walks what `file` knows, depth first; `clear` files have been walked to the end.
fn follow<'a>(
    file: &'a str,
    known: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    way: &mut Vec<&'a str>,
    clear: &mut BTreeSet<&'a str>,
    faults: &mut Vec<String>,
) {
    if let Some(start) = way.iter().position(|passed| *passed == file) {
        faults.push(format!("{} -> {file}", way[start..].join(" -> ")));
    } else if !clear.contains(file) {
        way.push(file);
        for next in &known[file] {
            follow(next, known, way, clear, faults);
        }
        way.pop();
        clear.insert(file);
    }
}

fn silent_files(house: &House) -> Vec<String> {
    let silent = house
        .files
        .iter()
        .filter(|file| !file.text.starts_with("//! "));
    silent
        .map(|file| format!("{} does not open with `//!`", file.path))
        .collect()
}

/// A file that goes on growing has become two, and nobody has told it.
fn gathering_files(house: &House) -> Vec<String> {
    let counted = house
        .files
        .iter()
        .map(|file| (&file.path, file.text.lines().count()));
    let long = counted.filter(|(_, count)| *count > MOST_LINES);
    let fault = |(path, count): (&String, usize)| {
        format!(
            "{path} has {count} lines, tests included, and may have {MOST_LINES}: give one of its nouns a file \
             of its own, with its tests"
        )
    };
    long.map(fault).collect()
}

/// A file that no `mod` line names is not compiled, and so keeps any law.
fn strays(house: &House) -> Vec<String> {
    let mut faults = Vec::new();
    for file in house.rooms().filter(|file| file.room != "main") {
        let (name, above) = file.module.split_last().unwrap();
        let parent = house
            .files
            .iter()
            .find(|other| other.module == above && other.room != "main");
        if !parent.is_some_and(|parent| parent.declares.contains(name)) {
            faults.push(format!("{}: no `mod {name};` declares it", file.path));
        }
    }
    faults
}

fn unlisted_readers(house: &House) -> Vec<String> {
    let mut faults = Vec::new();
    for file in house.within(&["read"]) {
        let readers = file.implementers("Reader");
        if !readers.is_empty() {
            faults.extend(house.missing_page(file));
        }
        let door = house.owner(&["read".to_string()]);
        let listed = door.map(|door| door.list("READERS")).unwrap_or_default();
        for reader in readers.iter().filter(|reader| !listed.contains(*reader)) {
            faults.push(format!(
                "{}: `{reader}` is not in READERS of read/mod.rs",
                file.path
            ));
        }
    }
    faults
}

/// A rule is listed by the name of its file, of its type or of its constant.
fn unlisted_rules(house: &House) -> Vec<String> {
    let mut faults = Vec::new();
    for file in house.within(&["lint", "rules"]) {
        faults.extend(house.missing_page(file));
        let door = house.owner(&["lint".to_string(), "rules".to_string()]);
        let listed = door.map(File::mentioned).unwrap_or_default();
        if file.names().is_disjoint(&listed) {
            faults.push(format!("{} is not listed in lint/rules/mod.rs", file.path));
        }
    }
    faults
}

// The house.

struct House {
    files: Vec<File>,
    /// Every path below `src`, pages too.
    paths: BTreeSet<String>,
}

/// One source file, cut into words.
struct File {
    /// Below `src`, with `/`.
    path: String,
    text: String,
    /// `lint/rules/mod.rs` is `["lint", "rules"]`.
    module: Vec<String>,
    /// The first name of the path; of `lib.rs`, `lib`.
    room: String,
    words: Vec<String>,
    /// From the crate's root; what comes from std begins with `std`.
    imports: Vec<Vec<String>>,
    /// The files it declares: `mod x;`.
    declares: BTreeSet<String>,
}

impl House {
    fn standing() -> Self {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        gather(&src, "", &mut files);
        assert!(!files.is_empty(), "no file in {}", src.display());
        Self::of(files)
    }

    fn of(files: Vec<(String, String)>) -> Self {
        let paths = files.iter().map(|(path, _)| path.clone()).collect();
        let rust = files.into_iter().filter(|(path, _)| path.ends_with(".rs"));
        Self {
            files: rust.map(|(path, text)| File::new(path, text)).collect(),
            paths,
        }
    }

    /// All files but the one that only declares the rooms.
    fn rooms(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path != "lib.rs")
    }

    /// The files of one folder, without its front door and without deeper folders.
    fn within(&self, folder: &[&str]) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| {
            file.module.len() == folder.len() + 1
                && file.module.iter().zip(folder).all(|(a, b)| a == b)
        })
    }

    /// The file that an imported path leads to: the deepest module on it.
    fn owner(&self, import: &[String]) -> Option<&File> {
        if import.first().is_some_and(|root| root == "std") {
            return None;
        }
        let on_the_way = self
            .files
            .iter()
            .filter(|file| file.path != "main.rs" && import.starts_with(&file.module));
        on_the_way.max_by_key(|file| file.module.len())
    }

    fn missing_page(&self, file: &File) -> Option<String> {
        let page = format!(
            "{}.md",
            file.path
                .trim_end_matches("/mod.rs")
                .trim_end_matches(".rs")
        );
        (!self.paths.contains(&page)).then(|| format!("{}: {page} is missing", file.path))
    }

    /// Lines of the form `//! 4  resolve edition`, inside the fence of the docs.
    fn floors(&self) -> BTreeMap<String, u32> {
        let lib = self
            .files
            .iter()
            .find(|file| file.path == "lib.rs")
            .unwrap();
        let fenced = lib
            .text
            .lines()
            .skip_while(|line| *line != "//! ```text")
            .skip(1);
        let mut floors = BTreeMap::new();
        for line in fenced.take_while(|line| *line != "//! ```") {
            let mut words = line.trim_start_matches("//!").split_whitespace();
            let floor = words.next().and_then(|floor| floor.parse().ok());
            let floor = floor.unwrap_or_else(|| panic!("`{line}` in src/lib.rs is no floor"));
            for room in words {
                assert_eq!(
                    floors.insert(room.to_string(), floor),
                    None,
                    "`{room}` has two floors"
                );
            }
        }
        assert!(!floors.is_empty(), "src/lib.rs states no floors");
        floors
    }
}

impl File {
    fn new(path: String, text: String) -> Self {
        let inner = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let mut module: Vec<String> = inner.split('/').map(str::to_string).collect();
        let room = module[0].clone();
        if matches!(path.as_str(), "lib.rs" | "main.rs") {
            module.clear();
        }
        let words = words(&text);
        let Found { imports, declares } = find(&words, &module);
        Self {
            path,
            text,
            module,
            room,
            words,
            imports,
            declares,
        }
    }

    /// Imports from this crate; those of `lib.rs` itself are a matter of front doors.
    fn own_imports(&self) -> impl Iterator<Item = &Vec<String>> {
        self.imports
            .iter()
            .filter(|import| !import.is_empty() && import[0] != "std")
    }

    /// The types of `impl Reader for X`; what the tests make up does not count.
    fn implementers(&self, of: &str) -> BTreeSet<String> {
        let tests = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
        let ours = self
            .words
            .windows(tests.len())
            .position(|words| *words == tests);
        let triples = self.words[..ours.unwrap_or(self.words.len())]
            .windows(3)
            .filter(|three| three[0] == of && three[1] == "for");
        triples
            .map(|three| three[2].clone())
            .filter(|name| is_name(name))
            .collect()
    }

    /// Names in the value of a constant.
    fn list(&self, name: &str) -> BTreeSet<String> {
        let after = self
            .words
            .iter()
            .skip_while(|word| *word != name)
            .skip_while(|word| *word != "=");
        after
            .take_while(|word| *word != ";")
            .filter(|word| is_name(word))
            .cloned()
            .collect()
    }

    /// Names of the file itself and of what it declares; `const fn` declares no constant.
    fn names(&self) -> BTreeSet<String> {
        let pairs = self.words.windows(2);
        let declared = pairs.filter(|two| matches!(two[0].as_str(), "struct" | "const" | "static"));
        let declared = declared.map(|two| two[1].clone());
        declared
            .filter(|name| name.starts_with(char::is_uppercase))
            .chain(self.module.last().cloned())
            .collect()
    }

    /// Names outside `mod x;` and `use …;`.
    fn mentioned(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut words = self.words.iter();
        while let Some(word) = words.next() {
            if matches!(word.as_str(), "mod" | "use") {
                words.by_ref().find(|word| *word == ";");
            } else if is_name(word) {
                names.insert(word.clone());
            }
        }
        names
    }
}

fn gather(dir: &Path, above: &str, files: &mut Vec<(String, String)>) {
    let mut entries: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        let path = format!("{above}{}", entry.file_name().unwrap().to_str().unwrap());
        if entry.is_dir() {
            gather(&entry, &format!("{path}/"), files);
        } else if path.ends_with(".rs") || path.ends_with(".md") {
            files.push((path, fs::read_to_string(&entry).unwrap()));
        }
    }
}

// Reading Rust, as far as imports need it.

struct Found {
    imports: Vec<Vec<String>>,
    declares: BTreeSet<String>,
}

/// Finds imports in `use` and paths written out in code. Inline modules count as depth, so `super::*` in
/// the tests of a file means that file.
fn find(words: &[String], file: &[String]) -> Found {
    let mut found = Found {
        imports: Vec::new(),
        declares: BTreeSet::new(),
    };
    let mut module = file.to_vec();
    let mut depth = 0;
    let mut inline = Vec::new();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let mut at = 0;
    while at < words.len() {
        match (word(at), word(at + 1)) {
            ("mod", name) if word(at + 2) == ";" => {
                found.declares.insert(name.to_string());
                at += 2;
            }
            ("mod", name) if word(at + 2) == "{" => {
                module.push(name.to_string());
                inline.push(depth);
                at += 1;
            }
            ("{", _) => depth += 1,
            ("}", _) => {
                depth -= 1;
                if inline.last() == Some(&depth) {
                    inline.pop();
                    module.pop();
                }
            }
            // `use<'a>` is a bound.
            ("use", next) if next != "<" => {
                let mut paths = Vec::new();
                at = tree(words, at + 1, Vec::new(), &mut paths);
                found
                    .imports
                    .extend(paths.iter().filter_map(|path| resolve(path, &module)));
            }
            // `pub(in crate::read)` is no import.
            ("pub", "(") if word(at + 2) == "in" => {
                at += words[at..].iter().position(|word| word == ")").unwrap_or(0);
            }
            ("crate" | "super" | "self" | "std", "::") => {
                let path = path(&words[at..]);
                at += 2 * path.len() - 2;
                found.imports.extend(resolve(&path, &module));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// `crate::a::b` from the head of some code.
fn path(words: &[String]) -> Vec<String> {
    let mut path = vec![words[0].clone()];
    for pair in words[1..].chunks(2) {
        match pair {
            [colons, name] if colons == "::" && is_name(name) => path.push(name.clone()),
            _ => break,
        }
    }
    path
}

/// Spells out one tree of a `use`; returns where it ends.
fn tree(
    words: &[String],
    mut at: usize,
    mut path: Vec<String>,
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let start = at;
    while at < words.len() {
        match words[at].as_str() {
            "::" => {}
            "{" => {
                while at < words.len() && words[at] != "}" {
                    at = tree(words, at + 1, path.clone(), paths);
                }
                return at + 1;
            }
            "as" => at += 1,
            "," | ";" | "}" => break,
            "self" if !path.is_empty() => {}
            name => path.push(name.to_string()),
        }
        at += 1;
    }
    // Nothing stands after the last comma.
    if at > start {
        paths.push(path);
    }
    at
}

/// The path from the crate's root, or nothing for another crate's.
fn resolve(path: &[String], module: &[String]) -> Option<Vec<String>> {
    let (mut base, mut rest) = match path.first()?.as_str() {
        "std" => return Some(path.to_vec()),
        "crate" => (Vec::new(), &path[1..]),
        "self" => (module.to_vec(), &path[1..]),
        "super" => (module.to_vec(), path),
        _ => return None,
    };
    while rest.first().is_some_and(|word| word == "super") {
        base.pop();
        rest = &rest[1..];
    }
    base.extend_from_slice(rest);
    Some(base)
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::` and single marks; comments, texts and lifetimes are left out.
fn words(source: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let name = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
                .len();
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => comment(rest),
            '"' => text(rest),
            '\'' => letter(rest),
            _ if name > 0 => match raw(rest, name) {
                Some(length) => length,
                None if rest.starts_with("r#") => 2,
                None => {
                    words.push(rest[..name].to_string());
                    name
                }
            },
            ':' if rest.starts_with("::") => {
                words.push("::".to_string());
                2
            }
            _ => {
                words.extend((!c.is_whitespace()).then(|| c.to_string()));
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    words
}

/// The length of a block comment; they nest.
fn comment(rest: &str) -> usize {
    let mut depth = 0;
    for (at, _) in rest.char_indices() {
        match &rest.as_bytes()[at..rest.len().min(at + 2)] {
            b"/*" => depth += 1,
            b"*/" if depth == 1 => return at + 2,
            b"*/" => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a text in quotes.
fn text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    rest.len()
}

/// The length of `r"…"`, `br##"…"##` and the like, where a name is such a prefix.
fn raw(rest: &str, name: usize) -> Option<usize> {
    let after = rest[name..].trim_start_matches('#');
    let marks = rest.len() - name - after.len();
    if !matches!(&rest[..name], "r" | "br" | "cr") || !after.starts_with('"') {
        return None;
    }
    let end = format!("\"{}", "#".repeat(marks));
    let start = name + marks + 1;
    Some(
        rest[start..]
            .find(&end)
            .map_or(rest.len(), |at| start + at + end.len()),
    )
}

/// The length of `'x'`, `'\u{1f}'`, or of the mark of a lifetime.
fn letter(rest: &str) -> usize {
    let mut inside = rest[1..].chars();
    match (inside.next(), inside.next()) {
        (Some('\\'), _) => rest[3..].find('\'').map_or(rest.len(), |at| at + 4),
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => {
            1 + rest[1..].len()
                - rest[1..]
                    .trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
                    .len()
        }
    }
}

// The law is itself held to account: each finds the house that breaks it.

mod imports {
    use super::{find, words};

    fn of(module: &str, code: &str) -> Vec<String> {
        let module: Vec<String> = module.split("::").map(str::to_string).collect();
        find(&words(code), &module)
            .imports
            .iter()
            .map(|path| path.join("::"))
            .collect()
    }

    #[test]
    fn braces_are_spelled_out() {
        let code = "use crate::{a::B, c::{self, D, e::F}, g as h};";
        assert_eq!(of("x", code), ["a::B", "c", "c::D", "c::e::F", "g"]);
        assert_eq!(
            of("x", "use crate::{\n    a::B, // ours\n    c::{D,},\n};"),
            ["a::B", "c::D"]
        );
    }

    #[test]
    fn super_and_self_are_resolved() {
        let code = "use super::super::x; use super::{y::Z, super::w}; use self::v; use super::*;";
        let found = [
            "lint::x",
            "lint::rules::y::Z",
            "lint::w",
            "lint::rules::cycle::v",
            "lint::rules::*",
        ];
        assert_eq!(of("lint::rules::cycle", code), found);
    }

    #[test]
    fn an_inline_module_is_a_step_deeper() {
        let code =
            "fn f() {} mod tests { use super::*; fn g() { super::super::b::c() } } use super::d;";
        assert_eq!(
            of("read::table", code),
            ["read::table::*", "read::b::c", "read::d"]
        );
    }

    #[test]
    fn paths_in_code_count() {
        let code =
            "fn f(x: &crate::page::Page) -> Vec<crate::a::B> { ::std::fs::read(super::c::d(x)) }";
        assert_eq!(
            of("text::span", code),
            ["page::Page", "a::B", "std::fs::read", "text::c::d"]
        );
    }

    #[test]
    fn other_crates_and_own_names_do_not() {
        let code =
            "use serde::Serialize; use self_made::crate_like; fn f(self: &Self) { Self::new() }";
        assert_eq!(of("a", code), [""; 0]);
        assert_eq!(
            of(
                "a",
                "pub(in crate::read) struct A; fn f() -> impl I + use<'a> {}"
            ),
            [""; 0]
        );
    }

    #[test]
    fn comments_and_texts_do_not() {
        let code = "// use crate::a;\n/* /* use crate::b; */ crate::c::d */ \"\\\"crate::e\" r#\"\"crate::f\"#";
        assert_eq!(of("x", code), [""; 0]);
    }

    #[test]
    fn marks_of_letters_and_lifetimes_hide_nothing() {
        let code =
            "fn f<'a>(x: &'a str) { m('\"', '\\'', '\\u{1f}', b'\"', '{'); crate::b::c(r#type) }";
        assert_eq!(of("x", code), ["b::c"]);
    }
}

mod laws {
    use super::{
        House, MOST_LINES, circles, front_doors, gathering_files, nevers, silent_files, strays,
        unlisted_readers, unlisted_rules, upward_imports,
    };

    type Law = fn(&House) -> Vec<String>;

    const LIB: &str =
        "//! ```text\n//! 4  cli\n//! 3  page lint\n//! 2  read\n//! 1  text model\n//! ```";

    /// A house of one-line files: `path: code`.
    fn faults(law: Law, house: &str) -> Vec<String> {
        let mut files = vec![("lib.rs".to_string(), LIB.to_string())];
        for line in house.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (path, text) = line.split_once(':').unwrap();
            files.push((path.to_string(), text.trim().to_string()));
        }
        law(&House::of(files))
    }

    fn broken(law: Law, house: &str) -> String {
        let found = faults(law, house);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].clone()
    }

    fn kept(law: Law, house: &str) {
        assert_eq!(faults(law, house), [""; 0]);
    }

    #[test]
    fn an_upward_import_is_caught() {
        let found = broken(
            upward_imports,
            "text/span.rs: use crate::{read::table::Table};",
        );
        let wanted = "text/span.rs imports `read::table::Table`, which is not below it";
        assert_eq!(found, wanted);
        broken(
            upward_imports,
            "text/span.rs: use super::super::read::table;",
        );
        broken(upward_imports, "model.rs: fn f() { crate::page::site() }");
        broken(
            upward_imports,
            "model.rs: mod tests { use super::*; use super::super::page; }",
        );
        kept(
            upward_imports,
            "read/table.rs: use crate::text::Span; use super::words;",
        );
    }

    #[test]
    fn rooms_on_one_floor_do_not_know_each_other() {
        broken(upward_imports, "text/span.rs: use crate::model::Date;");
        broken(upward_imports, "read/table.rs: use crate::shed::Spade;");
        broken(upward_imports, "shed.rs: struct Spade;");
    }

    #[test]
    fn a_front_door_is_not_used_from_inside() {
        let with =
            |file: &str| format!("lint/mod.rs: mod rules;\nlint/rules/mod.rs: mod a;\n{file}");
        broken(front_doors, &with("lint/rules/a.rs: use super::RULES;"));
        broken(
            front_doors,
            &with("lint/rules/a.rs: use crate::lint::check;"),
        );
        broken(front_doors, &with("lint/rule.rs: use super::*;"));
        broken(front_doors, &with("lint/rule.rs: use crate::Anything;"));
        broken(front_doors, &with("lint/rule.rs: use super as room;"));
        kept(
            front_doors,
            &with("lint/rule.rs: mod tests { use super::*; }"),
        );
        kept(
            front_doors,
            &with("lint/rule.rs: use crate::lint::rules::a::{self, B};"),
        );
        kept(
            front_doors,
            &with("cli.rs: use crate::lint; use crate::lint::rules;"),
        );
    }

    #[test]
    fn nevers_are_never() {
        broken(nevers, "page/mod.rs: use crate::text::span::Span;");
        broken(
            nevers,
            "page/pages/home.rs: use super::super::super::source;",
        );
        broken(
            nevers,
            "read/table.rs: use std::{collections::BTreeMap, fs};",
        );
        broken(
            nevers,
            "read/table.rs: fn f() { std::process::Command::new(g) }",
        );
        kept(nevers, "source/git.rs: use std::process::Command;");
        kept(nevers, "main.rs: use std::process::ExitCode;");
    }

    #[test]
    fn circles_are_found_once() {
        let found = broken(
            circles,
            "text/span.rs: use crate::text::edit::Edit;
             text/edit.rs: use super::slot;
             text/slot.rs: use crate::text::{span::Span};",
        );
        assert_eq!(
            found,
            "text/edit.rs -> text/slot.rs -> text/span.rs -> text/edit.rs"
        );
        kept(
            circles,
            "text/span.rs: use crate::text::edit::Edit;
             text/edit.rs: mod tests { use super::*; }",
        );
    }

    #[test]
    fn a_nested_list_knows_what_it_declares() {
        broken(
            circles,
            "lint/rules/mod.rs: mod a;
             lint/rules/a.rs: use crate::lint::rule::Rule;
             lint/rule.rs: use crate::lint::rules::RULES;",
        );
    }

    #[test]
    fn every_file_has_its_sentence_and_its_mod() {
        broken(silent_files, "text/span.rs: // Spans.");
        assert_eq!(
            broken(strays, "model.rs: //! Plan."),
            "model.rs: no `mod model;` declares it"
        );
        assert_eq!(
            faults(strays, "read/mod.rs: mod a { }\nread/a.rs: //! A.").len(),
            2
        );
    }

    #[test]
    fn a_long_file_is_caught() {
        let of = |count: usize| {
            let file = ("model.rs".to_string(), "//! Plan.\n".repeat(count));
            gathering_files(&House::of(vec![file]))
        };
        assert_eq!(of(MOST_LINES), [""; 0]);
        assert!(of(MOST_LINES + 1)[0].starts_with("model.rs has 451 lines"));
    }

    #[test]
    fn readers_are_listed_and_have_pages() {
        let with = |rest: &str| {
            format!("read/mod.rs: use a::A; const READERS: &[&dyn Reader] = &[&B];\n{rest}")
        };
        kept(
            unlisted_readers,
            &with("read/b.rs: impl Reader for B {}\nread/b.md: B"),
        );
        broken(unlisted_readers, &with("read/b.rs: impl Reader for B {}"));
        broken(
            unlisted_readers,
            &with("read/a.rs: impl Reader for A {}\nread/a.md: A"),
        );
        let made_up = "read/reader.rs: #[cfg(test)] mod tests { impl Reader for C {} }";
        kept(unlisted_readers, &with(made_up));
    }

    #[test]
    fn rules_are_listed_and_have_pages() {
        let with = |rest: &str| {
            format!(
                "lint/rules/mod.rs: mod a; mod b; use b::B; const RULES: X = [&a::A]; const fn f();\n{rest}"
            )
        };
        kept(
            unlisted_rules,
            &with("lint/rules/a.rs: struct A;\nlint/rules/a.md: A"),
        );
        broken(unlisted_rules, &with("lint/rules/a.rs: struct A;"));
        broken(
            unlisted_rules,
            &with("lint/rules/c.rs: const fn f() {}\nlint/rules/c.md: C"),
        );
        broken(
            unlisted_rules,
            &with("lint/rules/b.rs: struct B;\nlint/rules/b.md: B"),
        );
    }
}
