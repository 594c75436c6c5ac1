"""Photographs as a grid, read out of the copy where it lies."""

from __future__ import annotations

import io
import json
import zipfile
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from footprint.archives.bringing import bring_in
from footprint.archives.opening.batches import Options
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.archives.conftest import Wait, press
from ui.archives.page import ArchivesPage
from ui.archives.photos import AT_ONCE, Photos
from ui.archives.review.pictures import PicturesSheet
from ui.archives.review.view import Review
from ui.archives.stage import Stage


def picture(n: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (30 + 5 * n % 200, 120, 90)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def copy(bench: Workbench, tmp_path: Path) -> Path:
    """A copy with 30 posts that have a photograph; the first picture is no picture."""
    posts = [
        {
            "timestamp": 1_400_000_000 + 86_400 * n,
            "data": [{"post": f"Photo number {n}"}],
            "attachments": [{"data": [{"media": {"uri": f"posts/media/{n}.jpg"}}]}],
        }
        for n in range(AT_ONCE + 6)
    ]
    path = tmp_path / "facebook-ada.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("your_facebook_activity/posts/your_posts_1.json", json.dumps(posts))
        for n in range(len(posts)):
            made.writestr(f"posts/media/{n}.jpg", picture(n) if n else b"no picture at all")
    bring_in(bench.vault, [path], Options())
    return path


def grid(page: ArchivesPage, settle: Wait) -> Photos:
    page.show_stage(Stage.PHOTOS)
    settle()
    assert isinstance(page.part, Photos)
    return page.part


def test_pictures_stand_newest_first_a_page_at_a_time(page: ArchivesPage, copy: Path, settle: Wait) -> None:
    part = grid(page, settle)
    assert len(part.tiles) == AT_ONCE and all(one._image is not None for one in part.tiles)
    press(page, "Older", settle)
    assert len(part.tiles) == 6 and part.tiles[-1]._image is None  # the one that is no picture


def test_a_press_opens_its_post(page: ArchivesPage, copy: Path, settle: Wait) -> None:
    grid(page, settle).tiles[1].click()
    settle()
    assert isinstance(page.part, Review) and page.part.card is not None
    assert page.part.card.row.entry.text == f"Photo number {AT_ONCE + 4}"


def test_a_copy_that_was_moved_is_said_to(page: ArchivesPage, copy: Path, settle: Wait) -> None:
    copy.unlink()
    grid(page, settle)
    assert "not where it was" in " ".join(looks.visible_words(page))


def test_the_pictures_of_one_post_are_shown_on_request(page: ArchivesPage, copy: Path, settle: Wait) -> None:
    page.show_stage(Stage.REVIEW)
    settle()
    press(page, "Show the pictures", settle)
    sheet = next(one for one in page.findChildren(PicturesSheet))
    assert len(sheet.boxes) == 1 and sheet.boxes[0].has_picture


def test_without_photographs_it_says_so(page: ArchivesPage, settle: Wait) -> None:
    grid(page, settle)
    assert "No photographs" in " ".join(looks.visible_words(page))


def test_it_looks_right_in_both_themes_at_every_size(page: ArchivesPage, copy: Path, settle: Wait) -> None:
    grid(page, settle)
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
    assert wrong == []
