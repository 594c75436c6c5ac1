"""The place "Incident notes": the list, writing one down, one note, the copy for a manager, and who to tell."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from footprint.errors import NotFound
from footprint.i18n import _
from footprint.log import incidents
from footprint.log.incidents import Incident, Kind
from footprint.packs.records import Pack
from ui.changes import Changes
from ui.desk import Desk
from ui.focus_host import FocusHost
from ui.incidents.contacts import ContactsView
from ui.incidents.copying import CopyView
from ui.incidents.note import NoteView
from ui.incidents.now import Now, read_new, read_now
from ui.incidents.overview import Overview
from ui.incidents.walk import IncidentWalk
from ui.kit.dialogs import Question
from ui.log.considering import Considering
from ui.page import Page

LIST, NOTE, COPY, CONTACTS = "list", "note", "copy", "contacts"


class IncidentsPage(FocusHost[IncidentWalk], Page):
    """`desk.go("incidents")` shows the list; `kind=` (with `item=` or `network=`) begins a note; `incident=` opens one;
    `view="contacts"` shows who to tell.
    """

    watches: ClassVar[Changes] = Changes(incidents=True)
    help_topic: ClassVar[str] = "incidents"
    max_width: ClassVar[int] = 760

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Incident notes"))
        self.view, self.note_id = LIST, ""
        self.shown: QWidget | None = None
        self.question: Question | None = None
        self.considering = Considering(desk, self)

    # -- where we are ------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        kind, note = str(details.get("kind", "") or ""), str(details.get("incident", "") or "")
        if kind:
            item, network = str(details.get("item", "") or ""), str(details.get("network", "") or "")
            self.begin(Kind(kind), item, network)
        elif note:
            self._go(COPY if details.get("view") == COPY else NOTE, note)
        else:
            self._go(CONTACTS if details.get("view") == CONTACTS else LIST)

    def _go(self, view: str, note: str = "") -> None:
        self._keep_typed()
        self.drop_hidden_walk()
        self.view, self.note_id = view, note
        self.reload()
        self.arrive()

    def put_away(self) -> None:
        self.put_walk_away()
        if isinstance(self.shown, ContactsView) and isValid(self.shown):
            self.shown.put_away()

    def back(self) -> None:
        """Alt+Left: from the questions, a note or who to tell to the list; from a copy to its note."""
        if self.walking is not None:
            self.walking.back()
        elif self.view == COPY:
            self._go(NOTE, self.note_id)
        elif self.view == LIST:
            self.desk.go("happened")
        else:
            self._go(LIST)

    def escape(self) -> bool:
        if self.walking is not None:
            return self.walking.escape()
        if self.view != LIST:
            self.back()
            return True
        return False

    def _keep_typed(self) -> None:
        if isinstance(self.shown, ContactsView) and isValid(self.shown):
            self.shown.flush()

    # -- showing -----------------------------------------------------------------------------------

    def reload(self) -> None:
        vault, note = self.vault, self.note_id
        if self.view in (NOTE, COPY):
            self.desk.read(lambda _task: read_now(vault, note, self.bench.pack), self._show_note, failed=self._gone)
        elif self.view == CONTACTS:
            if not (isinstance(self.shown, ContactsView) and isValid(self.shown)):
                bench = self.bench
                self.desk.read(lambda _task: (incidents.contacts(vault), bench.pack), self._show_contacts)
        else:
            self.desk.read(lambda _task: incidents.incidents(vault), self._show_list)

    def _start_over(self, title: str, line: str, shown: QWidget) -> None:
        """Shown anew. Focus that was on something below goes to the heading: what it was on is gone."""
        holder = self.window().focusWidget()
        if holder is not None and holder is not self.heading and self.isAncestorOf(holder):
            self.arrive()
        self.clear_body()
        self.primary = getattr(shown, "primary", None)
        self.heading.setText(title)
        self.say_line(line)
        self.shown = shown
        self.body.addWidget(shown)
        self.body.addStretch(1)

    def _show_list(self, notes: tuple[Incident, ...]) -> None:
        if self.view != LIST:
            return
        shown = Overview(notes)
        shown.opened.connect(self._open)
        shown.wanted.connect(lambda: self.desk.go("happened"))
        shown.contacts.connect(lambda: self._go(CONTACTS))
        line = _("Kept apart from your list, and never in a summary or an export of it.")
        self._start_over(_("Incident notes"), line, shown)

    def _show_note(self, now: Now) -> None:
        if now.note.id != self.note_id or self.view not in (NOTE, COPY):
            return
        if self.view == COPY:
            copy = CopyView(self.desk, now)
            line = _("This is everything in the copy. Anyone who has the file can read it.")
            self._start_over(_("A copy for my manager"), line, copy)
            return
        shown = NoteView(self.desk, now)
        shown.change.connect(lambda: self.change(now.note.id))
        shown.copy.connect(lambda: self._go(COPY, now.note.id))
        shown.delete.connect(lambda: self.ask_delete(now))
        shown.handed.connect(lambda: self.ask_delete(now, handed=True))
        shown.to_list.connect(lambda: self._go(LIST))
        shown.contacts.connect(lambda: self._go(CONTACTS))
        line = _("This is not a report. Tell your line manager straight away.")
        self._start_over(now.note.kind.label, line, shown)

    def _show_contacts(self, found: tuple[tuple[incidents.Contact, ...], Pack | None]) -> None:
        if self.view != CONTACTS:
            return
        shown = ContactsView(self.desk, *found)
        shown.done.connect(self.back)
        line = _(
            "Write in whom your workplace has for this. Use the name of the role. It is all kept on this computer."
        )
        self._start_over(_("Who to tell"), line, shown)

    def _gone(self, problem: Exception) -> None:
        """The note was taken back or deleted somewhere else."""
        if not isinstance(problem, NotFound):
            self.desk.show_problem(problem)
        self._go(LIST)

    # -- deleting ----------------------------------------------------------------------------------

    def ask_delete(self, now: Now, *, handed: bool = False) -> None:
        """Asked once. Undo works until the app is locked; then nothing is left."""
        linked = any(proof.kept_id for proof in now.whole.proofs)
        words = _("The note goes, and the copies kept with it. You can undo this until you lock or close the app.")
        if linked:
            words += " " + _("Copies on your list go too." if handed else "Copies on your list stay there.")
        title = _("Your workplace has it now. Delete it here?") if handed else _("Delete this note?")
        keep = _("Keep it here") if handed else _("Keep it")
        self.question = Question(self.window(), title, words, _("Delete it"), keep, danger=True)
        self.question.accepted.connect(lambda: self._delete(now.note.id, with_linked=handed))
        self.question.open()

    def _delete(self, note: str, *, with_linked: bool) -> None:
        vault = self.vault
        self.considering.run(
            lambda known: incidents.delete(vault, note, with_linked=with_linked, considered=known),
            changes=Changes(incidents=True, items=with_linked),
            said=lambda _note: _("Note deleted"),
            origin=self,
            then=self._deleted,
        )

    def _deleted(self, _note: Incident) -> None:
        self._go(LIST)

    # -- writing in focus mode ---------------------------------------------------------------------

    def begin(self, kind: Kind, item: str = "", network: str = "") -> None:
        """A new note. One of this kind that nobody finished stays in the list."""
        bench = self.bench
        self.desk.read(lambda _task: read_new(bench, kind, item, network), self._show_walk)

    def _open(self, note: str, finished: bool) -> None:
        if finished:
            self._go(NOTE, note)
        else:
            self.change(note)

    def change(self, note: str) -> None:
        """The questions of a note that is kept, at the one it was left at."""
        vault = self.vault
        self.desk.read(lambda _task: read_now(vault, note, self.bench.pack), self._show_walk, failed=self._gone)

    def _show_walk(self, now: Now) -> None:
        if not isValid(self):
            return
        self.drop_walk()
        walk = IncidentWalk(self.desk, now)
        walk.left_it.connect(self.close_walk)
        walk.ended.connect(self._ended)
        walk.contacts_asked.connect(self._to_contacts)
        self.show_walk(walk)

    def close_walk(self) -> None:
        """Out of focus mode, to the list."""
        self._leave_walk(LIST)

    def _to_contacts(self) -> None:
        self._leave_walk(CONTACTS)

    def _ended(self, note: str) -> None:
        self._leave_walk(NOTE, note)

    def _leave_walk(self, view: str, note: str = "") -> None:
        self.leave_focus()
        self._go(view, note)
