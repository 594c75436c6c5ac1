"""Who put it there: the first question, because it decides what may be done about it."""

from __future__ import annotations

from enum import StrEnum

from footprint.i18n import N_, _


class Origin(StrEnum):
    """Who put it there."""

    ME = "me"
    KNOWN = "known"
    ORGANISATION = "organisation"
    STRANGER = "stranger"
    WORK = "work"
    FRIGHTENING = "frightening"
    UNSURE = "unsure"

    @property
    def label(self) -> str:
        return _(_WORDS[self][0])

    @property
    def detail(self) -> str:
        """One line under the choice: what it means for the next step."""
        return _(_WORDS[self][1])

    @property
    def worries(self) -> bool:
        """ "This worries me" is offered, and no message to the poster ever is."""
        return self in (Origin.WORK, Origin.FRIGHTENING, Origin.UNSURE)

    @property
    def may_be_asked(self) -> bool:
        """There is somebody else who can be asked politely."""
        return self in (Origin.KNOWN, Origin.ORGANISATION, Origin.STRANGER)


_WORDS = {
    Origin.ME: (N_("I put it there"), N_("You can take it down yourself.")),
    Origin.KNOWN: (N_("Someone I know"), N_("A friend, a relative or a colleague. A private word often does it.")),
    Origin.ORGANISATION: (N_("An organisation"), N_("A website, a club, a newspaper or a firm.")),
    Origin.STRANGER: (N_("A stranger"), N_("Someone you do not know and are not afraid of.")),
    Origin.WORK: (
        N_("Someone I met through work"),
        N_("Someone who uses or used services, or their family or friends. Do not write to them about it."),
    ),
    Origin.FRIGHTENING: (N_("Someone who frightens me"), N_("Do not answer. Keep a copy and get help.")),
    Origin.UNSURE: (N_("Not sure"), N_("You can change this when you know. Until then, do not write to them.")),
}
