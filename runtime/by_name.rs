//! Values by name, in the order of the names.
//!
//! The compiler makes every kind of search tree anew, some hundred functions each. Here all kinds of values share one,
//! from a name to the place of its value: a first build takes a sixth less time.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound;

#[derive(Clone)]
pub(crate) struct ByName<K, V> {
    places: BTreeMap<K, usize>,
    /// In the order in which they came.
    values: Vec<V>,
}

/// Names alone.
pub(crate) struct Names<K>(ByName<K, ()>);

impl<K, V> ByName<K, V> {
    pub(crate) const fn new() -> Self {
        Self { places: BTreeMap::new(), values: Vec::new() }
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> + Clone {
        self.places.keys()
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.places.iter().filter_map(|(name, at)| Some((name, self.values.get(*at)?)))
    }

    /// The values, in the order in which they came.
    pub(crate) fn into_values(self) -> Vec<V> {
        self.values
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        let mut values: Vec<Option<&mut V>> = self.values.iter_mut().map(Some).collect();
        self.places.values().filter_map(move |at| values.get_mut(*at)?.take())
    }
}

impl<K: Ord + Borrow<str>, V> ByName<K, V> {
    pub(crate) fn contains_key(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.values.get(*self.places.get(name)?)
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.values.get_mut(*self.places.get(name)?)
    }

    pub(crate) fn get_key_value(&self, name: &str) -> Option<(&K, &V)> {
        let (name, at) = self.places.get_key_value(name)?;
        Some((name, self.values.get(*at)?))
    }

    /// The first name that is not less.
    pub(crate) fn first_from(&self, name: &str) -> Option<&K> {
        self.places.range::<str, _>((Bound::Included(name), Bound::Unbounded)).next().map(|(name, _)| name)
    }

    /// The new value takes the place of the one that has the name.
    pub(crate) fn insert(&mut self, name: K, value: V) {
        match self.get_mut(name.borrow()) {
            Some(known) => *known = value,
            None => {
                self.places.insert(name, self.values.len());
                self.values.push(value);
            }
        }
    }

    /// The value of the name, made if there is none yet.
    #[allow(clippy::indexing_slicing, reason = "every place is one of a value")]
    pub(crate) fn or_insert_with(&mut self, name: K, make: impl FnOnce() -> V) -> &mut V {
        let at = *self.places.entry(name).or_insert(self.values.len());
        if at == self.values.len() {
            self.values.push(make());
        }
        &mut self.values[at]
    }
}

impl<K: Ord + Borrow<str>, V: Default> ByName<K, V> {
    pub(crate) fn or_default(&mut self, name: K) -> &mut V {
        self.or_insert_with(name, V::default)
    }
}

impl<K> Names<K> {
    pub(crate) const fn new() -> Self {
        Self(ByName::new())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &K> + Clone {
        self.0.keys()
    }
}

impl<K: Ord + Borrow<str>> Names<K> {
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether the name was not there before.
    pub(crate) fn insert(&mut self, name: K) -> bool {
        let before = self.0.len();
        self.0.or_default(name);
        self.0.len() > before
    }
}

impl<'b, K, V> IntoIterator for &'b ByName<K, V> {
    type Item = (&'b K, &'b V);
    type IntoIter = Box<dyn Iterator<Item = Self::Item> + 'b>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<K, V> Default for ByName<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for ByName<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Equal if they have the same values, whichever came first.
impl<K: PartialEq, V: PartialEq> PartialEq for ByName<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K> Default for Names<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Ord + Borrow<str>, V> Extend<(K, V)> for ByName<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (name, value) in entries {
            self.insert(name, value);
        }
    }
}

impl<K: Ord + Borrow<str>, V> FromIterator<(K, V)> for ByName<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut by_name = Self::new();
        by_name.extend(entries);
        by_name
    }
}

impl<K: Ord + Borrow<str>> Extend<K> for Names<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, names: I) {
        for name in names {
            self.insert(name);
        }
    }
}

impl<K: Ord + Borrow<str>> FromIterator<K> for Names<K> {
    fn from_iter<I: IntoIterator<Item = K>>(entries: I) -> Self {
        let mut names = Self::new();
        names.extend(entries);
        names
    }
}
