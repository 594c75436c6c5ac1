"""The large-print list: for every network, place and situation, on paper and as a page that reads well aloud."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from footprint import checklists, paths
from footprint.checklists import NetworkFile, Removal, plain
from footprint.workbench import Workbench
from tests.ui import looks, pdf
from tests.ui.checklists.conftest import Window
from ui.checklists import paper
from ui.checklists.large_print import POINTS, large_print, title
from ui.checklists.large_sheet import ALL, MAIN, LargeSheet
from ui.kit.printing import document, page_image, page_layout

Wait = Callable[[], None]
DAY = date(2026, 11, 25)
SHIPPED = checklists.load(paths.shipped("checklists"))
NAMES = [one.id for one in SHIPPED.files()]


class Outline(HTMLParser):
    """The headings of a page in order, its lists, its pictures, and the tags that were opened and not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.language = ""
        self.pictures: list[str] = []
        self.items = 0
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        elif tag == "html":
            self.language = found.get("lang") or ""
        elif tag == "img":
            self.pictures.append(found.get("alt") or "")
        elif tag == "li":
            assert self._open[-1] in ("ul", "ol")
            self.items += 1
        if tag not in ("img", "meta", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "title"):
            self.words.append(data)


def laid_out(html: str) -> QTextDocument:
    made = document(html)
    made.setPageSize(QSizeF(page_layout().paintRectPixels(96).size()))
    return made


# -- the page ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_list_has_one_title_headings_in_order_and_all_its_checks(name: str) -> None:
    network = SHIPPED.network(name)
    html = large_print(network, DAY, essential_only=False)
    outline = Outline(html)
    assert outline.language == "en-GB"
    assert outline.levels.count(1) == 1 and outline.levels[0] == 1
    steps = zip(outline.levels, outline.levels[1:], strict=False)
    assert all(after - before <= 2 if before == 2 else after - before <= 1 for before, after in steps)
    words = " ".join(" ".join(outline.words).split())
    live = [check for check in network.checks if not check.retired]
    for number in range(1, len(live) + 1):
        assert f"{number}. " in words
    for check in live:
        assert check.title in words
        assert all(choice.label in words for choice in check.choices)
    assert words.count("☐") == sum(len(check.choices) for check in live)
    assert words.count("(safer choice)") == sum(choice.safer for check in live for choice in check.choices)
    assert "**" not in html and all(outline.pictures)


def test_only_the_main_checks_are_fewer(bench: Workbench) -> None:
    network = bench.checklists.network("facebook")
    html = large_print(network, DAY, essential_only=True)
    assert "Go further" not in html and "These are the main checks." in html
    main = [check for check in network.checks if check.essential and not check.retired]
    assert html.count("Tick what it is set to now") == len(main)
    assert "Go further" in large_print(network, DAY, essential_only=False)


def test_what_cannot_be_hidden_and_the_pages_people_need_are_on_it(bench: Workbench) -> None:
    network = bench.checklists.network("facebook")
    words = " ".join(" ".join(Outline(large_print(network, DAY, essential_only=True)).words).split())
    assert all(plain(one.text) in words for one in network.always_public)
    for name in ("Change your password", "Turn on 2-step verification", "Close or delete the account"):
        assert name in words
    for page in (network.pages.password, network.pages.two_step, network.pages.delete):
        assert page is not None and checklists.address(page.link) in words


def test_every_link_is_there_as_text_and_as_a_code(bench: Workbench) -> None:
    html = large_print(bench.checklists.network("facebook"), DAY, essential_only=False)
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', html)
    assert links and all(address == text for address, text in links)
    assert html.count("data:image/png;base64,") == len(links)
    assert "{handle}" not in html, "nothing of the person's, and nothing that waits for it"


def test_a_place_says_what_it_shows_and_whether_one_can_come_off(bench: Workbench) -> None:
    html = large_print(bench.checklists.network("open-register"), DAY, essential_only=False)
    for heading in ("What it shows", "How to look yourself up", "How to come off", "How long it lasts"):
        assert f">{heading}</h2>" in html
    stuck = next(
        one for one in bench.checklists.of(checklists.Kind.PLACE) if one.place and one.place.removal is Removal.CANNOT
    )
    html = large_print(stuck, DAY, essential_only=False)
    assert ">Why you cannot come off</h2>" in html and ">How to come off<" not in html


def test_what_a_file_says_is_escaped(bench: Workbench) -> None:
    network = bench.checklists.network("whatsapp")
    odd = msgspec.structs.replace(network.checks[0], title="<script>1</script> & co", why="**Bold** <i>")
    html = large_print(msgspec.structs.replace(network, checks=(odd,)), DAY, essential_only=False)
    assert "<script>" not in html and "&lt;script&gt;1&lt;/script&gt; &amp; co" in html
    assert "<b>Bold</b> &lt;i&gt;" in html


# -- paper ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["facebook", "open-register", "wayback-machine"])
def test_every_letter_is_large_and_black(name: str, bench: Workbench) -> None:
    made = laid_out(large_print(bench.checklists.network(name), DAY, essential_only=True))
    block = made.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            kept = parts.fragment().charFormat()
            if not kept.isImageFormat():
                assert kept.font().pointSizeF() >= POINTS
                assert kept.foreground().style() == Qt.BrushStyle.NoBrush or kept.foreground().color().value() == 0
            parts += 1
        block = block.next()


def test_pages_are_drawn_in_black_and_white_within_their_edges(bench: Workbench) -> None:
    html = large_print(bench.checklists.network("whatsapp"), DAY, essential_only=True)
    made = laid_out(html)
    assert made.size().width() <= made.pageSize().width()
    for number in range(min(3, made.pageCount())):
        image = page_image(html, number)
        assert image.height() / image.width() == pytest.approx(297 / 210, rel=0.01), "A4"
        seen = {image.pixelColor(x, y).saturation() for x in range(0, image.width(), 3) for y in range(0, 900, 3)}
        assert seen == {0}, "grey at most, no colour"
        assert any(image.pixelColor(x, y).value() < 64 for x in range(0, image.width(), 2) for y in range(0, 900, 2))


def test_the_text_can_be_copied_out_of_the_pdf(bench: Workbench, tmp_path: Path) -> None:
    network: NetworkFile = bench.checklists.network("facebook")
    there = tmp_path / "large-list.pdf"
    html = large_print(network, DAY, essential_only=True)
    paper.write(html, there, title(network))
    found = pdf.pages(there)
    assert len(found) >= laid_out(html).pageCount() > 5
    words = "".join(found)
    for check in (one for one in network.checks if one.essential and not one.retired):
        squeezed = re.sub(r"\s", "", words)
        assert re.sub(r"\s", "", check.title) in squeezed
    assert "profile and cover pictures" in words, "spaces are spaces, and letters are letters of their own"
    assert "☐" in words and "(safer" in words and "https://www.facebook.com/" in words
    assert "\t" not in words and "ﬁ" not in words


# -- the window ----------------------------------------------------------------------------------------


@pytest.fixture
def sheet(window: Window, settled: Wait) -> LargeSheet:
    window.page.show_at(network="facebook", view="about")
    settled()
    assert window.page.about is not None
    window.page.about.paper_button.click()
    made = window.page.findChild(LargeSheet)
    assert made is not None and made.isVisible()
    return made


def test_a_network_offers_main_or_all_and_saves_it(
    sheet: LargeSheet, window: Window, tmp_path: Path, settled: Wait
) -> None:
    assert list(sheet.which.cards) == [MAIN, ALL] and sheet.which.value == MAIN
    sheet.which.cards[ALL].click()
    there = tmp_path / "large-list.html"
    sheet.save_to(there)
    settled()
    text = there.read_text(encoding="utf-8")
    assert text == large_print(window.page.bench.checklists.network("facebook"), sheet.today, essential_only=False)
    assert not [one for one in window.page.findChildren(LargeSheet) if one.isVisible()]


def test_a_place_that_takes_no_file_is_said_and_the_sheet_stays(
    sheet: LargeSheet, window: Window, tmp_path: Path, settled: Wait
) -> None:
    sheet.save_to(tmp_path / "nowhere" / "large-list.pdf")
    settled()
    assert window.troubles == ["The file could not be saved there. Choose another folder."]
    assert sheet.isVisible()


def test_a_place_is_reached_by_the_keyboard_and_has_nothing_to_choose(window: Window, settled: Wait) -> None:
    window.page.show_at(network="open-register", view="about")
    settled()
    window.page.print_page()
    made = window.page.findChild(LargeSheet)
    assert made is not None
    assert made.which.isVisible() == (len(made.which.cards) > 1)
    assert looks.out_of_reach(made) == []
    QTest.keyClick(made, Qt.Key.Key_Escape)
    settled()
    assert not [one for one in window.page.findChildren(LargeSheet) if one.isVisible()]
    window.page.save_copy()
    assert [one for one in window.page.findChildren(LargeSheet) if one.isVisible()]


@pytest.mark.parametrize("dark", looks.THEMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheet_looks_right(dark: bool, scale: float, window: Window, settled: Wait, qtbot: QtBot) -> None:
    with looks.themed(dark, scale):
        window.page.show_at(network="facebook", view="about")
        settled()
        window.page.print_page()
        made = window.page.findChild(LargeSheet)
        assert made is not None
        looks.settle()
        assert looks.clipped_labels(made) == [] and looks.unnamed_or_small(made) == []
        assert looks.hard_to_read(made) == [] and looks.too_wide(made) == []
