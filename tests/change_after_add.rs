//! Resources of a stack that are read and changed after they were added.

use cognito_cfn::{
    App, CfnResource, CfnUserPoolClient, Error, ErrorKind, PreventUserExistenceErrors, Stack, json, user_pool_client,
};

fn pool() -> CfnResource {
    CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}))
}

#[allow(deprecated, reason = "without `prevent_user_existence_errors` there is a warning")]
fn stack() -> Result<Stack, Error> {
    let mut stack = Stack::new("s");
    stack
        .add(pool())?
        .add(user_pool_client! { logical_id: "Web", user_pool_id: Ref("Pool") })?
        .add(user_pool_client! { logical_id: "Mobile", user_pool_id: Ref("Pool") })?;
    Ok(stack)
}

fn only(error: Result<(), Error>) -> Error {
    let error = error.expect_err("the stack cannot be deployed");
    assert!(!matches!(error.kind(), ErrorKind::Multiple(_)), "{error}");
    error
}

#[test]
fn a_resource_is_there_by_its_id_and_its_type() -> Result<(), Error> {
    let mut stack = stack()?;
    assert!(stack.get::<CfnUserPoolClient>("Web").is_some());
    assert!(stack.get::<CfnResource>("Pool").is_some());
    // Near misses: another type, another case, a resource that is not there.
    assert!(stack.get::<CfnResource>("Web").is_none() && stack.get_mut::<CfnResource>("Web").is_none());
    assert!(stack.get::<CfnUserPoolClient>("Pool").is_none() && stack.get_mut::<CfnUserPoolClient>("Pool").is_none());
    assert!(stack.get_mut::<CfnUserPoolClient>("web").is_none());
    Ok(())
}

#[test]
fn what_is_changed_is_rendered_and_validated() -> Result<(), Error> {
    let mut stack = stack()?;
    assert_eq!(stack.validate().len(), 2, "MI01 of both clients");
    let client = stack.get_mut::<CfnUserPoolClient>("Web").expect("it was added");
    client.prevent_user_existence_errors = Some(PreventUserExistenceErrors::Enabled.into());
    client.access_token_validity = Some(30.into());
    let codes: Vec<_> = stack.validate().into_iter().map(|(id, finding)| (id, finding.code)).collect();
    assert_eq!(codes, [("Mobile", "MI01"), ("Web", "TK03")]);
    assert_eq!(only(stack.check()).resource(), Some("s/Web"));
    let pool = stack.get_mut::<CfnResource>("Pool").expect("it was added");
    pool.properties = json!({ "UserPoolName": "people" });
    assert_eq!(stack.to_json()["Resources"]["Pool"]["Properties"]["UserPoolName"], "people");
    Ok(())
}

#[test]
fn a_default_for_every_client_of_a_stack() -> Result<(), Error> {
    let mut stack = stack()?;
    stack.get_mut::<CfnUserPoolClient>("Web").expect("it was added").prevent_user_existence_errors =
        Some(PreventUserExistenceErrors::Legacy.into());
    let ids: Vec<String> =
        stack.resources_mut::<CfnUserPoolClient>().map(|client| client.logical_id().to_owned()).collect();
    assert_eq!(ids, ["Mobile", "Web"], "in the order of `resources`");
    assert_eq!(stack.resources_mut::<CfnResource>().count(), 1);
    for client in stack.resources_mut::<CfnUserPoolClient>() {
        client.prevent_user_existence_errors.get_or_insert(PreventUserExistenceErrors::Enabled.into());
    }
    let json = stack.to_json();
    assert_eq!(json["Resources"]["Mobile"]["Properties"]["PreventUserExistenceErrors"], "ENABLED");
    assert_eq!(json["Resources"]["Web"]["Properties"]["PreventUserExistenceErrors"], "LEGACY");
    Ok(())
}

#[test]
fn another_logical_id_is_an_error_that_names_both() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    let line = line!() + 1;
    let client = user_pool_client! { logical_id: "Web", user_pool_id: Ref("Pool"), allow: [MI01] };
    stack.add(pool())?.add(client)?;
    stack.get_mut::<CfnUserPoolClient>("Web").expect("it was added").logical_id = "Mobile".into();
    let error = only(stack.check());
    assert_eq!(error.kind(), &ErrorKind::ChangedId { added: "Web".into(), now: "Mobile".into() });
    let expected = format!(
        "the logical id `Web` was changed to `Mobile` after the resource was added\n \
         --> `s/Web` at tests/change_after_add.rs:{line}:18\n\
         help: set `logical_id` back to `Web`, or set the id before `stack.add`"
    );
    assert_eq!(error.to_string(), expected);
    // It keeps the id in the template that is rendered unchecked, and is still found under it.
    assert!(stack.to_json()["Resources"]["Web"].is_object());
    assert!(stack.get::<CfnUserPoolClient>("Mobile").is_none());

    let mut app = App::new();
    app.outdir(std::env::temp_dir().join("cognito-cfn-change-after-add")).add(stack)?;
    assert_eq!(app.synth().expect_err("the id was changed").kind(), error.kind());
    Ok(())
}

#[test]
fn an_id_that_is_set_back_is_no_error() -> Result<(), Error> {
    let mut stack = stack()?;
    let client = stack.get_mut::<CfnUserPoolClient>("Web").expect("it was added");
    client.override_logical_id("Mobile")?;
    client.override_logical_id("Web")?;
    stack.check()
}

#[test]
fn resources_that_were_swapped_are_errors() -> Result<(), Error> {
    let mut stack = stack()?;
    let mut clients: Vec<&mut CfnUserPoolClient> = stack.resources_mut().collect();
    let [mobile, web] = clients.as_mut_slice() else { panic!("there are two clients") };
    std::mem::swap(*mobile, *web);
    let error = stack.check().expect_err("both ids changed");
    let ErrorKind::Multiple(errors) = error.kind() else { panic!("{error}") };
    let kinds: Vec<_> = errors.iter().map(|error| error.kind().clone()).collect();
    let changed = |added: &str, now: &str| ErrorKind::ChangedId { added: added.into(), now: now.into() };
    assert_eq!(kinds, [changed("Mobile", "Web"), changed("Web", "Mobile")]);
    Ok(())
}

#[test]
fn a_resource_can_be_replaced_by_a_changed_copy_of_itself_alone() -> Result<(), Error> {
    let mut stack = stack()?;
    let web = stack.get_mut::<CfnUserPoolClient>("Web").expect("it was added");
    *web = CfnUserPoolClient { client_name: Some("web".into()), ..web.clone() };
    stack.check()?;
    let web = stack.get_mut::<CfnUserPoolClient>("Web").expect("it was added");
    *web = user_pool_client! { logical_id: "Web", user_pool_id: Ref("Pool"), allow: [MI01] };
    let error = only(stack.check());
    assert_eq!(error.resource(), Some("s/Web"));
    assert!(
        error.to_string().starts_with("the resource `Web` was replaced by one that was not added to the stack"),
        "{error}"
    );
    Ok(())
}

#[test]
fn a_client_of_a_scope_is_found_by_the_id_that_was_computed() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    let client =
        stack.scope("Auth")?.place("Client", user_pool_client! { user_pool_id: "eu-west-1_a", allow: [MI01] })?;
    let id = client.logical_id().to_owned();
    stack.add(client)?;
    stack.get_mut::<CfnUserPoolClient>(&id).expect("it was added").client_name = Some("web".into());
    stack.check()?;
    stack.get_mut::<CfnUserPoolClient>(&id).expect("it was added").override_logical_id("Client")?;
    assert_eq!(only(stack.check()).kind(), &ErrorKind::ChangedId { added: id, now: "Client".into() });
    Ok(())
}
