"""Who is being spoken of at each line of a page.

A name holds for what follows it: in its sentence, its item, its row, under its heading. Where another name comes, or
the box ends, it holds no longer. What stands in the foot or the menus of a site is the site's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footprint.search.matching.names import fold
from footprint.search.matching.weighing import Profile
from footprint.search.reading.naming import Named, forename_alone, other_names, own_names
from footprint.search.reading.page import Block, PageTold

SITE = frozenset({"nav", "footer", "header"})
_THEIR_HEADING = re.compile(
    r"^(?:contact us|find us|our |about us|get in touch|visit|how to|more |related|other |latest|news|donate"
    r"|join|opening|venue"
    r"|where|read next|you may|most read|share|comments?$|supporters?|recent donations|sign up|newsletter"
    r"|funeral|also |upcoming|what's on|links|useful|follow|cookies|location|next |fixtures|results"
    r"|people also|similar|sponsors?|timetable|programme)",
    re.IGNORECASE,
)
ENTRIES = frozenset({"tr", "li", "dd", "dt", "address", "line"})
_LISTED = frozenset({"tr", "li", "dt", "dd", "line", "figcaption"})
_CARD = 12  # lines: more are no card of one person
_STAMP = 14  # letters: a name with hardly more than a date beside it heads what its bearer wrote
FEW = 9  # words of a sentence that is hardly more than a label
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
    header: str  # the labels of its table
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
    prose = not block.level and block.tag not in ENTRIES and len(block.text.split()) > FEW
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
