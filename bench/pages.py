# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.pages`: what single pages cost beside a minimal Django page of the same bytes, in one run."""

import argparse
import json
from dataclasses import asdict, dataclass

from bench.client import Browser, Page
from bench.floor import write_pages
from bench.journey import JourneyBroken, submit_once
from bench.load import browser_of
from bench.stack import Stack, running_stack

TWO_PAGES, ONE_QUESTION = "9.000901", "9.000902"
IN_QUEUE = 50
ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU ms of web server and PostgreSQL for one page, ours and the minimal one; bytes of the page; the ratio."""

    bytes: int
    ours: float
    minimal: float

    @property
    def ratio(self) -> float:
        """How many minimal pages one of ours costs."""
        return self.ours / self.minimal


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--times", type=int, default=240, help="how often each page is asked for")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    options = parser.parse_args()
    with running_stack(1) as stack:
        costs = _costs(stack, options.times)
    if options.json:
        print(
            json.dumps({name: asdict(cost) | {"ratio": cost.ratio} for name, cost in costs.items()}, indent=1)
        )
        return
    for name, cost in costs.items():
        print(
            f"{name:28} {cost.bytes:6} bytes   ours {cost.ours:5.2f} ms   "
            f"minimal {cost.minimal:5.2f} ms   ratio {cost.ratio:.1f}"
        )


def _costs(stack: Stack, times: int) -> dict[str, Cost]:
    citizen = browser_of(stack.port, stack.citizens[0])
    for _ in range(IN_QUEUE):
        submit_once(citizen, TWO_PAGES)
    stack.settle()
    official = browser_of(stack.port, stack.official)
    asked = {
        "start-page": ("", citizen.get(f"/thu-tuc/{TWO_PAGES}/")),
        "question-page-10-questions": (stack.citizens[0], _first_question(citizen, TWO_PAGES)),
        "question-page-1-question": (stack.citizens[0], _first_question(citizen, ONE_QUESTION)),
        "queue-of-50": (stack.official, official.get("/can-bo/?tab=common")),
    }
    for name, (_, page) in asked.items():
        if page.status != 200:
            raise JourneyBroken(f"{name}: {page.status} at {page.path}")
    write_pages(stack.folder, {name: page.text for name, (_, page) in asked.items()}, ())
    return {name: _cost(stack, name, session, page, times) for name, (session, page) in asked.items()}


def _cost(stack: Stack, name: str, session: str, page: Page, times: int) -> Cost:
    """Ours and the minimal page by turns, so that a disturbance of the machine meets both."""
    used = {"web": 0.0, "minimal": 0.0}
    each = max(1, times // ROUNDS)
    for round_number in range(ROUNDS + 1):
        for root, port, path in (
            ("web", stack.port, page.path),
            ("minimal", stack.minimal_port, f"/trang/{name}/"),
        ):
            spent = _spent(stack, root, browser_of(port, session), path, each)
            if round_number:  # The first round warms up.
                used[root] += spent
    done = each * ROUNDS
    return Cost(page.size, 1000 * used["web"] / done, 1000 * used["minimal"] / done)


def _spent(stack: Stack, root: str, browser: Browser, path: str, times: int) -> float:
    before = stack.cpu()
    for _ in range(times):
        if browser.get(path).status != 200:
            raise JourneyBroken(f"{root} does not answer with a page")
    after = stack.cpu()
    browser.close()
    return sum(after[part] - before[part] for part in (root, "postgresql"))


def _first_question(browser: Browser, procedure: str) -> Page:
    start = browser.get(f"/thu-tuc/{procedure}/")
    page = browser.post(f"/thu-tuc/{procedure}/bat-dau/", start.hidden)
    while page.status == 302:
        page = browser.get(page.location)
    return page


if __name__ == "__main__":
    main()
