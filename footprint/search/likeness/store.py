"""The only SQL of likeness: kept pictures, and the accounts they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.search.likeness.prints import Prints
from footprint.search.likeness.records import Answer, Nature, Portrait
from footprint.vault.connection import Connection

_PICTURE = "id, finding_id, added_at, nature, prints, answer"


def add(db: Connection, new: Portrait, small: bytes, now: str) -> None:
    db.execute(
        f"INSERT INTO likeness_picture ({_PICTURE}, small, changed_at) VALUES (?,?,?,?,?,?,?,?)",
        (
            *(new.id, new.finding_id, dates.to_text(new.added_at), new.nature.value),
            *(msgspec.msgpack.encode(new.prints), new.answer.value, small, now),
        ),
    )
    put_accounts(db, new.id, new.accounts, now)


def every(db: Connection) -> tuple[Portrait, ...]:
    """Oldest first; those of profiles that are no longer among the results are left out."""
    uses: dict[str, list[str]] = {}
    for picture_id, account_id in db.execute(
        "SELECT u.picture_id, u.account_id FROM likeness_use u JOIN person_account a ON a.id = u.account_id"
        " AND a.deleted_at IS NULL WHERE u.deleted_at IS NULL ORDER BY a.added_at, a.rowid"
    ):
        uses.setdefault(picture_id, []).append(account_id)
    rows = db.execute(
        f"SELECT {_PICTURE} FROM likeness_picture WHERE deleted_at IS NULL AND (finding_id = '' OR finding_id IN"
        " (SELECT id FROM search_finding WHERE deleted_at IS NULL)) ORDER BY added_at, rowid"
    )
    return tuple(_portrait(row, uses) for row in rows)


def small(db: Connection, picture_id: str) -> bytes:
    found = db.value("SELECT small FROM likeness_picture WHERE id = ? AND deleted_at IS NULL", (picture_id,))
    if found is None:
        raise _gone()
    return bytes(found)


def smalls(db: Connection) -> dict[str, bytes]:
    return dict(db.execute("SELECT id, small FROM likeness_picture WHERE deleted_at IS NULL"))


def answer(db: Connection, picture_id: str, said: Answer, now: str) -> None:
    db.execute(
        "UPDATE likeness_picture SET answer = ?, changed_at = ? WHERE id = ? AND deleted_at IS NULL",
        (said.value, now, picture_id),
    )


def remove(db: Connection, ids: Iterable[str], now: str) -> None:
    for one in ids:
        db.execute("UPDATE likeness_picture SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, one))
        put_accounts(db, one, (), now)


def put_accounts(db: Connection, picture_id: str, accounts: Iterable[str], now: str) -> None:
    """These accounts and no others."""
    wanted = dict.fromkeys(accounts)
    rows = list(
        db.execute("SELECT id, account_id FROM likeness_use WHERE picture_id = ? AND deleted_at IS NULL", (picture_id,))
    )
    for use_id, account_id in rows:
        if account_id in wanted:
            del wanted[account_id]
        else:
            db.execute("UPDATE likeness_use SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, use_id))
    for account_id in wanted:
        db.execute(
            "INSERT INTO likeness_use (id, changed_at, picture_id, account_id) VALUES (?,?,?,?)",
            (new_id(), now, picture_id, account_id),
        )


def _portrait(row: tuple[Any, ...], uses: dict[str, list[str]]) -> Portrait:
    picture_id, finding_id, added_at, nature, prints, said = row
    return Portrait(
        picture_id,
        finding_id,
        dates.from_text(added_at),
        Nature(nature),
        msgspec.msgpack.decode(prints, type=Prints),
        Answer(said),
        tuple(uses.get(picture_id, ())),
    )


def _gone() -> NotFound:
    return NotFound(_("This picture is no longer kept."))
