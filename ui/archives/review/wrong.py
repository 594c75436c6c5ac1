"""“Wrong flag”: not for this post, not for these words, or not for this lens at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from footprint.archives.index.finding import Row
from footprint.archives.index.reflagging import key_of, reflag_some
from footprint.archives.lenses import wrong
from footprint.archives.records import Flag
from footprint.i18n import _
from footprint.vault import Done
from ui.archives.review.lens_words import lens_words
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.rows import RowButton
from ui.kit.text import PlainLabel


class WrongSheet(Sheet):
    """What is chosen holds on this computer only, and can be undone."""

    def __init__(self, parent: QWidget, desk: Desk, one: Row, flag: Flag) -> None:
        super().__init__(parent, _("What is wrong about it?"))
        self._desk, self._one, self._flag = desk, one, flag
        self.add(PlainLabel(_("The app learns from it on this computer. Nothing is sent."), colour="text2"))
        vault, lens = desk.bench.vault, lens_words(flag.lens).title
        self._offer(
            _("This post is fine"),
            _("“{lens}” says nothing about it any more.").format(lens=lens),
            lambda: wrong.wrong_entry(vault, flag, key_of(vault, one.id)),
        )
        if flag.end > flag.start:
            self._offer(
                _("“{words}” is fine").format(words=flag.words),
                _("“{lens}” leaves these words alone everywhere.").format(lens=lens),
                lambda: wrong.wrong_word(vault, flag),
            )
        self._offer(
            _("Do not look for this at all"),
            _("“{lens}” is turned off.").format(lens=lens),
            lambda: wrong.wrong_lens(vault, flag),
        )
        close = Btn(_("Keep the flag"))
        close.clicked.connect(self.reject)
        self.add_button(close)

    def _offer(self, title: str, meta: str, work: Callable[[], Done[Any]]) -> None:
        row = RowButton(title, meta, icon="check", chevron=False)
        row.clicked.connect(lambda: self._say(work))
        self.add(row)

    def _say(self, work: Callable[[], Done[Any]]) -> None:
        """The post is looked at again at once; the others when the person asks for it."""
        vault, pack, entry_id = self._desk.bench.vault, self._desk.bench.pack, self._one.id

        def both(_task: object) -> Done[Any]:
            done = work()
            reflag_some(vault, [entry_id], pack)
            return done

        operation = Operation(both, changes=Changes(archives=True, lenses=True), said=lambda _value: _("Flag silenced"))
        self._desk.run(operation)
        self.accept()
