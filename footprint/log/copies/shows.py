"""What a picture shows, as the person says before it is kept. Of somebody under 18 undressed nothing is ever kept."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log.errors import BadEvidence


class Answer(Labelled):
    NO = "no", N_("No")
    YES = "yes", N_("Yes")
    UNSURE = "unsure", N_("I am not sure")


class NeverKept(BadEvidence):
    """It may show somebody under 18 undressed. “I need help now” says what to do instead."""

    def __init__(self) -> None:
        super().__init__(
            _("The app does not keep this picture, and nothing of it was kept. Having a copy can be a crime.")
        )


class Thought(BadEvidence):
    """It shows an adult undressed: it is kept only once the person has read why, and then says to keep it."""

    def __init__(self) -> None:
        super().__init__(_("Read about private pictures first. Then you can keep it if you want to."))


@dataclass(frozen=True)
class Shows:
    """Does it show someone undressed? Is anyone in it under 18? “Not sure” counts as yes."""

    undressed: Answer = Answer.NO
    under_18: Answer = Answer.NO

    @property
    def never_kept(self) -> bool:
        """Possession is what the law forbids, whatever the purpose (Protection of Children Act 1978; guidance g42)."""
        return self.undressed is not Answer.NO and self.under_18 is not Answer.NO

    @property
    def intimate(self) -> bool:
        return self.undressed is not Answer.NO and not self.never_kept

    @property
    def child(self) -> bool:
        """Somebody under 18, dressed: it may be kept, and covering faces is offered."""
        return self.under_18 is not Answer.NO and not self.never_kept

    @property
    def kept_as(self) -> str:
        """The word that is stored with a copy."""
        return "intimate" if self.intimate else ""

    def allow(self, *, thought: bool) -> None:
        """Raise unless a copy may be kept; `thought`: the person has read why, and still wants an intimate one."""
        if self.never_kept:
            raise NeverKept
        if self.intimate and not thought:
            raise Thought
