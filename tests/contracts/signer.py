"""What every signer must do, wherever its key lives."""

from collections.abc import Callable
from datetime import UTC, datetime

from tests.signatures.papers import unsigned_paper

from motcua.core.values import Problem
from motcua.signatures.ports import FIELD_PERSON, FIELD_SEAL, Signer
from motcua.signatures.stamps import person_stamp
from motcua.signatures.verify import Verification, verify_pdf

SIGNED_AT = datetime(2026, 4, 24, 7, 30, tzinfo=UTC)


class SignerContract:
    """Subclasses give a signer and the roots (DER) that vouch for it."""

    signer: Callable[[], Signer]
    roots: Callable[[], tuple[bytes, ...]]

    def check(self, pdf: bytes) -> Verification:
        outcome = verify_pdf(pdf, self.roots(), at=SIGNED_AT)
        assert not isinstance(outcome, Problem)
        return outcome

    def test_a_signed_paper_is_genuine(self) -> None:
        signed = self.signer().sign(
            unsigned_paper(), field=FIELD_PERSON, reason="Ký kết quả", signed_at=SIGNED_AT
        )
        outcome = self.check(signed)
        assert outcome.genuine
        assert [(found.field, found.signed_at) for found in outcome.signatures] == [(FIELD_PERSON, SIGNED_AT)]

    def test_the_paper_itself_is_untouched(self) -> None:
        paper = unsigned_paper()
        signed = self.signer().sign(paper, field=FIELD_PERSON, reason="Ký", signed_at=SIGNED_AT)
        assert signed.startswith(paper)

    def test_two_signatures_on_one_paper_are_both_good(self) -> None:
        stamp = person_stamp("Lê Văn Lãnh", "UBND phường Hoa Sữa", SIGNED_AT)
        once = self.signer().sign(
            unsigned_paper(), field=FIELD_PERSON, reason="Ký", signed_at=SIGNED_AT, visible=stamp
        )
        twice = self.signer().sign(once, field=FIELD_SEAL, reason="Dấu", signed_at=SIGNED_AT, visible=stamp)
        outcome = self.check(twice)
        assert outcome.genuine
        assert [found.bottom_line for found in outcome.signatures] == [True, True]

    def test_the_certificate_names_the_signer(self) -> None:
        signer = self.signer()
        signed = signer.sign(unsigned_paper(), field=FIELD_PERSON, reason="Ký", signed_at=SIGNED_AT)
        known = signer.certificate()
        [found] = self.check(signed).signatures
        assert (found.signer, found.organisation) == (known.subject, known.organisation)
        assert known.valid_from < SIGNED_AT < known.valid_to

    def test_another_root_does_not_vouch_for_it(self) -> None:
        signed = self.signer().sign(unsigned_paper(), field=FIELD_PERSON, reason="Ký", signed_at=SIGNED_AT)
        outcome = verify_pdf(signed, (), at=SIGNED_AT)
        assert isinstance(outcome, Verification)
        assert (outcome.genuine, outcome.signatures[0].intact, outcome.signatures[0].trusted) == (
            False,
            True,
            False,
        )
