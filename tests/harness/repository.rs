//! Repositories of git.

use std::path::Path;
use std::process::Command;

/// Runs git in a folder, and what it said.
pub(crate) fn git(folder: &Path, typed: &[&str]) -> String {
    let mut command = Command::new("git");
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE"] {
        command.env_remove(name);
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null");
    command.env("GIT_CONFIG_NOSYSTEM", "1");
    command.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
    command.args(["-c", "commit.gpgsign=false"]);
    command.arg("-C").arg(folder).args(typed);
    let output = command.output().expect("the tests need git");
    assert!(output.status.success(), "{typed:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_string()
}
