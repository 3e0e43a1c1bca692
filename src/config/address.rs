//! Addresses on the web: of the site, and of its repository.

use std::net::Ipv6Addr;
use std::str::FromStr;

use thiserror::Error;

/// The address of the first page: `https://example.org/plan`, or only its path, `/plan`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

/// Why an address cannot be used.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct AddressFault(&'static str);

impl BaseUrl {
    /// The address, without a slash at its end; of the path `/`, nothing.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same, where it names a host: only then can a page say where on the web it stands.
    pub fn whole(&self) -> Option<&str> {
        self.0.contains("://").then_some(&*self.0)
    }

    /// The folder of the first page on its host: `/plan/`, or `/`.
    pub fn path(&self) -> String {
        let path = match self.0.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
            None => &self.0,
        };
        format!("{path}/")
    }
}

impl FromStr for BaseUrl {
    type Err = AddressFault;

    fn from_str(text: &str) -> Result<Self, AddressFault> {
        if text.starts_with('/') {
            check_path(text)?;
        } else {
            let begins = "it begins with `https://`, `http://` or `/`";
            check_url(text, &["https://", "http://"], begins)?;
        }
        Ok(Self(text.trim_end_matches('/').to_string()))
    }
}

/// The address of a repository, without `/` and `.git` at its end.
pub(super) fn repository(text: &str) -> Result<String, AddressFault> {
    let path = check_url(text, &["https://"], "it begins with `https://`")?;
    let host = &text[..text.len() - path.len()];
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    match path.trim_end_matches('/') {
        "" => Err(AddressFault("it names a host and no repository")),
        path => Ok(format!("{host}{path}")),
    }
}

/// The path of a sound address.
fn check_url<'a>(
    text: &'a str,
    schemes: &[&str],
    begins: &'static str,
) -> Result<&'a str, AddressFault> {
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    let rest = rest.ok_or(AddressFault(begins))?;
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    check_host(host)?;
    check_path(path)?;
    Ok(path)
}

fn check_host(text: &str) -> Result<(), AddressFault> {
    if text.contains('@') {
        return Err(AddressFault("a name or a password would be published"));
    }
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !text.ends_with(']') => (host, port),
        _ => (text, "80"),
    };
    let number = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    let sound = match number {
        Some(number) => number.parse::<Ipv6Addr>().is_ok(),
        None => host.split('.').all(is_label),
    };
    if !sound {
        Err(AddressFault("its host is missing or no name of a host"))
    } else if !is_port(port) {
        Err(AddressFault("its port is no number of a port"))
    } else {
        Ok(())
    }
}

fn is_label(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !text.is_empty() && text.chars().all(fits)
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

fn check_path(path: &str) -> Result<(), AddressFault> {
    // What would end an attribute or a line is not among these.
    let fits = |c: char| c.is_ascii_alphanumeric() || "/-._~%!$&()*+,;=:@".contains(c);
    let folders = path.strip_suffix('/').unwrap_or(path);
    let mut folders = folders.split('/').skip(1);
    if path.contains(['?', '#']) {
        Err(AddressFault("nothing after a `?` or a `#` belongs to it"))
    } else if !path.chars().all(fits) {
        Err(AddressFault("other characters are written like `%20`"))
    } else if folders.any(|folder| matches!(folder, "" | "." | "..")) {
        Err(AddressFault("its path has no `//`, `.` or `..`"))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(text: &str) -> Result<(String, String), &'static str> {
        let base: Result<BaseUrl, AddressFault> = text.parse();
        base.map(|base| (base.as_str().to_string(), base.path()))
            .map_err(|fault| fault.0)
    }

    #[test]
    fn a_site_stands_at_an_address_or_a_path() {
        let is = |text, address: &str, path: &str| {
            assert_eq!(base(text), Ok((address.into(), path.into())), "{text}");
        };
        is(
            "https://a.example/repo/",
            "https://a.example/repo",
            "/repo/",
        );
        is("https://a.example", "https://a.example", "/");
        is("http://[::1]:4000/", "http://[::1]:4000", "/");
        is("http://localhost:4000/x", "http://localhost:4000/x", "/x/");
        is("http://[::1]", "http://[::1]", "/");
        is("/repo/plan/", "/repo/plan", "/repo/plan/");
        is("/", "", "/");
    }

    #[test]
    fn only_an_address_with_a_host_is_whole() {
        let whole = |text: &str| {
            text.parse()
                .ok()
                .and_then(|base: BaseUrl| base.whole().map(str::to_string))
        };
        assert_eq!(
            whole("https://a.example/b/").as_deref(),
            Some("https://a.example/b")
        );
        assert_eq!(
            whole("http://a.example/").as_deref(),
            Some("http://a.example")
        );
        assert_eq!(whole("/b"), None);
        assert_eq!(whole("/"), None);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for (text, why) in [
            ("", "begins with"),
            ("repo", "begins with"),
            ("ftp://a.example", "begins with"),
            ("javascript://a.example", "begins with"),
            ("https://", "host"),
            ("https:///repo", "host"),
            ("https://a..example", "host"),
            ("https://[x]", "host"),
            ("https://a.example:8x", "port"),
            ("https://a.example:", "port"),
            ("https://me:secret@a.example", "password"),
            ("https://a.example?q", "`?`"),
            ("/repo#top", "`#`"),
            ("//a.example", "`//`"),
            ("/a//", "`//`"),
            ("/a/../b", "`..`"),
            ("/a b", "%20"),
            ("/a\"b", "%20"),
            ("/größe", "%20"),
        ] {
            let told = base(text).err().unwrap_or_default();
            assert!(told.contains(why), "{text}: {told}");
        }
    }

    #[test]
    fn a_repository_is_named_without_its_endings() {
        let plain = Ok("https://git.example/acme/plan".to_string());
        assert_eq!(repository("https://git.example/acme/plan"), plain);
        assert_eq!(repository("https://git.example/acme/plan.git/"), plain);
        let refused = |text| assert!(repository(text).is_err(), "{text}");
        refused("git@git.example:acme/plan.git");
        refused("http://git.example/acme/plan");
        refused("https://token@git.example/acme/plan");
        refused("https://git.example/");
        refused("https://git.example/.git");
    }
}
