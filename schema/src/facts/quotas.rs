//! The quotas of CloudFormation for one template, and for names.

/// Resources of a template.
pub const RESOURCES: usize = 500;
/// Parameters of a template.
pub const PARAMETERS: usize = 200;
/// Mappings of a template.
pub const MAPPINGS: usize = 200;
/// Outputs of a template.
pub const OUTPUTS: usize = 200;
/// Bytes of a template.
pub const TEMPLATE: usize = 1_000_000;
/// Bytes of the description of a template.
pub const DESCRIPTION: usize = 1024;
/// Characters of the name of a stack.
pub const STACK_NAME: usize = 128;
/// Characters of a logical id.
pub const LOGICAL_ID: usize = 255;
