"""The guidance the app serves: sections, a search, what to do and what not to do, and where each line is put to use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QTimer

from footprint import checklists, person
from footprint.checklists import Guidance, GuidanceStatement, Rule
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.guidance.checks import CheckOf, ChecksSheet
from ui.guidance.lines import RuleCard, StatementCard
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import Columns, vbox
from ui.kit.text import Heading, PlainLabel
from ui.page import Page, clear

RULES = "rules"
_MOST_FOUND = 12


@dataclass(frozen=True)
class _Read:
    guidance: Guidance
    broken: bool
    used_by: dict[str, tuple[CheckOf, ...]]
    turns_to: str


class GuidancePage(Page):
    """One section at a time, so that a long text never becomes hundreds of widgets."""

    watches: ClassVar[Changes] = Changes(person=True)
    help_topic: ClassVar[str] = "guidance"
    max_width: ClassVar[int] = 860

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Guidance"))
        self._guidance = Guidance()
        self._used_by: dict[str, tuple[CheckOf, ...]] = {}
        self._turns_to = ""
        self._wanted = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._pause.timeout.connect(self._search)
        self.search_box = TextBox(_("Find in the guidance"), _("A word, such as password"))
        self.search_box.textChanged.connect(lambda _text: self._pause.start())
        self.sections = Select(_("Section"), [(RULES, _("Do and do not"))])
        self.sections.chosen.connect(self._choose_section)
        self._frame()

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def show_at(self, **details: object) -> None:
        """`statement="g12"` opens the section that holds it."""
        self._wanted = str(details.get("statement", ""))
        self._open_wanted()

    def escape(self) -> bool:
        """Esc ends a search."""
        if not self.search_box.text():
            return False
        self.search_box.clear()
        return True

    # -- reading -------------------------------------------------------------------------------------

    def _read(self, _task: Task) -> _Read:
        guidance, problems = checklists.load_guidance()
        library = self.bench.checklists
        used_by = {
            row.statement.id: tuple(CheckOf.find(library, network, check) for network, check in row.checks)
            for row in checklists.coverage(library, guidance)
        }
        return _Read(guidance, bool(problems), used_by, person.profile(self.vault).role.turns_to)

    def _show(self, found: _Read) -> None:
        self._guidance, self._used_by, self._turns_to = found.guidance, found.used_by, found.turns_to
        readable = bool(found.guidance.ids())
        self._tools.setVisible(readable)
        if not readable:
            clear(self._content)
            words = _("Install the app again to bring it back. Everything else works.")
            self._content.addWidget(EmptyState("warn", _("The guidance could not be read"), words))
            return
        self.say_line(found.guidance.summary)
        sections = [(one.id, one.title) for one in found.guidance.sections]
        at = self.sections.value
        self.sections.set_options([(RULES, _("Do and do not")), *sections])
        self.sections.set_value(at)
        self._open_wanted()

    # -- showing -------------------------------------------------------------------------------------

    def _frame(self) -> None:
        self._tools = Columns(
            [Field(_("Find in the guidance"), self.search_box), Field(_("Section"), self.sections)], [1, 1], 520
        )
        self.body.addWidget(self._tools)
        self._content = vbox(spacing=16)
        self.body.addLayout(self._content)
        self.body.addStretch(1)

    def _open_wanted(self) -> None:
        if self._wanted in self._guidance.ids():
            self.sections.set_value(self._guidance.statement(self._wanted).section)
            self.search_box.blockSignals(True)
            self.search_box.clear()
            self.search_box.blockSignals(False)
        self._wanted = ""
        if self._guidance.ids():
            self._fill()

    def _choose_section(self, _key: str) -> None:
        self.search_box.clear()
        self._fill()

    def _search(self) -> None:
        if self._guidance.ids():
            self._fill()

    def _fill(self) -> None:
        clear(self._content)
        words = self.search_box.text().strip().casefold()
        if words:
            self._show_found(words)
        elif self.sections.value == RULES:
            self._show_rules()
        else:
            title = next(one.title for one in self._guidance.sections if one.id == self.sections.value)
            self._content.addWidget(Heading(title, "h2"))
            for one in self._guidance.statements(self.sections.value):
                self._add_statement(one)

    def _show_rules(self) -> None:
        """All the Dos, then all the Do nots, then who to tell."""
        for rule, title in ((Rule.DO, _("Do")), (Rule.DONT, _("Do not"))):
            card = RuleCard(title, rule, self._guidance.ruled(rule), self._used_by)
            card.asked.connect(self._show_checks)
            self._content.addWidget(card)
        who = Card(title=_("Who to tell"))
        who.add(PlainLabel(_("If something online worries you, tell {who} at once.").format(who=self._turns_to)))
        happened = Btn(_("Something has happened"), icon="flag")
        happened.clicked.connect(lambda: self.desk.go("happened"))
        who.add(happened)
        self._content.addWidget(who)

    def _show_found(self, words: str) -> None:
        found = [one for one in self._guidance.statements() if words in f"{one.short} {one.text} {one.now}".casefold()]
        title = ngettext("{n} line found", "{n} lines found", len(found)).format(n=len(found))
        if not found:
            title = _("Nothing in the guidance has these words")
        self._content.addWidget(Heading(title, "h2"))
        announce(self, title)
        if not found:
            self._content.addWidget(PlainLabel(_("Try another word, or choose a section.")))
        for one in found[:_MOST_FOUND]:
            self._add_statement(one)
        if len(found) > _MOST_FOUND:
            words = _("These are the first {n}. Add a word to find fewer.").format(n=_MOST_FOUND)
            self._content.addWidget(PlainLabel(words, colour="text2"))

    def _add_statement(self, one: GuidanceStatement) -> None:
        card = StatementCard(one, len(self._used_by.get(one.id, ())))
        card.asked.connect(self._show_checks)
        self._content.addWidget(card)

    def _show_checks(self, statement: str) -> None:
        one = self._guidance.statement(statement)
        sheet = ChecksSheet(self, one.short, self._used_by.get(statement, ()))
        sheet.chosen.connect(lambda network, check: self.desk.go("checklists", network=network, check=check))
        sheet.open()
