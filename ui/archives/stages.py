"""Which part shows each stage of “Old posts”. A new stage is one line in `STAGES` and its name in `Stage`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.archives.stage import ArchivePart, Stage
from ui.desk import Desk


def _overview(desk: Desk, _about: str) -> ArchivePart:
    from ui.archives.overview import Overview

    return Overview(desk)


def _ask(desk: Desk, about: str) -> ArchivePart:
    from ui.archives.asking import Asking

    return Asking(desk, about)


def _bring(desk: Desk, _about: str) -> ArchivePart:
    from ui.archives.bringing import Bringing

    return Bringing(desk)


def _report(desk: Desk, about: str) -> ArchivePart:
    from ui.archives.report import ReportPart

    return ReportPart(desk, int(about or 0))


def _review(desk: Desk, about: str) -> ArchivePart:
    from ui.archives.review.view import Review

    return Review(desk, about)


def _held(desk: Desk, _about: str) -> ArchivePart:
    from ui.archives.held import HeldPart

    return HeldPart(desk)


def _day(desk: Desk, _about: str) -> ArchivePart:
    from ui.archives.day import DayPart

    return DayPart(desk)


def _photos(desk: Desk, _about: str) -> ArchivePart:
    from ui.archives.photos import Photos

    return Photos(desk)


def _lenses(desk: Desk, _about: str) -> ArchivePart:
    from ui.archives.lenses import LensesPart

    return LensesPart(desk)


# Each imports its part only when it is first opened; the second argument is what it is to show.
STAGES: Mapping[Stage, Callable[[Desk, str], ArchivePart]] = {
    Stage.OVERVIEW: _overview,
    Stage.ASK: _ask,
    Stage.BRING: _bring,
    Stage.REPORT: _report,
    Stage.REVIEW: _review,
    Stage.HELD: _held,
    Stage.DAY: _day,
    Stage.PHOTOS: _photos,
    Stage.LENSES: _lenses,
}
