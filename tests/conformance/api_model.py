"""`CreateUserPoolClient` in the API's own model, which botocore carries, in the words of a registry schema."""

from botocore.loaders import Loader

# What limits are called, by the type that they limit.
LIMITS = {
    "string": {"min": "minLength", "max": "maxLength", "pattern": "pattern", "enum": "enum"},
    "integer": {"min": "minimum", "max": "maximum"},
    "list": {"min": "minItems", "max": "maxItems"},
    "boolean": {},
}
TYPES = {"list": "array"}


def schema():
    shapes = Loader().load_service_model("cognito-idp", "service-2")["shapes"]
    request = shapes["CreateUserPoolClientRequest"]
    blocks = {
        member["shape"]: shapes[member["shape"]]
        for member in request["members"].values()
        if shapes[member["shape"]]["type"] == "structure"
    }
    return {
        "properties": properties(request, shapes),
        "required": request["required"],
        "definitions": {
            block_name(name): {"properties": properties(block, shapes), "required": block.get("required", [])}
            for name, block in blocks.items()
        },
    }


def properties(structure, shapes):
    return {name: row(member["shape"], shapes) for name, member in structure["members"].items()}


def row(name, shapes):
    shape = shapes[name]
    if shape["type"] == "structure":
        return {"$ref": f"#/definitions/{block_name(name)}"}
    limits = LIMITS[shape["type"]]
    described = {"type": TYPES.get(shape["type"], shape["type"])}
    described.update({limits[limit]: value for limit, value in shape.items() if limit in limits})
    # A pattern of the API describes all of the string.
    if "pattern" in described:
        described["pattern"] = rf"\A(?:{described['pattern']})\Z"
    if "member" in shape:
        described["items"] = row(shape["member"]["shape"], shapes)
    return described


def block_name(shape):
    return shape.removesuffix("Type")
