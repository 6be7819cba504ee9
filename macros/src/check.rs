//! What the rules of the schema find in a declaration.

use crate::declaration::{Declaration, Member, Value, What};
use crate::report::{Reports, Site};
use cognito_cfn_schema::{AbstractValue, Finding, Node, Properties, Severity, rules};
use std::borrow::Cow;

/// Runs the rules, and reports each finding on the tokens it is about.
pub(crate) fn check(declaration: &Declaration, reports: &mut Reports) {
    for (site, finding) in find(declaration) {
        reports.finding(site, &finding);
    }
}

/// What the rules find, in the order of the source, without the advice that `allow` silences.
pub(crate) fn find(declaration: &Declaration) -> Vec<(Site, Finding)> {
    let mut view = View { sites: vec![Site::call()] };
    let client = view.block(&declaration.members, 0);
    let mut findings = rules::check(&client);
    findings.retain(|finding| finding.severity == Severity::Error || !declaration.allows(finding.code));
    // Tags were given in the order of the source.
    findings.sort_by_key(|finding| finding.tag);
    let site = |finding: &Finding| match finding.severity {
        // Advice on the declaration as a whole does not cross all of it out.
        Severity::Warning if finding.tag == 0 => declaration.head(),
        _ => view.sites.get(finding.tag).copied().unwrap_or_else(Site::call),
    };
    findings.into_iter().map(|finding| (site(&finding), finding)).collect()
}

/// The declaration as the rules see it; a tag of theirs is a place in `sites`.
struct View {
    sites: Vec<Site>,
}

impl View {
    fn block<'d>(&mut self, members: &'d [Member], tag: usize) -> Properties<'d> {
        let entries = members.iter().map(|member| (member.property, self.node(&member.value))).collect();
        Properties { entries, tag }
    }

    fn node<'d>(&mut self, value: &'d Value) -> Node<'d> {
        let tag = self.sites.len();
        self.sites.push(value.site);
        Node::new(tag, self.known(value, tag))
    }

    fn known<'d>(&mut self, value: &'d Value, tag: usize) -> AbstractValue<'d> {
        match &value.what {
            What::Boolean(truth) => AbstractValue::Boolean(*truth),
            What::Integer(number) => AbstractValue::Integer(*number),
            What::Text(written) => AbstractValue::of_string(written),
            What::Word(word) => AbstractValue::Variant(word),
            What::List(items) => AbstractValue::List(items.iter().map(|item| self.node(item)).collect()),
            What::Block(members) => AbstractValue::Block(self.block(members, tag)),
            What::Call(function, arguments) => match (function.name, arguments.as_slice()) {
                ("NoValue", _) => AbstractValue::Absent,
                ("If", [condition, then, otherwise]) => AbstractValue::If {
                    condition: match &condition.what {
                        What::Text(name) => Some(Cow::Borrowed(name)),
                        _ => None,
                    },
                    then: Box::new(self.node(then)),
                    otherwise: Box::new(self.node(otherwise)),
                },
                ("Sub", [Value { what: What::Text(template), .. }, ..]) => AbstractValue::of_template(template),
                _ => AbstractValue::Unknown,
            },
            What::Absent => AbstractValue::Absent,
            What::Dynamic(_) | What::Json(_) | What::Variables(_) | What::Rust(_) | What::Wrong => {
                AbstractValue::Unknown
            }
        }
    }
}
