# SPDX-License-Identifier: Apache-2.0
# Validates YAML files by a JSON schema, as an editor does. Usage: yaml_schema.py SCHEMA FILE... Prints a line for each
# file, "accepts FILE" or "refuses FILE: PROBLEM".
import json
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """Reads dates as strings, as YAML 1.2 does."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        problem = next(validator.iter_errors(yaml.load(file, CoreLoader)), None)
    print(f"accepts {name}" if problem is None else f"refuses {name}: {problem.message[:100]}")
