"""What there is to see of old posts, connections and a draft, for pictures of every screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ui.archives.stage import Stage
from ui.connections.page import ConnectionsPage
from ui.desk import Desk
from ui.draft.page import DraftPage
from ui.page import Page

_DRAFT = "Long day in court with one of our families again. Home to 14 Placeholder Road, ring me on 07700 900123"


def archive_screens(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """Each yields the name of what is on the screen at that moment."""
    for stage in (
        Stage.OVERVIEW, Stage.BRING, Stage.REPORT, Stage.REVIEW, Stage.PHOTOS, Stage.LENSES, Stage.DAY, Stage.HELD,
    ):  # fmt: skip
        desk.go("archives", stage=stage.value, about="1" if stage is Stage.REPORT else "")
        settle()
        yield f"posts_{stage.value}"
    desk.go("archives", network="facebook")
    settle()
    yield "posts_ask"
    desk.go("connections")
    settle()
    yield "connections"
    now = page()
    if isinstance(now, ConnectionsPage):
        now.choose(5)
        yield "connections_work"
        now.escape()
    desk.go("draft")
    settle()
    now = page()
    if isinstance(now, DraftPage):
        now.text.setPlainText(_DRAFT)
        now.look_now()
        settle()
    yield "draft"
