//! Loops: a fragment of a template, repeated for each item of a list.

use crate::depth;
use crate::error::{Error, ErrorKind};
use crate::json::{Json, object, sort};
use crate::value::{Content, IntoList, List};
use cognito_cfn_schema::loops::{LOOP, check_loop_key, check_loop_name};

/// `Fn::ForEach`: a fragment that is repeated for each item of a list.
///
/// Requires the transform `AWS::LanguageExtensions`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html>
///
/// ```
/// use cognito_cfn::{ForEach, Stack, json};
///
/// let topics = ForEach::new(
///     "Topics",
///     "Name",
///     ["Orders", "Refunds"],
///     json!({ "${Name}Topic": { "Type": "AWS::SNS::Topic", "Properties": { "DisplayName": { "Ref": "Name" } } } }),
/// )?;
/// let mut stack = Stack::new("messages");
/// stack.transform("AWS::LanguageExtensions").for_each(topics)?;
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ForEach {
    name: String,
    arguments: Json,
}

impl ForEach {
    /// A loop of that name, which must be unique among loops and resources of the template. In the fragment, each
    /// `${identifier}` and each `Ref` of the identifier is replaced by an item of the collection.
    ///
    /// # Errors
    ///
    /// If a name is invalid, or the fragment has no keys or a key without the identifier, or is nested more than 200
    /// levels deep.
    pub fn new(
        name: impl Into<String>,
        identifier: impl Into<String>,
        collection: impl IntoList<String>,
        fragment: Json,
    ) -> Result<Self, Error> {
        let (name, identifier) = (name.into(), identifier.into());
        let fragment = depth::check(fragment).map_err(Error::new)?;
        check_loop_name("a loop", &name)?;
        check_loop_name("an identifier", &identifier)?;
        let Json::Object(members) = &fragment else { return Err(no_keys(&identifier)) };
        if members.is_empty() {
            return Err(no_keys(&identifier));
        }
        members.keys().try_for_each(|key| check_loop_key(key, &identifier))?;
        let collection = collection.into_list().unwrap_or_else(|| List::Literal(Vec::new())).json();
        Ok(Self { name, arguments: Json::Array(vec![Json::from(identifier), collection, sort(&fragment)]) })
    }

    /// The name of the loop.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key of the loop in a template, and its arguments: for a loop in properties, or in another loop.
    pub fn into_member(self) -> (String, Json) {
        (format!("{LOOP}{}", self.name), self.arguments)
    }
}

impl From<ForEach> for Json {
    fn from(each: ForEach) -> Self {
        let (key, arguments) = each.into_member();
        object(vec![(&key, arguments)])
    }
}

fn no_keys(identifier: &str) -> Error {
    Error::new(ErrorKind::Invalid {
        message: "the fragment of a loop must be an object with members".into(),
        help: format!("write `{{ \"${{{identifier}}}\": … }}`"),
    })
}
