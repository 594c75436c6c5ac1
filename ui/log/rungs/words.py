"""How the ladder speaks: how long a wait lasts, and how a rung ended."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.dates import day_in_words, number
from footprint.i18n import _, ngettext
from footprint.log.ladder import Outcome, Rung, Standing, Taken, counter

LINE = "\u2028"
"""Begins a new line within one text."""


def lasts(wait: int, unit: str) -> str:
    """`14 days`, `2 working days`, `1 month`."""
    if unit == "working days":
        return ngettext("{n} working day", "{n} working days", wait).format(n=wait)
    if unit == "weeks":
        return ngettext("{n} week", "up to {n} weeks", wait).format(n=wait)
    if unit == "months":
        return ngettext("{n} month", "{n} months", wait).format(n=wait)
    return ngettext("{n} day", "{n} days", wait).format(n=wait)


def settled(taken: Taken, standing: Standing) -> str:
    """What was last done on a rung, with its day; while it waits, the days are counted."""
    if taken.outcome is Outcome.WAITING and taken.due is not None:
        unit = standing.step(taken.rung).entry.unit
        return counter(taken.day, taken.due, standing.today, unit, standing.nation)
    return _("{day}: {outcome}.").format(day=day_in_words(taken.ended or taken.day), outcome=taken.outcome.label)


def in_order(takes: Sequence[str]) -> str:
    """What it takes as numbered lines; **bold** words stay marked."""
    return LINE.join(f"{number(at)}. {words}" for at, words in enumerate(takes, 1))


def done_words(rung: Rung) -> str:
    """The button that notes that a rung was done."""
    return {
        Rung.PRESERVE: _("I kept a copy"),
        Rung.MANAGER: _("I have told them"),
        Rung.YOURSELF: _("I have done this"),
        Rung.PERSON: _("I asked them another way"),
        Rung.SITE: _("I asked them another way"),
        Rung.NETWORK: _("I reported it"),
        Rung.SEARCH: _("I sent the form"),
        Rung.ERASURE: _("I asked them another way"),
        Rung.COMPLAINT: _("I complained another way"),
        Rung.REGULATOR: _("I complained to them"),
        Rung.POLICE: _("I told the police"),
    }[rung]
