//! Rows of a table that sum up the others.

use crate::text::similar::fold;

/// Whether a row of this name sums up the others: "Total", "TOTAL SPRINT 2".
pub fn is_sum(name: &str) -> bool {
    const SUMS: [&str; 14] = [
        "total",
        "totals",
        "grand total",
        "overall",
        "sum",
        "subtotal",
        "average",
        "gesamt",
        "summe",
        "suma",
        "totale",
        "합계",
        "合计",
        "合計",
    ];
    let name = name.split(" (").next().unwrap_or(name);
    let folded = fold(name);
    let first = folded.split(' ').next().unwrap_or_default();
    let shouts = name.trim().starts_with("TOTAL ");
    SUMS.contains(&folded.as_str()) || shouts && SUMS.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::is_sum;

    #[test]
    fn sums_are_told_from_names() {
        for name in [
            "Total",
            "**Total**",
            "TOTAL SPRINT 2",
            "Total (2 tasks)",
            "Grand total",
            "合计",
        ] {
            assert!(is_sum(name), "{name}");
        }
        for name in ["Total order of events", "Summary", "TOTALS-1", ""] {
            assert!(!is_sum(name), "{name}");
        }
    }
}
