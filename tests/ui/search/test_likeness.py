"""My pictures in the window: dropped and tied to accounts, what they tell, whose a profile is, and how to report it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import log, person, search, worker
from footprint.demo import portraits
from footprint.demo.portraits import keep_portraits
from footprint.person import Purpose
from footprint.search import likeness, reading
from footprint.search.likeness import Answer, Failure, Fetched
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web
from footprint.workbench import open_bench
from tests.search.likeness.picture_web import HOST, PictureWeb
from tests.ui.search.conftest import Open
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.search.likeness.view import LikenessPart
from ui.search.page import SearchPage


@pytest.fixture
def accounts(ada: Vault) -> Vault:
    person.add_account(ada, "facebook", handle="ada.example.demo")
    person.add_account(ada, "linkedin", handle="ada-example-demo", purpose=Purpose.PROFESSIONAL)
    person.add_account(ada, "whatsapp")
    return ada


@pytest.fixture
def hers(accounts: Vault) -> Vault:
    keep_portraits(accounts)
    return accounts


def opened(desk: Desk, open_page: Open, qtbot: QtBot) -> tuple[SearchPage, LikenessPart]:
    page = open_page(desk)
    page.show_at(stage="pictures")
    rest(desk, qtbot)
    assert isinstance(page.part, LikenessPart)
    return page, page.part


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    return data


def drawn(folder: Path, name: str, number: int) -> Path:
    file = folder / name
    file.write_bytes(portraits._file((portraits._garden, portraits._hills)[number]()))
    return file


def test_nothing_yet_says_what_comes_here_and_how_to_begin(
    desk: Desk, accounts: Vault, open_page: Open, qtbot: QtBot
) -> None:
    page, part = opened(desk, open_page, qtbot)
    assert page.heading.text() == "My pictures"
    assert page.primary is not None and page.primary.text() == "Choose pictures"
    assert part.mine is None


def test_dropped_files_are_kept_tied_and_compared(
    desk: Desk, accounts: Vault, open_page: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page, part = opened(desk, open_page, qtbot)
    said: list[str] = []
    desk.said.connect(lambda words, _undo: said.append(words))
    part.take(files(drawn(tmp_path, "a.jpg", 0), drawn(tmp_path, "b.jpg", 1)))
    rest(desk, qtbot)
    assert said == ["2 pictures are kept"]
    assert part.mine is not None and len(part.mine.tiles) == 2
    first = next(iter(part.mine.tiles.values()))
    assert first.accessibleName() == "Picture 1" and first.accessibleDescription() == "Choose where you use it"
    first.click()
    part.sheet.ticks.set_values([one.id for one in person.accounts(accounts)][:2])
    part.sheet.primary.click()
    rest(desk, qtbot)
    (group,) = part.groups
    assert "1 picture, 2 accounts" in group.heading.text()
    assert "1 picture is on more than 1 of your accounts." in page.line.text()
    went: list[tuple[str, dict]] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    next(one for one in group.findChildren(type(page.primary)) if one.text() == "Check LinkedIn (professional)").click()
    assert went == [("checklists", {"network": "linkedin", "check": "profile_photo"})]
    desk.undo()
    rest(desk, qtbot)
    assert part.groups == []


def test_pasted_and_taken_out_and_undone(desk: Desk, accounts: Vault, open_page: Open, qtbot: QtBot) -> None:
    _page, part = opened(desk, open_page, qtbot)
    image = QImage()
    image.loadFromData(portraits._file(portraits._hills()))
    QGuiApplication.clipboard().setImage(image)
    part.paste()
    rest(desk, qtbot)
    (kept,) = likeness.pictures(accounts)
    part.mine.tiles[kept.id].click()
    part.sheet.removed.emit()
    part.sheet.reject()
    rest(desk, qtbot)
    assert likeness.pictures(accounts) == () and part.mine is None
    desk.undo()
    rest(desk, qtbot)
    assert likeness.pictures(accounts) == (kept,)
    QGuiApplication.clipboard().clear()
    part.paste()
    assert "no picture to paste" in part.problem.title.text()


def test_what_is_no_picture_is_said_beside_what_was_kept(
    desk: Desk, accounts: Vault, open_page: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    _page, part = opened(desk, open_page, qtbot)
    bad = tmp_path / "broken.jpg"
    bad.write_bytes(b"\xff\xd8\xff and no more")
    part.take(files(bad, drawn(tmp_path, "a.jpg", 0), tmp_path / "not there.png"))
    rest(desk, qtbot)
    assert len(likeness.pictures(accounts)) == 1
    assert part.problem.isVisible()
    assert "not a picture" in part.problem.title.text() and "Check that it is still there" in part.problem.title.text()


def test_a_worker_that_breaks_is_a_sentence(
    desk: Desk, accounts: Vault, open_page: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_given: object, **_named: object) -> None:
        raise worker.CannotRead

    monkeypatch.setattr(worker, "apart", breaks)
    _page, part = opened(desk, open_page, qtbot)
    part.take(files(drawn(tmp_path, "a.jpg", 0)))
    rest(desk, qtbot)
    assert likeness.pictures(accounts) == ()
    assert "could not be read" in part.problem.title.text()


def test_it_is_mine_asks_what_for_and_adds_an_account(desk: Desk, hers: Vault, open_page: Open, qtbot: QtBot) -> None:
    page, part = opened(desk, open_page, qtbot)
    (asked,) = part.asked
    assert "1 profile shows your picture." in page.line.text()
    asked.yes.click()
    part.answers.sheet.choices.set_value(Purpose.BOTH.value)
    part.answers.sheet.primary.click()
    rest(desk, qtbot)
    assert part.asked == []
    added = person.accounts(hers)[-1]
    assert (added.network, added.handle, added.purpose) == ("instagram", "ada.example.official", Purpose.BOTH)
    assert "3 of your accounts" in part.shown.standing.groups[0].sentence
    desk.undo()
    rest(desk, qtbot)
    assert len(part.asked) == 1 and len(person.accounts(hers)) == 3


def test_it_is_not_mine_leads_to_the_list_with_the_networks_own_way(
    desk: Desk, hers: Vault, open_page: Open, qtbot: QtBot
) -> None:
    page, part = opened(desk, open_page, qtbot)
    part.asked[0].no.setFocus()
    part.asked[0].no.click()
    rest(desk, qtbot)
    (card,) = part.impostors
    qtbot.waitUntil(lambda: card.heading.hasFocus())
    assert page.primary is card.on_list and "pretends to be you" in page.line.text()
    links: list[str] = []
    desk.link_asked.connect(links.append)
    buttons = {one.text(): one for one in card.findChildren(type(card.on_list))}
    buttons["Open the report page"].click()
    assert links == ["https://help.instagram.com/contact/636276399721841"]
    buttons["Copy what to say"].click()
    assert "ada.example.official" in QGuiApplication.clipboard().text()
    went: list[tuple[str, dict]] = []
    desk.went.connect(lambda place, details: went.append((place, details)))
    card.on_list.click()
    rest(desk, qtbot)
    finding = next(one for one in search.findings(hers) if "official" in one.address)
    (item,) = log.of_finding(hers, finding.id)
    assert (item.kind, item.action, item.network) == (log.Kind.PROFILE, log.Action.REPORT, "instagram")
    assert went == [("remove", {"item": item.id})]
    assert finding.verdict is search.Verdict.REMOVE
    (card,) = part.impostors
    assert card.on_list.text() == "See it on my list"
    desk.undo()
    rest(desk, qtbot)
    assert log.of_finding(hers, finding.id) == ()
    card = part.impostors[0]
    card.asked_again.emit()
    rest(desk, qtbot)
    assert len(part.asked) == 1


def test_the_picture_of_a_profile_is_given_by_hand(
    desk: Desk, accounts: Vault, open_page: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    likeness.add_mine(accounts, portraits._file(portraits._garden()))
    search.add_pasted(accounts, "https://www.tiktok.com/@ada.example Ada Example")
    _page, part = opened(desk, open_page, qtbot)
    assert part.found is not None and part.found.fetch is None  # no page of it was read
    (one,) = part.shown.standing.meetings
    part._open_profile(one.found.finding.id)
    part.sheet.take(QMimeData())
    assert part.sheet.problem.isVisibleTo(part.sheet)
    part.sheet.take(files(drawn(tmp_path, "theirs.jpg", 0)))
    rest(desk, qtbot)
    assert [one.likeness for one in part.shown.standing.to_ask] == [likeness.Likeness.SAME]


def test_what_did_not_come_is_shown_with_its_reason(desk: Desk, hers: Vault, open_page: Open, qtbot: QtBot) -> None:
    page, part = opened(desk, open_page, qtbot)
    part._fetch()
    (found, *_rest) = [one.found for one in part.shown.standing.meetings]
    part.fetching.show_outcome(Fetched((), (Failure(found, "The site did not give the picture."),), False))
    assert page.primary is not None and page.primary.text() == "See my pictures"
    page.back()
    rest(desk, qtbot)
    assert part.fetching is None and part.mine is not None
    assert likeness.pictures(hers)[-1].answer is Answer.UNSAID


def test_pictures_are_fetched_after_the_preview(accounts: Vault, open_page: Open, qtbot: QtBot, tmp_path: Path) -> None:
    likeness.add_mine(accounts, portraits._file(portraits._garden()))
    finding = search.add_pasted(accounts, "https://github.com/ada-example Ada Example").value.findings[0]
    body = f"<p>{'Writes about gardens in Otherton. ' * 20}</p>"
    image = f'<meta property="og:image" content="https://{HOST}/ada.jpg">'
    reading.add_page(
        accounts, finding.id, f"<html><head><title>Ada Example</title>{image}</head>{body}</html>".encode(), Task()
    )
    with PictureWeb({"/ada.jpg": portraits._file(portraits._garden(), 70)}) as web:
        door = Web(
            accounts, offline=lambda: False, resolver=web.resolver, dial=web.dial, authority=web.authority, pace=0
        )
        desk = Desk(open_bench(tmp_path / "app", accounts, web=door))
        page, part = opened(desk, open_page, qtbot)
        assert part.found is not None and part.found.fetch is not None
        assert part.found.fetch.text() == "Fetch 1 picture"
        part.found.fetch.click()
        assert isinstance(page.primary, type(part.found.fetch)) and page.primary.text() == "Fetch this 1 picture"
        assert "Nothing has left this computer yet" in page.line.text()
        page.primary.click()
        rest(desk, qtbot)
        assert part.fetching is None and len(part.asked) == 1
        assert desk.lanes.stop_all()
        QApplication.processEvents()
