//! A declaration in neither form, and both forms of it.

use cognito_cfn::{
    AnalyticsConfiguration, CfnUserPoolClient, EnumValue, If, Intrinsic, RefreshTokenRotation, TokenValidityUnits,
    Value,
};
use cognito_cfn_schema::enums::TimeUnit;
use cognito_cfn_schema::{Kind, Property, Variant, blocks, client};
use fastrand::Rng;
use std::fmt;
use std::ops::Range;

/// A value of a property.
#[derive(Clone)]
pub(crate) enum Tree {
    Boolean(bool),
    Integer(i64),
    Text(String),
    Word(&'static Variant),
    List(Vec<Tree>),
    Block(Vec<(&'static Property, Tree)>),
    If(&'static str, Box<(Tree, Tree)>),
    NoValue,
    Unknown,
    /// What only the macro reads.
    Written(String),
    /// The arms of a Rust `if` or `match`, of which one is taken at run time.
    Arms(Vec<Tree>),
    /// The validity of a token with its unit.
    WithUnit(i64, &'static Variant),
}

/// Numbers about the edges of what is legal.
const NUMBERS: [i64; 24] = [
    -1,
    0,
    1,
    2,
    3,
    4,
    5,
    10,
    15,
    16,
    24,
    25,
    30,
    59,
    60,
    61,
    1440,
    1441,
    3600,
    3650,
    3651,
    86_400,
    86_401,
    315_360_001,
];

/// Texts of every kind, right and wrong, by a part of the property's name.
const TEXTS: [(&str, &[&str]); 8] = [
    (
        "_ur",
        &[
            "https://app.example.com/callback",
            "https://app.example.com/callback/",
            "https://example.com",
            "http://localhost:3000/",
            "http://127.0.0.1/",
            "http://[::1]/out",
            "http://example.com/#a",
            "http://localhost.com/",
            "http://10.0.0.1/",
            "https://a.example/#top",
            "myapp://callback",
            "localhost:5173/cb",
            "a.example:443/",
            "/callback",
            "https://*.example.com/",
            "https://u:p@a.example/",
            "a b",
            "",
            "${Domain}/cb",
            "{{resolve:ssm:/url}}",
            "{{resolve:ssm-secure:/url}}",
            "https://${Domain}/cb",
            "https://a.example/,https://b.example/",
            "htps://a.example/",
            "https:///cb",
        ],
    ),
    ("scopes", &["orders/read", "read", "Email", "offline_access", "a b", "", "${Server}/read", "aws.cognito.x"]),
    ("providers", &["Okta", "google", "Apple", "", "the name of a provider that is too long"]),
    ("attributes", &["custom:role", "role", "dev:custom:role", "identities", "cognito:status", "", "Surname"]),
    (
        "_arn",
        &["arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b", "arn:aws:sns:us-east-1:123456789012:t", "x"],
    ),
    ("application_id", &["0a1b", "xyz"]),
    ("user_pool_id", &["us-east-1_a1B2c3", "UserPool", ""]),
    ("", &["web", "", "café", "{{resolve:ssm:/name}}", "{{resolve:parameterstore:/name}}"]),
];

/// A declaration: mostly of a few properties, now and then of all.
pub(crate) fn declaration(random: &mut Rng) -> Tree {
    let share = random.u8(2..=10);
    Tree::Block(members(client::ALL, share, random))
}

fn members(of: &[&'static Property], share: u8, random: &mut Rng) -> Vec<(&'static Property, Tree)> {
    let mut members = Vec::new();
    for property in of {
        if random.u8(..10) < share {
            members.push((*property, value(property, &property.kind, 2, random)));
        }
    }
    members
}

fn value(property: &Property, kind: &Kind, depth: u8, random: &mut Rng) -> Tree {
    match random.u8(..20) {
        0 => Tree::Unknown,
        1 => Tree::NoValue,
        2 | 3 if depth > 0 => {
            let condition = if random.bool() { "IsProd" } else { "IsDev" };
            let mut arm = || value(property, kind, depth - 1, random);
            let then = arm();
            Tree::If(condition, Box::new((then, arm())))
        }
        _ => known(property, kind, random),
    }
}

fn known(property: &Property, kind: &Kind, random: &mut Rng) -> Tree {
    match kind {
        Kind::Boolean => Tree::Boolean(random.u8(..3) > 0),
        Kind::Integer => Tree::Integer(NUMBERS[random.usize(..NUMBERS.len())]),
        Kind::String(_) => text(property, random),
        Kind::Enum(of) if of.is_open() && random.bool() => text(property, random),
        Kind::Enum(of) => Tree::Word(of.variants[random.usize(..of.variants.len())]),
        Kind::List(Kind::String(_)) => list(property, &Kind::STRING, random),
        Kind::List(Kind::Enum(of)) => list(property, &Kind::Enum(of), random),
        Kind::Block(of) => Tree::Block(members(of.members, 6, random)),
        _ => unreachable!("no property is of that kind"),
    }
}

fn list(property: &Property, item: &Kind, random: &mut Rng) -> Tree {
    Tree::List((0..random.u8(..4)).map(|_| value(property, item, 1, random)).collect())
}

fn text(property: &Property, random: &mut Rng) -> Tree {
    let pool = TEXTS.iter().find(|(part, _)| property.name.contains(part)).map_or(&["web"][..], |(_, pool)| *pool);
    Tree::Text(pool[random.usize(..pool.len())].to_owned())
}

impl Tree {
    /// The members of a block.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&'static str, &Tree)> {
        let Self::Block(members) = self else { unreachable!("only blocks are asked for members") };
        members.iter().map(|(property, value)| (property.name, value))
    }

    /// Removes the members that are written at one of these places, if there are any.
    pub(crate) fn remove_members_at(&mut self, places: &[Range<usize>]) -> bool {
        let Self::Block(members) = self else { unreachable!("only blocks have members") };
        let count = members.len();
        let mut end = 0;
        members.retain(|member| {
            let start = end;
            end += written(member).len();
            !places.iter().any(|place| !place.is_empty() && (start..end).contains(&place.start))
        });
        members.len() < count
    }

    /// Leaves out some of the properties, and puts dots in the place of all of them.
    pub(crate) fn leave_out(&mut self, random: &mut Rng) {
        let Self::Block(members) = self else { unreachable!("only blocks have members") };
        members.retain(|_| random.bool());
    }

    /// Puts spreads in the place of some items of lists.
    pub(crate) fn spread(&mut self, random: &mut Rng) {
        match self {
            Self::List(items) => {
                for item in items {
                    if random.u8(..3) == 0 && !matches!(item, Self::NoValue) {
                        *item = Self::Written("..later".to_owned());
                    }
                }
            }
            Self::Block(members) => members.iter_mut().for_each(|(_, value)| value.spread(random)),
            Self::If(_, arms) => {
                arms.0.spread(random);
                arms.1.spread(random);
            }
            _ => {}
        }
    }

    /// A property of two values, by its name.
    pub(crate) fn arms(&self, random: &mut Rng) -> Option<(usize, Self, Self)> {
        let Self::Block(members) = self else { unreachable!("only blocks have members") };
        let at = random.usize(..members.len().max(1));
        let (property, one) = members.get(at)?;
        let is_branch = !matches!(one, Self::NoValue | Self::Unknown) && !matches!(property.kind, Kind::Block(_));
        is_branch.then(|| (at, one.clone(), value(property, &property.kind, 0, random)))
    }

    /// The declaration with another value of that property.
    pub(crate) fn with(&self, at: usize, value: Self) -> Self {
        let mut declaration = self.clone();
        if let Self::Block(members) = &mut declaration {
            members[at].1 = value;
        }
        declaration
    }

    /// The number of a token validity and the member that has its unit, if nothing else says what the unit is.
    pub(crate) fn measure(&self, random: &mut Rng) -> Option<(Self, Self)> {
        use cognito_cfn_schema::blocks::unit_of;
        let Self::Block(members) = self else { unreachable!("only blocks have members") };
        let units = members.iter().position(|(property, _)| std::ptr::eq(*property, &client::token_validity_units));
        if units.is_some_and(|at| !matches!(members[at].1, Self::Block(_))) {
            return None;
        }
        let (mut written, mut finished) = (members.clone(), Vec::new());
        for (property, value) in &mut written {
            let (Some(member), Self::Integer(number)) = (unit_of(property), &*value) else { continue };
            let Kind::Enum(of) = member.kind else { continue };
            let unit = of.variants[random.usize(..of.variants.len())];
            *value = Self::Written(format!("{}({number})", unit.name));
            finished.push((member, Self::Word(unit)));
        }
        let mut value = members.clone();
        match units {
            None => value.push((&client::token_validity_units, Self::Block(finished))),
            Some(at) => {
                for tree in [&mut written, &mut value] {
                    let Self::Block(units) = &mut tree[at].1 else { continue };
                    units.retain(|(member, _)| !finished.iter().any(|(own, _)| std::ptr::eq(*own, *member)));
                }
                if let Self::Block(units) = &mut value[at].1 {
                    units.extend(finished);
                }
            }
        }
        Some((Self::Block(written), Self::Block(value)))
    }

    /// Makes some of the values unknown, here or further in.
    pub(crate) fn forget(&mut self, random: &mut Rng) {
        let parts: Vec<&mut Self> = match self {
            Self::List(items) => items.iter_mut().collect(),
            Self::Block(members) => members.iter_mut().map(|(_, value)| value).collect(),
            Self::If(_, arms) => vec![&mut arms.0, &mut arms.1],
            _ => Vec::new(),
        };
        for part in parts {
            // What is absent is known to be, and stays so.
            if random.u8(..4) == 0 && !matches!(part, Self::NoValue) {
                *part = Self::Unknown;
            } else {
                part.forget(random);
            }
        }
    }
}

/// Branches and units, as a program has them.
impl Tree {
    /// The declaration with up to three values as one of two or three arms.
    pub(crate) fn with_arms(&self, random: &mut Rng) -> Self {
        let mut tree = self.clone();
        tree.branch(random, &mut 0);
        tree
    }

    fn branch(&mut self, random: &mut Rng, count: &mut usize) {
        let Self::Block(members) = self else { return };
        for (property, written) in members {
            match written {
                Self::Block(inner) if !inner.is_empty() && *count < 3 && random.u8(..4) == 0 => {
                    let other = known(property, &property.kind, random);
                    // Without members, the braces are a block of Rust.
                    if matches!(&other, Self::Block(members) if !members.is_empty()) {
                        *written = Self::Arms(vec![written.clone(), other]);
                        *count += 1;
                    }
                }
                Self::Block(_) => written.branch(random, count),
                Self::Unknown | Self::If(..) => {}
                _ if *count < 3 && random.u8(..3) == 0 => {
                    let arms = random.usize(1..=2);
                    let others = (0..arms).map(|_| known(property, &property.kind, random));
                    *written = Self::Arms([written.clone()].into_iter().chain(others).collect());
                    *count += 1;
                }
                Self::List(items) => {
                    for item in items.iter_mut().filter(|item| !matches!(item, Self::Unknown | Self::If(..))) {
                        if *count < 3 && random.u8(..6) == 0 {
                            let other = known(property, &property.kind.item().unwrap_or(property.kind), random);
                            *item = Self::Arms(vec![item.clone(), other]);
                            *count += 1;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// With the arm that each `if` and `match` takes: the one of that index, or the last.
    pub(crate) fn taken(&self, index: usize) -> Self {
        match self {
            Self::Arms(arms) => arms[index.min(arms.len() - 1)].taken(index),
            Self::List(items) => Self::List(items.iter().map(|item| item.taken(index)).collect()),
            Self::Block(members) => {
                Self::Block(members.iter().map(|(property, value)| (*property, value.taken(index))).collect())
            }
            other => other.clone(),
        }
    }

    /// The declaration with units at some validities, and the same with a number and a member of `token_validity_units`.
    pub(crate) fn with_units(&self, random: &mut Rng) -> [Self; 2] {
        let Self::Block(members) = self else { unreachable!("a declaration is a block") };
        let (mut with_units, mut plain) = (Vec::new(), Vec::new());
        let mut block: Vec<(&'static Property, Self)> =
            match members.iter().find(|(property, _)| property.name == client::token_validity_units.name) {
                Some((_, Self::Block(block))) => block.clone(),
                _ => Vec::new(),
            };
        let mut written = Vec::new();
        for (property, value) in
            members.iter().filter(|(property, _)| property.name != client::token_validity_units.name)
        {
            match blocks::unit_of(property).filter(|_| random.u8(..3) > 0) {
                Some(member) => {
                    let number = NUMBERS[random.usize(..NUMBERS.len())];
                    let unit = TimeUnit.variants[random.usize(..TimeUnit.variants.len())];
                    with_units.push((*property, Self::WithUnit(number, unit)));
                    plain.push((*property, Self::Integer(number)));
                    block.retain(|(other, _)| other.name != member.name);
                    written.push((member, Self::Word(unit)));
                }
                None => {
                    with_units.push((*property, value.clone()));
                    plain.push((*property, value.clone()));
                }
            }
        }
        if !block.is_empty() {
            with_units.push((&client::token_validity_units, Self::Block(block.clone())));
        }
        block.extend(written);
        if !block.is_empty() {
            plain.push((&client::token_validity_units, Self::Block(block)));
        }
        [Self::Block(with_units), Self::Block(plain)]
    }

    /// With the units of validities in the block.
    pub(crate) fn with_block_of_units(self) -> Self {
        let Self::Block(mut members) = self else { return self };
        let mut units = Vec::new();
        for (property, value) in &mut members {
            if let (Self::WithUnit(number, unit), Some(member)) = (&*value, blocks::unit_of(property)) {
                units.push((member, Self::Word(unit)));
                *value = Self::Integer(*number);
            }
        }
        let block = members.iter_mut().find(|(property, _)| property.name == client::token_validity_units.name);
        match block {
            Some((_, Self::Block(block))) => block.extend(units),
            None if !units.is_empty() => members.push((&client::token_validity_units, Self::Block(units))),
            _ => {}
        }
        Self::Block(members)
    }

    /// Both arms alike, at some places.
    pub(crate) fn with_equal_arms(&self, random: &mut Rng) -> Self {
        let Self::Block(members) = self else { return self.clone() };
        let repeat = |(property, value): &(&'static Property, Self)| {
            let value = match value {
                Self::Block(_) => value.with_equal_arms(random),
                Self::Unknown | Self::If(..) | Self::NoValue => value.clone(),
                _ if random.bool() => Self::Arms(vec![value.clone(), value.clone()]),
                _ => value.clone(),
            };
            (*property, value)
        };
        Self::Block(members.iter().map(repeat).collect())
    }
}

fn written((property, value): &(&'static Property, Tree)) -> String {
    format!("{}: {value}, ", property.name)
}

/// As it is written in the macro.
impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(truth) => write!(f, "{truth}"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Word(word) => f.write_str(word.name),
            Self::List(items) => {
                f.write_str("[")?;
                items.iter().try_for_each(|item| write!(f, "{item}, "))?;
                f.write_str("]")
            }
            Self::Block(members) => {
                f.write_str("{ ")?;
                members.iter().try_for_each(|member| f.write_str(&written(member)))?;
                f.write_str("}")
            }
            Self::If(condition, arms) => write!(f, "If({condition:?}, {}, {})", arms.0, arms.1),
            Self::NoValue => f.write_str("NoValue"),
            Self::Unknown => f.write_str("Ref(\"Later\")"),
            Self::Written(tokens) => f.write_str(tokens),
            Self::WithUnit(number, unit) => write!(f, "{}({number})", unit.name),
            Self::Arms(arms) => match arms.as_slice() {
                [then, otherwise] => write!(f, "if is_first() {{ {then} }} else {{ {otherwise} }}"),
                arms => {
                    f.write_str("match stage() { ")?;
                    arms.iter().enumerate().try_for_each(|(index, arm)| match index {
                        0 => write!(f, "Stage::Dev if is_first() => {arm}, "),
                        1 => write!(f, "Stage::Test | Stage::Dev => {{ log(); {arm} }} "),
                        _ => write!(f, "_ => {arm}"),
                    })?;
                    f.write_str(" }")
                }
            },
        }
    }
}

/// What a literal can be at run time.
trait Literal: Sized {
    fn of(tree: &Tree) -> Self;
}

fn of<T: Literal>(tree: &Tree) -> Value<T> {
    match tree {
        Tree::If(condition, arms) => {
            Value::If(Box::new(If { condition: (*condition).to_owned(), then: of(&arms.0), otherwise: of(&arms.1) }))
        }
        Tree::NoValue => Value::Intrinsic(Intrinsic::NoValue),
        Tree::Unknown => Value::Intrinsic(Intrinsic::reference("Later")),
        literal => Value::Literal(T::of(literal)),
    }
}

impl Literal for bool {
    fn of(tree: &Tree) -> Self {
        matches!(tree, Tree::Boolean(true))
    }
}

impl Literal for i64 {
    fn of(tree: &Tree) -> Self {
        if let Tree::Integer(number) = tree { *number } else { unreachable!("{tree} is no number") }
    }
}

impl Literal for String {
    fn of(tree: &Tree) -> Self {
        if let Tree::Text(text) = tree { text.clone() } else { unreachable!("{tree} is no text") }
    }
}

impl<T: Literal> Literal for Vec<Value<T>> {
    fn of(tree: &Tree) -> Self {
        if let Tree::List(items) = tree { items.iter().map(of).collect() } else { unreachable!("{tree} is no list") }
    }
}

macro_rules! words {
    ($($kind:ident $enumeration:ident)+) => {
        $(impl Literal for cognito_cfn::$enumeration {
            fn of(tree: &Tree) -> Self {
                let text = match tree {
                    Tree::Word(word) => word.value,
                    Tree::Text(text) => text,
                    _ => unreachable!("{tree} is no word"),
                };
                Self::from_value(text).expect("only open enumerations get other texts")
            }
        })+
    };
}
cognito_cfn_schema::enumeration_names!(words);

/// The fields of a struct, each from the member of its name.
macro_rules! fields {
    ($tree:ident $struct:ident { $( $(#[doc = $doc:literal])+ $name:ident: $kind:ident $(($of:ident))? )+ }) => {{
        let mut filled = $struct::default();
        for (name, value) in $tree.members() {
            match name {
                $( stringify!($name) => filled.$name = Some(of(value)), )+
                _ => unreachable!("{name} is no member"),
            }
        }
        filled
    }};
}

macro_rules! block {
    ($struct:ident $($rows:tt)+) => {
        impl Literal for $struct {
            fn of(tree: &Tree) -> Self {
                fields!(tree $struct { $($rows)+ })
            }
        }
    };
}
cognito_cfn_schema::analytics_configuration_members! { block AnalyticsConfiguration }
cognito_cfn_schema::refresh_token_rotation_members! { block RefreshTokenRotation }
cognito_cfn_schema::token_validity_units_members! { block TokenValidityUnits }

macro_rules! whole {
    ($($rows:tt)+) => {
        /// As a value.
        pub(crate) fn client(tree: &Tree) -> CfnUserPoolClient {
            fields!(tree CfnUserPoolClient { $($rows)+ })
        }
    };
}
cognito_cfn_schema::client_properties!(whole);
