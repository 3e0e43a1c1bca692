//! From what was typed to what a run is asked for: the folder, its configuration, today.

use std::env;
use std::fs;
use std::path::{self, Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::cli::args::{CheckArgs, Global};
use crate::cli::fault::Fault;
use crate::config::level::{Action, Level};
use crate::config::{Config, FILE_NAME};
use crate::lint::rules;
use crate::model::date::Date;
use crate::pipeline::Request;
use crate::text::similar::nearest;

/// Folders that are looked into where nothing else says what to read.
const USUAL: [&str; 2] = ["content", "docs"];

/// The run for this path, or for what is nearest.
pub fn request(global: &Global, path: Option<&Path>) -> Result<Request, Fault> {
    let root = path.map_or_else(|| nearest_plan(global), |path| under(global, path));
    let config = match &global.config_file {
        Some(file) => Some(under(global, file)),
        None => Config::find(&full(&root)).map(|folder| short(global, &folder.join(FILE_NAME))),
    };
    Ok(Request {
        root,
        config,
        levels: Vec::new(),
        today: today(global)?,
        asks_git: !global.no_git,
    })
}

/// The path as seen from the folder in which the command works.
pub fn under(global: &Global, path: &Path) -> PathBuf {
    global
        .root
        .as_ref()
        .map_or_else(|| path.to_path_buf(), |root| root.join(path))
}

/// The path from the root of the file system, without `..`; the path itself where there is none.
pub fn full(path: &Path) -> PathBuf {
    let full = fs::canonicalize(path).or_else(|_| path::absolute(path));
    full.unwrap_or_else(|_| path.to_path_buf())
}

/// The folder of the nearest `plansite.toml` upwards; else a usual one that holds one; else here.
fn nearest_plan(global: &Global) -> PathBuf {
    let here = under(global, Path::new("."));
    if let Some(folder) = Config::find(&full(&here)) {
        return short(global, &folder);
    }
    let usual = USUAL.iter().map(|name| under(global, Path::new(name)));
    usual
        .into_iter()
        .find(|folder| folder.join(FILE_NAME).is_file())
        .unwrap_or(here)
}

/// A full path as one would type it here: messages should not name the machine's folders.
fn short(global: &Global, path: &Path) -> PathBuf {
    match path.strip_prefix(full(&under(global, Path::new(".")))) {
        Ok(rest) if rest.as_os_str().is_empty() => under(global, Path::new(".")),
        Ok(rest) => under(global, rest),
        Err(_) => path.to_path_buf(),
    }
}

/// The levels that were typed; of several for one rule the strictest counts.
pub fn levels(args: &CheckArgs) -> Result<Vec<Level>, Fault> {
    let typed = [
        (&args.allow, Action::Allow),
        (&args.warn, Action::Warn),
        (&args.deny, Action::Deny),
    ];
    let levels = typed.into_iter().flat_map(|(names, action)| {
        names.iter().map(move |rule| Level {
            rule: rule.clone(),
            action,
            span: None,
        })
    });
    levels.map(known).collect()
}

fn known(level: Level) -> Result<Level, Fault> {
    let names = rules::names();
    if names.contains(&level.rule.as_str()) {
        return Ok(level);
    }
    let help = match nearest(&level.rule, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are {}", names.join(", ")),
    };
    Err(Fault::Typed {
        message: format!("no such rule: `{}`", level.rule),
        help,
    })
}

/// Today: as typed, else as reproducible builds say it, else by the clock. The only place that asks.
fn today(global: &Global) -> Result<Date, Fault> {
    match global.as_of {
        Some(day) => Ok(day),
        None => match epoch()? {
            Some(day) => Ok(day),
            None => clock(),
        },
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the environment is read here, once"
)]
fn epoch() -> Result<Option<Date>, Fault> {
    let Some(seconds) = env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let day = seconds
        .to_str()
        .and_then(|text| text.parse().ok())
        .and_then(Date::from_unix);
    day.map(Some).ok_or_else(|| Fault::Typed {
        message: format!("SOURCE_DATE_EPOCH is `{}`", seconds.display()),
        help: "it holds the seconds since the beginning of 1970".into(),
    })
}

#[expect(clippy::disallowed_methods, reason = "the clock is asked here, once")]
fn clock() -> Result<Date, Fault> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let day = i64::try_from(since.as_secs())
        .ok()
        .and_then(Date::from_unix);
    day.ok_or_else(|| Fault::Typed {
        message: "the clock shows no usable date".into(),
        help: "give the date with `--as-of 2026-01-27`".into(),
    })
}
