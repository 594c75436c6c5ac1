"""Where something on a screen comes from, when it comes from an employer's pack: the mark it carries everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from footprint.i18n import _


class How(StrEnum):
    """What a pack did to it."""

    ADDED = "added"
    REWORDED = "reworded"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class FromPack:
    """The mark itself. `reason` is the organisation's own; `was` the words that ship, where it says them otherwise.

    `was_more` is what ships below it, where that is said otherwise too. `whole`: all of its list comes from the pack,
    whose name says so.
    """

    organisation: str
    how: How = How.ADDED
    reason: str = ""
    was: str = ""
    was_more: str = ""
    whole: bool = False

    @property
    def ours(self) -> str:
        """The app's own words for what a pack says otherwise."""
        return "\n".join(part for part in (self.was, self.was_more) if part)

    @property
    def words(self) -> str:
        """The one way in which this is said, on screens, on paper and on the command line."""
        return from_words(self.organisation)

    @property
    def why(self) -> str:
        """The same as a sentence, with the reason where there is one."""
        said = {
            How.ADDED: _("{organisation} added this."),
            How.REWORDED: _("{organisation} says this in its own words."),
            How.HIDDEN: _("{organisation} hides this."),
        }[self.how].format(organisation=self.organisation)
        return f"{said} {_('Its reason: {reason}').format(reason=self.reason)}" if self.reason else said

    def beside(self, text: str) -> str:
        """`text` with the mark, for a line that has room for words alone."""
        return with_mark(text, self)


def from_words(organisation: str) -> str:
    return _("From {organisation}").format(organisation=organisation)


def with_mark(text: str, mark: FromPack | None) -> str:
    """`text`, and after it in brackets where it comes from; unchanged for what ships with the app."""
    if mark is None:
        return text
    return _("{text} (from {organisation})").format(text=text, organisation=mark.organisation)
