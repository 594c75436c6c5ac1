"""What can be wrong with what the person asks of the log, each with what to do."""

from __future__ import annotations

from footprint.errors import FootprintError


class BadItem(FootprintError):
    """A field cannot be kept as it was given; `field` names it for the form."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


class WrongMove(FootprintError):
    """The item cannot go from the state it is in to the one asked for."""


class MayNotAsk(FootprintError):
    """This item's poster is never written to."""


class BlankLeft(FootprintError):
    """A letter still has a blank in it."""


class BadLetters(FootprintError):
    """A letter file that ships with the app, or comes with a pack, has a mistake in it."""


class BadEvidence(FootprintError):
    """The picture or file cannot be kept; nothing else has changed."""
