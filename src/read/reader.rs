//! The trait of the readers.

use crate::read::mention::Mentions;
use crate::read::words::Words;
use crate::syntax::outline::Outline;

/// Recognises one shape in which people write plans.
pub trait Reader: Sync {
    /// The name in `plansite check --reading`.
    fn name(&self) -> &'static str;

    /// The neighbouring page: manual and test.
    fn page(&self) -> &'static str;

    /// Adds what this reader recognises, and claims the blocks it came from.
    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions);
}
