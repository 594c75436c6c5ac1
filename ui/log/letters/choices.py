"""Which letter it is to be: what kind of letter, how it sounds and how long it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.log import Length as LetterLength
from footprint.log import LetterFile, Tone
from ui.kit.choices import Choices, Option
from ui.kit.fields import Field, Select
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.drafts import Writing


class LetterChoices(QWidget):
    """The person's own answers; what they mean for the words is for the core to say."""

    changed = Signal()  # other words and other gaps

    def __init__(self) -> None:
        super().__init__()
        self._writing = Writing()
        self.kind = Select(_("What kind of letter?"), [])
        self.tone = Choices(
            _("How should it sound?"),
            [Option(Tone.FRIENDLY.value, _("Friendly")), Option(Tone.FIRM.value, _("Firm"))],
            columns=2,
        )
        self.length = Choices(
            _("How long should it be?"),
            [Option(LetterLength.SHORT.value, _("Short")), Option(LetterLength.LONG.value, _("Long"))],
            columns=2,
        )
        self.first = PlainLabel("", "body", "text2")
        column = QVBoxLayout(self)
        space(column, 16)
        kinds = Field(_("What kind of letter?"), self.kind)
        for part in (kinds, self.first, self.tone, self.length):
            column.addWidget(part)
        self.kind.chosen.connect(self._on_kind)
        self.tone.chosen.connect(self._on_tone)
        self.length.chosen.connect(self._on_length)

    def show_writing(self, writing: Writing) -> None:
        """What was chosen for this letter before."""
        self._writing = writing
        self.tone.set_value(writing.tone.value)
        self.length.set_value(writing.length.value)

    def show_kinds(self, kinds: Sequence[LetterFile], chosen: str, first: str) -> None:
        """The kinds that fit, the likeliest first, and what to know before writing the chosen one."""
        self.kind.set_options([(one.id, _(one.title)) for one in kinds])
        self.kind.set_value(chosen)
        self.first.setText(first)
        self.first.setVisible(bool(first))

    def _on_kind(self, value: str) -> None:
        self._writing.kind = value
        self.changed.emit()

    def _on_tone(self, value: str) -> None:
        self._writing.tone = Tone(value)
        self.changed.emit()

    def _on_length(self, value: str) -> None:
        self._writing.length = LetterLength(value)
        self.changed.emit()
