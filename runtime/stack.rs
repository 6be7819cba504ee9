//! A template: resources, parameters, conditions, mappings, rules and outputs.

use crate::Json;
use crate::content::{Content, object, object_of_present, sort, unless_empty};
use crate::for_each::ForEach;
use crate::resource::Resource;
use crate::rule::Rule;
use crate::transform;
use cognito_cfn_schema::Finding;
use cognito_cfn_schema::functions::check_logical_id;
use cognito_cfn_schema::loops::LOOP;
use serde_core::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// A CloudFormation stack: what becomes one template.
///
/// ```
/// use cognito_cfn::{CfnResource, Output, Stack, json, user_pool_client};
///
/// let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
/// let client = user_pool_client! { user_pool_id: pool.reference() };
/// let id = client.reference();
///
/// let mut stack = Stack::new("identity");
/// stack.add(pool)?.add(client)?.output("ClientId", Output::new(id))?;
/// println!("{:#}", stack.to_json());
/// # Ok::<(), cognito_cfn::StackError>(())
/// ```
#[derive(Debug, Default)]
pub struct Stack {
    name: String,
    description: Option<String>,
    transforms: Vec<String>,
    parameters: Section,
    rules: Section,
    mappings: Section,
    conditions: Section,
    resources: BTreeMap<String, Box<dyn Resource>>,
    resource_loops: Section,
    outputs: Section,
}

type Section = BTreeMap<String, Json>;

impl Stack {
    /// An empty stack of that name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The name of the stack.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Says in the template what the stack is for.
    pub fn description(&mut self, description: impl Into<String>) -> &mut Self {
        self.description = Some(description.into());
        self
    }

    /// Adds a resource.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, or another resource or a parameter has it.
    pub fn add(&mut self, resource: impl Resource + 'static) -> Result<&mut Self, StackError> {
        let id = resource.logical_id().to_owned();
        self.claim("resource", &id)?;
        self.resources.insert(id, Box::new(resource));
        Ok(self)
    }

    /// Adds a parameter, for `Ref` to refer to.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, or a resource or another parameter has it.
    pub fn parameter(&mut self, id: impl Into<String>, parameter: Parameter) -> Result<&mut Self, StackError> {
        let id = id.into();
        self.claim("parameter", &id)?;
        self.parameters.insert(id, parameter.0);
        Ok(self)
    }

    /// Adds a condition: a [`Condition`](crate::Condition), or JSON of one.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another condition has it.
    pub fn condition(&mut self, name: impl Into<String>, condition: impl Into<Json>) -> Result<&mut Self, StackError> {
        insert(&mut self.conditions, "condition", name.into(), condition.into())?;
        Ok(self)
    }

    /// Adds a rule: what must hold of the parameters.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another rule has it.
    pub fn rule(&mut self, name: impl Into<String>, rule: Rule) -> Result<&mut Self, StackError> {
        insert(&mut self.rules, "rule", name.into(), rule.into())?;
        Ok(self)
    }

    /// Has CloudFormation run a macro over the template, after those that were added before. Each runs once.
    pub fn transform(&mut self, name: impl Into<String>) -> &mut Self {
        let name = name.into();
        if !self.transforms.contains(&name) {
            self.transforms.push(name);
        }
        self
    }

    /// The transform that functions of the template need, such as `Fn::Length`, and that it does not have.
    pub fn missing_transform(&self) -> Option<&'static str> {
        transform::missing(&self.to_json(), &self.transforms)
    }

    /// Adds a loop over resources.
    ///
    /// # Errors
    ///
    /// If a resource, a parameter or another loop has its name.
    pub fn for_each(&mut self, each: ForEach) -> Result<&mut Self, StackError> {
        self.claim("loop", each.name())?;
        self.resource_loops.extend([each.into_member()]);
        Ok(self)
    }

    /// Adds a loop over conditions.
    ///
    /// # Errors
    ///
    /// If a resource, a parameter or another loop has its name.
    pub fn for_each_condition(&mut self, each: ForEach) -> Result<&mut Self, StackError> {
        self.claim("loop", each.name())?;
        self.conditions.extend([each.into_member()]);
        Ok(self)
    }

    /// Adds a loop over outputs.
    ///
    /// # Errors
    ///
    /// If a resource, a parameter or another loop has its name.
    pub fn for_each_output(&mut self, each: ForEach) -> Result<&mut Self, StackError> {
        self.claim("loop", each.name())?;
        self.outputs.extend([each.into_member()]);
        Ok(self)
    }

    /// Adds a mapping: JSON of two levels, for `FindInMap` to look into.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another mapping has it.
    pub fn mapping(&mut self, name: impl Into<String>, mapping: Json) -> Result<&mut Self, StackError> {
        insert(&mut self.mappings, "mapping", name.into(), mapping)?;
        Ok(self)
    }

    /// Adds an output.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, or another output has it.
    pub fn output(&mut self, id: impl Into<String>, output: Output) -> Result<&mut Self, StackError> {
        insert(&mut self.outputs, "output", id.into(), output.0)?;
        Ok(self)
    }

    /// What is wrong with the resources, each finding with the logical id of the resource it is about.
    pub fn validate(&self) -> Vec<(&str, Finding)> {
        let resources = self.resources.iter();
        resources
            .flat_map(|(id, resource)| resource.validate().into_iter().map(|finding| (id.as_str(), finding)))
            .collect()
    }

    /// The template. Keys are in alphabetical order, so the same stack gives the same bytes each time.
    pub fn to_json(&self) -> Json {
        let section = |entries: &Section| {
            unless_empty(object(entries.iter().map(|(id, entry)| (id.as_str(), sort(entry))).collect()))
        };
        let resources = self.resources.iter().map(|(id, resource)| (id.as_str(), resource.to_json()));
        let loops = self.resource_loops.iter().map(|(key, each)| (key.as_str(), each.clone()));
        object_of_present(vec![
            ("Description", self.description.as_ref().map(Content::json)),
            ("Transform", transform::section(&self.transforms)),
            ("Parameters", section(&self.parameters)),
            ("Rules", section(&self.rules)),
            ("Mappings", section(&self.mappings)),
            ("Conditions", section(&self.conditions)),
            ("Resources", Some(object(resources.chain(loops).collect()))),
            ("Outputs", section(&self.outputs)),
        ])
    }

    /// The template as YAML, with the short forms of the functions.
    #[cfg(feature = "yaml")]
    pub fn to_yaml(&self) -> String {
        crate::yaml::write(&self.to_json())
    }

    /// Takes an id that resources, parameters and loops share the names of.
    fn claim(&self, what: &'static str, id: &str) -> Result<(), StackError> {
        check_id(what, id)?;
        if self.resources.contains_key(id) || self.parameters.contains_key(id) || self.has_loop(id) {
            return Err(StackError::DuplicateId { what, id: id.to_owned() });
        }
        Ok(())
    }

    fn has_loop(&self, name: &str) -> bool {
        let key = format!("{LOOP}{name}");
        [&self.resource_loops, &self.conditions, &self.outputs].iter().any(|section| section.contains_key(&key))
    }
}

fn insert(section: &mut Section, what: &'static str, id: String, entry: Json) -> Result<(), StackError> {
    check_id(what, &id)?;
    if section.contains_key(&id) {
        return Err(StackError::DuplicateId { what, id });
    }
    section.insert(id, entry);
    Ok(())
}

fn check_id(what: &'static str, id: &str) -> Result<(), StackError> {
    check_logical_id(id).map_err(|fault| StackError::IllegalId { what, id: id.to_owned(), help: fault.help })
}

impl Serialize for Stack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

/// A parameter of a template.
///
/// ```
/// use cognito_cfn::{Parameter, json};
///
/// let stage = Parameter::string().default("dev").allowed_values(["dev", "prod"]).description("which of the two");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter(Json);

impl Parameter {
    /// A parameter of a type such as `Number`, `CommaDelimitedList` or `AWS::SSM::Parameter::Value<String>`.
    pub fn of_type(of: impl Into<String>) -> Self {
        Self(object(vec![("Type", Json::from(of.into()))]))
    }

    /// A parameter of type `String`.
    pub fn string() -> Self {
        Self::of_type("String")
    }

    /// A parameter of type `Number`.
    pub fn number() -> Self {
        Self::of_type("Number")
    }

    /// What counts where no value is given.
    pub fn default(self, value: impl Into<Json>) -> Self {
        self.with("Default", value.into())
    }

    /// What the parameter is for.
    pub fn description(self, text: impl Into<String>) -> Self {
        self.with("Description", Json::from(text.into()))
    }

    /// The values that can be given.
    pub fn allowed_values<V: Into<Json>>(self, values: impl IntoIterator<Item = V>) -> Self {
        self.with("AllowedValues", values.into_iter().map(Into::into).collect())
    }

    /// Keeps the value out of what CloudFormation shows.
    pub fn no_echo(self) -> Self {
        self.with("NoEcho", Json::Bool(true))
    }

    /// Any other member, as CloudFormation spells it.
    pub fn with(self, name: &str, value: Json) -> Self {
        Self(with(self.0, name, value))
    }
}

/// An output of a template.
///
/// ```
/// use cognito_cfn::{Intrinsic, Output};
///
/// let id = Output::new(Intrinsic::reference("UserPoolClient")).export("identity-client-id");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Output(Json);

impl Output {
    /// An output of that value.
    pub fn new(value: impl Into<Json>) -> Self {
        Self(object(vec![("Value", value.into())]))
    }

    /// What the output is.
    pub fn description(self, text: impl Into<String>) -> Self {
        Self(with(self.0, "Description", Json::from(text.into())))
    }

    /// The name under which other stacks can import the value.
    pub fn export(self, name: impl Into<Json>) -> Self {
        Self(with(self.0, "Export", object(vec![("Name", name.into())])))
    }

    /// The condition without which there is no such output.
    pub fn condition(self, name: impl Into<String>) -> Self {
        Self(with(self.0, "Condition", Json::from(name.into())))
    }
}

fn with(mut json: Json, name: &str, value: Json) -> Json {
    if let Json::Object(members) = &mut json {
        members.insert(name.to_owned(), value);
    }
    json
}

/// What a stack does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StackError {
    /// Something of the stack has that id already.
    DuplicateId {
        /// What was to be added.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// CloudFormation takes no such id.
    IllegalId {
        /// What was to be added.
        what: &'static str,
        /// Its id.
        id: String,
        /// What an id is.
        help: String,
    },
}

impl fmt::Display for StackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId { what, id } => {
                write!(f, "the id `{id}` of this {what} is taken\nhelp: give one of the two another id")
            }
            Self::IllegalId { what, id, help } => write!(f, "`{id}` cannot be the id of a {what}\nhelp: {help}"),
        }
    }
}

impl std::error::Error for StackError {}
