//! What the rules of the schema find in a declaration.

use crate::declaration::{Declaration, Member, Value, What};
use crate::report::{Reports, Site};
use cognito_cfn_schema::declaration::{beginning, text};
use cognito_cfn_schema::{self as schema, Finding, Known, Node, Severity, rules};
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
                ("Sub", [Value { what: What::Text(template), .. }, ..]) => beginning(template),
                _ => Known::Unknown,
            },
            What::Absent => Known::Absent,
            What::Dynamic(_) | What::Json(_) | What::Variables(_) | What::Rust(_) | What::Wrong => Known::Unknown,
        }
    }
}
