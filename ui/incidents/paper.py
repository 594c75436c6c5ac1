"""What a copy holds, shown part by part in the very words that stand in the file."""

from __future__ import annotations

from footprint.reports import Paper
from ui.kit.cards import Card
from ui.kit.text import Heading, PlainLabel


class PaperCard(Card):
    """The whole of it, or (`bare`) its parts alone."""

    def __init__(self, paper: Paper, *, bare: bool = False) -> None:
        super().__init__()
        if not bare:
            self.add(Heading(paper.title, "h2"))
            self.add(PlainLabel(paper.intro, "small", "text2"))
        for part in paper.parts:
            self.add(Heading(part.title, "h3"))
            for line in part.lines:
                self.add(PlainLabel(line))
        if not bare:
            self.add(PlainLabel(paper.foot, "small", "text2"))
