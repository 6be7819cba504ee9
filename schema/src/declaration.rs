//! What a rule sees: a declaration in which each value is absent, known, or not known yet.

use crate::enums::Variant;
use crate::property::Property;
use std::borrow::Cow;

/// A declaration, or a block within one: the members that were written, in order.
#[derive(Default)]
pub struct Declaration<'a> {
    /// The members with their values.
    pub members: Vec<(&'static Property, Node<'a>)>,
    /// Who asks: handed back in findings on the declaration as a whole.
    pub tag: usize,
}

/// A value and the tag by which whoever built the declaration finds it again.
pub struct Node<'a> {
    /// Handed back in findings on this value.
    pub tag: usize,
    /// What is known of it.
    pub value: Known<'a>,
}

/// What is known of a value.
pub enum Known<'a> {
    /// Nothing was written, or `NoValue`.
    Absent,
    /// A Rust expression, or a function of CloudFormation.
    Unknown,
    /// A function of CloudFormation that gives text, of which only the beginning is known.
    Beginning(Cow<'a, str>),
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Integer(i64),
    /// Text that is no word of the property's enumeration.
    Text(Cow<'a, str>),
    /// A word.
    Word(&'static Variant),
    /// A list, item by item.
    List(Vec<Node<'a>>),
    /// A nested block.
    Block(Declaration<'a>),
    /// One value where the condition holds, another where it does not.
    If {
        /// The name of the condition, or `None` where it is not known: such a condition equals no other.
        condition: Option<Cow<'a, str>>,
        /// The value where it holds.
        then: Box<Node<'a>>,
        /// The value where it does not.
        otherwise: Box<Node<'a>>,
    },
}

impl<'a> Node<'a> {
    /// A value with its tag.
    pub fn new(tag: usize, value: Known<'a>) -> Self {
        Self { tag, value }
    }
}

/// Text as a rule may see it: what holds a dynamic reference is not known before deployment.
pub fn text(text: &str) -> Known<'_> {
    if text.contains("{{resolve:") { Known::Unknown } else { Known::Text(Cow::Borrowed(text)) }
}

/// What a `Sub` gives, as a rule may see it: the text before the first `${`.
pub fn beginning(template: &str) -> Known<'_> {
    let written = template.split_once("${").map_or(template, |(written, _)| written);
    match text(written) {
        Known::Text(written) => Known::Beginning(written),
        unknown => unknown,
    }
}

impl Known<'_> {
    /// Whether the value, or a part of it, shows at deployment only.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown | Self::Beginning(_))
    }
}

/// The arms of `If` taken on the way to a value: which conditions hold there.
#[derive(Clone, Copy, Default)]
pub struct World<'w> {
    assumed: Option<(&'w str, bool)>,
    outer: Option<&'w World<'w>>,
}

impl<'w> World<'w> {
    /// Whether the condition holds here, where that was assumed.
    fn holds(&self, condition: &str) -> Option<bool> {
        match self.assumed {
            Some((assumed, holds)) if assumed == condition => Some(holds),
            _ => self.outer.and_then(|outer| outer.holds(condition)),
        }
    }
}

/// What a rule does with one possible value.
type Visit<'v, 'a> = &'v mut dyn FnMut(&Node<'a>, &World<'_>);

impl<'a> Node<'a> {
    /// Visits every value this can turn out to be in that world, each with the world in which it does.
    pub fn visit(&self, world: &World<'_>, visit: Visit<'_, 'a>) {
        let Known::If { condition, then, otherwise } = &self.value else { return visit(self, world) };
        let holds = condition.as_deref().and_then(|condition| world.holds(condition));
        for (arm, node) in [(true, then), (false, otherwise)] {
            if holds.is_none_or(|holds| holds == arm) {
                let assumed = condition.as_deref().map(|condition| (condition, arm));
                node.visit(&World { assumed, outer: Some(world) }, visit);
            }
        }
    }

    /// Whether every value this can turn out to be in that world satisfies the test.
    fn always(&self, world: &World<'_>, test: &dyn Fn(&Known<'a>, &World<'_>) -> bool) -> bool {
        let mut all = true;
        self.visit(world, &mut |node, world| all &= test(&node.value, world));
        all
    }
}

/// A test of a known value.
pub type Test<'t> = &'t dyn Fn(&Known<'_>) -> bool;

impl<'a> Declaration<'a> {
    /// The value as written.
    pub fn get(&self, property: &Property) -> Option<&Node<'a>> {
        self.members.iter().find(|(written, _)| std::ptr::eq(*written, property)).map(|(_, node)| node)
    }

    /// Visits every value a property can turn out to be.
    pub fn each(&self, property: &Property, world: &World<'_>, visit: Visit<'_, 'a>) {
        if let Some(node) = self.get(property) {
            node.visit(world, visit);
        }
    }

    /// Visits every item a list can turn out to hold, with its place in the list.
    pub fn each_item(&self, property: &Property, visit: &mut dyn FnMut(usize, &Node<'a>, &World<'_>)) {
        self.each(property, &World::default(), &mut |list, world| {
            if let Known::List(items) = &list.value {
                for (index, item) in items.iter().enumerate() {
                    item.visit(world, &mut |item, world| visit(index, item, world));
                }
            }
        });
    }

    /// Visits every block a property can turn out to be.
    pub fn each_block(&self, property: &Property, visit: &mut dyn FnMut(&Node<'a>, &Declaration<'a>, &World<'_>)) {
        self.each(property, &World::default(), &mut |node, world| {
            if let Known::Block(block) = &node.value {
                visit(node, block, world);
            }
        });
    }

    /// Whether the property satisfies the test whatever it turns out to be in that world. What is absent is tested too.
    pub fn always(&self, property: &Property, world: &World<'_>, test: Test<'_>) -> bool {
        self.get(property).map_or_else(|| test(&Known::Absent), |node| node.always(world, &|value, _| test(value)))
    }

    /// As [`Declaration::always`], of a member of a block. Where the block is absent, so is its member.
    pub fn always_in(&self, block: &Property, member: &Property, world: &World<'_>, test: Test<'_>) -> bool {
        self.get(block).map_or_else(
            || test(&Known::Absent),
            |node| {
                node.always(world, &|value, world| match value {
                    Known::Block(block) => block.always(member, world, test),
                    Known::Absent => test(&Known::Absent),
                    _ => false,
                })
            },
        )
    }

    /// Whether the list certainly holds an item that satisfies the test.
    pub fn always_has(&self, property: &Property, world: &World<'_>, test: Test<'_>) -> bool {
        self.get(property).is_some_and(|node| {
            node.always(world, &|value, world| match value {
                Known::List(items) => items.iter().any(|item| item.always(world, &|value, _| test(value))),
                _ => false,
            })
        })
    }

    /// Whether the list certainly holds more than one item that satisfies the test.
    pub fn always_has_several(&self, property: &Property, world: &World<'_>, test: Test<'_>) -> bool {
        self.get(property).is_some_and(|node| {
            node.always(world, &|value, world| match value {
                Known::List(items) => {
                    items.iter().filter(|item| item.always(world, &|value, _| test(value))).nth(1).is_some()
                }
                _ => false,
            })
        })
    }

    /// Whether the list certainly is absent or has no item.
    pub fn always_empty(&self, property: &Property, world: &World<'_>) -> bool {
        self.always_lacks(property, world, &|_| true)
    }

    /// Whether the list certainly holds no item that satisfies the test. An item not known yet might.
    pub fn always_lacks(&self, property: &Property, world: &World<'_>, test: Test<'_>) -> bool {
        self.get(property).is_none_or(|node| {
            node.always(world, &|value, world| match value {
                Known::Absent => true,
                Known::List(items) => items.iter().all(|item| {
                    item.always(world, &|value, _| match value {
                        Known::Absent => true,
                        value if value.is_unknown() => false,
                        known => !test(known),
                    })
                }),
                _ => false,
            })
        })
    }
}
