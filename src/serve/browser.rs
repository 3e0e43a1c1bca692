//! Opens the preview in the browser of whoever asked for it.

use std::io;
use std::process::{Command, Stdio};

/// Opens an address in the usual browser; does not wait for it.
pub fn open(url: &str) -> io::Result<()> {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(before).arg(url);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let mut child = command.stderr(Stdio::null()).spawn()?;
    // Somebody must take note of its end.
    std::thread::spawn(move || child.wait());
    Ok(())
}
