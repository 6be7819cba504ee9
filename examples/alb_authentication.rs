//! A load balancer that lets only signed-in users through.
//!
//! The app has a custom domain. The name that AWS generates for a load balancer has capital letters, while the
//! balancer sends users back to the same name in small letters. Cognito compares callback URLs exactly, so with the
//! generated name every sign-in ends with `redirect_mismatch` (aws/aws-cdk#11171).
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

        // A load balancer requires a secret, the code flow, and the callback URL of the app.
        generate_secret: true,
        explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [Email, OpenId],
        callback_urls: [Join("", ["https://", Ref("DomainName"), "/oauth2/idpresponse"])],

        refresh_token_validity: 1,
        supported_identity_providers: [Cognito],
        // The client of the CDK example has no `prevent_user_existence_errors` either.
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
    let record = CfnResource::new(
        "Record",
        "AWS::Route53::RecordSet",
        json!({
            "AliasTarget": {
                "DNSName": balancer.get_att("DNSName"),
                "HostedZoneId": balancer.get_att("CanonicalHostedZoneID"),
            },
            "HostedZoneId": { "Ref": "HostedZone" },
            "Name": { "Ref": "DomainName" },
            "Type": "A",
        }),
    );

    let mut stack = Stack::new("integ-cognito");
    stack
        .parameter("Certificate", Parameter::string().description("ARN of a certificate for the domain name"))?
        .parameter("DomainName", Parameter::string().description("such as app.example.com, in small letters"))?
        .parameter("HostedZone", Parameter::of_type("AWS::Route53::HostedZone::Id"))?
        .parameter("Subnets", Parameter::of_type("List<AWS::EC2::Subnet::Id>"))?
        .add(balancer)?
        .add(pool)?
        .add(client)?
        .add(domain)?
        .add(listener)?
        .add(record)?
        .output("Address", Output::new(json!({ "Fn::Sub": "https://${DomainName}/" })))?;
    let template = stack.synth()?;
    template.print_warnings();
    println!("{:#}", template.to_json());
    Ok(())
}
