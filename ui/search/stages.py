"""Which part shows each stage of “Search my name”. A new stage is one line in `STAGES` and its name in `Stage`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.desk import Desk
from ui.search.stage import Seen, Stage, StagePart


def _names(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.names import Names

    return Names(desk)


def _ways(desk: Desk, seen: Seen) -> StagePart:
    from ui.search.ways import Ways

    return Ways(desk, seen, frozenset(STAGES))


def _plan(desk: Desk, seen: Seen) -> StagePart:
    from ui.search.for_me import ForMe

    return ForMe(desk, seen.draft)


def _by_hand(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.by_hand.view import ByHand

    return ByHand(desk)


def _probes(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.sites.view import ProbePart

    return ProbePart(desk)


def _sort(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.sorting.triage import Triage

    return Triage(desk)


def _changes(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.changes.view import WhatChanged

    return WhatChanged(desk)


def _pictures(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.likeness.view import LikenessPart

    return LikenessPart(desk)


def _by_picture(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.by_hand.by_picture import ByPicture

    return ByPicture(desk)


def _bookmarks(desk: Desk, _seen: Seen) -> StagePart:
    from ui.search.by_hand.bookmarks import Bookmarks

    return Bookmarks(desk)


# Each imports its part only when it is first opened. `Stage.SEND` is not here: it begins with a plan.
STAGES: Mapping[Stage, Callable[[Desk, Seen], StagePart]] = {
    Stage.NAMES: _names,
    Stage.WAYS: _ways,
    Stage.PLAN: _plan,
    Stage.BY_HAND: _by_hand,
    Stage.PROBES: _probes,
    Stage.SORT: _sort,
    Stage.CHANGES: _changes,
    Stage.PICTURES: _pictures,
    Stage.BY_PICTURE: _by_picture,
    Stage.BOOKMARKS: _bookmarks,
}
