"""How old and how sure, in words that do not lean on colour."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from footprint import checklists, paths
from footprint.checklists import Confidence, Kind
from tests.ui import looks
from ui.checklists.badges import Badge, badges, counted, file_words, source_of
from ui.checklists.pills import Headed, Pill
from ui.kit.text import Heading

TODAY = date(2026, 11, 25)
FACEBOOK = checklists.load(paths.shipped("checklists")).network("facebook")


def seen(days: int, confidence: Confidence) -> checklists.Check:
    return msgspec.structs.replace(FACEBOOK.checks[0], verified=TODAY - timedelta(days=days), confidence=confidence)


@pytest.mark.parametrize(
    ("days", "confidence", "words"),
    [
        (0, Confidence.OFFICIAL, ["Checked lately", "From the network itself"]),
        (179, Confidence.INDEPENDENT, ["Checked lately", "Independent guide"]),
        (180, Confidence.INDEPENDENT, ["A while ago", "Independent guide"]),
        (364, Confidence.OFFICIAL, ["A while ago", "From the network itself"]),
        (365, Confidence.OFFICIAL, ["Over a year ago", "From the network itself"]),
        (2, Confidence.UNVERIFIED, ["Not confirmed yet"]),
    ],
)
def test_age_and_source_have_a_badge_each(days: int, confidence: Confidence, words: list[str]) -> None:
    found = badges(Kind.NETWORK, source_of(FACEBOOK, seen(days, confidence), TODAY))
    assert [one.words for one in found] == words
    assert all(one.sentence for one in found)


def test_tones_differ_as_the_words_do() -> None:
    tones = [
        badges(Kind.NETWORK, source_of(FACEBOOK, seen(days, Confidence.OFFICIAL), TODAY))[0].tone
        for days in (1, 200, 400)
    ]
    assert tones == ["ok", "neutral", "warn"]


def test_a_place_is_not_said_to_have_a_help_of_its_own() -> None:
    place = msgspec.structs.replace(FACEBOOK, kind=Kind.PLACE, name="Newspapers")
    found = source_of(place, seen(400, Confidence.OFFICIAL), TODAY)
    assert found.sentence.startswith("From its own pages, ") and "Newspapers" not in found.sentence
    assert found.sentence.endswith("so the steps may have changed.")
    assert badges(Kind.SITUATION, found)[1].words == "From an official page"


def test_a_file_is_counted_and_summed_up() -> None:
    checks = (seen(1, Confidence.OFFICIAL), seen(2, Confidence.OFFICIAL), seen(500, Confidence.INDEPENDENT))
    file = msgspec.structs.replace(FACEBOOK, checks=checks)
    assert [one.words for one in counted(file, TODAY)] == [
        "2: from the network itself",
        "1: independent guide",
        "2: checked lately",
        "1: over a year ago",
    ]
    assert file_words(file, TODAY) == "most checked lately"
    unsure = msgspec.structs.replace(FACEBOOK, checks=(seen(1, Confidence.UNVERIFIED),))
    assert file_words(unsure, TODAY) == "not confirmed yet"


def test_a_pill_says_the_whole_sentence_to_those_who_ask(qtbot: QtBot) -> None:
    pill = Pill(Badge("A while ago", "neutral", "From a guide of 2 May 2026."))
    qtbot.addWidget(pill)
    assert pill.toolTip() == pill.accessibleDescription() == "From a guide of 2 May 2026."
    assert pill.text() == "A while ago"


def test_badges_go_below_a_heading_that_leaves_no_room(qtbot: QtBot) -> None:
    headed = Headed(Heading("How to look yourself up"), [Badge("Checked lately", "ok"), Badge("A guide", "info")])
    qtbot.addWidget(headed)
    headed.resize(700, headed.heightForWidth(700))
    headed.show()
    looks.settle()
    assert headed.row.y() == 0 and headed.row.geometry().right() == headed.width() - 1
    headed.resize(260, headed.heightForWidth(260))
    looks.settle()
    assert headed.row.y() > headed.heading.y() and headed.row.x() == 0
    assert looks.clipped_labels(headed) == []
