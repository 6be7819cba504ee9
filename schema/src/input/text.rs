//! Strings that are partly known before deployment: results of `Sub` and `Join`, and strings with dynamic references.

use super::AbstractValue;
use crate::Kind;

/// The mark of an unknown part in [`Text::outline`]: a noncharacter, which no string of a template has.
pub const GAP: char = '\u{FDD0}';

/// The start of a dynamic reference: `{{resolve:ssm:/name}}`.
pub const DYNAMIC_REFERENCE: &str = "{{resolve:";

/// Whether a dynamic reference begins in the text. Most have no brace, and a byte is quicker to look for.
pub fn has_dynamic_reference(text: &str) -> bool {
    text.as_bytes().contains(&b'{') && text.contains(DYNAMIC_REFERENCE)
}

/// A part of a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is a literal.
    Known(String),
    /// The result of `Ref`, or of `GetAtt` with an attribute.
    Reference {
        /// The resource or the parameter.
        logical_id: String,
        /// The attribute.
        attribute: Option<String>,
    },
    /// The result of another function.
    Unknown,
}

/// A string, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    parts: Vec<Part>,
}

impl Text {
    /// A literal string.
    pub fn literal(text: impl Into<String>) -> Self {
        let mut whole = Self::default();
        whole.push(Part::Known(text.into()));
        whole
    }

    /// The unknown result of a function.
    pub fn unknown() -> Self {
        Self { parts: vec![Part::Unknown] }
    }

    /// The result of `Ref`; a name with a dot is an attribute.
    pub fn reference(target: &str) -> Self {
        let (logical_id, attribute) =
            target.split_once('.').map_or((target, None), |(id, attribute)| (id, Some(attribute.to_owned())));
        Self { parts: vec![Part::Reference { logical_id: logical_id.to_owned(), attribute }] }
    }

    /// The result of `GetAtt`.
    pub fn attribute(logical_id: &str, attribute: &str) -> Self {
        let (logical_id, attribute) = (logical_id.to_owned(), Some(attribute.to_owned()));
        Self { parts: vec![Part::Reference { logical_id, attribute }] }
    }

    /// The result of `Sub`, with the values of its variables.
    pub fn of_template(template: &str, variable: &mut dyn FnMut(&str) -> Option<Self>) -> Self {
        let mut whole = Self::default();
        let mut rest = template;
        while let Some((before, opened)) = rest.split_once("${") {
            whole.push(Part::Known(before.to_owned()));
            let Some((name, after)) = opened.split_once('}') else {
                // CloudFormation refuses it: nothing is known of the rest.
                whole.push(Part::Unknown);
                return whole;
            };
            match name.strip_prefix('!') {
                Some(name) => whole.push(Part::Known(format!("${{{name}}}"))),
                None => whole.append(variable(name.trim()).unwrap_or_else(|| Self::reference(name.trim()))),
            }
            rest = after;
        }
        whole.push(Part::Known(rest.to_owned()));
        whole
    }

    /// The result of `Join` with those items.
    pub fn join(delimiter: &str, items: impl IntoIterator<Item = Self>) -> Self {
        let mut whole = Self::default();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                whole.push(Part::Known(delimiter.to_owned()));
            }
            whole.append(item);
        }
        whole
    }

    fn append(&mut self, other: Self) {
        other.parts.into_iter().for_each(|part| self.push(part));
    }

    fn push(&mut self, part: Part) {
        match (self.parts.last_mut(), part) {
            (_, Part::Known(text)) if text.is_empty() => {}
            (Some(Part::Known(before)), Part::Known(text)) => before.push_str(&text),
            (_, part) => self.parts.push(part),
        }
    }

    /// The parts, of which no two in a row are known.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The literal parts.
    pub fn known_parts(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Known(text) => Some(text.as_str()),
            Part::Reference { .. } | Part::Unknown => None,
        })
    }

    /// The text if it is one reference and nothing else: the logical id and the attribute.
    pub fn as_reference(&self) -> Option<(&str, Option<&str>)> {
        match self.parts.as_slice() {
            [Part::Reference { logical_id, attribute }] => Some((logical_id, attribute.as_deref())),
            _ => None,
        }
    }

    /// The whole text, with a [`GAP`] for each part that is not known.
    pub fn outline(&self) -> String {
        let mut outline = String::new();
        for part in &self.parts {
            match part {
                Part::Known(text) => outline.push_str(text),
                Part::Reference { .. } | Part::Unknown => outline.push(GAP),
            }
        }
        outline
    }

    /// Whether CloudFormation fills in a dynamic reference, or finds a wrong one.
    pub fn has_dynamic_reference(&self) -> bool {
        self.known_parts().any(has_dynamic_reference)
    }

    /// The value of a property of that kind which is this text. What dynamic references come to is not known.
    pub fn into_value(self, kind: Kind) -> AbstractValue<'static> {
        let resolved = self.without_dynamic_references();
        match (resolved.parts.as_slice(), kind) {
            (_, Kind::Boolean | Kind::Integer | Kind::List(_) | Kind::Block(_)) | ([Part::Unknown], _) => {
                AbstractValue::Unknown
            }
            ([], _) => AbstractValue::String(String::new().into()),
            ([Part::Known(text)], Kind::Enum(of)) => {
                of.by_value(text).map_or_else(|| AbstractValue::String(text.clone().into()), AbstractValue::Variant)
            }
            ([Part::Known(text)], _) => AbstractValue::String(text.clone().into()),
            _ => AbstractValue::Partial(resolved),
        }
    }

    fn without_dynamic_references(self) -> Self {
        if !self.has_dynamic_reference() {
            return self;
        }
        let mut resolved = Self::default();
        let mut is_within = false;
        for part in self.parts {
            let Part::Known(text) = part else {
                if !is_within {
                    resolved.push(part);
                }
                continue;
            };
            let mut rest = text.as_str();
            loop {
                if is_within {
                    let Some((_, after)) = rest.split_once("}}") else { break };
                    is_within = false;
                    rest = after;
                }
                let Some((before, within)) = rest.split_once(DYNAMIC_REFERENCE) else {
                    resolved.push(Part::Known(rest.to_owned()));
                    break;
                };
                resolved.push(Part::Known(before.to_owned()));
                resolved.push(Part::Unknown);
                is_within = true;
                rest = within;
            }
        }
        resolved
    }

    /// Whether it can be the same text as the other at deployment. Only literal parts can differ.
    pub fn can_equal(&self, other: &Self) -> bool {
        let is_known = |text: &Self| matches!(text.parts.as_slice(), [] | [Part::Known(_)]);
        match (is_known(self), is_known(other)) {
            (true, true) => self == other,
            (true, false) => other.matches(&self.outline()),
            (false, true) => self.matches(&other.outline()),
            (false, false) => {
                let ends = |text: &Self| {
                    let outline = text.outline();
                    let begin = outline.split(GAP).next().unwrap_or_default().to_owned();
                    let end = outline.rsplit(GAP).next().unwrap_or_default().to_owned();
                    (begin, end)
                };
                let ((begin, end), (other_begin, other_end)) = (ends(self), ends(other));
                (begin.starts_with(&other_begin) || other_begin.starts_with(&begin))
                    && (end.ends_with(&other_end) || other_end.ends_with(&end))
            }
        }
    }

    /// Whether the text is this one with something in each gap.
    fn matches(&self, text: &str) -> bool {
        let outline = self.outline();
        let mut pieces = outline.split(GAP);
        let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else { return false };
        let Some(last) = pieces.next_back() else { return rest.is_empty() };
        for piece in pieces {
            let Some((_, after)) = rest.split_once(piece) else { return false };
            rest = after;
        }
        rest.ends_with(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StringFormat;

    fn sub(template: &str) -> Text {
        Text::of_template(template, &mut |_| None)
    }

    fn shown(text: Text) -> String {
        text.outline().replace(GAP, "?")
    }

    #[test]
    fn what_is_written_out_is_known_wherever_it_is() {
        assert_eq!(shown(sub("http://a.example:${Port}/cb")), "http://a.example:?/cb");
        assert_eq!(shown(sub("a${!B}c")), "a${B}c");
        assert_eq!(shown(sub("a${B")), "a?");
        let variable = |name: &str| (name == "B").then(|| Text::literal("b"));
        assert_eq!(shown(Text::of_template("a${B}${C}", &mut { variable })), "ab?");
        let items = [Text::literal("a"), Text::reference("B"), Text::literal("c")];
        assert_eq!(shown(Text::join("/", items)), "a/?/c");
        assert_eq!(Text::join("/", [Text::literal("a"), Text::literal("b")]), Text::literal("a/b"));
        assert_eq!(sub("${A.Arn}").as_reference(), Some(("A", Some("Arn"))));
        assert_eq!(sub("${A}").as_reference(), Some(("A", None)));
        assert_eq!(sub("${A}b").as_reference(), None);
    }

    #[test]
    fn a_dynamic_reference_is_a_gap() {
        let resolved = |text: Text| match text.into_value(Kind::String(StringFormat::Any)) {
            AbstractValue::Partial(text) => shown(text),
            AbstractValue::String(text) => text.into_owned(),
            _ => "?".to_owned(),
        };
        assert_eq!(resolved(Text::literal("a{{resolve:ssm:/b}}c{{resolve:ssm:/d}}")), "a?c?");
        assert_eq!(resolved(Text::literal("{{resolve:ssm:/b}}")), "?");
        assert_eq!(resolved(Text::literal("a{{resolve:ssm:/b")), "a?");
        assert_eq!(resolved(sub("{{resolve:ssm:/${A}/b}}c")), "?c");
        assert_eq!(resolved(Text::literal("a}}b")), "a}}b");
        assert_eq!(resolved(Text::literal("")), "");
    }

    #[test]
    fn texts_can_be_equal_unless_what_is_written_out_differs() {
        for (one, other, can) in [
            ("a", "a", true),
            ("a", "b", false),
            ("https://${A}/cb", "https://a.example/cb", true),
            ("https://${A}/cb", "https://a.example/out", false),
            ("https://${A}/cb", "http://a.example/cb", false),
            ("https://${A}/x/${B}", "https://a/x/b", true),
            ("https://${A}/x/${B}", "https://a/y/b", false),
            ("ab${A}bc", "abc", false),
            ("${A}", "anything", true),
            ("https://${A}/cb", "https://${B}/cb", true),
            ("https://${A}/cb", "https://${B}/out", false),
            ("https://a.${A}/cb", "https://b.${B}/cb", false),
            ("https://${A}/a/cb", "${B}/cb", true),
        ] {
            let (one, other) = (sub(one), sub(other));
            assert_eq!(one.can_equal(&other), can, "{one:?} {other:?}");
            assert_eq!(other.can_equal(&one), can, "{other:?} {one:?}");
        }
    }
}
