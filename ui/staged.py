"""A page that shows one stage of a longer piece of work at a time, and what every such stage has in common."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from footprint.i18n import _
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.page import Page


class Part(QWidget):
    """One stage. What it does not override does nothing; `primary` is what Ctrl+Enter presses."""

    went = Signal(str)  # another stage is wanted, by its name
    stepped = Signal()  # another primary button, or another line under the heading
    turned = Signal()  # something else is shown: the page goes to its top

    help_topic: ClassVar[str] = "home"
    primary: QAbstractButton | None = None

    @property
    def title(self) -> str:
        """The heading of the page, where it is not the one that the stage always has."""
        return ""

    @property
    def way_back(self) -> str:
        """The button beside the heading, which leads to where all stages begin; "" without one."""
        return _("Back")

    @property
    def busy(self) -> bool:
        """Work runs that the person began here: the stage stays until it ends."""
        return False

    def stop(self) -> bool:
        """Stop that work, and keep what was done; False when there is none."""
        return False

    def back(self) -> bool:
        """One step back within the stage; False when it is at its start."""
        return False

    def escape(self) -> bool:
        """Esc within the stage."""
        return False

    def choose(self, choice: int) -> None:
        """Ctrl+1 to Ctrl+5."""


class StagedPage(Page):
    """Puts one `Part` at a time in its place. A subclass says which, and what stands under the heading."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        self.part: Part | None = None
        self.way_back = Btn("", "secondary")
        self.way_back.clicked.connect(self.to_start)
        self.way_back.hide()
        self.add_action(self.way_back)

    # -- for pages to override ---------------------------------------------------------------------

    def to_start(self) -> None:
        """Where the button beside the heading leads."""

    def line_of(self, part: Part) -> str:
        """The words under the heading."""
        return ""

    def icon_back(self) -> str:
        return "left"

    # -- one stage at a time -----------------------------------------------------------------------

    def put(self, part: Part, title: str) -> None:
        """Instead of what was there; from the top, with focus on the heading."""
        self.clear_body()
        self.part = part
        self.help_topic = part.help_topic
        self.heading.setText(part.title or title)
        part.stepped.connect(self.step)
        part.turned.connect(self.to_top)
        self.body.addWidget(part, 1)
        self.step()
        self.to_top()
        if self.isVisible():
            self.arrive()

    def to_top(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None:
            area.verticalScrollBar().setValue(0)

    def step(self) -> None:
        """What Ctrl+Enter presses and what stands under the heading are for the stage to say."""
        if self.part is None:
            return
        self.primary = self.part.primary
        self.way_back.setText(self.part.way_back)
        self.way_back.set_icon(self.icon_back())
        self.way_back.setVisible(bool(self.part.way_back))
        self.say_line(self.line_of(self.part))

    # -- what the window asks ----------------------------------------------------------------------

    def choose(self, number: int) -> None:
        if self.part is not None:
            self.part.choose(number)

    def escape(self) -> bool:
        return self.part is not None and (self.part.stop() or self.part.escape())
