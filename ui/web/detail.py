"""One press of the journal: when, what it was for, where it went, and every request word for word."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.web import Entry, Kind, Press
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Fold, vbox
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.kit.verbatim import Verbatim
from ui.page import clear
from ui.web import words

_AT_ONCE = 6


class DetailCard(Card):
    """Empty until `show_press`. A request is laid open when it is asked for, so that many of them stay light."""

    def __init__(self) -> None:
        super().__init__()
        self._left: tuple[Entry, ...] = ()
        self._whys: dict[str, str] = {}
        self._numbered = 0
        self.folds: list[Fold] = []

    def show_press(self, press: Press) -> None:
        clear(self.body)
        self.folds, self._numbered = [], 0
        first = press.entries[0]
        self.add(Heading(words.title_of(press), "h2"))
        self.add(PlainLabel(words.when_in_words(first), colour="text2"))
        if first.kind is not Kind.SENT:
            self._fact(_("What was in it"), ", ".join(first.details))
            return
        self._fact(_("Where it went"), ", ".join(words.hosts_of(press)))
        self._fact(_("Your details in it"), ", ".join(dict.fromkeys(_details(press))))
        count = len(press.entries)
        self.add(Heading(ngettext("{n} request", "{n} requests", count).format(n=number(count)), "h3"))
        self._requests = QVBoxLayout()
        space(self._requests, 0)
        self.body.addLayout(self._requests)
        self._whys = {one.url: one.why for one in press.sendings if one.url}
        self._left = tuple(reversed(press.entries))  # in the order they were sent
        self._add_requests()

    def _fact(self, label: str, said: str) -> None:
        if said:
            self.add(vbox(PlainLabel(label, "small", "text2"), PlainLabel(said), spacing=2))

    def _add_requests(self) -> None:
        """A few at once; the rest behind a button."""
        for one in self._left[:_AT_ONCE]:
            self._numbered += 1
            self._add_request(one, self._numbered)
        self._left = self._left[_AT_ONCE:]
        if self._left:
            count = min(len(self._left), _AT_ONCE)
            more = Btn(ngettext("Show {n} more", "Show {n} more", count).format(n=number(count)), "quiet")
            more.clicked.connect(lambda: self._show_more(more))
            self.add(more)

    def _show_more(self, button: Btn) -> None:
        first = len(self.folds)
        button.hide()
        button.deleteLater()
        self._add_requests()
        self.folds[first].button.setFocus()

    def _add_request(self, one: Entry, at: int) -> None:
        fold = Fold(f"{number(at)}. {words.request_in_words(one)}")
        fold.toggled.connect(lambda is_open: _lay_open(fold, one, self._whys.get(one.url, "")) if is_open else None)
        self.folds.append(fold)
        self._requests.addWidget(fold)


def _lay_open(fold: Fold, one: Entry, why: str) -> None:
    """Made when it is first opened."""
    if fold.body.count():
        return
    if why:
        fold.body.addWidget(PlainLabel(_("Why: {reason}").format(reason=why)))
    text = Verbatim(_("What was sent, word for word"))
    text.show_text(words.verbatim(one))
    fold.body.addWidget(PlainLabel(_("What was sent, word for word"), "small", "text2"))
    fold.body.addWidget(text)
    fold.body.addWidget(PlainLabel(_("What came back"), "small", "text2"))
    fold.body.addWidget(PlainLabel(words.came_back(one)))


def _details(press: Press) -> list[str]:
    return [detail for one in press.entries for detail in one.details]
