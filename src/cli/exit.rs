//! What the number says that a run ends with.

/// The run was fine.
pub const FINE: u8 = 0;
/// There are errors in the plan.
pub const FINDINGS: u8 = 1;
/// The run could not be made.
pub const FAILED: u8 = 2;

/// Each number, and what it says.
pub const CODES: [(u8, &str); 3] = [
    (FINE, "all is well"),
    (
        FINDINGS,
        "`check` found errors, or `build --strict` errors or warnings",
    ),
    (
        FAILED,
        "plansite could not run: a flag or a key that it does not know, no such folder, no such item, no documents, a \
         file that cannot be read or written",
    ),
];

/// The same for the help.
pub fn told() -> String {
    let line = |(code, words): (u8, &str)| format!("\n  {code}  {words}");
    format!("Exit codes:{}", CODES.map(line).concat())
}
