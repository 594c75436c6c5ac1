"""Every shortcut of the app in one table: the window binds them, the help page prints them, a test reads them.

None is a single letter, which would clash with speech input. On macOS Qt reads Ctrl as Command.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from footprint.i18n import N_, _


@dataclass(frozen=True)
class Shortcut:
    """`keys` are the ways to press it, the one to show first; `words` say what it does, marked for translation."""

    name: str
    keys: tuple[str, ...]
    words: str

    @property
    def sequences(self) -> list[QKeySequence]:
        return [QKeySequence(one) for one in self.keys]

    @property
    def shown(self) -> str:
        """The keys as this computer writes them."""
        return self.sequences[0].toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def said(self) -> str:
        return _(self.words)


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("next_part", ("F6",), N_("Go to the next part of the window")),
    Shortcut("previous_part", ("Shift+F6",), N_("Go to the part before")),
    Shortcut("next_place", ("Ctrl+PgDown",), N_("Open the next place")),
    Shortcut("previous_place", ("Ctrl+PgUp",), N_("Open the place before")),
    Shortcut("find", ("Ctrl+F",), N_("Go to the search box of this page")),
    Shortcut("primary", ("Ctrl+Return", "Ctrl+Enter"), N_("Press the main button")),
    Shortcut("back", ("Alt+Left",), N_("Go back")),
    Shortcut("choose_1", ("Ctrl+1",), N_("Take the first choice")),
    Shortcut("choose_2", ("Ctrl+2",), N_("Take the second choice")),
    Shortcut("choose_3", ("Ctrl+3",), N_("Take the third choice")),
    Shortcut("choose_4", ("Ctrl+4",), N_("Take the fourth choice")),
    Shortcut("choose_5", ("Ctrl+5",), N_("Take the fifth choice")),
    Shortcut("undo", ("Ctrl+Z",), N_("Undo")),
    Shortcut("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), N_("Do it again")),
    Shortcut("lock", ("Ctrl+L",), N_("Lock")),
    Shortcut("hide", ("Ctrl+Shift+H",), N_("Hide: lock and make the window small")),
    Shortcut("print", ("Ctrl+P",), N_("Print")),
    Shortcut("save", ("Ctrl+S",), N_("Save a copy")),
    Shortcut("take", ("Ctrl+T",), N_("Take to supervision: add a line to your own list")),
    Shortcut("larger", ("Ctrl++", "Ctrl+="), N_("Make the text larger")),
    Shortcut("smaller", ("Ctrl+-",), N_("Make the text smaller")),
    Shortcut("normal", ("Ctrl+0",), N_("Make the text its usual size")),
    Shortcut("settings", ("Ctrl+,",), N_("Open the settings")),
    Shortcut("help", ("F1",), N_("Help for this page")),
    Shortcut("escape", ("Esc",), N_("Close a dialog, stop long work, or leave a checklist")),
)

_BY_NAME = {one.name: one for one in SHORTCUTS}


def shortcut(name: str) -> Shortcut:
    """A shortcut by its name; KeyError when there is none."""
    return _BY_NAME[name]


def choice_keys(number: int) -> str:
    """The keys of a choice from 1 to 5, to show beside it; "" beyond."""
    found = _BY_NAME.get(f"choose_{number}")
    return found.keys[0] if found else ""
