"""Two computers answered differently who put it there: its page says so, until it is answered again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from footprint import log
from footprint.log import New, Origin
from footprint.log.answers.keeping import say_over
from footprint.vault import Vault
from ui.log.item import ItemView
from ui.log.page import LogPage


def test_the_page_says_which_answer_stands(page: LogPage, vault: Vault, settle: Callable[[], None]) -> None:
    item = log.add(vault, New("A photo", origin=Origin.KNOWN)).value
    with vault.writing() as write:
        say_over(write, item.id, Origin.FRIGHTENING, None, ())
    page.show_at(item=item.id)
    settle()
    view = page.view
    assert isinstance(view, ItemView)
    assert sum("more careful one stands: “Someone who frightens me”" in words for words in said(view)) == 1
    log.change(vault, item.id, origin=Origin.FRIGHTENING)
    view.reload()
    settle()
    assert not any("came together" in words for words in said(view))


def said(view: ItemView) -> list[str]:
    return [label.text() for label in view.about.findChildren(QLabel)]
