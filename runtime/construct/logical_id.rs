//! The logical id that the CDK computes from the path of a resource.
//!
//! Another id is another resource to CloudFormation, so a stack that moves from the CDK must keep each of them.

use super::Node;
use cognito_cfn_schema::quotas::LOGICAL_ID;

/// Ids that are part of the tree only, not of logical ids.
const HIDDEN: &str = "Default";
/// Ids that are part of the hash only.
const HIDDEN_FROM_HUMANS: &str = "Resource";
const HASH_LENGTH: usize = 8;
const HUMAN_LENGTH: usize = 240;

/// The ids themselves, then a hash of the path; the bare id for a resource at the top of its stack. `None` where no
/// letter or digit is left.
#[inline]
pub(crate) fn compute(node: &Node) -> Option<String> {
    let ids: Vec<&str> = node.ids().iter().map(String::as_str).filter(|&id| id != HIDDEN).collect();
    if ids.is_empty() {
        return None;
    }
    if let [id] = ids.as_slice() {
        let candidate = alphanumeric(id);
        if candidate.len() <= LOGICAL_ID {
            return Some(candidate).filter(|id| !id.is_empty());
        }
    }
    let mut human = String::new();
    let mut last = "";
    for id in &ids {
        // An id that repeats the end of the one before it says nothing new.
        if last.is_empty() || !last.ends_with(id) {
            last = id;
            if *id != HIDDEN_FROM_HUMANS {
                human += &alphanumeric(id);
            }
        }
    }
    human.truncate(HUMAN_LENGTH);
    let mut hash = format!("{:X}", md5::compute(ids.join("/")));
    hash.truncate(HASH_LENGTH);
    Some(human + &hash)
}

#[inline]
fn alphanumeric(id: &str) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).collect()
}
