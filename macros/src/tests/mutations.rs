//! Random mutations of the corpus, also into tokens that rustc's lexer cannot produce.
//!
//! A failure prints its seed: `SEED=… MUTATIONS=1 cargo test -p cognito-cfn-macros mutations` runs that one again, and
//! `MUTATIONS=1000000` with `--release` tries more of them.

use super::{DECLARATIONS, expansion, tokens};
use crate::pipeline::host::Host;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

const MUTATIONS: u64 = 5_000;

/// Prints what failed.
struct OnPanic(u64, TokenStream);

impl Drop for OnPanic {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("SEED={} MUTATIONS=1: {}", self.0, self.1);
        }
    }
}

#[test]
fn mutations_expand_to_an_expression() {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().expect("a number"));
    let first = number("SEED").unwrap_or(0);
    let corpus: Vec<TokenStream> = DECLARATIONS.iter().map(|text| tokens(text)).collect();
    for seed in first..first + number("MUTATIONS").unwrap_or(MUTATIONS) {
        let mut random = fastrand::Rng::with_seed(seed);
        let input = mutated(&corpus, &mut random);
        let _guard = OnPanic(seed, input.clone());
        let host = random.choice([Host::Compiler, Host::RustAnalyzer, Host::Unknown]).unwrap_or(Host::Unknown);
        let output = expansion(input, host);
        assert!(syn::parse2::<syn::Expr>(output.clone()).is_ok(), "no expression: {output}");
    }
}

/// A few tokens of the corpus, with one to four mutations.
fn mutated(corpus: &[TokenStream], random: &mut fastrand::Rng) -> TokenStream {
    let mut stream = any(corpus, random).clone();
    for _ in 0..random.usize(1..=4) {
        stream = mutate(stream, corpus, random);
    }
    stream
}

fn any<'c>(corpus: &'c [TokenStream], random: &mut fastrand::Rng) -> &'c TokenStream {
    &corpus[random.usize(..corpus.len())]
}

/// One mutation, at any depth.
fn mutate(stream: TokenStream, corpus: &[TokenStream], random: &mut fastrand::Rng) -> TokenStream {
    let mut tokens: Vec<TokenTree> = stream.into_iter().collect();
    let at = random.usize(..=tokens.len());
    if let Some(TokenTree::Group(group)) = tokens.get(at)
        && random.u8(..4) > 0
    {
        let inner = mutate(group.stream(), corpus, random);
        tokens[at] = Group::new(group.delimiter(), inner).into();
        return tokens.into_iter().collect();
    }
    let other = any(corpus, random).clone().into_iter().collect::<Vec<_>>();
    let from = random.usize(..=other.len());
    let piece = || other[from..].iter().take(3).cloned();
    match random.u8(..9) {
        0 => tokens.insert(at, token(random)),
        1 => tokens.truncate(at),
        2 => drop(tokens.splice(at..at, piece())),
        3 => tokens.push(token(random)),
        _ if at == tokens.len() => tokens.extend(piece()),
        4 => drop(tokens.remove(at)),
        5 => tokens[at] = token(random),
        6 => {
            let with = random.usize(..tokens.len());
            tokens.swap(at, with);
        }
        7 => {
            let to = random.usize(at..tokens.len()).min(at + 4);
            let inner = tokens.splice(at..to, []).collect();
            tokens.insert(at, Group::new(delimiter(random), inner).into());
        }
        _ => match tokens.remove(at) {
            TokenTree::Group(group) if random.bool() => drop(tokens.splice(at..at, group.stream())),
            TokenTree::Group(group) => tokens.insert(at, Group::new(delimiter(random), group.stream()).into()),
            TokenTree::Punct(punct) => tokens.insert(at, Punct::new(punct.as_char(), spacing(random)).into()),
            token => tokens.extend([token.clone(), token]),
        },
    }
    tokens.into_iter().collect()
}

fn delimiter(random: &mut fastrand::Rng) -> Delimiter {
    let delimiters = [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None];
    delimiters[random.usize(..delimiters.len())]
}

fn spacing(random: &mut fastrand::Rng) -> Spacing {
    if random.bool() { Spacing::Joint } else { Spacing::Alone }
}

/// A token, most of them out of place.
fn token(random: &mut fastrand::Rng) -> TokenTree {
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
    match random.u8(..12) {
        0..=4 => {
            let character = PUNCTS[random.usize(..PUNCTS.len())];
            Punct::new(character.into(), spacing(random)).into()
        }
        5..=7 => {
            let word = WORDS[random.usize(..WORDS.len())];
            Ident::new(word, span).into()
        }
        8 => Ident::new_raw(["x", "type", "client_name", "true"][random.usize(..4)], span).into(),
        9 | 10 => literal(random).into(),
        _ => Group::new(delimiter(random), TokenStream::new()).into(),
    }
}

fn literal(random: &mut fastrand::Rng) -> Literal {
    match random.u8(..12) {
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
