//! What a client comes to with the values that the template itself has: those of mappings, and those that its
//! parameters can take.

use super::Snapshot;
use super::lists;
use super::references::{attribute_of, placeholders};
use super::sections::has_no_echo;
use crate::by_name::Names;
use crate::json::{Json, replace};
use crate::resource::judgment::Judge;
use crate::value::text::single;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::{Finding, Severity, parameters, rules};
use serde_json::json;

/// What the rules find in a client with those values in their places, and not without them. What is known of the client
/// already saves work, where nothing new is found.
pub(super) fn findings(
    snapshot: &Snapshot<'_>,
    judge: Judge<'_>,
    place: &str,
    properties: &Json,
    known: &[Finding],
) -> Vec<Finding> {
    let analyze = |properties: &Json| judge.properties(properties, place);
    let mut found = lists::findings(snapshot, place, properties);
    let addressed = replace(properties, &|json| address_of_website(snapshot, json));
    // A value often says by itself that the other arm counts: empty text that means nothing at all.
    if has_choice(properties) {
        if let Some(addressed) = addressed.filter(|addressed| addressed != properties) {
            found.extend(unknown_before(analyze(&addressed), &mut analyze(properties)));
        }
        return found;
    }
    let mapped = replace(addressed.as_ref().unwrap_or(properties), &|json| mapped(snapshot, json)).or(addressed);
    let is_mapped = mapped.as_ref().is_some_and(|mapped| mapped != properties);
    let mapped = mapped.as_ref().unwrap_or(properties);
    let mut names = Names::new();
    references(mapped, &mut names);
    let named = names.iter().filter_map(|name| snapshot.sections.parameters.get_key_value(name));
    let named: Vec<_> = named.map(|(name, parameter)| (name, &parameter.json, values(&parameter.json))).collect();
    let rounds = named.iter().map(|(_, _, values)| values.len()).max().unwrap_or_default();
    if rounds == 0 && !is_mapped {
        return found;
    }
    // Knowing more never finds less. So where nothing is found with one value of each parameter, nothing is found with
    // one of them alone.
    let suspects: Vec<bool> = (0..rounds)
        .map(|round| {
            let variant = replace(mapped, &|json| {
                let target = reference(json)?;
                let (_, _, values) = named.iter().find(|(name, ..)| *name == target)?;
                values.get(round).cloned()
            });
            !unknown_before(analyze(variant.as_ref().unwrap_or(mapped)), &mut known.to_vec()).is_empty()
        })
        .collect();
    if !is_mapped && !suspects.contains(&true) {
        return found;
    }
    let mut known = analyze(properties);
    if is_mapped {
        found.extend(unknown_before(analyze(mapped), &mut known));
    }
    for (name, parameter, values) in named {
        for (value, _) in values.iter().zip(&suspects).filter(|(_, is_suspect)| **is_suspect) {
            let variant =
                replace(mapped, &|json| reference(json).filter(|target| *target == name).map(|_| value.clone()));
            let variant = variant.as_ref().unwrap_or(mapped);
            // Whoever deploys can give another value, so what comes of this one is a warning.
            found.extend(unknown_before(analyze(variant), &mut known).into_iter().map(|mut finding| {
                finding.severity = Severity::Warning;
                // The value is in the parameter, not in the property.
                finding.replacement = None;
                if has_no_echo(parameter) {
                    // Neither what is found nor the help may show the value.
                    finding.message = rules::find(finding.code).map_or("invalid value", |rule| rule.title).to_owned();
                    finding.help = format!("change the default or the allowed values of the parameter `{name}`");
                } else {
                    finding.help =
                        format!("remove `{}` from the values of the parameter `{name}`", shorten(&text_of(value)));
                }
                finding
            }));
        }
    }
    found
}

/// The names in each `Ref`.
fn references<'j>(json: &'j Json, names: &mut Names<&'j str>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| references(item, names)),
        Json::Object(members) => {
            names.extend(members.get("Ref").and_then(Json::as_str));
            members.values().for_each(|value| references(value, names));
        }
        _ => {}
    }
}

fn has_choice(json: &Json) -> bool {
    match json {
        Json::Array(items) => items.iter().any(has_choice),
        Json::Object(members) => members.iter().any(|(name, value)| name == "Fn::If" || has_choice(value)),
        _ => false,
    }
}

fn unknown_before(findings: Vec<Finding>, known: &mut Vec<Finding>) -> Vec<Finding> {
    let is_known = |known: &[Finding], finding: &Finding| {
        known.iter().any(|known| (known.code, &known.path) == (finding.code, &finding.path))
    };
    let new: Vec<Finding> = findings.into_iter().filter(|finding| !is_known(known, finding)).collect();
    known.extend(new.iter().cloned());
    new
}

/// The value of a mapping, where its keys are written out.
fn mapped(snapshot: &Snapshot<'_>, json: &Json) -> Option<Json> {
    let keys = json.get("Fn::FindInMap")?.as_array()?;
    let [map, top, second, ..] = keys.as_slice() else { return None };
    snapshot.sections.mappings.get(map.as_str()?)?.json.get(top.as_str()?)?.get(second.as_str()?).cloned()
}

/// The website of a bucket, which is there by `http://` alone.
fn address_of_website(snapshot: &Snapshot<'_>, json: &Json) -> Option<Json> {
    let is_bucket =
        |id: &str| snapshot.resource(id).is_some_and(|resource| resource.cfn_resource_type() == "AWS::S3::Bucket");
    let address = |template: &str| {
        let ids = placeholders(template).filter_map(|name| name.strip_suffix(".WebsiteURL"));
        ids.filter(|id| is_bucket(id)).fold(template.to_owned(), |template, id| {
            template.replace(&format!("${{{id}.WebsiteURL}}"), &format!("http://${{{id}.DNSName}}"))
        })
    };
    let (function, argument) = single(json)?;
    let whole = match (function, argument) {
        ("Fn::Sub", Json::String(template)) => Json::from(address(template)),
        ("Fn::Sub", Json::Array(arguments)) => {
            let mut arguments = arguments.clone();
            let template = arguments.first_mut()?;
            *template = Json::from(address(template.as_str()?));
            Json::Array(arguments)
        }
        ("Fn::GetAtt", _) => {
            let (id, _) = attribute_of(argument).filter(|(_, attribute)| *attribute == "WebsiteURL")?;
            Json::from(address(&format!("${{{id}.WebsiteURL}}")))
        }
        _ => return None,
    };
    Some(json!({ "Fn::Sub": whole }))
}

/// What a `Ref` refers to.
fn reference(json: &Json) -> Option<&str> {
    match single(json)? {
        ("Ref", target) => target.as_str(),
        _ => None,
    }
}

/// The default of a parameter, and the values it is limited to.
fn values(parameter: &Json) -> Vec<Json> {
    let allowed = parameter.get("AllowedValues").and_then(Json::as_array);
    let written = parameter.get("Default").into_iter().chain(allowed.into_iter().flatten());
    // A default of a parameter of Systems Manager is the name of what holds the value.
    let of = parameter.get("Type").and_then(Json::as_str).unwrap_or_default();
    if of.starts_with("AWS::SSM::") {
        return Vec::new();
    }
    // What is empty is to be given.
    let written = written.filter(|value| !text_of(value).is_empty());
    let mut values = Vec::new();
    for value in written.map(|value| if parameters::is_list(of) { parted(value) } else { value.clone() }) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

fn parted(value: &Json) -> Json {
    let text = text_of(value);
    text.split(',').map(str::trim).collect()
}

fn text_of(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
