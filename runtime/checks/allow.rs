//! Codes in the `allow` of clients that were read, and whatever else is there, of which none silences anything.

use super::Snapshot;
use crate::json::{Json, escape};
use crate::resource::source::allow;
use crate::warning::Warning;
use cognito_cfn_schema::attributes::settings;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::rules::MI01;
use cognito_cfn_schema::{RESOURCE_TYPE, rules};

pub(super) fn warnings(snapshot: &Snapshot<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for rendered in snapshot.resources.values() {
        if !rendered.is_read() || rendered.resource.cfn_resource_type() != RESOURCE_TYPE {
            continue;
        }
        let mut warn = |within: &str, message, help| {
            warnings.push(snapshot.warning(&rendered.subject(), within, Warning::new(message, help)));
        };
        for (within, code) in allow(&rendered.json) {
            // An error of one value becomes a warning where values depend on conditions or parameters.
            if let Err(unknown) = rules::check_allowed(code, true) {
                warn(&within, unknown.message, unknown.help.to_string());
            }
        }
        if let Some((within, message, help)) = misread(&rendered.json) {
            warn(&within, message, help);
        }
    }
    warnings
}

/// What the metadata has in place of a list of codes.
fn misread(client: &Json) -> Option<(String, String, String)> {
    const SETTINGS: &str = "/Metadata/cognito-cfn";
    let name = settings::allow.name;
    let fault = |within: String, message: String| Some((within, message, format!("write `{name}: [{}]`", MI01.code)));
    let Some(members) = client.pointer(SETTINGS)?.as_object() else {
        return fault(SETTINGS.to_owned(), "`cognito-cfn` in `Metadata` must be an object".into());
    };
    if let Some(unknown) = members.keys().find(|member| *member != name && !member.starts_with("Fn::")) {
        let message = format!("`cognito-cfn` in `Metadata` has no member `{}`", shorten(unknown));
        return fault(format!("{SETTINGS}/{}", escape(unknown)), message);
    }
    let codes = members.get(name)?.as_array();
    let is_list = codes.is_some_and(|codes| codes.iter().all(Json::is_string));
    if is_list { None } else { fault(format!("{SETTINGS}/{name}"), format!("`{name}` must be a list of codes")) }
}
