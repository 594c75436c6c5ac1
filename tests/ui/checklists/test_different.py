""" "My screen looks different": the other way in, and a correction whose every word is seen before it is copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from footprint import checklists
from footprint.workbench import Workbench
from tests.ui.checklists.conftest import Window
from tests.ui.checklists.test_walk import Opening, Wait, view
from ui.checklists.different import CorrectionSheet
from ui.kit.text import BoldText


def words_of(widget: QWidget) -> str:
    bold = [one.accessibleName() for one in widget.findChildren(BoldText)]
    return "\n".join([*(one.text() for one in widget.findChildren(QLabel)), *bold])


def test_it_shows_the_other_way_to_the_same_setting(walk: Opening, settled: Wait) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.different_button.click()
    settled()
    assert question.different is not None and question.different.other is not None
    words = words_of(question.different)
    assert "Or try it in the phone app" in words
    assert question.check.phone[0].replace("**", "") in words.replace("**", "")


def test_with_the_phone_steps_before_them_the_other_way_is_the_website(walk: Opening, settled: Wait) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    assert question.how is not None
    question.how.show_on("phone")
    question.different_button.click()
    settled()
    assert question.different is not None
    assert "Or try it on the website" in words_of(question.different)


def test_a_correction_is_read_before_it_is_copied_and_holds_nothing_else(
    walk: Opening, bench: Workbench, window: Window, settled: Wait
) -> None:
    question = view(walk("facebook", "about_info")).questions[0]
    question.different_button.click()
    settled()
    assert question.different is not None
    question.different.note.edit.setPlainText("It says Details about you")
    QGuiApplication.clipboard().setText("before")
    question.different.copy.click()
    sheet = question.different.findChild(CorrectionSheet)
    assert sheet is not None
    network = bench.checklists.network("facebook")
    check = checklists.check_of(network, "about_info")
    assert sheet.text == checklists.correction(network, check, "It says Details about you", question.now.today)
    assert all(line in words_of(sheet) for line in sheet.text.splitlines())
    assert QGuiApplication.clipboard().text() == "before"
    next(one for one in sheet.findChildren(QPushButton) if one.text() == "Copy").click()
    assert QGuiApplication.clipboard().text() == sheet.text
    for secret in ("Ada", "ada.example", *(one for one in window.links)):
        assert secret not in sheet.text
