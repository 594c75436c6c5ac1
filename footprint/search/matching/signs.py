"""What speaks for and against a result apart from the name: each a reason in words with its points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from footprint.i18n import _
from footprint.person import Detail, DetailKind
from footprint.search.matching import gazetteer, occupations
from footprint.search.matching.gazetteer import Place, Where
from footprint.search.matching.names import fold
from footprint.search.matching.occupations import Alike
from footprint.search.matching.people import PersonName
from footprint.search.matching.phrases import Phrases, Words, in_words
from footprint.search.matching.surroundings import Around
from footprint.search.records import Reason
from footprint.wordlists import words

# Words in the names of employers that tell nobody apart.
_GENERIC = words(
    "council borough county city metropolitan district nhs trust foundation partnership hospital university college"
    " school primary secondary academy care homecare homes home housing services service group ltd limited plc llp the"
    " of and for st centre center society charity association advocacy fostering carers youth hub family court house"
    " play inspection watch works"
)
_LIVED = re.compile(r"\b(1[5-9]\d\d)\s*[-–—]\s*(1[5-9]\d\d|20\d\d)\b")
_DEAD = re.compile(
    r"\b(obituary|obituaries|in loving memory|passed away|killed in action|died (?:on|in|aged)|funeral of"
    r"|roll of honour)\b"
)
_CENSUS = re.compile(r"\bcensus (?:of )?(1[789]\d\d)|\bborn (?:in )?(1[5-8]\d\d|19[0-3]\d)\b|\bpassenger list\b")
_AGED = re.compile(r"^\W{1,3}(?:aged? )?(\d\d)\b(?=[,. ]|$)")
_FIRM = re.compile(
    r"^\s*(?:&|and)\s+(?:sons?|co|daughters?|partners|[A-Z][a-z]+ (?:LLP|Solicitors))\b|^\s+(?:Ltd|LLP|Limited)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:is|was) an? ([A-Z][\w-]+)")
_KIN = re.compile(
    r"\b(?:mum|mother|mam|dad|father|parents?|gran|grandma|grandfather|son|daughter|brother|sister|wife|husband)"
    r" (?:of|to) ([\w ]{2,60})"
)
_OLDEST = 75


@dataclass(frozen=True)
class Life:
    """Where the person lives and what they do, ready for comparing."""

    towns: tuple[str, ...]
    jobs: tuple[str, ...]
    employers: tuple[Employer, ...]
    own_places: Phrases[str] = field(repr=False)
    own_work: Phrases[str] = field(repr=False)
    telling: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Employer:
    """An employer: the whole name, and the words in it that are its own."""

    text: str
    whole: tuple[str, ...]
    core: tuple[str, ...]


def life(details: Iterable[Detail]) -> Life:
    known = tuple(details)
    towns = tuple(one.text for one in known if one.kind is DetailKind.TOWN and one.text.strip())
    jobs = tuple(one.text for one in known if one.kind is DetailKind.JOB_TITLE and one.text.strip())
    employers = tuple(_employers(one.text for one in known if one.kind is DetailKind.EMPLOYER))
    own = (*(in_words(one).folded for one in (*towns, *jobs)), *(one.core for one in employers))
    return Life(
        towns,
        jobs,
        employers,
        gazetteer.own_places(towns),
        gazetteer.own_places(jobs),
        frozenset(words_[0] for words_ in own if words_),
        gazetteer.shipped().home(towns) if towns else frozenset(),
        occupations.shipped().fields(jobs) if jobs else frozenset(),
    )


def _employers(texts: Iterable[str]) -> Iterator[Employer]:
    for text in texts:
        whole = in_words(text).folded
        if whole:
            core = tuple(word for word in whole if word not in _GENERIC)
            yield Employer(text, whole, core if sum(map(len, core)) > 4 else whole)


# -- around a whole name --------------------------------------------------------------------------------


def place_signs(who: Life, seen: Around, learned: Mapping[str, object]) -> Iterator[Reason]:
    """Their own town beside the name, or another in its stead."""
    if not who.towns:
        return
    places = gazetteer.shipped()
    near = list(places.find(seen.near, who.own_places, who.home))
    own = next((one for one in near if one.where is Where.OWN), None)
    if own is not None:
        yield Reason(_("Your town {text} is named.").format(text=_mine(own, who.towns)), 22)
        return
    if known := next((one for one in near if fold(one.text) in learned), None):
        yield Reason(_("{place} is named, as on a page you said is you.").format(place=known.text), 6)
        return
    if abroad := next((one for one in near if one.where is Where.ABROAD), None):
        text = _("It puts the name in {place}, abroad. You live in {town}.")
        yield Reason(text.format(place=abroad.text, town=who.towns[0]), -40)
        return
    if (found := _PEOPLE.search(seen.near.text)) and fold(found[1]) in places.peoples:
        yield Reason(_("It is about somebody from abroad: “{word}”.").format(word=found[1]), -25)
        return
    yield from _elsewhere(who, near, list(places.find(seen.rest, who.own_places, who.home)), seen.subject)


def _elsewhere(who: Life, near: list[Place], rest: list[Place], subject: bool) -> Iterator[Reason]:
    far = next((one for one in near if one.where is Where.ELSEWHERE), None)
    close = next((one for one in near if one.where is Where.NEAR), None)
    if own := next((one for one in rest if one.where is Where.OWN), None):
        text = _("Your town {text} is named, but not beside the name.")
        yield Reason(text.format(text=_mine(own, who.towns)), 6 if far else 16)
    if close is not None:
        yield Reason(_("{place} is named, which is near you.").format(place=close.text), 5)
    elif far is not None:
        text = _("It puts the name in {place}. You live in {town}.")
        yield Reason(text.format(place=far.text, town=who.towns[0]), -14 if subject else -12)
    elif rest and rest[0].where is Where.ABROAD:
        yield Reason(_("The page names {place}, abroad.").format(place=rest[0].text), -20)


def _mine(place: Place, towns: tuple[str, ...]) -> str:
    return next((town for town in towns if fold(town) == fold(place.text)), towns[0] if len(towns) == 1 else place.text)


def work_signs(who: Life, seen: Around) -> Iterator[Reason]:
    """Their own work beside the name, work like it, or another."""
    if not who.jobs:
        return
    lists = occupations.shipped()
    near = sorted(lists.find(seen.near, who.own_work, who.fields), key=lambda one: (one.alike, one.at))
    best = near[0] if near else None
    if best is None:
        rest = sorted(lists.find(seen.rest, who.own_work, who.fields), key=lambda one: (one.alike, one.at))
        if rest and rest[0].alike <= Alike.FIELD:
            yield Reason(_("Work like yours is named on the page: “{work}”.").format(work=rest[0].text), 6)
    elif best.alike is Alike.SAME:
        yield Reason(
            _("Your job title “{text}” is named.").format(text=who.jobs[0] if len(who.jobs) == 1 else best.text), 20
        )
    elif best.alike is Alike.FIELD:
        yield Reason(_("It names work like yours: “{work}”.").format(work=best.text), 14)
    else:
        text = _("It names other work: “{work}”. Yours is “{job}”.").format(work=best.text, job=who.jobs[0])
        yield Reason(text, -6 if best.alike is Alike.NEAR else -30 if seen.subject else -15)


def employer_signs(who: Life, seen: Around, host: str) -> Iterator[Reason]:
    """Their employer by its whole name, by the words that are its own, or in the name of the site."""
    for one in who.employers:
        slug = "".join(one.core)
        words_ = (*seen.near.folded, *seen.rest.folded)
        if _stands(one.whole, words_):
            yield Reason(_("Your employer {text} is named.").format(text=one.text), 40)
        elif one.core != one.whole and _stands(one.core, words_):
            yield Reason(_("A name like that of your employer {text} is there.").format(text=one.text), 34)
        elif len(slug) > 5 and any(re.sub(r"[^a-z]", "", part).startswith(slug) for part in fold(host).split(".")):
            yield Reason(_("The site has the name of your employer {text}.").format(text=one.text), 34)


def _stands(phrase: tuple[str, ...], words_: tuple[str, ...]) -> bool:
    first = phrase[0]
    return any(word == first and words_[at : at + len(phrase)] == phrase for at, word in enumerate(words_))


def time_signs(seen: Around, family: str) -> Iterator[Reason]:
    """The page is about somebody who has died or lived long ago, or is old. It cannot be somebody at work today."""
    text = fold(seen.near.text)
    if lived := _LIVED.search(text):
        yield Reason(_("It is about somebody who lived {years}.").format(years=lived.group()), -60)
    elif seen.subject and _DEAD.search(text):
        yield Reason(_("It is about somebody who has died."), -60)
    elif (found := _CENSUS.search(text)) and (seen.subject or found.group()):
        yield Reason(_("It is about somebody from long ago: “{words}”.").format(words=found.group()), -60)
    else:
        for after in _after(seen.near, family):
            aged = _AGED.search(after)
            if aged and int(aged[1]) >= _OLDEST:
                yield Reason(_("It is about somebody aged {age}.").format(age=aged[1]), -25)
                return


def firm_signs(seen: Around, family: str) -> Iterator[Reason]:
    """“M. Example & Sons” is a firm."""
    if any(_FIRM.search(after) for after in _after(seen.near, family)):
        yield Reason(_("It is the name of a firm."), -15)


def family_signs(text: str, names: Iterable[PersonName]) -> Iterator[Reason]:
    """A notice of the family: the family name with others' forenames, theirs among “mum of …”."""
    page = fold(text)
    for name in names:
        if name.given and any(name.given[0] in found[1].split() for found in _KIN.finditer(page)):
            yield Reason(_("Your first name is there as one of a family with your last name."), 14)
            return


def all_forenames(seen: Around, name: PersonName) -> Iterator[Reason]:
    """All the forenames the person has, one after the other: far fewer people have those."""
    if len(name.given) > 1 and _stands((*name.given, name.family[0]), seen.near.folded):
        yield Reason(_("All your first names are there."), 14)


def both_names(seen: Around, name: PersonName, names: Iterable[PersonName]) -> Iterator[Reason]:
    """The former family name beside the one in use."""
    for other in names:
        if (
            other.former is not name.former
            and other.family[-1] != name.family[-1]
            and other.family[-1] in seen.near.folded
        ):
            yield Reason(_("Your name and your former name stand together."), 35)
            return


def _after(near: Words, family: str) -> Iterator[str]:
    for at, word in enumerate(near.folded):
        if word == family:
            yield near.text[near.spans[at][1] : near.spans[at][1] + 24]


# -- without a name -------------------------------------------------------------------------------------


def lone_signs(who: Life, text: str, host: str) -> Iterator[Reason]:
    """Town, employer and work where no whole name stands: worth saying, worth little."""
    folded = fold(f"{text} {host}")
    if not any(word in folded for word in who.telling):
        return
    page = in_words(text)
    seen = Around(page, in_words(""), subject=False)
    own = [one.value for one in who.own_places.find(page.folded)]
    if own:
        yield Reason(_("Your town {text} is named.").format(text=own[0]), 4)
    yield from (Reason(one.text, 8) for one in employer_signs(who, seen, host))
    if any(True for _hit in who.own_work.find(page.folded)):
        yield Reason(_("Your job title “{text}” is named.").format(text=who.jobs[0]), 4)
