"""500 secrets in every column of text the vault has, hunted in what the window saves: names, dates, authors, all."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import web
from footprint.dates import local_day
from footprint.person import Regulator
from footprint.supervision import copies, summary
from footprint.supervision.copies import Form
from footprint.supervision.summary import Choice, Level, Network, Part
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.secrets import leaks
from tests.supervision.vaults import columns_of_text, plant
from tests.ui import pdf
from ui.desk import Desk
from ui.supervision.now import Now
from ui.supervision.page import SupervisionPage
from ui.supervision.summary import SummaryView

ROWS = 3
CHOICES = (
    Choice(),
    Choice(Level.SHORT),
    Choice(Level.CHOOSE, frozenset(Part), frozenset(Network)),
)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def said_by(path: Path) -> str:
    """Everything a file says, wherever: its bytes, what is packed in them, the text, and its name."""
    raw = path.read_bytes()
    parts = [path.name.encode(), raw, raw.replace(b"\0", b"")]
    if path.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts += [part for one in packed.infolist() for part in (packed.read(one), one.comment, one.extra)]
            parts += [one.filename.encode() for one in packed.infolist()]
    if path.suffix == ".pdf":
        parts += ["\n".join(pdf.pages(path)).encode()]
        for stream in _STREAM.findall(raw):
            try:
                parts.append(zlib.decompress(stream))
            except zlib.error:
                parts.append(stream)
    return "\n".join(one.decode("utf-8", "replace") for one in parts)


@pytest.fixture
def page(desk: Desk, bench: Workbench, qtbot: QtBot, settle: Callable[[], None]) -> SupervisionPage:
    with bench.vault.writing(undo=False) as write:
        write.db.execute(
            "INSERT INTO check_answer (id, network, check_id, choice, decision, changed_to, reason, wording, "
            "title_seen, label_seen, answered_at, changed_at) VALUES ('a','facebook',?,'','','','','','','',?,?)",
            (bench.checklists.network("facebook").checks[0].id, "2026-11-02T09:30:00.000000Z", write.now),
        )
    made = SupervisionPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle()
    return made


def saved(page: SupervisionPage, choice: Choice, folder: Path, settle: Callable[[], None]) -> list[Path]:
    """Every form of one choice, saved by the view of the page, under the name it suggests.

    What the place shows beside it (lists, notes) is left out: rows full of nonsense are nothing it could show.
    """
    bench = page.bench
    offer, today = summary.offer(bench.vault, bench.checklists), local_day(bench.vault.now())
    page.shown = view = SummaryView(page.desk, Now(today, offer, (), (), (), (), Regulator.NONE), choice)
    page.hide()
    view.setParent(page)
    folder.mkdir()
    found = []
    for form in (Form.PDF, Form.WORD, Form.HTML, Form.TEXT):
        found.append(folder / f"online-check.{form.value}")
        view.maker.save_to(view.summary(), form, found[-1])
        settle()
    view.copy.click()
    settle()
    found.append(folder / "copied.txt")
    found[-1].write_text(QApplication.clipboard().text(), encoding="utf-8")
    return found


@pytest.mark.slow
def test_500_secrets_in_every_column_and_none_in_any_file(
    page: SupervisionPage, bench: Workbench, tmp_path: Path, settle: Callable[[], None]
) -> None:
    before = [saved(page, choice, tmp_path / f"before-{at}", settle) for at, choice in enumerate(CHOICES)]
    secrets: list[str] = []

    def words() -> str:
        secrets.append(f"qzk{len(secrets):04}vxj")
        return secrets[-1]

    plant(bench.vault, (f"Zoë & <{words()}>" for _at in itertools.count()), ROWS)
    with bench.vault.reading() as db:
        columns = columns_of_text(db)
        there = "\n".join(
            str(cell) for table, name in columns for (cell,) in db.execute(f'SELECT "{name}" FROM "{table}"')
        )
    found = [one for one in secrets if one in there]  # of a table of one row the last row is left
    assert len(found) >= 500 and len(columns) >= 170
    after = [saved(page, choice, tmp_path / f"after-{at}", settle) for at, choice in enumerate(CHOICES)]
    for path in (one for some in after for one in some):
        assert leaks(said_by(path), secrets) == [], path.name
    for clean, full in zip(before[:2], after[:2], strict=True):
        assert [one.read_bytes() for one in clean] == [one.read_bytes() for one in full]
    control = tmp_path / "control.txt"
    control.write_text(f"plain {secrets[499]}")
    assert leaks(said_by(control), secrets) == [secrets[499]]


def test_no_file_says_when_or_on_what_it_was_made(
    page: SupervisionPage, clock: FakeClock, tmp_path: Path, settle: Callable[[], None]
) -> None:
    """Made in another month and at another minute, the same choice is the same file, byte for byte."""
    choice = Choice(Level.CHOOSE, frozenset({Part.AREAS, Part.CHECKS}))
    first = saved(page, choice, tmp_path / "first", settle)
    clock.advance(days=40, minutes=7)
    second = saved(page, choice, tmp_path / "second", settle)
    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]
    year = str(datetime.now(UTC).year)
    for path in first:
        assert year not in said_by(path) and "2027" not in said_by(path), path.name


def test_the_preview_and_every_form_say_the_same_and_text_comes_out_of_the_pdf(
    page: SupervisionPage, tmp_path: Path, settle: Callable[[], None]
) -> None:
    paths = saved(page, CHOICES[2], tmp_path / "made", settle)
    assert isinstance(page.shown, SummaryView)
    from docx import Document

    shown = page.shown.sheet.words().splitlines()[1:]
    word = "\n".join(one.text for one in Document(str(paths[1])).paragraphs)
    for words in shown:
        assert words in "".join(pdf.pages(paths[0])), words
        assert words in word and words in paths[2].read_text("utf-8") and words in paths[3].read_text("utf-8")
    assert paths[4].read_text("utf-8") == paths[3].read_text("utf-8")
    html = paths[2].read_text("utf-8")
    assert "default-src 'none'" in html and "<script" not in html and "http" not in html.replace("http-equiv", "")


def test_what_was_given_is_listed_and_in_the_journal(
    page: SupervisionPage, bench: Workbench, tmp_path: Path, settle: Callable[[], None]
) -> None:
    saved(page, CHOICES[1], tmp_path / "made", settle)
    listed = copies.copies(bench.vault)
    assert [one.form for one in listed] == [Form.COPIED, Form.TEXT, Form.HTML, Form.WORD, Form.PDF]
    notes = [one.note for one in web.entries(bench.vault)]
    assert notes.count("A summary for supervision") == 4 and "A summary for supervision, copied as text" in notes
