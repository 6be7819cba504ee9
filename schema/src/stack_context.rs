//! The input of rules that need the stack: the resources that concern the client's user pool.
//!
//! The runtime reads the resources of a stack and fills this in. If a fact is absent or not known, a rule reports nothing.

use crate::diagnostic::{Finding, Severity};

/// What a client names as its pool, and is not the id of one.
pub struct NotAPool {
    /// The logical id, with the return value: `Pool.Arn`.
    pub reference: String,
    /// What it is.
    pub what: String,
    /// The logical id of the pool, if it is another return value of one.
    pub pool: Option<String>,
}

/// The stack of a client, as far as the rules need it.
#[derive(Default)]
pub struct StackContext<'s> {
    /// The user pool of the client, if it is in the stack.
    pub pool: Option<Pool<'s>>,
    /// Whether these are all resources of the template: no loop or macro creates others.
    pub is_complete: bool,
    /// Whether the pool's id is passed to something that can add to the pool before the client is created or updated: to
    /// other stacks, or to custom code. What is missing here may be created there.
    pub is_handed_out: bool,
    /// The resource servers of the pool.
    pub resource_servers: Vec<ResourceServer<'s>>,
    /// The identity providers of the pool.
    pub providers: Vec<Provider<'s>>,
    /// The resource servers and identity providers of which the pool is in the stack, in the order of the logical ids:
    /// each with that of its pool.
    pub pools: &'s [(&'s str, &'s str)],
    /// The domain of the pool.
    pub domain: Domain,
    /// Whether there is a branding style for the client.
    pub has_branding: bool,
    /// The logical ids in the client's `depends_on`.
    pub depends_on: &'s [String],
    /// The region the stack is deployed to, if it is known.
    pub region: Option<&'s str>,
    /// What `user_pool_id` refers to if that is no pool.
    pub not_a_pool: Option<NotAPool>,
    /// The return values of the client that other parts of the template read: who reads, and which.
    pub return_values_read: Vec<(&'s str, &'s str)>,
    /// Where the client's secret can be read in plain text.
    pub secret_exposures: Vec<Exposure<'s>>,
}

/// A place in which a value can be read in plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure<'s> {
    /// The output of that name.
    Output(&'s str),
    /// The parameter of Systems Manager of that logical id.
    Parameter(&'s str),
    /// The environment of the function of that logical id.
    Environment(&'s str),
}

/// A fact of another resource.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fact<T> {
    /// It is absent.
    #[default]
    Absent,
    /// It is a literal.
    Known(T),
    /// It comes from a function or a parameter.
    Unknown,
}

impl<T> Fact<T> {
    /// The fact, if it is known.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(fact) => Some(fact),
            Self::Absent | Self::Unknown => None,
        }
    }
}

/// The user pool.
#[derive(Default)]
pub struct Pool<'s> {
    /// Its logical id.
    pub logical_id: &'s str,
    /// Its feature plan: `LITE`, `ESSENTIALS` or `PLUS`.
    pub tier: Fact<&'s str>,
    /// The attributes of its schema; none if it has no schema, and not known if one name is not.
    pub attributes: Fact<Vec<SchemaAttribute<'s>>>,
    /// The names of its Lambda triggers.
    pub triggers: Fact<Vec<&'s str>>,
}

/// An attribute in the schema of a pool.
pub struct SchemaAttribute<'s> {
    /// The name, without `custom:`.
    pub name: &'s str,
    /// Whether each user must have it.
    pub is_required: bool,
}

/// A resource server.
pub struct ResourceServer<'s> {
    /// Its logical id.
    pub logical_id: &'s str,
    /// The prefix of its scopes.
    pub identifier: Fact<&'s str>,
    /// The names of its scopes.
    pub scopes: Fact<Vec<&'s str>>,
    /// Whether the client depends on it.
    pub is_dependency: bool,
}

/// An identity provider.
pub struct Provider<'s> {
    /// Its logical id.
    pub logical_id: &'s str,
    /// The name that a client lists.
    pub name: Fact<&'s str>,
    /// The user attributes it is mapped to.
    pub mapped_attributes: Fact<Vec<&'s str>>,
    /// Whether the client depends on it.
    pub is_dependency: bool,
}

/// The domain of a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Domain {
    /// There is none in the stack.
    #[default]
    None,
    /// One with the classic pages, or with pages that are not known.
    Classic,
    /// One with managed login.
    ManagedLogin,
}

impl Pool<'_> {
    /// Whether it has the Lite feature plan.
    pub(crate) fn is_lite(&self) -> bool {
        self.tier == Fact::Known("LITE")
    }
}

impl StackContext<'_> {
    /// Whether the pool can contain only these resources.
    pub(crate) fn has_everything(&self) -> bool {
        self.is_complete && !self.is_handed_out
    }

    /// The other pool of the stack that a resource server or an identity provider belongs to.
    pub(crate) fn other_pool(&self, logical_id: &str) -> Option<&str> {
        let own = self.pool.as_ref()?.logical_id;
        let at = self.pools.binary_search_by_key(&logical_id, |(id, _)| id).ok()?;
        self.pools.get(at).map(|(_, pool)| *pool).filter(|pool| *pool != own)
    }

    /// A finding about something missing in the pool: a warning if something else may create it.
    pub(crate) fn missing(&self, mut finding: Finding) -> Option<Finding> {
        if self.is_handed_out {
            finding.severity = Severity::Warning;
        }
        self.is_complete.then_some(finding)
    }

    /// `depends_on` with one more resource, as it is written.
    pub(crate) fn depends_on_with(&self, logical_id: &str) -> String {
        let ids: Vec<String> =
            self.depends_on.iter().map(String::as_str).chain([logical_id]).map(|id| format!("{id:?}")).collect();
        format!("depends_on: [{}]", ids.join(", "))
    }
}
