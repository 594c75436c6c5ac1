"""Which answers count, and what they come to. Nothing but the answers themselves goes in, so any order gives the same.

This is the multi-value register of the literature: every write names the writes it has seen, those that no later write
names are its heads, and several heads are settled by a fixed order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from footprint.log.origins import Origin
from footprint.log.relations import Relation, relations_for

STRICTNESS = (
    Origin.FRIGHTENING, Origin.WORK, Origin.UNSURE, Origin.ME, Origin.STRANGER, Origin.KNOWN, Origin.ORGANISATION,
)  # fmt: skip
"""The most careful first: nobody is written to for the first four, and then whoever could do most harm."""


@dataclass(frozen=True)
class Answer:
    """`over` are the ids of the answers it saw and replaces; `taken_back` by an undo."""

    id: str
    item_id: str
    origin: Origin
    relation: Relation | None
    over: frozenset[str]
    at: str
    taken_back: bool


def counting(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Those that were not taken back; all of them where nothing would be left."""
    told = tuple(answers)
    return tuple(one for one in told if not one.taken_back) or told


def heads(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers that nobody has replaced, the most careful first."""
    told = counting(answers)
    replaced = frozenset[str]().union(*(one.over for one in told))
    left = [one for one in told if one.id not in replaced] or told
    return tuple(sorted(left, key=lambda one: (STRICTNESS.index(one.origin), one.id)))


def stands(answers: Iterable[Answer]) -> tuple[Origin, Relation | None] | None:
    """What the answers come to: the strictest head, and who that is; None where there is no answer at all.

    Of several who it could be one for whom the line manager comes first stands, then the one said last.
    """
    left = heads(answers)
    if not left:
        return None
    origin = left[0].origin
    told = [one for one in left if one.origin is origin and one.relation in relations_for(origin)]
    who = max(told, key=lambda one: (one.relation is not None and one.relation.of_work, one.at, one.id), default=None)
    return origin, who.relation if who is not None else None


def rank(origin: str, at: str, *, taken_back: bool) -> tuple[bool, bool, str]:
    """Which of two states of one answer stands in a merge: the higher one, whatever the clocks say.

    A careful answer that was taken back on one computer only is still an answer, and must be answered. Any other one
    that was taken back anywhere is gone: what it had replaced counts again. One that was emptied says nothing.
    """
    careful = origin != "" and Origin(origin).worries
    return origin != "", taken_back != careful, at


def read_over(text: str) -> frozenset[str]:
    """The ids in an `over` column; none in one that was emptied. `ValueError` for what the app does not write."""
    told = json.loads(text) if text else []
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise ValueError(text)
    return frozenset(told)


def write_over(ids: Iterable[str]) -> str:
    return json.dumps(sorted(ids))
