"""Outcomes in kind words."""

from __future__ import annotations

from footprint.i18n import _, ngettext
from footprint.log.outcomes.counting import Outcomes


def sentences(told: Outcomes) -> tuple[str, ...]:
    """One line for each thing there is to say; what there is none of is not spoken of."""
    if not told.asked and not told.gone:
        return (_("There is nothing to tell yet. Begin with one thing, when you are ready."),)
    said = []
    if told.gone:
        n = told.gone
        said.append(ngettext("{n} thing is gone. You did that.", "{n} things are gone. You did that.", n).format(n=n))
    if told.asked:
        n = told.asked
        said.append(ngettext("You asked about {n} thing.", "You asked about {n} things.", n).format(n=n))
    if told.answered:
        n = told.answered
        said.append(ngettext("{n} was answered.", "{n} were answered.", n).format(n=n))
    if told.unanswered:
        n = told.unanswered
        words = ngettext(
            "{n} has no answer yet. Many people take their time.",
            "{n} have no answer yet. Many people take their time.",
            n,
        )
        said.append(words.format(n=n))
    if told.days is not None:
        said.append(_took(told.days))
    if told.came_back:
        n = told.came_back
        words = ngettext(
            "{n} came back. That is not your fault, and you can ask again.",
            "{n} came back. That is not your fault, and you can ask again.",
            n,
        )
        said.append(words.format(n=n))
    return tuple(said)


def _took(days: int) -> str:
    if days == 0:
        return _("From asking to gone, it mostly took less than a day.")
    words = ngettext(
        "From asking to gone, it mostly took about {n} day.",
        "From asking to gone, it mostly took about {n} days.",
        days,
    )
    return words.format(n=days)
