# SPDX-License-Identifier: EUPL-1.2
"""Who reacts to what: the only place that knows all."""

import procrastinate


def connect(_app: procrastinate.App) -> None:
    """Connects subscribers to events. Called once when the job system is ready."""
