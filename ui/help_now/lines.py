"""One helpline: its name, the number large, when, and what for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.log import Helpline
from footprint.person import Nation
from ui.kit.buttons import LinkBtn
from ui.kit.layout import Flow, vbox
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space

OpenLink = Callable[[str], None]


class LineBlock(QWidget):
    """What can be copied can be selected. Addresses open only where the app is open: the lock page opens none."""

    def __init__(self, line: Helpline, open_link: OpenLink | None) -> None:
        super().__init__()
        self.line = line
        column = QVBoxLayout(self)
        space(column, 2)
        column.addWidget(Heading(line.name, "h3"))
        if line.number:
            column.addWidget(PlainLabel(line.number, "h2", "accent_text", selectable=True))
        when = " · ".join(one for one in (line.hours, line.ages, _where(line)) if one)
        small = f"{when}. {line.doubt}" if line.doubt else when
        column.addWidget(PlainLabel(small, "small", "warn" if line.doubt else "text2"))
        column.addWidget(PlainLabel(line.remit))
        if line.address and not line.rings_now:  # somebody answers at any hour: there is nothing to look up
            self._add_address(column, line, open_link)
        column.addStretch(1)

    def _add_address(self, column: QVBoxLayout, line: Helpline, open_link: OpenLink | None) -> None:
        site = line.address.removeprefix("https://")
        if open_link is None:
            column.addWidget(PlainLabel(site, "label", "text", selectable=True))
            return
        self.link = LinkBtn(_("Open {site}").format(site=site))
        self.link.clicked.connect(lambda: open_link(line.address))
        column.addLayout(vbox(self.link))


def _where(line: Helpline) -> str:
    """The nations it is for, where it is not for all four."""
    nations = [one.label for one in Nation if one.value.replace(" ", "-") in line.nations]
    return "" if len(nations) > 3 else ", ".join(nations)


def blocks(lines: Iterable[Helpline], open_link: OpenLink | None) -> Flow:
    """Beside each other where there is room."""
    return Flow([LineBlock(one, open_link) for one in lines], 280, 20, most=2)
