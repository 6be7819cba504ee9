//! The properties of a client on both sides.

use super::client::Client;
use super::value::{Value, Written, may_be_absent, of_member, of_property};
use super::{lists, texts, unlisted};
use cognito_cfn::Json;
use cognito_cfn_schema::property::Update;
use cognito_cfn_schema::{Fallback, Kind, Property, client};
use std::ptr;

/// How two values compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Equal,
    Different,
    /// It depends on what is known at deployment only.
    Unknown,
    /// The values are equal, but only one of them is written. CloudFormation compares what is written.
    WrittenOnce,
}

/// A property on both sides.
pub(super) struct Compared {
    /// `callback_urls`, `refresh_token_rotation.feature`.
    pub(super) path: String,
    pub(super) row: &'static Property,
    pub(super) old: Written,
    pub(super) new: Written,
    pub(super) outcome: Outcome,
}

/// The rows that are compared, those of blocks with the row of the block.
fn rows() -> impl Iterator<Item = (Option<&'static Property>, &'static Property)> {
    client::ALL.iter().copied().flat_map(|row| match row.kind {
        // The units are part of the validities.
        Kind::Block(_) if ptr::eq(row, &client::token_validity_units) => Vec::new(),
        Kind::Block(block) => block.members.iter().map(|member| (Some(row), *member)).collect(),
        _ => vec![(None, row)],
    })
}

fn written(client: &Client<'_>, block: Option<&'static Property>, row: &'static Property) -> Written {
    match block {
        Some(block) => of_member(client, block, row),
        None => of_property(client, row),
    }
}

/// Every property, and every member of a block, of the two clients.
pub(super) fn compare(old: &Client<'_>, new: &Client<'_>) -> Vec<Compared> {
    rows()
        .map(|(block, row)| {
            let (of_old, of_new) = (written(old, block, row), written(new, block, row));
            let outcome = outcome(row, (old, &of_old), (new, &of_new));
            let path = block.map_or_else(|| row.name.to_owned(), |block| format!("{}.{}", block.name, row.name));
            Compared { path, row, old: of_old, new: of_new, outcome }
        })
        .collect()
}

/// Whatever the client has. Two clients with the same are equal.
pub(super) fn fingerprint(client: &Client<'_>) -> String {
    let values: Vec<Value> = rows().map(|(block, row)| written(client, block, row).value).collect();
    format!("{values:?} {:?}", unlisted::of_client(client))
}

fn outcome(row: &Property, (old, of_old): (&Client<'_>, &Written), (new, of_new): (&Client<'_>, &Written)) -> Outcome {
    let is_generated = |written: &Written| written.is_default && matches!(row.fallback, Fallback::Generated);
    if is_generated(of_old) && new.is_live || is_generated(of_new) && old.is_live {
        return Outcome::Equal;
    }
    let outcome = match (&of_old.value, &of_new.value) {
        (old, new) if old == new => Outcome::Equal,
        (Value::List { known: old, unknown: old_functions }, Value::List { known: new, unknown: new_functions }) => {
            lists::compare((old, old_functions), (new, new_functions))
        }
        (Value::Unknown(old_function), Value::Unknown(new_function)) => {
            of_functions((old, old_function), (new, new_function))
        }
        // A function that gives a value, against none.
        (Value::Unknown(function), other) | (other, Value::Unknown(function)) => {
            let is_nothing = match other {
                Value::Absent => true,
                Value::List { known, unknown } => known.is_empty() && unknown.is_empty(),
                _ => false,
            };
            let gives_one = !may_be_absent(function) && !matches!(row.kind, Kind::List(_));
            if is_nothing && gives_one { Outcome::Different } else { Outcome::Unknown }
        }
        _ => Outcome::Different,
    };
    let is_written_once = of_old.is_default != of_new.is_default && !old.is_live && !new.is_live;
    if outcome == Outcome::Equal && is_written_once && row.update == Update::Replacement {
        return Outcome::WrittenOnce;
    }
    outcome
}

fn of_functions((old, old_function): (&Client<'_>, &Json), (new, new_function): (&Client<'_>, &Json)) -> Outcome {
    // Two resources are not the same one, even where both are of one kind.
    let resource = |client: &Client<'_>, function: &Json| {
        texts::referenced(function).filter(|id| client.resources.get(id).is_some())
    };
    let differ = match (resource(old, old_function), resource(new, new_function)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    if differ || !texts::can_be_equal(old_function, new_function) { Outcome::Different } else { Outcome::Unknown }
}
