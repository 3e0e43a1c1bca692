//! Completions in the shells that are here, and the pages of the manual.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::fs;
use std::process::Command;

use harness::run::plansite;
use harness::tree::paths;
use scratch::Scratch;

/// The standard output of a program; nothing where the program is not here.
fn said(program: &str, typed: &[&str]) -> Option<String> {
    let output = Command::new(program).args(typed).output().ok()?;
    assert!(output.status.success(), "{program} {typed:?}: {output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The script of a shell, in a file.
fn script(shell: &str) -> (Scratch, String) {
    let scratch = Scratch::new(shell);
    let script = plansite(scratch.root(), &format!("completions {shell}"));
    assert_eq!((script.code, script.err.as_str()), (0, ""));
    let scratch = scratch.file("script", &script.out);
    let path = scratch.root().join("script").to_str().unwrap().to_string();
    (scratch, path)
}

#[test]
fn bash_completes_commands_flags_and_words() {
    let (_scratch, path) = script("bash");
    let complete = |words: &str, last: &str| {
        let (count, before) = (words.split(' ').count(), words.rsplit(' ').next());
        let before = before.unwrap();
        let line = format!(
            "source '{path}'; COMP_WORDS=({words} '{last}'); COMP_CWORD={count}; \\
             _plansite plansite '{last}' '{before}'; echo \"${{COMPREPLY[@]}}\""
        );
        said("bash", &["--norc", "-c", &line])
    };
    let Some(found) = complete("plansite", "com") else {
        return;
    };
    assert_eq!(found, "completions\n");
    assert_eq!(complete("plansite check", "--for").unwrap(), "--format\n");
    let formats = complete("plansite check --format", "").unwrap();
    assert_eq!(formats, "human json github sarif\n");
    assert_eq!(complete("plansite schema", "fr").unwrap(), "front-matter\n");
}

#[test]
fn the_other_shells_take_their_scripts() {
    let (_scratch, path) = script("zsh");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("#compdef plansite\n"), "{text}");
    said("zsh", &["-n", &path]);
    let (_scratch, path) = script("fish");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("complete -c plansite"), "{text}");
    said("fish", &["-n", &path]);
    let (_scratch, path) = script("powershell");
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("Register-ArgumentCompleter -Native -CommandName 'plansite'"),
        "{text}"
    );
}

#[test]
fn a_shell_that_is_not_known_is_refused() {
    let scratch = Scratch::new("shell");
    let said = plansite(scratch.root(), "completions tcsh");
    assert!(
        said.failure().contains("bash, zsh, fish, powershell"),
        "{}",
        said.err
    );
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let scratch = Scratch::new("man");
    let told = plansite(scratch.root(), "man out/man1");
    assert_eq!(told.code, 0, "{}", told.err);
    let pages = paths(&scratch.root().join("out/man1"));
    assert!(pages.contains(&"plansite.1".to_string()), "{pages:?}");
    assert_eq!(told.err.lines().count(), pages.len());
    let check = fs::read_to_string(scratch.root().join("out/man1/plansite-check.1")).unwrap();
    for words in [
        ".SH NAME",
        "Find what is wrong with the plan",
        "sarif",
        "PLANSITE\\_JOBS",
    ] {
        let words = words.replace("\\_", "_");
        assert!(check.contains(&words), "{words}\n{check}");
    }
    // The same program writes the same pages.
    let again = plansite(scratch.root(), "man out/man1 --quiet");
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    assert_eq!(
        fs::read_to_string(scratch.root().join("out/man1/plansite-check.1")).unwrap(),
        check
    );
    let page = scratch.root().join("out/man1/plansite.1");
    said("man", &["--warnings", "-l", page.to_str().unwrap()]);
}

#[test]
fn a_manual_that_cannot_be_written_is_said() {
    let scratch = Scratch::new("no-man").file("out", "a file");
    let told = plansite(scratch.root(), "man out");
    assert!(
        told.failure().contains("cannot write `out`"),
        "{}",
        told.err
    );
}
