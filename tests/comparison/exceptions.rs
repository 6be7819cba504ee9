//! Faults that another tool finds and this crate does not, with the reason.

use crate::corpus::json_of;
use cognito_cfn::Json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// By reason, the titles of the cases.
pub(crate) type Exceptions = BTreeMap<String, BTreeSet<String>>;

pub(crate) fn read() -> Exceptions {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/corpus/exceptions.json");
    let reasons = json_of(&file);
    let titles = |cases: &Json| {
        let cases = cases.as_array().expect("cases").iter();
        cases.map(|case| case.as_str().expect("a title").to_owned()).collect()
    };
    reasons.as_object().expect("reasons").iter().map(|(reason, cases)| (reason.clone(), titles(cases))).collect()
}
