//! Charts from numbers and labels; nothing here has heard of a plan.
