"""Which public sources can be asked now, and what the others need first: in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint import person, search
from footprint.i18n import _
from footprint.person import DetailKind
from footprint.search import Provider
from footprint.tasks import Task
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Sources:
    """How things stand for “Search for me”."""

    ready: tuple[Provider, ...]
    missing: tuple[Provider, ...]
    has_work: bool
    contacts: tuple[str, ...] = ()


def read_sources(_task: Task, bench: Workbench) -> Sources:
    ready = search.ready(bench.vault, bench.providers)
    usual = tuple(one for one in ready if search.asked_unbidden(one))
    kinds = (DetailKind.EMAIL, DetailKind.PHONE)
    contacts = tuple(one.text for kind in kinds for one in person.details(bench.vault, kind))
    work = any(person.details(bench.vault, kind) for kind in (DetailKind.EMPLOYER, DetailKind.JOB_TITLE))
    return Sources(usual, tuple(one for one in bench.providers if one not in ready), work, contacts)


def ready_in_words(sources: Sources) -> str:
    free = [one for one in sources.ready if one.needs is None]
    own = [one for one in sources.ready if one.needs is not None]
    parts = []
    if free:
        parts.append(_("{names} can be asked now and need nothing from you.").format(names=_listed(free)))
    if own:
        parts.append(_("You have set up: {names}.").format(names=_listed(own)))
    return " ".join(parts) or _("No source can be asked yet.")


def missing_in_words(sources: Sources) -> tuple[str, ...]:
    """One line for each source that is not set up: its name and what it needs."""
    return tuple(
        _("{name}: {help}").format(name=_(one.label), help=_(one.needs.help))
        for one in sources.missing
        if one.needs is not None
    )


def _listed(providers: Sequence[Provider]) -> str:
    """“Bluesky and GitHub”, “A, B and C”."""
    names = [_(one.label) for one in providers]
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
