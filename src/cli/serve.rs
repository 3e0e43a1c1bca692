//! `plansite serve`: previews the site and follows what is saved.

use std::env;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::cli::args::{Global, ServeArgs};
use crate::cli::fault::Fault;
use crate::cli::report::{self, Counts, several};
use crate::cli::request::request;
use crate::cli::terminal::Terminal;
use crate::config::editor::Editor;
use crate::pipeline::Request;
use crate::serve::maker::{Change, Opening, Order};
use crate::serve::{self, Told, browser};

/// Shows the plan until a signal ends it.
pub fn run(global: &Global, args: &ServeArgs, terminal: &mut Terminal) -> Result<bool, Fault> {
    let first = request(global, args.path.as_deref())?;
    let again = (global.clone(), args.path.clone());
    let order = Order {
        request: {
            let first = first.clone();
            // What could be asked for once can be again; only the clock may fail.
            Box::new(move || request(&again.0, again.1.as_deref()).unwrap_or(first.clone()))
        },
        base_url: args.base_url.clone(),
        audience: args.audience.clone(),
        asks_git: !global.no_git,
        editor: opening(args),
    };
    let mut outcome = Ok(());
    serve::serve(order, args.addr.0, |told| {
        let said = say(global, args, &first, &told, &mut *terminal.err);
        let said = said.and_then(|()| Ok(terminal.err.flush()?));
        // Whoever closed the terminal may still look at the browser.
        if let Err(fault) = said
            && !fault.is_closed_pipe()
        {
            outcome = Err(fault);
        }
    })?;
    outcome.map(|()| true)
}

/// Which editor lines are opened in; none where others than this machine may look.
fn opening(args: &ServeArgs) -> Opening {
    match &args.editor {
        _ if !args.addr.0.ip().is_loopback() => Opening::Never,
        Some(editor) => Opening::Typed(editor.clone()),
        None => Opening::Usual(usual()),
    }
}

/// The editor that this machine uses, where an address can open it.
#[expect(
    clippy::disallowed_methods,
    reason = "the environment is read here, once"
)]
fn usual() -> Option<Editor> {
    let named = ["VISUAL", "EDITOR"].into_iter();
    let mut named = named.filter_map(|name| env::var(name).ok());
    named.find_map(|command| Editor::started_by(&command))
}

fn say(
    global: &Global,
    args: &ServeArgs,
    request: &Request,
    told: &Told<'_>,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    match told {
        Told::Ready(change, address) => ready(global, args, request, change, *address, out),
        Told::Changed(change) if !global.quiet => {
            report::remarks(global, &change.told.remarks, out)?;
            writeln!(out, "{}", line(change))?;
            for finding in &change.told.unsaid {
                writeln!(out, "{finding}")?;
            }
            Ok(())
        }
        Told::Changed(_) => Ok(()),
        Told::Stopped(stop) => Ok(report::stopped(stop, out)?),
        Told::Unwatched(fault) => Ok(report::unwatched(fault, out)?),
    }
}

fn ready(
    global: &Global,
    args: &ServeArgs,
    request: &Request,
    change: &Change,
    address: SocketAddr,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    report::read(global, request, &change.told.checked, out)?;
    report::remarks(global, &change.told.remarks, out)?;
    let url = url(address, &change.told.scene.base);
    if !global.quiet {
        let wanted = args.addr.0.port();
        if wanted != 0 && wanted != address.port() {
            writeln!(out, "port {wanted} is taken, so it is {}", address.port())?;
        }
        if !address.ip().is_loopback() {
            writeln!(out, "everybody in this network can see it")?;
        }
        let documents = several(change.told.checked.files.len(), "document");
        let took = words(change.took);
        let findings = findings(change);
        writeln!(out, "{documents} read in {took}: {findings}")?;
        writeln!(out, "preview at {url} (end it with Ctrl+C)")?;
    }
    if args.open
        && let Err(fault) = browser::open(&url)
    {
        writeln!(out, "no browser can be opened ({fault}): go to {url}")?;
    }
    Ok(())
}

/// Where a browser on this machine finds it.
fn url(address: SocketAddr, base: &str) -> String {
    let mut address = address;
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    format!("http://{address}{base}")
}

/// What was read again, how long it took, how much is wrong.
fn line(change: &Change) -> String {
    let some = |paths: &[String], what: &str| match paths {
        [] => None,
        [one] => Some(format!("{one} {what}")),
        more => Some(format!("{} {what}", several(more.len(), "document"))),
    };
    let parts = [
        some(&change.difference.read, "read again"),
        some(&change.difference.added, "new"),
        some(&change.difference.removed, "gone"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let what = match parts.is_empty() {
        true => "configuration, theme or commit read again".to_string(),
        false => parts.join(", "),
    };
    format!("{what} in {}: {}", words(change.took), findings(change))
}

fn findings(change: &Change) -> String {
    match Counts::of(&change.told.checked.findings).words().as_str() {
        "nothing found" => "no findings".into(),
        counts => counts.into(),
    }
}

fn words(took: Duration) -> String {
    match took.as_millis() {
        0 => "under 1 ms".into(),
        millis @ 1..1000 => format!("{millis} ms"),
        _ => format!("{:.1} s", took.as_secs_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_finds_it_by_number() {
        let at = |text: &str| url(text.parse().unwrap(), "/plan/");
        assert_eq!(at("0.0.0.0:4000"), "http://127.0.0.1:4000/plan/");
        assert_eq!(at("[::1]:4000"), "http://[::1]:4000/plan/");
    }
}
