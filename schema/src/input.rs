//! What a rule sees: properties of which each value is absent, known, or not known yet.

use crate::diagnostic::Position;
use crate::enums::Variant;
use crate::literals::shorten;
use crate::property::Property;
use std::borrow::Cow;

/// The properties of a client, or the members of a block: those that were written, in order.
#[derive(Default)]
pub struct Properties<'a> {
    /// Each property with its value.
    pub entries: Vec<(&'static Property, Node<'a>)>,
    /// What the caller finds the client or the block by: handed back in findings on it as a whole.
    pub tag: usize,
}

/// A value, and the tag by which the caller finds it again.
pub struct Node<'a> {
    /// Handed back in findings on this value.
    pub tag: usize,
    /// What is known of it.
    pub value: AbstractValue<'a>,
}

/// What is known of a value.
pub enum AbstractValue<'a> {
    /// Nothing was written, or `NoValue`.
    Absent,
    /// A Rust expression, or a function of CloudFormation.
    Unknown,
    /// A function of CloudFormation that gives a string, of which only the beginning is known.
    Prefix(Cow<'a, str>),
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Integer(i64),
    /// A string that is no variant of the property's enumeration.
    String(Cow<'a, str>),
    /// A variant of the property's enumeration.
    Variant(&'static Variant),
    /// A list, item by item.
    List(Vec<Node<'a>>),
    /// A nested block.
    Block(Properties<'a>),
    /// One value if the condition is true, another if it is false.
    If {
        /// The name of the condition, or `None` if it is not known: such a condition equals no other.
        condition: Option<Cow<'a, str>>,
        /// The value if it is true.
        then: Box<Node<'a>>,
        /// The value if it is false.
        otherwise: Box<Node<'a>>,
    },
}

impl<'a> AbstractValue<'a> {
    /// A string. One with a dynamic reference is not known before deployment.
    pub fn of_string(string: &'a str) -> Self {
        if string.contains("{{resolve:") { Self::Unknown } else { Self::String(Cow::Borrowed(string)) }
    }

    /// What a `Sub` gives: known up to the first `${`.
    pub fn of_template(template: &'a str) -> Self {
        let prefix = template.split_once("${").map_or(template, |(prefix, _)| prefix);
        match Self::of_string(prefix) {
            Self::String(prefix) => Self::Prefix(prefix),
            unknown => unknown,
        }
    }
}

/// Questions of rules about one value. What is not known answers each of them with no.
impl AbstractValue<'_> {
    /// Whether the value, or a part of it, is known at deployment only.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown | Self::Prefix(_))
    }

    /// Whether it is certainly absent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether something is certainly there. A Rust expression may turn out to be `None`.
    pub fn is_present(&self) -> bool {
        !self.is_absent() && !self.is_unknown()
    }

    /// Whether a switch is on.
    pub fn is_on(&self) -> bool {
        matches!(self, Self::Boolean(true))
    }

    /// Whether a switch is off: `false`, or absent where that is the default.
    pub fn is_off(&self) -> bool {
        matches!(self, Self::Absent | Self::Boolean(false))
    }

    /// Whether it is that variant of an enumeration.
    pub fn is(&self, variant: &Variant) -> bool {
        self.as_str() == Some(variant.value)
    }

    /// The CloudFormation string of a string or a variant.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(string) => Some(string),
            Self::Variant(variant) => Some(variant.value),
            _ => None,
        }
    }

    /// A string or a variant as the user writes it, for a message.
    pub fn written(&self) -> String {
        match self {
            Self::String(string) => shorten(string),
            Self::Variant(variant) => variant.name.to_owned(),
            _ => String::new(),
        }
    }
}

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

/// A possible value of a property, an item or a member, with its path. [`Rule::at`](crate::rules::Rule::at) takes it.
#[derive(Clone, Copy)]
pub struct Visited<'n, 'a> {
    /// What is known of it.
    pub value: &'n AbstractValue<'a>,
    /// Where it is.
    pub position: Position,
    node: &'n Node<'a>,
}

/// A possible block of a property.
#[derive(Clone, Copy)]
pub struct VisitedBlock<'n, 'a> {
    /// Where it is.
    pub position: Position,
    property: &'static Property,
    members: &'n Properties<'a>,
}

/// What a rule does with one possible value, under the assumptions that lead to it.
type Visit<'v, 'n, 'a> = &'v mut dyn FnMut(&'n Node<'a>, &Assumptions<'_>);

impl<'a> Node<'a> {
    /// A value with its tag.
    pub fn new(tag: usize, value: AbstractValue<'a>) -> Self {
        Self { tag, value }
    }

    /// Visits every value this can turn out to be under those assumptions.
    fn visit<'n>(&'n self, given: &Assumptions<'_>, visit: Visit<'_, 'n, 'a>) {
        let AbstractValue::If { condition, then, otherwise } = &self.value else { return visit(self, given) };
        let known = condition.as_deref().and_then(|condition| given.value_of(condition));
        for (arm, node) in [(true, then), (false, otherwise)] {
            if known.is_none_or(|known| known == arm) {
                let assumed = condition.as_deref().map(|condition| (condition, arm));
                node.visit(&Assumptions { assumed, outer: Some(given) }, visit);
            }
        }
    }

    /// Whether every value this can turn out to be under those assumptions satisfies the test.
    fn always(&self, given: &Assumptions<'_>, test: &dyn Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool) -> bool {
        let mut all = true;
        self.visit(given, &mut |node, given| all &= test(&node.value, given));
        all
    }
}

/// A test of a known value.
pub type Test<'t> = &'t dyn Fn(&AbstractValue<'_>) -> bool;

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
        let (property, node) = self.entries.iter().find(|(written, _)| std::ptr::eq(*written, property))?;
        Some((property, node))
    }

    /// Visits every value a property can turn out to be.
    pub fn each<'n>(&'n self, property: &Property, visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>)) {
        self.each_given(property, &Assumptions::default(), visit);
    }

    /// Visits every value a property can turn out to be under those assumptions.
    pub fn each_given<'n>(
        &'n self,
        property: &Property,
        given: &Assumptions<'_>,
        visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>),
    ) {
        if let Some((property, node)) = self.written(property) {
            Visited::new(node, Position::property(property, node.tag)).each(given, visit);
        }
    }

    /// The values a property can turn out to be that satisfy the test.
    pub fn values<'n>(
        &'n self,
        property: &Property,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Vec<Visited<'n, 'a>> {
        let mut values = Vec::new();
        self.each(property, |value, given| values.extend(Some(value).filter(|value| test(value.value, given))));
        values
    }

    /// Visits every item a list can turn out to hold.
    pub fn each_item<'n>(&'n self, property: &Property, mut visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>)) {
        self.each(property, |list, given| list.items().for_each(|item| item.each(given, &mut visit)));
    }

    /// The items a list can turn out to hold that satisfy the test.
    pub fn items<'n>(
        &'n self,
        property: &Property,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Vec<Visited<'n, 'a>> {
        let mut items = Vec::new();
        self.each_item(property, |item, given| items.extend(Some(item).filter(|item| test(item.value, given))));
        items
    }

    /// The first such item.
    pub fn first_item<'n>(
        &'n self,
        property: &Property,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Option<Visited<'n, 'a>> {
        self.items(property, test).into_iter().next()
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
        self.each_block(block, |block, given| block.each(member, given, &mut visit));
    }
}

/// What is certain of a property, whatever its value turns out to be.
impl Properties<'_> {
    /// Whether the property satisfies the test whatever it turns out to be. What is absent is tested too.
    pub fn always(&self, property: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.get(property)
            .map_or_else(|| test(&AbstractValue::Absent), |node| node.always(given, &|value, _| test(value)))
    }

    /// As [`Properties::always`], of a member of a block. Where the block is absent, so is its member.
    pub fn always_in(&self, block: &Property, member: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.get(block).map_or_else(
            || test(&AbstractValue::Absent),
            |node| {
                node.always(given, &|value, given| match value {
                    AbstractValue::Block(block) => block.always(member, given, test),
                    AbstractValue::Absent => test(&AbstractValue::Absent),
                    _ => false,
                })
            },
        )
    }

    /// Whether the list certainly holds at least that many items that satisfy the test.
    fn always_has_at_least(&self, count: usize, property: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.get(property).is_some_and(|node| {
            node.always(given, &|value, given| match value {
                AbstractValue::List(items) => {
                    items.iter().filter(|item| item.always(given, &|value, _| test(value))).take(count).count() == count
                }
                _ => false,
            })
        })
    }

    /// Whether the list certainly holds an item that satisfies the test.
    pub fn always_has(&self, property: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.always_has_at_least(1, property, given, test)
    }

    /// Whether the list certainly holds more than one item that satisfies the test.
    pub fn always_has_multiple(&self, property: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.always_has_at_least(2, property, given, test)
    }

    /// Whether the list certainly is absent or has no item.
    pub fn always_empty(&self, property: &Property, given: &Assumptions<'_>) -> bool {
        self.always_lacks(property, given, &|_| true)
    }

    /// Whether the list certainly holds no item that satisfies the test. An item not known yet might.
    pub fn always_lacks(&self, property: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.get(property).is_none_or(|node| {
            node.always(given, &|value, given| match value {
                AbstractValue::Absent => true,
                AbstractValue::List(items) => items.iter().all(|item| {
                    item.always(given, &|value, _| match value {
                        AbstractValue::Absent => true,
                        value if value.is_unknown() => false,
                        known => !test(known),
                    })
                }),
                _ => false,
            })
        })
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
        visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>),
    ) {
        if let Some((member, node)) = self.members.written(member) {
            Visited::new(node, Position::member(self.property, member, node.tag)).each(given, visit);
        }
    }

    /// As [`Properties::always`], of a member.
    pub fn always(&self, member: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.members.always(member, given, test)
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
    fn each(&self, given: &Assumptions<'_>, mut visit: impl FnMut(Visited<'n, 'a>, &Assumptions<'_>)) {
        self.node.visit(given, &mut |node, given| visit(Self::new(node, self.position.with_tag(node.tag)), given));
    }

    /// Whether every value this can turn out to be under those assumptions satisfies the test.
    pub fn always(&self, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.node.always(given, &|value, _| test(value))
    }

    /// The first item the list can turn out to hold that satisfies the test.
    pub fn first_item(
        self,
        given: &Assumptions<'_>,
        test: impl Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool,
    ) -> Option<Visited<'n, 'a>> {
        let mut first = None;
        self.items().for_each(|item| {
            item.each(given, |item, given| {
                if first.is_none() && test(item.value, given) {
                    first = Some(item);
                }
            });
        });
        first
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
