"""One page of a file (a way in, a way off): what to know, what to do, the link, and how sure we are of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from footprint.checklists import Page
from footprint.i18n import _
from ui.checklists.badges import source_of
from ui.checklists.how import open_button
from ui.checklists.now import Now
from ui.kit.button_row import ButtonRow
from ui.kit.steps import NumberedSteps
from ui.kit.text import BoldText, PlainLabel


def fill_page(place: QVBoxLayout, now: Now, page: Page, opened: Callable[[str], object], about: str = "") -> None:
    """Put it into a column; `about` tells one “Open this page” from another to a screen reader."""
    if page.note:
        place.addWidget(BoldText(page.note))
    if page.steps:
        place.addWidget(NumberedSteps(list(page.steps)))
    link = now.address(page.link)
    if link:
        place.addWidget(ButtonRow(open_button(now.network, link, opened, about)))
    if page.menu:
        place.addWidget(PlainLabel(_("Where it is: {path}").format(path=page.menu), "small", "text2"))
    place.addWidget(PlainLabel(source_of(now.network, page, now.today).sentence, "small", "text2"))
