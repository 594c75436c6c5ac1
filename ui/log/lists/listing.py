"""The list itself: the three groups at a glance, or one long list once it is narrowed down or being selected from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from footprint import dates
from footprint.checklists import Kind
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.log import Group, Query, views
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, EmptyState
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.log.lists.bulk import BulkBar
from ui.log.lists.filters import FilterBar
from ui.log.lists.groups import Groups
from ui.log.lists.long_list import LongList
from ui.log.lists.look_up import Seen, look_up
from ui.log.lists.many import Many
from ui.log.lists.name_sheet import NameSheet
from ui.log.lists.set_bar import SetBar
from ui.log.view import View


class ListView(View):
    """Filters above, the list below, and what may be done with it at the foot."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.selecting = False
        self.sheet: NameSheet | None = None
        self._opens = True  # with the saved filter chosen for that
        self._number = 0
        self._job: Job | None = None
        self._seen: Seen | None = None
        self.message: EmptyState | Banner | None = None
        self._make()
        self._arrange()
        self.search_box = self.filters.search

    def reload(self) -> None:
        """Look again; an older look that is still waiting for its turn is dropped."""
        if self._job is not None:
            self._job.stop()
        self._number += 1
        query, number, today = self.filters.query, self._number, dates.local_day(self.vault.now())
        at_a_glance = not self.filters.narrowed and not self.selecting
        opens = self._opens and at_a_glance
        self._job = self.desk.read(
            lambda task: look_up(task, self.vault, number, query, today, at_a_glance=at_a_glance, opens=opens),
            self._show,
            failed=self._failed,
        )
        self._job.ended.connect(self._ended)
        self.working.follow(self._job)

    def show_at(self, **details: object) -> None:
        """`status`: a group or a status by its value, alone. `query`: a whole filter. `set`: one group made by hand."""
        query = details.get("query")
        self._opens = self._opens and not details
        if "status" in details:
            self.filters.show_only(str(details["status"]))
        elif isinstance(query, Query):
            self.filters.show_query(query)
        elif "set" in details:
            self.filters.show_query(Query(set_id=str(details["set"])))
        elif self._seen is not None:
            self._head(self._seen)

    def escape(self) -> bool:
        if self.selecting:
            self.select_several(False)
            return True
        if self.filters.narrowed:
            self.filters.clear()
            return True
        return False

    def save_copy(self) -> None:
        """Of what the list shows, or of what is selected in it."""
        if self._seen is not None and self._seen.total:
            ticked = self.long.rows.ticked_keys() if self.selecting else ()
            self.asked.emit("export", {"query": self.filters.query, "ticked": tuple(ticked)})

    def select_several(self, on: bool) -> None:
        """Choose several things to do something with, or go back to opening them one by one."""
        self.selecting = on
        self.bulk.setVisible(on)
        self.bulk.show_count(0)
        self.long.tick_many(on)
        self.reload()

    # -- building ------------------------------------------------------------------------------------

    def _make(self) -> None:
        self._networks = [(one.id, one.name) for one in self.desk.bench.checklists.heads(Kind.NETWORK)]
        self.filters = FilterBar(self._networks)
        self.filters.changed.connect(self.reload)
        self.count = PlainLabel("", "small", "text2")
        self.everything = Btn(_("Show everything"), "quiet")
        self.everything.clicked.connect(self.filters.clear)
        self.select = Btn(_("Select several"), "quiet", icon="checklist")
        self.select.clicked.connect(lambda: self.select_several(True))
        self.groups = Groups()
        self.groups.chosen.connect(self._open)
        self.groups.all_asked.connect(self.filters.show_only)
        self.long = LongList(self.desk)
        self.long.chosen.connect(self._open)
        self.bulk = BulkBar()
        self.bulk.left.connect(lambda: self.select_several(False))
        self.long.ticked.connect(self.bulk.show_count)
        self.long.failed.connect(self._failed)
        self.many = Many(self.desk, self, self.bulk, self.long, lambda: self.filters.query)
        self.working = Working(_("Looking through your list…"))
        self.save = Btn(_("Save a copy…"), "quiet", icon="download")
        self.save.clicked.connect(self.save_copy)
        self.bulk.copied.connect(self.save_copy)
        self.take_in = Btn(_("Import from another computer…"), "quiet", icon="plus")
        self.take_in.clicked.connect(lambda: self.asked.emit("import", {}))
        self.note = Btn(_("Write a note to family and friends"), "quiet", icon="mail")
        self.note.clicked.connect(lambda: self.asked.emit("note", {"note": True}))
        self.recheck = Btn(_("Look again at all"), "quiet", icon="refresh")
        self.recheck.clicked.connect(lambda: self.asked.emit("recheck", {}))
        self.together = Btn(_("Listed twice"), "quiet", icon="copy")
        self.together.clicked.connect(lambda: self.asked.emit("together", {}))
        self.outcome = Btn(_("What came of it"), "quiet", icon="check_circle")
        self.outcome.clicked.connect(lambda: self.asked.emit("outcome", {}))
        self.timeline = Btn(_("Timeline"), "quiet", icon="clock")
        self.timeline.clicked.connect(lambda: self.asked.emit("timeline", {}))
        self.keep = Btn(_("Save this filter…"), "quiet", icon="plus")
        self.keep.clicked.connect(self._ask_name)
        self.saved = Btn(_("Saved filters"), "quiet", icon="gear")
        self.saved.clicked.connect(lambda: self.asked.emit("saved", {"view": self.filters.saved.value}))
        self.set = SetBar(self.desk)
        self.set.all_asked.connect(self._select_all)
        self.set.left.connect(self.filters.clear)
        self.deleted = Btn(_("Recently deleted"), "quiet", icon="undo")
        self.deleted.clicked.connect(lambda: self.asked.emit("deleted", {}))

    def _arrange(self) -> None:
        self.body.addWidget(self.filters)
        tools = ButtonRow(self.count, self.everything, self.filters.more, self.keep, self.saved, self.select)
        self.body.addWidget(tools)
        for part in (self.set, self.bulk, self.working, self.groups):
            self.body.addWidget(part)
        self.body.addWidget(self.long, 1)
        self.body.addWidget(ButtonRow(self.note, self.recheck, *self._views(), self.save, self.take_in, self.deleted))
        self.body.addStretch(0)  # takes what is left unless the long list can use it
        hidden = (self.set, self.bulk, self.groups, self.long, *self._tools(), self.select, self.everything, self.keep)
        for part in hidden:
            part.hide()

    def _views(self) -> tuple[Btn, ...]:
        """The list told in other ways."""
        return self.timeline, self.together, self.outcome

    def _tools(self) -> tuple[QWidget, ...]:
        """What makes sense only once there is something in the list."""
        return self.filters, self.filters.more, self.saved, self.recheck, *self._views(), self.save

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, seen: Seen) -> None:
        if seen.number != self._number:
            return
        changed = self._seen is None or self._seen.matching != seen.matching
        self._seen = seen
        self._opens = False
        self.filters.show_sets([(one.id, one.name) for one in seen.sets])
        self.filters.show_views(seen.views)
        if seen.opened:
            self.filters.show_query(seen.query, tell=False)
            self.filters.show_views(seen.views)
        self._clear_message()
        some = seen.total > 0
        for part in self._tools():
            part.setVisible(some)
        self.select.setVisible(some and not self.selecting)
        self.everything.setVisible(self.filters.narrowed)
        self.keep.setVisible(self.filters.narrowed and not self.filters.saved_name)
        group = next((one for one in seen.sets if one.id == seen.query.set_id), None)
        self.set.show_set(group, seen.today, selecting=self.selecting)
        self._show_count(seen, say=changed)
        self.groups.setVisible(some and seen.groups is not None)
        self.long.setVisible(some and seen.groups is None and seen.matching > 0)
        if not some:
            self._say_empty()
        elif seen.groups is not None:
            self.groups.show_groups(seen.groups, seen.totals)
        elif seen.matching:
            self.long.show_seen(seen)
        else:
            self._say_no_match()
        self._head(seen)

    def _head(self, seen: Seen) -> None:
        left = seen.totals[Group.YOUR_TURN] + seen.totals[Group.WAITING]
        done = seen.totals[Group.DONE]
        line = ""
        if seen.total:
            line = (
                ngettext("{n} thing to sort out.", "{n} things to sort out.", left).format(n=dates.number(left))
                if left
                else _("Nothing is left to sort out.")
            )
            line += " " + _("{n} done since you started.").format(n=dates.number(done)) if done else ""
        self.headed.emit(_("To remove"), line)

    def _show_count(self, seen: Seen, *, say: bool) -> None:
        words = ""
        if seen.groups is None:
            words = ngettext("Showing {n} of {all}.", "Showing {n} of {all}.", seen.matching).format(
                n=dates.number(seen.matching), all=dates.number(seen.total)
            )
        self.count.setText(words)
        self.count.setVisible(bool(words))
        if words and say:
            announce(self, words)

    def _say_empty(self) -> None:
        look = Btn(_("Search my name"), icon="search")
        look.clicked.connect(lambda: self.desk.go("search"))
        self._say(
            EmptyState(
                "remove",
                _("Nothing to sort out yet"),
                _("Add a photo, a post or a page you want to change. Or look for your name first, in about 2 minutes."),
                look,
            )
        )

    def _say_no_match(self) -> None:
        back = Btn(_("Show everything"))
        back.clicked.connect(self.filters.clear)
        self._say(EmptyState("search", _("Nothing matches"), _("Try fewer words, or show everything."), back))

    def _failed(self, problem: Exception) -> None:
        again = Btn(_("Try again"), icon="undo")
        again.clicked.connect(self.reload)
        self._clear_message()
        self.groups.hide()
        self.long.hide()
        self._say(Banner("danger", _("The list could not be read"), _("Nothing is lost. Try again."), again))
        if not isinstance(problem, FootprintError):
            self.desk.show_problem(problem)

    def _say(self, what: QWidget) -> None:
        self.message = what
        self.body.insertWidget(self.body.indexOf(self.groups), what)

    def _clear_message(self) -> None:
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
            self.message = None

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _select_all(self) -> None:
        self.select_several(True)
        self.bulk.all.click()
        self.bulk.mark.setFocus()

    def _ask_name(self) -> None:
        words = views.query_words(self.filters.query, networks=dict(self._networks), sets=self._set_names())
        self.sheet = NameSheet(self.window(), _("Save this filter"), words)
        self.sheet.named.connect(self._keep)
        self.sheet.open()

    def _set_names(self) -> dict[str, str]:
        return {one.id: one.name for one in self._seen.sets} if self._seen is not None else {}

    def _keep(self, name: str) -> None:
        query = self.filters.query
        self.desk.run(
            Operation(
                lambda _task: views.save(self.vault, name, query),
                changes=Changes(items=True),
                said=lambda one: _("Saved as “{name}”").format(name=one.name),
            )
        )

    def _open(self, key: str) -> None:
        self.asked.emit("item", {"item": key})
