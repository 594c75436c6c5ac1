"""What the app learned from “me” and “not me”, each lesson with a way to forget it, and all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Lesson
from ui.kit.bounded import Bounded
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.layout import vbox
from ui.kit.text import Heading, PlainLabel

_MOST = 60


class Lessons(Sheet):
    """Opens over the page. Forgetting can be undone, so it is done at once and the sheet closes."""

    def __init__(
        self,
        parent: QWidget,
        lessons: Sequence[Lesson],
        forget: Callable[[Lesson], None],
        forget_all: Callable[[], None],
    ) -> None:
        super().__init__(parent, _("What your answers taught the app"))
        self._forget, self._forget_all = forget, forget_all
        self.add(PlainLabel(_("It only sorts with this. It stays on this computer, in your notes."), colour="text2"))
        self.buttons: dict[str, Btn] = {}
        rows = QWidget()
        column = vbox(spacing=12)
        for title, speaks_for in ((_("Speaks for you"), True), (_("Speaks against"), False)):
            known = [one for one in lessons[:_MOST] if one.kind.speaks_for is speaks_for]
            if known:
                column.addWidget(Heading(title, "h3"))
            for one in known:
                column.addLayout(vbox(PlainLabel(one.sentence), ButtonRow(self._button(one)), spacing=2))
        if len(lessons) > _MOST:
            more = len(lessons) - _MOST
            column.addWidget(PlainLabel(ngettext("And {n} more.", "And {n} more.", more).format(n=number(more))))
        rows.setLayout(column)
        self.add(Bounded(rows, 380))
        close = Btn(_("Close"))
        close.clicked.connect(self.reject)
        self.add_button(close)
        self.all_button = Btn(_("Forget all of it"), "danger")
        self.all_button.clicked.connect(self._choose_all)
        self.add_button(self.all_button)

    def _button(self, one: Lesson) -> Btn:
        button = Btn(_("Forget {what}").format(what=one.text), "quiet")
        button.clicked.connect(lambda: self._choose(one))
        self.buttons[one.text] = button
        return button

    def _choose(self, one: Lesson) -> None:
        self._forget(one)
        self.accept()

    def _choose_all(self) -> None:
        self._forget_all()
        self.accept()
