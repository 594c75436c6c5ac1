"""Before words that look like case data are kept, the form says so once; the person decides, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from footprint import log, person
from footprint.log import Item, New, Origin, Query
from footprint.person import DetailKind
from footprint.vault import Vault
from tests.ui import looks
from ui.log.form import FormView
from ui.log.page import LogPage

Settle = Callable[[], None]
WORDS = "She is on ward 12, and her DOB is 3/5/2015."


@pytest.fixture
def form(page: LogPage, settle: Settle) -> FormView:
    page.show_at(new=True)
    settle()
    assert isinstance(page.view, FormView)
    page.view.fields.origin.cards["known"].click()
    page.view.fields.title.setText("A post")
    return page.view


def items(vault: Vault) -> list[Item]:
    return [log.get(vault, row.id) for row in log.page(vault, Query(), 0, 100, vault.now().date())]


def test_it_names_the_words_and_the_guidance_and_keeps_nothing_yet(form: FormView, vault: Vault) -> None:
    form.fields.notes.setPlainText(WORDS)
    form.save.click()
    assert form.caution.isVisible() and form.caution.change.hasFocus()
    assert "ward 12" in form.caution.banner.words.text() and "DOB is 3/5/2015" in form.caution.banner.words.text()
    assert "a case number and a date of birth" in form.caution.banner.title.text()
    assert "Never post about the adults you work with" in form.caution.line.text()
    assert len(form.fields.notes.extraSelections()) == 2
    assert form.fields.notes.toPlainText() == WORDS
    form.save.click()
    assert items(vault) == []


def test_keep_it_as_it_is_keeps_every_word(form: FormView, vault: Vault, page: LogPage, settle: Settle) -> None:
    form.fields.notes.setPlainText(WORDS)
    form.save.click()
    QTest.keyClick(form.caution.change, Qt.Key.Key_Backtab)
    assert form.caution.keep.hasFocus()
    QTest.keyClick(form.caution.keep, Qt.Key.Key_Space)
    settle()
    assert [one.notes for one in items(vault)] == [WORDS]
    assert page.name == "item"


def test_change_it_goes_to_the_words_and_what_is_put_right_is_not_spoken_of(
    form: FormView, vault: Vault, settle: Settle
) -> None:
    notes = form.fields.notes
    notes.setPlainText(f"🙂 {WORDS}")
    form.save.click()
    QTest.keyClick(form.caution.change, Qt.Key.Key_Space)
    assert notes.hasFocus() and notes.textCursor().selectedText() == "ward 12"
    QTest.keyClicks(notes, "hospital")
    assert form.caution.isVisible() and "ward" not in form.caution.banner.words.text()
    notes.setPlainText("She is in hospital.")
    assert not form.caution.isVisible() and notes.extraSelections() == []
    form.save.click()
    settle()
    assert [one.notes for one in items(vault)] == ["She is in hospital."]


def test_a_title_is_looked_at_too(form: FormView) -> None:
    form.fields.title.setText("🙂 Photo of my client Jo")
    form.save.click()
    form.caution.change.click()
    assert form.fields.title.hasFocus() and form.fields.title.selectedText() == "my client Jo"


def test_the_persons_own_details_warn_of_nothing(page: LogPage, vault: Vault, settle: Settle) -> None:
    person.add_detail(vault, DetailKind.TOWN, "12 Acacia Road, Otherton")
    page.show_at(new=True)
    settle()
    page.view.fields.origin.cards["known"].click()
    page.view.fields.title.setText("It shows 12 Acacia Road")
    page.view.save.click()
    settle()
    assert [one.title for one in items(vault)] == ["It shows 12 Acacia Road"]


def test_what_was_kept_before_is_not_asked_about_again(page: LogPage, vault: Vault, settle: Settle) -> None:
    item = log.add(vault, New("A post", origin=Origin.KNOWN, notes=WORDS)).value
    page.show_view("add", edit=item.id)
    settle()
    page.view.fields.place.setText("My page")
    page.view.save.click()
    settle()
    assert log.get(vault, item.id).place == "My page"
    page.show_view("add", edit=item.id)
    settle()
    page.view.fields.notes.setPlainText(f"{WORDS} My client Jo said so.")
    page.view.save.click()
    assert "My client Jo" in page.view.caution.banner.words.text()
    assert "ward 12" not in page.view.caution.banner.words.text()


def test_a_draft_left_half_done_still_warns(page: LogPage, form: FormView, settle: Settle) -> None:
    form.fields.notes.setPlainText(WORDS)
    page.back()
    settle()
    page.show_at(new=True)
    settle()
    assert form.fields.notes.toPlainText() == WORDS and not form.caution.isVisible()
    form.save.click()
    assert form.caution.isVisible()


def test_it_stands_at_every_size_in_both_themes(page: LogPage, form: FormView, settle: Settle) -> None:
    form.fields.notes.setPlainText(f"{WORDS} Mrs Okoro’s son lives at 12 Acacia Road, in a very long line of words.")
    form.save.click()
    settle()
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []


def test_a_note_about_what_happened_is_looked_at_too(page: LogPage, vault: Vault, settle: Settle) -> None:
    item = log.add(vault, New("A post", origin=Origin.KNOWN)).value
    log.move(vault, [item.id], log.State.ASKED)
    page.show_at(item=item.id)
    settle()
    happened = page.view.happened
    happened.choices.cards["gone"].click()
    happened.note.setPlainText(WORDS)
    happened.save.click()
    settle()
    assert happened.caution.isVisible() and "ward 12" in happened.caution.banner.words.text()
    assert log.get(vault, item.id).state is log.State.ASKED
    assert looks.problems_everywhere(page) == []
    happened.caution.keep.click()
    settle()
    assert log.get(vault, item.id).state is log.State.GONE
    assert log.history(vault, item.id)[-1].note == WORDS
