"""Which public sources can be asked now, and what the others need first: in words."""

from __future__ import annotations

from dataclasses import dataclass

from footprint import person, search
from footprint.i18n import _
from footprint.person import DetailKind
from footprint.search import Kind, Provider
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.search.wording import listed


@dataclass(frozen=True)
class Sources:
    """How things stand for “Search for me”."""

    ready: tuple[Provider, ...]
    missing: tuple[Provider, ...]
    has_work: bool
    contacts: tuple[str, ...] = ()
    smaller: tuple[Provider, ...] = ()  # ready as well, and asked only when the person wishes for more

    @property
    def smaller_in_words(self) -> str:
        """Which those are, and why they are not asked of themselves."""
        if not self.smaller:
            return ""
        names = listed([_(one.label) for one in self.smaller])
        return _("{names}. Few people who work in care are on them.").format(names=names)


def read_sources(_task: Task, bench: Workbench) -> Sources:
    ready = search.ready(bench.vault, bench.providers)
    usual = tuple(one for one in ready if search.asked_unbidden(one))
    smaller = tuple(one for one in ready if one not in usual and one.kind not in (Kind.EMAILS, Kind.COPIES))
    kinds = (DetailKind.EMAIL, DetailKind.PHONE)
    contacts = tuple(one.text for kind in kinds for one in person.details(bench.vault, kind))
    work = any(person.details(bench.vault, kind) for kind in (DetailKind.EMPLOYER, DetailKind.JOB_TITLE))
    return Sources(usual, tuple(one for one in bench.providers if one not in ready), work, contacts, smaller)


def missing_in_words(sources: Sources) -> tuple[str, ...]:
    """One line for each source that is not set up: its name and what it needs."""
    return tuple(
        _("{name}: {help}").format(name=_(one.label), help=_(one.needs.help))
        for one in sources.missing
        if one.needs is not None
    )
