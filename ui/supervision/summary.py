"""Choosing what to share, with the page itself beside it, live."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import N_, _, ngettext
from footprint.supervision import summary
from footprint.supervision.copies import Form
from footprint.supervision.summary import Again, Choice, Level, Network, Part, Summary
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Choices, Option, Ticks
from ui.kit.fields import Field, Select
from ui.kit.layout import Columns
from ui.kit.theme import space
from ui.supervision.making import Maker
from ui.supervision.now import Now
from ui.supervision.sheet import SummarySheet

_LEVELS = (
    (Level.DID_IT, N_("Just that I did it"), N_("One sentence, not even the date.")),
    (Level.SHORT, N_("A short summary"), N_("The date, the areas and how many checks.")),
    (Level.CHOOSE, N_("Let me choose"), N_("Line by line. Every line is off at first.")),
)
_BUTTONS = (
    (Form.WORD, N_("Word file")),
    (Form.HTML, N_("Web page")),
    (Form.TEXT, N_("Plain words")),
)


class SummaryView(QWidget):
    """`choice` is what is chosen now. It is kept as long as the page is, and nowhere else."""

    def __init__(self, desk: Desk, now: Now, choice: Choice) -> None:
        super().__init__()
        self._now, self.choice = now, choice
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self.sheet = SummarySheet()
        self._columns = Columns([self._choosing(), self.sheet], [6, 7], min_width=700, spacing=20)
        self._column.addWidget(self._columns)
        self._maker = Maker(desk, self, self.summary)
        self._column.addWidget(self._buttons())
        self._show()

    def summary(self) -> Summary:
        """What is previewed, and what is saved."""
        return summary.make(self._now.offer, self.choice, self._now.today)

    # -- choosing ----------------------------------------------------------------------------------

    def _choosing(self) -> Card:
        card = Card()
        space(card.body, 12, (20, 18, 20, 18))
        options = [Option(level.value, _(title), _(second)) for level, title, second in _LEVELS]
        self.level = Choices(_("How much do you want to share?"), options)
        self.level.set_value(self.choice.level.value)
        self.level.chosen.connect(self._chosen)
        card.add(self.level)
        self._lines = QWidget()
        lines = QVBoxLayout(self._lines)
        space(lines, 10)
        self.parts = Ticks(_("Which lines?"), [self._part(one) for one in Part if self._now.offer.has(one)])
        self.parts.set_values(one.value for one in self.choice.parts)
        self.parts.changed.connect(self._ticked)
        lines.addWidget(self.parts)
        self.again = Select(_("When do you plan to check again?"), _again_options())
        self.again.set_value(str(self.choice.again.value))
        self.again.chosen.connect(self._ticked)
        self._again_field = Field(_("When do you plan to check again?"), self.again)
        lines.addWidget(self._again_field)
        networks = [one for one in Network if one in self._now.offer.networks]
        self.networks = Ticks(_("Which networks?"), [Option(one.value, summary.network_words(one)) for one in networks])
        self.networks.set_values(one.value for one in self.choice.networks)
        self.networks.changed.connect(self._ticked)
        lines.addWidget(self.networks)
        card.add(self._lines)
        self.never = Banner(
            "info", _("Never included"), _("Your posts, search results, people’s names, passwords, or notes."),
            quiet=True,
        )  # fmt: skip
        card.add(self.never)
        return card

    def _part(self, one: Part) -> Option:
        offer, today = self._now.offer, self._now.today
        whole = summary.make(offer, Choice(Level.CHOOSE, frozenset({one}), offer.networks, self.choice.again), today)
        said = next((line.words for line in summary.lines(whole)), "")
        second = {
            Part.NEXT: _("You say in how many months."),
            Part.NETWORKS: _("You choose them one by one."),
        }.get(one, said)
        return Option(one.value, one.label, second)

    def _chosen(self, value: str) -> None:
        self.choice = replace(self.choice, level=Level(value))
        self._show()

    def _ticked(self, *_what: object) -> None:
        self.choice = replace(
            self.choice,
            parts=frozenset(Part(one) for one in self.parts.values()),
            networks=frozenset(Network(one) for one in self.networks.values()),
            again=Again(int(self.again.value)),
        )
        self._show()

    def _show(self) -> None:
        choosing = self.choice.level is Level.CHOOSE
        self._lines.setVisible(choosing)
        self._again_field.setVisible(choosing and Part.NEXT in self.choice.parts)
        self.networks.setVisible(choosing and Part.NETWORKS in self.choice.parts)
        self.sheet.show_summary(self.summary())

    # -- making ------------------------------------------------------------------------------------

    def _buttons(self) -> QWidget:
        self.save = Btn(_("Save as PDF"), "primary", "share")
        self.save.clicked.connect(lambda: self._maker.ask(Form.PDF))
        self.copy = Btn(_("Copy as text"), icon="copy")
        self.copy.clicked.connect(self._maker.copy)
        self.print = Btn(_("Print"), icon="print")
        self.print.clicked.connect(self._maker.print)
        self.files: dict[Form, Btn] = {}
        for form, words in _BUTTONS:
            button = Btn(_(words))
            button.clicked.connect(lambda _on=False, form=form: self._maker.ask(form))
            self.files[form] = button
        return ButtonRow(self.save, *self.files.values(), self.copy, self.print)

    @property
    def maker(self) -> Maker:
        return self._maker


def _again_options() -> Iterable[tuple[str, str]]:
    for one in Again:
        yield str(one.value), ngettext("In {n} month", "In {n} months", one.value).format(n=one.value)
