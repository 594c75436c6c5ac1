"""What to look for: one tick of three for each thing, and where it can be seen, a note and "Log it"."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.checklists.stranger import LONGEST_NOTE, Mark, Seen
from footprint.i18n import _
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.fields import TextBox
from ui.kit.layout import Fold
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.stranger import words
from ui.stranger.now import Now

SAVED_MS = 2000


class SignRow(QWidget):
    """One thing to look for. It says what the person does; the walk keeps it and hands back how it stands."""

    ticked = Signal(object, object)  # Sign, Seen
    noted = Signal(object, str)
    logged = Signal(object, str)
    shown = Signal(str)  # the item to go to

    def __init__(self, sign: Sign, now: Now) -> None:
        super().__init__()
        self.sign = sign
        self._kept, self._item = "", ""
        self.note: TextBox | None = None
        self.log_button: Btn | None = None
        self.heading = Heading(stranger.label(sign), "h3")
        box = QVBoxLayout(self)
        space(box, 4)
        box.addWidget(self.heading)
        last = words.last_time(now.before, now.before.seen_of(sign) if now.before else Seen.NOT_LOOKED)
        box.addWidget(PlainLabel(" ".join(part for part in (stranger.hint(sign), last) if part), "small", "text2"))
        self.choices = Choices(
            _("{what}: can you see it?").format(what=stranger.label(sign)),
            [Option(one.value, words.seen(one)) for one in Seen],
            columns=3,
            show_label=False,
        )
        self.choices.chosen.connect(lambda value: self.ticked.emit(sign, Seen(value)))
        box.addSpacing(px(4))
        box.addWidget(self.choices)
        self._more: tuple[QWidget, ...] = ()
        self._more_box = QVBoxLayout()
        space(self._more_box, 6)
        box.addLayout(self._more_box)
        self.saved = PlainLabel("", "small", "text2")
        self.saved.hide()
        box.addWidget(self.saved)

    def show_mark(self, mark: Mark, items: frozenset[str]) -> None:
        """How it is kept now: after saving, undoing, or coming back to it."""
        if self._chosen is not mark.seen:
            self.choices.set_value("" if mark.seen is Seen.NOT_LOOKED else mark.seen.value)
        if mark.seen is Seen.SEEN and self.note is None:
            self._make_more()
        self._show_note(mark.note)
        self._item = mark.item_id if mark.item_id in items else ""
        if self.log_button is not None:
            self.log_button.setText(_("See it on my list") if self._item else _("Log it"))
            name = f"{self.log_button.text()}: {self.heading.text()}"
            self.log_button.setAccessibleName(name)
        for part in self._more:
            part.setVisible(mark.seen is Seen.SEEN)

    @property
    def _chosen(self) -> Seen:
        """Nothing chosen says the same as "Not looked at", and shows better what is left."""
        return Seen(self.choices.value or Seen.NOT_LOOKED)

    def _make_more(self) -> None:
        """Made with the first "I can see it", and few widgets each: eight of them make a long page."""
        label = PlainLabel(_("Where do you see it? (optional)"), "label")
        label.setContentsMargins(0, px(6), 0, 0)
        self.note = TextBox(f"{label.text()} {self.heading.text()}")
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.editingFinished.connect(self.flush)
        label.setBuddy(self.note)
        self.log_button = Btn(_("Log it"), icon="remove")
        self.log_button.clicked.connect(self._log)
        self._more = (label, self.note, self.log_button)
        self._more_box.addWidget(label)
        self._more_box.addWidget(self.note)
        self._more_box.addWidget(self.log_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_note(self, text: str) -> None:
        """What is kept now; what is being typed stays."""
        if self.note is not None and text != self._kept and self.note.text().strip() == self._kept:
            self.note.setText(text)
        self._kept = text

    def _log(self) -> None:
        if self._item:
            self.shown.emit(self._item)
            return
        text = self.pending
        if text is None:
            text = self._kept
        self._kept = text
        self.logged.emit(self.sign, text)

    @property
    def pending(self) -> str | None:
        """What is typed and not kept yet; None when there is nothing new."""
        text = self.note.text().strip() if self.note is not None else self._kept
        return text if text != self._kept else None

    def flush(self) -> None:
        """Keep what is typed now."""
        text = self.pending
        if text is not None:
            self._kept = text
            self.noted.emit(self.sign, text)

    def say_saved(self) -> None:
        """Quietly, for two seconds."""
        self.saved.setText(_("Saved"))
        self.saved.show()
        QTimer.singleShot(SAVED_MS, self.saved, self.saved.hide)


class Signs(Card):
    """All that can be looked for on one network; it passes on what its rows say."""

    ticked = Signal(object, object)
    noted = Signal(object, str)
    logged = Signal(object, str)
    shown = Signal(str)

    def __init__(self, now: Now) -> None:
        title = _("3. Say what you see") if now.addresses else _("2. Say what you see")
        super().__init__(title=title)
        space(self.body, 20, (20, 18, 20, 20))
        self.problem = PlainLabel("", "label", "danger")
        self.problem.hide()
        self.add(self.problem)
        self.rows: dict[Sign, SignRow] = {}
        self._now = now
        for sign in now.look.marks:
            self.add(self._made(sign))
        self.else_: Fold | None = None
        others = [one for one in Sign if one not in now.look.marks]
        if others:
            self._offer(others)

    def _made(self, sign: Sign) -> SignRow:
        row = self.rows[sign] = SignRow(sign, self._now)
        row.ticked.connect(self.ticked)
        row.noted.connect(self.noted)
        row.logged.connect(self.logged)
        row.shown.connect(self.shown)
        return row

    def _offer(self, others: list[Sign]) -> None:
        """What seldom shows there can be ticked too; its rows are made when they are wanted."""
        self.else_ = Fold(_("Can you see anything else?"))
        space(self.else_.body, 20, (0, 8, 0, 0))

        def fill(is_open: bool) -> None:
            if is_open and self.else_ is not None and not self.else_.body.count():
                for sign in others:
                    self.else_.body.addWidget(self._made(sign))
                self.show_now(self._now)

        self.else_.toggled.connect(fill)
        self.add(self.else_)

    def show_now(self, now: Now) -> None:
        self._now = now
        for sign, row in self.rows.items():
            row.show_mark(now.look.marks.get(sign, Mark()), now.items)

    def at_hand(self) -> SignRow | None:
        """The row the focus is in, else the first nobody looked at."""
        holder = self.window().focusWidget()
        for row in self.rows.values():
            if holder is not None and row.isAncestorOf(holder):
                return row
        return next((row for row in self.rows.values() if not row.choices.value), None)

    def show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
