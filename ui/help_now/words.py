"""The words of “I need help now”. They are read by somebody who is frightened: short, calm, nothing to work out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from footprint.i18n import N_


class Part(StrEnum):
    """A part of the page that another page can lead to."""

    IMAGE = "image"
    CHILD = "child"


@dataclass(frozen=True)
class Section:
    title: str
    words: tuple[str, ...]


TITLE = N_("I need help now")
LINE = N_("Take your time. Nothing on this page is sent or kept, and it works without the internet.")
NOT_ALONE = N_("What somebody did to you is not your fault. You do not have to know what to do.")
DANGER = N_("In danger now? Ring 999")
DANGER_WORDS = N_(
    "If you cannot speak, cough or tap the phone. On a mobile, press 55 when you are asked to. Then stay on the line."
)

# Guidance g08, g66, g73, g74. Why not to pay or answer: the FAQ of the Revenge Porn Helpline.
NOT_TO_DO = Section(
    N_("What not to do"),
    (
        N_("Do not answer, pay, or send anything. It often brings more demands."),
        N_(
            "Do not delete it, or report it to the network, just yet. The police may want to see it as it is. "
            "Do not pass it on, not even to show a friend what happened."
        ),
        N_("Do not stay alone with it. Ring someone below, or someone you trust."),
    ),
)
NOW = Section(N_("Who to ring now, day or night"), ())
MORNING = Section(
    N_("Who to ring in the morning"),
    (
        N_(
            "Tell {who}, most of all if it has to do with work. If they are part of it, go to the person above them. "
            "If you are in a union, ring it as well. Then these, when they are open:"
        ),
    ),
)
# Guidance g47. The law differs by nation and is told there; nobody needs it to ring somebody tonight.
IMAGE = Section(
    N_("A private picture of me"),
    (
        N_(
            "This is for a picture that shows you undressed or in bed. A fake one counts too. "
            "To share it, when you did not agree, can be a crime."
        ),
        N_(
            "Write down the address, the name and the day. Keep the messages around it too. You need not keep the "
            "picture itself. You may, as the police may want to see it as it is."
        ),
    ),
)
# Guidance g42. iwf.org.uk/faqs: an address is all that a report needs.
CHILD = Section(
    N_("A picture of someone under 18, undressed"),
    (
        N_(
            "Do not copy, save, print or send it, not even to your manager or the police. Having a copy can be a crime."
        ),
        N_(
            "You did right to stop: this app never keeps one. Write down the address, the day, and where you came "
            "across it. Report the address, or ring 101."
        ),
        N_("Is it on your phone or computer already? Show it to nobody. Ask the police on 101 what to do."),
        N_("If the child has to do with your work, tell {who} or your safeguarding lead at once. Tell them in words."),
    ),
)
MORE = N_("More helplines")
FOOT = N_("These lines were last checked on {day}. Numbers and hours change.")
