"""Before words are kept that look like case data: which words, what the guidance says, and the person decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from footprint import checklists
from footprint.i18n import _
from footprint.log import third_party
from footprint.log.third_party import NOBODY, Finding, Own
from footprint.vault import Vault
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, bring_into_view
from ui.kit.text import PlainLabel
from ui.kit.text_marks import cursor_over, underline
from ui.kit.theme import px, space

Box = QLineEdit | QPlainTextEdit
_SHOWN = 3
_LONGEST = 40


class Told(NamedTuple):
    """What is looked up once: the person’s own details, which warn of nothing, and the line of the guidance."""

    own: Own = NOBODY
    line: str = ""


def read_told(vault: Vault) -> Told:
    """Reads a file: never on the main thread."""
    guidance, name = checklists.load_guidance()[0], third_party.GUIDANCE[0]
    line = guidance.statement(name).text if name in guidance.ids() else ""
    return Told(third_party.own_of(vault), line)


class Caution(QWidget):
    """One banner under some boxes. `kept` says that the person keeps the words as they are."""

    kept = Signal()

    def __init__(self, *boxes: Box) -> None:
        super().__init__()
        self._boxes, self._told = boxes, Told()
        self._minded: set[str] = set()
        self.keep = Btn(_("Keep it as it is"))
        self.keep.clicked.connect(self._keep)
        self.change = Btn(_("Change it"))
        self.change.clicked.connect(self._change)
        self.banner = Banner("warn", " ", " ", quiet=True)
        self.line = PlainLabel("", "small", "text2")
        column = self.banner.column
        for part in (self.line, ButtonRow(self.keep, self.change)):
            column.addSpacing(px(6))
            column.addWidget(part)
        outer = QVBoxLayout(self)
        space(outer, 0)
        outer.addWidget(self.banner)
        for box in boxes:
            box.textChanged.connect(self._typed)
        self.hide()

    def learn(self, told: Told) -> None:
        self._told = told
        self.line.setText(_("The guidance says: {line}").format(line=told.line))
        self.line.setVisible(bool(told.line))

    def start(self, *, kept: bool) -> None:
        """A new text. `kept`: what stands in the boxes now was kept before, and warns of nothing."""
        self._minded = {one.words for _box, one in self._found()} if kept else set()
        self._show(())

    def asks(self) -> bool:
        """Whether there is something to decide first; then it is shown, and has the focus."""
        found = self._open()
        self._show(found)
        if found:
            bring_into_view(self)
            self.change.setFocus()
        return bool(found)

    # -- behind it ---------------------------------------------------------------------------------

    def _found(self) -> list[tuple[Box, Finding]]:
        return [(box, one) for box in self._boxes for one in third_party.findings(_text(box), self._told.own)]

    def _open(self) -> list[tuple[Box, Finding]]:
        return [(box, one) for box, one in self._found() if one.words not in self._minded]

    def _show(self, found: Sequence[tuple[Box, Finding]]) -> None:
        for box in self._boxes:
            if isinstance(box, QPlainTextEdit):
                underline(box, [(one.start, one.end) for place, one in found if place is box])
        if found:
            self._say([one for _box, one in found])
        self.setVisible(bool(found))

    def _say(self, found: Sequence[Finding]) -> None:
        quoted = [f"“{_short(one.words)}”" for one in found[:_SHOWN]]
        words = _("You wrote: {words}.").format(words=", ".join(quoted))
        stays = _("It stays on this computer, and you decide.")
        # Its buttons are inside a part that gets the focus, so it is said with them rather than before.
        self.banner.say(third_party.sentence(tuple(found)), f"{words} {stays}")
        self.change.setAccessibleDescription(f"{self.banner.title.text()} {words} {stays} {self.line.text()}")

    def _typed(self) -> None:
        """While it stands there: what is put right is no longer spoken of."""
        if self.isVisible():
            self._show(self._open())

    def _keep(self) -> None:
        self._minded |= {one.words for _box, one in self._found()}
        self._show(())
        self.kept.emit()

    def _change(self) -> None:
        """Back to the first of the words, selected."""
        for box, one in self._open()[:1]:
            if isinstance(box, QPlainTextEdit):
                box.setTextCursor(cursor_over(box, one.start, one.end))
                box.ensureCursorVisible()
            else:
                before = len(box.text()[: one.start].encode("utf-16-le")) // 2
                box.setSelection(before, len(one.words.encode("utf-16-le")) // 2)
            box.setFocus()
            bring_into_view(box)


def _text(box: Box) -> str:
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1].rstrip() + "…"
