"""Opening an address: what nobody should go to gets a sentence, and nothing is handed to the computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint.settings import SettingsFile
from tests.web.test_attack_cases import NEVER, PLAIN
from ui.kit.dialogs import Message, Question
from ui.links import Links


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_nothing_of_the_attack_list_is_opened(window: QWidget, opened: list[str], tmp_path: Path, qtbot: QtBot) -> None:
    links = Links(window, SettingsFile(tmp_path), opener=opened.append)
    for url in NEVER:
        links.open(url)
        (said,) = window.findChildren(Message)
        assert said.isVisible() and not window.findChildren(Question), url
        said.close()
        said.setParent(None)
        said.deleteLater()
    assert opened == []


@pytest.mark.parametrize("url", ["https://example.com/a", PLAIN])
def test_a_good_address_is_opened_once_its_host_was_seen(
    window: QWidget, opened: list[str], tmp_path: Path, url: str
) -> None:
    links = Links(window, SettingsFile(tmp_path), opener=opened.append)
    links.open(url)
    (asked,) = window.findChildren(Question)
    assert opened == []
    asked.accept()
    assert opened == [url]
