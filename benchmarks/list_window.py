"""The page of things to remove over a full vault, driven as a person would drive it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.screen import application, let_go, until
from footprint.vault import Vault
from footprint.workbench import open_bench
from ui.appearance import Appearance
from ui.desk import Desk
from ui.kit.lists import ListPane
from ui.log.lists.filters import TYPING_PAUSE_MS
from ui.log.page import LogPage

PAUSE_MS = TYPING_PAUSE_MS  # how long the search box waits for the next letter before it looks


class ListWindow:
    """Each call returns once the rows asked for are painted."""

    def __init__(self, vault: Vault) -> None:
        qt = application()
        self._folder = tempfile.TemporaryDirectory()
        bench = open_bench(Path(self._folder.name), vault)
        Appearance(qt, bench.settings.now)
        self._desk = Desk(bench)
        self._page: LogPage | None = None

    @property
    def page(self) -> LogPage:
        assert self._page is not None
        return self._page

    def build(self) -> None:
        """A new page in place of the old one, with nothing read yet."""
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            let_go()
        self._page = LogPage(self._desk)
        self._page.resize(1000, 760)

    def show_list(self) -> None:
        """The page that was built, until its first rows are there."""
        self.page.show()
        self.page.show_at()
        until(lambda: self._calm() and bool(self._lists()))

    def clear_words(self) -> None:
        """An empty search box, and the whole list shown again."""
        self._search("")
        until(lambda: self._calm() and self.page.view.filters.query.text == "" and len(self._lists()) > 1)

    def type_words(self, words: str, expected: int) -> None:
        """Type into the box, until a list of just the `expected` rows stands there."""
        self._search(words)
        until(lambda: self._calm() and [one.rows.rowCount() for one in self._lists()] == [expected])

    def close(self) -> None:
        self._desk.lanes.stop_all()
        self.page.close()
        self.page.deleteLater()
        let_go()
        self._folder.cleanup()

    def _search(self, words: str) -> None:
        box = self.page.search_box
        assert box is not None
        box.setText(words)

    def _calm(self) -> bool:
        return not self._desk.lanes.busy

    def _lists(self) -> list[ListPane]:
        """The lists on the screen whose first row has been read."""
        shown = (pane for pane in self.page.findChildren(ListPane) if pane.isVisible())
        return [pane for pane in shown if pane.rows.rowCount() and pane.rows.look_at(0) is not None]
