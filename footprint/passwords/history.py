"""What is kept of a look at a list: its day and its numbers, so that the next one can say what has become better."""

from __future__ import annotations

from footprint.i18n import _, ngettext
from footprint.passwords import store
from footprint.passwords.records import Counts, Past
from footprint.vault import Done, Vault


def keep(vault: Vault, counts: Counts) -> Done[Past]:
    """Keep the numbers of a look."""
    with vault.writing() as write:
        look_id = store.add(write.db, counts, write.now)
    return write.done(Past(look_id, write.instant, counts))


def add_to(vault: Vault, past: Past, counts: Counts) -> Done[Past]:
    """The same look, once the leaked lists were looked in."""
    with vault.writing() as write:
        store.put(write.db, past.id, counts, write.now)
    return write.done(Past(past.id, past.at, counts))


def looks(vault: Vault, limit: int = 12) -> tuple[Past, ...]:
    """Newest first."""
    with vault.reading() as db:
        return store.newest(db, limit)


def compared(before: Counts, now: Counts) -> str:
    """“Before, 5 accounts shared a password. Now 2 do.” Empty where nothing was shared either time."""
    if not before.shared and not now.shared:
        return ""
    first = ngettext(
        "Before, {n} account shared a password.", "Before, {n} accounts shared a password.", before.shared
    ).format(n=before.shared)
    if now.shared == before.shared:
        return first + " " + _("It is the same now.")
    if not now.shared:
        return first + " " + _("Now none does.")
    return first + " " + ngettext("Now {n} does.", "Now {n} do.", now.shared).format(n=now.shared)
