"""“I want to suggest this to my team”: a form, the page it makes, and ways to save, print or copy it. No vault needed.

Nothing is kept here but what is saved. The page asks before it is left with work that was not saved anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea

from footprint.checklists import Library
from footprint.i18n import _
from footprint.supervision import plans
from footprint.supervision.plans import ENDING, PROMISE, BadPlan, Plan, PlanPage
from ui.cover import Cover
from ui.jobs import Lanes
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.clipboard import copy_text
from ui.kit.dialogs import Message, Question
from ui.kit.layout import Columns, Fold
from ui.kit.picture import PictureBox
from ui.kit.text import PlainLabel
from ui.kit.toast import ToastArea
from ui.kit.verbatim import Verbatim
from ui.saving import save_as, whole_file
from ui.supervision import plan_paper
from ui.supervision.follow import Following
from ui.supervision.suggest_form import SuggestForm, first_plan

WIDTH = 1120
PAUSE_MS = 250  # after the last letter typed, before the page is drawn again


class SuggestPage(Cover):
    """`left` when it may be taken away; `unsaved` says whether something would be lost with it."""

    help_topic: ClassVar[str] = "suggest"

    left = Signal()

    def __init__(self, library: Library, lanes: Lanes, today: date, start: Plan | None = None) -> None:
        super().__init__(
            _("Suggest this to your team"),
            _("You make a page and a small file, and hand them on yourself. Nothing is sent, and nothing comes back."),
            width=WIDTH,
        )
        self._library, self._lanes, self._today = library, lanes, today
        self._safe = first_plan(today)  # as it was begun, or as it was saved last
        self._drawn = 0
        self.form = SuggestForm(library, today, start)
        self._add_parts()
        self._toasts = ToastArea(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.draw)
        self.form.changed.connect(self._timer.start)
        self.draw()

    # -- leaving -----------------------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether something was filled in that is saved nowhere."""
        try:
            return self.form.plan() != self._safe
        except BadPlan:
            return bool(self.form.note.toPlainText().strip() or self.form.networks.values())

    @property
    def draft(self) -> Plan | None:
        """What is filled in, for coming back to it; None while it makes no plan."""
        try:
            return self.form.plan()
        except BadPlan:
            return None

    def escape(self) -> bool:
        self.leave()
        return True

    def leave(self) -> None:
        """Go, after a question where something would be lost."""
        if not self.unsaved:
            self.left.emit()
            return
        self.ask_before(self.left.emit)

    def ask_before(self, go: Callable[[], object]) -> Question:
        question = Question(
            self.window(),
            _("Leave without saving the plan?"),
            _("What you filled in is kept nowhere else."),
            _("Leave without saving"),
            _("Go on with the plan"),
            danger=True,
        )
        question.accepted.connect(go)
        question.open()
        return question

    # -- the page ----------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Draw the page again, off the main thread; what is drawn for older words is not shown."""
        self._drawn += 1
        try:
            plan = self.form.plan()
        except BadPlan as problem:
            self.why_not.setText(str(problem))
            self.why_not.show()
            self.paper.hide()
            self.as_text.hide()
            return
        number, library = self._drawn, self._library

        def work() -> tuple[QImage, str]:
            page = plans.plan_page(plan, library)
            return plan_paper.picture(page), plans.text(page)

        self._run(work, lambda drawn: self._show_page(*drawn, number))

    def _show_page(self, image: QImage, words: str, number: int) -> None:
        if number != self._drawn:
            return
        self._words.show_text(words)
        self.why_not.hide()
        self.paper.show_image(image)
        self.paper.show()
        self.as_text.show()

    # -- doing -------------------------------------------------------------------------------------------

    def save_plan(self) -> None:
        """The file a person opens in the app."""
        plan = self._ready()
        if plan is not None:
            kinds = [_("Plan (*{ending})").format(ending=ENDING)]
            name = plans.file_name(self._today)
            save_as(self, _("Save the plan"), name, kinds, lambda path: self._write_plan(plan, path))

    def save_page(self) -> None:
        """The page by itself: as a PDF for paper, or as a web page, which reads better aloud."""
        plan = self._ready()
        if plan is not None:
            name = plans.file_name(self._today).removesuffix(ENDING) + ".pdf"
            kinds = [_("PDF (*.pdf)"), _("Web page (*.html)"), _("Text (*.txt)")]
            save_as(self, _("Save the page"), name, kinds, lambda path: self._write_page(plan, path))

    def save_copy(self) -> None:
        """Ctrl+S."""
        self.save_plan()

    def print_page(self) -> None:
        """Ctrl+P."""
        plan = self._ready()
        if plan is None:
            return
        library = self._library

        def printing(words: str) -> None:
            from ui.kit.printing import print_html

            dialog = print_html(self.window(), words, plan_paper.title())
            dialog.accepted.connect(lambda: self._done(plan, _("Handed to the printer")))

        self._run(lambda: plan_paper.fitted(plans.plan_page(plan, library)), printing)

    def copy_invitation(self) -> None:
        """The words for an e-mail, which the manager sends themself."""
        plan = self._ready()
        if plan is not None:
            copy_text(plans.invitation(plan, self._library))
            self._say(_("Copied. Paste it into an e-mail, with the page beside it."))

    def _write_plan(self, plan: Plan, path: Path) -> None:
        def write() -> None:
            with whole_file(path, for_others=True) as part:
                part.write_bytes(plans.file_of(plan))

        self._run(write, lambda _nothing: self._done(plan, _("The plan is saved")))

    def _write_page(self, plan: Plan, path: Path) -> None:
        library = self._library

        def write() -> None:
            page = plans.plan_page(plan, library)
            with whole_file(path, for_others=True) as part:
                _write_as(page, part, path.suffix.lower())

        self._run(write, lambda _nothing: self._done(plan, _("The page is saved")))

    def _done(self, plan: Plan, words: str) -> None:
        self._safe = plan
        self._say(words)

    def _ready(self) -> Plan | None:
        """The plan, or the reason why there is none yet, said where the person looks."""
        try:
            plan = self.form.plan()
        except BadPlan as problem:
            self._refuse(str(problem))
            return None
        self.problem.hide()
        return plan

    def _refuse(self, words: str) -> None:
        self.problem.say(_("There is a problem"), words)
        self.problem.show()
        announce(self, words, urgent=True)
        self.arrive()

    def _say(self, words: str) -> None:
        self._toasts.say(words, None)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        job = self._lanes.start("bulk", lambda _task: work())
        job.finished.connect(_while(self, then))
        job.failed.connect(_while(self, self._failed))

    def _failed(self, problem: Exception) -> None:
        from footprint.errors import FootprintError

        if not isinstance(problem, FootprintError):
            raise problem
        Message(self.window(), _("This was not saved"), str(problem), _("Close")).open()

    # -- building ----------------------------------------------------------------------------------------

    def _add_parts(self) -> None:
        self.problem = Banner("danger", _("There is a problem"), " ", quiet=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        left, right = Card(), Card()
        left.add(self.form)
        left.add(Banner("info", _(PROMISE), _("It stands in every plan. No note can change it."), quiet=True))
        self._fill_right(right)
        columns = Columns([left, right], [1, 1], 880)
        self.body.addWidget(columns)
        area = self.findChild(QScrollArea)
        assert area is not None
        self._following = Following(area, columns, right)
        back = Btn(_("Back"))
        back.clicked.connect(self.leave)
        guide = Btn(_("Guide for managers"), "quiet", "book")
        guide.clicked.connect(self._show_guide)
        copy = Btn(_("Copy the invitation"), icon="copy")
        copy.clicked.connect(self.copy_invitation)
        print_it = Btn(_("Print"), icon="print")
        print_it.clicked.connect(self.print_page)
        page = Btn(_("Save the page"), icon="download")
        page.clicked.connect(self.save_page)
        self.primary = Btn(_("Save the plan"), "primary", "download")
        self.primary.clicked.connect(self.save_plan)
        self.set_foot(back, guide, end=(copy, print_it, page, self.primary))

    def _fill_right(self, card: Card) -> None:
        card.add(PlainLabel(_("Preview: exactly what your team will get"), "small", "text2"))
        self.why_not = PlainLabel("", "body", "text2")
        self.why_not.hide()
        card.add(self.why_not)
        self.paper = PictureBox(_("The page, as it comes out of the printer"), most_height=1000)
        self.paper.hide()  # until it is drawn
        card.add(self.paper)
        self.as_text = Fold(_("The page as text"))
        self._words = Verbatim(_("The page as text"), most=420)
        self.as_text.body.addWidget(self._words)
        card.add(self.as_text)

    def _show_guide(self) -> None:
        from ui.supervision.managers_guide import ManagersGuide

        ManagersGuide(self.window()).open()


def _write_as(page: PlanPage, path: Path, ending: str) -> None:
    if ending in (".html", ".htm"):
        path.write_text(plans.html(page), encoding="utf-8")
    elif ending == ".txt":
        path.write_text(plans.text(page), encoding="utf-8")
    else:
        plan_paper.write_pdf(page, path)


def _while(page: SuggestPage, then: Callable[[Any], None]) -> Callable[[Any], None]:
    """Only while the page stands: an answer that comes later is for nobody."""
    from shiboken6 import isValid

    def arrived(answer: Any) -> None:
        if isValid(page):
            then(answer)

    return arrived
