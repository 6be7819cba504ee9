//! Codes in the `allow` of clients that were read, of which none silences anything.

use super::Snapshot;
use crate::resource::source::allow;
use crate::warning::Warning;
use cognito_cfn_schema::{RESOURCE_TYPE, rules};

pub(super) fn warnings(snapshot: &Snapshot<'_>) -> Vec<Warning> {
    let read = snapshot.resources.values().filter(|rendered| rendered.is_read());
    let clients = read.filter(|rendered| rendered.resource.cfn_resource_type() == RESOURCE_TYPE);
    let codes = clients.flat_map(|rendered| allow(&rendered.json).map(move |(within, code)| (rendered, within, code)));
    // An error of one value becomes a warning where values depend on conditions or parameters.
    let warning = |(rendered, within, code): (&super::RenderedResource<'_>, String, &str)| {
        let unknown = rules::check_allowed(code, true).err()?;
        let warning = Warning::new(unknown.message, unknown.help.to_string());
        Some(snapshot.warning(&rendered.subject(), &within, warning))
    };
    codes.filter_map(warning).collect()
}
