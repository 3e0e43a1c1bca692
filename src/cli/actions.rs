//! What GitHub Actions says of the run that it makes: whether there is one, where its summary goes, where files are.

use std::env;
use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use crate::cli::fault::Fault;

/// A run in GitHub Actions; of any other, nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    /// Whether GitHub Actions makes the run.
    pub is_on: bool,
    /// The address of the repository's files at the commit of the run, with a slash at its end.
    pub files: Option<String>,
    summary: Option<PathBuf>,
}

impl Actions {
    /// This run.
    #[expect(
        clippy::disallowed_methods,
        reason = "the environment is read here, once"
    )]
    pub fn here() -> Self {
        Self::of(|name| env::var_os(name))
    }

    fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let text = |name| {
            let value = variable(name)?.into_string().ok()?;
            (!value.is_empty()).then_some(value)
        };
        if text("GITHUB_ACTIONS").as_deref() != Some("true") {
            return Self::default();
        }
        let files = || {
            let server = text("GITHUB_SERVER_URL")?;
            let (repository, commit) = (text("GITHUB_REPOSITORY")?, text("GITHUB_SHA")?);
            Some(format!("{server}/{repository}/blob/{commit}/"))
        };
        Self {
            is_on: true,
            files: files(),
            summary: variable("GITHUB_STEP_SUMMARY")
                .filter(|path| !path.is_empty())
                .map(PathBuf::from),
        }
    }

    /// Adds markdown to the summary of the step, where there is one.
    pub fn summarize(&self, text: impl FnOnce() -> String) -> Result<(), Fault> {
        let Some(path) = &self.summary else {
            return Ok(());
        };
        let file = OpenOptions::new().create(true).append(true).open(path);
        let written = file.and_then(|mut file| file.write_all(text().as_bytes()));
        written.map_err(|source| Fault::Put {
            path: path.clone(),
            source,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Actions {
        Actions::of(|asked| {
            let found = variables.iter().find(|(name, _)| *name == asked);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn only_actions_are_actions() {
        let summary = ("GITHUB_STEP_SUMMARY", "/tmp/summary");
        assert_eq!(of(&[summary]), Actions::default());
        assert_eq!(
            of(&[("GITHUB_ACTIONS", "false"), summary]),
            Actions::default()
        );
        let found = of(&[("GITHUB_ACTIONS", "true"), summary]);
        assert_eq!((found.is_on, found.files), (true, None));
        assert_eq!(found.summary, Some("/tmp/summary".into()));
    }

    #[test]
    fn files_have_an_address_where_everything_is_known() {
        let found = of(&[
            ("GITHUB_ACTIONS", "true"),
            ("GITHUB_SERVER_URL", "https://github.example"),
            ("GITHUB_REPOSITORY", "acme/plan"),
            ("GITHUB_SHA", "0123abc"),
            ("GITHUB_STEP_SUMMARY", ""),
        ]);
        let wanted = "https://github.example/acme/plan/blob/0123abc/";
        assert_eq!(found.files.as_deref(), Some(wanted));
        assert_eq!(found.summary, None);
    }
}
