//! The checks of a stack. All of them take its [`Snapshot`].

mod attributes;
mod client;
mod conditions;
pub(crate) mod cycles;
mod from_json;
mod functions;
mod lists;
mod parameter_values;
mod pool_context;
mod presence;
mod references;
mod sections;
mod snapshot;
mod transforms;
mod unresolved;

pub(crate) use sections::export_name;

pub(crate) use snapshot::{Entry, RenderedResource, Section, Sections, Snapshot};
pub(crate) use transforms::missing_transform;

use crate::error::{Error, ErrorKind, MAX_PATH};
use crate::json::Json;
use crate::warning::Warning;
use cognito_cfn_schema::literals::{shorten, shorten_to};
use cognito_cfn_schema::rules::MI12;
use cognito_cfn_schema::{Diagnostic, Finding, Severity, quotas, return_values};
use unresolved::{Phase, unresolved};

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
            (reader.and_then(|(reader, _)| snapshot.key(reader)).unwrap_or(id), finding)
        }));
    }
    all
}

/// Everything that can be deployed but probably does not do what was intended, with the warnings among its [`findings`].
pub(crate) fn warnings(snapshot: &Snapshot<'_>, findings: &[(&str, Finding)]) -> Vec<Warning> {
    let of_rules = findings.iter().filter(|(_, finding)| finding.severity == Severity::Warning);
    let mut warnings: Vec<Warning> = of_rules
        .map(|(id, finding)| {
            let (what, location) = snapshot.place(id);
            Warning::of_finding(finding).about(what, location)
        })
        .collect();
    warnings.extend(presence::warnings(snapshot));
    warnings
}

/// Everything that keeps CloudFormation from deploying the stack, with the errors among its [`findings`].
pub(crate) fn errors(snapshot: &Snapshot<'_>, findings: &[(&str, Finding)]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (id, rendered) in &snapshot.resources {
        let of_resource = |kind| rendered.error(kind);
        errors.extend(unresolved(snapshot, id, &rendered.json, Phase::Deployment).into_iter().map(of_resource));
        errors.extend(attributes::errors(snapshot, &rendered.json).into_iter().map(of_resource));
        errors.extend(values(snapshot, &rendered.json).into_iter().map(of_resource));
        errors.extend(moved(id, rendered).map(of_resource));
        let reason = "uses a name as the index of a list";
        let lost = rendered.lost_overrides.iter().cloned();
        errors.extend(lost.map(|path| of_resource(ErrorKind::InvalidOverridePath { path, reason })));
    }
    for (id, finding) in findings.iter().filter(|(_, finding)| finding.severity == Severity::Error) {
        let (what, location) = snapshot.place(id);
        errors.push(Error::of(ErrorKind::Finding(finding.clone()), what, location));
    }
    for (what, section, phase) in [
        ("parameter", &snapshot.sections.parameters, Phase::Parameters),
        ("output", &snapshot.sections.outputs, Phase::Deployment),
        ("condition", &snapshot.sections.conditions, Phase::Parameters),
        ("rule", &snapshot.sections.rules, Phase::Parameters),
    ] {
        for (id, entry) in section {
            let unresolved = unresolved(snapshot, id, &entry.json, phase).into_iter();
            errors.extend(unresolved.map(|kind| Error::of(kind, format!("{what} {id}"), entry.created)));
            let values = values(snapshot, &entry.json).into_iter();
            errors.extend(values.map(|kind| Error::of(kind, format!("{what} {id}"), entry.created)));
        }
    }
    errors.extend(sections::errors(snapshot));
    errors.extend(presence::errors(snapshot));
    let of_stack = |kind| Error::of(kind, snapshot.name, snapshot.created);
    errors.extend(too_many(snapshot).map(of_stack));
    errors.extend(none_at_all(snapshot).map(of_stack));
    errors.extend(too_large(snapshot).map(of_stack));
    errors.extend(lacking_transform(snapshot).map(of_stack));
    errors.extend(cycles::of_resources(snapshot));
    errors.extend(cycles::of_conditions(snapshot));
    errors
}

/// More than CloudFormation accepts in one template.
fn too_many(snapshot: &Snapshot<'_>) -> impl Iterator<Item = ErrorKind> {
    let counts = [
        ("resources", snapshot.resources.len(), quotas::RESOURCES),
        ("parameters", snapshot.sections.parameters.len(), quotas::PARAMETERS),
        ("mappings", snapshot.sections.mappings.len(), quotas::MAPPINGS),
        ("outputs", snapshot.sections.outputs.len(), quotas::OUTPUTS),
    ];
    let too_many = counts.into_iter().filter(|(_, count, max)| count > max);
    too_many.map(|(what, count, max)| ErrorKind::TooMany { what, count, max })
}

/// Functions that need a transform which the template lacks. A custom macro may add it.
fn lacking_transform(snapshot: &Snapshot<'_>) -> Option<ErrorKind> {
    let name = missing_transform(snapshot).filter(|_| snapshot.sections.has_no_macros())?;
    let message = format!("the template is missing the transform `{name}`");
    Some(ErrorKind::Invalid { message, help: format!("write `stack.transform({name:?})`") })
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
    let mut size = Size(0);
    for (id, json) in snapshot.sections.entries().chain(resources) {
        // Two quotes, a colon and a comma.
        size.0 += id.len() + 4;
        serde_json::to_writer(&mut size, json).ok()?;
    }
    let max = quotas::TEMPLATE;
    (size.0 > max).then(|| ErrorKind::Invalid {
        message: format!("the template is {} bytes long; the maximum is {max}", size.0),
        help: "split it into several stacks".into(),
    })
}

/// How much was written.
struct Size(usize);

impl std::io::Write for Size {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A template without resources. A macro can add some.
fn none_at_all(snapshot: &Snapshot<'_>) -> Option<ErrorKind> {
    let sections = snapshot.sections;
    let is_empty = snapshot.resources.is_empty() && sections.resource_loops.is_empty() && sections.has_no_macros();
    is_empty.then(|| ErrorKind::Invalid {
        message: "At least one Resources member must be defined".into(),
        help: "add a resource: `stack.add(…)`".into(),
    })
}

/// Values that CloudFormation does not accept anywhere in a template.
fn values(snapshot: &Snapshot<'_>, json: &Json) -> Vec<ErrorKind> {
    let mut found = Vec::new();
    if let Some(path) = path_of_null(json) {
        found.push(ErrorKind::Invalid {
            message: format!("'null' values are not allowed in templates: `{}`", shorten_to(MAX_PATH, &path)),
            help: "remove the member, or write `NoValue`".into(),
        });
    }
    // Loops and macros make the arguments of some.
    if !snapshot.sections.generate_names() {
        found.extend(
            functions::diagnostics(json)
                .into_iter()
                .map(|Diagnostic { message, help }| ErrorKind::Invalid { message, help: help.to_string() }),
        );
    }
    found
}

fn path_of_null(json: &Json) -> Option<String> {
    let joined = |part: &str, inner: String| if inner.is_empty() { part.to_owned() } else { format!("{part}.{inner}") };
    match json {
        Json::Null => Some(String::new()),
        Json::Array(items) => {
            items.iter().enumerate().find_map(|(at, item)| Some(joined(&at.to_string(), path_of_null(item)?)))
        }
        // `!GetAZs` without an argument is published often, as JSON too.
        Json::Object(members) => members
            .iter()
            .filter(|(name, _)| *name != "Fn::GetAZs")
            .find_map(|(name, value)| Some(joined(name, path_of_null(value)?))),
        _ => None,
    }
}
