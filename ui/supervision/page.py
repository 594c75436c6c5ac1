"""The place “Supervision summary”: what is shared, what is taken to the talk, and what was given."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from footprint.dates import day_in_words
from footprint.errors import NotFound
from footprint.i18n import N_, _, ngettext
from footprint.packs.format import Shown
from footprint.supervision import reflection
from footprint.supervision.summary import Choice
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import EmptyState
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.theme import space
from ui.packs.links import LinksHolder
from ui.page import Page
from ui.supervision.given import GivenView, counted
from ui.supervision.now import Now, read_now
from ui.supervision.plans import PlansRow
from ui.supervision.prompts import PromptsView
from ui.supervision.reflection import NotesView, NoteView
from ui.supervision.stranger import StrangerView, next_look
from ui.supervision.summary import SummaryView
from ui.supervision.take import TakeView

SUMMARY, TAKE, PROMPTS, NOTES, NOTE, STRANGER, GIVEN = (
    "summary", "take", "prompts", "notes", "note", "stranger", "given",
)  # fmt: skip
_TITLES = {
    SUMMARY: (N_("Supervision summary"), N_("Choose what to share. Nothing is sent: you decide who gets it.")),
    TAKE: (N_("Take to supervision"), N_("Your own list, in your own words. It is never part of a summary.")),
    PROMPTS: (N_("Questions for the talk"), N_("Pick what helps. You can add any of them to your own list.")),
    NOTES: (N_("Reflective notes"), N_("For your own record of learning. Nobody else sees them.")),
    NOTE: (N_("Reflective note"), N_("Answer what helps you. An empty answer is left out.")),
    STRANGER: (N_("Ten minutes as a stranger"), N_("Only you see this. No summary says what you saw.")),
    GIVEN: (N_("What did I give them?"), N_("Every copy you made of a summary, with its words.")),
}


class SupervisionPage(Page):
    """`desk.go("supervision")` shows the summary; `view=` one of its other parts, `note=` one reflective note."""

    watches: ClassVar[Changes] = Changes(
        supervision=True, answers=True, looks=True, person=True, steps=True, plans=True
    )
    help_topic: ClassVar[str] = "supervision"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Supervision summary"))
        self.view, self.note_id = SUMMARY, ""
        self.choice = Choice()
        self.shown: QWidget | None = None
        self.now: Now | None = None

    # -- where we are ------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        view = str(details.get("view", "") or SUMMARY)
        self._go(view if view in _TITLES else SUMMARY, str(details.get("note", "") or ""))

    def _go(self, view: str, note: str = "") -> None:
        if isinstance(self.shown, NoteView) and isValid(self.shown):
            self.shown.keep_soon()  # a note that is half typed is kept before it goes out of sight
        self.view, self.note_id = view, note
        self.shown = None
        self.reload()
        self.arrive()

    def back(self) -> None:
        """Alt+Left: from a part to the summary, from a note to the notes, from the summary to Home."""
        if self.view == SUMMARY:
            self.desk.go("home")
        else:
            self._go(NOTES if self.view == NOTE else SUMMARY)

    def escape(self) -> bool:
        if self.view == SUMMARY:
            return False
        self.back()
        return True

    def put_away(self) -> None:
        if isinstance(self.shown, NoteView) and isValid(self.shown):
            self.shown.keep_now()

    def print_page(self) -> None:
        """Ctrl+P."""
        if isinstance(self.shown, SummaryView):
            self.shown.maker.print()
        elif isinstance(self.shown, TakeView | NoteView) and self.shown.files is not None:
            self.shown.files.print()

    def save_copy(self) -> None:
        """Ctrl+S."""
        if isinstance(self.shown, SummaryView):
            self.shown.save.click()
        elif isinstance(self.shown, TakeView | NoteView) and self.shown.files is not None:
            self.shown.files.ask(".docx")

    # -- showing -----------------------------------------------------------------------------------

    def reload(self) -> None:
        bench = self.bench
        self.desk.read(lambda _task: read_now(bench), self._show)

    def _show(self, now: Now) -> None:
        if isinstance(self.shown, NoteView) and isValid(self.shown):
            return  # somebody is typing
        self.now = now
        held = self._held()
        selected = self.shown.selected if isinstance(self.shown, TakeView) and isValid(self.shown) else ""
        if isinstance(self.shown, SummaryView) and isValid(self.shown):
            self.choice = self.shown.choice
        self.clear_body()
        title, said = _TITLES[self.view]
        self.heading.setText(_(title))
        self.say_line(_(said))
        self.primary = None
        self.shown = self._made(now, selected)
        if self.view != SUMMARY:
            self.body.addWidget(self._way_back())
        self.body.addWidget(self.shown)
        if self.view == SUMMARY:
            self.body.addWidget(self._parts(now))
            links, bench = LinksHolder(self.desk, Shown.SUPERVISION), self.bench
            self.body.addWidget(links)
            self.desk.read(lambda _task: bench.pack, links.show_links)
        self.body.addStretch(1)
        self._hold(held)

    def _made(self, now: Now, selected: str) -> QWidget:
        if self.view == TAKE:
            take = TakeView(self.desk, now, selected)
            self.primary = take.add_button
            return take
        if self.view == PROMPTS:
            return PromptsView(self.desk, now.lines)
        if self.view == GIVEN:
            return GivenView(self.desk, now)
        if self.view == STRANGER:
            looked = StrangerView(self.desk, now)
            self.primary = looked.look_button
            return looked
        if self.view == NOTES:
            notes = NotesView(now)
            notes.opened.connect(lambda note: self._go(NOTE, note))
            self.primary = notes.new
            return notes
        return self._note(now) if self.view == NOTE else self._summary(now)

    def _note(self, now: Now) -> QWidget:
        try:
            one = reflection.note(self.vault, self.note_id) if self.note_id else reflection.begin(self.vault)
        except NotFound:  # taken back somewhere else
            one = reflection.begin(self.vault)
        view = NoteView(self.desk, now, one)
        view.done.connect(lambda: self._go(NOTES))
        self.primary = view.save_button
        return view

    def _summary(self, now: Now) -> QWidget:
        if not now.offer.any:
            start = Btn(_("Open the checklists"), "primary", "checklist")
            start.clicked.connect(lambda: self.desk.go("checklists"))
            self.primary = start
            said = _("Go through one check first. A summary then says that you did, and only what you choose.")
            return EmptyState("share", _("There is nothing to sum up yet"), said, start)
        view = SummaryView(self.desk, now, self.choice)
        self.primary = view.save
        return view

    def _way_back(self) -> Btn:
        words = _("Back to the notes") if self.view == NOTE else _("Back to the summary")
        back = Btn(words, "quiet", "left")
        back.set_flush()
        back.clicked.connect(self.back)
        return back

    def _parts(self, now: Now) -> QWidget:
        """The other parts of the place, under the summary."""
        to_talk = ngettext("{n} thing to talk about", "{n} things to talk about", now.to_talk).format(n=now.to_talk)
        notes = ngettext("{n} note", "{n} notes", len(now.notes)).format(n=len(now.notes))
        looked = _("Next from {day}").format(day=day_in_words(next_look(now.looks))) if now.looks else _("Not yet")
        card = RowsCard(_("For the talk itself"))
        self.rows: dict[str, RowButton] = {}
        card.body.addWidget(PlansRow(self.desk))
        for view, icon, meta in (
            (TAKE, "edit", to_talk if now.to_talk else _("Your own list, which you print yourself")),
            (PROMPTS, "chat", _("To open the talk, for you and for your manager")),
            (STRANGER, "eye", looked),
            (NOTES, "book", notes if now.notes else _("4 short questions, for your own record")),
            (GIVEN, "share", counted(now.copies)),
        ):
            row = RowButton(_(_TITLES[view][0]), meta, icon=icon, last=view == GIVEN)
            row.setObjectName(f"part:{view}")
            row.clicked.connect(lambda _on=False, view=view: self._go(view))
            self.rows[view] = row
            card.body.addWidget(row)
        whole = QWidget()
        column = QVBoxLayout(whole)
        space(column, 16)
        column.addWidget(card)
        return whole

    # -- the focus ---------------------------------------------------------------------------------

    def _held(self) -> tuple[str, str]:
        """What held the focus, by its place and by its words, so that it can be found again."""
        holder = self.window().focusWidget()
        if holder is None or holder is self.heading or not self.isAncestorOf(holder):
            return "", ""
        return type(holder).__name__, holder.accessibleName() or str(getattr(holder, "text", str)())

    def _hold(self, held: tuple[str, str]) -> None:
        kind, name = held
        if not kind:
            return
        for widget in self.findChildren(QWidget):
            there = widget.accessibleName() or str(getattr(widget, "text", str)())
            if type(widget).__name__ == kind and there == name and widget.isVisibleTo(self):
                widget.setFocus()
                return
        self.arrive()
