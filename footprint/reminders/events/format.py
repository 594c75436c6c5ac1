"""The shape of a file of `resources/events/`: one life event and its short audit, written by hand in TOML.

The order of the steps is the order of doing: what becomes impossible or dangerous first stands first. A key nobody
knows is an error that names file and place; `resources/events/README.md` says how to write one.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from footprint.checklists.format import EVERY_NATION, Confidence
from footprint.log.ladder import LifeEvent
from footprint.packs.origins import FromPack
from footprint.person import Nation, Role


class Form(StrEnum):
    """What a step is. `DO`: the person does it and ticks it. `CHECKS`: checks of their own networks, or of a place or
    situation. `OPEN`: a page of the app. `PAUSE`: nothing is deleted meanwhile. `PAGE`: a page of each network they
    use, such as the way back in."""

    DO = "do"
    CHECKS = "checks"
    OPEN = "open"
    PAUSE = "pause"
    PAGE = "page"


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class StepFile(_Strict, frozen=True, kw_only=True):
    """One step. Which further keys it may have follows from its form.

    `why` says what becomes impossible or dangerous if it waits. For `checks`: `checks` are ids of checks and `groups`
    ids of groups, taken from every network the person uses; `lists` are whole places or situations, or one check there
    (`file/check`); at most `most`, those that matter most first; with `again` also what was dealt with before.
    For `open`: `place` is a place of the app and `details` what is shown there. For `page`: the name of the page.
    `nations` and `roles` narrow who is asked to do it; `only_registered` leaves it to those with a regulator.
    """

    id: str
    form: Form
    title: str
    why: str
    guidance: tuple[str, ...]
    minutes: float = 2.0
    steps: tuple[str, ...] = ()
    link: str = ""
    link_label: str = ""
    checks: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    most: int = 8
    again: bool = False
    place: str = ""
    details: dict[str, str] = msgspec.field(default_factory=dict)
    page: str = ""
    nations: tuple[Nation, ...] = EVERY_NATION
    roles: tuple[Role, ...] = tuple(Role)
    only_registered: bool = False


class EventFile(_Strict, frozen=True, kw_only=True):
    """One life event. `pause`: the kind of pause its `pause` step puts on; `again_days`: when a second look is worth
    it, 0 for never; `source`, `verified` and `confidence` are of whatever is more than our own advice.
    `origin`, no field of a file, marks one that came in an employer's pack."""

    format: int
    id: str
    name: str
    line: str
    icon: str
    order: int
    first: str
    steps: tuple[StepFile, ...]
    pause: LifeEvent | None = None
    again_days: int = 0
    source: str = ""
    verified: date | None = None
    confidence: Confidence = Confidence.INDEPENDENT
    origin: FromPack | None = None
