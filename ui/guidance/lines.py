"""Single lines of the guidance: what it says, what stands today, and how much in the app serves it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from footprint.checklists import GuidanceStatement, Rule
from footprint.i18n import _
from ui.guidance.find import Found, mark
from ui.guidance.served import Served
from ui.guidance.serves_sheet import dated_note
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.from_pack import FromPackNote
from ui.kit.rows import RowButton
from ui.kit.text import BoldText, Heading, PlainLabel
from ui.kit.theme import px, space
from ui.packs.links import host_of


class RuleCard(Card):
    """A list of what to do, or of what not to do: every line can be understood without the heading above it."""

    asked = Signal(str)  # a statement whose services the person wants to see

    def __init__(self, title: str, rule: Rule, statements: Sequence[GuidanceStatement]) -> None:
        super().__init__(title=title)
        space(self.body, 0, (8, 18, 8, 12))
        if self.heading is not None:
            self.heading.setContentsMargins(px(12), 0, px(12), px(4))
        self.rows: dict[str, RowButton] = {}
        icon = "check" if rule is Rule.DO else "close"
        for one in statements:
            row = RowButton(one.short, _meta(one), icon=icon, last=one is statements[-1])
            row.clicked.connect(lambda _on=False, key=one.id: self.asked.emit(key))
            self.rows[one.id] = row
            self.body.addWidget(row)

    def show_served(self, served: dict[str, Served]) -> None:
        """How much serves each line, once that has been read; where the focus is stays."""
        for key, row in self.rows.items():
            row.show_row(row.look.title, row.look.meta, served.get(key, Served()).words)


class StatementCard(Card):
    """One statement in full; `found` says which words led to it."""

    asked = Signal(str)
    opened = Signal(str)  # an address

    def __init__(
        self, one: GuidanceStatement, found: Found | None = None, typed: str = "", *, original: str = ""
    ) -> None:
        super().__init__()
        self.statement = one
        self.button = Btn(_("What serves this"), "quiet", "checklist")
        self.button.setAccessibleDescription(one.short)
        self.button.clicked.connect(lambda _on=False: self.asked.emit(one.id))
        self.add(Heading(one.short, "h3"))
        self.add(BoldText(mark(one.text, typed)) if found is not None else PlainLabel(one.text))
        if one.origin is not None:
            self.add(FromPackNote(one.origin, original))
        note = dated_note(one)
        if note is not None:
            self.add(note)
            if one.now_source:
                self.add(PlainLabel(from_words(one.now_source), "small", "text2"))
        if one.link:
            page = Btn(one.link_label or _("Open the page"), "quiet", "external")
            page.setAccessibleName(_("{label}, at {host}").format(label=page.text(), host=host_of(one.link)))
            page.clicked.connect(lambda: self.opened.emit(one.link))
            self.add(page)
            self.add(PlainLabel(host_of(one.link), "small", "text2"))
        if found is not None:
            self.add(PlainLabel(found.words, "small", "text2"))
        self.add(self.button)

    def show_served(self, served: dict[str, Served]) -> None:
        self.button.setText(served.get(self.statement.id, Served()).words)


def from_words(source: str) -> str:
    """Where a dated note comes from; several sources stand on a line each."""
    sources = source.split("; ")
    if len(sources) == 1:
        return _("From: {source}").format(source=source)
    return "\n".join((_("From:"), *(f"• {one[:1].upper()}{one[1:]}" for one in sources)))


def _meta(one: GuidanceStatement) -> str:
    """A line that has aged says so where only its own words stand, and so does one of an employer's pack."""
    if one.origin is not None:
        return one.origin.beside(one.text)
    if not one.now:
        return one.text
    return _("{text} Advice has changed since: choose this to read what stands today.").format(text=one.text)
