"""What rendered clients become in the service's API.

usage: describe.py <template | directory>…

Sends the properties of every `AWS::Cognito::UserPoolClient` to `CreateUserPoolClient` of moto, with literals in place
of functions, and holds what `DescribeUserPoolClient` answers against what was sent. A property or a type that the API
does not know is refused by botocore before it is sent.
"""

import json
import re
import sys
from pathlib import Path

import boto3
from botocore.exceptions import ParamValidationError
from cfnlint.decode import cfn_yaml
from moto import mock_aws

TYPE = "AWS::Cognito::UserPoolClient"

# Asked for with the client, answered by something else: a secret shows that one was made.
ANSWERED_BY = {"GenerateSecret": lambda described: "ClientSecret" in described}

ABSENT = object()


def is_function(value):
    return isinstance(value, dict) and len(value) == 1 and (key := next(iter(value))) and re.match(r"Ref$|Fn::", key)


def literal(value, shape, name):
    """The value with every function in it replaced by something that fits the shape of the API."""
    if is_function(value):
        return of_function(*next(iter(value.items())), shape, name)
    if isinstance(value, dict):
        members = {key: literal(item, shape.members.get(key), key) if shape else item for key, item in value.items()}
        return {key: item for key, item in members.items() if item is not ABSENT}
    if isinstance(value, list):
        item_shape = getattr(shape, "member", None)
        items = [literal(item, item_shape, f"{name}{index}") for index, item in enumerate(value)]
        return [item for item in items if item is not ABSENT]
    return value


def of_function(function, argument, shape, name):
    if (function, argument) == ("Ref", "AWS::NoValue"):
        return ABSENT
    if function == "Fn::If":
        return literal(argument[1], shape, name)
    if function == "Fn::Sub":
        text = argument[0] if isinstance(argument, list) else argument
        return re.sub(r"\$\{!(.*?)\}", r"${\1}", re.sub(r"\$\{(?!!).*?\}", "value", text))
    if function == "Fn::Join" and isinstance(argument[1], list):
        return argument[0].join(literal(part, None, "part") for part in argument[1])
    return sample(shape, name)


def sample(shape, name):
    kind = shape.type_name if shape else "string"
    if kind == "list":
        return [sample(shape.member, name)]
    if kind == "structure":
        return {}
    if kind == "boolean":
        return True
    if kind == "integer":
        return int(shape.metadata.get("min", 1))
    if shape and shape.enum:
        return shape.enum[0]
    return f"https://example.com/{name}" if "UR" in name else f"value-of-{name}"


def describe(service, pool, properties):
    """What was sent, and what came back."""
    shape = service.meta.service_model.operation_model("CreateUserPoolClient").input_shape
    sent = literal({**properties, "UserPoolId": pool}, shape, "")
    sent.setdefault("ClientName", "a-name-that-CloudFormation-makes-up")
    client_id = service.create_user_pool_client(**sent)["UserPoolClient"]["ClientId"]
    return sent, service.describe_user_pool_client(UserPoolId=pool, ClientId=client_id)["UserPoolClient"]


def differences(sent, described):
    for name, value in sent.items():
        answer = ANSWERED_BY[name](described) if name in ANSWERED_BY else described.get(name, ABSENT)
        if answer is ABSENT:
            yield f"{name}: sent {json.dumps(value)}, not answered"
        elif answer != value:
            yield f"{name}: sent {json.dumps(value)}, answered {json.dumps(answer)}"


def clients(paths):
    for path in paths:
        files = sorted(file for file in path.iterdir() if file.suffix in (".json", ".yaml")) if path.is_dir() else [path]
        for file in files:
            for logical_id, resource in read(file).get("Resources", {}).items():
                if resource.get("Type") == TYPE:
                    yield f"{file.name}: {logical_id}", resource.get("Properties", {})


def read(file):
    """A template of either form; the reader of YAML writes short forms of functions out."""
    return json.loads(file.read_text()) if file.suffix == ".json" else cfn_yaml.load(str(file))


@mock_aws
def main(paths):
    service = boto3.client(
        "cognito-idp", region_name="eu-west-1", aws_access_key_id="test", aws_secret_access_key="test"
    )
    pool = service.create_user_pool(PoolName="pool")["UserPool"]["Id"]
    count = failed = 0
    for place, properties in clients(paths):
        count += 1
        try:
            found = list(differences(*describe(service, pool, properties)))
        except ParamValidationError as error:
            found = str(error).splitlines()[1:]
        for difference in found:
            print(f"{place}: {difference}")
        failed += bool(found)
    print(f"{count} clients, {failed} with differences")
    if failed or not count:
        sys.exit(1)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main([Path(argument) for argument in sys.argv[1:]])
