"""The place "Settings": a list of sections, and the one that is open beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import N_, _
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.fields import Field, Select
from ui.kit.group import Group
from ui.kit.layout import hbox
from ui.kit.nav import NavButton
from ui.kit.text import Heading
from ui.kit.theme import px, restyles, space
from ui.page import NARROW, Page
from ui.settings.section import Section

RAIL = 214


def _you(desk: Desk) -> Section:
    from ui.settings.you import YouSection

    return YouSection(desk)


def _look(desk: Desk) -> Section:
    from ui.settings.look import LookSection

    return LookSection(desk)


def _lock(desk: Desk) -> Section:
    if desk.bench.vault.only_to_look:
        return _in_a_copy(desk)
    from ui.settings.lock import LockSection

    return LockSection(desk)


def _reminders(desk: Desk) -> Section:
    from ui.settings.reminders import RemindersSection

    return RemindersSection(desk)


def _internet(desk: Desk) -> Section:
    from ui.settings.internet import InternetSection

    return InternetSection(desk)


def _steps(desk: Desk) -> Section:
    from ui.settings.steps import StepsSection

    return StepsSection(desk)


def _data(desk: Desk) -> Section:
    if desk.bench.vault.only_to_look:
        return _in_a_copy(desk)
    from ui.settings.data import DataSection

    return DataSection(desk)


def _in_a_copy(desk: Desk) -> Section:
    from ui.settings.in_a_copy import InACopy

    return InACopy(desk)


def _about(desk: Desk) -> Section:
    from ui.settings.about import AboutSection

    return AboutSection(desk)


@dataclass(frozen=True)
class Part:
    """One line of the list. `make` imports its section only when it is first opened."""

    name: str
    label: str
    icon: str
    make: Callable[[Desk], Section]


PARTS: tuple[Part, ...] = (
    Part("you", N_("You"), "accounts", _you),
    Part("look", N_("Look"), "eye", _look),
    Part("lock", N_("Lock and passphrase"), "lock", _lock),
    Part("reminders", N_("Reminders"), "bell", _reminders),
    Part("internet", N_("Internet"), "link", _internet),
    Part("steps", N_("Checklist steps"), "checklist", _steps),
    Part("data", N_("Your data"), "shield", _data),
    Part("about", N_("About"), "info", _about),
)


class Rail(Group):
    """The sections as one tab stop: arrows move, Enter opens."""

    went = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Sections"))
        column = QVBoxLayout(self)
        space(column, 1)
        self.buttons: dict[str, NavButton] = {}
        for part in PARTS:
            button = NavButton(_(part.label), part.icon)
            button.clicked.connect(lambda _on=False, name=part.name: self.went.emit(name))
            self.buttons[part.name] = button
            column.addWidget(button)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_current(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def sizeHint(self) -> QSize:
        return QSize(px(RAIL), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(RAIL), super().minimumSizeHint().height())


class SettingsPage(Page):
    """`desk.go("settings", section="internet")` opens a section; without one, the section that was open last."""

    watches: ClassVar[Changes] = Changes(person=True, settings=True, ledger=True, steps=True)
    help_topic: ClassVar[str] = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Settings"))
        self.say_line(_("Everything is saved as you change it."))
        self.name = ""
        self.section: Section | None = None
        self.rail = Rail()
        self.rail.went.connect(self.open_section)
        self.picker = Select(_("Section"), [(one.name, _(one.label)) for one in PARTS])
        self.picker.chosen.connect(self.open_section)
        self._picker_field = Field(_("Section"), self.picker)
        self.title = Heading("", "h2")
        beside = QWidget()
        self._beside = QVBoxLayout(beside)
        space(self._beside, 14)
        self._beside.addWidget(self.title)
        self.body.addWidget(self._picker_field)
        row = hbox(self.rail, beside, spacing=28)
        row.setStretch(1, 1)
        self.body.addLayout(row, 1)
        self._fit()
        self.open_section(PARTS[0].name)

    def show_at(self, **details: object) -> None:
        name = str(details.get("section", "") or "")
        if any(one.name == name for one in PARTS):
            self.open_section(name)

    def open_section(self, name: str) -> None:
        """Show one section in place of another; the focus stays where it is."""
        part = next(one for one in PARTS if one.name == name)
        if self.section is not None:
            self._beside.removeWidget(self.section)
            self.section.hide()
            self.section.deleteLater()
        self.name = name
        self.title.setText(_(part.label))
        self.section = part.make(self.desk)
        self.section.primary_changed.connect(self._put_primary)
        self.primary = self.section.primary
        self._beside.addWidget(self.section, 1)
        self.section.show()
        self.rail.show_current(name)
        self.picker.set_value(name)
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.section.reload()
        else:
            self._stale = True

    def _put_primary(self, button: QAbstractButton | None) -> None:
        self.primary = button

    def reload(self) -> None:
        if self.section is not None:
            self.section.reload()

    def escape(self) -> bool:
        return self.section is not None and self.section.escape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and hasattr(self, "rail"):
            self._fit()

    def _fit(self) -> None:
        """The list beside the section where there is room, a box above it where there is not."""
        narrow = self.width() < px(NARROW)
        self.rail.setVisible(not narrow)
        self._picker_field.setVisible(narrow)
