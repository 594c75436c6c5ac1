"""Plans through the window: suggested without notes, opened in the first steps, dropped, taken on, put away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from footprint import person, reminders
from footprint.dates import local_day, utc_now
from footprint.supervision import plans
from footprint.supervision.plans import Plan
from tests.ui import looks
from tests.ui.shell.driving import keep_it, page_of, press, unlock
from ui.app import App
from ui.first_run.steps import Networks, Welcome
from ui.first_run.wizard import FirstRun
from ui.kit.dialogs import Question
from ui.lock.page import LockPage
from ui.supervision.managers_guide import ManagersGuide
from ui.supervision.plan_cover import PlanCover
from ui.supervision.plan_files import ENDING
from ui.supervision.plan_page import PlanPage
from ui.supervision.suggest import SuggestPage

MakeApp = Callable[..., App]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan as it comes by e-mail."""
    today = local_day(utc_now())
    made = Plan(
        ("facebook", "whatsapp"), today, search=True, by=today + timedelta(days=20), again=3,
        sender="Priya, north team", note="Take an hour for it.", prompts=("m-time",),
    )  # fmt: skip
    path = tmp_path / f"plan{ENDING}"
    path.write_bytes(plans.file_of(made))
    return path


def drop(app: App, path: Path) -> bool:
    """Drop a file on the window; says whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    entered.ignore()
    app.window.dragEnterEvent(entered)
    app.window.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    return entered.isAccepted()


def shown(app: App, qtbot: QtBot) -> PlanPage:
    """The page of plans with a plan in it."""
    qtbot.waitUntil(lambda: app.window.shell is not None and isinstance(app.window.shell.page, PlanPage))
    page = app.window.shell.page
    qtbot.waitUntil(lambda: page.offer is not None or page.refused is not None)
    return page


def suggesting(app: App) -> SuggestPage:
    page = app.window.page
    assert isinstance(page, SuggestPage)
    return page


def test_the_first_step_leads_to_suggesting_and_back(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app(welcomed=False)
    first = app.window.centralWidget()
    assert isinstance(first, FirstRun) and isinstance(first.step, Welcome)
    first.step.suggest.click()
    page = suggesting(app)
    press(page, "Back")
    assert isinstance(app.window.page, Welcome)
    assert not list((tmp_path / "notes").glob("vault*"))


def test_leaving_with_work_that_is_saved_nowhere_asks(make_app: MakeApp, qtbot: QtBot) -> None:
    app = make_app(welcomed=False)
    app.window.page.suggest.click()
    page = suggesting(app)
    page.form.note.setPlainText("Take an hour for it.")
    press(page, "Back")
    question = app.window.findChild(Question)
    assert question is not None and "without saving" in question.heading.text()
    question.reject()
    assert suggesting(app) is page
    assert not app.window.close()
    app.window.findChildren(Question)[-1].reject()
    page.leave()
    app.window.findChildren(Question)[-1].accept()
    assert isinstance(app.window.page, Welcome)


def test_what_is_saved_is_the_plan_and_nothing_else(make_app: MakeApp, qtbot: QtBot, tmp_path: Path) -> None:
    app = make_app(welcomed=False)
    app.window.page.suggest.click()
    page = suggesting(app)
    page.form.networks.set_values(["facebook", "linkedin"])
    page.form.sender.setText("Priya, north team")
    plan = page.form.plan()
    saved = tmp_path / "saved"
    saved.mkdir()
    page._write_plan(plan, saved / f"one{ENDING}")
    for name in ("page.pdf", "page.html", "page.txt"):
        page._write_page(plan, saved / name)
    qtbot.waitUntil(lambda: not app.lanes.busy)
    assert sorted(one.name for one in saved.iterdir()) == [f"one{ENDING}", "page.html", "page.pdf", "page.txt"]
    assert (saved / f"one{ENDING}").read_bytes() == plans.file_of(plan)
    qtbot.waitUntil(lambda: not page.unsaved)
    assert [one.name for one in tmp_path.iterdir()] == ["saved"]  # not even a folder of its own


def test_a_manager_with_notes_of_their_own_gets_back_to_them(make_app: MakeApp, qtbot: QtBot) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.session.desk.suggest_asked.emit()
    page = suggesting(app)
    page.form.note.setPlainText("Take an hour for it.")
    app.lock()
    assert page_of(app, LockPage)
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    app.session.desk.suggest_asked.emit()
    assert suggesting(app).form.note.toPlainText() == "Take an hour for it."


def test_a_plan_opened_in_the_first_steps_ticks_its_networks(make_app: MakeApp, qtbot: QtBot, plan: Path) -> None:
    app = make_app(welcomed=False)
    first = app.window.centralWidget()
    assert drop(app, plan)
    cover = first.step
    assert isinstance(cover, PlanCover)
    qtbot.waitUntil(lambda: cover.offer is not None)
    cover.offer.show_choice(cover.offer.offer.everything)
    cover.offer.take_button.click()
    qtbot.waitUntil(lambda: isinstance(first.step, Networks))
    assert set(first.step.networks.values()) == {"facebook", "whatsapp"}
    assert {one.network for one in person.accounts(app.session.vault)} == {"facebook", "whatsapp"}
    press(first.step, "Back")
    assert isinstance(first.step, Welcome)


def test_a_bad_file_in_the_first_steps_gets_a_sentence(make_app: MakeApp, qtbot: QtBot, tmp_path: Path) -> None:
    app = make_app(welcomed=False)
    bad = tmp_path / f"bad{ENDING}"
    bad.write_text("a plan, but not one of ours")
    assert drop(app, bad)
    cover = app.window.page
    qtbot.waitUntil(lambda: cover.refused is not None)
    assert "not a plan made with Footprint Check" in cover.refused.title.text()
    press(cover, "Back")
    assert isinstance(app.window.page, Welcome)


def test_a_plan_dropped_on_the_window_is_taken_on_with_one_undo(make_app: MakeApp, qtbot: QtBot, plan: Path) -> None:
    app = make_app()
    before = plan.read_bytes()
    assert drop(app, plan)
    page = shown(app, qtbot)
    vault = app.session.vault
    assert [one.name for one in page.offer.offer.parts] == ["Facebook", "WhatsApp"]
    assert not person.accounts(vault) and not plans.taken(vault)
    page.offer.show_choice(page.offer.offer.everything)
    assert page.offer.take_button.text() == "Take on all of it"
    page.offer.take_button.click()
    qtbot.waitUntil(lambda: page.section is not None and bool(page.section.cards))
    (card,) = page.section.cards.values()
    assert card.bar.words.text().startswith("0 of 3 done, by ")
    assert len(reminders.own(vault)) == 1
    app.session.desk.undo()
    qtbot.waitUntil(lambda: not person.accounts(vault) and not plans.taken(vault) and not reminders.own(vault))
    assert plan.read_bytes() == before


def test_a_plan_dropped_while_locked_opens_after_unlocking(make_app: MakeApp, qtbot: QtBot, plan: Path) -> None:
    app = make_app()
    keep_it(app, qtbot)
    app.lock()
    assert drop(app, plan)
    assert "Then your plan opens" in app.window.page.waiting.title.text()
    unlock(app, qtbot)
    qtbot.waitUntil(lambda: app.window.shell is not None, timeout=20_000)
    assert shown(app, qtbot).offer is not None


def test_other_files_are_not_taken(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    other = tmp_path / "letter.txt"
    other.write_text("hello")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    entered = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    entered.ignore()
    app.window.dragEnterEvent(entered)
    assert not entered.isAccepted()
    assert plans.ENDING == ENDING and ENDING in app.window.takes


def test_putting_a_plan_away_keeps_what_was_taken_on(make_app: MakeApp, qtbot: QtBot, plan: Path) -> None:
    app = make_app()
    vault, library = app.session.vault, app.session.bench.checklists
    today = local_day(vault.now())
    opened = plans.open_file(plan, library, today)
    plans.take(vault, library, opened, plans.offer(vault, library, opened, today).everything, today)
    app.session.desk.go("plan")
    page = app.window.shell.page
    qtbot.waitUntil(lambda: page.section is not None and bool(page.section.cards))
    (card,) = page.section.cards.values()
    away = next(one for one in card.findChildren(QAbstractButton) if one.text() == "Put this plan away")
    away.click()
    qtbot.waitUntil(lambda: page.empty is not None and page.empty.isVisible())
    assert len(person.accounts(vault)) == 2 and not reminders.own(vault)
    assert isinstance(today, date)


def test_two_homes_one_plan_and_nothing_comes_back(make_app: MakeApp, qtbot: QtBot, tmp_path: Path) -> None:
    """A manager's computer and a person's: what the first saved is all there ever is on it."""
    managers, persons, post = tmp_path / "manager", tmp_path / "person", tmp_path / "post"
    managers.mkdir()
    post.mkdir()
    first = make_app(managers / "notes", welcomed=False)
    first.window.page.suggest.click()
    page = suggesting(first)
    page.form.networks.set_values(["facebook"])
    page.form.sender.setText("Priya, north team")
    page._write_plan(page.form.plan(), managers / f"team{ENDING}")
    qtbot.waitUntil(lambda: not first.lanes.busy and not page.unsaved)
    first.close_without_asking()
    before = files_under(managers)
    assert list(before) == [f"team{ENDING}"]
    given = post / f"team{ENDING}"
    given.write_bytes((managers / given.name).read_bytes())
    sent = files_under(post)

    second = make_app(persons / "notes")
    keep_it(second, qtbot)
    assert drop(second, given)
    offer = shown(second, qtbot).offer
    assert "Priya, north team" in looked_at(offer)
    offer.show_choice(offer.offer.everything)
    offer.take_button.click()
    qtbot.waitUntil(lambda: bool(plans.taken(second.session.vault)))
    second.lock()
    assert files_under(managers) == before and files_under(post) == sent
    kept = b"".join(one.read_bytes() for one in persons.rglob("*") if one.is_file())
    assert b"Priya" not in kept and b"facebook" not in kept  # what was taken on stands in the locked notes alone


def files_under(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def looked_at(widget: QWidget) -> str:
    """Every word a part shows."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def test_a_plan_dropped_while_suggesting_opens_after_it(make_app: MakeApp, qtbot: QtBot, plan: Path) -> None:
    app = make_app()
    app.session.desk.suggest_asked.emit()
    page = suggesting(app)
    assert drop(app, plan) and suggesting(app) is page
    page.leave()
    assert shown(app, qtbot).offer is not None


def test_the_keys_for_saving_and_printing_work_on_the_page(make_app: MakeApp, qtbot: QtBot) -> None:
    app = make_app(welcomed=False)
    app.window.page.suggest.click()
    page = suggesting(app)
    page.form.search.click()
    looks.open_window(app.window)
    for key in (Qt.Key.Key_S, Qt.Key.Key_P):
        page.problem.hide()
        qtbot.keyClick(app.window, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(page.problem.isVisible)  # there is nothing to save yet, and it says so
    assert "at least one network" in page.problem.words.text()


def test_the_menus_lead_to_plans_to_suggesting_and_to_the_guide(make_app: MakeApp, qtbot: QtBot) -> None:
    app = make_app()
    choose(app, "Guide for managers")
    guide = app.window.findChild(ManagersGuide)
    assert guide is not None and guide.isVisible()
    guide.reject()
    choose(app, "Plans")
    assert isinstance(app.window.shell.page, PlanPage)
    choose(app, "Suggest this to my team…")
    assert suggesting(app)


def choose(app: App, words: str) -> None:
    """A line of the menus."""
    menus = (one.menu() for one in app.window.menuBar().actions())
    next(one for menu in menus if menu is not None for one in menu.actions() if one.text() == words).trigger()


def test_the_file_menu_and_the_first_step_let_one_choose_a_plan(make_app: MakeApp, qtbot: QtBot, plan: Path) -> None:
    app = make_app()
    choose(app, "Open a plan…")
    pick(app, plan)
    assert shown(app, qtbot).offer is not None
    app.close_without_asking()
    new = make_app(plan.parent / "another", welcomed=False)
    new.window.page.plan.click()
    pick(new, plan)
    qtbot.waitUntil(lambda: isinstance(new.window.page, PlanCover) and new.window.page.offer is not None)


def pick(app: App, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = next(one for one in app.window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_covering_a_plan_in_the_first_steps_comes_back_to_the_first_of_them(
    make_app: MakeApp, qtbot: QtBot, plan: Path
) -> None:
    app = make_app(welcomed=False)
    first = app.window.centralWidget()
    assert isinstance(first, FirstRun)
    assert drop(app, plan)
    assert isinstance(first.step, PlanCover)
    standing = first.standing()
    assert (standing.number, standing.at_sheet) == (1, False)
    app.lock()
    app.show_session()
    again = app.window.centralWidget()
    assert isinstance(again, FirstRun) and isinstance(again.step, Welcome)
