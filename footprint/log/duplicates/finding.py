"""Which items are the same thing, and which show one picture in several places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint import search
from footprint.errors import NotFound
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log import store as log_store
from footprint.log.duplicates import store
from footprint.log.duplicates.pictures import Likeness, likeness, same_picture
from footprint.log.states import State
from footprint.vault import Vault

_FURTHEST = (
    State.FOUND, State.KEPT, State.DECIDED, State.GONE, State.REFUSED, State.ASKED, State.WAITING, State.CAME_BACK
)  # fmt: skip


class Why(Labelled):
    """Why items stand together."""

    ADDRESS = "address", N_("the same address")
    PICTURE = "picture", N_("the same picture")


@dataclass(frozen=True)
class Together:
    """Items that belong together, oldest first.

    With the same address they are one thing, listed twice: `same` is True, and they can be put into one. With the same
    picture they are one picture in several places, each to be asked for by itself.
    """

    why: Why
    ids: tuple[str, ...]

    @property
    def same(self) -> bool:
        return self.why is Why.ADDRESS


def duplicates(vault: Vault) -> tuple[Together, ...]:
    """All of them: the same address first, then the same picture. Takes a moment: never on the main thread.

    Intimate pictures are never compared. A group by picture whose items are all one address is not said twice.
    """
    with vault.reading() as db:
        addresses = store.addresses(db)
        pictures = [(item, sha, likeness(small)) for item, sha, small in store.pictures(db)]
    places = {item: search.canonical(address) for item, address in addresses}
    same = _grouped((place, item) for item, place in places.items())
    found = [Together(Why.ADDRESS, ids) for ids in same]
    for ids in _alike(pictures):
        if len({places.get(one) or one for one in ids}) > 1:
            found.append(Together(Why.PICTURE, ids))
    return tuple(found)


def best(vault: Vault, ids: Sequence[str]) -> str:
    """Which of them is best kept: the one that has come furthest, and of several the oldest."""
    with vault.reading() as db:
        states = {one.id: one.state for one in log_store.standings(db, ids)}
    if not states:
        raise NotFound(_("This is no longer in your list."))
    return max(states, key=lambda one: (_FURTHEST.index(states[one]), -list(states).index(one)))


def _grouped(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return [tuple(ids) for ids in groups.values() if len(ids) > 1]


def _alike(pictures: list[tuple[str, str, Likeness | None]]) -> list[tuple[str, ...]]:
    """Each picture joins the first group whose first picture it is like: no chain of small steps to another picture."""
    firsts: list[tuple[str, Likeness | None]] = []
    groups: list[list[str]] = []
    for item, sha, look in pictures:
        at = next((n for n, first in enumerate(firsts) if _is_like(first, sha, look)), None)
        if at is None:
            firsts.append((sha, look))
            groups.append([item])
        elif item not in groups[at]:
            groups[at].append(item)
    several = (tuple(ids) for ids in groups if len(ids) > 1)
    return list(dict.fromkeys(several))


def _is_like(first: tuple[str, Likeness | None], sha: str, look: Likeness | None) -> bool:
    if first[0] == sha:
        return True
    return first[1] is not None and look is not None and same_picture(first[1], look)
