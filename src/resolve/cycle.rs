//! Parents that go in a circle.

use crate::diagnostic::Diagnostic;
use crate::model::item::Item;
use crate::resolve::report;

/// Cuts the loops that parents make; each item at which one is cut is reported.
pub fn cut_loops(items: &mut [Item], findings: &mut Vec<Diagnostic>) {
    let mut walks = vec![0; items.len()];
    for start in 0..items.len() {
        let mut at = start;
        while walks[at] == 0 {
            walks[at] = start + 1;
            let Some(parent) = items[at].parent.as_ref().and_then(|parent| parent.to) else {
                break;
            };
            if walks[parent.0 as usize] == start + 1 {
                let reference = items[at].parent.take();
                findings.extend(
                    reference.map(|reference| report::parent_loop(reference.place, &reference.raw)),
                );
                break;
            }
            at = parent.0 as usize;
        }
    }
}
