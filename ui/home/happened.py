"""“Something has happened”: a calm page. Say what it is, read what to do first, then write it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from footprint import log, person
from footprint.checklists import Kind as ListKind
from footprint.checklists import NetworkFile
from footprint.i18n import N_, _
from footprint.log import Help, Origin, Route, incidents
from footprint.log.incidents import Contact, FirstLine, Kind
from footprint.packs.format import Shown
from footprint.packs.records import Pack
from footprint.person import Profile
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, bring_into_view
from ui.kit.choices import Choices, Option
from ui.kit.fields import Field, Select
from ui.kit.layout import vbox
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.packs.at_work import at_work_card
from ui.packs.links import LinksHolder
from ui.page import Page, clear

# What the routes of the log add to this page for somebody with this job; the rest of them is said here already.
_ADDED = frozenset({Help.SAFEGUARDING, Help.REGISTRATION})
_SECOND = {
    Kind.POSTED: N_("A post, a comment, a review or a picture, by anyone."),
    Kind.CONTACT: N_("A message, a friend request or a follow, from them or their family."),
    Kind.MISTAKE: N_("I posted, sent or answered something I should not have."),
    Kind.LOST: N_("It was stolen, broken into, or I cannot get in."),
    Kind.THREAT: N_("They follow me, scare me, or do not stop writing."),
}
_OWN = N_("Take your time. You do not have to deal with this alone, and nothing here is sent.")


@dataclass(frozen=True)
class _Read:
    who: Profile
    networks: list[tuple[str, str]]
    pack: Pack | None
    in_line: dict[Kind, tuple[Contact, ...]]


class HappenedPage(Page):
    """It sends nothing and tells nobody. `item=` is the thing on the list that worries, `kind=` what is known of it."""

    watches: ClassVar[Changes] = Changes(person=True, steps=True)
    help_topic: ClassVar[str] = "happened"
    max_width: ClassVar[int] = 760

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Something has happened"))
        self.say_line(_(_OWN))
        self.item = ""
        self.first: QWidget | None = None
        self.pages: list[Btn] = []
        self._who = Profile()
        self._pack: Pack | None = None
        self._in_line: dict[Kind, tuple[Contact, ...]] = {}
        self._network: NetworkFile | None = None
        self.body.addWidget(
            Banner(
                "warn",
                _("If someone is in danger now, ring 999"),
                _("Ring 101 for the police when it is not an emergency."),
                quiet=True,
            )
        )
        self.choices = Choices(_("What has happened?"), [Option(one.value, one.label, _(_SECOND[one])) for one in Kind])
        self.choices.chosen.connect(lambda _value: self._choose())
        self.problem = PlainLabel(_("Choose what has happened."), "label", "danger")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addWidget(self.choices)
        self.network = Select(_("Which account"), [])
        self.network.chosen.connect(lambda _value: self._read_network())
        self.network_field = Field(_("Which account is it?"), self.network, optional=True)
        self.network_field.hide()
        self.body.addWidget(self.network_field)
        self._to_do_box = QWidget()
        self._to_do = QVBoxLayout(self._to_do_box)
        space(self._to_do, 16)
        self.body.addWidget(self._to_do_box)
        self._links = LinksHolder(self.desk, Shown.HAPPENED)
        self.body.addWidget(self._links)
        self._add_actions()
        self.body.addStretch(1)

    def show_at(self, **details: object) -> None:
        self.item = str(details.get("item", "") or "")
        kind = str(details.get("kind", "") or "")
        self.choices.set_value(kind)
        self._show_lines()

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def choose(self, number: int) -> None:
        """Ctrl+1 to Ctrl+5."""
        cards = list(self.choices.cards.values())
        if 0 < number <= len(cards):
            cards[number - 1].setFocus()
            cards[number - 1].click()

    # -- reading -----------------------------------------------------------------------------------

    def _read(self, _task: Task) -> _Read:
        """Who the person is, their own networks before the others, and whom an employer's pack names."""
        pack = self.bench.pack
        in_line = {one: incidents.in_line(self.vault, one, pack=pack) for one in Kind} if pack is not None else {}
        known = {one.id: one.name for one in self.bench.checklists.heads(ListKind.NETWORK)}
        mine = [one.network for one in person.accounts(self.vault) if one.network in known]
        order = [*dict.fromkeys(mine), *(one for one in known if one not in mine)]
        return _Read(person.profile(self.vault), [(one, known[one]) for one in order], pack, in_line)

    def _show(self, found: _Read) -> None:
        self._who, self._pack, self._in_line, networks = found.who, found.pack, found.in_line, found.networks
        self._links.show_links(found.pack)
        was = self.network.value
        self.network.set_options([("", _("A device, or another account")), *networks])
        self.network.set_value(was)
        self._show_lines()

    def _read_network(self) -> None:
        library, wanted = self.bench.checklists, self.network.value
        if wanted:
            self.desk.read(lambda _task: library.network(wanted), self._show_network)
        else:
            self._network = None
            self._show_lines()

    def _show_network(self, found: NetworkFile) -> None:
        if isValid(self) and found.id == self.network.value:
            self._network = found
            self._show_lines()

    # -- what to do first --------------------------------------------------------------------------

    @property
    def kind(self) -> Kind | None:
        return Kind(self.choices.value) if self.choices.value else None

    def _choose(self) -> None:
        self._show_lines()
        if self.first is not None:
            bring_into_view(self.first)
            announce(self, _("What to do first is below."))

    def _show_lines(self) -> None:
        kind = self.kind
        clear(self._to_do)
        self.first, self.pages = None, []
        self.network_field.setVisible(kind is Kind.LOST)
        if kind is None:
            return
        self.problem.hide()
        network = self._network if kind is Kind.LOST else None
        self._to_do.addWidget(Heading(_("What to do first"), "h2"))
        for number, line in enumerate(incidents.first_lines(kind, self._who, network), 1):
            card = self._card(f"{number}. {line.title}", line)
            self.first = self.first or card
            self._to_do.addWidget(card)
        work = at_work_card(self.desk, self._pack, kind, self._in_line.get(kind, ()))
        if work is not None:
            self._to_do.addWidget(work)
        for route in _routes(kind, self._who):
            card = Card()
            card.add(vbox(Heading(route.title, "h3"), PlainLabel(route.words), spacing=2))
            self._to_do.addWidget(card)

    def _card(self, title: str, line: FirstLine) -> Card:
        card = Card(title=title)
        card.add(PlainLabel(line.words))
        if line.link and not line.phone:
            page = Btn(_("Open the page"), "quiet", icon="external")
            page.setAccessibleName(f"{page.text()}: {line.title}")
            page.clicked.connect(lambda: self.desk.open_link(line.link))
            self.pages.append(page)
            card.add(ButtonRow(page))
        return card

    # -- going on ----------------------------------------------------------------------------------

    def _add_actions(self) -> None:
        self.note = Btn(_("Write it down"), "primary", "plus")
        self.note.clicked.connect(self._write)
        self.primary = self.note
        self.help_now = Btn(_("I need help now"), icon="flag")
        self.help_now.clicked.connect(lambda: self.desk.go("help_now"))
        self.notes = Btn(_("Incident notes"))
        self.notes.clicked.connect(lambda: self.desk.go("incidents"))
        self.tell = Btn(_("Who to tell"), "quiet")
        self.tell.clicked.connect(lambda: self.desk.go("incidents", view="contacts"))
        listed = Btn(_("Put something on my list"), "quiet")
        listed.clicked.connect(lambda: self.desk.go("remove", new=True))
        self.listed = listed
        home = Btn(_("Back to Home"), "quiet")
        home.clicked.connect(self.back)
        self.body.addWidget(ButtonRow(self.note, self.help_now, self.notes, self.tell, listed, home))
        self.body.addWidget(
            PlainLabel(
                _("It is all right to leave this until tomorrow, and to talk to someone you trust."), "small", "text2"
            )
        )

    def _write(self) -> None:
        kind = self.kind
        if kind is None:
            self.problem.show()
            bring_into_view(self.choices)
            self.choices.focus_first()
            announce(self, self.problem.text(), urgent=True)
            return
        details: dict[str, object] = {"kind": kind.value}
        if self.item:
            details["item"] = self.item
        if kind is Kind.LOST and self.network.value:
            details["network"] = self.network.value
        self.desk.go("incidents", **details)


def _routes(kind: Kind, who: Profile) -> tuple[Route, ...]:
    """Who else matters in this line of work, where someone met through work is in it."""
    if kind is not Kind.CONTACT:
        return ()
    return tuple(one for one in log.routes_for(Origin.WORK, who) if one.help in _ADDED)
