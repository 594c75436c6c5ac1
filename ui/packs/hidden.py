"""The checks of a list that an employer's pack hides: under a fold, each with the reason and the app's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from footprint.checklists import Check, NetworkFile
from footprint.checklists.packed import hidden_in
from footprint.i18n import _, ngettext
from ui.kit.cards import Card
from ui.kit.from_pack import FromPackMark
from ui.kit.layout import Fold, vbox
from ui.kit.text import BoldText, PlainLabel


def hidden_checks(network: NetworkFile) -> Card | None:
    """None where nothing of this list is hidden."""
    found = hidden_in(network)
    if not found or found[0].origin is None:
        return None
    card = Card("sunken")
    card.body.addWidget(FromPackMark(found[0].origin), 0, Qt.AlignmentFlag.AlignLeft)
    words = ngettext("{n} check is hidden", "{n} checks are hidden", len(found)).format(n=len(found))
    fold = Fold(words)
    for one in found:
        fold.body.addWidget(_hidden(one))
    card.add(fold)
    card.add(PlainLabel(_("What you answered before is kept."), "small", "text2"))
    return card


def _hidden(check: Check) -> QWidget:
    box = QWidget()
    why = check.origin.why if check.origin is not None else ""
    box.setLayout(
        vbox(PlainLabel(check.title, "label"), BoldText(check.why), PlainLabel(why, "small", "text2"), spacing=2)
    )
    return box
