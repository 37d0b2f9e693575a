"""Says of each YAML file in a folder whether the deck schema accepts it.

Usage: schema_check.py SCHEMA FOLDER
Prints a line per file: its name and `sound` or `faulty`. Needs python3-jsonschema and python3-yaml.
"""

import pathlib
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2 core types, as editors read them; PyYAML by itself reads 1.1, where `yes` is true."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Loader.add_implicit_resolver(
        "tag:yaml.org,2002:" + tag, re.compile("^(?:" + pattern + ")$"), list(first))


def main(schema_path, folder):
    schema = yaml.safe_load(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted(pathlib.Path(folder).glob("*.yaml")):
        try:
            document = yaml.load(path.read_bytes(), Loader)
            verdict = "sound" if validator.is_valid(document) else "faulty"
        except yaml.YAMLError:
            verdict = "faulty"
        print(path.name, verdict)


if __name__ == "__main__":
    main(*sys.argv[1:])
