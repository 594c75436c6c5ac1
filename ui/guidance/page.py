"""The guidance the app serves: sections, a search, what to do and what not to do, and where each line is put to use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import QTimer

from footprint import checklists, person
from footprint.checklists import Guidance, GuidanceStatement, Rule
from footprint.checklists.guidance import Section
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.packs.format import OWN, Shown
from footprint.packs.origins import FromPack
from footprint.packs.records import Pack
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.guidance.find import Found, find
from ui.guidance.lines import RuleCard, StatementCard
from ui.guidance.served import Served, sort_out
from ui.guidance.serves_sheet import ServesSheet
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import Columns, vbox
from ui.kit.text import Heading, PlainLabel
from ui.packs.at_work import contacts_card
from ui.packs.guidance_cards import PackCard, hidden_card
from ui.packs.links import links_card
from ui.page import Page, clear

RULES = "rules"
_MOST_FOUND = 10


@dataclass(frozen=True)
class _Read:
    """What is there at once: the guidance itself, and whom this person turns to."""

    guidance: Guidance
    turns_to: str
    pack: Pack | None = None


@dataclass(frozen=True)
class _Use:
    """What serves it. Working that out reads every checklist, so it is kept until there are other ones."""

    renewals: int
    served: dict[str, Served]
    mine: frozenset[str]


class GuidancePage(Page):
    """One section at a time, so that a long text never becomes hundreds of widgets."""

    watches: ClassVar[Changes] = Changes(person=True, accounts=True, steps=True)
    help_topic: ClassVar[str] = "guidance"
    max_width: ClassVar[int] = 860

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Guidance"))
        self._guidance = Guidance()
        self._use: _Use | None = None
        self._asked = ""
        self.sheet: ServesSheet | None = None
        self._lines: list[RuleCard | StatementCard] = []
        self._turns_to = ""
        self._pack: Pack | None = None
        self._wanted = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._pause.timeout.connect(self.find_now)
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
        return _Read(self.bench.guidance(), person.profile(self.vault).role.turns_to, self.bench.pack)

    def _read_use(self, _task: Task) -> _Use:
        """About half a second, the first time; the page is there and can be read meanwhile."""
        library, known = self.bench.checklists, self._use
        mine = frozenset(one.network for one in person.accounts(self.vault, include_closed=False))
        renewals = library.renewals
        if known is not None and known.renewals == renewals:
            return replace(known, mine=mine)
        served = sort_out(checklists.coverage(library, self._guidance), library.heads())
        return _Use(renewals, served, mine)

    def _show_use(self, use: _Use) -> None:
        self._use = use
        for one in self._lines:
            one.show_served(use.served)
        if self._asked:
            self.show_served(self._asked)

    def _show(self, found: _Read) -> None:
        same = found.guidance.ids() == self._guidance.ids() and found.turns_to == self._turns_to
        same = same and found.pack == self._pack
        self._guidance, self._turns_to, self._pack = found.guidance, found.turns_to, found.pack
        readable = bool(found.guidance.ids())
        self._tools.setVisible(readable)
        if not readable:
            clear(self._content)
            words = _("Install the app again to bring it back. Everything else works.")
            self._content.addWidget(EmptyState("warn", _("The guidance could not be read"), words))
            return
        self.desk.read(self._read_use, self._show_use, lane="web")  # the lane pages are read in stays free for them
        if same and self._lines and not self._wanted:
            return  # only what serves the lines may have changed: nothing moves under whoever reads
        self.say_line(found.guidance.summary)
        sections = [(one.id, self._called(one)) for one in found.guidance.sections]
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
            self._clear_search()
        self._wanted = ""
        if self._guidance.ids():
            self._fill()

    def _choose_section(self, _key: str) -> None:
        self._clear_search()
        self._fill()

    def _clear_search(self) -> None:
        """Without filling the page a second time a moment later."""
        self.search_box.blockSignals(True)
        self.search_box.clear()
        self.search_box.blockSignals(False)
        self._pause.stop()

    def find_now(self) -> None:
        """Without waiting for a pause in the typing."""
        self._pause.stop()
        if self._guidance.ids():
            self._fill()

    def _fill(self) -> None:
        clear(self._content)
        self._lines = []
        words = " ".join(self.search_box.text().split())
        if words:
            self._show_found(words)
        elif self.sections.value == RULES:
            self._show_rules()
        else:
            title = next(self._called(one) for one in self._guidance.sections if one.id == self.sections.value)
            self._content.addWidget(Heading(title, "h2"))
            for one in self._guidance.statements(self.sections.value):
                self._add_line(self._statement(one))
            self._add_hidden(self.sections.value)

    def _show_rules(self) -> None:
        """All the Dos, then all the Do nots, then who to tell."""
        for rule, title in ((Rule.DO, _("Do")), (Rule.DONT, _("Do not"))):
            self._add_line(RuleCard(title, rule, self._guidance.ruled(rule)))
        who = Card(title=_("Who to tell"))
        who.add(PlainLabel(_("If something online worries you, tell {who} at once.").format(who=self._turns_to)))
        happened = Btn(_("Something has happened"), icon="flag")
        happened.clicked.connect(lambda: self.desk.go("happened"))
        who.add(happened)
        self._content.addWidget(who)
        contacts = contacts_card(self._pack)
        if contacts is not None:
            self._content.addWidget(contacts)
        links = links_card(self.desk, self._pack, Shown.GUIDANCE)
        if links is not None:
            self._content.addWidget(links)
        self._add_hidden("")
        card = PackCard(self._pack)
        card.wanted.connect(lambda: self.desk.go("packs"))
        self._content.addWidget(card)

    def _add_hidden(self, section: str) -> None:
        hidden = hidden_card(self._guidance, section)
        if hidden is not None:
            self._content.addWidget(hidden)

    def _called(self, section: Section) -> str:
        """A section of the pack says where it comes from."""
        own = section.id.startswith(OWN) and self._pack is not None
        return FromPack(self._guidance.organisation).beside(section.title) if own else section.title

    def _statement(self, one: GuidanceStatement, found: Found | None = None, typed: str = "") -> StatementCard:
        original = self._guidance.original(one.id)
        card = StatementCard(one, found, typed, original=original.text if original is not None else "")
        card.opened.connect(self.desk.open_link)
        return card

    def _show_found(self, typed: str) -> None:
        found = find(self._guidance, typed)
        title = ngettext("{n} line has “{words}”", "{n} lines have “{words}”", len(found))
        title = title.format(n=number(len(found)), words=typed)
        if not found:
            title = _("Nothing in the guidance has these words")
        self._content.addWidget(Heading(title, "h2"))
        announce(self, title)
        if not found:
            self._content.addWidget(PlainLabel(_("Try another word, or choose a section.")))
        for one in found[:_MOST_FOUND]:
            self._add_line(self._statement(one.statement, one, typed))
        if len(found) > _MOST_FOUND:
            words = _("These are the first {n}. Add a word to find fewer.").format(n=_MOST_FOUND)
            self._content.addWidget(PlainLabel(words, colour="text2"))

    def _add_line(self, card: RuleCard | StatementCard) -> None:
        card.asked.connect(self.show_served)
        if self._use is not None:
            card.show_served(self._use.served)
        self._lines.append(card)
        self._content.addWidget(card)

    def show_served(self, statement: str) -> None:
        """What serves a line; a wish that comes too early is kept until that is known."""
        if self._use is None:
            self._asked = statement
            return
        self._asked = ""
        one, served = self._guidance.statement(statement), self._use.served.get(statement, Served())
        self.sheet = ServesSheet(self, one, served, self._use.mine)
        self.sheet.check_chosen.connect(lambda network, check: self.desk.go("checklists", network=network, check=check))
        self.sheet.went.connect(lambda place: self.desk.go(place))
        self.sheet.open()
