//! The editor that a line of a document is opened in, as an address that the system hands to it.

use std::str::FromStr;

use thiserror::Error;

/// The address of a line in an editor, in which `{path}`, `{line}` and `{column}` are put in. The path begins with a
/// slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(String);

/// Why something names no editor.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("{0}")]
pub struct EditorFault(&'static str);

/// Editors, the programs that start them, and their addresses.
const KNOWN: [(&str, &[&str], &str); 7] = [
    (
        "vscode",
        &["code", "code-insiders"],
        "vscode://file{path}:{line}:{column}",
    ),
    (
        "vscodium",
        &["codium"],
        "vscodium://file{path}:{line}:{column}",
    ),
    ("cursor", &["cursor"], "cursor://file{path}:{line}:{column}"),
    (
        "zed",
        &["zed", "zeditor"],
        "zed://file{path}:{line}:{column}",
    ),
    (
        "idea",
        &["idea", "webstorm", "pycharm", "rustrover", "goland"],
        "idea://open?file={path}&line={line}&column={column}",
    ),
    (
        "sublime",
        &["subl"],
        "subl://open?url=file://{path}&line={line}&column={column}",
    ),
    (
        "vim",
        &["mvim", "gvim"],
        "mvim://open?url=file://{path}&line={line}&column={column}",
    ),
];

/// Addresses of these kinds would run in the page, or leave the machine.
const REFUSED: [&str; 7] = [
    "javascript",
    "data",
    "vbscript",
    "blob",
    "http",
    "https",
    "ftp",
];

impl Editor {
    /// The address, with its places to fill.
    pub fn template(&self) -> &str {
        &self.0
    }

    /// The editor that a command starts, where it is one that an address can open.
    pub fn started_by(command: &str) -> Option<Self> {
        let program = command.split_whitespace().next()?;
        let name = program.rsplit(['/', '\\']).next()?;
        let name = name.strip_suffix(".exe").unwrap_or(name);
        let known = KNOWN
            .iter()
            .find(|(_, programs, _)| programs.contains(&name));
        known.map(|(_, _, address)| Self((*address).to_string()))
    }
}

impl FromStr for Editor {
    type Err = EditorFault;

    fn from_str(text: &str) -> Result<Self, EditorFault> {
        if let Some((_, _, address)) = KNOWN.iter().find(|(name, ..)| *name == text) {
            return Ok(Self((*address).to_string()));
        }
        let Some((scheme, _)) = text.split_once(':') else {
            return Err(EditorFault(
                "known are vscode, vscodium, cursor, zed, idea, sublime and vim, or an address with {path} and {line}",
            ));
        };
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        let scheme = scheme.to_ascii_lowercase();
        if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.chars().all(fits) {
            Err(EditorFault(
                "an address begins with the name of its kind, such as `vscode:`",
            ))
        } else if REFUSED.contains(&scheme.as_str()) {
            Err(EditorFault("addresses of this kind open no editor"))
        } else if !text.contains("{path}") || text.contains(char::is_control) {
            Err(EditorFault(
                "the address says with {path} where the document is put in",
            ))
        } else {
            Ok(Self(text.to_string()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_are_known_by_name_by_program_and_by_address() {
        let named: Editor = "vscode".parse().unwrap();
        assert_eq!(named.template(), "vscode://file{path}:{line}:{column}");
        assert_eq!(Editor::started_by("/usr/bin/code --wait"), Some(named));
        assert_eq!(Editor::started_by("nano"), None);
        let own: Editor = "emacs://open?file={path}&line={line}".parse().unwrap();
        assert!(own.template().starts_with("emacs:"));
    }

    #[test]
    fn what_could_run_is_no_editor() {
        for text in [
            "javascript:{path}",
            "JavaScript:{path}",
            "https://x/{path}",
            "data:{path}",
            "nano",
            "x:y",
            ": {path}",
        ] {
            assert!(text.parse::<Editor>().is_err(), "{text}");
        }
    }
}
