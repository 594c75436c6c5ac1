"""A full plan, 60 queries and 60 probes, where every answer takes 300 ms: against what good manners allow."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import Ratio
from benchmarks.plan_server import LATENCY, sites
from benchmarks.serving import Server, served
from benchmarks.vaults import open_vault
from footprint import person, search
from footprint.demo.more_sources import COMPANIES_KEY, MOJEEK_KEY
from footprint.demo.web_sources import BRAVE_KEY, SEARXNG
from footprint.person import DetailKind
from footprint.search import PROVIDERS, Options, Plan, probes
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web

QUERIES = 60
GAP = 1.0  # seconds between two questions to one host
AT_ONCE = 16
BAR = 1.3
_GIVEN = {
    "searxng": f"https://{SEARXNG}",
    "brave": BRAVE_KEY,
    "mojeek": MOJEEK_KEY,
    "companies_house": COMPANIES_KEY,
    "mastodon": "social.example",
}


@dataclass
class Memory:
    """What this process holds in memory, in MB, whenever so many lines were done; lines of both runs count on."""

    before: int = 0

    def __post_init__(self) -> None:
        self.at: dict[int, float] = {}

    def task(self) -> Task:
        def report(done: int, _total: int, _note: str) -> None:
            self.at.setdefault(self.before + done, resident())

        return Task(report)

    def after(self, lines: int) -> float:
        known = [one for one in sorted(self.at) if one <= lines]
        return self.at[known[-1]] if known else float("nan")


def run() -> Iterator[Ratio | str]:
    with tempfile.TemporaryDirectory() as scratch, served("benchmarks.plan_server") as server:
        vault = open_vault(Path(scratch))
        try:
            yield from _both(vault, server)
        finally:
            vault.close()


def _both(vault: Vault, server: Server) -> Iterator[Ratio | str]:
    door = _door(vault, server)
    memory = Memory()
    plan = _plan(vault)
    spent, asked = _timed(server, lambda: search.run(vault, door, plan, PROVIDERS, memory.task()))
    allowed = ideal(asked)
    yield _line(f"{len(plan.chosen)} queries, {sum(asked.values())} requests", spent, allowed)
    memory.before = len(plan.chosen)
    made = probes.plan(vault, [row.site for row in sites()], own=False)
    more, asked = _timed(server, lambda: probes.run(vault, door, made, memory.task()))
    yield _line(f"{len(made.chosen)} probes, {sum(asked.values())} requests", more, ideal(asked))
    yield _line("both", spent + more, allowed + ideal(asked), bar=BAR)
    lines = (10, len(plan.chosen), len(plan.chosen) + len(made.chosen))
    said = ", ".join(f"{memory.after(one):.0f} MB after {one} lines" for one in lines)
    yield f"  memory: {said}; hosts asked two questions at once: {len(server.ask()['crowded'])}"


def ideal(asked: dict[str, int]) -> float:
    """Seconds that are needed at least: the busiest host alone with its pauses, or all answers 16 at a time."""
    alone = max(number * LATENCY + (number - 1) * GAP for number in asked.values())
    return max(alone, sum(asked.values()) * LATENCY / AT_ONCE)


def _line(name: str, spent: float, allowed: float, bar: float | None = None) -> Ratio:
    return Ratio(name, spent * 1000, "what pauses and answers take", allowed * 1000, bar=bar)


def _timed(server: Server, work: Any) -> tuple[float, dict[str, int]]:
    before = server.ask()["asked"]
    started = time.perf_counter()
    work()
    spent = time.perf_counter() - started
    after = server.ask()["asked"]
    return spent, {host: number - before.get(host, 0) for host, number in after.items() if number > before.get(host, 0)}


def _plan(vault: Vault) -> Plan:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.FORMER_NAME, "Ada Sample")
    person.add_detail(vault, DetailKind.KNOWN_AS, "Addie Example")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    person.add_detail(vault, DetailKind.TOWN, "Sampleford")
    person.add_detail(vault, DetailKind.HANDLE, "ada_example")
    person.add_detail(vault, DetailKind.EMPLOYER, "Exampleshire Council")
    person.add_detail(vault, DetailKind.HANDLE, "person_001")
    for provider in PROVIDERS:
        if provider.name in _GIVEN:
            search.give(vault, provider, _GIVEN[provider.name])
    return search.plan(vault, PROVIDERS, Options(from_work=True, more=True, budget=QUERIES))


def _door(vault: Vault, server: Server) -> Web:
    return Web(
        vault,
        offline=lambda: False,
        resolver=lambda _host: ("93.184.216.34",),
        dial=lambda _address, _port: ("127.0.0.1", server.port),
        authority=server.authority,
        pace=GAP,
    )


def resident() -> float:
    """MB of memory this process holds now; not a number where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return float("nan")
    return int(statm.read_text(encoding="ascii").split()[1]) * 4096 / 1024**2
