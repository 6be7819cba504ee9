//! A value of a parameter, held against the parameter's declaration.

use cognito_cfn::Json;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::parameters::SSM_VALUE;
use cognito_cfn_schema::suggest::nearest;

/// Why a value is not put into the template.
pub(super) enum Refusal {
    /// CloudFormation does not accept it.
    Wrong { message: String, help: String },
    /// What the template gets is another value, or one that must not be shown.
    StaysUnknown(String),
}

/// The value as the template gets it: a string, or a list of strings.
pub(super) fn read(name: &str, parameter: &Json, written: &str) -> Result<Json, Refusal> {
    let of = parameter.get("Type").and_then(Json::as_str).unwrap_or("String");
    if of.starts_with(SSM_VALUE) {
        let message = format!("`{name}` names a parameter of Systems Manager, whose value is not known");
        return Err(Refusal::StaysUnknown(message));
    }
    let is_secret = parameter.get("NoEcho").is_some_and(|echo| echo == true || echo == "true");
    if is_secret {
        return Err(Refusal::StaysUnknown(format!("`{name}` has `NoEcho`; its value is not used")));
    }
    let is_list = of == "CommaDelimitedList" || of.starts_with("List<");
    let items: Vec<&str> = if is_list { written.split(',').map(str::trim).collect() } else { vec![written] };
    for item in &items {
        if matches!(of, "Number" | "List<Number>") && item.trim().parse::<f64>().is_err() {
            return Err(Refusal::Wrong {
                message: format!("`{}` of the parameter `{name}` is not a number", shorten(item)),
                help: format!("the parameter has the type `{of}`; write `{name}=1`"),
            });
        }
        check_allowed(name, parameter, item)?;
    }
    Ok(if is_list { items.into_iter().collect() } else { Json::from(written) })
}

fn check_allowed(name: &str, parameter: &Json, item: &str) -> Result<(), Refusal> {
    let Some(allowed) = parameter.get("AllowedValues").and_then(Json::as_array) else { return Ok(()) };
    // A template that puts together its allowed values has others than these.
    let Some(allowed) = allowed.iter().map(scalar).collect::<Option<Vec<String>>>() else { return Ok(()) };
    if allowed.iter().any(|value| value == item) {
        return Ok(());
    }
    let near = nearest(item, allowed.iter().map(String::as_str));
    let quoted: Vec<String> = allowed.iter().map(|value| format!("`{value}`")).collect();
    Err(Refusal::Wrong {
        message: format!("`{}` is not an allowed value of the parameter `{name}`", shorten(item)),
        help: near.map_or_else(|| format!("use one of {}", quoted.join(", ")), |near| format!("write `{name}={near}`")),
    })
}

/// A string, number or boolean, as CloudFormation writes it.
pub(super) fn scalar(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}
