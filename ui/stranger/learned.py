"""The card "What a stranger could learn": what was seen, what was not, and what nobody looked at, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import Look, Seen
from footprint.dates import number
from footprint.i18n import _
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Columns, Fold, hbox, vbox
from ui.kit.rows import RowButton
from ui.kit.text import BoldText, Heading, IconLabel, PlainLabel
from ui.kit.theme import px, space
from ui.stranger import words
from ui.stranger.now import Now

_ICONS = {Seen.SEEN: ("eye", "warn"), Seen.NOT_SEEN: ("eye_off", "ok"), Seen.NOT_LOOKED: ("circle", "text2")}
EARLIER_AT_ONCE = 12


def line(seen: Seen, title: str, second: str = "") -> QWidget:
    """One thing with the icon of its group before it; the heading above says the same in words."""
    name, tint = _ICONS[seen]
    icon = IconLabel(name, tint, 20)
    told = vbox(PlainLabel(title, "label"), spacing=0)
    if second:
        told.addWidget(PlainLabel(second, "small", "text2"))
    row = hbox(icon, told, spacing=10)
    row.setAlignment(icon, Qt.AlignmentFlag.AlignTop if second else Qt.AlignmentFlag.AlignVCenter)
    row.setStretch(1, 1)
    made = QWidget()
    made.setLayout(row)
    return made


class LearnedCard(Card):
    """One look in three groups. With `buttons`, what can be seen has one that logs it; `items` are still in the log."""

    logged = Signal(object)  # Sign
    shown = Signal(str)  # the item to go to

    def __init__(self, title: str, look: Look, *, items: frozenset[str] = frozenset(), buttons: bool = False) -> None:
        super().__init__("plain" if buttons else "sunken", title)
        self.look = look
        space(self.body, 8, (20, 18, 20, 18))
        self.log_buttons: dict[Sign, Btn] = {}
        self._items: dict[Sign, str] = {}
        self.add(PlainLabel(stranger.learned_in_words(look)))
        for seen in Seen:
            self._group(seen, items if buttons else None)

    def _group(self, seen: Seen, items: frozenset[str] | None) -> None:
        signs = self.look.with_seen(seen)
        if not signs:
            return
        title = _("{group}: {n}").format(group=words.group(seen), n=number(len(signs)))
        heading = Heading(title, "h3")
        self.body.addSpacing(px(6))
        self.add(heading)
        for sign in signs:
            mark = self.look.marks[sign]
            row = line(seen, stranger.label(sign), mark.note if seen is Seen.SEEN else "")
            if items is not None and seen is Seen.SEEN:
                row.layout().addWidget(self._button(sign))
                self._show_item(sign, mark.item_id if mark.item_id in items else "")
            self.add(row)

    def _button(self, sign: Sign) -> Btn:
        button = self.log_buttons[sign] = Btn("", "quiet")
        button.set_ending()
        button.clicked.connect(lambda: self._press(sign))
        return button

    def _show_item(self, sign: Sign, item: str) -> None:
        self._items[sign] = item
        button = self.log_buttons[sign]
        button.setText(_("On my list") if item else _("Log it"))
        button.setAccessibleName(f"{button.text()}: {stranger.label(sign)}")
        button.updateGeometry()

    def show_items(self, look: Look) -> None:
        """Something was logged from this look just now."""
        for sign in self.log_buttons:
            self._show_item(sign, self._items[sign] or look.marks[sign].item_id)

    def _press(self, sign: Sign) -> None:
        item = self._items[sign]
        if item:
            self.shown.emit(item)
        else:
            self.logged.emit(sign)


class Learned(QWidget):
    """Everything under the heading: what changed, the card, the one before it, and what to do next."""

    logged = Signal(object)
    shown = Signal(str)
    settings = Signal()
    change = Signal()
    again = Signal()
    forget = Signal()
    earlier = Signal(str)

    def __init__(self, now: Now) -> None:
        super().__init__()
        self.now = now
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self.changed: Card | None = None
        if now.before is not None:
            self._say_changes(now.before)
        self._cards()
        self._next()
        self._earlier()

    def _say_changes(self, before: Look) -> None:
        told = stranger.compare(before, self.now.look)
        self.changed = Card("hero", _("Since {day}").format(day=words.day(before)))
        if not (told.new or told.gone or told.first_seen):
            self.changed.add(PlainLabel(_("Nothing new can be seen of what you looked at.")))
        for change, what in stranger.changes(told):
            self.changed.add(BoldText(_("**{change}**: {what}.").format(change=change, what=what)))
        self._column.addWidget(self.changed)

    def _cards(self) -> None:
        now = self.now
        self.card = LearnedCard(_("What a stranger could learn"), now.look, items=now.items, buttons=True)
        self.card.logged.connect(self.logged)
        self.card.shown.connect(self.shown)
        self.last: LearnedCard | None = None
        if now.before is None:
            self.card.add(PlainLabel(_("Next time you look, you see here what has changed."), "small", "text2"))
            self._column.addWidget(self.card)
            return
        self.last = LearnedCard(_("Last time, on {day}").format(day=words.day(now.before)), now.before)
        self._column.addWidget(Columns([self.card, self.last], [3, 2], min_width=760, spacing=16))

    def _next(self) -> None:
        card = Card(title=_("What to do next"))
        said = _("The settings of {name} decide what strangers see. The checklist takes you through them.")
        card.add(PlainLabel(said.format(name=self.now.network.name)))
        self.settings_button = self._button(_("Open the checklist"), "checklist", self.settings, "primary")
        self.change_button = self._button(_("Change my ticks"), "edit", self.change)
        self.again_button = self._button(_("Look again"), "refresh", self.again)
        card.add(ButtonRow(self.settings_button, self.change_button, self.again_button))
        self.forget_button = self._button(_("Forget this look"), "trash", self.forget, "quiet")
        card.add(self.forget_button)
        self._column.addWidget(card)

    def _button(self, said: str, icon: str, signal: Signal, kind: str = "secondary") -> Btn:
        button = Btn(said, kind, icon)
        button.clicked.connect(signal)
        return button

    def _earlier(self) -> None:
        looks = self.now.earlier[:EARLIER_AT_ONCE]
        if not looks:
            return
        card = Card()
        space(card.body, 4, (20, 8, 20, 8))
        fold = Fold(_("Other looks at {name}").format(name=self.now.name))
        self.fold = fold

        def fill(is_open: bool) -> None:
            if is_open and not fold.body.count():
                for one in looks:
                    row = RowButton(words.day(one), stranger.counted(one), last=one is looks[-1])
                    row.clicked.connect(lambda _on=False, key=one.id: self.earlier.emit(key))
                    fold.body.addWidget(row)

        fold.toggled.connect(fill)
        card.add(fold)
        self._column.addWidget(card)
