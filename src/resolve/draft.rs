//! A group of mentions on its way to an item: what is stated of it, before references are looked up.

use crate::diagnostic::Diagnostic;
use crate::model::criterion::Criterion;
use crate::model::item::{Item, Role, Source};
use crate::model::key::Key;
use crate::model::stated::{Saying, Stated};
use crate::model::tally::Tally;
use crate::read::field::FieldName;
use crate::read::words::Words;
use crate::resolve::group::Group;
use crate::resolve::values::{self, Member, saying};
use crate::text::span::Place;

/// The item that these mentions state, with all that needs no other item, and what is wrong with it.
pub fn item(
    group: &Group<'_>,
    key: Key,
    members: &[Member<'_>],
    words: &Words,
) -> (Item, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let (start, due) = values::dates(members, &mut findings);
    let best = members
        .iter()
        .map(|member| &member.mention.title.text)
        .find(|title| !title.is_empty());
    let item = Item {
        key,
        id: group.id.map(str::to_string),
        kind: group.kind,
        title: best.cloned().unwrap_or_default(),
        aliases: values::list(members, FieldName::Aliases),
        status: values::status(members, group.kind, words, &mut findings),
        priority: values::words(members, FieldName::Priority),
        rank: values::words(members, FieldName::Rank),
        start,
        due,
        done: values::done(members),
        owner: values::words(members, FieldName::Owner),
        estimate: values::words(members, FieldName::Estimate),
        sprint: None,
        sprints: Vec::new(),
        labels: values::list(members, FieldName::Labels),
        parent: None,
        depends_on: Vec::new(),
        blocks: Vec::new(),
        became: Vec::new(),
        audience: values::words(members, FieldName::Audience),
        declared: values::declared(members),
        committed: values::number(members, FieldName::Committed),
        completed: values::number(members, FieldName::Completed),
        velocity: values::words(members, FieldName::Velocity),
        fields: fields(members),
        criteria: criteria(members),
        checks: checks(members),
        movements: Vec::new(),
        discovered: members.iter().all(|member| member.mention.discovered),
        sources: members.iter().map(source).collect(),
    };
    (item, findings)
}

fn source(member: &Member<'_>) -> Source {
    Source {
        place: Place {
            file: member.file,
            span: member.mention.span,
        },
        role: member.mention.role,
    }
}

/// What is kept under the author's own names: one entry for each name, the most specific saying first.
fn fields(members: &[Member<'_>]) -> Vec<(String, Stated<String>)> {
    let mut out: Vec<(String, Stated<String>)> = Vec::new();
    for member in members {
        let before = out.len();
        for (name, raw) in &member.mention.own {
            let saying: Saying = saying(member.file, raw);
            // What one place says twice under one name is two things; what another place says is the same thing again.
            let known = out[..before]
                .iter_mut()
                .find(|(other, _)| other.eq_ignore_ascii_case(name));
            match known {
                Some((_, stated)) => stated.said.push(saying),
                None => out.push((
                    name.clone(),
                    Stated {
                        value: raw.text.clone(),
                        said: vec![saying],
                    },
                )),
            }
        }
    }
    out
}

/// The criteria of all mentions; an alias only repeats those of the document.
fn criteria(members: &[Member<'_>]) -> Vec<Criterion> {
    let has_document = members
        .iter()
        .any(|member| member.mention.role == Role::Document);
    let told = members
        .iter()
        .filter(|member| !has_document || member.mention.role != Role::Alias);
    told.flat_map(|member| {
        member.mention.criteria.iter().map(|raw| Criterion {
            text: raw.text.text.clone(),
            done: raw.done,
            group: raw.group.clone(),
            notes: raw.notes.clone(),
            place: values::place(member.file, &raw.text),
        })
    })
    .collect()
}

/// The boxes of an item, of the document that says most of it: another one repeats them.
fn checks(members: &[Member<'_>]) -> Option<Tally> {
    let boxed = members.iter().filter(|member| member.mention.checks.of > 0);
    let first = boxed.clone().next()?.file;
    let tallies = boxed.filter(|member| member.file == first);
    tallies
        .map(|member| member.mention.checks)
        .reduce(|a, b| Tally {
            done: a.done + b.done,
            of: a.of + b.of,
        })
}
