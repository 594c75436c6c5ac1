"""Looking in one's own browser: a few words at a time, ticks before addresses, pictures as evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from footprint import search
from footprint.search import Outcome
from footprint.vault import Vault
from ui.desk import Desk
from ui.incoming import of_mime
from ui.search.by_hand.view import ByHand
from ui.search.by_hand.where import AT_FIRST
from ui.search.page import SearchPage, Stage

Settle = Callable[[], None]
Open = Callable[[Desk], SearchPage]

PAGES = Path(__file__).parents[2] / "search" / "pages" / "copied"
SAVED = b"""<html><head><title>"Ada Example" - Google Search</title></head><body>
<div><a href="https://club.example/results"><h3>Ada Example, netball</h3></a><span>Otherton results</span></div>
</body></html>"""


@pytest.fixture
def opened(desk: Desk) -> list[str]:
    found: list[str] = []
    desk.link_asked.connect(found.append)
    return found


@pytest.fixture
def page(ada: Vault, desk: Desk, open_page: Open, settle: Settle) -> SearchPage:
    made = open_page(desk)
    made.show_stage(Stage.BY_HAND)
    settle()
    return made


@pytest.fixture
def by_hand(page: SearchPage) -> ByHand:
    assert isinstance(page.part, ByHand)
    return page.part


@pytest.fixture
def kept(by_hand: ByHand, settle: Settle) -> ByHand:
    """A look in which a photo was seen, kept."""
    by_hand.where.open_button.click()
    by_hand.look.ticks.set_values(["photo"])
    by_hand.look.keep_button.click()
    settle()
    return by_hand


def picture() -> QImage:
    made = QImage(40, 30, QImage.Format.Format_RGB32)
    made.fill(QColor("teal"))
    return made


def drop(card: object, data: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    card.dropEvent(QDropEvent(QPointF(10, 10), copy, data, left, none))  # type: ignore[attr-defined]


def test_a_few_words_stand_there_and_the_rest_behind_a_button(by_hand: ByHand) -> None:
    where = by_hand.where
    assert len(where.words.cards) == AT_FIRST
    more = where.more_button.text()
    where.more_button.click()
    assert len(where.words.cards) > AT_FIRST and where.more_button.text() != more


def test_the_words_can_be_copied(by_hand: ByHand) -> None:
    words = by_hand.where.words.value
    next(one for one in by_hand.where.findChildren(type(by_hand.where.open_button)) if "Copy" in one.text()).click()
    assert QGuiApplication.clipboard().text() == words


def test_opening_goes_through_the_one_way_out_and_ticks_come_first(
    by_hand: ByHand, opened: list[str], settle: Settle
) -> None:
    by_hand.where.sites.cards["bing"].click()
    by_hand.where.open_button.click()
    settle()
    assert len(opened) == 1 and opened[0].startswith("https://www.bing.com/search?q=%22Ada%20Example%22")
    assert by_hand.look.ticks.isVisible() and by_hand.look.addresses is None
    assert not by_hand.where.isVisible()


def test_nothing_ticked_is_not_nothing_there(by_hand: ByHand, settle: Settle, ada: Vault) -> None:
    by_hand.where.open_button.click()
    by_hand.look.keep_button.click()
    settle()
    assert search.last_run(ada) is None
    by_hand.look.nothing_button.click()
    settle()
    assert search.last_run(ada).outcome is Outcome.EMPTY
    assert by_hand.look.addresses is None


def test_a_site_that_turns_away_is_never_clean(by_hand: ByHand, settle: Settle, ada: Vault) -> None:
    by_hand.where.open_button.click()
    by_hand.look.away_button.click()
    settle()
    assert search.last_run(ada).outcome is Outcome.BLOCKED
    assert by_hand.today.lines == ('Google: "Ada Example" Otherton — the site did not let me look',)


def test_several_looks_in_one_sitting_add_up(kept: ByHand, page: SearchPage, settle: Settle) -> None:
    kept.look.on_button.click()
    assert kept.next.isVisible()
    assert kept.next.words.text() == '"Ada Example"'  # the one looked at is done, and the next one offered
    assert kept.where.words.value == '"Ada Example"'
    kept.where.sites.cards["duckduckgo"].click()
    kept.where.open_button.click()
    kept.look.ticks.set_values(["town", "family"])
    kept.look.keep_button.click()
    settle()
    assert kept.today.lines == (
        'DuckDuckGo: "Ada Example" Otherton — my town, my family',
        'Google: "Ada Example" Otherton — a photo of me',
    )


def test_one_press_opens_the_next_search(by_hand: ByHand, page: SearchPage, opened: list[str], settle: Settle) -> None:
    assert page.primary is by_hand.next.open_button
    assert page.primary.text() == "Open next on Google"
    page.primary.click()
    settle()
    assert opened == ["https://www.google.com/search?q=%22Ada%20Example%22%20Otherton"]
    by_hand.look.nothing_button.click()
    settle()
    assert page.primary.text().startswith("Open the next one (2 of ")
    page.primary.click()
    settle()
    assert len(opened) == 2 and opened[1] != opened[0]
    assert by_hand.look.ticks.isVisible()


def test_what_was_opened_and_not_written_down_is_remembered(
    by_hand: ByHand, ada: Vault, desk: Desk, open_page: Open, settle: Settle
) -> None:
    first = by_hand.next.words.text()
    by_hand.next.open_button.click()
    settle()
    by_hand.back()
    assert by_hand.next.words.text() != first  # what was never opened comes first
    for _at in range(60):
        step = by_hand.next.step
        if step is None or step.hand_off.words == first:
            break
        search.record_look(ada, "google", step.hand_off.words, nothing=True)
        by_hand._reload()
        settle()
    assert by_hand.next.words.text() == first
    assert "not written down yet" in by_hand.next.state.text()
    assert not by_hand.next.skip_button.isVisible()


def test_a_search_can_be_put_off_and_a_site_finished(by_hand: ByHand, ada: Vault, settle: Settle) -> None:
    first = by_hand.next.words.text()
    by_hand.next.skip_button.click()
    assert by_hand.next.words.text() != first
    for one in search.hand_offs(ada, engine="google")[:24]:
        search.record_look(ada, "google", one.words, nothing=True)
    by_hand._reload()
    settle()
    assert by_hand.next.step is None
    assert "all" in by_hand.next.state.text()
    assert by_hand.primary.text() == "Go on with Bing"
    by_hand.primary.click()
    assert by_hand.primary.text() == "Open next on Bing"
    by_hand.next.show_engine("google")
    by_hand.next.again_button.click()
    settle()
    assert by_hand.next.words.text() == first


def test_a_whole_page_pasted_before_any_tick_says_how_it_ended(by_hand: ByHand, ada: Vault, settle: Settle) -> None:
    by_hand.next.open_button.click()
    settle()
    QGuiApplication.clipboard().setText((PAGES / "google.txt").read_text(encoding="utf-8"))
    by_hand.paste()
    settle()
    run = search.last_run(ada)
    assert (run.outcome, run.looks[0].words, run.looks[0].results) == (Outcome.RESULTS, '"Ada Example" Otherton', 3)
    assert by_hand.look.sort_button.text() == "Sort the 3 you added"
    assert by_hand.today.lines == ('Google: "Ada Example" Otherton — 3 results',)


def test_a_page_that_found_nothing_or_let_nobody_in_is_kept_as_that(
    by_hand: ByHand, ada: Vault, settle: Settle
) -> None:
    by_hand.next.open_button.click()
    settle()
    data = QMimeData()
    data.setText(
        'Accessibility help\nGoogle apps\nYour search - "Ada Example" Otherton - did not match any documents.\nTips:'
    )
    by_hand.look.take(data)
    settle()
    assert search.last_run(ada).outcome is Outcome.EMPTY
    assert by_hand.look.addresses is None
    by_hand.look.next_button.click()
    settle()
    data.setText("About this page\nOur systems have detected unusual traffic from your computer network.")
    by_hand.look.take(data)
    settle()
    assert search.last_run(ada).outcome is Outcome.BLOCKED


def test_a_page_of_another_search_leaves_this_one_open(
    by_hand: ByHand, ada: Vault, settle: Settle, tmp_path: Path
) -> None:
    by_hand.next.open_button.click()
    settle()
    path = tmp_path / "results.html"
    path.write_bytes(SAVED)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    by_hand.look.take(data)
    settle()
    assert by_hand.look.ticks.isVisible()
    assert search.last_run(ada).looks[0].words == '"Ada Example"'


def test_addresses_are_added_and_what_is_none_stays_in_the_box(kept: ByHand, settle: Settle, ada: Vault) -> None:
    kept.look.addresses.box.setPlainText("https://club.example/results Netball\nno address here")
    kept.look.addresses.add()
    settle()
    assert [one.host for one in search.findings(ada)] == ["club.example"]
    assert kept.look.addresses.box.toPlainText() == "no address here"
    assert kept.look.sort_button.isVisible()


def test_an_empty_box_says_what_to_do(kept: ByHand) -> None:
    kept.look.addresses.add()
    assert kept.look.addresses.field.words == "Paste or type an address first."


def test_a_saved_results_page_is_dropped_and_read(kept: ByHand, settle: Settle, ada: Vault, tmp_path: Path) -> None:
    path = tmp_path / "results.html"
    path.write_bytes(SAVED)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(kept.look, data)
    settle()
    assert [one.title for one in search.findings(ada)] == ["Ada Example, netball"]


def test_a_page_without_results_is_refused_in_words(kept: ByHand, settle: Settle, ada: Vault, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_bytes(b"not a page")
    kept.look.addresses.add_page(of_mime(_file(path))[0])
    settle()
    assert kept.look.addresses.field.words and search.findings(ada) == ()


def test_other_files_are_named_and_left_out(kept: ByHand, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK")
    drop(kept.look, _file(path))
    settle()
    assert "letter.docx is no picture" in kept.look.addresses.field.words


def say_what_it_shows(kept: ByHand, settle: Settle, undressed: str = "no", under_18: str = "no") -> None:
    """Answer the two questions that come before a picture is kept, and keep it where that can be done."""
    settle()
    sheet = kept.look.pictures.asking.sheet
    assert sheet is not None
    sheet.undressed.cards[undressed].click()
    sheet.under_18.cards[under_18].click()
    if sheet.shows.intimate:
        sheet.thought.setChecked(True)
    if sheet.shows.never_kept:
        sheet.reject()
    else:
        sheet.keep.click()
    settle()


@pytest.mark.parametrize(("undressed", "under_18"), [("yes", "unsure"), ("unsure", "yes"), ("yes", "no")])
def test_a_private_picture_is_not_kept_with_a_look(
    kept: ByHand, settle: Settle, ada: Vault, undressed: str, under_18: str
) -> None:
    data = QMimeData()
    data.setImageData(picture())
    drop(kept.look, data)
    say_what_it_shows(kept, settle, undressed, under_18)
    assert search.pictures(ada, kept.look.look_id) == ()


def test_a_screenshot_is_pasted_with_the_keys_and_shown_as_kept(
    kept: ByHand, page: SearchPage, settle: Settle, ada: Vault
) -> None:
    QGuiApplication.clipboard().setImage(picture())
    for target in (page.heading, kept.look.addresses.box):
        target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target.setFocus()
        QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        say_what_it_shows(kept, settle)
        assert len(search.pictures(ada, kept.look.look_id)) == 1  # the same picture is kept once
        assert [line.startswith("Picture kept at ") for line in kept.look.pictures.lines] == [True]
    assert kept.look.addresses.box.toPlainText() == ""


def test_a_picture_is_dropped(kept: ByHand, settle: Settle, ada: Vault) -> None:
    data = QMimeData()
    data.setImageData(picture())
    drop(kept.look, data)
    say_what_it_shows(kept, settle)
    assert len(search.pictures(ada, kept.look.look_id)) == 1


def test_what_is_no_picture_is_refused_in_words(kept: ByHand, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "shot.png"
    path.write_bytes(b"MZ this is something else")
    drop(kept.look, _file(path))
    say_what_it_shows(kept, settle)
    assert "This is not a picture" in kept.look.addresses.field.words
    QGuiApplication.clipboard().setText("words")
    kept.look.pictures.paste()
    assert "no picture to paste" in kept.look.addresses.field.words


def test_dropped_words_go_into_the_box(kept: ByHand) -> None:
    data = QMimeData()
    data.setText("https://club.example/results")
    drop(kept.look, data)
    assert kept.look.addresses.box.toPlainText() == "https://club.example/results"


def test_a_dropped_web_address_is_never_fetched(kept: ByHand, settle: Settle, ada: Vault) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://club.example/results.html")])
    data.setData("text/plain", QByteArray(b"https://club.example/results.html"))
    drop(kept.look, data)
    settle()
    assert search.findings(ada) == ()
    assert "club.example" in kept.look.addresses.box.toPlainText()


def test_without_a_name_it_leads_to_the_names(desk: Desk, open_page: Open, settle: Settle) -> None:
    page = open_page(desk)
    page.show_stage(Stage.BY_HAND)
    settle()
    assert page.primary is None or page.primary.text() == "Add your name"
    page.part.went.emit(Stage.NAMES)
    assert page.stage is Stage.NAMES


def _file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_the_folder_beside_a_saved_page_stands_for_it(
    by_hand: ByHand, ada: Vault, settle: Settle, tmp_path: Path
) -> None:
    by_hand.next.open_button.click()
    settle()
    (tmp_path / "results.html").write_bytes(SAVED.replace(b'"Ada Example"', b'"Ada Example" Otherton'))
    beside = tmp_path / "results_files"
    beside.mkdir()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(beside))])
    drop(by_hand.look, data)
    settle()
    assert [one.host for one in search.findings(ada)] == ["club.example"]


def test_the_links_of_a_copied_page_come_with_it(by_hand: ByHand, ada: Vault, settle: Settle) -> None:
    by_hand.next.open_button.click()
    settle()
    data = QMimeData()
    data.setText((PAGES / "google.txt").read_text(encoding="utf-8"))
    data.setHtml(
        '<a href="https://othertonharriers.example/results/2024/10k"><h3>Otherton Harriers</h3></a>'
        '<a href="https://www.google.com/search?q=%22Ada+Example%22+Otherton&amp;udm=2">Images</a>'
    )
    QGuiApplication.clipboard().setMimeData(data)
    by_hand.look.fold.set_open(True)
    by_hand.look.whole.paste_button.click()
    settle()
    assert [one.address for one in search.findings(ada)] == ["https://othertonharriers.example/results/2024/10k"]
    assert search.last_run(ada).looks[0].words == '"Ada Example" Otherton'


def test_what_could_not_be_used_stays_in_the_box_of_the_look(by_hand: ByHand, ada: Vault, settle: Settle) -> None:
    by_hand.next.open_button.click()
    settle()
    by_hand.look.whole.box.setPlainText("https://club.example/a\nno address here")
    by_hand.look.whole.add()
    settle()
    assert [one.host for one in search.findings(ada)] == ["club.example"]
    assert by_hand.look.addresses.box.toPlainText() == "no address here"


def test_pasting_nothing_and_pasting_a_list(by_hand: ByHand, settle: Settle) -> None:
    by_hand.next.open_button.click()
    settle()
    QGuiApplication.clipboard().clear()
    by_hand.look.whole.paste_button.click()
    assert "nothing to paste" in by_hand.look.whole.field.words
    QGuiApplication.clipboard().setText("https://club.example/a")
    by_hand.look.whole.paste_button.click()
    assert by_hand.look.whole.box.toPlainText() == "https://club.example/a"
