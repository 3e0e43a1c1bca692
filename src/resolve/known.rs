//! What is known of an item while references are looked up.

use crate::model::kind::Kind;
use crate::resolve::values::Member;

/// What is known of an item while references are looked up.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its key, where that is not its id.
    pub key: Option<&'a str>,
    /// Its id, as it is compared.
    pub id: Option<&'a str>,
    /// Further names.
    pub aliases: Vec<String>,
    /// Everything that mentions it.
    pub members: &'a [Member<'a>],
}

impl Known<'_> {
    /// The files and blocks that mention it.
    pub fn places(&self) -> impl Iterator<Item = (usize, Option<usize>)> {
        let members = self.members.iter();
        members.map(|member| (member.file.0 as usize, member.mention.block))
    }
}
