//! What the rules of the schema find in a declaration.

use crate::pipeline::diagnostics::SpanRange;
use crate::pipeline::model::{Declaration, Member, Rest, TypedValue, ValueKind};
use crate::pipeline::text::{collect_hidden, text};
use cognito_cfn_schema::input::Text;
use cognito_cfn_schema::{AbstractValue, Finding, Node, Properties, Severity, rules};
use std::borrow::Cow;
use std::ops::Range;

/// What the rules find, in the order of the source, each on the tokens it is about; without the warnings that `allow`
/// silences.
pub(crate) fn check(declaration: &Declaration) -> Vec<(SpanRange, Finding)> {
    let (mut findings, input) = RuleInput::check(declaration, None);
    for (branching, arms) in input.branchings.iter().enumerate() {
        let is_uncertain = |finding: &Finding| {
            arms.iter().any(|arm| arm.contains(&finding.tag))
                && !rules::find(finding.code).is_some_and(|rule| rule.is_about_one_value)
        };
        if !findings.iter().any(is_uncertain) {
            continue;
        }
        // Arms of two properties may never come together: what needs both is certain only if it holds with every arm.
        let by_arm: Vec<_> =
            (0..arms.len()).map(|arm| RuleInput::check(declaration, Some((branching, arm))).0).collect();
        // From the whole, whose tag is before those of the arms, to the last arm.
        let all = arms.first().map_or(0, |arm| arm.start.saturating_sub(1))..arms.last().map_or(0, |arm| arm.end);
        let is_found =
            |code: &str, found: &[Finding]| found.iter().any(|other| other.code == code && all.contains(&other.tag));
        findings.retain(|finding| !is_uncertain(finding) || by_arm.iter().all(|found| is_found(finding.code, found)));
    }
    // Tags were given in the order of the source.
    let mut ordered: Vec<Finding> = Vec::new();
    for finding in findings {
        if !declaration.allows(&finding) {
            ordered.insert(ordered.partition_point(|known| known.tag <= finding.tag), finding);
        }
    }
    let span = |finding: &Finding| match finding.severity {
        // A warning on the declaration as a whole does not underline all of it.
        Severity::Warning if finding.tag == 0 => declaration.head,
        _ => input.spans.get(finding.tag).copied().unwrap_or_else(SpanRange::call_site),
    };
    ordered.into_iter().map(|finding| (span(&finding), finding)).collect()
}

/// Makes the input of the rules; a tag of theirs is an index of `spans`.
struct RuleInput {
    spans: Vec<SpanRange>,
    /// The tags of the arms of each branching, inner ones first.
    branchings: Vec<Vec<Range<usize>>>,
    /// A branching, and the arm that is taken.
    taken: Option<(usize, usize)>,
}

impl RuleInput {
    /// What the rules find, with one arm of a branching taken or with all of them possible.
    fn check(declaration: &Declaration, taken: Option<(usize, usize)>) -> (Vec<Finding>, Self) {
        let mut input = Self { spans: vec![SpanRange::call_site()], branchings: Vec::new(), taken };
        let mut client = input.block(&declaration.properties, 0);
        client.is_partial = !matches!(declaration.rest, Rest::Absent);
        (rules::check(&client), input)
    }

    fn block<'d>(&mut self, members: &'d [Member], tag: usize) -> Properties<'d> {
        let entries = members.iter().map(|member| (member.property, self.node(&member.value))).collect();
        Properties { entries, tag, is_partial: false }
    }

    fn node<'d>(&mut self, value: &'d TypedValue) -> Node<'d> {
        let tag = self.spans.len();
        self.spans.push(value.span);
        let mut texts = Vec::new();
        let known = self.known(value, tag, &mut texts);
        Node::new(tag, known).with_texts(texts)
    }

    /// One arm or another, by a condition that is not known.
    fn branches<'d>(&mut self, arms: &[&'d TypedValue], tag: usize, texts: &mut Vec<Text>) -> AbstractValue<'d> {
        let mut ranges = Vec::new();
        let mut nodes = Vec::new();
        for arm in arms {
            let start = self.spans.len();
            nodes.push(self.node(arm));
            ranges.push(start..self.spans.len());
        }
        let branching = self.branchings.len();
        self.branchings.push(ranges);
        if let Some((_, arm)) = self.taken.filter(|(taken, _)| *taken == branching) {
            nodes = nodes.into_iter().skip(arm).take(1).collect();
        }
        let combine = |otherwise, then| {
            let (then, otherwise) = (Box::new(then), Box::new(otherwise));
            Node::new(tag, AbstractValue::If { condition: None, then, otherwise })
        };
        let node = nodes.into_iter().rev().reduce(combine);
        node.map_or(AbstractValue::Unknown, |node| {
            texts.extend(node.dynamic);
            node.value
        })
    }

    fn known<'d>(&mut self, value: &'d TypedValue, tag: usize, texts: &mut Vec<Text>) -> AbstractValue<'d> {
        match &value.value {
            ValueKind::Boolean(truth) => AbstractValue::Boolean(*truth),
            ValueKind::Integer(number) => AbstractValue::Integer(*number),
            ValueKind::String(written) => AbstractValue::of_string(written, value.kind),
            ValueKind::Measured(number, unit) => match number.value {
                ValueKind::Integer(number) => AbstractValue::Measured(Some(number), unit),
                _ => AbstractValue::Measured(None, unit),
            },
            ValueKind::Variant(variant) => AbstractValue::Variant(variant),
            ValueKind::List(items) => AbstractValue::List(items.iter().map(|item| self.node(item)).collect()),
            ValueKind::Block(members) => AbstractValue::Block(self.block(members, tag)),
            ValueKind::Call(function, arguments) => match (function.name, arguments.as_slice()) {
                ("NoValue", _) => AbstractValue::Absent,
                ("If", [condition, then, otherwise]) => AbstractValue::If {
                    condition: match &condition.value {
                        ValueKind::String(name) => Some(Cow::Borrowed(name)),
                        _ => None,
                    },
                    then: Box::new(self.node(then)),
                    otherwise: Box::new(self.node(otherwise)),
                },
                _ => of_text(value, texts),
            },
            ValueKind::Branches(branches) => self.branches(&branches.values().collect::<Vec<_>>(), tag, texts),
            ValueKind::Absent => AbstractValue::Absent,
            ValueKind::Spread(list) => {
                collect_hidden(list, texts);
                AbstractValue::UnknownItems
            }
            ValueKind::Dynamic(_)
            | ValueKind::Json(_)
            | ValueKind::Variables(_)
            | ValueKind::Rust(_)
            | ValueKind::Invalid => of_text(value, texts),
        }
    }
}

fn of_text(value: &TypedValue, texts: &mut Vec<Text>) -> AbstractValue<'static> {
    let text = text(value, texts);
    texts.push(text.clone());
    text.into_value(value.kind)
}
