//! `[site]`: what the site is called, where it will stand and for whom it is.

use std::path::Path;

use crate::config::address::{BaseUrl, repository};
use crate::config::choice::{FORGES, TWINS};
use crate::config::editor::Editor;
use crate::config::entry::{Entry, Faults};
use crate::config::forge::Forge;
use crate::config::reference::SITE;

/// What the site is called, where it will stand and for whom it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// Its title, in place of the one that the documents give.
    pub title: Option<String>,
    /// The address of its first page.
    pub base_url: Option<BaseUrl>,
    /// The language of its pages.
    pub language: Option<String>,
    /// The zone in which a week begins.
    pub timezone: Option<String>,
    /// The address of the repository, for links to sources, without a slash at its end.
    pub repository: Option<String>,
    /// The kind of host that the repository lies on.
    pub forge: Option<Forge>,
    /// The editor that the preview opens lines in.
    pub editor: Option<Editor>,
    /// The audience that it is built for.
    pub audience: Option<String>,
    /// The folder of its theme, as written: `Config::theme` knows where it is.
    pub theme: Option<String>,
    /// Which files for programs it holds beside those that are always there.
    pub machines: Machines,
}

/// Files for programs that are made where they are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Machines {
    /// The pages of items in markdown.
    pub markdown: bool,
    /// The pages of items in JSON.
    pub json: bool,
    /// Badges of the plan and its milestones.
    pub badges: bool,
}

/// Reads the table of the site; these audiences are known.
pub(super) fn site(entry: &Entry<'_>, audiences: &[&str], faults: &mut Faults) -> Site {
    let mut site = Site::default();
    for part in entry.known(&SITE.names(), faults) {
        match part.name {
            "title" => site.title = part.text(faults).map(str::to_string),
            "base-url" => site.base_url = base_url(&part, faults),
            "language" => site.language = part.text(faults).map(str::to_string),
            "timezone" => site.timezone = part.text(faults).map(str::to_string),
            "repository" => site.repository = address(&part, faults),
            "forge" => site.forge = part.choice("forge", FORGES, faults).and_then(Forge::named),
            "editor" => site.editor = editor(&part, faults),
            "audience" => {
                let chosen = part.choice("audience", audiences, faults);
                site.audience = chosen.map(str::to_string);
            }
            "theme" => site.theme = theme(&part, faults),
            "twins" => twins(&part, &mut site.machines, faults),
            "badges" => site.machines.badges = part.flag(faults).unwrap_or_default(),
            _ => {}
        }
    }
    site
}

fn base_url(entry: &Entry<'_>, faults: &mut Faults) -> Option<BaseUrl> {
    let help = "write it as `https://example.org/plan`, or only its path as `/plan`";
    entry.sound("the address of a site", help, str::parse, faults)
}

fn address(entry: &Entry<'_>, faults: &mut Faults) -> Option<String> {
    let help = "write it as `https://github.com/acme/plan`";
    entry.sound("the address of a repository", help, repository, faults)
}

fn editor(entry: &Entry<'_>, faults: &mut Faults) -> Option<Editor> {
    let help = "write a name such as `vscode`, or `scheme://open?file={path}&line={line}`";
    entry.sound("an editor", help, str::parse, faults)
}

fn twins(entry: &Entry<'_>, machines: &mut Machines, faults: &mut Faults) {
    for (word, place) in entry.texts(faults) {
        match word {
            "md" => machines.markdown = true,
            "json" => machines.json = true,
            word => faults.unknown("twin", word, place, TWINS),
        }
    }
}

fn theme(entry: &Entry<'_>, faults: &mut Faults) -> Option<String> {
    let help = "write its path from the folder of this file, as `themes/ours`";
    entry.sound("a folder", help, folder, faults)
}

/// A path of a machine's own would build on no other.
fn folder(text: &str) -> Result<String, &'static str> {
    if text.is_empty() || text.contains('\0') {
        Err("this names no folder")
    } else if Path::new(text).has_root() || Path::new(text).is_absolute() {
        Err("this is a path of one machine")
    } else {
        Ok(text.to_string())
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::Document;

    use super::*;

    fn read(text: &str) -> Result<Site, String> {
        let document = Document::parse(text).unwrap();
        let mut faults = Faults::default();
        let site = site(
            &Entry::root(&document),
            &["internal", "public"],
            &mut faults,
        );
        faults.told().map_or(Ok(site), Err)
    }

    #[test]
    fn addresses_are_kept_without_their_endings() {
        let text = "base-url = '/plan/'\nrepository = 'https://a.example/b.git'\naudience = 'public'\ntheme = '../ours'";
        let site = read(text).unwrap();
        assert_eq!(site.base_url.unwrap().path(), "/plan/");
        assert_eq!(site.repository.as_deref(), Some("https://a.example/b"));
        assert_eq!(site.audience.as_deref(), Some("public"));
        assert_eq!(site.theme.as_deref(), Some("../ours"));
    }

    #[test]
    fn hosts_and_editors_are_known() {
        let site = read("forge = 'gitea'\neditor = 'zed'").unwrap();
        assert_eq!(site.forge, Some(Forge::Gitea));
        assert!(site.editor.unwrap().template().starts_with("zed:"));
        let fault = read("editor = 'javascript:{path}'").unwrap_err();
        assert!(
            fault.starts_with("9: `editor` must be an editor"),
            "{fault}"
        );
        assert!(read("forge = 'svn'").is_err());
    }

    #[test]
    fn files_for_programs_are_there_where_they_are_wanted() {
        let site = read("twins = ['md', 'json']\nbadges = true").unwrap();
        let all = Machines {
            markdown: true,
            json: true,
            badges: true,
        };
        assert_eq!(site.machines, all);
        assert_eq!(
            read("twins = 'md'").map(|site| site.machines.json),
            Ok(false)
        );
        assert_eq!(
            read("twins = ['pdf']").unwrap_err(),
            "9: unknown twin `pdf` (known are `md`, `json`)"
        );
    }

    #[test]
    fn wrong_values_are_said_at_their_place() {
        assert_eq!(
            read("base-url = 'example.org'").unwrap_err(),
            "11: `base-url` must be the address of a site \
             (write it as `https://example.org/plan`, or only its path as `/plan`)"
        );
        assert_eq!(
            read("repository = 'git@a.example:b.git'").unwrap_err(),
            "13: `repository` must be the address of a repository \
             (write it as `https://github.com/acme/plan`)"
        );
        assert_eq!(
            read("audience = 'pubic'").unwrap_err(),
            "11: unknown audience `pubic` (did you mean `public`?)"
        );
        assert!(read("theme = ''").unwrap_err().starts_with("8: `theme`"));
        assert!(read("theme = '/usr/theme'").is_err());
        assert!(read("base-url = 3").unwrap_err().contains("must be a text"));
    }
}
