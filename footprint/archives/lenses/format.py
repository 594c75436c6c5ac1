"""The shape of a file of `resources/lenses/`: one lens, written by hand in TOML.

A key nobody knows is an error that names file and place; `resources/lenses/README.md` says how to write one.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Looks(StrEnum):
    """What a lens looks at: the words of an entry, or one of the things around them."""

    WORDS = "words"
    HOUR = "hour"
    AGE = "age"
    AUDIENCE = "audience"
    TAG = "tag"
    PICTURE_PLACE = "picture_place"


class Needs(StrEnum):
    """What must stand in a text before a pattern is tried, so that most texts cost nothing."""

    DIGIT = "digit"
    MANY_DIGITS = "many_digits"
    AT = "at"


class Check(StrEnum):
    """What a number found by a pattern must stand up to. `LUHN`: the check digit of payment cards."""

    NONE = ""
    LUHN = "luhn"


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class RuleFile(_Strict, frozen=True, kw_only=True):
    """One rule. It matches when one of its words, phrases or patterns stands in the text.

    `score` is added to the lens; below 0 it speaks against. `reason` is the half sentence shown beside the words.
    `not_in`: phrases that mean something else; what lies inside one of them does not count. `unless`: phrases
    anywhere in the text that void the rule; `only_with`: phrases of which one must stand somewhere. `led_by`: patterns
    are tried only where one of these words stands.
    """

    id: str
    reason: str = ""
    score: float = 1.0
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    needs: Needs | None = None
    led_by: tuple[str, ...] = ()
    check: Check = Check.NONE
    not_in: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()


class LensFile(_Strict, frozen=True, kw_only=True):
    """One lens. `quoted` is what is left of a score inside quotation marks or lyrics, `negated` after “not” or “no”."""

    format: int
    id: str
    order: int
    title: str
    why: str
    lawful: str
    guidance: tuple[str, ...]
    must_match: tuple[str, ...]
    must_not_match: tuple[str, ...]
    rules: tuple[RuleFile, ...] = ()
    looks: Looks = Looks.WORDS
    sensitive: bool = False
    threshold: float = 1.0
    quoted: float = 0.5
    negated: float = 1.0
    not_in: tuple[str, ...] = ()
    lists: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class WordsFile(_Strict, frozen=True, kw_only=True):
    """`words.toml`: lists every lens may use by name, such as `{kin}`."""

    format: int
    lists: dict[str, tuple[str, ...]]
