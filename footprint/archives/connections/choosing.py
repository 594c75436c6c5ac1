"""What the person says about somebody. “Met through work” leaves nothing behind but a keyed hash."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.archives.connections import store
from footprint.archives.connections.listing import put_together
from footprint.archives.connections.records import Choice
from footprint.archives.index.keys import keys
from footprint.vault import Done, Vault, Writing


def choose(vault: Vault, people: Iterable[int], choice: Choice | None) -> Done[Choice | None]:
    """Say the same about each of them; None takes back what was said."""
    wanted = tuple(people)
    with vault.writing() as write:
        store.choose(write.db, wanted, choice, write.now)
    return write.done(choice)


def tick(vault: Vault, person: int, day: date | None) -> Done[date | None]:
    """It was done on the network on `day`; None: it was not."""
    with vault.writing() as write:
        store.set_done(write.db, person, day, write.now)
    return write.done(day)


@dataclass(frozen=True)
class Gone:
    """What went, for the copies of the vault to lose as well: the keys of rows, and of people."""

    rows: tuple[int, ...]
    people: tuple[int, ...] = ()


def leave_out(write: Writing, person: int) -> Gone:
    """Somebody met through work, after it was acted on: the name, the link and all that was said about them go.

    A keyed hash stays, so that the next copy does not bring them back. What the person wrote themself may name them
    too; that stands among their posts, and is theirs to sort out. `retention.forget_person` does it for the copies too.
    """
    met = put_together(keys(write.db), store.rows(write.db)).get(person)
    return Gone(store.leave_out(write.db, person, met.nums if met is not None else ()), (person,))


def forget(write: Writing) -> Gone:
    """The whole list goes, with everything that was said about anybody."""
    people = tuple(store.choices(write.db))
    return Gone(store.forget(write.db), people)
