"""One entry as it was: its words with what stands out marked, who could see it, and what can become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.archives.index.filters import Decided
from footprint.archives.index.finding import Row
from footprint.archives.records import Flag, State
from footprint.dates import number
from footprint.i18n import _, ngettext
from ui.archives.review import words
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.keys import choice_keys
from ui.kit.layout import Columns, hbox
from ui.kit.marked import MarkedText
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.search.pill import Pill

CHOICES = {1: Decided.DELETE, 2: Decided.KEEP, 3: Decided.LIMIT, 4: Decided.LATER, 5: Decided.ASK}
_BESIDE_ROWS = (12, 0, 12, 0)
_LONGEST = 6_000  # letters shown at once
_ICONS = {
    Decided.DELETE: "trash", Decided.KEEP: "check", Decided.LIMIT: "eye_off", Decided.LATER: "clock",
    Decided.ASK: "chat",
}  # fmt: skip


@dataclass(frozen=True)
class LensWords:
    """What is said of a lens: its name, why it looks for such words, and what is lawful where that matters."""

    title: str
    why: str
    lawful: str = ""


Lenses = Callable[[str], LensWords]


class EntryCard(QWidget):
    """All of its words come from the copy and are shown as plain text."""

    said = Signal(str)
    opened = Signal(str)
    thread_asked = Signal()
    pictures_asked = Signal()
    wrong = Signal(object)  # the Flag that is wrong

    def __init__(self, one: Row, network: str, lenses: Lenses, at: int, total: int) -> None:
        super().__init__()
        self.row = one
        whole = QVBoxLayout(self)
        space(whole, 8)
        column = QVBoxLayout()
        space(column, 8, _BESIDE_ROWS)
        whole.addLayout(column)
        self._add_head(column, network, at, total)
        self._add_words(column)
        self._add_about(column)
        self._add_flags(column, lenses)
        self._more = QVBoxLayout()
        column.addLayout(self._more)
        column.addWidget(Heading(_("What should become of it?"), "h3"))
        self._add_choices(whole)
        whole.addStretch(1)

    def add_part(self, part: QWidget) -> None:
        """Something more, under what the entry says."""
        self._more.addWidget(part)

    # -- building ----------------------------------------------------------------------------------

    def _add_head(self, column: QVBoxLayout, network: str, at: int, total: int) -> None:
        place = PlainLabel(_("{n} of {total}").format(n=number(at + 1), total=number(total)), "small", "text2")
        pills = []
        said, tone = words.decided(self.row.decided)
        if said:
            pills.append(Pill(said, tone))
        if self.row.gone:
            pills.append(Pill(_("Gone"), "neutral"))
        column.addWidget(
            Columns([ButtonRow(place), ButtonRow(*pills, at_end=True)], [2, 5], 300, 8) if pills else place
        )
        kind = self.row.entry.kind.label
        title = _("{kind} on {network}, {day}").format(kind=kind, network=network, day=words.when(self.row))
        self.heading = Heading(title, "h2")
        column.addWidget(self.heading)

    def _add_words(self, column: QVBoxLayout) -> None:
        entry = self.row.entry
        if entry.title and entry.title != entry.text:
            column.addWidget(PlainLabel(entry.title, "small", "text2"))
        if entry.text:
            quote = Card("sunken")
            ranges = [(flag.start, flag.end) for flag in self.row.flags if flag.end > flag.start]
            self.text = MarkedText(entry.text[:_LONGEST], ranges)
            quote.add(self.text)
            if len(entry.text) > _LONGEST:
                left = len(entry.text) - _LONGEST
                more = ngettext("And {n} more letter.", "And {n} more letters.", left).format(n=number(left))
                quote.add(PlainLabel(more, "small", "text2"))
            column.addWidget(quote)
        elif entry.state is State.NO_TEXT:
            column.addWidget(PlainLabel(_("Its words are not in the copy."), colour="text2"))

    def _add_about(self, column: QVBoxLayout) -> None:
        entry = self.row.entry
        lines = [words.audience(self.row)]
        if entry.where:
            lines.append(_("Where: {where}").format(where=entry.where))
        if entry.place:
            lines.append(_("Place: {place}").format(place=entry.place))
        elif entry.lat is not None:
            lines.append(_("The copy says where on the map this was."))
        if self.row.gone:
            lines.append(_("The newest copy does not have it any more."))
        for line in lines:
            if line:
                column.addWidget(PlainLabel(line, "small", "text2"))
        buttons = []
        if entry.link:
            go = Btn(_("Open it in your browser"), icon="external")
            go.clicked.connect(lambda: self.opened.emit(entry.link))
            buttons.append(go)
        if self.row.in_thread:
            thread = Btn(_("Show the whole talk"), "quiet", "chat")
            thread.clicked.connect(self.thread_asked)
            buttons.append(thread)
        if any(medium.path for medium in entry.media):
            shown = Btn(_("Show the pictures"), "quiet", "image")
            shown.clicked.connect(self.pictures_asked)
            buttons.append(shown)
        if buttons:
            column.addWidget(ButtonRow(*buttons))

    def _add_flags(self, column: QVBoxLayout, lenses: Lenses) -> None:
        if not self.row.flags:
            return
        column.addWidget(Heading(_("Why it is worth a look"), "h3"))
        by_lens: dict[str, list[Flag]] = {}
        for flag in self.row.flags:
            by_lens.setdefault(flag.lens, []).append(flag)
        for lens, flags in by_lens.items():
            column.addWidget(self._flag(lenses(lens), flags))

    def _flag(self, lens: LensWords, flags: Sequence[Flag]) -> Card:
        card = Card("flat")
        found = ", ".join(f"“{one}”" for one in dict.fromkeys(flag.words for flag in flags if flag.words))
        title = _("{lens}: {words}").format(lens=lens.title, words=found) if found else lens.title
        card.add(PlainLabel(title, "label"))
        card.add(PlainLabel(lens.why, "small", "text2"))
        if lens.lawful:
            card.add(PlainLabel(lens.lawful, "small", "text2"))
        wrong = Btn(_("Wrong flag"), "quiet", "close")
        wrong.clicked.connect(lambda: self.wrong.emit(flags[0]))
        card.add(ButtonRow(wrong))
        return card

    def _add_choices(self, column: QVBoxLayout) -> None:
        rows = QWidget()
        inside = QVBoxLayout(rows)
        space(inside, 0)
        self.choices: dict[Decided, RowButton] = {}
        for n, choice in CHOICES.items():
            title, meta = _choice(choice)
            row = RowButton(
                title, meta, icon=_ICONS[choice], chevron=False, hint=choice_keys(n), last=choice is Decided.ASK
            )
            row.clicked.connect(lambda _on=False, choice=choice: self.said.emit(choice.value))
            self.choices[choice] = row
            inside.addWidget(row)
        column.addWidget(rows)
        if self.row.decided is not Decided.NOTHING:
            back = Btn(_("Take this back"), "quiet", "undo")
            back.clicked.connect(lambda: self.said.emit(Decided.NOTHING.value))
            column.addLayout(hbox(ButtonRow(back), margins=_BESIDE_ROWS))


def _choice(choice: Decided) -> tuple[str, str]:
    return {
        Decided.DELETE: (_("Delete it"), _("It goes to your list, a few a day. You delete it on the network.")),
        Decided.KEEP: (_("It is fine"), _("It stays, and is not asked about again.")),
        Decided.LIMIT: (_("Show it to fewer people"), _("It goes to your list, to change who can see it.")),
        Decided.LATER: (_("Decide later"), _("It stays here under “Later”.")),
        Decided.ASK: (_("Ask the others first"), _("Others are in it. It goes to your list, with a polite letter.")),
    }[choice]


def said(choice: Decided) -> str:
    """What the toast says."""
    return {
        Decided.DELETE: _("On your list to delete"),
        Decided.KEEP: _("Kept as fine"),
        Decided.LIMIT: _("On your list to show to fewer"),
        Decided.LATER: _("Left for later"),
        Decided.ASK: _("On your list to ask about"),
        Decided.NOTHING: _("Taken back"),
    }[choice]
