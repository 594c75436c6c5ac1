"""Quick hide: how long until nothing shows, and until the vault is closed; also while a copy is being made."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPaintEvent

from benchmarks.measure import Ratio
from benchmarks.screen import application
from footprint import vault as vaults
from footprint.settings import SettingsFile
from footprint.vault import FLOOR
from ui.app import App
from ui.main_window import Veil

ROUNDS = 5
PHRASE = "four invented words only"
COVERED_MS, LOCKED_MS = 100.0, 2000.0
_ROWS, _ROW = 30, 1_000_000  # a vault of 30 MB


def run() -> Iterator[Ratio]:
    qt = application()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "notes"
        _make(folder)
        app = App(qt, folder, opener=lambda _address: None)
        app.start()
        for words, copying in (("quick hide", False), ("  while a copy is made", True)):
            covered, locked = zip(*(_hide(app, copying) for _round in range(ROUNDS)), strict=True)
            yield Ratio(f"{words}: nothing shows", statistics.median(covered), "at most", COVERED_MS, bar=1)
            yield Ratio(f"{words}: locked", statistics.median(locked), "at most", LOCKED_MS, bar=1)
        app.close_without_asking()


def _make(folder: Path) -> None:
    vault = vaults.create(folder, PHRASE, strength=FLOOR).vault
    with vault.writing(undo=False) as write:
        for row in range(_ROWS):
            values = (f"bench.{row}", "x" * _ROW, write.now)
            write.db.execute("INSERT INTO vault_fact VALUES (?, ?, ?, NULL)", values)
    vault.close()
    SettingsFile(folder).change(seen_welcome=True)


def _hide(app: App, copying: bool) -> tuple[float, float]:
    """Milliseconds until covered and until locked."""
    app.unlock(PHRASE, lambda _why: None)
    _wait(lambda: app.session is not None and app.window.shell is not None and not app.session.desk.lanes.busy)
    session = app.session
    assert session is not None
    if copying:
        session.desk.lanes.start("copies", lambda task: vaults.copy_now(session.vault, lambda: task.stopped))
        time.sleep(0.05)
    painted: list[float] = []
    paint = Veil.paintEvent

    def noted(veil: Veil, event: QPaintEvent) -> None:
        paint(veil, event)
        painted.append(time.perf_counter())

    Veil.paintEvent = noted  # type: ignore[method-assign]
    try:
        start = time.perf_counter()
        app.hide()
        ended = time.perf_counter()
    finally:
        Veil.paintEvent = paint  # type: ignore[method-assign]
    app.window.showNormal()
    return (painted[0] - start) * 1000, (ended - start) * 1000


def _wait(until: object) -> None:
    assert callable(until)
    give_up = time.monotonic() + 30
    while not until() and time.monotonic() < give_up:
        QCoreApplication.processEvents()
        time.sleep(0.005)
