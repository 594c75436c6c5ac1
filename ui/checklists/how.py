"""How to check a setting: the steps on the web or on the phone, the page to open and the menu path beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import Check, Confidence, NetworkFile, freshness
from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.steps import NumberedSteps
from ui.kit.text import PlainLabel
from ui.kit.theme import space

WEB, PHONE = "web", "phone"


class HowTo(QWidget):
    """The steps of one check. `swapped` asks to remember web or phone; `opened` asks for the settings page."""

    swapped = Signal(str)
    opened = Signal(str)

    def __init__(self, network: NetworkFile, check: Check, today: date, *, on: str, address: str = "") -> None:
        super().__init__()
        self.network, self.check = network, check
        self._box = QVBoxLayout(self)
        space(self._box, 8)
        self.on = steps_on(check, on)
        self._where = PlainLabel("", "small", "text2")
        self._steps: NumberedSteps | None = None
        self._box.addWidget(self._where)
        self.swap: Btn | None = None
        self._show_steps()
        buttons: list[QWidget] = []
        if address:
            buttons.append(open_button(network, address, self.opened.emit))
        if check.web and check.phone:
            self.swap = Btn("", "quiet")
            self.swap.clicked.connect(self._swap)
            self._name_swap()
            buttons.append(self.swap)
        if buttons:
            self._box.addWidget(ButtonRow(*buttons, gap=8))
        if check.menu:
            self._box.addWidget(PlainLabel(_("Where it is: {path}").format(path=check.menu), "small", "text2"))
        unsure = check.confidence is Confidence.UNVERIFIED
        sure = PlainLabel(freshness(network.name, check, today).sentence, "small", "warn" if unsure else "text2")
        sure.setObjectName("how_sure")
        self._box.addWidget(sure)

    def _show_steps(self) -> None:
        if self._steps is not None:
            self._steps.hide()
            self._box.removeWidget(self._steps)
            self._steps.deleteLater()
        self._where.setText(_("In the phone app") if self.on == PHONE else _("On the website"))
        self._steps = NumberedSteps(list(self.check.phone if self.on == PHONE else self.check.web))
        self._box.insertWidget(1, self._steps)

    def _name_swap(self) -> None:
        if self.swap is not None:
            words_ = _("Show the steps for the website") if self.on == PHONE else _("Show the steps for the phone")
            self.swap.setText(words_)

    def _swap(self) -> None:
        self.show_on(WEB if self.on == PHONE else PHONE)
        self.swapped.emit(self.on)

    def show_on(self, on: str) -> None:
        """The steps for the website or for the phone, where the check has both."""
        wanted = steps_on(self.check, on)
        if wanted != self.on:
            self.on = wanted
            self._show_steps()
            self._name_swap()


def steps_on(check: Check, wanted: str) -> str:
    """Where the steps shown are for: what the person prefers, if the check has steps there."""
    if wanted == PHONE:
        return PHONE if check.phone else WEB
    return WEB if check.web else PHONE


def open_button(network: NetworkFile, address: str, opened: Callable[[str], object]) -> Btn:
    """ "Open this page on Facebook": the host is shown before the browser opens."""
    button = Btn(_("Open this page on {name}").format(name=network.name), "secondary", icon="external")
    button.clicked.connect(lambda: opened(address))
    return button
