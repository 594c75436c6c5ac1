"""Which items a query asks for, as conditions on the columns of the list; `store.py` puts them into its statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from footprint.log.records import Query
from footprint.log.states import State, Status

Condition = tuple[str, tuple[str, ...]]
"""A condition with a "?" for each of its values."""

_STATES = {
    Status.NOT_STARTED: (State.FOUND, State.DECIDED),
    Status.WAITING: (State.ASKED, State.WAITING),
    Status.FOLLOW_UP: (State.ASKED, State.WAITING),
    Status.DONE: (State.GONE,),
    Status.SAID_NO: (State.REFUSED,),
    Status.KEPT: (State.KEPT,),
    Status.CAME_BACK: (State.CAME_BACK,),
}


def conditions(query: Query, today: date) -> list[Condition]:
    """All of these hold for an item of the list; the words looked for are not among them."""
    parts: list[Condition] = []
    if query.group is not None:
        parts.append(_any_of([one for one in Status if one.group is query.group], today))
    if query.status is not None:
        parts.append(_any_of([query.status], today))
    if query.kinds:
        parts.append(_in("kind", query.kinds))
    if query.origins:
        parts.append(_in("origin", query.origins))
    if query.network:
        parts.append(("network = ?", (query.network,)))
    if query.due_before is not None:
        parts.append(("due < ?", (query.due_before.isoformat(),)))
    if query.due_within is not None:
        last = today + timedelta(days=query.due_within)
        parts.append(("due <= ? AND state NOT IN ('gone', 'kept')", (last.isoformat(),)))
    if query.set_id:
        parts.append(
            (
                "num IN (SELECT i.num FROM log_set_item s JOIN log_item i ON i.id = s.item_id "
                "WHERE s.set_id = ? AND s.deleted_at IS NULL)",
                (query.set_id,),
            )
        )
    return parts


def _any_of(statuses: list[Status], today: date) -> Condition:
    each = [_one_status(status, today) for status in statuses]
    return f"({' OR '.join(text for text, _values in each)})", tuple(one for _text, values in each for one in values)


def _one_status(status: Status, today: date) -> Condition:
    text, values = _in("state", _STATES[status])
    if status is Status.FOLLOW_UP:
        return f"({text} AND due < ?)", (*values, today.isoformat())
    if status is Status.WAITING:
        return f"({text} AND (due IS NULL OR due >= ?))", (*values, today.isoformat())
    return text, values


def _in(column: str, values: Sequence[StrEnum]) -> Condition:
    return f"{column} IN ({', '.join('?' * len(values))})", tuple(one.value for one in values)
