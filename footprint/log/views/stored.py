"""A filter as JSON and back. What another version of the app wrote and this one does not know is left out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from footprint.log.origins import Origin
from footprint.log.records import Kind, Query, Sort
from footprint.log.states import Group, Status

E = TypeVar("E", bound=StrEnum)


def to_json(query: Query) -> str:
    """Only what is asked for, so that a field that comes later changes nothing."""
    told: dict[str, Any] = {
        "text": query.text,
        "group": query.group,
        "status": query.status,
        "kinds": list(query.kinds),
        "origins": list(query.origins),
        "network": query.network,
        "due_before": query.due_before.isoformat() if query.due_before else None,
        "due_within": query.due_within,
        "set_id": query.set_id,
        "sort": query.sort,
    }
    kept = {name: value for name, value in told.items() if value not in ("", None, [])}
    return json.dumps(kept, ensure_ascii=False)


def from_json(text: str) -> Query:
    """Everything, where the text is no filter at all."""
    try:
        told = json.loads(text)
    except ValueError:
        return Query()
    if not isinstance(told, dict):
        return Query()
    within = told.get("due_within")
    return Query(
        text=_text(told.get("text")),
        group=_one(Group, told.get("group")),
        status=_one(Status, told.get("status")),
        kinds=_several(Kind, told.get("kinds")),
        origins=_several(Origin, told.get("origins")),
        network=_text(told.get("network")),
        due_before=_read(date.fromisoformat, _text(told.get("due_before"))),
        due_within=within if isinstance(within, int) and 0 <= within <= 36_500 else None,
        set_id=_text(told.get("set_id")),
        sort=_one(Sort, told.get("sort")) or Sort.DUE,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _one(kind: type[E], value: object) -> E | None:
    return _read(kind, _text(value))


def _several(kind: type[E], values: object) -> tuple[E, ...]:
    found = (_one(kind, one) for one in (values if isinstance(values, Iterable) else ()))
    return tuple(one for one in found if one is not None)


T = TypeVar("T")


def _read(read: Callable[[str], T], text: str) -> T | None:
    try:
        return read(text) if text else None
    except ValueError:
        return None
