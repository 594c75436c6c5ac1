"""While the app runs, locked or not: the one sentence a day, and a sign beside the clock for those who want it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from footprint import reminders
from footprint.dates import utc_now
from footprint.i18n import _
from footprint.reminders import Told, desktop
from footprint.settings import Settings
from ui.jobs import Lanes
from ui.kit.icons import icon
from ui.reminders.showing import tray_message

FIRST_MS = 60_000  # a start is for what the person came for
EVERY_MS = 600_000


class Teller(QObject):
    """Looks now and then at the dates beside the vault; opens nothing, and says nothing that is not a count."""

    def __init__(
        self,
        folder: Callable[[], Path],
        settings: Callable[[], Settings],
        lanes: Callable[[], Lanes],
        bring: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder, self._settings, self._lanes, self._bring = folder, settings, lanes, bring
        self.tray: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        QTimer.singleShot(FIRST_MS, self, self.look)
        self._timer.start()
        self.apply()

    def apply(self) -> None:
        """Put up or take down the sign, as the settings now say. Where there is no place for one there is none."""
        wanted = self._settings().tray and QSystemTrayIcon.isSystemTrayAvailable()
        if wanted and self.tray is None:
            self.tray = QSystemTrayIcon(icon("shield"), self)
            self._menu = QMenu()
            bring = QAction(_("Open"), self._menu)
            bring.triggered.connect(lambda: self._bring())
            self._menu.addAction(bring)
            self.tray.setContextMenu(self._menu)
            self.tray.activated.connect(self._activated)
            self.tray.messageClicked.connect(self._bring)
            self.tray.show()
        elif not wanted and self.tray is not None:
            self.tray.hide()
            self.tray.deleteLater()
            self.tray, self._menu = None, None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._bring()

    def look(self) -> None:
        """Say what is due, where the person wants that and it was not said today."""
        if not self._settings().notifications:
            return
        if self.tray is not None and self.tray.isVisible():
            self._tell(lambda title, words: self.tray is not None and tray_message(self.tray, title, words))
        else:
            self._lanes().start("web", lambda _task: self._tell(desktop.show))

    def _tell(self, show: reminders.Show) -> Told:
        try:
            return reminders.tell(self._folder(), utc_now().astimezone(), self._settings(), show)
        except OSError:
            return Told.NOTHING  # no notes here yet, or a folder that takes no note: better silent than twice
