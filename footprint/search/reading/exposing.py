"""What a page shows about the person: each thing once, in the words that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from footprint.search.matching.names import fold
from footprint.search.matching.weighing import Profile
from footprint.search.reading.attending import things
from footprint.search.reading.holding import SITE, is_subject, lines
from footprint.search.reading.naming import other_names, own_names
from footprint.search.reading.page import Block, PageTold, Shown
from footprint.search.reading.records import Exposed, Facet
from footprint.search.reading.spotting import spots

_MOST = 6  # of one kind: more is no longer read
_LONGEST = 140
# What stands for a picture without saying of whom.
_ANY_WORDS = re.compile(
    r"(?:a |the )?(?:photo|photograph|picture|portrait|profile|image|headshot|avatar|staff|team|member|user|head shot"
    r"|photo of|thumbnail| )*(?:photo|photograph|picture|portrait|profile|image|headshot|avatar|member)?\d*"
)
_SAID = {
    "email": Facet.EMAIL, "telephone": Facet.PHONE, "birthDate": Facet.BIRTH, "worksFor": Facet.EMPLOYER,
    "affiliation": Facet.EMPLOYER, "homeLocation": Facet.TOWN, "spouse": Facet.FAMILY, "children": Facet.FAMILY,
    "parent": Facet.FAMILY, "sibling": Facet.FAMILY, "relatedTo": Facet.FAMILY, "address": Facet.TOWN,
}  # fmt: skip


def exposed(told: PageTold, who: Profile) -> tuple[Exposed, ...]:
    """In the order of the facets. Nothing where the person is not named and no detail of theirs stands there."""
    found = [*_pictures(told, who), *(Exposed(one.facet, one.words) for one in things(told, who))]
    found += [*_tagged(told, who), *_said(told, who), *_own_details(told, who)]
    return tuple(_each_once(found))


def with_employer(found: tuple[Exposed, ...], told: PageTold, who: Profile) -> tuple[Exposed, ...]:
    """On the own page of an employer, where the person works is shown by that alone."""
    if any(one.facet is Facet.EMPLOYER for one in found) or not is_named(told, who):
        return found
    texts = (told.site, told.title, told.heading, *(one.text for one in told.blocks))
    for employer in who.life.employers:
        for text in texts:
            said = re.search(rf"(?<!\w){re.escape(employer.text)}(?!\w)", text, re.IGNORECASE)
            if said is not None:
                both = (*found, Exposed(Facet.EMPLOYER, said[0]))
                return tuple(sorted(both, key=lambda one: list(Facet).index(one.facet)))
    return found


def is_named(told: PageTold, who: Profile) -> bool:
    """Whether the person's name stands anywhere on it."""
    texts = (told.title, told.heading, *(one.text for one in told.blocks), *(one.words for one in told.pictures))
    return any(own_names(who, text) for text in texts)


def _each_once(found: Iterable[Exposed]) -> Iterator[Exposed]:
    by_facet: dict[Facet, list[str]] = {one: [] for one in Facet}
    for one in found:
        words = " ".join(one.words.split()).strip(" ,;|")[:_LONGEST]
        known = by_facet[one.facet]
        key = _key(one.facet, words)
        if not key or any(key in _key(one.facet, other) for other in known):
            continue
        by_facet[one.facet] = [other for other in known if _key(one.facet, other) not in key] + [words]
    by_facet[Facet.FAMILY] = [one for one in by_facet[Facet.FAMILY] if not _said_better(one, by_facet[Facet.FAMILY])]
    for facet, several in by_facet.items():
        yield from (Exposed(facet, words) for words in several[:_MOST])


def _said_better(words: str, others: Iterable[str]) -> bool:
    """“her son” where “their son Jack” is listed as well."""
    kin = words.split()[-1]
    return words == words.lower() and any(
        one != words and re.search(rf"\b{re.escape(kin)}\s[A-Z]", one) for one in others
    )


def _key(facet: Facet, words: str) -> str:
    if facet is Facet.PHONE:
        digits = re.sub(r"\D", "", words.replace("(0)", ""))
        return re.sub(r"^(?:00)?44", "0", digits)
    return re.sub(r"\W+", "", fold(words))


# -- pictures --------------------------------------------------------------------------------------


def _pictures(told: PageTold, who: Profile) -> Iterator[Exposed]:
    cards = [(line.block, line.own, line.others) for line in lines(told, who)] if told.pictures else []
    subject = is_subject(told, who)
    first = next((n for n, one in enumerate(told.blocks) if one.level == 1), 0)
    for one in told.pictures:
        if one.where in SITE:
            continue
        own = own_names(who, one.words)
        if own:
            yield Exposed(Facet.NAME_AND_PICTURE, one.words)
            continue
        if other_names(who, one.words, (), entry=True):
            continue
        if one.words and not _ANY_WORDS.fullmatch(fold(one.words).strip(" .")):
            continue  # it says what it shows, and that is not the person
        card = _of_card(one, cards)
        if card:
            yield Exposed(Facet.NAME_AND_PICTURE, card)
        elif subject and one.where != "aside" and not one.card and first - 2 <= one.before <= first + 4:
            yield Exposed(Facet.NAME_AND_PICTURE, told.heading or told.title)


_TAGGED = re.compile(
    r"\b(?:tagged|pictured|photographed|in (?:this|the) (?:photo|picture|image)|(?:photo|photograph"
    r"|picture) \d+)\b[^.!?]{0,80}$",
    re.IGNORECASE,
)


def _tagged(told: PageTold, who: Profile) -> Iterator[Exposed]:
    """“Tagged: Ada Example”: the page says that a picture of the person is there."""
    for line in lines(told, who):
        text = line.block.text
        for one in line.own:
            said = _TAGGED.search(text[max(0, one.start - 100) : one.start])
            if said is not None:
                yield Exposed(Facet.NAME_AND_PICTURE, said[0] + text[one.start : one.end])


def _of_card(shown: Shown, cards: Sequence[tuple[Block, Sequence[object], Sequence[object]]]) -> str:
    """The person's name in the same item or card as the picture, where nobody else is named."""
    if not shown.card:
        return ""
    scope = shown.inside[: shown.card]
    inside = [one for one in cards if one[0].inside[: len(scope)] == scope]
    headed = any((block.level == 1 or block.tag == "figcaption") and own for block, own, _others in inside)
    if not headed and (any(others for _block, _own, others in inside) or len(inside) > 12):
        return ""
    return next((block.text for block, own, _others in inside if own), "")


# -- what the page says for machines, and what the person told ---------------------------------------


def _said(told: PageTold, who: Profile) -> Iterator[Exposed]:
    for one in told.facts:
        if one.kind != "Person" or not own_names(who, one.of):
            continue
        if one.key == "image" and one.value:
            yield Exposed(Facet.NAME_AND_PICTURE, one.of)
        facet = _SAID.get(one.key)
        if facet is None:
            continue
        if one.key == "address" and any(spot.facet is Facet.ADDRESS for spot in spots(one.value)):
            facet = Facet.ADDRESS
        yield Exposed(facet, one.value.removeprefix("mailto:").removeprefix("tel:"))


def _own_details(told: PageTold, who: Profile) -> Iterator[Exposed]:
    """Numbers and e-mail addresses the person told the app, wherever they stand."""
    if not who.phones and not who.emails:
        return
    for block in told.blocks:
        if not any(letter.isdigit() for letter in block.text) and "@" not in block.text and not block.links:
            continue
        for one in (*spots(block.text), *(spot for link in block.links for spot in spots(link))):
            known = one.facet is Facet.PHONE and _key(Facet.PHONE, one.words) in who.phones
            if known or (one.facet is Facet.EMAIL and one.words.casefold() in who.emails):
                yield Exposed(one.facet, one.words)
