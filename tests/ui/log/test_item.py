"""One thing: the next step, the letter, what happened, the copies kept, and its history."""

from __future__ import annotations

import io
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import log, person
from footprint.log import Item, Kind, New, Origin, State, Status
from footprint.vault import Vault
from ui.desk import Desk
from ui.log.item import ItemView
from ui.log.page import LogPage

Settle = Callable[[], None]
Open = Callable[[str], ItemView]


@pytest.fixture
def opened(page: LogPage, settle: Settle) -> Open:
    """Opens a thing by its id."""

    def go(item_id: str) -> ItemView:
        page.show_at(item=item_id)
        settle()
        assert isinstance(page.view, ItemView)
        return page.view

    return go


def png(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "PNG")
    return out.getvalue()


def state(vault: Vault, item: Item) -> State:
    return log.get(vault, item.id).state


def fill_in(view: ItemView, settle: Settle) -> None:
    """Every gap of the letter, one key at a time; the reason from the list."""
    for one in view.letter.blanks.fields:
        if one.select is not None:
            one.select.setCurrentIndex(1)
            one.select.chosen.emit(one.select.value)
        else:
            one.box.setFocus()
            QTest.keyClicks(one.box, "Sam")
    QTest.qWait(200)
    settle()


# -- what it is -------------------------------------------------------------------------------------------


def test_what_is_known_is_shown_as_plain_text(vault: Vault, opened: Open, page: LogPage) -> None:
    item = log.add(vault, New("<b>Photo</b>", "https://photos.example/a/b?c=1", origin=Origin.KNOWN)).value
    view = opened(item.id)
    assert page.heading.text() == "<b>Photo</b>"
    assert page.heading.textFormat() == Qt.TextFormat.PlainText
    assert view.stages.accessibleName() == "Stage 1 of 4: Found"


def test_the_address_opens_through_the_desk(things: dict[str, Item], opened: Open, desk: Desk, qtbot: QtBot) -> None:
    view = opened(things["photo"].id)
    with qtbot.waitSignal(desk.link_asked) as asked:
        QTest.keyClick(view.about.open, Qt.Key.Key_Space)
    assert asked.args == ["https://photos.example/p/17"]
    assert not opened(things["club"].id).about.open.isVisible()


def test_doing_it_oneself_comes_before_asking(things: dict[str, Item], opened: Open) -> None:
    view = opened(things["photo"].id)
    assert view.oneself.steps.texts
    assert (
        view.oneself.mapToGlobal(view.oneself.rect().topLeft()).y()
        < view.letter.mapToGlobal(view.letter.rect().topLeft()).y()
    )
    own = opened(things["tag"].id)
    assert not own.letter.isVisible()


def test_own_things_are_never_asked_for(vault: Vault, opened: Open, page: LogPage, settle: Settle) -> None:
    item = log.add(vault, New("My old post", origin=Origin.ME, kind=Kind.POST)).value
    view = opened(item.id)
    assert not view.letter.isVisible()
    assert view.pause.isVisible() and not view.oneself.isVisible()
    QTest.keyClick(view.pause.choices.cards["no"], Qt.Key.Key_Space)
    settle()
    assert page.primary is view.oneself.gone
    QTest.keyClick(page.primary, Qt.Key.Key_Space)
    settle()
    assert state(vault, item) is State.GONE
    assert "gone from there" in view.ended.words.text()


@pytest.mark.parametrize("origin", [Origin.WORK, Origin.FRIGHTENING, Origin.UNSURE])
def test_nobody_dangerous_is_ever_written_to(
    vault: Vault, opened: Open, desk: Desk, qtbot: QtBot, origin: Origin
) -> None:
    view = opened(log.add(vault, New("A post about me", origin=origin)).value.id)
    assert not view.letter.isVisible()
    assert view.oneself.worry.isVisible()
    with qtbot.waitSignal(desk.went) as went:
        QTest.keyClick(view.oneself.worry.button, Qt.Key.Key_Space)
    assert went.args == ["happened", {"item": view.facts.item.id}]


def test_who_turns_out_to_be_frightening_is_not_waited_for(vault: Vault, opened: Open) -> None:
    item = log.add(vault, New("A post about me", origin=Origin.KNOWN)).value
    log.move(vault, [item.id], State.ASKED)
    log.change(vault, item.id, origin=Origin.FRIGHTENING)
    view = opened(item.id)
    assert view.oneself.worry.isVisible()
    assert not view.happened.isVisible() and not view.letter.isVisible()


# -- the letter ------------------------------------------------------------------------------------------


def test_no_letter_with_a_gap_can_be_copied(things: dict[str, Item], opened: Open, vault: Vault) -> None:
    view = opened(things["photo"].id)
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(view.letter.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "before"
    first = view.letter.blanks.fields[0]
    assert first.field.words == "Fill this in first."
    assert state(vault, things["photo"]) is State.FOUND


def test_selecting_the_text_is_no_way_round_a_gap(things: dict[str, Item], opened: Open) -> None:
    letter = opened(things["photo"].id).letter
    QGuiApplication.clipboard().setText("before")
    letter.text.selectAll()
    letter.text.copy()
    assert QGuiApplication.clipboard().text() == "before"
    assert "square brackets" in letter.problem.words
    letter.text.setPlainText("Hi Sam, would you take it down?")
    letter.text.selectAll()
    letter.text.copy()
    assert QGuiApplication.clipboard().text() == "Hi Sam, would you take it down?"


def test_a_gap_left_in_ones_own_words_is_refused_too(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle
) -> None:
    view = opened(things["photo"].id)
    view.letter.text.setPlainText("Hi Sam, would you take it down? [your reason]")
    QGuiApplication.clipboard().setText("before")
    view.letter.copy.click()
    settle()
    assert view.letter.problem.words.startswith("Fill this in first")
    assert QGuiApplication.clipboard().text() == "before"


def test_a_full_letter_is_copied_and_noted(
    things: dict[str, Item], opened: Open, page: LogPage, vault: Vault, settle: Settle, desk: Desk
) -> None:
    person.add_detail(vault, person.DetailKind.NAME, "Ada Example", given="Ada", family="Example")
    view = opened(things["photo"].id)
    assert page.primary is view.letter.copy
    fill_in(view, settle)
    assert "[" not in view.letter.text.toPlainText()
    page.primary.click()
    settle()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Hi Sam,")
    assert "Ada Example" in copied
    assert state(vault, things["photo"]) is State.ASKED
    assert view.happened.isVisible()
    assert view.stages.accessibleName() == "Stage 2 of 4: Asked"
    desk.undo()
    settle()
    assert state(vault, things["photo"]) is State.FOUND


def test_the_tone_changes_the_words(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    view = opened(things["photo"].id)
    friendly = view.letter.text.toPlainText()
    view.letter.tone.cards["firm"].click()
    settle()
    assert view.letter.text.toPlainText() != friendly
    assert view.letter.text.toPlainText().startswith("Dear")


def test_ones_own_words_are_kept_while_looking_elsewhere(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    view = opened(things["photo"].id)
    view.letter.text.setPlainText("Hello Sam, please take the party photo down.")
    opened(things["listing"].id)
    view = opened(things["photo"].id)
    assert view.letter.text.toPlainText() == "Hello Sam, please take the party photo down."
    view.letter.fresh.click()
    settle()
    assert view.letter.text.toPlainText().startswith("Hi ")


def test_the_letter_opens_in_the_mail_program(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle
) -> None:
    log.change(vault, things["photo"].id, contact="Sam, sam@mail.example")
    view = opened(things["photo"].id)
    fill_in(view, settle)
    links: list[QUrl] = []

    def opener(link: QUrl) -> bool:
        links.append(link)
        return True

    view.letter.open_mail = opener
    view.letter.text.setPlainText("Hi Sam,\nwould you take it down? It’s 50% me & my dog.")
    view.letter.email.click()
    settle()
    (link,) = links
    whole = link.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert whole.startswith("mailto:sam@mail.example?subject=")
    assert unquote(whole).endswith("It’s 50% me & my dog.")
    assert state(vault, things["photo"]) is State.ASKED


def test_without_a_mail_program_nothing_is_noted(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle
) -> None:
    view = opened(things["photo"].id)
    view.letter.open_mail = lambda _link: False
    view.letter.text.setPlainText("Hi Sam, would you take it down?")
    view.letter.email.click()
    settle()
    assert view.letter.problem.words == "No email program opened. Copy the message instead."
    assert state(vault, things["photo"]) is State.FOUND


def test_asking_in_person_counts(things: dict[str, Item], opened: Open, vault: Vault, settle: Settle) -> None:
    view = opened(things["photo"].id)
    QTest.keyClick(view.letter.in_person, Qt.Key.Key_Space)
    settle()
    assert state(vault, things["photo"]) is State.ASKED
    assert [one.how.label for one in log.requests(vault, things["photo"].id)] == ["I asked in person"]


# -- what happened -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "expected"), [("gone", State.GONE), ("refused", State.REFUSED), ("kept", State.KEPT)]
)
def test_what_happened_is_noted(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, answer: str, expected: State
) -> None:
    view = opened(things["club"].id)
    QTest.keyClick(view.happened.save, Qt.Key.Key_Space)
    assert view.happened.problem.words == "Choose what happened."
    QTest.mouseClick(view.happened.choices.cards[answer], Qt.MouseButton.LeftButton)
    view.happened.note.setPlainText("They wrote back")
    view.happened.save.click()
    settle()
    assert state(vault, things["club"]) is expected
    assert log.history(vault, things["club"].id)[-1].note == "They wrote back"
    assert not view.happened.isVisible()


def test_no_reply_makes_it_the_persons_turn(
    things: dict[str, Item], opened: Open, page: LogPage, vault: Vault, settle: Settle
) -> None:
    view = opened(things["club"].id)
    view.happened.choices.cards["no reply"].click()
    page.primary.click()
    settle()
    assert log.get(vault, things["club"].id).status(vault.now().date()) is Status.FOLLOW_UP
    assert view.letter.heading.text() == "Once more: Ask the club or the team"
    view.letter.in_person.click()
    settle()
    assert view.stages.accessibleName() == "Stage 3 of 4: Reminded"


def test_what_is_gone_can_come_back(things: dict[str, Item], opened: Open, vault: Vault, settle: Settle) -> None:
    view = opened(things["tag"].id)
    assert view.ended.again.text() == "It came back"
    QTest.keyClick(view.ended.again, Qt.Key.Key_Space)
    settle()
    assert state(vault, things["tag"]) is State.CAME_BACK
    assert view.pause.isVisible()
    view.pause.choices.cards["no"].click()
    settle()
    assert view.oneself.isVisible()


# -- history, change, delete -------------------------------------------------------------------------------


def test_the_history_has_the_newest_step_first(things: dict[str, Item], opened: Open) -> None:
    view = opened(things["tag"].id)
    assert view.history.words[0] == "Gone from there."
    assert view.history.words[-1] == "You put it in your list."


def test_deleting_goes_back_to_the_list_and_can_be_undone(
    things: dict[str, Item], opened: Open, page: LogPage, vault: Vault, settle: Settle, desk: Desk
) -> None:
    view = opened(things["photo"].id)
    QTest.keyClick(view.delete, Qt.Key.Key_Space)
    settle()
    assert page.name == "list"
    assert log.recently_deleted(vault)[0].title == "Photo from Sam’s party"
    desk.undo()
    settle()
    assert log.get(vault, things["photo"].id).title == "Photo from Sam’s party"


def test_a_thing_that_is_gone_from_the_list_leads_back_to_it(
    things: dict[str, Item], opened: Open, page: LogPage, vault: Vault, settle: Settle
) -> None:
    log.delete(vault, [things["photo"].id])
    page.show_at(item=things["photo"].id)
    settle()
    assert page.name == "list"


# -- copies, larger ------------------------------------------------------------------------------------------


def test_a_copy_can_be_looked_at_larger(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, qtbot: QtBot
) -> None:
    kept = log.add_picture(vault, things["photo"].id, png()).value
    view = opened(things["photo"].id)
    QTest.keyClick(view.evidence.tiles[kept.id].look, Qt.Key.Key_Space)
    sheet = view.evidence.sheet
    qtbot.waitUntil(sheet.picture.isVisible)
    assert sheet.picture.has_picture
    sheet.close_button.click()


def test_a_saved_page_is_read_as_plain_words(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, qtbot: QtBot
) -> None:
    page = b"<html><script>alert(1)</script><body><p>Ada <b>Example</b></p></body></html>"
    kept = log.add_page(vault, things["photo"].id, page, "page.html").value
    view = opened(things["photo"].id)
    view.evidence.tiles[kept.id].look.click()
    sheet = view.evidence.sheet
    qtbot.waitUntil(sheet.words.isVisible)
    assert "Example" in sheet.words.toPlainText()
    assert "alert" not in sheet.words.toPlainText()


def test_copies_are_not_offered_where_the_settings_say_so(things: dict[str, Item], opened: Open, desk: Desk) -> None:
    desk.bench.settings.change(keep_evidence=False)
    view = opened(things["photo"].id)
    assert not view.evidence.buttons.isVisible()
    assert view.evidence.help.text().startswith("The app does not offer to keep copies")
