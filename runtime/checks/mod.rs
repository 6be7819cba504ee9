//! The checks of a stack. All of them take its [`Snapshot`].

mod allow;
mod attributes;
mod client;
mod conditions;
pub(crate) mod cycles;
mod functions;
mod lists;
mod loops;
mod parameter_values;
mod pool_context;
mod presence;
mod references;
mod sections;
mod shape;
mod snapshot;
mod unresolved;

pub(crate) use sections::export_name;

pub(crate) use functions::missing_transform;
pub(crate) use snapshot::{Entry, Original, RenderedResource, Section, Sections, Snapshot};

use crate::depth::{MAX_DEPTH, is_deep, too_deep};
use crate::document::Document;
use crate::error::{Error, ErrorKind, MAX_PATH};
use crate::json::{Json, Step, pointer};
use crate::warning::Warning;
use cognito_cfn_schema::literals::{shorten, shorten_to};
use cognito_cfn_schema::rules::MI12;
use cognito_cfn_schema::{Diagnostic, Finding, Severity, quotas, return_values};
use references::Reference;
use shape::Misplaced;
use snapshot::Subject;
use unresolved::{Phase, Similar, unresolved};

/// An error about a part of an entry of the template.
pub(super) struct Fault {
    pub(super) kind: ErrorKind,
    /// The JSON pointer of the part within the entry.
    pub(super) within: String,
}

/// What the rules find, each finding with the logical id of its resource.
pub(crate) fn findings<'s>(snapshot: &Snapshot<'s>) -> Vec<(&'s str, Finding)> {
    let mut all = Vec::new();
    let index = pool_context::Index::new(snapshot);
    for (id, rendered) in snapshot.resources.iter().filter(|(_, rendered)| client::is_client(rendered)) {
        let context = pool_context::read(snapshot, &index, id, rendered.resource.depends_on());
        let found = client::findings(snapshot, rendered, &context);
        // Whoever reads an attribute that there is not has to change, not the client.
        let mut readers = context.return_values_read.iter().filter(|(_, name)| return_values::check(name).is_err());
        all.extend(found.into_iter().map(|finding| {
            let reader = if finding.code == MI12.code { readers.next() } else { None };
            let reader = reader.and_then(|(reader, name)| Some((snapshot.key(reader)?, *name)));
            match reader {
                Some((reader, name)) => (reader, read_at(snapshot, reader, (id, name), finding)),
                None => (*id, placed(snapshot, &rendered.subject(), finding)),
            }
        }));
    }
    all.extend(loops::findings(snapshot));
    all
}

/// The finding with its place in the template, which so far is that in the resource.
fn placed(snapshot: &Snapshot<'_>, subject: &Subject, mut finding: Finding) -> Finding {
    let within = finding.location.take().map(|location| location.pointer).unwrap_or_default();
    finding.location = snapshot.location(subject, &within);
    finding
}

/// The finding at the place where a resource or output reads that attribute of the client.
fn read_at(snapshot: &Snapshot<'_>, reader: &str, read: (&str, &str), mut finding: Finding) -> Finding {
    let rendered = snapshot.resources.get(reader).map(|rendered| &rendered.json);
    let json = rendered.or_else(|| snapshot.sections.outputs.get(reader).map(|output| &output.json));
    let mut within = None;
    references::visit(json.unwrap_or(&Json::Null), &mut |reference, steps| {
        if reference == Reference::Attribute(read.0, Some(read.1)) {
            within.get_or_insert_with(|| references::argument(steps, 1));
        }
    });
    finding.location = snapshot.location(&snapshot.subject(reader), &within.unwrap_or_default());
    finding
}

/// Everything that can be deployed but probably does not do what was intended, with the warnings among its [`findings`].
pub(crate) fn warnings(snapshot: &Snapshot<'_>, findings: &[(&str, Finding)]) -> Vec<Warning> {
    let of_rules = findings.iter().filter(|(_, finding)| finding.severity == Severity::Warning);
    let mut warnings: Vec<Warning> = of_rules
        .map(|(id, finding)| {
            let subject = snapshot.subject(id);
            Warning::of_finding(finding).about(subject.what, subject.created)
        })
        .collect();
    warnings.extend(presence::warnings(snapshot));
    warnings.extend(allow::warnings(snapshot));
    let document = snapshot.original.and_then(|original| original.document.as_ref());
    let of_text = document.map(Document::warnings).unwrap_or_default();
    warnings.extend(of_text.iter().map(|warning| warning.clone().about(snapshot.name, snapshot.created)));
    warnings
}

/// Everything that keeps CloudFormation from deploying the stack, with the errors among its [`findings`].
pub(crate) fn errors(snapshot: &Snapshot<'_>, findings: &[(&str, Finding)]) -> Vec<Error> {
    let misplaced = Misplaced::new(snapshot);
    let mut errors = misplaced.errors.clone();
    let mut similar = Similar::new(snapshot);
    for (id, rendered) in snapshot.resources.iter().filter(|(id, _)| !misplaced.entries.contains(id)) {
        let subject = rendered.subject();
        // What is below that was not rendered as it is.
        if is_deep(&rendered.json, MAX_DEPTH) {
            errors.push(snapshot.error(&subject, "", too_deep()));
            continue;
        }
        let mut faults = unresolved(&mut similar, id, &rendered.json, Phase::Deployment);
        faults.extend(attributes::errors(snapshot, &rendered.json));
        faults.extend(values(snapshot, &rendered.json));
        faults.extend(moved(id, rendered).map(|kind| Fault { kind, within: String::new() }));
        let reason = "uses a name as the index of a list";
        let lost = rendered.lost_overrides.iter().cloned();
        let lost = lost.map(|path| ErrorKind::InvalidOverridePath { path, reason });
        faults.extend(lost.map(|kind| Fault { kind, within: String::new() }));
        errors.extend(faults.into_iter().map(|fault| snapshot.error(&subject, &fault.within, fault.kind)));
    }
    for (id, finding) in findings.iter().filter(|(_, finding)| finding.severity == Severity::Error) {
        let Subject { what, created, .. } = snapshot.subject(id);
        let error = Error::of(ErrorKind::Finding(Box::new(finding.clone())), what, created);
        errors.push(match &finding.location {
            Some(location) => error.in_template(location.clone()),
            None => error,
        });
    }
    for (what, name, phase) in [
        ("parameter", "Parameters", Phase::Parameters),
        ("output", "Outputs", Phase::Deployment),
        ("condition", "Conditions", Phase::Parameters),
        ("rule", "Rules", Phase::Parameters),
    ] {
        for (id, entry) in snapshot.sections.named().into_iter().filter(|(of, _)| *of == name).flat_map(|(_, of)| of) {
            let subject = entry.subject(what, name, id);
            let mut faults = unresolved(&mut similar, id, &entry.json, phase);
            faults.extend(values(snapshot, &entry.json));
            errors.extend(faults.into_iter().map(|fault| snapshot.error(&subject, &fault.within, fault.kind)));
        }
    }
    errors.extend(sections::errors(snapshot));
    errors.extend(presence::errors(snapshot));
    let of_part = |(part, kind): (&str, ErrorKind)| snapshot.error(&snapshot.stack(part), "", kind);
    errors.extend(too_many(snapshot).map(of_part));
    errors.extend(none_at_all(snapshot).map(|kind| ("/Resources", kind)).map(of_part));
    errors.extend(too_large(snapshot).map(|kind| ("", kind)).map(of_part));
    errors.extend(lacking_transform(snapshot).map(|kind| ("", kind)).map(of_part));
    errors.extend(cycles::of_resources(snapshot));
    errors.extend(cycles::of_conditions(snapshot));
    errors.extend(shape::errors(snapshot, &misplaced));
    errors
}

/// More than CloudFormation accepts in one template.
fn too_many(snapshot: &Snapshot<'_>) -> impl Iterator<Item = (&'static str, ErrorKind)> {
    let counts = [
        ("/Resources", "resources", snapshot.resources.len(), quotas::RESOURCES),
        ("/Parameters", "parameters", snapshot.sections.parameters.len(), quotas::PARAMETERS),
        ("/Mappings", "mappings", snapshot.sections.mappings.len(), quotas::MAPPINGS),
        ("/Outputs", "outputs", snapshot.sections.outputs.len(), quotas::OUTPUTS),
    ];
    let too_many = counts.into_iter().filter(|(.., count, max)| count > max);
    too_many.map(|(part, what, count, max)| (part, ErrorKind::TooMany { what, count, max }))
}

/// Functions that need a transform which the template lacks. A custom macro may add it.
fn lacking_transform(snapshot: &Snapshot<'_>) -> Option<ErrorKind> {
    let name = missing_transform(snapshot).filter(|_| snapshot.sections.has_no_macros())?;
    let message = format!("the template is missing the transform `{name}`");
    let read = format!("add it: `\"Transform\": {name:?}`");
    Some(ErrorKind::Invalid { message, help: snapshot.help(|| format!("write `stack.transform({name:?})`"), &read) })
}

/// A resource whose logical id or path changed after it was added.
fn moved(id: &str, added: &RenderedResource<'_>) -> Option<ErrorKind> {
    let now = added.resource.logical_id();
    if now != id {
        return Some(ErrorKind::ChangedId { added: id.to_owned(), now: now.to_owned() });
    }
    (added.resource.state().node.as_ref() != Some(added.node)).then(|| ErrorKind::Invalid {
        message: format!("the resource `{}` was replaced by one that was not added to the stack", shorten(id)),
        help: "change its fields, or start from it: `*client = user_pool_client! { …, ..client.clone() }`".into(),
    })
}

/// A template that is too large even without spaces.
fn too_large(snapshot: &Snapshot<'_>) -> Option<ErrorKind> {
    let resources = snapshot.resources.iter().map(|(id, rendered)| (*id, &rendered.json));
    let mut size = 0;
    for (id, json) in snapshot.sections.entries().chain(resources) {
        // Two quotes, a colon and a comma.
        size += id.len() + 4 + size_of(json);
    }
    let max = quotas::TEMPLATE;
    (size > max).then(|| ErrorKind::Invalid {
        message: format!("the template is {size} bytes long; the maximum is {max}"),
        help: "split it into several stacks".into(),
    })
}

/// The length of the JSON as it is written without spaces. To count is quicker than to write, above all in a program that is
/// not optimized.
fn size_of(json: &Json) -> usize {
    let separators = |count: usize| count.saturating_sub(1);
    match json {
        Json::String(text) => size_of_text(text),
        Json::Array(items) => {
            let mut size = 2 + separators(items.len());
            for item in items {
                size += size_of(item);
            }
            size
        }
        Json::Object(members) => {
            let mut size = 2 + separators(members.len());
            for (key, value) in members {
                size += size_of_text(key) + 1 + size_of(value);
            }
            size
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => json.to_string().len(),
    }
}

/// The same of a string.
fn size_of_text(text: &str) -> usize {
    let mut size = 2;
    for byte in text.as_bytes() {
        size += match byte {
            b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 0x08 | 0x0c => 2,
            0..b' ' => 6,
            _ => 1,
        };
    }
    size
}

/// A template without resources. A macro can add some.
fn none_at_all(snapshot: &Snapshot<'_>) -> Option<ErrorKind> {
    let sections = snapshot.sections;
    let is_empty = snapshot.resources.is_empty() && sections.resource_loops.is_empty();
    (is_empty && sections.has_no_macros() && !sections.has_includes).then(|| ErrorKind::Invalid {
        message: "At least one Resources member must be defined".into(),
        help: snapshot.help(|| "add a resource: `stack.add(…)`".into(), "add a resource to `Resources`"),
    })
}

/// Values that CloudFormation does not accept anywhere in a template.
fn values(snapshot: &Snapshot<'_>, json: &Json) -> Vec<Fault> {
    let mut found = Vec::new();
    // A macro can remove some of a template that was read.
    let is_final = snapshot.original.is_none() || snapshot.sections.has_no_macros();
    if let Some(steps) = path_of_null(json).filter(|_| is_final) {
        let path: Vec<String> = steps.iter().map(Step::to_string).collect();
        let path = shorten_to(MAX_PATH, &path.join("."));
        let kind = ErrorKind::Invalid {
            message: format!("'null' values are not allowed in templates: `{path}`"),
            help: snapshot.help(|| "remove the member, or write `NoValue`".into(), "remove it, or write a value"),
        };
        found.push(Fault { kind, within: pointer(&steps) });
    }
    // Loops and macros make the arguments of some.
    if !snapshot.sections.generate_names() {
        found.extend(functions::diagnostics(json).into_iter().map(|(Diagnostic { message, help }, within)| Fault {
            kind: ErrorKind::Invalid { message, help: help.to_string() },
            within,
        }));
    }
    found
}

/// The steps to the first `null`.
fn path_of_null(json: &Json) -> Option<Vec<Step<'_>>> {
    let find = |step, inner| {
        let mut steps = path_of_null(inner)?;
        steps.insert(0, step);
        Some(steps)
    };
    match json {
        Json::Null => Some(Vec::new()),
        Json::Array(items) => items.iter().enumerate().find_map(|(at, item)| find(Step::Index(at), item)),
        // `!GetAZs` without an argument is published often, as JSON too.
        Json::Object(members) => members
            .iter()
            .filter(|(name, _)| *name != "Fn::GetAZs")
            .find_map(|(name, value)| find(Step::Key(name), value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_size_is_the_length_of_what_serde_json_writes() {
        let every_byte: String = (0..=0x7f_u8).map(char::from).chain("é€\u{1f600}".chars()).collect();
        for json in [
            json!({}),
            json!([]),
            json!(null),
            json!({ "a": [true, false, null, 1, -20, 1.5, 1e300], "b\"": {}, "c": every_byte }),
            json!([[1], [], { "a": 1, "b": 2 }]),
        ] {
            assert_eq!(size_of(&json), json.to_string().len(), "{json}");
        }
    }
}
