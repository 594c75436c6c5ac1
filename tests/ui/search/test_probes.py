"""Asking sites in the window: what leaves is shown first, and no failed look is shown as a clean one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from footprint import person
from footprint.person import DetailKind
from footprint.search import probes
from footprint.search.probes import Answer, Calibration, Reason, Result, Run
from footprint.vault import Vault
from footprint.web import Web
from footprint.workbench import open_bench
from tests.search.probes.site_web import SiteWeb
from tests.search.probes.table import HANDLES, rows
from tests.ui.search.conftest import Open
from tests.ui.waiting import rest
from ui.desk import Desk
from ui.search.page import Stage
from ui.search.sites.calibration import meaning
from ui.search.sites.outcome import ProbeOutcome
from ui.search.sites.view import ProbePart

KINDS = ("status", "login page", "json")
TABLE = tuple(next(row for row in rows() if row.kind == kind) for kind in KINDS)
ME = next(handle for handle in HANDLES if TABLE[0].has(handle))


@pytest.fixture
def asking(tmp_path: Path, ada: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk whose sites are three of the table."""
    monkeypatch.setattr(probes, "known_sites", lambda _library: tuple(row.site for row in TABLE))
    with SiteWeb(TABLE) as sites:
        door = Web(
            ada, offline=lambda: False, resolver=sites.resolver, dial=sites.dial, authority=sites.authority, pace=0
        )
        made = Desk(open_bench(tmp_path / "app", ada, web=door))
        yield made
        assert made.lanes.stop_all()
        QApplication.processEvents()


def words_of(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QWidget) if hasattr(one, "text"))


def test_it_is_asked_after_the_preview_and_shows_what_each_site_said(
    asking: Desk, ada: Vault, open_page: Open, qtbot: QtBot
) -> None:
    person.add_detail(ada, DetailKind.HANDLE, ME)
    page = open_page(asking)
    page.show_at(stage="probes")
    rest(asking, qtbot)
    part = page.part
    assert isinstance(part, ProbePart) and part.preview is not None
    assert part.preview.numbers() == [1, 2, 3]
    assert page.primary is part.preview.send_button
    part.preview.send_button.click()
    qtbot.waitUntil(lambda: part.outcome is not None, timeout=10_000)
    rest(asking, qtbot)
    shown = words_of(part)
    assert f"https://{TABLE[0].host}/u/{ME}" in shown
    assert Reason.LOGIN.label in shown
    part.outcome.sort.click()
    rest(asking, qtbot)
    assert page.stage == "sort"


def test_without_a_username_it_says_what_to_do(asking: Desk, open_page: Open, qtbot: QtBot) -> None:
    page = open_page(asking)
    page.show_at(stage="probes")
    rest(asking, qtbot)
    assert "There is no username to ask for" in words_of(page.part)
    page.part.box.setText("two words")
    page.primary.click()
    assert "is not a username" in page.part.field.words
    page.part.box.setText(f"@{ME}")
    page.primary.click()
    rest(asking, qtbot)
    assert page.part.preview is not None and page.primary is page.part.preview.send_button


def test_offline_it_says_so_and_asks_nobody(asking: Desk, ada: Vault, open_page: Open, qtbot: QtBot) -> None:
    person.add_detail(ada, DetailKind.HANDLE, ME)
    asking.bench.settings.change(never_use_internet=True)
    page = open_page(asking)
    page.show_at(stage="probes")
    rest(asking, qtbot)
    assert "The internet is switched off" in words_of(page.part)
    assert page.primary is None and page.way_back.isVisible()


def test_not_sending_goes_back_and_sends_nothing(asking: Desk, ada: Vault, open_page: Open, qtbot: QtBot) -> None:
    person.add_detail(ada, DetailKind.HANDLE, ME)
    page = open_page(asking)
    page.show_at(stage="probes")
    rest(asking, qtbot)
    page.part.preview.stop_button.click()
    assert page.stage == "ways"
    assert probes.runs(ada) == ()


def result(answer: Answer, reason: Reason, *, declared: bool = False) -> Result:
    return Result("chirp", "Chirp", "ada_example", "https://chirp.example/ada_example", answer, reason, declared, True)


def made(*results: Result, stopped: bool = False) -> Run:
    return Run("r", datetime.now(UTC), datetime.now(UTC), stopped, results)


def test_calibration_is_said(qtbot: QtBot, asking: Desk) -> None:
    seen = result(Answer.FOUND, Reason.TOLD_APART, declared=True)
    missed = result(Answer.CANNOT_TELL, Reason.CHALLENGE, declared=True)
    card = ProbeOutcome(made(*[seen] * 6, *[missed] * 2))
    qtbot.addWidget(card)
    shown = words_of(card)
    assert "Found 6 of your 8 accounts" in shown
    assert "So it may have missed about 1 in 4 profiles elsewhere too." in shown
    assert Reason.CHALLENGE.label in shown
    assert card.banner.tone == "warn"


@pytest.mark.parametrize("stopped", [True, False])
def test_only_walls_are_never_a_clean_result(qtbot: QtBot, asking: Desk, stopped: bool) -> None:
    card = ProbeOutcome(made(result(Answer.CANNOT_TELL, Reason.TURNED_AWAY), stopped=stopped))
    qtbot.addWidget(card)
    assert card.banner.tone == "warn"
    assert card.primary is card.by_hand
    assert "No site could tell us" in words_of(card) and "1 site could not tell us." in words_of(card)


@pytest.mark.parametrize(
    ("found", "declared", "says"),
    [
        (0, 0, "List the accounts you have"),
        (0, 4, "this look says little"),
        (1, 2, "too few to say"),
        (8, 8, "could still miss one"),
        (5, 8, "about 2 in 5 profiles"),
        (29, 30, "about 1 in 30 profiles"),
    ],
)
def test_what_a_calibration_means(found: int, declared: int, says: str) -> None:
    missed = (result(Answer.CANNOT_TELL, Reason.LOGIN, declared=True),) * (declared - found)
    assert says in meaning(Calibration(declared, found, missed))


def test_its_row_leads_there_and_what_was_said_can_be_read_again(
    asking: Desk, ada: Vault, open_page: Open, qtbot: QtBot
) -> None:
    person.add_detail(ada, DetailKind.HANDLE, ME)
    page = open_page(asking)
    rest(asking, qtbot)
    page.part.rows[Stage.PROBES].click()
    rest(asking, qtbot)
    assert page.stage is Stage.PROBES and page.heading.text() == "Which sites know my username"
    page.primary.click()
    qtbot.waitUntil(lambda: page.part.outcome is not None, timeout=10_000)
    rest(asking, qtbot)
    page.show_stage(Stage.WAYS)
    rest(asking, qtbot)
    assert page.part.rows[Stage.PROBES].look.pill == "2 found"
    page.part.rows[Stage.PROBES].click()
    rest(asking, qtbot)
    page.part.see_last.click()
    assert Reason.LOGIN.label in words_of(page.part)
    page.back()
    rest(asking, qtbot)
    assert page.stage is Stage.PROBES and page.part.outcome is None and page.part.preview is not None
    page.back()
    assert page.stage is Stage.WAYS
