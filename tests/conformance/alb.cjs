// The example of the CDK's own documentation of `CfnUserPoolClient`, a load balancer with sign-in, as aws-cdk-lib makes
// it, but with a domain name of its own, without which nobody can sign in (aws/aws-cdk#11171): prints the `Properties` of its client, or holds those of the client in a template against them.
//
// usage: node alb.cjs [template.json]
//
// Logical ids are a matter of each side, so a reference names the type of what it refers to: either stack has one
// resource of each type that the client refers to.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { App, CfnOutput, CfnParameter, Stack } = require("aws-cdk-lib/core");
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

    const domainName = new CfnParameter(this, "DomainName").valueAsString;
    const lb = new elbv2.ApplicationLoadBalancer(this, "LB", { vpc, internetFacing: true });
    const userPool = new cognito.UserPool(this, "UserPool");
    const userPoolClient = new cognito.UserPoolClient(this, "Client", {
      userPool,
      generateSecret: true,
      authFlows: { userPassword: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.EMAIL],
        callbackUrls: [`https://${domainName}/oauth2/idpresponse`],
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

// The value, with the type in place of the logical id wherever it refers to a resource.
function byType(value, resources) {
  if (Array.isArray(value)) return value.map((item) => byType(item, resources));
  if (value === null || typeof value !== "object") return value;
  const type = (id) => resources[id]?.Type ?? id;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === "Ref") return [key, type(item)];
      if (key === "Fn::GetAtt") return [key, [type(item[0]), ...item.slice(1)]];
      return [key, byType(item, resources)];
    }),
  );
}

function clientProperties({ Resources }) {
  const clients = Object.values(Resources).filter(({ Type }) => Type === "AWS::Cognito::UserPoolClient");
  assert.equal(clients.length, 1, "the template has one client");
  return byType(clients[0].Properties, Resources);
}

function synthesize() {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "cognito-cfn-"));
  try {
    const app = new App({ analyticsReporting: false, builtinCloudFormationValidation: false, outdir });
    new CognitoStack(app, "integ-cognito");
    return app.synth().getStackByName("integ-cognito").template;
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
}

const theirs = clientProperties(synthesize());
if (process.argv[2] === undefined) {
  console.log(JSON.stringify(theirs, null, 2));
} else {
  const ours = clientProperties(JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
  assert.deepEqual(ours, theirs);
  console.log(`${Object.keys(theirs).length} properties, the same as aws-cdk-lib's`);
}
