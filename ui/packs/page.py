"""The place “What your organisation adds”: the pack in use, one on offer, and what it may and can never do."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.packs.installed import Offered
from footprint.packs.records import PackError
from footprint.packs.uses import ENDING, Source, Use
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.dialogs import Question
from ui.kit.files import ask_open
from ui.kit.layout import Columns, Fold, vbox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.packs.card import BringsCard, InUseCard, NeverCard, facts
from ui.packs.now import Now, Preview, read_now, read_preview
from ui.packs.preview import PreviewView
from ui.page import Page, clear

# A pack may touch what any page shows.
EVERYWHERE = Changes.all()


class PacksPage(Page):
    """`desk.go("packs")`; with `look="waiting"` it opens what the organisation put on this computer."""

    watches: ClassVar[Changes] = Changes(steps=True, settings=True)
    help_topic: ClassVar[str] = "packs"
    max_width: ClassVar[int] = 900

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("What your organisation adds"))
        self.now: Now | None = None
        self.preview: PreviewView | None = None
        self._look = ""
        self.setAcceptDrops(True)
        self.problem = Banner("danger", _("This pack was not used"))
        self.problem.hide()
        self.faults = Fold(_("For whoever made it"))
        self._faults = PlainLabel("", "small", selectable=True)
        self.faults.body.addWidget(self._faults)
        self.faults.hide()
        self.working = Working(_("Reading the pack"))
        self.working.cancel_button.setText(_("Stop"))
        self.working.hide()
        self._content = vbox(spacing=16)
        for part in (self.problem, self.faults, self.working):
            self.body.addWidget(part)
        self.body.addLayout(self._content)
        self.body.addStretch(1)

    def show_at(self, **details: object) -> None:
        self._look = str(details.get("look", "") or "")
        if self._look and self.now is not None and self.now.waiting is not None:
            self._open_waiting()

    def reload(self) -> None:
        if self.preview is None:
            bench = self.bench
            self.desk.read(lambda _task: read_now(bench), self._show)

    def back(self) -> None:
        if self.preview is not None:
            self._leave_preview()
        else:
            self.desk.go("guidance")

    def escape(self) -> bool:
        if self.working.busy:
            self.working.cancel()
            return True
        if self.preview is None:
            return False
        self._leave_preview()
        return True

    # -- how it stands -----------------------------------------------------------------------------

    def _show(self, now: Now) -> None:
        if self.preview is not None:
            return
        self.now = now
        clear(self._content)
        self.primary = None
        self.heading.setText(_("What your organisation adds"))
        self.say_line(_line(now))
        if now.problem:
            self._content.addWidget(Banner("warn", _("Your pack is left out"), now.problem, quiet=True))
        if now.waiting is not None:
            self._content.addWidget(self._waiting_card(now.waiting))
        if now.in_use is not None:
            self._show_in_use(now)
        else:
            self._show_none(now)
        if self._look and now.waiting is not None:
            self._open_waiting()

    def _show_in_use(self, now: Now) -> None:
        assert now.in_use is not None
        card = InUseCard(now.in_use)
        self.choose_button = Btn(_("Use a newer file…"), icon="download")
        self.choose_button.clicked.connect(self.choose_file)
        buttons: list[QWidget] = [self.choose_button]
        if now.before is not None:
            back = Btn(_("Go back to version {n}").format(n=now.before.version), "quiet", "undo")
            back.clicked.connect(self.ask_back)
            buttons.append(back)
            self.back_button = back
        self.remove_button = Btn(_("Remove this pack"), "quiet")
        self.remove_button.clicked.connect(self.ask_remove)
        card.add(ButtonRow(*buttons, self.remove_button))
        self._content.addWidget(card)
        brings = BringsCard(now.in_use.pack, _("What it adds and changes"))
        brings.add(PlainLabel(_("Each of these says where it comes from, on every page."), "small", "text2"))
        self._content.addWidget(Columns([brings, NeverCard()], [1, 1], 640))
        self._content.addWidget(_one_at_a_time())

    def _show_none(self, now: Now) -> None:
        self.choose_button = Btn(_("Choose a pack…"), icon="download")
        self.choose_button.clicked.connect(self.choose_file)
        if now.waiting is not None:  # one is there to look at: the way to another stands back
            self._content.addWidget(NeverCard())
            self._content.addWidget(ButtonRow(self.choose_button))
            return
        card = Card()
        words = _("The guidance that comes with the app is general. A pack adds your own contacts, rules and checks.")
        card.add(EmptyState("book", _("No pack is in use"), words, self.choose_button))
        self.primary = self.choose_button
        if now.missing is not None:
            forget = Btn(_("Do without this pack"), "quiet", "remove")
            forget.clicked.connect(self.remove)
            card.add(forget)
        self._content.addWidget(card)
        self._content.addWidget(NeverCard())
        self._content.addWidget(_one_at_a_time())

    def _waiting_card(self, offered: Offered) -> Card:
        pack = offered.pack
        card = Card("hero", title=_("Your organisation put a pack on this computer"))
        said = _("{organisation} offers version {n}. Nothing of it is used before you say so.")
        card.add(PlainLabel(said.format(organisation=pack.organisation, n=pack.version)))
        card.add(facts(pack))
        look = Btn(_("Look at this pack"), "primary")
        look.clicked.connect(self._open_waiting)
        later = Btn(_("Not now"))
        later.clicked.connect(lambda: self._put_off(offered))
        card.add(ButtonRow(look, later))
        self.look_button, self.later_button = look, later
        self.primary = look
        return card

    # -- bringing one in ---------------------------------------------------------------------------

    def choose_file(self) -> None:
        kinds = [_("Packs (*{ending})").format(ending=ENDING), _("All files (*)")]
        ask_open(self.window(), _("Choose a pack"), kinds, self.take_file)

    def take_file(self, path: Path) -> None:
        """Read it, hold it against what ships, and show what it would change."""
        self._hide_problem()
        bench = self.bench
        job = self.desk.read(
            lambda _task: read_preview(bench, bench.packs.offer(path)), self.show_preview, failed=self._refused
        )
        self.working.follow(job, _("Reading the pack"))

    def _open_waiting(self) -> None:
        self._look = ""
        if self.now is None or self.now.waiting is None:
            return
        self._hide_problem()
        bench, offered = self.bench, self.now.waiting
        job = self.desk.read(lambda _task: read_preview(bench, offered), self.show_preview, failed=self._refused)
        self.working.follow(job, _("Reading the pack"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.take_file(files[0])

    # -- before it is used -------------------------------------------------------------------------

    def show_preview(self, found: Preview) -> None:
        pack = found.offered.pack
        clear(self._content)
        self.preview = PreviewView(found)
        self.preview.used.connect(lambda compared: self._use(found.offered, compared))
        self.preview.left.connect(lambda: self._not_now(found.offered))
        self.heading.setText(_("A pack from {organisation}").format(organisation=pack.organisation))
        self.say_line(_("Version {n}").format(n=pack.version))
        self.primary = self.preview.use
        self._content.addWidget(self.preview)
        self.arrive()

    def _leave_preview(self) -> None:
        self.preview = None
        self.reload()
        self.arrive()

    def _not_now(self, offered: Offered) -> None:
        if offered.source is Source.ORGANISATION:
            self._put_off(offered)
        else:
            self.desk.say(_("Not used. Nothing changed."))
        self._leave_preview()

    def _put_off(self, offered: Offered) -> None:
        packs = self.bench.packs
        self.desk.run(
            Operation(
                lambda _task: packs.put_off(offered),
                changes=Changes(settings=True),
                said=lambda _sha: _("Not used. Nothing changed."),
            )
        )

    def _use(self, offered: Offered, compared: str) -> None:
        bench = self.bench

        def work(_task: Task) -> Done[Use]:
            done = bench.packs.use(offered, compared=compared)
            bench.renew_checklists()
            return done

        self.preview = None
        said = _("The pack from {organisation} is in use").format(organisation=offered.pack.organisation)
        self.desk.run(Operation(work, changes=EVERYWHERE, said=lambda _use: said), failed=self._refused)
        self.arrive()

    # -- back and away -----------------------------------------------------------------------------

    def ask_back(self) -> None:
        if self.now is None or self.now.before is None or self.now.in_use is None:
            return
        self.question = Question(
            self.window(),
            _("Go back to version {n}?").format(n=self.now.before.version),
            _("Your answers stay. You can use version {n} again from its file.").format(n=self.now.in_use.pack.version),
            _("Go back"),
            _("Keep this version"),
        )
        self.question.accepted.connect(self._go_back)
        self.question.open()

    def _go_back(self) -> None:
        bench = self.bench

        def work(_task: Task) -> Done[Use]:
            done = bench.packs.go_back()
            bench.renew_checklists()
            return done

        said = _("The version before is in use")
        self.desk.run(Operation(work, changes=EVERYWHERE, said=lambda _use: said), failed=self._refused)

    def ask_remove(self) -> None:
        self.question = Question(
            self.window(),
            _("Remove this pack?"),
            _("Its contacts, words and checks go. Your answers to its checks are hidden, and come back with it."),
            _("Remove pack"),
            _("Keep pack"),
        )
        self.question.accepted.connect(self.remove)
        self.question.open()

    def remove(self) -> None:
        bench = self.bench

        def work(_task: Task) -> Done[Use | None]:
            done = bench.packs.remove()
            bench.renew_checklists()
            return done

        said = _("The pack is removed. Your answers are kept.")
        self.desk.run(Operation(work, changes=EVERYWHERE, said=lambda _use: said), failed=self._refused)

    # -- what went wrong ---------------------------------------------------------------------------

    def _hide_problem(self) -> None:
        self.problem.hide()
        self.faults.hide()

    def _refused(self, problem: Exception) -> None:
        """A plain refusal; where each fault is stands below for whoever made the pack."""
        if not isinstance(problem, PackError):
            self.desk.show_problem(problem)
            return
        self.problem.say(self.problem.title.text(), _why(problem))
        self.problem.show()
        self._faults.setText("\n".join(str(one) for one in problem.problems))
        self.faults.setVisible(bool(problem.problems))
        if self.preview is None:
            self.reload()


def _why(problem: PackError) -> str:
    if not problem.problems:
        return str(problem)
    return _("It has a fault, so nothing of it was used. Nothing changed. Tell whoever made it.")


def _line(now: Now) -> str:
    if now.in_use is None:
        return _("The built-in guidance is in use.")
    pack = now.in_use.pack
    return _("{organisation}, version {n}").format(organisation=pack.organisation, n=pack.version)


def _one_at_a_time() -> PlainLabel:
    words = _("One pack can be in use at a time. You can also drop its file onto this page.")
    return PlainLabel(words, "small", "text2")
