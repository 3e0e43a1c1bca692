//! Where a command writes: data to one side, what there is to say about it to the other.

use std::io::{self, BufWriter, Write};

use anstream::{AutoStream, ColorChoice};

use crate::cli::args::Color;

/// Standard output and standard error, with colours where they are wanted.
pub struct Terminal {
    /// For data.
    pub out: Box<dyn Write>,
    /// For everything else.
    pub err: Box<dyn Write>,
}

impl Terminal {
    /// The terminal of this process.
    pub fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let (out, err) = (io::stdout(), io::stderr());
        // Colour is judged by the stream itself, before a buffer hides it.
        let out_choice = if matches!(color, Color::Auto) {
            AutoStream::choice(&out)
        } else {
            choice
        };
        let err_choice = if matches!(color, Color::Auto) {
            AutoStream::choice(&err)
        } else {
            choice
        };
        Self {
            out: Box::new(BufWriter::new(AutoStream::new(out, out_choice))),
            err: Box::new(BufWriter::new(AutoStream::new(err, err_choice))),
        }
    }
}
