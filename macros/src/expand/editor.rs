//! The expansion for editors: the user's tokens as they are, whole or half-typed, each where its meaning can be looked up.
//!
//! rustc never reads it as Rust, so it need not parse. An editor completes by running the macro on the text with a marker
//! at the cursor, and finds the place by comparing the text around the marker in both expansions. So this is the same
//! whether or not a name or variant is there: a prefix is there also where what follows it is still to be typed, and
//! between any two entries there is a place for a name.

use crate::pipeline::marker::without_marker;
use crate::pipeline::parse::{Entries, Entry, Expression, Item, Items, Key, Syntax, Tails, Value};
use crate::pipeline::resolve::names::{self, Container};
use cognito_cfn_schema::blocks::unit_of;
use cognito_cfn_schema::enums::{Enumeration, TimeUnit};
use cognito_cfn_schema::intrinsics::{FUNCTIONS, find};
use cognito_cfn_schema::{JsonFormat, Kind, Property};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

const JSON: Kind = Kind::Json(JsonFormat::Any);

/// Path statements for names, `let`s for values, and a value of the right type at the end.
pub(super) fn editor(runtime: &TokenStream, body: &Entries) -> TokenStream {
    let editor = Editor { rt: &quote!(#runtime::__private) };
    let rt = editor.rt;
    let entries = editor.entries(body, Container::Client);
    let functions = FUNCTIONS.iter().map(|function| super::ident(function.name));
    // Variants that are imported closer to their place win over functions: `Sub` is an attribute of a user as well.
    quote!({ use #rt::functions::{#(#functions),*}; #entries #rt::blank() })
}

struct Editor<'r> {
    rt: &'r TokenStream,
}

impl Editor<'_> {
    /// The entries of the declaration or a block: first the names, then the values.
    fn entries(&self, entries: &Entries, container: Container) -> TokenStream {
        let names = self.names(&entries.entries, container);
        let values = entries.entries.iter().filter(|entry| !entry.is_bare()).map(|entry| {
            let property = names::known(&entry.key, container);
            let kind = property.map(|property| property.kind);
            match kind {
                Some(Kind::Codes) => self.codes(&entry.value.rust),
                _ if property.is_some_and(|property| unit_of(property).is_some()) => {
                    let (rt, value) = (self.rt, self.value(&entry.value, kind));
                    let units = TimeUnit.variants.iter().map(|unit| super::ident(unit.name));
                    quote!({ use #rt::units::{#(#units),*}; #value })
                }
                _ => self.value(&entry.value, kind),
            }
        });
        let values: TokenStream = values.collect();
        let bases: TokenStream = entries.rests.iter().map(|rest| plain(&rest.base.rust)).collect();
        // A variable under the name of a property, which is used here.
        let variables = entries.entries.iter().filter(|entry| entry.is_bare()).filter_map(|entry| {
            let Key::Name(name) = &entry.key else { return None };
            names::known(&entry.key, container).map(|_| quote!({ let _ = #name; }))
        });
        quote!({ #names } #values #(#variables)* #bases)
    }

    /// A path for each name: of all names where there is a value, of those not used yet where a name is being typed.
    fn names(&self, entries: &[Entry], container: Container) -> TokenStream {
        let rt = self.rt;
        let module = super::ident(container.module());
        let used: Vec<&Property> = entries
            .iter()
            .filter(|entry| !is_half_typed(entry, container))
            .filter_map(|entry| names::known(&entry.key, container))
            .collect();
        let unused = container.properties().filter(|property| !used.iter().any(|used| std::ptr::eq(*used, *property)));
        let unused = unused.map(|property| super::ident(property.name));
        let mut statements = quote!(mod unused { pub use #rt::names::#module::{#(#unused),*}; });
        let mut is_gap_open = true;
        for entry in entries {
            let name = match &entry.key {
                Key::Name(name) => Some(name),
                Key::Literal(_) => None,
            };
            if is_half_typed(entry, container) {
                statements.extend(quote!(unused::#name;));
                is_gap_open = false;
            } else {
                if is_gap_open {
                    statements.extend(quote!(unused::;));
                }
                statements.extend(quote!(#rt::names::#module::#name;));
                is_gap_open = true;
            }
        }
        if is_gap_open {
            statements.extend(quote!(unused::;));
        }
        statements
    }

    /// A value where its kind is known: variants among the variants, blocks as blocks, everything else as it is.
    fn value(&self, value: &Value, kind: Option<Kind>) -> TokenStream {
        match (&value.syntax, kind) {
            (Syntax::Tails(tails) | Syntax::Braces { tails: Some(tails), .. }, kind)
                if !matches!(kind, None | Some(Kind::Block(_) | Kind::Json(_) | Kind::Variables(_))) =>
            {
                self.tails(tails, kind)
            }
            (Syntax::Braces { entries, .. }, Some(Kind::Block(block))) => {
                let entries = self.entries(entries, Container::Block(block));
                quote!({ #entries })
            }
            (Syntax::Braces { entries, .. }, Some(Kind::Json(_) | Kind::Variables(_))) => {
                let entries = entries.entries.iter().filter(|entry| !entry.is_bare());
                entries.map(|entry| self.value(&entry.value, Some(JSON))).collect()
            }
            (Syntax::List { is_macro, items, .. }, kind) => match (kind, kind.and_then(Kind::item)) {
                (_, None) if *is_macro => self.expression(&value.rust, kind),
                (Some(Kind::Json(_)), _) => self.items(items, |_| kind, None),
                (_, item) => self.items(items, |_| item, kind),
            },
            (Syntax::Call { name, arguments }, kind) => match find(&without_marker(&name.to_string())) {
                Some(function) => {
                    let arguments = self.items(
                        arguments,
                        |at| match function.parameters.get(at)?.kind {
                            Kind::Result => kind,
                            Kind::Variables(_) | Kind::Json(_) => Some(JSON),
                            _ => None,
                        },
                        None,
                    );
                    quote!({ let _ = #name; } #arguments)
                }
                None => self.expression(&value.rust, kind),
            },
            (Syntax::Name(name), Some(Kind::Enum(of))) => self.variant(Some(name), of),
            (Syntax::Missing, Some(Kind::Enum(of))) => self.variant(None, of),
            _ => self.expression(&value.rust, kind),
        }
    }

    /// A variant, whole, half-typed or missing: among those of its enumeration, and what Rust has in scope.
    fn variant(&self, name: Option<&Ident>, of: &Enumeration) -> TokenStream {
        let rt = self.rt;
        let enumeration = super::ident(of.name);
        let variants = of.variants.iter().map(|variant| super::ident(variant.name));
        // A variable, perhaps an `Option`, has whatever type it has.
        let is_other = name.is_some_and(|name| {
            let written = without_marker(&name.to_string());
            written.starts_with(|first: char| !first.is_uppercase()) || matches!(written.as_str(), "None" | "NoValue")
        });
        let of_type = (!is_other).then(|| quote!(: #rt::#enumeration));
        quote!({ use #rt::#enumeration::{#(#variants),*}; let _ #of_type = #name; })
    }

    /// Control flow, with each tail as a value in its place.
    fn tails(&self, tails: &Tails<Value>, kind: Option<Kind>) -> TokenStream {
        let tail = |tail: &Value| {
            let value = self.value(tail, kind);
            quote!({ #value })
        };
        let tokens = tails.map(&mut |written| tail(written)).tokens();
        match kind.and_then(Kind::enumeration) {
            Some(of) => {
                let (rt, enumeration) = (self.rt, super::ident(of.name));
                let variants = of.variants.iter().map(|variant| super::ident(variant.name));
                quote!({ use #rt::#enumeration::{#(#variants),*}; let _ = #tokens; })
            }
            None => quote!({ let _ = #tokens; }),
        }
    }

    /// An expression of Rust, in which the variants that the place accepts need no path.
    fn expression(&self, written: &Expression, kind: Option<Kind>) -> TokenStream {
        match kind.and_then(Kind::enumeration) {
            Some(of) => {
                let (rt, statement) = (self.rt, plain(written));
                let enumeration = super::ident(of.name);
                let variants = of.variants.iter().map(|variant| super::ident(variant.name));
                let other = of.is_open().then(|| quote!(, Other));
                quote!({ use #rt::#enumeration::{#(#variants),* #other}; #statement })
            }
            None => plain(written),
        }
    }

    fn codes(&self, written: &Expression) -> TokenStream {
        let rt = self.rt;
        let tokens = written.tokens();
        quote!({ use #rt::codes::*; let _ = (#tokens); })
    }

    /// The items of a list or the arguments of a function. In the place of each there is room for one more whose comma is
    /// missing.
    fn items(&self, items: &Items, kind: impl Fn(usize) -> Option<Kind>, list: Option<Kind>) -> TokenStream {
        let places = items.items.split_inclusive(|item| item.has_comma).enumerate();
        let places = places.map(|(at, place)| {
            let value = |item: &Item| match item.spread {
                Some(_) => self.expression(&item.value.rust, list),
                None => self.value(&item.value, kind(at)),
            };
            let item: TokenStream = place.iter().map(value).collect();
            let one_more = match place {
                [one] => self.value(&Value::missing(one.value.span), kind(at)),
                _ => TokenStream::new(),
            };
            quote!(#item #one_more)
        });
        places.collect()
    }
}

/// Whether an entry is a name that is being typed. The name of a property is short for a variable.
fn is_half_typed(entry: &Entry, container: Container) -> bool {
    entry.is_bare() && names::known(&entry.key, container).is_none()
}

fn plain(written: &Expression) -> TokenStream {
    let tokens = written.tokens();
    quote!({ let _ = #tokens; })
}
