"""Whose a thing on a page is: every line is looked through for things, and they belong to who is spoken of there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footprint.search.matching.weighing import Profile
from footprint.search.reading import living
from footprint.search.reading.holding import ENTRIES, FEW, Line, lines
from footprint.search.reading.naming import Named
from footprint.search.reading.page import PageTold
from footprint.search.reading.records import Facet
from footprint.search.reading.spotting import Reach, Spot, spots

_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMs\.)(?<!\b[A-Z]\.)[”\"’)]?\s+(?=[A-Z“\"(\d])|[•·;]"
)
_SHE = re.compile(r"\b(?:she|he|her|his|him|they|their|hers|theirs)\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"(?:reception|switchboard|box office|office|helpline|hotline|customer services?|press (?:office"
    r"|enquiries)|general enquiries|main line"
    r"|call us|contact us|ring us|phone us|email us|write to us|e-mail us|visit us|find us|get in touch"
    r"|to book|bookings?|to donate|donations?|tickets?|entries|enter online"
    r"|registered (?:office|address|charity)|head office|charity (?:no|number)|company (?:no|number)|venue"
    r"|ground|club ?house|clubhouse|meet(?:s|ing)? at|where"
    r"|held at|takes place at|start(?:s|ing)? (?:at|from)|funeral (?:directors?|service)|(?:service|wake) at"
    r"|our address|return to|site(?: address)?|sat ?nav|parking|fax|more information|further information"
    r"|further details"
    r"|for details|enquiries|the council|samaritans|childline|emergenc\w+|out of hours|published by|copyright"
    r"|newsdesk|news desk|case officer|location of (?:works|site)|development at|land at|proposal)\b[^.;"
    r"|]{0,45}$",
    re.IGNORECASE,
)
_CONTACT = frozenset({Facet.PHONE, Facet.EMAIL, Facet.ADDRESS})
_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e)\b")
_HIS = re.compile(r"(?:his|her|their)\b", re.IGNORECASE)
# The last label before a number; one that is no word for a person's own number speaks of somebody else's.
_LABEL = re.compile(r"(?:^|[.|,;–-]\s*)((?:[\w’'/]+\s?){1,4}):[^:]{0,60}$")
_OWN_LABEL = re.compile(
    r"\b(?:tel|telephone|phone|ph|mob|mobile|cell|home|work|direct|line|landline|number|e-?mail|mail|contact"
    r"|address|call|ring|text"
    r"|whatsapp|name|secretary|chair\w*|treasurer|president|captain|coach|leader|officer|member|clerk"
    r"|organiser|coordinator|steward|manager"
    r"|trustee|runner|driver|owner|applicant|objector|signed|from|correspondence|residence|lives|t|m|e|kit"
    r"|fixtures?|membership)\b",
    re.IGNORECASE,
)
_BODY_LABEL = re.compile(
    r"\b(?:bar|hall|club|shop|ground|pavilion|reception|kitchen|courts?|sponsors?|caf[eé]|church|school)\b",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(
    r"(?:\b(?:Ltd|Limited|plc|LLP|Hall|Club|Church|Chapel|School|Centre|Center|Office|Offices|Council|Library"
    r"|Surgery|Hospital|Hotel|Inn|Arms"
    r"|Theatre|Trust|Rooms|Guildhall|Pavilion|Stadium|Museum|Crematorium|Shop|Stores?|Forum|Boathouse|House of)),?\s*$"
)
_HOME = re.compile(
    r"\b(?:lives?|lived|living|home|house|flat|resid\w+|moved|address|of|write to|from|stays?|staying|bungalow"
    r"|owns?)\b",
    re.IGNORECASE,
)
_OTHERS_NUMBER = re.compile(
    r"\b(?:anyone|anybody|police|residents|people|the public|us|council|office|information|said|says|told"
    r"|charity|hotline)\b",
    re.IGNORECASE,
)
_BESIDE = 3  # letters
_NEAR = 120  # letters before a number in which a label may stand
_MOST = 40  # things in one line that are looked at
_LONGER = 16  # words of one line under the person's own name


def belongs(spot: Spot, line: Line) -> bool:
    """Whether what was spotted is the person's."""
    text = line.block.text
    start, end = _sentence(text, spot.start)
    names = sorted((*line.own, *line.others), key=lambda one: one.start)
    since = max((one.end for one in line.own if start <= one.end <= spot.start), default=start)
    if spot.facet in _CONTACT and _theirs(spot, text[since : spot.start]):
        return False
    inside = next((one for one in names if one.start < spot.end and spot.start < one.end), None)
    if (inside is not None and inside.own) or line.by_town_and_work(text[start:end]):
        return True
    before = next((one for one in reversed(names) if one.end <= spot.start + 1), None)
    after = next((one for one in names if one.start >= spot.end - 1), None)
    if before is not None and before.start >= start:
        return before.own and _fits(spot, before, line)
    if after is not None and after.end <= end:
        if spot.facet is Facet.FAMILY and after.start - spot.end > _BESIDE:
            return False  # “husband of Joan, and father of …”: of whoever the sentence began with
        if after.own and not _HIS.match(spot.words):
            return _leads(spot, after)
        if spot.reach is Reach.LINE and inside is None:
            return False
    if before is None and line.written and _I.search(text[start:end]):
        return _says_home(spot, text[start:end])
    spoken = before.own if before is not None else line.held
    return spoken and _spoken_of(spot, line, text[start:end], first=before is None)


def _spoken_of(spot: Spot, line: Line, sentence: str, *, first: bool) -> bool:
    """In a sentence that names nobody, after the person was named or under their name."""
    if first and not line.strong and _I.search(sentence):
        return False  # whoever speaks here is not the one named before
    few = len(sentence.split()) <= FEW
    whole = len(sentence) >= len(line.block.text) - 1 and not sentence.rstrip().endswith((".", "!", "?"))
    label = few or (line.entry and whole) or line.block.tag in ENTRIES
    if spot.reach is Reach.ENTRY and label and not (first and line.weak):
        return not _is_bare_code(spot) or _places_only(sentence[: sentence.find(spot.words)])
    if first and line.strong and spot.facet is Facet.ADDRESS and _HOME.search(sentence):
        return True
    if _SHE.search(sentence) or line.by_role(sentence) or (first and line.strong and _I.search(sentence)):
        return _says_home(spot, sentence)
    own = first and spot.reach is Reach.LINE and line.entry and line.strong and len(sentence.split()) <= _LONGER
    return own or (few and line.entry and not (first and line.weak))


def _says_home(spot: Spot, sentence: str) -> bool:
    """In prose an address is somebody's home only where it says so: “She walked down 12 Mill Lane” does not."""
    return spot.facet is not Facet.ADDRESS or bool(_HOME.search(sentence))


def _is_bare_code(spot: Spot) -> bool:
    return spot.facet is Facet.ADDRESS and len(spot.words) <= 8


def _places_only(before: str) -> bool:
    """Before a bare postcode only its town may stand: a firm's or a hall's name makes it theirs."""
    return len(before.split()) <= 4


def _theirs(spot: Spot, before: str) -> bool:
    """A number or place that is said to be somebody's or something's own: “Sponsors: Dale Cycles 01632 …”."""
    before = before[-_NEAR:]
    if _THEIRS.search(before):
        return True
    if spot.facet is Facet.ADDRESS and _OF_A_BODY.search(before):
        return True
    label = _LABEL.search(before)
    return label is not None and (bool(_BODY_LABEL.search(label[1])) or not _OWN_LABEL.search(label[1]))


def _fits(spot: Spot, name: Named, line: Line) -> bool:
    """A thing of the last name before it, unless what stands between makes it another's."""
    between = line.block.text[name.end : spot.start]
    if len(between) > (220 if spot.reach is Reach.ENTRY else 160):
        return False
    if spot.facet in (Facet.PHONE, Facet.EMAIL):
        return not _OTHERS_NUMBER.search(between)
    if spot.facet is Facet.ADDRESS and line.block.tag not in ENTRIES:
        return len(between.split()) <= 4 or bool(_HOME.search(between))
    return True


def _leads(spot: Spot, name: Named) -> bool:
    """Something that stands before the name: “Otherton mum Ada Example”, “07700 … (Ada Example)”."""
    return name.start - spot.end < (60 if spot.reach is Reach.LINE else 90)


def _sentence(text: str, at: int) -> tuple[int, int]:
    start, end = 0, len(text)
    for one in _SENTENCE.finditer(text):
        if one.end() <= at:
            start = one.end()
        elif one.start() >= at:
            end = one.start()
            break
    return start, end


def things(told: PageTold, who: Profile) -> Iterator[Spot]:
    """Everything on the page that is the person's."""
    for line in lines(told, who):
        text = line.block.text
        found = [
            *spots(text, line.header),
            *living.towns(who, text, line.own, line.header),
            *living.ages(text, line.own, line.header),
            *living.employers(who, text, line.header),
        ]
        yield from (one for one in found[:_MOST] if belongs(one, line) and not _across_titles(one, line))
        if line.block.links:
            yield from _linked(line)


def _across_titles(spot: Spot, line: Line) -> bool:
    """“… and relatives | Find-a-People”: outside a table a bar parts a title from the name of its site."""
    return "|" in spot.words and line.block.tag not in ("tr", "th")


def _linked(line: Line) -> Iterator[Spot]:
    """What is only behind a link: “Email Ada”."""
    names = sorted((*line.own, *line.others), key=lambda one: one.start)
    mine = names[-1].own and not line.others if names else line.held and line.entry
    for link in line.block.links if mine else ():
        if link in line.block.text:
            continue
        yield from (Spot(one.facet, 0, 0, one.words) for one in spots(link) if one.facet in (Facet.PHONE, Facet.EMAIL))
