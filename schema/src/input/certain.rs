//! What is certain of a property, whatever its value turns out to be.

use super::{AbstractValue, Assumptions, Node, Properties, Test, Visited, VisitedBlock};
use crate::property::Property;

/// Of a property with more values than that nothing is certain: rules ask for each value of one property what is certain
/// of another.
const MAX_VALUES: usize = 256;

impl<'a> Node<'a> {
    /// Whether every value this can turn out to be under those assumptions satisfies the test.
    fn always(&self, given: &Assumptions<'_>, test: &dyn Fn(&AbstractValue<'a>, &Assumptions<'_>) -> bool) -> bool {
        if !matches!(self.value, AbstractValue::If { .. }) {
            return test(&self.value, given);
        }
        let mut left = MAX_VALUES;
        self.try_visit(given, &mut |node, given| {
            left = left.checked_sub(1)?;
            test(&node.value, given).then_some(())
        })
        .is_some()
    }
}

impl Properties<'_> {
    /// What a property that was not written is.
    fn unwritten(&self) -> &'static AbstractValue<'static> {
        if self.is_partial { &AbstractValue::Unknown } else { &AbstractValue::Absent }
    }

    /// Whether the property satisfies the test whatever it turns out to be. What is absent is tested too.
    pub fn always(&self, property: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.get(property).map_or_else(|| test(self.unwritten()), |node| node.always(given, &|value, _| test(value)))
    }

    /// As [`Properties::always`], of a member of a block. Where the block is absent, so is its member.
    pub fn always_in(&self, block: &Property, member: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.get(block).map_or_else(
            || test(self.unwritten()),
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
        self.get(property).map_or(!self.is_partial, |node| {
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

impl Properties<'_> {
    /// Whether no item of the list can be that string at deployment.
    pub fn always_differs(&self, property: &Property, given: &Assumptions<'_>, from: &AbstractValue<'_>) -> bool {
        self.get(property).is_some_and(|node| {
            node.always(given, &|value, given| match value {
                AbstractValue::Absent => true,
                AbstractValue::List(items) => {
                    items.iter().all(|item| item.always(given, &|item, _| item.is_absent() || !item.can_equal(from)))
                }
                _ => false,
            })
        })
    }
}

impl VisitedBlock<'_, '_> {
    /// As [`Properties::always`], of a member.
    pub fn always(&self, member: &Property, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.members.always(member, given, test)
    }
}

impl Visited<'_, '_> {
    /// Whether every value this can turn out to be under those assumptions satisfies the test.
    pub fn always(&self, given: &Assumptions<'_>, test: Test<'_>) -> bool {
        self.node.always(given, &|value, _| test(value))
    }
}
