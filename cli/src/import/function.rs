//! The functions of a template as a declaration has them.

use super::code::{Code, Field};
use super::value::{Place, Reason, Values};
use cognito_cfn::Json;
use cognito_cfn_schema::intrinsics::{FUNCTIONS, Function, Gives, Parameter, STACK_LOCATION};
use cognito_cfn_schema::{JsonFormat, Kind, literals};

/// The name of the absent value, which `Ref` returns.
const NO_VALUE: &str = "AWS::NoValue";

/// The function that an object is, with its argument.
pub(super) fn single(json: &Json) -> Option<(&str, &Json)> {
    let mut members = json.as_object()?.iter();
    let ((name, argument), None) = (members.next()?, members.next()) else { return None };
    (name == "Ref" || name.starts_with("Fn::")).then_some((name.as_str(), argument))
}

/// The call of a function where a value of that kind belongs.
pub(super) fn call(values: &mut Values, kind: Kind, name: &str, argument: &Json, place: Place) -> Result<Code, Reason> {
    if !kind.accepts_functions() {
        return Err(format!("it does not accept `{name}`"));
    }
    if name == "Ref" && argument == NO_VALUE {
        return Ok(Code::word("NoValue"));
    }
    let is_named = |function: &&Function| function.cloudformation == name && !function.parameters.is_empty();
    let function = FUNCTIONS.iter().find(is_named);
    let function = function.ok_or_else(|| format!("the macro has no `{}`", literals::shorten(name)))?;
    if place == Place::Property && !fits(function, kind) {
        return Err(format!("the macro does not accept `{name}` for {}", kind.describe()));
    }
    let arguments =
        arguments(function, argument).ok_or_else(|| format!("the macro would render another form of `{name}`"))?;
    let mut written = Vec::new();
    for (parameter, json) in function.parameters.iter().zip(&arguments) {
        written.push(match json {
            Argument::Json(json) => values.argument(kind, *parameter, json, place)?,
            Argument::Members(members) => {
                let member = |(name, json): &(&'static str, &Json)| {
                    Ok(Field::new(
                        *name,
                        values.argument(Kind::STRING, Parameter { kind: Kind::STRING, ..*parameter }, json, place)?,
                    ))
                };
                Code::Block(members.iter().map(member).collect::<Result<_, Reason>>()?)
            }
        });
    }
    check_selection(function, &arguments)?;
    Ok(Code::call(function.name, written))
}

/// Whether the function may be the value of a property: a list where one value belongs is an error, and a number where
/// many do.
fn fits(function: &Function, kind: Kind) -> bool {
    match function.gives {
        Gives::List => kind.item().is_some(),
        Gives::Integer => kind.item().is_none() && !matches!(kind, Kind::Block(_)),
        Gives::Text | Gives::Any => true,
    }
}

/// An argument of a function.
enum Argument<'j> {
    Json(&'j Json),
    Members(Vec<(&'static str, &'j Json)>),
}

/// The arguments in a template, in the order of the parameters; `None` if the declaration would render another form.
fn arguments<'j>(function: &Function, json: &'j Json) -> Option<Vec<Argument<'j>>> {
    let of_list = || {
        let items = json.as_array()?;
        let max = function.parameters.len();
        let fits = (max - function.optional()..=max).contains(&items.len());
        fits.then(|| items.iter().map(Argument::Json).collect::<Vec<_>>())
    };
    let member = |object: &'j Json, name: &str| object.as_object()?.get(name);
    let has_only = |names: &[&str]| {
        json.as_object().is_some_and(|members| members.keys().all(|name| names.contains(&name.as_str())))
    };
    match (function.name, json) {
        ("Sub", Json::String(_)) => Some(vec![Argument::Json(json)]),
        ("Sub", Json::Array(items)) => match items.as_slice() {
            [template, Json::Object(variables)] if !variables.is_empty() => {
                Some(vec![Argument::Json(template), Argument::Json(items.last()?)])
            }
            _ => None,
        },
        ("FindInMap", Json::Array(items)) => match items.as_slice() {
            [keys @ .., default] if keys.len() == 3 => {
                let members = default.as_object().filter(|members| members.len() == 1)?;
                let default = Argument::Json(members.get("DefaultValue")?);
                Some(keys.iter().map(Argument::Json).chain([default]).collect())
            }
            _ => of_list(),
        },
        ("Transform", Json::Object(_)) => {
            let parameters = member(json, "Parameters").map(Argument::Json);
            let name = Argument::Json(member(json, "Name")?);
            has_only(&["Name", "Parameters"]).then(|| [name].into_iter().chain(parameters).collect())
        }
        ("GetStackOutput", Json::Object(_)) => {
            let names = ["Region", "RoleArn"];
            let location: Vec<_> = STACK_LOCATION
                .iter()
                .zip(names)
                .filter_map(|(name, cloudformation)| Some((*name, member(json, cloudformation)?)))
                .collect();
            let location = (!location.is_empty()).then_some(Argument::Members(location));
            let stack = [member(json, "StackName")?, member(json, "OutputName")?].map(Argument::Json);
            has_only(&["StackName", "OutputName", "Region", "RoleArn"])
                .then(|| stack.into_iter().chain(location).collect())
        }
        _ if function.parameters.len() == 1 => Some(vec![Argument::Json(json)]),
        _ => of_list(),
    }
}

impl Values {
    /// The argument for a parameter of a function that gives a value of that kind.
    fn argument(&mut self, kind: Kind, parameter: Parameter, json: &Json, place: Place) -> Result<Code, Reason> {
        match (parameter.kind, json) {
            (Kind::Result, _) => return self.value(kind, json, place),
            (Kind::Json(JsonFormat::Object), json) if !json.is_object() => {
                return Err("the parameters are not an object".into());
            }
            (Kind::Json(JsonFormat::Container), json) if !json.is_object() && !json.is_array() => {
                return Err("the argument is neither a list nor an object".into());
            }
            (Kind::Integer, Json::Number(number)) => {
                let check = number.as_i64().map(|number| literals::check_number(parameter, number));
                if let Some(Err(diagnostic)) = check {
                    return Err(diagnostic.message);
                }
            }
            _ => {}
        }
        self.value(parameter.kind, json, Place::Argument)
    }
}

/// `Select` of an item that a list of strings does not have is an error.
fn check_selection(function: &Function, arguments: &[Argument<'_>]) -> Result<(), Reason> {
    if let ("Select", [Argument::Json(index), Argument::Json(Json::Array(items))]) = (function.name, arguments)
        && let Some(index) = index.as_i64()
        && items.iter().all(Json::is_string)
    {
        literals::check_index(index, items.len()).map_err(|diagnostic| diagnostic.message)?;
    }
    Ok(())
}
