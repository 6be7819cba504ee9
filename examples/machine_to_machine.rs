//! A service that calls another one: client credentials, and a scope of a resource server.
//!
//! `cargo run --example machine_to_machine` prints the template in YAML.

use cognito_cfn::{CfnResource, Error, Output, Stack, json, user_pool_client};

fn main() -> Result<(), Error> {
    let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
    let orders = CfnResource::new(
        "Orders",
        "AWS::Cognito::UserPoolResourceServer",
        json!({
            "Identifier": "orders",
            "Name": "Orders",
            "Scopes": [{ "ScopeName": "read", "ScopeDescription": "Read orders" }],
            "UserPoolId": pool.reference(),
        }),
    );
    // The service gets its tokens from the token endpoint of this domain.
    let domain = CfnResource::new(
        "Domain",
        "AWS::Cognito::UserPoolDomain",
        json!({ "Domain": "example-reports", "UserPoolId": pool.reference() }),
    );
    let client = user_pool_client! {
        logical_id: "ReportService",
        user_pool_id: pool.reference(),
        client_name: "report-service",

        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        // CloudFormation does not see that the scope refers to the resource server, so the dependency is explicit.
        allowed_oauth_scopes: ["orders/read"],
        depends_on: ["Orders"],
        explicit_auth_flows: [AllowRefreshTokenAuth],
        access_token_validity: 1,
    };
    let id = client.reference();

    let mut stack = Stack::new("reports");
    stack.add(pool)?.add(orders)?.add(domain)?.add(client)?.output("ClientId", Output::new(id))?;
    let template = stack.synth()?;
    template.print_warnings();
    print!("{}", template.to_yaml());
    Ok(())
}
