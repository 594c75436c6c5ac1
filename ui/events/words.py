"""How life events speak: what is left of one, and what a step asks for."""

from __future__ import annotations

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.reminders.events import Audit, Form, Part, Standing, Step


def left(audit: Audit) -> str:
    """“2 of 8 steps done. About 25 minutes left.”"""
    total, done = len(audit.asked), audit.settled
    if audit.started is None:
        steps = ngettext("{n} step", "{n} steps", total).format(n=number(total))
        return _("{steps}. {time}").format(steps=steps, time=minutes(audit.minutes))
    said = ngettext("{done} of {n} step done.", "{done} of {n} steps done.", total)
    said = said.format(done=number(done), n=number(total))
    return f"{said} {minutes_left(audit.minutes)}" if audit.minutes and done < total else said


def minutes(count: int) -> str:
    return ngettext("About {m} minute.", "About {m} minutes.", count).format(m=number(count))


def minutes_left(count: int) -> str:
    return ngettext("About {m} minute left.", "About {m} minutes left.", count).format(m=number(count))


def part(one: Part) -> str:
    """“3 checks left, about 4 minutes”, or that all are answered."""
    if not one.left:
        return _("All answered")
    checks = ngettext("{n} check", "{n} checks", len(one.left)).format(n=number(len(one.left)))
    time = ngettext("about {m} minute", "about {m} minutes", one.minutes).format(m=number(one.minutes))
    return f"{checks}, {time}"


def step(one: Step) -> str:
    """The line under a step in the list."""
    if one.standing is Standing.DONE:
        return _("Done")
    if one.standing is Standing.LEFT_OUT:
        return _("Left out")
    if one.file.form is Form.CHECKS:
        checks = sum(len(each.left) for each in one.parts)
        return ngettext("{n} check", "{n} checks", checks).format(n=number(checks))
    return minutes(one.minutes).rstrip(".")
