"""An app, through the `cdk` command line, into CloudFormation as moto plays it.

usage: deploy.py <command that runs the app>

Runs `cdk ls`, `cdk synth` and `cdk deploy --all` with the command as `--app`, in a directory of their own, against moto
on the loopback: nothing of this leaves the machine. Then every stack of the assembly must be there, complete, with the
template that the app wrote.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import boto3
import yaml
from moto.server import ThreadedMotoServer

# tests/conformance/install puts both sides into one directory: this Python below it, and the command line.
CDK = Path(sys.prefix).parent / "node_modules/.bin/cdk"

ACCOUNT = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "eu-west-1"}


def environment(endpoint, home):
    """Of the user's variables only those that an app may need to run; no profile, no proxy and no account of theirs."""
    unwanted = ("AWS_", "CDK_", "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    return {
        **kept,
        **ACCOUNT,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ENDPOINT_URL": endpoint,
        "CDK_DISABLE_CLI_TELEMETRY": "1",
        "CDK_HOME": str(home),
        "CI": "1",
    }


class Cdk:
    def __init__(self, app, outdir, variables):
        self.options = ["--app", app, "--output", str(outdir), "--no-notices"]
        self.variables = variables

    def __call__(self, *words):
        # The app runs where the user is: `cargo run` looks for its manifest there.
        command = [str(CDK), *words, *self.options]
        ended = subprocess.run(command, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if ended.returncode != 0:
            sys.exit(f"`cdk {words[0]}` exited with {ended.returncode}\n{ended.stdout}{ended.stderr}")
        print(f"cdk {words[0]}: exit code 0")
        return ended.stdout


def stacks(outdir):
    """The stacks of an assembly: the id that `cdk` shows, the name in CloudFormation, the template."""
    manifest = json.loads((outdir / "manifest.json").read_text())
    for artifact_id, artifact in manifest["artifacts"].items():
        if artifact["type"] == "aws:cloudformation:stack":
            properties = artifact["properties"]
            template = json.loads((outdir / properties["templateFile"]).read_text())
            yield artifact_id, properties.get("stackName", artifact_id), template


def check_deployed(service, name, template):
    stack = service.describe_stacks(StackName=name)["Stacks"][0]
    if stack["StackStatus"] != "CREATE_COMPLETE":
        sys.exit(f"{name}: {stack['StackStatus']}")
    body = service.get_template(StackName=name)["TemplateBody"]
    # The command line sends YAML.
    deployed = yaml.safe_load(body) if isinstance(body, str) else body
    if deployed != template:
        sys.exit(f"{name}: the template in CloudFormation is another\n{json.dumps(deployed, indent=1)}")
    print(f"{name}: {stack['StackStatus']}, with the template of the app")


def main(app):
    # Each request, and each resource that moto passes over.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module="moto")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    try:
        with tempfile.TemporaryDirectory(prefix="cognito-cfn-") as directory:
            outdir = Path(directory) / "cdk.out"
            cdk = Cdk(app, outdir, environment(endpoint, Path(directory)))
            listed = cdk("ls").split()
            cdk("synth", "--quiet")
            made = list(stacks(outdir))
            if sorted(listed) != sorted(artifact_id for artifact_id, _, _ in made) or not made:
                sys.exit(f"`cdk ls` lists {listed}")
            cdk("deploy", "--all", "--require-approval", "never")
            service = boto3.client(
                "cloudformation",
                endpoint_url=endpoint,
                region_name=ACCOUNT["AWS_REGION"],
                aws_access_key_id=ACCOUNT["AWS_ACCESS_KEY_ID"],
                aws_secret_access_key=ACCOUNT["AWS_SECRET_ACCESS_KEY"],
            )
            for _, name, template in made:
                check_deployed(service, name, template)
    finally:
        server.stop()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
