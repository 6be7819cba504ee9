//! Functions of CloudFormation: `Ref("UserPool")`, `If("IsProd", 1, 2)`.

use super::json::{JSON, json};
use super::{Expected, named, names, no_spread, value};
use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use crate::pipeline::model::{JsonValue, TypedValue, ValueKind};
use crate::pipeline::parse::{self, Entries, Items, Key};
use cognito_cfn_schema::intrinsics::{FUNCTIONS, Function, Gives, Parameter, find};
use cognito_cfn_schema::literals::{check_index, check_logical_id, check_number, check_return_value};
use cognito_cfn_schema::suggest::{fold, listed, nearest};
use cognito_cfn_schema::{Diagnostic, Help, JsonFormat, Kind, StringFormat};
use proc_macro2::Ident;

/// Names that Rust itself has in this form.
const RUST: &[&str] = &["Box", "Err", "None", "Ok", "Rc", "Some"];

/// A call that is a function of CloudFormation, or nearly one; `None` where it is Rust.
pub(super) fn call(
    name: &Ident,
    items: &Items,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> Option<ValueKind> {
    let written = name.to_string();
    let Some(function) = find(&written) else { return misspelt(name, &written, diagnostics) };
    if !expected.kind.accepts_functions() {
        let message = format!("functions are not supported here, only {}", expected.kind.describe());
        diagnostics.error(name.span(), message, "write the value itself");
        return Some(ValueKind::Invalid);
    }
    diagnostics.extend(&items.problems);
    if no_spread(items, diagnostics) {
        return Some(ValueKind::Invalid);
    }
    let values: Vec<&parse::Value> = items.values().collect();
    let max = function.parameters.len();
    let min = max - function.optional();
    // `GetAtt("Id.Attribute")` has both in one.
    if let ("GetAtt", [value]) = (function.name, values.as_slice()) {
        return Some(dotted(function, value, expected, diagnostics));
    }
    if !(min..=max).contains(&values.len()) {
        let noun = if max == 1 { "argument" } else { "arguments" };
        let count = if min < max { format!("{min} or {max}") } else { max.to_string() };
        let message = format!("`{}` expects {count} {noun}, found {}", function.name, values.len());
        diagnostics.error(name.span(), message, format!("write `{}`", function.form));
        return Some(ValueKind::Invalid);
    }
    let arguments: Vec<TypedValue> = values
        .into_iter()
        .zip(function.parameters)
        .map(|(written, parameter)| {
            let argument = match parameter.kind {
                // What is wrong with JSON as a whole is wrong with the function.
                Kind::Json(JsonFormat::Any | JsonFormat::Container) => {
                    let value = ValueKind::Json(json(written, diagnostics));
                    TypedValue { span: name.span().into(), kind: JSON, value }
                }
                Kind::Result => value(written, expected, diagnostics),
                kind => value(written, expected.with(kind), diagnostics),
            };
            checked(function, *parameter, argument, diagnostics)
        })
        .collect();
    check_selection(&arguments, function, diagnostics);
    Some(match (function.name, arguments.as_slice()) {
        ("Ref", [TypedValue { value: ValueKind::String(target), .. }]) if target == "AWS::NoValue" => no_value(),
        _ => ValueKind::Call(function, arguments),
    })
}

/// `NoValue`.
pub(super) fn no_value() -> ValueKind {
    find("NoValue").map_or(ValueKind::Invalid, |function| ValueKind::Call(function, Vec::new()))
}

/// The argument, unless it is one that CloudFormation does not accept there.
fn checked(
    function: &Function,
    parameter: Parameter,
    argument: TypedValue,
    diagnostics: &mut Diagnostics,
) -> TypedValue {
    let (name, form) = (function.name, function.form);
    let diagnostic = match (&argument.value, parameter.kind) {
        // An arm of `If` can be nothing; any other argument must be something.
        (ValueKind::Absent, Kind::Result) if !parameter.is_optional => return argument,
        (ValueKind::Absent, _) => {
            Some(Diagnostic::new(format!("`{name}` expects an argument, found `None`"), format!("write `{form}`")))
        }
        (ValueKind::Measured(..), _) if name != "If" => {
            Some(Diagnostic::new(format!("`{name}` does not accept a unit of time"), "write only the number"))
        }
        (ValueKind::Integer(number), _) => check_number(parameter, *number).err(),
        (ValueKind::Json(json), Kind::Json(format @ (JsonFormat::Container | JsonFormat::Object))) => {
            let accepted =
                if format == JsonFormat::Container { "a list or an object" } else { "an object of parameters" };
            let found = found_instead(json, format);
            found.map(|found| {
                Diagnostic::new(format!("`{name}` expects {accepted}, found {found}"), format!("write `{form}`"))
            })
        }
        (ValueKind::Variables(variables), Kind::Variables(names)) if !names.is_empty() => {
            let unknown = variables.iter().find(|(variable, _)| !names.contains(&variable.as_str()));
            unknown.map(|(variable, _)| {
                Diagnostic::new(format!("unknown member `{variable}` of `{name}`"), format!("write {}", listed(names)))
            })
        }
        _ => None,
    };
    let Some(diagnostic) = diagnostic else { return argument };
    diagnostics.error(argument.span, diagnostic.message, diagnostic.help);
    TypedValue { value: ValueKind::Invalid, ..argument }
}

/// What JSON is, where it is not of that format. The value of an expression or a function is not known.
fn found_instead(json: &JsonValue, format: JsonFormat) -> Option<&'static str> {
    match json {
        JsonValue::Object(_) | JsonValue::Function(_) | JsonValue::Rust(_) => None,
        JsonValue::Array(_) if format == JsonFormat::Container => None,
        JsonValue::Array(_) => Some("a list"),
        JsonValue::Null => Some("`null`"),
        JsonValue::Boolean(_) => Some("a boolean"),
        JsonValue::Integer(..) | JsonValue::Float(_) => Some("a number"),
        JsonValue::String(_) => Some("a string"),
    }
}

/// `Select` of an item that a list written out does not have.
fn check_selection(arguments: &[TypedValue], function: &Function, diagnostics: &mut Diagnostics) {
    let ("Select", [TypedValue { value: ValueKind::Integer(index), span, .. }, list]) = (function.name, arguments)
    else {
        return;
    };
    let ValueKind::List(items) = &list.value else { return };
    if items.iter().all(|item| matches!(item.value, ValueKind::String(_)))
        && let Err(fault) = check_index(*index, items.len())
    {
        diagnostics.error(*span, fault.message, fault.help);
    }
}

/// A function that gives a list where one value belongs, or a number where many do. CloudFormation reads numbers and
/// booleans from text, so anything else may come out right.
pub(super) fn check_kind(value: &TypedValue, diagnostics: &mut Diagnostics) {
    match &value.value {
        ValueKind::Call(function, arguments) => {
            for (parameter, argument) in function.parameters.iter().zip(arguments) {
                if matches!(parameter.kind, Kind::Result) {
                    check_kind(argument, diagnostics);
                }
            }
            let found = match (function.gives, value.kind) {
                (_, Kind::Json(_)) => return,
                (Gives::List, kind) if kind.item().is_none() => "a list",
                (Gives::Integer, kind) if kind.item().is_some() || matches!(kind, Kind::Block(_)) => "a number",
                _ => return,
            };
            let help = match (found, value.kind) {
                (_, Kind::Block(_)) => "write the block: `{ … }`".into(),
                ("a list", _) => format!("select one item: `Select(0, {}(…))`", function.name),
                _ => "write a list: `[…]`".into(),
            };
            let message = format!("`{}` returns {found}, expected {}", function.name, value.kind.describe());
            diagnostics.error(value.span, message, help);
        }
        ValueKind::List(items) => items.iter().for_each(|item| check_kind(item, diagnostics)),
        ValueKind::Spread(list) => check_kind(list, diagnostics),
        ValueKind::Branches(branches) => branches.values().for_each(|tail| check_kind(tail, diagnostics)),
        _ => {}
    }
}

/// `GetAtt("Id.Attribute")`: the first dot divides.
fn dotted(
    function: &'static Function,
    written: &parse::Value,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> ValueKind {
    let whole = value(written, expected.with(Kind::String(StringFormat::Plain)), diagnostics);
    let ValueKind::String(text) = &whole.value else {
        diagnostics.error(whole.span, "`GetAtt` expects 2 arguments, found 1", format!("write `{}`", function.form));
        return ValueKind::Invalid;
    };
    let Some((id, attribute)) = text.split_once('.') else {
        let help = format!("write `GetAtt({text:?}, \"Attribute\")`");
        diagnostics.error(whole.span, "`GetAtt` is missing the name of an attribute", help);
        return ValueKind::Invalid;
    };
    if let Err(fault) = check_logical_id(id).and_then(|()| check_return_value(attribute)) {
        diagnostics.error(whole.span, fault.message, fault.help);
        return ValueKind::Invalid;
    }
    let part = |text: &str, format| TypedValue {
        span: whole.span,
        kind: Kind::String(format),
        value: ValueKind::String(text.to_owned()),
    };
    ValueKind::Call(function, vec![part(id, StringFormat::LogicalId), part(attribute, StringFormat::ReturnValue)])
}

/// The variables of a `Sub`: `{ Domain: Ref("Domain") }`.
pub(super) fn variables(entries: &Entries, expected: Expected, diagnostics: &mut Diagnostics) -> ValueKind {
    let name = |key: &Key, _: &mut Diagnostics| Some(names::text(key).unwrap_or_else(|| key.show()));
    let resolve = |written: &parse::Value, diagnostics: &mut Diagnostics| {
        value(written, expected.with(Kind::STRING), diagnostics)
    };
    ValueKind::Variables(named(entries, diagnostics, name, resolve))
}

/// A name that is nearly a function's: what its first argument is does not matter then.
fn misspelt(name: &Ident, written: &str, diagnostics: &mut Diagnostics) -> Option<ValueKind> {
    if !written.starts_with(char::is_uppercase) || RUST.contains(&written) {
        return None;
    }
    let bare = written.strip_prefix("Fn").unwrap_or(written);
    let names = || FUNCTIONS.iter().map(|function| function.name);
    let near = names()
        .find(|function| fold(function) == fold(bare))
        .or_else(|| nearest(bare, names().filter(|function| function.len() > 3)))
        // Every name of three letters is near to `Ref`, `Sub` or `Raw`, unless it only goes on.
        .or_else(|| names().find(|function| function.len() == 3 && bare.len() == 4 && bare.starts_with(function)))?;
    let form = find(near)?.form;
    let help = Help::write(near).in_words(format!("a function with a similar name exists: `{form}`"));
    diagnostics.error(name.span(), format!("unknown function `{written}`"), help);
    Some(ValueKind::Invalid)
}

/// `!Ref UserPool`, a function as YAML has it. A second word, as in `!GetAtt Pool.Arn`, is an argument too.
pub(super) fn tag(name: &Ident, argument: Option<&str>, span: SpanRange, diagnostics: &mut Diagnostics) -> ValueKind {
    let written = name.to_string();
    let function = find(&written);
    let help = match (function, argument) {
        (Some(Function { parameters: [Parameter { kind: Kind::String(_), .. }, ..], .. }), Some(argument)) => {
            Help::write(format!("{written}({argument:?})"))
        }
        (Some(function), _) => format!("write `{}`", function.form).into(),
        (None, _) => format!("write `{written}(…)`").into(),
    };
    diagnostics.error(span, format!("`!{written}` is YAML syntax"), help);
    ValueKind::Invalid
}
