"""Pages of the organisation that its pack puts beside ours, each with its host, opened only by the person."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from footprint.i18n import _
from footprint.packs.format import Shown
from footprint.packs.origins import FromPack
from footprint.packs.records import Pack
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.from_pack import FromPackMark
from ui.kit.layout import vbox
from ui.kit.text import PlainLabel
from ui.page import clear


def links_card(desk: Desk, pack: Pack | None, where: Shown) -> Card | None:
    """The links of the pack in use for one page; none where it has none."""
    lines = link_lines(desk, pack, where)
    if pack is None or not lines:
        return None
    card = Card(title=_("Pages of your organisation"))
    card.body.addWidget(FromPackMark(FromPack(pack.organisation)), 0, Qt.AlignmentFlag.AlignLeft)
    for one in lines:
        card.add(one)
    return card


def link_lines(desk: Desk, pack: Pack | None, where: Shown) -> list[QLayout]:
    """Each link of one page as its button, with its host and what the organisation says of it below."""
    found = [one for one in pack.links.link if where in one.shown] if pack is not None else []
    return [
        vbox(link_button(desk, one.address, one.label), PlainLabel(_meta(one.address, one.note), "small", "text2"))
        for one in found
    ]


class LinksHolder(QWidget):
    """A place for the card on a page that is built before the pack was read."""

    def __init__(self, desk: Desk, where: Shown) -> None:
        super().__init__()
        self._desk, self._where = desk, where
        self.filled = False
        self._column = vbox()
        self.setLayout(self._column)
        self.hide()

    def show_links(self, pack: Pack | None) -> None:
        clear(self._column)
        card = links_card(self._desk, pack, self._where)
        self.filled = card is not None
        if card is not None:
            self._column.addWidget(card)
        self.setVisible(card is not None)


def link_button(desk: Desk, address: str, label: str) -> ButtonRow:
    """A button that asks before it opens the address; its host is part of its name for a screen reader."""
    button = Btn(label or _("Open the page"), icon="external")
    button.setAccessibleName(_("{label}, at {host}").format(label=button.text(), host=host_of(address)))
    button.clicked.connect(lambda: desk.open_link(address))
    return ButtonRow(button)


def host_of(address: str) -> str:
    return urlsplit(address).hostname or ""


def _meta(address: str, note: str) -> str:
    return f"{host_of(address)}. {note}" if note else host_of(address)
