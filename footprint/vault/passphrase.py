"""Passphrases: six words to suggest, and an honest word on one of the person's own."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from footprint.i18n import _
from footprint.vault.errors import WeakPassphrase

WORDS_SUGGESTED = 6
_LONG_ENOUGH = 12
_WORDS_ENOUGH = 4
_READ_BY_ZXCVBN = 40  # long enough for its best mark; the time it takes grows steeply, and it refuses more than 72


class Guess(StrEnum):
    """How hard a passphrase is to guess."""

    TOO_SHORT = "too_short"
    TOO_EASY = "too_easy"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True)
class Judgement:
    """`ok` when it may be used; `sentence` says in words how good it is or what is missing."""

    ok: bool
    guess: Guess
    sentence: str


@cache
def words() -> tuple[str, ...]:
    """Our own list of short, common words to make passphrases from."""
    return tuple((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split())


def suggest() -> str:
    """Six random words with blanks between: over 62 bits, which no passphrase a person thinks of comes near."""
    return " ".join(secrets.choice(words()) for _place in range(WORDS_SUGGESTED))


def normalised(passphrase: str) -> bytes:
    """The bytes a passphrase stands for, the same on every keyboard: NFKC, UTF-8, line ends at its end left off."""
    return unicodedata.normalize("NFKC", passphrase.rstrip("\r\n")).encode("utf-8", "surrogatepass")


def judge(passphrase: str) -> Judgement:
    """Four words or 12 characters are needed; nothing is asked about digits or signs.

    Takes some milliseconds, for odd signs up to a second: keep it off the main thread.
    """
    text = unicodedata.normalize("NFKC", passphrase.rstrip("\r\n"))
    if not _is_long_enough(text):
        return Judgement(False, Guess.TOO_SHORT, _("Use at least 4 words or 12 characters."))
    score = _score(text)
    if score == 0:
        return Judgement(False, Guess.TOO_EASY, _("This is one of the first things people try. Choose another."))
    if score < 3:
        return Judgement(True, Guess.WEAK, _("Someone who knows you could guess this. More words make it stronger."))
    if score == 3:
        return Judgement(True, Guess.FAIR, _("Hard to guess. One more word would make it very hard."))
    return Judgement(True, Guess.STRONG, _("Very hard to guess."))


def require(passphrase: str) -> None:
    """Raise `WeakPassphrase` when it may not be used."""
    found = judge(passphrase)
    if not found.ok:
        raise WeakPassphrase(found.sentence)


def _is_long_enough(text: str) -> bool:
    different = {word.casefold() for word in text.split() if len(word) >= 3}
    return len(text.strip()) >= _LONG_ENOUGH or len(different) >= _WORDS_ENOUGH


def _score(text: str) -> int:
    """0 to 4; zxcvbn is imported here because its dictionaries take a while to load."""
    from zxcvbn import zxcvbn

    return int(zxcvbn(text[:_READ_BY_ZXCVBN])["score"])
