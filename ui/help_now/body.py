"""What “I need help now” says, for a page of the open app and for a sheet over the lock page alike."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import log
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.log import Helpline, Topic
from footprint.person import Profile, Role
from ui.arrival import focus_heading
from ui.help_now import words
from ui.help_now.lines import OpenLink, blocks
from ui.help_now.words import Part, Section
from ui.kit.cards import Banner, Card, bring_into_view
from ui.kit.layout import Fold
from ui.kit.text import PlainLabel
from ui.kit.theme import space

_FIRST = frozenset({Topic.DANGER, Topic.WORK})  # the others are a press away: a short page is a calm one
_PARTS = {Part.IMAGE: Topic.IMAGE, Part.CHILD: Topic.CHILD}


class HelpNow(QWidget):
    """The whole of it. `who` fits the lines to a nation and names whom to tell; without it all nations are shown."""

    def __init__(self, who: Profile | None = None, open_link: OpenLink | None = None) -> None:
        super().__init__()
        self._told = (who.role if who else Role.STAFF).turns_to
        self._open_link = open_link
        self.parts: dict[Part, Card] = {}
        self.shown: tuple[Helpline, ...] = log.helplines(who.nation.value if who else "")
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self._build()

    def lead_to(self, part: Part) -> None:
        """Scroll to a part and put the focus on its heading."""
        heading = self.parts[part].heading
        if heading is not None:
            bring_into_view(self.parts[part])
            focus_heading(heading)

    def _build(self) -> None:
        self._column.addWidget(Banner("warn", _(words.DANGER), _(words.DANGER_WORDS), quiet=True))
        special = [one for one in self.shown if not one.rings_now and set(one.topics) & set(_PARTS.values())]
        ring = [one for one in self.shown if one not in special and one.id != "emergency"]  # that stands in the banner
        self._add(words.NOT_TO_DO, ())
        self._add(words.NOW, [one for one in ring if one.rings_now])
        for part, section in ((Part.IMAGE, words.IMAGE), (Part.CHILD, words.CHILD)):
            self.parts[part] = self._add(section, [one for one in special if _PARTS[part] in one.topics])
        later = [one for one in ring if not one.rings_now]
        first = [one for one in later if one.number and set(one.topics) & _FIRST]
        card = self._add(words.MORNING, first)
        self.more = Fold(_(words.MORE))
        self.more.body.addWidget(blocks([one for one in later if one not in first], self._open_link))
        card.add(self.more)
        day = day_in_words(log.helplines_checked())
        self._column.addWidget(PlainLabel(_(words.FOOT).format(day=day), "small", "text2"))

    def _add(self, section: Section, lines: list[Helpline] | tuple[()]) -> Card:
        card = Card(title=_(section.title))
        for sentence in section.words:
            card.add(PlainLabel(_(sentence).format(who=self._told)))
        if lines:
            card.body.addSpacing(4)
            card.add(blocks(lines, self._open_link))
        self._column.addWidget(card)
        return card
