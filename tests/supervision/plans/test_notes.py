"""What a note may hold that does not belong there. It finds suspects; kind notes are left in peace."""

from __future__ import annotations

import pytest

from footprint.supervision import plans
from footprint.supervision.plans import Worry


@pytest.mark.parametrize(
    "note",
    [
        "Send me your results by Friday.",
        "Let me know what you find.",
        "Bring a screenshot to supervision.",
        "Email HR a list of your accounts.",
        "Tell me which networks you use.",
        "I will check your answers.",
        "You must do this.",
        "Reply to confirm.",
        "Show your manager the finished page.",
        "Report back to the office.",
        "Write down your password for me.",
        "Do not forget to send me your results.",
        "It is for you. Then let me know how many checks you did.",
        "Hand in the signed form.",
        "We will collect the lists on Monday.",
    ],
)
def test_a_note_that_asks_for_something_back_is_found(note: str) -> None:
    assert Worry.ASKS_BACK in plans.worries(note)


@pytest.mark.parametrize("note", ["See https://forms.example", "Go to www.survey.example", "Ask ada@council.example"])
def test_an_address_is_found(note: str) -> None:
    assert Worry.LINK in plans.worries(note)


@pytest.mark.parametrize(
    "note", ["Mrs Patel complained last week.", "After what happened to Sam Otherton we need this."]
)
def test_somebody_named_is_found(note: str) -> None:
    assert Worry.NAMES in plans.worries(note)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "I have kept Thursday afternoon free for this.",
        "It is for you. I will not see any of it.",
        "If something worries you, come to me. You will not be in trouble.",
        "Take an hour for it in our next two weeks.\nSkip what you do not use.",
        "Many of us look after people who look us up. This helps you feel safer.",
        "We can do it together on Team Day, or at home. Footprint Check is free.",
        "Happy New Year. Let us start it well.",
        "You do not have to show me your results.",
        "Nobody will ask for a screenshot.",
        "Check your passwords and look at your accounts.",
        "Sign in as you always do. Let me know if you need time.",
        "Share the load with a colleague, and tell me if something worries you.",
        "Bring a cup of tea. I am glad to help in the office.",
    ],
)
def test_kind_notes_are_left_in_peace(note: str) -> None:
    assert not plans.worries(note)
