"""What the law says where a letter relies on it, with the day it was checked and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from footprint import dates, log
from footprint.i18n import _
from ui.kit.layout import Fold, vbox
from ui.kit.text import PlainLabel
from ui.page import clear


class LawFold(Fold):
    """Shown only for the letters that name a law."""

    def __init__(self) -> None:
        super().__init__(_("What this letter relies on"))
        self._names: tuple[str, ...] = ()
        self.hide()

    def show_law(self, names: Sequence[str]) -> None:
        self.setVisible(bool(names))
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        clear(self.body)
        known = log.laws()
        for name in names:
            law = known[name]
            checked = _("Checked on {day}. From {host}.").format(
                day=dates.day_in_words(law.verified), host=urlsplit(law.source).hostname
            )
            self.body.addLayout(vbox(PlainLabel(_(law.says)), PlainLabel(checked, "small", "text2"), spacing=2))
