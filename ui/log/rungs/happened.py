"""“What happened?”: how it ended, or that it has not; a reply can be pasted to see what it says."""

from __future__ import annotations

from PySide6.QtCore import Signal

from footprint.i18n import _
from footprint.log import State
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.fields import Field, NotesBox
from ui.kit.later import Later
from ui.kit.layout import Fold, hbox
from ui.log.caution import Caution, Told
from ui.log.fields import Problem
from ui.log.letters.reply import ReplyPart

NO_REPLY = "no reply"


class HappenedCard(Card):
    """Four answers. “No reply” keeps it open and offers to ask again."""

    answered = Signal(str, str)  # a State by its value or NO_REPLY, the person's note
    agreed = Signal(object, str, bool)  # as of `ReplyPart`
    frightened = Signal()

    def __init__(self) -> None:
        super().__init__(title=_("What happened?"))
        self.choices = Choices(
            _("What happened?"),
            [
                Option(State.GONE.value, _("They removed it"), _("You looked, and it is gone from there.")),
                Option(State.REFUSED.value, _("They said no"), _("You can still hide it or report it.")),
                Option(NO_REPLY, _("No reply"), _("You can ask once more.")),
                Option(State.KEPT.value, _("I changed my mind"), _("It stays as it is.")),
            ],
            show_label=False,
        )
        self.problem = Problem()
        self.note = NotesBox(_("A note about it"), rows=2)
        self._note_fold = Fold(_("Add a note"))
        self._note_fold.body.addWidget(Field(_("A note about it"), self.note, _("Only you see it."), optional=True))
        self.caution = Caution(self.note)
        self.caution.kept.connect(self._save)
        self.save = Btn(_("Save"), "primary")
        self.save.clicked.connect(self._save)
        self.choices.chosen.connect(self._on_chosen)
        self._told = Told()
        self._reply = Later(self._make_reply)
        self._reply_fold = Fold(_("They wrote back"))
        self._reply_fold.body.addWidget(self._reply)
        self._reply_fold.toggled.connect(lambda on: on and self._reply.show_part(True))
        for part in (self.problem, self.choices, self._note_fold, self.caution):
            self.add(part)
        self.add(hbox(self.save, None))
        self.add(self._reply_fold)

    @property
    def reply(self) -> ReplyPart:
        return self._reply.part

    def _make_reply(self) -> ReplyPart:
        made = ReplyPart()
        made.agreed.connect(self.agreed)
        made.frightened.connect(self.frightened)
        made.caution.learn(self._told)
        return made

    def learn(self, told: Told) -> None:
        """What the notes and the answer are held against."""
        self._told = told
        self.caution.learn(told)
        if self._reply.built is not None:
            self._reply.built.caution.learn(told)

    def show_reply(self, text: str) -> None:
        """Read this answer at once."""
        self.reply.text.setPlainText(text)
        self.reply.read.click()
        self._reply_fold.set_open(True)

    def clear(self) -> None:
        self.choices.set_value("")
        self.note.clear()
        self.caution.start(kept=False)
        self.problem.say("")
        self._note_fold.set_open(False)
        if self._reply.built is not None:
            self._reply.built.clear()
        self._reply_fold.set_open(False)

    def _on_chosen(self, value: str) -> None:
        """No reply has no note, and asks nothing about one."""
        self._note_fold.setVisible(value != NO_REPLY)
        if value == NO_REPLY:
            self.caution.hide()

    def _save(self) -> None:
        if not self.choices.value:
            self.problem.say(_("Choose what happened."))
            self.choices.focus_first()
            return
        self.problem.say("")
        if self.choices.value != NO_REPLY and self.caution.asks():
            self._note_fold.set_open(True)
            return
        self.answered.emit(self.choices.value, self.note.toPlainText().strip())
