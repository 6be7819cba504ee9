// What the validator of aws-cdk-lib and the rules of cdk-preflight find in the templates of a directory, as JSON: by tool
// and by template, a list of findings of a resource, a severity and a rule.
//
// usage: node findings.cjs <directory> <region> <account>
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const core = require("aws-cdk-lib/core");
// What `Preflight.apply(app)` registers. Called by itself, it looks at templates that no app has to make first.
const { PreflightEnforcePlugin } = require("cdk-preflight/lib/private/enforce");
const { BUNDLED_RULES } = require("cdk-preflight/lib/rules.generated");

const [directory, region, accountId] = process.argv.slice(2);
const files = fs.readdirSync(directory).map((name) => path.join(directory, name));

function findings(plugin) {
  const { violations } = plugin.validate({
    appConstruct: new core.App(),
    region,
    accountId,
    templatePaths: files,
    stackTemplates: files.map((templatePath) => ({ stackConstructPath: path.basename(templatePath), templatePath })),
  });
  const byTemplate = {};
  for (const { ruleName, severity, description, violatingResources } of violations) {
    for (const { templatePath, resourceLogicalId, locations } of violatingResources) {
      (byTemplate[path.basename(templatePath)] ??= []).push({
        // Beside the resources, the section of the template.
        place: resourceLogicalId ?? locations[0].split("/")[0],
        severity,
        rule: ruleName,
        description,
      });
    }
  }
  return byTemplate;
}

const tools = {
  "aws-cdk-lib": findings(new core.CloudFormationValidatePlugin()),
  "cdk-preflight": findings(new PreflightEnforcePlugin(BUNDLED_RULES, false)),
};
console.log(JSON.stringify(tools));
