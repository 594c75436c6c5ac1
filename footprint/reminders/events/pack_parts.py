"""A life event of an employer's pack, decoded as strictly as our own and held to less than ours may do.

What an event of ours may do and one of a pack may not: put things on hold (`pause`), hand words to a page it opens
(`details`), and stand before our own.
"""

from __future__ import annotations

from collections.abc import Iterator

from footprint.handwritten import Problem, decode, parse
from footprint.i18n import _
from footprint.packs.format import OWN
from footprint.reminders.events.format import EventFile, Form, StepFile
from footprint.reminders.events.load import faults
from footprint.wordlists import words

FIRST_ORDER = 200  # after every event of ours
MOST_STEPS = 12
ICONS = words(
    "accounts bell book camera car chat checklist clock edit flag help image key mail people phone place refresh "
    "search shield video work"
)
PLACES = words(
    "accounts checklists guidance happened help_now incidents passwords reminders remove search stranger supervision"
)
"""Pages of the app an event of a pack may lead to: none where something is switched, deleted or sent."""


def decode_event(file: str, text: str) -> tuple[EventFile | None, tuple[Problem, ...]]:
    """One file of `events/`, or what is wrong with it."""
    raw, text, problems = parse(file, text)
    if raw is None:
        return None, problems
    found, problems = decode(raw, EventFile, file=file, text=text, lists={"steps": StepFile})
    if found is None:
        return None, problems
    stem = OWN + file.rpartition("/")[2].removesuffix(".toml")
    problems = tuple(Problem(file, place, what) for place, what in (*faults(stem, found), *_pack_faults(found)))
    return (None if problems else found), problems


def _pack_faults(found: EventFile) -> Iterator[tuple[str, str]]:
    if found.pause is not None or any(one.form is Form.PAUSE for one in found.steps):
        yield "pause", _("a pack puts nothing on hold; leave this out")
    if found.order < FIRST_ORDER:
        yield "order", _("must be {least} or more, after the app’s own").format(least=FIRST_ORDER)
    if found.icon not in ICONS:
        yield "icon", _("must be one of: {known}").format(known=", ".join(sorted(ICONS)))
    if found.again_days > 366:
        yield "again_days", _("must be {most} or fewer").format(most=366)
    if len(found.steps) > MOST_STEPS:
        yield "steps", _("are more than {most}").format(most=MOST_STEPS)
    for at, one in enumerate(found.steps):
        place = f"steps[{at}] {one.id}"
        if one.details:
            yield f"{place}.details", _("belongs to the app’s own events; leave this out")
        if one.place and one.place not in PLACES:
            yield f"{place}.place", _("must be one of: {known}").format(known=", ".join(sorted(PLACES)))
        if not one.minutes <= 60 or one.most > 20:
            yield place, _("minutes must be 60 or fewer, and most 20 or fewer")
