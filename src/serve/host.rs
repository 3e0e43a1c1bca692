//! Which names a browser may ask for: a page of somebody else's, whose name was made to lead here, must not read the plan.

use std::net::{IpAddr, Ipv6Addr};

/// Whether the `Host` of a request is this machine by a number, or by the name that only it can have.
pub fn is_ours(host: &str) -> bool {
    let Some(name) = without_port(host) else {
        return false;
    };
    let name = name.to_ascii_lowercase();
    let number = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    match number {
        Some(number) => number.parse::<Ipv6Addr>().is_ok(),
        // No name server can make a number lead elsewhere.
        None => name == "localhost" || name.ends_with(".localhost") || is_number(&name),
    }
}

fn is_number(name: &str) -> bool {
    matches!(name.parse(), Ok(IpAddr::V4(_)))
}

fn without_port(host: &str) -> Option<&str> {
    match host.rsplit_once(':') {
        Some((name, port)) if !host.ends_with(']') => {
            let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
            is_port.then_some(name)
        }
        _ => Some(host),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_is_asked_for_by_number_or_as_localhost() {
        for host in [
            "localhost",
            "LOCALHOST:4000",
            "plan.localhost:4000",
            "127.0.0.1:4000",
            "192.168.1.7",
            "[::1]:4000",
            "[::1]",
        ] {
            assert!(is_ours(host), "{host}");
        }
        for host in [
            "",
            ":4000",
            "evil.example",
            "localhost.evil.example:4000",
            "evillocalhost",
            "127.0.0.1.evil.example",
            "localhost:4000:80",
            "localhost:x",
            "[evil]",
            "::1",
        ] {
            assert!(!is_ours(host), "{host}");
        }
    }
}
