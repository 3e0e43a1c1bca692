//! Where a repository is kept in common: from the address that git has to those that people open.

/// A repository on a host of the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    host: String,
    /// The owner, groups where there are some, and the name.
    path: Vec<String>,
}

impl Origin {
    /// The repository at an `https` or `ssh` address, written as git allows it. Names and passwords before the host
    /// are left out. None where it is no such address or holds what no forge allows in one.
    pub fn parse(address: &str) -> Option<Self> {
        let (authority, path) = match address.split_once("://") {
            Some(("https" | "ssh", rest)) => rest.split_once('/')?,
            Some(_) => return None,
            // `git@host:owner/name`
            None => address.split_once(':')?,
        };
        let host = authority.rsplit('@').next()?.split(':').next()?;
        // The other door of the same house, for those whose network closes the usual one.
        let host = if host == "ssh.github.com" {
            "github.com"
        } else {
            host
        };
        let path = path.trim_matches('/');
        let path = path.strip_suffix(".git").unwrap_or(path);
        let names: Vec<String> = path.split('/').map(str::to_string).collect();
        let sound = is_host(host) && names.len() >= 2 && names.iter().all(|name| is_name(name));
        sound.then(|| Self {
            host: host.to_lowercase(),
            path: names,
        })
    }

    /// The address of its first page.
    pub fn address(&self) -> String {
        format!("https://{}/{}", self.host, self.path.join("/"))
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// Where GitHub Pages shows it; none on other hosts.
    pub fn pages(&self) -> Option<String> {
        let [owner, name] = &self.path[..] else {
            return None;
        };
        let home = format!("{}.github.io", owner.to_lowercase());
        match self.host.as_str() {
            "github.com" if name.to_lowercase() == home => Some(format!("https://{home}")),
            "github.com" => Some(format!("https://{home}/{name}")),
            _ => None,
        }
    }
}

/// A host of the web; `github-work`, a name out of somebody's own ssh settings, is none.
fn is_host(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let labels: Vec<&str> = text.split('.').collect();
    let ends_well = labels.last().is_some_and(|last| !last.contains('-'));
    let is_label = |label: &&str| !label.is_empty() && label.chars().all(fits);
    labels.len() > 1 && labels.iter().all(is_label) && ends_well
}

fn is_name(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
    !matches!(text, "" | "." | "..") && text.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<String> {
        Origin::parse(text).map(|origin| origin.address())
    }

    #[test]
    fn every_way_of_writing_leads_to_one_address() {
        let wanted = Some("https://github.com/acme/plan".to_string());
        for text in [
            "https://github.com/acme/plan",
            "https://github.com/acme/plan.git",
            "https://x-access-token:secret@GitHub.com/acme/plan.git/",
            "git@github.com:acme/plan.git",
            "ssh://git@github.com/acme/plan.git",
            "ssh://git@ssh.github.com:443/acme/plan.git",
        ] {
            assert_eq!(address(text), wanted, "{text}");
        }
        let groups = "https://git.example.org/a/b/c.git";
        assert_eq!(address(groups).unwrap(), "https://git.example.org/a/b/c");
    }

    #[test]
    fn what_is_no_address_of_the_web_is_left_out() {
        for text in [
            "",
            "../plan",
            "/srv/git/plan.git",
            "file:///srv/git/plan.git",
            "http://github.com/acme/plan",
            "git@github-work:acme/plan.git",
            "git@github.com-work:acme/plan.git",
            "https://github.com/plan",
            "https://github.com/acme/../plan",
            "https://github.com/acme/pl\"an",
            "https://github.com/acme/plan\nx",
            "https://github.com/${{a}}/plan",
            "ext::sh -c whoami",
            "C:\\plans\\acme",
        ] {
            assert_eq!(address(text), None, "{text:?}");
        }
    }

    #[test]
    fn github_pages_are_below_the_owner() {
        let pages = |text| Origin::parse(text).and_then(|origin| origin.pages());
        let below = "https://acme.github.io/Plan".to_string();
        assert_eq!(pages("git@github.com:Acme/Plan.git"), Some(below));
        let home = "https://acme.github.io".to_string();
        assert_eq!(pages("https://github.com/acme/Acme.github.io"), Some(home));
        assert_eq!(pages("https://gitlab.com/acme/plan"), None);
    }
}
