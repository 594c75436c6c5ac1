"""Focus mode: a bar above, a thin line of progress, the list of steps at the left, and a bar of buttons below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from footprint.i18n import _, ngettext
from ui.arrival import focus_heading
from ui.checklists.surfaces import Foot
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.layout import scroll
from ui.kit.progress import Progress
from ui.kit.steps import StepList
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.page import clear

THREE_PARTS = 1180
STEPS_BESIDE = 940
NARROW = 760
COLUMN = 680
STEPS = 304
SIDE = 272
EDGE = 20
_ANY = 16777215  # Qt's own "no limit"


class Frame(QWidget):
    """What stays while pages change. Sizes are those of the design at 100%; they grow with the text."""

    leave = Signal()
    lock = Signal()
    step_chosen = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading_now: QWidget | None = None
        self._trouble_place = QVBoxLayout()
        self._steps_wanted = False
        self._steps_open = False
        self._make_top(title)
        self._make_steps()
        self._make_column()
        self._make_foot()
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._steps_beside)
        body.addWidget(self.area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        whole.addWidget(self.progress)
        whole.addLayout(self._trouble_place)
        whole.addLayout(body, 1)
        whole.addWidget(self.foot)

    # -- parts -------------------------------------------------------------------------------------

    def _make_top(self, title: str) -> None:
        self.back_to_list = Btn(_("Checklists"), "quiet", icon="left")
        self.back_to_list.set_flush()
        self.title = Heading(title, "h3")
        self.left = PlainLabel("", "small", "text2", wrap=False)
        self.save_and_leave = Btn(_("Save and leave"))
        self.lock_button = Btn(_("Lock"), icon="lock")
        for button in (self.back_to_list, self.save_and_leave):
            button.clicked.connect(self.leave)
        self.lock_button.clicked.connect(self.lock)
        self._top = QWidget()
        self._first = QHBoxLayout()
        self._second = QHBoxLayout()
        for row in (self._first, self._second):
            space(row, 12)
        box = QVBoxLayout(self._top)
        space(box, 6, (20, 12, 20, 12))
        box.addLayout(self._first)
        box.addLayout(self._second)
        self._two_rows: bool | None = None
        self._lay_top(False)
        self.progress = Progress(_("Checklist progress"), bare=True, height=4)

    def _lay_top(self, two_rows: bool) -> None:
        """One row; in a narrow window the title and the minutes have a row of their own, so nothing disappears."""
        if two_rows == self._two_rows:
            return
        self._two_rows = two_rows
        for row in (self._first, self._second):
            while row.count():
                row.takeAt(0)
        self._first.addWidget(self.back_to_list)
        if two_rows:
            self._first.addStretch(1)
            self._second.addWidget(self.title, 1)
            self._second.addWidget(self.left)
        else:
            self._first.addWidget(self.title, 1)
            self._first.addWidget(self.left)
        self._first.addWidget(self.save_and_leave)
        self._first.addWidget(self.lock_button)

    def _make_steps(self) -> None:
        self.steps = StepList(_("Checks in this list"))
        self.steps.chosen.connect(self._step_chosen)
        holder = QWidget()
        self._steps_layout = QVBoxLayout(holder)
        space(self._steps_layout, 0, (16, 8, 12, 16))
        self._steps_layout.addWidget(self.steps)
        self._steps_beside = scroll(holder)
        self.all_steps = Btn("", icon="checklist")
        self.all_steps.clicked.connect(self._fold_steps)

    def _make_column(self) -> None:
        self.content = QVBoxLayout()
        space(self.content, 12)
        self.side = QVBoxLayout()
        space(self.side, 12)
        self._steps_above = QVBoxLayout()
        centre = QWidget()
        self._centre = centre
        column = QVBoxLayout(centre)
        space(column, 12)
        fold = QHBoxLayout()
        fold.addWidget(self.all_steps)
        fold.addStretch(1)
        column.addLayout(fold)
        column.addLayout(self._steps_above)
        column.addLayout(self.content)
        column.addStretch(1)
        self.side_holder = QWidget()
        holder = QVBoxLayout(self.side_holder)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(self.side)
        holder.addStretch(1)
        inner = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        space(self._split, 24, (20, 20, 20, 20))
        self._split.addWidget(centre, 3)
        self._split.addWidget(self.side_holder, 0)
        self._split.addStretch(0)
        self.area: QScrollArea = scroll(inner)

    def _make_foot(self) -> None:
        self.back_button = Btn(_("Back"))
        self.skip = Btn(_("Skip for now"), "quiet")
        self.safe = PlainLabel(_("Saved on this computer only"), "small", "text2", wrap=False)
        self.go_on = Btn(_("Save and continue"), "primary")
        self.foot = Foot()
        row = QHBoxLayout(self.foot)
        space(row, 12, (20, 12, 20, 12))
        row.addWidget(self.back_button)
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.safe)
        row.addWidget(self.go_on)

    # -- for the walk-through ----------------------------------------------------------------------

    def show_trouble(self, words: str) -> None:
        """A problem the person can act on. The window would say it on the page that is hidden now."""
        if self.isVisible():
            clear(self._trouble_place)
            self._trouble_place.addWidget(Banner("danger", _("There is a problem"), words))

    def clear_content(self) -> None:
        clear(self._trouble_place)
        clear(self.content)
        clear(self.side)

    def show_heading(self, heading: QWidget, *, focus: bool) -> None:
        """A new page: to its top, and focus to its heading."""
        self.heading_now = heading
        self.area.verticalScrollBar().setValue(0)
        if focus:
            focus_heading(heading)

    def reveal(self, widget: QWidget, keep: QWidget) -> None:
        """Scroll down so far that `widget` can be seen, but never so far that `keep` cannot."""
        QTimer.singleShot(0, self, lambda: self._reveal(widget, keep))

    def _reveal(self, widget: QWidget, keep: QWidget) -> None:
        inner, bar = self.area.widget(), self.area.verticalScrollBar()
        if not (isValid(widget) and isValid(keep) and inner.isAncestorOf(widget)):
            return
        bottom = widget.mapTo(inner, QPoint(0, widget.height())).y() + px(12)
        top = keep.mapTo(inner, QPoint(0, 0)).y() - px(12)
        wanted = min(bottom - self.area.viewport().height(), top)
        if wanted > bar.value():
            bar.setValue(wanted)

    def want_steps(self, total: int) -> None:
        """Whether this page stands among steps; how many there are is said on the button that unfolds them."""
        self._steps_wanted = total > 0
        self._steps_open = False
        self._total = total
        self._reflow()

    def say_left(self, words: str) -> None:
        self.left.setText(words)
        self.left.setVisible(bool(words))

    def units(self) -> float:
        """The width in units of the design: what is left of it when the text is large."""
        return self.width() / max(0.01, px(1000) / 1000)

    # -- reflow ------------------------------------------------------------------------------------

    def _fold_steps(self) -> None:
        self._steps_open = not self._steps_open
        self._reflow()
        if self._steps_open:
            self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_chosen(self, key: str) -> None:
        self._steps_open = False
        self._reflow()
        self.step_chosen.emit(key)

    def _reflow(self) -> None:
        wide = self.units()
        beside = self._steps_wanted and wide >= STEPS_BESIDE
        self._lay_top(wide < NARROW)
        self._place_steps(beside)
        self._place_column(wide >= THREE_PARTS, wide - (STEPS if beside else 0))
        self.safe.setVisible(wide >= NARROW)

    def _place_steps(self, beside: bool) -> None:
        home = self._steps_layout if beside else self._steps_above
        if home.indexOf(self.steps) < 0:
            home.addWidget(self.steps)
        self._steps_beside.setVisible(beside)
        self._steps_beside.setFixedWidth(px(STEPS))
        self.steps.setVisible(beside or (self._steps_wanted and self._steps_open))
        self.all_steps.setVisible(self._steps_wanted and not beside)
        if self._steps_wanted:
            self._name_steps_button()

    def _place_column(self, three_parts: bool, room: float) -> None:
        """The help beside the question or under it. `room` in units is what the steps leave.

        Where one stands under the other it is the margin that keeps lines short: a box layout works out heights for
        the whole width it has, whatever a widget in it may grow to.
        """
        helped = self.side.count() > 0
        direction = QBoxLayout.Direction
        self._split.setDirection(direction.LeftToRight if three_parts else direction.TopToBottom)
        self.side_holder.setVisible(helped)
        self.side_holder.setMinimumWidth(px(SIDE) if three_parts else 0)
        self.side_holder.setMaximumWidth(px(SIDE) if three_parts else _ANY)
        self._centre.setMaximumWidth(px(COLUMN) if three_parts and helped else _ANY)
        left = right = EDGE
        if not self._steps_wanted and not helped:  # alone on the page: in the middle of the window
            left = right = max(EDGE, round((room - COLUMN) / 2))
        elif not three_parts:
            right = max(EDGE, round(room - EDGE - COLUMN))
        space(self._split, 24, (left, EDGE, right, EDGE))

    def _name_steps_button(self) -> None:
        said = (
            _("Hide the list of checks")
            if self._steps_open
            else ngettext("Show the {n} check", "Show all {n} checks", self._total).format(n=self._total)
        )
        self.all_steps.setText(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reflow()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._reflow()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(300))
