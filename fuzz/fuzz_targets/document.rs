//! Any text is read as a document or refused, with a place in the text, in bounded memory.

#![no_main]

mod memory;

use cognito_cfn::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    memory::bounded(text.as_bytes(), || match Document::read(text) {
        Ok(document) => {
            assert!(document.span("").is_some(), "a document has a place");
            for warning in document.warnings() {
                assert!(warning.template_location().and_then(|location| location.span).is_some(), "{warning}");
            }
        }
        Err(error) => {
            assert!(error.template_location().and_then(|location| location.span).is_some(), "{error}");
        }
    });
});
