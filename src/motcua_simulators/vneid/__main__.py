# SPDX-License-Identifier: EUPL-1.2
"""`python -m motcua_simulators.vneid prepare`."""

import os
import sys

import django
from django.utils.module_loading import import_string

USAGE = "Usage: python -m motcua_simulators.vneid prepare"


def main(arguments: list[str]) -> int:
    """Exit code: 0 done, 2 for arguments it does not know."""
    if arguments != ["prepare"]:
        sys.stderr.write(USAGE + "\n")
        return 2
    os.environ["DJANGO_SETTINGS_MODULE"] = "motcua_simulators.vneid.settings"
    django.setup()
    import_string("motcua_simulators.vneid.preparation.prepare")()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
