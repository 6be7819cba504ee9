//! What rustc reports for each mistake, compared exactly.
//!
//! A rule's mistake is its fixture in `schema/fixtures`; `tests/compile_fail` has all others, a file per topic with a
//! function per mistake, and in `many` the programs with several mistakes in one declaration.
//!
//! The texts that frame a message change with the compiler, so they are compared on one version. `cargo bless` writes
//! them anew.

#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/skip.rs"]
mod skip;

use cognito_cfn_schema::rules::Scope;

#[test]
fn every_mistake_is_reported_as_pinned() {
    if !compiler::is_pinned() {
        return;
    }
    // Only programs that fail: then trybuild checks all of them in one run of cargo.
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/compile_fail/*.rs");
    cases.compile_fail("tests/compile_fail/many/*.rs");
    for fixture in fixtures::of(Scope::Declaration) {
        cases.compile_fail(format!("schema/fixtures/{}/broken.rs", fixture.rule.code));
    }
}
