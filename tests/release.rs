//! Holds what a release consists of together: workflows, archives, their names and where they are looked for.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const WORKFLOWS: &str = ".github/workflows";

#[test]
fn every_action_is_pinned_and_says_its_version() {
    let workflows = workflows();
    let mut pins = BTreeMap::new();
    for (name, text) in &workflows {
        for line in text.lines().filter(|line| line.contains("uses:")) {
            let (action, commit, version) =
                pin(line).unwrap_or_else(|| panic!("{name}: not pinned: {line}"));
            let pinned = pins.entry(action).or_insert((commit, version));
            assert_eq!(*pinned, (commit, version), "{name}: `{action}` differs");
        }
    }
    assert!(pins.contains_key("actions/checkout"), "{pins:?}");
}

#[test]
fn a_pin_is_a_whole_commit_and_a_whole_version() {
    let commit = "0123456789abcdef0123456789abcdef01234567";
    let line = |after: &str| format!("      - uses: actions/checkout@{after}");
    assert_eq!(
        pin(&line(&format!("{commit} # v7.0.1"))),
        Some(("actions/checkout", commit, "v7.0.1"))
    );
    for wrong in [
        "v7.0.1".to_string(),
        commit.to_string(),
        format!("{commit} # newest"),
        format!("{} # v7.0.1", &commit[1..]),
    ] {
        assert_eq!(pin(&line(&wrong)), None, "{wrong}");
    }
}

#[test]
fn every_workflow_may_only_read_unless_a_job_says_more() {
    for (name, text) in workflows() {
        let (head, jobs) = text.split_once("\njobs:\n").unwrap();
        assert!(
            head.contains("\npermissions:\n  contents: read\n\n"),
            "{name}"
        );
        let writing = jobs.lines().filter(|line| line.contains("contents: write"));
        assert_eq!(
            writing.count(),
            usize::from(name == "release.yml"),
            "{name}"
        );
        assert!(!jobs.contains("write-all"), "{name}");
    }
}

#[test]
fn no_script_of_a_workflow_contains_what_somebody_else_may_write() {
    for (name, text) in workflows() {
        let pasted = pasted(&text);
        assert!(pasted.is_empty(), "{name}: {pasted:?}");
    }
    let short = "    - run: echo ${{ github.ref }}\n      env:\n        REF: ${{ github.ref }}\n";
    assert_eq!(pasted(short).len(), 1);
    let long = "    - run: |\n        ls\n\n        echo ${{ github.ref }}\n    - name: ${{ matrix.name }}\n";
    assert_eq!(pasted(long).len(), 1);
}

#[test]
fn five_targets_are_built_and_packed() {
    let targets = targets();
    let expected = [
        "aarch64-apple-darwin",
        "aarch64-unknown-linux-musl",
        "x86_64-apple-darwin",
        "x86_64-pc-windows-msvc",
        "x86_64-unknown-linux-musl",
    ];
    assert_eq!(targets, expected);
    assert!(release().contains(&format!("-eq {} ]", targets.len())));
}

/// Lines of scripts with expressions, which are pasted before the shell reads them; a variable is not.
fn pasted(workflow: &str) -> Vec<&str> {
    let mut script = None;
    let mut pasted = Vec::new();
    for line in workflow.lines() {
        let depth = line.len() - line.trim_start_matches([' ', '-']).len();
        if line[depth..].starts_with("run: ") {
            script = Some(depth);
        } else if script.is_some_and(|begun| depth <= begun && depth < line.len()) {
            script = None;
        }
        if script.is_some() && line.contains("${{") {
            pasted.push(line);
        }
    }
    pasted
}

/// The action, its commit and its version, where a line of a workflow has all three.
fn pin(line: &str) -> Option<(&str, &str, &str)> {
    let (_, used) = line.split_once("uses: ")?;
    let (pinned, version) = used.split_once(" # v")?;
    let (action, commit) = pinned.split_once('@')?;
    let whole = commit.len() == 40 && commit.chars().all(|sign| sign.is_ascii_hexdigit());
    let numbers: Vec<&str> = version.split('.').collect();
    let numbered = numbers.len() == 3 && numbers.iter().all(|part| part.parse::<u32>().is_ok());
    let (_, version) = used.split_once(" # ")?;
    (whole && numbered).then_some((action, commit, version))
}

fn workflows() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(WORKFLOWS);
    let mut workflows: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    workflows.sort();
    assert!(workflows.len() >= 3, "{workflows:?}");
    workflows
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn release() -> String {
    read(".github/workflows/release.yml")
}

/// What release.yml builds.
fn targets() -> Vec<String> {
    let mut targets: Vec<String> = release()
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- target: "))
        .map(str::to_string)
        .collect();
    targets.sort();
    targets
}

/// The scripts are for bash, which a Windows need not have.
#[cfg(unix)]
mod scratch;

#[cfg(unix)]
mod scripts {
    use std::path::PathBuf;
    use std::process::{Command, Output};
    use std::time::{Duration, UNIX_EPOCH};

    use toml_edit::DocumentMut;

    use super::scratch::Scratch;
    use super::{Path, fs, read, targets};

    /// An even second: a zip counts in twos.
    const SECONDS: u64 = 1_700_000_000;
    /// What stands in for the program: it says what it was asked, and writes two pages of a manual.
    const BINARY: &str = "#!/bin/sh\ncase $1 in\nman) echo one >$3/plansite.1; echo two >$3/plansite-check.1 ;;\n\
        completions) echo script for $2 ;;\n*) echo plansite 0.0.0 ;;\nesac\n";

    #[test]
    fn the_same_files_make_the_same_archive() {
        for target in packable() {
            let archives = ["once", "again"].map(|name| {
                let scratch = stand_in(name);
                fs::read(pack(&scratch, &target)).unwrap()
            });
            assert!(archives[0] == archives[1], "{target}");
        }
    }

    #[test]
    fn an_archive_lies_where_binstall_looks_for_it() {
        for target in packable() {
            let scratch = stand_in("names");
            let archive = pack(&scratch, &target);
            let name = archive.file_name().unwrap().to_str().unwrap();
            let address = format!(
                "https://example.org/team/plansite/releases/download/v{}/{name}",
                env!("CARGO_PKG_VERSION")
            );
            assert_eq!(binstall("pkg-url", &target), address);
            let format = if name.ends_with(".zip") { "zip" } else { "tgz" };
            assert_eq!(binstall("pkg-fmt", &target), format);

            let unpacked = unpack(&scratch, &archive);
            let binary = unpacked.join(binstall("bin-dir", &target));
            assert_eq!(fs::read_to_string(binary).unwrap(), BINARY, "{target}");
        }
    }

    #[test]
    fn an_archive_holds_the_program_its_readme_and_both_licences() {
        for target in packable() {
            let scratch = stand_in("inside");
            let archive = pack(&scratch, &target);
            let folder = unpack(&scratch, &archive).join(archive_folder(&target));
            let program = if target.contains("windows") {
                "plansite.exe"
            } else {
                "plansite"
            };
            assert_eq!(
                names(&folder),
                [
                    "LICENSE-APACHE",
                    "LICENSE-MIT",
                    "README.md",
                    "completions",
                    "man",
                    program
                ]
            );
            for name in ["LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
                let file = folder.join(name);
                assert_eq!(fs::read_to_string(&file).unwrap(), read(name));
                let time = fs::metadata(file).unwrap().modified().unwrap();
                assert_eq!(time, UNIX_EPOCH + Duration::from_secs(SECONDS), "{name}");
            }
            let said = said(Command::new(folder.join(program)).output().unwrap());
            assert_eq!(said, Ok("plansite 0.0.0\n".to_string()), "it can be run");
        }
    }

    #[test]
    fn an_archive_holds_completions_and_the_manual() {
        for target in packable() {
            let scratch = stand_in("shells");
            let archive = pack(&scratch, &target);
            let folder = unpack(&scratch, &archive).join(archive_folder(&target));
            for (name, shell) in [
                ("plansite.bash", "bash"),
                ("_plansite", "zsh"),
                ("plansite.fish", "fish"),
                ("_plansite.ps1", "powershell"),
            ] {
                let file = folder.join("completions").join(name);
                let wanted = format!("script for {shell}\n");
                assert_eq!(fs::read_to_string(&file).unwrap(), wanted, "{target}");
                let time = fs::metadata(file).unwrap().modified().unwrap();
                assert_eq!(time, UNIX_EPOCH + Duration::from_secs(SECONDS), "{name}");
            }
            assert_eq!(names(&folder.join("completions")).len(), 4);
            let pages = ["plansite-check.1", "plansite.1"];
            assert_eq!(names(&folder.join("man")), pages, "{target}");
        }
    }

    #[test]
    fn what_runs_elsewhere_is_packed_with_what_one_that_runs_here_writes() {
        let scratch = stand_in("elsewhere").file("built/other", "no program of this system");
        let built = scratch.root().join("built");
        let mut pack = script("pack");
        pack.env("SOURCE_DATE_EPOCH", SECONDS.to_string())
            .arg("aarch64-apple-darwin")
            .args([built.join("other"), scratch.root().join("archives")]);
        assert!(said(pack.output().unwrap()).is_err());
        let archive = said(pack.arg(built.join("plansite")).output().unwrap()).unwrap();
        let folder = unpack(&scratch, Path::new(archive.trim_end()));
        let folder = folder.join(archive_folder("aarch64-apple-darwin"));
        let program = fs::read_to_string(folder.join("plansite")).unwrap();
        assert_eq!(program, "no program of this system");
        let page = fs::read_to_string(folder.join("man/plansite.1")).unwrap();
        assert_eq!(page, "one\n");
    }

    #[test]
    fn an_archive_is_in_order() {
        let scratch = stand_in("order");
        let archive = pack(&scratch, "x86_64-unknown-linux-musl");
        let mut tar = Command::new("tar");
        let listed = said(tar.arg("-tzf").arg(archive).output().unwrap()).unwrap();
        assert_eq!(listed.lines().count(), 5 + 5 + 3);
        assert!(listed.lines().is_sorted(), "{listed}");
    }

    #[test]
    fn the_sum_is_that_of_the_archive() {
        let scratch = stand_in("sum");
        let archive = pack(&scratch, "x86_64-unknown-linux-musl");
        let folder = archive.parent().unwrap();
        let name = archive.file_name().unwrap().to_str().unwrap();
        let check = |sums: &str| {
            let line = format!("(sha256sum -c {sums} || shasum -a 256 -c {sums}) 2>/dev/null");
            let mut shell = Command::new("sh");
            said(
                shell
                    .args(["-c", &line])
                    .current_dir(folder)
                    .output()
                    .unwrap(),
            )
        };
        assert!(check(&format!("{name}.sha256")).unwrap().contains(": OK"));
        fs::write(&archive, "something else").unwrap();
        assert!(check(&format!("{name}.sha256")).is_err());
    }

    #[test]
    fn a_tag_is_the_version_or_refused() {
        let version = env!("CARGO_PKG_VERSION");
        let asked = |tag: &str| said(script("version").arg(tag).output().unwrap());
        assert_eq!(asked(&format!("v{version}")), Ok(format!("{version}\n")));
        for wrong in [version, "v99.0.0", &format!("v{version}-rc.1")] {
            let refusal = asked(wrong).unwrap_err();
            assert!(
                refusal.contains(wrong) && refusal.contains(version),
                "{refusal}"
            );
        }
    }

    #[test]
    fn notes_are_one_section_of_the_changelog() {
        let changelog = "# Changelog\n\n## Unreleased\n\n- New\n\n## 0.2.0\n\n- Second\n\n### For themes\n\n- Third\n\n## 0.1.0\n\n- First\n";
        let scratch = Scratch::new("notes")
            .file(".ci/notes", read(".ci/notes"))
            .file("content/changelog.md", changelog);
        let asked = |version: &str| {
            let mut bash = Command::new("bash");
            bash.arg(scratch.root().join(".ci/notes")).arg(version);
            said(bash.output().unwrap())
        };
        let second = "- Second\n\n### For themes\n\n- Third\n".to_string();
        assert_eq!(asked("0.2.0"), Ok(second));
        assert_eq!(asked("0.1.0"), Ok("- First\n".to_string()));
        for absent in ["0.3.0", "0.1", "0.2.0.0"] {
            let refusal = asked(absent).unwrap_err();
            assert!(refusal.contains(&format!("## {absent}")), "{refusal}");
        }
    }

    /// A folder with something in place of the program.
    fn stand_in(name: &str) -> Scratch {
        Scratch::new(name).file("built/plansite", BINARY)
    }

    fn pack(scratch: &Scratch, target: &str) -> PathBuf {
        let out = scratch.root().join("archives");
        let mut pack = script("pack");
        pack.env("SOURCE_DATE_EPOCH", SECONDS.to_string())
            .arg(target)
            .arg(scratch.root().join("built/plansite"))
            .arg(&out);
        let archive = PathBuf::from(said(pack.output().unwrap()).unwrap().trim_end());
        assert_eq!(
            archive.parent(),
            Some(out.canonicalize().unwrap().as_path())
        );
        archive
    }

    fn unpack(scratch: &Scratch, archive: &Path) -> PathBuf {
        let folder = scratch.root().join("unpacked");
        fs::create_dir_all(&folder).unwrap();
        let mut command = if archive.extension().unwrap() == "zip" {
            Command::new("unzip")
        } else {
            let mut tar = Command::new("tar");
            tar.arg("-xzf");
            tar
        };
        // A zip knows no time zone.
        command.env("TZ", "UTC").arg(archive).current_dir(&folder);
        said(command.output().unwrap()).unwrap();
        folder
    }

    /// A value of `[package.metadata.binstall]`, that of the target before that of all, written out for one release.
    fn binstall(key: &str, target: &str) -> String {
        let manifest: DocumentMut = read("Cargo.toml").parse().unwrap();
        let all = &manifest["package"]["metadata"]["binstall"];
        let own = all["overrides"].get(target).and_then(|own| own.get(key));
        let ending = if target.contains("windows") {
            ".exe"
        } else {
            ""
        };
        own.unwrap_or_else(|| &all[key])
            .as_str()
            .unwrap()
            .replace("{ repo }", "https://example.org/team/plansite")
            .replace("{ name }", env!("CARGO_PKG_NAME"))
            .replace("{ bin }", "plansite")
            .replace("{ version }", env!("CARGO_PKG_VERSION"))
            .replace("{ target }", target)
            .replace("{ binary-ext }", ending)
    }

    fn archive_folder(target: &str) -> String {
        format!("plansite-{}-{target}", env!("CARGO_PKG_VERSION"))
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// All targets, but that for Windows only where there is what makes its archive.
    fn packable() -> Vec<String> {
        let zips = ["zip", "unzip"].map(|name| Command::new(name).arg("-v").output().is_ok());
        let mut targets = targets();
        targets.retain(|target| zips == [true; 2] || !target.contains("windows"));
        assert!(targets.len() >= 4, "{targets:?}");
        targets
    }

    fn script(name: &str) -> Command {
        let mut bash = Command::new("bash");
        bash.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci").join(name));
        bash
    }

    /// The standard output, or what was said instead.
    fn said(output: Output) -> Result<String, String> {
        if output.status.success() {
            Ok(String::from_utf8(output.stdout).unwrap())
        } else {
            Err(String::from_utf8(output.stderr).unwrap())
        }
    }
}
