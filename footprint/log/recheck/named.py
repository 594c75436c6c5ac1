"""Whether a form of the person's name, or a contact point only they have, can be read in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from footprint.person import Account, Detail
from footprint.search.matching.names import fold
from footprint.search.matching.people import Fit, look_for
from footprint.search.matching.weighing import Profile, profile

MOST = 300_000
"""Letters that are looked through."""
_DIGITS = re.compile(r"\+?\d[\d\s().-]{7,30}\d")
_WORDS = re.compile(r"\w+")
_OWNED = re.compile(r"['’]s\b")  # “Ada Example’s page” names her too
_PIECE = 4_000


class Named:
    """The person's details, made ready once for many pages."""

    def __init__(self, details: Iterable[Detail], accounts: Iterable[Account] = ()) -> None:
        self._who: Profile = profile(details, accounts)
        who = self._who
        hard = [
            *(rf"(?<![\w.+-]){re.escape(one)}(?![\w-]|\.\w)" for one in who.emails),
            *(rf"(?<![\w.@])@?{re.escape(one)}(?![\w-])" for one in who.handles),
        ]
        self._pattern = re.compile("|".join(hard)) if hard else None

    @property
    def knows_anything(self) -> bool:
        who = self._who
        return bool(who.names or who.handles or who.emails or who.phones)

    def in_text(self, text: str) -> bool:
        """A whole name (another spelling and a first letter with the family name count), an email address, a handle or
        a phone number. A family name alone, or one that is merely close, does not."""
        text = text[:MOST]
        low = text.casefold()
        if self._pattern is not None and self._pattern.search(low):
            return True
        if self._who.phones and any(_dialled(one) in self._who.phones for one in _DIGITS.findall(text)):
            return True
        return bool(self._who.names) and self._name_in(text)

    def others_in(self, text: str) -> list[str]:
        """The words of `text` without those of the person's names: what is left is compared from look to look."""
        mine = {word for name in self._who.names for word in (*name.given, *name.family)}
        return [word for word in _WORDS.findall(fold(text)) if word not in mine]

    def _name_in(self, text: str) -> bool:
        """Only the surroundings of something like a family name are looked at closely, line by line."""
        for line in text.split("\n"):
            for start in range(0, len(line), _PIECE):
                if self._seen_in(line[max(0, start - 200) : start + _PIECE]):
                    return True
        return False

    def _seen_in(self, piece: str) -> bool:
        seen = look_for(self._who.names, _OWNED.sub("", piece), self._who.table)
        return seen is not None and seen.whole and min(seen.family, seen.given) >= Fit.INITIAL


def _dialled(text: str) -> str:
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if text.strip().startswith("+44") or digits.startswith("0044"):
        digits = "0" + digits.removeprefix("00").removeprefix("44")
    return digits
