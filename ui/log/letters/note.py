"""A note to family, friends or others close to the person, which concerns nothing in the list."""

from __future__ import annotations

from footprint.i18n import _
from ui.desk import Desk
from ui.kit.cards import Banner
from ui.log import drafts
from ui.log.letters.letter import LetterCard
from ui.log.view import View


class NoteView(View):
    """The message alone. Nobody is waited for, so nothing is put into the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.letter = LetterCard(desk, drafts.NOTES)
        self.primary = self.letter.copy
        self.careful = Banner(
            "info",
            _("Only to people you trust"),
            _("Never to someone you met through work, or someone who frightens you."),
            quiet=True,
        )
        self.body.addWidget(self.careful)
        self.body.addWidget(self.letter)
        self.body.addStretch(1)

    def reload(self) -> None:
        self.letter.show_note()
        self.headed.emit(
            _("A note to family and friends"), _("They cannot know what you would like if nobody tells them.")
        )

    def put_away(self) -> None:
        self.letter.put_away()
