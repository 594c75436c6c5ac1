"""All of Home in one call: what comes next, what is due, how far the person is, and how many things are left."""

from __future__ import annotations

from datetime import date

from footprint.checklists import Library, State
from footprint.home.gather import Gathered, gather
from footprint.home.records import Kind, Overview, Suggestion
from footprint.home.suggest import due_soon, suggestions
from footprint.home.trend import change_in_words, monthly
from footprint.vault import Vault


def overview(vault: Vault, library: Library, today: date, months: int = 6) -> Overview:
    """How things stand on `today`; `months` is how often the person wants to look again (0: never)."""
    now = gather(vault, library, today, months)
    found = suggestions(now)
    things = now.open_items + now.open_settings
    points = monthly(now.counts, today, things)
    return Overview(
        greeting_name=now.greeting_name,
        new=now.untouched,
        suggestions=tuple(one for one in found if not _finished(one, now)),
        due=due_soon(now),
        networks=now.progress.networks,
        open_things=things,
        open_items=now.open_items,
        open_settings=now.open_settings,
        open_by_network=now.open_by_network,
        items_by_state={status.value: count for status, count in now.items.items() if count},
        last_run=now.last_run,
        results_sorted=now.results.sorted,
        results_total=now.results.total,
        trend=points,
        trend_words=change_in_words(points),
        nothing_due_until=now.rhythm.next_day,
    )


def _finished(one: Suggestion, now: Gathered) -> bool:
    """A checklist that is done is no suggestion; it only counts for the day it comes round again."""
    done = {progress.network for progress in now.progress.networks if progress.state is State.DONE}
    return one.kind is Kind.CHECKLIST and one.key.startswith("checklist:") and one.details["network"] in done
