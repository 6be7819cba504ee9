"""The property table against what the argument names: the schema of `cfn-lint`, or the model of the `api`.

Reads the table from stdin, as `schema_drift.rs` writes it; prints every drift as `property: fact: ours …, theirs …`.
"""

import json
import sys

import api_model
import regex
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

ASCII = "the service takes `\\w` for ASCII alone"
# Letters, digits and marks of other scripts, as far as the samples hold them.
BEYOND_ASCII = ["us-east-1_é", *(text for text in map(chr, range(0x80, 0x100)) if regex.match(r"\w", text))]



def in_units(least_of_refresh_token):
    ranges = (
        ("AccessTokenValidity", 1, 86400),
        ("IdTokenValidity", 1, 86400),
        ("RefreshTokenValidity", least_of_refresh_token, 315360000),
    )
    reason = "the range depends on the unit: the rules TK01 to TK05 know it"
    for name, least, most in ranges:
        yield name, "minimum", None, least, reason
        yield name, "maximum", None, most, reason


# Where the table says something else on purpose: property and fact, what ours says, what theirs says, and why.
KNOWN = [
    *in_units(1),
    ("ClientName", "pattern", [], BEYOND_ASCII, ASCII),
    (
        "ExplicitAuthFlows",
        "items.enum",
        ["ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION"],
        [],
        "words of the API: whether CloudFormation refuses them is not known, so they pass",
    ),
    ("AnalyticsConfiguration.RoleArn", "format", None, "AWS::IAM::Role.Arn", "it is about other resources"),
]
KNOWN_OF_API = [
    *in_units(0),
    ("ClientName", "pattern", [], BEYOND_ASCII, ASCII),
    ("ClientName", "required", False, True, "CloudFormation makes a name"),
    ("ClientSecret", "there", False, True, "CloudFormation has no such property"),
    ("RefreshTokenRotation.Feature", "required", False, True, "not in the schema of the resource type: RR04 warns"),
]


def schema():
    return PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", "AWS::Cognito::UserPoolClient").schema


def facts(name, row, listed):
    """What is said of a property, each fact under a name; of the items of a list under `items.…`. Facts that are lists of
    names are not in the row."""
    for fact, value in row.items():
        if fact == "items":
            yield from ((f"items.{inner}", said) for inner, said in facts(name, value, None))
        elif value is not None:
            yield fact, value
    if listed:
        yield from ((fact, name in names) for fact, names in listed.items())


def misread(pattern, samples):
    """The samples that the pattern and the table take differently: the pattern reads letters of any script."""
    compiled = regex.compile(pattern)
    return [text for text, fits in samples if bool(compiled.search(text)) != fits]


def is_long_enough(text, said):
    return len(text) >= (said.get("minLength") or said.get("items.minLength") or 0)


def differences(left, right):
    """Every fact that both sides do not say alike, with what each says that the other does not."""
    left, right = dict(left), dict(right)
    for fits in [fact for fact in left if fact.endswith("fits")]:
        samples = [sample for sample in left.pop(fits) if is_long_enough(sample[0], left)]
        fact = fits.replace("fits", "pattern")
        if fact in right:
            differing = misread(right.pop(fact), samples)
            fitting = [text for text, fit in samples if fit]
            yield fact, *(
                [text for text in differing if (text in fitting) == ours] for ours in (True, False)
            )
        else:
            yield fact, "a class of characters", None
    for fact in sorted({*left, *right}):
        ours, theirs = left.get(fact), right.get(fact)
        if isinstance(ours, list) and isinstance(theirs, list):
            yield fact, sorted({*ours} - {*theirs}), sorted({*theirs} - {*ours})
        # Every list may be empty.
        elif (fact, theirs) != ("minItems", 0):
            yield fact, ours, theirs


def rows(ours, theirs, listed, place):
    for name in sorted({*ours, *theirs}):
        path = f"{place}{name}"
        if name not in ours or name not in theirs:
            yield path, "there", name in ours, name in theirs
            continue
        said = facts(name, ours[name], None), facts(name, theirs[name], listed)
        yield from ((path, *difference) for difference in differences(*said) if difference[1] != difference[2])


def resource_drifts(ours, theirs):
    """What only the schema of a resource type says."""

    def names(of):
        return [pointer.removeprefix("/properties/") for pointer in theirs[of]]

    read_only = names("readOnlyProperties")
    if sorted(ours["readOnly"]) != sorted(read_only):
        yield "(resource)", "readOnly", sorted(ours["readOnly"]), sorted(read_only)
    if ours["typeName"] != theirs["typeName"]:
        yield "(resource)", "typeName", ours["typeName"], theirs["typeName"]
    written = {name: row for name, row in theirs["properties"].items() if name not in read_only}
    listed = {"required": theirs["required"], "createOnly": names("createOnlyProperties")}
    yield from rows(ours["properties"], written, listed, "")
    yield from block_drifts(ours, theirs, {"createOnly": []})


def request_drifts(ours, theirs):
    # A request does not say what a change of it would replace.
    for structure in (ours, *ours["definitions"].values()):
        for row in structure.get("properties", structure).values():
            row.pop("createOnly")
    yield from rows(ours["properties"], theirs["properties"], {"required": theirs["required"]}, "")
    yield from block_drifts(ours, theirs, {})


def block_drifts(ours, theirs, listed):
    for block in sorted({*ours["definitions"], *theirs["definitions"]}):
        if block not in ours["definitions"] or block not in theirs["definitions"]:
            yield block, "there", block in ours["definitions"], block in theirs["definitions"]
            continue
        of = theirs["definitions"][block]
        required = {"required": of.get("required", [])}
        yield from rows(ours["definitions"][block], of["properties"], {**required, **listed}, f"{block}.")


def main():
    ours = json.load(sys.stdin)
    if sys.argv[1] == "api":
        found, known = list(request_drifts(ours, api_model.schema())), KNOWN_OF_API
    else:
        found, known = list(resource_drifts(ours, schema())), KNOWN
    known = [entry[:4] for entry in known]
    unexpected = [drift for drift in found if drift not in known]
    # A known difference that is gone must leave the list, or it would hide the next one.
    gone = [entry for entry in known if entry not in found]
    for path, fact, ours, theirs in unexpected:
        print(f"{path}: {fact}: ours {json.dumps(ours)}, theirs {json.dumps(theirs)}")
    for path, fact, *_ in gone:
        print(f"{path}: {fact}: differs no longer, though it is listed as known")
    sys.exit(1 if unexpected or gone else 0)


if __name__ == "__main__":
    main()
