"""What happened to an item, in words."""

from __future__ import annotations

from footprint import dates
from footprint.i18n import N_, _, ngettext
from footprint.log import store
from footprint.log.ladder.records import Outcome
from footprint.log.ladder.replies import ReplyKind
from footprint.log.ladder.rungs import Rung
from footprint.log.records import Event, EventKind
from footprint.log.states import State
from footprint.log.store import EventRow
from footprint.vault import Vault

_SENTENCES = {
    EventKind.ADDED: N_("You put it in your list."),
    EventKind.CHANGED: N_("You changed it: {fields}."),
    EventKind.DELETED: N_("You deleted it."),
    EventKind.RESTORED: N_("You brought it back."),
}
_MOVES = {
    State.FOUND: N_("Found."),
    State.DECIDED: N_("You decided what to do."),
    State.ASKED: N_("You asked."),
    State.WAITING: N_("Waiting for an answer."),
    State.GONE: N_("Gone from there."),
    State.KEPT: N_("You decided to keep it."),
    State.REFUSED: N_("They said no."),
    State.CAME_BACK: N_("It came back."),
}
_ASKED = {
    "copied": N_("You asked. You copied the message to send it."),
    "email": N_("You asked by email."),
    "saved": N_("You asked. You saved the message to send it."),
    "in person": N_("You asked in person."),
    "other": N_("You asked in another way."),
}
_EVIDENCE = {
    "picture": N_("You kept a picture."),
    "page": N_("You kept a saved page."),
    "text": N_("You kept a text."),
    "pdf": N_("You kept a PDF."),
    "email": N_("You kept an email."),
}
_FIELDS = {
    "title": N_("what it is"),
    "address": N_("address"),
    "place": N_("where"),
    "network": N_("network"),
    "kind": N_("kind"),
    "origin": N_("who put it there"),
    "relation": N_("who it is"),
    "action": N_("what to do"),
    "contact": N_("who to contact"),
    "notes": N_("notes"),
    "severity": N_("how much it matters"),
    "due": N_("due date"),
    "found_at": N_("when you found it"),
    "account_id": N_("account"),
}


def history(vault: Vault, item_id: str) -> tuple[Event, ...]:
    """Oldest first. Steps that were undone are not in it."""
    with vault.reading() as db:
        rows = store.events(db, item_id)
    return tuple(Event(dates.from_text(at), row.kind, event_words(row), row.note, row.became) for at, row in rows)


def event_words(row: EventRow) -> str:
    """The sentence shown for it."""
    if row.kind is EventKind.CHANGED:
        names = ", ".join(_(_FIELDS[name]) for name in row.about.split() if name in _FIELDS)
        return _(_SENTENCES[row.kind]).format(fields=names)
    if row.kind is EventKind.EVIDENCE:
        return _(_EVIDENCE[row.about])
    if row.kind is EventKind.ASKED:
        return _with_due(_(_ASKED[row.about]), row)
    if row.kind is EventKind.RUNG:
        return _rung(row)
    if row.kind is EventKind.REPLY:
        return _("You read their answer: {what}.").format(what=ReplyKind(row.about).label)
    if row.kind is EventKind.MERGED:
        n = int(row.about)
        return ngettext(
            "You put {n} more like it together with it.", "You put {n} more like it together with it.", n
        ).format(n=n)
    if row.kind is EventKind.PARTED:
        n = int(row.about)
        return ngettext("You took {n} out of it again.", "You took {n} out of it again.", n).format(n=n)
    if row.kind is EventKind.MOVED:
        return _with_due(_(_MOVES[row.became]), row)
    return _(_SENTENCES[row.kind])


def _rung(row: EventRow) -> str:
    rung, _colon, outcome = row.about.partition(":")
    words = _("{rung}: {outcome}.").format(rung=Rung(rung).label, outcome=Outcome(outcome).label)
    if row.due is None:
        return words
    return words + " " + _("Look again on {day}.").format(day=dates.day_in_words(row.due))


def _with_due(words: str, row: EventRow) -> str:
    if row.due is None or row.became not in (State.ASKED, State.WAITING):
        return words
    return words + " " + _("Look again on {day}.").format(day=dates.day_in_words(row.due))
