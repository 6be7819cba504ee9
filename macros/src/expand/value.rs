//! Values as expressions of Rust: the arguments of functions, and what is no literal.

use super::expression::{called, converted, expression};
use super::ident;
use crate::pipeline::host::Host;
use crate::pipeline::model::{JsonValue, Member, TypedValue, ValueKind};
use crate::pipeline::parse::Expression;
use cognito_cfn_schema::intrinsics::{Function, Parameter, STACK_LOCATION};
use cognito_cfn_schema::{Kind, StringFormat, Variant};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

/// Makes expressions, with the path of the runtime's private module before every name.
pub(super) struct Values<'r> {
    pub(super) rt: &'r TokenStream,
    pub(super) host: Host,
}

impl Values<'_> {
    /// A `Value<_>`.
    pub(super) fn value(&self, value: &TypedValue) -> TokenStream {
        let rt = self.rt;
        match &value.value {
            ValueKind::Boolean(truth) => quote!(#rt::Value::Literal(#truth)),
            ValueKind::Integer(integer) => {
                let number = number(*integer);
                quote!(#rt::Value::Literal(#number))
            }
            ValueKind::String(text) | ValueKind::Dynamic(text) if matches!(value.kind, Kind::String(_)) => {
                quote!(#rt::literal_text(#text))
            }
            ValueKind::String(text) => quote!(#rt::literal_name(#text)),
            ValueKind::Dynamic(text) => quote!(#rt::dynamic(#text)),
            ValueKind::Variant(variant) => {
                let variant = self.variant(variant.name, value.kind);
                quote!(#rt::Value::Literal(#variant))
            }
            ValueKind::List(items) => self.list(items),
            ValueKind::Block(members) => self.block(members, value.kind),
            ValueKind::Json(json) => {
                let json = self.json(json);
                quote!(#rt::Value::Intrinsic(#rt::Intrinsic::Raw(#json)))
            }
            ValueKind::Call(function, arguments) => self.call(function, arguments),
            ValueKind::Rust(written) => {
                let converted = converted(rt, written, value.kind, self.host);
                quote!(#rt::present(#converted))
            }
            ValueKind::Branches(branches) if value.is_valid() => {
                let branches = self.branches(branches, value.kind);
                quote!(#rt::present(#branches))
            }
            // A number with a unit is a token validity, see `validity`.
            ValueKind::Measured(..)
            | ValueKind::Branches(_)
            | ValueKind::Variables(_)
            | ValueKind::Spread(_)
            | ValueKind::Absent
            | ValueKind::Invalid => {
                quote!(#rt::no_value())
            }
        }
    }

    /// An `Option<Value<_>>`: an expression may be `None`.
    pub(super) fn optional_value(&self, value: &TypedValue) -> TokenStream {
        let rt = self.rt;
        if let ValueKind::Rust(written) = &value.value {
            return converted(rt, written, value.kind, self.host);
        }
        if let ValueKind::Branches(branches) = &value.value
            && value.is_valid()
        {
            return self.branches(branches, value.kind);
        }
        let value = self.value(value);
        quote!(#rt::Some(#value))
    }

    /// A `String`, where CloudFormation accepts no function.
    pub(super) fn plain(&self, value: &TypedValue) -> TokenStream {
        let rt = self.rt;
        match (&value.value, value.kind) {
            (ValueKind::Rust(written), Kind::String(StringFormat::Condition)) => {
                called(rt, quote!(ConditionName::convert), written, self.host)
            }
            (ValueKind::Branches(branches), Kind::String(StringFormat::Condition)) => {
                called(rt, quote!(ConditionName::convert), &branches.rust, self.host)
            }
            // A resource has one.
            (ValueKind::Rust(written), Kind::String(StringFormat::LogicalId | StringFormat::Reference)) => {
                called(rt, quote!(IntoLogicalId::into_logical_id), written, self.host)
            }
            (ValueKind::Branches(branches), Kind::String(StringFormat::LogicalId | StringFormat::Reference)) => {
                called(rt, quote!(IntoLogicalId::into_logical_id), &branches.rust, self.host)
            }
            _ => self.plain_text(value),
        }
    }

    /// A `String` of strings alone.
    pub(super) fn plain_text(&self, value: &TypedValue) -> TokenStream {
        let rt = self.rt;
        match &value.value {
            ValueKind::String(text) | ValueKind::Dynamic(text) => quote!(#rt::plain_text(#text)),
            ValueKind::Rust(written) => called(rt, quote!(IntoPlainText::into_plain_text), written, self.host),
            ValueKind::Branches(branches) => {
                called(rt, quote!(IntoPlainText::into_plain_text), &branches.rust, self.host)
            }
            _ => quote!(#rt::String::new()),
        }
    }

    /// An `Option<String>`, where CloudFormation accepts no function and the attribute may be absent.
    pub(super) fn optional_text(&self, written: &Expression, kind: Kind) -> TokenStream {
        let convert = match kind {
            Kind::String(StringFormat::Condition) => quote!(ConditionAttribute::convert),
            _ => quote!(PlainTextAttribute::into_optional_text),
        };
        called(self.rt, convert, written, self.host)
    }

    /// A variant.
    pub(super) fn variant(&self, name: &str, kind: Kind) -> TokenStream {
        let rt = self.rt;
        let Kind::Enum(of) = kind else { return quote!(#rt::no_value()) };
        let (enumeration, variant) = (ident(of.name), ident(name));
        quote!(#rt::#enumeration::#variant)
    }

    /// An `Option<TokenValidity>`.
    pub(super) fn validity(&self, value: &TypedValue) -> TokenStream {
        let rt = self.rt;
        match &value.value {
            ValueKind::Rust(written) => called(rt, quote!(TokenValidityProperty::convert), written, self.host),
            ValueKind::Measured(number, unit) => {
                let measured = self.measured(number, unit);
                quote!(#rt::Some(#measured))
            }
            ValueKind::Branches(branches) if value.is_valid() => self.validity_branches(branches),
            ValueKind::Call(Function { name: "If", .. }, arguments) => match arguments.as_slice() {
                [condition, then, otherwise] => {
                    let condition = self.plain(condition);
                    let (then, otherwise) = (self.validity(then), self.validity(otherwise));
                    quote!(#rt::Some(#rt::choose_validity(#condition, #then, #otherwise)))
                }
                _ => quote!(#rt::None),
            },
            ValueKind::Absent | ValueKind::Invalid => quote!(#rt::None),
            _ => {
                let number = self.value(value);
                quote!(#rt::Some(#rt::validity(#number)))
            }
        }
    }

    /// A `TokenValidity`.
    pub(super) fn measured(&self, number: &TypedValue, unit: &Variant) -> TokenStream {
        let rt = self.rt;
        let unit = ident(unit.name);
        let number = match &number.value {
            ValueKind::Integer(integer) => {
                let minus = (*integer < 0).then(|| quote!(-));
                let digits = Literal::i64_suffixed(integer.saturating_abs());
                quote!(#minus #digits)
            }
            ValueKind::Rust(written) => converted(rt, written, Kind::Integer, self.host),
            ValueKind::Branches(_) => self.optional_value(number),
            ValueKind::Absent => quote!(#rt::None::<i64>),
            _ => self.value(number),
        };
        quote!(#rt::units::#unit(#number))
    }

    /// A `Vec<Value<_>>` of what is spread into a list of such items.
    pub(super) fn spread(&self, list: &TypedValue, item: Kind) -> TokenStream {
        let rt = self.rt;
        let of = self.literal_type(item);
        match &list.value {
            ValueKind::Rust(written) => called(rt, quote!(Spread::<#of>::spread), written, self.host),
            ValueKind::Branches(branches) if list.is_valid() => self.spread_branches(branches, list.kind, &of),
            _ => {
                let list = self.optional_value(list);
                quote!(#rt::Spread::<#of>::spread(#list))
            }
        }
    }

    /// A `Vec<String>` of logical ids.
    pub(super) fn logical_ids(&self, list: &TypedValue) -> TokenStream {
        let rt = self.rt;
        match &list.value {
            ValueKind::Rust(written) => converted(rt, written, list.kind, self.host),
            ValueKind::Branches(branches) if list.is_valid() => self.logical_id_branches(branches, list.kind),
            ValueKind::List(items) if list.is_valid() => {
                let items = items.iter().filter(|item| item.is_present()).map(|item| match &item.value {
                    ValueKind::Spread(list) => self.logical_ids(list),
                    _ => {
                        let id = self.plain(item);
                        quote!(#rt::single(#id))
                    }
                });
                quote!(#rt::concatenated(&[#(#items),*]))
            }
            _ => quote!(#rt::Vec::new()),
        }
    }

    fn list(&self, items: &[TypedValue]) -> TokenStream {
        let rt = self.rt;
        let items = || items.iter().filter(|item| item.is_present());
        if items().any(|item| matches!(item.value, ValueKind::Spread(_))) {
            let parts = items().map(|item| match &item.value {
                ValueKind::Spread(list) => self.spread(list, item.kind),
                _ => {
                    let item = self.optional_value(item);
                    quote!(#rt::one(#item))
                }
            });
            return quote!(#rt::joined(#rt::Box::new([#(#parts),*])));
        }
        let items = items().map(|item| self.optional_value(item));
        quote!(#rt::list(#rt::Box::new([#(#items),*])))
    }

    fn block(&self, members: &[Member], kind: Kind) -> TokenStream {
        let rt = self.rt;
        let Kind::Block(of) = kind else { return quote!(#rt::no_value()) };
        let block = ident(of.name);
        let members: Vec<&Member> = members.iter().filter(|member| member.value.is_present()).collect();
        // Where every member is given, there is nothing left to fill in.
        let rest = (members.len() < of.members.len()).then(|| quote!(..#rt::Default::default()));
        let members = members.into_iter().map(|member| {
            let name = ident(member.property.name);
            let value = self.optional_value(&member.value);
            quote!(#name: #value,)
        });
        quote!(#rt::Value::Literal(#rt::#block { #(#members)* #rest }))
    }

    fn call(&self, function: &Function, arguments: &[TypedValue]) -> TokenStream {
        let rt = self.rt;
        // An invalid argument leaves nothing of the function.
        if !arguments.iter().all(TypedValue::is_valid) {
            return quote!(#rt::no_value());
        }
        match (function.name, arguments) {
            ("If", [condition, then, otherwise]) => {
                let (condition, then, otherwise) = (self.plain(condition), self.value(then), self.value(otherwise));
                quote!(#rt::choose(#condition, #then, #otherwise))
            }
            ("NoValue", _) => quote!(#rt::no_value()),
            (name, _) => {
                let (name, arguments) = (ident(name), self.arguments(function, arguments));
                quote!(#rt::Value::Intrinsic(#rt::functions::#name(#arguments)))
            }
        }
    }

    pub(super) fn arguments(&self, function: &Function, arguments: &[TypedValue]) -> TokenStream {
        let arguments = function.parameters.iter().enumerate().map(|(at, argument)| {
            let value = arguments.get(at);
            if argument.is_optional {
                self.optional(*argument, value)
            } else {
                value.map(|value| self.argument(value)).unwrap_or_default()
            }
        });
        quote!(#(#arguments),*)
    }

    /// An argument that may be left out: variables are none then, and anything else is `None`.
    fn optional(&self, argument: Parameter, value: Option<&TypedValue>) -> TokenStream {
        let rt = self.rt;
        match (argument.kind, value) {
            (Kind::Variables([]), None) => quote!(#rt::Vec::new()),
            (Kind::Variables([]), Some(value)) => self.argument(value),
            (Kind::Variables(_), value) => {
                let named = match value.map(|value| &value.value) {
                    Some(ValueKind::Variables(named)) => named.as_slice(),
                    _ => &[],
                };
                let members =
                    STACK_LOCATION.iter().map(|name| match named.iter().find(|(written, _)| written == name) {
                        Some((_, value)) => {
                            let value = self.value(value);
                            quote!(#rt::Some(#value))
                        }
                        None => quote!(#rt::None),
                    });
                quote!(#(#members),*)
            }
            (Kind::Result, Some(value)) => {
                let (of, value) = (self.literal_type(value.kind), self.value(value));
                quote!(#rt::Some(#rt::default_value::<#of>(#value)))
            }
            (_, Some(value)) => {
                let value = self.argument(value);
                quote!(#rt::Some(#value))
            }
            (_, None) => quote!(#rt::None),
        }
    }

    /// The type of a literal of that kind.
    fn literal_type(&self, kind: Kind) -> TokenStream {
        let rt = self.rt;
        let named = |name: &str| {
            let name = ident(name);
            quote!(#rt::#name)
        };
        let list = |of: TokenStream| quote!(#rt::Vec<#rt::Value<#of>>);
        match kind {
            Kind::Boolean => quote!(bool),
            Kind::Integer => quote!(i64),
            Kind::Enum(of) => named(of.name),
            Kind::List(Kind::Enum(of)) => list(named(of.name)),
            Kind::Block(of) => named(of.name),
            Kind::List(Kind::String(StringFormat::Any)) => list(named("String")),
            _ => named("String"),
        }
    }

    /// An argument: a `String` where CloudFormation accepts no function, a `Value<_>` where it does.
    fn argument(&self, argument: &TypedValue) -> TokenStream {
        let rt = self.rt;
        match (&argument.value, argument.kind) {
            (ValueKind::Variables(variables), _) => {
                let names = variables.iter().map(|(name, _)| name);
                let values = variables.iter().map(|(_, value)| self.value(value));
                quote!(#rt::variables(#rt::Box::new([#((#names, #values)),*])))
            }
            (ValueKind::Json(json), _) => self.json(json),
            (_, kind @ Kind::String(_)) if !kind.accepts_functions() => self.plain(argument),
            _ => self.value(argument),
        }
    }

    /// A `serde_json::Value`.
    pub(super) fn json(&self, json: &JsonValue) -> TokenStream {
        let rt = self.rt;
        match json {
            JsonValue::Null => quote!(#rt::Json::Null),
            JsonValue::Boolean(truth) => quote!(#rt::Json::Bool(#truth)),
            // With the type written out: a program may forbid to leave it to rustc.
            JsonValue::Integer(false, number) => {
                let number = Literal::u64_suffixed(*number);
                quote!(#rt::json(#number))
            }
            JsonValue::Integer(true, number) => {
                let number = i64::try_from(*number).map(Literal::i64_suffixed);
                // The magnitude of the smallest number is not one itself.
                let number = number.map_or(quote!(::core::primitive::i64::MIN), |number| quote!(-#number));
                quote!(#rt::json(#number))
            }
            JsonValue::Float(number) => {
                let minus = number.is_sign_negative().then(|| quote!(-));
                let number = Literal::f64_suffixed(number.abs());
                quote!(#rt::json(#minus #number))
            }
            JsonValue::String(text) => quote!(#rt::json(#text)),
            JsonValue::Array(items) => {
                let items = items.iter().map(|item| self.json(item));
                quote!(#rt::json_array(#rt::Box::new([#(#items),*])))
            }
            JsonValue::Object(members) => {
                let keys = members.iter().map(|(key, _)| key);
                let values = members.iter().map(|(_, value)| self.json(value));
                quote!(#rt::json_object(#rt::Box::new([#((#keys, #values)),*])))
            }
            JsonValue::Function(value) => {
                let value = self.value(value);
                quote!(#rt::json_value(#value))
            }
            JsonValue::Rust(written) => {
                let expression = expression(rt, written, self.host);
                quote!(#rt::json(#expression))
            }
        }
    }
}

/// The CloudFormation text of a literal item.
pub(super) fn literal_text(item: &TypedValue) -> Option<&str> {
    match &item.value {
        ValueKind::String(text) => Some(text),
        ValueKind::Dynamic(text) if matches!(item.kind, Kind::String(_)) => Some(text),
        ValueKind::Variant(variant) => Some(variant.value),
        _ => None,
    }
}

/// A number as a token; where it is negative the minus is one of its own.
pub(super) fn number(number: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(number.unsigned_abs());
    if number < 0 { quote!(-#digits) } else { digits.into_token_stream() }
}
