"""The cards of the page of pictures: one picture on several accounts, whose a profile is, and how to report it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footprint.dates import day_in_words, number
from footprint.i18n import _, ngettext
from footprint.search.likeness import GUIDANCE, Group, Meeting, Route, Standing
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Columns, Flow, Fold
from ui.kit.paint import begin
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.square import Square
from ui.kit.text import BoldText, Heading, PlainLabel
from ui.kit.theme import colour, px, space
from ui.search.likeness.tiles import Pair, PictureTile, Thumb
from ui.search.likeness.words import Shown, pill_of, profile_title, tile_words
from ui.search.wording import shown_address

MOST_TILES, MOST_ROWS = 24, 30
_FIRST_ROWS = 5


class GroupCard(Card):
    """The same picture on two accounts or more: where, why it matters, and what to do."""

    check_asked = Signal(str, str)  # network, check
    guidance_asked = Signal(str)

    def __init__(self, group: Group, shown: Shown) -> None:
        title = ngettext("1 picture, {n} account", "1 picture, {n} accounts", len(group.places))
        super().__init__(title=title.format(n=number(len(group.places))))
        words = QWidget()
        column = QVBoxLayout(words)
        space(column, 8)
        column.addWidget(PlainLabel(group.sentence))
        column.addWidget(PlainLabel(group.why))
        column.addWidget(PlainLabel(_("Use another picture on each account you want to keep apart."), "label"))
        column.addStretch(1)
        thumbs = [
            Thumb(_("The picture, copy {n}").format(n=number(at)), shown.copy_of(one), 96)
            for at, one in enumerate(group.pictures[:3], 1)
        ]
        self.add(Columns([Flow(thumbs, 96, 8, most=3), words], [2, 5], 560, 16))
        buttons = []
        for place in group.places[:3]:
            if place.check:
                name = _("Check {place}").format(place=place.words)
                button = Btn(name, icon="checklist")
                button.clicked.connect(
                    lambda _on=False, one=place: self.check_asked.emit(one.account.network, one.check)
                )
                buttons.append(button)
        why = Btn(_("What the guidance says"), "quiet", "book")
        why.clicked.connect(lambda: self.guidance_asked.emit(GUIDANCE))
        self.add(ButtonRow(*buttons, why))


class AskCard(Card):
    """“Is this profile yours?” with both pictures."""

    mine = Signal()
    not_mine = Signal()
    opened = Signal()

    def __init__(self, meeting: Meeting, shown: Shown) -> None:
        super().__init__(title=_("Is this profile yours?"))
        words = QWidget()
        column = QVBoxLayout(words)
        space(column, 6)
        column.addWidget(Heading(meeting.found.title, "h3"))
        column.addWidget(PlainLabel(shown_address(meeting.found.finding.address), "small", "text2"))
        column.addWidget(PlainLabel(meeting.sentence))
        column.addWidget(PlainLabel(_("It is not among the accounts you told us about."), colour="text2"))
        column.addStretch(1)
        pair = Pair((_("On this profile"), shown.copy_of(meeting.portrait)), (_("Yours"), shown.copy_of(meeting.own)))
        self.add(Columns([pair, words], [1, 2], 560, 16))
        self.yes = Btn(_("It is mine"), "secondary", "check")
        self.no = Btn(_("It is not mine"), "secondary", "close")
        look = Btn(_("Open it"), "quiet", "external")
        self.yes.clicked.connect(self.mine)
        self.no.clicked.connect(self.not_mine)
        look.clicked.connect(self.opened)
        self.add(ButtonRow(self.yes, self.no, look))


class ImpostorCard(Card):
    """What to do about a profile that pretends to be them, in order."""

    listed = Signal()
    page_asked = Signal(str)
    copied = Signal(str)
    asked_again = Signal()

    def __init__(self, meeting: Meeting, route: Route, shown: Shown, *, main: bool = False) -> None:
        """`main`: its first button is the main one of the page, unless the profile is on the list already."""
        super().__init__(title=_("This profile pretends to be you"))
        self.add(PlainLabel(f"{profile_title(meeting)}. {meeting.sentence}", colour="text2"))
        self.add(PlainLabel(shown_address(meeting.found.finding.address), "small", "text2"))
        on_list = meeting.found.finding.id in shown.items
        for at, step in enumerate(route.steps, 1):
            self.body.addSpacing(px(6))
            self.add(Heading(_("{n}. {what}").format(n=number(at), what=step.title), "h3"))
            for line in step.lines:
                self.add(_dotted(line))
            if step.note:
                self.add(PlainLabel(step.note, "small", "text2"))
            if at == 1:
                self.on_list = Btn(
                    _("See it on my list") if on_list else _("Put it on my list"),
                    "primary" if main and not on_list else "secondary",
                    "right" if on_list else "plus",
                )
                self.on_list.clicked.connect(self.listed)
                self.add(ButtonRow(self.on_list))
            elif at == 2:
                self._add_report(route)
        again = Btn(_("It is mine after all"), "quiet", "undo")
        again.clicked.connect(self.asked_again)
        self.add(ButtonRow(again))

    def _add_report(self, route: Route) -> None:
        buttons = []
        if route.link:
            report = Btn(_("Open the report page"), "secondary", "external")
            report.clicked.connect(lambda: self.page_asked.emit(route.link))
            buttons.append(report)
        copy = Btn(_("Copy what to say"), "secondary", "copy")
        copy.clicked.connect(lambda: self.copied.emit(route.words))
        self.add(ButtonRow(*buttons, copy))
        fold = Fold(_("What to say, and where this comes from"))
        fold.body.addWidget(PlainLabel(route.words, "small"))
        if route.certain and route.verified is not None:
            day = day_in_words(route.verified)
            words = _("Source: {source}. Last seen on {day}.").format(source=route.source.rstrip("."), day=day)
        else:
            words = _("Nobody has checked how {network} takes such reports. These steps fit most sites.").format(
                network=route.network_name
            )
        fold.body.addWidget(PlainLabel(words, "small", "text2"))
        self.add(fold)


class _Dot(Square):
    """The small mark before one of several lines that need no order."""

    def __init__(self) -> None:
        super().__init__(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("text2"))
        painter.drawEllipse(QRectF(self.rect()).center(), px(2.5), px(2.5))
        painter.end()


def _dotted(words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    space(row, 8)
    row.addWidget(_Dot(), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(BoldText(words), 1)
    return row


class MineCard(Card):
    """The person's own pictures as a grid, and ways to add more."""

    tile_asked = Signal(str, str)  # id, title
    choose_asked = Signal()
    paste_asked = Signal()

    def __init__(self, shown: Shown, *, main: bool) -> None:
        super().__init__(title=_("Pictures you use"))
        standing = shown.standing
        self.tiles: dict[str, PictureTile] = {}
        for at, one in enumerate(standing.mine[:MOST_TILES], 1):
            title, second = tile_words(at, one, standing)
            tile = PictureTile(title, second, shown.copy_of(one), warn=not one.accounts)
            tile.setObjectName(f"tile {one.id}")
            tile.clicked.connect(lambda _on=False, key=one.id, words=title: self.tile_asked.emit(key, words))
            self.tiles[one.id] = tile
        self.add(Flow(list(self.tiles.values()), 132, 16, most=6))
        more = len(standing.mine) - MOST_TILES
        if more > 0:
            words = ngettext("{n} more is kept and compared.", "{n} more are kept and compared.", more)
            self.add(PlainLabel(words.format(n=number(more)), "small", "text2"))
        self.add(
            PlainLabel(_("Drop more pictures here, or choose files. They stay on this computer."), "small", "text2")
        )
        self.choose = Btn(_("Choose pictures"), "primary" if main else "secondary", "plus")
        self.choose.clicked.connect(self.choose_asked)
        paste = Btn(_("Paste a picture"), "quiet", "copy")
        paste.clicked.connect(self.paste_asked)
        self.add(ButtonRow(self.choose, paste))


class FoundCard(RowsCard):
    """Profiles with the person's name, with what their pictures say."""

    row_asked = Signal(str)  # id of the result
    fetch_asked = Signal()

    def __init__(self, shown: Shown, can_fetch: int) -> None:
        super().__init__(_("Profiles with your name"))
        self.add_beside(
            PlainLabel(
                _("From your results. Their pictures are compared with yours, on this computer."), colour="text2"
            )
        )
        rows = [self._row(one) for one in _listed(shown.standing)]
        for row in rows[:_FIRST_ROWS]:
            self.add(row)
        self.fold: Fold | None = None
        if len(rows) > _FIRST_ROWS:
            more = len(rows) - _FIRST_ROWS
            self.fold = Fold(ngettext("{n} more profile", "{n} more profiles", more).format(n=number(more)))
            for row in rows[_FIRST_ROWS:]:
                self.fold.body.addWidget(row)
            self.add_beside(self.fold)
        if rows:
            rows[-1].set_last(True)
        self.fetch: Btn | None = None
        if can_fetch and not shown.offline:
            words = ngettext("Fetch {n} picture", "Fetch {n} pictures", can_fetch).format(n=number(can_fetch))
            self.fetch = Btn(words, "secondary", "download")
            self.fetch.clicked.connect(self.fetch_asked)
            self.add_beside(
                PlainLabel(_("You see first what would be asked. The others you add by hand."), "small", "text2")
            )
            self.add_beside(ButtonRow(self.fetch))
        elif can_fetch:
            self.add_beside(
                PlainLabel(
                    _("The internet is switched off in Settings. You can still add pictures by hand."), "small", "text2"
                )
            )

    def _row(self, one: Meeting) -> RowButton:
        pill, tone = pill_of(one)
        row = RowButton(profile_title(one), one.sentence, pill, tone, icon="accounts")
        row.setObjectName(f"profile {one.found.finding.id}")
        row.clicked.connect(lambda _on=False, key=one.found.finding.id: self.row_asked.emit(key))
        return row


def _listed(standing: Standing) -> Sequence[Meeting]:
    return standing.meetings[:MOST_ROWS]
