"""Enums whose members carry the words people read: each is written once, beside its value."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from footprint.i18n import _


class Labelled(StrEnum):
    """`NAME = "value", N_("Words")`. The value is what is stored; `label` is what is shown."""

    _value_: str
    words: str

    def __new__(cls, value: str, words: str = "") -> Self:  # without words for a look-up by value
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = words
        return member

    @property
    def label(self) -> str:
        return _(self.words)
