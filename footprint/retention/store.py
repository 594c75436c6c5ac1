"""Every row that belongs to a thing in the list, in whatever room it is kept, and the end of deleted ones.

A table with rows of its own kind is named here, or a test fails: what nobody thinks of would stay for ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint.vault.connection import Connection

# Tables whose rows hang on one item by `item_id`.
OF_ITEM = (
    "log_event", "log_request", "log_evidence", "recheck_look", "log_rung", "log_reply", "log_ladder_fact",
    "log_origin", "log_set_item", "log_merged",
)  # fmt: skip
# Tables that hold bytes apart from their record: bytes, record, the column that leads there.
BYTES = (
    ("log_evidence_bytes", "log_evidence", "evidence_id"),
    ("incident_proof_bytes", "incident_proof", "proof_id"),
    ("search_picture_bytes", "search_picture", "picture_id"),
)
# Deleted rows go from these after a time; what hangs on a row stands before it. `log_item` has a way of its own.
DELETED = (
    "plan_network", "plan_taken", "archive_asked", "archive_decision", "archive_person_word",
    "archive_lens_choice", "archive_lens_day", "archive_flag_wrong",
    "stranger_mark", "stranger_look", "life_event_step", "life_event",
    "incident_told", "incident_proof", "incident_copy", "incident",
    "incident_contact", "search_sighting", "search_picture", "search_wording", "search_reading", "search_look",
    "search_run", "search_finding", "search_hidden_site", "search_forgotten", "search_opened", "probe_result",
    "probe_run", "likeness_use", "likeness_picture", "password_look", "password_habit", "person_detail",
    "person_profile", "person_account",
    "check_answer", "check_note", "check_every", "web_origin", "home_later", "reminder_every", "reminder_mark",
    "reminder_own", "reminder_done", "reminder_event", "recheck_run", "log_life_event", "log_view", "log_set",
    "log_merge", "vault_fact", "summary_copy", "take_line", "reflection", "pack_use", "pack_later", *OF_ITEM,
)  # fmt: skip
# What copies of accounts held: the person forgets a whole account (`archives`); nothing of it is a thing in the list.
_ARCHIVES = (
    "archive_account", "archive_import", "archive_part", "archive_entry", "archive_words", "archive_find",
    "archive_find_data", "archive_find_idx", "archive_find_config", "archive_media", "archive_key", "archive_thread",
    "archive_new", "archive_month", "archive_lens", "archive_rule", "archive_flag", "archive_lens_month",
    "archive_connection", "archive_left_out", "archive_held",
)  # fmt: skip
# What is left of a purge in these: a number, a day, the journal without addresses, the words of other things.
STAYS = (
    "vault_commit", "home_count", "web_ledger", "web_consent", "log_item", *_ARCHIVES,
    *(one for one, _of, _by in BYTES),
)  # fmt: skip
# Of deleted things in the list an empty row stays, so that an old bundle does not bring them back (`log`).
_OF_LIST = ("log_", "recheck_")
_PARENTS = (
    ("stranger_mark", "look_id", "stranger_look"),
    ("life_event_step", "life_event_id", "life_event"),
    ("plan_network", "plan_id", "plan_taken"),
    ("password_habit", "account_id", "person_account"),
    ("incident_told", "incident_id", "incident"),
    ("incident_proof", "incident_id", "incident"),
    ("incident_copy", "incident_id", "incident"),
)
_IN = "IN (SELECT value FROM json_each(?))"
_FOR_INCIDENTS = "SELECT kept_id FROM incident_proof WHERE deleted_at IS NULL AND kept_id <> ''"


@dataclass(frozen=True)
class Erased:
    """What went with some items: all of their ids, findings among them, and pieces of their bytes to look for."""

    ids: tuple[str, ...]
    findings: int
    pieces: tuple[bytes, ...]


def closed_before(db: Connection, before: str) -> list[tuple[str, str, str]]:
    """(id, title, closed at) of gone and kept items closed before that instant, oldest first.

    One whose copies an incident note uses stays as long as the note does.
    """
    rows = db.execute(
        "SELECT * FROM (SELECT i.id, i.title, coalesce((SELECT max(e.at) FROM log_event e WHERE e.item_id = i.id "
        "AND e.became = i.state AND e.was <> e.became AND e.deleted_at IS NULL), i.found_at) AS closed "
        "FROM log_item i WHERE i.deleted_at IS NULL AND i.state IN ('gone', 'kept') AND NOT EXISTS "
        f"(SELECT 1 FROM log_evidence v WHERE v.item_id = i.id AND v.id IN ({_FOR_INCIDENTS}))) "
        "WHERE closed < ? ORDER BY closed, id",
        (before,),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def erase_items(db: Connection, ids: Iterable[str]) -> Erased:
    """Take out items and all that is only theirs, what was put into them as well; inside the caller's transaction."""
    every = _with_merged(db, list(ids))
    wanted = json.dumps(every)
    pieces = _pieces(db, wanted)
    addresses = _addresses(db, wanted)
    findings = [
        row[0]
        for row in db.execute(
            f"SELECT DISTINCT finding_id FROM log_item WHERE id {_IN} AND finding_id <> '' AND finding_id NOT IN "
            f"(SELECT finding_id FROM log_item WHERE deleted_at IS NULL AND NOT id {_IN})",
            (wanted, wanted),
        )
    ]
    evidence = f"SELECT id FROM log_evidence WHERE item_id {_IN} AND id NOT IN ({_FOR_INCIDENTS})"
    db.execute(f"DELETE FROM log_evidence_bytes WHERE evidence_id IN ({evidence})", (wanted,))
    db.execute(f"DELETE FROM log_evidence WHERE id IN ({evidence})", (wanted,))
    for table in OF_ITEM:
        if table != "log_evidence":
            db.execute(f"DELETE FROM {table} WHERE item_id {_IN}", (wanted,))
    for table in ("log_merged", "log_merge"):
        db.execute(f"DELETE FROM {table} WHERE keep_id {_IN}", (wanted,))
    db.execute(f"UPDATE stranger_mark SET item_id = '' WHERE item_id {_IN}", (wanted,))
    db.execute(f"UPDATE archive_decision SET listed_as = '' WHERE listed_as {_IN}", (wanted,))
    db.execute(f"UPDATE incident SET item_id = '' WHERE item_id {_IN}", (wanted,))
    _out_of_runs(db, every)
    db.execute(f"DELETE FROM log_item WHERE id {_IN}", (wanted,))
    _erase_findings(db, findings)
    _out_of_journal(db, addresses)
    return Erased((*every, *findings), len(findings), pieces)


def _with_merged(db: Connection, ids: list[str]) -> list[str]:
    every, new = dict.fromkeys(ids), ids
    while new:
        rows = db.execute(f"SELECT item_id FROM log_merged WHERE keep_id {_IN}", (json.dumps(new),))
        new = [row[0] for row in rows if row[0] not in every]
        every.update(dict.fromkeys(new))
    return list(every)


def _pieces(db: Connection, wanted: str) -> tuple[bytes, ...]:
    """32 bytes out of the middle of each copy that nothing else has the like of."""
    rows = db.execute(
        "SELECT substr(b.bytes, length(b.bytes) / 2, 32) FROM log_evidence v JOIN log_evidence_bytes b "
        f"ON b.evidence_id = v.id WHERE v.item_id {_IN} AND length(b.bytes) > 200 AND v.sha256 NOT IN "
        f"(SELECT sha256 FROM log_evidence WHERE NOT item_id {_IN} UNION SELECT sha256 FROM incident_proof "
        "UNION SELECT sha256 FROM search_picture)",
        (wanted, wanted),
    )
    return tuple(bytes(row[0]) for row in rows if len(set(row[0])) > 8)


def _addresses(db: Connection, wanted: str) -> list[str]:
    """Every address a look at these items went to, unless another item that stays has the same."""
    rows = db.execute(
        f"SELECT address FROM log_item WHERE id {_IN} UNION SELECT url FROM recheck_look WHERE item_id {_IN} "
        f"UNION SELECT h.value FROM recheck_look r, json_each(r.hops) h WHERE r.item_id {_IN} "
        f"UNION SELECT f.address FROM search_finding f JOIN log_item i ON i.finding_id = f.id WHERE i.id {_IN} "
        f"EXCEPT SELECT address FROM log_item WHERE deleted_at IS NULL AND NOT id {_IN}",
        (wanted,) * 5,
    )
    return [row[0] for row in rows if row[0]]


def _out_of_runs(db: Connection, ids: Sequence[str]) -> None:
    gone = set(ids)
    for run_id, items in list(db.execute("SELECT id, items FROM recheck_run")):
        there = json.loads(items)
        left = [one for one in there if one not in gone]
        if len(left) < len(there):
            db.execute("UPDATE recheck_run SET items = ? WHERE id = ?", (json.dumps(left), run_id))


def _erase_findings(db: Connection, ids: Sequence[str]) -> None:
    wanted, there = json.dumps(ids), db.record_tables()  # a copy of long ago has not all of these
    if "likeness_picture" in there:
        of_findings = f"SELECT id FROM likeness_picture WHERE finding_id {_IN}"
        db.execute(f"DELETE FROM likeness_use WHERE picture_id IN ({of_findings})", (wanted,))
    for table in ("search_sighting", "search_wording", "search_reading", "likeness_picture"):
        if table in there:
            db.execute(f"DELETE FROM {table} WHERE finding_id {_IN}", (wanted,))
    db.execute(f"DELETE FROM search_finding WHERE id {_IN}", (wanted,))


def _out_of_journal(db: Connection, addresses: Sequence[str]) -> None:
    """That something was sent stays, and when and what for; where it went is a trace of what is to be gone."""
    wanted = json.dumps(addresses)
    pressed = [
        row[0] for row in db.execute(f"SELECT DISTINCT consent_id FROM web_ledger WHERE url {_IN}", (wanted,)) if row[0]
    ]
    db.execute(
        "UPDATE web_ledger SET host = '', url = '', headers = '[]', details = '[]', note = '' "
        f"WHERE url {_IN} AND url <> ''",
        (wanted,),
    )
    gone = set(addresses)
    for consent_id, words in list(
        db.execute(f"SELECT id, sendings FROM web_consent WHERE id {_IN}", (json.dumps(pressed),))
    ):
        left = [one for one in json.loads(words) if not gone & set(str(one["url"]).splitlines())]
        db.execute(
            "UPDATE web_consent SET sendings = ? WHERE id = ?", (json.dumps(left, ensure_ascii=False), consent_id)
        )


def deleted_items(db: Connection, before: str) -> list[str]:
    """Deleted before that instant. What was put into an item that stays can still be taken out again, so it stays."""
    rows = db.execute(
        "SELECT id FROM log_item WHERE deleted_at IS NOT NULL AND deleted_at < ? "
        f"AND id NOT IN (SELECT item_id FROM log_merged WHERE deleted_at IS NULL) "
        f"AND id NOT IN (SELECT item_id FROM log_evidence WHERE id IN ({_FOR_INCIDENTS}))",
        (before,),
    )
    return [row[0] for row in rows]


def count_deleted(db: Connection, before: str, stubs: bool) -> int:
    """How many deleted rows are older than that, besides items; without `stubs` none of the list's own."""
    return sum(
        int(db.value(f"SELECT count(*) FROM {table} WHERE {_old(table)}", {"before": before}))
        for table in _there(db, stubs)
    )


def erase_deleted(db: Connection, before: str, stubs: bool) -> int:
    """Take out deleted rows older than `before`, items apart, and bytes that nothing leads to; gives how many rows."""
    gone = count_deleted(db, before, stubs)
    for table, column, parent in _PARENTS:
        db.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT id FROM {parent} WHERE {_old(parent)})", {"before": before}
        )
    for table in _there(db, stubs):
        db.execute(f"DELETE FROM {table} WHERE {_old(table)}", {"before": before})
    for table, record, column in BYTES:
        db.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM {record})")
    return gone


def erase_people(db: Connection, links: Sequence[int], people: Sequence[int]) -> None:
    """People who stand in copies of accounts no more, in a copy of the vault that still has them."""
    db.run_many("DELETE FROM archive_connection WHERE key = ?", [(one,) for one in links])
    db.run_many("DELETE FROM archive_person_word WHERE person = ?", [(one,) for one in people])


def erase_in_copy(db: Connection, ids: Sequence[str], before: str, stubs: bool) -> None:
    """The same in a copy of the vault, in a transaction of its own: these items, and what was deleted before."""
    db.execute("BEGIN IMMEDIATE")
    erase_items(db, ids)
    if stubs:
        erase_items(db, deleted_items(db, before))
    erase_deleted(db, before, stubs)
    db.execute("COMMIT")


def _there(db: Connection, stubs: bool) -> tuple[str, ...]:
    """Those of `DELETED` this vault has, in their order; without `stubs` none of the list's own."""
    records = db.record_tables()
    return tuple(one for one in DELETED if one in records and (stubs or not one.startswith(_OF_LIST)))


def _old(table: str) -> str:
    old = "deleted_at IS NOT NULL AND deleted_at < :before"
    return f"{old} AND id NOT IN ({_FOR_INCIDENTS})" if table == "log_evidence" else old
