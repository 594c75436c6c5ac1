"""Looking as a stranger: every tick is kept at once, a look can be carried on, and ended when the person says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from footprint.checklists.format import NetworkFile, Sign
from footprint.checklists.stranger import store
from footprint.checklists.stranger.records import Look, Mark, Seen
from footprint.dates import from_text, local_day
from footprint.errors import FootprintError, NotFound
from footprint.i18n import _, ngettext
from footprint.ids import new_id
from footprint.vault import Done, Vault

LONGEST_NOTE = 300
"""Letters of the note beside one thing that was seen."""


class NothingLookedAt(FootprintError):
    """A look in which nothing was looked at is no look, and says nothing about what strangers see."""


def signs(network: NetworkFile) -> tuple[Sign, ...]:
    """What can be looked for there, in the order it is asked."""
    return tuple(one for one in Sign if one in network.stranger.look_for)


def begin(vault: Vault, network: NetworkFile, account_id: str = "") -> Look:
    """A new look with nothing looked at yet. It is kept with its first tick (`keep`)."""
    return Look(new_id(), network.id, account_id, vault.now(), None, _blank(signs(network)))


def keep(
    vault: Vault, look: Look, sign: Sign, *, seen: Seen | None = None, note: str | None = None, item: str | None = None
) -> Done[Look]:
    """Keep what is said about one thing; what is left out stays. `item` is the id of the item it was logged as.

    `look` may be one that was begun and not kept yet; `sign` may be one that the network does not ask for. Gives the
    look as it is kept now.
    """
    told = None if note is None else _note(note)
    with vault.writing() as write:
        kept = store.look(write.db, look.id)
        if kept is None:
            kept = replace(look, marks=_blank(look.marks), looked_at=write.instant, finished_at=None)
            store.put_look(write.db, kept, write.now)
            for one, blank in kept.marks.items():
                store.put_mark(write.db, kept.id, one, blank, write.now)
        old = kept.marks.get(sign, Mark())
        mark = Mark(
            old.seen if seen is None else seen,
            old.note if told is None else told,
            old.item_id if item is None else item,
        )
        store.put_mark(write.db, kept.id, sign, mark, write.now)
        marks = {**kept.marks, sign: mark}
        kept = replace(kept, marks={one: marks[one] for one in Sign if one in marks})
        if kept.finished and not kept.looked:  # nothing is left in it that a finished look could say
            kept = replace(kept, finished_at=None)
            store.put_look(write.db, kept, write.now)
    return write.done(kept)


def finish(vault: Vault, look_id: str) -> Done[Look]:
    """End a look. What was not looked at stays said as that."""
    with vault.writing() as write:
        kept = store.look(write.db, look_id)
        if kept is None or not kept.looked:
            raise NothingLookedAt(_("Say for at least one thing whether you can see it."))
        kept = replace(kept, finished_at=write.instant)
        store.put_look(write.db, kept, write.now)
    return write.done(kept)


def remove(vault: Vault, look_id: str) -> Done[Look]:
    """Forget a look; the items that were logged from it stay in the log."""
    with vault.writing() as write:
        kept = store.look(write.db, look_id)
        if kept is None:
            raise NotFound(_("This look is no longer kept."))
        store.remove(write.db, look_id, write.now)
    return write.done(kept)


def look(vault: Vault, look_id: str) -> Look:
    with vault.reading() as db:
        found = store.look(db, look_id)
    if found is None:
        raise NotFound(_("This look is no longer kept."))
    return found


def looks(vault: Vault, network: str | None = None) -> tuple[Look, ...]:
    """Every look, newest first, unfinished ones among them."""
    with vault.reading() as db:
        return tuple(store.looks(db, network))


def days_looked(vault: Vault) -> dict[str, date]:
    """The day each network was looked at last, to the end. What was seen there is not even read."""
    with vault.reading() as db:
        found = store.days_looked(db)
    return {network: local_day(from_text(at)) for network, at in found.items()}


def unfinished(vault: Vault, network: str, account_id: str = "") -> Look | None:
    """The look to carry on: the newest of this account, if it was not finished."""
    mine = (one for one in looks(vault, network) if one.account_id == account_id)
    newest = next(mine, None)
    return newest if newest is not None and not newest.finished else None


def _blank(signs: Iterable[Sign]) -> dict[Sign, Mark]:
    return {one: Mark() for one in signs}


def _note(text: str) -> str:
    words = " ".join(text.replace("\x00", " ").encode("utf-8", "ignore").decode("utf-8").split())
    if len(words) > LONGEST_NOTE:
        raise FootprintError(
            ngettext(
                "This note is too long. Use {n} letter at most.",
                "This note is too long. Use {n} letters at most.",
                LONGEST_NOTE,
            ).format(n=LONGEST_NOTE)
        )
    return words
