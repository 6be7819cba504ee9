//! The methods of the CDK's classes that every resource has.

use super::{Dependency, Resource, error};
use crate::error::Error;
use crate::json::Json;
use crate::value::{EnumValue, Intrinsic, Value};

/// Writes the methods into the `impl` of a resource, so that no trait has to be in scope for them, and implements the
/// traits.
macro_rules! resource_methods {
    ($resource:ident, Sealed { $($sealed:item)* }, Resource { $($own:item)* }) => {
        impl $crate::resource::sealed::Sealed for $resource {
            fn state(&self) -> &$crate::resource::ResourceState {
                &self.state
            }

            fn state_mut(&mut self) -> &mut $crate::resource::ResourceState {
                &mut self.state
            }

            fn construct_name(&self) -> &'static str {
                stringify!($resource)
            }

            fn render(&self) -> $crate::resource::Rendered {
                self.rendered()
            }

            fn is_deep(&self) -> bool {
                self.has_deep_fields()
            }

            fn dismantle(&mut self) {
                self.dismantle_fields();
            }

            $($sealed)*
        }

        impl $crate::resource::Resource for $resource {
            fn logical_id(&self) -> &str {
                &self.logical_id
            }

            fn set_logical_id(&mut self, logical_id: String) -> Result<(), $crate::error::Error> {
                $crate::resource::check_id(self, &logical_id)?;
                self.logical_id = logical_id;
                Ok(())
            }

            fn cfn_resource_type(&self) -> &str {
                self.cfn_resource_type()
            }

            fn depends_on(&self) -> &[String] {
                &self.depends_on
            }

            $($own)*
        }

        impl $resource {
            /// The name of the resource within its template.
            pub fn logical_id(&self) -> &str {
                &self.logical_id
            }

            /// Replaces the logical id that its scope computes or its declaration names.
            ///
            /// Existing references keep the old id, which the stack reports as unknown when it is checked.
            ///
            /// # Errors
            ///
            /// If the id is not 1 to 255 ASCII letters and digits.
            pub fn override_logical_id(
                &mut self,
                new_logical_id: impl Into<String>,
            ) -> Result<&mut Self, $crate::error::Error> {
                $crate::resource::Resource::set_logical_id(self, new_logical_id.into())?;
                self.state.named = true;
                Ok(self)
            }

            /// The construct node of the resource: its id, its path and its stack.
            pub fn node(&self) -> $crate::construct::Node {
                $crate::resource::Resource::node(self)
            }

            /// The name of its stack, once it was placed in a scope or added to a stack.
            pub fn stack(&self) -> Option<&str> {
                self.state.node.as_ref()?.stack()
            }

            /// Where in the Rust source the resource was created.
            ///
            /// The place is known at compile time, so it costs nothing at run time.
            pub fn creation_stack(&self) -> Option<&'static std::panic::Location<'static>> {
                self.state.created
            }

            /// The return value of `Ref`: `{ "Ref": "<logical id>" }`.
            ///
            /// ```
            /// # use cognito_cfn::{json, user_pool_client};
            /// let client = user_pool_client! { logical_id: "Web", user_pool_id: Ref("UserPool") };
            /// assert_eq!(json!(client.reference()), json!({ "Ref": "Web" }));
            /// ```
            pub fn reference(&self) -> $crate::value::Intrinsic {
                $crate::value::Intrinsic::reference(&self.logical_id)
            }

            /// Overrides the value at that path of the template. Missing objects are created.
            ///
            /// The parts of a path are separated by dots: `Properties.TokenValidityUnits.AccessToken`. A number is an
            /// index in a list, from 0: `Properties.CallbackURLs.1`. A dot that belongs to a name is escaped with a
            /// backslash: `Metadata.my\\.key`. An object is merged into an existing one; lists, strings, numbers and
            /// functions replace the old value; `null` is written as `null`.
            ///
            /// No rule checks the value. A stack rejects only what no resource can have, such as `null`.
            ///
            /// ```
            /// # use cognito_cfn::{json, user_pool_client};
            /// let mut client = user_pool_client! { user_pool_id: Ref("UserPool"), callback_urls: ["https://a.example"] };
            /// client.add_override("Properties.CallbackURLs.0", "https://b.example")?;
            /// client.add_override("Metadata.my\\.key", 1)?;
            /// assert_eq!(client.to_json()["Properties"]["CallbackURLs"], json!(["https://b.example"]));
            /// assert_eq!(client.to_json()["Metadata"], json!({ "my.key": 1 }));
            /// # Ok::<(), cognito_cfn::Error>(())
            /// ```
            ///
            /// # Errors
            ///
            /// If the path is empty, has an empty part or more than 100 parts, or ends in a backslash; or if the value is
            /// nested more than 200 levels deep, with those of the path.
            pub fn add_override(
                &mut self,
                path: impl AsRef<str>,
                value: impl Into<$crate::json::Json>,
            ) -> Result<&mut Self, $crate::error::Error> {
                $crate::resource::methods::write_over(self, path.as_ref(), Some(value.into()))?;
                Ok(self)
            }

            /// Deletes the value at that path of the template, written as for [`add_override`](Self::add_override). An
            /// object that becomes empty is deleted too.
            ///
            /// # Errors
            ///
            /// If the path is empty, has an empty part, or ends in a backslash.
            pub fn add_deletion_override(&mut self, path: impl AsRef<str>) -> Result<&mut Self, $crate::error::Error> {
                $crate::resource::methods::write_over(self, path.as_ref(), None)?;
                Ok(self)
            }

            /// Overrides a property: [`add_override`](Self::add_override) below `Properties`.
            ///
            /// ```
            /// # use cognito_cfn::{json, user_pool_client};
            /// let mut client = user_pool_client! { user_pool_id: Ref("UserPool") };
            /// client.add_property_override("SupportedIdentityProviders", vec!["COGNITO"])?;
            /// assert_eq!(client.to_json()["Properties"]["SupportedIdentityProviders"], json!(["COGNITO"]));
            /// # Ok::<(), cognito_cfn::Error>(())
            /// ```
            ///
            /// # Errors
            ///
            /// If the path is empty, has an empty part, or ends in a backslash.
            pub fn add_property_override(
                &mut self,
                property_path: impl AsRef<str>,
                value: impl Into<$crate::json::Json>,
            ) -> Result<&mut Self, $crate::error::Error> {
                self.add_override(format!("Properties.{}", property_path.as_ref()), value)
            }

            /// Deletes a property: [`add_deletion_override`](Self::add_deletion_override) below `Properties`.
            ///
            /// # Errors
            ///
            /// If the path is empty, has an empty part, or ends in a backslash.
            pub fn add_property_deletion_override(
                &mut self,
                property_path: impl AsRef<str>,
            ) -> Result<&mut Self, $crate::error::Error> {
                self.add_deletion_override(format!("Properties.{}", property_path.as_ref()))
            }

            /// Adds an entry to the metadata of the resource, or replaces it. Metadata that is not an object is replaced.
            pub fn add_metadata(&mut self, key: impl Into<String>, value: impl Into<$crate::json::Json>) -> &mut Self {
                $crate::resource::methods::add_entry(&mut self.metadata, key.into(), value.into());
                self
            }

            /// The entry of the metadata under that key.
            pub fn get_metadata(&self, key: &str) -> Option<&$crate::json::Json> {
                self.metadata.as_ref()?.get(key)
            }

            /// The resource attributes, to read and to change.
            pub fn cfn_options(&mut self) -> $crate::resource::CfnOptions<'_> {
                $crate::resource::options::of_fields!(self)
            }

            /// Sets what happens to the resource when it is removed from its stack, and when a change replaces it.
            ///
            /// Without a policy the default applies; without a default the resource is retained.
            ///
            /// ```
            /// # use cognito_cfn::{RemovalPolicy, json, user_pool_client};
            /// let mut client = user_pool_client! { user_pool_id: Ref("UserPool") };
            /// client.apply_removal_policy(RemovalPolicy::Retain)?;
            /// assert_eq!(client.to_json()["DeletionPolicy"], json!("Retain"));
            /// assert_eq!(client.to_json()["UpdateReplacePolicy"], json!("Retain"));
            /// # Ok::<(), cognito_cfn::Error>(())
            /// ```
            ///
            /// # Errors
            ///
            /// If resources of this type do not support that policy: an app client has no snapshots.
            pub fn apply_removal_policy(
                &mut self,
                policy: impl Into<$crate::resource::RemovalPolicyOptions>,
            ) -> Result<&mut Self, $crate::error::Error> {
                let policies = policy.into().policies(self.cfn_resource_type());
                let (deletion, replacement) = policies.map_err(|kind| $crate::resource::error(self, kind))?;
                self.deletion_policy = Some($crate::resource::methods::policy(deletion));
                if let Some(replacement) = replacement {
                    self.update_replace_policy = Some($crate::resource::methods::policy(replacement));
                }
                Ok(self)
            }

            /// Makes CloudFormation create the other resource before this one, and delete it after this one.
            ///
            /// A dependency on itself, or a second one on the same resource, is ignored. If the other resource is in
            /// another stack, the stack of this one depends on that stack.
            ///
            /// ```
            /// # use cognito_cfn::{CfnResource, json, user_pool_client};
            /// let google = CfnResource::new("Google", "AWS::Cognito::UserPoolIdentityProvider", json!({}));
            /// let mut client = user_pool_client! { user_pool_id: Ref("UserPool") };
            /// client.add_dependency(&google);
            /// assert_eq!(client.to_json()["DependsOn"], json!(["Google"]));
            /// ```
            #[doc(alias = "addResourceDependency")]
            pub fn add_dependency(&mut self, target: &(impl $crate::resource::Resource + ?Sized)) -> &mut Self {
                $crate::resource::methods::add_dependency(self, $crate::resource::Dependency::on(target));
                self
            }

            /// The former name of [`add_dependency`](Self::add_dependency).
            #[deprecated(note = "write `add_dependency`")]
            pub fn add_depends_on(&mut self, target: &(impl $crate::resource::Resource + ?Sized)) -> &mut Self {
                self.add_dependency(target)
            }

            /// Removes a dependency, including one of `depends_on`. A missing one is ignored.
            #[doc(alias = "removeResourceDependency")]
            pub fn remove_dependency(&mut self, target: &(impl $crate::resource::Resource + ?Sized)) -> &mut Self {
                let dependency = $crate::resource::Dependency::on(target);
                let own = self.node();
                self.depends_on.retain(|id| !dependency.is(&$crate::resource::Dependency::by_logical_id(id), &own));
                self.state.dependencies.retain(|added| !dependency.is(added, &own));
                self
            }

            /// Replaces a dependency by another.
            ///
            /// # Errors
            ///
            /// If the resource does not depend on `target`.
            pub fn replace_dependency(
                &mut self,
                target: &(impl $crate::resource::Resource + ?Sized),
                new_target: &(impl $crate::resource::Resource + ?Sized),
            ) -> Result<&mut Self, $crate::error::Error> {
                let dependency = $crate::resource::Dependency::on(target);
                let own = self.node();
                if !self.obtain_dependencies().iter().any(|known| dependency.is(known, &own)) {
                    let kind = $crate::error::ErrorKind::NoSuchDependency { target: dependency.node().path() };
                    return Err($crate::resource::error(self, kind));
                }
                Ok(self.remove_dependency(target).add_dependency(new_target))
            }

            /// The resources it depends on: those of `depends_on`, then those that were added, and those of other
            /// stacks last, stack by stack.
            pub fn obtain_dependencies(&self) -> Vec<$crate::resource::Dependency> {
                $crate::resource::dependency::obtain(self)
            }
        }

        impl std::fmt::Display for $resource {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{} [{}]", self.node(), self.cfn_resource_type())
            }
        }
    };
}
pub(crate) use resource_methods;

pub(crate) fn write_over(resource: &mut dyn Resource, path: &str, value: Option<Json>) -> Result<(), Error> {
    let outcome = resource.state_mut().overrides.add(path, value);
    outcome.map_err(|kind| error(resource, kind))
}

pub(crate) fn add_dependency(resource: &mut dyn Resource, dependency: Dependency) {
    let own = resource.node();
    let known = &mut resource.state_mut().dependencies;
    // One that was renamed since is still the same.
    match known.iter_mut().find(|known| known.is(&dependency, &own)) {
        Some(known) => *known = dependency,
        None if *dependency.node() != own => known.push(dependency),
        None => {}
    }
}

pub(crate) fn add_entry(metadata: &mut Option<Json>, key: String, value: Json) {
    let mut entries = match metadata.take() {
        Some(Json::Object(entries)) => entries,
        _ => serde_json::Map::new(),
    };
    entries.insert(key, value);
    *metadata = Some(Json::Object(entries));
}

/// A policy by its value. `Snapshot` is not in the enumerations, because most types do not support it.
pub(crate) fn policy<P: EnumValue>(value: &str) -> Value<P> {
    P::from_value(value).map_or_else(|| Value::Intrinsic(Intrinsic::Raw(Json::from(value))), Value::Literal)
}
