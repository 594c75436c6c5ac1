"""Words that look like case data about somebody else: a gentle warning before they are kept. The person decides.

High precision before completeness: what warns too often is no longer read. Nothing here leaves the computer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from footprint import person
from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log import third_party_patterns as patterns
from footprint.vault import Vault

GUIDANCE = ("g54", "g55")
"""Never about those one works with; it breaks trust and the rules on personal data."""
_NEAR = 90
_LONGEST = 100_000


class Looks(Labelled):
    """What it looks like."""

    BIRTH = "birth", N_("a date of birth")
    HEALTH = "health", N_("an NHS number")
    INSURANCE = "insurance", N_("a National Insurance number")
    CASE = "case", N_("a case number")
    SUPPORTED = "supported", N_("words about someone you support")
    FAMILY = "family", N_("a name with a family or care role")
    ADDRESS = "address", N_("someone’s address")


_WHY = {
    Looks.BIRTH: N_("With a date of birth, others can tell who it is."),
    Looks.HEALTH: N_("An NHS number leads to one person."),
    Looks.INSURANCE: N_("A National Insurance number leads to one person."),
    Looks.CASE: N_("A case or ward number leads to one person."),
    Looks.SUPPORTED: N_("This seems to be about someone you met through work."),
    Looks.FAMILY: N_("A name with a role tells who it is. A role alone is enough."),
    Looks.ADDRESS: N_("An address tells who lives there."),
}


@dataclass(frozen=True)
class Finding:
    """`text[start:end]` is where it stands and `words` what stands there; `guidance` the lines it serves."""

    kind: Looks
    start: int
    end: int
    words: str
    why: str
    guidance: tuple[str, ...] = GUIDANCE


@dataclass(frozen=True)
class Own:
    """What is the person’s own and warns of nothing: their details, as letters and figures only."""

    words: tuple[str, ...] = ()

    def has(self, words: str) -> bool:
        """Whether these words are, or are part of, a detail of the person."""
        bare = _bare(words)
        return bool(bare) and any(bare in one for one in self.words)


NOBODY = Own()


def own_of(vault: Vault) -> Own:
    """What the person says about themself."""
    return Own(tuple(dict.fromkeys(_bare(one.text) for one in person.details(vault))))


def findings(text: str, own: Own = NOBODY) -> tuple[Finding, ...]:
    """What looks like case data, in the order it stands there, no place twice. Never sure, never complete."""
    text = text[:_LONGEST]
    seen = patterns.LINKS.sub(lambda found: "\x00" * len(found[0]), text)  # an address is nobody’s own words
    found = sorted(_each(seen, own), key=lambda one: (one[1], -one[2]))
    kept: list[Finding] = []
    for kind, start, end in found:
        if not kept or start >= kept[-1].end:
            kept.append(Finding(kind, start, end, text[start:end], _(_WHY[kind])))
    return tuple(kept)


def sentence(found: tuple[Finding, ...]) -> str:
    """What it looks like, and what to write in its place."""
    kinds = list(dict.fromkeys(one.kind.label for one in found))
    if not kinds:
        return ""
    what = kinds[0] if len(kinds) == 1 else _("{these} and {last}").format(these=", ".join(kinds[:-1]), last=kinds[-1])
    return _("This looks like {what}. A role is enough, such as “an adult I work with”.").format(what=what)


def _each(text: str, own: Own) -> Iterator[tuple[Looks, int, int]]:
    yield from _births(text)
    yield from _numbers(text)
    yield from _cases(text)
    for match in patterns.SUPPORTED.finditer(text):
        yield Looks.SUPPORTED, *match.span()
    for match in patterns.FAMILY.finditer(text):
        if not own.has(match["name"] or match["other"] or match["helped"]):
            yield Looks.FAMILY, *match.span()
    yield from _addresses(text, own)


def _births(text: str) -> Iterator[tuple[Looks, int, int]]:
    for match in patterns.BIRTH.finditer(text):
        if not patterns.MINE.search(_before(text, match.start())):
            yield Looks.BIRTH, *match.span()
    for match in patterns.BARE_BIRTH.finditer(text):
        before = _before(text, match.start())
        mine = patterns.MY_BIRTH.search(before)
        if not (mine or patterns.DATED.search(before) or patterns.OTHER_NUMBER.search(before)):
            yield Looks.BIRTH, *match.span()


def _numbers(text: str) -> Iterator[tuple[Looks, int, int]]:
    for match in patterns.NHS_LABELLED.finditer(text):
        if not patterns.MINE.search(_before(text, match.start())):
            yield Looks.HEALTH, *match.span()
    for match in patterns.NHS.finditer(text):
        before = _before(text, match.start())
        mine = patterns.MY_NUMBER.search(before)
        if is_nhs_number(match[0]) and not (mine or patterns.OTHER_NUMBER.search(before)):
            yield Looks.HEALTH, *match.span()
    for match in patterns.NI.finditer(text):
        before = _before(text, match.start())
        if not (patterns.MY_NUMBER.search(before) or patterns.OTHER_NUMBER.search(before)):
            yield Looks.INSURANCE, *match.span()


def is_nhs_number(text: str) -> bool:
    """Ten figures in the ranges in use (4, 6, 7 and 9 for tests in England and Wales, 3 in Northern Ireland) whose last
    one fits the others: weights 10 to 2, modulo 11 (NHS Data Dictionary). A Scottish CHI number, which looks like a
    date, counts only where it is called one.
    """
    figures = [int(one) for one in re.findall(r"[0-9]", text)]
    if len(figures) != 10 or figures[0] not in (3, 4, 6, 7, 9) or len(set(figures)) == 1:
        return False
    rest = (11 - sum(one * weight for one, weight in zip(figures[:9], range(10, 1, -1), strict=True)) % 11) % 11
    return rest == figures[9]


def _cases(text: str) -> Iterator[tuple[Looks, int, int]]:
    for match in patterns.CASE.finditer(text):
        around = _sentence(text, *match.span())
        before = _before(text, match.start())
        ward = match[0][:4].casefold() == "ward"
        if patterns.NOT_A_CASE.search(around) or (ward and patterns.NOT_A_WARD.search(around)):
            continue
        if not patterns.MINE.search(before):
            yield Looks.CASE, *match.span()


def _addresses(text: str, own: Own) -> Iterator[tuple[Looks, int, int]]:
    for pattern in (patterns.ADDRESS, patterns.POSTCODE):
        for match in pattern.finditer(text):
            before = _before(text, match.start())
            known = own.has(match[0]) or patterns.MY_ADDRESS.search(before) or patterns.OFFICE.search(before)
            if not known and not patterns.MONTH_FIRST.match(match[0]):
                yield Looks.ADDRESS, *match.span()


def _before(text: str, start: int) -> str:
    """What stands before a place in its sentence, at most a line of it."""
    near = text[max(0, start - _NEAR) : start]
    ends = [found.end() for found in patterns.SENTENCE_END.finditer(near)]
    return near[ends[-1] :] if ends else near


def _sentence(text: str, start: int, end: int) -> str:
    after = text[end : end + _NEAR]
    stop = patterns.SENTENCE_END.search(after)
    return _before(text, start) + text[start:end] + (after[: stop.start()] if stop else after)


def _bare(words: str) -> str:
    return "".join(one for one in words.casefold() if one.isalnum())
