//! The bar that shows how much someone has, against the one who has most.

use crate::chart::escape::escape;
use crate::chart::number::{number, percent};

/// Draws the bar of so much of the most, with what it shows in words.
pub fn load(has: usize, most: usize, aria: &str) -> String {
    let share = match most {
        0 => 0.0,
        most => has as f64 * 100.0 / most as f64,
    };
    let value = number(percent(share));
    let aria = escape(aria);
    format!(
        "<span class=\"pb ld\" role=\"img\" aria-label=\"{aria}\"><i style=\"--v:{value}\"></i></span>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_is_a_whole_bar() {
        assert!(load(4, 4, "4 open").contains("--v:100"));
        assert!(load(1, 4, "<").contains("aria-label=\"&lt;\"><i style=\"--v:25\""));
        assert!(load(0, 0, "").contains("--v:0"));
    }
}
