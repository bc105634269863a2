# SPDX-License-Identifier: EUPL-1.2
"""Who reacts to what: the only place that knows all."""

import procrastinate

from motcua.dossiers import events, notices, tasks
from motcua.outbox.registry import subscribe


def connect(_app: procrastinate.App) -> None:
    """Connects subscribers to events. Called once when the job system is ready."""
    subscribe(events.DossierSubmitted, notices.tell_submitted)
    subscribe(events.DossierReceived, tasks.make_slip, notices.tell_received)
    subscribe(events.SupplementAsked, tasks.make_slip, notices.tell_supplement_asked)
    subscribe(events.SupplementSent, notices.tell_supplement_sent)
    subscribe(events.DossierRefused, tasks.make_slip, notices.tell_refused)
    subscribe(events.DossierStopped, notices.tell_stopped)
    subscribe(events.ResultApproved, tasks.sign_result)
    subscribe(events.ResultIssued, tasks.seal_result)
    subscribe(events.DossierFinished, notices.tell_finished)
    subscribe(events.DossierReturned, notices.tell_returned)
