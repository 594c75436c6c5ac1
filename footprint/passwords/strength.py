"""How hard one password is to guess, for somebody who knows the person.

The estimate is zxcvbn's (Wheeler, USENIX Security 2016): it counts guesses, not kinds of letters. The thresholds are
its own: 10^10 guesses and more is its best mark, and holds even where a site's stored passwords were stolen.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.passwords.details import Own, plain, within
from footprint.passwords.records import Grade, Judgement, Sort

LONGEST = 1000  # longer than any site takes; more is a slip of the clipboard
_PART = 40  # what zxcvbn reads at once: long enough for its best mark, and its time grows with the square
_STRONG, _LISTED = 1e10, 1e4
_MOST = 0.6  # so much of a password from a list of common ones makes it one of them, whatever is put at its end


class NoPassword(FootprintError):
    """There is nothing to judge, or far too much."""


@dataclass(frozen=True)
class _Estimate:
    guesses: float
    listed: bool  # most of it is one entry of a list of common passwords


def judge(password: str, own: Own | None = None) -> Judgement:
    """What `password` is like for somebody who knows the words of `own` (`details.own_words`).

    Takes some milliseconds, for odd signs up to a second: keep it off the main thread.
    """
    if not password.strip():
        raise NoPassword(_("Type a password first."))
    if len(password) > LONGEST:
        raise NoPassword(_("This is longer than any password. Check what was pasted."))
    known = own or {}
    text = unicodedata.normalize("NFC", password)
    sorts = within(text, known)
    best = _weaker(text, known, apart=bool(sorts))
    return Judgement(_grade(best, sorts), sorts, _notes(password, best, sorts))


def _grade(found: _Estimate, sorts: tuple[Sort, ...]) -> Grade:
    if found.guesses >= _STRONG:
        return Grade.STRONG
    if sorts:
        return Grade.PERSONAL
    if found.listed or found.guesses < _LISTED:
        return Grade.COMMON
    return Grade.GUESSABLE


def _notes(password: str, found: _Estimate, sorts: tuple[Sort, ...]) -> tuple[str, ...]:
    notes = []
    if found.guesses >= _STRONG and sorts:
        notes.append(
            _("It has {what} in it. It is long enough to be strong, but leave that out next time.").format(
                what=Judgement(Grade.PERSONAL, sorts).words
            )
        )
    if password != password.strip():
        notes.append(_("It starts or ends with a space. Some sites drop it, and then the password fails."))
    return tuple(notes)


def _weaker(text: str, own: Own, *, apart: bool) -> _Estimate:
    """The estimate for the password, or for another form of it that is easier: without accents and odd letters, and
    where a detail of the person is in it (`apart`) without the signs that pull it apart.
    """
    forms = [text, plain(text) if plain(text) != text.casefold() else text]
    if apart:
        forms.append(re.sub(r"[\W_]+", "", text) or text)
    return min((_whole(form, own) for form in dict.fromkeys(forms)), key=lambda one: one.guesses)


def _whole(text: str, own: Own) -> _Estimate:
    """A long one is as hard as the harder of its two ends, at least."""
    parts = [text] if len(text) <= _PART else [text[:_PART], text[-_PART:]]
    return max((_estimate(part, own) for part in parts), key=lambda one: one.guesses)


def _estimate(text: str, own: Own) -> _Estimate:
    """zxcvbn is imported here because its dictionaries take a while to load."""
    from zxcvbn import zxcvbn

    found: dict[str, Any] = zxcvbn(text, user_inputs=list(own))
    from_list = sum(
        len(match["token"])
        for match in found["sequence"]
        if match["pattern"] == "dictionary" and match["dictionary_name"] == "passwords"
    )
    return _Estimate(float(found["guesses"]), from_list >= _MOST * len(text))
