//! Differences as text and as JSON.

mod human;
mod json;

pub(super) use human::write as human;
pub(super) use json::write as json;
