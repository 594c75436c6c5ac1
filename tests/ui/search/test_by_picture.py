"""Looking with a picture: what leaves is said first, the person drops the file themself, one site after the other."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from footprint import search
from footprint.search import Outcome
from footprint.vault import Vault
from footprint.web import entries
from tests.ui import looks
from ui.desk import Desk
from ui.search.by_hand.by_picture import ByPicture
from ui.search.page import SearchPage, Stage

Settle = Callable[[], None]
Open = Callable[[Desk], SearchPage]


@pytest.fixture
def opened(desk: Desk) -> list[str]:
    found: list[str] = []
    desk.link_asked.connect(found.append)
    return found


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    notes = Image.Exif()
    notes.get_ifd(0x8825).update({1: "N", 2: (53.0, 35.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (120, 90), "teal").save(out, "JPEG", exif=notes)
    path = tmp_path / "me_at_*the*_fair.jpg"
    path.write_bytes(out.getvalue())
    return path


@pytest.fixture
def page(ada: Vault, desk: Desk, open_page: Open, settle: Settle) -> SearchPage:
    made = open_page(desk)
    made.show_stage(Stage.BY_PICTURE)
    settle()
    return made


@pytest.fixture
def part(page: SearchPage) -> ByPicture:
    assert isinstance(page.part, ByPicture)
    return page.part


def words(part: ByPicture) -> str:
    return "\n".join(looks.visible_words(part))


def test_what_leaves_is_said_before_anything_is_opened(
    part: ByPicture, picture: Path, opened: list[str], settle: Settle, ada: Vault
) -> None:
    part.take(picture)
    settle()
    said = words(part)
    assert "What leaves this computer" in said and "The picture itself, to tineye.com" in said
    assert "24 hours" in said and "where it was taken" in said
    part._choose_engine("yandex")
    settle()
    assert "How long it is kept there is not known." in words(part)
    assert opened == [] and entries(ada) == ()
    part._choose_engine("tineye")
    settle()
    part.open_button.click()
    settle()
    assert opened == ["https://tineye.com/"]
    assert entries(ada) == ()


def test_what_was_seen_is_written_down_and_the_next_site_offered(
    part: ByPicture, page: SearchPage, picture: Path, settle: Settle, ada: Vault
) -> None:
    part.take(picture)
    settle()
    page.primary.click()
    settle()
    part.look.ticks.set_values(["photo"])
    part.look.keep_button.click()
    settle()
    run = search.last_run(ada)
    assert run.outcome is Outcome.RESULTS and run.looks[0].words == picture.name
    assert run.looks[0].provider == "hand-off:tineye"
    assert page.primary.text() == "Go on with Google Lens"
    page.primary.click()
    settle()
    assert part.engine.name == "lens"
    assert "TinEye" in [button.row.title for button in part.sites.buttons if button.row.state == "done"]


def test_another_day_it_goes_on_where_it_was_left(part: ByPicture, picture: Path, settle: Settle, ada: Vault) -> None:
    search.record_look(ada, "tineye", picture.name, nothing=True)
    search.record_look(ada, "lens", "another.jpg", nothing=True)
    part.take(picture)
    settle()
    assert part.engine.name == "lens"
    assert [button.row.title for button in part.sites.buttons if button.row.state == "done"] == ["TinEye"]


def test_a_copy_without_hidden_details_takes_its_place(
    part: ByPicture, picture: Path, tmp_path: Path, settle: Settle
) -> None:
    part.take(picture)
    settle()
    copy = tmp_path / "copy.jpg"
    part.save_copy(copy)
    settle()
    assert part.chosen.path == copy and part.chosen.notes.tells == ()
    assert "No hidden details were found" in words(part)
    part.copy_place.click()
    assert QGuiApplication.clipboard().text() == str(copy)
    part.save_copy(tmp_path / "nowhere" / "copy.jpg")
    settle()
    assert "could not be saved" in words(part)


def test_a_dropped_file_that_is_no_picture_says_so(part: ByPicture, tmp_path: Path, settle: Settle) -> None:
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    part.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    settle()
    assert part.problem.isVisible() and "not a picture" in words(part)
    assert part.chosen is None


def test_back_leads_from_the_look_to_the_sites_to_the_picture(part: ByPicture, picture: Path, settle: Settle) -> None:
    part.take(picture)
    settle()
    part.open_button.click()
    assert part.back() and part.look is None
    assert part.back() and part.chosen is None
    assert not part.back()
