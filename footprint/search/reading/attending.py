"""Whose a thing on a page is: a walk down its lines that knows at each of them who is being spoken of.

A name holds for what follows it: in its sentence, its item, its row, under its heading. Where another name comes, or
the box ends, it holds no longer. What stands in the foot or the menus of a site is the site's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footprint.search.matching import Profile
from footprint.search.names import fold
from footprint.search.reading import living
from footprint.search.reading.naming import Named, forename_alone, other_names, own_names
from footprint.search.reading.page import Block, PageTold
from footprint.search.reading.records import Facet
from footprint.search.reading.spotting import Reach, Spot, spots

SITE = frozenset({"nav", "footer", "header"})
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
_THEIR_HEADING = re.compile(
    r"^(?:contact us|find us|our |about us|get in touch|visit|how to|more |related|other |latest|news|donate"
    r"|join|opening|venue"
    r"|where|read next|you may|most read|share|comments?$|supporters?|recent donations|sign up|newsletter"
    r"|funeral|also |upcoming|what's on|links|useful|follow|cookies|location|next |fixtures|results"
    r"|people also|similar|sponsors?|timetable|programme)",
    re.IGNORECASE,
)
_CONTACT = frozenset({Facet.PHONE, Facet.EMAIL, Facet.ADDRESS})
_ENTRIES = frozenset({"tr", "li", "dd", "dt", "address", "line"})
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
_LISTED = frozenset({"tr", "li", "dt", "dd", "line", "figcaption"})
_CARD = 12  # lines: more are no card of one person
_STAMP = 14  # letters: a name with hardly more than a date beside it heads what its bearer wrote
_LONGER = 16  # words of one line under the person's own name
_FEW = 9  # words of a sentence that is hardly more than a label
_SHORT = 170
_LINES = 6


@dataclass(frozen=True)
class Line:
    """One line with everything known about it."""

    block: Block
    own: tuple[Named, ...]
    others: tuple[Named, ...]
    held: bool  # the person is being spoken of when it begins
    weak: bool  # only in a paragraph before
    strong: bool  # by a heading, or all of the page is about them: “I” may be them
    written: bool  # the person wrote it: “I” is them
    header: str

    jobs: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    known: bool = False  # the person was named on the page before

    def by_town_and_work(self, sentence: str) -> bool:
        """“The Otherton nurse”, on a page that has named the person."""
        low = fold(sentence)
        return (
            self.known
            and low.startswith("the ")
            and any(f"{one} " in low and two in low for one in self.towns for two in self.jobs)
        )

    def by_role(self, sentence: str) -> bool:
        """“The Otherton nurse met Tom at a quiz”: the person by their work."""
        low = fold(sentence)
        return any(low.startswith("the ") and one in low[:80] for one in self.jobs)

    @property
    def entry(self) -> bool:
        """An item, a row, a label or a line of little more: not prose."""
        one = self.block
        return one.tag in ("tr", "li", "dd", "dt", "figcaption", "address", "line") or len(one.text) <= _SHORT


@dataclass
class _Hold:
    own: bool
    scope: tuple[int, ...]
    level: int
    left: int
    weak: bool = False  # named somewhere in a paragraph: good for “she”, and for little else
    writes: bool = False  # named as whoever tells this
    beside: bool = False  # in a column beside the page's own
    outer: _Hold | None = None  # who held around the box in which this one does


def is_subject(told: PageTold, who: Profile) -> bool:
    """Whether the page is about the person: its title or heading begins with their name, or is a profile of it."""
    if told.blocks and told.blocks[0].tag in ("line", "text"):
        return False  # plain text: its first line is a letterhead as often as a title
    for text in (told.heading, told.title):
        own = own_names(who, text[:200])
        if own and len(text[: own[0].start].split()) <= 3 and not other_names(who, text[:200], own):
            return True
    return any(one.kind == "ProfilePage" for one in told.facts) and bool(own_names(who, told.title))


def lines(told: PageTold, who: Profile) -> Iterator[Line]:
    """Every line that is not of the site itself, with who is spoken of."""
    subject = is_subject(told, who)
    about, signed = subject, _signed(told, who)
    jobs, towns = (tuple(fold(one) for one in several) for several in (who.life.jobs, who.life.towns))
    hold: _Hold | None = None
    known = False
    named = list(_named(told, who))
    cards = _cards_of(named)
    for at, (block, own, others, header) in enumerate(named):
        known = known or bool(own)
        hold = _still(hold, block)
        if block.level:
            about = subject and (bool(own) or not (_THEIR_HEADING.search(block.text) or others))
        beside = block.where == "aside"
        held = hold.own and hold.beside is beside if hold is not None else about and not beside
        yield Line(
            block,
            own,
            others,
            held=held or _in(cards, block),
            weak=hold is not None and hold.weak,
            strong=hold is None or hold.level > 0 or hold.writes,
            written=at < signed,
            header=header,
            jobs=jobs,
            towns=towns,
            known=known,
        )
        hold = _after(hold, block, own, others, [one[0] for one in named[at + 1 : at + 2]])


_NamedBlock = tuple[Block, tuple[Named, ...], tuple[Named, ...], str]


def _named(told: PageTold, who: Profile) -> Iterator[_NamedBlock]:
    """Each line with who is named in it, and with the labels of its table."""
    given, header, in_table = "", "", False
    for block in told.blocks:
        if block.where in SITE:
            continue
        if block.tag not in ("tr", "th"):
            header, in_table = "", False
        elif block.tag == "th" or (not in_table and _is_header(block.text)):
            header, in_table = block.text, True
        own = own_names(who, block.text)
        given = given or next((one.given for one in own if one.given), "")
        if given:
            own = _with(own, forename_alone(block.text, given))
        listed = block.level > 0 or block.tag in _LISTED
        bare = listed and not (block.tag == "tr" and own)  # beside the person’s name a row holds cars and clubs
        yield block, own, other_names(who, block.text, own, entry=bare), header


def _cards_of(named: Sequence[_NamedBlock]) -> frozenset[tuple[int, ...]]:
    """Items and cards in which the person is named and nobody else."""
    counted: dict[tuple[int, ...], tuple[bool, bool, int]] = {}
    for block, own, others, _header in named:
        if block.card:
            scope = block.inside[: block.card]
            mine, theirs, many = counted.get(scope, (False, False, 0))
            counted[scope] = (mine or bool(own), theirs or bool(others), many + 1)
    return frozenset(scope for scope, (mine, theirs, many) in counted.items() if mine and not theirs and many <= _CARD)


def _in(cards: frozenset[tuple[int, ...]], block: Block) -> bool:
    return block.card > 0 and block.inside[: block.card] in cards


_YOURS = re.compile(r"\b(?:yours|regards|best wishes|sincerely|faithfully|truly|signed)\b", re.IGNORECASE)


def _signed(told: PageTold, who: Profile) -> int:
    """The number of the line with which a letter of the person's ends; 0 where there is none."""
    blocks = [one for one in told.blocks if one.where not in SITE]
    for at, block in enumerate(blocks):
        closes = len(block.text) < 60 and bool(_YOURS.search(block.text))
        if closes and any(own_names(who, one.text[:80]) for one in blocks[at : at + 4]):
            return at
    return 0


def _with(own: Sequence[Named], more: Sequence[Named]) -> tuple[Named, ...]:
    kept = [one for one in more if not any(one.start < other.end and other.start < one.end for other in own)]
    return tuple(sorted((*own, *kept), key=lambda one: one.start))


def _is_header(text: str) -> bool:
    cells = [fold(one).strip() for one in text.split(" | ")]
    return len(cells) > 1 and any(one in ("name", "runner", "member", "athlete") for one in cells) and len(text) < 200


def _still(hold: _Hold | None, block: Block) -> _Hold | None:
    """What holds on when this line begins; behind a box, who held before it."""
    while hold is not None:
        ends = block.level and (not hold.level or block.level <= hold.level or _THEIR_HEADING.search(block.text))
        hold.left -= 1
        if block.inside[: len(hold.scope)] == hold.scope and not ends and hold.left >= 0:
            return hold
        hold = hold.outer
    return None


def _after(
    hold: _Hold | None, block: Block, own: Sequence[Named], others: Sequence[Named], following: Sequence[Block]
) -> _Hold | None:
    """Who holds for the lines to come: whoever was named last in this one."""
    if not own and not others:
        loose = hold is not None and hold.own and not hold.level and not block.card and not block.level
        return _Hold(False, block.inside[:-1], 0, _LINES) if loose and _A_BODY.search(block.text) else hold
    last = max((*own, *others), key=lambda one: one.start)
    scope, left = block.inside[:-1], 60 if block.level else _LINES
    if block.card and block.tag != "th":
        scope, left = block.inside[: block.card - bool(_NAME_LABEL.match(block.text))], 40
    elif block.tag in ("line", "text"):
        scope = block.inside
    elif block.level:
        after = following[0].inside if following else ()
        for _n in range(2):  # a heading that stands in a box of its own speaks of what comes after the box
            if scope and after[: len(scope)] != scope:
                scope = scope[:-1]
    prose = not block.level and block.tag not in _ENTRIES and len(block.text.split()) > _FEW
    alone = bool(block.card) and last.own and not block.level and len(block.text) - (last.end - last.start) < _STAMP
    by = alone or _is_by(block.text, last)
    around = hold if hold is None or len(scope) > len(hold.scope) else hold.outer
    return _Hold(last.own, scope, block.level, left, prose, by, block.where == "aside", around)


# A line of an address that begins somebody else's: the office a letter goes to.
_A_BODY = re.compile(
    r"^(?:[\w&'’.-]+\s){0,5}(?:Team|Hall|Council|Offices?|Department|Dept|Ltd|Limited|Club|Society|Services"
    r"|Committee|Editor"
    r"|Planning|Guildhall|Manager|Officer|Clerk|Authority|House of Commons)$"
)
_BY = re.compile(
    r"\b(?:organi[sz]ed|organi[sz]er|written|posted|started|created|fundraising|story)(?:\sby|:)?\s$", re.IGNORECASE
)


def _is_by(text: str, name: Named) -> bool:
    """“Organised by Ada Example”: what follows in the first person is hers."""
    return name.own and bool(_BY.search(text[max(0, name.start - 24) : name.start]))


_NAME_LABEL = re.compile(r"^\s*(?:full |display |sur|your )?name\s?[:|]", re.IGNORECASE)


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
    few = len(sentence.split()) <= _FEW
    whole = len(sentence) >= len(line.block.text) - 1 and not sentence.rstrip().endswith((".", "!", "?"))
    label = few or (line.entry and whole) or line.block.tag in _ENTRIES
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
    if spot.facet is Facet.ADDRESS and line.block.tag not in _ENTRIES:
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
