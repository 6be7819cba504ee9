"""Whether cfn-lint's reader reads the same template from YAML as from JSON: `same_template.py a.yaml a.json`."""

import json
import sys

from cfnlint.decode import cfn_yaml


def differences(yaml, expected, path=""):
    """The places at which the two differ. `1` is not `true` here, nor `1.0`."""
    if isinstance(yaml, dict) and isinstance(expected, dict) and yaml.keys() == expected.keys():
        for key in expected:
            yield from differences(yaml[key], expected[key], f"{path}/{key}")
    elif isinstance(yaml, list) and isinstance(expected, list) and len(yaml) == len(expected):
        for index, (item, wanted) in enumerate(zip(yaml, expected)):
            yield from differences(item, wanted, f"{path}/{index}")
    elif isinstance(yaml, str) and isinstance(expected, str):
        # The reader's texts know their place in the file; they are texts all the same.
        if str(yaml) != expected:
            yield f"{path}: {yaml!r} for {expected!r}"
    elif type(yaml) is not type(expected) or yaml != expected:
        yield f"{path}: {yaml!r} for {expected!r}"


with open(sys.argv[2], encoding="utf-8") as file:
    found = list(differences(cfn_yaml.load(sys.argv[1]), json.load(file)))
print("\n".join(found) or f"{sys.argv[1]}: the same template")
sys.exit(bool(found))
