"""What the lenses know of the person, and which lenses look: plain values, so that they cross to the worker process."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from footprint.archives.lenses import phrases
from footprint.archives.lenses.texts import small


class AboutMe(msgspec.Struct, frozen=True, kw_only=True):
    """The person’s own words. `joined` is when they came into the profession; older entries are old.

    `before` is a date they chose instead. `service_words` are the words of their service (a unit, a project).
    """

    names: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    service_words: tuple[str, ...] = ()
    joined: date | None = None
    before: date | None = None

    @property
    def old_before(self) -> date | None:
        return self.before or self.joined

    def lists(self) -> dict[str, tuple[str, ...]]:
        """As lists that the phrases of a lens may name."""
        return {
            "my_name": plain(self.names),
            "my_employer": plain(self.employers),
            "my_town": plain(self.towns),
            "my_service": plain(self.service_words),
        }


def plain(words: Iterable[str]) -> tuple[str, ...]:
    """As a phrase has them: small letters, and nothing that the language of phrases would take for its own.

    What is made of the commonest words alone is left out: it would be in every text.
    """
    known = (" ".join(re.sub(r"[^\w' ]", " ", small(one)).split()) for one in words)
    return tuple(dict.fromkeys(one for one in known if phrases.may_lead(one)))


NOBODY = AboutMe()


class Quiet(msgspec.Struct, frozen=True, kw_only=True):
    """What the person silenced: words (in small letters) by lens, and a factor for each rule that was often wrong.

    The key is `lens` or `lens/rule`.
    """

    words: dict[str, tuple[str, ...]] = {}
    factors: dict[str, float] = {}


class Looking(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a matcher is made of. `lenses` are the ids that look; None are all that are not sensitive."""

    lenses: tuple[str, ...] | None = None
    about: AboutMe = AboutMe()
    extra_words: dict[str, tuple[str, ...]] = {}
    quiet: Quiet = Quiet()

    def encoded(self) -> bytes:
        return msgspec.msgpack.encode(self)

    @staticmethod
    def decoded(settings: bytes) -> Looking:
        return msgspec.msgpack.decode(settings, type=Looking)
