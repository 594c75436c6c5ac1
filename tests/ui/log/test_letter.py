"""The message to somebody: which kind it is, what to look at again in it, and the ways it leaves the window."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log, person, web
from footprint.log import Item, Kind, New, Origin, Relation, State
from footprint.log.ladder import Rung
from footprint.vault import Vault
from tests.ui import looks, pdf
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.access import spoken
from ui.log.letters.letter import LetterCard
from ui.log.letters.note import NoteView
from ui.log.page import LogPage
from ui.page import Page

Settle = Callable[[], None]
Open = Callable[[Item], LetterCard]


class OnePage(Page):
    """The card alone, as on the page of a thing while a letter is the next step."""

    watches: ClassVar[Changes] = Changes(items=True)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "A letter")
        self.letter = LetterCard(desk)
        self.body.addWidget(self.letter)
        self.primary = self.letter.copy
        self.item_id = ""
        self.step: Rung | None = None
        self.title = ""

    def reload(self) -> None:
        if self.item_id:
            item = log.get(self.vault, self.item_id)
            again = item.state in (State.ASKED, State.WAITING) and self.step in (None, Rung.PERSON, Rung.SITE)
            self.letter.show_item(item, again=again, step=self.step, title=self.title)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> OnePage:
    made = OnePage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    settle()
    return made


@pytest.fixture
def opened(page: OnePage, settle: Settle, vault: Vault) -> Open:
    """The letter of a thing, with the person's name known."""
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example", given="Ada", family="Example")

    def go(item: Item) -> LetterCard:
        page.item_id = item.id
        page.reload()
        settle()
        return page.letter

    return go


@pytest.fixture
def log_page(desk: Desk, qtbot: QtBot, settle: Settle) -> LogPage:
    made = LogPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    settle()
    return made


@pytest.fixture
def note(log_page: OnePage, settle: Settle, vault: Vault) -> LetterCard:
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example", given="Ada", family="Example")
    QTest.keyClick(log_page.view.note, Qt.Key.Key_Space)
    settle()
    assert isinstance(log_page.view, NoteView)
    return log_page.view.letter


def choose(select: object, value: str, settle: Settle) -> None:
    """As a person does: the box shows the value, and tells."""
    select.setCurrentIndex(select.findData(value))
    select.chosen.emit(value)
    settle()


def say(letter: LetterCard, text: str, settle: Settle) -> None:
    """Type over the whole message, and pause."""
    letter.text.setFocus()
    letter.text.selectAll()
    QTest.keyClicks(letter.text, text)
    QTest.qWait(250)
    settle()


def fill_in(letter: LetterCard, settle: Settle) -> None:
    for one in letter.blanks.fields:
        if one.select is not None:
            one.select.setCurrentIndex(1)
            one.select.chosen.emit(one.select.value)
        elif not one.box.text():
            QTest.keyClicks(one.box, "Sam")
    QTest.qWait(250)
    settle()


def values(select: object) -> list[str]:
    return [select.itemData(at) for at in range(select.count())]


# -- which letter ------------------------------------------------------------------------------------------


def test_who_they_are_chooses_the_kind_and_another_can_be_taken(
    things: dict[str, Item], opened: Open, settle: Settle, vault: Vault
) -> None:
    letter = opened(log.change(vault, things["photo"].id, relation=Relation.RELATIVE).value)
    assert letter.choices.kind.value == "relative"
    assert "love to all" in letter.text.toPlainText()
    assert "in person" in letter.choices.first.text() and letter.choices.first.isVisible()
    choose(letter.choices.kind, "acquaintance", settle)
    assert letter.choices.kind.value == "acquaintance"
    assert "make a fuss" in letter.text.toPlainText()
    assert "erasure" not in values(letter.choices.kind)


def test_what_sort_of_place_it_is_chooses_too(vault: Vault, opened: Open) -> None:
    new = New("A page about me", origin=Origin.ORGANISATION, relation=Relation.SCHOOL)
    assert "the term" in opened(log.add(vault, new).value).text.toPlainText()


def test_the_step_that_comes_next_chooses_the_kind_and_the_heading(
    things: dict[str, Item], page: OnePage, opened: Open, settle: Settle
) -> None:
    for step, title, kind in (
        (Rung.ERASURE, "Ask in law for it to be deleted", "erasure"),
        (Rung.SEARCH, "Ask the search engine", "search"),
        (Rung.COMPLAINT, "Complain to the organisation", "complaint"),
    ):
        page.step, page.title = step, title
        letter = opened(things["listing"])
        assert (letter.choices.kind.value, letter.heading.text()) == (kind, title)
    page.step, page.title = Rung.SITE, "Ask the club or the team"
    letter = opened(things["listing"])
    assert letter.choices.kind.value == "reminder-organisation"
    assert letter.heading.text() == "Once more: Ask the club or the team"
    choose(letter.choices.kind, "archive", settle)
    assert letter.heading.text() == "Once more: Ask the club or the team"


def test_another_kind_of_letter_has_a_heading_of_its_own(
    things: dict[str, Item], page: OnePage, opened: Open, settle: Settle
) -> None:
    page.step, page.title = Rung.PERSON, "Ask your friend"
    letter = opened(things["photo"])
    assert letter.heading.text() == "Ask your friend"
    choose(letter.choices.kind, "search", settle)
    assert letter.heading.text() == "Words for a search engine’s form"


def test_short_says_less_than_long(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    letter = opened(things["photo"])
    long = letter.text.toPlainText()
    letter.length.cards["short"].click()
    settle()
    assert len(letter.text.toPlainText()) < len(long)
    letter.length.cards["long"].click()
    settle()
    assert letter.text.toPlainText() == long


def test_what_was_filled_in_stays_for_another_kind(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    letter = opened(things["photo"])
    fill_in(letter, settle)
    for kind in ("colleague", "archive", "friend"):
        choose(letter.choices.kind, kind, settle)
    assert "Hi Sam," in letter.text.toPlainText()


def test_a_letter_that_names_the_law_says_what_it_relies_on(
    things: dict[str, Item], opened: Open, settle: Settle
) -> None:
    letter = opened(things["listing"])
    assert not letter.law.isVisible()
    choose(letter.choices.kind, "erasure", settle)
    assert letter.law.isVisible() and not letter.law.is_open
    QTest.keyClick(letter.law.button, Qt.Key.Key_Space)
    words = " ".join(looks.visible_words(letter.law))
    assert "one month" in words and "22 November 2026" in words and "ico.org.uk" in words


# -- what to look at again ---------------------------------------------------------------------------------


def test_what_is_typed_is_looked_at_in_every_pause(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    letter = opened(things["photo"])
    assert not letter.remarks.isVisible()
    say(letter, "Hi Sam, thank you, you idiot. Or else!", settle)
    assert [row.look.title for row in letter.remarks.rows] == [
        "This may sound rude: “idiot”",
        "This may frighten them: “Or else”",
    ]
    assert all(row.look.meta for row in letter.remarks.rows)
    assert "2 things to look at again." in spoken
    assert len(letter.text.extraSelections()) == 2
    QTest.keyClick(letter.remarks.rows[0], Qt.Key.Key_Space)
    assert letter.text.textCursor().selectedText() == "idiot" and letter.text.hasFocus()
    say(letter, "Hi Sam, would you take it down? Thank you.", settle)
    assert not letter.remarks.isVisible() and not letter.text.extraSelections()


def test_a_place_after_a_rare_sign_is_still_found(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    letter = opened(things["photo"])
    letter.text.setPlainText("🙂🙂 Hi Sam, thank you, you idiot.")
    QTest.qWait(250)
    settle()
    letter.remarks.rows[0].click()
    assert letter.text.textCursor().selectedText() == "idiot"


def test_the_persons_other_name_and_the_hurtful_words_are_noticed(vault: Vault, opened: Open, settle: Settle) -> None:
    person.add_detail(vault, person.DetailKind.FORMER_NAME, "Ada Sample", given="Ada", family="Sample")
    hurt = "Ada Example cannot dance for toffee at all"
    letter = opened(log.add(vault, New(hurt, origin=Origin.KNOWN, kind=Kind.POST)).value)
    say(letter, "Hi Sam, thank you. I cannot dance for toffee at all. Ada Sample, that is Ada Example", settle)
    assert [row.look.title.split(":")[0] for row in letter.remarks.rows] == [
        "This repeats what hurts you",
        "Two of your names",
    ]


def test_a_letter_can_be_sent_all_the_same(things: dict[str, Item], opened: Open, settle: Settle, vault: Vault) -> None:
    """The person decides."""
    letter = opened(things["photo"])
    say(letter, "Hi Sam, take it down, you idiot.", settle)
    assert letter.remarks.isVisible()
    letter.copy.click()
    settle()
    assert log.get(vault, things["photo"].id).state is State.ASKED


def test_more_than_a_few_are_counted(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    letter = opened(things["photo"])
    say(letter, "Thank you idiot liar nasty vile evil pathetic creep.", settle)
    assert len(letter.remarks.rows) == 5
    assert letter.remarks.more.text() == "And 2 more."


# -- the ways out ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["eml", "txt", "pdf"])
def test_a_letter_is_saved_as_a_file(
    things: dict[str, Item], opened: Open, settle: Settle, vault: Vault, tmp_path: Path, form: str
) -> None:
    log.change(vault, things["photo"].id, contact="Sam, sam@mail.example")
    letter = opened(log.get(vault, things["photo"].id))
    letter.text.setPlainText("Hi Sam,\n\nwould you take it down?\n\nThank you, Ada")
    path = tmp_path / f"message.{form}"
    letter.ways.save_to(path)
    settle()
    said = "would you take it down?"
    if form == "pdf":
        assert said in " ".join(pdf.pages(path))
    elif form == "eml":
        read = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert (read["X-Unsent"], read["To"], read["From"]) == ("1", "sam@mail.example", None)
        assert said in read.get_content()
    else:
        assert said in path.read_text(encoding="utf-8")
    assert log.requests(vault, things["photo"].id)[0].how is log.How.SAVED
    assert web.entries(vault)


def test_the_kind_of_file_is_asked_first(things: dict[str, Item], opened: Open, settle: Settle, qtbot: QtBot) -> None:
    letter = opened(things["photo"])
    letter.ways.save.click()
    assert letter.ways.sheet is None, "nothing with a gap is saved"
    fill_in(letter, settle)
    letter.ways.save.click()
    sheet = letter.ways.sheet
    assert sheet is not None and sheet.isVisible() and sheet.choices.value == "eml"
    with qtbot.waitSignal(sheet.rejected):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_folder_that_takes_no_file_is_said_and_nobody_was_asked(
    things: dict[str, Item], opened: Open, settle: Settle, vault: Vault, tmp_path: Path, desk: Desk, qtbot: QtBot
) -> None:
    letter = opened(things["photo"])
    letter.text.setPlainText("Hi Sam, would you take it down?")
    with qtbot.waitSignal(desk.trouble):
        letter.ways.save_to(tmp_path / "not there" / "message.eml")
        settle()
    assert log.requests(vault, things["photo"].id) == ()


def test_a_message_too_long_for_a_link_is_not_cut_short(
    things: dict[str, Item], opened: Open, settle: Settle, vault: Vault
) -> None:
    letter = opened(things["photo"])
    letter.open_mail = lambda _link: pytest.fail("it would be cut short")
    letter.text.setPlainText("Thank you. " * 250)
    letter.email.click()
    settle()
    assert "too long" in letter.problem.words
    assert letter.ways.sheet is not None and letter.ways.sheet.choices.value == "eml"
    letter.ways.sheet.reject()
    assert log.requests(vault, things["photo"].id) == ()


def test_family_asked_in_person_has_longer(things: dict[str, Item], opened: Open, settle: Settle, vault: Vault) -> None:
    letter = opened(log.change(vault, things["photo"].id, relation=Relation.RELATIVE).value)
    letter.in_person.click()
    settle()
    (asked,) = log.requests(vault, things["photo"].id)
    assert (asked.due - asked.sent_on).days == 28


def test_asking_again_names_the_day_of_the_first_time(
    things: dict[str, Item], opened: Open, page: OnePage, settle: Settle, vault: Vault
) -> None:
    letter = opened(log.change(vault, things["photo"].id, relation=Relation.COLLEAGUE).value)
    fill_in(letter, settle)
    letter.copy.click()
    settle()
    log.change(vault, things["photo"].id, due=things["photo"].found_at.date())
    page.reload()
    settle()
    assert letter.heading.text() == "Once more: Remind someone you asked before"
    assert letter.choices.kind.value == "reminder"
    assert "I asked you on Monday 16 November 2026" in letter.text.toPlainText()


# -- a note that concerns nothing in the list ----------------------------------------------------------------


def test_a_note_is_the_persons_own_words(
    note: LetterCard, log_page: LogPage, settle: Settle, vault: Vault, qtbot: QtBot
) -> None:
    assert log_page.heading.text() == "A note to family and friends"
    assert log_page.primary is note.copy
    assert not note.in_person.isVisible()
    choose(note.choices.kind, "family-note", settle)
    QGuiApplication.clipboard().setText("before")
    note.copy.click()
    assert QGuiApplication.clipboard().text() == "before"
    fill_in(note, settle)
    note.copy.click()
    settle()
    assert "tidying up" in QGuiApplication.clipboard().text()
    assert log.count(vault, log.Query(), vault.now().date()) == 0
    assert web.entries(vault)


def test_ones_own_words_may_have_paragraphs(note: LetterCard, settle: Settle) -> None:
    own = next(one for one in note.blanks.fields if one.blank.name == "own")
    choose(own.select, "own", settle)
    assert own.box.isVisible()
    own.box.setPlainText("Ask me first.\n\nLeave out the children.")
    QTest.qWait(250)
    settle()
    assert "\n\nAsk me first.\n\nLeave out the children.\n\n" in note.text.toPlainText()


def test_a_begun_note_is_there_again(
    note: LetterCard, log_page: LogPage, settle: Settle, desk: Desk, qtbot: QtBot
) -> None:
    choose(note.choices.kind, "no-photos", settle)
    note.text.setPlainText("Hi all, no photos of me. Thank you.")
    log_page.put_away()
    log_page.close()
    fresh = LogPage(desk)
    qtbot.addWidget(fresh)
    fresh.show()
    fresh.show_at(note=True)
    settle()
    assert fresh.view.letter.text.toPlainText() == "Hi all, no photos of me. Thank you."
    assert fresh.view.letter.choices.kind.value == "no-photos"


# -- how it looks ------------------------------------------------------------------------------------------


def test_the_letter_stands_at_every_size_in_both_themes(
    things: dict[str, Item], opened: Open, page: OnePage, settle: Settle
) -> None:
    letter = opened(things["listing"])
    choose(letter.choices.kind, "erasure", settle)
    letter.law.set_open(True)
    say(letter, "Dear team, thank you idiot, or else, 07700 900123, on purpose.", settle)
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []


def test_the_note_stands_at_every_size_in_both_themes(note: LetterCard, log_page: LogPage) -> None:
    own = next(one for one in note.blanks.fields if one.blank.name == "own")
    own.select.set_value("own")
    own.select.chosen.emit("own")
    assert own.box.isVisible()
    assert looks.problems_everywhere(log_page) == []
    assert looks.out_of_reach(log_page) == []


def test_the_kinds_of_file_stand_at_every_size(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    letter = opened(things["photo"])
    letter.text.setPlainText("Hi Sam, would you take it down?")
    letter.ways.save.click()
    found = looks.problems_everywhere(letter.ways.sheet)
    assert [one for one in found if not one.endswith(": 0 titles on one page: []")] == []  # a dialog's is an h2
    letter.ways.sheet.reject()
