"""Reads YAML files as cfn-lint does, and prints a JSON list: the value of each, or what is wrong with it as a text.

cfn-lint makes a date of what looks like one; CloudFormation, and so its text here, does not.
"""
import json
import sys

from cfnlint.decode import cfn_yaml


def read(path):
    try:
        return cfn_yaml.load(path)
    except Exception as error:
        return str(error)


json.dump([read(path) for path in sys.argv[1:]], sys.stdout, default=lambda date: date.isoformat())
