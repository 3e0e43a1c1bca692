//! Asks the `git` program for the commit that the documents are part of; without git there is none, which is no error.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::source::folder::folder;

/// A commit, and where the documents lie in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The commit, in as few characters as name it, at least seven.
    pub short: String,
    /// The folder of the documents in the repository, with a slash at its end; nothing for the repository's own.
    pub prefix: String,
}

/// What would name another repository than the folder does; git takes the same away when it enters a submodule.
const ELSEWHERE: [&str; 14] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// No question, no message, and no word with another machine, whatever the repository is set to.
const ALONE: [(&str, &str); 3] = [
    ("GIT_TERMINAL_PROMPT", "0"),
    ("GIT_NO_LAZY_FETCH", "1"),
    // No transport has this name. It counts more than what the repository allows.
    ("GIT_ALLOW_PROTOCOL", "none"),
];

/// How long an answer may take. It takes milliseconds, unless the repository is broken on purpose.
const PATIENCE: Duration = Duration::from_secs(10);

/// The commit that holds the documents at `root`; none where git knows none.
pub fn revision(root: &Path) -> Option<Revision> {
    let folder = folder(root);
    let head = ["rev-parse", "--show-prefix", "--short=7", "HEAD"];
    let told = ask(folder, head.map(OsString::from))?;
    // The folder may be called anything, lines included; the commit is the last line.
    let (prefix, short) = told.strip_suffix('\n')?.rsplit_once('\n')?;
    let held = ["rev-parse", "--verify", "--quiet"].map(OsString::from);
    ask(folder, held.into_iter().chain([object(root)]))?;
    Some(Revision {
        short: short.to_string(),
        prefix: prefix.to_string(),
    })
}

/// The folder in which git keeps what it knows of this folder; none where it knows nothing.
pub fn keeps(root: &Path) -> Option<PathBuf> {
    let told = ask(
        folder(root),
        ["rev-parse", "--absolute-git-dir"].map(OsString::from),
    )?;
    Some(told.strip_suffix('\n')?.into())
}

/// What the commit must hold: the folder, or the one document.
fn object(root: &Path) -> OsString {
    let mut object = OsString::from("HEAD:./");
    object.extend(root.file_name().filter(|_| root.is_file()));
    object
}

/// What git answers, if it is content.
pub(super) fn ask(folder: &Path, typed: impl IntoIterator<Item = OsString>) -> Option<String> {
    let mut child = git(folder).args(typed).spawn().ok()?;
    if !wait(&mut child, PATIENCE) {
        return None;
    }
    // It has ended, and so short an answer waits in the pipe.
    let mut answer = String::new();
    child.stdout?.read_to_string(&mut answer).ok()?;
    Some(answer)
}

/// A git that looks at this folder and at nothing else.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.args(["--no-pager", "--no-optional-locks", "-c", "core.fsmonitor="]);
    // A repository that was committed as plain files is none.
    command.args(["-c", "safe.bareRepository=explicit"]);
    command.arg("-C").arg(folder).envs(ALONE);
    for name in ELSEWHERE {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stderr(Stdio::null());
    command.stdout(Stdio::piped());
    command
}

/// Whether it ends well in this time. If it does not end, it is ended.
fn wait(child: &mut Child, patience: Duration) -> bool {
    let mut waited = Duration::ZERO;
    let mut pause = Duration::from_micros(500);
    while waited < patience {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(pause),
            Err(_) => break,
        }
        waited += pause;
        pause = (pause * 2).min(Duration::from_millis(20));
    }
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    let _ = child.wait();
    false
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    #[test]
    fn the_folder_decides_and_not_the_environment() {
        let git = git(Path::new("plan"));
        let set: Vec<(&OsStr, Option<&OsStr>)> = git.get_envs().collect();
        assert!(set.contains(&(OsStr::new("GIT_DIR"), None)));
        assert!(set.contains(&(OsStr::new("GIT_WORK_TREE"), None)));
        assert_eq!(revision(Path::new("nowhere/at/all")), None);
    }

    #[test]
    fn what_does_not_end_is_ended() {
        let mut git = git(Path::new("."));
        git.args(["hash-object", "--stdin"]).stdin(Stdio::piped());
        let mut child = git.spawn().unwrap();
        assert!(!wait(&mut child, Duration::from_millis(5)));
        assert!(child.try_wait().unwrap().is_some());
    }
}
