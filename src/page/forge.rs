//! Where a line of a document can be seen and edited on the host of its repository: each has addresses of its own.

use crate::config::forge::Forge;
use crate::edition::{Edition, Revision};
use crate::page::percent::encoded;

/// The repository of the documents, on its host.
pub struct Repository<'a> {
    /// Its address.
    pub address: &'a str,
    /// The kind of its host.
    pub forge: Forge,
    /// The state of the documents.
    pub revision: Option<&'a Revision>,
}

impl<'a> Repository<'a> {
    /// That of an edition, where the audience may know.
    pub fn of(edition: &'a Edition) -> Option<Self> {
        Some(Self {
            address: edition.forge.as_deref()?,
            forge: edition.forge_kind,
            revision: edition.revision.as_ref(),
        })
    }

    /// A line of a document. It holds for the commit that was read: at a later one, another line may stand there.
    pub fn line(&self, file: &str, line: u32) -> String {
        let (address, path) = (self.address, self.path(file));
        let commit = self.revision.map(|revision| revision.commit.as_str());
        let at = commit.unwrap_or("HEAD");
        // A document is shown as it is written: what it looks like has no lines.
        match self.forge {
            Forge::GitHub => format!("{address}/blob/{at}/{path}?plain=1#L{line}"),
            Forge::GitLab => format!("{address}/-/blob/{at}/{path}?plain=1#L{line}"),
            Forge::Gitea => {
                let at =
                    commit.map_or_else(|| "HEAD".to_string(), |commit| format!("commit/{commit}"));
                format!("{address}/src/{at}/{path}?display=source#L{line}")
            }
            Forge::Bitbucket => format!("{address}/src/{at}/{path}#lines-{line}"),
        }
    }

    /// A file as the host shows it.
    pub fn file(&self, file: &str) -> String {
        let line = self.line(file, 1);
        let end = line.find(['?', '#']).unwrap_or(line.len());
        line[..end].to_string()
    }

    /// Where a document can be edited: on the main branch, where the host has to be told which that is.
    pub fn edit(&self, file: &str) -> Option<String> {
        let (address, path) = (self.address, self.path(file));
        let branch = self
            .revision
            .and_then(|revision| revision.branch.as_deref());
        let branch = branch.map(encoded);
        Some(match self.forge {
            Forge::GitHub => {
                let branch = branch.unwrap_or_else(|| "HEAD".into());
                format!("{address}/edit/{branch}/{path}")
            }
            Forge::GitLab => format!("{address}/-/edit/{}/{path}", branch?),
            Forge::Gitea => format!("{address}/_edit/{}/{path}", branch?),
            Forge::Bitbucket => format!("{address}/src/{}/{path}?mode=edit", branch?),
        })
    }

    /// A commit.
    pub fn commit(&self, commit: &str) -> String {
        let address = self.address;
        match self.forge {
            Forge::GitHub | Forge::Gitea => format!("{address}/commit/{commit}"),
            Forge::GitLab => format!("{address}/-/commit/{commit}"),
            Forge::Bitbucket => format!("{address}/commits/{commit}"),
        }
    }

    fn path(&self, file: &str) -> String {
        let prefix = self.revision.map_or("", |revision| &revision.prefix);
        encoded(&format!("{prefix}{file}")).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(forge: Forge, revision: Option<&Revision>) -> [String; 3] {
        let repository = Repository {
            address: "https://a.example/b",
            forge,
            revision,
        };
        let edit = repository.edit("c d.md").unwrap_or_default();
        let all = [
            repository.line("c d.md", 7),
            edit,
            repository.commit("0123abc"),
        ];
        all.map(|address| address.replace("https://a.example/b/", ""))
    }

    #[test]
    fn each_host_has_addresses_of_its_own() {
        let revision = Revision {
            commit: "0123abc".into(),
            prefix: "docs/".into(),
            branch: Some("main".into()),
        };
        for (forge, line, edit, commit) in [
            (
                Forge::GitHub,
                "blob/0123abc/docs/c%20d.md?plain=1#L7",
                "edit/main/docs/c%20d.md",
                "commit/0123abc",
            ),
            (
                Forge::GitLab,
                "-/blob/0123abc/docs/c%20d.md?plain=1#L7",
                "-/edit/main/docs/c%20d.md",
                "-/commit/0123abc",
            ),
            (
                Forge::Gitea,
                "src/commit/0123abc/docs/c%20d.md?display=source#L7",
                "_edit/main/docs/c%20d.md",
                "commit/0123abc",
            ),
            (
                Forge::Bitbucket,
                "src/0123abc/docs/c%20d.md#lines-7",
                "src/main/docs/c%20d.md?mode=edit",
                "commits/0123abc",
            ),
        ] {
            assert_eq!(told(forge, Some(&revision)), [line, edit, commit]);
        }
    }

    #[test]
    fn a_file_has_no_line() {
        for forge in [Forge::GitHub, Forge::Gitea, Forge::Bitbucket] {
            let repository = Repository {
                address: "https://a.example/b",
                forge,
                revision: None,
            };
            assert!(repository.file("c?.rs").ends_with("HEAD/c%3F.rs"));
        }
    }

    #[test]
    fn without_a_commit_it_is_the_last_one() {
        assert_eq!(
            told(Forge::GitHub, None)[..2],
            ["blob/HEAD/c%20d.md?plain=1#L7", "edit/HEAD/c%20d.md"]
        );
        assert_eq!(
            told(Forge::GitLab, None)[..2],
            ["-/blob/HEAD/c%20d.md?plain=1#L7", ""]
        );
        assert_eq!(
            told(Forge::Gitea, None)[..2],
            ["src/HEAD/c%20d.md?display=source#L7", ""]
        );
    }
}
