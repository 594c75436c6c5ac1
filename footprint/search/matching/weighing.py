"""How likely a finding is about the person, with every point for or against said in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from footprint.i18n import _
from footprint.person import Account, Detail, DetailKind
from footprint.search.addresses import canonical
from footprint.search.matching import signs
from footprint.search.matching.commonness import is_common
from footprint.search.matching.identity import full_names
from footprint.search.matching.learning import NOTHING_LEARNED, Learned, LessonKind, lesson_reasons
from footprint.search.matching.names import NameTable, shipped
from footprint.search.matching.people import Fit, PersonName, Seen, look_for, person_name
from footprint.search.matching.signs import Life
from footprint.search.matching.surroundings import around
from footprint.search.records import Band, Finding, Match, Reason

_LIKELY, _MAYBE = 60, 15
# A whole name of which few share the family name, and one many have; in the title, the text and the address.
_RARE, _COMMON = (46, 44, 40), (32, 30, 26)
# How much of the points of a full name a weaker fit is worth, in tenths.
_WORTH = {Fit.NEARLY: 5, Fit.INITIAL: 4, Fit.PART: 7, Fit.SHORT: 9, Fit.SPELLING: 9, Fit.FORMER: 10, Fit.EXACT: 10}
# Of a host name or a long handle only the first part can name somebody.
_HOST = re.compile(r"\b([\w-]+)(?:\.[\w-]+){2,}")
_NUMBER = re.compile(r"\+?\d[\d\s().-]{7,}\d")


@dataclass(frozen=True)
class Profile:
    """The person's details made ready for comparing. Kept here also are those that may never be sent."""

    names: tuple[PersonName, ...]
    life: Life
    handles: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    accounts: frozenset[str]
    telling: frozenset[str]
    table: NameTable = field(repr=False)


def profile(details: Iterable[Detail], accounts: Iterable[Account] = ()) -> Profile:
    """Names, places and contact points, and the addresses and handles of the person's accounts."""
    known, present = tuple(details), tuple(accounts)
    handles = [*(one.text for one in known if one.kind is DetailKind.HANDLE), *(one.handle for one in present)]
    found = (person_name(one.text, one.given, one.family, former=one.former) for one in full_names(known))
    names = tuple(name for name in found if name is not None)
    own = tuple(dict.fromkeys(_handle(text) for text in handles if len(_handle(text)) > 3))
    return Profile(
        names=names,
        life=signs.life(known),
        handles=own,
        emails=tuple(one.text.strip().casefold() for one in known if one.kind is DetailKind.EMAIL and "@" in one.text),
        phones=tuple(number for one in known if one.kind is DetailKind.PHONE and (number := _digits(one.text))),
        accounts=frozenset(canonical(one.address) for one in present if one.address),
        telling=frozenset(one for one in own if _is_telling(one, names)),
        table=shipped(),
    )


def judge(who: Profile, finding: Finding, learned: Learned = NOTHING_LEARNED) -> Match:
    """Score and reasons, from what the search showed. The app sorts by it and hides nothing because of it."""
    reasons = [*_hard(who, finding), *_name_reasons(who, finding, learned)]
    reasons += lesson_reasons(finding, learned)
    if finding.on_register:
        reasons.append(Reason(_("This site keeps a public register of people who do your kind of work."), 0))
    score = sum(reason.points for reason in reasons)
    if not reasons:
        reasons = [Reason(_("Your name is not in what the search showed."), 0)]
    band = Band.LIKELY if score >= _LIKELY else Band.MAYBE if score >= _MAYBE else Band.UNLIKELY
    return Match(score, band, tuple(reasons))


def _hard(who: Profile, finding: Finding) -> list[Reason]:
    """Details that hardly anybody else has."""
    text = f"{finding.title}\n{finding.snippet}\n{unquote(finding.address)}"
    low = text.casefold()
    found = [
        Reason(_("Your email address {email} is there.").format(email=email), 80)
        for email in who.emails
        if re.search(rf"(?<![\w.+-]){re.escape(email)}(?![\w-]|\.\w)", low)
    ]
    if who.phones:
        numbers = {_digits(number) for number in _NUMBER.findall(text)}
        found += [Reason(_("Your phone number is there."), 80) for phone in who.phones if phone in numbers]
    if finding.canonical in who.accounts:
        found.append(Reason(_("This is the address of an account you told us about."), 80))
    pieces = {piece.lstrip("@").casefold() for piece in unquote(finding.canonical).split("?")[0].split("/")[3:]}
    for handle in who.handles:
        if handle in pieces:
            found.append(Reason(_("The address ends in your username {handle}.").format(handle=handle), 45))
        elif handle in low and re.search(rf"(?<![\w.@])@{re.escape(handle)}(?![\w-])", low):
            found.append(Reason(_("Your username @{handle} is there.").format(handle=handle), 35))
        elif handle in who.telling and handle in low and re.search(rf"(?<![\w.@-]){re.escape(handle)}(?![\w-])", low):
            found.append(Reason(_("Your username {handle} is there.").format(handle=handle), 35))
    return found


def _name_reasons(who: Profile, finding: Finding, learned: Learned) -> Iterator[Reason]:
    """The best place a name stands in counts once, and after it what stands around it."""
    seen, reason = _best(who, finding)
    if finding.named and (reason is None or reason.points < 25):
        yield Reason(_("This profile came up in a look for the name {name}.").format(name=finding.named), 30)
    elif reason is not None:
        yield reason
    if seen is None or not seen.whole:
        if seen is not None:
            yield from signs.family_signs(f"{finding.title}\n{finding.snippet}", who.names)
        yield from signs.lone_signs(who.life, f"{finding.title}\n{finding.snippet}", finding.host)
        return
    near = around(finding.title, finding.snippet, seen.name, who.table)
    yield from signs.place_signs(who.life, near, learned.keys(LessonKind.PLACE))
    yield from signs.employer_signs(who.life, near, finding.host)
    yield from signs.work_signs(who.life, near)
    yield from signs.time_signs(near, seen.name.family[-1])
    if seen.given is Fit.INITIAL:
        yield from signs.firm_signs(near, seen.name.family[-1])
    yield from signs.all_forenames(near, seen.name)
    yield from signs.both_names(near, seen.name, who.names)


def _best(who: Profile, finding: Finding) -> tuple[Seen | None, Reason | None]:
    in_address = re.sub(r"[-_.+/?=&]+", " ", unquote(finding.canonical.partition("://")[2].partition("/")[2]))
    places = ((finding.title, _("the title")), (finding.snippet, _("the text")), (in_address, _("the address")))
    best: tuple[Seen | None, Reason | None] = (None, None)
    for at, (text, where) in enumerate(places):
        seen = look_for(who.names, _HOST.sub(r"\1", text), who.table) if text else None
        if seen is not None:
            reason = _said(seen, at, where)
            if best[1] is None or reason.points > best[1].points:
                best = seen, reason
    return best


def _said(seen: Seen, at: int, where: str) -> Reason:
    name = seen.name.text
    if not seen.whole:
        return Reason(_("Only your last name is in {where}, not your first name.").format(where=where), 5)
    if not seen.name.given:
        return Reason(
            _("Your name {name} is in {where}, but many people may have it.").format(name=name, where=where), 25
        )
    common = is_common(seen.name)
    worth = (_COMMON if common else _RARE)[at] * _WORTH[seen.given] * _WORTH[seen.family] // 100
    weakest = min(seen.given, seen.family)
    said = {
        Fit.EXACT: _("Your name {name} is in {where}."),
        Fit.FORMER: _("Your former name {name} is in {where}."),
        Fit.SPELLING: _("Another spelling of {name} is in {where}."),
        Fit.SHORT: _("A short or long form of {name} is in {where}."),
        Fit.PART: _("Part of your name {name} is in {where}."),
        Fit.INITIAL: _("Your first letter and last name are in {where}."),
        Fit.NEARLY: _("A name one letter away from {name} is in {where}."),
    }[weakest]
    return Reason(said.format(name=name, where=where), worth)


def _is_telling(handle: str, names: Iterable[PersonName]) -> bool:
    """Not just a word or the person's name: with a digit or a mark in it, or long."""
    plain = {"".join((*name.given[:1], *name.family)) for name in names}
    return handle not in plain and (len(handle) > 9 or not handle.isalpha())


def _handle(text: str) -> str:
    return text.strip().lstrip("@").casefold()


def _digits(text: str) -> str:
    """A phone number as it is dialled at home: `+44 (0)20 …` and `020 …` are one."""
    digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", text))
    if text.strip().startswith("+44") or digits.startswith("0044"):
        digits = "0" + digits.removeprefix("00").removeprefix("44")
    return digits if len(digits) >= 9 else ""
