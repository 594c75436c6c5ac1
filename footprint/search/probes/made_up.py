"""Usernames nobody has: what a site says of one of these is what it says when nobody is there."""

from __future__ import annotations

import re
import secrets

from footprint.errors import FootprintError
from footprint.i18n import _

_FIRST, _THEN = "bdfgklmnprtv", "aeiou"
_LENGTHS = (12, 10, 9, 8, 7, 6)
_TRIES = 20


class CannotMakeUp(FootprintError):
    """No made-up username fits the rule of a site."""

    def __init__(self) -> None:
        super().__init__(_("No username could be made up for this site."))


def made_up(rule: str, form: str = "{word}") -> str:
    """A new username that fits `rule`, as long as the rule lets it be: twelve letters name one of 10 000 million."""
    pattern = re.compile(rule or ".+")
    for length in _LENGTHS:
        for word in (_word(length), _letters(length)):
            if pattern.fullmatch(form.replace("{word}", word)):
                return form.replace("{word}", word)
    for _try in range(_TRIES):
        number = form.replace("{word}", str(secrets.randbelow(9 * 10**11) + 10**11))
        if pattern.fullmatch(number):
            return number
    raise CannotMakeUp


def _word(length: int) -> str:
    """Syllables and two digits, as a person might choose: some sites answer letters at random in a way of its own."""
    return _letters(length - 2) + str(secrets.randbelow(90) + 10)


def _letters(length: int) -> str:
    pairs = (secrets.choice(_FIRST) + secrets.choice(_THEN) for _pair in range((length + 1) // 2))
    return "".join(pairs)[:length]
