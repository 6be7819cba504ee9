//! Functions of CloudFormation: `Ref("UserPool")`, `If("IsProd", 1, 2)`.

use crate::declaration::{Role, Shape, Value, What};
use crate::json;
use crate::read::value;
use crate::report::Reports;
use crate::syntax::{Key, items, named, show};
use cognito_cfn_schema::Property;
use cognito_cfn_schema::functions::{Argument, FUNCTIONS, Function, check_attribute, check_logical_id, find};
use cognito_cfn_schema::spelling::{fold, nearest};
use proc_macro2::{Group, Ident, TokenTree};

/// Names that Rust itself has in this form.
const RUST: &[&str] = &["Box", "Err", "None", "Ok", "Rc", "Some"];

/// A call that is a function of CloudFormation, or nearly one; `None` where it is Rust.
pub(crate) fn call(
    name: &Ident,
    group: &Group,
    shape: Shape,
    property: &Property,
    reports: &mut Reports,
) -> Option<What> {
    let written = name.to_string();
    let Some(function) = find(&written) else { return misspelt(name, &written, reports) };
    if !shape.takes_functions() {
        let message = format!("no function can stand for {} here", shape.describe());
        reports.error(name.span(), message, "write it out as text");
        return Some(What::Wrong);
    }
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    if matches!(function.arguments, [Argument::Json]) && !tokens.is_empty() {
        return Some(What::Call(function, vec![whole_json(name, &tokens, reports)]));
    }
    let runs = items(&tokens, reports);
    let expected = function.arguments.len();
    let optional = usize::from(function.arguments.last() == Some(&Argument::Variables));
    // `GetAtt("Id.Attribute")` says both in one.
    let is_dotted = function.name == "GetAtt" && runs.len() == 1;
    if !(expected - optional..=expected).contains(&runs.len()) && !is_dotted {
        let noun = if expected == 1 { "argument" } else { "arguments" };
        let message = format!("`{}` takes {expected} {noun}, found {}", function.name, runs.len());
        reports.error(name.span(), message, format!("write `{}`", function.form));
        return Some(What::Wrong);
    }
    if is_dotted {
        return Some(dotted(function, runs.first().map_or(&[][..], Vec::as_slice), property, reports));
    }
    let arguments = runs.iter().zip(function.arguments);
    let arguments: Vec<Value> = arguments
        .map(|(run, argument)| {
            let mut value = value(run, argument_shape(*argument, shape), property, reports);
            // An arm of `If` can be nothing; any other argument must be something.
            if matches!(value.what, What::Absent) && *argument != Argument::Value {
                reports.error(
                    value.site,
                    format!("`{}` needs an argument, found `None`", function.name),
                    format!("write `{}`", function.form),
                );
                value.what = What::Wrong;
            }
            value
        })
        .collect();
    Some(no_value(function, arguments))
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

fn argument_shape(argument: Argument, whole: Shape) -> Shape {
    match argument {
        Argument::Value => whole,
        Argument::Text => Shape::Text(Role::Any),
        Argument::PlainText => Shape::Text(Role::Plain),
        Argument::Texts => Shape::Texts,
        Argument::Integer => Shape::Integer,
        Argument::Reference => Shape::Text(Role::Reference),
        Argument::LogicalId => Shape::Text(Role::LogicalId),
        Argument::Attribute => Shape::Text(Role::Attribute),
        Argument::Condition => Shape::Text(Role::Condition),
        Argument::Template => Shape::Text(Role::Template),
        Argument::Variables => Shape::Variables,
        Argument::Import => Shape::Text(Role::Import),
        Argument::Json => Shape::Json,
    }
}

fn whole_json(name: &Ident, tokens: &[TokenTree], reports: &mut Reports) -> Value {
    Value { site: name.span().into(), shape: Shape::Json, what: What::Json(json::json(tokens, reports)) }
}

/// `GetAtt("Id.Attribute")`: the first dot divides.
fn dotted(function: &'static Function, run: &[TokenTree], property: &Property, reports: &mut Reports) -> What {
    let whole = value(run, Shape::Text(Role::Plain), property, reports);
    let What::Text(text) = &whole.what else {
        reports.error(whole.site, "`GetAtt` takes 2 arguments, found 1", format!("write `{}`", function.form));
        return What::Wrong;
    };
    let Some((id, attribute)) = text.split_once('.') else {
        let help = format!("write `GetAtt({text:?}, \"Attribute\")`");
        reports.error(whole.site, "`GetAtt` lacks the name of an attribute", help);
        return What::Wrong;
    };
    if let Err(fault) = check_logical_id(id).and_then(|()| check_attribute(attribute)) {
        reports.error(whole.site, fault.message, fault.help);
        return What::Wrong;
    }
    let part =
        |text: &str, role| Value { site: whole.site, shape: Shape::Text(role), what: What::Text(text.to_owned()) };
    What::Call(function, vec![part(id, Role::LogicalId), part(attribute, Role::Attribute)])
}

/// The variables of a `Sub`: `{ Domain: Ref("Domain") }`.
pub(crate) fn variables(tokens: &[TokenTree], property: &Property, reports: &mut Reports) -> What {
    let name = |key: &Key, _: &mut Reports| Some(key.text().unwrap_or_else(|| show(key)));
    let read = |tokens: &[TokenTree], reports: &mut Reports| value(tokens, Shape::Text(Role::Any), property, reports);
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
