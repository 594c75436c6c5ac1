"""What can be asked of the index, and how each question is answered: by which months, by which rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from footprint.archives.index import store
from footprint.archives.index.found import store as queries
from footprint.archives.index.found.store import Where
from footprint.archives.index.numbers import AUDIENCE_NUM, FILM, KIND_NUM, PHOTO, PLACE, month_number, month_of, spans
from footprint.archives.index.typed import match
from footprint.archives.records import Audience, Kind
from footprint.vault import Connection

_LAST_MONTH = 9999 * 12
_MOST_SPANS = 24  # of months with gaps between them; from there on one look over all is quicker


class Decided(StrEnum):
    """What the person decided about an entry; as a filter also whether they did."""

    DELETE = "delete"
    KEEP = "keep"
    LIMIT = "limit"
    LATER = "later"
    ASK = "ask"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Find:
    """What to look for; empty fields ask for nothing.

    `since` and `until` are months as `month_number` gives them, both included; `undated` asks for entries without a
    time instead. `photo`, `film` and `place` are yes, no or either (None). `gone`: not in a newer copy any more.
    """

    text: str = ""
    networks: tuple[str, ...] = ()
    accounts: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    audiences: tuple[Audience, ...] = ()
    since: int | None = None
    until: int | None = None
    undated: bool = False
    photo: bool | None = None
    film: bool | None = None
    place: bool | None = None
    lens: str = ""
    decided: Decided | None = None
    gone: bool | None = None

    def in_year(self, year: int) -> Find:
        return replace(self, since=month_number(year), until=month_number(year, 12), undated=False)


@dataclass(frozen=True)
class Plan:
    """How a question is answered.

    `months` are those to look at, newest first, with how many entries can be in each; they are the answer to how many
    there are where `exact`. `ids`: nothing else is looked at.
    """

    words: str
    months: tuple[tuple[int, int], ...]
    where: Where
    exact: bool
    ids: tuple[int, ...] | None = None

    def spans(self) -> list[tuple[int, int]]:
        """Ranges of ids to look at, newest first."""
        found = spans([month for month, _n in self.months])
        return [(found[-1][0], found[0][1])] if self.words and len(found) > _MOST_SPANS else found


_NOTHING = Plan("", (), Where(), exact=True)


def plan_of(db: Connection, find: Find) -> Plan:
    accounts = _accounts(db, find)
    lens = store.lenses(db).get(find.lens) if find.lens else None
    words = match(find.text)
    if accounts == [] or (find.lens and lens is None) or (find.text.strip() and not words):
        return _NOTHING
    kinds = [KIND_NUM[one] for one in find.kinds] if find.kinds else None
    audiences = [AUDIENCE_NUM[one] for one in find.audiences] if find.audiences else None
    masks = _masks(find)
    months = tuple(queries.months(db, accounts, kinds, audiences, masks, _between(find), lens))
    parts = [
        f"e.{column} IN ({', '.join(map(str, allowed))})"
        for column, allowed in (("account", accounts), ("kind", kinds), ("audience", audiences))
        if allowed is not None
    ]
    if masks != (0, 0):
        parts.append(f"e.marks & {masks[0]} = {masks[0]} AND e.marks & {masks[1]} = 0")
    exact = not words and find.gone is None and (lens is None or not parts)
    if lens is not None:
        parts.append(f"e.lenses & {1 << lens} <> 0")
    if find.gone is not None:
        parts.append(f"e.gone {'<>' if find.gone else '='} 0")
    plan = Plan(words, months, Where(" AND ".join(parts) or "1"), exact)
    return plan if find.decided is None else _of_decided(db, plan, find.decided)


def _of_decided(db: Connection, plan: Plan, decided: Decided) -> Plan:
    """The person decides on hundreds among a million: these are looked at alone, or taken off the counts."""
    wanted = "" if decided is Decided.NOTHING else decided.value
    ids = _fitting(db, queries.decided_ids(db, wanted), plan) if not plan.words else []
    if not wanted:
        off = Counter(month_of(one) for one in ids)
        months = tuple((month, n - off[month]) for month, n in plan.months if n > off[month])
        where = Where(f"{plan.where.sql} AND NOT EXISTS ({queries.DECIDED})")
        return replace(plan, months=months if plan.exact else plan.months, where=where)
    if plan.words:
        where = Where(f"{plan.where.sql} AND EXISTS ({queries.DECIDED} AND d.decision = ?)", (wanted,))
        return replace(plan, where=where)
    return replace(plan, ids=tuple(ids), exact=False)


def _fitting(db: Connection, ids: list[int], plan: Plan) -> list[int]:
    found = plan.spans()
    return [one for one in queries.only(db, ids, plan.where) if any(first <= one < after for first, after in found)]


def _accounts(db: Connection, find: Find) -> list[int] | None:
    if not find.networks and not find.accounts:
        return None
    return [
        num
        for num, network, _account in queries.accounts(db)
        if (not find.networks or network in find.networks) and (not find.accounts or num in find.accounts)
    ]


def _masks(find: Find) -> tuple[int, int]:
    """Marks that must be there, and those that must not."""
    wanted = ((find.photo, PHOTO), (find.film, FILM), (find.place, PLACE))
    return sum(bit for yes, bit in wanted if yes), sum(bit for yes, bit in wanted if yes is False)


def _between(find: Find) -> tuple[int, int]:
    if find.undated:
        return 0, 0
    if find.since is None and find.until is None:
        return 0, _LAST_MONTH
    return max(1, find.since or 1), _LAST_MONTH if find.until is None else find.until
