//! What the checks of a stack give: a template, or a report of what is wrong.

use super::Stack;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::warning::{self, Warning};
use cognito_cfn_schema::quotas;
use serde_core::{Serialize, Serializer};
use std::path::Path;

/// The template of a stack without errors, from [`Stack::synth`](super::Stack::synth).
///
/// ```
/// use cognito_cfn::{CfnResource, Stack, json, user_pool_client};
///
/// let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
/// let client = user_pool_client! {
///     user_pool_id: pool.reference(),
///     prevent_user_existence_errors: Enabled,
/// };
/// let mut stack = Stack::new("identity");
/// stack.add(pool)?.add(client)?;
///
/// let template = stack.synth()?;
/// assert!(template.warnings().is_empty());
/// println!("{:#}", template.to_json());
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    json: Json,
    warnings: Vec<Warning>,
}

impl Template {
    pub(super) fn new(json: Json, warnings: Vec<Warning>) -> Self {
        Self { json, warnings }
    }

    /// The template as JSON. Keys are in alphabetical order, so the same stack produces the same bytes each time.
    pub fn to_json(&self) -> Json {
        self.json.clone()
    }

    /// The template as YAML, with the short forms of the functions.
    #[cfg(feature = "yaml")]
    pub fn to_yaml(&self) -> String {
        super::yaml::write(&self.json)
    }

    /// Writes the template to a file: YAML if the name ends in `.yaml` or `.yml`, otherwise JSON.
    ///
    /// ```
    /// # use cognito_cfn::{Stack, user_pool_client};
    /// # let mut stack = Stack::new("identity");
    /// # stack.add(user_pool_client! { user_pool_id: "eu-west-1_a", prevent_user_existence_errors: Enabled })?;
    /// # let directory = std::env::temp_dir();
    /// stack.synth()?.write(directory.join("identity.yaml"))?;
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the file cannot be written; or, for YAML, if the feature `yaml` of this crate is disabled.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let path = path.as_ref();
        let cannot_write = |reason: String| Error::new(ErrorKind::Write { path: path.to_owned(), reason });
        let is_yaml = path
            .extension()
            .is_some_and(|extension| ["yaml", "yml"].iter().any(|yaml| extension.eq_ignore_ascii_case(yaml)));
        let text = if is_yaml { self.yaml() } else { Some(self.json_text()) };
        let text = text.ok_or_else(|| cannot_write("YAML needs the feature `yaml` of `cognito-cfn`".into()))?;
        std::fs::write(path, text).map_err(|error| cannot_write(error.to_string()))
    }

    #[cfg(feature = "yaml")]
    fn yaml(&self) -> Option<String> {
        Some(self.to_yaml())
    }

    #[cfg(not(feature = "yaml"))]
    #[expect(clippy::unused_self, reason = "with the feature it is used")]
    fn yaml(&self) -> Option<String> {
        None
    }

    fn json_text(&self) -> String {
        text_of(&self.json)
    }

    /// The warnings of the rules that no `allow` silences, and those about conditions.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Prints the [`warnings`](Self::warnings) to stderr, each with the place in the Rust source; in color on a
    /// terminal, unless the environment variable `NO_COLOR` is set.
    pub fn print_warnings(&self) {
        warning::print(&self.warnings);
    }
}

/// JSON of a template for a file: indented, unless it is then too large for CloudFormation.
pub(crate) fn text_of(template: &Json) -> String {
    let indented = format!("{template:#}\n");
    if indented.len() > quotas::TEMPLATE { template.to_string() } else { indented }
}

impl Serialize for Template {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

/// The errors and the warnings of a stack, from [`Stack::report`].
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What keeps CloudFormation from deploying the stack.
    pub errors: Vec<Error>,
    /// What can be deployed but probably does not do what was intended.
    pub warnings: Vec<Warning>,
}

impl Stack {
    /// Everything that [`check`](Self::check) and [`synth`](Self::synth) report, errors and warnings together.
    pub fn report(&self) -> Report {
        let analysis = self.analyze();
        Report { errors: analysis.errors(), warnings: analysis.warnings() }
    }
}
