"""Secrets in every room, and the report without the details made through the window: no form of it holds one."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from footprint import log, web
from footprint.vault import Vault
from tests.secrets import ITEMS, Secrets, fill, kept, leaks
from tests.ui import pdf
from ui.desk import Desk
from ui.log.exports.forms import Form, What
from ui.log.page import LogPage

Settle = Callable[[], None]
FORMS = (Form.HTML, Form.PDF, Form.TEXT)


@pytest.fixture
def secrets(vault: Vault, desk: Desk, page: LogPage, settle: Settle) -> Secrets:
    """The view over a vault full of them."""
    made = fill(vault, desk.bench.checklists)
    assert len(made.given) >= 200 and set(made.given) == kept(vault, made)
    page.show_view("export", query=log.Query(text="s"))
    settle()
    return made


def everything_in(path: Path) -> str:
    """Its bytes as they are, and in a PDF what each stream unpacks to and what can be copied out of its pages."""
    raw = path.read_bytes()
    if path.suffix != ".pdf":
        return raw.decode("utf-8")
    parts = [raw, *(_unpacked(one) for one in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL))]
    coded = [one.decode("latin-1") for one in parts] + [one.decode("utf-16-be", "replace") for one in parts]
    return "\n".join([*coded, *pdf.pages(path)])


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_no_form_of_it_holds_a_secret(
    secrets: Secrets, page: LogPage, vault: Vault, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    view = page.view
    view.choices.what.cards[What.REDACTED].click()
    view.choices.scope.cards["all"].click()
    for form in FORMS:
        view.choices.forms[What.REDACTED].cards[form].click()
        settle()
        path = tmp_path / f"list.{form.value}"
        view.save_to(path)
        settle()
        shown = everything_in(path)
        assert leaks(shown, secrets.given) == [], form
        words = "".join(pdf.pages(path)) if form is Form.PDF else shown
        assert f"{ITEMS} things" in words and "16 November 2026" in words
        assert desk.bench.checklists.networks()[0].name in words
    told = [view.preview.text.toPlainText(), *(one.text() for one in view.findChildren(QLabel))]
    told += [one.note + " ".join(one.details) for one in web.entries(vault) if one.note]
    assert leaks("\n".join(told), secrets.given) == []


def test_a_full_report_does_hold_them_so_the_search_is_no_blind_one(
    secrets: Secrets, page: LogPage, settle: Settle, tmp_path: Path
) -> None:
    view = page.view
    view.choices.what.cards[What.FULL].click()
    view.choices.scope.cards["all"].click()
    for form in FORMS:
        view.choices.forms[What.FULL].cards[form].click()
        settle()
        path = tmp_path / f"list.{form.value}"
        view.save_to(path)
        settle()
        assert len(leaks(everything_in(path), secrets.given)) >= ITEMS, form
