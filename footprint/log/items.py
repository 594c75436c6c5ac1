"""Adding, reading and changing items; deleting them, and bringing them back for 30 days."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from footprint import dates, search
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.log import store
from footprint.log.answers import store as answer_store
from footprint.log.answers.keeping import differing, say, say_many
from footprint.log.errors import BadItem
from footprint.log.ladder import store as ladder_store
from footprint.log.ladder.considering import Considered, pause_first
from footprint.log.origins import Origin
from footprint.log.records import Action, DeletedRow, EventKind, Item, Kind, New, Severity
from footprint.log.relations import Relation, relations_for
from footprint.log.safety import settle
from footprint.log.sets import store as set_store
from footprint.log.states import State
from footprint.log.store import EventRow
from footprint.log.views import store as view_store
from footprint.vault import Done, Vault, Writing

KEPT_DAYS = 30
"""How long a deleted item can be brought back (`ui-design` 8.2)."""

_LONGEST = {"title": 300, "place": 300, "contact": 500, "notes": 20_000, "network": 60}
_LINE = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
_MANY = ("action", "severity", "origin", "network", "due")


def add(vault: Vault, new: New) -> Done[Item]:
    """Put an item in the log. It starts as found."""
    with vault.writing() as write:
        one = put(write, new)
    return write.done(one)


def put(write: Writing, new: New) -> Item:
    """The same inside the caller's transaction, for whoever keeps something of its own with it."""
    _refuse_relation(new.origin, new.relation)
    one = _checked(_item(new, write.instant), write.instant)
    store.add(write.db, one, title_key(one.title))
    say(write, one.id, one.origin, one.relation)
    store.add_events(write.db, [EventRow(one.id, EventKind.ADDED, one.state, one.state)], write.now)
    return one


def from_finding(vault: Vault, finding: search.Finding, *, origin: Origin = Origin.UNSURE, **values: Any) -> Done[Item]:
    """Make an item of a result; `values` are further fields of `New`.

    A result whose address is no address of a page is listed all the same: its address becomes a note.
    """
    title = " ".join(_LINE.sub(" ", finding.title).split()) or finding.host or _("A page about you")
    where = _where(finding.address)
    notes = "\n".join(one for one in (where.get("notes", ""), values.get("notes", "")) if one)
    told: dict[str, Any] = {
        "title": title[: _LONGEST["title"]],
        "place": finding.host,
        "finding_id": finding.id,
        **where,
        **values,
        "notes": notes[: _LONGEST["notes"]],
    }
    return add(vault, New(origin=origin, **told))


def get(vault: Vault, item_id: str) -> Item:
    with vault.reading() as db:
        found = store.item(db, item_id)
    if found is None:
        raise NotFound(_("This is no longer in your list."))
    return found


def several(vault: Vault, ids: Sequence[str]) -> tuple[Item, ...]:
    """Those of `ids` that are in the list, in the order given."""
    with vault.reading() as db:
        return tuple(store.items(db, ids))


def of_finding(vault: Vault, finding_id: str) -> tuple[Item, ...]:
    with vault.reading() as db:
        return tuple(store.items_where(db, "finding_id", finding_id))


def gone_findings(vault: Vault) -> dict[str, date]:
    """The findings whose pages are gone as the list has it, with the day since when."""
    with vault.reading() as db:
        return {finding_id: dates.local_day(at) for finding_id, at in store.gone_findings(db)}


def of_check(vault: Vault, check: str) -> tuple[Item, ...]:
    """The items that came from one check ("network:check")."""
    with vault.reading() as db:
        return tuple(store.items_where(db, "check_id", check))


def change(vault: Vault, item_id: str, **values: Any) -> Done[Item]:
    """Change fields of an item (those of `New`); what stays the same is not noted in its history.

    Who it is (`relation`) goes with who put it there: where that changes to somebody else it is asked anew.
    """
    unknown = set(values) - {one.name for one in fields(New)}
    if unknown:
        raise TypeError(f"an item has no {', '.join(sorted(unknown))}")
    with vault.writing() as write:
        before = store.item(write.db, item_id)
        if before is None:
            raise NotFound(_("This is no longer in your list."))
        if "relation" in values:
            _refuse_relation(values.get("origin", before.origin), values["relation"])
        one = _checked(replace(before, **values), write.instant)
        touched = [name for name in values if getattr(one, name) != getattr(before, name)]
        if touched:
            one = replace(one, changed_at=write.instant)
            store.update(write.db, one, title_key(one.title))
            event = EventRow(item_id, EventKind.CHANGED, one.state, one.state, " ".join(touched), due=one.due)
            store.add_events(write.db, [event], write.now)
        if answers := _answers_who(write, before, one, values):
            say(write, item_id, one.origin, one.relation)
        if touched or answers:
            settle(write, [item_id], keep_due="due" in touched)
        kept = store.item(write.db, item_id)
    return write.done(kept or one)


def _answers_who(write: Writing, before: Item, one: Item, values: Iterable[str]) -> bool:
    """Whether it is said anew who put it there; to say it again settles answers that came together and differ."""
    said = (one.origin, one.relation) != (before.origin, before.relation)
    return said or ("origin" in values and bool(differing(write.db, one.id)))


def change_many(vault: Vault, ids: Iterable[str], **values: Any) -> Done[int]:
    """Set `action`, `severity`, `origin`, `network` or `due` on many items at once; one undo for all of them."""
    if not values or set(values) - set(_MANY):
        raise TypeError(f"only {', '.join(_MANY)} can be set on many items at once")
    with vault.writing() as write:
        there = store.standings(write.db, ids)
        for name, value in values.items():
            text = value.isoformat() if isinstance(value, date) else value
            store.set_field(write.db, (one.id for one in there), name, _enum_text(name, text), write.now)
            if name == "origin":
                _answer_for(write, [one.id for one in there])
        about = " ".join(values)
        store.add_events(
            write.db, [EventRow(one.id, EventKind.CHANGED, one.state, one.state, about) for one in there], write.now
        )
        settle(write, [one.id for one in there], keep_due="due" in values)
    return write.done(len(there))


def _answer_for(write: Writing, ids: Sequence[str]) -> None:
    """One answer for many; who it was is no answer any more where somebody else put it there."""
    there = store.items(write.db, ids)
    fitting = ((one, one.relation if one.relation in relations_for(one.origin) else None) for one in there)
    say_many(write, [(one.id, one.origin, relation) for one, relation in fitting])


def delete(vault: Vault, ids: Iterable[str], *, considered: Considered | None = None) -> Done[int]:
    """Move items to "Recently deleted"; gives how many.

    `PauseFirst` while it is not answered whether a case could be about one of them, and where it could.
    """
    with vault.writing() as write:
        there = store.standings(write.db, ids)
        pause_first(write, [one.id for one in there], considered, deletes=True)
        store.set_deleted(write.db, (one.id for one in there), write.now, write.now)
        rows = [EventRow(one.id, EventKind.DELETED, one.state, one.state) for one in there]
        store.add_events(write.db, rows, write.now)
    return write.done(len(there))


def restore(vault: Vault, ids: Iterable[str]) -> Done[int]:
    """Bring deleted items back as they were; gives how many came back."""
    with vault.writing() as write:
        there = store.standings(write.db, ids, deleted=True)
        store.set_deleted(write.db, (one.id for one in there), None, write.now)
        rows = [EventRow(one.id, EventKind.RESTORED, one.state, one.state) for one in there]
        store.add_events(write.db, rows, write.now)
    return write.done(len(there))


def recently_deleted(vault: Vault) -> tuple[DeletedRow, ...]:
    """What can still be brought back, last deleted first."""
    since = vault.now() - timedelta(days=KEPT_DAYS)
    with vault.reading() as db:
        rows = store.deleted_since(db, dates.to_text(since))
    return tuple(
        DeletedRow(item_id, title, when := dates.from_text(at), dates.local_day(when + timedelta(days=KEPT_DAYS)))
        for item_id, title, at in rows
    )


def empty_deleted(vault: Vault) -> int:
    """Drop for good what was deleted more than 30 days ago; meant for the start of the app. Gives how many items."""
    before, gone = dates.to_text(vault.now() - timedelta(days=KEPT_DAYS)), 0
    with vault.writing(undo=False) as write:
        while ids := store.deleted_before(write.db, before):  # then what had been put into one of these
            gone += len(ids)
            store.empty_out(write.db, ids, write.now)
            ladder_store.empty_out(write.db, ids, write.now)
            answer_store.empty_out(write.db, ids, write.now)
        store.empty_evidence(write.db, before, write.now)
        set_store.empty_out(write.db, before, write.now)
        view_store.empty_out(write.db, before, write.now)
    return gone


def _item(new: New, now: datetime) -> Item:
    told = {one.name: getattr(new, one.name) for one in fields(New)}
    told["found_at"] = new.found_at or now
    return Item(id=new_id(), host="", state=State.FOUND, changed_at=now, **told)


def _checked(one: Item, now: datetime) -> Item:
    """The item with its texts made tidy and its address read, or `BadItem` with the field it is about."""
    told: dict[str, Any] = {name: line(getattr(one, name)) for name in ("title", "place", "contact", "network")}
    told["notes"] = clean(one.notes).strip()
    if not told["title"]:
        raise BadItem("title", _("Say in a few words what it is."))
    for name, most in _LONGEST.items():
        if len(told[name]) > most:
            too_long = _("This is too long to keep. Use {most} letters at most.")
            raise BadItem(name, too_long.format(most=dates.number(most)))
    if one.found_at > now:
        raise BadItem("found_at", _("The date you found it must be today or in the past."))
    address = read_address(one.address)
    return replace(
        one, **told, address=address, host=search.host_of(address) if address else "",
        kind=Kind(one.kind), origin=Origin(one.origin), action=Action(one.action), severity=Severity(one.severity),
        relation=one.relation if one.relation in relations_for(Origin(one.origin)) else None,
    )  # fmt: skip


def check_kept(one: Item) -> None:
    """`BadItem` for one that `add` would never have kept; its day may be that of another computer's clock."""
    _checked(one, one.found_at)


def _refuse_relation(origin: Origin, relation: Relation | None) -> None:
    if relation is not None and relation not in relations_for(origin):
        raise BadItem("relation", _("This does not go with who put it there. Choose that first."))


def read_address(text: str) -> str:
    """The full address in what was typed, "" for nothing, or `BadItem`."""
    text = line(text)
    if not text:
        return ""
    try:
        return search.read_address(text)
    except search.BadAddress as problem:
        raise BadItem("address", str(problem)) from problem


def _where(address: str) -> dict[str, str]:
    try:
        return {"address": read_address(address)}
    except BadItem:
        return {"notes": address[: _LONGEST["notes"]]}


def clean(text: str) -> str:
    """Text that can be kept: no NUL, no half characters."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")


def line(text: str) -> str:
    """The text on one line, its blanks made one each."""
    return " ".join(_LINE.sub(" ", clean(text)).split())


def title_key(title: str) -> str:
    """The title as it is sorted: no capitals, no accents."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _enum_text(name: str, text: str | None) -> str | None:
    kinds: dict[str, type[StrEnum]] = {"action": Action, "severity": Severity, "origin": Origin}
    return kinds[name](text).value if name in kinds and text is not None else text
