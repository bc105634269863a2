"""Every attempt to carry a message is written down; nothing is told twice."""

import datetime as dt
from email.header import decode_header, make_header
from email.parser import BytesParser
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import LazySettings
from django.db import connection
from tests.jobs import context_of, run_jobs

from motcua.channels.adapters.console import ConsoleCarrier
from motcua.channels.adapters.smtp import SMTPCarrier
from motcua.channels.models import Delivery, Message
from motcua.channels.ports import AddressRefused, CarrierDown
from motcua.channels.services import Notice, tell
from motcua.channels.tasks import MOST_ATTEMPTS, deliver
from motcua.postgres import free_port

NOW = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)
BOTH = {"email": "thu@example.vn", "sms": "0912345678"}


class Mailbox:
    """An SMTP server's handler that keeps what it gets, and refuses one address."""

    def __init__(self) -> None:
        self.received: list[bytes] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd looks it up by this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("khong-co"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.received.append(envelope.content)
        return "250 OK"


@pytest.fixture
def mailbox(settings: LazySettings) -> object:
    handler = Mailbox()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield handler
    controller.stop()


def notice(key: str = "S01:1") -> Notice:
    return Notice(key, "S01", "Khai sinh: đã nộp", "Bạn đã nộp xong.\n", "Ho so da nop.")


def say(addresses: dict[str, str], key: str = "S01:1") -> Message | None:
    return tell(notice(key), province="99", addresses=addresses, dossier_id=uuid4(), account_id=None, now=NOW)


def test_mail_arrives_as_written(mailbox: Mailbox) -> None:
    handover = SMTPCarrier().carry(
        address="thu@example.vn", subject="Khai sinh: đã nộp", body="Bạn đã nộp xong.\n"
    )
    [raw] = mailbox.received
    message = BytesParser().parsebytes(raw)
    assert str(make_header(decode_header(message["Subject"]))) == "Khai sinh: đã nộp"
    assert message["Message-ID"] == handover.reference
    payload = message.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().splitlines() == ["Bạn đã nộp xong."]


def test_refused_address_is_told_apart_from_a_server_that_is_down(
    mailbox: Mailbox, settings: LazySettings
) -> None:
    with pytest.raises(AddressRefused):
        SMTPCarrier().carry(address="khong-co@example.vn", subject="x", body="y")
    settings.EMAIL_PORT = 1
    with pytest.raises(CarrierDown):
        SMTPCarrier().carry(address="thu@example.vn", subject="x", body="y")


def test_console_carrier_keeps_what_was_said() -> None:
    carrier = ConsoleCarrier()
    carrier.carry(address="0912345678", subject="", body="Ho so da nop.")
    assert list(carrier.carried) == [("0912345678", "", "Ho so da nop.")]


@pytest.mark.django_db
def test_mail_comes_before_sms_and_the_event_is_told_once() -> None:
    first = say(BOTH)
    second = say(BOTH)
    assert first is not None
    assert second is not None
    assert first.pk == second.pk
    assert first.channel == "email"
    assert run_jobs() == ["channels.deliver"]
    first.refresh_from_db()
    assert first.state == "handed_over"
    [delivery] = first.deliveries.all()
    assert (delivery.attempt, delivery.provider) == (1, "console")


@pytest.mark.django_db
def test_person_without_mail_gets_an_sms_and_without_both_gets_nothing() -> None:
    message = say({"email": "", "sms": "0912345678"})
    assert message is not None
    assert (message.channel, message.body, message.subject) == ("sms", "Ho so da nop.", "")
    assert say({"email": "", "sms": ""}, key="S01:2") is None


@pytest.mark.django_db
def test_refused_mail_address_falls_back_to_sms(mailbox: Mailbox, settings: LazySettings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"email_adapter": "smtp"})
    message = say({"email": "khong-co@example.vn", "sms": "0912345678"})
    assert message is not None
    run_jobs()
    states = dict(Message.objects.values_list("channel", "state"))
    assert states == {"email": "failed", "sms": "handed_over"}


@pytest.mark.django_db
def test_server_that_is_down_leaves_the_message_queued_with_its_reason(settings: LazySettings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"email_adapter": "smtp"})
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    message = say(BOTH)
    assert message is not None
    with pytest.raises(CarrierDown):
        deliver(context_of(), message_id=message.pk)
    message.refresh_from_db()
    assert message.state == "queued"
    assert "refused" in Delivery.objects.get().detail


@pytest.mark.django_db
def test_message_already_handed_over_is_not_sent_again() -> None:
    message = say(BOTH)
    assert message is not None
    run_jobs()
    deliver(context_of(), message_id=message.pk)
    assert message.deliveries.count() == 1


@pytest.mark.django_db
def test_server_that_stays_down_gives_way_to_sms(settings: LazySettings) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"email_adapter": "smtp"})
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    message = say(BOTH)
    assert message is not None
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    deliver(context_of(attempts=MOST_ATTEMPTS - 1), message_id=message.pk)
    run_jobs()
    assert dict(Message.objects.values_list("channel", "state")) == {"email": "failed", "sms": "handed_over"}


def test_domain_that_is_no_internet_name_is_a_refused_address(mailbox: Mailbox) -> None:
    with pytest.raises(AddressRefused):
        SMTPCarrier().carry(address=f"thu@{'ă' * 80}.vn", subject="x", body="y")


@pytest.mark.parametrize(("demonstration", "shown"), [(True, True), (False, False)])
def test_log_shows_messages_of_made_up_people_only(
    demonstration: bool, shown: bool, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MOTCUA = settings.MOTCUA.model_copy(update={"demonstration": demonstration})
    with caplog.at_level("INFO", "motcua.channels"):
        ConsoleCarrier().carry(address="0912345678", subject="", body="Ho so da nop.")
    assert ("0912345678" in caplog.text) is shown
