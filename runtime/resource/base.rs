//! The base of a declaration: the client whose values it starts from.

use super::CfnUserPoolClient;

/// An expression after `..`: a client, or a reference to one, which is cloned.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a client",
    label = "the base of a declaration is a client",
    note = "write a `CfnUserPoolClient`, or a `&CfnUserPoolClient`, which is cloned"
)]
pub trait BaseClient {
    /// The client.
    fn into_client(self) -> CfnUserPoolClient;
}

impl BaseClient for CfnUserPoolClient {
    fn into_client(self) -> CfnUserPoolClient {
        self
    }
}

impl BaseClient for &CfnUserPoolClient {
    fn into_client(self) -> CfnUserPoolClient {
        self.clone()
    }
}

impl BaseClient for &mut CfnUserPoolClient {
    fn into_client(self) -> CfnUserPoolClient {
        self.clone()
    }
}
