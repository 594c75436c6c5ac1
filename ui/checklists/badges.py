"""How old a step is and how sure we are of it, in two or three words: the one place where these words stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from footprint.checklists import Age, Confidence, Freshness, Kind, NetworkFile, freshness
from footprint.checklists.format import Sourced
from footprint.i18n import N_, _
from ui.kit.button_row import ButtonRow
from ui.kit.paint import begin, panel
from ui.kit.text import PlainLabel, set_tip
from ui.kit.theme import is_high_contrast, px
from ui.kit.tokens import HEIGHT

_AGES = {
    Age.FRESH: (N_("Checked lately"), "ok"),
    Age.AGEING: (N_("A while ago"), "neutral"),
    Age.OLD: (N_("Over a year ago"), "warn"),
}
_SURE = {
    Confidence.OFFICIAL: (N_("From the network itself"), "ok"),
    Confidence.INDEPENDENT: (N_("Independent guide"), "info"),
    Confidence.UNVERIFIED: (N_("Not confirmed yet"), "warn"),
}
# A place or a situation has no network behind it.
_OWN_PAGES = N_("From its own pages")


@dataclass(frozen=True)
class Badge:
    """Words in the soft fill of a tone, and the whole sentence for those who ask."""

    words: str
    tone: str
    sentence: str = ""


def age_badge(age: Age, sentence: str = "") -> Badge:
    words, tone = _AGES[age]
    return Badge(_(words), tone, sentence)


def sure_badge(confidence: Confidence, kind: Kind, sentence: str = "") -> Badge:
    words, tone = _SURE[confidence]
    own = confidence is Confidence.OFFICIAL and kind is not Kind.NETWORK
    return Badge(_(_OWN_PAGES if own else words), tone, sentence)


def badges(kind: Kind, found: Freshness) -> tuple[Badge, ...]:
    """For one step: how old, and from where. The day of what nobody has confirmed says nothing, so it is left out."""
    sure = sure_badge(found.confidence, kind, found.sentence)
    if found.confidence is Confidence.UNVERIFIED:
        return (sure,)
    return age_badge(found.age, found.sentence), sure


def counted(network: NetworkFile, today: date) -> tuple[Badge, ...]:
    """The badges of all its checks, each with how many there are: first where they come from, then how old."""
    found = [freshness(network.name, check, today) for check in network.checks if not check.retired]
    sure = Counter(one.confidence for one in found)
    old = Counter(one.age for one in found if one.confidence is not Confidence.UNVERIFIED)
    every = [(sure_badge(one, network.kind), sure[one]) for one in Confidence if sure[one]]
    every += [(age_badge(one), old[one]) for one in Age if old[one]]
    return tuple(Badge(_("{n}: {words}").format(n=n, words=low(one.words)), one.tone) for one, n in every)


def file_words(network: NetworkFile, today: date) -> str:
    """A few words for a whole list, as they stand inside a sentence: how old most of its confirmed steps are."""
    found = [freshness(network.name, check, today) for check in network.checks if not check.retired]
    ages = Counter(one.age for one in found if one.confidence is not Confidence.UNVERIFIED)
    if not ages:
        return low(_(_SURE[Confidence.UNVERIFIED][0]))
    most = max(ages, key=lambda one: (ages[one], list(Age).index(one)))
    said = low(age_badge(most).words)
    return said if len(ages) == 1 else _("most {words}").format(words=said)


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: “the open register”, but “The Gazette” is a name of its own."""
    head, _space, rest = name.partition(" ")
    return f"{head.lower()} {rest}" if head == "The" and rest[:1].islower() else name


def source_of(network: NetworkFile, sourced: Sourced, today: date) -> Freshness:
    """`freshness` for a part of a file, with the name of a place as it stands in a sentence."""
    return freshness(in_sentence(network.name), sourced, today)


def low(words: str) -> str:
    """Words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]


class Pill(PlainLabel):
    """A badge on the page; its sentence is there for the mouse and for a screen reader."""

    def __init__(self, badge: Badge) -> None:
        super().__init__(badge.words, "pill", badge.tone, wrap=False)
        self.badge = badge
        if badge.sentence:
            set_tip(self, badge.sentence)
            self.setAccessibleDescription(badge.sentence)

    def _restyle(self) -> None:
        super()._restyle()
        self.setContentsMargins(px(10), 0, px(10), 0)
        self.setFixedHeight(px(HEIGHT["pill"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        edge = self.badge.tone if is_high_contrast() else ""
        panel(painter, QRectF(self.rect()), f"{self.badge.tone}_soft", edge, HEIGHT["pill"] // 2)
        painter.end()
        super().paintEvent(event)


def pills(found: Iterable[Badge]) -> QWidget:
    """Badges beside each other, on as many lines as they need."""
    return ButtonRow(*(Pill(one) for one in found), gap=6)
