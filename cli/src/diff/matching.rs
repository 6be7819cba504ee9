//! Which client of one side is which of the other.

use super::client::Client;
use super::properties::fingerprint;
use crate::input::Failure;
use crate::resource_option;
use cognito_cfn_schema::suggest::listed;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// A client before and after.
pub(super) struct Pair<'p, 'i> {
    pub(super) old: Option<&'p Client<'i>>,
    pub(super) new: Option<&'p Client<'i>>,
}

/// The clients of both sides, those that belong together in one pair.
pub(super) fn pairs<'p, 'i>(
    old: &'p [Client<'i>],
    new: &'p [Client<'i>],
    resource: Option<&str>,
) -> Result<Vec<Pair<'p, 'i>>, Failure> {
    let is_live = |clients: &[Client<'_>]| clients.iter().any(|client| client.is_live);
    check_resource(old, new, resource)?;
    if is_live(new) {
        let pairs = with_live(new, old, resource)?;
        return Ok(pairs.into_iter().map(|(new, old)| Pair { old: Some(old), new: Some(new) }).collect());
    }
    if is_live(old) {
        let pairs = with_live(old, new, resource)?;
        return Ok(pairs.into_iter().map(|(old, new)| Pair { old: Some(old), new: Some(new) }).collect());
    }
    let is_meant = |client: &&Client<'_>| resource.is_none_or(|id| client.logical_id == id);
    Ok(by_logical_id(old.iter().filter(is_meant).collect(), new.iter().filter(is_meant).collect()))
}

fn check_resource(old: &[Client<'_>], new: &[Client<'_>], resource: Option<&str>) -> Result<(), Failure> {
    let Some(id) = resource else { return Ok(()) };
    let ids: Vec<&str> =
        old.iter().chain(new).filter(|client| !client.is_live).map(|client| client.logical_id).collect();
    if ids.contains(&id) || ids.is_empty() {
        return Ok(());
    }
    let help = resource_option::help(id, ids).unwrap_or_default();
    Err(Failure::of_argument("--resource", format!("no app client `{id}`"), help))
}

fn unique<'n>(names: &[&'n str]) -> Vec<&'n str> {
    let mut unique = names.to_vec();
    unique.sort_unstable();
    unique.dedup();
    unique
}

/// Each described client with the client of the other side that has its name, or with the only one there is.
fn with_live<'p, 'i>(
    live: &'p [Client<'i>],
    others: &'p [Client<'i>],
    resource: Option<&str>,
) -> Result<Vec<(&'p Client<'i>, &'p Client<'i>)>, Failure> {
    let mut pairs = Vec::new();
    for client in live.iter().filter(|client| client.is_live) {
        let named: Vec<&Client<'_>> = match resource {
            // A described client has no logical id.
            Some(id) => others.iter().filter(|other| other.is_live || other.logical_id == id).collect(),
            None => others.iter().filter(|other| other.name().is_some() && other.name() == client.name()).collect(),
        };
        match (named.as_slice(), others, live) {
            ([other], ..) => pairs.push((client, *other)),
            ([], [other], [_]) => pairs.push((client, other)),
            _ => return Err(no_match(client, others, &named)),
        }
    }
    Ok(pairs)
}

fn no_match(client: &Client<'_>, others: &[Client<'_>], named: &[&Client<'_>]) -> Failure {
    let name = client.name().unwrap_or(client.logical_id);
    let ids: Vec<&str> = match named {
        [] => others.iter().map(|other| other.logical_id).collect(),
        several => several.iter().map(|other| other.logical_id).collect(),
    };
    let message = match named {
        [] => format!("no app client is named `{name}` on the other side"),
        _ => format!("several app clients are named `{name}` on the other side"),
    };
    let help = match unique(&ids).as_slice() {
        [] => "compare it with a template that has the client".to_owned(),
        ids => format!("write `--resource` with one of {}", listed(ids)),
    };
    Failure::new(client.path, message, help)
}

/// Clients of templates, by what they have in common: the same id in a file of the same name, since several files can
/// have the same id; the same id; or all of their properties, if only the id differs.
fn by_logical_id<'p, 'i>(old: Vec<&'p Client<'i>>, new: Vec<&'p Client<'i>>) -> Vec<Pair<'p, 'i>> {
    let mut pairs: Vec<Pair<'p, 'i>> = old.into_iter().map(|old| Pair { old: Some(old), new: None }).collect();
    let added = match_by(&mut pairs, new, |client| (client.logical_id.to_owned(), client.file.to_owned()));
    let added = match_by(&mut pairs, added, |client| client.logical_id.to_owned());
    let added = match_by(&mut pairs, added, fingerprint);
    pairs.extend(added.into_iter().map(|new| Pair { old: None, new: Some(new) }));
    pairs
}

/// Completes pairs with the first client of the same key that is left. Gives those that remain.
fn match_by<'p, 'i, K: Eq + Hash>(
    pairs: &mut [Pair<'p, 'i>],
    new: Vec<&'p Client<'i>>,
    key: impl Fn(&Client<'i>) -> K,
) -> Vec<&'p Client<'i>> {
    let mut left: HashMap<K, VecDeque<(usize, &Client<'_>)>> = HashMap::new();
    for (at, client) in new.into_iter().enumerate() {
        left.entry(key(client)).or_default().push_back((at, client));
    }
    for pair in pairs.iter_mut().filter(|pair| pair.new.is_none()) {
        let same = pair.old.and_then(|old| left.get_mut(&key(old))?.pop_front());
        pair.new = same.map(|(_, client)| client);
    }
    let mut left: Vec<(usize, &Client<'_>)> = left.into_values().flatten().collect();
    left.sort_by_key(|(at, _)| *at);
    left.into_iter().map(|(_, client)| client).collect()
}
