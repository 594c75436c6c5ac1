"""What a page shows about the person, as a calm list: what kind of thing, and the words as they stand there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.search.reading import Exposed, Facet
from ui.kit.text import IconLabel, PlainLabel
from ui.kit.theme import space

ICONS = {
    Facet.NAME_AND_PICTURE: "image",
    Facet.EMPLOYER: "work",
    Facet.TOWN: "place",
    Facet.ADDRESS: "home",
    Facet.PHONE: "phone",
    Facet.EMAIL: "mail",
    Facet.FAMILY: "people",
    Facet.BIRTH: "calendar",
    Facet.SCHOOL: "book",
    Facet.PLATE: "car",
}


class FacetList(QWidget):
    """A line for each kind of thing; its words come from outside and are shown as plain text in quotes."""

    def __init__(self, exposed: Sequence[Exposed]) -> None:
        super().__init__()
        self.lines: dict[Facet, str] = {}
        column = QVBoxLayout(self)
        space(column, 10)
        for facet in Facet:
            words = [one.words for one in exposed if one.facet is facet]
            if words:
                self.lines[facet] = in_quotes(words)
                column.addLayout(self._line(facet, self.lines[facet]))

    def _line(self, facet: Facet, words: str) -> QHBoxLayout:
        line, texts = QHBoxLayout(), QVBoxLayout()
        space(line, 12)
        space(texts, 0)
        texts.addWidget(PlainLabel(facet.label, "label"))
        texts.addWidget(PlainLabel(words, "body", "text2"))
        line.addWidget(IconLabel(ICONS[facet], "text2", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        return line


def in_quotes(words: Sequence[str]) -> str:
    """“07700 900101”, “01632 960001”"""
    return _(", ").join(f"“{one}”" for one in words)
