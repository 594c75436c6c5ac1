"""What to ask oneself about somebody, and what an odd request looks like; each names its statement of the guidance."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.i18n import N_, _


@dataclass(frozen=True)
class Prompt:
    """One sentence and the statement of the guidance it stands on."""

    guidance: str
    text: str

    @property
    def words(self) -> str:
        return _(self.text)


PROMPTS = (
    Prompt("g31", N_("Would you know them if they stood in front of you?")),
    Prompt("g30", N_("Do you still want them to see what your friends see?")),
    Prompt("g32", N_("Are you at ease with what they post?")),
)
SIGNS = (
    Prompt("g36", N_("The profile is new, thin or full of offers.")),
    Prompt("g36", N_("You share no friends, no place and no work.")),
    Prompt("g36", N_("The words are odd, or they ask about your work.")),
    Prompt("g35", N_("They want to talk about work, on a site that is not for work.")),
)
THROUGH_WORK = Prompt(
    "g79", N_("Adults who use services, their family and their friends do not belong among your friends online.")
)
