"""A pack before it is used: who it is from, what would change, ours beside theirs, and what it can never do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, bring_into_view
from ui.kit.choice_cards import Tick
from ui.kit.fields import Field, Select
from ui.kit.layout import Columns, Fold, vbox
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px
from ui.packs.card import BringsCard, NeverCard, facts, mark_of, named
from ui.packs.now import Pair, Preview

ALL = ""
_TALL, _FEW = 320, 4


class PreviewView(QWidget):
    """Nothing has changed while this stands. `used` carries the mark that was compared, where the key is another."""

    used = Signal(str)
    left = Signal()

    def __init__(self, found: Preview) -> None:
        super().__init__()
        self.found = found
        pack = found.offered.pack
        self.compared: Tick | None = None
        column = vbox(spacing=16)
        column.addWidget(Banner("info", _("Nothing has changed yet"), _lead(found), quiet=True))
        if found.offered.other_key:
            column.addWidget(self._other_key())
        column.addWidget(Columns([self._from_card(), NeverCard()], [1, 1], 640))
        column.addWidget(self._changes_card())
        if found.pairs:
            column.addWidget(_pairs_card(found.pairs, pack.organisation))
        if not found.offered.update:
            column.addWidget(BringsCard(pack, _("What it brings")))
        self.problem = PlainLabel("", "body", "danger")
        self.problem.hide()
        column.addWidget(self.problem)
        self.use = Btn(_("Use this pack"), "primary")
        self.use.clicked.connect(self._use)
        self.leave = Btn(_("Not now"))
        self.leave.clicked.connect(self.left)
        column.addWidget(ButtonRow(self.use, self.leave))
        self.setLayout(column)

    def _from_card(self) -> Card:
        pack = self.found.offered.pack
        card = Card(title=pack.organisation)
        card.add(PlainLabel(pack.manifest.summary))
        card.add(facts(pack))
        if pack.manifest.note:
            card.add(named([(_("New in this version"), pack.manifest.note)]))
        card.add(mark_of(pack))
        if not self.found.offered.known_mark:
            words = _(
                "Compare this mark with the one your organisation has given out. Ask for it by phone or on paper."
            )
            card.add(PlainLabel(words, "small", "text2"))
        else:
            card.add(PlainLabel(_same_key(self.found), "small", "text2"))
        return card

    def _other_key(self) -> Card:
        """The loud part: another key could be another maker."""
        pack = self.found.offered.pack
        card = Card()
        card.add(
            Banner(
                "danger",
                _("This pack is signed with another key than before"),
                _("It may not be from your organisation. Ring them on a number you know, and compare the marks."),
                quiet=True,
            )
        )
        card.add(
            Columns(
                [
                    named([(_("The mark until now"), self.found.offered.known_mark)]),
                    named([(_("The mark of this file"), pack.fingerprint)]),
                ],
                [1, 1],
                560,
            )
        )
        self.compared = Tick(
            _("I compared the new mark with {organisation}").format(organisation=pack.organisation),
            _("They told me this mark themselves, by phone or on paper."),
        )
        card.add(self.compared)
        return card

    def _changes_card(self) -> Card:
        """Every difference as a sentence, by what it is about."""
        found, update = self.found.differences, self.found.offered.update
        before = self.found.offered.before
        title = _("What would change")
        if update and before is not None:
            title = _("What is new since version {n}").format(n=before.version)
        card = Card(title=title)
        groups = list(dict.fromkeys(one.group for one in found))
        if not found:
            card.add(PlainLabel(_("Nothing reads differently. Only its number and its day are new.")))
            return card
        self.groups = Select(_("Show"), [(ALL, _("Everything")), *((one, one) for one in groups)])
        self.groups.chosen.connect(self._show)
        if len(groups) > 1:
            card.add(Field(_("Show"), self.groups))
        self._rows = PagedRows(lambda _offset, _limit: [], 0, self)
        self.pane = ListPane(self._rows, title, chevron=False)
        card.add(self.pane)
        self._show(ALL)
        return card

    def _show(self, group: str) -> None:
        found = [one for one in self.found.differences if group in (ALL, one.group)]
        looks = [RowLook(one.words, one.group, key=str(at)) for at, one in enumerate(found)]
        self._rows.reload(len(looks), fetch=lambda offset, limit: looks[offset : offset + limit])
        few = self.pane.height_of_rows(len(looks)) + px(4) if len(looks) <= _FEW else px(_TALL)
        self.pane.setFixedHeight(min(few, px(_TALL)))
        self.pane.scrollToTop()

    def rows(self) -> tuple[str, ...]:
        """The differences in the list, as words."""
        return tuple(one.words for one in self.found.differences)

    def _use(self) -> None:
        if self.compared is not None and not self.compared.isChecked():
            self.problem.setText(_("Compare the marks first, and say so above."))
            self.problem.show()
            bring_into_view(self.compared)
            self.compared.setFocus()
            return
        self.used.emit(self.found.offered.pack.fingerprint if self.compared is not None else "")


def _lead(found: Preview) -> str:
    before, pack = found.offered.before, found.offered.pack
    if found.offered.update:
        return _("Read what this version changes. You decide whether it is used.")
    if before is not None:
        return _("Only one pack can be in use. This one would take the place of the pack from {organisation}.").format(
            organisation=before.organisation
        )
    said = _("{organisation} offers this pack, made on {day}. You decide whether it is used.")
    return said.format(organisation=pack.organisation, day=day_in_words(pack.manifest.made))


def _same_key(found: Preview) -> str:
    if found.offered.other_key:
        return _("This is not the mark you know. See above.")
    return _("It is the same key as before.")


def _pairs_card(pairs: tuple[Pair, ...], organisation: str) -> Card:
    """What the app says beside what would stand there; many wait in a fold."""
    n = len(pairs)
    card = Card(title=_("Side by side"))
    for one in pairs[:_FEW]:
        card.add(_pair(one, organisation))
    if n > _FEW:
        fold = Fold(ngettext("{n} more", "{n} more", n - _FEW).format(n=n - _FEW))
        for one in pairs[_FEW:]:
            fold.body.addWidget(_pair(one, organisation))
        card.add(fold)
    return card


def _pair(one: Pair, organisation: str) -> QWidget:
    box = QWidget()
    theirs = one.theirs or _("It is hidden. You can still see it, with the reason.")
    sides = Columns(
        [_side(_("The app says"), one.ours), _side(_("{organisation} says").format(organisation=organisation), theirs)],
        [1, 1],
        560,
    )
    reason = PlainLabel(_("Its reason: {reason}").format(reason=one.reason), "small", "text2")
    box.setLayout(vbox(Heading(one.where, "h3"), sides, reason, spacing=6))
    return box


def _side(title: str, words: str) -> Card:
    card = Card("sunken")
    card.add(PlainLabel(title, "small", "text2"))
    card.add(PlainLabel(words))
    return card
