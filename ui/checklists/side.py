"""The right-hand column of a settings page: why it matters, what cannot be hidden, and the private note."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from footprint.checklists import Guidance, GuidanceStatement, NetworkFile, SettingsPage
from footprint.errors import NotFound
from footprint.i18n import _, ngettext
from footprint.packs.origins import with_mark
from ui.checklists.surfaces import Aside
from ui.kit.layout import Fold
from ui.kit.text import BoldText, PlainLabel

SHOWN = 2


def statements(guidance: Guidance, page: SettingsPage) -> tuple[GuidanceStatement, ...]:
    """What the guidance says that the checks of a page serve, each once."""
    found: dict[str, GuidanceStatement] = {}
    for state in page.checks:
        for one in state.check.guidance:
            try:
                found[one] = guidance.statement(one)
            except NotFound:  # the lint names it; the page shows what there is
                continue
    return tuple(found.values())


def why_card(served: Iterable[GuidanceStatement]) -> QWidget | None:
    """ "Why this matters": the statements of the guidance, the first two in sight."""
    said = list(served)
    if not said:
        return None
    card = Aside("info", "info", _("Why this matters"))
    for one in said[:SHOWN]:
        card.body.addWidget(PlainLabel(_said(one), "small"))
    sections = dict.fromkeys(one.section for one in said if one.section[:1].isdigit())
    where = ngettext("Guidance section {list}", "Guidance sections {list}", len(sections))
    if sections:
        card.body.addWidget(PlainLabel(where.format(list=", ".join(sections)), "small", "text2"))
    _rest(card, [_said(one) for one in said[SHOWN:]])
    return card


def _said(one: GuidanceStatement) -> str:
    return with_mark(one.text, one.origin)


def hidden_card(network: NetworkFile) -> QWidget | None:
    """ "Cannot be hidden": what anyone can see, whatever is set here."""
    if not network.always_public:
        return None
    card = Aside("warn", "eye_off", _("Cannot be hidden"))
    card.body.addWidget(BoldText(network.always_public[0].text, "small"))
    _rest(card, [one.text for one in network.always_public[1:]])
    return card


def _rest(card: Aside, texts: list[str]) -> None:
    if not texts:
        return
    fold = Fold(ngettext("{n} more", "{n} more", len(texts)).format(n=len(texts)))
    for one in texts:
        fold.body.addWidget(BoldText(one, "small"))
    card.body.addWidget(fold)
