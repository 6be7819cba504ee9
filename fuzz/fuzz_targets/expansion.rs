//! Any declaration expands to an expression, in time, and nothing in it makes the macro panic.
//!
//! The input is the text of a declaration. The bytes from the first 0xFF on, which no text has, choose mutations of it;
//! without a text before them, of a declaration of the corpus.

#![no_main]

#[path = "../../macros/src/tests/declarations.rs"]
mod declarations;
#[path = "../../macros/src/tests/mutator.rs"]
mod mutator;

use cpu_time::ThreadTime;
use declarations::DECLARATIONS;
use libfuzzer_sys::{Corpus, fuzz_target};
use mutator::{Choices, any, mutated};
use proc_macro2::{TokenStream, TokenTree};
use std::time::Duration;

/// What a hundred tokens may take, and how many times slower the counters of a fuzzer make a program, at least.
const MAX_TIME: Duration = Duration::from_millis(5).saturating_mul(SLOWDOWN);
const SLOWDOWN: u32 = 5;

thread_local! {
    static CORPUS: Vec<TokenStream> = DECLARATIONS.iter().map(|text| text.parse().expect("tokens")).collect();
}

/// The end of the input chooses 0 for ever.
struct Bytes<'b>(&'b [u8]);

impl Choices for Bytes<'_> {
    fn below(&mut self, end: usize) -> usize {
        let mut number = 0;
        let mut reach = 1;
        while reach < end {
            let Some((byte, rest)) = self.0.split_first() else { break };
            number = number << 8 | usize::from(*byte);
            (self.0, reach) = (rest, reach << 8);
        }
        number % end
    }
}

fuzz_target!(|data: &[u8]| -> Corpus {
    let (text, choices) = match data.iter().position(|byte| *byte == 0xFF) {
        Some(at) => (&data[..at], Some(&data[at + 1..])),
        None => (data, None),
    };
    let Some(mut input) = std::str::from_utf8(text).ok().and_then(|text| text.parse::<TokenStream>().ok()) else {
        return Corpus::Reject;
    };
    if let Some(choices) = choices {
        let mut choices = Bytes(choices);
        input = CORPUS.with(|corpus| {
            let start = if input.is_empty() { any(corpus, &mut choices).clone() } else { input };
            mutated(start, corpus, &mut choices)
        });
    }
    let output = expand_in_time(&input);
    assert!(syn::parse2::<syn::Expr>(output.clone()).is_ok(), "`{input}` expands to what is no expression: {output}");
    Corpus::Keep
});

/// The machine may be busy, so that an expansion is slow only if it is three times.
fn expand_in_time(input: &TokenStream) -> TokenStream {
    let mut fastest = Duration::MAX;
    for _ in 0..3 {
        let start = ThreadTime::now();
        let output = pipeline::expand(input.clone());
        fastest = fastest.min(start.elapsed());
        if fastest <= MAX_TIME {
            return output;
        }
        let count = count(input.clone()).max(100);
        if fastest.as_secs_f64() <= MAX_TIME.as_secs_f64() * count as f64 / 100.0 {
            return output;
        }
    }
    panic!("{} tokens took {fastest:?} to expand: {input}", count(input.clone()));
}

fn count(stream: TokenStream) -> usize {
    let of = |token| match token {
        TokenTree::Group(group) => 2 + count(group.stream()),
        _ => 1,
    };
    stream.into_iter().map(of).sum()
}
