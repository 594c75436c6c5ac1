"""What to look out for: which lenses look, what is lawful where that matters, and what was found wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint.archives.index.reflagging import reflag
from footprint.archives.lenses import settings, wrong
from footprint.archives.lenses.records import Days, Wrong
from footprint.archives.lenses.settings import Choice
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.vault import Vault
from ui.archives.review.lens_words import lens_words
from ui.archives.stage import ArchivePart
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Tick
from ui.kit.fields import DateField, Field
from ui.kit.layout import Fold
from ui.kit.progress import Working
from ui.kit.rows import RowButton
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear


@dataclass(frozen=True)
class Seen:
    """Every lens and whether it looks, the days for old posts, and what was silenced."""

    choices: tuple[Choice, ...]
    days: Days
    silenced: tuple[Wrong, ...]


def read_seen(_task: Task, vault: Vault) -> Seen:
    return Seen(settings.choices(vault), settings.days(vault), wrong.silenced(vault))


class LensesPart(ArchivePart):
    """Each tick is kept at once. What was brought in already is looked at again when the person says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._vault = desk, desk.bench.vault
        self.ticks: dict[str, Tick] = {}
        column = QVBoxLayout(self)
        space(column, 16)
        self.again_button = Btn(_("Look through my posts again"), "primary")
        self.again_button.clicked.connect(self._again)
        self.changed_note = Banner(
            "info", _("Your choices have changed"), _("They hold for new copies. For the rest:"), self.again_button
        )
        self.changed_note.hide()
        self.working = Working(_("Looking through your posts…"))
        self.working.cancel_button.setText(_("Stop"))
        self._place = QVBoxLayout()
        space(self._place, 16)
        for part in (self.changed_note, self.working):
            column.addWidget(part)
        column.addLayout(self._place)
        column.addStretch(1)
        self._reload()

    def line(self) -> str:
        return _("The app points at words that may need a second look. You decide. A flag is never a fault.")

    def _reload(self) -> None:
        vault = self._vault
        self._desk.read(lambda task: read_seen(task, vault), self._show)

    def _show(self, seen: Seen) -> None:
        clear(self._place)
        self.ticks = {}
        usual = [one for one in seen.choices if not one.lens.sensitive]
        sensitive = [one for one in seen.choices if one.lens.sensitive]
        self._place.addWidget(self._card(_("Looked out for"), "", usual))
        words = _(
            "These touch on beliefs, health, love or rights. They are off until you choose them. "
            "What they find is often lawful, and none of your employer’s business."
        )
        self._place.addWidget(self._card(_("Only if you choose them"), words, sensitive))
        self._place.addWidget(self._days(seen.days))
        if seen.silenced:
            self._place.addWidget(self._silenced(seen.silenced))

    def _card(self, title: str, words: str, choices: Sequence[Choice]) -> Card:
        card = Card(title=title)
        if words:
            card.add(PlainLabel(words, colour="text2"))
        for one in choices:
            said = lens_words(one.lens.id)
            tick = Tick(said.title, f"{said.why} {said.lawful}".strip())
            tick.setChecked(one.looks)
            tick.clicked.connect(lambda on, lens=one.lens.id: self._choose(lens, bool(on)))
            self.ticks[one.lens.id] = tick
            card.add(tick)
        return card

    def _days(self, days: Days) -> Card:
        """From when a post is old: the lens for old posts goes by it."""
        card = Card(title=_("When is a post old?"))
        self.joined = DateField(_("The day you came into this work"))
        self.joined.set_date(days.joined)
        card.add(Field(_("The day you came into this work"), self.joined, _("Posts before it are old."), optional=True))
        keep = Btn(_("Keep this day"))
        keep.clicked.connect(self._keep_day)
        card.add(ButtonRow(keep))
        return card

    def _silenced(self, found: Sequence[Wrong]) -> Fold:
        fold = Fold(ngettext("{n} flag you found wrong", "{n} flags you found wrong", len(found)).format(n=len(found)))
        for one in found[:40]:
            title = f"“{one.words}”" if one.words else lens_words(one.lens).title
            row = RowButton(title, f"{lens_words(one.lens).title}. {one.silences.label}.", _("Take back"), "info")
            row.clicked.connect(lambda _on=False, one=one: self._listen(one))
            fold.body.addWidget(row)
        return fold

    # -- changing ----------------------------------------------------------------------------------

    def _choose(self, lens: str, on: bool) -> None:
        said = _("Looked out for") if on else _("Not looked out for any more")
        self._run(lambda: settings.choose(self._vault, lens, looks=on), said)

    def _keep_day(self) -> None:
        try:
            day = self.joined.date()
        except ValueError as problem:
            self._desk.say(str(problem))
            return
        self._run(lambda: settings.set_joined(self._vault, day), _("Kept"))

    def _listen(self, one: Wrong) -> None:
        self._run(lambda: wrong.listen_again(self._vault, one.id), _("Taken back"))

    def _run(self, work: object, said: str) -> None:
        assert callable(work)
        operation = Operation(lambda _task: work(), changes=Changes(lenses=True), said=lambda _value: said)
        self._desk.run(operation, origin=self, then=lambda _value: self._changed())

    def _changed(self) -> None:
        self.changed_note.show()
        self.primary = self.again_button
        self.stepped.emit()
        self._reload()

    def _again(self) -> None:
        vault, pack = self._vault, self._desk.bench.pack
        operation = Operation(
            lambda task: reflag(vault, task, pack), lane="bulk", changes=Changes(archives=True), said=_looked
        )
        self.changed_note.hide()
        self.working.follow(self._desk.run(operation, origin=self))


def _looked(changed: int) -> str:
    if not changed:
        return _("Nothing changed")
    return ngettext("{n} post has other flags now", "{n} posts have other flags now", changed).format(n=changed)
