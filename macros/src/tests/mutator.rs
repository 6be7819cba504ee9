//! Mutations of token streams, also into tokens that rustc's lexer cannot produce: for the tests, and for `fuzz/`.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// What decides between mutations: random numbers, or the bytes of a fuzzer.
pub(crate) trait Choices {
    /// A number below that one, which is not 0.
    fn below(&mut self, end: usize) -> usize;
}

/// The stream with one to four mutations, which put pieces of the corpus into it.
pub(crate) fn mutated(mut stream: TokenStream, corpus: &[TokenStream], choices: &mut impl Choices) -> TokenStream {
    for _ in 0..=choices.below(4) {
        stream = mutate(stream, corpus, choices);
    }
    stream
}

/// A stream of the corpus.
pub(crate) fn any<'c>(corpus: &'c [TokenStream], choices: &mut impl Choices) -> &'c TokenStream {
    &corpus[choices.below(corpus.len())]
}

/// One mutation, at any depth.
fn mutate(stream: TokenStream, corpus: &[TokenStream], choices: &mut impl Choices) -> TokenStream {
    let mut tokens: Vec<TokenTree> = stream.into_iter().collect();
    let at = choices.below(tokens.len() + 1);
    if let Some(TokenTree::Group(group)) = tokens.get(at)
        && choices.below(4) > 0
    {
        let inner = mutate(group.stream(), corpus, choices);
        tokens[at] = Group::new(group.delimiter(), inner).into();
        return tokens.into_iter().collect();
    }
    let other = any(corpus, choices).clone().into_iter().collect::<Vec<_>>();
    let from = choices.below(other.len() + 1);
    let piece = || other[from..].iter().take(3).cloned();
    match choices.below(9) {
        0 => tokens.insert(at, token(choices)),
        1 => tokens.truncate(at),
        2 => drop(tokens.splice(at..at, piece())),
        3 => tokens.push(token(choices)),
        _ if at == tokens.len() => tokens.extend(piece()),
        4 => drop(tokens.remove(at)),
        5 => tokens[at] = token(choices),
        6 => {
            let with = choices.below(tokens.len());
            tokens.swap(at, with);
        }
        7 => {
            let to = at + choices.below((tokens.len() - at).min(5));
            let inner = tokens.splice(at..to, []).collect();
            tokens.insert(at, Group::new(delimiter(choices), inner).into());
        }
        _ => match tokens.remove(at) {
            TokenTree::Group(group) if choices.below(2) == 0 => drop(tokens.splice(at..at, group.stream())),
            TokenTree::Group(group) => tokens.insert(at, Group::new(delimiter(choices), group.stream()).into()),
            TokenTree::Punct(punct) => tokens.insert(at, Punct::new(punct.as_char(), spacing(choices)).into()),
            token => tokens.extend([token.clone(), token]),
        },
    }
    tokens.into_iter().collect()
}

fn delimiter(choices: &mut impl Choices) -> Delimiter {
    let delimiters = [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None];
    delimiters[choices.below(delimiters.len())]
}

fn spacing(choices: &mut impl Choices) -> Spacing {
    if choices.below(2) == 0 { Spacing::Joint } else { Spacing::Alone }
}

/// A token, most of them out of place.
fn token(choices: &mut impl Choices) -> TokenTree {
    const PUNCTS: &[u8] = b"'''::,;<>|&!?#=+-*/.@$%^~";
    const WORDS: &[&str] = &[
        "client_name",
        "callback_urls",
        "token_validity_units",
        "metadata",
        "allow",
        "GetAtt",
        "Ref",
        "Sub",
        "If",
        "Raw",
        "NoValue",
        "None",
        "Code",
        "Minutes",
        "true",
        "null",
        "vec",
        "self",
        "Self",
        "super",
        "crate",
        "abstract",
        "typeof",
        "yield",
        "gen",
        "async",
        "match",
        "if",
        "else",
        "as",
        "let",
        "dyn",
        "_",
        "raCompletionMarker",
        "Enraw",
        "é",
    ];
    let span = Span::call_site();
    match choices.below(12) {
        0..=4 => {
            let character = PUNCTS[choices.below(PUNCTS.len())];
            Punct::new(character.into(), spacing(choices)).into()
        }
        5..=7 => {
            let word = WORDS[choices.below(WORDS.len())];
            Ident::new(word, span).into()
        }
        8 => Ident::new_raw(["x", "type", "client_name", "true"][choices.below(4)], span).into(),
        9 | 10 => literal(choices).into(),
        _ => Group::new(delimiter(choices), TokenStream::new()).into(),
    }
}

fn literal(choices: &mut impl Choices) -> Literal {
    match choices.below(12) {
        0 => Literal::i64_unsuffixed(-5),
        1 => Literal::f64_unsuffixed(-0.5),
        2 => Literal::u128_suffixed(u128::MAX),
        3 => Literal::byte_string(b"\xff\0"),
        4 => Literal::c_string(c"\xff"),
        5 => Literal::character('\''),
        6 => Literal::string("{{resolve:ssm:x}}\0\u{202e}é"),
        7 => Literal::byte_character(b'\\'),
        8 => "1e999".parse().expect("a literal"),
        9 => "\"a\"_x".parse().expect("a literal"),
        10 => "0x1_z".parse().expect("a literal"),
        _ => "r##\"${A\"##".parse().expect("a literal"),
    }
}
