//! DR: dynamic references, `{{resolve:service:name}}`, which CloudFormation replaces at deployment.

use crate::diagnostic::{Diagnostic, Finding};
use crate::input::{DYNAMIC_REFERENCE, GAP, Properties, Text};
use crate::literals::shorten;
use crate::rules::Rule;
use crate::suggest::nearest;

family!(DR01, DR02);

/// The services whose values CloudFormation can fill in.
const SERVICES: &[&str] = &["ssm", "secretsmanager"];

/// The service of secure parameters, which CloudFormation fills in for a few properties of other resources.
const SECURE: &str = "ssm-secure";

rule! {
    DR01 Error "0.1.0": "`ssm-secure` in a dynamic reference of an app client" {
        cognito_error("SSM Secure reference is not supported in: [AWS::Cognito::UserPoolClient/Properties/ClientName]"),
        source("CloudFormation user guide, secure string parameters"),
        checked_with(&DR02),
        about_one_value(),
    }
}

rule! {
    DR02 Error "0.1.0": "malformed dynamic reference" {
        source("CloudFormation user guide, dynamic references"),
        checked_by(check_references),
        about_one_value(),
    }
}

fn check_references(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_dynamic(|position, texts| {
        let mut of_value: Vec<Finding> = Vec::new();
        for (rule, diagnostic) in texts.iter().flat_map(faults) {
            let finding = rule.finding(position, diagnostic);
            if !of_value.contains(&finding) {
                of_value.push(finding);
            }
        }
        findings.extend(of_value);
    });
}

fn faults(text: &Text) -> Vec<(&'static Rule, Diagnostic)> {
    let outline = text.outline();
    let references = outline.split(DYNAMIC_REFERENCE).skip(1);
    references.filter_map(fault).collect()
}

/// What is wrong with a reference of which this comes after `{{resolve:`.
fn fault(after: &str) -> Option<(&'static Rule, Diagnostic)> {
    // A service or a name that is put together at deployment is not known.
    let is_known = |part: &str| !part.contains([GAP, '$']);
    let (reference, is_closed) = after.split_once("}}").map_or((after, false), |(reference, _)| (reference, true));
    let (service, name) = reference.split_once(':').map_or((reference, None), |(service, name)| (service, Some(name)));
    let shown = shorten(&reference.replace(GAP, "…"));
    if service == SECURE && (name.is_some() || is_closed) {
        let message = "`ssm-secure` is not supported in the properties of an app client";
        let help = "use `{{resolve:ssm:…}}` with a parameter of type String, or `{{resolve:secretsmanager:…}}`";
        return Some((&DR01, Diagnostic::new(message, help)));
    }
    if !is_closed {
        let message = format!("`{DYNAMIC_REFERENCE}{shown}` is missing the closing `}}}}`");
        return is_known(after).then(|| {
            let help = "close it: `{{resolve:ssm:/parameter/name}}`";
            (&DR02, Diagnostic::new(message, help))
        });
    }
    if is_known(service) && !SERVICES.contains(&service) {
        let name = name.unwrap_or("name").replace(GAP, "…");
        let service_meant = nearest(service, SERVICES.iter().copied()).unwrap_or("ssm");
        return Some((
            &DR02,
            Diagnostic::new(
                format!("unknown service `{}` in a dynamic reference", shorten(service)),
                format!("write `{DYNAMIC_REFERENCE}{service_meant}:{}}}}}`", shorten(&name)),
            ),
        ));
    }
    let is_empty = name.is_none_or(|name| name.split(':').next().is_none_or(|name| name.trim().is_empty()));
    // The gap may be service and name at once.
    (is_empty && is_known(service)).then(|| {
        let message = format!("the dynamic reference `{DYNAMIC_REFERENCE}{shown}}}}}` has no name");
        let help = format!("add the name: `{DYNAMIC_REFERENCE}{service}:/parameter/name}}}}`");
        (&DR02, Diagnostic::new(message, help))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &Text) -> Vec<&'static str> {
        faults(text).into_iter().map(|(rule, _)| rule.code).collect()
    }

    #[test]
    fn a_reference_is_read_as_far_as_it_is_known() {
        for (written, expected) in [
            ("{{resolve:ssm:/a}}", &[] as &[&str]),
            ("{{resolve:ssm:/a:3}}", &[]),
            ("{{resolve:secretsmanager:a:SecretString:b}}", &[]),
            ("{{resolve:secretsmanager:${A}}}", &[]),
            ("{{resolve:${Service}:a}}", &[]),
            ("{{resolve:${Whole}}}", &[]),
            ("{{resolve:ssm:${Name}", &[]),
            ("{{resolve:ssm-secure:a}}", &["DR01"]),
            ("{{resolve:ssm-secure:${A}}}", &["DR01"]),
            ("x {{resolve:ssm:a}} {{resolve:ssm-secure:a:1}}", &["DR01"]),
            ("{{resolve:parameterstore:a}}", &["DR02"]),
            ("{{resolve:SSM:a}}", &["DR02"]),
            ("{{resolve:ssm:}}", &["DR02"]),
            ("{{resolve:ssm}}", &["DR02"]),
            ("{{resolve:secretsmanager::SecretString}}", &["DR02"]),
            ("{{resolve:ssm:a", &["DR02"]),
            ("{{resolve:ssm:a}", &["DR02"]),
            ("{{resolve:", &["DR02"]),
        ] {
            assert_eq!(codes(&Text::literal(written)), expected, "{written}");
            let filled_in = Text::of_template(written, &mut |_| None);
            assert_eq!(codes(&filled_in), expected, "Sub of {written}");
        }
    }
}
