//! A stack from a template that exists.

use super::{Added, Stack};
use crate::checks::{Entry, Original, Section};
use crate::construct::Node;
use crate::document::Document;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::resource::source::check_depth;
use crate::resource::{CfnResource, CfnUserPoolClient, Resource};
use cognito_cfn_schema::RESOURCE_TYPE;
use serde_json::Map;

impl Stack {
    /// Reads a template, JSON or YAML (with the feature `yaml`), without losing anything: `to_json` renders the same JSON.
    ///
    /// App clients become [`CfnUserPoolClient`]s, other resources [`CfnResource`]s. Whatever else there is, whether
    /// CloudFormation accepts it or not, is kept and rendered as it was. [`report`](Self::report) has all errors and
    /// warnings, with their places in the text.
    ///
    /// ```
    /// use cognito_cfn::{CfnUserPoolClient, Stack, json};
    ///
    /// let text = r#"{
    ///     "Resources": {
    ///         "Web": { "Type": "AWS::Cognito::UserPoolClient", "Properties": { "UserPoolId": { "Ref": "Pool" } } }
    ///     },
    ///     "Outputs": {}
    /// }"#;
    /// let mut stack = Stack::from_template("identity", text)?;
    /// let places: Vec<_> = stack.report().errors.iter().filter_map(|error| error.template_location().cloned()).collect();
    /// assert_eq!(places[0].pointer, "/Resources/Web/Properties/UserPoolId/Ref");
    ///
    /// if let Some(client) = stack.get_mut::<CfnUserPoolClient>("Web") {
    ///     client.client_name = Some("web".into());
    /// }
    /// assert_eq!(stack.to_json()["Resources"]["Web"]["Properties"]["ClientName"], "web");
    /// assert_eq!(stack.to_json()["Outputs"], json!({}));
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is neither JSON nor YAML, its value is not an object, or it has no `Resources`. What the checks refuse
    /// is read as well.
    #[track_caller]
    #[inline]
    pub fn from_template(name: impl Into<String>, text: &str) -> Result<Self, Error> {
        let document = Document::read(text)?;
        let mut stack = Self::from_json(name, document.json()).map_err(|error| {
            let span = document.span("");
            error.in_template(cognito_cfn_schema::TemplateLocation { pointer: String::new(), span })
        })?;
        if let Some(original) = &mut stack.original {
            original.document = Some(document);
        }
        Ok(stack)
    }

    /// Reads a template that is JSON already.
    ///
    /// ```
    /// use cognito_cfn::{Stack, json};
    ///
    /// let template = json!({ "Resources": { "Fn::Transform": { "Name": "AWS::Include" } }, "Hooks": {} });
    /// let stack = Stack::from_json("identity", &template)?;
    /// assert_eq!(stack.to_json(), template);
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If it is not an object, has no `Resources`, or is nested more than 200 levels deep.
    #[track_caller]
    #[inline]
    pub fn from_json(name: impl Into<String>, template: &Json) -> Result<Self, Error> {
        let mut stack = Self::new(name);
        check_depth(template)?;
        let members = template.as_object().filter(|members| members.contains_key("Resources"));
        stack.read(members.ok_or_else(|| no_template(template))?);
        Ok(stack)
    }

    #[inline]
    fn read(&mut self, template: &Map<String, Json>) {
        let mut members = Map::new();
        self.description = template.get("Description").and_then(Json::as_str).map(str::to_owned);
        self.sections.transforms = template.get("Transform").map(transforms).unwrap_or_default();
        self.sections.has_includes = template.contains_key("Fn::Transform");
        for (name, value) in template {
            let kept = match value {
                Json::Object(entries) if self.read_section(name, entries) => Json::Object(Map::new()),
                other => other.clone(),
            };
            members.insert(name.clone(), kept);
        }
        let has_includes = self.sections.all().any(has_transform);
        self.sections.has_includes |= has_includes;
        let (description, transforms) = (self.description.clone(), self.sections.transforms.clone());
        self.original = Some(Box::new(Original { members, description, transforms, document: None }));
    }

    /// Reads the entries of a section; `false` if the section is kept as a whole.
    #[inline]
    fn read_section(&mut self, name: &str, entries: &Map<String, Json>) -> bool {
        if name == "Resources" {
            entries.iter().for_each(|(id, json)| self.read_resource(id, json));
            return true;
        }
        let Some((_, section)) = self.sections.named_mut().into_iter().find(|(known, _)| *known == name) else {
            return false;
        };
        section.extend(entries.iter().map(|(id, json)| (id.clone(), Entry { json: json.clone(), created: None })));
        true
    }

    #[inline]
    fn read_resource(&mut self, id: &str, json: &Json) {
        if !json.is_object() || id.starts_with("Fn::") {
            self.sections.resource_loops.insert(id.to_owned(), Entry { json: json.clone(), created: None });
            return;
        }
        let of = json.get("Type").and_then(Json::as_str).unwrap_or_default();
        // AWS SAM makes resources as well, even where its transform is added later.
        self.sections.has_includes |= of.ends_with("::MODULE") || of.starts_with("AWS::Serverless::");
        let mut resource: Box<dyn Resource> = if of == RESOURCE_TYPE {
            Box::new(CfnUserPoolClient::read(id.to_owned(), json))
        } else {
            Box::new(CfnResource::read(id.to_owned(), json))
        };
        let node = Node::of_stack(&self.name).child(id).unwrap_or_else(|_| Node::of_stack(&self.name));
        resource.state_mut().node = Some(node.clone());
        self.places.insert(node.path(), id.to_owned());
        self.resources.insert(id.to_owned(), Added { node, resource });
    }
}

/// Whether a macro makes entries of the section.
#[inline]
fn has_transform(section: &Section) -> bool {
    section.contains_key("Fn::Transform")
}

/// The names of the macros that the section `Transform` lists. What is not understood counts as a macro without a name.
#[inline]
fn transforms(section: &Json) -> Vec<String> {
    let listed = match section {
        Json::Array(listed) => listed.as_slice(),
        one => std::slice::from_ref(one),
    };
    let name = |json: &Json| json.as_str().or_else(|| json.get("Name")?.as_str()).unwrap_or_default().to_owned();
    listed.iter().map(name).collect()
}

/// Members at the top of what is no template, with what it is.
const OTHERS: &[(&str, &str)] = &[
    ("UserPoolClient", "this looks like the output of `describe-user-pool-client`; `cognito-cfn check` reads it"),
    ("UserPoolClients", "this looks like the output of `list-user-pool-clients`; read each client by itself"),
    ("provider", "this looks like a `serverless.yml`; `cognito-cfn check` reads its `resources`"),
    ("resources", "write `Resources`, or check a `serverless.yml` with `cognito-cfn check`"),
    ("Type", "this looks like a single resource; read it with `CfnUserPoolClient::from_json`"),
];

/// An error about JSON that is no template.
#[inline]
fn no_template(json: &Json) -> Error {
    let Some(members) = json.as_object() else {
        let message = "a template must be an object".to_owned();
        return Error::new(ErrorKind::Read { message, help: "write an object with `Resources`".into() });
    };
    let other = OTHERS.iter().find(|(name, _)| members.contains_key(*name));
    let help = other.map_or("add `Resources`, an object with a member per resource", |(_, help)| help);
    Error::new(ErrorKind::Read { message: "the template has no `Resources`".into(), help: help.into() })
}
