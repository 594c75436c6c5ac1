"""What was known at a moment: for every question the last look that can be relied on, and what was seen since."""

from __future__ import annotations

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


def state_at(looks: Iterable[Looked], order: int) -> State:
    """What is known after the run `order`.

    A look that failed takes nothing away and adds nothing; one that ended half way only adds what it did see.
    """
    state: State = {}
    for look in looks:
        if look.order > order:
            break
        if look.whole:
            state[look.question] = Known(look)
        elif look.results:
            before = state.get(look.question, _NOTHING)
            state[look.question] = Known(before.whole, (*before.parts, look))
    return state


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
        self.first_whole: dict[Question, int] = {}
        for look in looks:
            if look.whole:
                self.first_whole.setdefault(look.question, look.order)

    def asked_well_before(self, look: Looked) -> bool:
        """Whether the question of `look` was answered in full in an earlier run."""
        return self.first_whole.get(look.question, look.order) < look.order
