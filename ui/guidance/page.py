"""The guidance the app serves: sections, a search, what to do and what not to do, and where each line is put to use."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer

from footprint import checklists
from footprint.checklists import Guidance, GuidanceStatement, Rule
from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.fields import TextBox
from ui.kit.layout import Columns, hbox
from ui.kit.steps import StepList, StepRow
from ui.kit.text import Heading, PlainLabel
from ui.page import Page, clear

_RULES = "rules"


class GuidancePage(Page):
    """One section at a time, so that a long text never becomes hundreds of widgets."""

    help_topic: ClassVar[str] = "guidance"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Guidance"))
        self._guidance = Guidance()
        self._used_by: dict[str, int] = {}
        self._at = _RULES
        self._wanted = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._pause.timeout.connect(self._fill)
        self.search_box = TextBox(_("Find in the guidance"), _("Find in the guidance"))
        self.search_box.textChanged.connect(lambda _text: self._pause.start())

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def show_at(self, **details: object) -> None:
        """`statement="g12"` opens the section that holds it."""
        self._wanted = str(details.get("statement", ""))
        if self._wanted and self._guidance.ids():
            self._open_wanted()

    def _read(self, _task: Task) -> tuple[Guidance, bool, dict[str, int]]:
        guidance, problems = checklists.load_guidance()
        served = checklists.coverage(self.bench.checklists, guidance)
        return guidance, bool(problems), {row.statement.id: len(row.checks) for row in served}

    def _show(self, found: tuple[Guidance, bool, dict[str, int]]) -> None:
        self._guidance, broken, self._used_by = found
        self.say_line(self._guidance.summary)
        self.clear_body()
        if broken and not self._guidance.ids():
            self.body.addWidget(
                EmptyState("warn", _("The guidance could not be read"), _("Install the app again to bring it back."))
            )
            return
        self.body.addWidget(self.search_box)
        self._sections = StepList(_("Sections"))
        self._sections.chosen.connect(self._choose_section)
        self._text = Card()
        self.body.addWidget(Columns([self._sections, self._text], [3, 8]))
        self.body.addStretch(1)
        self._open_wanted()

    def _open_wanted(self) -> None:
        if self._wanted in self._guidance.ids():
            self._at = self._guidance.statement(self._wanted).section
        self._fill()

    def _choose_section(self, key: str) -> None:
        self._at = key
        self.search_box.clear()
        self._fill()

    def _fill(self) -> None:
        rows = [StepRow(_RULES, _("Do and do not"), "here" if self._at == _RULES else "todo")]
        rows += [
            StepRow(one.id, one.title, "here" if one.id == self._at else "todo") for one in self._guidance.sections
        ]
        self._sections.show(rows)
        clear(self._text.body)
        words = self.search_box.text().strip().casefold()
        if words:
            self._show_found(words)
        elif self._at == _RULES:
            self._show_rules()
        else:
            section = next(one for one in self._guidance.sections if one.id == self._at)
            self._text.add(Heading(section.title, "h2"))
            for one in self._guidance.statements(self._at):
                self._show_statement(one)
        self._text.body.addStretch(1)

    def _show_rules(self) -> None:
        """All the Dos, then all the Do nots, the words repeated on every line."""
        self._text.add(Heading(_("Do"), "h2"))
        for one in self._guidance.ruled(Rule.DO):
            self._text.add(PlainLabel(one.short))
        self._text.add(Heading(_("Do not"), "h2"))
        for one in self._guidance.ruled(Rule.DONT):
            self._text.add(PlainLabel(one.short))

    def _show_found(self, words: str) -> None:
        found = [one for one in self._guidance.statements() if words in f"{one.short} {one.text} {one.now}".casefold()]
        title = ngettext("{n} line found", "{n} lines found", len(found)).format(n=len(found))
        self._text.add(Heading(title, "h2"))
        if not found:
            self._text.add(PlainLabel(_("Nothing in the guidance has these words. Try another word.")))
        for one in found[:20]:
            self._show_statement(one)

    def _show_statement(self, one: GuidanceStatement) -> None:
        self._text.add(Heading(one.short, "h3"))
        self._text.add(PlainLabel(one.text))
        if one.now:
            day = day_in_words(one.now_seen) if one.now_seen else ""
            self._text.add(Banner("info", _("What stands today ({day})").format(day=day), one.now))
        checks = self._used_by.get(one.id, 0)
        if checks:
            count = ngettext("{n} check does this", "{n} checks do this", checks).format(n=checks)
            show = Btn(count, "quiet", "checklist")
            show.clicked.connect(lambda: self.desk.go("checklists"))
            self._text.body.addLayout(hbox(show, None))
