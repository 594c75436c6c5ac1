"""The page of things to remove over a full vault, driven as a person would drive it."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from footprint.vault import Vault
from footprint.workbench import open_bench
from ui.appearance import Appearance
from ui.desk import Desk
from ui.kit.lists import ListPane
from ui.log.page import LogPage


class ListWindow:
    """Shows the page; each call returns once the rows asked for are painted."""

    def __init__(self, vault: Vault) -> None:
        found = QApplication.instance() or QApplication(["footprint"])
        assert isinstance(found, QApplication)
        self._qt = found
        self._folder = tempfile.TemporaryDirectory()
        bench = open_bench(Path(self._folder.name), vault)
        Appearance(self._qt, bench.settings.now)
        self._desk = Desk(bench)
        self._page: LogPage | None = None

    def show_list(self) -> None:
        """A new page, until its first rows are there."""
        if self._page is not None:
            self._page.deleteLater()
        self._page = LogPage(self._desk)
        self._page.resize(1000, 760)
        self._page.show()
        self._page.show_at()
        self._rest()

    def type_words(self, words: str) -> None:
        """Type into the box and wait for the rows; the box is emptied first."""
        if self._page is None:
            self.show_list()
        assert self._page is not None and self._page.search_box is not None
        self._page.search_box.setText("")
        self._page.search_box.setText(words)
        self._rest()

    def close(self) -> None:
        self._desk.lanes.stop_all()
        if self._page is not None:
            self._page.close()
        self._folder.cleanup()

    def _rest(self) -> None:
        """Until nothing is being read, and every list has its rows."""
        assert self._page is not None
        calm = 0
        while calm < 2:
            self._qt.processEvents()
            waiting = any(_unread(pane) for pane in self._page.findChildren(ListPane) if pane.isVisible())
            calm = 0 if self._desk.lanes.busy or waiting else calm + 1
            time.sleep(0)


def _unread(pane: ListPane) -> bool:
    rows = pane.rows
    return bool(rows.rowCount()) and rows.look_at(0) is None
