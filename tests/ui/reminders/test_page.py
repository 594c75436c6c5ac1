"""Reminders in the window: by day, put off and brought back, one’s own, the ways to be told, and every state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from footprint import log, person, reminders, web
from footprint.dates import local_day
from footprint.reminders import Every, desktop
from footprint.reminders.schedule import Answer, Places, Scheduler
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.ui import looks
from ui.desk import Desk
from ui.home.cards import DueCard
from ui.home.page import HomePage
from ui.kit.buttons import Btn
from ui.kit.rows import RowButton
from ui.reminders.form import OwnForm
from ui.reminders.page import RemindersPage
from ui.reminders.sheet import ReminderSheet
from ui.reminders.ways import WaysCard
from ui.settings.reminders import RemindersSection

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> RemindersPage:
    made = RemindersPage(desk)
    made.resize(1000, 800)
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def today(bench: Workbench) -> date:
    return local_day(bench.vault.now())


def sheet_of(page: RemindersPage, kind: type[QDialog]) -> QDialog:
    return [one for one in page.window().findChildren(kind) if one.isVisible()][-1]


def press(where: object, words: str) -> None:
    found = [one for one in where.findChildren(Btn) if one.text() == words and one.isVisible()]  # type: ignore[attr-defined]
    assert found, words
    found[0].click()


def faults(part: QWidget) -> list[str]:
    """What is wrong with a part of a page or a sheet, which has no title of its own rank."""
    return [one for one in looks.problems(part) if "titles on one page" not in one]


def rows(page: RemindersPage) -> list[str]:
    return [one.objectName() for one in page.findChildren(RowButton) if one.isVisible()]


def test_with_nothing_done_it_says_what_will_be_here(page: RemindersPage) -> None:
    assert "Nothing comes up yet" in " ".join(looks.visible_words(page))
    assert rows(page) == ["posts", "search"]
    assert looks.problems(page) == []


def test_one_of_my_own_is_added_put_off_brought_back_done_and_removed(
    page: RemindersPage, bench: Workbench, settle: Settle, desk: Desk
) -> None:
    page.primary.click()
    form = sheet_of(page, OwnForm)
    assert isinstance(form, OwnForm)
    form.save.click()
    assert form.isVisible() and "Enter what you want to be reminded of." in form.what_field.words
    form.what.setText("Look at the team page")
    form.when.cards["day"].click()
    form.day.set_date(today(bench) - timedelta(days=1))
    form.save.click()
    assert "today or later" in form.day_field.words
    form.day.set_date(today(bench))
    form.repeat.set_value("1 month")
    assert faults(form) == []
    form.save.click()
    settle()
    (own,) = reminders.own(bench.vault)
    assert own.every == Every(1) and own.key in rows(page) and page.line.text() == "1 thing is due."
    page.open(own.key)
    sheet = sheet_of(page, ReminderSheet)
    assert faults(sheet) == []
    press(sheet, "Next week")
    settle()
    assert page.line.text() == "Next: 1 thing on 23 November."
    page.open(own.key)
    press(sheet_of(page, ReminderSheet), "Bring it back")
    settle()
    assert page.line.text() == "1 thing is due."
    page.open(own.key)
    press(sheet_of(page, ReminderSheet), "I did this")
    settle()
    assert "Everything is done" in " ".join(looks.visible_words(page))
    desk.undo()
    settle()
    assert page.line.text() == "1 thing is due."
    page.open(own.key)
    press(sheet_of(page, ReminderSheet), "Remove")
    settle()
    assert own.key not in rows(page)


def test_how_often_is_changed_and_home_says_the_same(
    page: RemindersPage, bench: Workbench, settle: Settle, desk: Desk, qtbot: QtBot, clock: FakeClock
) -> None:
    reminders.add(bench.vault, "Look again", today(bench), today=today(bench))
    log.add(bench.vault, log.New(title="A photo", due=today(bench)))
    page.reload()
    settle()
    page.open("search")
    sheet = sheet_of(page, ReminderSheet)
    assert isinstance(sheet, ReminderSheet)
    sheet.often.chosen.emit("3 month")
    settle()
    assert page.shown is not None and page.shown.now.get("search").every == Every(3)  # type: ignore[union-attr]
    home = HomePage(desk)
    home.resize(1000, 800)
    qtbot.addWidget(home)
    home.show()
    settle()
    card = home.findChild(DueCard)
    assert card is not None
    titles = {one.title for one in page.shown.now.due}
    assert titles == {"Look again", "A photo"} == {one.text().split(".")[0] for one in card.findChildren(RowButton)}


def test_another_day_is_asked_for_in_words(page: RemindersPage, bench: Workbench, settle: Settle) -> None:
    own = reminders.add(bench.vault, "x", today(bench), today=today(bench)).value
    page.reload()
    settle()
    page.open(own.key)
    sheet = sheet_of(page, ReminderSheet)
    assert isinstance(sheet, ReminderSheet)
    sheet.day.set_date(today(bench))
    sheet._put_off()
    assert sheet.day_field.words == "Enter a day after today."
    sheet.day.set_date(today(bench) + timedelta(days=9))
    sheet._put_off()
    settle()
    assert page.shown is not None and page.shown.now.next_day == today(bench) + timedelta(days=9)


def test_a_very_full_list_stays_small_and_leads_on(page: RemindersPage, bench: Workbench, settle: Settle) -> None:
    for at in range(70):
        log.add(bench.vault, log.New(title=f"Thing {at}", due=today(bench) - timedelta(days=at)))
    for at in range(40):
        reminders.add(bench.vault, f"Own {at}", today(bench) + timedelta(days=at + 1), today=today(bench))
    page.reload()
    settle()
    assert page.line.text() == "70 things are due."
    assert looks.too_many_widgets(page, 260) == [] and looks.problems(page) == []


def test_the_page_fits_every_size_and_both_colours(page: RemindersPage, bench: Workbench, settle: Settle) -> None:
    person.add_account(bench.vault, "facebook")
    reminders.add(bench.vault, "Look at the team page of my old club", today(bench), Every(3), today=today(bench))
    reminders.add(bench.vault, "Ask again", today(bench) + timedelta(days=1), today=today(bench))
    page.reload()
    settle()
    assert looks.problems_everywhere(page) == []


# -- the ways to be told -----------------------------------------------------------------------------


@pytest.fixture
def timer(tmp_path: Path) -> Scheduler:
    home = tmp_path / "home"
    return Scheduler(Places("linux", home, home / ".config", home), lambda _words: Answer(0), tmp_path)


@pytest.fixture
def ways(desk: Desk, timer: Scheduler, qtbot: QtBot, settle: Settle) -> WaysCard:
    made = WaysCard(desk, timer)
    qtbot.addWidget(made)
    made.show()
    made.reload()
    settle()
    return made


def test_every_way_is_off_until_it_is_chosen(ways: WaysCard, bench: Workbench, settle: Settle) -> None:
    assert not ways.open_tick.isChecked() and not ways.closed_tick.isChecked() and not ways.login_tick.isChecked()
    ways.open_tick.click()
    assert bench.settings.now.notifications
    assert not ways.closed_tick.isVisible(), "what is not kept yet leaves nothing on this computer"


def test_trying_it_shows_a_real_one_or_says_that_it_cannot(
    ways: WaysCard, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(desktop, "is_there", lambda: True)
    monkeypatch.setattr(desktop, "show", lambda title, words: bool(said.append((title, words))) or True)
    ways.try_button.click()
    settle()
    assert said == [("Footprint Check", "You have a check to do")] and "Shown" in ways.tried.text()
    monkeypatch.setattr(desktop, "show", lambda _title, _words: False)
    ways.try_button.click()
    settle()
    assert "cannot show it" in ways.tried.text()


def test_a_calendar_file_is_saved_and_stands_in_the_journal(
    ways: WaysCard, bench: Workbench, tmp_path: Path, settle: Settle, desk: Desk
) -> None:
    trouble: list[str] = []
    desk.trouble.connect(trouble.append)
    ways.save_calendar(tmp_path / "online-check.ics")
    settle()
    assert (tmp_path / "online-check.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert any("online-check.ics" in one.details for one in web.entries(bench.vault))
    ways.save_calendar(tmp_path / "nowhere" / "online-check.ics")
    settle()
    assert trouble == ["It could not be saved there. Choose another folder."]


def test_quiet_hours_and_days_off_are_kept(desk: Desk, bench: Workbench, timer: Scheduler, qtbot: QtBot) -> None:
    section = RemindersSection(desk, timer)
    qtbot.addWidget(section)
    section.show()
    section.quiet_from.set_value("22")
    section.quiet_from.chosen.emit("22")
    section.days_off.cards["5"].click()
    section.days_off.cards["6"].click()
    section.tray.click()
    now = bench.settings.now
    assert (now.quiet_from, now.days_off, now.tray) == (22, 0b1100000, True)
    QApplication.processEvents()
    assert faults(section) == []
