"""A look in focus mode: how to open it on one side, what to look for on the other; every tick is kept at once."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from shiboken6 import isValid

from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import Look, Seen
from footprint.dates import number
from footprint.errors import NotFound
from footprint.i18n import _, ngettext
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.checklists.frame import EDGE, Frame
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, bring_into_view
from ui.kit.layout import Columns
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.stranger import words
from ui.stranger.log_it import log_it
from ui.stranger.now import Now, read_look
from ui.stranger.opening import Opening
from ui.stranger.signs import Signs

WIDTH = 1120
SIDE_BY_SIDE = 900
_ANY = 16777215  # Qt's own "no limit"


class LookWalk(Frame):
    """Handed to `desk.focus_asked`. `left_it` says that the person goes away, `ended` that the look is finished."""

    help_topic: ClassVar[str] = "stranger"

    left_it = Signal()
    ended = Signal(str)
    again = Signal()

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__(_("{name} as a stranger").format(name=now.name))
        self.desk, self.now = desk, now
        self._said_saved = False
        self.back_to_list.setText(_("Log out and look"))
        self.progress.bar.setAccessibleName(_("Looked at so far"))
        self.go_on.setText(_("Finish"))
        self.back_button.hide()
        self.skip.hide()
        self.primary = self.go_on
        self.leave.connect(self.go_away)
        self.lock.connect(self._lock)
        self.go_on.clicked.connect(self._finish)
        desk.changed.connect(self._on_changed)
        desk.trouble.connect(self.show_trouble)
        self._fill()

    # -- what the window may press -----------------------------------------------------------------

    def arrive(self) -> None:
        focus_heading(self.heading)

    def back(self) -> None:
        """Alt+Left."""
        self.go_away()

    def escape(self) -> bool:
        self.go_away()
        return True

    def go_away(self) -> None:
        """Leave. Ticks are kept already; what is being typed is kept now."""
        self.flush()
        self.left_it.emit()

    def choose(self, number: int) -> None:
        """Ctrl+1 to Ctrl+3: a tick for the thing the focus is in, else for the first nobody looked at."""
        row = self.signs.at_hand()
        cards = list(row.choices.cards.values()) if row is not None else []
        if 0 < number <= len(cards):
            cards[number - 1].setFocus()
            cards[number - 1].click()
            bring_into_view(cards[number - 1])

    def flush(self) -> None:
        for row in self.signs.rows.values():
            row.flush()

    def put_away(self) -> None:
        """The app is about to lock: keep what is typed, here and now."""
        for sign, row in self.signs.rows.items():
            text = row.pending
            if text is not None:
                self.now = self._with(stranger.keep(self.desk.bench.vault, self.now.look, sign, note=text).value)
        self._show_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Shown no more, by whatever way: what is typed is kept."""
        if not event.spontaneous():
            self.flush()
        super().hideEvent(event)

    def _lock(self) -> None:
        self.flush()
        self.desk.lock_asked.emit()

    # -- showing -----------------------------------------------------------------------------------

    def _fill(self) -> None:
        now = self.now
        self.heading = Heading(_("What can a stranger see of you on {name}?").format(name=now.name), "h1")
        self.content.addWidget(self.heading)
        line = _("Every tick is kept at once. You can stop and carry on another day.")
        if now.before is not None:
            line += " " + _("You last looked on {day}.").format(day=words.day(now.before))
        self.content.addWidget(PlainLabel(line, "body", "text2"))
        self.begun: Banner | None = None
        if now.kept:
            self._say_begun()
        self.opening = Opening(now)
        self.opening.opened.connect(self.desk.open_link)
        self.opening.copied.connect(lambda: self.desk.say(_("Copied. Now paste it into the private window.")))
        self.opening.add_handle.connect(self._add_handle)
        self.opening.help_wanted.connect(lambda: self.desk.help_asked.emit(self.help_topic))
        self.signs = Signs(now)
        self.signs.ticked.connect(self._tick)
        self.signs.noted.connect(self._write_note)
        self.signs.logged.connect(self._log)
        self.signs.shown.connect(self._show_item)
        self.columns = Columns([self.opening, self.signs], [2, 3], min_width=SIDE_BY_SIDE, spacing=20)
        self.content.addWidget(self.columns)
        self.want_steps(0)
        self._show_now()
        self.show_heading(self.heading, focus=True)

    def _say_begun(self) -> None:
        look = self.now.look
        if look.finished:
            title = _("You are changing a finished look")
            self.begun = Banner("info", title, _("It is from {day}.").format(day=words.day(look)), quiet=True)
        else:
            new = Btn(_("Begin a new look"), "quiet")
            new.clicked.connect(self._again)
            title = _("You began this look on {day}. Your ticks are still here.").format(day=words.day(look))
            self.begun = Banner("info", title, "", new, quiet=True)
        self.content.addWidget(self.begun)

    def _show_now(self) -> None:
        look = self.now.look
        self.signs.show_now(self.now)
        total = len(look.marks)
        said = ngettext("{n} of {total} looked at", "{n} of {total} looked at", total)
        said = said.format(n=number(look.looked), total=number(total))
        self.progress.show(look.looked, total, said)
        self.say_left(said)

    def _place_column(self, three_parts: bool, room: float) -> None:
        """Two columns side by side need more room than the one of a checklist."""
        self.side_holder.hide()
        self._centre.setMaximumWidth(_ANY)
        edge = max(EDGE, round((room - WIDTH) / 2))
        space(self._split, 24, (edge, EDGE, edge, EDGE))

    # -- keeping -----------------------------------------------------------------------------------

    def _with(self, look: Look) -> Now:
        return replace(self.now, look=look, kept=True)

    def _tick(self, sign: Sign, seen: Seen) -> None:
        vault, look = self.desk.bench.vault, self.now.look
        self.signs.show_problem("")
        self.desk.run(
            Operation(lambda _task: stranger.keep(vault, look, sign, seen=seen), changes=Changes(looks=True)),
            origin=self,
            then=lambda kept: self._kept(kept, sign),
            failed=self._not_kept,
        )

    def _write_note(self, sign: Sign, text: str) -> None:
        vault, look = self.desk.bench.vault, self.now.look
        self.desk.run(
            Operation(lambda _task: stranger.keep(vault, look, sign, note=text), changes=Changes(looks=True)),
            origin=self,
            then=lambda kept: self._kept(kept, sign),
            failed=self._not_kept,
        )

    def _kept(self, look: Look, sign: Sign) -> None:
        if not isValid(self):
            return
        self.now = self._with(look)
        self._show_now()
        self.signs.rows[sign].say_saved()
        if not self._said_saved:
            self._said_saved = True
            announce(self, _("Saved"))

    def _not_kept(self, problem: Exception) -> None:
        """Say why, and show what is kept: nothing on the screen claims more than the vault has."""
        self.desk.show_problem(problem)
        if isValid(self):
            self._show_now()

    def _log(self, sign: Sign, note: str) -> None:
        vault, now = self.desk.bench.vault, self.now
        self.desk.run(
            Operation(
                lambda _task: log_it(vault, now, sign, note),
                changes=Changes(looks=True, items=True),
                said=lambda _look: _("Added to your list: {what}").format(what=stranger.label(sign)),
            ),
            origin=self,
            then=self._logged,
            failed=self._not_kept,
        )

    def _logged(self, look: Look) -> None:
        """The item is in the log now: read which ones are."""
        self.now = self._with(look)
        self._read_again()

    def _show_item(self, item: str) -> None:
        self.go_away()
        self.desk.go("remove", item=item)

    def _add_handle(self) -> None:
        now = self.now
        self.go_away()
        if now.account_id:
            self.desk.go("accounts", account=now.account_id)
        else:
            self.desk.go("accounts", network=now.network.id)

    def _again(self) -> None:
        self.flush()
        self.again.emit()

    def _finish(self) -> None:
        self.flush()
        look = self.now.look
        if not look.looked:
            self.signs.show_problem(_("Say for at least one thing whether you can see it."))
            first = next(iter(self.signs.rows.values()))
            first.choices.focus_first()
            bring_into_view(self.signs.problem)
            announce(self, self.signs.problem.text(), urgent=True)
            return
        if look.finished:
            self.ended.emit(look.id)
            return
        vault = self.desk.bench.vault
        self.desk.run(
            Operation(
                lambda _task: stranger.finish(vault, look.id),
                changes=Changes(looks=True),
                said=lambda _look: _("Look finished"),
            ),
            origin=self,
            then=self._finished,
        )

    def _finished(self, look: Look) -> None:
        self.ended.emit(look.id)

    # -- changes from elsewhere --------------------------------------------------------------------

    def _on_changed(self, changes: Changes, origin: object) -> None:
        """Something else changed the look: undo, above all."""
        if origin is not self and (changes.looks or changes.items):
            self._read_again()

    def _read_again(self) -> None:
        bench, look = self.desk.bench, self.now.look
        self.desk.read(lambda _task: read_look(bench, look.id), self._show_read, failed=self._show_blank)

    def _show_read(self, now: Now) -> None:
        if isValid(self):
            self.now = now
            self._show_now()

    def _show_blank(self, problem: Exception) -> None:
        """The first tick was undone: the look is as it was before it began, and a redo brings the same one back."""
        if not isinstance(problem, NotFound):
            self.desk.show_problem(problem)
        elif isValid(self):
            blank = stranger.begin(self.desk.bench.vault, self.now.network, self.now.account_id)
            self.now = self._with(replace(blank, id=self.now.look.id))
            self._show_now()
