"""Reads a JSON list of YAML texts, writes the list of their values; null for a text that is not YAML."""
import json
import math
import sys

import yaml


class Loader(yaml.CSafeLoader):
    """PyYAML without timestamps, as templates are read."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def number(loader, node):
    """JSON has no infinity."""
    value = yaml.SafeLoader.construct_yaml_float(loader, node)
    return value if math.isfinite(value) else node.value


Loader.add_constructor("tag:yaml.org,2002:float", number)


def read(text):
    try:
        return [yaml.load(text, Loader)]
    except (yaml.YAMLError, ValueError):
        return None


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
