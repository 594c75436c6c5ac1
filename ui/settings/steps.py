"""Checklist steps: which are in use, how old they are, whose key signs them, and the ways to newer ones and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from footprint.checklists import Age, installed, release
from footprint.checklists.ages import LibraryAge, library_age
from footprint.checklists.installed import Steps
from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.checklists.badges import Badge
from ui.checklists.pills import pills
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.text import PlainLabel
from ui.settings.new_steps import NewSteps
from ui.settings.section import OpeningCard, Section, titled

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


@dataclass(frozen=True)
class _Now:
    """What the section shows, read in one go. `address`: where newer steps can be fetched, empty for nowhere."""

    steps: Steps
    age: LibraryAge
    marks: tuple[str, ...]
    address: str


class StepsSection(Section):
    """`keys` and `address` are for tests, which cannot sign with the key that ships; the app passes neither."""

    def __init__(
        self, desk: Desk, *, keys: tuple[Ed25519PublicKey, ...] | None = None, address: str | None = None
    ) -> None:
        super().__init__(desk)
        self._keys, self._address = keys, address
        self.in_use = titled(_("The steps in use"))
        self.sentence = PlainLabel(_("Reading…"), colour="text2")
        self.problem = Banner("warn", _("The file of new steps is left out"))
        self.problem.hide()
        self._ages = OpeningCard(_("How old they are"))
        self._marks = OpeningCard(_("Who signs them"))
        for part in (self.sentence, self.problem):
            self.in_use.add(part)
        self.new = NewSteps(desk, keys)
        self.new.previewed.connect(self._put_primary)
        self.pack = titled(_("Your organisation’s pack"))
        self.pack.add(PlainLabel(_("An employer can add contacts, rules and checks of its own. You decide.")))
        self.pack_button = Btn(_("What your organisation adds"), icon="book")
        self.pack_button.clicked.connect(lambda: desk.go("packs"))
        self.pack.add(self.pack_button)
        for card in (self.in_use, self._ages, self.new, self._marks, self.pack):
            self.body.addWidget(card)
        self.body.addStretch(1)
        for card in (self._ages, self._marks):
            card.hide()

    def _put_primary(self, button: QAbstractButton | None) -> None:
        self.primary = button
        self.primary_changed.emit(button)

    def reload(self) -> None:
        self.new.show_switch()
        self.desk.read(self._read, self._show, lane="web")  # the lane pages are read in stays free for them

    def escape(self) -> bool:
        return self.new.escape()

    def _read(self, _task: Task) -> _Now:
        keys = release.public_keys() if self._keys is None else self._keys
        return _Now(
            steps=installed.steps(self.bench.folder, keys=self._keys),
            age=library_age(self.bench.checklists, local_day(self.vault.now())),
            marks=tuple(release.fingerprint(key) for key in keys),
            address=release.shipped_steps().address if self._address is None else self._address,
        )

    def _show(self, now: _Now) -> None:
        self.sentence.setText(now.steps.sentence)
        self.sentence.set_colour("text")
        if now.steps.problem:
            self.problem.say(self.problem.title.text(), now.steps.problem)
        self.problem.setVisible(bool(now.steps.problem))
        self.new.show_ways(now.address, from_file=now.steps.release is not None or bool(now.steps.problem))
        self._show_ages(now.age)
        self._show_marks(now.marks)

    def _show_ages(self, found: LibraryAge) -> None:
        self._ages.clear_card()
        lists = ngettext("{n} list", "{n} lists", found.lists).format(n=number(found.lists))
        words = ngettext("{n} check in {lists}.", "{n} checks in {lists}.", found.checks)
        self._ages.add(PlainLabel(words.format(n=number(found.checks), lists=lists)))
        self._ages.add(pills(age_badges(found)))
        if found.oldest:
            oldest = _("The oldest was seen on {day}.").format(day=day_in_words(found.oldest))
            self._ages.add(PlainLabel(oldest, "small", "text2"))
        self._ages.show()

    def _show_marks(self, marks: tuple[str, ...]) -> None:
        self._marks.clear_card()
        self._marks.add(PlainLabel(_("The app uses new steps only if they are signed. This is the mark of the key:")))
        for mark in marks:
            self._marks.add(PlainLabel(mark, "label", selectable=True))
        compare = _("Compare it with the mark that the makers of the app have published.")
        self._marks.add(PlainLabel(compare, "small", "text2"))
        self._marks.show()


def age_badges(found: LibraryAge) -> tuple[Badge, ...]:
    """How many checks are how old, in words; what there is none of is left out."""
    every = (
        (found.ages[Age.FRESH], _("{n} seen in the last 6 months"), "ok"),
        (found.ages[Age.AGEING], _("{n} seen 6 to 12 months ago"), "neutral"),
        (found.ages[Age.OLD], _("{n} seen over a year ago"), "warn"),
        (found.unconfirmed, _("{n} not confirmed yet"), "warn"),
    )
    return tuple(Badge(words.format(n=number(n)), tone) for n, words, tone in every if n)
