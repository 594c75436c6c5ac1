"""The words that go with a plan: a plain e-mail, to be copied and sent by hand. Nothing in it can be followed."""

from __future__ import annotations

from footprint.checklists import Library
from footprint.i18n import N_, _
from footprint.supervision.plans.page import when_words
from footprint.supervision.plans.records import PROMISE, Plan

SUBJECT = N_("A suggestion: see what people can find about you online")
_LEAD = N_(
    "Families and people we work with look us up online. I suggest you take some work time to see what they can find,"
    " and to change what you do not like."
)
_HOW = N_(
    "The page with this message says what to look at and where. It is enough by itself. If you use Footprint Check,"
    " you can open the plan file in it."
)
_FREE = N_(
    "It is up to you how much of it you take on. You do not have to tell me what you find, or whether you did it."
    " If something worries you, I am here to help."
)


def invitation(plan: Plan, library: Library) -> str:
    """Subject and text. The note of the plan comes first, our own sentence after it, whatever the note says."""
    names = [library.name(one) for one in plan.networks]
    if plan.search:
        names.append(_("a search for your own name"))
    parts = [
        _("Subject: {words}").format(words=_(SUBJECT)),
        _("Hello,"),
        plan.note,
        _(_LEAD),
        _("It is about: {names}.").format(names=", ".join(names)) if names else "",
        when_words(plan),
        _(_HOW),
        _(PROMISE),
        _(_FREE),
        plan.sender,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
