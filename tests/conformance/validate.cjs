// Templates through the validator that aws-cdk-lib runs at synthesis: nothing above information is let through.
//
// usage: node validate.cjs <template | directory>…
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const core = require("aws-cdk-lib/core");

const files = process.argv.slice(2).flatMap((argument) =>
  fs.statSync(argument).isDirectory()
    ? fs
        .readdirSync(argument)
        .filter((name) => /\.(json|yaml)$/.test(name))
        .sort()
        .map((name) => path.join(argument, name))
    : [argument],
);

const report = new core.CloudFormationValidatePlugin().validate({
  appConstruct: new core.App(),
  templatePaths: files,
  stackTemplates: files.map((templatePath) => ({ stackConstructPath: path.basename(templatePath), templatePath })),
});

const findings = report.violations.filter(({ severity }) => severity !== "informational" && severity !== "debug");
for (const { ruleName, severity, description, violatingResources } of findings) {
  for (const { templatePath, resourceLogicalId } of violatingResources) {
    const place = [path.basename(templatePath), resourceLogicalId].filter(Boolean).join(": ");
    console.log(`${place}: ${severity} ${ruleName}: ${description}`);
  }
}
console.log(`${files.length} templates, ${findings.length} findings`);
if (files.length === 0 || findings.length > 0) process.exitCode = 1;
