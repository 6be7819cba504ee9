//! Lists where one value belongs, and the reverse: what the types of parameters and resources show.

use super::Snapshot;
use super::references::attribute_of;
use crate::json::{Json, Step, pointer};
use crate::value::text::single;
use cognito_cfn_schema::diagnostic::Position;
use cognito_cfn_schema::intrinsics::{FUNCTIONS, Gives};
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::rules::LT01;
use cognito_cfn_schema::{Finding, Kind, Property, client, parameters};

/// Attributes of resources of AWS that are one string.
const STRINGS: &[&str] = &[
    "Arn",
    "ClientId",
    "ClientSecret",
    "DNSName",
    "DomainName",
    "Name",
    "ProviderName",
    "ProviderURL",
    "RegionalDomainName",
    "UserPoolId",
    "WebsiteURL",
];

/// What is found in the properties of a client.
pub(super) fn findings(snapshot: &Snapshot<'_>, place: &str, properties: &Json) -> Vec<Finding> {
    let mut lists = Lists { snapshot, place, path: Vec::new(), found: Vec::new() };
    for row in client::ALL {
        if let Some(value) = properties.get(row.cloudformation) {
            let place = Place { row, kind: row.kind, position: Position::property(row, 0), items: &[] };
            lists.within(&[Step::Key(row.cloudformation)], place, value);
        }
    }
    lists.found
}

struct Lists<'s> {
    snapshot: &'s Snapshot<'s>,
    /// The JSON pointer of the properties, and the way from there.
    place: &'s str,
    path: Vec<Step<'static>>,
    found: Vec<Finding>,
}

/// Where a value is.
#[derive(Clone, Copy)]
struct Place<'j> {
    row: &'static Property,
    kind: Kind,
    position: Position,
    /// The items of the list, if it is one of them.
    items: &'j [Json],
}

impl Lists<'_> {
    /// Checks a value behind those steps.
    fn within(&mut self, steps: &[Step<'static>], place: Place<'_>, json: &Json) {
        self.path.extend(steps);
        self.check(place, json);
        self.path.truncate(self.path.len() - steps.len());
    }

    fn check(&mut self, place: Place<'_>, json: &Json) {
        if let Some(("Fn::If", Json::Array(arguments))) = single(json) {
            for (at, arm) in arguments.iter().enumerate().skip(1) {
                self.within(&[Step::Key("Fn::If"), Step::Index(at)], place, arm);
            }
            return;
        }
        match (place.kind, json) {
            (Kind::List(item), Json::Array(items)) => {
                for (index, json) in items.iter().enumerate() {
                    let position = place.position.item(index, 0);
                    self.within(&[Step::Index(index)], Place { kind: *item, position, items, ..place }, json);
                }
            }
            (Kind::Block(block), Json::Object(members)) => {
                for member in block.members {
                    if let Some(value) = members.get(member.cloudformation) {
                        let position = place.position.within(member, 0);
                        let place = Place { row: member, kind: member.kind, position, items: &[] };
                        self.within(&[Step::Key(member.cloudformation)], place, value);
                    }
                }
            }
            (Kind::List(_), _) => self.check_list(place, json),
            (Kind::String(_) | Kind::Enum(_) | Kind::Integer | Kind::Boolean, _) => self.check_value(place, json),
            _ => {}
        }
    }

    /// What is no list where one belongs.
    fn check_list(&mut self, place: Place<'_>, json: &Json) {
        let Some((function, argument)) = single(json) else { return };
        let name = place.row.name;
        let (what, help) = match (function, argument) {
            ("Ref", Json::String(target)) => {
                let what = match self.list_type(target) {
                    Some(true) => return,
                    Some(false) => format!("the parameter `{}`", shorten(target)),
                    None if self.snapshot.resource(target).is_some() => {
                        format!("the `Ref` of the resource `{}`", shorten(target))
                    }
                    None => return,
                };
                (what, format!("write `{name}: [Ref({target:?})]`"))
            }
            ("Fn::GetAtt", _) => {
                let Some((id, attribute)) = attribute_of(argument) else { return };
                let is_of_aws = self.snapshot.resource(id).is_some_and(|resource| {
                    let of = resource.cfn_resource_type();
                    of.starts_with("AWS::") && !of.starts_with("AWS::CloudFormation::")
                });
                if !is_of_aws || !STRINGS.contains(&attribute) {
                    return;
                }
                (
                    format!("`{}.{}`", shorten(id), shorten(attribute)),
                    format!("write `{name}: [GetAtt({id:?}, {attribute:?})]`"),
                )
            }
            ("Fn::Split", Json::Array(arguments)) => {
                let text = arguments.get(1);
                return text.into_iter().for_each(|text| self.check_value(place, text));
            }
            _ => {
                let known = FUNCTIONS.iter().find(|known| known.cloudformation == function);
                let Some(known) = known.filter(|known| known.gives == Gives::Text) else { return };
                if !self.snapshot.sections.has_no_macros() {
                    return;
                }
                (format!("`{}`", known.name), format!("write `{name}: [{}(…)]`", known.name))
            }
        };
        self.report(place, format!("{what} is a single value, but `{name}` is a list"), help);
    }

    /// A list parameter where one value belongs.
    fn check_value(&mut self, place: Place<'_>, json: &Json) {
        let Some((function, argument)) = single(json) else { return };
        let arguments = argument.as_array().map_or(&[] as &[Json], Vec::as_slice);
        match (function, argument, arguments) {
            ("Ref", Json::String(target), _) if self.list_type(target) == Some(true) => {
                let (name, is_item) = (place.row.name, matches!(place.row.kind, Kind::List(_)));
                let is_whole = is_item && single(json).is_some() && !place.items.is_empty();
                let (message, help) = if is_whole {
                    (
                        format!(
                            "the parameter `{}` is a list, but an item of `{name}` is a single value",
                            shorten(target)
                        ),
                        whole_list(name, target, json, place.items),
                    )
                } else {
                    (
                        format!("the parameter `{}` is a list, but `{name}` is a single value", shorten(target)),
                        format!("use `Select(0, Ref({target:?}))`"),
                    )
                };
                self.report(place, message, help);
            }
            ("Fn::Sub", Json::String(template), _) => self.check_template(place, template, None),
            ("Fn::Sub", _, [Json::String(template), variables]) => {
                self.check_template(place, template, Some(variables));
            }
            ("Fn::Join", _, [_, Json::Array(items)]) => {
                for item in items {
                    if let Some(("Ref", Json::String(target))) = single(item) {
                        self.check_part(place, target);
                    }
                }
            }
            _ => {}
        }
    }

    fn check_template(&mut self, place: Place<'_>, template: &str, variables: Option<&Json>) {
        for name in super::references::placeholders(template) {
            match variables.and_then(|variables| variables.get(name)).map(single) {
                None => self.check_part(place, name),
                Some(Some(("Ref", Json::String(target)))) => self.check_part(place, target),
                Some(_) => {}
            }
        }
    }

    /// A list parameter as a part of a string.
    fn check_part(&mut self, place: Place<'_>, target: &str) {
        if self.list_type(target) == Some(true) {
            let message = format!("the list parameter `{}` is used in a string", shorten(target));
            self.report(place, message, format!("use `Join(\",\", Ref({target:?}))`"));
        }
    }

    /// Whether a parameter is a list; `None` if there is no such parameter.
    fn list_type(&self, name: &str) -> Option<bool> {
        Some(parameters::is_list(self.snapshot.sections.parameters.get(name)?.json.get("Type")?.as_str()?))
    }

    fn report(&mut self, place: Place<'_>, message: String, help: String) {
        let pointer = format!("{}{}", self.place, pointer(&self.path));
        self.found.push(LT01.at(place.position, message, help).at_pointer(pointer));
    }
}

/// How to write a list that has all items of the parameter, and what else was written.
fn whole_list(name: &str, parameter: &str, item: &Json, items: &[Json]) -> String {
    let others = items.iter().filter(|other| *other != item).map(|other| match other {
        Json::String(text) => format!("{text:?}"),
        _ => "…".to_owned(),
    });
    let others: Vec<String> = others.collect();
    if others.is_empty() {
        return format!("write `{name}: Ref({parameter:?})`");
    }
    let all = format!("Join(\",\", Ref({parameter:?})), {}", others.join(", "));
    format!("write `{name}: Split(\",\", Join(\",\", [{all}]))`")
}
