"""Where to look and for which words: a sensible few at first, the rest behind a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import ENGINES, HandOff, Look
from ui.arrival import focus_heading
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option, Tick
from ui.kit.clipboard import copy_secret
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

AT_FIRST = 3
_STEP = 6


class WhereCard(Card):
    """Nothing is opened before the button is pressed; the words can be read, and copied, first."""

    opened = Signal(object)  # HandOff
    work_switched = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__(title=_("Where do you want to look?"))
        self._desk = desk
        self._offers: tuple[HandOff, ...] = ()
        self._done: frozenset[tuple[str, str]] = frozenset()
        self._shown = AT_FIRST
        self.words: Choices | None = None
        self.sites = Choices(
            _("Where do you want to look?"),
            [Option(one.name, one.label) for one in ENGINES],
            columns=4,
            show_label=False,
        )
        self.sites.set_value(ENGINES[0].name)
        self.sites.chosen.connect(lambda _name: self._other_site())
        self.add(self.sites)
        self.advice = PlainLabel("", "small", "text2")
        self.add(self.advice)
        self._list = QVBoxLayout()
        space(self._list, 8)
        self.body.addLayout(self._list)
        self.more_button = Btn("", "quiet", "down")
        self.more_button.clicked.connect(self._show_more)
        self.add(ButtonRow(self.more_button))
        self.work = Tick(
            _("Look as someone from work would"),
            _("Off, because your employer and job title together with your name lead straight to you."),
        )
        self.work.clicked.connect(self.work_switched)
        self.add(self.work)
        self.open_button = Btn("", "primary", "external")
        self.open_button.clicked.connect(self._open)
        copy = Btn(_("Copy the words"))
        copy.clicked.connect(self._copy)
        self.add(ButtonRow(self.open_button, copy))

    @property
    def from_work(self) -> bool:
        return self.work.isChecked()

    def arrive(self) -> None:
        if self.heading is not None:
            focus_heading(self.heading)

    def show_offers(self, offers: Sequence[HandOff], today: Sequence[Look], *, has_work: bool) -> None:
        """What may be looked for on each site; what was looked at today is marked."""
        done = frozenset((look.provider, look.words) for look in today)
        same = tuple(offers) == self._offers and done == self._done
        self._offers, self._done = tuple(offers), done
        self.work.setVisible(has_work)
        if not same or self.words is None:
            self._show_words()

    # -- showing -------------------------------------------------------------------------------------

    def _here(self) -> list[HandOff]:
        return [one for one in self._offers if one.engine.name == self.sites.value]

    def _other_site(self) -> None:
        self._shown, self.words = AT_FIRST, None
        self._show_words()

    def _show_more(self) -> None:
        at = self._shown
        self._shown += _STEP
        self._show_words()
        if self.words is not None:
            list(self.words.cards.values())[at].setFocus()

    def _show_words(self) -> None:
        here = self._here()
        before = self.words.value if self.words is not None else ""
        clear(self._list)
        self.words = None
        if not here:
            return
        shown = here[: self._shown]
        self.advice.setText(here[0].advice)
        self.words = Choices(
            _("Words to look for"), [Option(one.words, one.words, one.why, self._tag(one)) for one in shown]
        )
        left = [one.words for one in shown if not self._tag(one)]
        known = [one.words for one in shown]
        self.words.set_value(before if before in left else (left or known)[0])
        self._list.addWidget(self.words)
        more = len(here) - len(shown)
        self.more_button.setText(ngettext("More words ({n})", "More words ({n})", more).format(n=number(more)))
        self.more_button.setVisible(more > 0)
        self.open_button.setText(_("Open {site} in my browser").format(site=here[0].engine.label))

    def _tag(self, one: HandOff) -> str:
        return _("Looked at today") if (one.engine.provider, one.words) in self._done else ""

    # -- doing ---------------------------------------------------------------------------------------

    def _chosen(self) -> HandOff | None:
        wanted = self.words.value if self.words is not None else ""
        return next((one for one in self._here() if one.words == wanted), None)

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._desk.open_link(chosen.url)
            self.opened.emit(chosen)

    def _copy(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            copy_secret(chosen.words)
            self._desk.say(_("Copied: {words}").format(words=chosen.words))
