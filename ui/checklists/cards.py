"""The person's own networks: a card for each, in the order in which they want the person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint import checklists
from footprint.checklists import NetworkFile, Problem, Progress, network_line
from footprint.i18n import _, ngettext
from ui.checklists import words
from ui.checklists.now import Overview
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.layout import vbox
from ui.kit.progress import Progress as Bar
from ui.kit.rows import RowButton
from ui.kit.text import PlainLabel
from ui.kit.theme import space

# So many of the person's networks have a card; the others a row each.
CARDS = 8
# A card whose first line is a whole row: the row brings its own room at the sides.
ROW_CARD = (8, 8, 8, 18)


class NetworkCard(Card):
    """One network of the person's: its row, its bar, what its steps rest on, and how to carry on."""

    def __init__(self, one: Progress, network: NetworkFile, overview: Overview, *, first: bool) -> None:
        super().__init__()
        self.network = one.network
        space(self.body, 6, ROW_CARD)
        pill, tone = words.status(one, overview.today)
        self.row = RowButton(one.name, words.meta(one), pill, tone, letter=one.name[:1], last=True)
        self.add(self.row)
        under = vbox(spacing=10, margins=(12, 0, 12, 0))
        self.add(under)
        bar = Bar(_("{name} checks").format(name=one.name), bare=True)
        bar.show(one.dealt_with, one.total, words.done_of(one))
        under.addWidget(bar)
        stopped = checklists.stopped_in_words(one)
        if stopped:
            under.addWidget(PlainLabel(stopped, "body"))
        self.carry_on = Btn(words.next_step(one), "primary" if first else "secondary")
        self.carry_on.setAccessibleName(_("{verb}: {name}").format(verb=words.next_step(one), name=one.name))
        self.more = Btn(_("More about {name}").format(name=one.name), "quiet")
        under.addWidget(ButtonRow(self.carry_on, self.more, gap=8))
        under.addWidget(PlainLabel(_foot(one, network), "small", "text2"))


class NetworkList(QWidget):
    """What "Mine" shows. `walk` carries on with a network, `about` shows its own page."""

    walk = Signal(str)
    about = Signal(str)
    phone = Signal()
    add_account = Signal()

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self.overview = overview
        self.cards: list[NetworkCard] = []
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        if not overview.mine:
            self._nothing()
        for at, one in enumerate(overview.mine[:CARDS]):
            self._add_card(one, overview.files[one.network], first=at == 0)
        self._further_rows(overview.mine[CARDS:])
        if overview.on_phone:
            self._on_phone()

    @property
    def primary(self) -> Btn | None:
        return self.cards[0].carry_on if self.cards else None

    def _nothing(self) -> None:
        button = Btn(_("Add an account"), "primary")
        button.clicked.connect(self.add_account)
        title, said = (
            _("No accounts yet"),
            _("Add the networks you use, and their checks show here. It takes a minute."),
        )
        self._column.addWidget(EmptyState("checklist", title, said, button))

    def _add_card(self, one: Progress, network: NetworkFile, *, first: bool) -> None:
        card = NetworkCard(one, network, self.overview, first=first)
        card.row.clicked.connect(lambda: self.walk.emit(card.network))
        card.carry_on.clicked.connect(lambda: self.walk.emit(card.network))
        card.more.clicked.connect(lambda: self.about.emit(card.network))
        self.cards.append(card)
        self._column.addWidget(card)

    def _further_rows(self, rest: Sequence[Progress]) -> None:
        """The networks beyond the first few, a row each: they are the ones that want the person least."""
        rows = []
        for one in rest:
            pill, tone = words.status(one, self.overview.today)
            row = RowButton(one.name, words.meta(one), pill, tone, letter=one.name[:1], last=one is rest[-1])
            row.clicked.connect(lambda _on=False, network=one.network: self.walk.emit(network))
            rows.append(row)
        if rows:
            self._column.addWidget(_row_card(*rows))

    def _on_phone(self) -> None:
        count = self.overview.on_phone
        said = ngettext(
            "{n} check is only in a phone app. See it on one page you can print.",
            "{n} checks are only in a phone app. See them on one page you can print.",
            count,
        ).format(n=count)
        row = RowButton(_("On my phone"), said, icon="checklist")
        row.clicked.connect(self.phone)
        self.phone_row = row
        row.set_last(True)
        self._column.addWidget(_row_card(row))


def _foot(one: Progress, network: NetworkFile) -> str:
    """What its steps rest on; a network nobody here knows says that these checks fit any."""
    if not words.is_general(network):
        return network_line(network)
    return _("We have no steps for {name} itself yet. These checks fit any network.").format(name=one.name)


def _row_card(*rows: QWidget) -> Card:
    card = Card()
    space(card.body, 0, (8, 8, 8, 8))
    for row in rows:
        card.add(row)
    return card


class FaultyFiles(Banner):
    """Names each file with a fault and its first place; the other checklists are there all the same."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = {one.file: one for one in reversed(problems)}
        title = ngettext("{n} checklist could not be read", "{n} checklists could not be read", len(first))
        said = [str(one) for one in sorted(first.values(), key=lambda one: one.file)]
        words_ = "\n".join([*said, _("All the other checklists are here.")])
        super().__init__("warn", title.format(n=len(first)), words_)
