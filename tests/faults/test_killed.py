"""Whatever is killed, and whenever: nothing that was acknowledged is lost."""

import hashlib
import os
import random
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
from tests.faults.submitting import Applicant
from tests.http_visitor import Visitor
from tests.stack import Part, Stack

KILLS = 14
SEED = 20261122
LONGEST_PAUSE = 2.0
VICTIMS = ("web", "web child", "web child", "database", "database")


class Killer(threading.Thread):
    """Ends the web server or the database without warning, brings it back, and again."""

    def __init__(self, stack: Stack, seed: int) -> None:
        super().__init__(daemon=True)
        self.stopped = threading.Event()
        self.stack = stack
        self.random = random.Random(seed)
        self.killed: list[str] = []
        self.failure: BaseException | None = None

    def run(self) -> None:
        """Strikes as often as it should."""
        try:
            while len(self.killed) < KILLS and not self.stopped.is_set():
                self.stopped.wait(self.random.uniform(0.05, LONGEST_PAUSE))
                victim = self.random.choice(VICTIMS)
                self._kill(victim)
                self.killed.append(victim)
        except BaseException as failure:  # noqa: BLE001 - the test's own thread raises it again.
            self.failure = failure

    def _kill(self, victim: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "web": self._web,
            "web child": self._web_child,
            "database": self._database,
        }
        ways[victim]()

    def _web(self) -> None:
        self.stack.web.end(signal.SIGKILL)
        self.stack.web.start()
        self.stack.web.wait_until_up()

    def _web_child(self) -> None:
        """One of the processes that answer; the web server itself starts another."""
        children = _children(self.stack.web)
        if children:
            os.kill(self.random.choice(children), signal.SIGKILL)
        self.stack.web.wait_until_up()

    def _database(self) -> None:
        process = self.stack.server.process
        assert process is not None
        process.kill()
        process.wait()
        self.stack.server.start()
        # As the supervisor of a demonstration does.
        for part in self.stack.parts:
            if not part.is_alive():
                part.end(signal.SIGKILL)
                part.start()
                part.wait_until_up()


def _children(part: Part) -> list[int]:
    assert part.process is not None
    listed = Path(f"/proc/{part.process.pid}/task/{part.process.pid}/children").read_text("ascii")
    return [int(each) for each in listed.split()]


def test_nothing_acknowledged_is_lost(stack: Stack, mother: Visitor) -> None:
    killer = Killer(stack, SEED)
    print(f"seed {SEED}")  # noqa: T201 - shown when the test fails, to repeat the same kills.
    applicants: list[Applicant] = []
    killer.start()
    try:
        while killer.is_alive() or len(applicants) < 3:
            applicant = Applicant(mother, len(applicants))
            applicants.append(applicant)
            applicant.apply()
    finally:
        killer.stopped.set()
        killer.join()
        if killer.failure is not None:
            raise killer.failure
    assert len(killer.killed) == KILLS
    for applicant in applicants:
        _nothing_lost(stack, applicant)
    assert len({applicant.code for applicant in applicants}) == len(applicants)


def _nothing_lost(stack: Stack, applicant: Applicant) -> None:
    with psycopg.connect(stack.database) as connection:
        rows = connection.execute(
            "SELECT id::text, answers FROM dossiers_dossier WHERE code = %s", [applicant.code]
        ).fetchall()
        assert [row[0] for row in rows] == [applicant.draft_id], applicant.code
        hashes = connection.execute(
            "SELECT stored.sha256 FROM dossiers_dossierfile AS file"
            " JOIN documents_storedfile AS stored ON stored.sha256 = file.stored_id"
            " WHERE file.dossier_id = %s",
            [applicant.draft_id],
        ).fetchall()
    kept = {row[0] for row in hashes}
    assert applicant.files <= kept, "a file that was acknowledged is not with the dossier"
    for sha256 in kept:
        assert hashlib.sha256(_content(stack.folder, sha256)).hexdigest() == sha256
    assert rows[0][1]["child_name"] == applicant.acknowledged["child_name"]
    assert rows[0][1]["hometown"] == applicant.acknowledged["hometown"]


def _content(folder: Path, sha256: str) -> bytes:
    return (folder / "files" / sha256[:2] / sha256[2:4] / sha256).read_bytes()
