"""Which networks somebody uses: the usual ones as ticks, the others behind a button, and a box to find one by name."""

from __future__ import annotations

from collections.abc import Iterable, Set

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import ANY, Kind, Library
from footprint.i18n import _, ngettext
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.choices import CheckCard, Option, Tick, Ticks
from ui.kit.fields import Field, TextBox
from ui.kit.layout import vbox
from ui.kit.text import PlainLabel
from ui.person import accounts_read as read

AT_ONCE = 12
TYPING_PAUSE_MS = 150


class NetworkTicks(QWidget):
    """What is ticked stays ticked while the list is narrowed; a name we do not know can be ticked under itself."""

    changed = Signal()

    def __init__(
        self, label: str, library: Library, ticked: Iterable[str] = (), *, there: Set[str] = frozenset()
    ) -> None:
        """`there` are the networks that are added already and so not offered."""
        super().__init__()
        self._label, self._library, self._there = label, library, there
        self._usual = [Option(one.id, one.name, letter=one.name[:1]) for one in read.offered(library)]
        self._usual = [one for one in self._usual if one.value not in there]
        self._heads = [one for one in library.heads(Kind.NETWORK) if one.id != ANY and one.id not in there]
        self._ticked = dict.fromkeys(one for one in ticked if one not in there)
        self._all = any(one.value in self._ticked for one in self._usual[AT_ONCE:])
        self.ticks: Ticks | None = None
        self.search = TextBox(_("Find one by name"), _("Such as a forum or a dating site"))
        self.chosen = PlainLabel("", "small", "text2")
        self.known = PlainLabel("", "body", "text2")
        self._place = vbox()
        self.more = Btn("", "quiet", icon="down")
        self.more.clicked.connect(self._show_all)
        buttons = ButtonRow(self.more)
        self.setLayout(
            vbox(Field(_("Find one by name"), self.search), self._place, self.known, self.chosen, buttons, spacing=12)
        )
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_PAUSE_MS)
        self._typed.timeout.connect(self._narrow)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self._show()

    @property
    def cards(self) -> dict[str, CheckCard | Tick]:
        """What is in sight."""
        return self.ticks.cards if self.ticks is not None else {}

    def values(self) -> tuple[str, ...]:
        """What is ticked, in sight or not: the usual ones first, then in the order they were ticked."""
        known = [one.value for one in self._usual if one.value in self._ticked]
        return tuple(dict.fromkeys((*known, *self._ticked)))

    def set_values(self, values: Iterable[str]) -> None:
        """Tick exactly these, without telling anyone."""
        self._ticked = dict.fromkeys(values)
        self._show()

    def focus_first(self) -> None:
        if self.ticks is not None:
            self.ticks.focus_first()

    # -- showing -------------------------------------------------------------------------------------

    def _narrow(self) -> None:
        self._show()
        count = len(self.cards)
        announce(self, ngettext("{n} found", "{n} found", count).format(n=count))

    def _show_all(self) -> None:
        first = self._hidden()[0].value
        self._all = True
        self._show()
        QTimer.singleShot(0, self.cards[first], self.cards[first].setFocus)

    def _hidden(self) -> list[Option]:
        return [] if self._all else [one for one in self._usual[AT_ONCE:] if one.value not in self._ticked]

    def _options(self) -> list[Option]:
        """What fits the words typed; else the usual ones, and whatever else is ticked."""
        typed = " ".join(self.search.text().split())
        if typed:
            return self._found(typed)
        shown = [one for one in self._usual if one not in self._hidden()]
        own = [one for one in self._ticked if one not in {option.value for option in shown}]
        return [*shown, *(self._option(one) for one in own)]

    def _found(self, typed: str) -> list[Option]:
        wanted = typed.casefold()
        found = [self._option(one.id) for one in self._heads if wanted in one.name.casefold() or wanted == one.id]
        if read.network_of(self._library, typed) in {one.value for one in found} | self._there:
            return found[:AT_ONCE]
        return [*found[: AT_ONCE - 1], Option(typed, typed, _("Checks that fit any network"), letter=typed[:1].upper())]

    def _option(self, network: str) -> Option:
        name = read.network_name(self._library, network)
        return Option(network, name, letter=name[:1].upper())

    def _show(self) -> None:
        before, options = self.ticks, self._options()
        self.ticks = Ticks(self._label, options, columns=3, show_label=False)
        self.ticks.set_values(self._ticked)
        self.ticks.changed.connect(self._on_ticked)
        self._place.addWidget(self.ticks)
        if before is not None:
            before.hide()
            before.deleteLater()
        self._say_chosen()
        self._say_known()
        rest = len(self._hidden()) if not self.search.text().strip() else 0
        self.more.setText(ngettext("Show {n} more", "Show {n} more", rest).format(n=rest))
        self.more.setVisible(rest > 0)

    def _say_chosen(self) -> None:
        """What is ticked and out of sight."""
        away = [read.network_name(self._library, one) for one in self.values() if one not in self.cards]
        self.chosen.setText(_("You chose as well: {names}.").format(names=", ".join(away)) if away else "")
        self.chosen.setVisible(bool(away))

    def _say_known(self) -> None:
        typed = read.network_of(self._library, self.search.text())
        have = typed if typed in self._there else ""
        name = read.network_name(self._library, have)
        self.known.setText(_("You have added {name} already.").format(name=name) if have else "")
        self.known.setVisible(bool(have))

    def _on_ticked(self) -> None:
        on = set(self.ticks.values()) if self.ticks is not None else set()
        away = [one for one in self._ticked if one not in self.cards]
        self._ticked = dict.fromkeys([*away, *(one for one in self._ticked if one in on), *on])
        self._say_chosen()
        self.changed.emit()
