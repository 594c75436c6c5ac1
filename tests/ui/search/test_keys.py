"""The keys of the four choices work wherever the focus is, in the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint import search
from footprint.search import Finding, Verdict
from footprint.vault import Vault
from footprint.workbench import Workbench
from tests.ui.search.conftest import rest
from ui.appearance import Appearance
from ui.links import Links
from ui.main_window import MainWindow
from ui.search.page import SearchPage
from ui.session import Session


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot, bench: Workbench, results: tuple[Finding, ...]) -> Iterator[Session]:
    window = MainWindow()
    appearance = Appearance(qapp, bench.settings.now)
    made = Session(window, bench, Links(window, bench.settings, opener=lambda _address: None), appearance)
    made.show()
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    made.desk.go("search")
    rest(made.desk, qtbot)
    yield made
    assert made.desk.lanes.stop_all()
    window.clear()
    window.close()
    window.deleteLater()
    appearance.deleteLater()
    QApplication.processEvents()


def test_ctrl_1_to_4_from_anywhere_and_ctrl_z(session: Session, qtbot: QtBot, ada: Vault) -> None:
    page = session.window.shell.page
    assert isinstance(page, SearchPage)
    triage = page.part
    places: list[tuple[Qt.Key, QWidget]] = [
        (Qt.Key.Key_3, triage.list.list),
        (Qt.Key.Key_2, page.way_back),
        (Qt.Key.Key_4, triage.result.heading),
        (Qt.Key.Key_1, session.window.shell._chip),
    ]
    for key, place in places:
        widget = triage.result.heading if key is Qt.Key.Key_4 else place
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(session.window, key, Qt.KeyboardModifier.ControlModifier)
        rest(session.desk, qtbot)
    said = [one.verdict for one in search.findings(ada)]
    assert sorted(str(one) for one in said if one) == sorted(
        str(one) for one in (Verdict.NOT_ME, Verdict.FINE, Verdict.NOT_SURE, Verdict.REMOVE)
    )
    QTest.keyClick(session.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(session.desk, qtbot)
    assert all(one.verdict is not Verdict.REMOVE for one in search.findings(ada))
