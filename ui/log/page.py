"""“To remove”: one place with several views, of which one is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea

from footprint.i18n import _
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.log.view import View
from ui.page import Page


def _list(desk: Desk) -> View:
    from ui.log.lists.listing import ListView

    return ListView(desk)


def _item(desk: Desk) -> View:
    from ui.log.item import ItemView

    return ItemView(desk)


def _add(desk: Desk) -> View:
    from ui.log.form import FormView

    return FormView(desk)


def _deleted(desk: Desk) -> View:
    from ui.log.lists.deleted import DeletedView

    return DeletedView(desk)


def _note(desk: Desk) -> View:
    from ui.log.letters.note import NoteView

    return NoteView(desk)


def _recheck(desk: Desk) -> View:
    from ui.log.recheck_all import RecheckView

    return RecheckView(desk)


def _together(desk: Desk) -> View:
    from ui.log.together import TogetherView

    return TogetherView(desk)


def _outcome(desk: Desk) -> View:
    from ui.log.outcome_view import OutcomeView

    return OutcomeView(desk)


def _timeline(desk: Desk) -> View:
    from ui.log.timeline import TimelineView

    return TimelineView(desk)


def _saved(desk: Desk) -> View:
    from ui.log.lists.saved import SavedView

    return SavedView(desk)


def _export(desk: Desk) -> View:
    from ui.log.exports.view import ExportView

    return ExportView(desk)


def _import(desk: Desk) -> View:
    from ui.log.exports.take_in import TakeInView

    return TakeInView(desk)


VIEWS: dict[str, Callable[[Desk], View]] = {
    "list": _list,
    "item": _item,
    "add": _add,
    "deleted": _deleted,
    "note": _note,
    "recheck": _recheck,
    "together": _together,
    "outcome": _outcome,
    "timeline": _timeline,
    "saved": _saved,
    "export": _export,
    "import": _import,
}


class LogPage(Page):
    """The list, a thing, the form, a note, the deleted, looking again; each is built when first shown, then kept."""

    watches: ClassVar[Changes] = Changes(items=True)
    help_topic: ClassVar[str] = "remove"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("To remove"))
        self._views: dict[str, View] = {}
        self.name = ""
        self._add = Btn(_("Add something"), "primary", icon="plus")
        self._add.clicked.connect(lambda: self.show_view("add", fresh=True))
        self._to_list = Btn(_("Back to the list"), icon="left")
        self._to_list.clicked.connect(self.back)
        self.add_action(self._add)
        self.add_action(self._to_list)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(lambda: self.view.paste())
        self.show_view("list")

    @property
    def view(self) -> View:
        """The view in front."""
        return self._views[self.name]

    def reload(self) -> None:
        self.view.reload()

    def to_take(self) -> str:
        from ui.log.item import ItemView

        return self.view.to_take() if isinstance(self.view, ItemView) else ""

    def show_at(self, **details: object) -> None:
        if "item" in details:
            self.show_view("item", **details)
        elif details.get("note"):
            self.show_view("note", **details)
        elif details.get("recheck"):
            self.show_view("recheck")
        elif details.get("timeline"):
            self.show_view("timeline")
        elif details.get("saved"):
            self.show_view("saved")
        elif details.get("export"):
            self.show_view("export")
        elif details.get("import"):
            self.show_view("import")
        elif details.get("new") or details.get("finding"):
            self.show_view("add", fresh=True, **details)
        else:
            self.show_view("list", **details)

    def show_view(self, name: str, **details: object) -> None:
        """Bring a view to the front and focus to the heading."""
        moved = name != self.name
        if self.name:
            self.view.hide()
        if name not in self._views:
            self._views[name] = made = VIEWS[name](self.desk)
            made.headed.connect(lambda title, line, made=made: self._head_of(made, title, line))
            made.asked.connect(lambda other, more: self.show_view(other, **more))
            self.body.addWidget(made, 1)
        self.name = name
        self._add.setVisible(name == "list")
        self._to_list.setVisible(name != "list")
        self.view.show()
        self.view.show_at(**details)
        if self.isVisible():
            self.view.reload()
        else:
            self._stale = True
        self._take_keys()
        if moved or details:
            self._to_top()

    def back(self) -> None:
        if self.name == "list":
            super().back()
        else:
            self.show_view("list")

    def choose(self, number: int) -> None:
        self.view.choose(number)

    def save_copy(self) -> None:
        """Ctrl+S."""
        self.view.save_copy()

    def put_away(self) -> None:
        for view in self._views.values():
            view.put_away()

    def escape(self) -> bool:
        return self.view.escape()

    def _head_of(self, view: View, title: str, line: str) -> None:
        """A view that is not in front any more says nothing."""
        if view is not self.view:
            return
        self.heading.setText(title)
        self.say_line(line)
        self._take_keys()

    def _take_keys(self) -> None:
        """What Ctrl+Enter and Ctrl+F do is for the view to say."""
        self.primary = self._add if self.name == "list" else self.view.primary
        self.search_box = self.view.search_box

    def _to_top(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.arrive()
