// Reads the templates of a folder with two tools, and prints what comes back:
// { tool: { file: { template } or { stage, error } } }. `stage` is `read` or `synth`.
'use strict';

const fs = require('fs');
const path = require('path');
const cdk = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const fromCfn = require('cdk-from-cfn');
const typescript = require('typescript');

const CLASS = 'Corpus';

// The template of a stack to which the CDK adds nothing of its own.
function synthesized(makeStack) {
  const app = new cdk.App({ analyticsReporting: false, outdir: fs.mkdtempSync(path.join(process.argv[3], 'assembly-')) });
  const synthesizer = new cdk.DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const stack = makeStack(app, { synthesizer });
  return app.synth().getStackArtifact(stack.artifactId).template;
}

function included(file) {
  return () =>
    synthesized((app, props) => {
      const stack = new cdk.Stack(app, CLASS, props);
      new CfnInclude(stack, 'Template', { templateFile: file });
      return stack;
    });
}

// cdk-from-cfn makes properties of the class of most parameters; those without a default have to be given.
function required(program) {
  const interfaceBody = program.match(/export interface \w+ extends cdk\.StackProps \{([^]*?)\n\}/)?.[1] ?? '';
  const values = { string: 'value', 'string[]': ['value'], number: 1, boolean: true };
  const properties = [...interfaceBody.matchAll(/readonly (\w+): ([^;]+);/g)];
  return Object.fromEntries(properties.map(([, name, type]) => [name, values[type] ?? 'value']));
}

function transformed(file) {
  const program = fromCfn.transmute(fs.readFileSync(file, 'utf8'), 'typescript', CLASS, 'stack');
  const options = { compilerOptions: { module: 'commonjs', target: 'es2022' }, reportDiagnostics: true };
  const { outputText, diagnostics } = typescript.transpileModule(program, options);
  if (diagnostics.length > 0) {
    throw new Error(typescript.flattenDiagnosticMessageText(diagnostics[0].messageText, ' '));
  }
  return () => {
    const module = { exports: {} };
    new Function('require', 'module', 'exports', outputText)(require, module, module.exports);
    return synthesized((app, props) => new module.exports[CLASS](app, CLASS, { ...required(program), ...props }));
  };
}

function attempt(read) {
  let synth;
  try {
    synth = read();
  } catch (error) {
    return { stage: 'read', error: String(error.message ?? error) };
  }
  try {
    return { template: synth() };
  } catch (error) {
    return { stage: 'synth', error: String(error.message ?? error) };
  }
}

const folder = process.argv[2];
const tools = { 'cdk-from-cfn': transformed, CfnInclude: included };
const results = {};
// What a tool prints besides is not for the reader of the results.
console.log = console.warn = console.info = console.error;
for (const [tool, read] of Object.entries(tools)) {
  results[tool] = {};
  for (const file of fs.readdirSync(folder).sort()) {
    results[tool][file] = attempt(() => read(path.join(folder, file)));
  }
}
process.stdout.write(JSON.stringify(results));
