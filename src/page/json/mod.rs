//! The shapes of plan.json, version 1: what an edition is in JSON. Facts that are absent are absent keys.

pub mod cast;
pub mod facts;
pub mod file;
pub mod part;

use serde::Serialize;

use crate::edition::Edition;
use crate::page::json::cast::Cast;
use crate::page::route::Routes;

/// An edition in the shape of plan.json.
pub fn plan<'a>(edition: &'a Edition, routes: &'a Routes) -> impl Serialize + 'a {
    Cast { edition, routes }.plan()
}

/// One item of an edition in the same shape, by position.
pub fn item<'a>(edition: &'a Edition, routes: &'a Routes, at: usize) -> impl Serialize + 'a {
    Cast { edition, routes }.item(at, &edition.items[at])
}
