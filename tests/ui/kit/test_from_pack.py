"""The mark of what comes from a pack: named, whole at every size, and with the reason and our own words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from footprint.packs import FromPack, How
from tests.ui import looks
from ui.kit.from_pack import FromPackMark, FromPackNote
from ui.kit.layout import scroll
from ui.kit.text import Heading

LONG = "The Combined Authority for Adult Social Care and Children’s Services of North and South Exampleshire"


def test_it_says_where_from_and_a_screen_reader_hears_why(qtbot: QtBot) -> None:
    mark = FromPackMark(FromPack("Exampleshire Council", How.HIDDEN, "It does not fit here."))
    qtbot.addWidget(mark)
    assert mark.text() == mark.accessibleName() == "From Exampleshire Council"
    assert mark.accessibleDescription() == "Exampleshire Council hides this. Its reason: It does not fit here."


def test_what_was_only_added_needs_no_reason_and_no_words_of_ours(qtbot: QtBot) -> None:
    note = FromPackNote(FromPack("Exampleshire Council"))
    qtbot.addWidget(note)
    assert note.original is None and note.mark.accessibleDescription() == "Exampleshire Council added this."


def test_a_long_name_is_whole_in_a_narrow_window_and_in_large_text(qtbot: QtBot) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.addWidget(Heading("A page", "h1"))
    column.addWidget(FromPackMark(FromPack(LONG)), 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(FromPackNote(FromPack(LONG, How.REWORDED, "Our staff asked for it."), "The words that ship."))
    column.addStretch(1)
    window = scroll(inner)
    qtbot.addWidget(window)
    window.show()
    assert looks.problems_everywhere(window) == []
