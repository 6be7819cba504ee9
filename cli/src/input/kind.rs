//! What a text is.

/// What a text is that has app clients in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A template of CloudFormation or SAM.
    Template,
    /// The configuration of the Serverless Framework, with a template in its `resources`.
    Serverless,
    /// The output of `aws cognito-idp describe-user-pool-client`.
    DescribeOutput,
}
