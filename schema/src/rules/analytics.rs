//! AN: analytics.

use crate::blocks::analytics_configuration::{application_arn, application_id, external_id, role_arn};
use crate::characters::Characters;
use crate::client::analytics_configuration;
use crate::diagnostic::Finding;
use crate::input::{AbstractValue, Assumptions, Properties, VisitedBlock};
use crate::property::Property;
use crate::stack_context::StackContext;

family!(AN01, AN02, AN03, AN04, AN10, AN05);

fn has(block: &VisitedBlock<'_, '_>, member: &Property, given: &Assumptions<'_>) -> bool {
    block.always(member, given, &|value| value.is_present())
}

fn lacks(block: &VisitedBlock<'_, '_>, member: &Property, given: &Assumptions<'_>) -> bool {
    block.always(member, given, &|value| value.is_absent())
}

rule! {
    AN01 Error "0.1.0": "`application_arn` combined with `application_id`, `role_arn` or `external_id`" {
        cognito_error("Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid"),
        source("deployment, in cdk-preflight"),
        checked_by(check_one_form),
    }
}

fn check_one_form(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_block(&analytics_configuration, |block, given| {
        if !has(&block, &application_arn, given) {
            return;
        }
        // The forms are mixed: that is one mistake, however many members show it.
        let other = [&application_id, &external_id, &role_arn].into_iter().find(|member| has(&block, member, given));
        findings.extend(other.and_then(|member| {
            let message = format!("`{}` cannot be combined with `application_arn`", member.name);
            let help = "keep only `application_arn`, or `application_id` with `role_arn` and `external_id`";
            Some(AN01.at(block.position(member)?, message, help))
        }));
    });
}

rule! {
    AN02 Error "0.1.0": "`application_id` without `role_arn` or `external_id`" {
        cognito_error("Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid"),
        source("deployment, in cdk-preflight"),
        checked_by(check_form_of_id),
    }
}

fn check_form_of_id(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_block(&analytics_configuration, |block, given| {
        if !has(&block, &application_id, given) || !lacks(&block, &application_arn, given) {
            return;
        }
        let missing = [&role_arn, &external_id].into_iter().filter(|member| lacks(&block, member, given));
        let missing: Vec<&str> = missing.map(|member| member.name).collect();
        if let (Some(first), Some(position)) = (missing.first(), block.position(&application_id)) {
            let message = format!("`application_id` requires `{}`", missing.join("` and `"));
            let help = format!("add `{first}: \"…\"` to the block, or use only `application_arn`");
            findings.push(AN02.at(position, message, help));
        }
    });
}

rule! {
    AN03 Warning "0.1.0": "analytics without an application" {
        source("inferred from AN01; other tools reject it"),
        checked_by(check_names_an_application),
    }
}

fn check_names_an_application(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_block(&analytics_configuration, |block, given| {
        if lacks(&block, &application_arn, given) && lacks(&block, &application_id, given) {
            let name = analytics_configuration.name;
            findings.push(AN03.at(
                &block,
                format!("`{name}` without an application is probably rejected"),
                format!("add `application_arn: Ref(\"AppArn\")` to the block, or remove `{name}`"),
            ));
        }
    });
}

rule! {
    AN04 Warning "0.1.0": "`application_arn` is not the ARN of an Amazon Pinpoint application" {
        source("API reference, AnalyticsConfigurationType; no deployment is known"),
        checked_by(check_arn),
        about_one_value(),
    }
}

fn check_arn(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_member(&analytics_configuration, &application_arn, |arn, _| {
        let is_arn = arn.value.as_str().is_some_and(|arn| Characters::Arn.misfit(arn).is_none());
        if is_arn && !is_of_pinpoint(arn.value) {
            let message = "this is not an Amazon Pinpoint ARN and is probably rejected";
            findings.push(AN04.at(&arn, message, "write `\"arn:aws:mobiletargeting:<region>:<account>:apps/<id>\"`"));
        }
    });
}

fn is_of_pinpoint(arn: &AbstractValue<'_>) -> bool {
    arn.as_str().is_some_and(|arn| arn.contains(":mobiletargeting:"))
}

rule! {
    AN05 Error "0.1.0": "analytics application in an unsupported region" {
        cognito_error("The integration with Pinpoint is not supported for the requested ap-northeast-1 region."),
        source("deployment, in cdk-preflight; developer guide, Amazon Pinpoint analytics"),
        checked_in_stack_by(check_region),
    }
}

/// The region whose applications are for pools in regions that have none.
const FALLBACK: &str = "us-east-1";

fn check_region(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let (Some(_), Some(region)) = (&stack.pool, stack.region) else { return };
    client.each_member(&analytics_configuration, &application_arn, |arn, _| {
        let AbstractValue::String(string) = arn.value else { return };
        let other = string.split(':').nth(3).unwrap_or_default();
        if ![region, FALLBACK, ""].contains(&other) {
            let message = format!("a pool in {region} cannot use an application in {other}");
            let help = format!("use an application in {region}, or one in {FALLBACK} if {region} has none");
            findings.push(AN05.at(&arn, message, help));
        }
    });
}

rule! {
    AN10 Warning Legacy "0.1.0": "Amazon Pinpoint ended on 30 October 2026" {
        source("AWS, Amazon Pinpoint end of support"),
        checked_by(check_end_of_support),
    }
}

fn check_end_of_support(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let form_of_id = [&application_id, &role_arn, &external_id];
    client.each_block(&analytics_configuration, |block, given| {
        let is_form_of_arn = block.always(&application_arn, given, &is_of_pinpoint)
            && form_of_id.iter().all(|member| lacks(&block, member, given));
        let is_form_of_id =
            lacks(&block, &application_arn, given) && form_of_id.iter().all(|member| has(&block, member, given));
        // Of a block with another mistake, that mistake is reported.
        if is_form_of_arn || is_form_of_id {
            let message = "Amazon Pinpoint, the destination of the events, ended on 30 October 2026";
            findings.push(AN10.at(&block, message, format!("remove `{}`", analytics_configuration.name)));
        }
    });
}
