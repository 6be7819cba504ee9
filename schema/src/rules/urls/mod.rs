//! UR: callback and logout URLs.

pub(super) mod default_redirect;
pub(super) mod forms;
pub(super) mod parse;
pub(super) mod protocol;

use crate::client;
use crate::input::{AbstractValue, GAP, Properties, Visited};
use crate::literals::shorten;
use crate::property::Property;

/// Visits every URL that the lists can turn out to hold, with the list that holds it. A URL that is not known as a whole has
/// a [`GAP`] for each part that is not.
fn each_outline<'n, 'a>(client: &'n Properties<'a>, mut visit: impl FnMut(&'static Property, Visited<'n, 'a>, &str)) {
    for property in [&client::callback_urls, &client::logout_urls] {
        client.each_item(property, |item, _| {
            if let AbstractValue::String(_) | AbstractValue::Partial(_) = item.value
                && let Some(url) = item.value.outline()
            {
                visit(property, item, &url);
            }
        });
    }
}

/// A URL in a message.
fn shown(url: &str) -> String {
    shorten(&url.replace(GAP, "…"))
}

/// Whether it is the list of callback URLs, of which more is known than of logout URLs.
fn is_callback(property: &Property) -> bool {
    std::ptr::eq(property, &client::callback_urls)
}
