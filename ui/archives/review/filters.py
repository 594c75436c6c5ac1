"""What to show of everything that was posted: words, network, kind, year, who could see it, and what stands out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.archives.index.filters import Decided, Find
from footprint.archives.records import Audience, Kind
from footprint.dates import number
from footprint.i18n import _
from ui.archives.review.words import decided as decided_words
from ui.kit.choices import Tick
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import Flow, Fold
from ui.kit.theme import space

_TYPING_MS = 180
_ANY = ""
_OWN = "own"
# What the person made themself. Likes, saves and the like come when they are asked for.
OWN = (
    Kind.POST, Kind.STORY, Kind.NOTE, Kind.REVIEW, Kind.ANSWER, Kind.COMMENT, Kind.REPLY, Kind.PHOTO, Kind.VIDEO,
    Kind.TAG_OF_ME, Kind.SHARE, Kind.REPOST, Kind.EVENT, Kind.MESSAGE,
)  # fmt: skip
UNDATED = "undated"
_SHOW: tuple[Decided, ...] = (Decided.DELETE, Decided.LIMIT, Decided.ASK, Decided.LATER, Decided.KEEP)


@dataclass(frozen=True)
class Offered:
    """What there is to choose from: only what some entry has. `lenses` are ids with their words, and how many each."""

    networks: Mapping[str, str]
    kinds: Sequence[Kind]
    years: Sequence[int]
    lenses: Sequence[tuple[str, str, int]] = ()
    undated: bool = False


class Filters(QWidget):
    """`changed` after each choice, and a moment after the last key while someone types."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_TYPING_MS)
        self._wait.timeout.connect(self.changed)
        self.box = TextBox(_("Find words"), _("Find words"))
        self.box.textChanged.connect(lambda _text: self._wait.start())
        self.show_only = self._select(_("Show"), [(_ANY, _("Everything"))])
        self.network = self._select(_("Network"), [(_ANY, _("All networks"))])
        self.kind = self._select(_("Kind"), _kinds(()))
        self.year = self._select(_("Year"), [(_ANY, _("All years"))])
        people = [(_ANY, _("Anyone"))] + [(one.value, one.label) for one in Audience]
        self.audience = self._select(_("Who could see it"), people)
        self.photo = self._tick(_("With a photo"))
        self.place = self._tick(_("With a place"))
        self.gone = self._tick(_("Not in the newest copy any more"))
        column = QVBoxLayout(self)
        space(column, 10)
        first = [Field(_("Find words"), self.box), Field(_("Show"), self.show_only), Field(_("Year"), self.year)]
        column.addWidget(Flow(first, column=220, gap=12))
        more = Fold(_("More filters"))
        rest = [
            Field(_("Network"), self.network),
            Field(_("Kind"), self.kind),
            Field(_("Who could see it"), self.audience),
        ]
        more.body.addWidget(Flow(rest, column=220, gap=12))
        for tick in (self.photo, self.place, self.gone):
            more.body.addWidget(tick)
        column.addWidget(more)

    def offer(self, what: Offered) -> None:
        """Show only choices that lead to something; what was chosen stays."""
        shown = [
            (_ANY, _("Everything")),
            (Decided.NOTHING.value, _("Not decided yet")),
            *((f"lens:{lens}", f"{words} ({number(count)})") for lens, words, count in what.lenses),
            *((one.value, _("Decided: {what}").format(what=decided_words(one)[0])) for one in _SHOW),
        ]
        years = [(_ANY, _("All years")), *((str(one), str(one)) for one in what.years)]
        if what.undated:
            years.append((UNDATED, _("Date not known")))
        for select, options in (
            (self.show_only, shown),
            (self.network, [(_ANY, _("All networks")), *what.networks.items()]),
            (self.kind, _kinds(what.kinds)),
            (self.year, years),
        ):
            was = select.value
            select.set_options(options)
            select.set_value(was)

    @property
    def find(self) -> Find:
        """What is chosen, as a question to the index."""
        find = Find(
            text=self.box.text().strip(),
            networks=(self.network.value,) if self.network.value else (),
            kinds=OWN if self.kind.value == _OWN else (Kind(self.kind.value),) if self.kind.value else (),
            audiences=(Audience(self.audience.value),) if self.audience.value else (),
            photo=True if self.photo.isChecked() else None,
            place=True if self.place.isChecked() else None,
            gone=True if self.gone.isChecked() else None,
        )
        shown, year = self.show_only.value, self.year.value
        if shown.startswith("lens:"):
            find = replace(find, lens=shown.removeprefix("lens:"))
        elif shown:
            find = replace(find, decided=Decided(shown))
        if year == UNDATED:
            return replace(find, undated=True)
        return find.in_year(int(year)) if year else find

    def clear(self) -> None:
        """Everything again."""
        self.box.clear()
        for select in (self.show_only, self.network, self.kind, self.year, self.audience):
            select.set_value(_ANY)
        for tick in (self.photo, self.place, self.gone):
            tick.setChecked(False)
        self._wait.stop()
        self.changed.emit()

    def _select(self, label: str, options: list[tuple[str, str]]) -> Select:
        made = Select(label, options)
        made.chosen.connect(lambda _value: self.changed.emit())
        return made

    def _tick(self, words: str) -> Tick:
        made = Tick(words)
        made.clicked.connect(self._ticked)
        return made

    def _ticked(self) -> None:
        self.changed.emit()


def _kinds(there: Sequence[Kind]) -> list[tuple[str, str]]:
    first = [(_OWN, _("Your own words and pictures")), (_ANY, _("All kinds"))]
    return [*first, *((one.value, one.label) for one in there)]
