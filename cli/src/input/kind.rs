//! What a text is, and the template in it.

use super::variables::{self, Syntax};
use super::{Moves, describe, included, serverless};
use cognito_cfn::{Json, json};
use std::path::Path;

/// What a text is that has app clients in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A template of CloudFormation or SAM.
    Template,
    /// The configuration of the Serverless Framework, with a template in its `resources`, or a part of such a
    /// configuration.
    Serverless,
    /// The output of `aws cognito-idp describe-user-pool-client`.
    DescribeOutput,
}

/// The template to check, and where its parts come from.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) template: Json,
    pub(super) moves: Moves,
    /// The files that it includes, each by its path if that is known.
    pub(super) included: Vec<Option<String>>,
}

/// The template in the document of a file, if it is of one of the kinds.
pub(super) fn recognize(path: &Path, document: &Json) -> Option<Found> {
    let found = |kind, template, moves| Found { kind, template, moves, included: Vec::new() };
    if is_template(document) {
        return Some(match syntax_of_variables(path, document) {
            Some(syntax) => found(Kind::Serverless, serverless::without_variables(document, syntax), Moves::default()),
            None => found(Kind::Template, document.clone(), Moves::default()),
        });
    }
    if are_resources(document) {
        let template = serverless::without_variables(&json!({ "Resources": document }), Syntax::AnySource);
        let mut moves = Moves::default();
        moves.add("/Resources", "");
        return Some(found(Kind::Serverless, template, moves));
    }
    if let Some((template, moves)) = describe::template(document) {
        return Some(found(Kind::DescribeOutput, template, moves));
    }
    if is_serverless(path, document) {
        let serverless::Resources { template, moves, included } = serverless::resources(document);
        return Some(Found { kind: Kind::Serverless, template, moves, included });
    }
    None
}

/// Whether a document of a folder counts: one that has resources or a client.
pub(super) fn counts(found: &Found) -> bool {
    found.kind == Kind::DescribeOutput
        || !found.included.is_empty()
        || found.template.get("Resources").and_then(Json::as_object).is_some_and(|resources| !resources.is_empty())
}

/// Whether a text can be of a file that counts. To parse it is expensive.
pub(super) fn may_count(text: &str) -> bool {
    ["Resources", "resources", describe::MEMBER].iter().any(|word| text.contains(word))
}

fn is_template(document: &Json) -> bool {
    ["Resources", "AWSTemplateFormatVersion", "Transform"].iter().any(|section| document.get(section).is_some())
}

/// A file that `resources` of the Serverless Framework includes looks like a template.
fn syntax_of_variables(path: &Path, document: &Json) -> Option<Syntax> {
    if included::is_included(path) {
        return Some(Syntax::AnySource);
    }
    variables::occur_in(document, Syntax::KnownSources).then_some(Syntax::KnownSources)
}

/// What `Resources: ${file(…)}` includes.
fn are_resources(document: &Json) -> bool {
    let is_resource = |json: &Json| json.get("Type").and_then(Json::as_str).is_some_and(|kind| kind.contains("::"));
    document.as_object().is_some_and(|members| !members.is_empty() && members.values().all(is_resource))
}

fn is_serverless(path: &Path, document: &Json) -> bool {
    let is_named = path.file_stem().is_some_and(|stem| stem == "serverless");
    document.get("service").is_some() && (is_named || document.get("resources").is_some())
}
