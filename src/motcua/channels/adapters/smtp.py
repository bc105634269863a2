# SPDX-License-Identifier: EUPL-1.2
"""E-mail over SMTP."""

import smtplib
from email.utils import make_msgid

from django.core.mail import EmailMessage

from motcua.channels.ports import AddressRefused, CarrierDown, Handover


class SMTPCarrier:
    """Hands e-mail to the configured SMTP server, as plain text."""

    name = "smtp"

    def carry(self, *, address: str, subject: str, body: str) -> Handover:
        """Sends one e-mail. The reference is its Message-ID."""
        identifier = make_msgid(domain="motcua")
        message = EmailMessage(subject=subject, body=body, to=[address], headers={"Message-ID": identifier})
        try:
            message.send()
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError, UnicodeError) as refused:
            # UnicodeError: a domain that cannot be written as an Internet name.
            raise AddressRefused(str(refused)[:300]) from refused
        except (smtplib.SMTPException, OSError) as down:
            raise CarrierDown(str(down)[:300]) from down
        return Handover(reference=identifier)
