"""Words are plain whatever they hold; bold is painted and never heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.layout import vbox
from ui.kit.text import BoldText, Heading, PlainLabel, set_tip, without_marks


def spoken_name(widget: QWidget) -> str:
    QAccessible.setActive(True)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("words", ["<b>Ada</b>", "<img src='http://tracker.example/x'>", "a & b", "<!-- -->"])
def test_text_from_outside_is_never_markup(words: str, qtbot: QtBot) -> None:
    for kind in (PlainLabel, Heading, BoldText):
        label = kind(words)
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == words
        assert spoken_name(label) == words


def test_nothing_in_the_words_can_turn_their_order(qtbot: QtBot) -> None:
    for kind in (PlainLabel, Heading, BoldText):
        label = kind("photo \u202egnp.exe\u2066\x07")
        qtbot.addWidget(label)
        assert label.text() == "photo gnp.exe"


@pytest.mark.parametrize(
    "words", ["x" * 200, "https://photos.example/" + "album" * 30 + "?id=1", "C:\\Users\\" + "ada" * 50]
)
def test_a_very_long_word_leaves_the_page_its_width(words: str, qtbot: QtBot) -> None:
    for kind in (PlainLabel, Heading, BoldText):
        label = kind(words)
        qtbot.addWidget(label)
        assert label.minimumSizeHint().width() < 320
        assert label.text() == words == spoken_name(label)
        label.setText("Short")
        assert spoken_name(label) == "Short"


def test_bold_words_are_heard_without_their_stars(qtbot: QtBot) -> None:
    label = BoldText("Choose **Settings and privacy**, then **Settings**.")
    qtbot.addWidget(label)
    assert spoken_name(label) == "Choose Settings and privacy, then Settings."


def test_bold_words_are_painted_heavier(qtbot: QtBot) -> None:
    plain, bold = BoldText("Choose Settings now"), BoldText("Choose **Settings** now")
    inks = []
    for label in (plain, bold):
        qtbot.addWidget(label)
        label.resize(400, 40)
        image = label.grab().toImage()
        inks.append(sum(255 - image.pixelColor(x, y).lightness() for x in range(400) for y in range(40)))
    assert inks[1] > inks[0] * 1.05


def test_bold_text_wraps_to_the_room_there_is(qtbot: QtBot) -> None:
    label = BoldText("Open the **menu** and look for a line that is called **Privacy and what others see**. " * 3)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 2 * label.heightForWidth(600) > 0


@given(st.text(st.sampled_from("ab *\n"), max_size=40))
def test_stars_that_do_not_pair_stay_as_they_are(words: str) -> None:
    assert without_marks(words).count("*") % 2 == words.count("*") % 2
    assert "**" in words or without_marks(words) == words


@pytest.mark.parametrize(("role", "level"), [("display", 1), ("h1", 1), ("h2", 2), ("h3", 3)])
def test_headings_are_headings_to_a_screen_reader(role: str, level: int, qtbot: QtBot) -> None:
    heading = Heading("Due now", role)
    qtbot.addWidget(heading)
    QAccessible.setActive(True)
    assert QAccessible.queryAccessibleInterface(heading).role() == QAccessible.Role.Heading
    heading.setText("Due tomorrow")
    assert spoken_name(heading) == "Due tomorrow"
    assert heading.level == level


def test_headings_come_and_go_without_being_kept(qtbot: QtBot) -> None:
    from ui.kit import access

    QAccessible.setActive(True)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setLayout(vbox())
    before = len(access._alive)
    for _round in range(50):
        heading = Heading("Here for a moment")
        assert spoken_name(heading)
        heading.deleteLater()
    qtbot.wait(10)
    assert len(access._alive) <= before + 1


@pytest.mark.parametrize("words", ["<b>Ada</b>", "1 < 2", "<script>"])
def test_a_tip_is_never_markup(words: str, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, words)
    assert not QtGui.Qt.mightBeRichText(widget.toolTip())
    assert widget.toolTip().replace("\u2060", "") == words
