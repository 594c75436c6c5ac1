"""What in a line looks like something about somebody: numbers, addresses, dates, schools. Whose it is comes later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from footprint.search.reading.records import Facet
from footprint.wordlists import words as word_set


class Reach(IntEnum):
    """How close the person's name has to stand."""

    LINE = 0  # in the same sentence, or a word that stands for the person
    ENTRY = 1  # anywhere in what belongs to them: an item, a row, the lines under their name


@dataclass(frozen=True)
class Spot:
    """Something found: from letter `start` to `end` of its line, and the words to show."""

    facet: Facet
    start: int
    end: int
    words: str
    reach: Reach = Reach.ENTRY


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?,?\s+\d{{4}}|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|{_MONTH}\s+\d{{4}})"
)

# -- contact ---------------------------------------------------------------------------------------

_PHONE = re.compile(r"(?<![\w/.+-])(?:(?:\+44|0044)\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s().-]{0,2}\d){8,9}(?![\d/-]|\.\d)")
_EMAIL = re.compile(
    r"(?<![\w.+@-])[a-z0-9][\w.+'-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?![\w@])", re.IGNORECASE
)
_AT = r"\s{0,3}(?:\(\s?at\s?\)|\[\s?at\s?\]|\{\s?at\s?\}|<at>|_at_)\s{0,3}"
_DOT = r"\s{0,3}(?:\(\s?dot\s?\)|\[\s?dot\s?\]|\{\s?dot\s?\}|\sdot\s|_dot_|\.)\s{0,3}"
_HIDDEN = re.compile(
    rf"(?<![\w.+@-])([a-z0-9][\w.+-]{{0,40}}(?:\s(?:dot)\s[\w-]{{1,30}}){{0,3}})(?:{_AT}|\s(?:at"
    rf"|AT)\s(?=[\w-]{{2,40}}\s?(?:dot|DOT|\(dot\)|\[dot\])))"
    rf"((?:[\w-]{{1,40}}{_DOT}){{1,4}}[a-z]{{2,24}})(?![\w@])",
    re.IGNORECASE,
)
_NOBODYS = word_set(
    "info information enquiries enquiry inquiries admin administrator office contact contactus hello mail "
    "post reception"
    " removals removal optout opt-out unsubscribe abuse letters"
    " support help helpdesk press media web webmaster feedback bookings booking sales team general "
    "customerservices"
    " customer service services planning council noreply no-reply donotreply donations fundraising membership events"
    " entries results news newsdesk editor editorial complaints foi dpo privacy data hr jobs recruitment careers"
    " school clerk registrar reservations shop volunteering volunteer racing race"
)
_FREE = re.compile(r"^(?:\+?44|0044|0)?\s?\(?0?\)?\s?(?:8|3[03478])")


def _contact(text: str) -> Iterator[Spot]:
    for one in _PHONE.finditer(text):
        if _is_number(one[0]) and not _FREE.match(one[0].lstrip("(")):
            yield Spot(
                Facet.PHONE,
                one.start(),
                one.end(),
                one[0].strip(" ()") if one[0].count("(") != one[0].count(")") else one[0],
            )
    for pattern in (_EMAIL, _HIDDEN):
        for one in pattern.finditer(text):
            local = re.split(r"@|\s|\(|\[", one[0], maxsplit=1)[0].lower()
            if local not in _NOBODYS:
                yield Spot(Facet.EMAIL, one.start(), one.end(), one[0])


def _is_number(text: str) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_possible_number(number)) and number.country_code == 44


# -- where somebody lives --------------------------------------------------------------------------

POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?) ?\d[ABD-HJLNP-UW-Z]{2})\b"
)
_STREETS = (
    r"Street|St\b\.?|Road|Rd\b\.?|Lane|Ln\b|Avenue|Ave\b|Close|Cl\b|Drive|Dr\b|Way|Court|Crescent|Cres\b"
    r"|Terrace|Place|Gardens|Gdns\b"
    r"|Grove|Hill|Mews|Row|Walk|Green|Rise|View|Square|Fold|Brow|Croft|Gate|Cottages|Bank|Parade|Chase|Copse|Meadows?"
    r"|Heights|Vale|Mount|Wharf|Approach|Orchard|Villas|Side|Common|Wynd|Loan|Brae|Quay"
)
STREET = re.compile(
    rf"(?<![\w£:/.-])(?:(?:Flat|Apartment|Apt|Unit)\s\w{{1,4}},?\s(?:[A-Z]\w+\s(?:House|Court),?\s)?)?"
    rf"\d{{1,4}}(?:/\d{{1,3}})?[A-Za-z]?,?\s"
    rf"(?:(?:The\s)?(?:[A-Z][\w'’-]+\s?){{1,3}},\s)?"  # the name of a row of houses, or of a village’s lane
    rf"(?:[A-Z][\w'’-]+\s){{0,3}}?(?:(?:The|St\.?)\s)?(?:[A-Z][\w'’-]+\s)(?:{_STREETS})(?![\w'’])"
    rf"|(?<![\w£:/.-])\d{{1,4}}[A-Za-z]?,?\sThe\s[A-Z][\w'’-]+(?=[,.]|\s[A-Z]|\s?$)"
    rf"|(?<![\w£:/.-])\d{{1,4}}[A-Za-z]?,?\s(?:Heol|Ffordd|Stryd|Maes|Lôn|Rhodfa|Bryn|Cae|Tan)"
    rf"(?:\s(?:y|yr|Y|Yr|[A-Z][\w'’-]+)){{1,4}}"  # as addresses are written in Wales
    rf"|(?<![\w-])(?:The\s)?(?:[A-Z][\w'’-]+\s){{1,2}}(?:Cottage|House|Farm|Farmhouse|Lodge|Barn|Bungalow|Villa),\s"
    rf"(?:[A-Z][\w'’-]+\s){{1,3}}(?:{_STREETS})(?![\w'’])"
)
_BETWEEN = re.compile(r"^[,|\s]{1,4}(?:[A-Z][\w'’-]*(?:[,|\s-]{1,3}|\bon\b|\bthe\b|\bupon\b){0,3}){0,7}$")


def _addresses(text: str) -> Iterator[Spot]:
    codes = list(POSTCODE.finditer(text))
    used: set[int] = set()
    for street in STREET.finditer(text):
        end = street.end()
        near = next((n for n, one in enumerate(codes) if one.start() >= end), None)
        if near is not None and codes[near].start() - end < 80 and _BETWEEN.match(text[end : codes[near].start()]):
            used.add(near)
            end = codes[near].end()
        yield Spot(Facet.ADDRESS, street.start(), end, text[street.start() : end])
    for n, one in enumerate(codes):
        if n not in used:
            yield Spot(Facet.ADDRESS, one.start(), one.end(), one[0])


# -- age -------------------------------------------------------------------------------------------

_BIRTH = re.compile(
    rf"\bborn\s(?:on\s|in\s)?(?:the\s)?(?:{_DATE}|(?:19|20)\d\d)\b"
    rf"|\b(?:date of birth|d\.?o\.?b\.?|birthday|born)\s?[:|]?\s?(?:{_DATE}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})\b"
    r"|\bage(?:\s\w+){0,3}\s?[:|]\s?\d{1,2}\b|\byear of birth\s?[:|]?\s?(?:19|20)\d\d\b"
    r"|\b(?:now |then )?aged\s(?:\d{2}|\d(?!\d))\b(?!\s?(?:to|-|–|and (?:over|under)|\+|or))"
    r"|\b\d{2}[- ]year[- ]old\b|\b\d{2}\syears?\s(?:old|of age)\b"
    r"|\b(?:turned|turns|turning)\s\d{2}\b|\b(?:\d{2}(?:th|st|nd|rd)|thirtieth|fortieth|fiftieth|sixtieth"
    r"|seventieth)\sbirthday\b",
    re.IGNORECASE,
)
_AGE_BAND = re.compile(r"\baged\s\d{2}\s?(?:to|-|–)\s?\d{2}\b")
_CATEGORY = re.compile(r"(?<![\w-])[FMWLVS]{1,2}[ -]?(?:[2-8][05])(?:\s?-\s?\d\d)?(?![\w-])")
_AGE_CELL = re.compile(r"^\s*(?:1[6-9]|[2-9]\d)\s*$")


def _births(text: str) -> Iterator[Spot]:
    for one in _BIRTH.finditer(text):
        yield Spot(Facet.BIRTH, one.start(), one.end(), one[0])
    for one in (*_CATEGORY.finditer(text), *_AGE_BAND.finditer(text)):
        yield Spot(Facet.BIRTH, one.start(), one.end(), one[0], Reach.LINE)


# -- family ----------------------------------------------------------------------------------------

_KIN = (
    r"(?i:(?:step|grand|great[- ]grand|god|foster )?(?:son|daughter|mother|father|children|child|parent|mum|dad)s?"
    r"(?:[- ]in[- ]law)?|wife|husband|spouse|partner|fianc[ée]e?|widow(?:er)?|mam|mummy|daddy|kids|twins|twin"
    r"|sisters?|brothers?|(?:sister|brother)[- ]in[- ]law|gran|grandma|granny|nan|nana|grandad|grandpa|aunt(?:ie|y)?"
    r"|uncle|nieces?|nephews?|cousins?|toddler|baby)"
)
_NUMBER = r"(?:one|two|three|four|five|six|[1-9])"
_ONE = r"[A-Z][\w'’-]+"
_SEVERAL = rf"{_ONE}(?:(?:,\s|\s|,?\sand\s|\s&\s){_ONE}){{0,5}}"
_FAMILY = re.compile(
    rf"\b(?i:her|his|their|my)\s(?:\w+[- ]){{0,3}}?{_KIN}\b(?:,?\s{_SEVERAL})?"
    rf"|\b{_KIN}[- ](?:of|to)[- ](?:the\s)?(?:late\s)?(?:{_NUMBER}\b(?:\s(?:children|boys|girls|kids))?|{_SEVERAL}"
    rf"|an?\s(?:\w+\s){{0,2}}(?:son|daughter|boy|girl|toddler|child))"
    rf"|\b{_KIN}\s{_ONE}"
    rf"|\b(?:has|have|with)\s{_NUMBER}\s(?:\w+\s)?(?:children|sons|daughters|kids|boys|girls|grandchildren)\b"
    rf"|\b(?i:{_NUMBER})\s(?:children|sons|daughters|kids|boys|girls)(?=\sat\b)"
    rf"|\b(?:a|an)\s(?:\w+\s)?(?:son|daughter|baby boy|baby girl|boy|girl),?\s{_ONE}"
    rf"|\b(?:(?i:married|engaged|wed)\s(?:to\s)?){_ONE}(?:\s{_ONE})?"
    rf"|\b(?i:spouse|partner|children|married to|husband|wife|parents|siblings?|family|next of kin|mother|father"
    rf"|sister|brother|son|daughter|lives with|other people (?:here|at this address)|other (?:occupants"
    rf"|residents)|household|relatives)\s?[:|]\s?"
    rf"(?:[A-Z\d][\w'’-]*)(?:[ ,&]{{1,3}}(?:and\s)?{_ONE}){{0,5}}",
)
_NO_KIN = re.compile(
    r"\b(?:parent[- ]?(?:governor|council|teacher|rep)|family support|partner\s(?:trust|school)"
    r"|sister (?:company|paper|school|club|site|team)|mothers?[’' ]?s? day|fathers?[’' ]?s? day"
    r"|parents?[’' ]? evening|partner organi)",
    re.IGNORECASE,
)


def _families(text: str) -> Iterator[Spot]:
    for one in _FAMILY.finditer(text):
        if not _NO_KIN.search(text[one.start() : one.end() + 20]):
            yield Spot(
                Facet.FAMILY, one.start(), one.end(), one[0], Reach.ENTRY if re.search(r"[:|]", one[0]) else Reach.LINE
            )


# -- a child's school ------------------------------------------------------------------------------

_SCHOOL_NAME = re.compile(
    r"(?:St\.?\s|The\s)?(?:[A-Z][\w'’.-]+\s){1,4}?(?:(?:C of E|CofE|CE|RC|Church of England|Catholic|Community"
    r"|County|Welsh|and|&|Infant|Junior|Primary|High|Grammar|Secondary|Nursery|Free)\s){0,4}"
    r"(?:(?:Primary|Infants?|Juniors?|Nursery|High|Grammar|Secondary)(?:\s(?:School|Academy))?|School|Academy"
    r"|Pre-?school|Playgroup|College)(?![\w])"
)
_CHILD = re.compile(
    r"\b(?:sons?|daughters?|child(?:ren)?|kids|twins|boys?|girls?|grandsons?|granddaughters?|grandchildren|pupil)\b"
    r"|\b(?:parent[- ]governor|parent[- ]rep(?:resentative)?|class rep|PTF?A|parent[- ]teacher"
    r"|parents[’'] association|parent (?:of|at)|(?:mum|mother|dad|father|parent) (?:of|to|at|from))\b",
    re.IGNORECASE,
)
_TEACHES = re.compile(
    r"\b(?:teach(?:er|es|ing)|taught|head ?teacher|headmistress|headmaster|head of|teaching assistant|TA|SENCO"
    r"|caretaker|lecturer|tutor|principal"
    r"|educated|studied|attended|old (?:boy|girl)|alumn\w+|former pupil|class of|works?|worked|employed)\b",
    re.IGNORECASE,
)


def _schools(text: str) -> Iterator[Spot]:
    for one in _SCHOOL_NAME.finditer(text):
        around = text[max(0, one.start() - 110) : one.end() + 50]
        child = _CHILD.search(around)
        if child is None:
            continue
        near = text[max(0, one.start() - 40) : one.start()]
        if _TEACHES.search(near) and not _CHILD.search(near):
            continue
        yield Spot(Facet.SCHOOL, one.start(), one.end(), one[0], Reach.LINE)


# -- cars ------------------------------------------------------------------------------------------

_PLATE = re.compile(
    r"(?<![\w-])(?:[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1-7]\d)\s?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-Z]{3}"
    r"|[A-Z]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y])(?![\w-])"
)
_CAR = re.compile(
    r"\b(?:reg(?:istration)?(?: number| no\.?| plate)?|number ?plate|plate|car|van|vehicle|motor(?:bike|cycle)?|mini|"
    r"ford|fiesta|vauxhall|corsa|astra|volkswagen|vw|golf|bmw|audi|honda|toyota|nissan|peugeot|renault|clio"
    r"|fiat|kia|hyundai|skoda|seat|mg|triumph|morris|land ?rover|campervan|hatchback|estate)\b",
    re.IGNORECASE,
)


def _plates(text: str, heading: str) -> Iterator[Spot]:
    for one in _PLATE.finditer(text):
        if _CAR.search(text[max(0, one.start() - 90) : one.end() + 40]) or _CAR.search(heading):
            yield Spot(Facet.PLATE, one.start(), one.end(), one[0])


def spots(text: str, heading: str = "") -> tuple[Spot, ...]:
    """Everything in a line that may be about somebody, in its order. `heading`: the labels of its table."""
    found = [*_contact(text), *_addresses(text), *_births(text), *_families(text), *_schools(text)]
    found += _plates(text, heading)
    return tuple(sorted(found, key=lambda one: one.start))
