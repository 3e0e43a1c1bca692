//! What `plansite.toml` says: words, folders and levels, each with its default.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;
use toml_edit::Document;

use crate::config::audience::UnknownAudience;
use crate::config::choice::{FIELD_NAMES, STATUSES, TOPIC_NAMES};
use crate::config::entry::{Entry, Faults};
use crate::config::figures::{Sprints, Weight};
use crate::config::kind::KindWords;
use crate::config::level::Level;
use crate::config::reference::{LATER, TABLES};
use crate::config::site::Site;
use crate::config::sources::Sources;
use crate::config::views::Configured;
use crate::diagnostic::Diagnostic;
use crate::model::audience::{Audience, INTERNAL};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::text::file::SourceFile;
use crate::theme::look::Look;

pub mod address;
mod appearance;
pub mod audience;
pub mod choice;
pub mod editor;
mod entry;
pub mod figures;
pub mod forge;
pub mod key;
pub mod kind;
pub mod level;
pub mod patterns;
pub mod reference;
pub mod schema;
pub mod site;
pub mod sources;
pub mod theme;
pub mod views;

/// The name of the file.
pub const FILE_NAME: &str = "plansite.toml";

/// Everything that can be set for a plan.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// What the site is called, where it will stand and for whom it is.
    pub site: Site,
    /// Which documents are read, and which become pages.
    pub sources: Sources,
    /// Further words for kinds.
    pub kinds: Vec<(Kind, KindWords)>,
    /// Further words for statuses, as written.
    pub status: Vec<(String, Status)>,
    /// Further words for fields, as written, and the name of what each means.
    pub fields: Vec<(String, &'static str)>,
    /// Further headings, as written, and the name of what stands below each.
    pub headings: Vec<(String, &'static str)>,
    /// What one task counts in a figure of progress.
    pub weight: Weight,
    /// What is known of the sprints beforehand.
    pub sprints: Sprints,
    /// To whom what is open, by name; [`Config::audience`] knows those that are built in too.
    pub audiences: BTreeMap<String, Audience>,
    /// What is set of the look.
    pub look: Look,
    /// Views of the team's own, in the order of the file.
    pub views: Vec<Configured>,
    /// How much findings weigh; of two for one rule, the later counts.
    pub lint: Vec<Level>,
    /// The file of the findings that are known, seen from the folder of the configuration.
    pub baseline: Option<String>,
    /// The file that says so, where there is one.
    pub file: Option<Arc<SourceFile>>,
    /// The folder of that file: patterns are relative to it.
    pub home: Option<PathBuf>,
    /// The folder of the documents as seen from there; empty, or with a slash at its end.
    pub below: String,
    /// The name of the repository's folder, where the documents lie in it or in a folder of it.
    pub repository: Option<String>,
}

/// Why a configuration cannot be used.
#[derive(Debug, Error)]
pub enum ConfigFault {
    /// The file cannot be read.
    #[error("cannot read `{}`", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file says what cannot be meant.
    #[error("`{}` cannot be used", file.path)]
    Wrong {
        /// The file.
        file: Arc<SourceFile>,
        /// Each fault, at its place in the file.
        faults: Vec<Diagnostic>,
    },
}

impl Config {
    /// What the `plansite.toml` in this folder says; the defaults where there is none.
    pub fn read(root: &Path) -> Result<Self, ConfigFault> {
        let path = root.join(FILE_NAME);
        if path.is_file() {
            Self::open(&path)
        } else {
            Ok(Self::default())
        }
    }

    /// What this file says.
    pub fn open(path: &Path) -> Result<Self, ConfigFault> {
        let unreadable = |source| ConfigFault::Unreadable {
            path: path.into(),
            source,
        };
        let bytes = fs::read(path).map_err(unreadable)?;
        let config = Self::parse(SourceFile::new(path.to_string_lossy(), bytes))?;
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        Ok(Self {
            home: Some(folder.unwrap_or(Path::new(".")).to_path_buf()),
            ..config
        })
    }

    /// The nearest folder with a `plansite.toml`, from `start` upwards.
    pub fn find(start: &Path) -> Option<PathBuf> {
        start
            .ancestors()
            .find(|folder| folder.join(FILE_NAME).is_file())
            .map(Path::to_path_buf)
    }

    /// What this text says.
    pub fn parse(file: SourceFile) -> Result<Self, ConfigFault> {
        let mut faults = Faults::default();
        let mut config = Self::default();
        match Document::parse(file.text.as_str()) {
            Ok(document) => root(
                &Entry::root(&document),
                &file.text,
                &mut config,
                &mut faults,
            ),
            Err(fault) => faults.syntax(&fault),
        }
        config.file = Some(Arc::new(file));
        config.or_faults(faults)
    }

    /// The configuration, if it names no other rules than these.
    pub fn knowing_rules(self, rules: &[&'static str]) -> Result<Self, ConfigFault> {
        let mut faults = Faults::default();
        for level in self
            .lint
            .iter()
            .filter(|level| !rules.contains(&level.rule.as_str()))
        {
            if let Some(span) = level.span {
                faults.unknown("rule", &level.rule, span, rules);
            }
        }
        self.or_faults(faults)
    }

    /// The configuration, if its views name no field that is nearly one of these of the author's own.
    pub fn knowing_fields(&self, own: &[String]) -> Result<(), ConfigFault> {
        let Some(file) = &self.file else {
            return Ok(());
        };
        let mut faults = Faults::default();
        let views = self.views.iter();
        views.for_each(|view| view.slips(own, &file.text, &mut faults));
        match faults.found.is_empty() {
            true => Ok(()),
            false => Err(ConfigFault::Wrong {
                file: file.clone(),
                faults: faults.found,
            }),
        }
    }

    /// The audience of this name; of no name, the one that the site is for.
    pub fn audience(&self, name: Option<&str>) -> Result<Audience, UnknownAudience> {
        let name = name.or(self.site.audience.as_deref()).unwrap_or(INTERNAL);
        audience::find(name, &self.audiences)
    }

    /// Where the folder of the theme is.
    pub fn theme(&self) -> Option<PathBuf> {
        let theme = Path::new(self.site.theme.as_ref()?);
        Some(self.home().join(theme))
    }

    /// The folder from which paths lead.
    pub fn home(&self) -> &Path {
        self.home.as_deref().unwrap_or(Path::new(""))
    }

    fn or_faults(self, mut faults: Faults) -> Result<Self, ConfigFault> {
        faults.found.sort_by_key(|fault| fault.place.span.start);
        match (self.file, faults.found) {
            (Some(file), faults) if !faults.is_empty() => Err(ConfigFault::Wrong { file, faults }),
            (file, _) => Ok(Self { file, ..self }),
        }
    }
}

fn root(entry: &Entry<'_>, file: &str, config: &mut Config, faults: &mut Faults) {
    let mut known: Vec<&str> = TABLES.iter().map(|table| table.head()).collect();
    known.extend(LATER);
    let parts = entry.known(&known, faults);
    // The site names one of the audiences, wherever they stand.
    if let Some(part) = parts.iter().find(|part| part.name == "audiences") {
        config.audiences = audience::audiences(part, faults);
    }
    let audiences = audience::names(&config.audiences);
    for part in &parts {
        match part.name {
            "site" => config.site = site::site(part, &audiences, faults),
            "sources" => config.sources = sources::sources(part, faults),
            "kinds" => config.kinds = kind::kinds(part, faults),
            "status" => status(part, &mut config.status, faults),
            "fields" => config.fields = part.named("field", FIELD_NAMES, faults),
            "headings" => config.headings = part.named("topic", TOPIC_NAMES, faults),
            "progress" => figures::progress(part, &mut config.weight, faults),
            "sprints" => figures::sprints(part, &mut config.sprints, faults),
            "theme" => config.look = theme::theme(part, faults),
            "views" => config.views = views::views(part, &audiences, file, faults),
            "lint" => level::lint(part, &mut config.lint, &mut config.baseline, faults),
            _ => {}
        }
    }
}

fn status(entry: &Entry<'_>, words: &mut Vec<(String, Status)>, faults: &mut Faults) {
    for part in entry.parts(faults) {
        let name = part.choice("status", STATUSES, faults);
        words.extend(
            name.and_then(Status::named)
                .map(|status| (part.name.to_string(), status)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::level::Action;

    fn parse(text: &str) -> Result<Config, String> {
        let file = SourceFile::new(FILE_NAME, text.into());
        Config::parse(file).map_err(|fault| match fault {
            ConfigFault::Wrong { file, faults } => said(&file, &faults),
            fault => fault.to_string(),
        })
    }

    fn said(file: &SourceFile, faults: &[Diagnostic]) -> String {
        let line = |fault: &Diagnostic| {
            let (line, column) = file.line_column(fault.place.span.start);
            let help = fault.help.as_deref().unwrap_or_default();
            format!("{line}:{column} {} ({help})", fault.message)
        };
        faults.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn what_is_said_is_read() {
        let config = parse(
            "site.title = 'Acme'\n[kinds.prd]\nfolders = ['features', 'bets']\nprefix = 'F-'\n\
             [status]\nShipped = 'done'\n[progress]\nweight = 'estimate'\n\
             [sprints]\nlength = 14\ncapacity = 20\n[lint]\nmojibake = 'allow'",
        )
        .unwrap();
        assert_eq!(config.site.title.as_deref(), Some("Acme"));
        assert_eq!(config.kinds[0].0, Kind::Feature);
        assert_eq!(config.kinds[0].1.folders, ["features", "bets"]);
        assert_eq!(config.kinds[0].1.prefix, ["F-"]);
        assert_eq!(config.status, [("Shipped".to_string(), Status::Done)]);
        assert_eq!(config.weight, Weight::Estimate);
        assert_eq!(
            config.sprints,
            Sprints {
                length: Some(14),
                capacity: Some(20.0)
            }
        );
        assert_eq!(config.lint[0].action, Action::Allow);
    }

    #[test]
    fn unknown_keys_are_errors_with_a_suggestion() {
        let fault = parse("[site]\ntilte = 'Acme'").unwrap_err();
        assert_eq!(
            fault,
            "2:1 unknown key `site.tilte` (did you mean `title`?)"
        );
        let fault = parse("[kinds.taks]\nfolders = []").unwrap_err();
        assert_eq!(fault, "1:8 unknown kind `taks` (did you mean `task`?)");
        let fault = parse("[lnit]\n[zebra]").unwrap_err();
        assert!(
            fault.contains("1:2 unknown key `lnit` (did you mean `lint`?)"),
            "{fault}"
        );
        assert!(
            fault.contains("2:2 unknown key `zebra` (known are `site`, "),
            "{fault}"
        );
    }

    #[test]
    fn wrong_values_are_errors() {
        let fault = parse("[site]\ntitle = 3").unwrap_err();
        assert_eq!(
            fault,
            "2:9 `site.title` must be a text (write it in quotes)"
        );
        let fault = parse("[lint]\nmojibake = 'forbid'").unwrap_err();
        assert_eq!(
            fault,
            "2:12 unknown level `forbid` (known are `deny`, `warn`, `allow`)"
        );
        let fault = parse("sources = ['docs']").unwrap_err();
        assert_eq!(
            fault,
            "1:11 `sources` must be a table (write it as `[sources]`)"
        );
        let fault = parse("[sources]\ninclude = [1]").unwrap_err();
        assert!(
            fault.starts_with("2:11 `sources.include` must be a list of texts"),
            "{fault}"
        );
        assert!(parse("[sprints]\nlength = -1").is_err());
        assert!(parse("a = [").unwrap_err().starts_with("1:"));
    }

    #[test]
    fn parts_of_later_stages_are_let_be() {
        assert!(parse("[forecast]\nruns = 10").is_ok());
    }

    #[test]
    fn the_site_is_for_an_audience_that_is_known() {
        let opened = "[site]\naudience = 'partners'\n[audiences.partners]\nkinds = 'phase'";
        let config = parse(opened).unwrap();
        let name = |asked| config.audience(asked).map(|audience| audience.name);
        assert_eq!(name(None).unwrap(), "partners");
        assert_eq!(name(Some("public")).unwrap(), "public");
        assert!(config.audience(None).unwrap().opens_kind(Kind::Phase));
        let help = config.audience(Some("partner")).unwrap_err().help;
        assert_eq!(help, "did you mean `partners`?");
        assert!(Config::default().audience(None).unwrap().sees_all());
    }

    #[test]
    fn faults_are_told_in_the_order_of_the_file() {
        let fault = parse("[site]\naudience = 'pubic'\n[audiences.Public]").unwrap_err();
        assert_eq!(
            fault,
            "2:12 unknown audience `pubic` (did you mean `public`?)\n\
             3:12 `Public` is no name for an audience (write it as `public`)"
        );
    }

    #[test]
    fn a_theme_is_found_from_the_folder_of_the_file() {
        let mut config = parse("site.theme = 'themes/ours'").unwrap();
        config.home = Some("plan".into());
        assert_eq!(config.theme().unwrap(), Path::new("plan/themes/ours"));
        assert_eq!(Config::default().theme(), None);
    }

    #[test]
    fn rules_must_be_known() {
        let config = parse("[lint]\nmojibak = 'deny'").unwrap();
        assert!(config.clone().knowing_rules(&["mojibak"]).is_ok());
        let fault = config.knowing_rules(&["mojibake"]).unwrap_err();
        let ConfigFault::Wrong { file, faults } = fault else {
            panic!("{fault}")
        };
        let wanted = "2:1 unknown rule `mojibak` (did you mean `mojibake`?)";
        assert_eq!(said(&file, &faults), wanted);
    }
}
