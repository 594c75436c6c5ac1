"""What is listed twice, to be put into one; and one picture in several places."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from footprint import dates, log
from footprint.i18n import _, ngettext
from footprint.log import Item, duplicates, sets
from footprint.log.duplicates import Together
from footprint.tasks import Task
from footprint.vault import Vault
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.layout import hbox
from ui.kit.lists import PagedRows, RowLook
from ui.kit.progress import Working
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.log.lists.list_card import BESIDE_ROWS, CARD_OF_ROWS, FittingList
from ui.log.view import View
from ui.page import clear

SHOWN = 10


class _Found(NamedTuple):
    """The first groups with their items, the one that is best kept first of those that are one thing."""

    groups: tuple[tuple[Together, tuple[Item, ...], str], ...]  # with the group made by hand that all of them are in
    total: int


def look(task: Task, vault: Vault) -> _Found:
    """Reads every address and every small picture."""
    found = duplicates.duplicates(vault)
    groups = []
    for one in found[:SHOWN]:
        task.check()
        keep = duplicates.best(vault, one.ids) if one.same else one.ids[0]
        ids = (keep, *(item for item in one.ids if item != keep))
        groups.append((one, tuple(log.get(vault, item) for item in ids), _set_of_all(vault, ids)))
    return _Found(tuple(groups), len(found))


class TogetherCard(Card):
    """One group. Its rows open; those that are one thing can be put into the first."""

    chosen = Signal(str)
    merged = Signal(tuple)  # ids, the one to keep first
    grouped = Signal(tuple)  # ids
    set_asked = Signal(str)

    def __init__(
        self, group: Together, items: tuple[Item, ...], today_words: tuple[str, ...], *, set_id: str = ""
    ) -> None:
        """`set_id`: the group made by hand that all of them are in already."""
        super().__init__()
        ids = tuple(one.id for one in items)
        title = _("The same thing, listed {n} times") if group.same else _("One picture in {n} places")
        self.heading = Heading(title.format(n=len(items)), "h2")
        self.why = PlainLabel(
            _("They have the same address. The first one stays, and takes in all the others have.")
            if group.same
            else _("Each place has to be asked by itself. The pictures look alike, so look for yourself."),
            "body",
            "text2",
        )
        looks = [_look(one, words) for one, words in zip(items, today_words, strict=True)]
        self.rows = PagedRows(lambda offset, limit: looks[offset : offset + limit], 0, self)
        self.list = FittingList(self.rows, self.heading.text())
        self.list.chosen.connect(self.chosen)
        self.rows.reload(len(looks))
        space(self.body, 6, CARD_OF_ROWS)
        self.add(hbox(self.heading, margins=BESIDE_ROWS))
        self.add(hbox(self.why, margins=BESIDE_ROWS))
        self.add(self.list)
        self.put = Btn(_("Put them into one"))
        self.put.setAccessibleName(f"{self.put.text()}. {items[0].title}")
        self.put.clicked.connect(lambda: self.merged.emit(ids))
        self.make = Btn(_("Make a group of them"))
        self.make.setAccessibleName(f"{self.make.text()}. {items[0].title}")
        self.make.clicked.connect(lambda: self.grouped.emit(ids))
        self.see = Btn(_("See the group"))
        self.see.setAccessibleName(f"{self.see.text()}. {items[0].title}")
        self.see.clicked.connect(lambda: self.set_asked.emit(set_id))
        buttons = ButtonRow(self.put, self.make, self.see)
        self.add(hbox(buttons, margins=(12, 0, 12, 8)))
        self.put.setVisible(group.same)
        self.make.setVisible(not group.same and not set_id)
        self.see.setVisible(not group.same and bool(set_id))


class TogetherView(View):
    """All groups, those that are one thing first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cards: tuple[TogetherCard, ...] = ()
        self.working = Working(_("Looking through your list…"))
        self.more = PlainLabel("", "body", "text2")
        self.nothing: QWidget = EmptyState(
            "checklist",
            _("Nothing is listed twice"),
            _("If the same page or picture is there more than once, you see it here."),
        )
        self._cards = QVBoxLayout()
        space(self._cards, 16)
        self.body.addWidget(self.working)
        self.body.addLayout(self._cards)
        for part in (self.more, self.nothing):
            part.hide()
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_at(self, **details: object) -> None:
        self._head(0)

    def reload(self) -> None:
        job = self.desk.read(lambda task: look(task, self.vault), self._show)
        self.working.follow(job)

    def _head(self, total: int) -> None:
        line = ""
        if total:
            line = ngettext(
                "{n} group found. Nothing in them gets lost.", "{n} groups found. Nothing in them gets lost.", total
            )
            line = line.format(n=total)
        self.headed.emit(_("Listed twice"), line)

    def _show(self, found: _Found) -> None:
        held = any(card.isAncestorOf(focus) for card in self.cards if (focus := QApplication.focusWidget()) is not None)
        clear(self._cards)
        today, cards = dates.local_day(self.vault.now()), []
        for group, items, set_id in found.groups:
            card = TogetherCard(group, items, tuple(one.status(today).label for one in items), set_id=set_id)
            card.grouped.connect(self._group)
            card.set_asked.connect(lambda key: self.asked.emit("list", {"set": key}))
            card.chosen.connect(lambda key: self.asked.emit("item", {"item": key}))
            card.merged.connect(self._merge)
            self._cards.addWidget(card)
            cards.append(card)
        self.cards = tuple(cards)
        left = found.total - len(cards)
        self.more.setText(ngettext("And {n} more.", "And {n} more.", max(1, left)).format(n=left))
        self.more.setVisible(left > 0)
        self.nothing.setVisible(not cards)
        self._head(found.total)
        if held and cards:
            first = cards[0]
            next((one for one in (first.put, first.make) if one.isVisibleTo(self)), first.list).setFocus()

    def _group(self, ids: tuple[str, ...]) -> None:
        self.desk.run(
            Operation(
                lambda _task: sets.make(self.vault, ids),
                changes=Changes(items=True),
                said=lambda one: _("In the group “{name}”").format(name=one.name[:60]),
            )
        )

    def _merge(self, ids: tuple[str, ...]) -> None:
        keep, *others = ids
        self.desk.run(
            Operation(
                lambda _task: duplicates.merge(self.vault, keep, others),
                changes=Changes(items=True),
                said=lambda item: _("Put into one: {title}").format(title=item.title[:60]),
            )
        )


def _set_of_all(vault: Vault, ids: tuple[str, ...]) -> str:
    """The group made by hand that every one of them is in."""
    found = [sets.set_of(vault, one) for one in ids]
    first = found[0]
    return first.id if first is not None and all(one is not None and one.id == first.id for one in found) else ""


def _look(item: Item, status: str) -> RowLook:
    where = item.address or item.place
    return RowLook(title=item.title, meta=where, pill=status, tone="neutral", key=item.id)
