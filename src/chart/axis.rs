//! Round numbers for the grid of a chart.

/// Values beyond this are drawn as this.
const GREATEST: f64 = 1e9;

/// The value as one that can be drawn.
pub(crate) fn tamed(value: f64) -> f64 {
    if value.is_nan() {
        0.0
    } else {
        value.clamp(0.0, GREATEST)
    }
}

/// The grid lines for these values: from zero to above the greatest, four to six of them.
pub(crate) fn axis(values: impl Iterator<Item = f64> + Clone) -> Vec<f64> {
    let whole = values.clone().all(|value| tamed(value).fract() == 0.0);
    let greatest = values.map(tamed).fold(0.0, f64::max);
    let step = step(greatest, if whole { 1.0 } else { 0.1 });
    let lines = ((greatest / step).floor() as u32 + 1).max(3);
    (0..=lines).map(|line| f64::from(line) * step).collect()
}

/// The smallest of 1, 2, 5, 10, 20 and so on that leads above the greatest value in five steps.
fn step(greatest: f64, smallest: f64) -> f64 {
    let mut step = smallest;
    loop {
        for factor in [1.0, 2.0, 5.0] {
            if greatest < 5.0 * factor * step {
                return factor * step;
            }
        }
        step *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(greatest: f64) -> Vec<f64> {
        axis([0.0, greatest].into_iter())
    }

    #[test]
    fn lines_are_round_and_few() {
        assert_eq!(of(8.0), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(of(5.0), [0.0, 2.0, 4.0, 6.0]);
        assert_eq!(of(28.0), [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(of(0.0), [0.0, 1.0, 2.0, 3.0]);
        for value in [
            0.01,
            0.7,
            1.0,
            3.5,
            19.0,
            20.0,
            99.0,
            123_456.0,
            f64::INFINITY,
            f64::NAN,
        ] {
            let lines = of(value);
            assert!((4..=6).contains(&lines.len()), "{value}: {lines:?}");
            assert!(lines.iter().all(|line| line.is_finite()));
        }
    }
}
