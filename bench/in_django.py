# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.in_django module:function ARGUMENT…`: runs it with Django ready and prints its answer as JSON."""

import json
import sys
from importlib import import_module

from motcua.cli.django_setup import set_up_django


def main(target: str, *arguments: str) -> None:
    """Import the module only now: its models need Django."""
    set_up_django(with_database=True)
    module, _, name = target.partition(":")
    print(json.dumps(getattr(import_module(module), name)(*arguments)))


if __name__ == "__main__":
    main(*sys.argv[1:])
