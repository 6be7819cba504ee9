//! An expression of Rust, and the values that it can come to.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};

/// An expression in pieces: tokens that stay as they are, and the values between them.
pub(crate) struct Tails<T>(pub(crate) Vec<Piece<T>>);

pub(crate) enum Piece<T> {
    Tokens(TokenStream),
    Group(Delimiter, Span, Tails<T>),
    Tail(T),
}

impl<T> Tails<T> {
    /// The values, in the order of the source.
    pub(crate) fn values(&self) -> Vec<&T> {
        let mut values = Vec::new();
        self.collect(&mut values);
        values
    }

    fn collect<'t>(&'t self, values: &mut Vec<&'t T>) {
        for piece in &self.0 {
            match piece {
                Piece::Tokens(_) => {}
                Piece::Group(.., inner) => inner.collect(values),
                Piece::Tail(value) => values.push(value),
            }
        }
    }

    /// The same expression with other values.
    pub(crate) fn map<U>(&self, convert: &mut dyn FnMut(&T) -> U) -> Tails<U> {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Tokens(tokens) => Piece::Tokens(tokens.clone()),
            Piece::Group(delimiter, span, inner) => Piece::Group(*delimiter, *span, inner.map(convert)),
            Piece::Tail(value) => Piece::Tail(convert(value)),
        });
        Tails(pieces.collect())
    }
}

impl Tails<TokenStream> {
    /// The expression.
    pub(crate) fn tokens(&self) -> TokenStream {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Tokens(tokens) | Piece::Tail(tokens) => tokens.clone(),
            Piece::Group(delimiter, span, inner) => {
                let mut group = Group::new(*delimiter, inner.tokens());
                group.set_span(*span);
                TokenTree::from(group).into()
            }
        });
        pieces.collect()
    }
}
