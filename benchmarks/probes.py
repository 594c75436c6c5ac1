"""Probes against 420 sites whose truth is known: how right they are, and how long a request takes.

Other checkers are run beside them where they are installed: `FOOTPRINT_PEERS` names the Python that has them
(`sherlock-project`, `maigret`), else this one is tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.labelled import Share
from benchmarks.measure import Ratio
from benchmarks.probe_server import LEFT_OUT
from benchmarks.serving import Server, served
from benchmarks.vaults import open_vault
from footprint.search import probes
from footprint.search.probes import Answer
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web
from tests.search.probes.table import HANDLES, Row, rows

MANY, FEW = 200, 20  # usernames, when this group is asked for by name, and among all the others
TIMED = 5
ROUNDS = 3
BAR = 1.5
NOBODY = "nobody_has_this_name"
PEERS = ("sherlock", "maigret")
_WEB = "benchmarks.probe_server"
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Right:
    """One line of the report on truth: how many of how many, with its 95% interval, and the bar."""

    name: str
    share: Share
    bar: str

    def __str__(self) -> str:
        return f"{self.name:<48} {self.share}   {self.bar}"


@dataclass(frozen=True)
class Beside:
    """What a checker says of a username nobody has."""

    name: str
    found: int
    walls_absent: int

    def __str__(self) -> str:
        return (
            f"  {self.name}: a username nobody has, at 420 sites less {len(LEFT_OUT)} kinds: {self.found} reported, "
            f"{self.walls_absent} sites that cannot tell called “not there”"
        )


def run(many: int = FEW) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        vault = open_vault(Path(scratch))
        try:
            yield f"{many} usernames at each of {len(rows())} sites. 95% intervals (Wilson)."
            yield from map(str, _truth(vault, many))
            yield from map(str, _times(vault))
        finally:
            vault.close()


def _truth(vault: Vault, many: int) -> Iterator[Right]:
    """The bars over many usernames, every one at every site."""
    truth = {row.site.id: row for row in rows()}
    with served(_WEB) as server:
        results = _ask(vault, server, rows(), HANDLES[:many]).results
    found = [one for one in results if one.answer is Answer.FOUND]
    absent = [one for one in results if one.answer is Answer.ABSENT]
    gone = [one for one in results if not truth[one.site].has(one.handle)]
    walls = [one for one in results if not truth[one.site].behaves]
    there = [one for one in results if truth[one.site].behaves and truth[one.site].has(one.handle)]
    sound = [one for one in results if truth[one.site].behaves]
    yield Right("false “found”", _share((not truth[one.site].has(one.handle) for one in found), len(gone)), "bar 0")
    yield Right("walls called “absent”", _share((not truth[one.site].behaves for one in absent), len(walls)), "bar 0")
    yield Right("false “absent”", _share((truth[one.site].has(one.handle) for one in absent), len(results)), "bar 0")
    yield Right(
        "recall on sites that behave", _share((one.answer is Answer.FOUND for one in there), len(there)), "bar 0.99"
    )
    told = _share((one.answer is not Answer.CANNOT_TELL for one in sound), len(sound))
    yield Right("sites that behave and were told", told, "")


def _share(which: Iterator[bool], of: int) -> Share:
    return Share(sum(which), of)


def _times(vault: Vault) -> Iterator[Any]:
    """Milliseconds a request, all of one run against all of another's; the middle one of some rounds."""
    table = tuple(row for row in rows() if row.kind not in LEFT_OUT)
    handles = [NOBODY, *HANDLES[: TIMED - 1]]
    ours: list[float] = []
    theirs: dict[str, list[float]] = {}
    said: dict[str, Beside] = {}
    for _round in range(ROUNDS):
        with served(_WEB, "--timed") as server:
            started = time.perf_counter()
            run = _ask(vault, server, table, handles)
            ours.append((time.perf_counter() - started) * 1000 / int(server.ask()["asked"]))
        said["ours"] = _beside("ours", table, [[one.site, one.handle, one.answer.value] for one in run.results])
        for name in PEERS:
            with served(_WEB, "--timed") as server:
                answer = _peer(name, server, table, handles)
                if answer is None:
                    continue
                theirs.setdefault(name, []).append(answer["seconds"] * 1000 / int(server.ask()["asked"]))
                pairs = [(kind, pair) for kind in ("found", "absent") for pair in answer[kind]]
                said[name] = _beside(name, table, [[*pair, kind] for kind, pair in pairs])
    for name, each in sorted(theirs.items(), key=lambda one: _middle(one[1])):
        fastest = name == min(theirs, key=lambda one: _middle(theirs[one]))
        yield Ratio("a request, all in all", _middle(ours), name, _middle(each), bar=BAR if fastest else None)
    if not theirs:
        yield Ratio("a request, all in all", _middle(ours), "no other checker is installed", float("nan"))
    yield from said.values()


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _beside(name: str, table: tuple[Row, ...], told: list[list[str]]) -> Beside:
    behaves = {row.site.id: row.behaves for row in table}
    nobody = [(site, answer) for site, handle, answer in told if handle == NOBODY]
    found = sum(answer == "found" for _site, answer in nobody)
    return Beside(name, found, sum(answer == "absent" and not behaves[site] for site, answer in nobody))


# -- ours, theirs, and what both are pointed at ------------------------------------------------------


def _ask(vault: Vault, server: Server, table: tuple[Row, ...], handles: list[str] | tuple[str, ...]) -> probes.Run:
    door = Web(
        vault,
        offline=lambda: False,
        resolver=lambda _host: ("93.184.216.34",),
        dial=lambda _address, _port: ("127.0.0.1", server.port),
        authority=server.authority,
        pace=0,
    )
    made = probes.plan(vault, [row.site for row in table], handles, own=False)
    return probes.run(vault, door, made, Task()).value


def _peer(name: str, server: Server, table: tuple[Row, ...], handles: list[str]) -> dict[str, Any] | None:
    """What another checker answers; None where it is not installed."""
    python = os.environ.get("FOOTPRINT_PEERS", sys.executable)
    sites = [{"id": row.site.id, "host": row.host, "rule": row.rule} for row in table]
    given = json.dumps({"port": server.port, "sites": sites, "handles": handles})
    trust = {"REQUESTS_CA_BUNDLE": str(server.authority), "SSL_CERT_FILE": str(server.authority)}
    done = subprocess.run(
        [python, str(_HERE / "probe_peers.py"), name],
        input=given,
        capture_output=True,
        text=True,
        env={**os.environ, **trust},
        check=False,
    )
    if done.returncode:
        if "ModuleNotFoundError" not in done.stderr:
            sys.stderr.write(done.stderr[-2000:])
        return None
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
