# SPDX-License-Identifier: EUPL-1.2
"""Prints messages to the worker's log instead of sending them: the default in development."""

import logging

from motcua.channels.ports import Handover

logger = logging.getLogger("motcua.channels")


class ConsoleCarrier:
    """Carries e-mail and SMS as far as the log. Also the fake of the tests: `carried` keeps what was said."""

    name = "console"

    def __init__(self) -> None:
        self.carried: list[tuple[str, str, str]] = []

    def carry(self, *, address: str, subject: str, body: str) -> Handover:
        """Writes the message to the log."""
        self.carried.append((address, subject, body))
        logger.info("[MÔ PHỎNG] Tới %s%s\n%s", address, f": {subject}" if subject else "", body)
        return Handover(reference=f"console-{len(self.carried)}")
