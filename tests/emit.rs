//! Writes sites to folders: what stands there afterwards, and whom it belongs to.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod scratch;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, SystemTime};

use plansite::emit::fault::EmitFault;
use plansite::emit::manifest::{MANIFEST, Owner};
use plansite::emit::{Written, emit};
use plansite::output::{Sheet, Site};

use scratch::Scratch;

const OWNER: Owner<'static> = Owner {
    generator: "plansite 1",
    audience: "public",
};

/// Tells the run that is to be killed where to write.
const TARGET: &str = "PLANSITE_TEST_TARGET";

fn site(pages: &[(&str, &str)]) -> Site {
    let mut site = Site::default();
    for (address, text) in pages {
        let text = text.as_bytes().to_vec();
        site.put(*address, Sheet::Page(Box::new(move || Ok(text.clone()))));
    }
    site
}

fn with(mut site: Site, address: &str, sheet: Sheet) -> Site {
    assert!(site.put(address, sheet));
    site
}

fn broken(why: &'static str) -> Sheet {
    Sheet::Page(Box::new(move || Err(why.into())))
}

const OLD: [(&str, &str); 3] = [
    ("index.html", "old"),
    ("same.css", "same"),
    ("tasks/gone.html", "gone"),
];

const NEW: [(&str, &str); 3] = [
    ("index.html", "new!"),
    ("same.css", "same"),
    ("weeks/1/a.html", "week"),
];

/// A folder beside which nothing else is.
fn place(name: &str) -> (Scratch, PathBuf) {
    let scratch = Scratch::new(name);
    let target = scratch.root().join("site");
    (scratch, target)
}

/// The old site, with a file of the user's.
fn old_site(name: &str) -> (Scratch, PathBuf) {
    let (scratch, target) = place(name);
    write(&target, &site(&OLD));
    let scratch = scratch.file("site/CNAME", "example.org");
    (scratch, target)
}

fn write(target: &Path, site: &Site) -> Written {
    emit(site, target, &OWNER).unwrap_or_else(|fault| panic!("{fault}: {:?}", fault.source()))
}

fn refused(target: &Path, site: &Site) -> EmitFault {
    let fault = emit(site, target, &OWNER).unwrap_err();
    let said = fault.to_string();
    assert!(!said.contains('\n') && !fault.help().is_empty(), "{said}");
    fault
}

/// Every path below a folder, with what it holds.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let path = entry.path();
        if entry.file_type().unwrap().is_dir() {
            let below = tree(&path).into_iter();
            found.extend(below.map(|(path, text)| (format!("{name}/{path}"), text)));
            found.insert(format!("{name}/"), String::new());
        } else {
            found.insert(name, fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// The names below a folder, without the manifest.
fn names(folder: &Path) -> Vec<String> {
    let names = tree(folder).into_keys();
    names.filter(|name| name != MANIFEST).collect()
}

/// What stands beside the site.
fn beside(scratch: &Scratch) -> Vec<String> {
    let entries = fs::read_dir(scratch.root()).unwrap().map(Result::unwrap);
    let names = entries.map(|entry| entry.file_name().into_string().unwrap());
    names.filter(|name| name != "site").collect()
}

/// Makes every file and every folder old, so that a touch shows at once.
fn age(folder: &Path) -> SystemTime {
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in tree(folder).keys().map(String::as_str).chain([""]) {
        let path = folder.join(name);
        if !cfg!(windows) || path.is_file() {
            let file = File::options().read(true).write(path.is_file()).open(path);
            file.unwrap().set_modified(then).unwrap();
        }
    }
    then
}

/// What is no longer as old as it was made.
fn touched(folder: &Path, then: SystemTime) -> Vec<String> {
    let paths = tree(folder).into_keys().chain([String::new()]);
    let paths = paths.filter(|path| !cfg!(windows) || folder.join(path).is_file());
    paths
        .filter(|path| fs::metadata(folder.join(path)).unwrap().modified().unwrap() != then)
        .collect()
}

#[test]
fn a_new_site_is_written_with_the_folders_above_it() {
    let scratch = Scratch::new("emit-new");
    let target = scratch.root().join("a/b/site/");
    let bytes = Sheet::Bytes(Cow::Borrowed(b"png"));
    let written = write(&target, &with(site(&NEW), "logo.png", bytes));
    let tree = tree(&target);
    assert_eq!(tree["index.html"], "new!");
    assert_eq!(tree["weeks/1/a.html"], "week");
    assert_eq!(tree["logo.png"], "png");
    let manifest: serde_json::Value = serde_json::from_str(&tree[MANIFEST]).unwrap();
    assert_eq!(
        manifest,
        serde_json::json!({
            "generator": "plansite 1",
            "audience": "public",
            "files": ["index.html", "logo.png", "same.css", "weeks/1/a.html"],
        })
    );
    let files: Vec<&String> = tree.values().filter(|text| !text.is_empty()).collect();
    assert_eq!((written.files, written.written, written.removed), (5, 5, 0));
    assert_eq!(
        written.bytes,
        files.iter().map(|text| text.len() as u64).sum::<u64>()
    );
    let above = fs::read_dir(target.parent().unwrap()).unwrap();
    assert_eq!(above.count(), 1);
}

#[test]
fn an_empty_folder_is_taken() {
    let (scratch, target) = place("emit-empty");
    fs::create_dir(&target).unwrap();
    write(&target, &site(&OLD));
    assert_eq!(
        names(&target),
        ["index.html", "same.css", "tasks/", "tasks/gone.html"]
    );
    assert_eq!(beside(&scratch), [""; 0]);
    assert_eq!(write(&target, &Site::default()).removed, 3);
    assert_eq!(names(&target), [""; 0]);
}

#[test]
fn nothing_is_touched_where_nothing_changed() {
    let (scratch, target) = old_site("emit-same");
    let scratch = scratch.file("logo.png", "logo");
    let logo = || Sheet::File(scratch.root().join("logo.png"));
    write(&target, &with(site(&OLD), "logo.png", logo()));
    let then = age(&target);
    let written = write(&target, &with(site(&OLD), "logo.png", logo()));
    assert_eq!((written.files, written.written, written.removed), (5, 0, 0));
    assert!(written.bytes > 15);
    assert_eq!(touched(&target, then), [""; 0]);
    assert_eq!(beside(&scratch), ["logo.png"]);
}

#[test]
fn what_changed_is_written_and_what_went_is_removed() {
    let (scratch, target) = old_site("emit-changed");
    let then = age(&target);
    let written = write(&target, &site(&NEW));
    assert_eq!((written.files, written.written, written.removed), (4, 3, 1));
    let wanted = [
        "CNAME",
        "index.html",
        "same.css",
        "weeks/",
        "weeks/1/",
        "weeks/1/a.html",
    ];
    assert_eq!(names(&target), wanted);
    assert_eq!(
        fs::read_to_string(target.join("index.html")).unwrap(),
        "new!"
    );
    let touched = touched(&target, then);
    assert!(
        !touched
            .iter()
            .any(|path| path == "same.css" || path == "CNAME"),
        "{touched:?}"
    );
    assert_eq!(beside(&scratch), [""; 0]);
}

#[cfg(unix)]
#[test]
fn equal_files_stay_the_same_files() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let (_scratch, target) = old_site("emit-linked");
    let number = |name: &str| fs::metadata(target.join(name)).unwrap().ino();
    let before = ["index.html", "same.css", "CNAME", MANIFEST].map(number);
    fs::set_permissions(&target, fs::Permissions::from_mode(0o750)).unwrap();
    let mut pages = OLD;
    pages[0].1 = "OLD";
    let written = write(&target, &site(&pages));
    let after = ["index.html", "same.css", "CNAME", MANIFEST].map(number);
    assert_eq!((written.written, written.removed), (1, 0));
    assert_ne!(before[0], after[0]);
    assert_eq!(before[1..], after[1..]);
    let data = fs::metadata(&target).unwrap();
    assert_eq!(data.mode() & 0o777, 0o750);
    assert_eq!(fs::metadata(target.join("CNAME")).unwrap().nlink(), 1);
}

#[test]
fn a_site_that_only_lost_a_page_is_another_one() {
    let (_scratch, target) = old_site("emit-lost");
    let written = write(&target, &site(&OLD[..2]));
    assert_eq!((written.written, written.removed), (1, 1));
    assert_eq!(names(&target), ["CNAME", "index.html", "same.css"]);
}

#[test]
fn a_page_that_somebody_changed_or_deleted_comes_back() {
    let (scratch, target) = old_site("emit-healed");
    let _scratch = scratch.file("site/index.html", "???");
    fs::remove_file(target.join("same.css")).unwrap();
    let written = write(&target, &site(&OLD));
    assert_eq!((written.written, written.removed), (2, 0));
    assert_eq!(tree(&target)["index.html"], "old");
    assert_eq!(tree(&target)["same.css"], "same");
}

#[test]
fn files_are_copied_and_compared() {
    let (scratch, target) = place("emit-file");
    let long = "x".repeat(100_000);
    let mut scratch = scratch.file("logo.png", &long);
    let path = scratch.root().join("logo.png");
    let logo = || with(site(&OLD), "assets/logo.png", Sheet::File(path.clone()));
    write(&target, &logo());
    assert_eq!(tree(&target)["assets/logo.png"], long);
    scratch = scratch.file("logo.png", long.replacen('x', "y", 1));
    assert_eq!(write(&target, &logo()).written, 1);
    assert!(tree(&target)["assets/logo.png"].starts_with("yx"));

    fs::remove_file(&path).unwrap();
    let before = tree(&target);
    let fault = refused(&target, &logo());
    assert!(fault.to_string().contains("logo.png`"), "{fault}");
    let fault = refused(
        &target,
        &with(site(&OLD), "x", Sheet::File(scratch.root().into())),
    );
    assert!(matches!(fault, EmitFault::Read { .. }), "{fault}");
    assert_eq!((tree(&target), beside(&scratch)), (before, vec![]));
}

#[test]
fn things_of_the_user_stay() {
    let (scratch, target) = old_site("emit-users");
    let scratch = scratch
        .file("site/tasks/notes.txt", "mine")
        .file("site/.git/objects/00/1", "blob")
        .file("site/weeks/2/mine.html", "mine");
    fs::create_dir(target.join("empty")).unwrap();
    let then = age(&target);
    write(&target, &site(&NEW));
    let tree = tree(&target);
    assert_eq!(tree["tasks/notes.txt"], "mine");
    assert_eq!(tree[".git/objects/00/1"], "blob");
    assert_eq!(tree["weeks/2/mine.html"], "mine");
    assert!(tree.contains_key("empty/") && !tree.contains_key("tasks/gone.html"));
    let touched = touched(&target, then);
    assert!(
        !touched.iter().any(|path| path.ends_with("notes.txt")),
        "{touched:?}"
    );
    assert!(!tree[MANIFEST].contains("notes"));
    assert_eq!(beside(&scratch), [""; 0]);
}

#[cfg(unix)]
#[test]
fn links_and_closed_folders_of_the_user_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let (scratch, target) = old_site("emit-links");
    let scratch = scratch
        .file("elsewhere/x", "x")
        .file("site/.git/HEAD", "ref");
    symlink("../elsewhere", target.join("files")).unwrap();
    symlink("nowhere", target.join("dangling")).unwrap();
    fs::set_permissions(target.join(".git"), fs::Permissions::from_mode(0o700)).unwrap();
    write(&target, &site(&NEW));
    assert_eq!(
        fs::read_link(target.join("files")).unwrap(),
        Path::new("../elsewhere")
    );
    assert_eq!(
        fs::read_link(target.join("dangling")).unwrap(),
        Path::new("nowhere")
    );
    let closed = fs::metadata(target.join(".git")).unwrap().permissions();
    assert_eq!(closed.mode() & 0o777, 0o700);
    assert_eq!(names(&scratch.root().join("elsewhere")), ["x"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_the_users() {
    use std::os::unix::ffi::OsStrExt;

    let (_scratch, target) = place("emit-bytes");
    write(&target, &site(&OLD));
    let name = std::ffi::OsStr::from_bytes(b"\xff.txt");
    fs::write(target.join(name), "mine").unwrap();
    write(&target, &site(&NEW));
    assert_eq!(fs::read(target.join(name)).unwrap(), b"mine");
}

#[cfg(unix)]
#[test]
fn a_page_that_became_a_link_is_a_page_again() {
    let (scratch, target) = old_site("emit-became");
    let scratch = scratch.file("secret", "old");
    fs::remove_file(target.join("index.html")).unwrap();
    std::os::unix::fs::symlink("../secret", target.join("index.html")).unwrap();
    assert_eq!(write(&target, &site(&OLD)).written, 1);
    assert!(
        fs::symlink_metadata(target.join("index.html"))
            .unwrap()
            .is_file()
    );
    assert_eq!(
        fs::read_to_string(scratch.root().join("secret")).unwrap(),
        "old"
    );
}

#[test]
fn a_page_never_takes_the_place_of_the_users() {
    for mine in ["weeks", "index.html/mine", "Weeks/mine"] {
        let (_scratch, target) = place("emit-taken");
        write(&target, &site(&OLD[1..]));
        let file = target.join(mine);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "mine").unwrap();
        let before = tree(&target);
        let fault = refused(&target, &site(&NEW));
        assert!(
            matches!(&fault, EmitFault::Taken(path) if file.starts_with(path)),
            "{fault}"
        );
        assert_eq!(tree(&target), before);
    }
}

#[test]
fn a_file_of_the_user_with_the_same_bytes_is_not_in_the_way() {
    let dotted = |bytes| {
        let empty = Sheet::Bytes(Cow::Borrowed(bytes));
        with(site(&NEW), ".nojekyll", empty)
    };
    let (scratch, target) = old_site("emit-same");
    let scratch = scratch.file("site/.nojekyll", "");
    write(&target, &dotted(b""));
    assert!(tree(&target)[MANIFEST].contains("\".nojekyll\""));
    assert_eq!(write(&target, &dotted(b"")).written, 0);
    write(&target, &site(&NEW));
    assert!(!tree(&target).contains_key(".nojekyll"));
    let scratch = scratch.file("site/.nojekyll", "mine");
    let fault = refused(&target, &dotted(b""));
    assert!(matches!(fault, EmitFault::Taken(_)), "{fault}");
    assert_eq!(tree(&target)[".nojekyll"], "mine");
    assert_eq!(beside(&scratch), [""; 0]);
}

#[test]
fn folders_of_others_are_refused() {
    let (scratch, target) = place("emit-foreign");
    let scratch = scratch
        .file("site/README.md", "mine")
        .file("file", "mine")
        .file("bad/plansite-manifest.json", "{\"files\": [1]}")
        .file("internal/index.html", "secret")
        .file(
            "internal/plansite-manifest.json",
            "{\"generator\": \"plansite 0\", \"audience\": \"internal\", \"files\": []}",
        );
    let before = tree(scratch.root());
    let cases = [
        ("site", "`{}` is not empty and was not written by plansite"),
        ("file", "`{}` is not a folder"),
        ("file/site", "cannot "),
        ("bad", "cannot understand `{}/plansite-manifest.json`"),
        (
            "internal",
            "`{}` holds the site for `internal`, and this one is for `public`",
        ),
    ];
    for (name, wanted) in cases {
        let path = scratch.root().join(name);
        let said = refused(&path, &site(&NEW)).to_string().replace('\\', "/");
        let path = path.display().to_string().replace('\\', "/");
        assert!(said.starts_with(&wanted.replace("{}", &path)), "{said}");
    }
    assert!(matches!(
        refused(Path::new("/"), &site(&NEW)),
        EmitFault::Nameless(_)
    ));
    assert_eq!(tree(scratch.root()), before);
    assert!(target.join("README.md").is_file());
}

#[cfg(unix)]
#[test]
fn a_link_is_refused() {
    let (scratch, target) = old_site("emit-link");
    let link = scratch.root().join("link");
    std::os::unix::fs::symlink("site", &link).unwrap();
    assert!(matches!(refused(&link, &site(&NEW)), EmitFault::Link(_)));
    let slash = scratch.root().join("link/");
    assert!(matches!(refused(&slash, &site(&NEW)), EmitFault::Link(_)));
    assert!(names(&target).contains(&"tasks/gone.html".to_string()));
}

#[test]
fn addresses_that_lead_out_are_refused() {
    let (scratch, target) = old_site("emit-hostile");
    let before = tree(scratch.root());
    let outside = scratch.root().join("x").display().to_string();
    let long = "x".repeat(300);
    for address in [
        "../x",
        &outside,
        "a//b",
        "..\\x",
        "a\0",
        "INDEX.html",
        &long,
    ] {
        let site = with(site(&OLD), address, Sheet::Bytes(Cow::Borrowed(b"x")));
        let fault = refused(&target, &site);
        assert!(matches!(fault, EmitFault::Address { .. }), "{fault}");
    }
    assert_eq!(tree(scratch.root()), before);
}

#[test]
fn a_manifest_that_leads_out_deletes_nothing() {
    let (scratch, target) = place("emit-liar");
    let scratch = scratch.file("victim", "alive").file(
        "site/plansite-manifest.json",
        "{\"generator\": \"\", \"audience\": \"public\", \"files\": [\"../victim\", \"/etc\", \"\"]}",
    );
    assert_eq!(write(&target, &site(&NEW)).removed, 0);
    assert_eq!(beside(&scratch), ["victim"]);
}

#[test]
fn a_page_that_fails_leaves_the_old_site() {
    let (scratch, target) = old_site("emit-fails");
    let then = age(&target);
    let before = tree(&target);
    let bad = with(site(&NEW), "m.html", broken("no such template"));
    let fault = refused(&target, &with(bad, "z.html", broken("later")));
    assert_eq!(fault.to_string(), "cannot render `m.html`");
    assert_eq!(fault.source().unwrap().to_string(), "no such template");
    assert_eq!((tree(&target), touched(&target, then)), (before, vec![]));
    assert_eq!(beside(&scratch), [""; 0]);

    let fresh = scratch.root().join("fresh");
    refused(
        &fresh,
        &with(site(&NEW), "m.html", broken("no such template")),
    );
    assert!(!fresh.exists());
}

#[test]
fn a_page_that_panics_leaves_the_old_site() {
    let (scratch, target) = old_site("emit-panics");
    let before = tree(&target);
    let bad = Sheet::Page(Box::new(|| panic!("on purpose")));
    let bad = with(site(&NEW), "m.html", bad);
    assert!(
        thread::spawn({
            let target = target.clone();
            move || emit(&bad, &target, &OWNER).is_ok()
        })
        .join()
        .is_err()
    );
    assert_eq!((tree(&target), beside(&scratch)), (before, vec![]));
}

#[test]
fn a_second_run_into_one_folder_is_refused() {
    let (scratch, target) = old_site("emit-busy");
    let gates = [Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2))];
    let inside = gates.clone();
    let slow = Sheet::Page(Box::new(move || {
        for gate in &inside {
            gate.wait();
        }
        Ok(b"slow".to_vec())
    }));
    let first = with(site(&NEW), "slow.html", slow);
    let (second, written) = thread::scope(|scope| {
        let first = scope.spawn(|| emit(&first, &target, &OWNER));
        gates[0].wait();
        let second = emit(&site(&OLD), &target, &OWNER);
        gates[1].wait();
        (second, first.join().unwrap())
    });
    assert!(matches!(second, Err(EmitFault::Busy(path)) if path == target));
    assert_eq!(written.unwrap().written, 4);
    assert_eq!(tree(&target)["slow.html"], "slow");
    assert_eq!(beside(&scratch), [""; 0]);
    write(&target, &site(&OLD));
}

/// Writes a page, and then takes its time over the second.
fn a_run_to_be_killed(target: &Path) {
    let first = target
        .with_file_name(".site.plansite-new")
        .join("index.html");
    let slow = Sheet::Page(Box::new(move || {
        while !first.exists() {
            thread::sleep(Duration::from_millis(1));
        }
        // `println!` would be held back until the test ends.
        std::io::stdout().write_all(b"ready\n").unwrap();
        thread::sleep(Duration::from_secs(30));
        Ok(Vec::new())
    }));
    write(target, &with(site(&NEW), "slow.html", slow));
}

#[test]
#[allow(clippy::disallowed_methods)]
fn a_run_that_is_killed_leaves_the_old_site_and_the_next_one_works() {
    // The test starts itself a second time, and kills that.
    if let Some(target) = std::env::var_os(TARGET) {
        return a_run_to_be_killed(Path::new(&target));
    }
    let (scratch, target) = old_site("emit-killed");
    let (before, then) = (tree(&target), age(&target));
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "a_run_that_is_killed_leaves_the_old_site_and_the_next_one_works",
            "--nocapture",
        ])
        .env(TARGET, &target)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready = lines.any(|line| line.unwrap().ends_with("ready"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(ready);
    assert_eq!((tree(&target), touched(&target, then)), (before, vec![]));
    let mut left = beside(&scratch);
    left.sort();
    assert_eq!(left, [".site.plansite-lock", ".site.plansite-new"]);

    assert_eq!(write(&target, &site(&NEW)).written, 3);
    assert_eq!(tree(&target)["CNAME"], "example.org");
    assert_eq!(beside(&scratch), [""; 0]);
}

/// The new site under another name, as a killed run would have left it.
fn left_behind(scratch: &Scratch, pages: &[(&str, &str)], name: &str) {
    let other = scratch.root().join("other");
    write(&other, &site(pages));
    fs::rename(other, scratch.root().join(name)).unwrap();
}

#[test]
fn killed_between_two_renames_the_old_site_is_put_back() {
    let (scratch, target) = old_site("emit-between");
    let before = tree(&target);
    fs::rename(&target, scratch.root().join(".site.plansite-old")).unwrap();
    left_behind(&scratch, &NEW, ".site.plansite-new");
    refused(&target, &with(site(&NEW), "m.html", broken("no")));
    assert_eq!((tree(&target), beside(&scratch)), (before, vec![]));
}

#[test]
fn killed_after_the_exchange_the_old_site_is_removed() {
    for left in [".site.plansite-new", ".site.plansite-old"] {
        let (scratch, target) = place("emit-after");
        left_behind(&scratch, &OLD, left);
        write(&scratch.root().join("other"), &site(&NEW));
        fs::rename(scratch.root().join("other"), &target).unwrap();
        // Put there while the new site was made, and only there.
        let scratch = scratch.file(&format!("{left}/late/CNAME"), "example.org");
        // What is removed first was removed already.
        fs::remove_file(scratch.root().join(left).join("index.html")).unwrap();
        assert_eq!(write(&target, &site(&NEW)).written, 0);
        assert_eq!(tree(&target)["late/CNAME"], "example.org");
        assert!(!target.join("tasks").exists());
        assert_eq!(beside(&scratch), [""; 0]);
    }
}

#[test]
fn a_draft_gives_nothing_back() {
    let (scratch, target) = old_site("emit-draft");
    let scratch = scratch
        .file(".site.plansite-new/.plansite-unfinished", "")
        .file(".site.plansite-new/half.html", "hal")
        .file(".site.plansite-new/plansite-manifest.json", "{\"gen")
        .file(".site.plansite-lock", "");
    fs::create_dir(scratch.root().join(".site.plansite-old")).unwrap();
    assert_eq!(write(&target, &site(&OLD)).written, 0);
    assert!(!names(&target).contains(&"half.html".to_string()));
    assert_eq!(beside(&scratch), [""; 0]);
}

#[test]
fn a_neighbour_that_is_not_ours_is_left_alone() {
    for name in [".site.plansite-new", ".site.plansite-old"] {
        let (scratch, target) = place("emit-neighbour");
        let scratch = scratch.file(&format!("{name}/keep.txt"), "mine");
        let fault = refused(&target, &site(&NEW));
        assert!(
            matches!(&fault, EmitFault::Foreign(path) if path.ends_with(name)),
            "{fault}"
        );
        assert_eq!(
            names(scratch.root()),
            [format!("{name}/"), format!("{name}/keep.txt")]
        );
    }
}
