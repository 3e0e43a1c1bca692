//! Asks git when documents were touched last.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use crate::model::date::Date;
use crate::source::folder::folder;
use crate::source::git::ask;

/// So many documents are asked for at once: a command line has an end, and so has a pipe.
const AT_ONCE: usize = 200;

/// When any of these documents was touched last, if that was before `day`.
///
/// None where git knows nothing of one of them, and where one was changed since it was committed. In a shallow clone
/// the oldest commit that is there counts as the last touch of everything, so nothing looks older than it is known
/// to be.
pub fn last_before(root: &Path, documents: &[&str], day: Date) -> Option<Date> {
    let folder = folder(root);
    if documents.is_empty() || !lies_in_repository(folder) {
        return None;
    }
    let groups = || documents.chunks(AT_ONCE);
    let rests = |group| newest(folder, group, Some(day)).is_some_and(|found| found.is_none());
    if !groups().all(rests) || !groups().all(|group| is_committed(folder, group)) {
        return None;
    }
    let last = groups().map(|group| newest(folder, group, None).flatten());
    last.collect::<Option<Vec<Date>>>()?.into_iter().max()
}

/// Git is only asked where there may be an answer.
fn lies_in_repository(folder: &Path) -> bool {
    let Ok(folder) = fs::canonicalize(folder) else {
        return false;
    };
    folder.ancestors().any(|above| above.join(".git").exists())
}

/// The day of the last commit that touched one of these, if there is one since that day; none where git fails.
fn newest(folder: &Path, documents: &[&str], since: Option<Date>) -> Option<Option<Date>> {
    let mut typed = vec!["--literal-pathspecs".to_string(), "rev-list".into()];
    typed.extend(["--max-count=1", "--timestamp"].map(String::from));
    typed.extend(since.map(|day| format!("--since={day}T00:00:00Z")));
    typed.extend(["HEAD", "--"].map(String::from));
    typed.extend(documents.iter().map(|path| format!("./{path}")));
    let told = ask(folder, typed.into_iter().map(OsString::from))?;
    let Some(seconds) = told.split_whitespace().next() else {
        return Some(None);
    };
    Some(Some(Date::from_unix(seconds.parse().ok()?)?))
}

/// Whether the documents are what the commit holds. No filter of the repository is run for it.
fn is_committed(folder: &Path, documents: &[&str]) -> bool {
    let here = ["hash-object", "--no-filters", "--"].map(String::from);
    let here = here.into_iter();
    let here = here.chain(documents.iter().map(|path| format!("./{path}")));
    let there = std::iter::once("rev-parse".to_string());
    let there = there.chain(documents.iter().map(|path| format!("HEAD:./{path}")));
    let here = ask(folder, here.map(OsString::from));
    here.is_some() && here == ask(folder, there.map(OsString::from))
}
