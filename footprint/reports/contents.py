"""How much there is of what a report may hold, counted before it is made, for a preview that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint import log
from footprint.log import EvidenceKind
from footprint.tasks import Task
from footprint.vault import Vault


@dataclass(frozen=True)
class Contents:
    """`notes`: things with notes of the person; `contacts`: with somebody to contact; `letters`: messages with words.

    `asked`: how often somebody was asked; `pictures` leaves out the `private` ones, which no report holds.
    """

    items: int = 0
    notes: int = 0
    contacts: int = 0
    asked: int = 0
    letters: int = 0
    copies: int = 0
    pictures: int = 0
    private: int = 0


def contents(vault: Vault, ids: Sequence[str], task: Task | None = None) -> Contents:
    """Counts over these items. `task` may stop it."""
    found, following = [0] * 7, task or Task()
    for done, one in enumerate(ids):
        following.step(done, len(ids))
        for at, n in enumerate(_of(vault, one)):
            found[at] += n
    return Contents(len(ids), *found)


def _of(vault: Vault, item_id: str) -> tuple[int, ...]:
    """In the order of `Contents`, without its first."""
    item, events = log.get(vault, item_id), log.history(vault, item_id)
    asked, copies = log.requests(vault, item_id), log.evidence(vault, item_id)
    pictures = [one for one in copies if one.kind is EvidenceKind.PICTURE]
    open_ones = sum(not one.intimate for one in pictures)
    return (
        any((item.notes.strip(), *(one.note.strip() for one in events))), bool(item.contact.strip()), len(asked),
        sum(bool(one.text.strip()) for one in asked), len(copies), open_ones, len(pictures) - open_ones,
    )  # fmt: skip
