""" "On my phone": one page on the screen and on paper, with codes drawn here."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from footprint import checklists
from footprint.checklists import PhoneCheck, Where
from footprint.workbench import Workbench
from tests.ui.checklists.conftest import Window
from ui.checklists import paper, phone_sheet
from ui.checklists.phone import AT_ONCE, PhonePage
from ui.kit.qr import QrCode

Wait = Callable[[], None]


@pytest.fixture
def phone(window: Window, qtbot: QtBot) -> PhonePage:
    window.page.show_at(view="phone")
    qtbot.waitUntil(lambda: window.page.phone_page is not None)
    assert window.page.phone_page is not None
    return window.page.phone_page


def check(bench: Workbench, **values: object) -> PhoneCheck:
    network = bench.checklists.network("whatsapp")
    made = msgspec.structs.replace(network.checks[0], where=Where.PHONE, **values)
    state = checklists.states(msgspec.structs.replace(network, checks=(made,)), {}, bench.vault.now().date())[0]
    return PhoneCheck("whatsapp", "WhatsApp", state, made.link)


def test_the_page_starts_with_a_few_checks_and_shows_more(phone: PhonePage, window: Window) -> None:
    def shown() -> int:
        return sum(one.text() == "Answer this check" for one in phone.findChildren(QPushButton))

    assert window.page.heading.text() == "On my phone"
    assert shown() == AT_ONCE < len(phone.found.checks)
    phone.more.click()
    assert shown() == 2 * AT_ONCE


def test_answering_a_check_opens_its_walk_through(
    phone: PhonePage, window: Window, qtbot: QtBot, settled: Wait
) -> None:
    first = phone.found.checks[0]
    next(one for one in phone.findChildren(QPushButton) if one.text() == "Answer this check").click()
    qtbot.waitUntil(lambda: window.focused is not None)
    assert window.page.walk is not None
    assert first.state.check.id in [one.check.id for one in window.page.walk.trail.page.checks]
    window.page.escape()
    settled()
    assert window.page.phone_page is not None, "back on the page it was opened from"


def test_the_print_out_has_every_check_and_escapes_what_it_says(phone: PhonePage, bench: Workbench) -> None:
    html = phone.html()
    for one in phone.found.checks:
        assert one.state.check.title.split("?")[0].split("’")[0].split("'")[0] in html
    assert "**" not in html
    assert "<b>Privacy</b>" in html
    assert html.index(">WhatsApp<") < html.index(">WhatsApp: go further<")
    odd = phone_sheet.sheet([check(bench, title="<script>1</script> & co")])
    assert "<script>" not in odd
    assert "&lt;script&gt;1&lt;/script&gt; &amp; co" in odd


def test_a_link_becomes_a_code_that_never_leaves_this_computer(bench: Workbench, qtbot: QtBot) -> None:
    linked = check(bench, link="https://www.whatsapp.com/privacy", help="")
    html = phone_sheet.sheet([linked])
    assert 'src="data:image/png;base64,' in html
    assert "http" not in html.replace("https://www.whatsapp.com/privacy", "")
    address, words = phone_sheet.code_of(linked)
    assert (address, words) == ("https://www.whatsapp.com/privacy", "Scan this with your phone to open the page")
    picture = QImage.fromData(b64decode(paper.picture(address).split(",")[1]))
    assert picture.width() == picture.height() > 80
    assert phone_sheet.code_of(check(bench, link="", help="")) == ("", "")


def test_the_page_is_saved_with_its_codes(phone: PhonePage, window: Window, tmp_path: Path, settled: Wait) -> None:
    there = tmp_path / "online-check.pdf"
    phone.save_to(there)
    settled()
    made = there.read_bytes()
    assert made.startswith(b"%PDF")
    assert len(made) > 10_000
    phone.save_to(tmp_path / "online-check.html")
    settled()
    assert (tmp_path / "online-check.html").read_text(encoding="utf-8") == phone.html()


def test_a_place_that_cannot_be_written_to_is_said(
    phone: PhonePage, window: Window, tmp_path: Path, settled: Wait
) -> None:
    phone.save_to(tmp_path / "nowhere" / "online-check.pdf")
    settled()
    assert window.troubles == ["The file could not be saved there. Choose another folder."]


def test_a_code_is_on_the_screen_where_there_is_a_link(phone: PhonePage) -> None:
    while phone.more.isVisible():
        phone.more.click()
    linked = sum(bool(phone_sheet.code_of(one)[0]) for one in phone.found.checks)
    assert len(phone.findChildren(QrCode)) == linked
