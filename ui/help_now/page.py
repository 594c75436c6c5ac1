"""“I need help now” as a place of the open app."""

from __future__ import annotations

from typing import ClassVar

from footprint import person
from footprint.i18n import _
from footprint.packs.records import Pack
from footprint.person import Profile
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.help_now import words
from ui.help_now.body import HelpNow
from ui.help_now.words import Part
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.packs.at_work import contacts_card
from ui.page import Page


class HelpNowPage(Page):
    """It stands at once; who the person is only chooses the lines of their nation and whom they tell."""

    watches: ClassVar[Changes] = Changes(person=True, steps=True)
    help_topic: ClassVar[str] = "help_now"
    max_width: ClassVar[int] = 820

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _(words.TITLE))
        self.say_line(f"{_(words.NOT_ALONE)} {_(words.LINE)}")
        self.content: HelpNow | None = None
        self._part: Part | None = None

    def show_at(self, **details: object) -> None:
        """`part`: what to begin at, a name of `Part`."""
        wanted = details.get("part")
        self._part = Part(str(wanted)) if wanted else None
        self._lead()

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> tuple[Profile, Pack | None]:
        return person.profile(self.vault), self.bench.pack

    def _show(self, found: tuple[Profile, Pack | None]) -> None:
        who, pack = found
        self.clear_body()
        self.content = HelpNow(who, self.desk.open_link)
        self.body.addWidget(self.content)
        contacts = contacts_card(pack)
        if contacts is not None:
            self.body.addWidget(contacts)
        happened = Btn(_("Something has happened"), icon="flag")
        happened.clicked.connect(lambda: self.desk.go("happened"))
        home = Btn(_("Back to Home"), "quiet")
        home.clicked.connect(self.back)
        self.body.addWidget(ButtonRow(happened, home))
        self.body.addStretch(1)
        self._lead()

    def _lead(self) -> None:
        if self._part is not None and self.content is not None and self.isVisible():
            self.content.lead_to(self._part)
            self._part = None
