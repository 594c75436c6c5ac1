"""Pictures of the place: a summary being chosen, the own list, the questions, the two cards of a stranger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footprint.supervision.summary import Level, Network, Part
from ui.desk import Desk
from ui.page import Page
from ui.supervision.page import PROMPTS, STRANGER, TAKE, SupervisionPage
from ui.supervision.summary import SummaryView


def supervision_screens(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """Each yields the name of what is on the screen at that moment. Nothing is kept of what is chosen here."""
    desk.go("supervision")
    settle()
    now = page()
    if isinstance(now, SupervisionPage) and isinstance(now.shown, SummaryView):
        shown = now.shown
        shown.level.cards[Level.SHORT.value].click()
        yield "supervision"
        shown.level.cards[Level.CHOOSE.value].click()
        for part in (Part.DATE, Part.CHECKS, Part.NETWORKS):
            shown.parts.cards[part.value].click()
        linkedin = shown.networks.cards.get(Network.LINKEDIN.value)
        if linkedin is not None:
            linkedin.click()
        yield "supervision_choose"
    for view in (TAKE, PROMPTS, STRANGER):
        desk.go("supervision", view=view)
        settle()
        yield f"supervision_{view}"
