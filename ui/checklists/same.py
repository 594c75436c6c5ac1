""" "Still the same?": the second visit on one page. What is ticked is confirmed at once, the rest is asked anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import CheckState, SettingsPage, set_to_in_words
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from ui.checklists import words
from ui.checklists.now import Now
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choices import Option, Ticks
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space


class Same(QWidget):
    """All ticks are on: unticking one opens that check again."""

    whole = Signal()

    def __init__(self, now: Now) -> None:
        super().__init__()
        self.now = now
        visit = now.second
        self._groups: list[Ticks] = []
        self._box = QVBoxLayout(self)
        space(self._box, 16)
        self.heading = Heading(_("{name}: still the same?").format(name=now.network.name), "h1")
        self._box.addWidget(self.heading)
        self._box.addWidget(PlainLabel(self._lead(), "body"))
        self._group(_("This is how you left it"), visit.same)
        self._group(_("You chose to keep these as they are"), visit.kept)
        self._again(visit.again)
        self.all_button = Btn(_("Go through all of it instead"), "quiet")
        self.all_button.clicked.connect(self.whole)
        self._box.addWidget(ButtonRow(self.all_button))

    def _lead(self) -> str:
        last = self.now.progress.last_answered
        said = _("Take out the tick where something has changed. We ask again only about those.")
        if last is None:
            return said
        return _("You last checked on {day}.").format(day=day_in_words(last)) + " " + said

    def _group(self, title: str, states: Sequence[CheckState]) -> None:
        if not states:
            return
        card = Card(title=title)
        options = [Option(one.check.id, words.short_name(one.check), _set_to(one)) for one in states]
        ticks = Ticks(title, options, show_label=False)
        ticks.set_values([one.check.id for one in states])
        card.add(ticks)
        self._groups.append(ticks)
        self._box.addWidget(card)

    def _again(self, pages: Sequence[SettingsPage]) -> None:
        states = [one for page in pages for one in page.checks]
        if not states:
            return
        title = ngettext("We ask again about {n} check", "We ask again about {n} checks", len(states))
        card = Card(title=title.format(n=len(states)))
        for one in states:
            why = words.why_again(one) or words.standing(one)
            card.add(PlainLabel(words.short_name(one.check), "label"))
            card.add(PlainLabel(why, "small", "text2"))
        self._box.addWidget(card)

    def same(self) -> list[str]:
        """The checks that are still as they were."""
        return [value for group in self._groups for value in group.values()]

    def changed(self) -> set[str]:
        """The checks whose tick was taken out, and those that are asked again anyhow."""
        visit = self.now.second
        shown = {one.check.id for one in (*visit.same, *visit.kept)}
        return (shown - set(self.same())) | {one.check.id for page in visit.again for one in page.checks}


def _set_to(state: CheckState) -> str:
    what = set_to_in_words(state)
    said = words.set_to(state.check, what) if what else words.standing(state)
    if state.answer is None:
        return said
    return _("{what}. Looked at on {day}").format(what=said, day=day_in_words(local_day(state.answer.at)))
