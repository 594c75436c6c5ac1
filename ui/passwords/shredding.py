"""The list itself: it shows every password, so it should go. What deleting cannot do is said before and after."""

from __future__ import annotations

from pathlib import Path

from footprint import passwords
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.passwords import Shredded
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.dialogs import Question
from ui.kit.text import PlainLabel


class ShredCard(Card):
    """Asked first, as it cannot be undone."""

    def __init__(self, desk: Desk, file: Path) -> None:
        super().__init__(title=_("Now delete the list"))
        self._desk, self._file = desk, file
        self.words = PlainLabel(_("{name} shows all your passwords to anyone who opens it.").format(name=file.name))
        self.add(self.words)
        self.done: Banner | None = None
        self.left = PlainLabel("\n".join(f"• {one}" for one in passwords.left_over(file)), colour="text2")
        self.shred_button = Btn(_("Overwrite and delete it"), "danger")
        self.shred_button.clicked.connect(self._ask)
        self.add(ButtonRow(self.shred_button))
        self.problem = Banner("warn", _("The list is still there"), "")
        self.problem.hide()
        self.add(self.problem)
        self.add(PlainLabel(_("What this cannot do:"), "label"))
        self.add(self.left)

    def _ask(self) -> None:
        asked = Question(
            self.window(),
            _("Delete {name} for good?").format(name=self._file.name),
            _("It does not go to the bin, so it cannot be put back. Your password manager keeps its own list."),
            _("Delete the list"),
            _("Keep the list"),
            danger=True,
        )
        asked.accepted.connect(self.shred)
        asked.open()

    def shred(self) -> None:
        """Overwrite, rename, delete."""
        file = self._file

        def work(_task: Task) -> Shredded:
            return passwords.shred(file)

        self._desk.read(work, self._shredded, failed=self._refused)

    def _shredded(self, _done: Shredded) -> None:
        self.problem.hide()
        self.words.hide()
        self.shred_button.hide()
        self.done = Banner("ok", _("The list is overwritten and deleted"))
        self.body.insertWidget(1, self.done)
        if self.heading is not None:
            self.heading.setText(_("The list is gone"))

    def _refused(self, problem: Exception) -> None:
        if not isinstance(problem, FootprintError):
            self._desk.show_problem(problem)
            return
        self.problem.say(_("The list is still there"), str(problem))
        self.problem.show()
