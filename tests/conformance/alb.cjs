// The example of the CDK's own documentation of `CfnUserPoolClient`, a load balancer with sign-in, as aws-cdk-lib makes
// it: prints the `Properties` of its client.
//
// The logical ids of other resources are those of `examples/alb_authentication.rs`: what another id refers to is told by
// its type, of which the stack has one each.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { App, CfnOutput, Stack } = require("aws-cdk-lib/core");
const acm = require("aws-cdk-lib/aws-certificatemanager");
const cognito = require("aws-cdk-lib/aws-cognito");
const ec2 = require("aws-cdk-lib/aws-ec2");
const elbv2 = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const actions = require("aws-cdk-lib/aws-elasticloadbalancingv2-actions");

class CognitoStack extends Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, "Stack", { maxAzs: 2 });
    const certificate = acm.Certificate.fromCertificateArn(this, "Cert", "arn:aws:acm:eu-west-1:123456789012:certificate/c");

    const lb = new elbv2.ApplicationLoadBalancer(this, "LB", { vpc, internetFacing: true });
    const userPool = new cognito.UserPool(this, "UserPool");
    const userPoolClient = new cognito.UserPoolClient(this, "Client", {
      userPool,
      generateSecret: true,
      authFlows: { userPassword: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.EMAIL],
        callbackUrls: [`https://${lb.loadBalancerDnsName}/oauth2/idpresponse`],
      },
    });
    const cfnClient = userPoolClient.node.defaultChild;
    cfnClient.addPropertyOverride("RefreshTokenValidity", 1);
    cfnClient.addPropertyOverride("SupportedIdentityProviders", ["COGNITO"]);

    const userPoolDomain = new cognito.UserPoolDomain(this, "Domain", {
      userPool,
      cognitoDomain: { domainPrefix: "test-cdk-prefix" },
    });
    lb.addListener("Listener", {
      port: 443,
      certificates: [certificate],
      defaultAction: new actions.AuthenticateCognitoAction({
        userPool,
        userPoolClient,
        userPoolDomain,
        next: elbv2.ListenerAction.fixedResponse(200, { contentType: "text/plain", messageBody: "Authenticated" }),
      }),
    });
    new CfnOutput(this, "DNS", { value: lb.loadBalancerDnsName });
  }
}

const OURS = {
  "AWS::Cognito::UserPool": "UserPool",
  "AWS::ElasticLoadBalancingV2::LoadBalancer": "LB",
};

// The value with the logical ids of the other side.
function rename(value, ids) {
  if (Array.isArray(value)) return value.map((item) => rename(item, ids));
  if (value === null || typeof value !== "object") return value;
  const renamed = (id) => ids.get(id) ?? id;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === "Ref") return [key, renamed(item)];
      if (key === "Fn::GetAtt") return [key, [renamed(item[0]), ...item.slice(1)]];
      return [key, rename(item, ids)];
    }),
  );
}

const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "cognito-cfn-"));
try {
  const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false, outdir });
  new CognitoStack(app, "integ-cognito");
  const resources = Object.entries(app.synth().getStackByName("integ-cognito").template.Resources);
  const ids = new Map(resources.filter(([, { Type }]) => Type in OURS).map(([id, { Type }]) => [id, OURS[Type]]));
  const [, client] = resources.find(([, { Type }]) => Type === "AWS::Cognito::UserPoolClient");
  console.log(JSON.stringify(rename(client.Properties, ids), null, 2));
} finally {
  fs.rmSync(outdir, { recursive: true });
}
