"""Pictures of life events: the list, one before it is begun, and one under way, which is forgotten again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footprint.reminders import events
from ui.desk import Desk

_SHOWN = "taken-over"


def event_screens(desk: Desk, settle: Callable[[], None]) -> Iterator[str]:
    """The vault is as it was afterwards."""
    desk.go("events")
    settle()
    yield "events"
    desk.go("events", event="court-hearing")
    settle()
    yield "event_before"
    begun = events.begin(desk.bench.vault, _SHOWN).value
    desk.go("events", event=_SHOWN)
    settle()
    yield "event_step"
    desk.go("events", event=_SHOWN, step="out")
    settle()
    yield "event_checks"
    events.forget(desk.bench.vault, begun.id)
