//! Control flow of Rust: each tail means what it means as a value.

use super::names::Container;
use super::{Expected, is_json, members, value};
use crate::pipeline::diagnostics::Diagnostics;
use crate::pipeline::model::{Branches, Tail, TypedValue, ValueKind};
use crate::pipeline::parse::{self, Syntax, Tails};
use cognito_cfn_schema::Kind;

/// The value, whatever the tails are.
pub(super) fn branches(
    tails: &Tails<parse::Value>,
    whole: &parse::Value,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> ValueKind {
    let rust = || ValueKind::Rust(whole.rust.clone());
    // A block without a value is rustc's to report.
    if tails.values().iter().any(|tail| tail.is_missing()) {
        return rust();
    }
    let resolved = tails.map(&mut |tail| Tail { value: resolve(tail, expected, diagnostics), rust: tail.rust.clone() });
    let branches = Branches { tails: resolved, rust: whole.rust.clone(), is_ordinary: false };
    if branches.values().all(|tail| matches!(tail.value, ValueKind::Rust(_))) {
        return rust();
    }
    let is_ordinary = !has_values(expected.kind)
        || branches.values().any(is_rust)
        || branches.values().all(|tail| is_literal_of(tail, expected.kind));
    ValueKind::Branches(Branches { is_ordinary, ..branches })
}

/// A tail. Braces are a block of Rust there, unless they begin with a member.
fn resolve(tail: &parse::Value, expected: Expected, diagnostics: &mut Diagnostics) -> TypedValue {
    let (Syntax::Braces { entries, tails, .. }, Kind::Block(block)) = (&tail.syntax, expected.kind) else {
        return value(tail, expected, diagnostics);
    };
    let is_block = !is_json(entries) && entries.entries.first().is_none_or(|entry| !entry.has_colon);
    let value = match tails {
        Some(tails) if is_block => branches(tails, tail, expected, diagnostics),
        _ if is_block => ValueKind::Rust(tail.rust.clone()),
        _ => ValueKind::Block(members(entries, Container::Block(block), diagnostics)),
    };
    TypedValue { span: tail.span, kind: expected.kind, value }
}

/// Whether a place accepts values that are not plain Rust.
fn has_values(kind: Kind) -> bool {
    !matches!(kind, Kind::String(_)) || kind.accepts_functions()
}

fn is_rust(tail: &TypedValue) -> bool {
    match &tail.value {
        ValueKind::Rust(_) => true,
        ValueKind::Branches(branches) => branches.values().any(is_rust),
        _ => false,
    }
}

/// Whether the literal has the type of Rust that the property has.
fn is_literal_of(tail: &TypedValue, kind: Kind) -> bool {
    match (&tail.value, kind) {
        (ValueKind::Boolean(_), Kind::Boolean)
        | (ValueKind::Integer(_), Kind::Integer)
        | (ValueKind::String(_) | ValueKind::Dynamic(_), Kind::String(_)) => true,
        (ValueKind::Branches(branches), kind) => branches.values().all(|tail| is_literal_of(tail, kind)),
        _ => false,
    }
}
