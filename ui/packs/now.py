"""What the page of packs shows, read in one go off the main thread: the pack in use, one that waits, one on offer."""

from __future__ import annotations

from dataclasses import dataclass

from footprint import checklists
from footprint.pack_parts import names
from footprint.packs.installed import InUse, Offered
from footprint.packs.newer import Difference, differences
from footprint.packs.records import Pack
from footprint.packs.uses import Use
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Now:
    """`missing`: the vault says one is in use, and its file is not fit to be read (`problem` says why)."""

    in_use: InUse | None
    missing: Use | None
    problem: str
    waiting: Offered | None
    before: Use | None


def read_now(bench: Workbench) -> Now:
    packs = bench.packs
    in_use = packs.now()
    missing = packs.use_of_vault() if in_use is None else None
    return Now(in_use, missing, packs.problem, packs.waiting(), packs.before())


@dataclass(frozen=True)
class Pair:
    """One thing a pack says otherwise: the app's words beside the organisation's. `theirs` is "" for what it hides."""

    where: str
    ours: str
    theirs: str
    reason: str


@dataclass(frozen=True)
class Preview:
    """An offered pack with all that it would change."""

    offered: Offered
    differences: tuple[Difference, ...]
    pairs: tuple[Pair, ...]


def read_preview(bench: Workbench, offered: Offered) -> Preview:
    """What would change: against the version in use for an update, else against what ships."""
    library = checklists.load_with_steps(bench.folder)
    old = offered.before if offered.update else None
    found = differences(old, offered.pack, names(library))
    return Preview(offered, found, (*_statements(offered.pack), *_checks(offered.pack, library)))


def _statements(pack: Pack) -> list[Pair]:
    guidance, _problems = checklists.load_guidance()
    known = {one.id: one for one in guidance.statements()}
    found = [
        Pair(known[one.id].short, known[one.id].text, one.text or one.short, one.reason)
        for one in pack.guidance.reword
        if one.id in known
    ]
    return found + [
        Pair(known[one.id].short, known[one.id].text, "", one.reason) for one in pack.guidance.hide if one.id in known
    ]


def _checks(pack: Pack, library: checklists.Library) -> list[Pair]:
    found = []
    for one in (*pack.checks.reword, *pack.checks.hide):
        if one.network not in library:
            continue
        network = library.network(one.network)
        check = next((known for known in network.checks if known.id == one.check), None)
        if check is None:
            continue
        title, why = getattr(one, "title", ""), getattr(one, "why", "")
        ours = [words for words, said in ((check.title, title), (check.why, why)) if said] or [check.title]
        theirs = [words for words in (title, why) if words]
        found.append(
            Pair(f"{network.name}: {check.short or check.title}", "\n".join(ours), "\n".join(theirs), one.reason)
        )
    return found
