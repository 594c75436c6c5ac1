"""The person's own details as words a guesser would try first: whole, in parts, without accents and run together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from footprint import person
from footprint.checklists import Library
from footprint.passwords.records import Sort
from footprint.person import DetailKind
from footprint.vault import Vault
from footprint.wordlists import words as word_set

_SHORTEST = 3  # a shorter word stands in half of all passwords by chance
_SORTS = {
    DetailKind.NAME: Sort.NAME,
    DetailKind.FORMER_NAME: Sort.NAME,
    DetailKind.KNOWN_AS: Sort.NAME,
    DetailKind.TOWN: Sort.TOWN,
    DetailKind.EMPLOYER: Sort.WORK,
    DetailKind.JOB_TITLE: Sort.WORK,
    DetailKind.HANDLE: Sort.USERNAME,
    DetailKind.EMAIL: Sort.EMAIL,
    DetailKind.PHONE: Sort.PHONE,
}
# Parts of a detail that say nothing about the person.
_COMMON = word_set(
    "and the for com org net www gov mail live council county city town service services care social work worker"
    " officer manager team senior"
)
_PART = re.compile(r"[^\W_]+")

Own = Mapping[str, Sort]  # a plain word -> what it is


def own_words(vault: Vault, networks: Iterable[str] = ()) -> dict[str, Sort]:
    """Every word of the person's details and accounts; switched off for searching or not, since nothing is sent.

    `networks`: names of sites, for a password of which nobody has said where it is used.
    """
    found: dict[str, Sort] = {}
    for one in person.details(vault):
        _take(found, one.text, _SORTS[one.kind])
    for account in person.accounts(vault):
        _take(found, account.handle, Sort.USERNAME)
    for name in networks:
        _take(found, name, Sort.NETWORK)
    return found


def network_names(vault: Vault, library: Library) -> tuple[str, ...]:
    """What people call the networks the person is on."""
    return tuple(dict.fromkeys(library.name(one.network) for one in person.accounts(vault)))


def plain(text: str) -> str:
    """Without capitals, accents and odd spellings of letters, so that “Zoë” and “ZOE” are one word."""
    spread = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).casefold()


def within(password: str, own: Own) -> tuple[Sort, ...]:
    """Which details stand in `password` as they are, or with signs in place of letters, in the order of `Sort`."""
    forms = {plain(password), plain(password).translate(_SIGNS)}
    forms |= {re.sub(r"[\W_]+", "", one) for one in tuple(forms)}
    forms |= {one[::-1] for one in tuple(forms)}
    met = {sort for word, sort in own.items() if any(word in one for one in forms)}
    return tuple(sort for sort in Sort if sort in met)


_SIGNS = str.maketrans({"@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t"})


def words_of(text: str, sort: Sort) -> dict[str, Sort]:
    """The words of one text."""
    found: dict[str, Sort] = {}
    _take(found, text, sort)
    return found


def _take(found: dict[str, Sort], text: str, sort: Sort) -> None:
    for word in _words(text, sort):
        found.setdefault(word, sort)


def _words(text: str, sort: Sort) -> Iterable[str]:
    front = text.partition("@")[0] if sort is Sort.EMAIL else text
    if sort is Sort.PHONE:
        digits = re.sub(r"\D", "", text)
        digits = "0" + digits[2:] if digits.startswith("44") else digits
        return (one for one in (digits, digits[-6:]) if len(one) >= 6)
    parts = _PART.findall(plain(front))
    whole = "".join(parts)
    wanted = [whole, *(one for one in parts if one not in _COMMON)]
    return dict.fromkeys(one for one in wanted if len(one) >= _SHORTEST and one not in _COMMON)
