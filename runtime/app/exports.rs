//! What stacks of an app export, and what they import of each other.

use crate::by_name::{ByName, Names};
use crate::checks::export_name;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::stack::{Analysis, Stack};
use crate::warning::Warning;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::suggest;
use std::panic::Location;

/// An output that is exported, under a name that is known.
struct Export<'a> {
    stack: &'a Stack,
    name: String,
    output: &'a str,
    created: Option<&'static Location<'static>>,
}

/// An `Fn::ImportValue` of a name that is known.
struct Import<'a> {
    stack: &'a Stack,
    name: String,
    holder: String,
    created: Option<&'static Location<'static>>,
}

/// Names that two stacks of one account and region export, and stacks that are deployed before what they import.
#[inline]
pub(super) fn errors(stacks: &[Analysis<'_>]) -> Vec<Error> {
    let exports = exports(stacks);
    let mut by_name: ByName<&str, Vec<&Export<'_>>> = ByName::new();
    let mut errors = Vec::new();
    for export in &exports {
        let others = by_name.or_default(&export.name);
        // Two of one template are an error of that template.
        let is_same =
            |other: &&&Export<'_>| other.stack.name() != export.stack.name() && is_one_place(other.stack, export.stack);
        if let Some(other) = others.iter().find(is_same) {
            let message = format!("the stack `{}` also exports `{}`", other.stack.name(), shorten(&export.name));
            let help = "export one of the two under another name".to_owned();
            let output = format!("output {}", export.output);
            errors.push(Error::of(ErrorKind::Invalid { message, help }, output, export.created));
        }
        others.push(export);
    }
    let order: ByName<&str, usize> = order(stacks).into_iter().zip(0..).collect();
    let mut known = Names::new();
    for import in imports(stacks) {
        let mut exports = by_name.get(import.name.as_str()).into_iter().flatten();
        let Some(export) = exports.find(|export| is_one_place(export.stack, import.stack)) else { continue };
        let [importing, exporting] = [import.stack.name(), export.stack.name()];
        let (Some(own), Some(other)) = (order.get(importing), order.get(exporting)) else { continue };
        if own <= other && known.insert(format!("{importing} {exporting}")) {
            let (message, help) = if importing == exporting {
                (
                    format!("the stack imports `{}`, which it exports itself", shorten(&import.name)),
                    format!("use the value of the output `{}` directly", export.output),
                )
            } else {
                (
                    format!("the stack is deployed before `{exporting}`, which exports `{}`", shorten(&import.name)),
                    format!("write `stack.add_dependency(&exporting)`, where `exporting` is the stack `{exporting}`"),
                )
            };
            errors.push(Error::of(ErrorKind::Invalid { message, help }, import.holder, import.created));
        }
    }
    errors
}

/// Names that no stack of the app exports, where one exports a similar name. Each with the index of its stack.
#[inline]
pub(super) fn warnings(stacks: &[Analysis<'_>]) -> Vec<(usize, Warning)> {
    let exports = exports(stacks);
    let names: Names<&str> = exports.iter().map(|export| export.name.as_str()).collect();
    let known = suggest::Names::new(names.iter().copied());
    let mut similar = ByName::new();
    let mut warnings = Vec::new();
    for import in imports(stacks).into_iter().filter(|import| !names.contains(import.name.as_str())) {
        let message = format!("no stack of the app exports `{}`", shorten(&import.name));
        let near = similar.or_insert_with(import.name.clone(), || known.nearest(&import.name, None));
        let Some(near) = near else { continue };
        let help = format!("an export with a similar name exists: `{near}`");
        let stack = stacks.iter().position(|analysis| analysis.stack().name() == import.stack.name());
        let warning = Warning::new(message, help).about(import.holder, import.created);
        warnings.extend(stack.map(|stack| (stack, warning)));
    }
    warnings
}

/// Whether both are deployed to one account and region. Where nothing is said, that is the one the command line has.
#[inline]
fn is_one_place(one: &Stack, other: &Stack) -> bool {
    let [one, other] = [one, other].map(Stack::environment);
    one.account == other.account && one.region == other.region
}

/// The order in which the `cdk` command line deploys: after what they depend on, and by name.
#[inline]
fn order<'a>(stacks: &[Analysis<'a>]) -> Vec<&'a str> {
    let all: ByName<&str, Vec<&str>> =
        stacks.iter().map(|analysis| (analysis.stack().name(), analysis.stack().dependencies())).collect();
    let mut order = Vec::new();
    let mut done = Names::new();
    while order.len() < all.len() {
        let is_ready = |of: &[&str]| of.iter().all(|name| done.contains(name) || !all.contains_key(name));
        let left = all.iter().filter(|(name, _)| !done.contains(name));
        let ready: Vec<&str> = left.filter(|(_, of)| is_ready(of)).map(|(name, _)| *name).collect();
        // Stacks that depend on each other are another error.
        if ready.is_empty() {
            break;
        }
        done.extend(ready.iter().copied());
        order.extend(ready);
    }
    order
}

#[inline]
fn exports<'a>(stacks: &[Analysis<'a>]) -> Vec<Export<'a>> {
    let mut found = Vec::new();
    for analysis in stacks {
        let stack = analysis.stack();
        for (output, entry) in &analysis.snapshot().sections.outputs {
            if let Some(name) = export_name(&entry.json).and_then(|name| known(stack, name)) {
                found.push(Export { stack, name, output, created: entry.created });
            }
        }
    }
    found
}

#[inline]
fn imports<'a>(stacks: &[Analysis<'a>]) -> Vec<Import<'a>> {
    let mut found = Vec::new();
    for analysis in stacks {
        let (stack, snapshot) = (analysis.stack(), analysis.snapshot());
        let resources = snapshot.resources.iter().map(|(id, rendered)| (*id, &rendered.json));
        let outputs = snapshot.sections.outputs.iter();
        let of_resources = resources.map(|(id, json)| (snapshot.subject(id), json));
        let of_outputs = outputs.map(|(id, entry)| (entry.subject("output", "Outputs", id), &entry.json));
        for (subject, json) in of_resources.chain(of_outputs) {
            let (holder, created) = (subject.what, subject.created);
            let mut names = Vec::new();
            collect(json, &mut names);
            for name in names.into_iter().filter_map(|name| known(stack, name)) {
                found.push(Import { stack, name, holder: holder.clone(), created });
            }
        }
    }
    found
}

#[inline]
fn collect<'j>(json: &'j Json, names: &mut Vec<&'j Json>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Json::Object(members) => {
            names.extend(members.get("Fn::ImportValue"));
            members.values().for_each(|value| collect(value, names));
        }
        _ => {}
    }
}

/// The name, with what is known of the stack put into it. `None` where it depends on anything else.
#[inline]
fn known(stack: &Stack, name: &Json) -> Option<String> {
    match name {
        Json::String(text) => Some(text.clone()),
        Json::Object(members) if members.len() == 1 => {
            let (key, argument) = members.iter().next()?;
            match (key.as_str(), argument) {
                ("Ref", Json::String(target)) => variable(stack, target),
                ("Fn::Sub", Json::String(template)) => substituted(stack, template),
                ("Fn::Join", Json::Array(arguments)) => {
                    let [Json::String(delimiter), Json::Array(items)] = arguments.as_slice() else { return None };
                    let items: Option<Vec<String>> = items.iter().map(|item| known(stack, item)).collect();
                    Some(items?.join(delimiter))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

#[inline]
fn substituted(stack: &Stack, template: &str) -> Option<String> {
    let mut parts = template.split("${");
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}')?;
        match name.strip_prefix('!') {
            Some(kept) => text.push_str(&format!("${{{kept}}}")),
            None => text.push_str(&variable(stack, name.trim())?),
        }
        text.push_str(rest);
    }
    Some(text)
}

/// A name of AWS. The region and the account are the same for both sides of an import, be they known or not.
#[inline]
fn variable(stack: &Stack, name: &str) -> Option<String> {
    match name {
        "AWS::StackName" => Some(stack.name().to_owned()),
        "AWS::Region" | "AWS::AccountId" | "AWS::Partition" | "AWS::URLSuffix" => Some(format!("${{{name}}}")),
        _ => None,
    }
}
