"""How far things are: always in words, with a bar or a ring beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from footprint.dates import number
from footprint.i18n import _
from ui.jobs import Job
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.layout import hbox
from ui.kit.marks import Graphic
from ui.kit.paint import begin, is_rtl, mirrored
from ui.kit.text import PlainLabel
from ui.kit.theme import colour, font, is_high_contrast, px, restyles, space
from ui.kit.two_ends import TwoEnds

SHOW_AFTER_MS = 300  # work shorter than this shows nothing at all


class Bar(QProgressBar):
    """A thin bar, a progress bar to screen readers. It never moves by itself."""

    def __init__(self, name: str, height: int = 8) -> None:
        super().__init__()
        self._tall = height
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(0, 1)
        self.setValue(0)

    def show_share(self, done: int, total: int) -> None:
        self.setRange(0, max(1, total))
        self.setValue(min(done, max(1, total)))

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(self._tall))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), px(self._tall))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole, round_ = QRectF(self.rect()), self.height() / 2
        painter.setPen(QPen(colour("border_strong"), 1) if is_high_contrast() else Qt.PenStyle.NoPen)
        painter.setBrush(colour("chart_grid"))
        painter.drawRoundedRect(whole, round_, round_)
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        if share > 0:
            filled = QRectF(0, 0, max(self.height(), self.width() * share), self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(mirrored(filled, self.width(), is_rtl(self)), round_, round_)
        painter.end()


class Progress(QWidget):
    """A label, how far it is in words, and a bar. `bare` leaves only the bar, for the top of a walk-through."""

    def __init__(self, label: str, *, bare: bool = False, height: int = 8) -> None:
        super().__init__()
        self.bar = Bar(label, height)
        self.label = PlainLabel(label, "label")
        self.words = PlainLabel("", "small", "text2")
        column = QVBoxLayout(self)
        space(column, 6)
        ends = TwoEnds(self.label, self.words)
        if bare:
            ends.hide()
        column.addWidget(ends)
        column.addWidget(self.bar)

    def show(self, done: int | None = None, total: int = 0, words: str = "") -> None:
        """Show `done` of `total`, said in `words`; with nothing, become visible like any widget."""
        if done is None:
            super().show()
            return
        self.bar.show_share(done, total)
        self.bar.setAccessibleDescription(words)
        self.words.setText(words)
        self.words.set_colour("ok" if total and done >= total else "text2")


class Ring(Graphic):
    """A ring with the numbers written inside it."""

    def __init__(self, done: int, total: int, size: int = 96) -> None:
        super().__init__("")
        self._size, self._done, self._total = size, done, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_share(done, total)

    def set_share(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        words = _("{done} of {total} done").format(done=number(done), total=number(total))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        wide = px(self._size) * 0.094
        inset = wide / 2 + 1
        round_ = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(colour("surface"), wide))
        painter.drawEllipse(round_)
        if is_high_contrast():
            painter.setPen(QPen(colour("border_strong"), 1))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        share = min(1.0, self._done / self._total) if self._total else 0.0
        if share:
            pen = QPen(colour("accent"), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            turn = 1 if is_rtl(self) else -1
            painter.drawArc(round_, 90 * 16, round(turn * 360 * 16 * share))
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        whole, middle = QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter.value
        lift = px(self._size) * 0.1
        face = font("h2")
        face.setPixelSize(max(12, round(px(self._size) * 0.22)))
        painter.setFont(face)
        painter.setPen(colour("text"))
        painter.drawText(whole.translated(0, -lift), middle, number(self._done))
        painter.setFont(font("tiny"))
        painter.setPen(colour("text2"))
        painter.drawText(whole.translated(0, lift * 1.35), middle, _("of {total}").format(total=number(self._total)))


class Working(QWidget):
    """Long work, inline: nothing for the first moment, then words, a bar where the end is known, and Cancel.

    It is announced when it starts to show, at each quarter and when it ends; the page says what came of it.
    """

    cancelled = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._job, self._quarter = words, None, 0
        self.label = PlainLabel(words, "body", "text2")
        self.bar = Bar(words)
        self.cancel_button = Btn(_("Cancel"), "secondary")
        self.cancel_button.clicked.connect(self.cancel)
        column = QVBoxLayout()
        space(column, 6)
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.bar)
        column.addStretch(1)
        row = hbox(column, self.cancel_button, spacing=16)
        row.setStretch(0, 1)
        row.setAlignment(self.cancel_button, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SHOW_AFTER_MS)
        self._wait.timeout.connect(self._appear)
        self.bar.hide()
        self.hide()

    @property
    def busy(self) -> bool:
        return self._job is not None

    def follow(self, job: Job, words: str = "") -> None:
        """Show how this job is doing until it ends. A job followed before goes on unseen, as when this is closed."""
        self._words, self._job, self._quarter = words or self._words, job, 0
        self.label.setText(self._words)
        self.bar.setAccessibleName(self._words)
        self.bar.hide()
        self.cancel_button.show()
        job.progressed.connect(lambda done, total, note: self._progressed(job, done, total, note))
        job.finished.connect(lambda _answer: self._say_end(job, _("Finished")))
        job.stopped.connect(lambda: self._say_end(job, _("Stopped")))
        job.ended.connect(lambda: self._ended(job))
        self._wait.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what is done so far stays done."""
        if self._job is None:
            return
        self.label.setText(_("Stopping…"))
        self.cancel_button.hide()
        self._job.stop()
        self.cancelled.emit()

    def _appear(self) -> None:
        if self._job is None:
            return
        self.show()
        announce(self, self.label.text())

    def _progressed(self, job: Job, done: int, total: int, note: str) -> None:
        if not isValid(self) or job is not self._job or job.task.stopped:
            return
        what = note or self._words
        if total <= 0:
            counted = _("{what}: {done} so far").format(what=what, done=number(done)) if done else what
        else:
            counted = _("{what}: {done} of {total}").format(what=what, done=number(done), total=number(total))
        self.label.setText(counted)
        self.bar.setVisible(total > 0)
        self.bar.show_share(done, total)
        self.bar.setAccessibleDescription(counted)
        quarter = 4 * done // total if total > 0 else 0
        if quarter > self._quarter and self.isVisible():
            announce(self, counted)
        self._quarter = max(self._quarter, quarter)

    def _say_end(self, job: Job, words: str) -> None:
        """What went wrong is said by the page; here only that it is over, to those who heard it start."""
        if isValid(self) and job is self._job and self.isVisible():
            announce(self.window(), words)

    def _ended(self, job: Job) -> None:
        if isValid(self) and job is self._job:
            self._job = None
            self._wait.stop()
            self.hide()
