//! UR: callback and logout URLs.

pub(super) mod default_redirect;
pub(super) mod forms;
pub(super) mod parse;
pub(super) mod protocol;

use crate::client;
use crate::input::{AbstractValue, Properties, Visited};
use crate::property::Property;

/// Visits every URL that the lists can turn out to hold, with the list that holds it.
fn each_url<'n, 'a>(client: &'n Properties<'a>, mut visit: impl FnMut(&'static Property, Visited<'n, 'a>, &'n str)) {
    for property in [&client::callback_urls, &client::logout_urls] {
        client.each_item(property, |item, _| {
            if let AbstractValue::String(url) = item.value {
                visit(property, item, url);
            }
        });
    }
}

/// Whether it is the list of callback URLs, of which more is known than of logout URLs.
fn is_callback(property: &Property) -> bool {
    std::ptr::eq(property, &client::callback_urls)
}
