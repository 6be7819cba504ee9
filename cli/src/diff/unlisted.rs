//! What is written in a client and is in no table: properties as a whole, and properties that are not known here.

use super::change::{Action, Change};
use super::client::Client;
use super::shown::of_json;
use super::value::is_function;
use cognito_cfn::Json;
use cognito_cfn_schema::suggest::fold;
use cognito_cfn_schema::{client, return_values};
use std::collections::{BTreeMap, BTreeSet};

/// Properties that a function gives: `Fn::If` chooses among them, or a macro makes them.
pub(super) fn properties(old: &Client<'_>, new: &Client<'_>) -> Option<Change> {
    let (old, new) = (old.properties(), new.properties());
    ((is_function(old) || is_function(new)) && old != new).then(|| change(Action::Unknown, "properties", [old, new]))
}

/// Properties that Cognito may have by now. What a change of them does is not known, but it is one.
pub(super) fn unknown(old: &Client<'_>, new: &Client<'_>) -> Vec<Change> {
    if old.is_live || new.is_live {
        return Vec::new();
    }
    let (old, new) = (of_client(old), of_client(new));
    let names: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let changes = names.into_iter().filter_map(|name| {
        let values = [&old, &new].map(|side| side.get(name).copied().unwrap_or(&Json::Null));
        let [before, after] = values;
        let action = if is_function(before) == is_function(after) { Action::Changed } else { Action::Unknown };
        (before != after).then(|| change(action, name, values))
    });
    changes.collect()
}

/// The properties that are in no table. Nobody can set what Cognito generates; and a secret, however
/// its name is spelled, is not shown.
pub(super) fn of_client<'i>(client: &Client<'i>) -> BTreeMap<&'i str, &'i Json> {
    let is_listed = |name: &str| client::ALL.iter().any(|row| row.cloudformation == name);
    let is_generated = |name: &str| return_values::check(name).is_ok() || fold(name).contains("secret");
    let properties = client.properties().as_object().into_iter().flatten();
    properties
        .map(|(name, value)| (name.as_str(), value))
        .filter(|(name, _)| !is_listed(name) && !is_generated(name))
        .collect()
}

fn change(action: Action, property: &str, values: [&Json; 2]) -> Change {
    Change {
        action,
        property: property.to_owned(),
        texts: values.map(of_json),
        values: values.map(Json::clone),
        items: None,
        replacement: false,
        note: None,
    }
}
