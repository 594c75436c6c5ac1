"""The cards of a pack: who made it, what it brings, whose key signed it, and what no pack can ever do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.packs.installed import InUse
from footprint.packs.records import Pack
from footprint.packs.telling import brings, never
from ui.kit.cards import Card
from ui.kit.layout import Columns, hbox, vbox
from ui.kit.text import Heading, IconLabel, PlainLabel

_ICON = 18


def facts(pack: Pack) -> QWidget:
    """Its version and day, whom to ask about it, and where its links may lead."""
    said = pack.manifest
    reach = ", ".join(part for part in (said.contact_phone, said.contact_email) if part)
    asked = _("{who}, {how}").format(who=said.contact, how=reach) if reach else said.contact
    lines = [
        (_("Version"), _("{n}, made on {day}").format(n=said.version, day=day_in_words(said.made))),
        (_("Whom to ask about it"), asked),
    ]
    if said.hosts:
        lines.append((_("Its links lead to"), ", ".join(said.hosts)))
    return named(lines)


def named(lines: Iterable[tuple[str, str]]) -> QWidget:
    """Lines with a name before each, below each other so that nothing is cut off."""
    box = QWidget()
    parts = [vbox(PlainLabel(name, "small", "text2"), PlainLabel(words), spacing=1) for name, words in lines]
    box.setLayout(vbox(*parts, spacing=8))
    return box


def mark_of(pack: Pack) -> QWidget:
    """The mark of the key, large enough to be read out on the phone."""
    box = QWidget()
    mark = PlainLabel(pack.fingerprint, "label", selectable=True)
    mark.setAccessibleName(_("Mark of the key: {mark}").format(mark=pack.fingerprint))
    box.setLayout(vbox(PlainLabel(_("Signed with the key of this mark"), "small", "text2"), mark, spacing=1))
    return box


def listed(lines: Iterable[str], icon: str, colour: str) -> QWidget:
    """One line below the other, each behind a small icon."""
    box = QWidget()
    column = vbox(spacing=6)
    for one in lines:
        row = hbox(spacing=10)
        row.addWidget(IconLabel(icon, colour, _ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(one), 1)
        column.addLayout(row)
    box.setLayout(column)
    return box


class BringsCard(Card):
    """What a pack adds and changes, by kind."""

    def __init__(self, pack: Pack, title: str) -> None:
        super().__init__(title=title)
        self.add(listed((one.words for one in brings(pack)), "check", "ok"))


class NeverCard(Card):
    """What no pack can do, whoever signed it. It stands on the page with a pack and without."""

    def __init__(self) -> None:
        super().__init__(title=_("What no pack can ever do"))
        self.add(listed(never(), "close", "text2"))


class InUseCard(Card):
    """The pack in use. Its buttons are put in by the page."""

    def __init__(self, found: InUse) -> None:
        super().__init__("hero")
        pack, use = found.pack, found.use
        self.add(Heading(pack.organisation, "h2"))
        self.add(PlainLabel(pack.manifest.summary))
        since = _("In use since {day}. {source}").format(
            day=day_in_words(local_day(use.taken_at)), source=use.source.label
        )
        right = QWidget()
        right.setLayout(vbox(mark_of(pack), PlainLabel(since, "small", "text2"), None, spacing=8))
        self.add(Columns([facts(pack), right], [1, 1], 560))
