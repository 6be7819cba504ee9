//! A client of a stack before the rules, whatever it was made with.

use super::{RenderedResource, Snapshot, parameter_values};
use crate::resource::CfnUserPoolClient;
use crate::resource::judgment::{Judge, arms};
use cognito_cfn_schema::stack_context::StackContext;
use cognito_cfn_schema::{Finding, RESOURCE_TYPE};
use std::any::Any;

pub(super) fn is_client(rendered: &RenderedResource<'_>) -> bool {
    rendered.resource.cfn_resource_type() == RESOURCE_TYPE
}

/// What the rules find in the client: alone, among the other resources, and with the values of the template in it. The
/// last are of its JSON, and `allow` silences warnings among them as well. Places are within the resource.
pub(super) fn findings(
    snapshot: &Snapshot<'_>,
    rendered: &RenderedResource<'_>,
    context: &StackContext<'_>,
) -> Vec<Finding> {
    let resource: &dyn Any = rendered.resource;
    let client = resource.downcast_ref::<CfnUserPoolClient>();
    let judge = Judge { context: None, is_partial: rendered.is_read() && !snapshot.sections.has_known_macros() };
    let mut found = if rendered.is_judged_by_json() {
        of_json(rendered, judge, context)
    } else {
        let mut found = rendered.resource.validate();
        found.extend(rendered.resource.validate_in_stack(context));
        found
    };
    if let Some(properties) = rendered.json.get("Properties") {
        for (place, arm) in arms(properties) {
            let mut of_arm = parameter_values::findings(snapshot, judge, &place, arm, &found);
            of_arm.iter_mut().for_each(|finding| settle(finding, rendered));
            found.extend(of_arm);
        }
    }
    found.retain(|finding| !client.is_some_and(|client| client.allows(finding)));
    found
}

fn of_json(rendered: &RenderedResource<'_>, judge: Judge<'_>, context: &StackContext<'_>) -> Vec<Finding> {
    let mut found = Judge { context: Some(context), ..judge }.resource(&rendered.json);
    found.iter_mut().for_each(|finding| settle(finding, rendered));
    found
}

/// The place is that of the nearest value there is: values of parameters and mappings are elsewhere. What was not read
/// has no place.
fn settle(finding: &mut Finding, rendered: &RenderedResource<'_>) {
    if !rendered.is_read() {
        finding.location = None;
    }
    if let Some(location) = &mut finding.location {
        while rendered.json.pointer(&location.pointer).is_none() {
            let end = location.pointer.rfind('/').unwrap_or_default();
            location.pointer.truncate(end);
        }
    }
}
