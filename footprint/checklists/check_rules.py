"""What every check must be by itself, wherever it comes from: our own files and an employer’s pack alike."""

from __future__ import annotations

import math
from collections.abc import Iterator

from footprint.checklists.format import Check, Where
from footprint.i18n import _

Fault = tuple[str, str]


def check_faults(place: str, check: Check) -> Iterator[Fault]:
    """What is wrong with one check by itself."""
    for name in ("title", "why", "page"):
        if not getattr(check, name).strip():
            yield f"{place}.{name}", _("is empty")
    if check.default and not check.default_source.strip():
        yield f"{place}.default_source", _("is empty; say where the default comes from, or leave the default out")
    if not check.guidance:
        yield f"{place}.guidance", _("name at least one statement this serves")
    if not math.isfinite(check.minutes) or not 0 < check.minutes <= 60:
        yield f"{place}.minutes", _("must be between 0 and 60")
    if not 0 <= check.again <= 36:
        yield f"{place}.again", _("is a number of months up to 36")
    if check.retired:
        if check.essential:
            yield f"{place}.essential", _("a retired check cannot be essential")
        return
    yield from _choice_rules(place, check)
    yield from _step_rules(place, check)


def _choice_rules(place: str, check: Check) -> Iterator[Fault]:
    safer = sum(choice.safer for choice in check.choices)
    if len(check.choices) < 2:
        yield f"{place}.choices", _("give at least two")
    if check.look:
        if safer or check.default:
            yield f"{place}.look", _("a check that only looks has no safer choice and no default")
    elif not safer:
        yield f"{place}.choices", _("mark the safer one (or say look = true where nothing can be set)")
    elif safer == len(check.choices):
        yield f"{place}.choices", _("not all of them can be the safer one")
    labels = [choice.label.strip().casefold() for choice in check.choices]
    if len(set(labels)) < len(labels) or not all(labels):
        yield f"{place}.choices", _("each needs a label of its own")


_WANTED = {
    Where.WEB: ("web",),
    Where.PHONE: ("phone",),
    Where.BOTH: ("web", "phone"),
    Where.ANYWHERE: ("steps",),
}


def _step_rules(place: str, check: Check) -> Iterator[Fault]:
    wanted = _WANTED[check.where]
    for name in ("web", "phone", "steps"):
        steps: tuple[str, ...] = getattr(check, name)
        if name in wanted and not steps:
            yield f"{place}.{name}", _("steps are missing, though where = “{where}”").format(where=check.where)
        if steps and name not in wanted:
            yield f"{place}.{name}", _("has steps, though where = “{where}”").format(where=check.where)
        if any(not step.strip() for step in steps):
            yield f"{place}.{name}", _("has an empty step")
