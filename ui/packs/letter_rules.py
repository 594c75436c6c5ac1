"""How letters are signed at a workplace, beside a letter: the rule and why, and what in it says more than that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from footprint.i18n import _
from footprint.log.incidents import Post
from footprint.log.letters.packed import HouseRules
from footprint.packs.format import Shown
from footprint.packs.records import Pack
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.from_pack import FromPackMark
from ui.kit.text import PlainLabel
from ui.packs.links import link_lines
from ui.page import clear


class LetterRules(Card):
    """Nothing here stops a letter: the person decides. `wanted` carries a line to put under the name."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("sunken")
        self._desk = desk
        self._said: HouseRules | None = None
        self.line_button: Btn | None = None
        self.caution = Banner("warn", " ", " ", quiet=True)
        self.hide()

    def show_rules(self, said: HouseRules | None, pack: Pack | None) -> None:
        """For another letter; hidden where no pack says anything."""
        self._said = said
        self.caution.setParent(None)
        clear(self.body)
        self.line_button = None
        self.setVisible(said is not None)
        if said is None:
            return
        self.body.addWidget(FromPackMark(said.origin), 0, Qt.AlignmentFlag.AlignLeft)
        for first in said.ask_first:
            post = Post(first.post).label
            self.add(Banner("info", _("Speak to this role first: {post}").format(post=post), first.words, quiet=True))
        self.add(PlainLabel(said.words))
        self.add(PlainLabel(_("Its reason: {reason}").format(reason=said.reason), "small", "text2"))
        self.add(self.caution)
        self.caution.hide()
        if said.line:
            line = said.line
            self.line_button = Btn(_("Put “{line}” under my name").format(line=line), "quiet", "plus")
            self.line_button.clicked.connect(lambda: self.wanted.emit(line))
            self.add(self.line_button)
        for part in link_lines(self._desk, pack, Shown.LETTERS):
            self.add(part)

    def show_given_away(self, what: Sequence[str]) -> None:
        """What stands in the letter that is not to be said in one here."""
        if self._said is None:
            return
        if what:
            title = _("{organisation} asks you to leave this out").format(organisation=self._said.origin.organisation)
            self.caution.say(title, ", ".join(what))
        self.caution.setVisible(bool(what))
