// Programs (a JSON array, from the file given or from stdin), each run with aws-cdk-lib; prints a JSON array of results.
// README.md beside this file describes a program and a result.
"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

// Read by the CDK while it loads.
process.env.JSII_DEPRECATED = "quiet";
delete process.env.CDK_CONTEXT_JSON;
delete process.env.CDK_OUTDIR;

const core = require("aws-cdk-lib/core");
const { Construct } = require("constructs");
const { CfnUserPoolClient } = require("aws-cdk-lib/aws-cognito");

const CONTEXT = {
  "@aws-cdk/core:validateSnapshotRemovalPolicy": true,
  "aws:cdk:disable-asset-staging": true,
  "aws:cdk:disable-stack-trace": true,
  "aws:cdk:disable-creation-stack-traces": true,
};

const POLICIES = {
  destroy: core.RemovalPolicy.DESTROY,
  retain: core.RemovalPolicy.RETAIN,
  snapshot: core.RemovalPolicy.SNAPSHOT,
  "retain-on-update-or-delete": core.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
};

const isFunction = (value) => {
  const keys = value && typeof value === "object" ? Object.keys(value) : [];
  return keys.length === 1 && (keys[0] === "Ref" || keys[0].startsWith("Fn::"));
};

// The class checks one property while it is made: a pool's id is a string, or a token that stands for one.
const clientProps = (props) =>
  isFunction(props.userPoolId) ? { ...props, userPoolId: core.Token.asString(props.userPoolId) } : props;

class Program {
  constructor(stacks, outdir) {
    this.app = new core.App({
      analyticsReporting: false,
      builtinCloudFormationValidation: false,
      context: CONTEXT,
      outdir,
      treeMetadata: false,
    });
    this.stacks = new Map();
    this.named = new Map();
    this.recorded = [];
    for (const id of stacks) {
      this.stacks.set(id, new core.Stack(this.app, id, { synthesizer: new core.LegacyStackSynthesizer() }));
    }
  }

  // The scope of a path `[stack, id, …, last id]`; what is on the way and not there yet is made.
  scope(at) {
    let scope = this.stacks.get(at[0]);
    for (const id of at.slice(1, -1)) {
      scope = scope.node.tryFindChild(id) ?? new Construct(scope, id);
    }
    return scope;
  }

  element(name) {
    const element = this.named.get(name);
    if (element === undefined) throw new Error(`the program has no \`${name}\``);
    return element;
  }

  create(step, make) {
    this.named.set(step.as, make(this.scope(step.at), step.at[step.at.length - 1]));
  }

  record(element, value) {
    this.recorded.push(element.stack.resolve(value) ?? null);
  }

  run(step) {
    const on = step.on === undefined ? undefined : this.element(step.on);
    switch (step.do) {
      case "client":
        return this.create(step, (scope, id) => new CfnUserPoolClient(scope, id, clientProps(step.props)));
      case "resource":
        return this.create(
          step,
          (scope, id) => new core.CfnResource(scope, id, { type: step.type, properties: step.properties }),
        );
      case "set_property":
        on[step.name] = step.value;
        return;
      case "add_override":
        return on.addOverride(step.path, step.value);
      case "add_deletion_override":
        return on.addDeletionOverride(step.path);
      case "add_property_override":
        return on.addPropertyOverride(step.path, step.value);
      case "add_property_deletion_override":
        return on.addPropertyDeletionOverride(step.path);
      case "add_metadata":
        return on.addMetadata(step.key, step.value);
      case "get_metadata":
        return this.record(on, on.getMetadata(step.key));
      case "add_dependency":
        return on.addResourceDependency(this.element(step.target));
      case "remove_dependency":
        return on.removeResourceDependency(this.element(step.target));
      case "replace_dependency":
        return on.replaceDependency(this.element(step.target), this.element(step.new_target));
      case "obtain_dependencies":
        return this.record(on, on.obtainDependencies().map((target) => target.node.path));
      case "apply_removal_policy":
        return this.applyRemovalPolicy(on, step);
      case "set_option":
        return this.setOption(on, step);
      case "override_logical_id":
        return on.overrideLogicalId(step.id);
      case "inspect": {
        const inspector = new core.TreeInspector();
        on.inspect(inspector);
        return this.record(on, inspector.attributes);
      }
      case "to_string":
        return this.record(on, on.toString());
      case "logical_id":
        return this.record(on, on.logicalId);
      case "node":
        return this.record(on, { path: on.node.path, id: on.node.id });
      case "get_att":
        return this.record(on, on.getAtt(step.name));
      case "ref":
        return this.record(on, on.ref);
      default:
        throw new Error(`the step \`${step.do}\` is unknown`);
    }
  }

  applyRemovalPolicy(on, { policy, default: fallback, apply_to_update_replace_policy: both }) {
    on.applyRemovalPolicy(policy && POLICIES[policy], {
      ...(fallback && { default: POLICIES[fallback] }),
      ...(both !== undefined && { applyToUpdateReplacePolicy: both }),
    });
  }

  // A condition is given by name and made in the resource's stack; the others are values of the CDK.
  setOption(on, { name, value }) {
    if (name === "condition") {
      on.cfnOptions.condition =
        on.stack.node.tryFindChild(value) ??
        new core.CfnCondition(on.stack, value, { expression: { "Fn::Equals": ["a", "a"] } });
    } else {
      on.cfnOptions[name] = value;
    }
  }

  synthesize() {
    const assembly = this.app.synth();
    const each = (of) => Object.fromEntries([...this.stacks].map(([id, stack]) => [id, of(stack)]));
    return {
      templates: each((stack) => assembly.getStackArtifact(stack.artifactId).template),
      dependencies: each((stack) => stack.dependencies.map((target) => target.node.id)),
    };
  }
}

function execute({ stacks, steps }) {
  const result = { templates: {}, dependencies: {}, recorded: [], error: null, error_step: null };
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "cognito-cfn-"));
  // Before the first step, the stacks are made.
  let at = null;
  try {
    const program = new Program(stacks, outdir);
    result.recorded = program.recorded;
    for (const [index, step] of steps.entries()) {
      at = index;
      program.run(step);
    }
    at = "synth";
    Object.assign(result, program.synthesize());
  } catch (error) {
    result.error = error.message;
    result.error_step = at;
  } finally {
    fs.rmSync(outdir, { recursive: true });
  }
  return result;
}

const programs = JSON.parse(fs.readFileSync(process.argv[2] ?? 0, "utf8"));
process.stdout.write(`${JSON.stringify(programs.map(execute))}\n`);
