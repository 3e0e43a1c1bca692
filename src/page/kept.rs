//! What views ask for, worked out once: many documents may hold the same one.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

/// The items that views ask for, by the words of the view.
#[derive(Debug, Default)]
pub struct Kept(RwLock<BTreeMap<String, Arc<Vec<usize>>>>);

impl Kept {
    /// The items of the view with these words; `make` finds them where nobody has asked before.
    pub fn get(&self, words: &str, make: impl FnOnce() -> Vec<usize>) -> Arc<Vec<usize>> {
        let known = self.0.read().ok();
        if let Some(found) = known.and_then(|known| known.get(words).cloned()) {
            return found;
        }
        let found = Arc::new(make());
        if let Ok(mut known) = self.0.write() {
            known.insert(words.to_string(), found.clone());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_is_not_asked_again() {
        let kept = Kept::default();
        assert_eq!(*kept.get("a", || vec![1]), [1]);
        assert_eq!(*kept.get("a", || vec![2]), [1]);
        assert_eq!(*kept.get("b", || vec![2]), [2]);
    }
}
