//! So many of so many.

/// How many are done, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tally {
    /// How many are done.
    pub done: u32,
    /// Of how many.
    pub of: u32,
}

impl Tally {
    /// The share in percent, rounded down; nothing of nothing has none.
    pub fn percent(self) -> Option<u32> {
        let share = u64::from(self.done) * 100;
        (self.of > 0).then(|| u32::try_from(share / u64::from(self.of)).unwrap_or(u32::MAX))
    }

    /// Counts one more, done or not.
    pub fn count(&mut self, done: bool) {
        self.of += 1;
        self.done += u32::from(done);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_is_rounded_down() {
        assert_eq!(Tally { done: 2, of: 3 }.percent(), Some(66));
        assert_eq!(Tally { done: 199, of: 200 }.percent(), Some(99));
        assert_eq!(Tally::default().percent(), None);
    }
}
