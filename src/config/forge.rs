//! The host of a repository: which of the known ones it is, by its name or as it is said.

/// A host of repositories, by how its addresses are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forge {
    /// GitHub, and whatever is like it.
    #[default]
    GitHub,
    /// GitLab.
    GitLab,
    /// Gitea, Forgejo, Codeberg.
    Gitea,
    /// Bitbucket.
    Bitbucket,
}

impl Forge {
    /// The host that this name means.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "github" => Self::GitHub,
            "gitlab" => Self::GitLab,
            "gitea" => Self::Gitea,
            "bitbucket" => Self::Bitbucket,
            _ => return None,
        })
    }

    /// The host that an address lets one guess.
    pub fn of(address: &str) -> Self {
        let (_, rest) = address.split_once("://").unwrap_or(("", address));
        let host = rest.split('/').next().unwrap_or(rest).to_ascii_lowercase();
        let says = |names: &[&str]| names.iter().any(|name| host.contains(name));
        if says(&["gitlab"]) {
            Self::GitLab
        } else if says(&["codeberg", "gitea", "forgejo"]) {
            Self::Gitea
        } else if says(&["bitbucket"]) {
            Self::Bitbucket
        } else {
            Self::GitHub
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_known_by_its_name() {
        let of = |host: &str| Forge::of(&format!("https://{host}/acme/gitlab"));
        assert_eq!(of("github.com"), Forge::GitHub);
        assert_eq!(of("gitlab.acme.example"), Forge::GitLab);
        assert_eq!(of("codeberg.org"), Forge::Gitea);
        assert_eq!(of("bitbucket.org"), Forge::Bitbucket);
        assert_eq!(of("code.acme.example"), Forge::GitHub);
    }
}
