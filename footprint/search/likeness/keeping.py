"""Profile pictures that are kept: the person's own, with the accounts they stand on, and those of found profiles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from footprint import worker
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.ids import new_id
from footprint.search.likeness import reader, store
from footprint.search.likeness.comparing import nature_of
from footprint.search.likeness.reader import LARGEST, BadPicture, Told
from footprint.search.likeness.records import Answer, Portrait
from footprint.tasks import Stopped, Task
from footprint.vault import Done, Vault

if TYPE_CHECKING:
    from footprint.vault import Writing

MOST = 200
"""Pictures that are kept in all: a person has a few dozen accounts."""


class TooMany(BadPicture):
    """No more pictures are kept than a person can look through."""


@dataclass(frozen=True)
class Added:
    """What came of several files: those that are kept now, and for each other one a sentence why not."""

    kept: tuple[Portrait, ...]
    problems: tuple[str, ...]


def add_mine(vault: Vault, content: bytes, accounts: Iterable[str] = (), task: Task | None = None) -> Done[Portrait]:
    """Keep a picture the person chose, and on which accounts it stands. Nothing of the file is kept but its look."""
    told = read(content, task)
    with vault.writing() as write:
        new = _new(write, told, accounts=tuple(accounts))
        store.add(write.db, new, told.small, write.now)
    return write.done(new)


def add_several(vault: Vault, contents: Sequence[bytes], task: Task) -> Done[Added]:
    """The same for several files at once, as one thing to undo.

    One that cannot be read, or is there already, is told of and left out. Stop keeps what was read.
    """
    readable: list[Told] = []
    problems: list[str] = []
    with suppress(Stopped):
        for done, content in enumerate(contents, 1):
            try:
                readable.append(read(content, task))
            except (BadPicture, worker.CannotRead) as problem:
                problems.append(str(problem))
            task.step(done, len(contents), _("Reading pictures"))
    with vault.writing() as write:
        copies = store.smalls(write.db)
        there = {copies[one.id] for one in store.every(write.db) if not one.finding_id}
        news = []
        for told in readable:
            if told.small in there:
                problems.append(_("A picture is here already. Choose it to say where else you use it."))
                continue
            there.add(told.small)
            new = _new(write, told)
            store.add(write.db, new, told.small, write.now)
            news.append(new)
    return write.done(Added(tuple(news), tuple(problems)))


def add_found(vault: Vault, finding_id: str, content: bytes, task: Task | None = None) -> Done[Portrait]:
    """Keep the picture of a found profile, in place of an earlier one. What was answered for the profile stays."""
    told = read(content, task)
    with vault.writing() as write:
        new = put_found(write, finding_id, told)
    return write.done(new)


def put_found(write: Writing, finding_id: str, told: Told) -> Portrait:
    """The same inside a transaction of the caller, for a picture that was read already."""
    before = [one for one in store.every(write.db) if one.finding_id == finding_id]
    store.remove(write.db, [one.id for one in before], write.now)
    new = _new(write, told, finding_id=finding_id)
    if before:
        new = replace(new, answer=before[-1].answer, accounts=before[-1].accounts)
    store.add(write.db, new, told.small, write.now)
    return new


def read(content: bytes, task: Task | None = None) -> Told:
    """Prints and a small copy, made in a process of its own. `BadPicture` or `worker.CannotRead` say what to do."""
    if len(content) > LARGEST:
        raise BadPicture(_("This picture is too large. Make it smaller, then choose it again."))
    return worker.apart(reader.told, content, refusal=BadPicture, task=task)


def pictures(vault: Vault) -> tuple[Portrait, ...]:
    """All of them, oldest first."""
    with vault.reading() as db:
        return store.every(db)


def small_copy(vault: Vault, picture_id: str) -> bytes:
    """The small JPEG that is kept of a picture."""
    with vault.reading() as db:
        return store.small(db, picture_id)


def small_copies(vault: Vault) -> dict[str, bytes]:
    """Those of all pictures, by id."""
    with vault.reading() as db:
        return store.smalls(db)


def stands_on(vault: Vault, picture_id: str, accounts: Iterable[str]) -> Done[Portrait]:
    """Say on which accounts one of the person's pictures stands: these and no others."""
    with vault.writing() as write:
        picture = _one(store.every(write.db), picture_id)
        store.put_accounts(write.db, picture.id, accounts, write.now)
        changed = _one(store.every(write.db), picture_id)
    return write.done(changed)


def remove(vault: Vault, ids: Iterable[str]) -> Done[int]:
    """Take pictures out; they can be brought back by undo."""
    wanted = tuple(ids)
    with vault.writing() as write:
        there = {one.id for one in store.every(write.db)}
        for one in wanted:
            if one not in there:
                raise NotFound(_("This picture is no longer kept."))
        store.remove(write.db, wanted, write.now)
    return write.done(len(wanted))


def answered(vault: Vault, picture_id: str, said: Answer, account_id: str = "") -> Done[Portrait]:
    """Keep what the person says to “Is this profile yours?”; `account_id` is the account it became."""
    with vault.writing() as write:
        picture = _one(store.every(write.db), picture_id)
        store.answer(write.db, picture.id, said, write.now)
        store.put_accounts(write.db, picture.id, (account_id,) if account_id else (), write.now)
        changed = _one(store.every(write.db), picture_id)
    return write.done(changed)


def _new(write: Writing, told: Told, *, finding_id: str = "", accounts: tuple[str, ...] = ()) -> Portrait:
    if len(store.every(write.db)) >= MOST:
        raise TooMany(_("There are {n} pictures already. Take some out first.").format(n=MOST))
    return Portrait(
        new_id(), finding_id, write.instant, nature_of(told.plain), told.prints, Answer.UNSAID, tuple(accounts)
    )


def _one(known: Iterable[Portrait], picture_id: str) -> Portrait:
    for one in known:
        if one.id == picture_id:
            return one
    raise NotFound(_("This picture is no longer kept."))
