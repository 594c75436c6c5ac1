"""You: what may stand in a search, and the few answers that choose wording and routes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from footprint import person
from footprint.i18n import _
from footprint.person import Nation, Profile, Regulator, Role, Service
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.fields import Field, Select
from ui.kit.layout import Flow, vbox
from ui.kit.text import PlainLabel
from ui.person.details import DetailsEditor
from ui.settings.section import Section, titled


class YouSection(Section):
    """All of it is kept in the vault, so each change can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        work = titled(_("Your work"))
        work.add(
            PlainLabel(_("This picks the words and the right people to turn to. Nobody else sees it."), colour="text2")
        )
        self.nation = self._select(_("Where you work"), Nation, "nation")
        self.role = self._select(_("Your role"), Role, "role")
        self.service = self._select(_("Who your service is for"), Service, "service")
        self._offered = person.regulator_choices(Nation.UNSAID)
        self.regulator = Select(_("Who you are registered with"), [(one.value, one.label) for one in self._offered])
        self.regulator.chosen.connect(lambda value: self._change("regulator", Regulator(value)))
        fields = [
            _cell(_("Where you work"), self.nation, _("Laws and regulators differ by nation.")),
            _cell(_("Your role"), self.role, _("It decides whom you would turn to.")),
            _cell(_("Who your service is for"), self.service, _("It decides which guidance comes first.")),
            _cell(_("Who you are registered with"), self.regulator, _("It has its own rules about being online.")),
        ]
        work.add(Flow(fields, 280, 16, most=2))
        self.body.addWidget(work)
        card = titled(_("About you"))
        card.add(
            PlainLabel(
                _("Ticked things may stand in a search. You read every search before it is sent."), colour="text2"
            )
        )
        self.details = DetailsEditor(desk)
        card.add(self.details)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def reload(self) -> None:
        self.desk.read(self._read, self._show)

    def _read(self, _task: Task) -> Profile:
        return person.profile(self.vault)

    def _show(self, profile: Profile) -> None:
        self.nation.set_value(profile.nation.value)
        self.role.set_value(profile.role.value)
        self.service.set_value(profile.service.value)
        self._offer_regulators(profile)

    def _offer_regulators(self, profile: Profile) -> None:
        choices = person.regulator_choices(profile.nation)
        if choices != self._offered:  # filling it anew moves what stands beside it
            self._offered = choices
            self.regulator.set_options([(one.value, one.label) for one in choices])
        self.regulator.set_value(profile.regulator.value)

    def _select(self, label: str, kind: type[Nation] | type[Role] | type[Service], name: str) -> Select:
        made = Select(label, [(one.value, one.label) for one in kind])
        made.chosen.connect(lambda value: self._change(name, kind(value)))
        return made

    def _change(self, name: str, value: Nation | Role | Service | Regulator) -> None:
        self.desk.run(
            Operation(
                lambda _task: person.set_profile(self.vault, **{name: value}),
                changes=Changes(person=True),
                said=lambda _profile: _("Saved: {what}").format(what=value.label),
            ),
            then=self._show,
            failed=self._refused,
        )

    def _refused(self, problem: Exception) -> None:
        self.desk.show_problem(problem)
        self.reload()


def _cell(label: str, box: Select, hint: str) -> QWidget:
    """A field at the top of its cell, whatever the height of the one beside it."""
    cell = QWidget()
    cell.setLayout(vbox(Field(label, box, hint), None))
    return cell
