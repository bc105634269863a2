"""Whatever is killed, and whenever: nothing that was acknowledged is lost."""

import hashlib
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import psycopg
from tests.faults.submitting import Applicant
from tests.http_visitor import Visitor
from tests.stack import Part, Stack

KILLS = 14
SEED = 20261122
LONGEST_PAUSE = 1.0
VICTIMS = ("web", "web child", "web child", "database", "database")


class Killer:
    """Ends the web server or the database without warning, brings it back, and again.

    Works in the main thread: what a thread has started ends with that thread.
    """

    def __init__(self, stack: Stack, seed: int) -> None:
        self.stack = stack
        self.random = random.Random(seed)
        self.killed: list[str] = []
        # Set by every page that comes back: a server that is struck again before it stands proves nothing.
        self.answered = threading.Event()

    def strike_during(self, work: "Future[None]") -> None:
        """Strikes in the midst of the work, as often as it should; otherwise does what a supervisor does."""
        while not work.done():
            time.sleep(self.random.uniform(0.05, LONGEST_PAUSE))
            self._tend()
            if self.answered.is_set() and len(self.killed) < KILLS:
                self._kill(self.random.choice(VICTIMS))
                self.answered.clear()

    def leave_in_order(self) -> None:
        """For the tests that follow: no process remembers a connection that is gone."""
        for part in self.stack.parts:
            part.end(signal.SIGTERM)
            part.start()
        self._tend()
        for part in self.stack.parts:
            part.wait_until_up()

    def _tend(self) -> None:
        for part in self.stack.parts:
            if not part.is_alive():
                part.end(signal.SIGKILL)
                part.start()
                part.wait_until_up()

    def _kill(self, victim: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "web": self._web,
            "web child": self._web_child,
            "database": self._database,
        }
        ways[victim]()
        self.killed.append(victim)

    def _web(self) -> None:
        self.stack.web.end(signal.SIGKILL)
        self.stack.web.start()
        self.stack.web.wait_until_up()

    def _web_child(self) -> None:
        """One of the processes that answer. The web server starts another, or gives up when too many die."""
        children = _children(self.stack.web)
        if children:
            os.kill(self.random.choice(children), signal.SIGKILL)

    def _database(self) -> None:
        process = self.stack.server.process
        assert process is not None
        process.kill()
        process.wait()
        self.stack.server.start()


def _children(part: Part) -> list[int]:
    assert part.process is not None
    listed = Path(f"/proc/{part.process.pid}/task/{part.process.pid}/children").read_text("ascii")
    return [int(each) for each in listed.split()]


def test_nothing_acknowledged_is_lost(stack: Stack, mother: Visitor) -> None:
    killer = Killer(stack, SEED)
    print(f"seed {SEED}")  # noqa: T201 - shown when the test fails, to repeat the same kills.
    applicants: list[Applicant] = []

    def submit_on_and_on() -> None:
        while len(killer.killed) < KILLS or len(applicants) < 3:
            applicants.append(Applicant(mother, len(applicants), killer.answered.set))
            applicants[-1].apply()

    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(submit_on_and_on)
        killer.strike_during(work)
        killer.leave_in_order()
        work.result()
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
    lost = [shown for shown in applicant.fingerprints if not any(each.startswith(shown) for each in kept)]
    assert lost == [], "a paper that was shown is not with the dossier"
    for sha256 in kept:
        assert hashlib.sha256(_content(stack.folder, sha256)).hexdigest() == sha256
    # The server may die between keeping an answer and saying so: then it is there without having been acknowledged.
    kept_name = rows[0][1]["child_name"]
    assert applicant.acknowledged.get("child_name", kept_name) == kept_name
    assert rows[0][1]["hometown"] == applicant.acknowledged["hometown"]


def _content(folder: Path, sha256: str) -> bytes:
    return (folder / "files" / sha256[:2] / sha256[2:4] / sha256).read_bytes()
