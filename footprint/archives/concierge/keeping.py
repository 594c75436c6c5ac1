"""From asking for a copy to deleting the file: each step is one press, and each has a day on which it is due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from footprint.archives.concierge import store
from footprint.archives.concierge.format import Export, export
from footprint.archives.concierge.records import Copy, Ending, Stage
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.ids import new_id
from footprint.vault import Done, Vault

_A_DAY = timedelta(days=1)
_SLOW = timedelta(days=7)  # how often to look again once it takes longer than it should


@dataclass(frozen=True)
class Next:
    """What is due for a copy: on which day, and why in a sentence."""

    day: date
    words: str
    late: bool = False


def copies(vault: Vault) -> tuple[Copy, ...]:
    """Every copy that was asked for, newest first."""
    with vault.reading() as db:
        return store.copies(db)


def under_way(vault: Vault) -> tuple[Copy, ...]:
    return tuple(one for one in copies(vault) if one.stage is not Stage.FINISHED)


def get(vault: Vault, copy_id: str) -> Copy:
    with vault.reading() as db:
        return store.one(db, copy_id)


def ask(vault: Vault, network: str, today: date) -> Done[Copy]:
    """The person has asked the network for a copy. One that comes at once is ready."""
    how = export(network)
    asked = Copy(new_id(), how.network, Stage.ASKED, today, look_on=today + timedelta(days=how.ready_days))
    return _keep(vault, _ready(asked, how, today) if how.at_once else asked)


def ready(vault: Vault, copy_id: str, today: date) -> Done[Copy]:
    """The network says that it can be fetched."""
    copy = get(vault, copy_id)
    return _keep(vault, _ready(copy, export(copy.network), today))


def not_yet(vault: Vault, copy_id: str, today: date) -> Done[Copy]:
    """Still waiting: look again tomorrow, or in a week once it takes longer than it should."""
    copy = get(vault, copy_id)
    slow = today - copy.asked_on >= timedelta(days=export(copy.network).most_days)
    return _keep(vault, replace(copy, look_on=today + (_SLOW if slow else _A_DAY)))


def brought_in(vault: Vault, copy_id: str, today: date) -> Done[Copy]:
    """The app has read it; the file still lies in the downloads."""
    return _keep(vault, replace(get(vault, copy_id), stage=Stage.BROUGHT_IN, brought_in_on=today))


def network_brought_in(vault: Vault, network: str, today: date) -> Done[Copy] | None:
    """The newest copy of that network that is under way, after one was read; None where none was asked for."""
    waiting = (Stage.ASKED, Stage.READY)
    for one in copies(vault):
        if one.stage in waiting and (network == one.network or network in export(one.network).also):
            return brought_in(vault, one.id, today)
    return None


def finish(vault: Vault, copy_id: str, ending: Ending) -> Done[Copy]:
    return _keep(vault, replace(get(vault, copy_id), stage=Stage.FINISHED, ending=ending))


def forget(vault: Vault, copy_id: str) -> Done[None]:
    with vault.writing() as write:
        store.one(write.db, copy_id)
        store.remove(write.db, copy_id, write.now)
    return write.done(None)


def next_of(copy: Copy, today: date) -> Next | None:
    """What is due for it, None when it is finished."""
    if copy.stage is Stage.ASKED:
        return _look(copy, today)
    if copy.stage is Stage.READY:
        return _fetch(copy, today)
    if copy.stage is Stage.BROUGHT_IN and copy.brought_in_on is not None:
        words = _("The file is still on this computer. Delete it, or say that you keep it.")
        return Next(copy.brought_in_on + _A_DAY, words)
    return None


def is_slow(copy: Copy, today: date) -> bool:
    """Whether the network takes longer than it says."""
    return copy.stage is Stage.ASKED and today - copy.asked_on > timedelta(days=export(copy.network).most_days)


def _look(copy: Copy, today: date) -> Next:
    day = copy.look_on or copy.asked_on
    if is_slow(copy, today):
        return Next(day, _("This takes longer than usual. Look in your email, junk too, or ask again."), late=True)
    return Next(day, _("Look if your copy is ready."))


def _fetch(copy: Copy, today: date) -> Next:
    ready_on = copy.ready_on or copy.asked_on
    if copy.fetch_by is None:
        return Next(ready_on, _("Fetch your copy and bring it in."))
    if copy.fetch_by < today:
        return Next(copy.fetch_by, _("The time to fetch it may be over. Try it, or ask for a new copy."), late=True)
    words = _("Fetch your copy by {day}. After that the network deletes it.").format(day=day_in_words(copy.fetch_by))
    return Next(ready_on, words)


def _ready(copy: Copy, how: Export, today: date) -> Copy:
    by = today + timedelta(days=how.kept_days) if how.kept_days else None
    return replace(copy, stage=Stage.READY, ready_on=today, fetch_by=by)


def _keep(vault: Vault, copy: Copy) -> Done[Copy]:
    with vault.writing() as write:
        store.put(write.db, copy, write.now)
    return write.done(copy)
