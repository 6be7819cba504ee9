//! What a rule over a stack sees beside the declaration: the resources of the stack that concern the client's pool.
//!
//! Whoever holds the stack reads its resources and fills this in. What is not there, or not known, keeps a rule silent.

/// What stands around a client in its stack.
#[derive(Default)]
pub struct Surroundings<'s> {
    /// The pool, where the stack makes it.
    pub pool: Option<Pool<'s>>,
    /// Whether the stack shows all that its pool is given: no loop, macro, nested stack or resource of the user's own adds
    /// to it, and no other stack can import it.
    pub is_whole: bool,
    /// The resource servers of the pool.
    pub servers: Vec<Server<'s>>,
    /// The identity providers of the pool.
    pub providers: Vec<Provider<'s>>,
    /// The domain of the pool.
    pub domain: Domain,
    /// Whether there is a branding style for the client.
    pub is_branded: bool,
    /// The logical ids that the client's `depends_on` names.
    pub depends_on: &'s [String],
    /// The region the stack is deployed to, where that is known.
    pub region: Option<&'s str>,
    /// What `user_pool_id` refers to where that is no pool: a logical id and what it is.
    pub no_pool: Option<(String, String)>,
    /// The attributes of the client that other parts of the template ask for, each with who asks.
    pub asked: Vec<(&'s str, &'s str)>,
}

/// A fact of another resource.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fact<T> {
    /// It is not written there.
    #[default]
    Absent,
    /// It is written out.
    Known(T),
    /// A function or a parameter gives it.
    Unknown,
}

/// The user pool.
#[derive(Default)]
pub struct Pool<'s> {
    /// Its logical id.
    pub logical_id: &'s str,
    /// Its feature plan: `LITE`, `ESSENTIALS` or `PLUS`.
    pub tier: Fact<&'s str>,
    /// The attributes its schema defines; none where it has no schema, and not known where one name is not.
    pub attributes: Fact<Vec<Attribute<'s>>>,
    /// The names of its Lambda triggers.
    pub triggers: Fact<Vec<&'s str>>,
}

/// An attribute that the schema of a pool defines.
pub struct Attribute<'s> {
    /// The name, without `custom:`.
    pub name: &'s str,
    /// Whether each user must have it.
    pub is_required: bool,
}

/// A resource server.
pub struct Server<'s> {
    /// Its logical id.
    pub logical_id: &'s str,
    /// What its scopes begin with.
    pub identifier: Fact<&'s str>,
    /// The names of its scopes.
    pub scopes: Fact<Vec<&'s str>>,
    /// Whether CloudFormation makes it before the client.
    pub is_awaited: bool,
}

/// An identity provider.
pub struct Provider<'s> {
    /// Its logical id.
    pub logical_id: &'s str,
    /// The name a client knows it by.
    pub name: Fact<&'s str>,
    /// The attributes of the pool that it fills in.
    pub mapped: Fact<Vec<&'s str>>,
    /// Whether CloudFormation makes it before the client.
    pub is_awaited: bool,
}

/// The domain of a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Domain {
    /// The stack makes none.
    #[default]
    None,
    /// One with the classic pages, or with pages that are not known.
    Classic,
    /// One with managed login.
    ManagedLogin,
}

impl Surroundings<'_> {
    /// `depends_on` with one more resource, as it is written.
    pub(crate) fn depends_on_also(&self, logical_id: &str) -> String {
        let ids: Vec<String> =
            self.depends_on.iter().map(String::as_str).chain([logical_id]).map(|id| format!("{id:?}")).collect();
        format!("depends_on: [{}]", ids.join(", "))
    }
}
