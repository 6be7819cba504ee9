//! The base of a declaration: the client whose values it starts from.

use super::CfnUserPoolClient;

/// An expression after `..`: a client, or a reference to one, which is cloned.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a client",
    label = "expected a client to take the other values from",
    note = "write a `CfnUserPoolClient`, or a `&CfnUserPoolClient`, which is cloned"
)]
pub trait BaseClient {
    /// The client.
    fn into_client(self) -> CfnUserPoolClient;
}

#[diagnostic::do_not_recommend]
impl BaseClient for CfnUserPoolClient {
    #[inline]
    fn into_client(self) -> CfnUserPoolClient {
        self
    }
}

#[diagnostic::do_not_recommend]
impl BaseClient for &CfnUserPoolClient {
    #[inline]
    fn into_client(self) -> CfnUserPoolClient {
        self.clone()
    }
}

#[diagnostic::do_not_recommend]
impl BaseClient for &mut CfnUserPoolClient {
    #[inline]
    fn into_client(self) -> CfnUserPoolClient {
        self.clone()
    }
}
