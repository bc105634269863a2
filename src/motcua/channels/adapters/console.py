# SPDX-License-Identifier: EUPL-1.2
"""Prints messages to the worker's log instead of sending them: the default in development."""

import logging
from collections import deque

from django.conf import settings

from motcua.channels.ports import Handover

logger = logging.getLogger("motcua.channels")


class ConsoleCarrier:
    """Carries e-mail and SMS as far as the log. Also the fake of the tests: `carried` keeps the last messages."""

    name = "console"

    def __init__(self) -> None:
        self.carried: deque[tuple[str, str, str]] = deque(maxlen=100)

    def carry(self, *, address: str, subject: str, body: str) -> Handover:
        """Writes the message to the log; outside a demonstration only that there was one, as people are real."""
        self.carried.append((address, subject, body))
        if settings.MOTCUA.demonstration:
            logger.info("[MÔ PHỎNG] Tới %s%s\n%s", address, f": {subject}" if subject else "", body)
        else:
            logger.warning("Chưa cài nhà mạng: một tin chỉ tới được nhật ký, không tới người nhận.")
        return Handover(reference="console")
