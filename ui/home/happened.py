"""“Something has happened”: a calm page. Do not answer in public, keep it, tell your line manager, write it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from footprint import log, person
from footprint.i18n import _
from footprint.log import Help, Origin, Route
from footprint.person import Profile, Role
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import vbox
from ui.kit.text import Heading, PlainLabel
from ui.page import Page

# What the routes of the log add to this page for somebody with this job; the rest of them is said here already.
_ADDED = frozenset({Help.SAFEGUARDING, Help.REGISTRATION})


@dataclass(frozen=True)
class _Step:
    title: str
    words: tuple[str, ...]
    routes: tuple[Route, ...] = ()


class HappenedPage(Page):
    """It sends nothing and tells nobody. The words fit what the person said about their work."""

    watches: ClassVar[Changes] = Changes(person=True)
    help_topic: ClassVar[str] = "happened"
    max_width: ClassVar[int] = 760

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Something has happened"))
        self.say_line(_("Take your time. You do not have to deal with this alone, and nothing here is sent."))

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> Profile:
        return person.profile(self.vault)

    def _show(self, who: Profile) -> None:
        self.clear_body()
        self.body.addWidget(
            Banner(
                "warn",
                _("If someone is in danger now, ring 999"),
                _("Ring 101 for the police when it is not an emergency."),
                quiet=True,
            )
        )
        for number, step in enumerate(_steps(who), 1):
            card = Card(title=f"{number}. {step.title}")
            for sentence in step.words:
                card.add(PlainLabel(sentence))
            for route in step.routes:
                card.add(vbox(Heading(route.title, "h3"), PlainLabel(route.words), spacing=2))
            self.body.addWidget(card)
        self._add_actions()
        self.body.addStretch(1)

    def _add_actions(self) -> None:
        note = Btn(_("Write it down on your list"), "primary", "plus")
        note.clicked.connect(lambda: self.desk.go("remove", new=True))
        self.primary = note
        help_now = Btn(_("I need help now"), icon="flag")
        help_now.clicked.connect(lambda: self.desk.go("help_now"))
        home = Btn(_("Back to Home"), "quiet")
        home.clicked.connect(self.back)
        self.body.addWidget(ButtonRow(note, help_now, home))


def _steps(who: Profile) -> tuple[_Step, ...]:
    return (
        _Step(
            _("Do not answer in public"),
            (
                _("Do not reply, argue or explain under the post. It brings more people to it."),
                _("Do not message the person who did it, and do not ask friends to."),
            ),
        ),
        _Step(
            _("Keep a copy first"),
            (
                _("Take a screenshot that shows the words, the name and the date. Copy the address."),
                _("Do this before you block or report anyone, because the post may vanish then."),
                _("Keep copies here rather than in your phone’s photos. Leave out other people’s details."),
            ),
        ),
        _telling(who),
        _Step(
            _("Write it down"),
            (
                _("Write what happened, when you saw it, where it is, and what you have done."),
                _("Use roles and not names for people you support, such as “an adult I work with”."),
                _("This does not report anything for you. It helps you remember it."),
            ),
        ),
        _Step(
            _("Look after yourself"),
            (
                _("It is all right to put the phone away and leave this until tomorrow."),
                _("Talk to someone you trust, your union, or your employer’s support line."),
            ),
        ),
    )


def _telling(who: Profile) -> _Step:
    """Whom this person tells, and who else matters in their line of work."""
    told = who.role.turns_to
    further = _("If they are part of it, go to the person above them.")
    if who.role in (Role.STAFF, Role.MANAGER):
        further = _("If they are part of it, go to the manager above them or to your HR team.")
    return _Step(
        _("Tell {who}").format(who=told),
        (
            _("Tell them soon, in person or by phone. It is better that they hear it from you."),
            _("If it is about someone you met through work, tell them straight away."),
            further,
        ),
        tuple(one for one in log.routes_for(Origin.WORK, who) if one.help in _ADDED),
    )
