//! Where a preview is wanted, as it is typed.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

/// The usual port.
const PORT: u16 = 4000;

/// Where the preview is wanted: `127.0.0.1:4000`, or only a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addr(pub SocketAddr);

impl FromStr for Addr {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let loopback = IpAddr::V4(Ipv4Addr::LOCALHOST);
        if let Ok(port) = text.strip_prefix(':').unwrap_or(text).parse() {
            return Ok(Self(SocketAddr::new(loopback, port)));
        }
        if let Ok(host) = text.trim_matches(['[', ']']).parse() {
            return Ok(Self(SocketAddr::new(host, PORT)));
        }
        let address = match text.strip_prefix("localhost") {
            Some("") => Some(SocketAddr::new(loopback, PORT)),
            Some(port) => format!("127.0.0.1{port}").parse().ok(),
            None => text.parse().ok(),
        };
        let help = "an address is written like 127.0.0.1:4000, or only its port";
        address.map(Self).ok_or_else(|| help.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_be_given_in_part() {
        let is = |text: &str, address: &str| {
            assert_eq!(
                text.parse::<Addr>().unwrap().0.to_string(),
                address,
                "{text}"
            );
        };
        is("5000", "127.0.0.1:5000");
        is(":5000", "127.0.0.1:5000");
        is("0.0.0.0", "0.0.0.0:4000");
        is("[::1]:80", "[::1]:80");
        is("::1", "[::1]:4000");
        is("localhost", "127.0.0.1:4000");
        is("localhost:0", "127.0.0.1:0");
        for wrong in ["", "example.org:80", "127.0.0.1:x", "localhost5", "70000"] {
            assert!(wrong.parse::<Addr>().is_err(), "{wrong}");
        }
    }
}
