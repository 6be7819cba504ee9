//! The macro with its verdict as a value.

/// The expansion for a reader that is not known, which has the copy for editors in it.
#[proc_macro]
pub fn in_doubt(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    verdict::in_doubt(input.into()).into()
}

/// `(value, [codes])` of a declaration, whatever the codes are.
#[proc_macro]
pub fn judge(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    verdict::judge(input.into()).into()
}
