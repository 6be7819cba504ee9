//! Expressions of the user's own.

use super::ident;
use crate::pipeline::diagnostics::SpanRange;
use crate::pipeline::host::Host;
use crate::pipeline::parse::Expression;
use cognito_cfn_schema::{Kind, StringFormat};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::quote;

/// An expression, converted as the kind asks for: the trait behind the conversion is what rustc's message names.
pub(super) fn converted(rt: &TokenStream, written: &Expression, kind: Kind, host: Host) -> TokenStream {
    let (position, of) = match kind {
        Kind::Boolean => ("BooleanProperty", None),
        Kind::Integer => ("IntegerProperty", None),
        Kind::String(_) => ("StringProperty", None),
        Kind::List(Kind::String(StringFormat::Any)) => ("StringListProperty", None),
        Kind::List(Kind::String(StringFormat::LogicalId)) => {
            return called(rt, quote!(LogicalIdList::into_logical_ids), written, host);
        }
        Kind::List(Kind::Enum(of)) => ("EnumListProperty", Some(of.name)),
        Kind::Enum(of) => ("EnumProperty", Some(of.name)),
        Kind::Block(of) => ("BlockProperty", Some(of.name)),
        _ => return called(rt, quote!(json), written, host),
    };
    let position = ident(position);
    let of = of.map(|of| {
        let of = ident(of);
        quote!(::<#rt::#of>)
    });
    called(rt, quote!(#position #of::convert), written, host)
}

/// A function of the runtime that takes an expression.
pub(super) fn called(rt: &TokenStream, function: TokenStream, written: &Expression, host: Host) -> TokenStream {
    let call = quote!(#rt::#function);
    // At the place of the expression, so that what rustc reports of the call points there as well. An editor would
    // explain the call there.
    let call = if host == Host::Compiler { relocate(call, written.span.first) } else { call };
    let expression = expression(rt, written, host);
    quote!(#call (#expression))
}

/// An expression. One that might not parse goes through a macro of token trees, so that what rustc reports of it stays
/// within it and the rest of the declaration stays whole.
pub(super) fn expression(rt: &TokenStream, written: &Expression, host: Host) -> TokenStream {
    let tokens = written.tokens();
    if written.is_certain() {
        return tokens;
    }
    let span = if host == Host::Compiler { written.span } else { SpanRange::call_site() };
    let mut group = Group::new(Delimiter::Brace, tokens);
    group.set_span(span.last);
    let pass = Ident::new("expression", span.first);
    let expression = quote!(#rt::#pass! #group);
    // As the argument of a call, a block or a pair of parentheses is one that rustc finds unnecessary.
    if written.is_group() { quote!((#expression,).0) } else { expression }
}

/// The tokens at another place, with the meaning they have at their own.
fn relocate(tokens: TokenStream, to: Span) -> TokenStream {
    let relocated = tokens.into_iter().map(|mut token| {
        token.set_span(to.resolved_at(token.span()));
        token
    });
    relocated.collect()
}
