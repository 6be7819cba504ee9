//! What the rules say, in the terms of a template.
//!
//! Rules speak the language of `user_pool_client!`: `callback_urls`, `AllowUserSrpAuth`, `Ref("Pool")`. Who reads a template
//! has to read `CallbackURLs`, `ALLOW_USER_SRP_AUTH`, `!Ref Pool`. Only what is between backticks is translated, by the
//! tables of the schema.

mod names;
mod notation;
mod program;
mod render;

pub use program::template;
pub use render::Syntax;

use cognito_cfn::Json;
use names::Names;
use notation::Expression;
use render::Renderer;
use std::collections::BTreeSet;

/// The terms of one template.
pub struct Terms<'t> {
    syntax: Syntax,
    /// Names that the template itself gives, which are never terms.
    own: BTreeSet<&'t str>,
}

/// What a message is about.
pub struct Subject<'s> {
    /// The code of the rule, if it is one's.
    pub code: Option<&'s str>,
    /// The path of the property in the language of the crate.
    pub path: &'s str,
    /// The value in the template.
    pub value: Option<&'s Json>,
}

impl<'t> Terms<'t> {
    /// The terms of a template with that text.
    pub fn new(template: &'t Json, text: &str) -> Self {
        let sections = template.as_object().into_iter().flatten().filter_map(|(_, section)| section.as_object());
        let own = sections.flat_map(|section| section.keys().map(String::as_str)).collect();
        Self { syntax: Syntax::of(text), own }
    }

    /// A message. What it quotes of the template stays.
    pub fn message(&self, message: &str, subject: &Subject<'_>) -> String {
        let quoted = subject.value.and_then(Json::as_str);
        self.translate(message, subject, message, quoted)
    }

    /// The help of a message.
    pub fn help(&self, help: &str, message: &str, subject: &Subject<'_>) -> String {
        // In Rust a string and an enum value are written differently, here they are not.
        let help = help.replace("` without quotes", "`");
        self.translate(&help, subject, &format!("{message}{help}"), None)
    }

    /// The path of a property: `CallbackURLs[2]`, `TokenValidityUnits.AccessToken`.
    pub fn path(path: &str) -> String {
        let (name, index) = path.split_once('[').map_or((path, None), |(name, index)| (name, Some(index)));
        let name = names::property(name).unwrap_or_else(|| name.to_owned());
        index.map_or_else(|| name.clone(), |index| format!("{name}[{index}"))
    }

    fn translate(&self, text: &str, subject: &Subject<'_>, context: &str, quoted: Option<&str>) -> String {
        let parts: Vec<&str> = text.split('`').collect();
        if parts.len().is_multiple_of(2) {
            return text.to_owned();
        }
        let names = Names::new(subject, context);
        let parts = parts.iter().enumerate().map(|(at, part)| {
            if at % 2 == 0 {
                return (*part).to_owned();
            }
            let is_own = Some(*part) == quoted || self.own.contains(part);
            let translated = if is_own { None } else { self.term(part, &names) };
            translated.unwrap_or_else(|| format!("`{part}`"))
        });
        parts.collect()
    }

    /// A term in backticks, unless it is the same in a template.
    fn term(&self, written: &str, names: &Names<'_>) -> Option<String> {
        let renderer = Renderer { syntax: self.syntax, names };
        match notation::parse(written)? {
            Expression::Word(word) => renderer.bare(&word).map(|word| format!("`{word}`")),
            Expression::Text(_) => None,
            // Somebody else's key, such as the one of a dynamic reference.
            Expression::Entry(entry) if !entry.is_quoted && !names::is_key(&entry.key) => None,
            expression => renderer.whole(&expression),
        }
    }
}

#[cfg(test)]
mod tests;
