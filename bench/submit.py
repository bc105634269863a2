# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.submit`: what one submission costs, beside the least it could cost, in one run."""

import argparse
import json
import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.accounting import memory
from bench.client import Browser
from bench.floor import submit_at_floor, write_pages
from bench.journey import submit_once
from bench.limit import pgbench_program, transactions_per_second
from bench.load import Load, browser_of, under_load
from bench.rows import statements_of
from bench.stack import Stack, running_stack
from bench.statements import Statements, counted

SERVICES = {"20 questions on 2 pages": "9.000901", "one question a page": "9.000902"}
HOUSE = ("web", "worker", "postgresql")
FLOOR = ("minimal", "postgresql")
MOST_USERS = 8
WARM_UP = 6


@dataclass(slots=True)
class Report:
    """Everything measured; figures in ms unless the name says otherwise."""

    machine: str
    load_before: float
    loads: dict[str, dict[str, float]] = field(default_factory=dict)
    requests: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    statements: dict[str, Statements] = field(default_factory=dict)
    memory_mb: dict[str, dict[str, float]] = field(default_factory=dict)
    limit: dict[str, float] = field(default_factory=dict)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.submit", description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="length of each load")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    options = parser.parse_args()
    report = Report(
        f"{os.cpu_count()} × {_processor()}, Python {platform.python_version()}", os.getloadavg()[0]
    )
    with running_stack(MOST_USERS) as stack:
        dossier = ""
        for name, code in SERVICES.items():
            dossier = _house(stack, report, name, code, options.seconds)
        _floor_and_limit(stack, report, dossier, options.seconds)
        report.memory_mb = {name: asdict(memory(root)) for name, root in stack.roots.items()}
    print(json.dumps(asdict(report), ensure_ascii=False, indent=1) if options.json else _as_text(report))


def _house(stack: Stack, report: Report, name: str, code: str, seconds: float) -> str:
    kinds: dict[str, list[float]] = {}

    def task(browser: Browser) -> float:
        job = submit_once(browser, code)
        for kind, waited in job.requests:
            kinds.setdefault(kind, []).append(1000 * waited)
        return job.seconds

    browser = browser_of(stack.port, stack.citizens[0])
    for _ in range(WARM_UP):  # Every process of the web server has then compiled its templates and revisions.
        last = submit_once(browser, code)
    report.requests[name] = {}
    for users in (1, MOST_USERS):
        load = under_load(stack, stack.port, task, users=users, seconds=seconds, parts=HOUSE)
        report.loads[f"{name}, {users} users"] = _figures(load)
        if users == 1:
            report.requests[name] = {
                kind: [len(times) / load.done, sorted(times)[len(times) // 2]]
                for kind, times in kinds.items()
            }
    report.statements[name] = counted(stack, lambda: submit_once(browser, code), times=5)
    browser.close()
    stack.settle()
    return last.dossier


def _floor_and_limit(stack: Stack, report: Report, dossier: str, seconds: float) -> None:
    rows = statements_of(stack.database, dossier)
    browser = browser_of(stack.port, stack.citizens[0])
    proof = browser.get(f"/ho-so/{dossier}/da-nop/").text
    write_pages(stack.folder, {"form": _question_page(browser), "proof": proof}, rows)
    browser.close()
    for users in (1, MOST_USERS):
        under_load(stack, stack.minimal_port, submit_at_floor, users=users, seconds=0.5, parts=())
        load = under_load(
            stack, stack.minimal_port, submit_at_floor, users=users, seconds=seconds / 2, parts=FLOOR
        )
        report.loads[f"floor (minimal Django), {users} users"] = _figures(load)
    program = pgbench_program()
    if program:
        before = stack.cpu()["postgresql"]
        rate = transactions_per_second(program, stack.url, rows, clients=MOST_USERS, seconds=5)
        used = stack.cpu()["postgresql"] - before
        report.limit = {
            "rows": len(rows),
            "transactions_per_second": rate,
            "cpu_ms": 1000 * used / (rate * 5),
        }


def _question_page(browser: Browser) -> str:
    """A page with twenty fields would be two of ours; one of ten is taken twice as dear as it is."""
    code = SERVICES["20 questions on 2 pages"]
    start = browser.get(f"/thu-tuc/{code}/")
    page = browser.post(f"/thu-tuc/{code}/bat-dau/", start.hidden)
    while page.status == 302:
        page = browser.get(page.location)
    return page.text


def _figures(load: Load) -> dict[str, float]:
    return {
        "completed": load.done,
        "per_second": load.rate,
        "cpu_ms": sum(load.cpu_each.values()),
        **{f"cpu_ms_{name}": used for name, used in load.cpu_each.items()},
        "p50_ms": load.percentile(50),
        "p95_ms": load.percentile(95),
        "settled_after_s": load.settled_after,
    }


def _as_text(report: Report) -> str:
    lines = [f"{report.machine}; load average before: {report.load_before:.1f}", ""]
    for name, load in report.loads.items():
        parts = ", ".join(
            f"{key[7:]} {value:.1f}" for key, value in load.items() if key.startswith("cpu_ms_")
        )
        lines.append(
            f"{name:38} {load['per_second']:6.1f}/s   CPU {load['cpu_ms']:6.1f} ms ({parts})   "
            f"p50 {load['p50_ms']:.0f} ms, p95 {load['p95_ms']:.0f} ms"
        )
    if report.limit:
        lines.append(
            f"{'limit (pgbench, same rows)':38} {report.limit['transactions_per_second']:6.0f}/s   "
            f"CPU {report.limit['cpu_ms']:6.2f} ms ({report.limit['rows']} rows)"
        )
    else:
        lines.append("limit: not measured, there is no pgbench on this machine (Debian package postgresql)")
    for name, kinds in report.requests.items():
        told = "; ".join(f"{count:g} {kind} {each:.1f}" for kind, (count, each) in kinds.items())
        lines += [
            "",
            f"{name}: {sum(count for count, _ in kinds.values()):g} requests (median ms alone): {told}",
        ]
        lines.append(f"{report.statements[name].each:g} queries")
    held = "; ".join(
        f"{name} {size['rss']:.0f} ({size['pss']:.0f})" for name, size in report.memory_mb.items()
    )
    return "\n".join([*lines, "", f"Memory in MB, resident (proportional): {held}"])


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


if __name__ == "__main__":
    main()
