"""Before something goes, in the core itself: no window and no command can do it without the answer.

While a complaint or a court hearing is going on, and before the very first thing goes, the question is whether a case
could be about this. Where it could, what could be needed goes only when the person says so once more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.log.ladder import store
from footprint.log.ladder.pausing import first_words, open_words
from footprint.log.ladder.records import Case
from footprint.vault import Vault, Writing


@dataclass(frozen=True)
class Considered:
    """The answer to “Could a complaint or a court case be about this?”; `all_the_same`: it could, and they go on."""

    case: Case
    all_the_same: bool = False


class PauseFirst(FootprintError):
    """Nothing was changed: there is something to answer first (`Considered`).

    `careful`: it was answered that a case could be about it, so it is only to be confirmed.
    """

    def __init__(self, why: str, *, careful: bool) -> None:
        super().__init__(why)
        self.careful = careful


def pause_first(
    write: Writing, ids: Iterable[str], considered: Considered | None, *, deletes: bool, first: bool = False
) -> None:
    """`PauseFirst` where the question is open for one of these, in the transaction of what would make it go.

    `deletes`: the person's own hand deletes it. `first`: before the very first thing goes it is asked as well. An
    answer that is given here is kept with each of them.
    """
    wanted = tuple(dict.fromkeys(ids))
    life, known = tuple(store.life_events(write.db)), store.cases(write.db)
    unasked = first and not known
    for item_id in wanted:
        case = considered.case if considered is not None else known.get(item_id)
        if case is None and (life or unasked):
            raise PauseFirst(open_words(life) if life else first_words(), careful=False)
        if case is None or not case.careful or not deletes:
            continue
        if considered is None or not considered.all_the_same:
            raise PauseFirst(_("A case could be about this. Keep it, or hide it, and take advice first."), careful=True)
    if considered is not None:
        for item_id in wanted:
            if known.get(item_id) is not considered.case:
                store.say(write.db, item_id, "case", considered.case.value, write.now)


def asks_first(vault: Vault, item_id: str) -> PauseFirst | None:
    """What `pause_first` would ask before a message about this item, for whoever acts before anything is noted."""
    with vault.reading() as db:
        life, known = tuple(store.life_events(db)), store.cases(db)
    return PauseFirst(open_words(life), careful=False) if life and item_id not in known else None


def pause_apart(write: Writing, considered: Considered | None) -> None:
    """As `pause_first`, for what is kept apart from the list: incident notes and what is kept of them."""
    life = tuple(store.life_events(write.db))
    if not life:
        return
    if considered is None:
        raise PauseFirst(open_words(life), careful=False)
    if considered.case.careful and not considered.all_the_same:
        raise PauseFirst(_("A case could be about this. Keep it, or hide it, and take advice first."), careful=True)
