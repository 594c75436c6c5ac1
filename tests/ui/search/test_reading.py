"""What a page shows, in the card of its result: read after a look at what is asked, or from a page the person saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.search import Finding, Outcome, reading
from footprint.search.reading import Facet, Why
from footprint.tasks import Task
from footprint.vault import Vault
from tests.ui import looks
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.incoming import of_file
from ui.kit.text import PlainLabel
from ui.search.page import SearchPage, Stage
from ui.search.sorting.page_shows import PageShows

RICH = (
    "<title>Ada Example, volunteer</title><meta name=author content='Sam Writer'><meta name=robots content=noindex>"
    "<meta property='article:published_time' content='2024-05-01'><article><h1>Ada Example, volunteer</h1>"
    "<img src=a.jpg alt='Ada Example with the award'><p>Ada Example, 34, from Otherton, works for Exampleshire"
    " Council and lives with her husband Tom. Her son Jack is at Otherton Primary School. She drives a Ford, AB12"
    " CDE.</p><p>Ada lives at 12 Mill Lane, Otherton BL9 0QQ. Call Ada on 07700 900123 or write to"
    " ada@mail.example.</p></article>"
)
LOGIN = "<h1>Log in</h1><p>Log in to see this page</p><input type=password>"


def says(text: str) -> Callable[[Visit], None]:
    def answer(visit: Visit) -> None:
        robots = visit.asked.path == "/robots.txt"
        visit.send(200, b"" if robots else text.encode(), "text/plain" if robots else "text/html")

    return answer


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=("club.example", "photos.example", "people-finder.example")) as web:
        yield web


def shows_of(page: SearchPage) -> PageShows:
    return page.part.result.findChild(PageShows)


def words(page: SearchPage) -> str:
    shown = [one for one in shows_of(page).findChildren(PlainLabel) if not one.isHidden()]
    return "\n".join(one.text() for one in shown)


@pytest.fixture
def opened(
    online: Desk, results: tuple[Finding, ...], open_page: Callable[[Desk], SearchPage], qtbot: QtBot
) -> Callable[[str], SearchPage]:
    """The page with the result of one site in its card."""

    def show(host: str) -> SearchPage:
        page = open_page(online)
        page.show_stage(Stage.SORT)
        rest(online, qtbot)
        page.part._open(next(one.id for one in results if one.host == host))
        rest(online, qtbot)
        return page

    return show


def test_read_after_the_preview_it_says_what_the_page_shows(
    opened: Callable[[str], SearchPage], online: Desk, loopback: LoopbackWeb, qtbot: QtBot, ada: Vault
) -> None:
    loopback.misbehave("club.example", says(RICH))
    page = opened("club.example")
    shows_of(page).read_button.click()
    rest(online, qtbot)
    view = page.part.reading
    assert loopback.asked == []
    assert "https://club.example/robots.txt" in view.preview.requests.toPlainText()
    assert page.primary is view.preview.send_button
    view.preview.send_button.click()
    rest(online, qtbot)
    assert page.part.reading is None
    assert {one.host for one in loopback.asked} == {"club.example"}
    assert shows_of(page).facets.lines[Facet.PHONE] == "“07700 900123”"
    assert set(shows_of(page).facets.lines) == set(Facet)
    assert "Sam Writer" in words(page) and "1 May 2024" in words(page) and "leave it out" in words(page)
    assert "look yourself too" in words(page)
    assert not page.part.parts.isHidden()


def test_do_not_send_sends_nothing_and_leads_back(
    opened: Callable[[str], SearchPage], online: Desk, loopback: LoopbackWeb, qtbot: QtBot
) -> None:
    page = opened("club.example")
    shows_of(page).read_button.click()
    rest(online, qtbot)
    page.part.reading.preview.stop_button.click()
    rest(online, qtbot)
    assert page.part.reading is None and loopback.asked == []
    shows_of(page).read_button.click()
    rest(online, qtbot)
    assert page.escape() and page.part.reading is None


def test_all_that_are_left_are_read_at_once_and_the_end_tells_them_apart(
    opened: Callable[[str], SearchPage], online: Desk, loopback: LoopbackWeb, qtbot: QtBot, ada: Vault
) -> None:
    loopback.misbehave("club.example", says(RICH))
    loopback.misbehave("photos.example", says("<h1>Fair</h1>" + "<p>It was a fine day for the whole village. " * 9))
    loopback.misbehave("people-finder.example", says(LOGIN))
    page = opened("club.example")
    page.part.read_all.click()
    rest(online, qtbot)
    view = page.part.reading
    assert view.preview.numbers() and len(view.preview.numbers()) == 5
    view.preview.send_button.click()
    rest(online, qtbot)
    shown = "\n".join(one.text() for one in view.findChildren(PlainLabel))
    assert "Shows something about you (1)" in shown and "Could not be read (3)" in shown
    assert Why.LOGIN.label in shown
    assert len(reading.latest(ada)) == 2
    page.primary.click()
    rest(online, qtbot)
    assert page.part.reading is None


def test_a_page_that_was_saved_is_read_without_the_internet(
    opened: Callable[[str], SearchPage], online: Desk, loopback: LoopbackWeb, qtbot: QtBot, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(RICH, encoding="utf-8")
    page = opened("club.example")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(saved))])
    shows_of(page).dropEvent(
        QDropEvent(
            QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    rest(online, qtbot)
    assert "You saved this page" in words(page) and loopback.asked == []


def test_a_wall_is_said_and_what_was_known_stays(
    opened: Callable[[str], SearchPage], online: Desk, qtbot: QtBot, ada: Vault, tmp_path: Path
) -> None:
    page = opened("club.example")
    for text in (RICH, LOGIN):
        (tmp_path / "page.html").write_text(text, encoding="utf-8")
        shows_of(page).add_page(of_file(tmp_path / "page.html"))
        rest(online, qtbot)
    assert shows_of(page).banner is not None and Why.LOGIN.label in words(page)
    assert Facet.PHONE in shows_of(page).facets.lines
    assert [one.outcome for one in reading.readings(ada)] == [Outcome.RESULTS, Outcome.BLOCKED]


def test_offline_only_a_saved_page_is_offered(opened: Callable[[str], SearchPage], online: Desk, qtbot: QtBot) -> None:
    online.bench.settings.change(never_use_internet=True)
    page = opened("club.example")
    assert shows_of(page).read_button.isHidden() and not shows_of(page).saved_button.isHidden()
    assert "internet is switched off" in words(page)


@pytest.mark.parametrize("text", [RICH, LOGIN], ids=["rich", "wall"])
def test_the_card_stands_at_every_size_in_both_themes(
    opened: Callable[[str], SearchPage], online: Desk, qtbot: QtBot, ada: Vault, results: tuple[Finding, ...], text: str
) -> None:
    one = next(one for one in results if one.host == "club.example")
    reading.add_page(ada, one.id, text.encode(), Task())
    page = opened("club.example")
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []


def test_the_preview_stands_at_every_size_in_both_themes(
    opened: Callable[[str], SearchPage], online: Desk, qtbot: QtBot
) -> None:
    page = opened("club.example")
    page.part.read_all.click()
    rest(online, qtbot)
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []
    assert looks.primary_buttons(page) == [page.primary.text()]
