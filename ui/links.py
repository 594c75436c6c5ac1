"""The one way out to the person's own browser: the address is judged, its real host is shown, then it opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.settings import SettingsFile
from footprint.web import Link, Refused, judge_link
from ui.kit.dialogs import Message, Question


def open_in_browser(address: str) -> None:
    """Hand an address that was judged to the computer."""
    QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))


class Links:
    """Opens addresses after the person has seen the host. The first time it says how this works.

    It goes with the desk that asks it, and with it the hosts somebody agreed to: they are forgotten with the lock.
    """

    def __init__(
        self, window: QWidget, settings: SettingsFile, *, opener: Callable[[str], None] = open_in_browser
    ) -> None:
        # A function and no method: a signal keeps hold of what it calls, and of this as long as the desk lives.
        self.open: Callable[[str], None] = lambda address: self._open(address)
        self._window = window
        self._settings = settings
        self._opener = opener
        self._agreed: set[str] = set()

    def _open(self, address: str) -> None:
        """Ask once for each site until the app is locked; an address nobody should open gets a sentence instead."""
        try:
            link = judge_link(address)
        except Refused as problem:
            Message(self._window, _("This address is not opened"), str(problem), _("Close")).open()
            return
        if link.host in self._agreed and not link.warning:
            self._opener(link.url)
            return
        question = Question(self._window, _title(link), self._words(link), _("Open it"), _("Stay here"))
        question.accepted.connect(lambda: self._agree(link))
        question.open()

    def _words(self, link: Link) -> str:
        if link.scheme == "mailto":
            return _("The letter opens in your own email program. You decide there whether to send it.")
        parts = [_("The page opens in your own browser, outside this app.")]
        if not self._settings.now.explained_browser:
            parts.append(
                _("If you are signed in there, the site knows it is you. We never sign in, and we never see that page.")
            )
        return " ".join(part for part in (*parts, link.warning) if part)

    def _agree(self, link: Link) -> None:
        self._agreed.add(link.host)
        if link.scheme != "mailto" and not self._settings.now.explained_browser:
            self._settings.hold(replace(self._settings.now, explained_browser=True))
        self._opener(link.url)


def _title(link: Link) -> str:
    if link.scheme == "mailto":
        return _("Open this in your email program?")
    return _("Open {host} in your browser?").format(host=link.host)
