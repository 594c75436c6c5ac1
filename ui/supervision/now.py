"""What the pages of the place read in one go, off the main thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint import person
from footprint.checklists import stranger
from footprint.checklists.stranger import Look
from footprint.dates import local_day
from footprint.person import Regulator
from footprint.supervision import copies, reflection, summary, take
from footprint.supervision.copies import Copy
from footprint.supervision.reflection import Reflection
from footprint.supervision.summary import Offer
from footprint.supervision.take import TakeLine
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Now:
    """Everything the place shows, as it stands. `offer` is all a summary could say."""

    today: date
    offer: Offer
    lines: tuple[TakeLine, ...]
    copies: tuple[Copy, ...]
    notes: tuple[Reflection, ...]
    looks: tuple[Look, ...]
    regulator: Regulator

    @property
    def to_talk(self) -> int:
        """How many lines of the list were not talked about yet."""
        return sum(not one.talked for one in self.lines)


def read_now(bench: Workbench) -> Now:
    vault = bench.vault
    return Now(
        today=local_day(vault.now()),
        offer=summary.offer(vault, bench.checklists),
        lines=take.lines(vault),
        copies=copies.copies(vault),
        notes=reflection.notes(vault),
        looks=tuple(one for one in stranger.looks(vault) if one.finished),
        regulator=person.profile(vault).regulator,
    )
