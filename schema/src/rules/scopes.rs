//! SC: OAuth scopes.

use crate::characters::Characters;
use crate::client::{self, allowed_oauth_scopes};
use crate::diagnostic::{Diagnostic, Finding, Help};
use crate::enums::{OAuthFlow, OAuthScope};
use crate::input::{AbstractValue, Part, Properties, Text};
use crate::literals::shorten;
use crate::rules::Rule;
use crate::rules::strings::{has_placeholder, is_plausible, separate, write_items};
use crate::stack_context::{Fact, ResourceServer, StackContext};
use crate::suggest::{fold, listed, nearest};

family!(SC04, SC05, SC01, SC03, SC08);

/// Scopes of OpenID Connect and OAuth that Cognito does not have.
const FOREIGN: &[&str] = &["address", "offline_access", "cognito", "admin", "groups", "roles", "token"];

rule! {
    SC01 Warning "0.1.0": "`Email`, `Phone` or `Profile` without `OpenId`" {
        source("aws-amplify/amplify-js#10060; developer guide, authorize endpoint; the exact error is not known"),
        checked_by(check_openid),
    }
}

fn check_openid(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let is_of_claims = |scope: &AbstractValue<'_>| {
        [&OAuthScope::Email, &OAuthScope::Phone, &OAuthScope::Profile].iter().any(|variant| scope.is(variant))
    };
    client.each(&allowed_oauth_scopes, |list, given| {
        // `ClientCredentials` accepts neither.
        let has_openid = !client.always_lacks(&allowed_oauth_scopes, given, &|scope| scope.is(&OAuthScope::OpenId));
        let is_credentials = |flow: &AbstractValue<'_>| flow.is(&OAuthFlow::ClientCredentials);
        if has_openid || !client.always_lacks(&client::allowed_oauth_flows, given, &is_credentials) {
            return;
        }
        findings.extend(list.first_item(given, |scope, _| is_of_claims(scope)).map(|scope| {
            SC01.at(
                &scope,
                format!("`{}` without `OpenId` gives no ID token and is probably rejected", scope.value.written()),
                format!("add `OpenId` to `{}`", allowed_oauth_scopes.name),
            )
        }));
    });
}

rule! {
    SC05 Error "0.1.0": "custom scope without identifier or name" {
        cognito_error("Invalid scope requested: get-todos"),
        source("aws/aws-cdk#10676"),
        checked_with(&SC04),
        about_one_value(),
    }
}

rule! {
    SC04 Error "0.1.0": "unknown scope" {
        cognito_error("Invalid scope requested: Cognito"),
        source("awsdocs/aws-cloudformation-user-guide#518, #564"),
        checked_by(check_names),
        about_one_value(),
    }
}

fn check_names(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_item(&allowed_oauth_scopes, |item, _| {
        let AbstractValue::String(scope) = item.value else { return };
        // A character that no scope may have, and `${…}` outside of `Sub`, are the mistake already.
        if scope.is_empty() || Characters::Scope.misfit(scope).is_some() || has_placeholder(scope) {
            return;
        }
        let fault = match scope.rsplit_once('/') {
            None => Some(unknown_scope(scope)),
            Some(("", name)) => Some((
                &SC05,
                Diagnostic::new(
                    format!("`{}` has no resource server identifier", shorten(scope)),
                    format!("write `\"<identifier>/{}\"`, with the identifier of the resource server", shorten(name)),
                ),
            )),
            Some((identifier, "")) => Some((
                &SC05,
                Diagnostic::new(
                    format!("`{}` has no scope name after the identifier", shorten(scope)),
                    format!("write `\"{}/<scope>\"`, with the name of a scope", shorten(identifier)),
                ),
            )),
            Some(_) => None,
        };
        findings.extend(fault.map(|(rule, diagnostic)| rule.finding(&item, diagnostic)));
    });
}

/// What is wrong with a scope that is neither Cognito's nor one of a resource server.
fn unknown_scope(scope: &str) -> (&'static Rule, Diagnostic) {
    let shown = shorten(scope);
    if let Some(items) = separate(&allowed_oauth_scopes, scope) {
        let help = match items.iter().all(|item| is_plausible(&allowed_oauth_scopes, item)) {
            true => write_items(&allowed_oauth_scopes, &items),
            false => "write each scope as an item; a scope of a resource server is `\"<identifier>/<scope>\"`".into(),
        };
        return (&SC04, Diagnostic::new(format!("unknown scope `{shown}`"), help));
    }
    let variants = OAuthScope.variants;
    let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
    let near = nearest(scope, variants.iter().map(|variant| variant.value))
        .or_else(|| nearest(scope, names.iter().copied()))
        .and_then(|meant| variants.iter().find(|variant| variant.value == meant || variant.name == meant));
    let meant = OAuthScope.by_synonym(scope).or(near.copied());
    let help = match meant {
        Some(variant) if variant.name == scope => Help::write(scope).with(" without quotes"),
        Some(variant) => {
            let other = format!("a scope of a resource server is `\"<identifier>/{shown}\"`");
            Help::write(variant.name).in_words(format!("use `{}`; {other}", variant.name))
        }
        None if is_foreign(scope) => format!("use {}", listed(&names)).into(),
        None => {
            let message = format!("`{shown}` has no resource server identifier");
            let help = format!("write `\"<identifier>/{shown}\"`, with the identifier of the resource server");
            return (&SC05, Diagnostic::new(message, help));
        }
    };
    (&SC04, Diagnostic::new(format!("unknown scope `{shown}`"), help))
}

fn is_foreign(scope: &str) -> bool {
    let folded = if scope.contains('_') { scope.to_lowercase() } else { fold(scope) };
    scope.starts_with("aws.cognito.") || FOREIGN.contains(&folded.as_str())
}

rule! {
    SC08 Warning "0.1.0": "missing dependency on a resource server" {
        cognito_error("Invalid scope requested: api/read"),
        source("aws/aws-cdk#11118, #10676; the creation order varies"),
        checked_in_stack_with(&SC03),
    }
}

rule! {
    SC03 Error "0.1.0": "unknown scope of a resource server" {
        cognito_error("Invalid scope requested: api/read"),
        source("deployment, in cdk-preflight; awsdocs/aws-cloudformation-user-guide#564; aws/aws-cdk#10676"),
        checked_in_stack_by(check_resource_servers),
        may_be_made_elsewhere(),
    }
}

fn check_resource_servers(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    client.each_item(&allowed_oauth_scopes, |item, _| {
        if let AbstractValue::Partial(text) = item.value {
            findings.extend(wrong_reference(text, stack).map(|diagnostic| SC03.finding(&item, diagnostic)));
            return;
        }
        let Some(scope) = CustomScope::read(item.value) else { return };
        findings.extend(match scope.server(stack) {
            Some(server) => match scope.missing_in(server) {
                Some(missing) => Some(SC03.finding(&item, missing)),
                None if server.is_dependency => None,
                None => Some(SC08.finding(&item, scope.without_dependency(server, stack))),
            },
            None if stack.resource_servers.iter().all(|server| server.identifier.known().is_some()) => {
                stack.missing(SC03.finding(&item, scope.without_server(stack)))
            }
            None => None,
        });
    });
}

/// What is wrong with a scope that refers to its resource server: `Sub("${Server}/read")`. Its `Ref` is the identifier.
fn wrong_reference(scope: &Text, stack: &StackContext<'_>) -> Option<Diagnostic> {
    let [Part::Reference { logical_id, attribute }, name @ ..] = scope.parts() else { return None };
    if attribute.as_deref().is_some_and(|attribute| attribute != "Identifier") {
        return None;
    }
    if let Some(pool) = stack.other_pool(logical_id) {
        let (id, pool) = (shorten(logical_id), shorten(pool));
        let message = format!("`{id}` is a resource server of another user pool, `{pool}`");
        return Some(Diagnostic::new(message, "use a scope of a resource server of the client's user pool"));
    }
    let server = stack.resource_servers.iter().find(|server| server.logical_id == logical_id)?;
    let names = match &server.scopes {
        Fact::Known(names) => names.as_slice(),
        Fact::Absent | Fact::Unknown => &[],
    };
    match name {
        [] => {
            let name = names.first().unwrap_or(&"read");
            let message = format!("the identifier of the resource server `{}` is not a scope", shorten(logical_id));
            Some(Diagnostic::new(message, Help::write(format!("Sub(\"${{{logical_id}}}/{name}\")"))))
        }
        [Part::Known(rest)] => {
            let name = rest.strip_prefix('/').filter(|name| !name.contains('/'))?;
            let identifier = format!("${{{logical_id}}}");
            let written = format!("{identifier}{rest}");
            CustomScope { written: &written, identifier: &identifier, name }.missing_in(server).map(|mut missing| {
                missing.help = match nearest(name, names.iter().copied()) {
                    Some(near) => {
                        let written = format!("Sub(\"{identifier}/{near}\")");
                        let words = format!("a scope with a similar name exists: `{written}`");
                        Help::write(written).in_words(words)
                    }
                    None => missing.help,
                };
                missing
            })
        }
        _ => None,
    }
}

/// A scope of a resource server, `<identifier>/<name>`. The identifier may have slashes itself.
struct CustomScope<'s> {
    written: &'s str,
    identifier: &'s str,
    name: &'s str,
}

impl<'s> CustomScope<'s> {
    /// A scope without identifier or name, and one that `Sub` was to fill in, break other rules.
    fn read(value: &'s AbstractValue<'_>) -> Option<Self> {
        let AbstractValue::String(written) = value else { return None };
        let (identifier, name) = written.rsplit_once('/')?;
        let is_whole = !identifier.is_empty() && !name.is_empty() && !has_placeholder(written);
        is_whole.then_some(Self { written, identifier, name })
    }

    /// The server with that identifier. Of several, conditions leave one: it is the one that has the scope.
    fn server<'c>(&self, stack: &'c StackContext<'_>) -> Option<&'c ResourceServer<'c>> {
        let mut named =
            stack.resource_servers.iter().filter(|server| server.identifier == Fact::Known(self.identifier));
        let first = named.clone().next();
        named.find(|server| self.missing_in(server).is_none()).or(first)
    }

    /// What is wrong if the server does not have the scope.
    fn missing_in(&self, server: &ResourceServer<'_>) -> Option<Diagnostic> {
        let names = match &server.scopes {
            Fact::Known(names) => names.as_slice(),
            Fact::Absent => &[],
            Fact::Unknown => return None,
        };
        if names.contains(&self.name) {
            return None;
        }
        let help = match nearest(self.name, names.iter().copied()) {
            Some(near) => format!("a scope with a similar name exists: `\"{}/{near}\"`", self.identifier),
            None if names.is_empty() => {
                format!("add a scope `{}` to `{}`", shorten(self.name), shorten(server.logical_id))
            }
            None => format!("use one of its scopes: {}", listed(names)),
        };
        let message =
            format!("the resource server `{}` has no scope `{}`", shorten(server.logical_id), shorten(self.name));
        Some(Diagnostic::new(message, help))
    }

    fn without_dependency(&self, server: &ResourceServer<'_>, stack: &StackContext<'_>) -> Diagnostic {
        let (id, name, depends_on) = (server.logical_id, self.name, stack.depends_on_with(server.logical_id));
        Diagnostic::new(
            format!("missing dependency on the resource server of `{}`", shorten(self.written)),
            format!("write `{depends_on}`, or use `Sub(\"${{{id}}}/{name}\")` for the scope"),
        )
    }

    fn without_server(&self, stack: &StackContext<'_>) -> Diagnostic {
        let identifiers = stack.resource_servers.iter().filter_map(|server| server.identifier.known());
        let help = nearest(self.identifier, identifiers).map_or_else(
            || format!("add a resource server with the identifier `{}` to the stack", shorten(self.identifier)),
            |near| format!("a resource server with a similar identifier exists: `\"{near}/{}\"`", self.name),
        );
        let message = format!("the stack has no resource server for the scope `{}`", shorten(self.written));
        Diagnostic::new(message, help)
    }
}
