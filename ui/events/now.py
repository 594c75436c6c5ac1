"""What the page reads in one go, off the main thread: the list of events, and one event as it stands today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint.dates import local_day
from footprint.reminders import events
from footprint.reminders.events import Audit, EventFile
from footprint.workbench import Workbench
from ui.checklists.now import Now, read_network


@dataclass(frozen=True)
class Overview:
    """Those that can be carried on, those worth a second look, and all there are."""

    running: tuple[Audit, ...]
    due: tuple[tuple[EventFile, date], ...]
    all: tuple[EventFile, ...]
    today: date

    @property
    def others(self) -> tuple[EventFile, ...]:
        """What has not been begun."""
        begun = {one.event.id for one in self.running}
        return tuple(one for one in self.all if one.id not in begun)


@dataclass(frozen=True)
class OneEvent:
    """One event, and the networks whose pages its steps show, as they stand."""

    audit: Audit
    networks: Mapping[str, Now]


def read_overview(bench: Workbench) -> Overview:
    today = local_day(bench.vault.now())
    running = events.running(bench.vault, bench.checklists)
    return Overview(running, events.due(bench.vault, today, bench.pack), events.events(bench.pack), today)


def read_event(bench: Workbench, event_id: str) -> OneEvent:
    """The one that runs, else what it would be."""
    vault, library = bench.vault, bench.checklists
    running = next((one for one in events.running(vault, library) if one.event.id == event_id), None)
    audit = running or events.preview(vault, library, event_id)
    wanted = dict.fromkeys(page.network for step in audit.steps for page in step.pages)
    return OneEvent(audit, {one: read_network(bench, one) for one in wanted})
