//! What the rules of the schema find in a declaration.

use crate::declaration::{Declaration, Member, Value, What};
use crate::report::{Reports, Site};
use cognito_cfn_schema::declaration::text;
use cognito_cfn_schema::{self as schema, Known, Node, Severity, rules};
use std::borrow::Cow;

/// Runs the rules, and reports each finding on the tokens it is about.
pub(crate) fn check(declaration: &Declaration, reports: &mut Reports) {
    let mut view = View { sites: vec![Site::call()] };
    let client = view.block(&declaration.members, 0);
    let findings = rules::check(&client);
    // In the order of the source: tags were given in it.
    for (tag, site) in view.sites.iter().enumerate() {
        for finding in findings.iter().filter(|finding| finding.tag == tag) {
            match finding.severity {
                Severity::Error => reports.finding(*site, finding),
                Severity::Advice if declaration.allowed.iter().any(|code| code == finding.code) => {}
                // Advice on the declaration as a whole does not cross all of it out.
                Severity::Advice => reports.finding(if tag == 0 { declaration.head() } else { *site }, finding),
            }
        }
    }
}

/// The declaration as the rules see it; a tag of theirs is a place in `sites`.
struct View {
    sites: Vec<Site>,
}

impl View {
    fn block<'d>(&mut self, members: &'d [Member], tag: usize) -> schema::Declaration<'d> {
        let members = members.iter().map(|member| (member.property, self.node(&member.value))).collect();
        schema::Declaration { members, tag }
    }

    fn node<'d>(&mut self, value: &'d Value) -> Node<'d> {
        let tag = self.sites.len();
        self.sites.push(value.site);
        Node::new(tag, self.known(value, tag))
    }

    fn known<'d>(&mut self, value: &'d Value, tag: usize) -> Known<'d> {
        match &value.what {
            What::Boolean(truth) => Known::Boolean(*truth),
            What::Integer(number) => Known::Integer(*number),
            What::Text(written) => text(written),
            What::Word(word) => Known::Word(word),
            What::List(items) => Known::List(items.iter().map(|item| self.node(item)).collect()),
            What::Block(members) => Known::Block(self.block(members, tag)),
            What::Call(function, arguments) => match (function.name, arguments.as_slice()) {
                ("NoValue", _) => Known::Absent,
                ("If", [condition, then, otherwise]) => Known::If {
                    condition: match &condition.what {
                        What::Text(name) => Some(Cow::Borrowed(name)),
                        _ => None,
                    },
                    then: Box::new(self.node(then)),
                    otherwise: Box::new(self.node(otherwise)),
                },
                _ => Known::Unknown,
            },
            What::Absent => Known::Absent,
            What::Dynamic(_) | What::Json(_) | What::Variables(_) | What::Rust(_) | What::Wrong => Known::Unknown,
        }
    }
}
