//! Writing back: only what was asked for, byte for byte elsewhere, and only where the plan is then as it was meant.

pub mod diff;
pub mod difference;
pub mod draft;
pub mod save;
pub mod trial;

use crate::change::draft::{Draft, Left, drafts};
use crate::change::trial::Trial;
use crate::pipeline::{Checked, Request};

/// What can be mended safely in a plan.
#[derive(Debug, Default)]
pub struct Mending {
    /// The documents with their edits, in order.
    pub drafts: Vec<Draft>,
    /// Documents that must stay as they are.
    pub left: Vec<Left>,
}

/// Makes all safe edits and tries them, in no file yet.
pub fn mend(request: &Request, checked: &Checked) -> Mending {
    let (drafts, left) = drafts(&checked.findings, &checked.files);
    let mut sieve = Sieve {
        trial: Trial::new(request, checked),
        kept: Vec::new(),
        left,
    };
    sieve.sift(&drafts);
    Mending {
        drafts: sieve.kept.into_iter().cloned().collect(),
        left: sieve.left,
    }
}

/// Parts drafts that do only what they are meant to from the others.
struct Sieve<'a> {
    trial: Trial<'a>,
    kept: Vec<&'a Draft>,
    left: Vec<Left>,
}

impl<'a> Sieve<'a> {
    /// Keeps the drafts if they do no harm together with those that are kept; else tries each half of them.
    fn sift(&mut self, drafts: &'a [Draft]) {
        if drafts.is_empty() {
            return;
        }
        let together: Vec<&Draft> = self.kept.iter().copied().chain(drafts).collect();
        match (self.trial.fault(&together), drafts) {
            (None, drafts) => self.kept.extend(drafts),
            (Some(why), [draft]) => self.left.push(Left {
                path: draft.old.path.clone(),
                why,
            }),
            (Some(_), drafts) => {
                let (first, second) = drafts.split_at(drafts.len() / 2);
                self.sift(first);
                self.sift(second);
            }
        }
    }
}
