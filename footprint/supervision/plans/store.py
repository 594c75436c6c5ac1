"""The only SQL of plans: what the person took on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.vault import Connection

_TAKEN = "id, digest, sender, note, made, prompts, search, due, again, reminder, taken_at"


@dataclass(frozen=True)
class Taken:
    """A plan as the person took it on, whole or in part."""

    id: str
    digest: str
    sender: str
    note: str
    made: date
    prompts: tuple[str, ...]
    search: bool
    by: date | None
    again: int
    reminder: str
    taken_at: datetime
    networks: tuple[str, ...]


def add(db: Connection, one: Taken, now: str) -> None:
    db.execute(
        f"INSERT INTO plan_taken ({_TAKEN}, changed_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            one.id, one.digest, one.sender, one.note, one.made.isoformat(), " ".join(one.prompts), int(one.search),
            one.by.isoformat() if one.by else "", one.again, one.reminder, dates.to_text(one.taken_at), now,
        ),
    )  # fmt: skip
    for network in one.networks:
        db.execute(
            "INSERT INTO plan_network (id, plan_id, network, changed_at) VALUES (?,?,?,?)",
            (new_id(), one.id, network, now),
        )


def taken(db: Connection) -> tuple[Taken, ...]:
    """Newest first."""
    networks: dict[str, list[str]] = {}
    for plan, network in db.execute(
        "SELECT plan_id, network FROM plan_network WHERE deleted_at IS NULL ORDER BY rowid"
    ):
        networks.setdefault(plan, []).append(network)
    rows = db.execute(f"SELECT {_TAKEN} FROM plan_taken WHERE deleted_at IS NULL ORDER BY taken_at DESC, rowid DESC")
    return tuple(_taken(row, tuple(networks.get(row[0], ()))) for row in rows)


def one(db: Connection, plan_id: str) -> Taken:
    found = next((plan for plan in taken(db) if plan.id == plan_id), None)
    if found is None:
        raise NotFound(_("This is not in your notes any more."))
    return found


def remove(db: Connection, plan_id: str, now: str) -> None:
    for sql in (
        "UPDATE plan_network SET deleted_at = ?1, changed_at = ?1 WHERE plan_id = ?2 AND deleted_at IS NULL",
        "UPDATE plan_taken SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2 AND deleted_at IS NULL",
    ):
        db.execute(sql, (now, plan_id))


def _taken(row: tuple[str, str, str, str, str, str, int, str, int, str, str], networks: tuple[str, ...]) -> Taken:
    plan_id, digest, sender, note, made, prompts, search, due, again, reminder, taken_at = row
    return Taken(
        plan_id, digest, sender, note, date.fromisoformat(made), tuple(prompts.split()), bool(search),
        date.fromisoformat(due) if due else None, again, reminder, dates.from_text(taken_at), networks,
    )  # fmt: skip
