"""The keyboard shortcuts, and what this app is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

import footprint
from footprint.i18n import _
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.keys import SHORTCUTS
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel


def show_keys(parent: QWidget) -> None:
    """Every shortcut of the app, from the one table the window binds."""
    sheet = Sheet(parent, _("Keyboard shortcuts"))
    for one in SHORTCUTS:
        keys = PlainLabel(one.shown, "label", wrap=False)
        keys.setMinimumWidth(keys.fontMetrics().horizontalAdvance("Ctrl+Shift+Page Down"))
        line = QWidget()
        row = hbox(keys, PlainLabel(one.said), spacing=16)
        row.setStretch(1, 1)
        line.setLayout(row)
        sheet.add(line)
    _open(sheet)


def show_about(parent: QWidget) -> None:
    sheet = Sheet(parent, _("About Footprint Check"))
    for words in (
        _("Version {version}").format(version=footprint.__version__),
        _("It helps you see what other people can find about you, and sort out what you do not like."),
        _("It has no account, no server and no tracking. Nothing leaves this computer unless you press the button."),
        _("Footprint Check is free under the MIT licence. Its windows use Qt under the LGPL, version 3."),
    ):
        sheet.add(PlainLabel(words))
    _open(sheet)


def _open(sheet: Sheet) -> None:
    close = sheet.add_button(Btn(_("Close"), "primary"))
    close.clicked.connect(sheet.accept)
    sheet.open()
