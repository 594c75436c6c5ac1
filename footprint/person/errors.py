"""Wrong input about the person, each with a sentence that says what to type in its place."""

from __future__ import annotations

from footprint.errors import FootprintError


class BadInput(FootprintError):
    """What was typed cannot be kept as it is."""


class BadDetail(BadInput):
    """A name, town, employer or job title that is empty, too long or not text."""


class BadEmail(BadInput):
    """Not an e-mail address that can exist."""


class BadPhone(BadInput):
    """Not a phone number that can exist."""


class BadHandle(BadInput):
    """Not a username or profile address of the network."""


class WrongNetwork(BadHandle):
    """The address of a page on another network."""


class AlreadyThere(BadInput):
    """The same thing is in the person's list already."""


class WrongChoice(BadInput):
    """A choice that does not exist, or does not go with another one."""
