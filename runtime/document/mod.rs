//! The text of a template, read: its JSON, and where in the text every part of it is.

mod fault;
mod json;
mod lines;
mod places;
#[cfg(feature = "yaml")]
mod yaml;

use crate::error::Error;
use crate::json::Json;
use crate::warning::Warning;
use cognito_cfn_schema::Span;
use fault::Fault;
use lines::Lines;
use places::Places;

/// A JSON or YAML text that was read, with the place of every value in it.
///
/// ```
/// use cognito_cfn::Document;
///
/// let document = Document::read(r#"{ "Resources": {} }"#)?;
/// assert!(document.json()["Resources"].is_object());
/// let span = document.span("/Resources").expect("the place of the object");
/// assert_eq!((span.line, span.column, span.end_column), (1, 16, 18));
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    json: Json,
    text: Box<str>,
    places: Places,
    lines: Lines,
    warnings: Vec<Warning>,
}

/// What a reader makes of a text.
#[derive(Debug)]
struct Content {
    json: Json,
    places: Places,
    warnings: Vec<Fault>,
}

impl Document {
    /// Reads a text: JSON if it starts with `{` or `[`, YAML otherwise (with the feature `yaml`).
    ///
    /// YAML is read as CloudFormation does: version 1.1 without timestamps, and with the short forms of functions.
    /// Aliases and merge keys are read as well, since packaging resolves them before CloudFormation sees them.
    ///
    /// # Errors
    ///
    /// If it is neither, with the place of what is wrong.
    #[inline]
    pub fn read(text: &str) -> Result<Self, Error> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let content = read(text);
        let lines = Lines::of(text);
        let mut content = content.map_err(|fault| fault.into_error(text, &lines))?;
        content.places.shrink();
        let warnings = content.warnings.into_iter().map(|fault| fault.into_warning(text, &lines)).collect();
        Ok(Self { json: content.json, text: text.into(), places: content.places, lines, warnings })
    }

    /// The value of the text.
    #[inline]
    pub fn json(&self) -> &Json {
        &self.json
    }

    /// Where the value of a JSON pointer is; of a pointer that leads nowhere, the place of the nearest value around it.
    ///
    /// A short form such as `!Ref Name` is the value of two pointers: `/…` is all of it, `/…/Ref` the name.
    #[inline]
    pub fn span(&self, pointer: &str) -> Option<Span> {
        let range = self.places.value(&self.json, &self.text, pointer)?;
        Some(self.lines.span(&self.text, &range))
    }

    /// Where the key of the member at that JSON pointer is.
    #[inline]
    pub fn key_span(&self, pointer: &str) -> Option<Span> {
        let range = self.places.key_of(&self.json, &self.text, pointer)?;
        Some(self.lines.span(&self.text, &range))
    }

    /// Values that two readers could read differently, such as `08` in YAML.
    #[inline]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

#[inline]
fn read(text: &str) -> Result<Content, Fault> {
    if u32::try_from(text.len()).is_err() {
        return Err(Fault::new(0..0, "text of more than 4 GiB", "split it"));
    }
    let start = text.trim_start_matches([' ', '\t', '\r', '\n']);
    match start.as_bytes() {
        [] => Err(Fault::new(0..0, "empty text", "write a template in JSON or YAML")),
        [b'{' | b'[', ..] => json::read(text),
        _ => read_yaml(text),
    }
}

#[cfg(feature = "yaml")]
#[inline]
fn read_yaml(text: &str) -> Result<Content, Fault> {
    yaml::read(text)
}

#[cfg(not(feature = "yaml"))]
#[inline]
fn read_yaml(text: &str) -> Result<Content, Fault> {
    let start = text.len() - text.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let message = "not JSON, and YAML is read only with the feature `yaml`";
    Err(Fault::new(start..start, message, "enable the feature `yaml` of `cognito-cfn`, or write JSON"))
}

#[cfg(all(test, not(feature = "yaml")))]
mod tests {
    use super::Document;

    #[test]
    #[inline]
    fn yaml_is_an_error_that_names_the_feature() {
        let error = Document::read("\n  a: 1").expect_err("no JSON");
        assert_eq!(error.message(), "not JSON, and YAML is read only with the feature `yaml`");
        assert_eq!(
            error.template_location().and_then(|place| place.span).map(|span| (span.line, span.column)),
            Some((2, 3))
        );
    }
}
