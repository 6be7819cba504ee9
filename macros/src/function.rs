//! Functions of CloudFormation: `Ref("UserPool")`, `If("IsProd", 1, 2)`.

use crate::declaration::{Json, Value, What};
use crate::json;
use crate::read::value;
use crate::report::Reports;
use crate::syntax::{Key, items, named, show};
use cognito_cfn_schema::Property;
use cognito_cfn_schema::intrinsics::{FUNCTIONS, Function, Gives, Parameter, find};
use cognito_cfn_schema::literals::{check_index, check_logical_id, check_number, check_return_value};
use cognito_cfn_schema::suggest::{fold, listed, nearest};
use cognito_cfn_schema::{JsonFormat, Kind, StringFormat};
use proc_macro2::{Group, Ident, TokenTree};

/// Names that Rust itself has in this form.
const RUST: &[&str] = &["Box", "Err", "None", "Ok", "Rc", "Some"];

/// A call that is a function of CloudFormation, or nearly one; `None` where it is Rust.
pub(crate) fn call(
    name: &Ident,
    group: &Group,
    shape: Kind,
    property: &Property,
    reports: &mut Reports,
) -> Option<What> {
    let written = name.to_string();
    let Some(function) = find(&written) else { return misspelt(name, &written, reports) };
    if !shape.accepts_functions() {
        let message = format!("no function can stand for {} here", shape.describe());
        reports.error(name.span(), message, "write it out as text");
        return Some(What::Wrong);
    }
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    if let ([argument], false) = (function.parameters, tokens.is_empty())
        && matches!(argument.kind, Kind::Json(JsonFormat::Any | JsonFormat::Container))
    {
        let value = checked(function, *argument, whole_json(name, &tokens, reports), reports);
        return Some(What::Call(function, vec![value]));
    }
    let runs = items(&tokens, reports);
    let expected = function.parameters.len();
    let least = expected - function.optional();
    // `GetAtt("Id.Attribute")` says both in one.
    let is_dotted = function.name == "GetAtt" && runs.len() == 1;
    if !(least..=expected).contains(&runs.len()) && !is_dotted {
        let noun = if expected == 1 { "argument" } else { "arguments" };
        let count = if least < expected { format!("{least} or {expected}") } else { expected.to_string() };
        let message = format!("`{}` takes {count} {noun}, found {}", function.name, runs.len());
        reports.error(name.span(), message, format!("write `{}`", function.form));
        return Some(What::Wrong);
    }
    if is_dotted {
        return Some(dotted(function, runs.first().map_or(&[][..], Vec::as_slice), property, reports));
    }
    let arguments = runs.iter().zip(function.parameters);
    let arguments: Vec<Value> = arguments
        .map(|(run, argument)| {
            let value = value(run, argument_kind(*argument, shape), property, reports);
            checked(function, *argument, value, reports)
        })
        .collect();
    check_selection(&arguments, function, reports);
    Some(no_value(function, arguments))
}

/// The argument, unless it is one that CloudFormation does not take there.
fn checked(function: &Function, argument: Parameter, value: Value, reports: &mut Reports) -> Value {
    let fault = match (&value.what, argument.kind) {
        // An arm of `If` can be nothing; any other argument must be something.
        (What::Absent, Kind::Result) if !argument.is_optional => return value,
        (What::Absent, _) => {
            Some((format!("`{}` needs an argument, found `None`", function.name), format!("write `{}`", function.form)))
        }
        (What::Integer(number), _) => check_number(argument, *number).err().map(|fault| (fault.message, fault.help)),
        (What::Json(json), Kind::Json(format @ (JsonFormat::Container | JsonFormat::Object))) => {
            let takes = if format == JsonFormat::Container { "a list or an object" } else { "an object of parameters" };
            found_instead(json, format).map(|found| {
                let message = format!("`{}` takes {takes}, found {found}", function.name);
                (message, format!("write `{}`", function.form))
            })
        }
        (What::Variables(named), Kind::Variables(names)) if !names.is_empty() => {
            let is_known = |name: &str| names.contains(&name);
            named.iter().find(|(name, _)| !is_known(name)).map(|(name, _)| {
                let help = format!("write {}", listed(names));
                (format!("`{}` takes no `{name}`", function.name), help)
            })
        }
        _ => None,
    };
    let Some((message, help)) = fault else { return value };
    reports.error(value.site, message, help);
    Value { what: What::Wrong, ..value }
}

/// What JSON is, where it is not what belongs there. What an expression or a function comes to is not known.
fn found_instead(json: &Json, format: JsonFormat) -> Option<&'static str> {
    match json {
        Json::Object(_) | Json::Function(_) | Json::Rust(_) => None,
        Json::Array(_) if format == JsonFormat::Container => None,
        Json::Array(_) => Some("a list"),
        Json::Null => Some("`null`"),
        Json::Boolean(_) => Some("a boolean"),
        Json::Integer(..) | Json::Float(_) => Some("a number"),
        Json::Text(_) => Some("text"),
    }
}

/// `Select` of an item that a list written out does not have.
fn check_selection(arguments: &[Value], function: &Function, reports: &mut Reports) {
    let ([Value { what: What::Integer(index), site, .. }, list], "Select") = (arguments, function.name) else { return };
    let What::List(items) = &list.what else { return };
    if items.iter().all(|item| matches!(item.what, What::Text(_)))
        && let Err(fault) = check_index(*index, items.len())
    {
        reports.error(*site, fault.message, fault.help);
    }
}

/// A function that gives a list where one value belongs, or a number where many do. CloudFormation reads numbers and
/// booleans from text, so anything else may come out right.
pub(crate) fn check_kind(value: &Value, reports: &mut Reports) {
    match &value.what {
        What::Call(function, arguments) => {
            for (argument, value) in function.parameters.iter().zip(arguments) {
                if matches!(argument.kind, Kind::Result) {
                    check_kind(value, reports);
                }
            }
            let found = match (function.gives, value.kind) {
                (_, Kind::Json(_)) => return,
                (Gives::List, shape) if shape.item().is_none() => "a list",
                (Gives::Integer, shape) if shape.item().is_some() || matches!(shape, Kind::Block(_)) => "a number",
                _ => return,
            };
            let help = match (found, value.kind) {
                (_, Kind::Block(_)) => "write the block, or a `Ref` to what holds it".into(),
                ("a list", _) => format!("take one item of it: `Select(0, {}(…))`", function.name),
                _ => "write the items between `[` and `]`".into(),
            };
            let message = format!("`{}` gives {found}, not {}", function.name, value.kind.describe());
            reports.error(value.site, message, help);
        }
        What::List(items) => items.iter().for_each(|item| check_kind(item, reports)),
        _ => {}
    }
}

/// `Ref("AWS::NoValue")` is `NoValue`.
fn no_value(function: &'static Function, arguments: Vec<Value>) -> What {
    match (function.name, arguments.as_slice()) {
        ("Ref", [Value { what: What::Text(target), .. }]) if target == "AWS::NoValue" => {
            What::Call(find("NoValue").unwrap_or(function), Vec::new())
        }
        _ => What::Call(function, arguments),
    }
}

fn argument_kind(parameter: Parameter, whole: Kind) -> Kind {
    match parameter.kind {
        Kind::Result => whole,
        kind => kind,
    }
}

fn whole_json(name: &Ident, tokens: &[TokenTree], reports: &mut Reports) -> Value {
    Value { site: name.span().into(), kind: json::JSON, what: What::Json(json::json(tokens, reports)) }
}

/// `GetAtt("Id.Attribute")`: the first dot divides.
fn dotted(function: &'static Function, run: &[TokenTree], property: &Property, reports: &mut Reports) -> What {
    let whole = value(run, Kind::String(StringFormat::Plain), property, reports);
    let What::Text(text) = &whole.what else {
        reports.error(whole.site, "`GetAtt` takes 2 arguments, found 1", format!("write `{}`", function.form));
        return What::Wrong;
    };
    let Some((id, attribute)) = text.split_once('.') else {
        let help = format!("write `GetAtt({text:?}, \"Attribute\")`");
        reports.error(whole.site, "`GetAtt` lacks the name of an attribute", help);
        return What::Wrong;
    };
    if let Err(fault) = check_logical_id(id).and_then(|()| check_return_value(attribute)) {
        reports.error(whole.site, fault.message, fault.help);
        return What::Wrong;
    }
    let part =
        |text: &str, role| Value { site: whole.site, kind: Kind::String(role), what: What::Text(text.to_owned()) };
    What::Call(function, vec![part(id, StringFormat::LogicalId), part(attribute, StringFormat::ReturnValue)])
}

/// The variables of a `Sub`: `{ Domain: Ref("Domain") }`.
pub(crate) fn variables(tokens: &[TokenTree], property: &Property, reports: &mut Reports) -> What {
    let name = |key: &Key, _: &mut Reports| Some(key.text().unwrap_or_else(|| show(key)));
    let read =
        |tokens: &[TokenTree], reports: &mut Reports| value(tokens, Kind::String(StringFormat::Any), property, reports);
    What::Variables(named(tokens, reports, name, read))
}

/// A name that is nearly a function's: what its first argument is does not matter then.
fn misspelt(name: &Ident, written: &str, reports: &mut Reports) -> Option<What> {
    if !written.starts_with(char::is_uppercase) || RUST.contains(&written) {
        return None;
    }
    let bare = written.strip_prefix("Fn").unwrap_or(written);
    let names = || FUNCTIONS.iter().map(|function| function.name);
    let meant = names()
        .find(|function| fold(function) == fold(bare))
        .or_else(|| nearest(bare, names().filter(|function| function.len() > 3)))
        // Every name of three letters is near to `Ref`, `Sub` or `Raw`, unless it only goes on.
        .or_else(|| names().find(|function| function.len() == 3 && bare.len() == 4 && bare.starts_with(function)))?;
    let form = find(meant)?.form;
    reports.error(name.span(), format!("unknown function `{written}`"), format!("did you mean `{form}`?"));
    Some(What::Wrong)
}
