"""Every page of the app with a pack in use: each of its texts on screen stands with where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from footprint import log
from footprint.reminders import events
from footprint.workbench import Workbench
from tests.packs.council import ORGANISATION
from tests.ui.waiting import rest
from ui.checklists.frame import Frame
from ui.desk import Desk
from ui.kit.layout import Fold
from ui.page import Page
from ui.pages import make_page
from ui.places import every_place

Role = Qt.ItemDataRole
MARK = f"from {ORGANISATION}".casefold()
# What only the pack says. A text of its own may be part of a longer one on the screen.
THEIRS = (
    "Rules of our teams", "Take your lanyard off", "Our lanyard shows", "Read our social media policy too",
    "side by side with the policy on our staff pages", "The social media policy", "Our press office speaks",
    "Safeguarding hub", "01632 960200", "safeguarding@northshire.example", "Ask for the duty worker",
    "IT service desk", "01632 960300", "Press office", "press@northshire.example", "Ring the service desk",
    "Lost phone steps", "Who can see where you live and work", "Our staff asked for a shorter", "talk about blocking",
    "At our council", "Are you in the staff group", "The staff group", "Posts in the staff group", "Staff hub",
    "Who can see your photo on the hub", "Photo on the hub", "Partner agencies", "each quarter", "three times a year",
    "Sign letters with your own name", "A letter that names the council", "Written as a private person",
    "Speak to the press office", "Social media policy", "Four pages, last changed", "You join another team",
    "You move inside the council", "old team’s pages may still name", "old team’s page", "the web team of your old",
)  # fmt: skip


@pytest.fixture
def bench(used: Workbench) -> Workbench:
    return used


def stops(item: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every place, and the views within it that a pack reaches."""
    for place in every_place():
        if place.name != "packs":  # its own page is about nothing else, and says so in its heading
            yield place.name, {}
    yield "checklists", {"network": "facebook"}
    yield "checklists", {"network": "facebook", "check": "about_info"}
    yield "checklists", {"network": "facebook", "check": "org:staff-group"}
    yield "checklists", {"network": "facebook", "view": "about"}
    yield "checklists", {"network": "org:hub"}
    yield "checklists", {"network": "org:hub", "view": "about"}
    yield from (("checklists", {"view": view}) for view in ("phone", "quick"))
    yield from (("checklists", {"part": part}) for part in ("networks", "places", "situations"))
    yield from (("guidance", {"statement": one}) for one in ("org:lanyard", "g01", "g14", "g15"))
    yield from (("happened", {"kind": kind}) for kind in ("posted", "contact", "mistake", "lost", "threat"))
    yield "incidents", {"view": "contacts"}
    yield "events", {"event": "org:new-team"}
    yield from (("reminders", {"key": key}) for key in ("search", "checklist:facebook"))
    yield "remove", {"item": item}
    yield "stranger", {"network": "org:hub"}


@pytest.mark.slow
def test_every_text_of_the_pack_says_where_it_comes_from(bench: Workbench, desk: Desk, qtbot: QtBot) -> None:
    seen: set[str] = set()
    wrong: list[str] = []
    shown: list[QWidget] = []
    kept: list[QWidget] = []  # to the end: a page that nobody holds could be collected on the thread of a lane
    desk.focus_asked.connect(lambda widget: shown.append(widget) if widget is not None else None)
    item = log.page(bench.vault, log.Query(), 0, 1, bench.vault.now().date())[0].id
    events.begin(bench.vault, "org:new-team", bench.pack)
    for place, details in stops(item):
        shown.clear()
        page = make_page(place, desk)
        qtbot.addWidget(page)
        page.resize(1100, 900)
        page.show()
        rest(desk, qtbot)
        if details:
            page.show_at(**details)
            rest(desk, qtbot)
        kept += (page, *shown)
        for root in (page, *shown):
            open_all(root, lambda: rest(desk, qtbot))
            for words, widget in texts(root):
                found = [one for one in THEIRS if one.casefold() in words.casefold()]
                seen.update(found)
                if found and not says_where(words, widget, root):
                    wrong.append(f"{place} {details}: {words!r}")
        page.hide()
    assert wrong == []
    # Of each kind something was really in sight.
    assert seen >= {
        "Our lanyard shows", "Safeguarding hub", "Ring the service desk", "Who can see where you live and work",
        "talk about blocking", "Are you in the staff group", "Staff hub", "Partner agencies", "You join another team",
        "Social media policy", "Read our social media policy too", "three times a year", "each quarter",
        "Sign letters with your own name", "the web team of your old",
    }  # fmt: skip


def open_all(root: QWidget, settle: Callable[[], None]) -> None:
    """Every part that opens, opened: nothing of a pack hides its mark in a fold."""
    for fold in root.findChildren(Fold):
        fold.set_open(True)
    settle()


def texts(root: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Everything there is to read, row by row in lists, with what a screen reader is told beside it."""
    for label in root.findChildren(QLabel):
        if not label.isHidden():
            yield f"{label.text()} {label.accessibleName()}".replace("\u200b", ""), label
    for button in root.findChildren(QAbstractButton):
        if not button.isHidden():
            look = getattr(button, "look", None)
            row = f"{look.title} {look.meta} {look.pill}" if look is not None else ""
            yield f"{button.text()} {row} {button.accessibleName()}", button
    for box in root.findChildren(QComboBox):
        yield from ((box.itemText(at), box) for at in range(box.count()))
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None and not isinstance(view.parent(), QComboBox):
            for at in range(min(model.rowCount(), 300)):
                row = model.index(at, 0)
                said = (Role.DisplayRole, Role.AccessibleTextRole, Role.AccessibleDescriptionRole)
                yield " ".join(str(row.data(one) or "") for one in said), view


def says_where(words: str, widget: QWidget, root: QWidget) -> bool:
    """In its own words, in the card or question around it, or in the title of a page that is all of the pack's."""
    if MARK in words.casefold() or MARK in title_of(root).casefold():
        return True
    around = widget.parentWidget()
    for _level in range(7):
        if around is None or around is root or is_the_column(around, root):
            return False
        if any(MARK in said.text().replace("\u200b", "").casefold() for said in around.findChildren(QLabel)):
            return True
        around = around.parentWidget()
    return False


def title_of(root: QWidget) -> str:
    if isinstance(root, Page):
        return root.heading.text()
    return " ".join(one.text() for one in root.findChildren(QLabel)[:4]) if isinstance(root, Frame) else ""


def is_the_column(widget: QWidget, root: QWidget) -> bool:
    """What holds everything: a mark somewhere else on the page is none for this."""
    return isinstance(root, Page) and widget is root._column
