//! Numbers on their way into markup.

/// The number with at most two decimals, and none that are zero; what is no number is 0.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_string();
    }
    let fixed = format!("{value:.2}");
    match fixed.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".to_string(),
        short => short.to_string(),
    }
}

/// The share as one between 0 and 100; what is no number is 0.
pub(crate) fn percent(value: f64) -> f64 {
    if value.is_finite() {
        value.clamp(0.0, 100.0)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_always_numbers() {
        let texts = [13.0, 33.333, 83.3, 100.0, -0.001, f64::NAN, f64::INFINITY].map(number);
        assert_eq!(texts, ["13", "33.33", "83.3", "100", "0", "0", "0"]);
        assert_eq!([-5.0, 250.0, f64::NAN].map(percent), [0.0, 100.0, 0.0]);
    }
}
