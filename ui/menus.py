"""The menu bar: where Undo, text size, lock, places and help are found on every system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from footprint.i18n import _
from ui.kit.keys import shortcut
from ui.places import JOURNAL, PLACES


@dataclass(frozen=True)
class Doings:
    """What the menus can ask for; the shell gives the functions."""

    undo: Callable[[], None]
    redo: Callable[[], None]
    find: Callable[[], None]
    primary: Callable[[], None]
    choose: Callable[[int], None]
    back: Callable[[], None]
    escape: Callable[[], None]
    go: Callable[[str], None]
    step_place: Callable[[int], None]
    step_area: Callable[[int], None]
    lock: Callable[[], None]
    hide: Callable[[], None]
    keep: Callable[[], None]
    back_up: Callable[[], None]
    open_plan: Callable[[], None]
    suggest: Callable[[], None]
    managers_guide: Callable[[], None]
    print: Callable[[], None]
    save: Callable[[], None]
    take: Callable[[], None]
    text_size: Callable[[int], None]
    help: Callable[[], None]
    keys: Callable[[], None]
    about: Callable[[], None]
    quit: Callable[[], None]


def add(menu: QMenu, words: str, keys: str, do: Callable[[], None]) -> QAction:
    """One line of a menu with the keys of its name in the table."""
    action = QAction(words, menu)
    if keys:
        action.setShortcuts(shortcut(keys).sequences)
        action.setAutoRepeat(keys in ("larger", "smaller", "undo", "redo"))  # a key held down is one choice, not many
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)
    return action


class Menus:
    """Fills the menu bar of a window; `kept` says whether there is a passphrase yet.

    The menus go with what the window shows now: what they can ask for is not there any longer than that.
    """

    def __init__(self, window: QMainWindow, do: Doings, *, kept: bool) -> None:
        self._bar, self._owner = window.menuBar(), window.centralWidget()
        self._bar.clear()
        self._file(self._menu(_("File")), do, kept)
        self.undo, self.redo = self._edit(self._menu(_("Edit")), do)
        self._view(self._menu(_("View")), do)
        self._go(self._menu(_("Go")), do)
        self._help(self._menu(_("Help")), do)
        self._unseen(window, do)

    def _menu(self, words: str) -> QMenu:
        """A menu of the bar. The bar itself would keep it for good."""
        made = QMenu(words, self._owner)
        self._bar.addMenu(made)
        return made

    def _file(self, menu: QMenu, do: Doings, kept: bool) -> None:
        if not kept:
            add(menu, _("Keep this…"), "", do.keep)
        else:
            add(menu, _("Back up to a file…"), "", do.back_up)
        add(menu, _("Lock"), "lock", do.lock)
        add(menu, _("Hide: lock and minimise"), "hide", do.hide)
        menu.addSeparator()
        add(menu, _("Open a plan…"), "", do.open_plan)
        add(menu, _("Suggest this to my team…"), "", do.suggest)
        menu.addSeparator()
        add(menu, _("Print…"), "print", do.print)
        add(menu, _("Save a copy…"), "save", do.save)
        menu.addSeparator()
        add(menu, _("Settings"), "settings", lambda: do.go("settings"))
        menu.addSeparator()
        add(menu, _("Close Footprint Check"), "", do.quit)

    def _edit(self, menu: QMenu, do: Doings) -> tuple[QAction, QAction]:
        undo = add(menu, _("Undo"), "undo", do.undo)
        redo = add(menu, _("Redo"), "redo", do.redo)
        menu.addSeparator()
        add(menu, _("Find on this page"), "find", do.find)
        add(menu, _("Take to supervision…"), "take", do.take)
        return undo, redo

    def _view(self, menu: QMenu, do: Doings) -> None:
        add(menu, _("Larger text"), "larger", lambda: do.text_size(1))
        add(menu, _("Smaller text"), "smaller", lambda: do.text_size(-1))
        add(menu, _("Usual text size"), "normal", lambda: do.text_size(0))

    def _go(self, menu: QMenu, do: Doings) -> None:
        for place in (*PLACES, JOURNAL):
            add(menu, _(place.label), "", lambda name=place.name: do.go(name))  # type: ignore[misc]
        menu.addSeparator()
        add(menu, _("When life changes"), "", lambda: do.go("events"))
        add(menu, _("Something has happened"), "", lambda: do.go("happened"))
        add(menu, _("Incident notes"), "", lambda: do.go("incidents"))
        add(menu, _("Plans"), "", lambda: do.go("plan"))
        menu.addSeparator()
        add(menu, _("Back"), "back", do.back)
        add(menu, _("Next place"), "next_place", lambda: do.step_place(1))
        add(menu, _("Previous place"), "previous_place", lambda: do.step_place(-1))
        add(menu, _("Next part of the window"), "next_part", lambda: do.step_area(1))
        add(menu, _("Previous part of the window"), "previous_part", lambda: do.step_area(-1))

    def _help(self, menu: QMenu, do: Doings) -> None:
        add(menu, _("Help for this page"), "help", do.help)
        add(menu, _("Keyboard shortcuts"), "", do.keys)
        add(menu, _("Guide for managers"), "", do.managers_guide)
        add(menu, _("Something has happened"), "", lambda: do.go("happened"))
        add(menu, _("I need help now"), "", lambda: do.go("help_now"))
        menu.addSeparator()
        add(menu, _("About Footprint Check"), "", do.about)

    def _unseen(self, window: QMainWindow, do: Doings) -> None:
        """Keys that stand beside their button on the page, not in a menu."""
        hidden = QMenu(self._owner)
        add(hidden, _("The main button"), "primary", do.primary)
        for number in range(1, 6):
            add(hidden, _("Choice {n}").format(n=number), f"choose_{number}", lambda n=number: do.choose(n))  # type: ignore[misc]
        add(hidden, _("Stop or close"), "escape", do.escape)
        window.addActions(hidden.actions())
