//! `plansite.toml` with what differs from the defaults, one comment a line.

use crate::config::FILE_NAME;
use crate::config::address::BaseUrl;
use crate::config::site::Site;
use crate::start::draft::Draft;
use crate::start::quote;

/// What is to be set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The title, where no document gives one.
    pub title: Option<String>,
    /// Where the site will stand.
    pub base_url: Option<String>,
    /// Where the repository can be seen.
    pub repository: Option<String>,
    /// For whom the site is built.
    pub audience: Option<String>,
    /// The only folder that is read, where most of the repository holds no plan.
    pub include: Option<String>,
}

/// One line.
struct Line<'a> {
    key: &'static str,
    value: &'a str,
    why: &'static str,
}

impl Settings {
    /// The file.
    pub fn draft(&self) -> Draft {
        let mut text =
            "# Settings of plansite. What is not named here has its default.\n".to_string();
        let lines = self.lines();
        if !lines.is_empty() {
            text.push_str("\n[site]\n");
        }
        for Line { key, value, why } in lines {
            text.push_str(&format!("{key} = {} # {why}\n", quote::toml(value)));
        }
        if let Some(folder) = &self.include {
            let folder = quote::toml(folder);
            text.push_str(&format!(
                "\n[sources]\ninclude = [{folder}] # the plan; no other folder holds a part of it\n"
            ));
        }
        Draft {
            path: FILE_NAME.to_string(),
            text,
        }
    }

    /// What settings that exist say otherwise, or leave out: each a sentence.
    pub fn against(&self, site: &Site) -> Vec<String> {
        let lines = self.lines();
        let told = lines.iter().filter_map(|line| {
            let wanted = line.value;
            match said(site, line.key) {
                Some(said) if said == wanted => None,
                Some(said) => Some(format!("its `{}` is `{said}` and not `{wanted}`", line.key)),
                None => Some(format!("it names no `{}`, such as `{wanted}`", line.key)),
            }
        });
        told.collect()
    }

    fn lines(&self) -> Vec<Line<'_>> {
        let lines = [
            ("title", &self.title, "no document gives one"),
            ("base-url", &self.base_url, "where the site will stand"),
            (
                "repository",
                &self.repository,
                "where links to the documents lead",
            ),
            (
                "audience",
                &self.audience,
                "what `plansite build` shows if nothing else is said",
            ),
        ];
        let lines = lines.into_iter().filter_map(|(key, value, why)| {
            let value = value.as_deref()?;
            Some(Line { key, value, why })
        });
        lines.collect()
    }
}

fn said<'a>(site: &'a Site, key: &str) -> Option<&'a str> {
    match key {
        "title" => site.title.as_deref(),
        "base-url" => site.base_url.as_ref().map(BaseUrl::as_str),
        "repository" => site.repository.as_deref(),
        _ => site.audience.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::text::file::SourceFile;

    fn full() -> Settings {
        let some = |text: &str| Some(text.to_string());
        Settings {
            title: some("A \"plan\"\n[site]"),
            base_url: some("https://acme.github.io/plan"),
            repository: some("https://github.com/acme/plan"),
            audience: some("public"),
            include: some("docs"),
        }
    }

    fn read(settings: &Settings) -> Config {
        let draft = settings.draft();
        Config::parse(SourceFile::new(draft.path, draft.text.into_bytes())).unwrap()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let config = read(&full());
        assert_eq!(config.site.title.as_deref(), Some("A \"plan\"\n[site]"));
        assert_eq!(config.site.audience.as_deref(), Some("public"));
        assert_eq!(config.sources.include, ["docs"]);
        assert!(full().against(&config.site).is_empty());
    }

    #[test]
    fn only_what_differs_is_written() {
        let text = Settings::default().draft().text;
        assert!(!text.contains('[') && !text.contains('='), "{text}");
        assert_eq!(read(&Settings::default()).site, Site::default());
    }

    #[test]
    fn what_exists_is_told_apart() {
        let site = Site {
            audience: Some("internal".into()),
            ..read(&full()).site
        };
        let told = full().against(&site);
        assert_eq!(told, ["its `audience` is `internal` and not `public`"]);
        let told = full().against(&Site::default());
        let wanted = "it names no `audience`, such as `public`";
        assert_eq!(told.last().map(String::as_str), Some(wanted));
    }
}
