//! The values that a property can turn out to be, each with its path and the conditions that lead to it.

use super::{AbstractValue, Node, Properties, Test, Text};
use crate::diagnostic::Position;
use crate::property::Property;

/// Which conditions are true and which are false in the arms of `If` on the way to a value.
#[derive(Clone, Copy, Default)]
pub struct Assumptions<'s> {
    assumed: Option<(&'s str, bool)>,
    outer: Option<&'s Assumptions<'s>>,
}

impl Assumptions<'_> {
    /// Whether the condition is true, if that was assumed.
    fn value_of(&self, condition: &str) -> Option<bool> {
        match self.assumed {
            Some((assumed, value)) if assumed == condition => Some(value),
            _ => self.outer.and_then(|outer| outer.value_of(condition)),
        }
    }
}

/// A possible value of a property, an item or a member, with its path. [`Rule::at`](crate::rules::Rule::at) accepts it.
#[derive(Clone, Copy)]
pub struct Visited<'n, 'a> {
    /// What is known of it.
    pub value: &'n AbstractValue<'a>,
    /// Where it is.
    pub position: Position,
    pub(super) node: &'n Node<'a>,
}

/// A possible block of a property.
#[derive(Clone, Copy)]
pub struct VisitedBlock<'n, 'a> {
    /// Where it is.
    pub position: Position,
    pub(super) members: &'n Properties<'a>,
    property: &'static Property,
}

/// What a rule does with one possible value, under the assumptions that lead to it. Closures are generic in the methods
/// that rules call and `dyn` within: a copy of the walk for each rule compiles a seventh slower.
type Visit<'v, 'n, 'a> = &'v mut dyn FnMut(Visited<'n, 'a>, &Assumptions<'_>);

/// What a rule looks for.
type TestGiven<'t, 'a> = &'t dyn Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool;

impl<'a> Node<'a> {
    /// Visits every value this can turn out to be under those assumptions.
    fn visit<'n>(&'n self, given: &Assumptions<'_>, visit: &mut dyn FnMut(&'n Node<'a>, &Assumptions<'_>)) {
        self.try_visit(given, &mut |node, given| {
            visit(node, given);
            Some(())
        });
    }

    /// The same, up to the first `None`.
    pub(super) fn try_visit<'n>(
        &'n self,
        given: &Assumptions<'_>,
        visit: &mut dyn FnMut(&'n Node<'a>, &Assumptions<'_>) -> Option<()>,
    ) -> Option<()> {
        let AbstractValue::If { condition, then, otherwise } = &self.value else { return visit(self, given) };
        let known = condition.as_deref().and_then(|condition| given.value_of(condition));
        for (arm, node) in [(true, then), (false, otherwise)] {
            if known.is_none_or(|known| known == arm) {
                let assumed = condition.as_deref().map(|condition| (condition, arm));
                node.try_visit(&Assumptions { assumed, outer: Some(given) }, visit)?;
            }
        }
        Some(())
    }
}

impl Node<'_> {
    fn visit_dynamic(&self, position: Position, visit: &mut dyn FnMut(Position, &[Text])) {
        if !self.dynamic.is_empty() {
            visit(position.with_tag(self.tag), &self.dynamic);
        }
        match &self.value {
            AbstractValue::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.visit_dynamic(position.item(index, item.tag), visit);
                }
            }
            AbstractValue::Block(members) => {
                for (member, node) in &members.entries {
                    node.visit_dynamic(position.within(member, node.tag), visit);
                }
            }
            AbstractValue::If { then, otherwise, .. } => {
                then.visit_dynamic(position, visit);
                otherwise.visit_dynamic(position, visit);
            }
            _ => {}
        }
    }
}

/// What a property can turn out to be, value by value.
impl<'a> Properties<'a> {
    /// The property as it was written.
    pub fn get(&self, property: &Property) -> Option<&Node<'a>> {
        self.written(property).map(|(_, node)| node)
    }

    /// Where the property was written.
    pub fn position(&self, property: &Property) -> Option<Position> {
        self.written(property).map(|(property, node)| Position::property(property, node.tag))
    }

    fn written(&self, property: &Property) -> Option<(&'static Property, &Node<'a>)> {
        // Rules ask so often that the calls of an iterator are a tenth of a program that is not optimized.
        let mut entries = self.entries.as_slice();
        while let [(written, node), rest @ ..] = entries {
            if std::ptr::eq(*written, property) {
                return Some((written, node));
            }
            entries = rest;
        }
        None
    }

    /// Visits every value a property can turn out to be.
    pub fn each<'n>(&'n self, property: &Property, mut visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>)) {
        self.visit(property, &Assumptions::default(), &mut visit);
    }

    /// Visits every value a property can turn out to be under those assumptions.
    pub fn each_given<'n>(
        &'n self,
        property: &Property,
        given: &Assumptions<'_>,
        mut visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>),
    ) {
        self.visit(property, given, &mut visit);
    }

    fn visit<'n>(&'n self, property: &Property, given: &Assumptions<'_>, visit: Visit<'_, 'n, 'a>) {
        if let Some((property, node)) = self.written(property) {
            Visited::new(node, Position::property(property, node.tag)).visit(given, visit);
        }
    }

    /// The values a property can turn out to be that satisfy the test.
    pub fn values<'n>(
        &'n self,
        property: &Property,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Vec<Visited<'n, 'a>> {
        self.find(property, &test)
    }

    fn find<'n>(&'n self, property: &Property, test: TestGiven<'_, 'a>) -> Vec<Visited<'n, 'a>> {
        let mut values = Vec::new();
        self.each(property, |value, given| {
            if test(value.value, given) {
                values.push(value);
            }
        });
        values
    }

    /// Visits every item a list can turn out to hold.
    pub fn each_item<'n>(&'n self, property: &Property, mut visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>)) {
        self.visit_items(property, &mut visit);
    }

    fn visit_items<'n>(&'n self, property: &Property, visit: Visit<'_, 'n, 'a>) {
        self.each(property, |list, given| list.each_item(&mut |item| item.visit(given, visit)));
    }

    /// The items a list can turn out to hold that satisfy the test.
    pub fn items<'n>(
        &'n self,
        property: &Property,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Vec<Visited<'n, 'a>> {
        self.find_items(property, &test)
    }

    /// The first such item.
    pub fn first_item<'n>(
        &'n self,
        property: &Property,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Option<Visited<'n, 'a>> {
        self.find_items(property, &test).into_iter().next()
    }

    fn find_items<'n>(&'n self, property: &Property, test: TestGiven<'_, 'a>) -> Vec<Visited<'n, 'a>> {
        let mut items = Vec::new();
        self.each_item(property, |item, given| {
            if test(item.value, given) {
                items.push(item);
            }
        });
        items
    }

    /// The first item of one kind in a list that certainly holds an item of the other kind too, for each list that the
    /// property can turn out to be. The first kind is at fault if both are.
    pub fn conflicting_items<'n>(
        &'n self,
        property: &Property,
        one: Test<'_>,
        other: Test<'_>,
    ) -> Vec<Visited<'n, 'a>> {
        let mut conflicts = Vec::new();
        self.each(property, |list, given| {
            let find = |this: Test<'_>, that: Test<'_>| {
                list.first_item(given, |item, given| this(item) && self.always_has(property, given, that))
            };
            conflicts.extend(find(one, other).or_else(|| find(other, one)));
        });
        conflicts
    }

    /// Visits every value that has strings with dynamic references.
    pub fn each_dynamic(&self, mut visit: impl FnMut(Position, &[Text])) {
        for (property, node) in &self.entries {
            node.visit_dynamic(Position::property(property, node.tag), &mut visit);
        }
    }

    /// Visits every block a property can turn out to be.
    pub fn each_block<'n>(
        &'n self,
        property: &Property,
        mut visit: impl FnMut(VisitedBlock<'n, 'a>, &Assumptions<'_>),
    ) {
        let Some((property, _)) = self.written(property) else { return };
        self.each(property, |node, given| {
            if let AbstractValue::Block(members) = node.value {
                visit(VisitedBlock { position: node.position, property, members }, given);
            }
        });
    }

    /// Visits every value a member of a block can turn out to be.
    pub fn each_member<'n>(
        &'n self,
        block: &Property,
        member: &Property,
        mut visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>),
    ) {
        self.visit_members(block, member, &mut visit);
    }

    fn visit_members<'n>(&'n self, block: &Property, member: &Property, visit: Visit<'_, 'n, 'a>) {
        self.each_block(block, |block, given| block.visit(member, given, visit));
    }
}

impl<'n, 'a> VisitedBlock<'n, 'a> {
    /// Where the member was written.
    pub fn position(&self, member: &Property) -> Option<Position> {
        let (member, node) = self.members.written(member)?;
        Some(Position::member(self.property, member, node.tag))
    }

    /// Visits every value a member can turn out to be.
    pub fn each(
        &self,
        member: &Property,
        given: &Assumptions<'_>,
        mut visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>),
    ) {
        self.visit(member, given, &mut visit);
    }

    fn visit(&self, member: &Property, given: &Assumptions<'_>, visit: Visit<'_, 'n, 'a>) {
        if let Some((member, node)) = self.members.written(member) {
            Visited::new(node, Position::member(self.property, member, node.tag)).visit(given, visit);
        }
    }

    /// The members that were written.
    pub fn members(&self) -> impl Iterator<Item = &'static Property> {
        self.members.entries.iter().map(|(member, _)| *member)
    }
}

impl<'n, 'a> Visited<'n, 'a> {
    fn new(node: &'n Node<'a>, position: Position) -> Self {
        Self { value: &node.value, position, node }
    }

    /// Visits every value this can turn out to be under those assumptions.
    fn visit(&self, given: &Assumptions<'_>, visit: Visit<'_, 'n, 'a>) {
        // Few values are a choice, and a program that is not optimized feels each step of the walk.
        if !matches!(self.value, AbstractValue::If { .. }) {
            return visit(*self, given);
        }
        self.node.visit(given, &mut |node, given| visit(Self::new(node, self.position.with_tag(node.tag)), given));
    }

    /// The first item the list can turn out to hold that satisfies the test.
    pub fn first_item(
        self,
        given: &Assumptions<'_>,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Option<Visited<'n, 'a>> {
        self.find_first_item(given, &test)
    }

    fn find_first_item(self, given: &Assumptions<'_>, test: TestGiven<'_, 'a>) -> Option<Visited<'n, 'a>> {
        let mut first = None;
        self.each_item(&mut |item| {
            item.visit(given, &mut |item, given| {
                if first.is_none() && test(item.value, given) {
                    first = Some(item);
                }
            });
        });
        first
    }

    /// Visits the items of a list as they were written, each `If` as one item.
    fn each_item(self, visit: &mut dyn FnMut(Self)) {
        let AbstractValue::List(items) = self.value else { return };
        let mut rest = items.as_slice();
        while let [item, others @ ..] = rest {
            let index = items.len() - rest.len();
            visit(Self::new(item, self.position.item(index, item.tag)));
            rest = others;
        }
    }

    /// The items of a list as they were written, each `If` as one item.
    pub fn items(self) -> impl Iterator<Item = Visited<'n, 'a>> {
        let items = match self.value {
            AbstractValue::List(items) => items.as_slice(),
            _ => &[],
        };
        items.iter().enumerate().map(move |(index, item)| Self::new(item, self.position.item(index, item.tag)))
    }
}
