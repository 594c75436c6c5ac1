"""The nouns of likeness: a kept profile picture, how like another it is, and whose the profile is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.search.likeness.prints import Prints


class Nature(Labelled):
    """What a file shows. Only a picture can be “the same picture” as another."""

    PICTURE = "picture", N_("A picture")
    UNCLEAR = "unclear", N_("Hardly a picture")
    STAND_IN = "stand-in", N_("No real picture")


class Likeness(Labelled):
    """How like two pictures are, in words; the limits between them are measured (`comparing`)."""

    SAME = "same", N_("The same picture")
    ALIKE = "alike", N_("Looks like the same picture")
    OTHER = "other", N_("Another picture")


class Answer(Labelled):
    """What the person says to “Is this profile yours?”"""

    UNSAID = "", N_("Not answered yet")
    MINE = "mine", N_("It is mine")
    NOT_MINE = "not mine", N_("It is not mine")


@dataclass(frozen=True)
class Portrait:
    """A profile picture that is kept: its print, never the file. The small copy is read apart (`small_copy`).

    `finding_id` is the profile it was found on, "" for a picture the person chose. `accounts` are the ids of those it
    stands on.
    """

    id: str
    finding_id: str
    added_at: datetime
    nature: Nature
    prints: Prints
    answer: Answer = Answer.UNSAID
    accounts: tuple[str, ...] = ()

    @property
    def mine(self) -> bool:
        """One of the person's own, chosen or on a profile they said is theirs."""
        return not self.finding_id or self.answer is Answer.MINE
