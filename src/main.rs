//! The command: arguments in, exit code out.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Plans are hundreds of thousands of small pieces, which it hands out and takes back fastest.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    plansite::cli::run(std::env::args_os())
}
