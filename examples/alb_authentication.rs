//! A load balancer that lets only signed-in users through.
//!
//! `cargo run --example alb_authentication` prints the template.

use cognito_cfn::{CfnResource, Error, Output, Parameter, Stack, json, user_pool_client};

fn main() -> Result<(), Error> {
    let balancer = CfnResource::new(
        "LB",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        json!({ "Scheme": "internet-facing", "Subnets": { "Ref": "Subnets" }, "Type": "application" }),
    );
    let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
    let client = user_pool_client! {
        logical_id: "Client",
        user_pool_id: pool.reference(),

        // What a load balancer needs: a secret, the code flow, and its own address to come back to.
        generate_secret: true,
        explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [Email, OpenId],
        callback_urls: [Join("", ["https://", balancer.get_att("DNSName"), "/oauth2/idpresponse"])],

        refresh_token_validity: 1,
        supported_identity_providers: [Cognito],
        // Property for property the client of the CDK's own example, which leaves `prevent_user_existence_errors` out.
        allow: [MI01],
    };
    let domain = CfnResource::new(
        "Domain",
        "AWS::Cognito::UserPoolDomain",
        json!({ "Domain": "test-cdk-prefix", "UserPoolId": pool.reference() }),
    );
    let listener = CfnResource::new(
        "Listener",
        "AWS::ElasticLoadBalancingV2::Listener",
        json!({
            "Certificates": [{ "CertificateArn": { "Ref": "Certificate" } }],
            "DefaultActions": [
                {
                    "Type": "authenticate-cognito",
                    "Order": 1,
                    "AuthenticateCognitoConfig": {
                        "UserPoolArn": pool.get_att("Arn"),
                        "UserPoolClientId": client.reference(),
                        "UserPoolDomain": domain.reference(),
                    },
                },
                {
                    "Type": "fixed-response",
                    "Order": 2,
                    "FixedResponseConfig": {
                        "ContentType": "text/plain",
                        "MessageBody": "Authenticated",
                        "StatusCode": "200",
                    },
                },
            ],
            "LoadBalancerArn": balancer.reference(),
            "Port": 443,
            "Protocol": "HTTPS",
        }),
    );
    let dns = balancer.get_att("DNSName");

    let mut stack = Stack::new("integ-cognito");
    stack
        .parameter("Certificate", Parameter::string().description("ARN of the certificate of the listener"))?
        .parameter("Subnets", Parameter::of_type("List<AWS::EC2::Subnet::Id>"))?
        .add(balancer)?
        .add(pool)?
        .add(client)?
        .add(domain)?
        .add(listener)?
        .output("DNS", Output::new(dns))?;
    let template = stack.synth()?;
    template.print_warnings();
    println!("{:#}", template.to_json());
    Ok(())
}
