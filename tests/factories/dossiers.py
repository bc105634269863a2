"""A small published service, drafts of it, and the officials who settle its dossiers."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from tests.documents.samples import jpeg
from tests.factories.people import citizen, official, post, unit

from motcua.catalogue.models import Revision
from motcua.catalogue.services import publish_package
from motcua.dossiers.decisions import Actor, ItemVerdict
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.services.drafts import add_part, save_answers, start_draft
from motcua.dossiers.services.submission import Submission, submit
from motcua.identity.models import Account
from motcua.organisations.models import Function, Unit
from motcua.signatures.ports import Holder
from motcua.signatures.services import seed_development_signers

PACKAGE = Path(__file__).parent / "packages" / "giay-thu"
# Monday 2 November 2026, 09:00 in Việt Nam.
MONDAY = dt.datetime(2026, 11, 2, 2, 0, tzinfo=dt.UTC)
ITEMS = ("component:to-giay", "check:cu-tru")


@dataclass(frozen=True)
class Office:
    """A commune with one official for each function and a colleague at the desk."""

    unit: Unit
    desk: Actor
    colleague: Actor
    specialist: Actor
    leader: Actor
    clerk: Actor


def service() -> Revision:
    """The published test service."""
    revision = publish_package(PACKAGE, at=MONDAY)
    assert isinstance(revision, Revision), revision
    return revision


def actor(at: Unit, *functions: Function, username: str) -> Actor:
    """An official who holds these functions in the unit, as services know officials."""
    account: Account = official(username)
    for function in functions:
        post(account, at, function)
    return Actor(account.pk, account.full_name, frozenset((at.pk, function.value) for function in functions))


def office(code: str = "H99.12") -> Office:
    """A commune ready to work, with development certificates for its leader and its seal."""
    at = unit(code, name="UBND phường Hòa Bến", phone="0299 123 456")
    leader = actor(at, Function.LEADER, username=f"{code}.lanhdao")
    seed_development_signers(
        [
            Holder(f"account:{leader.account_id}", leader.name, at.name, "person"),
            Holder(f"unit:{at.code}", at.name, at.name, "seal"),
        ],
        now=MONDAY,
    )
    return Office(
        unit=at,
        desk=actor(at, Function.ONE_STOP, username=f"{code}.motcua1"),
        colleague=actor(at, Function.ONE_STOP, username=f"{code}.motcua2"),
        specialist=actor(at, Function.SPECIALIST, username=f"{code}.chuyenvien"),
        leader=leader,
        clerk=actor(at, Function.CLERK, username=f"{code}.vanthu"),
    )


def filled_draft(at: Unit, holder: Account, revision: Revision, *, paper: bool = True) -> Draft:
    """A draft with every answer, and the paper unless told otherwise."""
    draft = start_draft(
        revision_id=revision.pk, unit_id=at.pk, account_id=holder.pk, province="99", now=MONDAY
    )
    save_answers(draft_id=draft.pk, answers={"full_name": "Trần Thị Thử", "purpose": "Kiểm thử"}, now=MONDAY)
    if paper:
        add_part(
            draft_id=draft.pk,
            component="to-giay",
            paper_name="Tờ giấy kèm theo",
            name="anh.jpg",
            content=jpeg(),
            now=MONDAY,
        )
    return draft


def submitted(
    at: Unit, holder: Account | None = None, *, delivery: str = "electronic", now: dt.datetime = MONDAY
) -> Dossier:
    """A dossier just submitted."""
    holder = holder or citizen()
    draft = filled_draft(at, holder, service())
    outcome = submit(
        draft_id=draft.pk,
        account=holder,
        submission=Submission(delivery, "0912345678", "thu@example.vn"),
        now=now,
    )
    return Dossier.objects.get(pk=outcome.dossier_id)  # type: ignore[union-attr]


def verdicts(**said: str) -> dict[str, ItemVerdict]:
    """All items passed, but for those named by id with the reason why they lack."""
    return {
        item: ItemVerdict(item, "lacking", said[name]) if name in said else ItemVerdict(item, "passed")
        for item in ITEMS
        for name in (item.partition(":")[2].replace("-", "_"),)
    }
