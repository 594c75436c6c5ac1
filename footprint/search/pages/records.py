"""What a page of results held, whichever way it came: saved as a file, copied with its links, or copied as text."""

from __future__ import annotations

from dataclasses import dataclass, field

from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.search.records import Hit, Outcome


class BadPage(FootprintError):
    """The file or the text holds no results that can be read."""


@dataclass(frozen=True)
class LeftOut:
    """How many links of a page were told apart from its results, and not taken."""

    adverts: int = 0
    questions: int = 0
    pictures: int = 0
    related: int = 0

    @property
    def sentence(self) -> str:
        """“Left out: 2 adverts, 1 picture.” Empty when nothing was; other searches are no loss to tell of."""
        counts = (
            (self.adverts, ngettext("{n} advert", "{n} adverts", self.adverts)),
            (self.questions, ngettext("{n} answer to a question", "{n} answers to questions", self.questions)),
            (self.pictures, ngettext("{n} picture", "{n} pictures", self.pictures)),
        )
        said = ", ".join(words.format(n=n) for n, words in counts if n)
        return _("Left out: {what}.").format(what=said) if said else ""


@dataclass(frozen=True)
class SavedPage:
    """`engine` is empty when no known one can be told, `words` when the page does not say what was searched for.

    `outcome` is results, empty (the page itself says that nothing was found) or blocked (a wall in place of results).
    `shortened`: how many addresses were shown cut short, so that they may not lead to the very page.
    """

    engine: str
    hits: tuple[Hit, ...]
    words: str = ""
    outcome: Outcome = Outcome.RESULTS
    note: str = ""
    left_out: LeftOut = field(default_factory=LeftOut)
    shortened: int = 0
