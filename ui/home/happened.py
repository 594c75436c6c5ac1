"""“Something has happened”: a calm page. Do not answer in public, keep it, tell your line manager, write it down."""

from __future__ import annotations

from typing import ClassVar

from footprint.i18n import _
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel
from ui.page import Page


class HappenedPage(Page):
    help_topic: ClassVar[str] = "happened"
    max_width: ClassVar[int] = 760

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Something has happened"))
        self.say_line(_("Take your time. You do not have to deal with this alone, and nothing here is sent."))
        self._add_danger()
        for number, (title, words) in enumerate(_steps(), 1):
            card = Card(title=f"{number}. {title}")
            for sentence in words:
                card.add(PlainLabel(sentence))
            self.body.addWidget(card)
        self._add_actions()
        self.body.addStretch(1)

    def _add_danger(self) -> None:
        self.body.addWidget(
            Banner(
                "warn",
                _("If someone is in danger now, ring 999"),
                _("Ring 101 for the police when it is not an emergency."),
            )
        )

    def _add_actions(self) -> None:
        note = Btn(_("Write it down on your list"), "primary", "plus")
        note.clicked.connect(lambda: self.desk.go("remove", new=True))
        self.primary = note
        home = Btn(_("Back to Home"), "quiet")
        home.clicked.connect(self.back)
        self.body.addLayout(hbox(note, home, None))


def _steps() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            _("Do not answer in public"),
            (
                _("Do not reply, argue or explain under the post. It brings more people to it."),
                _("Do not message the person who did it, and do not ask friends to."),
            ),
        ),
        (
            _("Keep a copy first"),
            (
                _("Take a screenshot that shows the words, the name and the date. Copy the address."),
                _("Do this before you block or report anyone, because the post may vanish then."),
                _("Keep copies here rather than in your phone’s photos. Leave out other people’s details."),
            ),
        ),
        (
            _("Tell your line manager"),
            (
                _("Tell them soon, in person or by phone. It is better that they hear it from you."),
                _("If it is about someone you work with, tell them straight away, whatever the hour."),
                _("If your manager is part of it, go to their manager or to your HR team."),
            ),
        ),
        (
            _("Write it down"),
            (
                _("Write what happened, when you saw it, where it is, and what you have done."),
                _("Use roles and not names for people you support, such as “an adult I work with”."),
                _("This does not report anything for you. It helps you remember it."),
            ),
        ),
        (
            _("Look after yourself"),
            (
                _("It is all right to put the phone away and leave this until tomorrow."),
                _("Talk to someone you trust, your union, or your employer’s support line."),
            ),
        ),
    )
