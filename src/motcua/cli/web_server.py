# SPDX-License-Identifier: EUPL-1.2
"""The command line of the web server, for `serve`, `demo` and the simulators."""

import sys


def granian_command(application: str, *, host: str, port: int, workers: int, threads: int) -> list[str]:
    """granian on a WSGI application, "module:attribute".

    threads: blocking threads per worker. It is always set: granian's default would open as many
    database connections as it likes.
    """
    options = {
        "--interface": "wsgi",
        "--host": host,
        "--port": str(port),
        "--workers": str(workers),
        "--blocking-threads": str(threads),
        "--workers-kill-timeout": "5",
    }
    parts = [part for option in options.items() for part in option]
    return [sys.executable, "-m", "granian", *parts, "--respawn-failed-workers", application]
