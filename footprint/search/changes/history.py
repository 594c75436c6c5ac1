"""What was known at a moment: for every question the last look that can be relied on, and what was seen since."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from footprint.search.changes.records import Looked, Question, Seen

Returned = Mapping[str, Mapping[str, int]]  # rank by finding, by look


@dataclass(frozen=True, slots=True)
class Known:
    """What stands for one question: the last look that ended well, and later ones that only showed a part."""

    whole: Looked | None
    parts: tuple[Looked, ...] = ()

    @property
    def looks(self) -> tuple[Looked, ...]:
        return self.parts if self.whole is None else (self.whole, *self.parts)


State = dict[Question, Known]


def states(looks: Iterable[Looked], since: int, until: int) -> tuple[State, State]:
    """What is known after the run `since`, and after the later run `until`.

    A look that failed takes nothing away and adds nothing; one that ended half way only adds what it did see.
    """
    state: State = {}
    before: State | None = None
    for look in looks:
        if before is None and look.order > since:
            before = dict(state)
        if look.order > until:
            break
        if look.whole:
            state[look.question] = Known(look)
        elif look.results:
            known = state.get(look.question, _NOTHING)
            state[look.question] = Known(known.whole, (*known.parts, look))
    return (dict(state) if before is None else before), state


_NOTHING = Known(None)


def with_results(*states: State) -> set[str]:
    """The looks that have to be read to know who was there."""
    return {look.id for state in states for known in state.values() for look in known.looks if look.results}


def present(state: State, returned: Returned) -> dict[str, list[Seen]]:
    """The pages that are there as far as is known, each with the looks that say so."""
    there: dict[str, list[Seen]] = {}
    for known in state.values():
        for look in known.looks:
            for finding_id, rank in returned.get(look.id, {}).items():
                there.setdefault(finding_id, []).append(Seen(look, rank))
    return there


class Window:
    """The looks after one moment up to another, by what was asked."""

    def __init__(self, looks: Sequence[Looked], after: int, upto: int) -> None:
        self.looks = [one for one in looks if after < one.order <= upto]
        self.whole: dict[Question, Looked] = {}  # the last one that ended well
        self.tried: dict[Question, Looked] = {}  # the last try that did not, where none ended well
        for look in self.looks:
            if look.whole:
                self.whole[look.question] = look
        for look in self.looks:
            if look.words and look.question not in self.whole:
                self.tried[look.question] = look
        self._every: dict[Question, list[Looked]] = {}  # all that ended well, in their order
        for look in looks:
            if look.whole:
                self._every.setdefault(look.question, []).append(look)

    def answered_before(self, look: Looked) -> Looked | None:
        """The last full answer to the question of `look` in an earlier run, if there is one."""
        every = self._every.get(look.question, [])
        at = bisect_left(every, look.order, key=_order)
        return every[at - 1] if at else None


def _order(look: Looked) -> int:
    return look.order
