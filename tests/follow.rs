//! The preview after any sequence of changes: each page is the one that a fresh build writes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod harness;
mod preview;
mod scratch;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use harness::run::{command, run};
use harness::tree::paths;
use preview::{PATIENCE, Preview, without_script};
use scratch::Scratch;

const FOLDERS: [&str; 7] = [
    "stories",
    "tasks",
    "deep/er/est",
    ".planning",
    "ignored",
    "theme/notes",
    "x.md",
];

const CONFIGS: [&str; 5] = [
    "",
    "[site]\ntitle = \"Quay\"\n",
    "[site]\ntheme = \"theme\"\n",
    "[sources]\nexclude = [\"tasks\"]\n",
    "[sources]\ninclude = [\"stories\", \"deep\"]\n",
];

/// Numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// A plan that changes at random.
struct Sea<'a> {
    root: &'a Path,
    dice: Dice,
    counted: usize,
}

impl Sea<'_> {
    fn document(&mut self) -> String {
        self.counted += 1;
        let (id, status) = (
            self.dice.below(9),
            self.dice.of(&["planned", "active", "done"]),
        );
        let task = self
            .dice
            .of(&["- [ ] Row", "- [x] Row", "See [it](gone.md)."]);
        let number = self.counted;
        format!(
            "---\nid: US-{id}\nkind: story\nstatus: {status}\n---\n\n# Sail {number}\n\n## Tasks\n\n{task}\n"
        )
    }

    fn any_folder(&mut self) -> PathBuf {
        self.root.join(self.dice.of(&FOLDERS))
    }

    fn any_place(&mut self) -> PathBuf {
        let name = self
            .dice
            .of(&["a.md", "A.md", "b.md", "c.markdown", "d.txt", "x.md"]);
        self.any_folder().join(name)
    }

    /// Does something; what cannot be done now is not done.
    fn change(&mut self) -> String {
        let (place, other) = (self.any_place(), self.any_place());
        let (folder, target) = (self.any_folder(), self.any_folder());
        let text = self.document();
        let what = self.dice.below(19);
        let make = |place: &Path| _ = fs::create_dir_all(place.parent().unwrap());
        match what {
            0..3 => {
                make(&place);
                let _ = fs::write(&place, &text);
            }
            3 => {
                make(&place);
                let _ = fs::write(&place, &text[..20]);
                sleep(Duration::from_millis(60));
                let mut file = fs::OpenOptions::new().append(true).open(&place);
                file.iter_mut()
                    .for_each(|file| _ = file.write_all(&text.as_bytes()[20..]));
            }
            4..6 => {
                make(&place);
                let beside = self.root.join("new~");
                fs::write(&beside, &text).unwrap();
                let _ = fs::rename(beside, &place);
            }
            6 => _ = fs::remove_file(&place),
            7 => {
                make(&other);
                let _ = fs::rename(&place, &other);
            }
            8 => {
                make(&target);
                let _ = fs::rename(&folder, &target);
            }
            9 => _ = fs::remove_dir_all(&folder),
            10 => {
                let _ = fs::remove_file(&place);
                let _ = fs::create_dir_all(&place);
                let _ = fs::write(place.join("a.md"), &text);
            }
            11 => {
                let text = self.dice.of(&["", "ignored\n", "tasks\n", "a.md\n"]);
                fs::write(self.root.join(".gitignore"), text).unwrap();
            }
            12 => {
                let text = self.dice.of(&CONFIGS);
                fs::write(self.root.join("plansite.toml"), text).unwrap();
            }
            13 => _ = fs::remove_file(self.root.join("plansite.toml")),
            14 => {
                let away = self.root.with_file_name("away");
                fs::rename(self.root, &away).unwrap();
                sleep(Duration::from_millis(self.dice.below(80) as u64));
                fs::rename(away, self.root).unwrap();
            }
            15 => {
                let theme = self.root.join("theme/templates");
                let _ = fs::create_dir_all(&theme);
                let text = format!("<p>Lost {}</p>", self.counted);
                let _ = fs::write(theme.join("lost.html"), text);
            }
            #[cfg(unix)]
            16 => {
                make(&place);
                let _ = fs::remove_file(&place);
                let _ = std::os::unix::fs::symlink(&other, &place);
            }
            #[cfg(unix)]
            17 => {
                let _ = fs::remove_file(&place);
                make(&place);
                let _ = Command::new("mkfifo").arg(&place).status();
            }
            _ => {
                // A save that comes while the last one is read.
                make(&place);
                let _ = fs::write(&place, "# Half");
                sleep(Duration::from_millis(self.dice.below(40) as u64));
                let _ = fs::write(&place, &text);
            }
        }
        let name = |path: &Path| path.strip_prefix(self.root).unwrap().display().to_string();
        format!(
            "{what} {} {} {} {}",
            name(&place),
            name(&other),
            name(&folder),
            name(&target)
        )
    }
}

fn build(root: &Path, site: &Path) -> bool {
    let _ = fs::remove_dir_all(site);
    let mut command = command(root.parent().unwrap());
    command.args([
        "build",
        "plan",
        "--as-of",
        "2026-11-21",
        "-q",
        "--no-git",
        "-o",
    ]);
    let said = run(command.arg(site));
    site.join("index.html").is_file() && said.code != 2
}

/// The first file of the build that the preview does not show like that; of the pages that are gone, one that is there.
fn differs(preview: &Preview, site: &Path, before: &BTreeSet<String>) -> Option<String> {
    let mut all = BTreeSet::from_iter(paths(site));
    all.remove("plansite-manifest.json");
    let gone = before
        .difference(&all)
        .find(|page| preview.get(page).status != 404);
    let is_other = |page: &&String| {
        let wanted = fs::read(site.join(page)).unwrap();
        let answer = preview.get(page);
        let has = String::from_utf8_lossy(&answer.body).into_owned();
        answer.status != 200 || without_script(&has).as_bytes() != wanted
    };
    gone.or_else(|| all.iter().find(is_other)).cloned()
}

fn follow(seed: u64, steps: usize) {
    let plan = Scratch::new("follow").file(
        "plan/keep.md",
        "---\nid: M1\nkind: milestone\n---\n\n# Stay\n",
    );
    let (root, site) = (plan.root().join("plan"), plan.root().join("site"));
    let preview = Preview::new(plan.root(), "plan --no-git");
    let mut sea = Sea {
        root: &root,
        dice: Dice(seed * 7919 + 1),
        counted: 0,
    };
    let (mut before, mut done) = (BTreeSet::new(), Vec::new());
    let mut compared = 0;
    for _ in 0..steps {
        for _ in 0..=sea.dice.below(3) {
            done.push(sea.change());
        }
        done.push("look".into());
        if !build(&root, &site) {
            continue;
        }
        compared += 1;
        let start = Instant::now();
        while let Some(page) = differs(&preview, &site, &before) {
            let words = done.join("\n");
            assert!(
                start.elapsed() < PATIENCE / 4,
                "seed {seed}: {page} differs after\n{words}"
            );
            sleep(Duration::from_millis(15));
        }
        before.clear();
        before.extend(paths(&site));
        before.remove("plansite-manifest.json");
    }
    assert!(
        compared * 2 > steps,
        "seed {seed}: only {compared} of {steps}"
    );
}

#[test]
fn whatever_happens_the_preview_is_what_a_build_writes() {
    let set =
        |name: &str, usual: u64| std::env::var(name).map_or(usual, |value| value.parse().unwrap());
    let (first, many) = (set("FOLLOW_SEED", 1), set("FOLLOW_SEEDS", 1));
    let steps = set("FOLLOW_STEPS", 25);
    (first..first + many).for_each(|seed| follow(seed, steps as usize));
}
