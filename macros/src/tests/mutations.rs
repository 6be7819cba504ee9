//! Random mutations of the corpus. `fuzz/` has those that a fuzzer chooses.
//!
//! A failure prints its seed: `SEED=… MUTATIONS=1 cargo test -p cognito-cfn-macros mutations` runs that one again, and
//! `MUTATIONS=1000000` with `--release` tries more of them.

use super::declarations::DECLARATIONS;
use super::mutator::{Choices, any, mutated};
use super::{expansion, tokens};
use crate::pipeline::host::Host;
use proc_macro2::TokenStream;

const MUTATIONS: u64 = 3_000;

impl Choices for fastrand::Rng {
    fn below(&mut self, end: usize) -> usize {
        self.usize(..end)
    }
}

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
        let start = any(&corpus, &mut random).clone();
        let input = mutated(start, &corpus, &mut random);
        let _guard = OnPanic(seed, input.clone());
        let host = random.choice([Host::Compiler, Host::RustAnalyzer, Host::Unknown]).unwrap_or(Host::Unknown);
        let output = expansion(input, host);
        assert!(syn::parse2::<syn::Expr>(output.clone()).is_ok(), "no expression: {output}");
    }
}
