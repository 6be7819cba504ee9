//! URLs that Cognito may accept and that do not lead where they seem to.

use super::is_callback;
use super::parse::{Scheme, fix, loopback_address, scheme, userinfo};
use crate::diagnostic::Finding;
use crate::input::{Properties, Visited};
use crate::literals::shorten;
use crate::property::Property;

family!(UR10, UR11, UR14, UR22, UR23, UR06, UR09);

/// Visits every URL but those that something else fills in, or that are refused as they are.
fn each_url<'n, 'a>(client: &'n Properties<'a>, mut visit: impl FnMut(&'static Property, Visited<'n, 'a>, &'n str)) {
    super::each_url(client, |property, item, url| {
        if !url.is_empty() && !url.contains("${") && !url.contains(char::is_whitespace) {
            visit(property, item, url);
        }
    });
}

fn write_fixed(property: &Property, url: &str) -> String {
    format!("write `{:?}`", fix(url, is_callback(property)))
}

rule! {
    UR06 Warning "0.1.0": "for sign-out, `localhost` is the one name of the machine itself that is known to be taken" {
        source("inferred from UR02 and from what callback URLs may be; no deployment is known"),
        checked_by(check_logout_loopback),
        about_one_value(),
    }
}

fn check_logout_loopback(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if let Some(address) = loopback_address(url).filter(|_| !is_callback(property)) {
            let message = format!("whether `{address}` is taken for sign-out is not known");
            findings.push(UR06.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR09 Warning "0.1.0": "a sign-out URL with a fragment is likely refused, as a callback URL is" {
        source("inferred from UR08; no deployment is known"),
        checked_by(check_logout_fragment),
        about_one_value(),
    }
}

fn check_logout_fragment(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if !is_callback(property) && url.contains('#') {
            let message = "a sign-out URL with a fragment is likely refused";
            findings.push(UR09.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR10 Warning "0.1.0": "a URL is absolute: it begins with a scheme" {
        source("API reference, CallbackURLs; no deployment is known"),
        checked_by(check_scheme),
        about_one_value(),
    }
}

fn check_scheme(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if matches!(scheme(url), Scheme::None) {
            let message = format!("`{}` has no scheme, and is likely refused", shorten(url));
            findings.push(UR10.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR11 Warning "0.1.0": "a host with a port is read as a scheme where the scheme is missing" {
        cognito_error("redirect_mismatch"),
        source("aws-amplify/amplify-js#12779; the answer is that of the sign-in page"),
        checked_by(check_host_as_scheme),
        about_one_value(),
    }
}

fn check_host_as_scheme(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if matches!(scheme(url), Scheme::Host) {
            let message = format!("`{}` is read as an app's URL, and never matches", shorten(url));
            findings.push(UR11.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR14 Warning "0.1.0": "a `*` stands for itself: URLs are compared to the character" {
        cognito_error("redirect_mismatch"),
        source("developer guide, app clients; Destrayon/Connapse#441; the answer is that of the sign-in page"),
        checked_by(check_wildcard),
        about_one_value(),
    }
}

fn check_wildcard(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if url.contains('*') {
            let message = format!("the `*` of `{}` stands for itself alone", shorten(url));
            let help = format!("write each URL out in `{}`, with what the `*` stands for", property.name);
            findings.push(UR14.at(&item, message, help));
        }
    });
}

rule! {
    UR22 Warning "0.1.0": "a URL names no user" {
        source("no deployment is known"),
        checked_by(check_userinfo),
        about_one_value(),
    }
}

fn check_userinfo(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if userinfo(url).is_some() {
            let message = "a URL with a user in it may be refused, and shows the password";
            findings.push(UR22.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR23 Warning "0.1.0": "`https://example.com` is a site of others, which would be sent the codes" {
        source("aws/aws-cdk#28204, #8155"),
        checked_by(check_placeholder),
        about_one_value(),
    }
}

fn check_placeholder(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if is_callback(property) && url == "https://example.com" {
            let message = format!("`{}` is a site of others, which would be sent the codes", shorten(url));
            let help = "write the URL of your app, such as `\"https://app.example.com/callback\"`";
            findings.push(UR23.at(&item, message, help));
        }
    });
}
