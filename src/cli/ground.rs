//! What `init` finds: the folder, its repository, and the plan in it.

use std::borrow::Cow;
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::cli::args::{Global, InitArgs};
use crate::cli::fault::Fault;
use crate::cli::request::{full, request};
use crate::cli::standing::text_of;
use crate::config::Config;
use crate::model::audience::Audience;
use crate::model::key::slug;
use crate::pipeline::{self, Beside, Checked, Request, Stop};
use crate::source::repository::{Repository, repository};
use crate::source::walk::WalkFault;
use crate::start::origin::Origin;
use crate::start::survey::{Material, Survey};
use crate::start::workflow;

/// Names of folders that say nothing of the plan in them.
const BARE: [&str; 10] = [
    "app", "code", "content", "docs", "plan", "planning", "plans", "project", "repo", "src",
];

/// What is there.
pub struct Ground {
    /// The run that reads it.
    pub request: Request,
    /// What was set.
    pub config: Config,
    /// The plan as it was read; none where there is no document.
    pub checked: Option<Checked>,
    /// What was understood of it.
    pub survey: Survey,
    repository: Option<Repository>,
}

impl Ground {
    /// Looks.
    pub fn look(global: &Global, args: &InitArgs) -> Result<Self, Fault> {
        let request = request(global, args.path.as_deref())?;
        refuse(global, &request)?;
        let checked = match pipeline::check(&request) {
            Ok(checked) => Some(checked),
            Err(Stop::Walk(WalkFault::Empty(_))) => None,
            Err(stop) => return Err(stop.into()),
        };
        let config = match (&checked, &request.config) {
            (Some(checked), _) => checked.config.clone(),
            (None, Some(path)) => Config::open(path).map_err(Stop::from)?,
            (None, None) => Config::default(),
        };
        Ok(Self {
            survey: checked.as_ref().map(survey).unwrap_or_default(),
            repository: repository(&request.root).filter(|_| !global.no_git),
            request,
            config,
            checked,
        })
    }

    /// The root of the repository; where there is none, the folder of the plan.
    pub fn top(&self) -> &Path {
        let repository = self.repository.as_ref();
        repository.map_or(&self.request.root, |repository| &repository.root)
    }

    /// Whether git knows a repository here.
    pub fn is_in_repository(&self) -> bool {
        self.repository.is_some()
    }

    /// The folder of the plan in the repository.
    pub fn folder(&self) -> &str {
        let repository = self.repository.as_ref();
        repository.map_or("", |repository| &repository.prefix)
    }

    /// The main branch, as far as git knows one that a workflow can name.
    pub fn branch(&self) -> Option<&str> {
        let branch = self.repository.as_ref()?.branch.as_deref();
        branch.filter(|branch| workflow::is_plain(branch))
    }

    /// Where the repository is kept in common.
    pub fn origin(&self) -> Option<Origin> {
        Origin::parse(self.repository.as_ref()?.origin.as_deref()?)
    }

    /// Whom a workflow publishes for that is there already, as far as it says so.
    pub fn published(&self) -> Option<Audience> {
        let text = text_of(&self.top().join(workflow::PATH))?;
        let name = workflow::audience(&text)?;
        self.config.audience(Some(name)).ok()
    }

    /// A name for a plan that has none: that of the repository, else that of its folder, where it says something.
    pub fn name(&self) -> Option<String> {
        let origin = self.origin().map(|origin| origin.name().to_string());
        let folder = || Some(full(self.top()).file_name()?.to_str()?.to_string());
        let says = |name: &String| !slug(name).is_empty() && !BARE.contains(&slug(name).as_str());
        origin.filter(says).or_else(folder).filter(says)
    }

    /// How many items an audience would be shown today, and of how many.
    pub fn open_to(&self, audience: &Audience) -> Option<(usize, usize)> {
        let checked = self.checked.as_ref()?;
        let edition = pipeline::edition(checked, audience, &Beside::default());
        Some((edition.items.len(), checked.plan.len()))
    }
}

fn refuse(global: &Global, request: &Request) -> Result<(), Fault> {
    if global.config_file.is_some() {
        return Err(Fault::Typed {
            message: "`init` takes no `--config-file`".into(),
            help: "it writes plansite.toml into the folder of the plan; name that folder".into(),
        });
    }
    if fs::metadata(&request.root).is_ok_and(|found| !found.is_dir()) {
        return Err(Fault::Typed {
            message: format!("`{}` is a document", shown(&request.root)),
            help: "name the folder that the plan lies in".into(),
        });
    }
    Ok(())
}

fn survey(checked: &Checked) -> Survey {
    Survey::of(&Material {
        files: &checked.files,
        documents: &checked.documents,
        plan: &checked.plan,
        findings: &checked.findings,
    })
}

/// A path as one would type it here: without what leads nowhere, and without the folders of this machine.
pub fn shown(path: &Path) -> String {
    let here = full(Path::new("."));
    let there = settled(&here.join(path));
    let same = here.components().zip(there.components());
    let same = same.take_while(|(a, b)| a == b).count();
    // Nothing in common but the root: the whole path says more.
    if same < 2 {
        return path.display().to_string();
    }
    let up = here.components().skip(same).map(|_| "..".into());
    let down = there.components().skip(same);
    let down = down.map(|name| name.as_os_str().to_string_lossy());
    let names: Vec<Cow<'_, str>> = up.chain(down).collect();
    match names.is_empty() {
        true => ".".to_string(),
        false => names.join("/"),
    }
}

/// The path without `.` and, as far as they are written out, without the folders that `..` leaves again.
fn settled(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_from_here() {
        assert_eq!(shown(Path::new("./docs/../plansite.toml")), "plansite.toml");
        assert_eq!(shown(Path::new("./.")), ".");
        assert_eq!(shown(&full(Path::new(".")).join("docs")), "docs");
        let beside = full(Path::new(".."));
        assert_eq!(shown(&beside.join("x")), "../x");
    }
}
