"""The only SQL of this room."""

from __future__ import annotations

from typing import Any

from footprint import dates
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.person.records import (
    Account,
    AccountState,
    Detail,
    DetailKind,
    Nation,
    Profile,
    Purpose,
    Regulator,
    Role,
    Service,
)
from footprint.vault import Connection

_DETAIL = "id, kind, text, given, family, searchable, network"
_ACCOUNT = "id, network, label, handle, address, purpose, state, added_at"


def details(db: Connection) -> list[Detail]:
    """In the order they were added."""
    rows = db.execute(f"SELECT {_DETAIL} FROM person_detail WHERE deleted_at IS NULL ORDER BY added_at, rowid")
    return [_detail(row) for row in rows]


def detail(db: Connection, detail_id: str) -> Detail:
    row = db.row(f"SELECT {_DETAIL} FROM person_detail WHERE id = ? AND deleted_at IS NULL", (detail_id,))
    if row is None:
        raise NotFound(_("This is not in your details any more."))
    return _detail(row)


def put_detail(db: Connection, one: Detail, now: str) -> None:
    """Write a new detail, or a known one anew."""
    db.execute(
        f"INSERT INTO person_detail ({_DETAIL}, added_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?8, ?8)"
        " ON CONFLICT (id) DO UPDATE SET text = excluded.text, given = excluded.given, family = excluded.family,"
        " searchable = excluded.searchable, network = excluded.network, changed_at = excluded.changed_at",
        (one.id, one.kind, one.text, one.given, one.family, int(one.searchable), one.network, now),
    )


def remove_detail(db: Connection, detail_id: str, now: str) -> None:
    db.execute("UPDATE person_detail SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, detail_id))


def profile(db: Connection) -> Profile:
    row = db.row("SELECT nation, role, service, regulator FROM person_profile WHERE deleted_at IS NULL")
    if row is None:
        return Profile()
    return Profile(Nation(row[0]), Role(row[1]), Service(row[2]), Regulator(row[3]))


def set_profile(db: Connection, new: Profile, now: str) -> None:
    db.execute(
        "INSERT INTO person_profile (id, nation, role, service, regulator, changed_at) VALUES ('me', ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET nation = excluded.nation, role = excluded.role, service = excluded.service,"
        " regulator = excluded.regulator, changed_at = excluded.changed_at, deleted_at = NULL",
        (new.nation, new.role, new.service, new.regulator, now),
    )


def accounts(db: Connection) -> list[Account]:
    """In the order they were added."""
    rows = db.execute(f"SELECT {_ACCOUNT} FROM person_account WHERE deleted_at IS NULL ORDER BY added_at, rowid")
    return [_account(row) for row in rows]


def account(db: Connection, account_id: str) -> Account:
    row = db.row(f"SELECT {_ACCOUNT} FROM person_account WHERE id = ? AND deleted_at IS NULL", (account_id,))
    if row is None:
        raise NotFound(_("This account is not in your list any more."))
    return _account(row)


def put_account(db: Connection, one: Account, now: str) -> None:
    """Write a new account, or a known one anew."""
    values = (one.id, one.network, one.label, one.handle, one.address, one.purpose, one.state)
    db.execute(
        f"INSERT INTO person_account ({_ACCOUNT}, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET network = excluded.network, label = excluded.label, handle = excluded.handle,"
        " address = excluded.address, purpose = excluded.purpose, state = excluded.state,"
        " changed_at = excluded.changed_at",
        (*values, dates.to_text(one.added_at), now),
    )


def remove_account(db: Connection, account_id: str, now: str) -> None:
    db.execute("UPDATE person_account SET deleted_at = ?1, changed_at = ?1 WHERE id = ?2", (now, account_id))


def _detail(row: tuple[Any, ...]) -> Detail:
    detail_id, kind, text, given, family, searchable, network = row
    return Detail(detail_id, DetailKind(kind), text, given, family, bool(searchable), network)


def _account(row: tuple[Any, ...]) -> Account:
    account_id, network, label, handle, address, purpose, state, added = row
    added_at = dates.from_text(added)
    return Account(account_id, network, label, handle, address, Purpose(purpose), AccountState(state), added_at)
