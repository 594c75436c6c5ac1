"""The Privacy journal: what has ever left this computer, read back, cleared, and added to for files made."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from footprint import dates
from footprint.i18n import ngettext
from footprint.vault.changes import Done
from footprint.vault.vault import Vault
from footprint.web import store
from footprint.web.records import Entry, Kind, Press

_EVER = 1_000_000


def entries(
    vault: Vault, *, since: date | None = None, until: date | None = None, limit: int = _EVER
) -> tuple[Entry, ...]:
    """Newest first; `since` and `until` are days where the person is, both included."""
    with vault.reading() as db:
        return store.entries(db, *_span(since, until), limit)


def presses(
    vault: Vault, *, since: date | None = None, until: date | None = None, limit: int = _EVER
) -> tuple[Press, ...]:
    """The same, grouped by the preview that was pressed; newest first."""
    with vault.reading() as db:
        found = store.entries(db, *_span(since, until), limit)
        said = store.consents(db, {one.consent for one in found if one.consent})
    groups: dict[str, list[Entry]] = {}
    for one in found:
        groups.setdefault(one.consent or one.id, []).append(one)
    return tuple(_press(said.get(key), members) for key, members in groups.items())


def _press(said: store.Said | None, members: list[Entry]) -> Press:
    pressed_at, purpose, sendings = said or (None, members[0].purpose, ())
    return Press(pressed_at, purpose, sendings, tuple(members))


def sent_today(vault: Vault, today: date) -> int:
    """How many requests left on that day; one that got no further than the look-up of a name does not count."""
    with vault.reading() as db:
        return len(store.times_sent(db, *_span(today, today)))


def note_made(vault: Vault, what: str, details: tuple[str, ...] = ()) -> Done[Entry]:
    """Something readable was made for outside the vault: a PDF, a backup, a letter copied."""
    with vault.writing() as write:
        made = store.add_entry(
            write.db, Kind.MADE, write.now, note=what, details=details, connected=False, outcome="made"
        )
        entry = store.entry(write.db, made)
    return write.done(entry)


def clear_before(vault: Vault, day: date) -> Done[Entry]:
    """Take out all entries from before `day`. The clearing is itself an entry, and cannot be undone."""
    with vault.writing() as write:
        gone = store.clear(write.db, dates.to_text(_midnight(day)))
        note = ngettext("{n} entry from before {day} cleared", "{n} entries from before {day} cleared", gone).format(
            n=dates.number(gone), day=dates.day_in_words(day)
        )
        made = store.add_entry(write.db, Kind.CLEARED, write.now, note=note, connected=False, outcome="cleared")
        entry = store.entry(write.db, made)
    return write.done(entry)


def _midnight(day: date) -> datetime:
    """The start of that day where the person is."""
    return datetime.combine(day, time.min).astimezone(UTC)


def _span(since: date | None, until: date | None) -> tuple[str, str]:
    start = "" if since is None else dates.to_text(_midnight(since))
    end = "~" if until is None or until == date.max else dates.to_text(_midnight(until + timedelta(days=1)))
    return start, end
