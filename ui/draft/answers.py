"""What there is to say of a draft: what stands out, what the picture tells, three readers, and four ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.archives.before_posting import Answers, Asked, End, LookFor, Reader
from footprint.archives.lenses.explaining import Explained
from footprint.archives.picture_facts import PictureFacts
from footprint.i18n import _
from ui.kit.cards import Banner, Card
from ui.kit.choices import Tick
from ui.kit.layout import Columns
from ui.kit.marked import MarkedText
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space

_ICONS = {End.POST: "check", End.CHANGE: "edit", End.SAY: "chat", End.TOMORROW: "clock"}
_READERS = {Reader.FAMILY: "people", Reader.MANAGER: "work", Reader.REPORTER: "posts"}


class AnswersPart(QWidget):
    """`ended` carries the value of the `End` that was chosen."""

    ended = Signal(str)

    def __init__(self, text: str, found: Answers) -> None:
        super().__init__()
        self.flags = tuple(one.lens.id for one in found.flags)
        column = QVBoxLayout(self)
        space(column, 16)
        column.addWidget(_words(text, found.flags))
        if found.picture is not None or found.look_for:
            column.addWidget(_picture(found.picture, found.look_for))
        column.addWidget(Heading(_("Three people read it"), "h2"))
        column.addWidget(Columns([_reader(one) for one in found.readers], [1] * len(found.readers), 700, 12))
        column.addWidget(self._ends(found.ends))

    def _ends(self, ends: Sequence[End]) -> RowsCard:
        card = RowsCard(_("What do you want to do?"))
        self.ends: dict[End, RowButton] = {}
        for one in ends:
            row = RowButton(one.label, _meaning(one), icon=_ICONS[one], chevron=False, last=one is ends[-1])
            row.clicked.connect(lambda _on=False, one=one: self.ended.emit(one.value))
            self.ends[one] = row
            card.add(row)
        return card


def _words(text: str, flags: Sequence[Explained]) -> Card:
    card = Card(title=_("Your words"))
    if text.strip():
        quote = Card("sunken")
        quote.add(MarkedText(text, [(one.flag.start, one.flag.end) for one in flags if one.flag.end > one.flag.start]))
        card.add(quote)
    if not flags:
        words = _("No word stands out. That does not say that all is well: the three readers below see more.")
        card.add(Banner("info", _("Nothing stands out"), words, quiet=True))
        return card
    for lens_id in dict.fromkeys(one.lens.id for one in flags):
        some = [one for one in flags if one.lens.id == lens_id]
        lens = some[0].lens
        words = ", ".join(f"“{one}”" for one in dict.fromkeys(one.flag.words for one in some if one.flag.words))
        card.add(PlainLabel(f"{_(lens.title)}: {words}" if words else _(lens.title), "label"))
        card.add(PlainLabel(_(lens.why), "small", "text2"))
        if lens.sensitive:
            card.add(PlainLabel(_(lens.lawful), "small", "text2"))
    return card


def _picture(facts: PictureFacts | None, look_for: Sequence[LookFor]) -> Card:
    card = Card(title=_("Your picture"))
    told = _tells(facts) if facts is not None else []
    if told:
        said = _("The file also tells: {what}.").format(what=", ".join(told))
        card.add(Banner("warn", _("It tells more than it shows"), said, quiet=True))
    elif facts is not None:
        card.add(PlainLabel(_("The file tells nothing besides what it shows."), colour="text2"))
    card.add(Heading(_("Look at it yourself. Is there:"), "h3"))
    for one in look_for:
        card.add(Tick(one.label))
    return card


def _tells(facts: PictureFacts) -> list[str]:
    told = []
    if facts.lat is not None:
        told.append(_("where it was taken"))
    if facts.taken:
        told.append(_("when it was taken ({when})").format(when=facts.taken))
    if facts.device:
        told.append(_("the phone or camera ({device})").format(device=facts.device))
    return told


def _reader(one: Asked) -> Card:
    card = Card(title=one.reader.label)
    for question in one.questions:
        card.add(PlainLabel(f"“{question}”"))
    return card


def _meaning(one: End) -> str:
    return {
        End.POST: _("You looked twice. It is your decision."),
        End.CHANGE: _("Go back to your words."),
        End.SAY: _("Some things are better said than written."),
        End.TOMORROW: _("Your words are copied, to keep where you like. We remind you tomorrow."),
    }[one]
