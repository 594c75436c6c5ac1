"""Where a line says that somebody lives or works."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from footprint.search.matching import gazetteer, occupations
from footprint.search.matching.names import fold
from footprint.search.matching.phrases import in_words
from footprint.search.matching.weighing import Profile
from footprint.search.reading.naming import Named
from footprint.search.reading.records import Facet
from footprint.search.reading.spotting import POSTCODE, STREET, Reach, Spot
from footprint.wordlists import words as word_set

# -- towns -----------------------------------------------------------------------------------------

_PLACE = r"[A-Z][\w'’-]+(?:(?:[- ](?:on|in|under|upon|the|by|le|of|super|next)[- ](?:the[- ])?|[- ])[A-Z][\w'’-]+){0,3}"
_WORK_WORDS = (
    r"social worker|care worker|support worker|nurse|teacher|carer|officer|manager|advocate|counsellor|lecturer|worker"
    r"|driver|plumber|builder|baker|shopkeeper|councillor|student|volunteer"
)
_LIVES = re.compile(
    rf"\b(?i:lives?|living|lived|resides?|residing|resident|settled|grew up|raised|brought up|home|based|here"
    rf"|born(?: and (?:bred|raised))?)"
    rf"\s(?:in|at|near|of|is)\s(?:the\s(?:village|town|city)\sof\s)?(?P<place>{_PLACE})"
    rf"|\b(?i:moved)\s(?:back\s)?to\s(?P<moved>{_PLACE})"
    rf"|\b(?i:comes?|came|hails?)\sfrom\s(?P<comes>{_PLACE})"
    rf"|\b(?i:home ?town|town|town/city|city|location|lives in|from|residence|based in|home|village|area)\s?[:|]\s?"
    rf"(?P<label>{_PLACE})"
    rf"|\b(?P<based>{_PLACE})[- ]based\b"
    rf"|\b(?P<folk>{_PLACE})\s(?:resident|man|woman|mum|dad|mother|father|grandmother|grandfather|couple|family"
    rf"|local|schoolgirl|pensioner|teenager|runner|cyclist|{_WORK_WORDS})s?\b"
)
_FROM = re.compile(
    rf"\s?(?:,\s)?(?:\(?(?:aged\s)?\d{{2}}\)?,?\s)?(?:,\s?)?(?:an?\s[\w\s’'-]{{3,50}}?\s)?(?:\(?(?:from|of"
    rf"|of near|in)\s)(?P<place>{_PLACE})"
)
_BESIDE = re.compile(
    rf"\s?(?:[,(|–-]\s?){{1,2}}(?:(?:aged\s)?\d{{2}},\s)?(?P<place>{_PLACE})(?=\s*(?:[,.;)|–]|$| \d| -|[(]))"
)
_NO_TOWN = word_set(
    "council school club society college hospital university harriers runners rovers united town athletic fc rfc afc cc"
    " trust church hall library library's museum festival fayre fair show park road street lane avenue parish borough"
    " district city library ac bc wi association group team choir band players theatre gazette times news echo herald"
    " half marathon 10k 5k station centre center community primary high bowls cricket triathlon cycling"
)


def towns(who: Profile, text: str, named: Sequence[Named], header: str) -> Iterator[Spot]:
    """Towns somebody lives in or comes from."""
    for one in _LIVES.finditer(text):
        group = one.lastgroup or ""
        if group == "comes" and not _of_somebody(text[: one.start()], one.start(), named):
            continue
        place = _place(who, text, one.start(group), one.end(group), sure=group == "label")
        if place:
            reach = Reach.ENTRY if group == "label" else Reach.LINE
            yield Spot(
                Facet.TOWN,
                one.start(),
                place,
                text[one.start() : place] if group != "folk" else text[one.start() : one.end()],
                reach,
            )
    for name in named:
        if not name.own:
            continue
        rest = text[name.end : name.end + 120]
        for pattern in (_FROM, _BESIDE):
            found = pattern.match(rest)
            place = (
                0
                if found is None
                else _place(who, text, name.end + found.start("place"), name.end + found.end("place"))
            )
            if found and place:
                start = name.end + found.start("place")
                yield Spot(Facet.TOWN, start, place, text[start:place])
                break
    yield from _by_work(who, text)
    yield from _after_a_street(who, text)
    whole = text.strip(" ,.")
    if 2 < len(whole) < 40 and not named and _place(who, whole, 0, len(whole)) == len(whole):
        yield Spot(Facet.TOWN, 0, len(text), whole)  # a line of an address
    yield from _cells(
        text, header, Facet.TOWN, ("town", "home town", "hometown", "city", "location", "from", "area", "village")
    )


_AFTER_A_STREET = re.compile(rf",\s(?P<place>{_PLACE})")


def _after_a_street(who: Profile, text: str) -> Iterator[Spot]:
    """“8 Limes Avenue, Aylesbury”."""
    for street in STREET.finditer(text):
        found = _AFTER_A_STREET.match(text, street.end())
        if found is not None and POSTCODE.search(text[found.start() : found.end() + 12]):
            continue  # all of the address is shown in one
        end = 0 if found is None else _place(who, text, found.start("place"), found.end("place"))
        if found is not None and end:
            yield Spot(Facet.TOWN, street.start(), end, text[found.start("place") : end])


def _by_work(who: Profile, text: str) -> Iterator[Spot]:
    """“The Otherton social worker”: the person's own town before their own work."""
    low = text.casefold()
    for town in who.life.towns:
        for job in who.life.jobs:
            at = low.find(f"{town} {job}".casefold())
            if at >= 0:
                yield Spot(Facet.TOWN, at, at + len(town), text[at : at + len(town) + 1 + len(job)], Reach.LINE)


def _of_somebody(before: str, at: int, named: Sequence[Named]) -> bool:
    """“She comes from …”, and not “The guests came from …”."""
    return bool(_SOMEBODY.search(before)) or any(0 <= at - one.end <= 2 for one in named)


_SOMEBODY = re.compile(r"\b(?:[Ss]he|[Hh]e|[Tt]hey|I|who)\s(?:\w+\s)?$")


def _place(who: Profile, text: str, start: int, end: int, *, sure: bool = False) -> int:
    """Where the place's name ends; 0 where it is none. One nobody has heard of counts where a label says what it is."""
    words = in_words(text[start:end])
    if not words.folded or words.folded[0] in _AWAY:
        return 0
    home = who.life.own_places
    own = next((hit for hit in home.find(words.folded) if hit.at == 0), None)
    known = next((hit for hit in gazetteer.shipped().places.find(words.folded) if hit.at == 0), None)
    length = max(own.length if own else 0, known.length if known else 0)
    if not length:
        if not sure or set(words.folded) & _NO_TOWN:
            return 0
        length = len(words.folded)
    if length < len(words.folded) and words.folded[length] in _NO_TOWN:
        return 0
    after = in_words(text[end : end + 30])
    if length == len(words.folded) and after.folded and after.folded[0] in _NO_TOWN and text[end : end + 1] == " ":
        return 0
    return start + words.spans[length - 1][1]


_AWAY = word_set("the january february march april may june july august september october november december")


def _cells(
    text: str, header: str, facet: Facet, labels: Sequence[str], check: re.Pattern[str] | None = None
) -> Iterator[Spot]:
    """The cells of a row that stand under one of these labels."""
    if not header or " | " not in text:
        return
    heads = [fold(one).strip() for one in header.split(" | ")]
    at = 0
    for n, cell in enumerate(text.split(" | ")):
        if (
            n < len(heads)
            and heads[n] in labels
            and cell.strip()
            and cell.strip() not in "-–"
            and (check is None or check.match(cell))
        ):
            yield Spot(facet, at, at + len(cell), cell.strip())
        at += len(cell) + 3


_AGES = (
    "age",
    "age group",
    "cat",
    "category",
    "age cat",
    "age category",
    "dob",
    "date of birth",
    "born",
    "yob",
    "year of birth",
    "age guide",
    "age cat.",
    "ag",
    "age grp",
    "age on day",
)
_HOUSEHOLD = (
    "others at the address", "others at this address", "other occupants", "lives with", "household", "relatives",
    "family", "spouse", "partner", "children", "parents", "next of kin",
)  # fmt: skip
_AGE_CELL = re.compile(
    r"^\s*(?:[FMWLVSU][A-Z]{0,3}\s?-?\d{2}|\d{1,2}|\d{2}\s?[-–]\s?\d{2}|\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\s*$"
)
_BARE_AGE = re.compile(
    r"\s?,\s(?:aged\s)?(\d{2})(?=\s*(?:,|\.(?:\s|$)|\s(?:of|from|has|was|is|who)\b))|\s\((?:aged\s)?(\d{2})\)"
)


def ages(text: str, named: Sequence[Named], header: str) -> Iterator[Spot]:
    """An age that only stands beside the name, or under a label."""
    yield from _cells(text, header, Facet.BIRTH, _AGES, _AGE_CELL)
    yield from _cells(text, header, Facet.FAMILY, _HOUSEHOLD)
    for name in named:
        found = _BARE_AGE.match(text[name.end : name.end + 20]) if name.own else None
        if found is not None:
            start = name.end + max(found.start(1), found.start(2))
            yield Spot(Facet.BIRTH, start, start + 2, f"{text[name.start : name.end]}{found[0]}")


# -- employers -------------------------------------------------------------------------------------

_BODY = (
    r"Council|Trust|NHS|Hospital|University|College|School|Academy|Ltd\.?|Limited|PLC|plc|LLP|Services|Service"
    r"|Group|Care|Homecare"
    r"|Homes?|Association|Charity|Foundation|Solicitors|Partnership|Agency|Company|Bank|Bakery|Surgery"
    r"|Practice|Clinic|Centre|Police"
    r"|Department|Office|Society|Housing|Library|Stores?|Consulting|Engineering|Hospice|Fostering|Inspectorate"
    r"|Authority|Ministry|Works"
)
_ORG = rf"(?:[A-Z][\w&'’.-]*\s(?:(?:of|and|for|the|&)\s){{0,2}}){{1,6}}(?:{_BODY})(?![\w])(?:\s(?:of|for)\s[A-Z][\w]+)?"
_ANY = r"[A-Z][\w&'’-]+(?:\s(?:(?:of|and|for|&)\s)?[A-Z][\w&'’-]+){0,4}"
_WORKS = re.compile(
    rf"\b(?i:works?|worked|working|employed|employee|job|career|position|role|volunteers?)\s(?:part[- ]time\s"
    rf"|full[- ]time\s)?(?:as\s(?:an?\s|the\s)?[\w\s’'-]{{2,60}}?\s)?(?:at|for|with|by"
    rf"|in)\s(?:the\s)?(?P<works>{_ORG}|{_ANY})"
    rf"|\b(?i:employer|current employer|workplace|place of work|works at|works for|organisation|organization"
    rf"|company|employed by|work)\s?[:|]\s?(?P<label>{_ANY})"
    rf"|\b(?P<job>[A-Za-z-]+(?:\s[A-Za-z-]+)?),?\s(?:at|for|with|in|of|from)\s(?:the\s)?(?P<of>{_ORG})"
    rf"|\b(?P<job2>[A-Za-z-]+),\s(?P<comma>{_ORG})"
)
_JOBS = re.compile(
    r"(?:worker|manager|officer|nurse|teacher|assistant|carer|practitioner|lead|head|director|social work"
    r"|consultant|engineer|analyst"
    r"|administrator|adviser|advisor|coordinator|co-ordinator|supervisor|therapist|lecturer|accountant"
    r"|solicitor|developer|designer"
    r"|technician|driver|librarian|editor|clerk|partner|executive|specialist|chef|cook|cleaner|planner"
    r"|surveyor|midwife|doctor|gp"
    r"|psychologist|researcher|receptionist|trainer|inspector|professor|apprentice|trainee|pharmacist|dentist"
    r"|mentor|support)s?$",
    re.IGNORECASE,
)
_IS_BODY = re.compile(rf"(?:{_BODY})$")
_NO_WORK = word_set("monday tuesday wednesday thursday friday saturday sunday year reception")


def employers(who: Profile, text: str, header: str) -> Iterator[Spot]:
    """Bodies somebody works for."""
    for one in _WORKS.finditer(text):
        group = next(key for key in ("works", "label", "of", "comma") if one[key])
        job = one["job"] or one["job2"] or ""
        if job and not _is_work(job):
            continue
        start, end = one.start(group), one.end(group)
        if in_words(one[group]).folded[:1] and in_words(one[group]).folded[0] in _NO_WORK:
            continue
        sure = _IS_BODY.search(one[group].split(" of ")[0]) or _own(who, one[group])
        if group == "works" and not sure and _place(who, text, start, end):
            continue
        yield Spot(
            Facet.EMPLOYER,
            start,
            end,
            text[one.start() if group != "label" else start : end],
            Reach.ENTRY if group == "label" else Reach.LINE,
        )
    for employer in who.life.employers:
        found = re.search(rf"(?<!\w){re.escape(employer.text)}(?!\w)", text, re.IGNORECASE) if employer.text else None
        if found is not None:
            yield Spot(Facet.EMPLOYER, found.start(), found.end(), found[0], Reach.LINE)
    yield from _cells(text, header, Facet.EMPLOYER, ("employer", "organisation", "organization", "company", "works at"))


def _own(who: Profile, text: str) -> bool:
    return any(fold(one.text) == fold(text) for one in who.life.employers)


def _is_work(text: str) -> bool:
    words = in_words(text)
    return bool(_JOBS.search(text)) or any(True for _hit in occupations.shipped().titles.find(words.folded))
