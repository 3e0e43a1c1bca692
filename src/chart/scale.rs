//! From days to places on a canvas.

use crate::chart::calendar::Day;

/// A canvas is at most so many units wide; where it has more days, a unit is longer than a day.
const WIDEST: i64 = 1600;

/// A range of days, laid out from 0 to `total`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    first: i64,
    days: i64,
    today: Option<Day>,
}

impl Scale {
    /// The range from a little before the earliest day to a little after the latest one; none without a day.
    ///
    /// Today is in the range if it is at most a year away from the other days, or as far as they are from each other.
    pub(crate) fn around(days: impl Iterator<Item = Day> + Clone, today: Day) -> Option<Self> {
        let (first, last) = (days.clone().min()?.tamed().0, days.max()?.tamed().0);
        let today = today.tamed();
        let away = (first - today.0).max(today.0 - last);
        let today = (away <= (last - first).max(366)).then_some(today);
        let ends = today.map_or((first, last), |day| (first.min(day.0), last.max(day.0)));
        Some(Self::padded(ends, today))
    }

    /// After the last day there is room for the words beside its mark.
    fn padded((first, last): (i64, i64), today: Option<Day>) -> Self {
        let first = Day(first - 7.max((last - first) / 60)).monday().0;
        let span = last - first;
        let last = Day(last + (span / 6).max(span.min(35)) + 6).monday().0;
        Self {
            first,
            days: last - first,
            today,
        }
    }

    /// The first day of the range.
    pub(crate) fn first(&self) -> Day {
        Day(self.first)
    }

    /// The day after the range.
    pub(crate) fn end(&self) -> Day {
        Day(self.first + self.days)
    }

    /// Today, where it is in the range.
    pub(crate) fn today(&self) -> Option<Day> {
        self.today
    }

    /// How many days the range has.
    pub(crate) fn days(&self) -> i64 {
        self.days
    }

    /// How wide the canvas is.
    pub(crate) fn total(&self) -> f64 {
        self.days.min(WIDEST) as f64
    }

    /// Where a day begins.
    pub(crate) fn at(&self, day: Day) -> f64 {
        self.width((day.tamed().0 - self.first).clamp(0, self.days))
    }

    /// How wide so many days are.
    pub(crate) fn width(&self, days: i64) -> f64 {
        days as f64 * self.total() / self.days as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(days: &[i64], today: i64) -> Scale {
        Scale::around(days.iter().copied().map(Day), Day(today)).unwrap()
    }

    #[test]
    fn the_range_begins_a_week_before_and_leaves_room_behind() {
        // 23 February to 30 October 2026, seen on 12 May.
        let scale = around(&[20_507, 20_756], 20_585);
        assert_eq!(scale.first().short(&crate::chart::say::english), "16 Feb");
        assert_eq!((scale.total(), scale.at(Day(20_585))), (301.0, 85.0));
    }

    #[test]
    fn today_is_in_it_unless_it_is_years_away() {
        let near = around(&[20_480, 20_511], 20_777);
        assert_eq!(near.today(), Some(Day(20_777)));
        let far = around(&[20_480, 20_511], 21_777);
        assert_eq!(far.today(), None);
        assert!(far.days() < 100);
        assert_eq!(around(&[18_000, 20_511], 22_000).today(), Some(Day(22_000)));
    }

    #[test]
    fn a_canvas_has_an_end() {
        let scale = around(&[i64::MIN, i64::MAX], 0);
        assert_eq!(scale.total(), 1600.0);
        assert!((0.0..=1600.0).contains(&scale.at(Day(i64::MAX))));
        assert!(Scale::around([].into_iter(), Day(0)).is_none());
    }
}
