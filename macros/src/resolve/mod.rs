//! The syntax tree to a declaration: what each name means, and what each value is in its place.

mod allow;
mod intrinsic;
mod json;
mod literal;
mod mismatch;
pub(crate) mod names;
mod tails;
mod unit;

use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use crate::pipeline::model::{Declaration, Member, Rest, TypedValue, ValueKind};
use crate::pipeline::parse::{self, Entries, Entry, Item, Items, Key, Syntax};
use cognito_cfn_schema::intrinsics::Function;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::{Block, Help, Kind, Property, Variant, attributes};
use mismatch::{Found, mismatch};
use names::{Container, Meaning};
use proc_macro2::Ident;

/// What a value is expected to be, and the property whose value it is, or is within.
#[derive(Clone, Copy)]
struct Expected<'p> {
    kind: Kind,
    property: &'p Property,
}

impl<'p> Expected<'p> {
    fn of(property: &'p Property) -> Self {
        Self { kind: property.kind, property }
    }

    /// Whether it is an item of a list.
    fn is_item(self) -> bool {
        self.kind.item().is_none() && self.property.kind.item().is_some()
    }

    /// Another kind within the same property.
    fn with(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }
}

/// The whole body.
pub(crate) fn declaration(body: &Entries, diagnostics: &mut Diagnostics) -> Declaration {
    let (attributes, properties) = members(body, Container::Client, diagnostics)
        .into_iter()
        .partition::<Vec<_>, _>(|member| attributes::ALL.iter().any(|row| std::ptr::eq(*row, member.property)));
    let is_allow = |entry: &&Entry| matches!(&entry.key, Key::Name(name) if name == attributes::settings::allow.name);
    let sets_allow = body.entries.iter().any(|entry| is_allow(&entry));
    let has_conditional = properties.iter().any(Member::has_conditional);
    let allows = body.entries.iter().filter(is_allow);
    let allowed = allows.flat_map(|entry| allow::codes(entry, has_conditional, diagnostics)).collect();
    let first = body.entries.first().map(|entry| entry.key.span().into());
    let head = first.or(body.rests.first().map(|rest| rest.span)).unwrap_or_else(SpanRange::call_site);
    let rest = rest(body, diagnostics);
    Declaration { properties, attributes, allowed, sets_allow, rest, head }
}

/// What the body ends with.
fn rest(body: &Entries, diagnostics: &mut Diagnostics) -> Rest {
    let Some(parse::Rest { base, .. }) = body.rests.first() else { return Rest::Absent };
    for (at, rest) in body.rests.iter().enumerate().filter(|(_, rest)| !rest.is_last) {
        if at + 1 < body.rests.len() {
            diagnostics.error(rest.span, "more than one `..`", "remove one of them");
            continue;
        }
        let written =
            if rest.base.is_missing() { "..".into() } else { shorten(&format!("..{}", rest.base.rust.tokens())) };
        diagnostics.error(rest.span, "`..` is not the last entry", format!("move `{written}` to the end"));
    }
    match &base.syntax {
        Syntax::Missing => Rest::Later,
        Syntax::Rust { dangling: Some((span, shown)) } => {
            dangling_error(*span, shown, diagnostics);
            Rest::Later
        }
        _ => Rest::Base(base.rust.clone()),
    }
}

/// Dots where there is no other client that they could mean.
fn no_rest(entries: &Entries, diagnostics: &mut Diagnostics) {
    for rest in &entries.rests {
        diagnostics.error(rest.span, "`..` is only allowed at the end of a declaration", "remove it");
    }
}

fn dangling_error(span: SpanRange, shown: &str, diagnostics: &mut Diagnostics) {
    let help = format!("remove `{shown}`, or write the rest of the expression");
    diagnostics.error(span, format!("expected an expression after `{shown}`"), help);
}

/// The properties among the entries, with their values. A property that is declared twice keeps its first value.
fn members(entries: &Entries, container: Container, diagnostics: &mut Diagnostics) -> Vec<Member> {
    diagnostics.extend(&entries.problems);
    if matches!(container, Container::Block(_)) {
        no_rest(entries, diagnostics);
    }
    let mut members: Vec<Member> = Vec::new();
    let mut seen: Vec<&Property> = Vec::new();
    let mut guesses = Vec::new();
    for entry in &entries.entries {
        let span = SpanRange::from(entry.key.span());
        let property = match names::resolve(&entry.key, container, diagnostics) {
            Meaning::Property(property) => property,
            Meaning::Guess(properties) => {
                guesses.extend(properties.into_iter().map(|property| (property, span)));
                continue;
            }
        };
        if seen.iter().any(|seen| std::ptr::eq(*seen, property)) {
            diagnostics.error(span, format!("`{}` is set twice", property.name), "remove one of them");
            continue;
        }
        seen.push(property);
        if matches!(property.kind, Kind::Codes) {
            continue;
        }
        let expected = Expected::of(property);
        let value = if let Some(variable) = shorthand(entry, property) {
            value(&variable, expected, diagnostics)
        } else if entry.value.is_missing() && entry.is_bare() && names::known(&entry.key, container).is_none() {
            // The name was reported.
            invalid(span, property.kind)
        } else if entry.value.is_missing() {
            let help = format!("write `{}: {}`", property.name, mismatch::example(expected));
            diagnostics.error(span, format!("`{}` has no value", property.name), help);
            invalid(span, property.kind)
        } else {
            let value = value(&entry.value, expected, diagnostics);
            intrinsic::check_kind(&value, diagnostics);
            value
        };
        members.push(Member { property, value });
    }
    for (property, span) in guesses {
        if !matches!(property.kind, Kind::Codes) && !seen.iter().any(|seen| std::ptr::eq(*seen, property)) {
            seen.push(property);
            members.push(Member { property, value: invalid(span, property.kind) });
        }
    }
    members
}

/// `client_name`, which is short for `client_name: client_name`.
fn shorthand(entry: &Entry, property: &Property) -> Option<parse::Value> {
    let Key::Name(name) = &entry.key else { return None };
    (entry.is_bare() && name == property.name).then(|| parse::Value::variable(name))
}

fn invalid(span: SpanRange, kind: Kind) -> TypedValue {
    TypedValue { span, kind, value: ValueKind::Invalid }
}

/// Entries with names of the user's own, each of which may be there once: keys of JSON, variables of a `Sub`.
fn named<T>(
    entries: &Entries,
    diagnostics: &mut Diagnostics,
    name: impl Fn(&Key, &mut Diagnostics) -> Option<String>,
    resolve: impl Fn(&parse::Value, &mut Diagnostics) -> T,
) -> Vec<(String, T)> {
    diagnostics.extend(&entries.problems);
    no_rest(entries, diagnostics);
    let mut named: Vec<(String, T)> = Vec::new();
    for Entry { key, value, .. } in &entries.entries {
        let Some(name) = name(key, diagnostics) else { continue };
        let shown = key.show();
        if named.iter().any(|(written, _)| *written == name) {
            diagnostics.error(key.span(), format!("`{shown}` is set twice"), "remove one of them");
        } else if value.is_missing() {
            diagnostics.error(key.span(), format!("`{shown}` has no value"), format!("write `{shown}: …`"));
        } else {
            named.push((name, resolve(value, diagnostics)));
        }
    }
    named
}

/// What a value is where that kind is expected.
fn value(written: &parse::Value, expected: Expected, diagnostics: &mut Diagnostics) -> TypedValue {
    let span = written.span;
    let rust = || ValueKind::Rust(written.rust.clone());
    let value = match &written.syntax {
        Syntax::Name(name) if name == "None" => ValueKind::Absent,
        _ if matches!(expected.kind, Kind::Json(_)) => ValueKind::Json(json::json(written, diagnostics)),
        Syntax::Literal { is_negative, literal } => {
            literal::literal(literal, *is_negative, span, expected, diagnostics)
        }
        Syntax::Name(word) => name(word, expected, diagnostics).unwrap_or_else(rust),
        Syntax::Call { name, arguments } => {
            let unit = unit::call(name, arguments, expected, diagnostics);
            unit.or_else(|| intrinsic::call(name, arguments, expected, diagnostics)).unwrap_or_else(rust)
        }
        // `vec![…]` is what others write for a list; the names in it mean what they mean in a list.
        Syntax::List { is_repeat, is_macro, items } => match expected.kind.item() {
            None if !is_macro => mismatch(span, Found::List, "[…]", expected, diagnostics),
            Some(item) if !is_repeat => list(items, expected, item, diagnostics),
            _ => rust(),
        },
        Syntax::Tails(tails) => tails::branches(tails, written, expected, diagnostics),
        Syntax::Braces { is_block, entries, tails } => match expected.kind {
            Kind::Block(block) if !is_block => ValueKind::Block(members(entries, Container::Block(block), diagnostics)),
            Kind::Variables(_) => intrinsic::variables(entries, expected, diagnostics),
            // Pasted from a template: `{ "Ref": "UserPool" }`.
            _ if is_json(entries) => {
                let help = "write the function, such as `Ref(\"UserPool\")`, or `Raw({ … })` around it";
                diagnostics.error(span, format!("`{}` does not accept JSON", expected.property.name), help);
                ValueKind::Invalid
            }
            // A block of Rust, whose last expression is the value.
            _ => match tails {
                Some(tails) => tails::branches(tails, written, expected, diagnostics),
                None => rust(),
            },
        },
        Syntax::Tag { name, argument } => intrinsic::tag(name, argument.as_deref(), span, diagnostics),
        Syntax::Rust { dangling: Some((_, shown)) } if shown == "ref" && written.reference().is_some() => {
            let help = written.reference().map(Help::write).unwrap_or_default();
            diagnostics.error(span, "`ref` is a Rust keyword, not a field", help);
            ValueKind::Invalid
        }
        Syntax::Rust { dangling: Some((span, shown)) } => {
            dangling_error(*span, shown, diagnostics);
            ValueKind::Invalid
        }
        Syntax::Rust { dangling: None } => rust(),
        Syntax::Missing => ValueKind::Invalid,
    };
    TypedValue { span, kind: expected.kind, value }
}

fn list(items: &Items, expected: Expected, item: Kind, diagnostics: &mut Diagnostics) -> ValueKind {
    diagnostics.extend(&items.problems);
    let mut list = Vec::new();
    for Item { spread, value: written, .. } in &items.items {
        match *spread {
            Some(dots) if written.is_missing() => {
                diagnostics.error(dots, "expected an expression after `..`", "write a list after it, or remove it");
                list.push(invalid(dots, item));
            }
            Some(_) => spread_into(&mut list, value(written, expected, diagnostics), expected.with(item), diagnostics),
            None if written.is_missing() => {}
            None => list.push(value(written, expected.with(item), diagnostics)),
        }
    }
    ValueKind::List(list)
}

/// Adds what is after `..`: of a list that is written out its items, of anything else what it will be.
fn spread_into(list: &mut Vec<TypedValue>, whole: TypedValue, item: Expected, diagnostics: &mut Diagnostics) {
    let kind = item.kind;
    match whole.value {
        ValueKind::List(items) => list.extend(items),
        ValueKind::Absent => {}
        ValueKind::Call(Function { name: "If", .. }, _) => {
            let name = item.property.name;
            let help = format!("write the `If` around the whole list: `{name}: If(\"…\", […], […])`");
            diagnostics.error(whole.span, "an `If` of lists cannot be spread into a list", help);
            list.push(TypedValue { kind, value: ValueKind::Invalid, ..whole });
        }
        // One item, which must be one.
        value @ (ValueKind::Call(..) | ValueKind::Invalid) => list.push(TypedValue { kind, value, ..whole }),
        _ => list.push(TypedValue { span: whole.span, kind, value: ValueKind::Spread(Box::new(whole)) }),
    }
}

/// Reports `..` where values are not those of a list. Whether there was one.
fn no_spread(items: &Items, diagnostics: &mut Diagnostics) -> bool {
    for dots in items.items.iter().filter_map(|item| item.spread) {
        diagnostics.error(dots, "`..` is only allowed in the list of a property", "remove it");
    }
    items.items.iter().any(|item| item.spread.is_some())
}

fn is_json(entries: &Entries) -> bool {
    matches!(entries.entries.first(), Some(Entry { key: Key::Literal(_), has_colon: true, .. }))
}

/// A name alone: a variant, or a variable of Rust, which is `None` here.
fn name(word: &Ident, expected: Expected, diagnostics: &mut Diagnostics) -> Option<ValueKind> {
    let name = word.to_string();
    match name.as_str() {
        "true" | "false" if matches!(expected.kind, Kind::Boolean) => return Some(ValueKind::Boolean(name == "true")),
        "true" | "false" => return Some(mismatch(word.span(), Found::Boolean, &name, expected, diagnostics)),
        "NoValue" if expected.kind.accepts_functions() => return Some(intrinsic::no_value()),
        "null" => {
            let help = Help::write("None").with(", or remove the entry");
            diagnostics.error(word.span(), "`null` is not a Rust value", help);
            return Some(ValueKind::Invalid);
        }
        _ => {}
    }
    let (enumeration, is_list) = match expected.kind {
        Kind::Enum(enumeration) => (enumeration, false),
        Kind::List(Kind::Enum(enumeration)) => (*enumeration, true),
        // A unit alone, where the block belongs: `token_validity_units: Minutes`.
        Kind::Block(block) => return variant_of_member(word, block, expected, diagnostics),
        _ => return None,
    };
    if let Some(variant) = enumeration.by_name(&name) {
        return Some(if is_list {
            mismatch(word.span(), Found::Variant, &name, expected, diagnostics)
        } else {
            ValueKind::Variant(variant)
        });
    }
    // Where rustc suggests the variant, the name may be a variable of the user's.
    let is_like = |variant: &&Variant| variant.name.eq_ignore_ascii_case(&name);
    let meant = enumeration.by_synonym(&name).filter(|variant| is_constant(&name) && !is_like(variant));
    if let Some(Variant { name: variant, .. }) = meant {
        let help = Help::write(*variant).with(&format!("; for a Rust constant of this name, write `({name})`"));
        let message = format!("unknown value `{name}` of `{}`", enumeration.name);
        diagnostics.rule_error(word.span(), enumeration.rule, message, help);
        return Some(ValueKind::Invalid);
    }
    // A variable or a constant.
    if !name.starts_with(char::is_uppercase) || is_constant(&name) {
        return None;
    }
    Some(literal::unknown_variant(&name, word.span(), enumeration, expected.is_item(), diagnostics))
}

/// Whether a name is written as constants are.
fn is_constant(name: &str) -> bool {
    !name.contains(char::is_lowercase)
}

/// A variant of one of the members, where the whole block belongs.
fn variant_of_member(
    word: &Ident,
    block: &'static Block,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> Option<ValueKind> {
    let (name, property) = (word.to_string(), expected.property.name);
    let is_of = |member: &&&Property| matches!(member.kind, Kind::Enum(of) if of.by_name(&name).is_some());
    let member = block.members.iter().find(is_of)?;
    let help = Help::write(format!("{{ {}: {name} }}", member.name));
    diagnostics.error(word.span(), format!("`{property}` expects a block, found `{name}`"), help);
    Some(ValueKind::Invalid)
}
