"""Saved filters: what each shows; renamed, hidden, deleted, and one of them the list opens with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from footprint.checklists import Kind
from footprint.i18n import _
from footprint.log import sets, views
from footprint.log.views import View as Filter
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Columns
from ui.kit.lists import PagedRows, RowLook
from ui.kit.text import Heading, PlainLabel
from ui.log.lists.list_card import FittingList, ListCard
from ui.log.lists.name_sheet import NameSheet
from ui.log.view import View


class _Told(NamedTuple):
    filters: tuple[Filter, ...]
    words: tuple[str, ...]


class SavedCard(Card):
    """The one that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading("", "h2")
        self.words = PlainLabel("", "body", "text2")
        self.show_list = Btn(_("Show these"), "primary")
        self.opens = Btn("")
        self.rename = Btn(_("Rename…"), icon="edit")
        self.hide_it = Btn("", icon="eye_off")
        self.delete = Btn(_("Delete"), icon="trash")
        self.add(self.heading)
        self.add(self.words)
        self.add(ButtonRow(self.show_list, self.opens, self.rename, self.hide_it, self.delete))

    def show_filter(self, one: Filter, words: str) -> None:
        self.heading.setText(one.name)
        self.words.setText(words)
        self.opens.setText(_("Open the list as usual") if one.opens else _("Open the list with this"))
        self.hide_it.setText(_("Offer it again") if one.hidden else _("Hide it"))
        self.hide_it.set_icon("eye" if one.hidden else "eye_off")
        self.rename.setVisible(not one.made)
        self.delete.setVisible(not one.made)
        self.hide_it.setVisible(one.made or one.hidden)


class SavedView(View):
    """All of them in a list; the chosen one beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told = _Told((), ())
        self._chosen = ""
        self.sheet: NameSheet | None = None
        self._looks: list[RowLook] = []
        self.rows = PagedRows(lambda offset, limit: self._looks[offset : offset + limit], 0, self)
        self.list = FittingList(self.rows, _("Saved filters"))
        self.list.chosen.connect(self._choose)
        listed = ListCard(self.rows)
        listed.show_list(self.list)
        self.card = SavedCard()
        self.parts: QWidget = Columns([listed, self.card], ratio=[3, 2])
        self.parts.hide()
        self.body.addWidget(self.parts)
        self.body.addStretch(1)
        self.card.show_list.clicked.connect(self._show_list)
        self.card.opens.clicked.connect(self._open_with)
        self.card.rename.clicked.connect(self._ask_name)
        self.card.hide_it.clicked.connect(self._hide)
        self.card.delete.clicked.connect(self._delete)
        self.primary = self.card.show_list

    def show_at(self, **details: object) -> None:
        """`view`: the one to begin with."""
        self._chosen = str(details.get("view") or self._chosen)
        self.headed.emit(_("Saved filters"), _("Choose one to see what it shows."))

    def reload(self) -> None:
        networks = {one.id: one.name for one in self.desk.bench.checklists.heads(Kind.NETWORK)}

        def look() -> _Told:
            names = {one.id: one.name for one in sets.all_sets(self.vault)}
            found = views.views(self.vault, hidden=True)
            return _Told(found, tuple(views.query_words(one.query, networks=networks, sets=names) for one in found))

        self.desk.read(lambda _task: look(), self._show)

    def _show(self, told: _Told) -> None:
        self._told = told
        self._looks = [_look(one, words) for one, words in zip(told.filters, told.words, strict=True)]
        self.rows.reload(len(self._looks))
        self.parts.show()
        self._choose(self._chosen)

    def _choose(self, key: str) -> None:
        at = next((n for n, one in enumerate(self._told.filters) if one.id == key), 0)
        one = self._told.filters[at]
        self._chosen = one.id
        if self.list.currentIndex().row() != at:
            self.list.select_key(one.id, at)
        self.card.show_filter(one, self._told.words[at])

    @property
    def _one(self) -> Filter:
        return next(one for one in self._told.filters if one.id == self._chosen)

    def _show_list(self) -> None:
        self.asked.emit("list", {"query": self._one.query})

    def _open_with(self) -> None:
        one = self._one
        wanted = "" if one.opens else one.id
        said = _("The list opens as usual") if one.opens else _("The list opens with this filter")
        self._run(lambda: views.open_with(self.vault, wanted), lambda _view: said)

    def _ask_name(self) -> None:
        one = self._one
        self.sheet = NameSheet(self.window(), _("Rename the filter"), name=one.name)
        self.sheet.named.connect(
            lambda name: self._run(lambda: views.rename(self.vault, one.id, name), lambda _view: _("Saved"))
        )
        self.sheet.open()

    def _hide(self) -> None:
        one = self._one
        said = _("It is offered again") if one.hidden else _("It is hidden")
        self._run(lambda: views.hide(self.vault, one.id, not one.hidden), lambda _view: said)

    def _delete(self) -> None:
        one = self._one
        self.list.setFocus()
        self._run(
            lambda: views.delete(self.vault, one.id),
            lambda _view: _("The filter “{name}” is deleted").format(name=one.name),
        )

    def _run(self, work: Callable[[], Done[Any]], said: Callable[[Any], str]) -> None:
        self.desk.run(Operation(lambda _task: work(), changes=Changes(items=True), said=said))


def _look(one: Filter, words: str) -> RowLook:
    pill = _("Opens the list") if one.opens else _("Hidden") if one.hidden else ""
    return RowLook(one.name, words, pill, "neutral", key=one.id)
