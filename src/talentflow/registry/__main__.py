"""Checks the registry's data and builds its generated file: `python -m talentflow.registry [--check]`."""

import sys

from talentflow.model.errors import DataError
from talentflow.registry.loader import DATA, is_fresh, write_generated
from talentflow.registry.schema import read_source


def main(arguments: list[str]) -> int:
    """Build the generated file, or with --check only say whether data and file are right; 0 where they are."""
    try:
        if "--check" not in arguments:
            print(f"Built {write_generated().name}.")
            return 0
        read_source(DATA)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    if not is_fresh():
        print("registry/data/registry.json: older than its sources: run `python -m talentflow.registry`.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
