"""The parts of the Guidance page that a pack brings: its card, and what it hides with the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import Guidance, GuidanceStatement
from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from footprint.packs.records import Pack
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.from_pack import FromPackMark
from ui.kit.layout import Fold, vbox
from ui.kit.text import Heading, PlainLabel


class PackCard(Card):
    """Which pack is in use, or that there can be one; `wanted` leads to its page."""

    wanted = Signal()

    def __init__(self, pack: Pack | None) -> None:
        super().__init__("sunken")
        self.add(Heading(_("What your organisation adds"), "h3"))
        if pack is None:
            self.add(PlainLabel(_("No pack is in use. This is the built-in general guidance.")))
        else:
            words = _("{organisation}, version {n}, made on {day}.").format(
                organisation=pack.organisation, n=pack.version, day=day_in_words(pack.manifest.made)
            )
            self.add(PlainLabel(words))
        self.button = Btn(
            _("See what it adds") if pack is not None else _("Add your organisation’s pack"), "quiet", "book"
        )
        self.button.clicked.connect(self.wanted)
        self.add(self.button)


def hidden_card(guidance: Guidance, section: str = "") -> Card | None:
    """The statements a pack hides, in one section or in all, under a fold: nothing goes without a trace."""
    found = [one for one in guidance.hidden if not section or section == one.section or section in one.also]
    if not found or found[0].origin is None:
        return None
    card = Card("sunken")
    card.body.addWidget(FromPackMark(found[0].origin), 0, Qt.AlignmentFlag.AlignLeft)
    words = ngettext("{n} statement is hidden", "{n} statements are hidden", len(found)).format(n=len(found))
    fold = Fold(words)
    for one in found:
        fold.body.addWidget(_hidden(one))
    card.add(fold)
    return card


def _hidden(one: GuidanceStatement) -> QWidget:
    box = QWidget()
    why = one.origin.why if one.origin is not None else ""
    box.setLayout(
        vbox(PlainLabel(one.short, "label"), PlainLabel(one.text), PlainLabel(why, "small", "text2"), spacing=2)
    )
    return box
