"""What may follow from the last verdict: see the new thing on the list, or hide the other results of that site."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.dates import number
from footprint.i18n import _, ngettext
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.text import PlainLabel


class AfterNote(Card):
    """Stands beside the results, so that the choices do not move under the mouse."""

    item_asked = Signal(str)  # the item that was made
    hide_asked = Signal(str)  # the site whose other results are to be hidden

    def __init__(self) -> None:
        super().__init__("sunken")
        self._item, self._site = "", ""
        self.words = PlainLabel("", "small")
        self.button = Btn("", "quiet")
        self.button.clicked.connect(self._press)
        self.add(self.words)
        self.add(ButtonRow(self.button))
        self.hide()

    def show_item(self, item_id: str, title: str) -> None:
        self._item, self._site = item_id, ""
        self._say(_("On your To remove list: {title}").format(title=title), _("See it on your list"), "remove")

    def offer_to_hide(self, site: str, others: int) -> None:
        self._item, self._site = "", site
        words = ngettext("{n} other result is from {site}.", "{n} other results are from {site}.", others)
        button = ngettext("Hide it as well", "Hide them as well", others)
        self._say(words.format(n=number(others), site=site), button, "eye_off")

    def clear(self) -> None:
        self._item, self._site = "", ""
        self.hide()

    def _say(self, words: str, button: str, icon: str) -> None:
        self.show()  # first: a row of buttons that is not seen does not hear that its words have changed
        self.words.setText(words)
        self.button.setText(button)
        self.button.set_icon(icon)

    def _press(self) -> None:
        if self._item:
            self.item_asked.emit(self._item)
        elif self._site:
            self.hide_asked.emit(self._site)
            self.clear()
