"""Runs the labelled set over loopback https, look after look, and counts what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from footprint import log, person
from footprint.demo.misbehaviour import CERTIFICATES, Visit
from footprint.demo.web import LoopbackWeb
from footprint.log import recheck
from footprint.log.recheck import Verdict
from footprint.person import DetailKind
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web
from tests.log.recheck.recheck_pages import NAME, OTHER_NAME, Case, Site, cases, landing

MORE_HOSTS = ("landing.example", "new-home.example", "consent.landing.example")


@dataclass(frozen=True)
class Result:
    """What was said of one page after its last look, and everything said on the way."""

    case: Case
    said: tuple[Verdict, ...]
    state: log.State

    @property
    def last(self) -> Verdict:
        return self.said[-1]

    @property
    def right(self) -> bool:
        return self.last.value == self.case.group.expect

    @property
    def wrongly_gone(self) -> bool:
        """Gone was said, at any look, of a page that was not removed twice over at its own address."""
        ever = any(one.is_gone for one in self.said) or self.state is log.State.GONE
        return ever and self.case.group.truth not in ("removed", "restored")


def measure(vault: Vault, advance: Callable[[], None]) -> list[Result]:
    """Log every page, take the first look, then look again until its recipes are over."""
    person.add_detail(vault, DetailKind.NAME, NAME)
    person.add_detail(vault, DetailKind.NAME, OTHER_NAME)
    person.add_detail(vault, DetailKind.HANDLE, "ada_example")
    every = cases()
    sites = {one.number: Site(one) for one in every}
    hosts = tuple(one.host for one in every)
    items = {one.number: log.add(vault, log.New(one.phrase, address=one.address)).value.id for one in every}
    said: dict[int, list[Verdict]] = {one.number: [] for one in every}
    with LoopbackWeb(more_hosts=(*hosts, *MORE_HOSTS)) as loopback:
        for stage in range(max(len(one.recipes) for one in every)):
            now = [one for one in every if stage < len(one.recipes)]
            _set_up(loopback, now, sites, stage)
            _look(vault, loopback, now, items, said)
            advance()
    return [Result(one, tuple(said[one.number]), log.get(vault, items[one.number]).state) for one in every]


def _set_up(loopback: LoopbackWeb, now: Sequence[Case], sites: dict[int, Site], stage: int) -> None:
    for one in now:
        sites[one.number].stage = stage
        recipe = one.recipes[stage]
        loopback.behave(one.host)
        loopback.misbehave(one.host, recipe if recipe in CERTIFICATES else sites[one.number])
    for host in MORE_HOSTS:
        loopback.misbehave(host, Landing(now))


class Landing:
    """Another site some pages are sent on to; its answer fits whoever was sent."""

    def __init__(self, now: Sequence[Case]) -> None:
        self._named = next((one for one in now if one.group.name.startswith("moved")), None)
        self._other = next((one for one in now if one.group.name.startswith("sent on")), None)

    def __call__(self, visit: Visit) -> None:
        host = visit.asked.host
        if host == "new-home.example" and self._named is not None:
            landing(visit, "redirect named", self._named)
        elif self._other is not None:
            landing(visit, "redirect", self._other)


def _look(
    vault: Vault, loopback: LoopbackWeb, now: Sequence[Case], items: dict[int, str], said: dict[int, list[Verdict]]
) -> None:
    gone = {one.host for one in now if one.recipes[len(said[one.number])] == "no such name"}

    def resolver(host: str) -> tuple[str, ...]:
        return loopback.resolver("nowhere.example" if host in gone else host)

    web = Web(
        vault, resolver=resolver, dial=loopback.dial, authority=loopback.authority, pace=0, total=2.0,
        offline=lambda: False,
    )  # fmt: skip
    by_item = {items[one.number]: one.number for one in now}
    plan = recheck.plan(vault, list(by_item))
    for look in recheck.run(vault, web, plan, Task()).value.looks:
        said[by_item[look.item_id]].append(look.verdict)


# -- counted ---------------------------------------------------------------------------------------

TELLING = (Verdict.GONE, Verdict.PROBABLY_GONE)


def removed(results: Sequence[Result]) -> list[Result]:
    """The pages that were truly removed."""
    return [one for one in results if one.case.group.truth == "removed"]


def share(results: Sequence[Result], *verdicts: Verdict) -> float:
    """How many of these ended in one of `verdicts`, from 0 to 1."""
    return sum(one.last in verdicts for one in results) / len(results)


def as_page(results: Sequence[Result]) -> str:
    """`docs/recheck.md`: what table F makes of the labelled set."""
    gone = removed(results)
    at_address = [one for one in gone if one.case.group.expect != Verdict.MOVED.value]
    wrong = sum(one.wrongly_gone for one in results)
    lines = [
        "# Is it still there? The labelled set",
        "",
        "Made by `python tests/log/recheck/write_page.py`; a test holds it up to date. Every page of the set is",
        "invented, served over https on this computer, first looked at while it shows the name, and then again every",
        "second day. The set is `tests/log/recheck/corpus.toml`: each group is one row of it, and each page one of its",
        "phrases in one of its layouts. It was written by those who wrote the rules, so it shows that they",
        "hold together; it is no measure of the whole web.",
        "",
        f"- {len(results)} pages in {len({one.case.group.name for one in results})} groups.",
        f"- Called “gone from there” though it was not removed, at any look: **{wrong}**.",
        f"- Truly removed: {len(gone)}. Reported as “gone from there” or “probably gone”: "
        f"**{share(gone, *TELLING):.3f}**; with “moved or removed”, which is what table F",
        f"  says where the address leads elsewhere: **{share(gone, *TELLING, Verdict.MOVED):.3f}**. Of the "
        f"{len(at_address)} whose own address answers: **{share(at_address, *TELLING):.3f}**.",
        "",
        "## What really happened, and what the app says in the end",
        "",
        *_confusion(results),
        "",
        "## Every group",
        "",
        "| What the site does | Really | Pages | The app says |",
        "|---|---|---|---|",
        *_groups(results),
    ]
    return "\n".join(lines) + "\n"


def _confusion(results: Sequence[Result]) -> list[str]:
    counted = Counter((one.case.group.truth, one.last) for one in results)
    truths = list(dict.fromkeys(one.case.group.truth for one in results))
    verdicts = [one for one in Verdict if any(counted[truth, one] for truth in truths)]
    head = ["| Really |", *(f" {one.value} |" for one in verdicts)]
    rows = [
        f"| {truth} |" + "".join(f" {counted[truth, one] or ''} |".replace("  |", " |") for one in verdicts)
        for truth in truths
    ]
    return ["".join(head), "|---" * (len(verdicts) + 1) + "|", *rows]


def _groups(results: Sequence[Result]) -> list[str]:
    lines = []
    for name in dict.fromkeys(one.case.group.name for one in results):
        mine = [one for one in results if one.case.group.name == name]
        said = ", ".join(f"{verdict.value}: {n}" for verdict, n in Counter(one.last for one in mine).most_common())
        lines.append(f"| {name} | {mine[0].case.group.truth} | {len(mine)} | {said} |")
    return lines
